"""Figures as news writes them: £2.5bn, 3,400, twelve, two hundred and five, 4.5 per cent, a point, Rs 50 crore.

Writers round, so a figure stands for a stretch of numbers: half a unit of its last digit either way, but never more
than a twentieth of it; of whole numbers the noughts at the end count as rounded, by at most 1.5%.

No library reads them: text2num, the best kept of those for number words, takes longer to import than an article may
cost, and does not tell where a number stood.
"""
from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from newslint.match import fold
from newslint.regexes import compiled

ONES = ("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen").split()
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
SMALL = {**{word: number for number, word in enumerate(ONES)},
         **{word: 10 * number for number, word in enumerate(TENS, 2)}}
SCALES = {"hundred": 1e2, "dozen": 12, "thousand": 1e3, "lakh": 1e5, "million": 1e6, "crore": 1e7, "billion": 1e9,
          "trillion": 1e12, "k": 1e3, "m": 1e6, "mn": 1e6, "mln": 1e6, "b": 1e9, "bn": 1e9, "bln": 1e9, "tn": 1e12,
          "trn": 1e12}

NUMBER_WORDS = frozenset({*SMALL, "hundred", "thousand", "million", "billion", "trillion", "dozen"})
_LARGE = "hundred|thousand|million|billion|trillion|dozen"
_WORD = "|".join(sorted(SMALL, key=len, reverse=True))
WORDS = rf"(?:an? (?:{_LARGE})|{_WORD})(?:(?:[- ]| and )(?:{_LARGE}|{_WORD})){{0,7}}\b"
DIGITS = r"(?>\d+(?:,\d+)*(?:\.\d+)?)"
SCALE = (r"[ \u00a0-]?(?:hundred|thousand|lakh|million|crore|billion|trillion|dozen)s?\b"
         r"|[ \u00a0]?(?:mn|mln|bn|bln|tn|trn)\b|[mkb]\b")
PERCENT = r"[ \u00a0]?%|[ \u00a0-](?:per[ -]cent|percent|pct)\b"
POINTS = r"(?:[ \u00a0]?%|[ -]per[ -]?cent|[ -]percentage|[ -]basis)?[ -]points?\b"
_SHARE = rf"(?:(?P<points>{POINTS})|(?P<percent>{PERCENT}))?"
# That a digit comes first lets `re` skip to where one is; words are looked for only where one of them stands.
_IN_DIGITS = (rf"(?P<digits>\d(?<![\w.,]\d)(?>\d*(?:,\d+)*(?:\.\d+)?))(?P<scale>{SCALE})?{_SHARE}"
              r"(?P<pence>p\b)?(?![^\W_])")
_IN_WORDS = rf"\b(?<![.,$£€-])(?P<words>{WORDS}){_SHARE}"
# Where one may start, in small letters
_WORD_STARTS = compiled(rf"[{''.join(sorted({word[0] for word in SMALL} | {'a'}))}](?<![^\W_].)(?:n? (?:{_LARGE})|"
                        + "|".join(word[1:] for word in SMALL) + ")")
_CURRENCY = compiled(r"(?:\b(?:US|AU?|CA?|NZ|HK|S))?\$\Z|[£€¥₹]\Z|\bRs\.? ?\Z")
_SPLIT = compiled(r"[^\W\d_]+")
MOST_ROUNDED, NOUGHTS_ROUNDED = 0.05, 0.015     # of a figure
REACH = 24                                  # characters before a figure that say what it is

_YEAR = compiled(r"(?:1[5-9]|20)\d\d")
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)(?:uary|ruary|ch|il|ust|tember|ober|ember)?\b"
_BEFORE = compiled(rf"(?:\b(?:first|last|past|next|final|previous|opening|top|page|aged?|no\.?|number|section"
                   rf"|article|chapter|{_MONTH}\.?) |\w[-/:–])\Z", re.I)
_AFTER = compiled(rf"[-‐‑]?(?:[-/:–‐‑]\w|(?i:[ -]?(?:more |straight |consecutive )?(?:second|minute|hour|day|night"
                  rf"|week|month|quarter|year|season|decade|centur))|(?: of)? {_MONTH})")
_HEDGE = compiled(r"\b(?:(at least|more than|over|upwards of|above|exceeding|well over)|(up to|fewer than|less than"
                  r"|under|as many as|nearly|almost|close to|below)|(about|around|some|roughly|approximately"
                  r"|an estimated|circa))(?: the| an?)? \Z", re.I)


