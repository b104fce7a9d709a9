"""Candidates: the same words a search through the whole list would find, and slips priced by what fingers do."""
from __future__ import annotations

from functools import cache

import marisa_trie
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.words import candidates
from newslint.words.build import deletions
from newslint.words.lexicon import TARGET, Lexicon, lexicon

WORDS = ["and", "an", "any", "band", "brand", "bran", "barn", "council", "counsel", "cancel", "aab", "aabb", "abab", "baab", "bb", "noon", "no", "on"]


@cache
def small() -> Lexicon:
    """A lexicon of these words alone."""
    words = marisa_trie.Trie(WORDS)
    values = bytearray(2 * len(WORDS))
    for word in WORDS:
        values[2 * words[word]] = TARGET
    return Lexicon(words, bytes(values), marisa_trie.BytesTrie(deletions(WORDS)), marisa_trie.BytesTrie([]))


def one_slip(word: str, letters: str) -> set[str]:
    """Every string one slip away, by trying all."""
    places = range(len(word) + 1)
    return {word[:at] + word[at + 1:] for at in places} \
        | {word[:at] + letter + word[at:] for at in places for letter in letters} \
        | {word[:at] + letter + word[at + 1:] for at in places[:-1] for letter in letters} \
        | {word[:at] + word[at + 1] + word[at] + word[at + 2:] for at in places[:-2]}


@given(st.text("abdnocuilsery", min_size=1, max_size=8))
def test_all_words_one_slip_away_are_found(word):
    found = candidates.candidates(small(), word)
    near = one_slip(word, "abcdefghijklmnopqrstuvwxyz") & set(WORDS) - {word}
    assert near <= found.keys() <= set(WORDS) - {word}
    two = candidates.TWO_SLIPS if len(word) >= candidates.LONG else candidates.TWO_SLIPS_SHORT
    assert {right for right, cost in found.items() if cost < two} == near


COSTS = [
    ("acommodate", "accommodate", candidates.HALVED), ("counncil", "council", candidates.DOUBLED),
    ("cuoncil", "council", candidates.SWAPPED), ("concil", "council", candidates.LOST),
    ("councol", "council", candidates.NEAR), ("cauncil", "council", candidates.VOWEL),
    ("couhcil", "council", candidates.NEAR), ("couzcil", "council", candidates.OTHER),
    ("counmcil", "council", candidates.BRUSHED), ("counzcil", "council", candidates.ADDED),
    ("founcil", "council", candidates.NEAR + candidates.FIRST_LETTER),
    ("ouncil", "council", candidates.LOST + candidates.FIRST_LETTER),
    ("simeultanously", "simultaneously", candidates.TWO_SLIPS),
]


@pytest.mark.parametrize("wrong, right, cost", COSTS, ids=[wrong for wrong, *_ in COSTS])
def test_costs(wrong, right, cost):
    assert candidates.candidates(lexicon(), wrong)[right] == pytest.approx(cost)
