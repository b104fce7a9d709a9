"""Whether a word was typed for another: how common each is, what stands beside it, what else the article speaks of."""
from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from newslint.words.realwords import Table, fit, look_up

# What each thing is worth, fitted on one half of the corpora and rounded. From 0 on, a word is taken for a slip.
SURE = 9.4
COMMONER = 0.75                             # for each power of e by which what is meant is commoner
BEFORE, AFTER = 1.0, 1.1                    # for how much likelier its neighbours are
MET, EVERYWHERE = 1.5, 6.5                  # what is meant stands elsewhere in the article: says less of common words
KIN = 1.3                                   # another form of it does
OFTEN = 6.0                                 # against: how often the typed word is met in general, as zipf value
KNOWN = 2.0                                 # against: it is known with this neighbour
AGAIN = 1.2                                 # against: the article has it, or a form of it, again
SOMETHING = 0.5                             # how much likelier one of the neighbours is to be at least
LONG = 0.5                                  # against: each letter; long words are typed with more care, or looked up
ENDINGS = ("ing", "ies", "ied", "es", "ed", "er", "ly", "s", "e", "y")


class Meant(NamedTuple):
    word: str
    score: float


class Chance(NamedTuple):
    """How likely a word was meant, as far as its neighbours say."""

    word: str
    score: float
    fits: bool                              # better than the typed one, between these neighbours
    if_met: float                           # what it is worth if the article has it elsewhere


def meant(data: Table, typed: str, before: str | None, after: str | None, folded: str) -> Meant | None:
    """What a word stands for between these neighbours, in an article with this folded text; None where it is right."""
    found = list(chances(data, typed, before, after))
    # Most words are plainly right, and the article need not be asked.
    if all(one.score + max(KIN, one.if_met) < 0 for one in found):
        return None
    words = Counter(re.findall("[a-z]+", folded))
    again = AGAIN * (_forms(words, typed) - 1)
    best = max((Meant(one.word, one.score - again + _worth(one, words)) for one in found
                if one.fits or one.word in words), key=lambda one: one.score, default=None)
    return best if best and best.score >= 0 else None


def chances(data: Table, typed: str, before: str | None, after: str | None) -> Iterator[Chance]:
    """The words that may be meant."""
    left, right = (number(data, word) for word in (before, after))
    own = look_up(data, data.words[typed])
    its = fit(own, left, right)
    against = OFTEN * own.zipf + KNOWN * its.known + LONG * len(typed) - SURE
    for other in own.meant:
        known = look_up(data, other)
        there = fit(known, left, right)
        gains = there.before - its.before, there.after - its.after
        score = COMMONER * (known.common - own.common) + BEFORE * gains[0] + AFTER * gains[1] - against
        yield Chance(data.words.restore_key(other), score, max(gains) >= SOMETHING,
                     MET * max(0.0, EVERYWHERE - known.zipf))


def _worth(one: Chance, words: Counter[str]) -> float:
    if one.word in words:
        return one.if_met
    return KIN if _forms(words, one.word) else 0.0


def _forms(words: Counter[str], word: str) -> int:
    """How often a word is met, in any of its forms."""
    root = stem(word)
    return sum(times for one, times in words.items() if one.startswith(root) and stem(one) == root)


def number(data: Table, word: str | None) -> int | None:
    found: int | None = data.words.get(word) if word else None
    return found


def stem(word: str) -> str:
    """A word without its ending, roughly."""
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) > 2:
            word = word[:-len(ending)]
            break
    return word[:-1] if len(word) > 3 and word[-1] == word[-2] else word
