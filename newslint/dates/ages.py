"""Ages against years of birth: “born in 1960 … died in 2010 aged 40”, “Smith, 54, was born in 1960”."""
from __future__ import annotations

import re
from collections.abc import Iterator

from newslint.dates.article import Article, Flag, Sentence
from newslint.dates.lives import MANY, NAME, Age, Birth, ages, birth, year_of_death
from newslint.model import UNREAD
from newslint.regexes import compiled
from newslint.sentences import sentences

YOUNGEST = 15                               # years: a child with the same surname is somebody else
# Whose age or birth it is, when it is not that of the person the sentence is about.
RELATIVES = (r"\b(?:[Hh]is|[Hh]er|[Tt]heir|whose|'s) (?:\w+ ){0,2}(?:father|mother|son|daughter|brother|sister|wife"
             r"|husband|parents?"
             r"|child|children|twins?|baby|partner|friend|grand\w+)\b")
PERSONAL = r"\b(?:[Hh]e|[Ss]he)\b"


def judge(article: Article, born: list[int], lives: list[re.Match[str]]) -> Iterator[Flag]:
    """`born` are offsets at which the word ends, `lives` spans of years: (1940–2010)."""
    births = [one for at in born[:MANY] if (one := birth(article, at))]
    if not births and not lives:
        return
    died = year_of_death(article)
    told = [(where, found) for where in _sentences(article) if (found := list(ages(article, where, died)))]
    for one in births:
        yield from _judge(article, one, told, len({other.year for other in births}) == 1)
    for life in lives[:MANY]:
        first, last = int(life[1]), int(life[3])
        for where, its_ages in told:
            for age in its_ages:
                if where.start <= life.start() < where.end and first < last == age.year and not _fits(first, age):
                    yield Flag("age", min(life.start(), age.start), max(life.end(), age.end), _values(first, age))


def _sentences(article: Article) -> Iterator[Sentence]:
    for kind, start, end in article.document.zones:
        if kind not in UNREAD:
            for stop in sentences(article.document.text, start, end):
                yield Sentence(*stop)


def _judge(article: Article, one: Birth, told: list[tuple[Sentence, list[Age]]], alone: bool) -> Iterator[Flag]:
    """The first age that does not fit this birth. Another sentence may speak of somebody else: there the surname must
    stand, or he and she can be nobody else."""
    here = [age for where, its_ages in told if where == one.sentence for age in its_ages]
    if not _relatives(article, one.sentence):
        for age in here:
            if not _fits(one.year, age):
                yield Flag("age", min(one.start, age.start), max(one.end, age.end), _values(one.year, age))
                return
    if one.name == "?" or _relatives(article, one.sentence):
        return
    several = len({age.age for _, its_ages in told for age in its_ages}) > 1
    for where, its_ages in told:
        if where != one.sentence and not _relatives(article, where):
            for age in its_ages:
                if age.age > YOUNGEST and not _fits(one.year, age) and (
                        one.name and _same(article.plain, where, age, one.name)
                        or alone and _only_one(article.plain, one, where, age, several)):
                    yield Flag("age", age.start, age.end, _values(one.year, age))
                    return


def _fits(born: int, age: Age) -> bool:
    return age.year <= born or 0 <= age.year - born - age.age <= 1 + age.slack


def _same(text: str, where: Sentence, age: Age, name: str) -> bool:
    """Whether the age is that of the one with this surname."""
    names = compiled(rf"\b{NAME}(?: {NAME})*").findall(text[where.start:age.end + 40])
    owner = compiled(rf"({NAME})(?:,| \()").match(text, age.start)
    if owner:
        return owner[1] == name
    full = [other.split() for other in names if " " in other]
    return any(name in other.split() for other in names) and all(name in other for other in full)


def _only_one(text: str, one: Birth, where: Sentence, age: Age, several: bool) -> bool:
    """Whether this can be the age of nobody else, though no surname says so."""
    if age.way == "death":
        return not one.name
    if age.way == "now":
        return not one.name and not several and where.start < one.start
    said = text[where.start:where.end]
    next_to = not one.name and 0 <= one.sentence.start - where.end < 3
    if not next_to and not compiled(PERSONAL).search(said):
        return False
    return compiled(rf"(?!\A){NAME} {NAME}").search(said) is None


def _relatives(article: Article, where: Sentence) -> bool:
    return compiled(RELATIVES).search(article.plain, *where) is not None


def _values(born: int, age: Age) -> dict[str, str]:
    return {"born": str(born), "year": str(age.year), "age": f"{age.year - born - 1} or {age.year - born}"}
