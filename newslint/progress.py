"""How far a long run has come, on a terminal. rich, which draws it, takes longer to import than many a run: that is put
off until the run has shown to be long."""
from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypeVar

SILENT = 1.0                                # seconds in which nothing is shown
Step = TypeVar("Step")


def watched(steps: Iterable[Step], total: int, files: Callable[[Step], int]) -> Iterator[Step]:
    """The same steps; `files` says how many files are through with each, of `total`."""
    start = time.monotonic()
    bar: Any = None
    done = 0
    try:
        for step in steps:
            yield step
            done += files(step)
            if bar is None and done < total and time.monotonic() - start > SILENT:
                bar = _bar(total)
            if bar is not None:
                bar.update(bar.task_ids[0], completed=done)
    finally:
        if bar is not None:
            bar.stop()                      # takes itself off the screen, and gives the cursor back


def _bar(total: int) -> Any:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    bar = Progress(TextColumn("checking"), BarColumn(), MofNCompleteColumn(), TextColumn("files"),
                   TimeRemainingColumn(), console=Console(stderr=True), transient=True)
    bar.add_task("", total=total)
    bar.start()
    return bar
