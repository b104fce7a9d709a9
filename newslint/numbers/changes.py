"""A change against what it is said to come to: “rose 50% from 200 to 250”, “doubled from 10 to 30”, “from 4% to 5%, a
rise of 1%”.

A sentence is read only where it names one figure before, one after and one change, and no other figure that counts:
what stands before each says which it is (from, compared with, to, at, by). Before and after are taken for all they may
be rounded from; the change may be half a unit and half a per cent off.
"""
from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from newslint.model import Document
from newslint.numbers.figures import Figure, figures
from newslint.numbers.places import Flaw, sentences_of
from newslint.regexes import compiled

_RATES = r"\b(?:rates?|unemployment|inflation|turnout|support|approval|share)\b"
UP = (r"(?:rose|ris(?:en?|es|ing)|increas(?:ed?|es|ing)|gr(?:e|o)w(?:n|s|th|ing)?|climb(?:ed|s|ing)?|jump(?:ed|s|ing)?|surg(?:ed?|es|ing)"
      r"|soar(?:ed|s|ing)?|gain(?:ed|s)?|up|higher|leap(?:t|ed)?|rais(?:ed?|es|ing)|swell(?:ed)?|swollen|rocketed|more|advanced?)")
DOWN = (r"(?:fell|fall(?:en|s|ing)?|decreas(?:ed?|es|ing)|drop(?:ped|s|ping)?|declin(?:ed?|es|ing)|slump(?:ed|s)?|plung(?:ed?|es|ing)"
        r"|slid(?:e|es|ing)?|tumbl(?:ed?|es|ing)|cut(?:s|ting)?|down|lower(?:ed)?|reduc(?:ed?|tion|es|ing)|shr(?:a|u)nk|sank|sunk|dip(?:ped)?"
        r"|less|fewer|slash(?:ed)?|loss|lost|shed)")
_HEDGES = (r"(?: (?:about|around|some|roughly|approximately|nearly|almost|just|only|over|under|more|less|fewer|than|a|an|the|as|much|many|its|their"
           r"|mere|estimated|record|total|average|low|high|peak|of|level|last|previous|earlier|year['’]s|month['’]s|quarter['’]s|the|year|month))*")
_BEFORE_A = compiled(rf"\b(?:from|compared (?:with|to)|against|up on|down on|than|on last|on the(?: previous)?){_HEDGES} \Z", re.I)
_BEFORE_B = compiled(rf"\b(?:to|at|was|were|is|are|of|reached|reaching|hit|hitting|totalled|stood at|now){_HEDGES} \Z", re.I)
_BEFORE_P = compiled(rf"\b(?:({UP})|({DOWN})|by|(?<=, )or|(?:change|swing|leap|hike) of)(?: (?:(?:since|in)[^,;]{{3,30}}? )?by| of)?{_HEDGES} \Z", re.I)
_AFTER_P = compiled(rf"\s(?:[a-z]+ ){{0,2}}?(?:({UP})|({DOWN}))\b", re.I)
_UP_DOWN = compiled(rf"\b(?:({UP})|({DOWN}))\b", re.I)
# What comes after both figures is their change only as a noun or with “up” or “down”; a verb has another subject.
_INTRODUCED = compiled(rf"\b(?:an?|up|down|or|of|representing|equivalent to|(?:up|down|or|increase|rise|fall|drop|reduction) by){_HEDGES} \Z", re.I)
_NO_CHANGE = compiled(r"\b(?:of|stake|share|each|per|odds|chance|probability|owned|owns|tax|discount|VAT)\b")
_MANIFOLD = compiled(r"\b(?:(?:(more than|over|at least)|(nearly|almost|close to|just under)|(about|around|roughly|virtually|effectively)) )?"
                     r"(doubl|trebl|tripl|quadrupl|halv)(?:ed|es?|ing)\b", re.I)
