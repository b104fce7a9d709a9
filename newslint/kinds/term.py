"""One term written in two ways in an article.

Fields
    check   inner-capitals: PayPal and Paypal, DiCaprio and diCaprio; the form found less often is marked, once
            compound: weblog and web log, filesharing and file-sharing, BrightWater and Bright Water, Lister & Crane and
                Lister and Crane
            capital: a name of three words or more whose last word loses its capital: “… Partnership agreement”
"""
from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Literal

from newslint.match import Found
from newslint.model import Document, Hit, Need, Rule, paragraph_at, touches
from newslint.regexes import compiled
from newslint.sentences import STARTERS
from newslint.words.places import Place, places, tokens_of, types_of

NAME = "term"
FIELDS = {"check": Literal["inner-capitals", "compound", "capital"]}

# The words met in this run, and those with capitals of their own.
MET: set[str] = set()
ODD: set[str] = set()
KEPT = 200_000                              # words that are remembered

READ = ("body", "caption")
HEAD = ("headline", "body", "caption")      # capitals inside a word are a name’s own in a headline too
LONG = 40                                   # letters of the longest name
SHORTEST = 4                                # letters of a word whose capitals are compared
STYLES = ("Mr", "Mrs", "Ms", "Miss", "Dr", "Sir", "Dame", "Lord", "Lady", "Judge", "President", "Senator")
# Before a capital inside a name; there two families differ by it (MacDonald, Macdonald).
FAMILIES = ("Mac", "Mc", "De", "La", "Le", "Van", "Von", "Fitz", "Di", "Du", "O")
_NAME = r"[A-Z][\w’'-]{1,30}"
_JOINED = rf"(?: (?:(?:of|and|for|&|the|of the) )?{_NAME})"
# Compiled where they are used: the rules that need them are off by default.
RUN = rf"(?<!\w){_NAME}{_JOINED}{{2,9}}"
LOWERED = rf"(?<!\w)({_NAME}{_JOINED}{{1,9}}) ([a-z]{{3,}})(?![\w-])"
LONGEST = 5                                 # words before the last of such a run that are compared
MANY = 40                                   # terms of an article that are looked at
CLOSED = 6                                  # letters of a closed form
PART = 3                                    # letters of each of its parts
# First or last parts of pairs of words that are right beside the closed form: may be, any one, set up.
SMALL = frozenset(
    "a an the any every some no one may can over under out up down in on off to into with without all more most less "
    "for back after before through left right my him her your our them their it its who what where when why how that "
    "this body thing time times day way where ever self fold so not now well".split())
AMPERSAND = r"(?<![\w&])([A-Z][\w’'-]+) & ([A-Z][\w’'-]+)"
HYPHENED = r"(?<![\w-])(?!re-)([^\W\d_]{2,})-([^\W\d_]{3,})(?![\w-])"     # re-sign is not resign


def prepare(rules: list[Rule]) -> Need:
    return Need([], [], [(rule.id, rule.options["check"]) for rule in rules])


def find(document: Document, found: Found, data: list[tuple[str, str]]) -> Iterator[Hit]:
    for rule, check in data:
        if check == "inner-capitals":
            yield from _inner_capitals(rule, document, found.folded)
        elif check == "compound":
            yield from _compounds(rule, document)
        else:
            yield from _capitals(rule, document)


def _inner_capitals(rule: str, document: Document, folded: str) -> Iterator[Hit]:
    text = document.text
    types = types_of(text)
    if len(MET) > KEPT:
        MET.clear()
        ODD.clear()
    for word in types - MET:                # looked at once a run
        MET.add(word)
        if not (word.islower() or word.istitle()) and SHORTEST <= len(word) <= LONG and word.isalpha() \
                and not word[1:].islower() and not _is_initials(word):
            ODD.add(word)
    odd = types & ODD
    told = 0
    for key in sorted({word.lower() for word in odd}):
        forms = _forms(text, folded, key)
        if len(forms) < 2 or told > MANY:
            continue
        told += 1
        where = {word: _read_places(document, word) for word in sorted(forms)}
        if any(word[0].islower() for word in forms):
            # A capital that opens a sentence says nothing of a name that starts with a small letter.
            where = {word: [place for place in found if word[0].islower() or not place.opens]
                     for word, found in where.items()}
        where = {word: found for word, found in where.items() if found}
        if len(where) < 2 or _two_families(document, where):
            continue
        keep = max(where, key=lambda word: (len(where[word]), sum(map(str.isupper, word))))
        found = next(found for word, found in where.items() if word != keep)
        yield Hit(rule, found[0].start, found[0].end, (keep,), values={"keep": keep, "count": str(len(where[keep]))})


def _is_initials(word: str) -> bool:
    """Whether it is all capitals, or the plural of initials: MPs."""
    return word.isupper() or word[:-1].isupper() and word[-1] == "s"


