"""How long ago something was, against the years that are given for it: “the 60th anniversary of the 1969 landing, in
2019”, “ten years ago, in 2010”."""
from __future__ import annotations

import re
from collections.abc import Iterator

from newslint.dates import spans
from newslint.dates.article import Article, Flag, Sentence, sentence
from newslint.dates.counting import COUNT, ORDINAL, count
from newslint.dates.written import MONTH
from newslint.model import paragraph_at
from newslint.regexes import compiled

_YEAR = r"((?:1[5-9]|20)\d\d)(?![\d%]|[,.]\d|s\b|-\d|[-–—]\d)"
_DATE = rf"(?:(?:\d{{1,2}}(?:st|nd|rd|th)? (?:of )?)?{MONTH},? (?:\d{{1,2}}(?:st|nd|rd|th)?,? )?)?"
ANY_YEAR = rf"(?<![\w-]){_YEAR}"
JUBILEES = {
    "silver jubilee": 25, "golden jubilee": 50, "diamond jubilee": 60, "platinum jubilee": 70, "sesquicentennial": 150,
    "tercentenary": 300, "bicentenary": 200, "bicentennial": 200, "centenary": 100, "centennial": 100,
    "silver wedding": 25, "golden wedding": 50, "diamond wedding": 60}
ANNIVERSARY = (rf"(?<![\w-])(?:({ORDINAL})[ \u00a0](?:\w+[ \u00a0])?anniversary"
               rf"|({COUNT})[- \u00a0]years?[ \u00a0-]anniversary"
               rf"|({'|'.join(JUBILEES)}))\b")
# What it is the anniversary of, with its year.
OF_YEAR = (rf" of (?:(?:the |its |their |his |her )?{_DATE}{_YEAR}"
           rf"|(?:(?! (?:in|at|on) )[^.,;:!?\d]){{1,90}}? (?:in|on|of|from) (?:the )?{_DATE}{_YEAR}"
           rf"|(?:(?! (?:in|at|on) )[^.,;:!?\d]){{1,90}}?(?: the | \(){_YEAR})")
BEGUN = (r"\b(?:[Ff]ounded|established|opened|launched|formed|set up|built|incorporated|started|began|created"
         r"|inaugurated"
         r"|married"
         rf"|wed|treaty|elected)\b(?:(?! (?:after|before|who|which) )[^.;:!?\d]){{0,50}}? (?:in|on|of) {_DATE}{_YEAR}")
UPCOMING = (r"(?i)\b(?:will|next|last year|upcoming|forthcoming|ahead|approach\w*|later|earlier|plan\w*|prepar\w*"
            r"|would|to (?:mark|celebrate)"
            r"|coming|due|before)\b")
HEDGED = (r"(?i)\b(?:almost|nearly|about|around|roughly|some|over|more than|less than|under|up to|at least"
          r"|approximately|within|every"
          r"|first|last|another|least|than) \Z")

