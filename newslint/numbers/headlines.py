"""A figure of the headline that the article does not bear out: “12 killed” above “Fourteen people were killed”.

Headline and article are compared by what they count: the dead, the injured, jobs, a noun, a term in prison, an age,
or a sum of money or share where headline and first paragraph have one each. A figure of the headline that stands
anywhere in the article, or is the sum of some that do, is right, whatever it counts there; so is one that the article
gives only vaguely. What is told is the first figure of the article's beginning for the same thing.
"""
from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations
from typing import NamedTuple

from newslint.model import Document, Zone
from newslint.numbers.figures import Figure, figures
from newslint.numbers.places import Flaw
from newslint.regexes import compiled

HEAD = 3                                    # paragraphs of the body in which a figure of the headline is told
WINDOW = 45                                 # characters after a figure in which what it counts is named
FEW = 12                                    # figures of the article that are tried as parts of a sum

# What is counted, and how it is named after a figure
_COUNTED = [(name, compiled(rf"\b(?:{words})\b", re.I)) for name, words in (
    ("killed", "killed|dead|died?|dies|deaths?|fatalities|lost their lives|bodies"),
    ("hurt", "hurt|injured|wounded|injuries"), ("arrested", "arrested|arrests|detained"),
    ("job", "jobs?|posts|roles|redundancies"), ("missing", "missing|unaccounted"))]
_TO = r"(?: (?:at least|up to|more than|about|around|over|some|another|all))? \Z"
_COUNTED_BY = [(name, compiled(rf"\b(?:{verbs}){_TO}", re.I)) for name, verbs in (
    ("killed", r"kill(?:s|ed|ing)?|claim(?:s|ed|ing)|toll (?:hits|reaches|rises to|climbs to|passes|tops|of|is|now)"),
    ("hurt", r"injur(?:es|ed|ing)|wound(?:s|ed|ing)|hurt(?:s|ing)?"),
    ("arrested", r"arrest(?:s|ed|ing)?|detain(?:s|ed|ing)?"))]
_NOUN = compiled(r"(?:[ -](?:more|other|new|extra|of|the|its|their|young|local|former|british|us|uk"
                 r"|[a-z]+(?:al|ed|ic|ish|an|ese)))*[ -]([^\W\d_]{3,})", re.I)
NO_NOUN = frozenset(
    "and the for with from its his her their after over out into who was were are has have had will would could may "
    "but that per than year years old month months week weeks day days hour hours minute minutes point points goal "
    "goals percent cent million billion times time more less".split())
_TERM = compiled(r"[- ](year|month)s?\b", re.I)
_PUNISHED = compiled(r"\b(?:jail|imprison|sentence|banned|ban\b|suspended)", re.I)
_AGE = compiled(r", ([1-9]\d?),|\b([1-9]\d?)-year-old\b")
_DIGITS = compiled(r"\d[\d.,]*(?<=\d)")
_STOP = compiled(r"[.;:!?](?!\d)")


class _Claim(NamedTuple):
    figure: Figure
    counts: frozenset[str]                  # what, in any of its names
    early: bool                             # in the headline or the article's beginning


def check(document: Document, offsets: list[int], bands: dict[str, list[float]]) -> Iterator[Flaw]:
    """The figures of the article's beginning that contradict its headline."""
    text = document.text
    headline = next((zone for zone in document.zones if zone.kind == "headline"), None)
    after = headline.end if headline else 0
    body = [zone for zone in document.zones if zone.kind in ("body", "caption") and zone.start > after]
    if headline is None or not body:
        return
    yield from _ages(text, headline, body)
    claims = [claim for claim in _claims(text, headline, True)
              if (claim.counts or claim.figure.unit) and claim.figure.hedge != "about"
              and not _stands(text, headline.end, claim.figure)]
    if not claims:
        return                              # nine headlines in ten
    told = [claim for place, zone in enumerate(body) for claim in _claims(text, zone, place < HEAD)]
    claims, told = _with_sums(claims, told, body[0].end)
    for claim in claims:
        alike = [other.figure for other in told if other.early and other.counts & claim.counts
                 and other.figure.unit == claim.figure.unit and not _explained(claim.figure, other.figure)]
        if alike and not borne_out(claim.figure, [other.figure for other in told]):
            said = text[claim.figure.start:claim.figure.end]
            yield Flaw("headline", alike[0].start, alike[0].end, {"headline": said})


