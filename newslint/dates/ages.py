"""Ages against years of birth: “born in 1960 … died in 2010 aged 40”, “Smith, 54, was born in 1960”."""
from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from newslint.dates.article import Article, Flag, Sentence, sentence
from newslint.dates.counting import COUNT, ORDINAL, count
from newslint.dates.written import MONTH
from newslint.regexes import compiled

_YEAR = r"((?:18|19|20)\d\d)(?![\d%-]|[,.]\d|s\b)"
_DATE = rf"(?:(?:\d{{1,2}}(?:st|nd|rd|th)? (?:of )?)?{MONTH},? (?:\d{{1,2}}(?:st|nd|rd|th)?,? )?)?"
_NAME = r"[A-Z][\w'-]+"
# born in 1960; born on 3 May 1960 in Leeds; born in Leeds in 1960; born 3 May 1960
BORN = (rf"(?! before| after| between| around| about| circa| c\.|e | again|-)(?:(?! who | which | when | whose | after | before )[^.;:!?()\n]){{0,60}}?"
        rf"(?:\b(?:in|on)|,)? (?:the (?:spring|summer|autumn|fall|winter) of |early |late |mid-)?{_DATE}{_YEAR}")
SUBJECT = rf"(?:\b({_NAME})(?:,(?: \d{{1,3}},)?)?(?: who)?(?: was| is)?(?: \w+ly| also| himself| herself)?|\b([Hh]e|[Ss]he)(?: was)?(?: \w+ly)?) \Z"
SUBJECT_AFTER = rf"[^.;]{{0,80}}?, (?:(?:the|Mr|Mrs|Ms|Dr|Sir) )?((?:{_NAME} ){{0,2}}{_NAME})\b"
OTHERS = r"\b(?:[Hh]is|[Hh]er|[Tt]heir|whose|'s) (?:\w+ ){0,2}(?:father|mother|son|daughter|brother|sister|wife|husband|parents?|child|twins?|baby|grand\w+)\b"
_AGED = rf"(?:at (?:the )?age(?: of)?|aged|age) ({COUNT})\b"
_WHEN = rf"(?:in|on|,)? ?{_DATE}"
# An age in a year, either first; which group is which is told beside the pattern.
AGE_IN_YEAR = (
    (rf"\b(?:in|on) {_DATE}{_YEAR},? (?:\(|[^.;:()\d]{{0,24}}?){_AGED}", 1, 2),
    (rf"{_AGED}\)?,? (?:in|on) {_DATE}{_YEAR}", 2, 1),
    (rf"\b(?:was|is|turned|turns|be|reached) (?:just |only )?({COUNT})(?: years old)? (?:when|as) (?:(?! in | on )[^.;\d]){{0,60}} (?:in|on) {_DATE}{_YEAR}", 2, 1),
    (rf"\b(?:in|on) {_DATE}{_YEAR},? (?:when|at which point|by which time) (?:he|she|{_NAME}) (?:was|had turned|turned) (?:just |only )?({COUNT})\b(?! per|%)", 1, 2),
    (rf"\b({ORDINAL}) birthday (?:in|on) {_DATE}{_YEAR}", 2, 1),
    (rf"\b(?:[Ii]n|[Oo]n) {_DATE}{_YEAR},? (?:he|she|{_NAME}) (?:celebrated|marked|turned|reached) (?:(?:his|her) )?(?:the age of )?({ORDINAL}|{COUNT})\b(?: birthday|[,.])", 1, 2),
    (rf"\bturn(?:s|ed|ing)? ({COUNT})(?: years old)? (?:in|on) {_DATE}{_YEAR}", 2, 1),
)
# An age on the day of publication.
AGE_NOW = (
    rf"\b{_NAME}(?:,| \() ?(?:aged |who is |now )?(\d{{1,3}})[,)]",
    rf"\b(\d{{1,3}})-year-old\b",
    rf"\b(?:is|now) (?:now |currently |still )?({COUNT})(?: years old|\b(?= and\b|[,.;]))",
    rf"\b(?:turns|has turned|turned) ({COUNT}) (?:today|on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|this (?:week|month|year))",
    rf"\b(?:has died|have died|died|dies|passed away|dead)(?: on \w+day| this week| last week| yesterday| today)?(?: at (?:his|her) home)?,? (?:peacefully,? )?{_AGED}",
    rf"\b(?:celebrat\w+|mark\w*) (?:his|her) ({ORDINAL}) birthday (?:today|this (?:week|month|year)|on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)",
)
LIFE = rf"(?<![\w-])\(?(?:born )?{_YEAR} ?[-–—] ?{_YEAR}\)"


class Birth(NamedTuple):
    year: int
    start: int
    end: int
    name: str                               # “” for he or she
    sentence: Sentence