_FRACTION = compiled(r"\b(?:by|lost|shed) (?:(more than|over|at least) |(nearly|almost|just under) |(about|around|roughly) )?(?:(half)\b|(a|one|two|three)[ -](half|third|quarter|fifth|tenth)s?\b)", re.I)
_TIMES_OF = {"doubl": 2.0, "trebl": 3.0, "tripl": 3.0, "quadrupl": 4.0, "halv": 0.5}
_PART_OF = {"half": 2, "third": 3, "quarter": 4, "fifth": 5, "tenth": 10}
_HOW_MANY = {"a": 1, "one": 1, "two": 2, "three": 3}
_MORE_THAN = compiled(r",? (?:more|less|higher|lower|fewer|up) than\b")
_UNIT = compiled(r"[- ]?([mck]m|k?g|(?:milli|centi|kilo)?met(?:re|er)|(?:kilo)?gram|mile|f(?:ee|oo)t|inch|second|minute|hour)", re.I)
_FROM = compiled(r"(?<!up )(?<!down )\bfrom \Z")
_RATE = compiled(_RATES, re.I)
_LATER = compiled(r"\s*(?:That|This|It|Which) (?:is|was|represents|represented|marks|marked|means|meant|amounts to|would be) ")
BEYOND = 0.3                                # what “doubled” may be more than
REACH = 45                                  # characters before a figure that say what it is
SLACK = 0.6                                 # per cent, and points: the change may be rounded too


class Change(NamedTuple):
    """What a sentence says of one change."""

    before: Figure
    after: Figure
    said: Figure                            # the change as a figure of its own
    direction: int                          # 1 up, -1 down, 0 unknown


def check(document: Document, offsets: list[int], bands: dict[str, list[float]]) -> Iterator[Flaw]:
    """Changes that are not what their figures come to, and percentage points that are called per cent."""
    text = document.text
    for start, end in sentences_of(document, offsets):
        found = [figure for figure in figures(text, start, end) if figure.counts]
        yield from _wrong_multiple(text, start, end, found)
        change = read(text, start, end, found)
        if change is None:
            yield from _points_of_rate(text, start, found)
        elif percent_for_points(change):
            said = in_points(text, change.said)
            yield Flaw("points", change.said.start, change.said.end, {}, (said,))
        elif real := _real(change):
            yield Flaw("change", change.said.start, change.said.end, {"real": real})


def _points_of_rate(text: str, start: int, found: list[Figure]) -> Iterator[Flaw]:
    """“Rates rose by 0.25% to 4.75%”: points, most likely, but nothing shows it."""
    shares = [figure for figure in found if figure.unit == "%"]
    if len(shares) == 2 and shares[0].value <= shares[1].value / 4 and text[shares[0].end:shares[1].start] == " to " \
            and _RATE.search(text, start, shares[0].start) and _BEFORE_P.search(text, start, shares[0].start):
        yield Flaw("points-of-rate", shares[0].start, shares[0].end, {}, (in_points(text, shares[0]),))


def percent_for_points(change: Change) -> bool:
    """Whether the change is right in points, and wrong in per cent of what was before."""
    before, after, said, _ = change
    if said.unit != "%" or before.unit != "%" or not before.value:
        return False
    steps = abs(after.value - before.value)
    return abs(steps - said.value) < 0.051 and abs(100 * steps / before.value - said.value) > max(0.1, said.high - said.value)


def in_points(text: str, figure: Figure) -> str:
    """1% as it should be: 1 percentage point."""
    written = re.split(r"[ \u00a0]?(?:%|-?per[ -]?cent|pct)", text[figure.start:figure.end], maxsplit=1)[0]
    return f"{written} percentage point{'' if figure.value == 1 else 's'}"


