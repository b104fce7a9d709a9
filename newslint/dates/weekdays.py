"""Days of the week against their dates."""
from __future__ import annotations

import datetime
from collections.abc import Iterator
from itertools import zip_longest
from typing import NamedTuple

from newslint.dates.article import Article, Flag, sentence
from newslint.dates.written import (
    WEEKDAY,
    WEEKDAY_NAMES,
    Written,
    last_day,
    named,
    weekday_of,
)
from newslint.regexes import compiled

GREGORIAN = 1753                            # from here on, in Britain and its colonies; others wait till JULIAN
JULIAN = 1924
REACH = 60
FAR = 280                                   # days from publication at which a date may still be of that year
FEW = 12                                    # dates that are compared with one another
NEAR = 45                                   # days between two dates of one article that are taken to be of one year

PART = r"(?:(?: at \d{1,2}(?:[:.]\d\d)? ?[ap]\.?m\.?,?| (?:night|morning|evening|afternoon|lunchtime)))?"
BEFORE = rf"(?<![\w'-])({WEEKDAY}){PART}(?:,? (?:on )?(?:the )?|,? ?\()\Z"
AFTER = (rf"(?:,?(?: which| that)? (?:was|is|fell|falls|will be|will fall|would be|lands?|landed|happens to be|came)"
         rf"(?: on)? a ({WEEKDAY})"
         rf"|,? (?:fell|falls|will fall|landed|lands) on ({WEEKDAY})(?=[,.;:)]|\Z| (?:this|last|and|in)\b)"
         rf"|,? \((?:an? )?({WEEKDAY})(?=[,)])|(?:,| [-–—]) a ({WEEKDAY})|,? ({WEEKDAY})(?=[,.;)]))(?![\w'-])")
# Saturday 11 and Sunday …; Saturday and Sunday, 11 and …
CHAIN = (rf"(?<![\w'-])({WEEKDAY}),? (?:the )?(\d{{1,2}})(?:st|nd|rd|th)?(?:,? (?:and|to|until|till|or|through) |, |"
         rf" ?[-–—/&] ?)\Z")
PAIR = (rf"(?<![\w'-])({WEEKDAY})(?: (?:and|to|until|through|or) | ?[-–—&/] ?)({WEEKDAY}),? (?:the )?(\d{{1,2}})(?:st"
        rf"|nd|rd|th)?"
        r"(?: (?:and|to|until|through|or) | ?[-–—&/] ?)(?:the )?\Z")
SPAN = rf",? (?:to|until|till|through|and|or) {WEEKDAY},? (?:the )?| ?[-–—] ?(?:{WEEKDAY},? )?"
TO_COME = (r"(?i)\b(?:will|due|planned|scheduled|set (?:for|to)|next|starts?|begins?|opens?|runs?|plans?|expected"
           r"|until|till"
           r"|(?:is|are|was|were) to|can|may|meets?|takes? place|deadline)\b")
NEWSPAPER = r"\b(?:The|the) Sun,? \Z"
# A date without a year in such a sentence need not be one of this year.
OTHER_YEAR = (r"\b(?:1[5-9]|20)\d\d\b|\b(?:years? (?:ago|earlier|later|before)|last year|next year|that year|previous"
              r" year|anniversary)\b")


class Dated(NamedTuple):
    """A day of the week with its date."""

    weekday: int
    date: Written                           # its span is that of both


def judge(article: Article) -> Iterator[Flag]:
    loose = []
    for one in _with_years(article):
        for dated in _dated(article.plain, one):
            if one.year:
                yield from _with_year(dated)
            else:
                loose.append(dated)
    if article.day:
        for dated in loose:
            yield from _published(article, dated, article.day)
    else:
        yield from _together(article, loose)


def _with_years(article: Article) -> Iterator[Written]:
    """The dates; the first of a span has the year of its end, where that is in the same month or a later one."""
    for one, other in zip_longest(article.dates, article.dates[1:]):
        if other and not one.year and other.year and other.start - one.end < 30 \
                and compiled(SPAN).fullmatch(article.plain, one.end, other.start) and one.month <= other.month:
            one = one._replace(year=other.year)
        yield one


