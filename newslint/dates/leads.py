"""Where in a text something stands that a check of dates may be about.

Months, holidays and the words beside numbers of years are phrases for the automaton: it says where they are, and only
there is anything else looked at. What starts with a figure is a regex for the RE2 set.
"""
from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from newslint.dates.written import DATE, MONTH_NAMES, wide
from newslint.regexes import compiled

_SHORT = "Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec"
FULL = [name.lower() for name in MONTH_NAMES if name]
HOLIDAYS = ("new year's day", "new year's eve", "burns night", "australia day", "groundhog day", "valentine's day",
            "st david's day", "st. david's day", "international women's day", "st patrick's day", "st. patrick's day",
            "april fools' day", "april fool's day", "earth day", "st george's day", "st. george's day", "anzac day",
            "juneteenth", "canada day", "bastille day", "halloween", "bonfire night", "armistice day", "veterans day",
            "st andrew's day", "st. andrew's day", "world aids day", "christmas eve", "christmas day", "boxing day")
ANNIVERSARIES = ("anniversary", "silver jubilee", "golden jubilee", "diamond jubilee", "platinum jubilee", "centenary",
                 "bicentenary", "tercentenary", "centennial", "bicentennial", "sesquicentennial", "silver wedding",
                 "golden wedding", "diamond wedding")
NTH_YEARS = tuple(f"{name} year" for name in "second third fourth fifth sixth seventh eighth ninth tenth eleventh "
                  "twelfth".split())
STARTS = ("founded", "established", "formed", "launched", "opened", "married", "joined", "jailed", "began", "started",
          "elected", "appointed", "took office", "built")
WORDS = ("years", "decade ago", "decades ago", "century ago", *NTH_YEARS, *STARTS)
_GROUPS = (("month", FULL), ("holiday", HOLIDAYS), ("anniversary", ANNIVERSARIES), ("born", ("born",)), ("word", WORDS))
PHRASES = [phrase for _, phrases in _GROUPS for phrase in phrases]
GROUP = [group for group, phrases in _GROUPS for _ in phrases]
SHORT_DATE = wide(rf"\b\d{{1,2}}(?:st|nd|rd|th)?(?: of)? (?:{_SHORT})\b|\b(?:{_SHORT})\.? \d{{1,2}}(?:st|nd|rd|th)?\b")
DAY_BEFORE = wide(r"\d{1,2}(?:st|nd|rd|th)?(?: day)?(?: of)? \Z")
YEAR_NEAR = r"[12][05-9]\d\d"
REACH = 90                                  # characters after a word like “founded” in which its year stands


class Leads(NamedTuple):
    dates: list[re.Match[str]]              # matches of DATE
    months: list[int]                       # where a month and its year start
    holidays: list[int]                     # where they start
    anniversaries: list[int]                # where the word ends
    born: list[int]                         # where the word ends
    words: list[int]                        # where one of WORDS that has a year near it ends


def read(text: str, phrases: list[tuple[int, int, int]], short: Iterable[re.Match[str]]) -> Leads:
    """`phrases` are where those of PHRASES stand, with their index, `short` matches of SHORT_DATE."""
    leads = Leads([], [], [], [], [], [])
    dates: dict[int, re.Match[str]] = {}
    for start, end, index in phrases:
        group = GROUP[index]
        if group == "month":
            if text[start].isupper() and compiled(r"\d").search(text, max(0, start - 9), end + 8):
                if found := _date(text, start):
                    dates[found.start()] = found
                if text[end + 1:end + 5].isdigit():
                    leads.months.append(start)
        elif group in ("word", "born"):
            if compiled(YEAR_NEAR).search(text, max(0, start - REACH), end + REACH):
                (leads.words if group == "word" else leads.born).append(end)
        else:
            (leads.holidays if group == "holiday" else leads.anniversaries).append(start if group == "holiday" else end)
    for lead in short:
        if found := compiled(DATE).match(text, lead.start()):
            dates[found.start()] = found
    leads.dates.extend(dates[start] for start in sorted(dates))
    return leads


def _date(text: str, start: int) -> re.Match[str] | None:
    """The date that the month at this offset is part of."""
    day = compiled(DAY_BEFORE).search(text, max(0, start - 14), start)
    return day and compiled(DATE).match(text, day.start()) or compiled(DATE).match(text, start)
