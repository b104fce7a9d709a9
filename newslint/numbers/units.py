"""A measure and its conversion: “10 miles (16km)”.

Both are taken for all they may be rounded from (half a unit of the last digit, noughts left out, at most a twentieth),
and 3% more; temperatures for a degree more. Units that differ between countries (tons, gallons, pints) stand for
all of these, and a temperature for a difference too where it is small or the words before it say so.
"""
from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from newslint.model import Document
from newslint.numbers.figures import DIGITS, MOST_ROUNDED, WORDS, figures, step_of
from newslint.numbers.places import Flaw, matches_around
from newslint.numbers.unitnames import NAMES, Unit, unit
from newslint.regexes import compiled

TOLERANCE = 0.03
DEGREES = 1.1                               # how far a converted temperature may be off
SMALL_DIFFERENCE = 7                        # degrees Celsius
REACH = 80                                  # characters in which such a pair stands

_NUMBER = rf"(?:minus )?[-−]?(?:{DIGITS}(?:[- ]?(?:million|billion|thousand|m|bn))?|{WORDS})"
_SMALLER = r"(?:[ -]?\d{1,2}(?:\.\d+)?[- ]?(?:in(?:ches|s)?|lbs?|pounds|oz|ounces)\b)?"
_ABOUT = (r"(?:about |around |some |roughly |approximately |almost |nearly |just over |just under |over |or |more than "
          r"|up to |at least )?")
_PAIR = compiled(
    rf"(?<![\w.,£$€])(?P<one>{_NUMBER})[ \u00a0-]?(?P<unit>{NAMES})\b(?P<small>{_SMALLER})"
    r"(?P<noun>(?:[- ][a-z]+){0,2}?)"
    rf"(?P<joint> ?[(\[]|,? or |/| ?[-–—] ){_ABOUT}"
    rf"(?P<other>{_NUMBER})[ \u00a0-]?(?P<its>{NAMES})\b(?P<smaller>{_SMALLER})(?![\w/])", re.I)
_DIFFERENCE = compiled(
    r"\b(?:ris|rose|warm|cool|colder|hotter|increas|difference|above|below|drop|fell|fall|within|limit|target|goal"
    r"|threshold|by|more|less|higher|lower|range|chang|swing|up|down)", re.I)
_CLOSED = compiled(r"(?: [a-z-]+){0,3}[)\],;]", re.I)
_RATE = compiled(r"\s*(?:per |a |an |/)", re.I)
_MINUS = compiled(r"(?:minus )?[-−]?", re.I)
_DIGITS = compiled(r"[\d,.]+")
_SMALL = compiled(r"(\d+(?:\.\d+)?)[- ]?([a-z]+)", re.I)
_SMALL_UNITS = (("in", 0.0254), ("lb", 0.453592), ("pound", 0.453592), ("oz", 0.0283495), ("ounce", 0.0283495))


class _Size(NamedTuple):
    value: float
    low: float                              # what it may have been rounded from
    high: float


def check(document: Document, offsets: list[int], bands: dict[str, list[float]]) -> Iterator[Flaw]:
    """Pairs of measures of which one is not the other converted."""
    for match in matches_around(document, _PAIR, offsets, REACH, REACH):
        bracketed = match["joint"].strip() in ("(", "[")
        if bracketed and not _CLOSED.match(document.text, match.end()) or not bracketed and match["noun"] \
                or _RATE.search(match["noun"]) or _RATE.match(document.text, match.end()):
            continue                        # 90 miles per gallon
        one, other = unit(match["unit"]), unit(match["its"])
        a, b = _size(match["one"], match["small"], one), _size(match["other"], match["smaller"], other)
        if a is None or b is None or one == other:
            continue
        if {one.of, other.of} == {"celsius", "fahrenheit"}:
            real = _temperature(match, a, b, one.of)
        else:
            real = _measure(a, b, one, other) if one.of == other.of else ""
        if real:
            yield Flaw("conversion", *match.span(), {"real": f"{real} {match['its']}"})


def _measure(a: _Size, b: _Size, one: Unit, other: Unit) -> str:
    """What the first comes to in the unit of the other, where that is not what is said."""
    low, high = a.low * one.least / other.most, a.high * one.most / other.least
    if high * (1 + TOLERANCE) >= b.low and low * (1 - TOLERANCE) <= b.high:
        return ""
    real = a.value * one.least / other.least
    return f"{real:,.3g}" if real < 1000 else f"{round(real, -1):,.0f}"


def _temperature(match: re.Match[str], a: _Size, b: _Size, kind: str) -> str:
    factor = 1.8 if kind == "celsius" else 1 / 1.8
    converted = a.value * 1.8 + 32 if kind == "celsius" else (a.value - 32) / 1.8
    degrees = abs(a.value if kind == "celsius" else b.value)
    before = max(0, match.start() - REACH)
    difference = degrees <= SMALL_DIFFERENCE or _DIFFERENCE.search(match.string, before, match.start())
    if difference and abs(a.value * factor - b.value) <= DEGREES:
        return ""
    half = (a.high - a.low) / 2 if a.value > 100 else 0.5 if a.value == int(a.value) else 0.05
    return "" if abs(converted - b.value) <= half * factor + DEGREES else f"{converted:.0f}"


def _size(written: str, small: str, its: Unit) -> _Size | None:
    """A measure in its unit; with a smaller unit behind it, it is exact."""
    minus = _MINUS.match(written)
    start = minus.end() if minus else 0
    figure = next(iter(figures(written, start, len(written))), None)
    if figure is None:
        return None
    digits = _DIGITS.search(written)
    step = step_of(digits[0]) if digits and figure.value < 1e6 else 2 * (figure.high - figure.value)
    half = 0.0 if small else min(step / 2, MOST_ROUNDED * figure.value) or 0.05
    value = (-figure.value if start else figure.value) + (_in_small(small) / its.least if small else 0.0)
    return _Size(value, value - half, value + half)


def _in_small(written: str) -> float:
    """Inches in metres, pounds and ounces in kilograms."""
    found = _SMALL.search(written)
    sizes = (size for name, size in _SMALL_UNITS if found and found[2].lower().startswith(name))
    return float(found[1]) * next(sizes, 0.0) if found else 0.0
