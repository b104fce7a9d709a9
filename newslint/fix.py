"""Which fixes are made together, and the text with them made."""
from __future__ import annotations

from collections.abc import Iterable

from newslint.model import LEVELS, Edit, Finding


def apart(findings: Iterable[Finding]) -> list[Finding]:
    """Of the findings with a fix those that can be made at once, in order of place. Of two that share a character the
    one of the higher level is kept, then the longer: the other was found in a text that is no more."""
    taken: set[int] = set()
    chosen: list[Finding] = []
    for finding in sorted(findings, key=_weight, reverse=True):
        places = {place for start, end in _spans(finding) for place in range(start, max(end, start + 1))}
        if finding.fix and not places & taken:
            taken |= places
            chosen.append(finding)
    return sorted(chosen, key=_start)


def edits_of(findings: Iterable[Finding]) -> list[Edit]:
    """The edits of findings that are apart, in order."""
    return sorted({edit for finding in findings if finding.fix for edit in finding.fix.edits})


def applied(raw: str, edits: list[Edit]) -> str:
    """The text with these edits, which are in order and do not overlap."""
    parts, position = [], 0
    for start, end, replacement in edits:
        parts += [raw[position:start], replacement]
        position = end
    return "".join([*parts, raw[position:]])


def _spans(finding: Finding) -> list[tuple[int, int]]:
    return [(finding.start, finding.end), *(edit[:2] for edit in finding.fix.edits)] if finding.fix else []


def _weight(finding: Finding) -> tuple[int, int]:
    return LEVELS.index(finding.level), finding.end - finding.start


def _start(finding: Finding) -> int:
    return finding.start
