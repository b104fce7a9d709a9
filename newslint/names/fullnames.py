"""Full names of which one half is the same and the other half alike."""
from __future__ import annotations

from collections.abc import Iterator

from newslint.model import Document
from newslint.names import likeness
from newslint.names.index import Names, of_surname
from newslint.names.known import is_common, is_listed, is_name
from newslint.names.likeness import SAME, SLIP, SOUND, folded, womans_form
from newslint.names.lists import BODIES, FAMILY_FIRST, HALVES
from newslint.names.mentions import Mention, is_person
from newslint.names.model import GIVEN, NAME, SURNAME, Drift, rarer
from newslint.names.people import two_people

OFTEN = 3                                   # times each of two surnames stands where they are two people's


def drifts(document: Document, names: Names, one: str, other: str, how: str) -> Iterator[Drift]:
    yield from _surnames(document, names, one, other, how)
    yield from _given(document, names, one, other, how)
    yield from _whole(document, names, one, other, how)


def _surnames(document: Document, names: Names, one: str, other: str, how: str) -> Iterator[Drift]:
    """One given name with two surnames that are alike."""
    for first in names.firsts.get(one, ()):
        same = [given for given in names.firsts.get(other, ()) if folded(given) == folded(first)]
        if not same:
            continue
        full, full_too = names.full[first, one], names.full[same[0], other]
        ones, others = of_surname(names, one), of_surname(names, other)
        if not may_drift(first, one, other, how) and not (how == SOUND and min(len(ones), len(others)) == 1):
            continue
        if len(ones) >= OFTEN and len(others) >= OFTEN and how != SAME \
                or two_people(document, full, full_too, is_common(first) and is_common(one)):
            continue
        yield rarer(SURNAME, ones, others, one, other, (one, other), True)


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
        yield rarer(GIVEN, ones, others, _written(document, ones[0]), _written(document, others[0]), (one, other),
                    how == SAME or one_given_name(one, other, how))


def one_given_name(one: str, other: str, how: str) -> bool:
    """Whether two given names that are alike are rather spellings of one than names of two people."""
    if is_listed(one) and is_listed(other) and sorted(one.lower()) != sorted(other.lower()):
        return how == SOUND and likeness.first_vowel(one) == likeness.first_vowel(other)
    return True


def _whole(document: Document, names: Names, one: str, other: str, how: str) -> Iterator[Drift]:
    """Names of bodies and places, or of people by more than two words, that differ in this word only."""
    for words in names.having.get(one, ()):
        if len(words) == 2 and is_person(words):
            continue
        ones = names.whole[words]
        at = words.index(one)
        changed = (*words[:at], other, *words[at + 1:])
        others = names.whole.get(changed)
        if others is None or len(ones) > 1 and len(others) > 1 or two_people(document, ones, others, False):
            continue
        if is_person(words):
            check = SURNAME if at == len(words) - 1 else GIVEN
        else:
            check = NAME
            if how == SLIP and is_listed(one) and is_listed(other) or not (is_name(one) or is_name(other)) \
                    or one.lower() in BODIES and other.lower() in BODIES:
                continue                    # World, Word; Centre, Center
        yield rarer(check, ones, others, one if check == SURNAME else _written(document, ones[0]),
                    other if check == SURNAME else _written(document, others[0]), (one, other), True)


def _written(document: Document, mention: Mention) -> str:
    return document.text[mention.start:mention.end]
