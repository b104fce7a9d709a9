"""A measure and its conversion in brackets: “10 miles (16km)”.

Both are taken for all they may be rounded from (half a unit of the last digit, noughts left out, at most a twentieth), and 3% more; temperatures for a degree more. Units that
differ between countries (tons, gallons, pints) are taken for all of them, and a temperature for a difference too where
it is small or the words before it say so.
"""
from __future__ import annotations

import re
from collections.abc import Iterator

from newslint.model import Document
from newslint.numbers.figures import DIGITS, MOST_ROUNDED, WORDS, figures, step_of
from newslint.numbers.places import Flaw, matches_around
from newslint.regexes import compiled

TOLERANCE = 0.03
DEGREES = 1.1                               # how far a converted temperature may be off

# Names of a unit -> what it measures, and the least and most of it, in metres, square metres, litres, kilograms, km/h
_UNITS: list[tuple[str, str, float, float]] = [
    ("nautical miles?|nm|nmi", "length", 1852, 1852), ("square miles?|sq miles?|sq mi", "area", 2.58999e6, 2.58999e6),
    ("square (?:kilometres?|kilometers?)|sq ?km|km2|km²", "area", 1e6, 1e6),
    ("square (?:metres?|meters?)|sq ?m|m2|m²", "area", 1, 1), ("square (?:feet|foot)|sq ?ft", "area", 0.092903, 0.092903),
    ("square yards?|sq yards?|sq yds?", "area", 0.836127, 0.836127), ("acres?", "area", 4046.86, 4046.86),
    ("hectares?|ha", "area", 1e4, 1e4), ("cubic (?:metres?|meters?)|m3|m³", "volume", 1000, 1000),
    ("cubic (?:feet|foot)|cu ?ft", "volume", 28.3168, 28.3168), ("cubic yards?", "volume", 764.555, 764.555),
    ("litres?|liters?", "volume", 1, 1), ("millilitres?|milliliters?|ml", "volume", 0.001, 0.001),
    ("(?:us |imperial )?gallons?", "volume", 3.78541, 4.54609), ("pints?", "volume", 0.473176, 0.568261),
    ("fluid ounces?|fl ?oz", "volume", 0.0284131, 0.0295735), ("barrels?", "volume", 158.987, 158.987),
    ("mph|miles per hour|miles an hour", "speed", 1.609344, 1.609344),
    ("km/h|kph|kmh|kmph|(?:kilometres?|kilometers?|km) (?:per|an) hour", "speed", 1, 1), ("knots?", "speed", 1.852, 1.852),
    ("miles?|mi", "length", 1609.344, 1609.344), ("kilometres?|kilometers?|kms?", "length", 1000, 1000),
    ("metres?|meters?|m", "length", 1, 1), ("centimetres?|centimeters?|cms?", "length", 0.01, 0.01),
    ("millimetres?|millimeters?|mm", "length", 0.001, 0.001), ("feet|foot|ft", "length", 0.3048, 0.3048),
    ("inch(?:es)?|ins?", "length", 0.0254, 0.0254), ("yards?|yds?", "length", 0.9144, 0.9144),
    ("kilograms?|kilogrammes?|kilos?|kgs?", "mass", 1, 1), ("grams?|grammes?|g", "mass", 0.001, 0.001),
    ("pounds?|lbs?", "mass", 0.453592, 0.453592), ("ounces?|oz", "mass", 0.0283495, 0.0311035),
    ("stones?|st", "mass", 6.35029, 6.35029), ("tons?", "mass", 907.185, 1016.05),
    ("(?:metric tons?|tonnes?)", "mass", 1000, 1000),
    ("°c|degrees? celsius|degrees? centigrade|degrees? c|celsius|c", "celsius", 1, 1),
    ("°f|degrees? fahrenheit|degrees? f|fahrenheit|f", "fahrenheit", 1, 1),
]
_UNIT = "|".join(names for names, *_ in _UNITS)
_MEASURE = rf"(?:minus )?[-−]?(?:{DIGITS}(?:[- ]?(?:million|billion|thousand|m|bn))?|{WORDS})"
_SMALLER = r"(?:[ -]?\d{1,2}(?:\.\d+)?[- ]?(?:in(?:ches|s)?|lbs?|pounds|oz|ounces)\b)?"
_PAIR = (rf"(?<![\w.,£$€])(?P<one>{_MEASURE})[ \u00a0-]?(?P<unit>{_UNIT})\b(?P<small>{_SMALLER})(?P<noun>(?:[- ][a-z]+){{0,2}}?)"
         rf"(?P<joint> ?[(\[]|,? or |/| ?[-–—] )(?:about |around |some |roughly |approximately |almost |nearly |just over |just under |over |or |more than )?"
         rf"(?P<other>{_MEASURE})[ \u00a0-]?(?P<its>{_UNIT})\b(?P<smaller>{_SMALLER})(?![\w/])")

