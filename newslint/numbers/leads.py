"""Where a text may hold what a module of this folder looks for, as cheaply as can be: most texts hold nothing.

Strings are looked for first, and patterns only from there.
"""
from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator, Mapping, Set
from itertools import pairwise

from newslint.model import Document, paragraph_at
from newslint.regexes import compiled

NEAR = 170                                  # characters within which what was before and the change are told
CLOSE = 30                                  # characters between two shares of one sentence, as a rule
APART = 110                                 # characters between two shares of one whole, at most

# Found by the engine for us: changes without a figure
PHRASES = [
    "doubled", "doubling", "doubles", "trebled", "trebling", "tripled", "tripling", "quadrupled", "halved", "halving",
    *(f"{verb} {part}" for verb in ("by", "lost", "shed") for part in (
        "half", "a third", "a quarter", "a fifth", "a tenth", "one third", "one-third", "two thirds", "two-thirds",
        "three quarters", "three-quarters", "almost a third", "almost a quarter", "nearly a third", "nearly a quarter",
        "more than a third", "more than a quarter", "more than half"))]
# These too; then patterns without which nothing is looked for, made of strings that the engine finds at no cost. Each
# of so few that none needs a place in an RE2 set (keys.py).
OUT_OF, VOTED = ("out of", "in every"), "voted"
PERCENT = ("per cent", "percent", "percentage", "-percent", "-per cent")
FROM, OR = ("from £", "from $", "from €"), ("or £", "or $", "or €", "or 0")
DEFINITE = ("the", "those", "these")
STRINGS = [*PHRASES, *OUT_OF, VOTED, *PERCENT, *FROM, *OR, *(f"{word} 0" for word in DEFINITE)]
GATES = {
    **{f"{word} {digit}": rf"\b{word} {digit}" for word in (*DEFINITE, "or") for digit in range(1, 10)},
    **{f"{digit}bn": f"{digit} ?(?:bn|billion)" for digit in range(10)},
    **{f"{sex} and": rf"\b{sex},? and\b" for sex in (
        "m[ea]n", "wom[ea]n", "boys?", "girls?", "child(?:ren)?", "(?:fe)?males?", "adults?", "toddlers?",
        "bab(?:y|ies)", "teenagers?", "(?:civilian|soldier|pensioner)s?", "policem[ea]n")},
}
_EARLIER = ("from ", "against ", "compared ", "on last ", "on the ", "than the ")
_EARLIER_FIGURE = compiled(
    r"(?:from|against|compared (?:with|to)|on last|on the|than the) (?:[a-z'’]+ ){0,4}?[£$€]?(?!(?:19|20)\d\d\b)"
    r"(?:\d|t(?:wo|hree|en|w|hir)|f(?:our|ive|if|or)|s(?:ix|even)|eigh|nine|one)")
_SIGNS = "£$€"
_CHANGED_BY = compiled(r"[£$€](?:(?<= by .)|(?<= up .)|(?<= down .)|(?<= rose .)|(?<= fell .)|(?<= of .))")
_SHARE_WORDS = ("per cent", "percent")
_TO = compiled(r"(?:%|per ?cent) to [\d.]+ ?(?:%|per)")
_PARTED = frozenset(
    "undecided unsure sure uncertain know don't don’t didn't didn’t knows opinion view preference abstained abstaining "
    "abstain decided neither declined refused say rest remaining remainder other others balance final last no against "
    "oppose opposed women female females girls disapprove disapproved disagree disagreed rejected leave outside chose "
    "voted backed preferred prefer picked opted favoured favored named said came come comes went go goes spent lived "
    "live born made vote won".split())
_TO_SPACES = str.maketrans(dict.fromkeys(",.;:()“”\"", " "))
_FIGURE_STARTS = frozenset("0123456789£$€")
_MEASURE = compiled(
    r"(?:[a-z]+ ){0,3}(?:minus |[-−])?(?:[\d.,]+|[a-z]+)[ -]?(?:million |m |thousand |billion )?"
    r"(?:sq(?:uare)? |cubic )?(?:k(?:m|ilo|g|ph|not)|m(?:\b|il|et|ph|²|2|3|m)|c(?:m|enti|\b|els)|f(?:t|eet|oot|\b|ahr)"
    r"|in(?:ch|s|\b)|y(?:ar|ds)|°|deg|acre|hect|ha\b|lit|gal|pint|barrel|g(?:ram|\b)|l(?:b|it)|p(?:ound|int)|o(?:z|unce)"
    r"|st(?:one|\b)|ton|nautical)")
