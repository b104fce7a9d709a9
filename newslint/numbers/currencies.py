"""Sums given in two currencies: “£2.6bn ($6.3bn)”, against what one was ever worth in the other, or against the other
pairs of the article."""
from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from newslint.model import Document
from newslint.numbers.figures import DIGITS, SCALE, figures
from newslint.numbers.places import Flaw, matches_around
from newslint.regexes import compiled

# Words of currencies that are told by what they are called in, not by a sign
_NAMES = {
    "yen": "¥", "yuan": "yuan", "renminbi": "yuan", "rmb": "yuan", "rupee": "₹", "rouble": "rouble", "ruble": "rouble",
    "rand": "rand", "won": "won", "baht": "baht", "ringgit": "ringgit", "shekel": "shekel", "krona": "krona",
    "kronor": "krona", "kroner": "krona", "krone": "krona", "swiss franc": "franc", "real": "real", "reais": "real",
    "zloty": "zloty", "zlotys": "zloty", "euro": "€", "dollar": "$", "us dollar": "$", "pound": "£"}
_SIGN = r"(?:US|AU?|CA?|NZ|HK|S)?\$|[£€¥₹]|Rs\.? ?"
_NAME = "|".join(sorted(_NAMES, key=len, reverse=True))
_SUM = rf"(?:(?:{_SIGN}){DIGITS}(?:{SCALE}| m\b)?|{DIGITS}(?:{SCALE})? (?:{_NAME})s?\b(?! cents?\b))"
_PAIR = (rf"(?<![\w.,])(?P<one>{_SUM})(?:[ -][a-z]+){{0,2}}?(?: ?[(\[]|,? or )"
         r"(?:about |around |some |roughly |approximately |nearly |or |then )?"
         rf"(?P<other>{_SUM})(?=[^\w%]|$)")

FEWEST = 3                                  # pairs that show what the article's own rate is
APART = 0.12                                # how far a pair may be from it, besides rounding


class _Pair(NamedTuple):
    start: int
    end: int
    currencies: str                         # “£ $”
    rate: float
    low: float                              # what the rate may be, with both figures rounded
    high: float


def check(document: Document, offsets: list[int], bands: dict[str, list[float]]) -> Iterator[Flaw]:
    """Pairs at a rate that those currencies never had, or that is not that of the article's other pairs."""
    by_currencies: dict[str, list[_Pair]] = defaultdict(list)
    for pair in _pairs(document, offsets):
        band = bands.get(pair.currencies)
        if band is None and (other := bands.get(" ".join(pair.currencies.split()[::-1]))):
            band = [1 / other[1], 1 / other[0]]
        if band and (pair.high < band[0] or pair.low > band[1]):
            one, other_sign = pair.currencies.split()
            yield Flaw("currency-pair", pair.start, pair.end, {
                "rate": f"{pair.rate:.3g}", "low": f"{band[0]:.3g}", "high": f"{band[1]:.3g}", "one": one,
                "other": other_sign})
        else:
            by_currencies[pair.currencies].append(pair)
    for pairs in by_currencies.values():
        yield from _not_its_rate(pairs)


def _not_its_rate(pairs: list[_Pair]) -> Iterator[Flaw]:
    """The one pair that is not at the rate of the others, where those agree; of two that disagree, the second."""
    rate = pairs[0].rate if len(pairs) == 2 else sorted(pair.rate for pair in pairs)[len(pairs) // 2]
    off = [pair for pair in pairs if pair.high < rate * (1 - APART) or pair.low > rate * (1 + APART)]
    if len(off) == 1 and (len(pairs) >= FEWEST or len(pairs) == 2 and not (
            pairs[0].low * (1 - APART) <= pairs[1].high and pairs[1].low <= pairs[0].high * (1 + APART))):
        yield Flaw("own-rate", off[0].start, off[0].end, {"rate": f"{off[0].rate:.3g}", "usual": f"{rate:.3g}"}, (),
                   None if len(pairs) >= FEWEST else "suggestion")


def _pairs(document: Document, offsets: list[int]) -> Iterator[_Pair]:
    for match in matches_around(document, compiled(_PAIR, re.I), offsets, 60, 50):
        one, other = _sum(match["one"]), _sum(match["other"])
        if one and other and one[0] != other[0]:
            yield _Pair(*match.span(), f"{one[0]} {other[0]}", other[1] / one[1], other[2] / one[3], other[3] / one[2])


def _sum(written: str) -> tuple[str, float, float, float] | None:
    """Currency, value, least, most."""
    if written.endswith(" m"):
        written = written[:-2] + "m"
    figure = next(iter(figures(written, 0, len(written))), None)
    if figure is None:
        return None
    name = written[figure.end:].strip().lower()
    unit = figure.unit or _NAMES.get(name) or _NAMES.get(name.removesuffix("s")) or ""
    return (unit, figure.value, figure.low, figure.high) if unit and figure.low > 0 else None
