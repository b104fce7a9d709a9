"""A change against what it is said to come to: “rose 50% from 200 to 250”, “from 4% to 5%, a rise of 1%”.

A sentence is read only where it names one figure before, one after and one change, and no other figure that counts:
what stands before each says which it is (roles.py). Before and after are taken for all they may be rounded from; a
change in per cent may be 0.6 off.
"""
from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from newslint.model import Document
from newslint.numbers import roles
from newslint.numbers.figures import Figure, figures
from newslint.numbers.multiples import wrong_multiple
from newslint.numbers.places import Flaw, sentences_of
from newslint.regexes import compiled

SLACK = 0.6                                 # per cent that the change may be off
NEARLY = 1.25                               # times what it really is that “nearly” may say
_IN_NEXT = compiled(r"\s*(?:That|This|It|Which) (?:is|was|represents|represented|marks|marked|means|meant|amounts to) ")
_FROM = compiled(r"(?<!up )(?<!down )\bfrom \Z")
_MORE_THAN = compiled(r",? (?:more|less|higher|lower|fewer|up) than\b")
_RATE = compiled(r"\b(?:rates?|unemployment|inflation|turnout|support|approval|share)\b", re.I)


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
        if not roles.may_have_been(text, start, end) and not _RATE.search(text, start, end):
            continue
        found = [figure for figure in figures(text, start, end) if figure.counts]
        yield from wrong_multiple(text, start, end, found)
        change = read(text, start, end, found)
        if change is None:
            yield from _points_of_rate(text, start, end, found)
        elif percent_for_points(change):
            yield Flaw("points", change.said.start, change.said.end, {}, (_in_points(text, change.said),))
        elif real := _real(change):
            yield Flaw("change", change.said.start, change.said.end, {"real": real})


def percent_for_points(change: Change) -> bool:
    """Whether the change is right in points, and wrong in per cent of what was before."""
    before, after, said, _ = change
    if said.unit != "%" or before.unit != "%":
        return False
    steps = abs(after.value - before.value)
    return (abs(steps - said.value) < 0.051
            and abs(100 * steps / before.value - said.value) > max(0.1, said.high - said.value))


def read(text: str, start: int, end: int, found: list[Figure]) -> Change | None:
    """The one change of a sentence; its size may be told in the next, “That is a rise of 20%”."""
    found = roles.plain(text, start, found)
    befores = [figure for figure in found if roles.was(text, start, figure)] if 2 <= len(found) <= 3 else []
    if len(befores) != 1:
        return None
    rest = [figure for figure in found if figure is not befores[0]]
    saids = [figure for figure in rest if roles.changed_by(text, start, end, figure)] or _said_next(text, end, rest)
    afters = [figure for figure in rest if figure not in saids and figure.unit != "points"]
    if len(saids) > 1:                      # by 1% to 5%, rose to 5% from 4%
        afters = [figure for figure in saids if roles.became(text, start, figure)
                  and not text[max(0, figure.start - 4):figure.start].endswith(" by ")]
        saids = [figure for figure in saids if figure not in afters]
    if len(afters) != 1 or len(saids) != 1 or not roles.became(text, start, afters[0]):
        return None
    pair, said = roles.alike(text, befores[0], afters[0]), saids[0]
    if pair is None or _another_change(text, start, end, *pair, said):
        return None
    fits = pair[0].unit == "%" if said.unit == "points" else said.unit in ("%", pair[0].unit)
    return Change(*pair, said, roles.direction(text, start, said)) if fits else None


def _said_next(text: str, end: int, rest: list[Figure]) -> list[Figure]:
    """The size of the change where the next sentence is about nothing else."""
    following = _IN_NEXT.match(text, end) if len(rest) == 1 else None
    if following is None:
        return []
    start, stop = following.end(), min(len(text), following.end() + 60)
    return [figure for figure in figures(text, start, stop)[:1]
            if figure.unit in ("%", "points") and roles.changed_by(text, start, stop, figure)]


def _another_change(text: str, start: int, end: int, before: Figure, after: Figure, said: Figure) -> bool:
    """Whether the change has to do with other figures than these."""
    if max(before.end, after.end) < said.start < end and not roles.introduced(text, start, said):
        return True                         # as the ball went from 80 to 96 km/h, the window shrank by 43%
    if (said.end <= before.start and before.unit == said.unit == "%" and not said.end <= after.start < before.start
            and not _FROM.search(text, said.end, before.start)):
        return True                         # grew 15%, down from 23%
    return "than" in text[max(start, before.start - 12):before.start].split() and not _MORE_THAN.match(text, said.end)


def _real(change: Change) -> str:
    """What the change really comes to, where that is not what is said; else nothing."""
    before, after, said, direction = change
    if said.unit == "points":
        points = abs(after.value - before.value)
        allowed = 0.5 if all(figure.value == int(figure.value) for figure in (before, after, said)) else 0.11
        return f"{points:.3g} points" if abs(said.value - points) > allowed and not said.hedge else ""
    if said.unit == "%":
        low, high = 100 * (after.low / before.high - 1), 100 * (after.high / before.low - 1)
        real, slack = f"{abs(100 * (after.value / before.value - 1)):.3g}%", SLACK
    else:
        low, high = after.low - before.high, after.high - before.low
        real, slack = f"{abs(after.value - before.value):,.10g}", (said.high - said.low) / 2
    if direction < 0 or not direction and high <= 0:
        low, high = -high, -low
    slack += said.value * (0.1 * (said.hedge == "about") + 0.15 * (before.hedge != "" or after.hedge != ""))
    too_high = said.value > (NEARLY * high if said.hedge == "most" and high > 0 else high) + slack
    too_low = said.value < low - slack and said.hedge != "least"
    return real if too_high or too_low else ""


def _points_of_rate(text: str, start: int, end: int, found: list[Figure]) -> Iterator[Flaw]:
    """“Rates rose by 0.25% to 4.75%”: points, most likely, but nothing shows it."""
    shares = [figure for figure in found if figure.unit == "%"]
    if len(shares) == 2 and shares[0].value <= shares[1].value / 4 and text[shares[0].end:shares[1].start] == " to " \
            and _RATE.search(text, start, shares[0].start) and roles.changed_by(text, start, end, shares[0]):
        yield Flaw("points-of-rate", shares[0].start, shares[0].end, {}, (_in_points(text, shares[0]),))


def _in_points(text: str, figure: Figure) -> str:
    """1% as it should be: 1 percentage point."""
    written = re.split(r"[ \u00a0]?(?:%|-?per[ -]?cent|pct)", text[figure.start:figure.end], maxsplit=1)[0]
    return f"{written} percentage point{'' if figure.value == 1 else 's'}"
