"""Names where they stand: runs of capitalised words, less titles and first words of sentences, and what is beside them.

`runs_of` is fast and coarse, for every article; `mentions` reads the few places that matter, or all for the index.
"""
from collections.abc import Collection, Iterator
from functools import lru_cache
from typing import NamedTuple

from newslint.model import Document
from newslint.names.lists import BODIES, DEMONYMS, FUNCTION, HONORIFICS, OFFICES, PARTICLES, TITLES
from newslint.regexes import compiled
from newslint.words.places import opens_sentence, types_of

ZONES = ("body", "caption", "headline")     # whose names count; a byline names who wrote it
_CAPITAL = "[A-ZÀ-ÖØ-ÞĆČĐŁŃŘŚŠŹŻŽİŞ]"
_WORD = rf"{_CAPITAL}[\w'’-]*"
_ARTICLE = "(?:(?:a[lnrstz]|ash|el|ul)-)?"  # Yusuf al-Hariri
# Most words after a name are neither: that is seen by their first letter.
_SMALL = "".join(sorted({"a", "e", "u", *(particle[0] for particle in PARTICLES)}))
RUN = rf"{_WORD}(?:\.? (?:{_WORD}|(?=[{_SMALL}])(?:(?:{'|'.join(PARTICLES)}) ){{0,2}}{_ARTICLE}{_WORD}))*"
WORD = rf"({_ARTICLE}{_WORD})(\.?)"
_ABBREVIATED = frozenset(
    "mr mrs ms dr prof rev gen col capt lt sgt maj sen rep gov cpl adm supt insp det st jr sr".split())
# What says that a person stands there, just before or after.
_ROLE_BEFORE = (
    r"\b(?:[a-z]+(?:er|or|ist|ian|man|woman|wife|ant|mate)|chief|coach|boss|head|president|secretary|captain|star|ace|"
    r"ceo|champion|executive|guard|husband|wife|son|daughter|brother|sister|mother|father|hero|official|deputy|veteran|"
    r"attorney|counsel|judge|critic|model|teenager|student|chef|hopeful|favourite|rival|candidate|mp|aide|friend|"
    r"colleague|envoy|nominee|spokesperson) $")
_SPEECH = ("said says say told tells added adds insisted insists admitted admits argued argues claimed claims warned "
           "warns explained explains believes believed wrote writes replied denied denies confirmed confirms revealed "
           "recalled noted pointed described thinks thought hopes hoped asked asks called calls tweeted urged declined "
           "resigned vowed pledged promised joked laughed scored played won beat lost").split()
_SAID_AFTER = rf"[\"'’”,]{{0,3}} (?:also |then |later |has |had )?(?:{'|'.join(_SPEECH)}|who|whose)\b"
_SAID_BEFORE = (r"\b(?:said|says|added|adds|according to|told|tells|asked|insisted|explained|warned|argued|replied|"
                r"wrote),? $")
_VERB_AFTER = r" (?!is\b|was\b|has\b|as\b|its\b|his\b|this\b|us\b)[a-z]{2,}(?:ed|s)\b"
_AGE_AFTER = r",? (?:\(\d\d?\)|\d\d?(?:[,.]| years old)|aged \d)"
_PLACE_BEFORE = (r"\b(?:[Ii]n|[Aa]t|[Nn]ear|[Ff]rom|of the|[Aa]cross|[Tt]he|an?|into|outside|around|"
                 r"(?:ambassador|envoy|visit|trip|back|returned|return|flew|went|travelled|moved|fled|close|north|south|"
                 r"east|west|part) (?:to|of)) $")
FEW = 12                                    # words that are looked for in a paragraph one by one
REACH = 30                                  # characters before a name in which a role stands


class Mention(NamedTuple):
    """One place of a name."""

    start: int
    end: int
    words: tuple[str, ...]                  # without particles and initials
    titles: tuple[str, ...]                 # titles and offices before it, in small letters, or the role
    cue: str                                # what makes it a person: title, role, speech, verb, age; or empty
    headline: bool
    opens: bool                             # a sentence, so that its capital may say nothing


def runs_of(document: Document) -> list[str]:
    """All runs of capitalised words in what is read of a document."""
    if all(zone.kind in ZONES for zone in document.zones):
        return _runs(document.text)
    return _runs("\n".join(document.text[zone.start:zone.end] for zone in document.zones if zone.kind in ZONES))


@lru_cache(maxsize=400)                     # of a batch, whose articles are read first and kept then
def _runs(text: str) -> list[str]:
    found: list[str] = compiled(RUN).findall(text)
    return found


