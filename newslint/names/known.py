"""What the word data says of a name: whether many bear it, whether it is listed at all, whether it is a plain word."""
from __future__ import annotations

from newslint.words.lexicon import CLASSES, NAME, ORDINARY, OTHER_LIST, SEEN, kind_of, lexicon, look_up, zipf_of

COMMON = 2.9                                # zipf value from which several people in the news bear a name
KNOWN = 2.3
RARE = 2.2                                  # up to which a given name is next to a surname
SELDOM = 1.9
UNHEARD_OF = 1.3
WORD_LIKE = 2.5


def is_common(name: str) -> bool:
    """Whether two people of that name are nothing strange: Clark, Brown, John."""
    return weight(name) >= COMMON


def is_known(name: str) -> bool:
    """Whether quite a few people bear it."""
    return weight(name) >= KNOWN


def is_rare(name: str) -> bool:
    """Whether hardly anybody bears it."""
    return weight(name) < RARE


def weight(name: str) -> float:
    """How often it is met."""
    return zipf_of(lexicon(), name.lower())


def is_listed(name: str) -> bool:
    """Whether it is in a list of words or names, and so more likely meant as it stands."""
    return kind_of(lexicon(), name.lower()) < OTHER_LIST


def is_unlisted(name: str) -> bool:
    """Whether no list has it, and it was hardly ever met."""
    flags, zipf = look_up(lexicon(), name.lower())
    return flags & CLASSES > SEEN and zipf < UNHEARD_OF


def is_seldom(name: str) -> bool:
    """Whether it is no word, and not met often enough to be expected."""
    flags, zipf = look_up(lexicon(), name.lower())
    return flags & CLASSES >= OTHER_LIST and zipf < SELDOM


def is_name(word: str) -> bool:
    """Whether a word with a capital is one because it is a name."""
    flags, _ = look_up(lexicon(), word.lower())
    return bool(flags & NAME) or flags & CLASSES > ORDINARY


def is_given(name: str) -> bool:
    """Whether it is a name that many have: likely a given name, where it stands first."""
    flags, _ = look_up(lexicon(), name.lower())
    return bool(flags & NAME) and flags & CLASSES <= OTHER_LIST


def is_word(name: str) -> bool:
    """Whether it is a word or a well-known name that may stand for other things than a person."""
    flags, zipf = look_up(lexicon(), name.lower())
    return flags & CLASSES < OTHER_LIST and (not flags & NAME or zipf >= WORD_LIKE)
