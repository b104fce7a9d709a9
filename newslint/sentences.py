"""Where sentences end in news copy: abbreviations, initials, decimals and “…?” he said do not end one.

A mark of .!?… ends a sentence when what follows looks like a start (a capital, a figure, an iPhone) and what stands
before is no abbreviation that runs on. Where an abbreviation may do either (“in the U.S.”), the next word decides:
“The” carries a capital only because a sentence starts, “Senate” need not.
"""
from __future__ import annotations

import re
from collections.abc import Iterator

from newslint.regexes import compiled

# Followed by what they belong to, a name or the other side; a title counts only with its capital.
TITLES = frozenset(
    "mr mrs ms mx dr prof sen sens rep reps gov govs gen col maj capt cmdr cdr lt sgt cpl pvt adm brig supt det "
    "insp const hon rev fr msgr messrs mme mlle pres amb treas atty dist asst mt pt lt-gen rt".split())
RUNS_ON = frozenset("vs v cf e.g i.e viz approx ca".split())
BEFORE_FIGURE = frozenset(
    "no nos p pp par para fig figs vol op ch jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed "
    "thu thurs fri sat sun".split())
MAY_END = frozenset(
    "inc corp co cos ltd bros llc plc jr jnr sr snr esq ph.d m.d b.a m.a d.phil w.va ala ariz ark calif colo conn "
    "del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev okla ore pa tenn tex va vt wash wis wyo "
    "ont que alta ave blvd rd st ft dept univ assn".split())
CLOCK = frozenset(("a.m", "p.m"))
ABBREVIATIONS = TITLES | RUNS_ON | BEFORE_FIGURE | MAY_END
AFTER_CLOCK = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday gmt utc bst cet est edt et cst cdt ct mst pst pdt "
    "pt ist eastern central pacific mountain greenwich local moscow london".split())
STARTERS = frozenset(
    "a an the this that these those it its he she they we you i his her their our your my there here in on at by "
    "for from with to of as if when while after before since until once although though because but and or so yet "
    "nor however meanwhile moreover furthermore besides also still then now today yesterday what who why how "
    "where which both all some many most few each every no not nobody nothing none one two three several more "
    "less such another other others under over during despite according earlier later last next only even just "
    "perhaps instead among amid between about".split())
SHOUTED_NAMES = frozenset("yahoo jeopardy wham oliver oklahoma panic joomla yum".split())

_OPENING = "\"'“‘«(["
_BREAK = compiled(rf"([.!?…]+)([\"'”’»)\]]*)(?=\s+([{re.escape(_OPENING)}]*)(\w))")
_LAST_WORD = compiled(r"[^\s\"'“”‘’«»()\[\]/—–]+$")
_NEXT_WORD = compiled(rf"\s+[{re.escape(_OPENING)}]*([\w.’'&-]*\w)")
_INITIALS = compiled(r"[^\W\d_](?:\.[^\W\d_])*")
_WHO_SAYS = compiled(
    r"\s+(?!(?:He|She|They|It|I|We|You)\b)(?:(?:[A-Z][\w.’'-]*|de|van|von|al|bin)\s+){1,4}"
    r"(?:tells|told\b|(?:said|says|asked|asks|added|adds|replied|wrote|writes|wondered|shouted|cried|joked|quipped|tweeted|recalled)"
    r"(?=\s*[.,;]|$|\s+(?:in|on|at|during|after|before|to|of|as|when|while|last|this)\b))")
WORD_REACH = 24                         # characters before a full stop that may be an abbreviation
SENTENCE_REACH = 1000                   # characters either side in which sentence_at looks for an end


def sentence_ends(text: str, start: int, end: int) -> list[int]:
    """The offsets at which the sentences of the paragraph text[start:end] end, after the closing marks; the last is the
    end of the paragraph, without white space."""
    ends = [found.end() for found in _BREAK.finditer(text, start, end) if _ends(text, start, found)]
    while end > start and text[end - 1].isspace():
        end -= 1
    if end > (ends[-1] if ends else start):
        ends.append(end)
    return ends


def sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The sentences of the paragraph text[start:end], without the white space around them."""
    for stop in sentence_ends(text, start, end):
        while text[start].isspace():
            start += 1
        yield start, stop
        start = stop


def sentence_at(text: str, start: int, end: int, offset: int) -> tuple[int, int]:
    """The sentence of the paragraph text[start:end] that holds `offset`; of one longer than SENTENCE_REACH, the part
    around the offset."""
    start, end = max(start, offset - SENTENCE_REACH), min(end, offset + SENTENCE_REACH)
    sentence = (start, end)
    for sentence in sentences(text, start, end):
        if offset < sentence[1]:
            break
    return sentence


def _ends(text: str, start: int, found: re.Match[str]) -> bool:
    stop, closing, opening, first = found.groups()
    if first.islower() and not text[found.end(4):found.end(4) + 1].isupper():       # iPhone sales rose
        return False
    if stop != ".":
        if closing:
            return _WHO_SAYS.match(text, found.end()) is None
        return stop != "!" or not _shouted_name(text, start, found)
    if closing.strip(")]'’"):
        return True                     # a full stop inside the marks is the end of what was said
    before = text[max(start, found.start() - WORD_REACH):found.start()]
    word = before[before.rfind(" ") + 1:]
    if len(word) > 1 and word.isalpha() and word.lower() not in ABBREVIATIONS:
        return True
    return not _runs_on(text, start, found, opening, first)


def _shouted_name(text: str, start: int, found: re.Match[str]) -> bool:
    """Whether the exclamation mark is part of a name: Yahoo! Inc."""
    before = _LAST_WORD.search(text, max(start, found.start() - WORD_REACH), found.start())
    return before is not None and before[0].lower() in SHOUTED_NAMES and _next_word(text, found) not in STARTERS


def _next_word(text: str, found: re.Match[str]) -> str:
    following = _NEXT_WORD.match(text, found.end())
    return following[1].lower() if following else ""


def _runs_on(text: str, start: int, found: re.Match[str], opening: str, first: str) -> bool:
    """Whether the full stop belongs to an abbreviation in mid-sentence."""
    before = _LAST_WORD.search(text, max(start, found.start() - WORD_REACH), found.start())
    if before is None:
        return False
    written = before[0].lstrip(".-$£€")
    word = written.lower()
    if word.isdigit():
        return before.start() == start or text[before.start() - 2] in ".!?"     # 1. the first of a list
    if word in BEFORE_FIGURE and first.isdigit() or word in RUNS_ON:
        return True
    if word in CLOCK:
        return _next_word(text, found) in AFTER_CLOCK
    if not written[:1].isupper():
        return False                    # fell ill. Doctors
    if len(word) > 1 and written.isupper() and written.isalpha() and not text[found.end(3):found.end(3) + 2].isupper():
        return False                    # patients with MS. Doctors; but ST. LOUIS
    if word in TITLES:
        return first.isupper()
    if opening.strip("(["):
        return False                    # an abbreviation before a quotation ends its sentence
    if word in MAY_END or word != "x" and _INITIALS.fullmatch(word):
        return _next_word(text, found) not in STARTERS
    return False
