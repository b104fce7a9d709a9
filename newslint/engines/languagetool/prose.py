"""What of an article LanguageTool is shown, and how what it says of that leads back to the article.

It sees the paragraphs that are prose, with an empty line between them: a line break alone would end no sentence for it.
Signs beyond 16 bits are shown as one of 16, since it counts in those; offsets are then code points on both sides.
"""
import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from newslint.model import Document

SHOWN = ("headline", "body", "caption")     # paragraphs; bylines and datelines are names, no sentences
BETWEEN = "\n\n"
WIDE = re.compile("[\U00010000-\U0010ffff]")
STAND_IN = "\u25a1"
SENTENCE_END = re.compile(r"[.!?][\"'”’)]*\s")


class Prose(NamedTuple):
    """A text to be checked, or a part of a long one."""

    text: str
    starts: list[int]                       # of its paragraphs, in `text`
    places: list[int]                       # and in the article


def prose(document: Document) -> Prose:
    texts, starts, places, at = [], [], [], 0
    for kind, start, end in document.zones:
        if kind in SHOWN:
            text = WIDE.sub(STAND_IN, document.text[start:end]).replace("\n", " ")
            texts.append(text)
            starts.append(at)
            places.append(start)
            at += len(text) + len(BETWEEN)
    return Prose(BETWEEN.join(texts), starts, places)


def place(shown: Prose, start: int, end: int) -> tuple[int, int] | None:
    """Where shown.text[start:end] stands in the article; None where it is more than one paragraph."""
    if not 0 <= start < end <= len(shown.text) or BETWEEN in shown.text[start:end]:
        return None
    number = bisect_right(shown.starts, start) - 1
    into = shown.places[number] - shown.starts[number]
    return start + into, end + into


def parts(text: str, limit: int) -> Iterator[tuple[int, str]]:
    """The text in parts of at most so many characters, each with its offset: whole paragraphs where they fit, else
    whole sentences, else words."""
    start = 0
    while len(text) - start > limit:
        end = text.rfind(BETWEEN, start + 1, start + limit)
        if end < 0:
            ends = [match.end() for match in SENTENCE_END.finditer(text, start, start + limit)]
            end = ends[-1] if ends else text.rfind(" ", start + 1, start + limit)
        end = end if end > start else start + limit
        yield start, text[start:end]
        start = end
    yield start, text[start:]