def mentions(document: Document, wanted: set[str] | None = None, words: Collection[str] = ()) -> Iterator[Mention]:
    """The names of an article, in order; where runs are wanted, those in these runs, each with one of the words."""
    text = document.text
    for kind, start, end in document.zones:
        if kind not in ZONES or words and len(words) <= FEW and all(text.find(word, start, end) < 0 for word in words):
            continue
        heading: bool | None = None
        for run in compiled(RUN).finditer(text, start, end):
            if wanted is None or run[0] in wanted:
                if heading is None:
                    heading = kind == "body" and is_heading(text[start:end])
                if heading:
                    break
                for part in parts_of(run[0]):
                    placed = [(word, run.start() + place) for word, place in part]
                    if mention := _mention(document, placed, kind == "headline"):
                        yield mention


def is_heading(line: str) -> bool:
    """Whether a line is set as a title, where a capital says nothing."""
    if len(line) > 120 or line[-1:] in ".!?\"”'’,:;":
        return False
    words = [word for word in line.split() if word[0].isalpha()]
    return sum(word[0].isupper() for word in words) > 0.6 * len(words)


def parts_of(run: str) -> list[list[tuple[str, int]]]:
    """The words of a run with their offsets in it; a possessive or the end of a sentence divides it."""
    if "." not in run and "'" not in run and "’" not in run:
        words, place = [], 0
        for one in run.split(" "):
            if one[0].isupper() or "-" in one:          # no particle
                words.append((one.rstrip("-"), place))
            place += len(one) + 1
        return [words]
    parts: list[list[tuple[str, int]]] = [[]]
    for word in compiled(WORD).finditer(run):
        written = word[1]
        owner = written.endswith(("'s", "’s"))
        parts[-1].append((written[:-2] if owner else written.rstrip("'’-"), word.start()))
        stop = word[2] and len(written) > 1 and written.lower() not in _ABBREVIATED
        if owner or stop or written[-1] in "'’":
            parts.append([])
    return [part for part in parts if part]


def without_titles(words: list[tuple[str, int]]) -> tuple[list[tuple[str, int]], list[str]]:
    """What of a run is the name, and the titles before it in small letters."""
    last = -1
    for place, (word, _) in enumerate(words[:-1]):
        if word.lower() in TITLES or word.lower() in OFFICES and place == last + 1:
            last = place
    return words[last + 1:], [word.lower() for word, _ in words[:last + 1]]


def without_country(words: list[tuple[str, int]]) -> list[tuple[str, int]]:
    """Without the adjective before a full name: Ukrainian Volodymyr Zelensky."""
    while len(words) > 2 and words[0][0].lower() in DEMONYMS:
        words = words[1:]
    return words


def _mention(document: Document, words: list[tuple[str, int]], headline: bool) -> Mention | None:
    text = document.text
    first = words[0][1]
    opens = opens_sentence(text, first)
    words, titles = without_titles(words)
    if opens and not titles:
        types = types_of(text)
        while words and (words[0][0].lower() in FUNCTION or len(words) > 1 and words[0][0].lower() in types):
            words = words[1:]
    words = without_country(words)
    if not words or len(words) == 1 and (words[0][0].lower() in FUNCTION or words[0][0].lower() in TITLES):
        return None
    start, end = words[0][1], words[-1][1] + len(words[-1][0])
    names = tuple(word for word, _ in words if len(word) > 1)
    if not names:
        return None
    before = text[max(0, start - REACH):start]
    role = compiled(_ROLE_BEFORE).search(before)
    if role and not titles:
        titles = [role[0].strip()]
    return Mention(start, end, names, tuple(titles), _cue(text, start, end, titles), headline, opens and start == first)


def _cue(text: str, start: int, end: int, titles: list[str]) -> str:
    if any(title in TITLES for title in titles):
        return "title"
    before = text[max(0, start - REACH):start]
    if compiled(_PLACE_BEFORE).search(before):
        return ""
    if compiled(_AGE_AFTER).match(text, end):
        return "age"
    if compiled(_SAID_AFTER).match(text, end) or compiled(_SAID_BEFORE).search(before):
        return "speech"
    if titles:
        return "role"
    return "verb" if compiled(_VERB_AFTER).match(text, end) else ""


def stands_as_place(document: Document, mention: Mention) -> bool:
    """Whether a preposition of place, or an article, stands before a name."""
    before = document.text[max(0, mention.start - REACH):mention.start]
    return compiled(_PLACE_BEFORE).search(before) is not None


def is_person(names: tuple[str, ...]) -> bool:
    """Whether a name of several words can be a person's, by its words."""
    words = [word.lower() for word in names]
    return 2 <= len(words) <= 4 and len(words[-1]) > 2 and not any(
        word in BODIES or word in FUNCTION or word in DEMONYMS for word in words) and not any(
        word.isupper() and len(word) > 3 for word in names)


def honorific(mention: Mention) -> str:
    """Mr, Mrs, Dr … before a name, or nothing."""
    return mention.titles[-1] if mention.titles and mention.titles[-1] in HONORIFICS else ""
