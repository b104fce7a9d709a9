"""Quotation marks where they stand: which characters they are and what their neighbours say about them."""
from functools import lru_cache
from typing import NamedTuple

DOUBLES = "\"“”„‟«»"
SINGLES = "'‘’‚‛`"
OPEN, CLOSE, EITHER, ALONE = "open", "close", "either", "alone"
LINKS = "-–—/…*|=~_>&"                  # what may stand before an opening mark as well as before a closing one


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
    for start, end in _runs(text):
        left = text[start - 1] if start else " "
        right = text[end:end + 1] or " "
        char = text[end - 1]
        if char in SINGLES and right.isalnum():
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


def _runs(text: str) -> list[tuple[int, int]]:
    """Where marks stand, those next to each other together; without the single mark inside a word (don't; 5'10)."""
    places = []
    for char in DOUBLES + SINGLES:
        single = char in SINGLES
        at = text.find(char)
        while at >= 0:
            # One after another mark is part of its run.
            if not (single and text[at - 1:at].isalnum() and text[at + 1:at + 2].isalnum()):
                places.append(at)
            at = text.find(char, at + 1)
    places.sort()
    runs: list[tuple[int, int]] = []
    last = -2
    for at in places:
        if at == last + 1:
            runs[-1] = (runs[-1][0], at + 1)
        else:
            runs.append((at, at + 1))
        last = at
    return runs


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
