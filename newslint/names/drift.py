"""One name in two spellings within an article.

Words that are alike are found first, among all that have a capital; only where there are such are the names read. The
other half of the name, or what makes the word a person, has to bear out that both are one.
"""
from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from newslint.model import Document
from newslint.names import likeness
from newslint.names.likeness import SAME, SLIP, SOUND, folded, like_pairs, womans_form
from newslint.names.known import is_common, is_listed, is_word
from newslint.names.lists import DEMONYMS, FAMILY_FIRST, FUNCTION, HALVES, TITLES
from newslint.names.mentions import Mention, honorific, is_person, mentions, runs_of
from newslint.names.people import two_people
from newslint.words.places import types_of

NO_NAMES = FUNCTION | DEMONYMS | TITLES
RUN_ON = frozenset("a after amid and are as at but by for from had has have in is of on or said says that the to was were "
                   "where which who will with".split())
GIVEN, SURNAME = "given-name", "surname"
OFTEN = 3                                   # times each of two surnames stands where they are two people's


class Drift(NamedTuple):
    """A form of a name that differs from another of the same article."""

    check: str                              # GIVEN or SURNAME
    start: int
    end: int
    written: str
    other: str
    times: int
    other_times: int
    sure: bool


class Names(NamedTuple):
    """The names of an article that matter, by their words."""

    full: dict[tuple[str, str], list[Mention]]      # first and last word
    lone: dict[str, list[Mention]]
    inside: set[str]                        # words of names of bodies and places


def drifts(document: Document) -> Iterator[Drift]:
    """Each odd form once, where it first stands."""
    words = {word for run in set(runs_of(document)) for word in words_of(run)}
    pairs = like_names(words)
    if not pairs:
        return
    names = _names(document, {word for one, other, _ in pairs for word in (one, other)})
    told: set[tuple[int, int]] = set()
    for one, other, how in pairs:
        for drift in (*_surnames(document, names, one, other, how), *_given(document, names, one, other, how),
                      *_lone(document, names, one, other, how), *_lone(document, names, other, one, how)):
            if (drift.start, drift.end) not in told:
                told.add((drift.start, drift.end))
                yield drift


def _run_together(one: str, other: str) -> bool:
    """Whether a space was lost after a name, or before it: “Blinkenis”, “AHamas”."""
    shorter, longer = sorted((one, other), key=len)
    if longer.removesuffix(shorter) in ("A", "I", "The"):
        return True
    return any(longer[cut:] in RUN_ON and shorter[cut:] in ("", *RUN_ON)
               for cut in range(3, len(shorter) + 1) if longer[:cut] == shorter[:cut])


def like_names(words: Iterable[str]) -> list[tuple[str, str, str]]:
    """The words with capitals that may be two spellings of a name, and how they are alike."""
    return [pair for pair in like_pairs(filter(to_compare, words)) if not _run_together(pair[0], pair[1])]


def words_of(run: str) -> list[str]:
    if "'" in run or "’" in run:
        run = run.replace("’", "'").replace("'s", "")
    return run.replace(".", "").split()


def to_compare(word: str) -> bool:
    """Whether a word with a capital can be part of a name that is misspelt."""
    small = word.lower()
    return len(word) > 2 and not word.isupper() and small not in NO_NAMES and small.removesuffix("s") not in NO_NAMES


def _names(document: Document, wanted: set[str]) -> Names:
    names = Names({}, {}, set())
    for mention in mentions(document, wanted):
        if is_person(mention.words):
            names.full.setdefault((mention.words[0], mention.words[-1]), []).append(mention)
        elif len(mention.words) == 1:
            names.lone.setdefault(mention.words[0], []).append(mention)
        else:
            names.inside.update(mention.words)
    return names


def _of_surname(names: Names, surname: str) -> list[Mention]:
    full = [mention for (_, last), its in names.full.items() if last == surname for mention in its]
    return sorted([*full, *names.lone.get(surname, ())])


