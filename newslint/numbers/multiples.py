"""A change told without a figure: “doubled from 10 to 30”, “fell by a third from 90 to 30”.

“Doubled” may be up to 8% less and 30% more than twice, and what is hedged 15% less.
"""
from __future__ import annotations

import re
from collections.abc import Iterator

from newslint.numbers import roles
from newslint.numbers.figures import Figure
from newslint.numbers.places import Flaw
from newslint.regexes import compiled

SHORT, HEDGED_SHORT, BEYOND = 0.08, 0.15, 0.3
NEARLY = 0.8                                # of its factor that “nearly doubled” may be
_TIMES = {"doubl": 2.0, "trebl": 3.0, "tripl": 3.0, "quadrupl": 4.0, "halv": 0.5}
_PARTS = {"half": 2, "third": 3, "quarter": 4, "fifth": 5, "tenth": 10}
_HOW_MANY = {"a": 1, "one": 1, "two": 2, "three": 3}
_HEDGE = (r"(?:(?:(more than|over|at least)|(nearly|almost|close to|just under)"
          r"|(about|around|roughly|virtually|effectively)) )?")
_MULTIPLE = compiled(rf"\b{_HEDGE}(doubl|trebl|tripl|quadrupl|halv)(?:ed|es?|ing)\b", re.I)
_PART = compiled(
    rf"\b(?:by|lost|shed) {_HEDGE}(?:(half)\b|(a|one|two|three)[ -](half|third|quarter|fifth|tenth)s?\b)", re.I)


def wrong_multiple(text: str, start: int, end: int, found: list[Figure]) -> Iterator[Flaw]:
    """Changes of this kind in a sentence that are not what its figures come to."""
    if not _MULTIPLE.search(text, start, end) and not _PART.search(text, start, end):
        return
    found = roles.plain(text, start, found)
    befores = [figure for figure in found if roles.was(text, start, figure)]
    afters = [figure for figure in found if roles.became(text, start, figure) and figure not in befores]
    pair = roles.alike(text, befores[0], afters[0]) if len(befores) == len(afters) == 1 else None
    for match, factor in _factors(text, start, end, *pair) if pair else ():
        if not _fits(match, factor, *pair):  # type: ignore[misc]
            before, after = pair            # type: ignore[misc]
            yield Flaw("change", *match.span(), {"real": f"{after.value / before.value:.2g} times what was before"})


def _fits(match: re.Match[str], factor: float, before: Figure, after: Figure) -> bool:
    least, most = match[1], match[2]
    low, high = after.low / before.high, after.high / before.low
    short = HEDGED_SHORT if match[3] or before.hedge or after.hedge else SHORT
    if factor < 1:                          # then less is more
        low, high, factor = 1 / high, 1 / low, 1 / factor
    if most:
        return NEARLY * factor <= high and low <= factor / NEARLY
    return high >= factor * (1 - short) and (least is not None or low <= factor * (1 + BEYOND))


def _factors(text: str, start: int, end: int, before: Figure, after: Figure) -> Iterator[tuple[re.Match[str], float]]:
    """The one multiple and the one part of a sentence, as what the figure should be multiplied by."""
    many = list(_MULTIPLE.finditer(text, start, max(before.end, after.end)))
    # What goes up or down between them may be something else: “doubling the fees while cutting pay from £20m”.
    if len(many) == 1 and not roles.move_in(text, many[0].end(), before.start - len("down from ")):
        yield many[0], _TIMES[many[0][4].lower()]
    parts = list(_PART.finditer(text, start, end))
    for match in parts if len(parts) == 1 else ():
        part = 0.5 if match[4] else _HOW_MANY[match[5].lower()] / _PARTS[match[6].lower()]
        move = roles.move_in(text, max(start, match.start() - 40), match.start() + len("lost "))
        if move:
            yield match, 1 + move * part
