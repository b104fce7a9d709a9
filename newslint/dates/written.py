"""Dates as news writes them, read and not judged: “12 May 2024”, “Sept. 3”, “the 31st of June”, “2024-05-12”.

`datetime` is enough for this: a library that guesses (dateparser) reads “Chelsea may win” as a date, and hides the
impossible days that are looked for here.
"""
import re
from typing import NamedTuple

from newslint.regexes import compiled

# By their first three letters.
MONTHS = {name: number for number, name in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), 1)}
WEEKDAYS = {name: number for number, name in enumerate("mon tue wed thu fri sat sun".split())}
MONTH_NAMES = ("", "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
               "November", "December")
WEEKDAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
LENGTHS = (0, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)

SP = r"[ \u00a0\n]"
MONTH = (r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|Jun\.|July?|Jul\.|Aug(?:ust|\.)?"
         r"|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)")
WEEKDAY = (r"(?:Mon(?:day|\.)?|Tue(?:sday|s\.?|\.)?|Wed(?:nesday|s\.?|\.)?|Thu(?:rsday|rs?\.?|\.)?|Fri(?:day|\.)?"
           r"|Sat(?:urday|\.)?|Sun(?:day|\.)?)")
# A figure of four digits after a date is its year, unless it is the time of day or the first of a larger number.
YEAR = (rf"(?:1[5-9]|20)\d\d(?![\d%]|[,.:]\d|{SP}?(?:GMT|UTC|BST|hours\b|hrs\b|[ap]\.?m\b)"
        rf"|{SP}(?:local time|EST|EDT|ET|CET|CEST|people\b|men\b|troops\b|jobs\b))")
DAY = r"\d{1,2}(?:st|nd|rd|th)?"
# What keeps a figure from being a day of the month.
NO_DAY_BEFORE = r"(?<![\d.,:£$€/'’-])"
NO_DAY_AFTER = r"(?![\d%°/]|[.:,]\d|st\b|nd\b|rd\b|th\b)"
NUMERIC = r"(?<![\d./-])\d{1,4}([-/.])\d{1,2}\1\d{1,4}(?![\d/-]|\.\d)"


class Written(NamedTuple):
    """A date in the text; 0 where the month, day or year is not written."""

    start: int
    end: int
    day: int
    month: int
    year: int = 0


def month(name: str) -> int:
    return MONTHS[name[:3].lower()]


def weekday(name: str) -> int:
    return WEEKDAYS[name[:3].lower()]


def last_day(month: int, year: int = 0) -> int:
    """The last day of a month; without a year, February may have 29."""
    if month == 2 and year and (year % 4 or not year % 100 and year % 400):
        return 28
    return LENGTHS[month]


def said(day: int, month: int, year: int = 0) -> str:
    """A date as messages name it."""
    return f"{day} {MONTH_NAMES[month]} {year}" if year else f"{day} {MONTH_NAMES[month]}"


# Day, month and year in the order of either side of the Atlantic.
DATE = (rf"(?:(?<![\w.,:£$€/'’-])({DAY})(?:{SP}day)?(?:{SP}of)?{SP}({MONTH})(?![\w’'])(?:,?(?:{SP}of)?{SP}({YEAR}))?"
        rf"|(?<![\w’'-])({MONTH}){SP}(?:the{SP})?({DAY}){NO_DAY_AFTER}(?:,?{SP}({YEAR}))?)")


def dates_in(text: str, start: int, end: int) -> list[Written]:
    """The dates with a month's name in text[start:end]."""
    return [written(found) for found in compiled(DATE).finditer(text, start, end)]


def written(found: re.Match[str]) -> Written:
    """What a match of DATE says."""
    first, its_month, its_year, other_month, second, other_year = found.groups()[:6]
    day = int((first or second).rstrip("stndrh"))
    return Written(*found.span(), day, month(its_month or other_month), int(its_year or other_year or 0))
