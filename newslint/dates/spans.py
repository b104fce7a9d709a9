"""Ends that come before their starts, and how long it is from the one to the other."""
from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from newslint.dates.article import Article, Flag, Sentence, sentence
from newslint.dates.counting import COUNT, count
from newslint.dates.written import MONTH, WEEKDAY, YEAR, Written, last_day, month_of, wide
from newslint.regexes import compiled

_TO = r"(?: (?:to|until|till|through|and) | ?[-–—] ?)"
_WEEKDAY = rf"(?:{WEEKDAY},? )?"
LINK = rf",?{_TO}(?:on )?{_WEEKDAY}(?:the )?\Z"
FROM = (rf"\b(?:[Ff]rom|[Bb]etween|dates?|[Rr]uns?|running|[Oo]n|[Oo]f|[Tt]he|[Uu]ntil|,|\()(?: the)?:? ?{_WEEKDAY}"
        rf"(?:the )?\Z")
BOTH = rf"\b([Ff]rom|[Bb]etween) {_WEEKDAY}(?:the )?\Z"
# Day and day of one month: 12-3 May, May 12-3, from 12 to 3 May.
DAYS_FIRST = rf"(?<![\w.,:£$€/'-])(\d{{1,2}})(?:st|nd|rd|th)?({_TO})(?:the )?{_WEEKDAY}\Z"
DAYS_AFTER = rf"{_TO}{_WEEKDAY}(?:the )?(\d{{1,2}})(?:st|nd|rd|th)?(?![\w%/]|[.:,]\d)(?:, ({YEAR}))?"
MONTHS = wide(rf"\b({MONTH}) ({YEAR})(?: to | until | through | ?[-–—] ?| and )({MONTH}) ({YEAR})")
YEARS = wide(r"(?<![\w.,:£$€/#-])((?:1[5-9]|20)\d\d)( to | until | till | through | ?[-–—] ?| and )((?:1[5-9]|20)\d\d)"
             r"(?![\w%/-]|[.:,]\d)")
ERA = r"\b(?:B\.?C|BCE)\b|\bbefore Christ"
COMPARED = (r"(?i)\b(?:call|ring|phone|tel|dial|back|backwards?|fell|dropped|rose|up|down|compar\w+|declin\w+|cut"
            r"|relative|seats?|votes|members|between)\b")
BEGAN_ENDED = wide((
    r"\b(?:began|begun|started|opened|launched|founded|formed|joined|took (?:office|over|charge)|elected|appointed"
    r"|married|wed"
    r"|born|signed|arrived|introduced|enlisted|jailed|imprisoned|arrested)\b[^.;:!?\d]{0,60}?\b(?:in|on|from|since)"
    rf" (?:({MONTH}) |{{date}})?({YEAR})(?:,? (?:and|but|before|until)(?: (?:was|were|he|she|it|they|then|later"
    rf"|finally|having)){{0,2}}"
    r" |, )(?:ended|ending|finished|finishing|closed|closing|left|leaving|stepped down|stepping down|resign(?:ed|ing)"
    r"|retired|retiring"
    r"|dissolved|disbanded|died|dying|divorced|separated|released|freed|abolished|scrapped|completed|quit|was released"
    r"|was freed)\b"
    rf"[^.;:!?\d]{{0,60}}?\b(?:in|on) (?:({MONTH}) |{{date}})?({YEAR})"
).replace("{date}", rf"(?:\d{{1,2}} )?{MONTH}(?: \d{{1,2}},)? "))
HEDGED = (r"(?i)\b(?:working|business|school|almost|nearly|about|around|roughly|some|over|more than|less than|under|up"
          r" to|at least|every|each|weekly|selected)\b")
COUNT_BEFORE = (rf"(?<![\w.,:£$€/'-])({COUNT})[- ](day|week|month|year)s?\b(?! of age)(?:(?! until | from | and | was |"
                rf" were | had | has | who | which |-old)[^.;:!?\d()]){{0,50}}? (?:from|between|on|over|,|\() ?\Z")
COUNT_AFTER = (rf"(?:,| \(|:| [–—-])(?: or| for| a total of| exactly| in all| the full| lasting| running for| a period"
               rf" of| a span of| spanning)*"
               rf" ?({COUNT})[- ](day|week|month|year)s?\b(?! (?:after|before|later|earlier|ago|old|since|from|of"
               rf" age))")


class Span(NamedTuple):
    start: int
    end: int
    first: tuple[int, int, int]             # year, month, day; 0 where not known
    last: tuple[int, int, int]


def judge(article: Article) -> Iterator[Flag]:
    """Spans of dates with the names of months."""
    text = article.plain
    for one, other in zip(article.dates, article.dates[1:]):
        if not 0 <= other.start - one.end <= 30 or not compiled(LINK).fullmatch(text, one.end, other.start):
            continue
        both = _leads(text, one)
        if " and " in text[one.end:other.start] and both != "between":
            continue
        yield from _span(text, one, other)
    for one in article.dates:
        yield from _days(text, one)


def _leads(text: str, one: Written) -> str:
    found = compiled(BOTH).search(text, max(0, one.start - 40), one.start)
    return found[1].lower() if found else ""


def _span(text: str, one: Written, other: Written) -> Iterator[Flag]:
    year = one.year or other.year
    backwards = (other.month, other.day) < (one.month, one.day)
    if one.year and other.year:
        backwards = (other.year, other.month, other.day) < (one.year, one.month, one.day)
    elif not other.year and one.year or one.month != other.month:
        backwards = False                   # from 12 December to 3 January
    if backwards:
        yield Flag("end-before-start", one.start, other.end)
    elif one.month == other.month or other.year:
        turned = not one.year and (one.month, one.day) > (other.month, other.day)
        first = (one.year or year - turned, one.month, one.day)
        yield from length(text, Span(one.start, other.end, first, (other.year, other.month, other.day)))


