"""Which lines that are likely a page's are borne out by where they stand.

One alone may be an article's own: a subhead “Politics”, a date in a list of fixtures.
"""
from __future__ import annotations

from collections import Counter

from newslint.layout import body
from newslint.model import Document

NEAR = 5                                    # paragraphs between a likely line and one that bears it out
MENU = 4                                    # lines in a row, of plain words, that are a menu
OFTEN = 3                                   # times that a line of an article does not stand in it
END = 2                                     # paragraphs at the end of the file


def borne_out(document: Document, likely: dict[int, bool], rules: dict[int, str], words: set[int]) -> set[int]:
    """The starts of the paragraphs that are a page's. `likely` says which of those found need to be borne out, `words`
    which are known by plain words. What bears them out: one near them that is sure, a menu, standing before or after
    the article in a text where two rules found something, the end of the file after the article, repetition.
    """
    if not any(likely.values()):
        return set(likely)
    places = [place for place, zone in enumerate(document.zones) if zone.start in likely]
    starts = [document.zones[place].start for place in places]
    article = body(document, [zone.start in likely for zone in document.zones])
    varied = len(set(rules.values())) > 1
    sure = [not likely[start] for start in starts]
    for at, place in enumerate(places):
        row = starts[at:at + MENU]
        if len(row) == MENU and places[at + MENU - 1] - place <= MENU and words.issuperset(row):
            sure[at:at + MENU] = [True] * MENU
        elif varied and place and article.last >= 0 and not article.first < place < article.last:
            sure[at] = True
    _spread(sure, places)
    end = max(len(document.zones) - END, article.last + 1) if article.last >= 0 else len(document.zones)
    times = Counter(map(document.text.__getitem__, (slice(*document.zones[place][1:]) for place in places)))
    return {start for start, place, its in zip(starts, places, sure)
            if its or place >= end or times[document.text[slice(*document.zones[place][1:])]] >= OFTEN}


def _spread(sure: list[bool], places: list[int]) -> None:
    """Those near a sure one are sure too, and those near them."""
    for order in (range(1, len(places)), range(len(places) - 2, -1, -1)):
        for at in order:
            before = at - order.step
            sure[at] = sure[at] or sure[before] and abs(places[at] - places[before]) <= NEAR
