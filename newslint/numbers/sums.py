"""Parts and their whole: “12 people, seven men and six women”, “killed 10: four in Leeds, five in Hull and two in
York”.

A list is read as the parts of a whole only in forms that say so: parts by sex, age or rank right behind the people
they are of, or a comma, a colon, a dash or a bracket behind the whole and then nothing but parts, up to where
the sentence or the bracket ends. Where some are only named (“including”, “among them”) the parts may be fewer.
"""
from __future__ import annotations

import re
from collections.abc import Iterator

from newslint.match import fold
from newslint.model import UNREAD, Document, paragraph_at
from newslint.numbers.figures import DIGITS, SCALE, WORDS, Figure, figures
from newslint.numbers.leads import BY_SEX, COUNTED_AFTER, JOINED, MONEY, OF_COUNT, PLACED, SEX, stands
from newslint.numbers.places import Flaw
from newslint.regexes import compiled

COUNT = rf"(?:{DIGITS}(?:(?:[ \u00a0-]?(?:thousand|million|billion)|m|bn)\b)?|{WORDS})"
START = r"(?<![\w.,:£$€-])"
_END = r"(?=\.(?!\d)|[;)]| [-–—]|$)"
_TIME = (r"(?:famil|groups|pairs|couples|teams|gangs|households|second|minute|hour|day|night|week|month|year|times"
         r"|rounds|miles|per\b|percent|o'clock\b|am\b|pm\b)")

# By sex, age or rank
_PART = rf"(?:an?|{COUNT}) (?:[a-z-]+ ){{0,2}}?{SEX}"
_PARTS = rf"(?P<parts>{_PART}(?:, {_PART}){{0,4}},? and {_PART})"
_SEXES = (rf"{START}(?P<whole>{COUNT})(?: (?!of\b|{_TIME}|{SEX}\b)[a-z’'-]+){{0,7}}?"
          r"(?P<joint>,| ?[-–—:(]| (?:are|were|comprised?|consist(?:s|ed)? of|made up of|comprising|consisting of)),? ?"
          rf"(?:(?:including|among them) )?{_PARTS}")
_AMONG = rf"{START}{_PARTS} (?:were|are|was) (?:among|included in|part of) the (?P<whole>{COUNT})(?! (?:more|other))"
_TOTALLED = (rf"{START}{_PARTS}(?:,| ?[-–—(])? ?(?:(?:a total of|in total,?|making|or) (?P<whole>{COUNT})"
             rf"|(?P<whole2>{COUNT}) (?:people |dead |killed )?(?:in all|in total|altogether))")
_VOTE = (rf"{START}(?P<whole>{COUNT})(?:-member| members| councillors| MPs| senators| directors)[^.;\n\d]{{0,60}}?"
         rf"\bvoted (?:by )?(?P<parts>{COUNT}(?:[-–]| to ){COUNT}[^.;\n\d]{{0,40}}? {COUNT} "
         r"(?:abst|did not vote|were absent))")
# In a list
_SAID = r"(?: (?!and\b)[^\W\d_][\w’'-]*){1,7}"
_LISTED = (rf"{START}(?P<whole>{COUNT})(?: (?!and\b|of\b|or\b)[^\W\d_][\w’'-]*){{0,7}}?(?P<joint>:| ?[–—]| -| \() ?"
           rf"(?P<parts>{COUNT}{_SAID}(?:, {COUNT}{_SAID}){{0,6}}(?:,? and|,|;) {COUNT}{_SAID}){_END}")
_PLACE = r"(?:in|at|from|for|on|to|gold|silver|bronze)\b"
_PLACED = rf"{COUNT} {_PLACE}[^,.;:\n\d]{{0,30}}"
_PLACES = rf"(?:, {_PLACED}){{0,5}},? and {_PLACED}"
_COMMA = (rf"{START}(?P<whole>{COUNT})(?: (?!{_TIME}|{_PLACE})[a-z’'-]+){{1,2}}(?P<joint>,) "
          rf"(?P<parts>{_PLACED}, {_PLACED}{_PLACES}|{_PLACED}, {_PLACED},? and {_PLACED}){_END}")