def _days(text: str, one: Written) -> Iterator[Flag]:
    """Two days of one month."""
    if text[one.start].isdigit():
        found = compiled(DAYS_FIRST).search(text, max(0, one.start - 24), one.start)
        if not found:
            return
        start, end, first, last, link = found.start(), one.end, int(found[1]), one.day, found[2].strip()
    else:
        found = compiled(DAYS_AFTER).match(text, one.end, one.end + 30)
        if not found or one.year:
            return
        start, end, first, last = one.start, found.end(), one.day, int(found[1])
        link = text[one.end:found.end()].split()[0]
    leads = compiled(BOTH).search(text, max(0, start - 40), start)
    if link in ("to", "until", "till", "through"):
        ranged = leads is not None and leads[1].lower() == "from"
    elif link == "and":
        ranged = leads is not None and leads[1].lower() == "between"
    else:
        ranged = compiled(FROM).search(text, max(0, start - 40), start) is not None or one.year > 0 or start == 0
    if not ranged or not 0 < first <= 31 or not 0 < last <= 31:
        return
    if last < first:
        yield Flag("end-before-start", start, end)
    else:
        yield from length(text, Span(start, end, (one.year, one.month, first), (one.year, one.month, last)))


def months(article: Article, start: int) -> Iterator[Flag]:
    """June 2023 to March 2023."""
    found = compiled(MONTHS).match(article.document.text, start)
    if not found:
        return
    first, last = (int(found[2]), month_of(found[1]), 0), (int(found[4]), month_of(found[3]), 0)
    before = article.plain[max(0, start - 9):start]
    if before[-3:].strip().isdigit() or " and" in found[0] and not before.endswith("etween "):
        return                              # 3 June 2023 to …
    if last < first:
        yield Flag("end-before-start", *found.span())
    else:
        yield from length(article.plain, Span(*found.span(), first, last))


def years(article: Article, found: re.Match[str]) -> Iterator[Flag]:
    """From 2004 to 1998; 2004–1998."""
    text = article.plain
    first, last = int(found[1]), int(found[3])
    link = found[2].strip()
    before = text[max(0, found.start() - 60):found.start()]
    after = text[found.end():found.end() + 40]
    lead = compiled(r"\b(from|between|since) \Z", re.I).search(before)
    if link in ("to", "until", "till", "through") and not (lead and lead[1].lower() == "from") \
            or link == "and" and not (lead and lead[1].lower() == "between"):
        return
    if last >= first:
        yield from length(text, Span(*found.span(), (first, 0, 0), (last, 0, 0)))
    elif not compiled(ERA).search(text, *sentence(article, found.start())) \
            and compiled(r"[,.;:)?!]|\Z| (?:in|at|on|as|when|and|but|he|she|it|they|the|by|for|with|was|were|is|are"
                         r"|who)\b|  ").match(after) \
            and not compiled(COMPARED).search(before.rpartition(". ")[2].removesuffix(lead[0] if lead else "")):
        yield Flag("end-before-start", *found.span())


def began_ended(article: Article, where: Sentence) -> Iterator[Flag]:
    """Began in 2010 and ended in 2005."""
    found = compiled(BEGAN_ENDED).search(article.document.text, *where)
    if not found:
        return
    first = (int(found[2]), month_of(found[1]) if found[1] and found[3] else 0)
    last = (int(found[4]), month_of(found[3]) if found[1] and found[3] else 0)
    if last < first and not compiled(ERA).search(article.plain, found.end(), found.end() + 10):
        yield Flag("end-before-start", *found.span())


def length(text: str, span: Span) -> Iterator[Flag]:
    """A span whose length is told beside it, and is another."""
    before = compiled(COUNT_BEFORE).search(text, max(0, span.start - 90), span.start)
    after = compiled(COUNT_AFTER).match(text, span.end, span.end + 60)
    for found in (before, after):
        if not found or compiled(HEDGED).search(text, max(0, found.start() - 24), found.end()):
            continue
        told, unit = count(found[1].lower()), found[2]
        least, most = _length(span, unit)
        if not least <= told <= most:
            start, end = min(found.start(1), span.start), max(found.end(), span.end)
            if found is before:
                end = span.end
            yield Flag("length", start, end, {"least": str(_middle(span, unit)), "unit": unit,
                                               "told": found[1]})


def _middle(span: Span, unit: str) -> str:
    least, most = _length(span, unit)
    return f"{least} to {most}" if least != most else f"{least}"


def _length(span: Span, unit: str) -> tuple[int, int]:
    """How many days, weeks, months or years a span may be said to have: 0 to endless where the dates do not say."""
    (year, month, day), (end_year, end_month, end_day) = span.first, span.last
    if unit == "year":
        if not year or not end_year:
            return 0, 9999
        apart = end_year - year
        return max(apart - 1, 0), apart + 1
    if not month:
        return 0, 9999
    if unit == "month":
        apart = 12 * (end_year - year) + end_month - month
        return max(apart - 1, 0), apart + 1
    if not day:
        return 0, 9999
    days = _number(end_year or 2023, end_month, end_day) - _number(year or 2023, month, day)
    if unit == "day":
        return days, days + 1
    return days // 7, (days + 7) // 7


def _number(year: int, month: int, day: int) -> int:
    import datetime

    return datetime.date(year, month, min(day, last_day(month, year))).toordinal()
