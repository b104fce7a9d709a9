"""Commas in figures that stand elsewhere than before every three digits: 900,00 people, 2,5000, £45, 000.

Indian grouping (1,00,000) is right; lists of numbers, dates without a space (May 5,2004) and decimal commas of other
languages (2,50 euros) are left alone.
"""
from __future__ import annotations

from collections.abc import Iterator

from newslint.model import Document
from newslint.numbers.places import Flaw, matches_around
from newslint.regexes import compiled

BEFORE, AFTER = 16, 30                      # characters of a slipped comma in which its figure and noun stand

# What is counted in whole numbers: 12,50 of them is no decimal
_COUNTED = (
    r" (?:people|men|women|children|jobs|workers|staff|miles|kilometres|kilometers|fans|troops|soldiers|voters|votes"
    r"|homes|houses|households|tonnes|tons|barrels|shares|students|pupils|patients|visitors|spectators|supporters"
    r"|residents|refugees|migrants|copies|units|vehicles|cars|tickets|members|customers|passengers|deaths|cases"
    r"|acres|hectares|square|feet|pounds|dollars|businesses|companies|employees|victims|protesters|head|sheep|cattle|trees"
    r"|years|of the|were|have|had|a (?:year|month|week|day)|per (?:year|month|week))\b")
_START, _END = r"(?<![\w.,:/-])[$£€]?", r"(?![\d,.:/-]?\d)"
_MALFORMED = compiled("|".join((
    rf"{_START}(?:\d{{1,3}},)*\d{{1,3}},(?!(?:19|20)\d\d\b)\d{{4}}{_END}",             # 2,5000
    rf"{_START}\d{{1,3}}(?:,\d{{3}})*,\d{{1,2}}{_END}(?={_COUNTED})",                  # 900,00 people
    rf"(?<![\w.,:/-])[$£]\d{{1,3}}(?:,\d{{3}})*,\d{{2}}{_END}",                        # £135,00
    rf"{_START}\d{{1,3}}(?:,\d{{3}})+,\d{{1,2}}{_END}",                                # 1,200,00
    rf"{_START}\d{{4,}},\d{{3}}{_END}(?={_COUNTED})",                                  # 12000,000 people
    rf"{_START}\d{{1,3}}, 000\b(?! met|m\b)")))                                       # 13, 000
_LISTED = compiled(
    r"\b(?:rooms|pages|lines|numbers|nos|January|February|March|April|May|June|July|August|September|October|November"
    r"|December|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)\.? \Z")


def check(document: Document, offsets: list[int], bands: dict[str, list[float]]) -> Iterator[Flaw]:
    """Malformed figures."""
    for match in matches_around(document, _MALFORMED, offsets, BEFORE, AFTER):
        if match[0][0] != "0" and not _LISTED.search(document.text, max(0, match.start() - 12), match.start()):
            yield Flaw("thousands", *match.span(), {})
