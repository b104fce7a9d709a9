"""Days told from the day of publication: “today (Wednesday)”, “next Friday” on a Thursday."""
from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from newslint.dates.article import Flag
from newslint.dates.written import WEEKDAY_NAMES, weekday_of

_DAY = r"(Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)"
TODAY = rf"\b([Tt]oday|[Tt]omorrow|[Yy]esterday)(?:,[ \u00a0]|[ \u00a0]\(){_DAY}(?=[,.;)])"
NEXT = (rf"\b(?:([Ll]ast|[Nn]ext)[ \u00a0]{_DAY}\b"
        r"|([Ll]ast|[Nn]ext|[Tt]his)[ \u00a0](week|month|year)\b)")
SHIFT = {"today": 0, "tomorrow": 1, "yesterday": -1}
CLOSE = 3                                   # days to or from a weekday for which “next” and “last” can be read two ways


def today(day: datetime.date, found: re.Match[str]) -> Iterator[Flag]:
    """“Today (Wednesday)” in an article of a Sunday."""
    meant = day + datetime.timedelta(SHIFT[found[1].lower()])
    away = (meant.weekday() - weekday_of(found[2])) % 7
    # Copy is written the day before it is published, or put online after midnight.
    if away not in (0, 1, 6):
        yield Flag("today", *found.span(), {"day": found[1].lower(), "weekday": WEEKDAY_NAMES[meant.weekday()],
                                            "published": f"{day.day} {day:%B %Y}"})


def next_or_last(day: datetime.date, found: re.Match[str]) -> Iterator[Flag]:
    """“Next Friday” on a Thursday; “last month” on the first."""
    if found[1]:
        away = (weekday_of(found[2]) - day.weekday()) % 7
        if 0 < (away if found[1].lower() == "next" else -away % 7) <= CLOSE:
            yield Flag("next-or-last", *found.span(), {"weekday": WEEKDAY_NAMES[day.weekday()]})
    elif _edge(day, found[4]):
        yield Flag("next-or-last", *found.span(), {"weekday": f"{day:%A}, {day.day} {day:%B}"})


def _edge(day: datetime.date, unit: str) -> bool:
    if unit == "week":
        return day.weekday() > 5
    after = day + datetime.timedelta(2)
    before = day - datetime.timedelta(2)
    return after.month != day.month or before.month != day.month if unit == "month" else \
        after.year != day.year or before.year != day.year
