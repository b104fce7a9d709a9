"""Days, times and years that cannot be, or that do not fit one another. The checks stand in newslint/dates.

Fields
    check   no-such-date: a day its month does not have
            weekday: a day of the week and a date with its year that is another
            weekday-published: the same with the year nearest to the day of publication
            weekdays-disagree: two days of the week whose dates cannot be of one year
            holiday: a holiday beside another date than its own
            end-before-start: a span of dates or years that runs backwards
            length: a span and another length than it has
            age: an age that does not fit a year of birth
            anniversary: a number of years that does not fit the years it is of
            no-such-time: a time no clock shows
            zone-season: a time zone that does not hold at that time of year
            zone-pair: a time in two zones that are two moments
            today: “today (Wednesday)” that was published on another day
            next-or-last: “next Friday” that can be read two ways on the day of publication
            war: the years a war has lasted, told twice and not alike, in an article or in two of a run
            age-in-run: an age that does not fit the year of birth another article of the run gives
"""
from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Literal

from newslint.match import Found
from newslint.model import Document, Hit, Need, Rule, one_paragraph

NAME = "date"
COMPARED = ("war", "age-in-run")            # checks
FIELDS = {"check": Literal[
    "no-such-date", "weekday", "weekday-published", "weekdays-disagree", "holiday", "end-before-start", "length", "age",
    "anniversary", "no-such-time", "zone-season", "zone-pair", "today", "next-or-last", "war", "age-in-run"]}


def prepare(rules: list[Rule]) -> Need:
    from newslint.dates import clock, leads, relative, spans, written

    regexes = {"short": leads.SHORT_DATE, "figures": written.NUMERIC, "years": spans.YEARS, "time": clock.TIME,
               "bare": clock.BARE, "today": relative.TODAY, "next": relative.NEXT}
    checks = {rule.options["check"]: rule.id for rule in rules}
    if "next-or-last" not in checks:        # met in every second article
        del regexes["next"]
    return Need([[phrase] for phrase in leads.PHRASES], [(source, 0, 0) for source in regexes.values()],
                (checks, list(regexes)))


def find(document: Document, found: Found, data: tuple[dict[str, str], list[str]]) -> Iterator[Hit]:
    from newslint.dates import judge

    checks, names = data
    matches: dict[str, list[re.Match[str]]] = {}
    for index, match in found.matches():
        matches.setdefault(names[index], []).append(match)
    for flag in judge.judge(document, found.strings, matches):
        if flag.check in checks and one_paragraph(document, flag.start, flag.end):
            yield Hit(checks[flag.check], flag.start, flag.end, values=flag.values, level=flag.level)


def gather(document: Document, folded: str, data: tuple[dict[str, str], list[str]]) -> Any:
    if not comparing(data):
        return None
    from newslint.dates import gathering

    return data[0], gathering.gather(document, folded, document.path)


def comparing(data: tuple[dict[str, str], list[str]]) -> list[str]:
    """The rules that compare articles."""
    return [rule for check, rule in data[0].items() if check in COMPARED]


def conclude(gathered: list[Any]) -> Iterator[tuple[int, Hit]]:
    if not any(one and one[1] for one in gathered):
        return
    from newslint.dates import gathering

    for number, flag in gathering.conclude([one and one[1] for one in gathered]):
        data = gathered[number][0]
        if flag.check in data:
            yield number, Hit(data[flag.check], flag.start, flag.end, values=flag.values)
