"""Commas in figures that stand elsewhere than before every three digits: 900,00 people, 2,5000, £45, 000.

Indian grouping (1,00,000) is right; lists of numbers, dates without a space (May 5,2004) and decimal commas of other
languages (2,50 euros) are left alone.
"""
from __future__ import annotations

from collections.abc import Iterator

from newslint.model import Document
from newslint.numbers.places import Flaw, matches_around
from newslint.regexes import compiled

# What is counted in whole numbers: 12,50 of them is no decimal
_COUNTED = (r"people|men|women|children|jobs|workers|staff|miles|kilometres|kilometers|fans|troops|soldiers|voters|votes|homes|houses|households"
            r"|tonnes|tons|barrels|shares|students|pupils|patients|visitors|spectators|supporters|residents|refugees|migrants|copies|units"
            r"|vehicles|cars|tickets|members|customers|passengers|deaths|cases|acres|hectares|square|feet|pounds|dollars|businesses|companies"
            r"|employees|victims|protesters|head|sheep|cattle|trees|years|of the|were|have|had|a (?:year|month|week|day)|per (?:year|month|week)")
_BEFORE = r"(?<![\w.,:/-])[$£€]?"
_ENDS = r"(?![\d,.:/-]?\d)"
_LISTED = compiled(r"\b(?:rooms|pages|lines|numbers|nos|January|February|March|April|May|June|July|August|September|October|November|December"
                   r"|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)\.? \Z")
_MALFORMED = "|".join((
    rf"{_BEFORE}(?:\d{{1,3}},)*\d{{1,3}},(?!(?:19|20)\d\d\b)\d{{4}}{_ENDS}",                  # 2,5000
    rf"{_BEFORE}\d{{1,3}}(?:,\d{{3}})*,\d{{1,2}}{_ENDS}(?= (?:{_COUNTED})\b)",               # 900,00 people
    rf"(?<![\w.,:/-])[$£]\d{{1,3}}(?:,\d{{3}})*,\d{{2}}{_ENDS}",                             # £135,00
    rf"{_BEFORE}\d{{1,3}}(?:,\d{{3}})+,\d{{1,2}}{_ENDS}",                                     # 1,200,00
    rf"{_BEFORE}\d{{4,}},\d{{3}}{_ENDS}(?= (?:{_COUNTED})\b)",                                # 12000,000 people
    rf"{_BEFORE}\d{{1,3}}, 000\b(?! met|m\b)"))                                              # 13, 000


def check(document: Document, offsets: list[int], bands: dict[str, list[float]]) -> Iterator[Flaw]:
    """Malformed figures."""
    text = document.text
    for match in matches_around(document, compiled(_MALFORMED), offsets, 16, 30):
        if not _LISTED.search(text, max(0, match.start() - 12), match.start()) and match[0][0] != "0":
            yield Flaw("thousands", *match.span(), {})
