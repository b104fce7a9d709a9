"""Whether a text may hold what a module of this folder looks for, as cheaply as can be: most texts hold nothing.

A pattern that starts with one sign, or with a figure, costs next to nothing where there is none.
"""
from __future__ import annotations

from newslint.model import Document
from newslint.regexes import compiled

_SLIPPED_COMMA = compiled(r",(?<=\d,)(?:\d{1,2}(?!\d)|\d{4}| 000\b|(?<=\d\d\d\d,)\d{3})")
_IN_BRACKETS = compiled(r"\((?:[a-z]+ )?(?:[A-Z]{0,2}[£$€¥₹]|\d[\d,.]*(?:bn|m| [a-z]+ion)? (?:yen|yuan|euros?|dollars|pounds|roubles|rubles|rupees|rand)\b)"
                        r"|[£$€][\d.,]+ ?(?:m|bn|million|billion)?,? or [£$€]")
_SIZES = compiled(r"\d(?<![\d.,]\d)([\d.,]*) ?(?:(bn|billion)|(m|million)|(?:tn|trillion))\b")
_THE_FIGURE = compiled(r"\d(?:(?<=[Tt]he \d)|(?<=[Tt]hose \d)|(?<=[Tt]hese \d))[\d,]* [a-z]{2,}(?:s|men|people|children)\b")
_HEAD_WORDS = frozenset("two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen"
                        " nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred dozen million".split())


def modules(document: Document, folded: str) -> list[str]:
    """The modules that should look at this document besides those whose regexes were found."""
    text = document.text
    found = []
    if "," in text and _SLIPPED_COMMA.search(text):
        found.append("thousands")
    if "(" in text and _IN_BRACKETS.search(text):
        found.append("currencies")
    if ("bn" in folded or "billion" in folded) and _two_sizes(folded):
        found.append("scales")
    if _THE_FIGURE.search(text):
        found.append("repeats")
    for kind, start, end in document.zones[:3]:
        if kind == "headline":
            headline = folded[start:end]
            if not headline.isalpha() and (any(map(str.isdigit, headline)) or not _HEAD_WORDS.isdisjoint(headline.split())):
                found.append("headlines")
            break
    return found


def _two_sizes(folded: str) -> bool:
    """Whether one figure stands with million and with billion."""
    sizes: dict[str, set[int | None]] = {}
    for match in _SIZES.finditer(folded):
        sizes.setdefault(match[0][:1] + match[1].rstrip(".,"), set()).add(match.lastindex)
    return any(len(its) > 1 for its in sizes.values())
