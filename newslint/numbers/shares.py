"""Shares of one whole that do not come to a hundred: “60% said yes, 30% no, and 20% did not know”.

Only where the sentence says that nothing is left: by a last group that had no answer (undecided, did not know), by “the
rest” or “the remaining”, or by two answers that cannot both be given (for and against, yes and no, men and women). Then too
much is always wrong; too little only beside a rest.
"""
from __future__ import annotations

import re
from collections.abc import Iterator

from newslint.model import UNREAD, Document, paragraph_at
from newslint.numbers.figures import Figure, figures
from newslint.numbers.places import Flaw
from newslint.regexes import compiled
from newslint.sentences import sentences

_PERCENT = r"(?:%|per ?cent|percent)"
_UNSURE = (r"(?:undecided|unsure|not sure|uncertain|(?:did|do|does)(?:n['’]t| not) know|don['’]t[- ]knows?|no (?:opinion|view|preference|answer)"
           r"|abstain(?:ed|ing)?|not decided|neither|declined to (?:say|answer)|refused to (?:say|answer)|would not say|could not say|had no idea)")
_REST = r"(?:\bthe (?:rest|remaining|other|balance|final|last)\b|\bthe remainder\b)"
_OPPOSED = [(r"\b(?:yes|in favou?r|for|backed|supported|support|approved?|agreed?|remain)\b", r"\b(?:no|against|opposed?|rejected|disapproved?|disagreed?|leave)\b"),
            (r"\b(?:men|male|males|boys)\b", r"\b(?:women|female|females|girls)\b"), (r"\bwithin\b", r"\boutside\b")]
# Of these each person, or each part of the whole, has one
_ONE_EACH = (r"(?:chose|voted(?: for)?|backed|preferred|prefers?|picked|opted for|favou?red|named|said|c(?:o|a)mes? from|came from|w(?:e|a)s spent on|went to|goes to"
             r"|go to|were spent on|is spent on|lived? in|were born in|was made of|made up of|is made of|will go to|would vote|plan(?:ned)? to vote|were won by)")
_MANY_EACH = compiled(r"\b(?:several|as many as|free to|could (?:choose|name|pick|tick|give)|more than one|multiple|any of)\b", re.I)
_OVERLAP = compiled(r"\b(?:each|both|also|multiple|more than one|respectively|compared|than|up from|down from|from (?:[a-z]+ )?[\d£$€]|rose|fell|increase|rise|drop|average|between|of whom|of them"
                    r"|of those|of men|of women|of (?:male|female|boys|girls)|among|while in|whereas|chance|turnout|margin|points?|swing|last (?:year|month|week|time)|previous(?:ly)?|ago|earlier)\b",
                    re.I)
_PARTS = compiled(r"[;:]|\bwith\b|\bwhile\b", re.I)
MOST = 150                                  # that shares which exclude each other come to by a slip
ROUNDING = 0.5                              # a share, and the sum may be off by this much for each


def check(document: Document, offsets: list[int], bands: dict[str, list[float]]) -> Iterator[Flaw]:
    """Shares that make more than a hundred, or less although there is a rest."""
    text = document.text
    for start, end in _sentences(document, offsets):
        shares = _shares(text, start, end)
        if not 2 <= len(shares) <= 7 or _OVERLAP.search(text, shares[0].start, end):
            continue
        total = sum(share.value for share in shares)
        slack = ROUNDING * len(shares) + 0.01
        rest = _is_rest(text, shares[-1])
        unsure = len(shares) > 2 and compiled(_UNSURE, re.I).search(text, shares[-2].end, end)
        opposed = any(_beside(text, shares, end, *words) for words in _OPPOSED)
        one_each = len(shares) > 2 and compiled(_ONE_EACH, re.I).search(text, shares[0].end, shares[1].start) \
            and compiled(r",? and (?:[^,;]{0,30} )?\Z", re.I).search(text, shares[-2].end, shares[-1].start) \
            and not _MANY_EACH.search(text, start, end)
        if total > MOST:
            continue
        if total > 100 + slack and (one_each or rest or unsure or opposed) or total < 100 - slack and rest and total > 50:
            yield Flaw("shares", shares[0].start, shares[-1].end, {"total": f"{total:g}"})


def _sentences(document: Document, offsets: list[int]) -> Iterator[tuple[int, int]]:
    """The sentences of the paragraphs that start at these offsets in which shares stand."""
    text = document.text
    for offset in offsets:
        paragraph = paragraph_at(document, offset)
        if paragraph is not None and paragraph.kind not in UNREAD:
            for start, end in sentences(text, paragraph.start, paragraph.end):
                if len(compiled(_PERCENT).findall(text, start, end)) > 1:
                    yield start, end


def _shares(text: str, start: int, end: int) -> list[Figure]:
    """The shares of a sentence, bare figures among them too (“60% said yes, 30 no”); nothing where another figure counts."""
    found = [figure for figure in figures(text, start, end) if figure.counts]
    first = next((place for place, figure in enumerate(found) if figure.unit == "%"), len(found))
    shares = [figure for figure in found[first:] if figure.unit == "%"]
    return shares if all(not figure.hedge or figure.hedge == "about" for figure in shares) else []


def _is_rest(text: str, last: Figure) -> bool:
    return compiled(rf"{_REST} \Z", re.I).search(text, max(0, last.start - 20), last.start) is not None


def _beside(text: str, shares: list[Figure], end: int, one: str, other: str) -> bool:
    """Whether two shares are those of these two, each named after its own."""
    if len(shares) < 2:
        return False
    stretches = [text[share.end:following] for share, following in
                 zip(shares, [*(share.start for share in shares[1:]), min(end, shares[-1].end + 50)])]
    firsts = [place for place, words in enumerate(stretches) if compiled(one, re.I).search(words)]
    others = [place for place, words in enumerate(stretches) if compiled(other, re.I).search(words)]
    if "women" in other and any(words.startswith(" of") for words in stretches):
        return False                        # 90% of men and 80% of women
    return len(shares) in (2, 3) and bool(firsts) and bool(others) and firsts != others
