"""Where a text may hold what a module of this folder looks for, as cheaply as can be: most texts hold nothing.

Strings are looked for first, and patterns only from there; a pattern by itself starts with a figure or one sign, so that
`re` skips to where one is.
"""
from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from newslint.model import Document
from newslint.regexes import compiled

AHEAD = 30                                  # characters after “from” in which a figure stands
APART = 110                                 # characters between two shares of one whole, at most
NEAR = 170                                  # characters within which what was before and the change are told

_BEFORE = ("from ", "against ", "compared ", "on last ", "on the ", "than the ")
_FIGURE_BEFORE = compiled(r"(?:from|against|compared (?:with|to)|on last|on the|than the) (?:[a-z'’]+ ){0,4}?[£$€]?(?!(?:19|20)\d\d\b)(?:\d|t(?:wo|hree|en|w|hir)"
                          r"|f(?:our|ive|if|or)|s(?:ix|even)|eigh|nine|one)")
_MONEY_BEFORE = ("from £", "from $", "from €")
_CHANGED_BY = compiled(r"[£$€](?:(?<= by .)|(?<= up .)|(?<= down .)|(?<= rose .)|(?<= fell .)|(?<= of .))")
PHRASES = ["doubled", "doubling", "doubles", "trebled", "trebling", "tripled", "tripling", "quadrupled", "halved", "halving", "by half", "by a third", "by a quarter",
           "by a fifth", "by a tenth", "by two thirds", "by two-thirds", "by three quarters", "by three-quarters", "by one third", "by one-third"]
_FIRST = frozenset("0123456789£$€")
_TO = compiled(r"(?:%|per ?cent) to ")
_SHARE = ("%", "per cent", "percent")
_SPLIT_WORDS = frozenset(
    "undecided unsure sure uncertain know don't don’t didn't didn’t knows opinion view preference abstained abstaining abstain decided neither declined refused say"
    " rest remaining remainder other balance final last no against oppose opposed women female females girls disapprove disapproved disagree"
    " disagreed rejected leave outside chose voted backed preferred prefer picked opted favoured favored named said came come comes went go goes"
    " spent lived live born made vote won".split())
_TO_SPACES = str.maketrans(",.;:()“”\"", "         ")
_UNIT_NAMES = (r"(?:sq(?:uare)? |cubic )?(?:k(?:m|ilo|g|ph|not)|m(?:\b|il|et|ph|²|2|3|m)|c(?:m|enti|\b|els)|f(?:t|eet|oot|\b|ahr)|in(?:ch|s|\b)|y(?:ar|ds)|°|deg|acre|hect|ha\b|lit|gal|pint|barrel|g(?:ram|\b)"
               r"|l(?:b|it)|p(?:ound|int)|o(?:z|unce)|st(?:one|\b)|ton|nautical)")
_MEASURE = compiled(rf"(?:[a-z]+ ){{0,3}}(?:minus |[-−])?(?:[\d.,]+|[a-z]+)[ -]?(?:million |m |thousand |billion )?{_UNIT_NAMES}")
_SUM = compiled(r"(?:[a-z]+ ){0,2}(?:[a-z]{0,2}[£$€¥₹]|rs|\d[\d.,]*(?:bn|m| [a-z]+ion)? (?:yen|yuan|euros?|dollars|pounds|roubles|rubles|rupees|rand)\b)")
_SLIPPED_COMMA = compiled(r",(?<=\d,)(?:\d{1,2}(?!\d)|\d{4}| 000\b|(?<=\d\d\d\d,)\d{3})")
_NUMBER_BEFORE = compiled(r"([\d.,]*\d) ?\Z")
_OTHER_SIZES = ("m", " million", " trillion", "tn")
_THE = ("the 1", "the 2", "the 3", "the 4", "the 5", "the 6", "the 7", "the 8", "the 9")
_NOUN = compiled(r"[\d,]+ [a-z]{2,}(?:s|men|people|children)\b")
_HEAD_WORDS = frozenset("two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen"
                        " nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred dozen million".split())


def places(document: Document, folded: str, manifold: list[int]) -> dict[str, list[int]]:
    """Offsets by module; `manifold` are those of PHRASES."""
    text = document.text
    shares = list(_of(folded, _SHARE))
    conversions = [at + 1 for at in _of(folded, ("(",))] + [at + 4 for at in _of(folded, (" or ",)) if folded[at + 4:at + 5] in _FIRST]
    found = {
        "changes": [*_changes(folded, shares, manifold), *(at for at in shares if _TO.match(folded, at))],
        "shares": [start for _, start, end in document.zones if _split(folded, start, end, shares)] if len(shares) > 1 else [],
        "thousands": [match.start() for match in _SLIPPED_COMMA.finditer(text)],
        "scales": [0] if _two_sizes(folded) else [],
        "repeats": [at + 4 for at in _of(folded, _THE) if _NOUN.match(folded, at + 4)],
        "units": [at for at in conversions if _MEASURE.match(folded, at)],
        "currencies": [at for at in conversions if _SUM.match(folded, at)],
        "headlines": [start for kind, start, end in document.zones[:3] if kind == "headline" and _counts(folded[start:end])],
    }
    return {name: its for name, its in found.items() if its}


def _of(folded: str, strings: tuple[str, ...]) -> Iterator[int]:
    for string in strings:
        at = folded.find(string)
        while at >= 0:
            yield at
            at = folded.find(string, at + 1)


def _changes(folded: str, shares: list[int], manifold: list[int]) -> Iterator[int]:
    """Where a figure is told that was before, near a change."""
    last = -NEAR
    for at in sorted(shares + manifold):
        if at < last + NEAR / 2:
            continue                        # as good as looked at
        near = folded[max(0, at - NEAR):at + NEAR]
        if any(word in near for word in _BEFORE) and (figure := _FIGURE_BEFORE.search(near)):
            last = at
            yield at
            yield max(0, at - NEAR) + figure.start()
    for at in _of(folded, _MONEY_BEFORE):
        if _CHANGED_BY.search(folded, max(0, at - NEAR), at + NEAR):
            yield at


def _split(folded: str, start: int, end: int, shares: list[int]) -> bool:
    """Whether a paragraph has shares in one sentence, perhaps, and a word that says they are all."""
    its = [share for share in shares if start <= share < end]
    return any(other - one < APART and not _SPLIT_WORDS.isdisjoint(
        folded[max(start, one - APART):min(end, other + APART)].translate(_TO_SPACES).split()) for one, other in pairwise(its))


def _two_sizes(folded: str) -> bool:
    """Whether a figure that stands with billion stands with million or trillion too."""
    for at in _of(folded, ("bn", "billion")):
        number = _NUMBER_BEFORE.search(folded, max(0, at - 12), at)
        for size in _OTHER_SIZES if number else ():
            other = folded.find(number[1] + size) if number else -1
            if other > 0 and folded[other - 1] not in "0123456789.," and not folded[other + len(number[1] + size):][:1].isalpha():
                return True
    return False


def _counts(headline: str) -> bool:
    return any(map(str.isdigit, headline)) or not _HEAD_WORDS.isdisjoint(headline.replace("-", " ").split())
