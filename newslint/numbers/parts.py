"""A part that is larger than its whole: “five of the three”."""
from __future__ import annotations

import re
from collections.abc import Iterator

from newslint.model import Document
from newslint.numbers.figures import figures
from newslint.numbers.places import Flaw
from newslint.numbers.sums import COUNT, START
from newslint.regexes import compiled

LEADS = [
    (rf"{START}(?P<part>{COUNT})(?: [a-z]+)? (?:out )?of (?:the|its|their|his|her|our|all|these|those) "
     rf"(?P<all>{COUNT})(?= [a-z])"),
    rf"{START}(?P<part>{COUNT}) (?:out of|in every) (?:every )?(?P<all>{COUNT})(?= [a-z])"]

_OTHER = compiled(r"\b(?:between|or|to|and|top|no\.?|number) \Z", re.I)
_CLOCK_OR_DAY = compiled(
    r" (?:o['’]clock|January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:more |straight |consecutive )?(?:years?|months?|weeks?|days?|hours?|minutes?|points?))\b", re.I)
RATINGS = (10, 100)                         # eleven out of ten


def check(document: Document, offsets: list[int], bands: dict[str, list[float]]) -> Iterator[Flaw]:
    """Parts that are larger than their whole."""
    text = document.text
    for match in (compiled(lead, re.I).match(text, offset) for lead in LEADS for offset in offsets):
        if match is None:
            continue
        parts, wholes = figures(text, *match.span("part")), figures(text, *match.span("all"))
        if len(parts) != 1 or len(wholes) != 1 or not parts[0].counts or parts[0].value <= wholes[0].value:
            continue
        rating = wholes[0].value in RATINGS and parts[0].value <= 1.2 * wholes[0].value and "out of" in match[0]
        if not rating and not _OTHER.search(text, max(0, match.start() - 12), match.start()) \
                and not _CLOCK_OR_DAY.match(text, match.end()):
            yield Flaw("part", *match.span(), {"part": match["part"], "whole": match["all"]})
