"""A surname that stands alone before the article has said who that is."""
from __future__ import annotations

from collections.abc import Container, Iterator

from newslint.model import Document
from newslint.names.index import names_of
from newslint.names.known import is_given, is_name
from newslint.names.lists import BODIES, DEMONYMS
from newslint.names.mentions import Mention, stands_as_place
from newslint.words.places import types_of

# A name after one of these is all there is.
SINGLE = frozenset("king queen prince princess pope saint emperor sultan emir father sister brother mother lord lady "
                   "dame sir duke duchess earl countess count baroness baron mullah sheikh sheik shaikh".split())
# Private Ryan, General Election.
WORDS = frozenset("private general major chief head officer justice leader coach".split())


def too_early(document: Document, known: Container[str]) -> Iterator[Mention]:
    """The first place of each such surname, but of those that everybody knows."""
    names = names_of(document)
    bodies = {word for words in names.whole for word in words[:-1]} | names.inside
    for surname, its in names.lone.items():
        first = next((mention for mention in its if not mention.headline), None)
        small = surname.lower()
        if first is None or surname in known or surname in bodies or surname.isupper() or not is_name(surname) \
                or small in DEMONYMS or small in BODIES or small in types_of(document.text) \
                or not SINGLE.isdisjoint(first.titles):
            continue
        full = [mention.start for given in names.firsts.get(surname, ()) for mention in names.full[given, surname]
                if not mention.headline]
        if full and min(full) < first.start:
            continue
        named = any(map(is_given, names.firsts.get(surname, ()))) and not stands_as_place(document, first)
        if full and (first.cue or named) or first.cue == "title" and first.titles[-1] not in WORDS:
            yield first