def borne_out(figure: Figure, others: list[Figure]) -> bool:
    """Whether one of these may be the figure, or some of them make it."""
    alike = [other for other in others if other.unit in (figure.unit, "")]
    if figure.unit == "%" and figure.value == int(figure.value):
        figure = figure._replace(low=figure.value - 0.5, high=figure.value + 0.5)
    if any(other.high >= figure.low and other.low <= figure.high for other in alike):
        return True
    if figure.hedge and any(_explained(figure, other) for other in alike):
        return True
    smaller = [other for other in alike if other.value < figure.value][:FEW]
    return any(abs(sum(one.value for one in some) - figure.value) <= figure.high - figure.value
               for size in (2, 3) for some in combinations(smaller, size))


def _ages(text: str, headline: Zone, body: list[Zone]) -> Iterator[Flaw]:
    """The one age of the first paragraph, where it is not the one of the headline and nobody else is of that age."""
    title = _AGE.findall(text, headline.start, headline.end)
    first = list(_AGE.finditer(text, body[0].start, body[0].end)) if len(title) == 1 else []
    if len(first) == 1:
        age, other = "".join(title[0]), first[0][1] or first[0][2]
        if age != other and not any(compiled(rf"\b{age}\b").search(text, zone.start, zone.end) for zone in body):
            yield Flaw("headline", *first[0].span(1 if first[0][1] else 2), {"headline": age})


def _with_sums(claims: list[_Claim], told: list[_Claim], first_end: int) -> tuple[list[_Claim], list[_Claim]]:
    """The same, with a sum or share counted as one thing where headline and first paragraph have one each."""
    for unit in {claim.figure.unit for claim in claims if claim.figure.unit}:
        titles = [claim for claim in claims if claim.figure.unit == unit]
        firsts = [claim for claim in told if claim.figure.unit == unit and claim.figure.start < first_end]
        if len(titles) == len(firsts) == 1:
            claims, told = ([claim._replace(counts=claim.counts | {unit}) if claim in (titles[0], firsts[0]) else claim
                             for claim in its] for its in (claims, told))
    return claims, told


def _stands(text: str, start: int, figure: Figure) -> bool:
    """Whether the digits of a figure stand in the article as they are: then nothing need be read."""
    digits = _DIGITS.search(text, figure.start, figure.end)
    at = text.find(digits[0], start) if digits else -1
    while at >= 0 and digits:
        end = at + len(digits[0])
        if not text[at - 1].isdigit() and text[at - 1] not in ".,-" and not text[end:end + 1].isdigit() and not (
                text[end:end + 1] in (".", ",", "-", ":", "/") and text[end + 1:end + 2].isdigit()):
            return True
        at = text.find(digits[0], end)
    return False


def _explained(figure: Figure, other: Figure) -> bool:
    """Whether “at least” or “up to” makes room for the other figure."""
    return (figure.hedge == "least" and other.value >= figure.low
            or figure.hedge == "most" and other.value <= figure.high
            or other.hedge == "least" and figure.value >= other.low
            or other.hedge == "most" and figure.value <= other.high)


def _claims(text: str, zone: Zone, early: bool) -> Iterator[_Claim]:
    found = figures(text, zone.start, zone.end)
    for figure, following in zip(found, [*(each.start for each in found[1:]), zone.end]):
        if figure.unit != "points" and (figure.counts or _TERM.match(text, figure.end)):
            yield _Claim(figure, frozenset(_what(text, figure, zone, min(following, figure.end + WINDOW))), early)


def _what(text: str, figure: Figure, zone: Zone, stop: int) -> Iterator[str]:
    """What a figure counts, by the words before and after it."""
    term = _TERM.match(text, figure.end)
    if term and not figure.counts:
        if _PUNISHED.search(text, zone.start, zone.end if zone.kind == "headline" else figure.start):
            yield "term in " + term[1].lower()
        return
    end = _STOP.search(text, figure.end, stop)
    stop = end.start() if end else stop
    for name, words in _COUNTED:
        if words.search(text, figure.end, stop):
            yield name
    for name, verbs in _COUNTED_BY:
        if verbs.search(text, max(zone.start, figure.start - WINDOW), figure.start):
            yield name
    noun = _NOUN.match(text, figure.end, stop)
    if noun and noun[1].lower() not in NO_NOUN:
        yield "=" + noun[1].lower().removesuffix("s")