_DIFFERENCE = compiled(r"\b(?:ris|rose|warm|cool|colder|hotter|increas|difference|above|below|drop|fell|fall|within|limit|target|goal|threshold|by|more|less"
                       r"|higher|lower|range|chang|swing|up|down)", re.I)
_SMALL_UNITS = (("in", 0.0254), ("lb", 0.453592), ("pound", 0.453592), ("oz", 0.0283495), ("ounce", 0.0283495))
_CLOSED = compiled(r"(?: [a-z-]+){0,3}[)\],;]", re.I)
_RATE = compiled(r"\s*(?:per |a |an |/)", re.I)
SMALL_DIFFERENCE = 7                        # degrees Celsius


def check(document: Document, offsets: list[int], bands: dict[str, list[float]]) -> Iterator[Flaw]:
    """Pairs of measures of which one is not the other converted."""
    for match in matches_around(document, compiled(_PAIR, re.I), offsets, 80, 60):
        one, other = _unit(match["unit"]), _unit(match["its"])
        bracketed = match["joint"].strip() in ("(", "[")
        if bracketed and not _CLOSED.match(document.text, match.end()) or not bracketed and match["noun"]:
            continue
        if _RATE.search(match["noun"]) or _RATE.match(document.text, match.end()):
            continue                        # 90 miles per gallon
        a = _size(match["one"], match["small"])
        b = _size(match["other"], match["smaller"])
        if a is None or b is None or one[1] == other[1] and one[2:] == other[2:]:
            continue
        if {one[1], other[1]} == {"celsius", "fahrenheit"}:
            real = _temperature(document.text, match, a, b, one[1])
        elif one[1] == other[1]:
            real = _measure(match, a, b, one, other)
        else:
            continue
        if real:
            yield Flaw("conversion", *match.span(), {"real": f"{real} {match['its']}"})


def _measure(match: re.Match[str], a: tuple[float, float, float], b: tuple[float, float, float], one: tuple[str, str, float, float],
             other: tuple[str, str, float, float]) -> str:
    small = _in_small(match["small"]) / one[2] if match["small"] else 0.0
    its_small = _in_small(match["smaller"]) / other[2] if match["smaller"] else 0.0
    low, high = (a[1] + small) * one[2] / other[3], (a[2] + small) * one[3] / other[2]
    b_low, b_high = b[1] + its_small, b[2] + its_small
    if high * (1 + TOLERANCE) >= b_low and low * (1 - TOLERANCE) <= b_high:
        return ""
    return f"{(a[0] + small) * one[2] / other[2]:,.3g}" if (a[0] + small) * one[2] / other[2] < 1000 else \
        f"{round((a[0] + small) * one[2] / other[2], -1):,.0f}"


def _temperature(text: str, match: re.Match[str], a: tuple[float, float, float], b: tuple[float, float, float], kind: str) -> str:
    def converted(value: float) -> float:
        return value * 1.8 + 32 if kind == "celsius" else (value - 32) / 1.8

    factor = 1.8 if kind == "celsius" else 1 / 1.8
    degrees = abs(a[0] if kind == "celsius" else b[0])
    before = text[max(0, match.start() - 60):match.start()]
    if (degrees <= SMALL_DIFFERENCE or _DIFFERENCE.search(before)) and abs(a[0] * factor - b[0]) <= DEGREES:
        return ""
    half = (a[2] - a[1]) / 2 * factor if a[0] > 100 else (0.5 if a[0] == int(a[0]) else 0.05) * factor
    return "" if abs(converted(a[0]) - b[0]) <= half + DEGREES else f"{converted(a[0]):.0f}"


def _size(written: str, small: str) -> tuple[float, float, float] | None:
    """Value, least and most; a measure with a smaller unit behind it is exact."""
    sign = -1 if written.lower().startswith(("minus", "-", "−")) else 1
    minus = compiled(r"(?:minus )?[-−]?", re.I).match(written)
    figure = next(iter(figures(written, minus.end() if minus else 0, len(written))), None)
    if figure is None:
        return None
    digits = compiled(r"[\d,.]+").search(written)
    step = step_of(digits[0]) if digits and figure.value < 1e6 else 2 * (figure.high - figure.value)
    half = 0.0 if small else min(step / 2, MOST_ROUNDED * figure.value) or 0.05
    return sign * figure.value, sign * figure.value - half, sign * figure.value + half


def _in_small(written: str) -> float:
    """Inches in metres, pounds and ounces in kilograms."""
    found = compiled(r"(\d+(?:\.\d+)?)[- ]?([a-z]+)", re.I).search(written)
    return next((float(found[1]) * size for name, size in _SMALL_UNITS if found[2].lower().startswith(name)), 0.0) if found else 0.0


def _unit(name: str) -> tuple[str, str, float, float]:
    name = name.lower()
    return next(unit for unit in _UNITS if compiled(unit[0]).fullmatch(name))