def _surnames(document: Document, names: Names, one: str, other: str, how: str) -> Iterator[Drift]:
    """One given name with two surnames that are alike."""
    for first, last in names.full:
        if last != one:
            continue
        for first_too, last_too in names.full:
            if last_too != other or folded(first) != folded(first_too) or not may_drift(first, how):
                continue
            ones, others = _of_surname(names, one), _of_surname(names, other)
            if len(ones) >= OFTEN and len(others) >= OFTEN and how != SAME \
                    or two_people(document, names.full[first, last], names.full[first_too, last_too],
                                  is_common(first) and is_common(one)):
                continue
            yield _drift(SURNAME, ones, others, one, other, names.full[first, one], names.full[first_too, other], True)


def may_drift(first: str, how: str) -> bool:
    """Whether what follows this first word can be a surname that is misspelt, and not the given name of another."""
    return how == SAME or first.lower() not in FAMILY_FIRST


def _given(document: Document, names: Names, one: str, other: str, how: str) -> Iterator[Drift]:
    """One surname with two given names that are alike."""
    for first, last in names.full:
        if first != one or first.lower() in HALVES or other.lower() in HALVES:
            continue
        for first_too, last_too in names.full:
            if first_too != other or folded(last) != folded(last_too):
                continue
            ones, others = names.full[first, last], names.full[first_too, last_too]
            if len(ones) > 1 and len(others) > 1 and how != SAME or womans_form(one, other) \
                    or two_people(document, ones, others, is_common(last)):
                continue
            yield _drift(GIVEN, ones, others, f"{one} {last}", f"{other} {last_too}", ones, others,
                         how == SAME or one_given_name(one, other, how))


def one_given_name(one: str, other: str, how: str) -> bool:
    """Whether two given names that are alike are rather spellings of one than names of two people."""
    if is_listed(one) and is_listed(other):
        return how == SOUND and likeness.first_vowel(one) == likeness.first_vowel(other)
    return True


def _lone(document: Document, names: Names, surname: str, lone: str, how: str) -> Iterator[Drift]:
    """A surname alone, beside a full name with one like it."""
    its = [mention for mention in names.lone.get(lone, ()) if not mention.headline]
    firsts = [first for first, last in names.full if last == surname]
    if not its or not firsts or lone in names.inside or any(lone in pair for pair in names.full) \
            or lone.lower() in types_of(document.text):
        return
    others = _of_surname(names, surname)
    full = [mention for first in firsts for mention in names.full[first, surname]]
    titled = any(map(honorific, its))
    both_listed = how == SLIP and is_listed(surname) and is_listed(lone)
    cued = not both_listed and any(mention.cue and (mention.cue != "verb" or not is_word(lone)) for mention in its)
    alone = len(others) > len(full)
    if len(its) > 2 and (alone or len(full) > 2 or not cued):
        return                              # both have a life of their own
    if len(its) == 2 and len(others) < 4 and not titled and alone:
        return
    if not cued and (len(others) < 2 or len(its) > 1 or len(lone) < 5):
        return
    if not cued and (is_word(lone) or how == SOUND and likeness.first_vowel(lone) != likeness.first_vowel(surname)):
        return
    if not any(mention.cue for mention in full) and not alone and not titled:
        return
    if two_people(document, its, others, is_common(surname)):
        return
    if len(its) > len(others):
        yield Drift(SURNAME, others[0].end - len(surname), others[0].end, surname, lone, len(others), len(its), cued)
    else:
        yield Drift(SURNAME, its[0].start, its[0].end, lone, surname, len(its), len(others), cued)


def _drift(check: str, ones: list[Mention], others: list[Mention], one: str, other: str, full: list[Mention],
           other_full: list[Mention], sure: bool) -> Drift:
    """The rarer of two forms; of two as rare, the one that comes later."""
    if (len(ones), -ones[0].start) > (len(others), -others[0].start):
        ones, others, one, other, full = others, ones, other, one, other_full
    where = ones[0] if check == SURNAME else full[0]
    start = where.end - len(one) if check == SURNAME else where.start
    return Drift(check, start, where.end, one, other, len(ones), len(others), sure)
