"""Parts and their whole: “12 people, seven men and six women”, “five of the three”.

A list is read as the parts of a whole only in forms that say so: parts by sex or age right after the people they are of, or
a colon, a dash or a bracket after the whole and then nothing but parts up to the end of the sentence or bracket. Where
some are only named (“including”, “among them”) the parts may be fewer.
"""
from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from newslint.model import Document, one_paragraph
from newslint.numbers.figures import SMALL, WORDS, number, number_in_words
from newslint.numbers.places import Flaw
from newslint.regexes import compiled

_COUNT = rf"(?:\d{{1,3}}(?:,\d{{3}})*|{WORDS})"
_SEX = r"(?:men|man|women|woman|boys?|girls?|children|child|males?|females?|adults?|toddlers?|bab(?:y|ies)|teenagers?|civilians?|soldiers?|pensioners?)"
_PART = rf"(?:an?|{_COUNT}) (?:[a-z-]+ ){{0,2}}?{_SEX}"
_PEOPLE = (r"(?:people|persons|victims|passengers|members|students|pupils|players|others|suspects|jurors|employees|workers|staff|patients"
           r"|prisoners|protesters|survivors|hostages|migrants|refugees|tourists|residents|villagers|demonstrators|candidates|defendants"
           r"|killed|dead|died|injured|wounded|hurt|arrested|missing|relatives|teachers|directors|councillors|jury|crew)")
_SEXES = (rf"(?<![\w,.$£€-])(?P<whole>{_COUNT})(?: (?!of\b)[a-z-]+){{0,2}}? {_PEOPLE}(?: (?!{_SEX}\b)[a-z-]+){{0,6}}?"
          rf"(?P<joint>,| ?[-–—:(]|,? made up of|,? comprising|,? consisting of) ?(?P<parts>{_PART}(?:, {_PART}){{0,4}},? and {_PART})")
_LISTED = (rf"(?<![\w,.$£€-])(?P<whole>{_COUNT}) ?(?:[a-z’'-]+ ){{0,5}}?[a-z’'-]*(?P<joint>:| [-–—]| ?\(| ?—) ?"
           rf"(?P<parts>{_COUNT}(?: [\w’'-]+){{1,6}}(?:, {_COUNT}(?: [\w’'-]+){{1,6}}){{0,6}}(?:,? and|,) {_COUNT}(?: [\w’'-]+){{1,8}})(?=[.;)]|$)")
_OF_ALL = (rf"(?P<parts>{_PART}(?:, {_PART}){{0,3}},? and {_PART}) (?:were|are|was) (?:among|included in|part of) the "
           rf"(?P<whole>{_COUNT})(?! (?:more|other))")
_TOTALLED = (rf"(?P<parts>{_PART}(?:, {_PART}){{0,3}},? and {_PART})[,–—-]{{0,1}} ?(?:\(?(?:a total of|in total,?|making|or) (?P<whole>{_COUNT})"
             rf"|(?P<whole2>{_COUNT}) (?:people )?(?:in all|in total|altogether))")
_RECORD = (rf"(?P<whole>{_COUNT}) (?:(?:league |home |away |test |first-class )?(?:games|matches|fights|bouts|contests|tests|outings|starts))?,?"
           rf"[^.;\n\d]{{0,40}}?\b(?:won|winning) (?P<won>{_COUNT}),? (?:and )?(?:lost|losing|drawn|drew|drawing) (?P<other>{_COUNT})"
           rf"(?:,? (?:and )?(?:lost|losing|drawn|drew|drawing) (?P<third>{_COUNT}))?(?![\w-])")
LEADS = [_SEXES, _OF_ALL, _TOTALLED]
LIST_LEADS = [_LISTED]
PART_LEADS = [rf"(?<![\w.,:£$€-])(?P<part>{_COUNT})(?: [a-z]+)? (?:out )?of (?:the|its|their|his|her|our|all|these|those) (?P<all>{_COUNT})(?= [a-z])",
              rf"(?<![\w.,:£$€-])(?P<part>{_COUNT}) (?:out of|in every) (?:every )?(?P<all>{_COUNT})(?= [a-z])"]

_EACH = compiled(rf"(?:^|, |,? and )(?:(?P<one>an?)|(?P<count>{_COUNT})) ", re.I)
_SOME = compiled(r"\b(?:includ|among|at least|with|mostly|mainly|especially|notably|such as|up to|more than|as well|plus|alongside|average|between|or|than|about|around|over)\b|\bincluding",
                 re.I)
_HEDGED = compiled(r"\b(?:at least|more than|over|about|around|some|nearly|almost|up to|between|than|least|by|under|or|to|and) \Z", re.I)
_CLOCK_OR_DAY = compiled(r" (?:o'clock|January|February|March|April|May|June|July|August|September|October|November|December|years?|months?|weeks?|days?|hours?|minutes?)\b", re.I)
_RATING = (10, 100)                         # eleven out of ten


def wrong_total(document: Document, matches: list[re.Match[str]], options: dict[str, Any]) -> Iterator[Flaw]:
    """Parts that make more, or fewer, than the whole they are of."""
    for match in matches:
        groups = match.groupdict()
        whole = _count(groups.get("whole") or groups.get("whole2") or "")
        counts = _parts(match["parts"])
        if whole is None or None in counts or not one_paragraph(document, *match.span()):
            continue
        parts = sum(count or 0 for count in counts)
        text = document.text
        joined = text[match.start():match.start("parts")]
        less = match["parts"] and (_SOME.search(joined) or "joint" not in groups and "whole2" not in groups
                                   or _HEDGED.search(text, max(0, match.start() - 20), match.start("whole")))
        if parts > whole or parts < whole and not less:
            yield Flaw(*match.span(), {"whole": f"{whole:,.0f}", "parts": f"{parts:,.0f}"})


def part_beyond_whole(document: Document, matches: list[re.Match[str]], options: dict[str, Any]) -> Iterator[Flaw]:
    """“Five of the three”."""
    for match in matches:
        part, whole = _count(match["part"]), _count(match["all"])
        text = document.text
        if part is None or whole is None or part <= whole or 1900 <= part <= 2100 or match["part"].lower() == "one" \
                or _HEDGED.search(text, max(0, match.start() - 3), match.start()) \
                or _CLOCK_OR_DAY.match(text, match.end()) or whole in _RATING and part < 1.2 * whole and "out of" in match[0]:
            continue
        yield Flaw(*match.span(), {"part": match["part"], "whole": match["all"]})


def _parts(text: str) -> list[float | None]:
    return [1.0 if match["one"] else _count(match["count"]) for match in _EACH.finditer(text)]


def _count(text: str) -> float | None:
    if not text:
        return None
    return number(text) if text[0].isdigit() else number_in_words(text)
