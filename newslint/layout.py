"""Where in a text taken from a page the article stands.

Told from form alone, in any language: a menu is capitals and no full stop, a sentence is neither.
"""
from __future__ import annotations

from typing import NamedTuple

from newslint.model import Document

SENTENCE_WORDS = 12                         # from here, a line that ends as a sentence does is prose
LONG_WORDS = 25                             # and from here any line
LOWER = 0.4                                 # share of words in small letters that prose has, in German too
STOPS = (".", "!", "?", "…", ":", "。")
CLOSING = "\"'”’»)]* \u00a0"
# What a paragraph counts for: its words if it is prose, less if it is none, least if it is known to be the page's.
MOST, OTHER, KNOWN = 60, -5, -8


class Article(NamedTuple):
    first: int                              # paragraph; the number of paragraphs where none is prose
    last: int                               # -1 where none is


def body(document: Document, known: list[bool]) -> Article:
    """The stretch of paragraphs with most prose and fewest lines of a page; `known` says which are the page's."""
    best = (0, len(known), -1)
    total, first = 0, 0
    for place, (_, start, end) in enumerate(document.zones):
        if known[place] or document.text.count(" ", start, end) < SENTENCE_WORDS - 1 \
                or not is_prose(document.text[start:end]):
            total += KNOWN if known[place] else OTHER
            continue
        if total <= 0:
            total, first = 0, place
        total += min(document.text.count(" ", start, end), MOST)
        if total > best[0]:
            best = (total, first, place)
    return Article(*best[1:])


def is_prose(line: str) -> bool:
    spaces = line.count(" ")
    if spaces < SENTENCE_WORDS - 1 or not (spaces >= LONG_WORDS - 1 or stopped(line)):
        return False
    words = line.split()
    return len(words) >= SENTENCE_WORDS and sum(word[0].islower() for word in words) >= LOWER * len(words)


def stopped(line: str) -> bool:
    """Whether it ends as a sentence does."""
    return line.rstrip(CLOSING).endswith(STOPS)
