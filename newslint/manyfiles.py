"""A run over many files: in several processes where that is faster, and with its progress shown on a terminal."""
from __future__ import annotations

import gc
import os
import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from newslint.outcome import Outcome, joined
from newslint.run import Checker
from newslint.sources import Found

if TYPE_CHECKING:
    from newslint.gitfiles import Changes

    Share = tuple[Any, list[Found], int, Changes | None]    # options, files, how many in all, what git says of them

# Below this, starting a second process costs more than it saves.
FILES_A_PROCESS = 400
SHARE_SEEN = 250                            # files of a share at most, where its progress is shown


def check_many(checker: Checker, found: list[Found], changes: Changes | None) -> Outcome:
    options = checker.options
    jobs = min(options.jobs or os.cpu_count() or 1, -(-len(found) // FILES_A_PROCESS))
    if jobs < 2 or options.show_timing:     # which would tell the time of one process only
        return checker.check(_watched(found))
    return _in_parallel(jobs, options, found, changes)


def _in_parallel(jobs: int, options: Any, found: list[Found], changes: Changes | None) -> Outcome:
    """The outcome of several processes, in the order of one."""
    from multiprocessing import Pool

    size = -(-len(found) // (jobs * 4))
    if _watching():
        size = min(size, SHARE_SEEN)
    shares = [(options, found[start:start + size], len(found), changes) for start in range(0, len(found), size)]
    # The first share is done here, so that the pack stands in the cache before the others want it.
    first = _share(shares[0])
    with Pool(jobs) as pool:
        rest: Iterable[Outcome] = pool.imap(_share, shares[1:])
        if _watching():
            from newslint.progress import watched

            rest = watched(rest, len(found) - size, lambda outcome: size)
        return joined([first, *rest])


def _share(share: Share) -> Outcome:
    gc.disable()
    options, found, files, changes = share
    checker = Checker(options)
    checker.compares, checker.files, checker.threads = True, files, 1      # each of the processes asks for itself
    if changes is not None and options.staged:
        from newslint.gitfiles import Staged

        checker.staged = Staged(changes)
    return checker.check(found)


def _watched(found: list[Found]) -> Iterable[Found]:
    if not _watching():
        return found
    from newslint.progress import watched

    return watched(found, len(found), lambda one: 1)


def _watching() -> bool:
    """Whether somebody sees how far the run has come."""
    return sys.stderr is not None and sys.stderr.isatty() and os.environ.get("TERM") != "dumb"
