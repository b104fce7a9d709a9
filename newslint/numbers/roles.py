"""What the words around a figure make of it: what something was, what it has become, or by how much it changed."""
from __future__ import annotations

import re

from newslint.numbers.figures import NUMBER_WORDS, Figure
from newslint.regexes import compiled

REACH = 45                                  # characters before a figure that say what it is

_UP = (r"(?:rose|ris(?:en?|es|ing)|increas(?:ed?|es|ing)|gr[eo]w(?:n|s|th|ing)?|climb(?:ed|s|ing)?|jump(?:ed|s|ing)?"
       r"|surg(?:ed?|es|ing)|soar(?:ed|s|ing)?|gain(?:ed|s)?|up|higher|leap(?:t|ed)?|rais(?:ed?|es|ing)|swell(?:ed)?"
       r"|swollen|rocketed|more|advanced?)")
_DOWN = (r"(?:fell|fall(?:en|s|ing)?|decreas(?:ed?|es|ing)|drop(?:ped|s|ping)?|declin(?:ed?|es|ing)|slump(?:ed|s)?"
         r"|plung(?:ed?|es|ing)|slid(?:e|es|ing)?|tumbl(?:ed?|es|ing)|cut(?:s|ting)?|down|lower(?:ed)?"
         r"|reduc(?:ed?|tion|es|ing)|shr[au]nk|sank|sunk|dip(?:ped)?|less|fewer|slash(?:ed)?|loss|lost|shed)")
_SMALL_WORDS = (
    r"(?: (?:about|around|some|roughly|approximately|nearly|almost|just|only|over|under|more|less|fewer|than|a|an|the"
    r"|as|much|many|its|their|mere|estimated|record|total|average|low|high|peak|of|level|last|previous|earlier"
    r"|year['’]s|month['’]s|quarter['’]s|year|month))*")
_WAS = rf"\b(?:from|compared (?:with|to)|against|up on|down on|than|on last|on the(?: previous)?){_SMALL_WORDS} "
_BEFORE = compiled(rf"{_WAS}\Z", re.I)
_WAS_FIGURE = compiled(rf"{_WAS}(?=[a-z]{{0,2}}[\d£$€¥₹]|Rs\b|(?:an? )?(?:{'|'.join(sorted(NUMBER_WORDS))})\b)", re.I)
_AFTER = compiled(
    rf"\b(?:to|at|was|were|is|are|of|reached|reaching|hit|hitting|totalled|stood at|now){_SMALL_WORDS} \Z", re.I)
_SAID_AFTER = compiled(rf"\b(?:({_UP})|({_DOWN})|by|(?<=, )or|(?:change|swing|leap|hike) of)"
                       rf"(?: (?:(?:since|in)[^,;]{{3,30}}? )?by| of)?{_SMALL_WORDS} \Z", re.I)
_SAID_BEFORE = compiled(rf"\s(?:[a-z]+ ){{0,2}}?(?:({_UP})|({_DOWN}))\b", re.I)
_MOVES = compiled(rf"\b(?:({_UP})|({_DOWN}))\b", re.I)
# What comes after both figures is their change only as a noun or with “up” or “down”; a verb has another subject.
_INTRODUCED = compiled(rf"\b(?:an?|up|down|or|of|representing|equivalent to|(?:up|down|or|increase|rise|fall|drop"
                       rf"|reduction) by){_SMALL_WORDS} \Z", re.I)
_OF_SOMETHING = compiled(r" (?:of|stake|share|each|per|odds|chance|probability|owned|owns|tax|discount|VAT)\b")
_UNIT = compiled(
    r"[- ]?([mck]m|k?g|(?:milli|centi|kilo)?met(?:re|er)|(?:kilo)?gram|mile|f(?:ee|oo)t|inch|second|minute|hour)", re.I)


def may_have_been(text: str, start: int, end: int) -> bool:
    """Whether `was` may hold for some figure of a sentence."""
    return _WAS_FIGURE.search(text, start, end) is not None


def was(text: str, start: int, figure: Figure) -> bool:
    """Whether a figure of the sentence that starts at `start` is what something was before."""
    return _BEFORE.search(text, max(start, figure.start - REACH), figure.start) is not None


def became(text: str, start: int, figure: Figure) -> bool:
    return _AFTER.search(text, max(start, figure.start - REACH), figure.start) is not None


def changed_by(text: str, start: int, end: int, figure: Figure) -> bool:
    """Whether a figure is the size of a change, not what something was or has become."""
    if figure.unit in ("%", "points") and _SAID_BEFORE.match(text, figure.end, min(end, figure.end + REACH)):
        return True
    return (_SAID_AFTER.search(text, max(start, figure.start - REACH), figure.start) is not None
            and not (figure.unit == "%" and _OF_SOMETHING.match(text, figure.end)))


def introduced(text: str, start: int, figure: Figure) -> bool:
    """Whether a change that comes last is told of the figures before it."""
    return _INTRODUCED.search(text, max(start, figure.start - REACH), figure.start) is not None


def direction(text: str, start: int, figure: Figure) -> int:
    """1 for up and -1 for down, by the word just before the change or just after it; 0 where neither says."""
    words = list(_MOVES.finditer(text, max(start, figure.start - 60), figure.start))
    word = words[-1] if words else _SAID_BEFORE.match(text, figure.end, figure.end + REACH)
    return 0 if word is None else 1 if word[1] else -1


def move_in(text: str, start: int, end: int) -> int:
    """The same for the last word in text[start:end] that says so."""
    words = list(_MOVES.finditer(text, start, end)) if start < end else []
    return 0 if not words else 1 if words[-1][1] else -1


def alike(text: str, before: Figure, after: Figure) -> tuple[Figure, Figure] | None:
    """Both with the scale and unit that only one has (“from 2 to 3 million”, “from 4 to 5%”); None if they differ."""
    if text[before.end:after.start] == " to ":
        if not text[before.end - 1].isalpha() and after.value >= 1000 * before.value:
            scale = next((size for size in (1e12, 1e9, 1e6, 1e3) if after.value >= size), 1.0)
            before = before._replace(value=before.value * scale, low=before.low * scale, high=before.high * scale)
        if not before.unit:
            before = before._replace(unit=after.unit)
    same = before.unit == after.unit and _measure(text, before) == _measure(text, after) and before.low > 0
    return (before, after) if same else None


def plain(text: str, start: int, found: list[Figure]) -> list[Figure]:
    """The figures that do not stand in brackets."""
    return [figure for figure in found if text.rfind("(", start, figure.start) <= text.rfind(")", start, figure.start)]


def _measure(text: str, figure: Figure) -> str:
    """The unit behind a figure, as in 3 millimetres; nothing where something is counted."""
    found = _UNIT.match(text, figure.end)
    return found[1].lower() if found and not figure.unit else ""
