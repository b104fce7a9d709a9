"""How old a war is: “entering its third year” and “the third anniversary of the invasion” cannot both be now."""
from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from newslint.dates.article import Article, Flag, sentence
from newslint.dates.counting import ORDINAL, count
from newslint.regexes import compiled

WAR = (r"\b(?:[Ww]ars?|[Ii]nvasion|[Cc]onflict|[Ff]ighting|[Oo]ffensive|[Ss]iege|[Oo]ccupation|[Hh]ostilities"
       r"|[Uu]prising|[Ii]nsurgency)\b")
IN_YEAR = rf"(?<!\w)(enter\w*|into|start\w*|began|begin\w*|complet\w*) (?:its|their|a) ({ORDINAL}) year\Z"
ANNIVERSARY = rf"\b({ORDINAL}) (?:\w+ )?anniversary\Z"
OF_WAR = r" of ([^.;:!?\d]{0,90})"
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
    for year in compiled(r"[a-z0-9] year\b").finditer(text):
        found = compiled(IN_YEAR).search(text, max(0, year.start() - 45), year.end())
        if found:
            where = sentence(article, found.start())
            if compiled(WAR).search(text, *where) and not compiled(OTHER_TIME).search(text, found.start(), where.end):
                years = count(found[2]) - (not found[1].startswith("complet"))
                yield Told(years, *found.span(), found[0], frozenset())
    for word in islice(compiled("anniversary").finditer(text), MANY):
        found = compiled(ANNIVERSARY).search(text, max(0, word.start() - 45), word.end())
        war = compiled(OF_WAR).match(text, word.end()) if found else None
        if found and war and compiled(WAR).search(war[1]):
            names = frozenset(compiled(r"\b[A-Z][a-z]{3,}").findall(war[1])) - MONTHS_AND_DAYS
            yield Told(count(found[1]), *found.span(1), f"{found[1]} anniversary", names)


def judge(article: Article) -> Iterator[Flag]:
    """Two ages of one war in one article."""
    told = list(islice(read(article), 2 * MANY))
    for one in told:
        for other in told:
            if other.names != one.names and not one.names and abs(one.years - other.years) == 1:
                yield Flag("war", one.start, one.end, {"other": other.words, "where": "here"})
                break
            if not one.names and "anniversary" in other.words and not other.names and abs(one.years - other.years) == 1:
                yield Flag("war", one.start, one.end, {"other": other.words, "where": "here"})
                break
