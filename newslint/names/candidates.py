"""The words of an article that may be two spellings of one name, found fast: most articles have none.

What a run has learnt of a word it keeps; that saves work and changes nothing.
"""
from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Set as AbstractSet

from newslint.names.known import is_unlisted
from newslint.names.likeness import alike, sounds
from newslint.names.lists import DEMONYMS, FUNCTION, TITLES

_SMALL = FUNCTION | DEMONYMS | TITLES
NO_NAMES = frozenset(form for word in _SMALL for form in (word.capitalize(), word.capitalize() + "s", word))
RUN_ON = FUNCTION | {"told"}
KEPT = 200_000                              # words a run remembers
SHORT = 6                                   # letters of a word in which a swap may touch both head and tail
STEM = 5                                    # letters of a name that a small word was lost behind
USUAL, MOST = 3_000, 60_000                 # words that share a key: of large articles; what is no article
CROWD = 12                                  # words of one key from which they are left alone where there are many
NEIGHBOURS = 40                             # words of one group a word is held against

Keys = tuple[str | bytes, ...]
_MET: set[str] = set()                      # words met
_NAMES: set[str] = set()                    # those of them that can be names
_KEYS: dict[str, Keys] = {}                 # of each of these


def words_of(runs: Iterable[str]) -> set[str]:
    """The words of runs of capitals, without “’s”."""
    joined = " ".join(runs)
    if "’" in joined:
        joined = joined.replace("’", "'")
    if "'" in joined:
        joined = f"{joined} ".replace("'s ", " ").replace("' ", " ")
    return {*joined.replace(".", "").split()}


def like_words(words: AbstractSet[str]) -> list[tuple[str, str, str]]:
    """The pairs of words that are alike as names, and how; in the order of the alphabet."""
    if len(_MET) > KEPT:
        _MET.clear()
        _KEYS.clear()
        _NAMES.clear()
    if new := words - _MET:
        _learn(new)
    words = words & _NAMES
    first: dict[str | bytes, str] = {}
    groups: dict[str | bytes, list[str]] = {}
    for word in words:
        for key in _KEYS[word]:
            other = first.setdefault(key, word)
            if other is not word:
                groups.setdefault(key, [other]).append(word)
    size = sum(map(len, groups.values()))
    if size > MOST:
        return []                           # no news, or the names of a library
    found: dict[tuple[str, str], str] = {}
    for group in groups.values():
        if len(group) > CROWD and size > USUAL:
            continue
        group.sort()
        for number, one in enumerate(group):
            for other in group[number + 1:number + NEIGHBOURS]:
                if (one, other) not in found and abs(len(one) - len(other)) < 4:
                    found[one, other] = alike(one, other, _KEYS[one][0] == _KEYS[other][0])
    return [(one, other, how) for (one, other), how in sorted(found.items())
            if how and not _run_together(one, other, words)]


def _learn(words: AbstractSet[str]) -> None:
    """Only words that share one of these keys are held against each other: sound, head, first letter and tail."""
    _MET.update(words)
    names = [word for word in words if not word.islower() and _may_be_name(word)]
    _NAMES.update(names)
    for word, sound in zip(names, sounds(names)):
        if len(word) > SHORT:
            _KEYS[word] = (sound, word[:3], f"{word[0]}-{word[-2:]}")
        else:
            _KEYS[word] = (sound, word[:3], f"{word[0]}-{word[-2:]}", f"{word[:2]}-{word[-1]}")


def _may_be_name(word: str) -> bool:
    return len(word) > 2 and word not in NO_NAMES and not word[:-1].isupper()


def _run_together(one: str, other: str, words: AbstractSet[str]) -> bool:
    """Whether a space was lost after a name, or before it: “Blinkenis”, “AHamas”."""
    shorter, longer = sorted((one, other), key=len)
    if longer.removesuffix(shorter) in ("A", "I", "The") or longer.removeprefix(shorter).lower() in RUN_ON:
        return True
    return any(longer[cut:] in RUN_ON and shorter[cut:] in RUN_ON and _is_word(shorter[:cut], words)
               for cut in range(3, len(shorter)) if longer[:cut] == shorter[:cut])


def _is_word(stem: str, words: AbstractSet[str]) -> bool:
    return stem in words or len(stem) >= STEM and not is_unlisted(stem)
