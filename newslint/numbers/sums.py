"""Parts and their whole: “12 people, seven men and six women”, “killed 10: four in Leeds, five in Hull and two in York”,
“five of the three”.

A list is read as the parts of a whole only in forms that say so: parts by sex, age or rank right behind the people they are
of, or a colon, a dash or a bracket behind the whole and then nothing but parts, up to where the sentence or the bracket
ends. Where some are only named (“including”, “among them”) the parts may be fewer.
"""
from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from newslint.model import Document, one_paragraph
from newslint.numbers.figures import DIGITS, SCALE, WORDS, figures
from newslint.numbers.places import Flaw
from newslint.regexes import compiled

_COUNT = rf"(?:{DIGITS}(?:(?:[ \u00a0-]?(?:thousand|million|billion)|m|bn)\b)?|{WORDS})"
_SEX = (r"(?:m[ea]n|wom[ea]n|boys?|girls?|child(?:ren)?|males?|females?|adults?|toddlers?|bab(?:y|ies)|teenagers?|civilians?"
        r"|soldiers?|policem[ea]n|pensioners?)")
_PART = rf"(?:an?|{_COUNT}) (?:[a-z-]+ ){{0,2}}?{_SEX}"
_PARTS = rf"{_PART}(?:, {_PART}){{0,4}},? and {_PART}"
_START = r"(?<![\w.,:£$€-])"
_JOINT = r",| ?[-–—:(]| (?:are|were|comprised?|consist(?:s|ed)? of|made up of|comprising|consisting of)"
_TIME = r"(?:seconds?|minutes?|hours?|days?|nights?|weeks?|months?|years?|times|rounds|miles|per|percent|o'clock|am|pm)\b"
_SEXES = (rf"{_START}(?P<whole>{_COUNT})(?: (?!of\b|{_TIME}|{_SEX}\b)[a-z’'-]+){{0,7}}?(?P<joint>{_JOINT}),? ?(?P<parts>{_PARTS})")
_AMONG = rf"{_START}(?P<parts>{_PARTS}) (?:were|are|was) (?:among|included in|part of) the (?P<whole>{_COUNT})(?! (?:more|other))"
_TOTALLED = (rf"{_START}(?P<parts>{_PARTS})(?:,| ?[-–—(])? ?(?:(?:a total of|in total,?|making|or) (?P<whole>{_COUNT})"
             rf"|(?P<whole2>{_COUNT}) (?:people |dead |killed )?(?:in all|in total|altogether))")
_VOTE = (rf"{_START}(?P<whole>{_COUNT})(?:-member| members| councillors| MPs| senators| directors)[^.;\n\d]{{0,60}}?\bvoted (?:by )?"
         rf"(?P<parts>{_COUNT}(?:[-–]| to ){_COUNT}[^.;\n\d]{{0,40}}? {_COUNT} (?:abst|did not vote|were absent))")
_WORDS_OF_PART = r"(?: (?!and\b)[^\W\d_][\w’'-]*){1,7}"
_LIST = rf"{_COUNT}{_WORDS_OF_PART}(?:, {_COUNT}{_WORDS_OF_PART}){{0,6}}(?:,? and|,|;) {_COUNT}{_WORDS_OF_PART}"
_END = r"(?=\.(?!\d)|[;)]| [-–—]|$)"
_BETWEEN = r"(?: (?!and\b|of\b|or\b)[^\W\d_][\w’'-]*){0,7}?"
_LISTED = rf"{_START}(?P<whole>{_COUNT}){_BETWEEN}(?P<joint>:| ?[–—]| -| \() ?(?P<parts>{_LIST}){_END}"
_SUM = rf"[£$€]{DIGITS}(?:{SCALE})?"
_SUMS = rf"{_SUM}[^,.;:£$€\n]{{1,50}}(?:, {_SUM}[^,.;:£$€\n]{{1,50}}){{0,6}}(?:,? and|,) {_SUM}[^,.;:£$€\n]{{1,50}}"
_SPENT = rf"(?<![\w.,])(?P<whole>{_SUM})[^.;:£$€\n]{{0,70}}(?P<joint>:| ?[–—]| -| \() ?(?P<parts>{_SUMS}){_END}"
LEADS = [_SEXES, _AMONG, _TOTALLED, _VOTE]
LIST_LEADS = [_LISTED, _SPENT]
PART_LEADS = [
    rf"{_START}(?P<part>{_COUNT})(?: [a-z]+)? (?:out )?of (?:the|its|their|his|her|our|all|these|those) (?P<all>{_COUNT})(?= [a-z])",
    rf"{_START}(?P<part>{_COUNT}) (?:out of|in every) (?:every )?(?P<all>{_COUNT})(?= [a-z])"]

