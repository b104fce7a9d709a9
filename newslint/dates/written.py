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
MONTH = (r"(?:J(?:anuary|an\.?|une|un\.?|uly|ul\.?)|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|Aug(?:ust|\.)?"
         r"|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?"
         r"|JANUARY|FEBRUARY|MARCH|APRIL|MAY|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER)")
WEEKDAY = (r"(?:Mon(?:day|\.)?|Tue(?:sday|s\.?|\.)?|Wed(?:nesday|s\.?|\.)?|Thu(?:rsday|rs?\.?|\.)?|Fri(?:day|\.)?"
           r"|Sat(?:urday|\.)?|Sun(?:day|\.)?|MONDAY|TUESDAY|WEDNESDAY|THURSDAY|FRIDAY|SATURDAY|SUNDAY)")
# A figure of four digits after a date is its year, unless it is the time of day or the first of a larger number.
YEAR = (rf"(?:1[5-9]|20)\d\d(?![\d%]|[,.:]\d|{SP}?(?:GMT|UTC|BST|hours\b|hrs\b|[ap]\.?m\b)"
        rf"|{SP}(?:local{SP}time|EST|EDT|ET|CET|CEST|people\b|men\b|troops\b|jobs\b))")
DAY = r"\d{1,2}(?:st|nd|rd|th)?"
# What keeps a figure from being a day of the month; “12-14 May” is a day after a day.
NO_DAY_BEFORE = r"(?:(?<![\w.,:£$€/'’-])|(?<=[\s(]\d[-/])|(?<=[\s(]\d\d[-/]))"
NO_DAY_AFTER = r"(?![\d%°/]|[.:,]\d|(?:st|nd|rd|th)\b|-(?:year|day|week|month|hour|point|goal|man)\b)"
# Day, month and year in the order of either side of the Atlantic.
DATE = (rf"(?:{NO_DAY_BEFORE}({DAY})(?:{SP}day)?(?:{SP}of)?{SP}({MONTH})(?![\w’'])(?:,?(?:{SP}of)?{SP}({YEAR}))?"
        rf"|(?<![\w’'-])({MONTH}){SP}(?:the{SP})?({DAY}){NO_DAY_AFTER}(?:,?{SP}({YEAR}))?)")
NUMERIC = r"(?<![\w./-])\d{1,4}([-/.])\d{1,2}\1\d{1,4}(?![\w/-]|\.\d)"


class Written(NamedTuple):
    """A date in the text; the year is 0 where it is not written."""

    start: int
    end: int
    day: int
    month: int
    year: int = 0


def wide(pattern: str) -> str:
    """A pattern in which every space stands for any white space of a line."""
    return SP.join(part.replace(" ", SP) for part in pattern.split(SP))


def month_of(name: str) -> int:
    return MONTHS[name[:3].lower()]


def weekday_of(name: str) -> int:
    return WEEKDAYS[name[:3].lower()]


def last_day(month: int, year: int = 0) -> int:
    """The last day of a month; without a year, February may have 29."""
    if month == 2 and year and (year % 4 or not year % 100 and year % 400):
        return 28
    return LENGTHS[month]


def named(one: Written) -> str:
    """A date as messages name it."""
    return f"{one.day} {MONTH_NAMES[one.month]}" + (f" {one.year}" if one.year else "")


def dates_in(text: str, start: int, end: int) -> list[Written]:
    """The dates with a month's name in text[start:end]."""
    return [written(found) for found in compiled(DATE).finditer(text, start, end)]


def written(found: re.Match[str]) -> Written:
    """What a match of DATE says."""
    first, its_month, its_year, other_month, second, other_year = found.groups()[:6]
    return Written(*found.span(), int((first or second).rstrip("stndrh")), month_of(its_month or other_month),
                   int(its_year or other_year or 0))
