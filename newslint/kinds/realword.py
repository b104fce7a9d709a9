"""Rare words that stand where a common one, spelt nearly alike, fits far better: “the fist time”.

Names are left alone: only words in small letters count, none joined to another by a hyphen, and none that the article
also has with a capital.

Fields
    except  words that are what they seem: terms of sport and trades, and parts of idioms
"""
from __future__ import annotations

import re
from collections.abc import Iterator

from newslint.match import Found
from newslint.model import Document, Hit, Need, Rule, paragraph_at
from newslint.words.places import types_of

NAME = "realword"
FIELDS = {"except": list[str] | None}

WORD = r"[^\W\d_]+(?:['’][^\W\d_]+)*"
BEFORE = re.compile(rf"(?:({WORD})|([.!?]))[\"'”’)]*\s+[\"'“‘(]*$")
AFTER = re.compile(rf"[\"'”’)]*(?:\s+({WORD})|([.!?]))")
START, END = "<s>", "</s>"                  # neighbours at the edge of a sentence
JOINTS = ("-", "/", "'", "_")
REACH = 40                                  # characters in which the word before stands


def prepare(rules: list[Rule]) -> Need:
    from newslint.words.realwords import table, typed

    words = {*typed(table())}
    return Need([], [], [(rule.id, words.difference(rule.options["except"] or ())) for rule in rules])


def find(document: Document, found: Found, data: list[tuple[str, set[str]]]) -> Iterator[Hit]:
    for rule, listed in data:
        for word in sorted(listed & types_of(document.text)):
            yield from _hits(rule, word, document, found.folded)


def _hits(rule: str, word: str, document: Document, folded: str) -> Iterator[Hit]:
    text = document.text
    places = list(_places(folded, word))
    if not all(text[start:end].islower() for start, end in places):
        return                              # a name, here or elsewhere in the article
    places = [place for place in places if _alone(folded, *place)]
    if not places:
        return
    # Nine articles in ten have no such word, and need none of this.
    from newslint.words.meant import meant
    from newslint.words.realwords import table

    for start, end in places:
        found = meant(table(), word, *_neighbours(document, folded, start, end), folded)
        if found:
            yield Hit(rule, start, end, (found.word,))


def _places(folded: str, word: str) -> Iterator[tuple[int, int]]:
    start = folded.find(word)
    while start >= 0:
        end = start + len(word)
        if not (folded[start - 1:start].isalnum() or folded[end:end + 1].isalnum()):
            yield start, end
        start = folded.find(word, end)


def _alone(folded: str, start: int, end: int) -> bool:
    """Whether a word is joined to none: “fist-bump”, “and/or”, “it's”."""
    return folded[start - 1:start] not in JOINTS and (
        folded[end:end + 1] not in JOINTS or folded[end] == "'" and not folded[end + 1:end + 2].isalnum())


def _neighbours(document: Document, folded: str, start: int, end: int) -> tuple[str | None, str | None]:
    """The words before and after; None where a mark stands between."""
    paragraph = paragraph_at(document, start)
    if paragraph is None:
        return None, None
    first = max(paragraph.start, start - REACH)
    before, after = BEFORE.search(folded, first, start), AFTER.match(folded, end, paragraph.end)
    left = START if start == paragraph.start else None if before is None else before[1] or START
    right = END if end == paragraph.end else None if after is None else after[1] or END
    return left, right
