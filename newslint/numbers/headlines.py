"""A figure of the headline that the article does not bear out: “12 killed” above “Fourteen people were killed”.

Headline and article are compared by what they count: the dead, the injured, jobs, a sum of money, or a noun. A figure of the
headline that stands anywhere in the article, or is the sum of some that do, is right, whatever it counts there; so is
one that the article gives only vaguely. What is told is the first figure of the article's beginning for the same thing.
"""
from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations
from typing import Any, NamedTuple

from newslint.model import Document, Zone
from newslint.numbers.figures import Figure, figures
from newslint.numbers.places import Flaw
from newslint.regexes import compiled

# What is counted in other words -> one word for it
_SAME = {"killed": r"killed|dead|died?|dies|deaths?|fatalities|killings?|death toll|lost their lives|bodies", "hurt": r"hurt|injured|wounded|injuries",
         "arrested": r"arrested|arrests|detained", "job": r"jobs?|posts|roles|redundancies|job (?:losses|cuts)", "missing": r"missing|unaccounted",
         "people": r"people|persons"}
_COUNTED = {name: compiled(rf"\b(?:{words})\b", re.I) for name, words in _SAME.items()}
_VERBS = {"killed": r"(?:kill(?:s|ed|ing)?|claim(?:s|ed|ing)|toll (?:hits|reaches|rises to|climbs to|passes|tops|of|is|now))", "hurt": r"(?:injur(?:es|ed|ing)|wound(?:s|ed|ing)|hurt(?:s|ing)?)",
          "arrested": r"(?:arrest(?:s|ed|ing)?|detain(?:s|ed|ing)?)"}
_BEFORE = {name: compiled(rf"\b{words}(?: (?:at least|up to|more than|about|around|over|some|another|all))? \Z", re.I) for name, words in _VERBS.items()}
_AFTER = compiled(r"(?:[ -](?:more|other|new|extra|of|the|its|their|young|local|former|british|us|uk|[a-z]+(?:al|ed|ic|ish|an|ese)))*[ -]([^\W\d_]{3,})", re.I)
NO_NOUN = frozenset("and the for with from its his her their after over out into who was were are has have had will would could may but that per than year years old"
                     " month months week weeks day days hour hours minute minutes point points goal goals percent cent million billion times time more less".split())
HEAD = 3                                    # paragraphs of the body in which a figure of the headline is told
WINDOW = 45                                 # characters after a figure in which what it counts is named


class _Claim(NamedTuple):
    figure: Figure
    counts: frozenset[str]                  # what


def check(document: Document, offsets: list[int], bands: dict[str, list[float]]) -> Iterator[Flaw]:
    """The figures of the article's beginning that contradict its headline."""
    headline = next((zone for zone in document.zones[:6] if zone.kind == "headline"), None)
    if headline is None:
        return
    claims = [claim for claim in _claims(document.text, headline, True) if (claim.counts or claim.figure.unit) and claim.figure.hedge != "about"]
    if not claims:
        return
    claims = [claim for claim in claims if not _stands(document.text, headline.end, claim.figure)]
    if not claims:
        return
    body = [zone for zone in document.zones if zone.kind in ("body", "caption") and zone.start > headline.end]
    told = [(claim, place < HEAD) for place, zone in enumerate(body) for claim in _claims(document.text, zone, False)]
    claims, told = _with_sums(claims, told, body[0].end if body else 0)
    for claim in claims:
        others = [(other, early) for other, early in told if other.counts & claim.counts and other.figure.unit == claim.figure.unit]
        if others and not borne_out(claim.figure, [other.figure for other, _ in told]):
            first = next((other.figure for other, early in others if early and not _explained(claim.figure, other.figure)), None)
            if first:
                yield Flaw("headline", first.start, first.end, {"headline": document.text[claim.figure.start:claim.figure.end]})


def _with_sums(claims: list[_Claim], told: list[tuple[_Claim, bool]], first_end: int) -> tuple[list[_Claim], list[tuple[_Claim, bool]]]:
    """The same, with a sum of money marked as such where headline and first paragraph have one each of a currency."""
    sums = [claim.figure for claim in claims if claim.figure.unit]
    firsts = [claim.figure for claim, _ in told if claim.figure.unit and claim.figure.start < first_end]
    if len(sums) != 1 or len(firsts) != 1 or sums[0].unit != firsts[0].unit:
        return claims, told
    money = frozenset((sums[0].unit,))
    return ([claim._replace(counts=claim.counts | money) if claim.figure == sums[0] else claim for claim in claims],
            [(claim._replace(counts=claim.counts | money) if claim.figure == firsts[0] else claim, early) for claim, early in told])


def _stands(text: str, start: int, figure: Figure) -> bool:
    """Whether the digits of a figure stand in the article as they are: then nothing need be read."""
    digits = compiled(r"\d[\d.,]*(?<=\d)").search(text, figure.start, figure.end)
    at = text.find(digits[0], start) if digits else -1
    while at >= 0 and digits:
        end = at + len(digits[0])
        if not text[at - 1].isdigit() and text[at - 1] not in ".,-" and not text[end:end + 1].isalnum() and not (
                text[end:end + 1] in (".", ",", "-", ":", "/") and text[end + 1:end + 2].isdigit()):
            return True
        at = text.find(digits[0], end)
    return False


def borne_out(figure: Figure, others: list[Figure]) -> bool:
    alike = [other for other in others if other.unit in (figure.unit, "")]
    if any(other.high >= figure.low and other.low <= figure.high for other in alike):
        return True
    if any(_explained(figure, other) for other in alike if figure.hedge):
        return True
    small = [other for other in alike if other.value < figure.value][:12]
    return any(abs(sum(one.value for one in some) - figure.value) <= figure.high - figure.value
               for size in (2, 3) for some in combinations(small, size))


def _explained(figure: Figure, other: Figure) -> bool:
    """Whether “at least” or “up to” makes room for the other figure."""
    least, most = "least", "most"
    return (figure.hedge == least and other.value >= figure.low or figure.hedge == most and other.value <= figure.high
            or other.hedge == least and figure.value >= other.low or other.hedge == most and figure.value <= other.high)


def _claims(text: str, zone: Zone, brief: bool) -> Iterator[_Claim]:
    found = figures(text, zone.start, zone.end)
    for figure, following in zip(found, [*(each.start for each in found[1:]), zone.end]):
        if figure.unit in ("%", "points") or not figure.counts:
            continue
        yield _Claim(figure, frozenset(_what(text, figure, zone, min(following, figure.end + WINDOW), brief)))


def _what(text: str, figure: Figure, zone: Zone, stop: int, brief: bool) -> Iterator[str]:
    sentence = compiled(r"[.;:!?]").search(text, figure.end, stop)
    stop = sentence.start() if sentence else stop
    for name, words in _COUNTED.items():
        if name != "people" and words.search(text, figure.end, stop):
            yield name
    for name, words in _BEFORE.items():
        if words.search(text, max(zone.start, figure.start - 40), figure.start):
            yield name
    noun = _AFTER.match(text, figure.end, stop)
    if noun and noun[1].lower() not in NO_NOUN:
        yield "=" + noun[1].lower().removesuffix("s")
