"""The names of an article by their words: full names, surnames alone, names of bodies and places."""
from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from newslint.model import Document
from newslint.names.mentions import Mention, is_person, mentions

Words = tuple[str, ...]


class Names(NamedTuple):
    full: dict[tuple[str, str], list[Mention]]      # people, by first and last word
    firsts: dict[str, list[str]]            # of each last word
    lasts: dict[str, list[str]]             # of each first word
    whole: dict[Words, list[Mention]]       # all names of several words
    lone: dict[str, list[Mention]]
    inside: set[str]                        # words of names of bodies and places


def names_of(document: Document, wanted: set[str] | None = None, words: Iterable[str] = ()) -> Names:
    """The names of an article; where runs are wanted, those in them, each of which has one of these words."""
    names = Names({}, {}, {}, {}, {}, set())
    for mention in mentions(document, wanted, words):
        its = mention.words
        if len(its) == 1:
            names.lone.setdefault(its[0], []).append(mention)
            continue
        names.whole.setdefault(its, []).append(mention)
        if not is_person(its):
            names.inside.update(its)
            continue
        first, last = full = its[0], its[-1]
        if full not in names.full:
            names.full[full] = []
            names.firsts.setdefault(last, []).append(first)
            names.lasts.setdefault(first, []).append(last)
        names.full[full].append(mention)
    return names


def of_surname(names: Names, surname: str) -> list[Mention]:
    """Where somebody of this surname is named, in order."""
    full = [mention for first in names.firsts.get(surname, ()) for mention in names.full[first, surname]]
    return sorted([*full, *names.lone.get(surname, ())])


def of_word(names: Names, word: str) -> list[Mention]:
    """Where a name has this word, in order."""
    return sorted([*(mention for words, its in names.whole.items() if word in words for mention in its),
                   *names.lone.get(word, ())])
