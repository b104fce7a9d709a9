"""How long ago something was, against the years that are given for it: “the 60th anniversary of the 1969 landing, in 2019”,
“ten years ago, in 2010”."""
from __future__ import annotations

import re
from collections.abc import Iterator

from newslint.dates.article import Article, Flag, sentence
from newslint.dates.counting import COUNT, ORDINAL, count
from newslint.dates.written import MONTH
from newslint.regexes import compiled

_YEAR = r"((?:1[5-9]|20)\d\d)(?![\d%]|[,.]\d|s\b|-\d|[-–—]\d)"
_DATE = rf"(?:(?:\d{{1,2}}(?:st|nd|rd|th)? (?:of )?)?{MONTH},? (?:\d{{1,2}}(?:st|nd|rd|th)?,? )?)?"
_WHEN = rf"(?:in|on|since|of|from|during|back in) (?:the )?(?:early |late |mid-)?{_DATE}{_YEAR}"
JUBILEES = {"silver jubilee": 25, "golden jubilee": 50, "diamond jubilee": 60, "platinum jubilee": 70, "sesquicentennial": 150,
            "tercentenary": 300, "bicentenary": 200, "bicentennial": 200, "centenary": 100, "centennial": 100,
            "silver anniversary": 25, "golden anniversary": 50, "diamond anniversary": 60, "half-century": 50}
ANNIVERSARY = (rf"(?<![\w-])(?:({ORDINAL})[ \u00a0](?:\w+[ \u00a0])?anniversary|({COUNT})[- \u00a0]years?[ \u00a0-]anniversary|({'|'.join(JUBILEES)}))\b")
# What it is the anniversary of, with its year.
SINCE = rf" of (?:(?!\b(?:in|on) )[^.;:!?\d]|(?:in|on) (?!{_DATE}(?:1[5-9]|20)\d\d)){{0,90}}?(?:(?:in|on|since) (?:the )?|the |\()?{_DATE}{_YEAR}"
YEARS_AGO = rf"(?<![\w-])({COUNT}) years? ago(?: today| this (?:week|month|year))?(?:,? (?:back )?in|,? on| \(|,) ?(?:in |on )?{_DATE}{_YEAR}"
AGO_AFTER = rf"\b(?:[Ii]n|[Oo]n|[Ss]ince) {_DATE}{_YEAR},? (?:\(|some )?({COUNT}) years? ago\b"
LATER = (rf"\b(?:[Ii]n|[Oo]n) {_DATE}{_YEAR},? (?:[^.;:!?\d]{{0,20}}, )?(?:just |exactly )?({COUNT}) years? (?:after|on from|since)"
         rf" (?:(?!\b(?:when|who|which|and)\b)[^.;:!?\d]){{0,70}}?(?:(?:in|on|of|the) )?{_DATE}{_YEAR}")
AFTER_IN = (rf"(?<![\w-])({COUNT}) years? (?:after|on from|since) (?:(?!\b(?:when|who|which|and)\b)[^.;:!?\d,]){{0,70}}?(?:(?:in|on|of|the) )?{_DATE}{_YEAR},"
            rf" (?:and )?(?:in|on) {_DATE}{_YEAR}")
THEN = rf"\b(?:in|on) {_DATE}{_YEAR}\b[^;:!?]{{0,120}}?[,.] (?:and |but |[Tt]hen )?(?:just |only |exactly )?({COUNT}) years? (?:later|afterwards|on),? (?:in|on) {_DATE}{_YEAR}"
SINCE_FOR = rf"\bsince {_DATE}{_YEAR},? (?:a (?:period|total) of |(?:or )?for )?(?:the (?:past|last) )?({COUNT}) years\b(?! (?:before|after|later|earlier|ago|old))"
FOR_SINCE = rf"\bfor (?:the (?:past|last) |exactly )?({COUNT}) years,? (?:ever )?since {_DATE}{_YEAR}"
NTH_YEAR = rf"\b(?:in|into|enter\w*|start\w*|begin\w*|began|complet\w*|mark\w*) (?:its|their|the|his|her) ({ORDINAL}) year\b"
BEGAN = rf"\b(?:began|begun|started|broke out|erupted|launched|founded|established|opened|formed|took office|elected|appointed|since|took over|invaded|invasion|took charge)\b[^.;:!?\d]{{0,50}}?(?:(?:in|on|since) )?{_DATE}{_YEAR}"
HEDGED = r"(?i)\b(?:almost|nearly|about|around|roughly|some|over|more than|less than|under|up to|at least|under|approximately|within|just over|just under|every|first|last|another) \Z"
UPCOMING = r"(?i)\b(?:will|next|last year|upcoming|forthcoming|ahead|approach\w*|later|earlier|plan\w*|prepar\w*|would|to (?:mark|celebrate)|coming|due|before)\b"
FOUNDED = rf"\b(?:founded|established|opened|launched|formed|set up|built|incorporated|started|began|created|inaugurated|married|wed)\b(?:(?! (?:after|before|who|which) )[^.;:!?\d]){{0,50}}? in {_DATE}{_YEAR}"


