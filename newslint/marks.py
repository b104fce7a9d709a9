"""Quotation marks where they stand: which characters they are and what their neighbours say about them."""
from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

DOUBLES = "\"“”„‟«»"
SINGLES = "'‘’‚‛`"
OPEN, CLOSE, EITHER, ALONE = "open", "close", "either", "alone"
LINKS = "-–—/…*|=~_>&"                  # what may stand before an opening mark as well as before a closing one
_RUN = re.compile(f"[{DOUBLES}{SINGLES}]+")


class Mark(NamedTuple):
    start: int
    end: int
    char: str
    left: str                           # the nearest characters that are no marks; a space at the ends of the text
    right: str
    shape: str


def find_marks(text: str) -> tuple[list[Mark], dict[str, list[int]]]:
    """The marks of the text that may open or close a quotation, and by character the offsets of the single marks that
    are apostrophes after a stop or another mark (U.K.'s)."""
    marks: list[Mark] = []
    apostrophes: dict[str, list[int]] = {char: [] for char in SINGLES}
    guillemets = "«" in text and "»" in text
    for run in _RUN.finditer(text):
        start, end = run.span()
        left = text[start - 1] if start else " "
        right = text[end:end + 1] or " "
        char = text[end - 1]
        if char in SINGLES and right.isalnum():
            if end - start == 1 and left.isalnum():
                continue                            # don't; 5'10
            if right in "sS" and not left.isspace() and not text[end + 1:end + 2].isalnum():
                end -= 1                            # U.K.'s, “Cats”'s
                apostrophes[char].append(end)
        while start < end:
            char = text[start]
            width = 1
            if start + 1 < end and char in SINGLES and text[start + 1] == char:
                char, width = '"', 2                # '' or `` typed for a double mark
            if guillemets or char not in "«»":
                marks.append(Mark(start, start + width, char, left, right, _shape(left, right)))
            start += width
    return marks, apostrophes


@lru_cache(4096)
def _shape(left: str, right: str) -> str:
    """What the characters around a mark say about it."""
    if left >= "\u2e80" or right >= "\u2e80":       # scripts written without spaces
        return EITHER
    if left.isspace():
        return ALONE if right.isspace() else EITHER if right in ",;:!?)]}" else OPEN
    if right.isspace():
        return CLOSE
    if left in "([{":
        return OPEN
    if left in LINKS:
        return CLOSE if right in ",.;:!?)]}" else EITHER
    if right.isalnum() or right in "([{$£€#@":
        return EITHER
    return CLOSE
