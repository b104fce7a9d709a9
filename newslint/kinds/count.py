"""Too many of something in one place: one finding, at the first that is too many.

Fields
    match   the patterns, as in kind regex
    max     how many are fine
    per     sentence, paragraph or document
"""
from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Literal

from newslint.match import Found
from newslint.model import Document, Hit, Need, Rule, paragraph_at
from newslint.patterns import readable
from newslint.sentences import sentence_at

NAME = "count"
FIELDS = {"match": list[str], "max": int, "per": Literal["sentence", "paragraph", "document"]}


def prepare(rules: list[Rule]) -> Need:
    owners = [(rule.id, rule.options["max"], rule.options["per"]) for rule in rules for _ in rule.options["match"]]
    regexes = [(readable(pattern), int(re.M | re.I), 0) for rule in rules for pattern in rule.options["match"]]
    return Need([], regexes, owners)


def find(document: Document, found: Found, data: list[tuple[str, int, str]]) -> Iterator[Hit]:
    places = sorted((match.start(), match.end(), *data[index]) for index, match in found.matches())
    counts = Counter((rule, _room(document, start, per)) for start, _, rule, _, per in places)
    seen: Counter[tuple[str, tuple[int, int]]] = Counter()
    for start, end, rule, most, per in places:
        key = rule, _room(document, start, per)
        seen[key] += 1
        if seen[key] == most + 1:
            yield Hit(rule, start, end, values={"count": str(counts[key]), "max": str(most), "per": per})


def _room(document: Document, offset: int, per: str) -> tuple[int, int]:
    paragraph = paragraph_at(document, offset)
    if per == "document" or paragraph is None:
        return 0, len(document.text)
    if per == "paragraph":
        return paragraph.start, paragraph.end
    return sentence_at(document.text, paragraph.start, paragraph.end, offset)