_IN = r"(?:[Ii]n|[Oo]n|[Oo]f|[Ss]ince|back in)"
_SOMETHING = r"(?:(?!\b(?:when|who|which|and)\b)[^.;:!?\d]){0,70}?"
# Which group is the number of years, which the year they are counted from, and which the year they end in.
BETWEEN = (
    ((rf"\b{_IN} {_DATE}{_YEAR},? (?:[^.;:!?\d]{{0,20}}, )?(?:just |exactly )?({COUNT}) years? (?:after|on from|since)"
     rf" {_SOMETHING}(?:(?:in|on|of|the) )?{_DATE}{_YEAR}"), 2, 3, 1),
    ((rf"(?<![\w-])({COUNT}) years? (?:after|on from|since) {_SOMETHING}(?:(?:in|on|of|the) )?{_DATE}{_YEAR}"
     rf"(?: [^.;:!?\d,]{{1,30}})?, (?:and )?(?:in|on) {_DATE}{_YEAR}"), 1, 2, 3),
    ((rf"{ANY_YEAR}\b[^;:!?\d]{{0,120}}?[ ,.](?:just |only |exactly )?({COUNT}) years? (?:later|afterwards|on),? (?:in"
     rf"|on) {_DATE}{_YEAR}"),
     2, 1, 3),
)
LATER = BETWEEN[-1]
# The same up to the day of publication.
UP_TO_NOW = (
    ((rf"(?<![\w-])({COUNT}) years? ago(?: today| this (?:week|month|year))?(?:,? (?:back )?in|,? on| \(|,) ?(?:in |on"
     rf" )?{_DATE}{_YEAR}"), 1, 2),
    (rf"\b{_IN} {_DATE}{_YEAR},? (?:\(|some )?({COUNT}) years? ago\b", 2, 1),
    ((rf"\bsince {_DATE}{_YEAR},? (?:a (?:period|total) of |(?:or )?for )?(?:the (?:past|last) )?({COUNT}) years\b"
     r"(?! (?:before|after|later|earlier|ago|old|in|of))"), 2, 1),
    (rf"\bfor (?:the (?:past|last) |exactly )?({COUNT}) years,? (?:ever )?since {_DATE}{_YEAR}", 1, 2),
    ((rf"\b(?:is|'s|been|marks|marked) (?:now |exactly )?({COUNT}) years since {_SOMETHING}(?:(?:in|on|of|the)"
     rf" )?{_DATE}{_YEAR}"), 1, 2),
    (rf"\b(?:{BEGUN})[^.;:!?\d]{{0,30}}? turn(?:s|ed) ({COUNT}) (?:this|last) (?:year|month|week)\b", 2, 1),
    (rf"\b(?:{BEGUN})[^.;:!?\d]{{0,30}}? (?:celebrat\w+|mark\w*) (?:(?:its|their) )?({COUNT}) years\b", 2, 1),
    ((rf"(?<![\w-])(\d{{2,3}})-year-old\b[^.;:!?\d]{{0,60}}?, (?:which was |was )?(?:founded|established|built|opened"
     rf"|formed|launched)"
     rf" in {_DATE}{_YEAR}"), 1, 2),
)
LONG = {"a decade": 10, "one decade": 10, "two decades": 20, "three decades": 30, "four decades": 40,
        "five decades": 50, "six decades": 60, "a quarter of a century": 25, "half a century": 50, "a century": 100}
_LONG = "|".join(f"[{name[0].upper()}{name[0]}]{name[1:]}" for name in sorted(LONG, key=len, reverse=True))
LONG_AGO = rf"\b({_LONG}) ago(?:,? in|,) ?(?:in )?{_DATE}{_YEAR}|\b{_IN} {_DATE}{_YEAR},? \(?({_LONG}) ago\b"
NTH_YEAR = (rf"\b(?:in|into|enter\w*|start\w*|begin\w*|began|complet\w*|mark\w*) (?:its|their|the|his|her) ({ORDINAL})"
            rf" year\b"
            r"(?! (?:at|of (?:school|university|college)|student))")
BEGAN = (r"\b(?:began|begun|started|broke out|erupted|launched|founded|established|opened|formed|took office|elected"
         r"|appointed|since"
         rf"|took over|invaded|invasion|took charge)\b[^.;:!?\d]{{0,50}}?(?:(?:in|on|since) )?{_DATE}{_YEAR}")
NAME_LENGTH = 60                            # characters of the name of an anniversary
BEFORE = 220                                # characters before a sentence, from which “ten years later” may be counted


def judge(article: Article, anniversaries: list[int], words: list[int]) -> Iterator[Flag]:
    """Offsets at which the word “anniversary” or its like ends, or one that may be part of a number of years."""
    for end in anniversaries:
        for found in compiled(ANNIVERSARY).finditer(article.plain, max(0, end - NAME_LENGTH), end):
            yield from _anniversary(article, found)
    seen = set()
    for at in words:
        near = compiled(r"[12][05-9]\d\d").findall(article.plain, max(0, at - BEFORE - 80), at + 180)
        if len(near) < 2 and not article.day:
            continue
        where = sentence(article, at - 1)
        if where not in seen:
            seen.add(where)
            yield from spans.began_ended(article, where)
            yield from _years(article, where)


