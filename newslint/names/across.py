"""One name in two spellings across the files of a run.

Of each article only its runs of capitals are kept. That two like names are one is borne out by the other half, which
they share, and by the company they keep: other names that both files have, or the same office.
"""
from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from newslint.model import Document, Hit
from newslint.names import likeness
from newslint.names.candidates import like_words, words_of
from newslint.names.fullnames import may_drift, one_given_name
from newslint.names.known import is_common, is_known, is_name, is_rare, is_unlisted, weight
from newslint.names.likeness import SAME, SLIP, SOUND, distance, folded, is_slip, is_typo, other_consonant, womans_form
from newslint.names.lists import BODIES, DEMONYMS, FUNCTION, HALVES, HONORIFICS, OFFICES, TITLES
from newslint.names.mentions import is_person, parts_of, runs_of, without_country, without_titles

COMPANY = 3                                 # names two files share where like names are one
CLOSE = 6                                   # where the names are such as two people might well have
FEW = 30                                    # files in which two rare names are not alike by chance
LETTERS = 5                                 # of which one may differ in a name that nothing else speaks for
SHORTEST = 6                                # letters of a name that nothing but its letters speaks for
OFFICE = 2                                  # names that one office in both files counts for
LOOKED_AT = 40                              # files with one form that are held against those with the other
MANY = 100                                  # files from which a name that a tenth of them have tells nothing
EVERYWHERE = 0.1
Full = tuple[str, str]                      # first and last word
Name = tuple[Full, AbstractSet[str], int, int]      # with offices and offsets in its run
NONE: Sequence[Name] = ()
NO_OFFICES: AbstractSet[str] = frozenset()
_BEFORE = FUNCTION | OFFICES | TITLES
_NOT_PLAIN = BODIES | DEMONYMS | _BEFORE
MOST = 4                                    # words of a full name


class Gathered(NamedTuple):
    """What is kept of an article."""

    path: str
    rule: str
    runs: dict[str, int]                    # runs of capitals, and where each first stands


class Form(NamedTuple):
    """A full name as it is written, and the files that have it."""

    places: dict[int, tuple[int, int]]      # file -> where it first stands
    offices: set[str]
    written: str                            # in full: Recep Tayyip Erdogan


class Like(NamedTuple):
    """A form, and another of the same name."""

    odd: Full
    kept: Full
    sure: bool


def gather(document: Document, rule: str) -> Gathered:
    if not rule:
        return Gathered(document.path, rule, {})
    text = document.text
    runs = dict.fromkeys(runs_of(document), 0)
    place = 0
    for run in runs:
        if len(run) >= SHORTEST:
            place = text.find(run, place)   # they come in order, so that this reads the text but once
            while text[place + len(run):place + len(run) + 1].isalnum():
                place = text.find(run, place + 1)
            runs[run] = place
    return Gathered(document.path, rule, runs)


def conclude(gathered: list[Gathered]) -> Iterator[tuple[int, Hit]]:
    """What is said of each article, by its number in the list."""
    forms = _forms(gathered)
    pairs = list(_pairs(forms))
    if not pairs:
        return
    company = _Company(gathered)
    told: set[Full] = set()
    full = {word for first, last in forms if first for word in (first, last)}
    likes = [like for pair in pairs if not (pair[0][1] in full and pair[1][1] in full and not pair[0][0])
             and (like := _like(forms, company, *pair))]
    # Of three spellings, each is held against the most usual.
    for odd, kept, sure in sorted(likes, key=lambda like: (not like.sure, -len(forms[like.kept].places), like.odd)):
        if odd in told:
            continue
        told.add(odd)
        other = min(forms[kept].places)
        values = {"other": forms[kept].written, "path": gathered[other].path,
                  "files": _counted(len(forms[odd].places)), "kept": _counted(len(forms[kept].places))}
        for number, (start, end) in forms[odd].places.items():
            if rule := gathered[number].rule:
                level = "warning" if sure else "suggestion"
                yield number, Hit(rule, start, end, values=values, level=level, safe=False)


def _counted(files: int) -> str:
    return f"{files} file{'s' * (files > 1)}"


def _forms(gathered: list[Gathered]) -> dict[Full, Form]:
    """The names of all articles that are compared."""
    forms: dict[Full, Form] = {}
    read: dict[str, Sequence[Name]] = {}
    for number, one in enumerate(gathered):
        for run, start in one.runs.items():
            its = read.get(run)
            if its is None:                 # where a shorter run stands, gather did not ask
                its = read[run] = len(run) >= SHORTEST and list(_names(run)) or NONE
            for full, offices, first, last in its:
                form = forms.get(full)
                if form is None:
                    form = forms[full] = Form({}, set(), run[first:last])
                if offices:
                    form.offices.update(offices)
                if number not in form.places or form.places[number][0] > start + first:
                    form.places[number] = (start + first, start + last)
    return forms


def _names(run: str) -> Iterator[Name]:
    """The names in a run that are compared, with their offices and offsets: full names that can be people's, and what
    is in no list, alone or before one word more (Norvik, Norvik Air)."""
    if " " not in run:
        word = run.removesuffix("'s").removesuffix("’s").rstrip("'’")
        if _stands_alone(word):
            yield ("", word), NO_OFFICES, 0, len(word)
        return
    plain = run.removesuffix("'s").removesuffix("’s")       # most are, and fast to read
    its = plain.split(" ")
    if len(its) <= MOST and all(map(_is_plain, its)):
        yield (its[0], its[-1]), NO_OFFICES, 0, len(plain)
        return
    if len(its) == 2 and its[0].isalpha() and its[0].lower() in _BEFORE and its[1].isalpha() \
            and not _stands_alone(its[1]):
        return                              # Mr Blair, The Government
    for part in parts_of(run):
        words, titles = without_titles(part)
        while words and words[0][0].lower() in FUNCTION:
            words = words[1:]
        words = without_country(words)
        names = tuple(word for word, _ in words if len(word) > 1)
        if is_person(names) or len(names) == 2 and _stands_alone(names[0]):
            yield (names[0], names[-1]), {*titles} - HONORIFICS, words[0][1], words[-1][1] + len(words[-1][0])
        elif len(names) == 1 and _stands_alone(names[0]):
            yield ("", names[0]), NO_OFFICES, words[0][1], words[0][1] + len(names[0])