class Age(NamedTuple):
    age: int
    year: int
    start: int
    end: int
    slack: int = 0


def judge(article: Article, born: list[int], lives: list[re.Match[str]]) -> Iterator[Flag]:
    """`born` are offsets at which “born” ends."""
    births = [birth for end in born if (birth := _birth(article, end))]
    for birth in births:
        told = False
        for age in _ages(article, birth.sentence):
            if not told and not birth.start < age.start < birth.end and not _fits(birth, age) and not _others(article, birth.sentence):
                told = True
                yield _flag(birth, age)
        if not told and (len({its.year for its in births}) == 1 or birth.name):
            yield from _elsewhere(article, birth, len({its.name for its in births}) == 1)
    for life in lives:
        first, last = int(life[1]), int(life[2])
        where = sentence(article, life.start())
        for age in _ages(article, where):
            if first < last and age.year == last and not 0 <= age.year - first - age.age <= 1:
                yield Flag("age", min(life.start(), age.start), max(life.end(), age.end),
                           _values(first, age))


def _birth(article: Article, at: int) -> Birth | None:
    text = article.plain
    where = sentence(article, at - 1)
    found = compiled(BORN).match(text, at, where.end)
    if not found:
        return None
    start = at - len("born")
    before = compiled(SUBJECT).search(text, max(where.start, start - 60), start)
    name = (before[1] or "") if before else ""
    if not before:
        if text[max(where.start, start - 1):start] == "(" and (owner := compiled(rf"({_NAME}) \(\Z").search(text, max(0, start - 40), start)):
            name = owner[1]
        elif start == where.start and (after := compiled(SUBJECT_AFTER).match(text, found.end(), where.end)):
            name = after[1].split()[-1]
        elif start != where.start:
            return None
    if name in ("Was", "Who", "They", "It", "The", "But", "And", "I", "We", "You", "Children", "People", "Those", "Were"):
        return None
    return Birth(int(found[1]), start, found.end(), "" if name in ("He", "She") else name, where)


def _ages(article: Article, where: Sentence) -> Iterator[Age]:
    text = article.plain
    if not any(map(str.isdigit, text[where.start:where.end])):
        return
    taken = False
    for pattern, year, age in AGE_IN_YEAR:
        for found in compiled(pattern).finditer(text, *where):
            taken = True
            yield Age(count(found[age].lower()), int(found[year]), *found.span())
    if article.day and not taken:
        for pattern in AGE_NOW:
            for found in compiled(pattern).finditer(text, *where):
                yield Age(count(found[1].lower()), article.day.year, *found.span(), article.day.month == 1)


def _fits(birth: Birth, age: Age) -> bool:
    return age.year <= birth.year or 0 <= age.year - birth.year - age.age <= 1 + age.slack


def _elsewhere(article: Article, birth: Birth, alone: bool) -> Iterator[Flag]:
    """Ages of the same person in other sentences: with the same surname, or where nobody else was born in the article."""
    text = article.plain
    for kind, start, end in article.document.zones:
        if kind in ("artifact", "foreign") or start <= birth.start < end and end - start == birth.sentence.end - birth.sentence.start:
            continue
        at = start
        while at < end:
            where = sentence(article, at)
            at = max(where.end, at) + 1
            if where.start <= birth.start < where.end or _others(article, where):
                continue
            said = text[where.start:where.end]
            same = birth.name and compiled(rf"\b{re.escape(birth.name)}\b").search(said)
            if not same and not (alone and not birth.name):
                continue
            for age in _ages(article, where):
                its = text[age.start:age.end]
                named = birth.name and birth.name in its or not compiled(_NAME).match(its)
                if same and named and age.age > 15 and not _fits(birth, age) and _subject(text, where, age, birth.name):
                    yield _flag(birth, age)
                    return


def _subject(text: str, where: Sentence, age: Age, name: str) -> bool:
    """Whether the age is that of the one who is named."""
    others = {found[0] for found in compiled(rf"{_NAME} ({_NAME})").finditer(text, *where)}
    return name in text[max(where.start, age.start - 60):age.end + 40] and all(name in other for other in others
                                                                               if text.index(other, where.start) > where.start)


def _others(article: Article, where: Sentence) -> bool:
    return compiled(OTHERS).search(article.plain, *where) is not None


def _flag(birth: Birth, age: Age) -> Flag:
    if birth.sentence.start <= age.start < birth.sentence.end:
        return Flag("age", min(birth.start, age.start), max(birth.end, age.end), _values(birth.year, age))
    return Flag("age", age.start, age.end, _values(birth.year, age))


def _values(born: int, age: Age) -> dict[str, str]:
    return {"born": str(born), "year": str(age.year), "age": f"{age.year - born - 1} or {age.year - born}"}
