"""Where a text may hold what a module of this folder looks for, as cheaply as can be: most texts hold nothing.

Strings are looked for first, and patterns only from there; a pattern by itself starts with a figure or one sign, so that
`re` skips to where one is.
"""
from __future__ import annotations

from collections.abc import Iterator

from newslint.model import Document
from newslint.regexes import compiled

NEAR = 170                                  # characters within which what was before and the change are told

_BEFORE = ("from ", "against ", "compared with ", "compared to ", "on last ", "on the ", "than the ")
_FIGURE_AHEAD = compiled(r"(?:[a-z'’]+ ){0,4}?(?:[£$€]?(?!(?:19|20)\d\d\b)\d|(?:t(?:wo|hree|en|w|hir)|f(?:our|ive|if|or)|s(?:ix|even|eve)|eigh|nine|one) ?)")
_CHANGED = ("%", "per cent", "percent", " point", "doubl", "trebl", "tripl", "quadrupl", "halv", "by a ", "by half", "by one", "by two", "by three",
            "by almost", "by nearly", "by about", "by more", "by over", "by £", "by $", "by €", "up £", "up $", "up €", "down £", "down $", "rose £", "fell £",
            "rose $", "fell $", "by 1", "by 2", "by 3", "by 4", "by 5", "by 6", "by 7", "by 8", "by 9")
_RATE = ("% to ", "per cent to ", "percent to ")
_SHARE = compiled(r"[%p](?:(?<=[\d ]%)|(?<=[ -]p)er ?cent)")
_SPLIT_WORDS = frozenset(
    "undecided unsure sure uncertain know don't don’t didn't didn’t knows opinion view preference abstained abstaining abstain decided neither declined refused say"
    " rest remaining remainder other balance final last no against oppose opposed women female females girls disapprove disapproved disagree"
    " disagreed rejected leave outside chose voted backed preferred prefer picked opted favoured favored named said came come comes went go goes"
    " spent lived live born made vote won".split())
_TO_SPACES = str.maketrans(",.;:()“”\"", "         ")
_UNIT_NAMES = (r"(?:sq(?:uare)? |cubic )?(?:k(?:m|ilo|g|ph|not)|m(?:\b|il|et|ph|²|2|3|m)|c(?:m|enti|\b|els)|f(?:t|eet|oot|\b|ahr)|in(?:ch|s|\b)|y(?:ar|ds)|°|deg|acre|hect|ha\b|lit|gal|pint|barrel|g(?:ram|\b)"
               r"|l(?:b|it)|p(?:ound|int)|o(?:z|unce)|st(?:one|\b)|ton|nautical)")
_BRACKETED = compiled(rf"\((?:[a-z]+ ){{0,3}}(?:minus |[-−])?(?:[\d.,]+|[a-z]+)[ -]?(?:million |m |thousand |billion )?{_UNIT_NAMES}", 2)
_OR_UNIT = compiled(rf" or (?:[a-z]+ ){{0,2}}?[\d.,]+[ -]?(?:million )?{_UNIT_NAMES}", 2)
_SUM_IN_BRACKETS = compiled(r"\((?:[a-z]+ ){0,2}(?:[A-Z]{0,2}[£$€¥₹]|Rs|\d[\d.,]*(?:bn|m| [a-z]+ion)? (?:yen|yuan|euros?|dollars|pounds|roubles|rubles|rupees|rand)\b)")
_SLIPPED_COMMA = compiled(r",(?<=\d,)(?:\d{1,2}(?!\d)|\d{4}| 000\b|(?<=\d\d\d\d,)\d{3})")
_SIZES = compiled(r"\d(?<![\d.,]\d)([\d.,]*) ?(?:(bn|billion)|(m|million)|(?:tn|trillion))\b")
_THE_FIGURE = compiled(r"\d(?:(?<=[Tt]he \d)|(?<=[Tt]hose \d)|(?<=[Tt]hese \d))[\d,]* [a-z]{2,}(?:s|men|people|children)\b")
_HEAD_WORDS = frozenset("two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen"
                        " nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred dozen million".split())


def places(document: Document, folded: str) -> dict[str, list[int]]:
    """Offsets by module."""
    text = document.text
    shares = [match.start() for match in _SHARE.finditer(folded)]
    found = {
        "changes": [*_changes(folded), *_of(folded, _RATE)] if shares or "from " in folded else [],
        "shares": [start for kind, start, end in document.zones if _split(folded, start, end, shares)] if len(shares) > 1 else [],
        "thousands": [match.start() for match in _SLIPPED_COMMA.finditer(text)],
        "scales": [0] if ("bn" in folded or "billion" in folded) and _two_sizes(folded) else [],
        "repeats": [match.start() for match in _THE_FIGURE.finditer(text)],
        "units": [match.start() for pattern in (_BRACKETED, _OR_UNIT) for match in pattern.finditer(text)],
        "currencies": [match.start() for match in _SUM_IN_BRACKETS.finditer(text)] + list(_of(folded, (" or £", " or $", " or €"))),
        "headlines": [start for kind, start, end in document.zones[:3] if kind == "headline" and _counts(folded[start:end])],
    }
    return {name: its for name, its in found.items() if its}


def _of(folded: str, strings: tuple[str, ...]) -> Iterator[int]:
    for string in strings:
        at = folded.find(string)
        while at >= 0:
            yield at
            at = folded.find(string, at + 1)


def _changes(folded: str) -> Iterator[int]:
    """Where a figure is told that was before, near a change."""
    for string in _BEFORE:
        at = folded.find(string)
        while at >= 0:
            end = at + len(string)
            if _FIGURE_AHEAD.match(folded, end):
                near = folded[max(0, at - NEAR):end + NEAR]
                if any(word in near for word in _CHANGED):
                    yield at
            at = folded.find(string, end)


def _split(folded: str, start: int, end: int, shares: list[int]) -> bool:
    """Whether a paragraph has shares, and a word that says they are all."""
    return sum(start <= share < end for share in shares) > 1 and not _SPLIT_WORDS.isdisjoint(
        folded[start:end].translate(_TO_SPACES).split())


def _two_sizes(folded: str) -> bool:
    """Whether one figure stands with million and with billion."""
    sizes: dict[str, set[int | None]] = {}
    for match in _SIZES.finditer(folded):
        sizes.setdefault(match[0][:1] + match[1].rstrip(".,"), set()).add(match.lastindex)
    return any(len(its) > 1 for its in sizes.values())


def _counts(headline: str) -> bool:
    return any(map(str.isdigit, headline)) or not _HEAD_WORDS.isdisjoint(headline.replace("-", " ").split())
