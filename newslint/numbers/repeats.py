"""A figure that is not what it was before: “the 21,000 fans”, where the article told of 12,000."""
from __future__ import annotations

from collections.abc import Iterator

from newslint.model import Document
from newslint.numbers.figures import DIGITS, Figure, figures
from newslint.numbers.headlines import HEAD, NO_NOUN, borne_out
from newslint.numbers.places import Flaw, matches_around
from newslint.regexes import compiled

_DEFINITE = rf"\b[Tt]h(?:e|ose|ese) (?P<count>{DIGITS}) (?P<noun>[a-z]{{3,}})(?! (?:or|and) )"
_OPENS = compiled(r"(?:\A|[.!?\n][\"”’)]* ?|[\"“‘]|All (?:of )?)\Z")
# What follows a noun to single out some: “the 14 seats where”
_NARROWED = compiled(r" (?:(?:still|now|who|that|which|where|whose|in|of|from|on|at|with|to|for|under|most)\b|[a-z]+ing\b)")


def check(document: Document, offsets: list[int], bands: dict[str, list[float]]) -> Iterator[Flaw]:
    """“The 21,000 fans”, where the article told of 12,000 fans, and never of 21,000."""
    text = document.text
    for match in matches_around(document, compiled(_DEFINITE), offsets, 8, 40):
        noun, figure = match["noun"].lower(), next(iter(figures(text, match.start("count"), match.end("count"))), None)
        if noun in NO_NOUN or not noun.endswith(("s", "men", "people", "children")) or figure is None or not figure.counts or figure.hedge:
            continue
        before = [other for other, _ in _of_noun(text, noun, match.start())]
        if len(before) != 1 or before[0].hedge or not before[0].counts or before[0].unit != figure.unit:
            continue
        if before[0].value < figure.value / 2 or before[0].value > figure.value * 2 \
                or borne_out(figure, figures(text, 0, match.start())):
            continue
        first = document.zones and before[0].start < document.zones[min(HEAD, len(document.zones)) - 1].end
        plain = _OPENS.search(text, max(0, match.start() - 10), match.start()) and not _NARROWED.match(text, match.end())
        yield Flaw("again", match.start("count"), match.end(), {"before": text[before[0].start:before[0].end]}, (),
                   None if first and plain else "suggestion")


def _of_noun(text: str, noun: str, end: int) -> Iterator[tuple[Figure, int]]:
    """The figures before this noun, up to `end`."""
    at = text.find(" " + noun, 0, end)
    while at >= 0:
        if not text[at + 1 + len(noun):at + 2 + len(noun)].isalpha():
            near = [figure for figure in figures(text, max(0, at - 30), at)
                    if compiled(r"(?: [a-z-]+)?").fullmatch(text, figure.end, at)]
            if near:
                yield near[-1], at
        at = text.find(" " + noun, at + 1, end)
