"""A name that stands alone and is like one that the article gives in full, or repeats."""
from __future__ import annotations

from collections.abc import Iterator

from newslint.model import Document
from newslint.names import likeness
from newslint.names.index import Names, of_surname, of_word
from newslint.names.known import is_common, is_given, is_listed, is_seldom, is_unlisted, is_word
from newslint.names.likeness import FAR, SAME, SLIP, SOUND
from newslint.names.lists import HALVES
from newslint.names.mentions import honorific
from newslint.names.model import NAME, SURNAME, Drift
from newslint.names.people import two_people
from newslint.words.places import types_of

SHORTEST = 5                                # letters of a name that nothing but its letters speaks for
REPEATED = 3                                # times the other form stands then; twice where this one is in no list


def drifts(document: Document, names: Names, one: str, other: str, how: str) -> Iterator[Drift]:
    for odd, kept in ((one, other), (other, one)):
        if odd in names.inside or odd in names.firsts or odd in names.lasts or odd not in names.lone \
                or odd.lower() in types_of(document.text):
            continue
        drift = _of_person(document, names, odd, kept, how) or _titled(document, names, odd, kept) \
            or _repeated(document, names, odd, kept, how)
        if drift:
            yield drift


def _of_person(document: Document, names: Names, odd: str, kept: str, how: str) -> Drift | None:
    """A surname alone beside a full name."""
    its = [mention for mention in names.lone[odd] if not mention.headline]
    full = [mention for first in names.firsts.get(kept, ()) if first.lower() not in HALVES
            for mention in names.full[first, kept]]
    if not its or not full:
        return None
    others = of_surname(names, kept)
    alone = len(others) > len(full)
    titled = any(mention.cue == "title" for mention in its)
    cued = any(mention.cue and (mention.cue != "verb" or not is_word(odd)) for mention in its) \
        and not (how == SLIP and is_listed(kept) and is_listed(odd))
    if len(its) > 2 and (alone or len(full) > 2 or not cued) \
            or len(its) == 2 and len(others) < 4 and not titled and alone:
        return None                         # both have a life of their own
    person = alone or titled or any(mention.cue for mention in full) or is_unlisted(odd) \
        or any(map(is_given, names.firsts[kept]))
    if not (cued and person) \
            or two_people(document, its, others, is_common(kept)):
        return None
    if len(its) > len(others):
        return Drift(SURNAME, others[0].end - len(kept), others[0].end, odd, len(others), len(its), True)
    return Drift(SURNAME, its[0].start, its[0].end, kept, len(its), len(others), True)


def _titled(document: Document, names: Names, odd: str, kept: str) -> Drift | None:
    """“Mr Henson” once, where Mr Hanson stands several times: whoever is Mr was named before."""
    its, others = names.lone[odd], names.lone.get(kept, [])
    if len(its) > 1 or len(others) < 2 or not honorific(its[0]) or kept in names.firsts \
            or not any(honorific(mention) == honorific(its[0]) for mention in others) \
            or others[0].start > its[0].start or two_people(document, its, others, is_common(kept)):
        return None
    return Drift(SURNAME, its[0].start, its[0].end, kept, 1, len(others), True)


def _repeated(document: Document, names: Names, odd: str, kept: str, how: str) -> Drift | None:
    """A name met once, like one the article repeats."""
    its, others = names.lone[odd], of_word(names, kept)
    if len(its) > 1 or min(len(odd), len(kept)) < SHORTEST or len(others) < 2:
        return None
    unlisted = is_unlisted(odd)
    if not unlisted and len(others) < REPEATED or not _by_chance(odd, kept, how, unlisted) \
            or two_people(document, its, others, True, unlisted and likeness.is_typo(odd, kept)):
        return None
    return Drift(NAME, its[0].start, its[0].end, kept, 1, len(others), True)


def _by_chance(odd: str, kept: str, how: str, unlisted: bool) -> bool:
    """Whether fingers or ears make this of the other, rather than that somebody or somewhere is called so."""
    if how == SLIP:
        return unlisted and likeness.is_typo(odd, kept)
    if how == SOUND:
        if is_common(kept) and not likeness.is_slip(likeness.folded(odd), likeness.folded(kept)):
            return False                    # Türkiye, Turkey
        return (unlisted or is_seldom(odd)) and likeness.first_vowel(odd) == likeness.first_vowel(kept)
    return how == SAME or how == FAR and unlisted and len(odd) > 7
