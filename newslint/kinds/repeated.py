"""What stands in several articles of a run: seen once all of them were read.

`gather` keeps of each article what its paragraphs are, as numbers; `conclude` compares them. An example in a rule file
is several articles with a line of “=====” between them.

Fields
    check   line: a line that stands in three articles or more which are not nearly the same
            article: an article that is nearly the same as an earlier one
            paragraph: a paragraph of prose that stands in another article too
"""
from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import Literal, NamedTuple

from newslint.cache import digest_number
from newslint.layout import SENTENCE_WORDS
from newslint.match import Found
from newslint.model import Document, Hit, Need, Rule

NAME = "repeated"
FIELDS = {"check": Literal["line", "article", "paragraph"]}

FEWEST = 3                                  # articles in which a line of a page stands
SAME = 0.5                                  # of the prose of the shorter of two that are nearly the same
SHORT = 60                                  # characters in which figures are not counted as words
SHORTEST = 8                                # characters of a line that is compared
LONG = 20                                   # words of a paragraph that is told by itself
MANY = 40                                   # articles a paragraph of prose may stand in and still be compared by
COMPARED = ("body", "caption")              # a byline is the same in many articles, and a headline may be
FIGURES = bytes.maketrans(b"123456789", b"000000000")


class Gathered(NamedTuple):
    """What is kept of an article."""

    path: str
    rules: dict[str, str]                   # by check
    keys: array[int]                        # of each paragraph
    starts: array[int]
    ends: array[int]
    words: array[int]


def prepare(rules: list[Rule]) -> Need:
    return Need([], [], {rule.options["check"]: rule.id for rule in rules})


def find(document: Document, found: Found, data: dict[str, str]) -> Iterator[Hit]:
    yield from ()


def gather(document: Document, folded: str, data: dict[str, str]) -> Gathered:
    gathered = Gathered(document.path, data, array("Q"), array("I"), array("I"), array("I"))
    for kind, start, end in document.zones:
        if kind in COMPARED and end - start >= SHORTEST:
            line = folded[start:end]
            gathered.keys.append(digest_number(line.encode("utf-8", "surrogatepass").translate(FIGURES)))
            gathered.starts.append(start)
            gathered.ends.append(end)
            gathered.words.append(line.count(" ") + 1 if end - start > SHORT
                                  else sum(word[0].isalpha() for word in line.split()))
    return gathered


def comparing(data: dict[str, str]) -> Iterable[str]:
    """The rules that compare articles."""
    return data.values()


def conclude(gathered: list[Gathered], fewest: int = FEWEST) -> Iterator[tuple[int, Hit]]:
    """What is said of each article, by its number in the list."""
    places: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for number, one in enumerate(gathered):
        for place, key in enumerate(one.keys):
            places[key].append((number, place))
    shared = {key: its for key, its in places.items() if its[0][0] != its[-1][0]}
    first = _first_of_its_kind(gathered, shared)
    for number, earliest in enumerate(first):
        one = gathered[number]
        if earliest != number and "article" in one.rules and one.starts:
            yield number, Hit(one.rules["article"], one.starts[0], one.ends[0],
                              values={"path": gathered[earliest].path})
    for its in shared.values():
        articles = {first[number] for number, _ in its}
        for number, place in its:
            one = gathered[number]
            if len(articles) >= fewest and one.words[place] > 1:
                check, values = "line", {"count": str(len(articles))}
            elif len(articles) > 1 and one.words[place] >= LONG:
                other = next(other for other, _ in its if first[other] != first[number])
                check, values = "paragraph", {"path": gathered[other].path}
            else:
                continue
            if check in one.rules:
                yield number, Hit(one.rules[check], one.starts[place], one.ends[place], values=values)


def _first_of_its_kind(gathered: list[Gathered], shared: dict[int, list[tuple[int, int]]]) -> list[int]:
    """Of each article, the first that is nearly the same, or the first that is nearly the same as that."""
    common: dict[tuple[int, int], int] = defaultdict(int)
    for its in shared.values():
        numbers = sorted({number for number, place in its if gathered[number].words[place] >= SENTENCE_WORDS})
        if len(numbers) <= MANY:
            for pair in combinations(numbers, 2):
                common[pair] += 1
    prose = [sum(words >= SENTENCE_WORDS for words in one.words) for one in gathered]
    first = list(range(len(gathered)))
    for (one, other), count in sorted(common.items()):
        if count >= SAME * min(prose[one], prose[other]):
            first[other] = min(first[other], first[one])
    return first