def read(text: str, start: int, end: int, found: list[Figure]) -> Change | None:
    """The one change of a sentence; its size may be told in the next, “That is a rise of 20%”."""
    found = [figure for figure in found if not _bracketed(text, start, figure.start)]
    if not 2 <= len(found) <= 3:
        return None
    befores = [figure for figure in found if _BEFORE_A.search(text, max(start, figure.start - REACH), figure.start)]
    if len(befores) != 1:
        return None
    before = befores[0]
    rest = [figure for figure in found if figure is not before]
    saids = [figure for figure in rest if _says_change(text, start, end, figure)]
    if len(rest) == 1 and not saids and (later := _LATER.match(text, end)):
        stop = min(len(text), later.end() + 60)
        saids = [figure for figure in figures(text, later.end(), stop)[:1]
                 if figure.unit in ("%", "points") and _says_change(text, later.end(), stop, figure)]
    afters = [figure for figure in rest if figure not in saids and figure.unit != "points"]
    if len(saids) > 1:                      # by 1% to 5%, rose to 5% from 4%
        afters = [figure for figure in saids if _BEFORE_B.search(text, max(start, figure.start - REACH), figure.start)
                  and not text[max(0, figure.start - 4):figure.start].endswith(" by ")]
        saids = [figure for figure in saids if figure not in afters]
    if len(afters) != 1 or len(saids) != 1 or max(before.end, afters[0].end) < saids[0].start < end and not _INTRODUCED.search(
            text, max(start, saids[0].start - 60), saids[0].start) or not _BEFORE_B.search(text, max(start, afters[0].start - 60), afters[0].start):
        return None
    after, said = afters[0], saids[0]
    if said.end <= before.start and before.unit == said.unit == "%" and not said.end <= after.start < before.start \
            and not _FROM.search(text, said.end, before.start):
        return None                         # grew 15%, down from 23%
    before, after = _alike(text, before, after)
    if "than" in text[before.start - 12:before.start].split() and not _MORE_THAN.match(text, said.end) \
            or _measure(text, before) != _measure(text, after):
        return None
    if before.unit != after.unit or not before.value or (said.unit == "points" and after.unit != "%") \
            or said.unit not in ("%", "points", after.unit):
        return None
    return Change(before, after, said, _direction(text, start, end, said))


def _alike(text: str, before: Figure, after: Figure) -> tuple[Figure, Figure]:
    """Both with the scale and unit that only one has: “from 2 to 3 million”, “from 4 to 5%”."""
    between = text[before.end:after.start]
    if between == " to " and not text[before.start:before.end].endswith(("n", "m")) and after.value >= 1000 * before.value:
        scale = next((size for size in (1e12, 1e9, 1e6, 1e3) if after.value >= size), 1.0)
        before = before._replace(value=before.value * scale, low=before.low * scale, high=before.high * scale)
    if between == " to " and not before.unit:
        before = before._replace(unit=after.unit)
    return before, after


def _measure(text: str, figure: Figure) -> str:
    """The unit behind a figure, as 3 millimetres; nothing where it is of something counted."""
    found = _UNIT.match(text, figure.end)
    return found[1].lower() if found and not figure.unit else ""


def _bracketed(text: str, start: int, at: int) -> bool:
    opened = text.rfind("(", start, at)
    return opened >= 0 and text.find(")", opened, at) < 0


def _says_change(text: str, start: int, end: int, figure: Figure) -> bool:
    """Whether a figure is the size of a change, not what something was or has become."""
    after = _AFTER_P.match(text, figure.end, min(end, figure.end + 40))
    if after and figure.unit in ("%", "points"):
        return True
    before = _BEFORE_P.search(text, max(start, figure.start - REACH), figure.start)
    return before is not None and not (figure.unit == "%" and _NO_CHANGE.match(text, figure.end + 1))


def _direction(text: str, start: int, end: int, said: Figure) -> int:
    """Up or down, by the word just before the change or just after it."""
    after = _AFTER_P.match(text, said.end, min(len(text), said.end + 40))
    words = [match for match in _UP_DOWN.finditer(text, max(start, min(said.start, end) - 60), said.start)]
    match = words[-1] if words else after
    return 0 if match is None else 1 if match[1] else -1


