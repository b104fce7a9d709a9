"""A figure that is not what it was before: “the 21,000 fans”, where the article told of 12,000."""
from __future__ import annotations

import re
from collections.abc import Iterator

from newslint.model import Document
from newslint.numbers.figures import DIGITS, Figure, figures
from newslint.numbers.headlines import HEAD, NO_NOUN, borne_out
from newslint.numbers.places import Flaw, matches_around
from newslint.regexes import compiled

MOST = 30                                   # such figures of an article that are looked at
CLOSE = 2                                   # times the figure before that one for the same thing may be
REACH = 30                                  # characters before a noun in which its figure stands

_FIGURE = rf"\bth(?:e|ose|ese) (?P<count>{DIGITS}) (?P<noun>[a-z]+(?:s|men|people|children))\b(?! (?:or|and) )"
_DEFINITE = compiled(_FIGURE, re.I)
LEADS = [_FIGURE]
_OPENS = compiled(r"(?:\A|[.!?\n][\"”’)]* ?|[\"“‘]|All (?:of )?)\Z")
# What follows a noun to single out some: “the 14 seats where”
_NARROWED = compiled(
    r" (?:(?:still|now|who|that|which|where|whose|in|of|from|on|at|with|to|for|under|most)\b|[a-z]+ing\b)")
_BETWEEN = compiled(r"(?: [a-z-]+)?")


def check(document: Document, offsets: list[int], bands: dict[str, list[float]]) -> Iterator[Flaw]:
    """Figures with “the” that differ from the only one told before of that noun."""
    text = document.text
    beginning = document.zones[:HEAD][-1].end if document.zones else 0
    for match in matches_around(document, _DEFINITE, offsets[:MOST], len("these "), REACH + REACH):
        noun, figure = match["noun"].lower(), next(iter(figures(text, *match.span("count"))), None)
        if noun in NO_NOUN or figure is None or not figure.counts:
            continue
        before = _of_noun(text, noun, match.start())
        if len(before) != 1 or before[0].hedge or not before[0].counts or before[0].unit != figure.unit \
                or not figure.value / CLOSE <= before[0].value <= figure.value * CLOSE \
                or borne_out(figure, figures(text, 0, match.start())):
            continue
        opens = _OPENS.search(text, max(0, match.start() - 10), match.start())
        sure = opens and before[0].start < beginning and not _NARROWED.match(text, match.end())
        yield Flaw("again", match.start("count"), match.end(), {"before": text[before[0].start:before[0].end]}, (),
                   None if sure else "suggestion")


def _of_noun(text: str, noun: str, end: int) -> list[Figure]:
    """The figures before this noun, up to `end`; two at most."""
    found: list[Figure] = []
    at = text.find(" " + noun, 0, end)
    while at >= 0 and len(found) < 2:
        if not text[at + 1 + len(noun):at + 2 + len(noun)].isalpha():
            found += [figure for figure in figures(text, max(0, at - REACH), at)
                      if _BETWEEN.fullmatch(text, figure.end, at)][-1:]
        at = text.find(" " + noun, at + 1, end)
    return found