def _forms(text: str, folded: str, key: str) -> set[str]:
    """How a word is written, with capitals."""
    forms = set()
    start = folded.find(key)
    while start >= 0:
        form = text[start:start + len(key)]
        if not form.islower() and not _is_initials(form) and not text[start - 1:start].isalpha():
            forms.add(form)
        start = folded.find(key, start + len(key))
    return forms


def _two_families(document: Document, where: dict[str, list[Place]]) -> bool:
    """Whether the forms may be names of two people: a name with a family's prefix, after different given names."""
    if not any(word.startswith(FAMILIES) for word in where):
        return False
    before = [{place.before for place in found if place.before[:1].isupper() and place.before not in STYLES
               and place.before.lower() not in STARTERS} for found in where.values()]
    return all(before) and not set.intersection(*before)


def _read_places(document: Document, word: str) -> list[Place]:
    """Where the word stands in running copy; hyphens and quotation marks around it leave it what it is."""
    return [place for place in places(document.text, word) if _reads(document, place.start, HEAD)]


def _reads(document: Document, start: int, kinds: tuple[str, ...] = READ) -> bool:
    zone = paragraph_at(document, start)
    return zone is not None and zone.kind in kinds and not touches(document.literals, start, start + 1)


def _compounds(rule: str, document: Document) -> Iterator[Hit]:
    # By how it is compared: names with names, words with words.
    closed = {_key(word): word for word in types_of(document.text) if len(word) >= CLOSED and not word.isupper()}
    hyphened = {match[1] + match[2]: match[0] for match in compiled(HYPHENED).finditer(document.text)
                if not {match[1].lower(), match[2].lower()} & SMALL}
    pairs: set[tuple[str, str]] = set()
    for key, form in ((_key(joined), form) for joined, form in hyphened.items()):
        if key in closed:
            pairs.add((closed[key], form))
    names = {key: form for key, form in ((_key(joined), form) for joined, form in hyphened.items())
             if key[0].isupper() and form[form.index("-") + 1].isupper()}
    tokens = tokens_of(document.text)
    for first, second in pairwise(tokens):
        if min(len(first), len(second)) < PART or first[0].isupper() != second[0].isupper():
            continue
        key = _key(first + second)
        other = closed.get(key) or names.get(key)
        if other and not {first.lower(), second.lower()} & SMALL:
            pairs.add((other, f"{first} {second}"))
    for match in compiled(AMPERSAND).finditer(document.text):
        pairs.add((match[0], f"{match[1]} and {match[2]}"))
    for one, other in sorted(pairs)[:MANY]:
        yield from _compound(rule, document, one, other)


def _key(word: str) -> str:
    """A word as closed and open forms are compared: a name keeps its first capital."""
    return word[0] + word[1:].lower()


def _compound(rule: str, document: Document, one: str, other: str) -> Iterator[Hit]:
    """The form found less often, where both stand in running copy outside quotations."""
    where = {}
    for form in (one, other):
        pattern = compiled(rf"(?<![\w@#/.-]){re.escape(form).replace(chr(92) + ' ', ' ')}(?![\w@/-]|\.\w)")
        where[form] = [match.start() for match in pattern.finditer(document.text)
                       if _reads(document, match.start())
                       and not touches(document.quotations, match.start(), match.end())]
    if all(where.values()):
        keep = max(where, key=lambda form: len(where[form]))
        form = other if keep == one else one
        yield Hit(rule, where[form][0], where[form][0] + len(form), (keep,),
                  values={"keep": keep, "count": str(len(where[keep]))})


def _capitals(rule: str, document: Document) -> Iterator[Hit]:
    """Last words in small letters of what is a name to its last word elsewhere."""
    small: dict[str, tuple[int, int]] = {}  # by the words before and itself: where it first stands
    for match in compiled(LOWERED).finditer(document.text):
        start, end = match.span(2)
        if _reads(document, start) and not touches(document.quotations, start, end):
            for words in _tails(match[1].split(" ")):
                small.setdefault(f"{words} {match[2]}", (start, end))
    told: set[tuple[int, int]] = set()
    for run in compiled(RUN).finditer(document.text) if small else ():
        parts = run[0].split(" ")
        if document.text[run.end():run.end() + 1] in ("’", "'", "-") or not _reads(document, run.start()):
            continue
        last = parts.pop()
        for before in _tails(parts):
            place = small.get(f"{before} {last.lower()}")
            if place is not None and place not in told:
                told.add(place)
                start, end = place
                yield Hit(rule, start, end, (last,), values={"term": f"{before} {last}"})


def _tails(words: list[str]) -> Iterator[str]:
    """The last words of a name, two of them or more, without what opens a sentence."""
    if words[0].lower() in STARTERS:
        words = words[1:]
    for size in range(min(len(words), LONGEST), 1, -1):
        if words[-size][0].isupper():
            yield " ".join(words[-size:])