def _real(change: Change) -> str:
    """What the change really comes to, where that is not what is said; else nothing."""
    before, after, said, direction = change
    if said.unit == "points":
        points = abs(after.value - before.value)
        whole = all(figure.value == int(figure.value) for figure in (before, after, said))
        return f"{points:.3g} points" if abs(said.value - points) > (0.5 if whole else 0.11) and not said.hedge else ""
    if said.unit == "%":
        low, high = 100 * (after.low / before.high - 1), 100 * (after.high / before.low - 1)
        real = f"{abs(100 * (after.value / before.value - 1)):.3g}%"
    else:
        low, high = after.low - before.high, after.high - before.low
        real = f"{abs(after.value - before.value):,.10g}" 
    if direction < 0 or not direction and high <= 0:
        low, high = -high, -low
    wide = {"": 0.0, "about": 0.1}.get(said.hedge, 0.0) * said.value + 0.15 * said.value * (
        before.hedge != "" or after.hedge != "")
    slack = (SLACK if said.unit == "%" else (said.high - said.low) / 2) + wide
    too_high = said.hedge != "most" and said.value > high + slack
    too_low = said.hedge != "least" and said.value < low - slack
    if said.hedge == "most" and said.value > high * 1.25 + slack:
        too_high = True
    return real if too_high or too_low else ""


def _wrong_multiple(text: str, start: int, end: int, found: list[Figure]) -> Iterator[Flaw]:
    """“Doubled from 10 to 30”, “fell by a third from 90 to 30”."""
    found = [figure for figure in found if not _bracketed(text, start, figure.start)]
    if not _MANIFOLD.search(text, start, end) and not _FRACTION.search(text, start, end):
        return
    befores = [figure for figure in found if _BEFORE_A.search(text, max(start, figure.start - REACH), figure.start)]
    afters = [figure for figure in found if _BEFORE_B.search(text, max(start, figure.start - REACH), figure.start)
              and figure not in befores]
    if len(befores) != 1 or len(afters) != 1:
        return
    before, after = _alike(text, befores[0], afters[0])
    if before.unit != after.unit or not before.value:
        return
    for match, factor in _factors(text, start, end, before, after):
        least, most = match[1], match[2]
        low, high = after.low / before.high, after.high / before.low
        slack = 0.15 if match[3] or before.hedge or after.hedge else 0.08
        if factor < 1:                      # then more is less
            low, high, factor = 1 / high, 1 / low, 1 / factor
        too_little = high < factor * (1 - slack)
        too_much = low > factor * (1 + BEYOND)
        if too_little and not most or too_much and not least or most and (high < 0.8 * factor or low > 1.25 * factor):
            yield Flaw("change", match.start(), match.end(), {"real": f"{after.value / before.value:.2g} times what it was"})


def _factors(text: str, start: int, end: int, before: Figure, after: Figure) -> Iterator[tuple[re.Match[str], float]]:
    edge = max(before.end, after.end)
    many = list(_MANIFOLD.finditer(text, start, edge))
    # What goes up or down between them may be something else: “doubling the fees while cutting pay from £20m”.
    if len(many) == 1 and not _UP_DOWN.search(text, many[0].end(), max(many[0].end(), before.start - len("down from "))):
        match = many[0]
        yield match, _TIMES_OF[match[4].lower()]
    parts = list(_FRACTION.finditer(text, start, end))
    for match in parts if len(parts) == 1 else ():
        part = 0.5 if match[4] else _HOW_MANY[match[5].lower()] / _PART_OF[match[6].lower()]
        words = list(_UP_DOWN.finditer(text, max(start, match.start() - 40), match.start() + 5))
        if words:
            yield match, 1 + part if words[-1][1] else 1 - part
