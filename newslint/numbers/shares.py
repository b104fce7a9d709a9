"""Shares of one whole that do not come to a hundred: “60% said yes, 30% no, and 20% did not know”.

Only where the sentence says that nothing is left: by a last group that gave no answer, by “the rest” or “the
remaining”, by two answers that cannot both be given (for and against, men and women), or because each chose one. Then
too much is always wrong; too little only beside a rest.
"""
from __future__ import annotations

import re
from collections.abc import Iterator

from newslint.model import UNREAD, Document, paragraph_at
from newslint.numbers.figures import Figure, figures
from newslint.numbers.places import Flaw
from newslint.regexes import compiled
from newslint.sentences import sentences

MOST = 150                                  # that shares which exclude each other come to by a slip
MANY = 7                                    # shares in one sentence, beyond which nobody adds them up
ROUNDING = 0.5                              # what each may be rounded by

_PERCENT = compiled(r"%|per ?cent", re.I)
_IN_DIGITS = compiled(r"\d(?<![\w.,-]\d)\d*(?:\.\d+)?%(?=[ ,;.])(?!\W*points?)", re.I)
_UNSURE = compiled(
    r"(?:undecided|unsure|not sure|uncertain|(?:did|do|does)(?:n['’]t| not) know|don['’]t[- ]knows?|abstain(?:ed|ing)?"
    r"|no (?:opinion|view|preference|answer)|not decided|neither|(?:declined|refused) to (?:say|answer)"
    r"|(?:would|could) not say|had no idea)", re.I)
_REST = compiled(r"(?:\bthe (?:rest|remaining|other|balance|final|last)|\bthe remainder) \Z", re.I)
_OPPOSED = [(compiled(one, re.I), compiled(other, re.I)) for one, other in (
    (r"\b(?:yes|in favou?r|for|backed|support(?:ed)?|approved?|agreed?|remain)\b",
     r"\b(?:no|against|opposed?|rejected|disapproved?|disagreed?|leave)\b"),
    (r"\bwithin\b", r"\boutside\b"))]
_SEXES = compiled(r"\b(?:men|male|males|boys)\b", re.I), compiled(r"\b(?:women|female|females|girls)\b", re.I)
# Of these each person, or each part of the whole, has one
_ONE_EACH = compiled(
    r"(?:chose|voted(?: for)?|backed|preferred|prefers?|picked|opted for|favou?red|named|said|c[oa]mes? from"
    r"|w(?:as|ere) spent on|is spent on|went to|goes to|go to|lived? in|were born in|(?:was|is) made of|made up of"
    r"|will go to|would vote|plan(?:ned)? to vote|were won by)", re.I)
_MANY_EACH = compiled(
    r"\b(?:several|as many as|free to|could (?:choose|name|pick|tick|give)|more than one|multiple|any of)\b", re.I)
_LAST = compiled(r",? and (?:[^,;]{0,30} )?\Z", re.I)
_OVERLAP = compiled(
    r"\b(?:each|both|also|multiple|more than one|respectively|compared|than|up from|down from|from (?:[a-z]+ )?[\d£$€]"
    r"|rose|fell|increase|rise|drop|average|between|of (?:whom|them|those|men|women|male|female|boys|girls)|among"
    r"|while in|whereas"
    r"|chance|turnout|margin|points?|swing|last (?:year|month|week|time)|previous(?:ly)?|ago|earlier)\b", re.I)


def check(document: Document, offsets: list[int], bands: dict[str, list[float]]) -> Iterator[Flaw]:
    """Shares that make more than a hundred, or less although there is a rest."""
    text = document.text
    for start, end in _sentences(document, offsets):
        shares = [figure for figure in figures(text, start, end) if figure.unit == "%"]
        total = sum(share.value for share in shares)
        if not 2 <= len(shares) <= MANY or total > MOST or any(share.hedge in ("least", "most") for share in shares) \
                or _OVERLAP.search(text, shares[0].start, end):
            continue
        slack = ROUNDING * len(shares) + 0.01
        rest = _REST.search(text, max(start, shares[-1].start - 20), shares[-1].start)
        if total > 100 + slack and (rest or _all_told(text, start, end, shares)) or rest and 50 < total < 100 - slack:
            yield Flaw("shares", shares[0].start, shares[-1].end, {"total": f"{total:g}"})


def _sentences(document: Document, offsets: list[int]) -> Iterator[tuple[int, int]]:
    """The sentences of the paragraphs that start at these offsets in which there are shares."""
    text = document.text
    for offset in dict.fromkeys(offsets):
        paragraph = paragraph_at(document, offset)
        for start, end in sentences(text, *paragraph[1:]) if paragraph and paragraph.kind not in UNREAD else ():
            if len(_PERCENT.findall(text, start, end)) > 1:
                share = _IN_DIGITS.search(text, start, end)
                if not share or not _OVERLAP.search(text, share.end(), end):
                    yield start, end


def _all_told(text: str, start: int, end: int, shares: list[Figure]) -> bool:
    """Whether these are all answers, of which each has one."""
    if len(shares) > 2:
        if _UNSURE.search(text, shares[-2].end, end):
            return True
        if _ONE_EACH.search(text, shares[0].end, shares[1].start) \
                and _LAST.search(text, shares[-2].end, shares[-1].start) and not _MANY_EACH.search(text, start, end):
            return True
    stops = [*(share.start for share in shares[1:]), min(end, shares[-1].end + 50)]
    named = [text[share.end:stop] for share, stop in zip(shares, stops)]
    # 90% of men and 80% of women are of no one whole
    opposed = _OPPOSED if any(words.startswith(" of") for words in named) else [*_OPPOSED, _SEXES]
    return len(shares) < 4 and any(_apart(named, one, other) for one, other in opposed)


def _apart(named: list[str], one: re.Pattern[str], other: re.Pattern[str]) -> bool:
    """Whether what is named behind one share is not what is named behind another."""
    ones = [bool(one.search(words)) for words in named]
    others = [bool(other.search(words)) for words in named]
    return any(ones) and any(others) and ones != others
