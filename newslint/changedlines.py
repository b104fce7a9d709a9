"""Which lines are new, from a patch of git's, and which findings touch them."""
from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping

from newslint.git import unquoted
from newslint.model import Finding, touches

HUNK = re.compile(rb"@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@")

Lines = list[tuple[int, int]]               # as git counts them, ends exclusive, in order


def new_lines(patch: Iterable[bytes]) -> dict[str, Lines]:
    """Of each file in a patch, by its new name, the lines that are not as they were."""
    files: dict[str, Lines] = {}
    lines: Lines = []
    number = old = new = 0
    for line in patch:
        sign = line[:1]
        if old > 0 or new > 0:              # inside a hunk, whatever it looks like
            if sign == b"-":
                old -= 1
            elif sign != b"\\":             # “\ No newline at end of file”
                new -= 1
                old -= sign != b"+"
                if sign == b"+":
                    if lines and lines[-1][1] == number:
                        lines[-1] = lines[-1][0], number + 1
                    else:
                        lines.append((number, number + 1))
                number += 1
        elif line.startswith(b"+++ "):
            # A name with a space in it ends with a tab.
            lines = files.setdefault(unquoted(line[4:].rstrip(b"\n").removesuffix(b"\t")).removeprefix("b/"), [])
        elif match := HUNK.match(line):
            old, number, new = (int(group) if group else 1 for group in match.groups())
    return files


def touching(findings: Iterable[Finding], lines: Mapping[str, Lines], raw: Mapping[str, str]) -> Iterator[Finding]:
    """The findings that touch a line which is new, with what they mark or with one of their edits. Of a file that is
    not in `lines` all are."""
    breaks: dict[str, list[int]] = {}
    for finding in findings:
        path = finding.path
        if path in lines:
            if path not in breaks:
                # git knows no other line ends.
                breaks[path] = [match.start() for match in re.finditer("\n", raw[path])]
            spans = [(finding.start, finding.end)]
            spans += [edit[:2] for edit in finding.fix.edits] if finding.fix else []
            if not any(touches(lines[path], *_lines(start, end, breaks[path])) for start, end in spans):
                continue
        yield finding


def _lines(start: int, end: int, breaks: list[int]) -> tuple[int, int]:
    return bisect_left(breaks, start) + 1, bisect_left(breaks, max(start, end - 1)) + 2
