"""Sentences that are too long to read at one go. The finding is the sentence's first words.

Fields
    max-words   words a sentence may have
"""
from __future__ import annotations

from collections.abc import Iterator

from newslint.match import Found
from newslint.model import Document, Hit, Need, Rule
from newslint.sentences import sentences

NAME = "sentence"
FIELDS = {"max_words": int}


def prepare(rules: list[Rule]) -> Need:
    return Need([], [], [(rule.id, rule.options["max_words"]) for rule in rules])


def find(document: Document, found: Found, data: list[tuple[str, int]]) -> Iterator[Hit]:
    text = document.text
    for zone in document.zones:
        for start, end in sentences(text, zone.start, zone.end):
            words = len(text[start:end].split())
            for rule, most in data:
                if words > most:
                    yield Hit(rule, start, _after_words(text, start, end, 5), values={"count": str(words)})


def _after_words(text: str, start: int, end: int, words: int) -> int:
    """Where the first so many words of text[start:end] end."""
    rest = text[start:end].split(None, words)
    return end - len(rest[words]) - 1 if len(rest) > words else end