_ONE = compiled(r"(?:^|, |,? and )an? ", re.I)
_SOME = compiled(r"\b(?:includ|among|at least|mostly|mainly|especially|notably|such as|up to|more than|as well|plus|average|between|or|than)",
                 re.I)
_HEDGED = compiled(r"\b(?:at least|more than|over|about|around|some|nearly|almost|up to|between|than|least|by|under|or|to|and|top|no\.?|number)"
                   r" \Z", re.I)
_CLOCK_OR_DAY = compiled(r" (?:o'clock|January|February|March|April|May|June|July|August|September|October|November|December"
                         r"|(?:more |straight |consecutive )?(?:years?|months?|weeks?|days?|hours?|minutes?|points?))\b", re.I)
_RATINGS = (10, 100)                        # eleven out of ten
YEARS = range(1900, 2101)


def wrong_total(document: Document, matches: list[re.Match[str]], options: dict[str, Any]) -> Iterator[Flaw]:
    """Parts that make more, or fewer, than the whole they are of."""
    text = document.text
    for match in matches:
        groups = match.groupdict()
        name = "whole" if groups["whole"] else "whole2"
        wholes, parts = figures(text, *match.span(name)), figures(text, *match.span("parts"))
        ones = len(_ONE.findall(match["parts"])) if name != "joint" else 0
        if len(wholes) != 1 or not parts or not one_paragraph(document, *match.span()) \
                or any(figure.unit != wholes[0].unit or not figure.counts for figure in parts) or not wholes[0].counts:
            continue
        whole, total = wholes[0].value, sum(figure.value for figure in parts) + ones
        if "joint" in groups and whole == len(parts) + ones or abs(total - whole) <= _rounded(parts):
            continue                        # two players (two for one, three for the other)
        some = wholes[0].hedge or _SOME.search(match[0][:match.start("parts") - match.start()]) \
            or "joint" not in groups and name == "whole"
        if total > whole and wholes[0].hedge != "least" or total < whole and not some:
            yield Flaw(*match.span(), {"whole": f"{whole:,.10g}", "parts": f"{total:,.10g}"})


def part_beyond_whole(document: Document, matches: list[re.Match[str]], options: dict[str, Any]) -> Iterator[Flaw]:
    """“Five of the three”."""
    text = document.text
    for match in matches:
        parts, wholes = figures(text, *match.span("part")), figures(text, *match.span("all"))
        if len(parts) != 1 or len(wholes) != 1 or not parts[0].counts:
            continue
        part, whole = parts[0].value, wholes[0].value
        if part <= whole or _HEDGED.search(text, max(0, match.start() - 12), match.start()) \
                or _CLOCK_OR_DAY.match(text, match.end()) or whole in _RATINGS and part <= 1.2 * whole and "out of" in match[0]:
            continue
        yield Flaw(*match.span(), {"part": match["part"], "whole": match["all"]})


def _rounded(parts: list[Any]) -> float:
    """How much parts may miss their whole by: nothing where they are counted one by one."""
    return sum(part.high - part.value for part in parts) / 2 if any(part.value != int(part.value) or part.value >= 1e5
                                                                   for part in parts) else 0.0
