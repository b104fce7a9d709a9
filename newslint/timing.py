"""`--show-timing`: what took how much CPU time.

All strings and most regexes are looked for at once, so a rule of words alone takes no time that could be told from that
of the others; the work of a kind on what was found can, and so can each regex that Python's `re` then tried.
"""
from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from time import process_time
from typing import Any

from newslint.model import Document, Hit
from newslint.pack import Pack

SHOWN = 15                                  # rules
REGEX = "regex"                             # the kind whose data names the rule of each regex


class Times:
    """CPU seconds of one run."""

    def __init__(self) -> None:
        self.start_up = process_time()
        self.stages: dict[str, float] = defaultdict(float)
        self.kinds: dict[str, float] = defaultdict(float)
        self.rules: dict[str, float] = defaultdict(float)

    def ready(self, pack: Pack) -> Pack:
        """The same pack, with a clock on all that works in it."""
        owners = {part.regexes.start + number: owner[0] for part in pack.parts if part.kind.NAME == REGEX
                  for number, owner in enumerate(part.data)}
        kinds: list[Any] = [_Kind(part.kind, self) for part in pack.parts]
        parts = [part._replace(kind=kind) for part, kind in zip(pack.parts, kinds)]
        matcher: Any = _Matcher(pack.matcher, owners, self)
        return pack._replace(parts=parts, matcher=matcher)

    def told(self) -> str:
        """Two tables: of the stages and kinds, and of the rules that took longest."""
        total = process_time()
        known = {"starting, settings, rules": self.start_up, **self.stages,
                 **{f"kind {name}": seconds for name, seconds in self.kinds.items()}}
        rows = _slowest(known)
        rows += [("the rest: reading, comparing, report", max(0.0, total - sum(known.values()))), ("all", total)]
        lines = ["CPU time in ms", *(_row(name, seconds, total) for name, seconds in rows)]
        if self.rules:
            lines += ["", "Regexes by rule; they are part of kind regex, and words have no time of their own",
                      *(_row(name, seconds, total) for name, seconds in _slowest(self.rules)[:SHOWN])]
        return "\n".join(lines)


def _slowest(times: dict[str, float]) -> list[tuple[str, float]]:
    return sorted(times.items(), key=lambda row: -row[1])


def _row(name: str, seconds: float, total: float) -> str:
    return f"  {name:<42}{seconds * 1000:>10.1f}{seconds / total:>7.1%}"


class _Kind:
    """A kind that is timed; all else of it is as it was."""

    def __init__(self, kind: Any, times: Times) -> None:
        self._kind, self._times = kind, times
        self.__name__ = kind.__name__

    def __getattr__(self, name: str) -> Any:
        return getattr(self._kind, name)

    def find(self, document: Document, found: Any, data: Any) -> Iterator[Hit]:
        start = process_time()
        hits = list(self._kind.find(document, found, data))
        self._times.kinds[self._kind.NAME] += process_time() - start
        return iter(hits)


class _Matcher:
    """A matcher that is timed."""

    def __init__(self, matcher: Any, owners: dict[int, str], times: Times) -> None:
        self._matcher, self._owners, self._times = matcher, owners, times

    def __getattr__(self, name: str) -> Any:
        return getattr(self._matcher, name)

    def scan(self, *arguments: Any) -> Any:
        start = process_time()
        found = self._matcher.scan(*arguments)
        self._times.stages["looking for all rules at once"] += process_time() - start
        return found

    def matches(self, index: int, *arguments: Any) -> Iterator[re.Match[str]]:
        matches = self._matcher.matches(index, *arguments)
        owner = self._owners.get(index)
        if owner is None:
            yield from matches
            return
        while True:
            start = process_time()
            match = next(matches, None)
            self._times.rules[owner] += process_time() - start
            if match is None:
                return
            yield match