_SUM = compiled(
    r"(?:[a-z]+ ){0,2}(?:[a-z]{0,2}[£$€¥₹]|rs|\d[\d.,]*(?:bn|m| [a-z]+ion)? "
    r"(?:yen|yuan|euros?|dollars|pounds|roubles|rubles|rupees|rand)\b)")
_SLIPPED_COMMA = compiled(r",(?<=\d,)(?:\d{1,2}(?!\d)|\d{4}| 000\b|(?<=\d\d\d\d,)\d{3})")
_NUMBER_BEFORE = compiled(r"([\d.,]*\d) ?\Z")
_OTHER_SIZE = compiled(r"\d(?<![\d.,]\d)[\d.,]*(?= ?(?:m|million|tn|trillion)\b)")
_COUNT = (r"(?=\d|(?:an? (?:hundred|thousand|million|billion|trillion|dozen)|zero|one|two|three|four|five|six|seven"
          r"|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty"
          r"|forty|fifty|sixty|seventy|eighty|ninety)\b)")
SEX = (r"(?:m[ea]n|wom[ea]n|boys?|girls?|child(?:ren)?|males?|females?|adults?|toddlers?|bab(?:y|ies)|teenagers?"
        r"|civilians?|soldiers?|policem[ea]n|pensioners?)")
_ONE_SEX = compiled(rf"{SEX},?\Z")
LONGEST = len("teenagers,")                 # of what it matches
_VOTED = compiled(rf"voted (?:by )?{_COUNT}")
_ABSTAINED = compiled("abst|did not vote|were absent")
# Without one of these in a paragraph no form of sums.py matches there
PLACED = compiled(rf", {_COUNT}[^,;:\n]{{1,60}}? (?:in|at|from|for|on|to|gold|silver|bronze)\b")
BY_SEX = compiled(rf" and (?:an? |{_COUNT})[^,;:\n]{{0,60}}?{SEX}")
OF_COUNT = compiled(rf"of (?:the|its|their|his|her|our|all|these|those|all the) {_COUNT}")
JOINED = tuple(compiled(rf"{sign} ?{_COUNT}") for sign in (":", "–", "—", "-(?<= -)", r"\((?<= .)"))
COUNTED_AFTER = tuple(compiled(rf"{sign} {_COUNT}") for sign in ("and", ",", ";"))
_OUT_OF = compiled(rf"(?:out of|in every) (?:every )?{_COUNT}")
_DEFINITE = compiled(r"th(?:e|ose|ese) \d")
PART = 40                                   # characters before “of the” in which the part is told
_A_COUNT = compiled(
    r"\d|\b(?:hundred|thousand|[mbt]r?illion|dozen|zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
    r"|\w+teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)\b")
