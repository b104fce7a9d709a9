"""Where a check of figures looks, and what it says is wrong."""
from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from newslint.model import Document, paragraph_at
from newslint.sentences import sentence_at


class Flaw(NamedTuple):
    """A stretch of text that does not agree, and what the rule's message says of it."""

    check: str                              # as in kinds/number.py
    start: int
    end: int
    values: Mapping[str, str]
    suggestions: tuple[str, ...] = ()
    level: str | None = None                # where it is less sure than its rule


def sentences_of(document: Document, matches: list[re.Match[str]]) -> Iterator[tuple[int, int]]:
    """The sentences these matches run over, each once."""
    told = set()
    for match in sorted(matches, key=lambda match: match.start()):
        paragraph = paragraph_at(document, match.start())
        at = match.start()
        while paragraph is not None and at < min(match.end(), paragraph.end):
            start, end = sentence_at(document.text, paragraph.start, paragraph.end, at)
            if (start, end) not in told:
                told.add((start, end))
                yield start, end
            at = max(end, at) + 1
