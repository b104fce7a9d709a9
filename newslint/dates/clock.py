"""Times of day: those no clock shows, those of a zone that does not hold then, and pairs that are two moments."""
from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from itertools import pairwise

from newslint.dates.article import Article, Flag, sentence
from newslint.dates.written import MONTH, MONTH_NAMES, last_day, month_of
from newslint.dates.zones import ZONES, Zone, elsewhere, holds
from newslint.regexes import compiled

_ZONE = "|".join(sorted(ZONES, key=len, reverse=True))
_HALF = r"([ap])(?:m\b|\.m\b\.?)"
# 15:00 BST, 1500 GMT, 3pm, 3.30 p.m. ET, noon GMT
TIME = (rf"(?:(?<![\w.,:£$€/'’-])(\d{{1,2}})(?:[:.](\d\d)|(\d\d))?(?:[ \u00a0]?{_HALF}(?:[ \u00a0]"
        rf"(?:on[ \u00a0])?({_ZONE})\b)?|[ \u00a0]?({_ZONE})\b)"
        rf"|\b(noon|midday|midnight)[ \u00a0]({_ZONE})\b)")
# A time of which nothing but the words around it says that it is one; a match clock has no minute 75 either.
BARE = (r"(?<![\w'’-])(?:at|by|from|until|till|since|before|after|around)[ \u00a0](\d\d):(\d\d)(?![\w:]|\.\d)"
        r"(?=[ \u00a0](?:local[ \u00a0]time|hours|on[ \u00a0](?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|today|tonight"
        r"|tomorrow|yesterday|every[ \u00a0]day"
        r"|in[ \u00a0]the[ \u00a0](?:morning|evening|afternoon)|each[ \u00a0]|and[ \u00a0]\d\d:|to[ \u00a0]\d\d:))")
SAME_MOMENT = r" ?\(|,? or |/| / | ?= ?| \[|, | - "
AT = r"\b(?:at|by|from|until|till|before|after|around|about|since|to|and|than)(?: about| around)? \Z"
TODAY = (r"(?i)\b(?:today|tonight|tomorrow|yesterday|this (?:morning|afternoon|evening)|(?:mon|tues|wednes|thurs|fri"
         r"|satur|sun)day)\b")
IN_MONTH = rf"\b(?:[Ii]n|[Oo]f|[Tt]his|[Ll]ast|[Nn]ext|mid|late|early)[ -]({MONTH})(?: ((?:19|20)\d\d))?\b"
ANOTHER_DAY = r"(?i)\b(?:summer|winter|spring|autumn|last (?:year|month)|next (?:year|month)|in (?:19|20)\d\d)\b"


def judge(article: Article, times: list[re.Match[str]]) -> Iterator[Flag]:
    for found in times:
        yield from _impossible(article, found)
        yield from _season(article, found)
    for one, other in pairwise(times):
        yield from _pair(article, one, other)


def bare(found: re.Match[str]) -> Iterator[Flag]:
    """At 18:75 on Friday."""
    hour, minute = int(found[1]), int(found[2])
    if hour > 24 or minute > 59:
        yield Flag("no-such-time", found.start(1), found.end(),
                   {"reason": "an hour has sixty minutes" if minute > 59 else "a day has 24 hours"})


def _zone(found: re.Match[str]) -> str:
    return found[5] or found[6] or found[8] or ""


def _impossible(article: Article, found: re.Match[str]) -> Iterator[Flag]:
    if not found[1]:
        return
    hour, minute, half = int(found[1]), int(found[2] or found[3] or 0), found[4]
    text, start = article.plain, found.start()
    timed = compiled(AT).search(text, max(0, start - 14), start) is not None
    spaced = text[found.end(3) if found[3] else found.end(2) if found[2] else found.end(1)] == " "
    if found[3] and not half:
        if 1500 <= int(found[1] + found[3]) < 2100 and not timed:
            return                          # the 1968 BST experiment
    elif not found[2] and not half or not found[2] and spaced and found[0].endswith("am") and not timed:
        return                              # 15 GMT; at 45 am I too old?
    elif ":" not in found[0] and minute > 59 and not timed:
        return                              # 12.99pm: a price
    elif hour > 24 and half and not found[2] and not timed and spaced:
        return
    if minute > 59:
        reason = "an hour has sixty minutes"
    elif hour > 24 or hour == 24 and minute:
        reason = "a day has 24 hours"
    elif half and hour > 12:
        reason = "with am or pm the hours go to 12" if hour != 24 else "write midnight or 12am"
    elif half == "p" and hour == 0:
        reason = "the first hour after noon is 12pm"
    else:
        return
    yield Flag("no-such-time", start, found.end(), {"reason": reason})