@lru_cache(maxsize=60_000)
def _is_plain(word: str) -> bool:
    """Whether two to four such words can be a person's name: none is a title, a country's or a body's."""
    return len(word) > 2 and word[0].isupper() and word.isalpha() and word.lower() not in _NOT_PLAIN \
        and not (word.isupper() and len(word) > 3)


def _stands_alone(word: str) -> bool:
    """Whether a word says enough without another to be compared: a name in no list, not short."""
    return len(word) >= SHORTEST and word.isalpha() and word.istitle() and is_unlisted(word)


def _pairs(forms: dict[Full, Form]) -> Iterator[tuple[Full, Full, str]]:
    """Full names of which one half is the same and the other alike, and how."""
    for half in (0, 1):
        groups: dict[str, set[str]] = {}
        for full in forms:
            groups.setdefault(full[half], set()).add(full[1 - half])
        for shared, others in groups.items():
            if len(others) > 1:
                for one, other, how in like_words(others):
                    pair = ((shared, one), (shared, other)) if half == 0 else ((one, shared), (other, shared))
                    yield *pair, how


def _like(forms: dict[Full, Form], company: _Company, one: Full, other: Full, how: str) -> Like | None:
    """The odd one of two forms, if they are one name; None where they are rather not."""
    ones, others = forms[one], forms[other]
    if ones.places.keys() & others.places.keys():
        return None                         # an article that has both is for drift.py to judge
    given = one[1] == other[1]
    shared, pair = (one[1], (one[0], other[0])) if given else (one[0], (one[1], other[1]))
    if not any(map(is_name, pair)) or not shared and not _by_chance(*pair) \
            or (_two_given(*pair, how) if given else not may_drift(shared, *pair, how)):
        return None
    if not shared and (company.have(ones, pair[1]) or company.have(others, pair[0])):
        return None
    if _rank(others, pair[1]) > _rank(ones, pair[0]):
        one, other = other, one
    met = company.shared(forms[one], forms[other], {*one, *other})
    if ones.offices & others.offices:
        met += OFFICE
    heard = how == SAME or how == SOUND and likeness.first_vowel(pair[0]) == likeness.first_vowel(pair[1])
    if (all(map(is_unlisted, pair)) or given and is_unlisted(shared)) and (heard or how == SLIP):
        # By chance, hardly two names in no list are alike in a few files; in thousands, some are.
        needed = 0 if company.files <= FEW else 1 if shared else CLOSE
    elif not shared or shared.lower() in BODIES:
        return None
    elif is_common(shared) and all(map(is_known, pair)) and how != SAME or how == SLIP and other_consonant(*pair):
        needed = CLOSE
    elif heard and (not is_common(shared) if given else is_rare(shared)) \
            or company.files <= FEW and any(map(is_unlisted, pair)) and is_typo(*pair):
        needed = 1
    else:
        needed = COMPANY
    return Like(other, one, met >= needed) if met >= min(needed, COMPANY) else None


def _by_chance(one: str, other: str) -> bool:
    """Whether so little differs, and in such a way, that one is a slip or another spelling of the other."""
    one, other = folded(one), folded(other)
    most = len(min(one, other, key=len)) // LETTERS
    return distance(one, other, most) <= most and (not is_slip(one, other) or is_typo(one, other))


def _two_given(one: str, other: str, how: str) -> bool:
    """Whether two given names that are alike are rather names of two people."""
    return womans_form(one, other) or how != SAME and not one_given_name(one, other, how) \
        or one.lower() in HALVES or other.lower() in HALVES


def _rank(form: Form, word: str) -> tuple[int, float, int]:
    """How much a form has for it: files, how often the word is met elsewhere, to be first."""
    return len(form.places), weight(word), -min(form.places)


class _Company:
    """The names of each file, worked out where they are asked for."""

    def __init__(self, gathered: list[Gathered]) -> None:
        self.gathered = gathered
        self.files = len(gathered)
        self.words: dict[int, set[str]] = {}
        self.everywhere: set[str] | None = None if len(gathered) >= MANY else set()

    def shared(self, ones: Form, others: Form, own: set[str]) -> int:
        """The most names that a file with one form and a file with the other have in common, besides these."""
        most = 0
        for number in list(ones.places)[:LOOKED_AT]:
            for other in list(others.places)[:LOOKED_AT]:
                both = (self._of(number) & self._of(other)) - own
                if len(both) > most:
                    most = max(most, sum(map(is_name, both)))
        return most

    def have(self, form: Form, word: str) -> bool:
        """Whether a file with this form has the word in some name."""
        return any(word in self._of(number) for number in list(form.places)[:LOOKED_AT])

    def _of(self, number: int) -> set[str]:
        if self.everywhere is None:
            met = Counter(chain.from_iterable(words_of(one.runs) for one in self.gathered))
            self.everywhere = {word for word, files in met.items() if files > EVERYWHERE * len(self.gathered)}
        if number not in self.words:
            self.words[number] = _capitals(self.gathered[number].runs) - self.everywhere
        return self.words[number]


def _capitals(runs: Iterable[str]) -> set[str]:
    return {word for word in words_of(runs) if word.lower() not in FUNCTION and word.lower() not in TITLES}