def _anniversary(article: Article, found: re.Match[str]) -> Iterator[Flag]:
    text, where = article.plain, sentence(article, found.start())
    told = JUBILEES[found[3].lower()] if found[3] else count(found[1] or found[2])
    of_year = compiled(OF_YEAR).match(text, found.end(), where.end)
    years = {its.start(): int(its[1]) for its in compiled(ANY_YEAR).finditer(text, *where)}
    begun = list(compiled(BEGUN).finditer(text, *where))
    if of_year and not text.startswith((" of in", " of on"), found.end()):
        start, end, first = found.start(), of_year.end(), max(map(of_year.start, (1, 2, 3)))
    elif len(begun) == 1:
        start, end, first = min(found.start(), begun[0].start()), max(found.end(), begun[0].end()), begun[0].start(1)
    elif len(years) == 2 and text[:found.start()].endswith(("its ", "their ")):
        first = min(years)
        start, end = first, found.end()
    else:
        return
    others = [place for place in years if place != first]
    now, slack = article.day.year if article.day and not others else 0, 0
    if now and article.day:
        slack = int(article.day.month in (1, 2, 11, 12) or compiled(UPCOMING).search(text, *where) is not None)
    elif len(others) == 1 and years[others[0]] > years[first]:
        now = years[others[0]]
        start, end = min(start, others[0]), max(end, others[0] + 4)
    if now and abs(now - years[first] - told) > slack:
        yield Flag("anniversary", start, end, _values(years[first], now))


def _years(article: Article, where: Sentence) -> Iterator[Flag]:
    text, day = article.plain, article.day
    paragraph = paragraph_at(article.document, where.start)
    for pattern, told, first, last in BETWEEN:
        start = max(paragraph.start, where.start - BEFORE) if paragraph and pattern == LATER[0] else where.start
        for found in compiled(pattern).finditer(text, start, where.end):
            if int(found[last]) > int(found[first]):
                yield from _compare(text, found, told, int(found[first]), int(found[last]))
    if day:
        for pattern, told, first in UP_TO_NOW:
            for found in compiled(pattern).finditer(text, *where):
                if _only_year(text, where, found):
                    yield from _compare(text, found, told, int(found[first]), day.year)
        for found in compiled(LONG_AGO).finditer(text, *where):
            years, first = LONG[(found[1] or found[4]).lower()], int(found[2] or found[3])
            if _only_year(text, where, found) and abs(day.year - first - years) > 2 + years // 20:
                yield Flag("anniversary", *found.span(), _values(first, day.year))
    for found in compiled(NTH_YEAR).finditer(text, *where):
        yield from _nth_year(article, where, found)


def _only_year(text: str, where: Sentence, found: re.Match[str]) -> bool:
    """Whether no other year stands in the sentence, from which the time might be counted."""
    return not compiled(ANY_YEAR).search(text[where.start:found.start()] + " " + text[found.end():where.end])


def _nth_year(article: Article, where: Sentence, found: re.Match[str]) -> Iterator[Flag]:
    """A war that began in 2020 and is in its third year."""
    text, day = article.plain, article.day
    begun = list(compiled(BEGAN).finditer(text, *where))
    years = [int(its[1]) for its in compiled(ANY_YEAR).finditer(text, *where)]
    if len(begun) == 1 and len(years) <= 2:
        first = int(begun[0][1])
        now = max(years) if max(years) > first else day.year if day and len(years) == 1 else 0
        if now and not 0 <= now - first - count(found[1]) + 1 <= 1:
            yield Flag("anniversary", min(found.start(), begun[0].start()), max(found.end(), begun[0].end()),
                       _values(first, now))


def _compare(text: str, found: re.Match[str], told: int, first: int, now: int) -> Iterator[Flag]:
    years = count(found[told])
    slack = 10 if "-year-old" in found[0] and not years % 50 else 1
    if abs(now - first - years) > slack \
            and not compiled(HEDGED).search(text, max(0, found.start(told) - 14), found.start(told)):
        yield Flag("anniversary", *found.span(), _values(first, now))


def _values(first: int, now: int) -> dict[str, str]:
    return {"first": str(first), "now": str(now), "years": str(now - first)}