_OF = (rf"\bOf (?:the|its|their|all|those|these|his|her|all the) (?P<whole>{COUNT})[^,.;:\n\d]{{1,40}}(?P<joint>,) "
       rf"(?P<parts>{COUNT} (?:[a-z]+ ){{0,3}}?{_PLACE}[^,.;:\n\d]{{0,30}}{_PLACES}){_END}")
# Of money
_SUM = rf"[£$€]{DIGITS}(?:{SCALE})?"
_SPENT_ON = r"[^,.;:£$€\n]{1,50}"
_SPENT = (rf"(?<![\w.,])(?P<whole>{_SUM})[^.;:£$€\n]{{0,70}}(?P<joint>:| ?[–—]| -| \() ?"
          rf"(?P<parts>{_SUM}{_SPENT_ON}(?:, {_SUM}{_SPENT_ON}){{0,6}}(?:,? and|,) {_SUM}{_SPENT_ON}){_END}")
# Each with what has to stand in its paragraph, in small letters
_SUMS = compiled(rf"(?:[£$€][^£$€]*){{{MONEY}}}")
_PLACED_TWICE = compiled(f"{PLACED.pattern}.*?{PLACED.pattern}", re.S)
FORMS: list[tuple[str, list[tuple[re.Pattern[str], ...]]]] = [
    (_COMMA, [(_PLACED_TWICE,)]), (_OF, [(OF_COUNT,), (_PLACED_TWICE,)]), (_SEXES, [(BY_SEX,)]), (_AMONG, [(BY_SEX,)]),
    (_TOTALLED, [(BY_SEX,)]), (_VOTE, [(compiled("voted"),)]), (_LISTED, [JOINED, COUNTED_AFTER]), (_SPENT, [(_SUMS,)])]

_ONE = compiled(r"(?:^|, |,? and )an? ", re.I)
_SOME = compiled(r"\b(?:includ|among|at least|mostly|mainly|especially|notably|such as|up to|more than|as well|plus"
                 r"|average|between|or|than)", re.I)
LARGE = 1e5                                 # parts that are rounded when they are told


def check(document: Document, offsets: list[int], bands: dict[str, list[float]]) -> Iterator[Flaw]:
    """Parts that make more, or fewer, than the whole they are of."""
    for paragraph in dict.fromkeys(paragraph_at(document, offset) for offset in offsets):
        if paragraph is not None and paragraph.kind not in UNREAD:
            _, start, end = paragraph
            folded = fold(document.text[start:end])
            for form, needed in FORMS:
                if all(stands(patterns, folded) for patterns in needed):
                    for match in compiled(form, re.I).finditer(document.text, start, end):
                        yield from _wrong(match)


def _wrong(match: re.Match[str]) -> Iterator[Flaw]:
    text, groups = match.string, match.groupdict()
    wholes = figures(text, *match.span("whole" if groups["whole"] else "whole2"))
    parts = figures(text, *match.span("parts"))
    if "joint" in groups:                   # what else is told of a part is none
        parts = [part for part in parts
                 if part.start == match.start("parts") or text[part.start - 2:part.start] in (", ", "; ", "d ")]
    if len(wholes) != 1 or any(one.unit != wholes[0].unit or not one.counts for one in (*wholes, *parts)):
        return
    ones = len(_ONE.findall(match["parts"]))
    whole, total = wholes[0].value, sum(part.value for part in parts) + ones
    # One family, two men and a boy; two players (two for one, three for the other)
    if whole == 1 or "joint" in groups and whole == len(parts) + ones or abs(total - whole) <= _rounded(parts):
        return
    partial = (wholes[0].hedge or _SOME.search(text[match.start():match.start("parts")])
               or "joint" not in groups and "whole2" not in groups)
    if total > whole and wholes[0].hedge != "least" or total < whole and not partial:
        yield Flaw("total", *match.span(), {"whole": f"{whole:,.10g}", "parts": f"{total:,.10g}"})


def _rounded(parts: list[Figure]) -> float:
    """How much parts may miss their whole by: nothing where they are counted one by one."""
    rounded = any(part.value != int(part.value) or part.value >= LARGE for part in parts)
    return sum(part.high - part.value for part in parts) / 2 if rounded else 0.0
