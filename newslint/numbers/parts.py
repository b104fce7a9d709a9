"""A part that is larger than its whole: “five of the three”."""
from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from newslint.model import Document
from newslint.numbers.figures import figures
from newslint.numbers.places import Flaw
from newslint.numbers.sums import COUNT, START
from newslint.regexes import compiled

LEADS = [
    rf"{START}(?P<part>{COUNT})(?: [a-z]+)? (?:out )?of (?:the|its|their|his|her|our|all|these|those) (?P<all>{COUNT})(?= [a-z])",
    rf"{START}(?P<part>{COUNT}) (?:out of|in every) (?:every )?(?P<all>{COUNT})(?= [a-z])"]


_HEDGED = compiled(r"\b(?:between|or|to|and|top|no\.?|number) \Z", re.I)
_CLOCK_OR_DAY = compiled(r" (?:o'clock|January|February|March|April|May|June|July|August|September|October|November|December"
                         r"|(?:more |straight |consecutive )?(?:years?|months?|weeks?|days?|hours?|minutes?|points?))\b", re.I)
_RATINGS = (10, 100)                        # eleven out of ten


def check(document: Document, offsets: list[int], bands: dict[str, list[float]]) -> Iterator[Flaw]:
    """“Five of the three”."""
    text = document.text
    for match in (match for lead in LEADS for offset in offsets if (match := compiled(lead, re.I).match(text, offset))):
        parts, wholes = figures(text, *match.span("part")), figures(text, *match.span("all"))
        if len(parts) != 1 or len(wholes) != 1 or not parts[0].counts:
            continue
        part, whole = parts[0].value, wholes[0].value
        if part <= whole or _HEDGED.search(text, max(0, match.start() - 12), match.start()) \
                or _CLOCK_OR_DAY.match(text, match.end()) or whole in _RATINGS and part <= 1.2 * whole and "out of" in match[0]:
            continue
        yield Flaw("part", *match.span(), {"part": match["part"], "whole": match["all"]})