def _dated(text: str, one: Written) -> Iterator[Dated]:
    first = max(0, one.start - REACH)
    before = compiled(BEFORE).search(text, first, one.start)
    if before and not (before[1] == "Sun" and compiled(NEWSPAPER).search(text, first, one.start)):
        yield Dated(weekday_of(before[1]), one._replace(start=before.start()))
        chain = compiled(CHAIN).search(text, max(0, before.start() - REACH), before.start())
        if chain and int(chain[2]) < one.day:
            yield Dated(weekday_of(chain[1]), one._replace(start=chain.start(), end=chain.end(2), day=int(chain[2])))
    if not before and text[one.start].isdigit():
        pair = compiled(PAIR).search(text, first, one.start)
        if pair and int(pair[3]) < one.day:
            yield Dated(weekday_of(pair[1]), one._replace(start=pair.start(), day=int(pair[3])))
            yield Dated(weekday_of(pair[2]), one._replace(start=pair.start(2)))
    after = compiled(AFTER).match(text, one.end, one.end + REACH) if not before else None
    if after:
        name = next(filter(None, after.groups()))
        yield Dated(weekday_of(name), one._replace(end=after.end()))


def _day(date: Written, year: int = 0) -> datetime.date | None:
    year = year or date.year
    return datetime.date(year, date.month, date.day) if 0 < date.day <= last_day(date.month, year) else None


def _with_year(dated: Dated) -> Iterator[Flag]:
    day = _day(dated.date)
    if day is None or day.year < GREGORIAN or day.weekday() == dated.weekday:
        return
    if day.year < JULIAN and dated.weekday in ((day + datetime.timedelta(shift)).weekday() for shift in (11, 12, 13)):
        return                              # by the calendar Russia, Greece and others kept till then
    yield Flag("weekday", dated.date.start, dated.date.end, _values(dated, day))


def _published(article: Article, dated: Dated, published: datetime.date) -> Iterator[Flag]:
    if _of_another_year(article, dated, published.year):
        return
    days = [day for year in (-1, 0, 1) if (day := _day(dated.date, published.year + year))]
    days.sort(key=lambda day: abs((day - published).days))
    near = [day for day in days if abs((day - published).days) <= FAR]
    if near and all(day.weekday() != dated.weekday for day in near):
        before = _day(dated.date, near[0].year - 1)
        if near[0] > published and before and before.weekday() == dated.weekday \
                and not compiled(TO_COME).search(article.plain, *sentence(article, dated.date.start)):
            return                          # “since the attack on Saturday, Oct. 7”, eleven months later
        yield Flag("weekday-published", dated.date.start, dated.date.end,
                   {**_values(dated, near[0]), "published": f"{published.day} {published:%B %Y}"})


def _of_another_year(article: Article, dated: Dated, this: int = 0) -> bool:
    return any(found[0] != str(this)
               for found in compiled(OTHER_YEAR).finditer(article.plain, *sentence(article, dated.date.start)))


def _together(article: Article, loose: list[Dated]) -> Iterator[Flag]:
    """Two days of the week whose dates cannot both be of one year: told of the one that fits fewer of the others."""
    loose = [dated for dated in {(one.weekday, one.date.month, one.date.day): one for one in loose[::-1]}.values()
             if not _of_another_year(article, dated)]
    loose = sorted(loose, key=lambda dated: dated.date.start)[:FEW]
    against = [[other for other in loose if _near(dated, other) and not _one_year(dated, other)] for dated in loose]
    told = [False] * len(loose)
    for number in sorted(range(len(loose)), key=lambda number: (-len(against[number]), -number)):
        others = [other for other in against[number] if not told[loose.index(other)]]
        if others:
            told[number] = True
            dated = loose[number]
            other = article.plain[others[0].date.start:others[0].date.end]
            yield Flag("weekdays-disagree", dated.date.start, dated.date.end, {"other": other})


def _near(one: Dated, other: Dated) -> bool:
    apart = abs(_place(one) - _place(other))
    return apart <= NEAR


def _place(dated: Dated) -> int:
    return dated.date.month * 31 + dated.date.day


def _one_year(one: Dated, other: Dated) -> bool:
    return any((a := _day(one.date, year)) and (b := _day(other.date, year))
               and (a.weekday(), b.weekday()) == (one.weekday, other.weekday) for year in range(2000, 2028))


def _values(dated: Dated, day: datetime.date) -> dict[str, str]:
    return {"date": named(dated.date._replace(year=day.year)), "weekday": WEEKDAY_NAMES[day.weekday()]}