MONEY = 3                                   # signs of currency in a sum of money and its parts
_JOINTS = frozenset(":–—(-")
_NEXT_SUM = compiled(r"(?:and|,) [£$€]")
_DIGIT = compiled(r"\d")
_HEAD_WORDS = frozenset(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred dozen million".split())


def places(document: Document, folded: str, strings: Mapping[str, list[int]],
           gates: Set[str]) -> dict[str, list[int]]:
    """Offsets by module, with the places of those of STRINGS that are there, and the names of those of GATES."""
    firsts = {gate.partition(" ")[0] for gate in (*gates, *strings)}
    ends = {gate[-3:].strip(" 0123456789") for gate in gates}
    shares = list(_of(folded, ("%", *_SHARE_WORDS) if any(word in strings for word in PERCENT) else ("%",)))
    conversions = [at + len("(") for at in _of(folded, ("(",))]
    if "or" in firsts:
        conversions += [at + 4 for at in _of(folded, (" or ",)) if folded[at + 4:at + 5] in _FIGURE_STARTS]
    told, froms, out_of, votes = ([at for string in some for at in strings.get(string, ())]
                                  for some in (PHRASES, FROM, OUT_OF, (VOTED,))) if strings else ([], [], [], [])
    found = {
        "changes": [*_changes(folded, shares, told, froms), *(at for at in shares if _TO.match(folded, at))]
        if shares or told or froms else [],
        "shares": list(_parted(document, folded, shares)) if len(shares) > 1 else [],
        "thousands": [match.start() for match in _SLIPPED_COMMA.finditer(folded)],
        "scales": [0] if "bn" in ends and _two_sizes(folded) else [],
        "units": [at for at in conversions if _MEASURE.match(folded, at)],
        "currencies": [at for at in conversions if _SUM.match(folded, at)],
        "sums": list(_sums(document, folded, votes, "and" in ends)),
        "parts": [at for at in (*(match.start() for match in OF_COUNT.finditer(folded)),
                                *(at for at in out_of if _OUT_OF.match(folded, at)))
                  if _A_COUNT.search(folded, max(0, at - PART), at)],
        "repeats": [match.start() for match in _DEFINITE.finditer(folded)] if not firsts.isdisjoint(DEFINITE) else [],
        "headlines": [start for kind, start, end in document.zones[:3]
                      if kind == "headline" and _counts(folded[start:end])],
    }
    return {name: its for name, its in found.items() if its}


def _sums(document: Document, folded: str, votes: Iterable[int], sexes: bool) -> Iterator[int]:
    """Where a paragraph may tell a whole and its parts."""
    for match in BY_SEX.finditer(folded) if sexes else ():
        if _ONE_SEX.search(folded, max(0, match.start() - LONGEST), match.start()):
            yield match.start()
    for one, other in pairwise(PLACED.finditer(folded)):
        if paragraph_at(document, one.start()) == paragraph_at(document, other.start()):
            yield one.start()
    for at in votes:
        if _VOTED.match(folded, at) and _ABSTAINED.search(folded, at, at + NEAR):
            yield at
    if sum(map(folded.count, _SIGNS)) >= MONEY:
        sums = (at for at in _of(folded, tuple(_SIGNS)) if folded[max(0, at - 2):at].rstrip()[-1:] in _JOINTS)
        yield from _before(document, folded, sums, (_NEXT_SUM,))
    for joined in JOINED:
        yield from _before(document, folded, (match.start() for match in joined.finditer(folded)), COUNTED_AFTER)


def _before(document: Document, folded: str, places: Iterable[int],
            patterns: tuple[re.Pattern[str], ...]) -> Iterator[int]:
    """Those places behind which one of the patterns stands in the same paragraph."""
    for at in places:
        paragraph = paragraph_at(document, at)
        if paragraph is not None and stands(patterns, folded, at + 1, paragraph.end):
            yield at


def stands(patterns: tuple[re.Pattern[str], ...], folded: str, start: int = 0, end: int = sys.maxsize) -> bool:
    """Whether one of these stands there. One by one, for `re` is fast with a pattern that starts with a plain sign."""
    return any(pattern.search(folded, start, end) for pattern in patterns)


def _of(folded: str, strings: tuple[str, ...]) -> Iterator[int]:
    for string in strings:
        at = folded.find(string)
        while at >= 0:
            yield at
            at = folded.find(string, at + 1)


def _changes(folded: str, shares: list[int], told: list[int], money: list[int]) -> Iterator[int]:
    """Where a change is told, or what was before, near each other."""
    last = -NEAR
    for at in sorted(shares + told):
        near = folded[max(0, at - NEAR):at + NEAR] if at >= last + CLOSE else ""
        if any(word in near for word in _EARLIER) and (figure := _EARLIER_FIGURE.search(near)):
            last = at
            yield at
            yield max(0, at - NEAR) + figure.start()
    for at in money:
        if _CHANGED_BY.search(folded, max(0, at - NEAR), at + NEAR):
            yield at


def _parted(document: Document, folded: str, shares: list[int]) -> Iterator[int]:
    """The starts of paragraphs that have shares in one sentence, perhaps, and a word that says they are all."""
    for one, other in pairwise(sorted(shares)):
        paragraph = paragraph_at(document, one) if other - one < APART else None
        if paragraph is not None and other < paragraph.end:
            around = folded[max(paragraph.start, one - APART):min(paragraph.end, other + APART)]
            if not _PARTED.isdisjoint(around.translate(_TO_SPACES).split()):
                yield paragraph.start


def _two_sizes(folded: str) -> bool:
    """Whether a figure that stands with billion stands with million or trillion too."""
    numbers = {found[1] for at in _of(folded, ("bn", "billion"))
               if (found := _NUMBER_BEFORE.search(folded, max(0, at - 12), at))}
    return bool(numbers) and not numbers.isdisjoint(_OTHER_SIZE.findall(folded))


def _counts(headline: str) -> bool:
    return _DIGIT.search(headline) is not None or not _HEAD_WORDS.isdisjoint(headline.replace("-", " ").split())
