"""Where a check of figures looks, and what it says is wrong."""
from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from newslint.model import UNREAD, Document, paragraph_at
from newslint.sentences import sentence_at


class Flaw(NamedTuple):
    """A stretch of text that does not agree, and what the rule's message says of it."""

    check: str                              # as in kinds/number.py
    start: int
    end: int
    values: Mapping[str, str]
    suggestions: tuple[str, ...] = ()
    level: str | None = None                # where it is less sure than its rule


def sentences_of(document: Document, offsets: list[int]) -> Iterator[tuple[int, int]]:
    """The sentences that hold these offsets, in order, each once."""
    end = -1
    for offset in offsets:
        paragraph = paragraph_at(document, offset) if offset >= end else None
        if paragraph is not None and paragraph.kind not in UNREAD:
            start, end = sentence_at(document.text, paragraph.start, paragraph.end, offset)
            yield start, end


def matches_around(document: Document, pattern: re.Pattern[str], offsets: list[int], before: int,
                   after: int) -> Iterator[re.Match[str]]:
    """The matches of a pattern that hold one of these offsets, so many characters before and after it looked at; each
    inside one paragraph, and each once."""
    told = -1
    for offset in offsets:
        paragraph = paragraph_at(document, offset) if offset >= told else None
        if paragraph is None or paragraph.kind in UNREAD:
            continue
        first, last = max(paragraph.start, offset - before), min(paragraph.end, offset + after)
        for match in pattern.finditer(document.text, first, last):
            if match.start() <= offset < match.end():
                told = match.end()
                yield match
