"""Spellings of another variety of English than that of the article: “color” where it has “centre” and “favourite”.

The article's variety is that of the settings; with `auto`, a spelling is of another one where enough others in the
article conflict with it, which is so where no variety has both. Words with capitals (World Trade Center) neither count
nor are marked; quotations count, for newsrooms spell them their own way, but are not marked.

Fields
    dialect     auto | en-US | en-GB | en-AU | en-CA; without it, that of the settings
    least       auto: how many different spellings must conflict with one
    ratio       auto: and how many times as many as there are of its own side
"""
from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Literal

from newslint.match import Found
from newslint.model import Document, Edit, Hit, Need, Rule, paragraph_at, touches
from newslint.words.dialect import NAMES, dialects, elsewhere, spelling
from newslint.words.places import types_of

NAME = "dialect"
FIELDS = {"dialect": Literal["auto", "en-US", "en-GB", "en-AU", "en-CA"] | None, "least": int, "ratio": int}
VARIETY = {"auto": "", "en-US": "U", "en-GB": "G", "en-AU": "A", "en-CA": "C"}
PROSE = ("headline", "body", "caption")

def prepare(rules: list[Rule]) -> Need:
    return Need([], [], [(rule.id, VARIETY[rule.options["dialect"] or "auto"], rule.options["least"],
                          rule.options["ratio"]) for rule in rules])


def find(document: Document, found: Found, data: list[tuple[str, str, int, int]]) -> Iterator[Hit]:
    words = {word: spelling(word).right for word in dialects().known & types_of(document.text)}
    for rule, variety, least, ratio in data:
        if any(_strange({*words.values()}, variety)):
            yield from _hits(rule, variety, least, ratio, document, words)


def _strange(groups: set[str], variety: str) -> Iterator[str]:
    """The groups that are not of the variety, or, where it is not known, conflict with another."""
    for group in groups:
        if variety not in group if variety else any(map(set(group).isdisjoint, groups)):
            yield group


def _hits(rule: str, variety: str, least: int, ratio: int, document: Document, words: dict[str, str]) -> Iterator[Hit]:
    places = _places(document, words)
    counts = Counter(words[word] for word in places)        # of different spellings
    for group in sorted(_strange({*counts}, variety)):
        home = variety or _home(group, counts, least, ratio)
        if not home:
            continue
        for word, spans in places.items():
            spans = [span for span in spans if not touches(document.quotations, *span)]
            instead = elsewhere(word, home) if words[word] == group and spans else None
            if instead:
                yield Hit(rule, *spans[0], (instead,), tuple(Edit(*span, instead) for span in spans),
                          {"theirs": NAMES["U" if "U" in group else group[0]], "ours": NAMES[home]})


def _places(document: Document, words: dict[str, str]) -> dict[str, list[tuple[int, int]]]:
    """Where each word stands in prose, in the order in which they are first met."""
    places: dict[str, list[tuple[int, int]]] = {}
    for match in re.finditer(rf"(?<![\w'’])(?:{'|'.join(sorted(words))})(?!\w)", document.text):
        start, end = match.span()
        paragraph = paragraph_at(document, start)
        if paragraph and paragraph.kind in PROSE and not touches(document.literals, start, end):
            places.setdefault(match[0], []).append((start, end))
    return places


def _home(group: str, counts: Counter[str], least: int, ratio: int) -> str:
    """The variety of an article in which this group is the stranger, if it is clear: the first of what its opponents
    have in common."""
    opponents = {other: count for other, count in counts.items() if set(group).isdisjoint(other)}
    allies = sum(count for other, count in counts.items() if any(map(set(other).isdisjoint, opponents)))
    against = sum(opponents.values())
    if against < max(least, ratio * allies):
        return ""
    return next((variety for variety in NAMES if all(variety in other for other in opponents)), "")