class Figure(NamedTuple):
    """One figure of a text."""

    start: int
    end: int
    value: float
    low: float                              # what it may stand for, if it was rounded
    high: float
    unit: str                               # a currency, “%”, “points”, or nothing
    hedge: str                              # “least”, “most”, “about”, or nothing
    counts: bool                            # not a year, a day, an age, a length of time, a score, a part of a word


def figures(text: str, start: int, end: int) -> list[Figure]:
    """The figures of text[start:end], in order."""
    found = [_in_digits(match, start) for match in compiled(_IN_DIGITS, re.I).finditer(text, start, end)]
    lowered = fold(text[start:end])
    if not NUMBER_WORDS.isdisjoint(_SPLIT.findall(lowered)):
        found += _figures_in_words(text, start, end, lowered)
        found.sort()
    return found


def _figures_in_words(text: str, start: int, end: int, lowered: str) -> Iterator[Figure]:
    pattern, last = compiled(_IN_WORDS, re.I), start
    for place in _WORD_STARTS.finditer(lowered):
        at = start + place.start()
        match = pattern.match(text, at, end) if at >= last else None
        if match is not None:
            last = match.end()
            figure = _in_words(match)
            if figure is not None:
                yield figure


def _in_digits(match: re.Match[str], start: int) -> Figure:
    text, digits, scale = match.string, match["digits"], match["scale"]
    factor = SCALES[scale.strip(" \u00a0-").lower().removesuffix("s")] if scale else 1.0
    step = step_of(digits)
    value = number(digits) * factor
    half = min(factor * step / 2, value * (NOUGHTS_ROUNDED if step > 1 and not scale else MOST_ROUNDED))
    at = match.start()
    currency = None
    if at > start and text[at - 1] in "$£€¥₹s. ":
        currency = _CURRENCY.search(text, max(start, at - 4), at)
    sign = _sign(currency[0]) if currency else ""
    return _figure(match, currency.start() if currency else at, value, half, sign, bool(scale))


def _in_words(match: re.Match[str]) -> Figure | None:
    """None where the words are not one number (“one two”)."""
    value = number_in_words(match["words"])
    if value is None:
        return None
    return _figure(match, match.start(), value, min(0.5, MOST_ROUNDED * value), "", False)


def _figure(match: re.Match[str], start: int, value: float, half: float, currency: str, scaled: bool) -> Figure:
    text, end, points = match.string, match.end(), match["points"]
    if points and "basis" in points.lower():
        value, half = value / 100, half / 100
    unit = "points" if points else "%" if match["percent"] else currency or (
        "p" if "pence" in match.re.groupindex and match["pence"] else "")
    before = text[max(0, start - REACH):start]
    hedge = _HEDGE.search(before)
    counts = bool(unit or scaled) or not (_YEAR.fullmatch(text, start, end) or _AFTER.match(text, end)
                                          or _BEFORE.search(before))
    return Figure(start, end, value, value - half, value + half, unit,
                  ("", "least", "most", "about")[hedge.lastindex or 0] if hedge else "", counts)


def number(digits: str) -> float:
    return float(digits.replace(",", ""))


def number_in_words(words: str) -> float | None:
    """The number these words name; None where they name several."""
    total = part = 0.0
    last = ""
    for word in re.split(r"[- ]", words.lower()):
        if word in SMALL:
            if last in SMALL and not (SMALL[last] >= 20 and 0 < SMALL[word] < 10):
                return None
            part += SMALL[word]
        elif word in ("hundred", "dozen"):
            part = (part or 1) * SCALES[word]
        elif word in SCALES:
            total, part = total + (part or 1) * SCALES[word], 0.0
        elif word == "and" and last in SMALL:
            return None                     # five and six
        if word != "and":
            last = word
    return total + part


def step_of(digits: str) -> float:
    """What one more in the last digit is worth: 0.1 for 4.5, 1,000 for 25,000."""
    whole, _, decimals = digits.partition(".")
    if decimals:
        return 10.0 ** -len(decimals)
    whole = whole.replace(",", "")
    return 10.0 ** (len(whole) - len(whole.rstrip("0"))) if whole.strip("0") else 1.0


def _sign(sign: str) -> str:
    sign = sign.upper().rstrip(" .")
    return {"US$": "$", "AU$": "A$", "CA$": "C$", "RS": "₹"}.get(sign, sign)
