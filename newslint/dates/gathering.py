"""What is kept of an article to be compared with the others of a run: births and ages of people, ages of wars."""
from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from newslint.dates import lives, wars
from newslint.dates.article import Article, Flag
from newslint.model import Document
from newslint.published import published
from newslint.regexes import compiled

AGE = rf"\b({lives.NAME} {lives.NAME})(?:,| \() ?(?:aged )?(\d\d)[,)]|\b(\d\d)-year-old ({lives.NAME} {lives.NAME})\b"
# Each starts with plain characters: `re` skips to them fast.
TELLING_AGE = (r", \d\d,", r", aged \d\d,", r" \(\d\d\)", r"-year-old [a-z]")
TELLING_YEARS = (r"its [a-z0-9-]{3,20} year", r"their [a-z0-9-]{3,20} year")
NEAR = 120                                  # days between two articles that speak of a war as it is now


class Person(NamedTuple):
    first: int                              # the years in which they may have been born
    last: int
    start: int
    end: int
    words: str
    born: bool                              # whether the year of birth is told, not an age


class Gathered(NamedTuple):
    path: str
    day: datetime.date | None
    people: dict[str, Person]
    told: list[wars.Told]
    names: frozenset[str]                   # that stand in an article that tells the age of a war


def gather(document: Document, folded: str, path: str) -> Gathered | None:
    births = "born" in folded
    told = "anniversary of" in folded or " year" in folded and any(
        compiled(pattern).search(folded) for pattern in TELLING_YEARS)
    day = published(document)               # without it, an age says no year of birth
    ages = day is not None and any(compiled(pattern).search(folded) for pattern in TELLING_AGE)
    if not (told or births or ages):
        return None
    article = Article.of(document, [], day)
    people = dict(_births(article, folded)) if births else {}
    if ages and day is not None:
        for name, person in _ages(article.plain, day):
            people.setdefault(name, person)
    its = list(islice(wars.read(article), 2 * wars.MANY)) if told else []
    if not people and not its:
        return None
    names = frozenset(compiled(r"\b[A-Z][a-z]{3,}").findall(article.plain)) if its else frozenset()
    return Gathered(path, day, people, its, names)


def _births(article: Article, folded: str) -> Iterator[tuple[str, Person]]:
    for found in islice(compiled(r"\bborn\b").finditer(folded), lives.MANY):
        if not compiled(lives.ANY_YEAR).search(folded, found.end(), found.end() + lives.REACH):
            continue                        # most are born again, or first, or to lose
        one = lives.birth(article, found.end())
        if one and one.name not in ("", "?"):
            full = compiled(rf"\b{lives.NAME} {one.name}\b").search(article.plain)
            if full:
                yield full[0], Person(one.year, one.year, one.start, one.end, article.plain[one.start:one.end], True)


def _ages(text: str, day: datetime.date) -> Iterator[tuple[str, Person]]:
    for found in compiled(AGE).finditer(text):
        year = day.year - int(found[2] or found[3])
        first = year - 1 - (day.month == 1)
        yield found[1] or found[4], Person(first, year, *found.span(), found[0].rstrip(",)"), False)


def conclude(gathered: list[Gathered | None]) -> Iterator[tuple[int, Flag]]:
    """What is said of each article, by its number in the list."""
    people: dict[str, list[tuple[int, Person]]] = defaultdict(list)
    told: list[tuple[int, wars.Told]] = []
    for number, one in enumerate(gathered):
        if one:
            for name, person in one.people.items():
                people[name].append((number, person))
            told += [(number, its) for its in one.told]
    for its_people in people.values():
        births = [pair for pair in its_people if pair[1].born]
        for number, person in its_people if births else ():
            for other, birth in births:
                if not person.born and not person.first <= birth.first <= person.last:
                    values = {"path": _path(gathered, other), "other": birth.words}
                    yield number, Flag("age-in-run", person.start, person.end, values)
                    break
    anniversaries: dict[int, list[tuple[int, wars.Told]]] = defaultdict(list)
    for number, its in told:
        if its.names:
            anniversaries[its.years].append((number, its))
    for number, mine in told:
        for other, its in () if mine.names else anniversaries[mine.years - 1] + anniversaries[mine.years + 1]:
            if number != other and _same_war(gathered[number], gathered[other], its):
                values = {"where": f"in {_path(gathered, other)}", "other": its.words}
                yield number, Flag("war", mine.start, mine.end, values)
                break


def _path(gathered: list[Gathered | None], number: int) -> str:
    one = gathered[number]
    return one.path if one else ""


def _same_war(one: Gathered | None, other: Gathered | None, its: wars.Told) -> bool:
    if one is None or other is None or not its.names <= one.names:
        return False
    return one.day is None or other.day is None or abs((one.day - other.day).days) <= NEAR
