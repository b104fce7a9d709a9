"""Word lists of languages other than English, by pyspellchecker: loaded when a text in one is met, for that takes up to
half a second."""
import unicodedata
from functools import lru_cache
from typing import Any, NamedTuple

from newslint.regexes import compiled

# What is joined to it, or elided before it (l’homme), is no word to be judged; nor is a part of one with figures.
WORD = compiled(r"(?<![\w@#&.'’\u00ad-])(?:[^\W\d_]{1,8}['’])?([^\W\d_]+)(?![\w'’\u00ad-]|\.\w)")
COMPOUNDING = ("de", "nl")                  # words are put together without a sign
JOINTS = ("", "s")
SHORTEST_PART = 4
SUGGESTIONS = 3
ENDING = 2                                  # letters in which forms of a word differ
SMALL = 50_000                              # words; of a smaller list, only slips that bring no new letter are told


class Dictionary(NamedTuple):
    code: str
    checker: Any                            # spellchecker.SpellChecker

    def knows(self, word: str) -> bool:
        """Whether a word in small letters is in the list, or put together of two that are."""
        known = self.checker.word_frequency.dictionary
        if word in known:
            return True
        if self.code not in COMPOUNDING:
            return False
        return any(word[end:] in known and any(word[:end].removesuffix(joint) in known for joint in JOINTS)
                   for end in range(SHORTEST_PART, len(word) - SHORTEST_PART + 1))

    def near(self, word: str) -> tuple[str, ...]:
        """Words one slip away, the most frequent first; none where one of them differs in its ending: then it is
        a form that the list lacks."""
        found = self.checker.known(self.checker.edit_distance_1(word))
        if any(_same_stem(word, other) for other in found):
            return ()
        if self.checker.word_frequency.unique_words < SMALL:
            found = {other for other in found if sorted(set(word)) == sorted(set(other))}
        return tuple(sorted(found, key=lambda other: (-self.checker[other], other))[:SUGGESTIONS])


def _same_stem(word: str, other: str) -> bool:
    """Whether two words differ in their last letters only, and in more than an accent."""
    stem = word[:max(len(word), len(other)) - ENDING]
    return other.startswith(stem) and _bare(word) != _bare(other)


def _bare(word: str) -> str:
    return "".join(char for char in unicodedata.normalize("NFD", word) if not unicodedata.combining(char))


@lru_cache
def dictionary(code: str) -> Dictionary:
    from spellchecker import SpellChecker

    return Dictionary(code, SpellChecker(language=code, distance=1))