def _season(article: Article, found: re.Match[str]) -> Iterator[Flag]:
    name = _zone(found)
    zone = ZONES.get(name)
    if not zone or not zone.season:
        return
    when = _when(article, found)
    if when and not holds(zone, *when) and not elsewhere(zone, article.plain):
        month, day, year = when
        date = " ".join(filter(None, (str(day or ""), MONTH_NAMES[month], str(year or ""))))
        yield Flag("zone-season", found.start(), found.end(), {"zone": name, "date": date, "instead": zone.words})


def _when(article: Article, found: re.Match[str]) -> tuple[int, int, int] | None:
    """Month, day and year of a time, as far as its sentence says; else the day of publication."""
    text, at = article.plain, found.start()
    start, end = sentence(article, at)
    part = text.rfind(";", start, at) + 1 or start, min(end, text.find(";", at, end) % (len(text) + 1))
    here = [one for one in article.dates if part[0] <= one.start < part[1]]
    if here:
        zone = ZONES[_zone(found)]
        this = article.day
        days = [(one.month, one.day, one.year or (this.year if this and this.month == one.month else 0))
                for one in here]
        if any(day > last_day(month, year) or holds(zone, month, day, year) for month, day, year in days):
            return None
        return min(zip(here, days), key=lambda pair: abs(pair[0].start - at))[1]
    months = {month_of(its[1]): int(its[2] or 0) for its in compiled(IN_MONTH).finditer(text, start, end)}
    if months:
        month, year = next(iter(months.items()))
        return (month, 0, year) if len(months) == 1 else None
    return _today(article, ZONES[_zone(found)], start, end)


def _today(article: Article, zone: Zone, start: int, end: int) -> tuple[int, int, int] | None:
    """The day of publication, where a sentence speaks of it or of a day near it; not close to a change of clocks."""
    day, text = article.day, article.plain
    if day is None or not compiled(TODAY).search(text, start, end) or compiled(ANOTHER_DAY).search(text, start, end):
        return None
    week = [day + datetime.timedelta(shift) for shift in range(-7, 8)]
    return None if any(holds(zone, its.month, its.day, its.year) for its in week) else (day.month, day.day, day.year)


def _minutes(found: re.Match[str]) -> list[int]:
    """What a time of day may be in minutes after midnight: two where it does not say which half of the day."""
    if found[7]:
        return [0 if found[7] == "midnight" else 720]
    hour, minute = int(found[1]), int(found[2] or found[3] or 0)
    if hour > 24 or minute > 59:
        return []
    if found[4]:
        return [(hour % 12 + (12 if found[4] == "p" else 0)) * 60 + minute] if hour <= 12 else []
    clock = [hour * 60 + minute]
    if 0 < hour <= 12 and not found[3]:
        clock.append((hour % 12 + 12) * 60 + minute)
    return clock


def _pair(article: Article, one: re.Match[str], other: re.Match[str]) -> Iterator[Flag]:
    """15:00 BST (16:00 GMT): two zones, and two moments."""
    first, second = _zone(one), _zone(other)
    between = article.plain[one.end():other.start()]
    if not first or not second or first == second or not compiled(SAME_MOMENT).fullmatch(between):
        return
    mine, its = _minutes(one), _minutes(other)
    moments = {(minute - offset) % 1440 for minute in mine for offset in ZONES[first].offsets}
    others = {(minute - offset) % 1440 for minute in its for offset in ZONES[second].offsets}
    if mine and its and not moments & others:
        yield Flag("zone-pair", one.start(), other.end(), {"first": first, "second": second})
