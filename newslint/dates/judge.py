"""All checks of dates in one article, each only where something it is about was met."""
from __future__ import annotations

import re
from collections.abc import Iterator

from newslint.dates.article import Article, Flag
from newslint.dates.written import written
from newslint.model import Document
from newslint.published import published


def judge(document: Document, leads: dict[str, list[re.Match[str]]], words: list[tuple[str, int]]) -> Iterator[Flag]:
    """`leads` are the matches of the patterns of kinds/date.py, `words` its words and where they end."""
    dates = sorted((written(found) for found in leads["date"]))
    article = Article.of(document, dates, published(document))
    named = []
    if leads["holiday"]:
        from newslint.dates import holidays

        named = [holidays.written(found) for found in leads["holiday"]]
        yield from holidays.judge(article, named)
    if dates or named or leads["figures"]:
        from newslint.dates import impossible, weekdays

        yield from impossible.days(article)
        for found in leads["figures"]:
            yield from impossible.figures(article, found)
        yield from weekdays.judge(article._replace(dates=sorted(dates + named)))
    if dates or leads["months"] or leads["years"] or leads["began"]:
        from newslint.dates import spans

        yield from spans.judge(article)
        for lead, check in (("months", spans.months), ("years", spans.years), ("began", spans.began_ended)):
            for found in leads[lead]:
                yield from check(article, found)
    if leads["time"]:
        from newslint.dates import clock

        yield from clock.judge(article, sorted(leads["time"], key=re.Match.start))
    for found in leads["bare"]:
        from newslint.dates import clock

        yield from clock.bare(found)
    born = [end for word, end in words if word == "born"]
    if born or leads["life"]:
        from newslint.dates import ages

        yield from ages.judge(article, born, leads["life"])
    others = [end for word, end in words if word != "born"]
    if others or leads["anniversary"]:
        from newslint.dates import anniversaries

        yield from anniversaries.judge(article, leads["anniversary"], others)
        if leads["anniversary"]:
            from newslint.dates import wars

            yield from wars.judge(article)
    for found in leads["relative"]:
        from newslint.dates import relative

        yield from relative.judge(article, found)
