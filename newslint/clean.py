"""An article without debris and damage: what rules of the families artifacts and encoding find and can mend safely is
mended, and one thing more than a fix would do: the section label above a headline.

Damage is repaired first, for debris is only known by its words. Lines keep their numbers until some are taken out.
"""
from __future__ import annotations

import re
from typing import NamedTuple

from newslint import engine, pack
from newslint.fix import apart, applied, edits_of
from newslint.formats import text as text_format
from newslint.formats.build import BOM
from newslint.model import Document, Finding

FAMILIES = ("artifacts", "encoding")
# Their fix is nothing to apply unasked, but who cleans an article wants it without them, and is told.
TOLD = {"artifacts/section-label": "it stood above the headline"}
PASSES = 4                                  # a repair can bring another fault to light: what went wrong twice
BLANK_LINES = re.compile(r"(\r\n?|\n)(?:[ \t]*(?:\r\n?|\n)){2,}")
BLANK_HEAD = re.compile(r"(?:[ \t]*(?:\r\n?|\n))+")


class Removed(NamedTuple):
    line: int
    rule: str
    text: str


class Cleaned(NamedTuple):
    text: str                               # without a byte-order mark, with the line ends of the article
    removed: list[Removed]
    mended: int                             # places


def cleaned(document: Document, ready: pack.Pack) -> Cleaned:
    """A plain-text article with everything safe done to it."""
    mended = 0
    for _ in range(PASSES):
        mending = apart(finding for finding in engine.check(document, ready)
                        if _wanted(finding) and not _takes_lines(document, finding))
        if not mending:
            break
        mended += len(mending)
        [document] = text_format.read(document.path, applied(document.raw, edits_of(mending)))
    removing = apart(finding for finding in engine.check(document, ready)
                     if _wanted(finding) and _takes_lines(document, finding))
    removed = [Removed(finding.line, finding.rule, finding.match) for finding in removing]
    text = applied(document.raw, edits_of(removing)).removeprefix(BOM)
    head = BLANK_HEAD.match(text)
    end = "\r\n" if "\r\n" in document.raw else "\n"
    text = BLANK_LINES.sub(r"\1\1", text[head.end() if head else 0:]).rstrip(" \t\r\n") + end
    return Cleaned(text, removed, mended)


def _takes_lines(document: Document, finding: Finding) -> bool:
    """Whether this is mended by taking out whole lines."""
    if finding.fix is None:
        return False
    raw = document.raw
    return all(edit.replacement == "" and raw[edit.start - 1:edit.start] in ("", "\n", "\r", BOM)
               and (edit.end == len(raw) or raw[edit.end - 1:edit.end] in ("\n", "\r")) and edit.start < edit.end
               for edit in finding.fix.edits)


def _wanted(finding: Finding) -> bool:
    return finding.fix is not None and (finding.fix.safe or finding.rule in TOLD)