def judge(article: Article, anniversaries: list[re.Match[str]], spans: list[int]) -> Iterator[Flag]:
    """`spans` are offsets of “years ago”, “years after”, “for … years” and their like."""
    for found in anniversaries:
        yield from _anniversary(article, found)
    seen = set()
    for at in spans:
        where = sentence(article, at)
        if where not in seen:
            seen.add(where)
            yield from _years(article, *where)


def _told(found: re.Match[str]) -> int:
    return count((found[1] or found[2]).lower()) if not found[3] else JUBILEES[found[3].lower()]


def _anniversary(article: Article, found: re.Match[str]) -> Iterator[Flag]:
    text = article.plain
    told = _told(found)
    start, end = sentence(article, found.start())
    since = compiled(SINCE).match(text, found.end(), end)
    years = [int(its[1]) for its in compiled(rf"(?<![\w-]){_YEAR}").finditer(text, start, found.start())]
    if since:
        first, last = int(since[1]), since.end()
        later = compiled(rf"[^.;:!?\d]{{0,60}}?\b(?:in|on) {_DATE}{_YEAR}").match(text, since.end(), end)
        at = compiled(rf" (?:in|on) {_DATE}{_YEAR} of\b").match(text, found.end(), end)
        if at:
            return
        if len(years) == 1 and years[0] > first:
            now = years[0]
        elif later and int(later[1]) > first and not years:
            now, last = int(later[1]), later.end()
        elif article.day and not years and not later:
            yield from _now(article, found, told, first, found.start(), last)
            return
        else:
            return
    else:
        begun = [its for its in compiled(FOUNDED).finditer(text, start, end)]
        if len(begun) != 1:
            return
        first, others = int(begun[0][1]), [int(its[1]) for its in compiled(rf"(?<![\w-]){_YEAR}").finditer(text, start, end)]
        others.remove(first)
        last = max(found.end(), begun[0].end())
        if len(others) == 1 and others[0] > first:
            now = others[0]
        elif article.day and not others:
            yield from _now(article, found, told, first, begun[0].start(), last)
            return
        else:
            return
    if now - first != told:
        yield Flag("anniversary", min(found.start(), start if years else found.start()), last, _values(first, now))


def _now(article: Article, found: re.Match[str], told: int, first: int, at: int, last: int) -> Iterator[Flag]:
    """An anniversary that is now, by the day of publication."""
    assert article.day
    start, end = sentence(article, found.start())
    slack = 1 if article.day.month in (1, 2, 11, 12) or compiled(UPCOMING).search(article.plain, start, end) else 0
    if abs(article.day.year - first - told) > slack:
        yield Flag("anniversary", min(at, found.start()), max(last, found.end()), _values(first, article.day.year))


def _years(article: Article, start: int, end: int) -> Iterator[Flag]:
    text, day = article.plain, article.day
    for pattern, told, first, last in ((LATER, 2, 3, 1), (AFTER_IN, 1, 2, 3), (THEN, 2, 1, 3)):
        for found in compiled(pattern).finditer(text, start, end):
            if int(found[last]) > int(found[first]):
                yield from _compare(text, found, told, int(found[first]), int(found[last]))
    if day:
        for pattern, told, first in ((YEARS_AGO, 1, 2), (AGO_AFTER, 2, 1), (SINCE_FOR, 2, 1), (FOR_SINCE, 1, 2)):
            for found in compiled(pattern).finditer(text, start, end):
                if not compiled(r"(?:19|20)\d\d").search(text[start:found.start()] + text[found.end():end]):
                    yield from _compare(text, found, told, int(found[first]), day.year)
    for found in compiled(NTH_YEAR).finditer(text, start, end):
        begun = [its for its in compiled(BEGAN).finditer(text, start, end)]
        years = [int(its[1]) for its in compiled(rf"(?<![\w-]){_YEAR}").finditer(text, start, end)]
        if len(begun) == 1 and len(years) <= 2:
            first = int(begun[0][1])
            later = [year for year in years if year > first]
            now = later[0] if later else day.year if day and len(years) == 1 else 0
            if now and not 0 <= now - first - count(found[1].lower()) + 1 <= 1:
                yield Flag("anniversary", min(found.start(), begun[0].start()), max(found.end(), begun[0].end()),
                           _values(first, now))


def _compare(text: str, found: re.Match[str], told: int, first: int, now: int) -> Iterator[Flag]:
    if abs(now - first - count(found[told].lower())) > 1 \
            and not compiled(HEDGED).search(text, max(0, found.start(told) - 14), found.start(told)):
        yield Flag("anniversary", *found.span(), _values(first, now))


def _values(first: int, now: int) -> dict[str, str]:
    return {"first": str(first), "now": str(now), "years": str(now - first)}
