"""Which lines of a text taken from a web page are the article's, and which were left over from the page.

A line is held against the article's body as a person marked it, and against the page's title and description; what the
line says plays no part, or a measure of rules would measure itself.
"""
from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from html.parser import HTMLParser
from typing import NamedTuple

ARTICLE, HEADLINE, STANDFIRST, DEBRIS, MIXED = "article", "headline", "standfirst", "debris", "mixed"
KEPT = (ARTICLE, HEADLINE, STANDFIRST)
WORDS = re.compile(r"\w+")
LONG = 5                                    # words from which a line is known by itself; a shorter one by its neighbours
MINE, OTHERS = 0.75, 0.35                   # share of a line's words that stand in the body in the same order
NEAR = 12                                   # words between a short line's place in the body and its neighbour's
ENGLISH = frozenset("the of to and in a is that for it on was with as at by from be this are have".split())


class Page(NamedTuple):
    """What a page says of itself."""

    titles: list[list[str]]                 # its headings, its title
    description: list[str]


def words(text: str) -> list[str]:
    return WORDS.findall(unicodedata.normalize("NFKC", text).lower())


def english(text: str) -> bool:
    its_words = words(text)
    return len(its_words) > 20 and sum(word in ENGLISH for word in its_words) > 0.22 * len(its_words)


class Body:
    """The article as a person marked it."""

    def __init__(self, text: str) -> None:
        self.words = words(text)
        self.lines = {" ".join(words(line)) for line in text.split("\n")}
        self.threes: dict[tuple[str, ...], int] = {}
        self.places: dict[str, list[int]] = defaultdict(list)
        for place, word in enumerate(self.words):
            self.places[word].append(place)
            self.threes.setdefault(tuple(self.words[place:place + 3]), place)

    def span(self, line: list[str]) -> tuple[float, tuple[int, int] | None]:
        """The share of a line's words that stand here three in a row, and from where to where."""
        covered = set()
        places = []
        for at in range(len(line) - 2):
            place = self.threes.get(tuple(line[at:at + 3]))
            if place is not None:
                covered |= {at, at + 1, at + 2}
                places.append(place)
        return len(covered) / len(line), (min(places), max(places) + 3) if places else None

    def holds(self, line: list[str], after: int | None, before: int | None) -> bool:
        """Whether these few words stand here, close to a neighbour's place."""
        for place in self.places.get(line[0], ()):
            if self.words[place:place + len(line)] == line and (
                    after is not None and -1 <= place - after <= NEAR
                    or before is not None and -1 <= before - place - len(line) <= NEAR):
                return True
        return False


def label(lines: list[str], body: Body, page: Page) -> list[str]:
    """What each line is."""
    split = [words(line) for line in lines]
    spans: list[tuple[int, int] | None] = [None] * len(lines)
    labels = [""] * len(lines)
    for number, line in enumerate(split):
        if len(line) >= LONG:
            share, span = body.span(line)
            labels[number] = ARTICLE if share >= MINE else DEBRIS if share <= OTHERS else MIXED
            if share >= MINE:
                spans[number] = span
    anchors = [number for number, span in enumerate(spans) if span and len(split[number]) >= 8]
    first, last = (anchors[0], anchors[-1]) if anchors else (0, len(lines) - 1)
    after, before = _neighbours(spans)
    for number, line in enumerate(split):
        if labels[number]:
            continue
        close = first - 4 <= number <= last + 4
        mine = line and close and (" ".join(line) in body.lines or first - 3 <= number <= last + 3
                                   and body.holds(line, after[number], before[number]))
        labels[number] = ARTICLE if mine else DEBRIS
    for number, line in enumerate(split):
        if labels[number] != ARTICLE and number <= last:
            labels[number] = _head(line, labels[number], page)
    return labels


def _neighbours(spans: list[tuple[int, int] | None]) -> tuple[list[int | None], list[int | None]]:
    """Where in the body the line before each ends, and where the line after it starts."""
    after: list[int | None] = []
    known: int | None = None
    for span in spans:
        after.append(known)
        known = span[1] if span else known
    before: list[int | None] = []
    known = None
    for span in reversed(spans):
        before.append(known)
        known = span[0] if span else known
    return after, before[::-1]


def _head(line: list[str], otherwise: str, page: Page) -> str:
    """Headline, standfirst, or what it was taken for."""
    mine = set(line)
    standfirst = set(page.description)
    if len(line) >= 6 and standfirst and len(mine & standfirst) >= 0.85 * len(mine) \
            and len(mine) >= 0.5 * len(standfirst):
        return STANDFIRST
    for title in map(set, page.titles):
        if len(line) >= 3 and len(title) >= 3 and len(mine & title) >= max(3, 0.7 * len(mine | title)):
            return HEADLINE
    return otherwise


def read_page(source: str) -> Page:
    reader = _PageReader()
    reader.feed(source)
    return Page([words(text) for text in reader.headings[:4] + reader.titles[:1] + reader.named["title"][:1]],
                words(" ".join(reader.named["description"][:1])))


class _PageReader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.headings: list[str] = []
        self.titles: list[str] = []
        self.named: dict[str, list[str]] = {"title": [], "description": []}
        self.into: list[str] | None = None
        self.tag = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("h1", "title") and self.into is None:
            self.into, self.tag = (self.headings if tag == "h1" else self.titles), tag
            self.into.append("")
        elif tag == "meta":
            said = dict(attrs)
            name = (said.get("property") or said.get("name") or "").removeprefix("og:")
            if name in self.named and said.get("content"):
                self.named[name].append(said["content"] or "")

    def handle_data(self, data: str) -> None:
        if self.into is not None:
            self.into[-1] += data

    def handle_endtag(self, tag: str) -> None:
        if tag == self.tag:
            self.into, self.tag = None, ""
