"""Lines of a page known by where they stand: in a row of short lines, before or after the article.

Only in texts in which other rules found lines of a page, and never what may be the headline or a heading: it stands
close above the article, or has its words.

Fields
    check   run: short lines in a row within the article, among which others were found
            head: a line before the article
            tail: a line after it
"""
from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from newslint.kinds.line import without
from newslint.layout import Article, body, stopped
from newslint.match import Found
from newslint.model import Document, Hit, Need, Rule
from newslint.regexes import compiled

NAME = "block"
GOES_BY = ("line",)                         # kinds whose findings it needs
FIELDS = {"check": Literal["run", "head", "tail"]}

SHORT = 12                                  # words; a longer line is taken only among short ones
LONG = 30                                   # and one longer than this not at all
RUN = 6                                     # short lines that make a run
AROUND = 3                                  # paragraphs before and after in which others are counted
IN_RUN, IN_BLOCK = 2, 3                     # of those, how many must be known; known or short
IN_HEAD, IN_TAIL = 2, 1                     # known lines that show that head or tail is a page's
SHARE = 0.1                                 # and their share of the tail
LABEL = 3                                   # words; a longer line close above the article may be its headline
TOP = 10                                    # paragraphs at the top of the text, where one that long may be, too
ABOVE = 30                                  # paragraphs that are close
TOLD = 0.4                                  # share of a heading's words that the article has
STEM = 5                                    # letters by which words are compared
SHORTEST = 4                                # letters of a word that tells something
HEADS = ("headline", "byline", "dateline")
ITEMS = ("* ", "+ ", "o ", "• ", "- ", "– ", "» ", "› ")    # no headline starts so


def prepare(rules: list[Rule]) -> Need:
    return Need([], [], {rule.options["check"]: rule.id for rule in rules}, always=True)


def find(document: Document, found: Found, data: dict[str, str]) -> Iterator[Hit]:
    known = [zone.kind == "artifact" for zone in document.zones]
    if True not in known or document.format == "html":      # of a saved page, its marks tell what is the article
        return
    article = body(document, known)
    if article.last < 0:
        return
    titles = _titles(document, found.folded, article)
    for place, check in _taken(document, article, known):
        if check in data and place not in titles:
            _, start, end = document.zones[place]
            yield Hit(data[check], start, end, edits=(without(document, start, end),))


def _taken(document: Document, article: Article, known: list[bool]) -> Iterator[tuple[int, str]]:
    lines = [document.text[start:end] for _, start, end in document.zones]
    short = [line.count(" ") < SHORT and "\n" not in line and not stopped(line) for line in lines]
    page = [its or other for its, other in zip(known, short)]
    head = sum(known[:article.first]) >= IN_HEAD
    tail = sum(known[article.last + 1:]) >= max(IN_TAIL, SHARE * (len(known) - article.last - 1))
    runs = _runs(page)
    for place, line in enumerate(lines):
        if known[place] or not place:       # the first line is the title, unless a rule knows it
            continue
        around = slice(max(0, place - AROUND), place + AROUND + 1)
        if article.first <= place <= article.last:
            if short[place] and runs[place] >= RUN and sum(known[around]) >= IN_RUN:
                yield place, "run"
        elif head if place < article.first else tail:
            outside = [its and not article.first <= other <= article.last
                       for other, its in zip(range(around.start, len(page)), page[around])]
            if short[place] or line.count(" ") < LONG and sum(outside) >= IN_BLOCK:
                yield place, "head" if place < article.first else "tail"


def _runs(page: list[bool]) -> list[int]:
    """Of each paragraph, how many that may be the page's stand in a row there."""
    runs = [0] * len(page)
    start = 0
    for place, its in enumerate([*page, False]):
        if not its:
            runs[start:place] = [place - start] * (place - start)
            start = place + 1
    return runs


def _titles(document: Document, folded: str, article: Article) -> set[int]:
    """What may be the headline, a standfirst or a heading."""
    said = set(_stems(folded[document.zones[article.first].start:document.zones[article.last].end]))
    titles = set()
    for place, (kind, start, end) in enumerate(document.zones):
        words = folded.count(" ", start, end) + 1
        if kind in HEADS:
            titles.add(place)
        elif kind != "artifact" and LABEL <= words <= LONG and not folded.startswith(ITEMS, start):
            stems = _stems(folded[start:end])
            if place < min(TOP, article.first) or words > LABEL and 0 < article.first - place <= ABOVE \
                    or len(stems) > 1 and sum(stem in said for stem in stems) >= TOLD * len(stems):
                titles.add(place)
    return titles


def _stems(folded: str) -> list[str]:
    return [word[:STEM] for word in compiled(r"[^\W_]+").findall(folded) if len(word) >= SHORTEST]
