"""Sums given in two currencies: “£2.6bn ($6.3bn)”, against what one was ever worth in the other, or against the other
pairs of the article; and one figure at two scales, “£3bn” and “£3m”."""
from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from statistics import median
from typing import Any, NamedTuple

from newslint.model import UNREAD, Document, one_paragraph, paragraph_at
from newslint.numbers.figures import DIGITS, SCALE, figures
from newslint.numbers.places import Flaw
from newslint.regexes import compiled

# Words of currencies that are told by what they are called in, not by a sign
_NAMES = {"yen": "¥", "yuan": "yuan", "renminbi": "yuan", "rmb": "yuan", "rupee": "₹", "rouble": "rouble", "ruble": "rouble",
          "rand": "rand", "won": "won", "baht": "baht", "ringgit": "ringgit", "shekel": "shekel", "krona": "krona",
          "kronor": "krona", "kroner": "krona", "krone": "krona", "swiss franc": "franc", "real": "real", "reais": "real",
          "zloty": "zloty", "zlotys": "zloty", "euro": "€", "dollar": "$", "us dollar": "$", "pound": "£", "hryvnia": "hryvnia"}
_SIGN = r"(?:US|AU?|CA?|NZ|HK|S)?\$|[£€¥₹]|Rs\.? ?"
_NAME = "|".join(sorted(_NAMES, key=len, reverse=True))
_SUM = rf"(?:(?:{_SIGN}){DIGITS}(?:{SCALE}| m\b)?|{DIGITS}(?:{SCALE})? (?:{_NAME})s?\b(?! cents?\b))"
_PAIR = (rf"(?<![\w.,])(?P<one>{_SUM})(?:[ -][a-z]+){{0,2}}?(?: ?[(\[]|,? or )(?:about |around |some |roughly |approximately |nearly |or |then )?"
         rf"(?P<other>{_SUM})(?=[^\w%]|$)")
LEADS = [_PAIR]
SCALE_LEADS = [rf"(?:{_SIGN})?{DIGITS} ?(?:bn|billion|tn|trn|trillion)\b"]

FEWEST = 3                                  # pairs that show what the article's own rate is
APART = 0.12                                # how far a pair may be from it, besides rounding
_NO_NOUN = frozenset("and for from with the its was were has have will would after over last this that more less than".split())
_NOUN_AFTER = compiled(r"[- ](?:of |in |for )?([a-z]{3,})")


class _Pair(NamedTuple):
    start: int
    end: int
    currencies: str                         # “£ $”
    rate: float
    low: float                              # what the rate may be, with both figures rounded
    high: float


def outside_band(document: Document, matches: list[re.Match[str]], options: dict[str, list[float]]) -> Iterator[Flaw]:
    """Pairs at a rate that those currencies never had."""
    for pair in _pairs(document, matches):
        band = options.get(pair.currencies)
        if band is None and (other := options.get(" ".join(pair.currencies.split()[::-1]))):
            band = [1 / other[1], 1 / other[0]]
        if band and (pair.high < band[0] or pair.low > band[1]):
            yield Flaw(pair.start, pair.end, {"rate": f"{pair.rate:.3g}", "low": f"{band[0]:.3g}", "high": f"{band[1]:.3g}",
                                              "one": pair.currencies.split()[0], "other": pair.currencies.split()[1]})


def not_its_rate(document: Document, matches: list[re.Match[str]], options: Any) -> Iterator[Flaw]:
    """The pair that is not at the rate of the article's other pairs, where those agree."""
    by_currencies: dict[str, list[_Pair]] = defaultdict(list)
    for pair in _pairs(document, matches):
        by_currencies[pair.currencies].append(pair)
    for pairs in by_currencies.values():
        rate = median(pair.rate for pair in pairs)
        off = [pair for pair in pairs if pair.high < rate * (1 - APART) or pair.low > rate * (1 + APART)]
        # What is off by a wrong scale is told by the rule of bands.
        if len(pairs) == 2 and max(pairs[0].low, pairs[1].low) > min(pairs[0].high, pairs[1].high) * (1 + APART) \
                and max(pairs[0].rate, pairs[1].rate) < 2 * min(pairs[0].rate, pairs[1].rate):
            yield Flaw(pairs[1].start, pairs[1].end, {"rate": f"{pairs[1].rate:.3g}", "usual": f"{pairs[0].rate:.3g}"}, (),
                       "suggestion")
            continue
        if len(pairs) - len(off) >= FEWEST - 1 and len(off) == 1 and 0.5 < off[0].rate / rate < 2:
            yield Flaw(off[0].start, off[0].end, {"rate": f"{off[0].rate:.3g}", "usual": f"{rate:.3g}"})


def two_scales(document: Document, matches: list[re.Match[str]], options: Any) -> Iterator[Flaw]:
    """One figure once in millions and once in billions, of the same thing or with two digits that are not nought."""
    seen: dict[tuple[str, str], list[tuple[int, int, float]]] = defaultdict(list)
    text = document.text
    for zone in document.zones:
        if zone.kind in UNREAD:
            continue
        for figure in figures(text, zone.start, zone.end):
            if figure.value >= 1e6 and figure.unit not in ("%", "points"):
                written = f"{figure.value:.6e}".partition("e")[0].rstrip("0").rstrip(".")
                noun = _NOUN_AFTER.match(text, figure.end)
                keys = {noun[1]} if noun and noun[1] not in _NO_NOUN else set()
                if len(written) > 2 and figure.unit:
                    keys.add("")
                for key in keys:
                    seen[f"{figure.unit}{written}", key].append((figure.start, figure.end, figure.value))
    told = set()
    for (_, key), places in sorted(seen.items()):
        sizes = sorted({size for *_, size in places})
        if len(sizes) == 2 and round(sizes[1] / sizes[0]) == 1000:
            odd = [place for place in places if sum(size == place[2] for *_, size in places) == min(
                sum(size == one for *_, size in places) for one in sizes)]
            start, end, size = odd[-1]
            other = next(text[its_start:its_end] for its_start, its_end, its in places if its != size)
            if start not in told:
                told.add(start)
                yield Flaw(start, end, {"other": other})


def _pairs(document: Document, matches: list[re.Match[str]]) -> Iterator[_Pair]:
    for match in sorted(matches, key=lambda match: match.start()):
        one, other = _sum(match["one"]), _sum(match["other"])
        paragraph = paragraph_at(document, match.start())
        if one and other and one[0] != other[0] and one[1] and one_paragraph(document, *match.span()) and paragraph:
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
