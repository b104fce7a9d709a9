"""One name in two spellings within an article.

Words that are alike are found first, among all that have a capital; only where there are such are the names read. The
other half of the name, or what makes the word a person, has to bear out that both are one.
"""
from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from newslint.model import Document
from newslint.names import likeness
from newslint.names.candidates import like_words, words_of
from newslint.names.likeness import SAME, SLIP, SOUND, folded, womans_form
from newslint.names.known import is_common, is_listed, is_word
from newslint.names.lists import FAMILY_FIRST, HALVES
from newslint.names.mentions import Mention, honorific, is_person, mentions, runs_of
from newslint.names.people import two_people
from newslint.words.places import types_of

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
    firsts: dict[str, list[str]]            # of each last word
    lasts: dict[str, list[str]]             # of each first word
    lone: dict[str, list[Mention]]
    inside: set[str]                        # words of names of bodies and places


def drifts(document: Document) -> Iterator[Drift]:
    """Each odd form once, where it first stands."""
    runs = {*runs_of(document)}
    pairs = like_words(words_of(runs))
    if not pairs:
        return
    alike = {word for one, other, _ in pairs for word in (one, other)}
    wanted = {run for run in runs if not alike.isdisjoint(words_of((run,)))}
    if not any(" " in run for run in wanted):
        return                              # without a full name, nothing bears out that two are one
    names = _names(document, wanted)
    told: set[tuple[int, int]] = set()
    for one, other, how in pairs:
        for drift in (*_surnames(document, names, one, other, how), *_given(document, names, one, other, how),
                      *_lone(document, names, one, other, how), *_lone(document, names, other, one, how)):
            if (drift.start, drift.end) not in told:
                told.add((drift.start, drift.end))
                yield drift


def _names(document: Document, wanted: set[str]) -> Names:
    names = Names({}, {}, {}, {}, set())
    for mention in mentions(document, wanted):
        if is_person(mention.words):
            first, last = full = mention.words[0], mention.words[-1]
            if full not in names.full:
                names.full[full] = []
                names.firsts.setdefault(last, []).append(first)
                names.lasts.setdefault(first, []).append(last)
            names.full[full].append(mention)
        elif len(mention.words) == 1:
            names.lone.setdefault(mention.words[0], []).append(mention)
        else:
            names.inside.update(mention.words)
    return names


def _of_surname(names: Names, surname: str) -> list[Mention]:
    full = [mention for first in names.firsts.get(surname, ()) for mention in names.full[first, surname]]
    return sorted([*full, *names.lone.get(surname, ())])


def _surnames(document: Document, names: Names, one: str, other: str, how: str) -> Iterator[Drift]:
    """One given name with two surnames that are alike."""
    for first in names.firsts.get(one, ()):
        same = [given for given in names.firsts.get(other, ()) if folded(given) == folded(first)]
        if not same or not may_drift(first, one, other, how):
            continue
        full, full_too = names.full[first, one], names.full[same[0], other]
        ones, others = _of_surname(names, one), _of_surname(names, other)
        if len(ones) >= OFTEN and len(others) >= OFTEN and how != SAME \
                or two_people(document, full, full_too, is_common(first) and is_common(one)):
            continue
        yield _drift(SURNAME, ones, others, one, other, True)


def may_drift(first: str, one: str, other: str, how: str) -> bool:
    """Whether what follows this first word can be a surname that is misspelt, and not the given name of another."""
    return how == SAME or first.lower() not in FAMILY_FIRST or "-" not in one + other and min(len(one), len(other)) > 5


def _given(document: Document, names: Names, one: str, other: str, how: str) -> Iterator[Drift]:
    """One surname with two given names that are alike."""
    if one.lower() in HALVES or other.lower() in HALVES:
        return
    for last in names.lasts.get(one, ()):
        same = [surname for surname in names.lasts.get(other, ()) if folded(surname) == folded(last)]
        if not same:
            continue
        ones, others = names.full[one, last], names.full[other, same[0]]
        if len(ones) > 1 and len(others) > 1 and how != SAME or womans_form(one, other) \
                or two_people(document, ones, others, is_common(last)):
            continue
        yield _drift(GIVEN, ones, others, f"{one} {last}", f"{other} {same[0]}",
                     how == SAME or one_given_name(one, other, how))


def one_given_name(one: str, other: str, how: str) -> bool:
    """Whether two given names that are alike are rather spellings of one than names of two people."""
    if is_listed(one) and is_listed(other):
        return how == SOUND and likeness.first_vowel(one) == likeness.first_vowel(other)
    return True


def _lone(document: Document, names: Names, surname: str, lone: str, how: str) -> Iterator[Drift]:
    """A surname alone, beside a full name with one like it."""
    its = [mention for mention in names.lone.get(lone, ()) if not mention.headline]
    firsts = names.firsts.get(surname)
    if not its or not firsts or lone in names.inside or lone in names.firsts or lone in names.lasts \
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


def _drift(check: str, ones: list[Mention], others: list[Mention], one: str, other: str, sure: bool) -> Drift:
    """The rarer of two forms; of two as rare, the one that comes later."""
    if (len(ones), -ones[0].start) > (len(others), -others[0].start):
        ones, others, one, other = others, ones, other, one
    first = ones[0]
    return Drift(check, first.end - len(one) if check == SURNAME else first.start, first.end, one, other,
                 len(ones), len(others), sure)
