"""All checks of dates in one article, each only where something it is about was met."""
from __future__ import annotations

import re
from collections.abc import Iterator

from newslint.dates import leads
from newslint.dates.article import Article, Flag
from newslint.dates.written import written
from newslint.model import Document

MANY = 100                                  # of each kind that are looked at: more stand in a list or table only
Matches = dict[str, list[re.Match[str]]]


def judge(document: Document, phrases: list[tuple[int, int, int]], matches: Matches) -> Iterator[Flag]:
    """`phrases` are where those of leads.py stand, `matches` those of the regexes of kinds/date.py."""
    met = leads.read(document.text, phrases, matches.get("short", []))
    met = leads.Leads(met.dates[:MANY], *(offsets[:MANY] for offsets in met[1:]))
    matches = {name: its[:MANY] for name, its in matches.items() if its}
    if not matches and not any(met):
        return
    from newslint.published import published

    article = Article.of(document, [written(found) for found in met.dates], published(document))
    yield from _days(article, met, matches)
    yield from _spans(article, met, matches)
    yield from _years(article, met, matches)
    if "time" in matches or "bare" in matches:
        from newslint.dates import clock

        yield from clock.judge(article, matches.get("time", []))
        for found in matches.get("bare", ()):
            yield from clock.bare(found)
    if article.day and ("today" in matches or "next" in matches):
        from newslint.dates import relative

        for found in matches.get("today", ()):
            yield from relative.today(article.day, found)
        for found in matches.get("next", ()):
            yield from relative.next_or_last(article.day, found)


def _days(article: Article, met: leads.Leads, matches: Matches) -> Iterator[Flag]:
    named = []
    if met.holidays:
        from newslint.dates import holidays

        named = holidays.read(article.document.text, met.holidays)
        yield from holidays.judge(article, named)
    if article.dates or named or "figures" in matches:
        from newslint.dates import impossible, weekdays

        yield from impossible.days(article)
        for found in matches.get("figures", ()):
            yield from impossible.figures(article, found)
        yield from weekdays.judge(article._replace(dates=sorted(article.dates + named)))


def _spans(article: Article, met: leads.Leads, matches: Matches) -> Iterator[Flag]:
    if article.dates or met.months or "years" in matches:
        from newslint.dates import spans

        yield from spans.judge(article)
        for start in met.months:
            yield from spans.months(article, start)
        for found in matches.get("years", ()):
            yield from spans.years(article, found)


def _years(article: Article, met: leads.Leads, matches: Matches) -> Iterator[Flag]:
    lives = [found for found in matches.get("years", ()) if article.plain[found.end():found.end() + 1] == ")"]
    if met.born or lives:
        from newslint.dates import ages

        yield from ages.judge(article, met.born, lives)
    if met.anniversaries or met.words or met.born:
        from newslint.dates import anniversaries

        yield from anniversaries.judge(article, met.anniversaries, met.words + met.born)
    if met.anniversaries:
        from newslint.dates import wars

        yield from wars.judge(article)
