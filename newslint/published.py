"""When an article was published, as far as it says so itself."""
from __future__ import annotations

import datetime

from newslint.dates.written import DATE, NUMERIC, Written, dates_in, last_day
from newslint.model import Document
from newslint.regexes import compiled

HEAD = 12                                   # paragraphs in which a line with the date is looked for
STAMP = 120                                 # characters of such a line
EARLIEST, LATEST = 1600, 2200
CHANGED = ("updated", "modified", "edited", "changed")
# LONDON, May 12, 2024 (Reuters) - …; KYIV, Ukraine, 12 May 2024 — …
DATELINE = (rf"[A-Z][A-Z.’' -]{{2,30}}(?:, [A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*)?)?,? (?:\(?{DATE}\)?),?"
            r"[^.!?\n]{0,30}?[-–—:]")


def published(document: Document) -> datetime.date | None:
    """The day, from the record, front matter or page, else from a line above the article that holds it, else from its
    dateline. None where nothing says it with its year, or where its order is anyone's guess (04/05/2024)."""
    stated = document.facts.get("date", "")
    if stated:
        return _stated(stated)
    later = None
    for kind, start, end in document.zones[:HEAD]:
        if kind in ("body", "caption"):
            found = compiled(DATELINE).match(document.text, start, end)
            return later or (found and _first(dates_in(document.text, *found.span())) or None)
        line = document.text[start:end]
        if kind != "headline" and len(line) <= STAMP and any(map(str.isdigit, line)):
            day = _first(dates_in(document.text, start, end)) or _numeric(line)
            if day and not line.lower().startswith(CHANGED):
                return day
            later = later or day
    return later


def _stated(stated: str) -> datetime.date | None:
    stated = stated.strip()
    if stated.isdecimal() and len(stated) in (10, 13):      # seconds or milliseconds since 1970
        return datetime.datetime.fromtimestamp(int(stated[:10]), datetime.UTC).date()
    if stated[:8].isdecimal() and stated[8:9] in ("", "T"):
        return _day(int(stated[:4]), int(stated[4:6]), int(stated[6:8]))
    return _numeric(stated) or _first(dates_in(stated, 0, len(stated)))


def _numeric(line: str) -> datetime.date | None:
    """A date in figures, where only one order of them makes one."""
    found = compiled(NUMERIC.replace(r"(?![\w/-]", r"(?![\d/]")).search(line)
    if found is None:
        return None
    one, two, three = (int(part) for part in found[0].split(found[1]))
    if one > 31:
        return _day(one, two, three)
    days = {_day(three, two, one), _day(three, one, two)} - {None}
    return days.pop() if len(days) == 1 else None


def _first(dates: list[Written]) -> datetime.date | None:
    return next((_day(one.year, one.month, one.day) for one in dates if one.year), None)


def _day(year: int, month: int, day: int) -> datetime.date | None:
    if EARLIEST <= year <= LATEST and 1 <= month <= 12 and 1 <= day <= last_day(month, year):
        return datetime.date(year, month, day)
    return None
