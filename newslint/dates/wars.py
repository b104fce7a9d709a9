"""How old a war is: “entering its third year” and “the third anniversary of the invasion” cannot both be now."""
from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from newslint.dates.article import Article, Flag, sentence
from newslint.dates.counting import ORDINAL, count
from newslint.regexes import compiled

WAR = r"\b(?:[Ww]ars?|[Ii]nvasion|[Cc]onflict|[Ff]ighting|[Oo]ffensive|[Ss]iege|[Oo]ccupation|[Hh]ostilities|[Uu]prising|[Ii]nsurgency)\b"
IN_YEAR = rf"\b(enter\w*|into|start\w*|began|begin\w*|complet\w*) (?:its|their|a) ({ORDINAL}) year\b"
ANNIVERSARY = rf"\b({ORDINAL}) (?:\w+ )?anniversary of ([^.;:!?\d]{{0,90}})"
OTHER_TIME = r"\b(?:1[5-9]|20)\d\d\b|\b(?:last year|ago|earlier|will|would|if)\b"
MONTHS_AND_DAYS = frozenset(
    "January February March April May June July August September October November December Monday Tuesday Wednesday "
    "Thursday Friday Saturday Sunday The President Minister".split())
MANY = 8                                    # such statements that are read in one article


class Told(NamedTuple):
    """The years a war has lasted, as a sentence tells them."""

    years: int
    start: int
    end: int
    words: str                              # as they stand there
    names: frozenset[str]                   # of the war, where its anniversary is told


def read(article: Article) -> Iterator[Told]:
    """What an article tells of wars, for the time it is written in."""
    text = article.plain
    for pattern in (IN_YEAR, ANNIVERSARY):
        for _, found in zip(range(MANY), compiled(pattern).finditer(text)):
            where = sentence(article, found.start())
            said = text[where.start:where.end]
            if pattern == IN_YEAR:
                if compiled(WAR).search(said) and not compiled(OTHER_TIME).search(text, found.start(), where.end):
                    years = count(found[2]) - (not found[1].startswith("complet"))
                    yield Told(years, *found.span(), found[0], frozenset())
            elif compiled(WAR).search(found[2]):
                names = frozenset(compiled(r"\b[A-Z][a-z]{3,}").findall(found[2])) - MONTHS_AND_DAYS
                yield Told(count(found[1]), *found.span(1), f"{found[1]} anniversary", names)


def judge(article: Article) -> Iterator[Flag]:
    """Two ages of one war in one article."""
    told = list(read(article))
    for one in told:
        for other in told:
            if other.names != one.names and not one.names and abs(one.years - other.years) == 1:
                yield Flag("war", one.start, one.end, {"other": other.words, "where": "here"})
                break
            if not one.names and "anniversary" in other.words and not other.names and abs(one.years - other.years) == 1:
                yield Flag("war", one.start, one.end, {"other": other.words, "where": "here"})
                break
