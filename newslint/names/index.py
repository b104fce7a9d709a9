"""The names of an article by their words: full names, surnames alone, names of bodies and places."""
from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import NamedTuple

from newslint.model import Document
from newslint.names.known import is_name
from newslint.names.lists import BODIES
from newslint.names.mentions import Mention, honorific, is_person, mentions, stands_as_place

Words = tuple[str, ...]


class Names(NamedTuple):
    full: dict[tuple[str, str], list[Mention]]      # people, by first and last word
    firsts: dict[str, list[str]]            # of each last word
    lasts: dict[str, list[str]]             # of each first word
    whole: dict[Words, list[Mention]]       # all names of several words
    lone: dict[str, list[Mention]]
    inside: set[str]                        # words of names of bodies and places
    having: dict[str, list[Words]]          # of each word, the names of several that have it


def names_of(document: Document, wanted: set[str] | None = None, words: Collection[str] = ()) -> Names:
    """The names of an article; where runs are wanted, those in them, each of which has one of these words."""
    names = Names({}, {}, {}, {}, {}, set(), {})
    for mention in mentions(document, wanted, words):
        its = mention.words
        if len(its) == 1:
            names.lone.setdefault(its[0], []).append(mention)
            continue
        if its not in names.whole:
            names.whole[its] = []
            for word in {*its}:
                names.having.setdefault(word, []).append(its)
        names.whole[its].append(mention)
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
    whole = [mention for words in names.having.get(word, ()) for mention in names.whole[words]]
    return sorted([*whole, *names.lone.get(word, ())])


class Form(NamedTuple):
    """One place of a name, for the list of names."""

    written: str
    kind: str                               # person, body, place or name
    title: str                              # what the person is called before it


def forms(document: Document) -> Iterator[Form]:
    """Every place of every name, with what it seems to be there."""
    names = names_of(document)
    for words, its in names.whole.items():
        for mention in its:
            kind = "person" if is_person(words) and (mention.cue or words[-1] in names.lone) else ""
            yield _form(document, mention, kind)
    for word, its in names.lone.items():
        person = word in names.firsts or any(map(honorific, its))
        for mention in its:
            if not (mention.opens and not is_name(word)):
                yield _form(document, mention, "person" if person else "")


def _form(document: Document, mention: Mention, kind: str) -> Form:
    written = document.text[mention.start:mention.end]
    if not kind:
        words = mention.words
        kind = "body" if written.isupper() or any(word.lower() in BODIES for word in words) \
            else "place" if stands_as_place(document, mention) else "name"
    return Form(written, kind, " ".join(mention.titles) if kind == "person" else "")
