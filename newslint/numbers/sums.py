"""Parts and their whole: “12 people, seven men and six women”, “killed 10: four in Leeds, five in Hull and two in York”.

A list is read as the parts of a whole only in forms that say so: parts by sex, age or rank right behind the people they are
of, or a colon, a dash or a bracket behind the whole and then nothing but parts, up to where the sentence or the bracket
ends. Where some are only named (“including”, “among them”) the parts may be fewer.
"""
from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from newslint.model import Document, one_paragraph
from newslint.numbers.figures import DIGITS, SCALE, WORDS, Figure, figures
from newslint.numbers.places import Flaw
from newslint.regexes import compiled

COUNT = rf"(?:{DIGITS}(?:(?:[ \u00a0-]?(?:thousand|million|billion)|m|bn)\b)?|{WORDS})"
_SEX = (r"(?:m[ea]n|wom[ea]n|boys?|girls?|child(?:ren)?|males?|females?|adults?|toddlers?|bab(?:y|ies)|teenagers?|civilians?"
        r"|soldiers?|policem[ea]n|pensioners?)")
_PART = rf"(?:an?|{COUNT}) (?:[a-z-]+ ){{0,2}}?{_SEX}"
_PARTS = rf"{_PART}(?:, {_PART}){{0,4}},? and {_PART}"
START = r"(?<![\w.,:£$€-])"
_JOINT = r",| ?[-–—:(]| (?:are|were|comprised?|consist(?:s|ed)? of|made up of|comprising|consisting of)"
_TIME = r"(?:famil|groups|pairs|couples|teams|gangs|households|second|minute|hour|day|night|week|month|year|times|rounds|miles|per\b|percent|o'clock\b|am\b|pm\b)"
_SEXES = (rf"{START}(?P<whole>{COUNT})(?: (?!of\b|{_TIME}|{_SEX}\b)[a-z’'-]+){{0,7}}?(?P<joint>{_JOINT}),? ?(?:(?:including|among them) )?(?P<parts>{_PARTS})")
_AMONG = rf"{START}(?P<parts>{_PARTS}) (?:were|are|was) (?:among|included in|part of) the (?P<whole>{COUNT})(?! (?:more|other))"
_TOTALLED = (rf"{START}(?P<parts>{_PARTS})(?:,| ?[-–—(])? ?(?:(?:a total of|in total,?|making|or) (?P<whole>{COUNT})"
             rf"|(?P<whole2>{COUNT}) (?:people |dead |killed )?(?:in all|in total|altogether))")
_VOTE = (rf"{START}(?P<whole>{COUNT})(?:-member| members| councillors| MPs| senators| directors)[^.;\n\d]{{0,60}}?\bvoted (?:by )?"
         rf"(?P<parts>{COUNT}(?:[-–]| to ){COUNT}[^.;\n\d]{{0,40}}? {COUNT} (?:abst|did not vote|were absent))")
_WORDS_OF_PART = r"(?: (?!and\b)[^\W\d_][\w’'-]*){1,7}"
_LIST = rf"{COUNT}{_WORDS_OF_PART}(?:, {COUNT}{_WORDS_OF_PART}){{0,6}}(?:,? and|,|;) {COUNT}{_WORDS_OF_PART}"
_END = r"(?=\.(?!\d)|[;)]| [-–—]|$)"
_BETWEEN = r"(?: (?!and\b|of\b|or\b)[^\W\d_][\w’'-]*){0,7}?"
_LISTED = rf"{START}(?P<whole>{COUNT}){_BETWEEN}(?P<joint>:| ?[–—]| -| \() ?(?P<parts>{_LIST}){_END}"
_SUM = rf"[£$€]{DIGITS}(?:{SCALE})?"
_SUMS = rf"{_SUM}[^,.;:£$€\n]{{1,50}}(?:, {_SUM}[^,.;:£$€\n]{{1,50}}){{0,6}}(?:,? and|,) {_SUM}[^,.;:£$€\n]{{1,50}}"
_SPENT = rf"(?<![\w.,])(?P<whole>{_SUM})[^.;:£$€\n]{{0,70}}(?P<joint>:| ?[–—]| -| \() ?(?P<parts>{_SUMS}){_END}"
_PLACED = rf"{COUNT} (?:in|at|from|for|on|to|gold|silver|bronze)\b[^,.;:\n\d]{{0,30}}"
_PLACES = rf"{COUNT} (?:[a-z]+ ){{0,3}}?(?:in|at|from|for|on|to|gold|silver|bronze)\b[^,.;:\n\d]{{0,30}}(?:, {_PLACED}){{0,5}},? and {_PLACED}"
_COMMA = rf"{START}(?P<whole>{COUNT})(?: (?!{_TIME}|(?:in|at|from|for|on|to)\b)[a-z’'-]+){{1,2}}(?P<joint>,) (?P<parts>{COUNT} (?=in|at|from|for|on|to|gold|silver|bronze)[^,.;:\n\d]{{2,30}}, {_PLACED}(?:, {_PLACED}){{0,4}},? and {_PLACED}){_END}"
_OF = rf"\bOf (?:the|its|their|all|those|these|his|her|all the) (?P<whole>{COUNT})[^,.;:\n\d]{{1,40}}(?P<joint>,) (?P<parts>{_PLACES}){_END}"
LEADS = [_COMMA, _OF, _SEXES, _AMONG, _TOTALLED, _VOTE, _LISTED, _SPENT]

_ONE = compiled(r"(?:^|, |,? and )an? ", re.I)
_SOME = compiled(r"\b(?:includ|among|at least|mostly|mainly|especially|notably|such as|up to|more than|as well|plus|average|between|or|than)",
                 re.I)


def check(document: Document, offsets: list[int], bands: dict[str, list[float]]) -> Iterator[Flaw]:
    """Parts that make more, or fewer, than the whole they are of."""
    text = document.text
    for match in (match for lead in LEADS for offset in offsets if (match := compiled(lead, re.I).match(text, offset))):
        groups = match.groupdict()
        name = "whole" if groups["whole"] else "whole2"
        wholes, parts = figures(text, *match.span(name)), figures(text, *match.span("parts"))
        if "joint" in groups:
            parts = [part for part in parts
                     if part.start == match.start("parts") or text[part.start - 2:part.start] in (", ", "; ", "d ")]
        ones = len(_ONE.findall(match["parts"]))
        if len(wholes) != 1 or not parts or not one_paragraph(document, *match.span()) \
                or any(figure.unit != wholes[0].unit or not figure.counts for figure in parts) or not wholes[0].counts:
            continue
        if wholes[0].value == 1:
            continue                        # one family, two men and a boy
        whole, total = wholes[0].value, sum(figure.value for figure in parts) + ones
        if "joint" in groups and whole == len(parts) + ones or abs(total - whole) <= _rounded(parts):
            continue                        # two players (two for one, three for the other)
        some = wholes[0].hedge or _SOME.search(match[0][:match.start("parts") - match.start()]) \
            or "joint" not in groups and "whole2" not in groups
        if total > whole and wholes[0].hedge != "least" or total < whole and not some:
            yield Flaw("total", *match.span(), {"whole": f"{whole:,.10g}", "parts": f"{total:,.10g}"})


def _rounded(parts: list[Figure]) -> float:
    """How much parts may miss their whole by: nothing where they are counted one by one."""
    return sum(part.high - part.value for part in parts) / 2 if any(part.value != int(part.value) or part.value >= 1e5
                                                                   for part in parts) else 0.0
