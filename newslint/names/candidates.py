"""The words of an article that may be two spellings of one name, found fast: most articles have none.

What a run has learnt of a word it keeps; that saves work and changes nothing.
"""
from __future__ import annotations

from collections.abc import Iterable

from newslint.names.known import is_unlisted
from newslint.names.likeness import alike, sounds
from newslint.names.lists import DEMONYMS, FUNCTION, TITLES

NO_NAMES = FUNCTION | DEMONYMS | TITLES
RUN_ON = FUNCTION | {"told"}
KEPT = 200_000                              # words a run remembers
SHORT = 6                                   # letters of a word in which a swap may touch both head and tail
STEM = 5                                    # letters of a name that a small word was lost behind
NEIGHBOURS = 40                             # words of one group a word is held against

Keys = tuple[str | bytes, ...]
_KEYS: dict[str, Keys | None] = {}          # of each word met; None for what is no name


def words_of(runs: Iterable[str]) -> set[str]:
    """The words of runs of capitals, without “’s”."""
    joined = " ".join(runs)
    if "’" in joined:
        joined = joined.replace("’", "'")
    if "'" in joined:
        joined = f"{joined} ".replace("'s ", " ").replace("' ", " ")
    return {*joined.replace(".", "").split()}


def like_words(words: set[str]) -> list[tuple[str, str, str]]:
    """The pairs of words that are alike as names, and how; in the order of the alphabet."""
    if len(_KEYS) > KEPT:
        _KEYS.clear()
    if new := [word for word in words if word not in _KEYS]:
        _learn(new)
    first: dict[object, str] = {}
    groups: dict[object, list[str]] = {}
    for word in words:
        for key in _KEYS[word] or ():
            other = first.setdefault(key, word)
            if other is not word:
                groups.setdefault(key, [other]).append(word)
    pairs = {}
    for group in groups.values():
        group.sort()
        for number, one in enumerate(group):
            for other in group[number + 1:number + NEIGHBOURS]:
                if (one, other) not in pairs and abs(len(one) - len(other)) < 4:
                    pairs[one, other] = alike(one, other)
    return [(one, other, how) for (one, other), how in sorted(pairs.items()) if how and not _run_together(one, other, words)]


def _learn(words: list[str]) -> None:
    """Only words that share one of these keys are held against each other: head, first letter and tail, sound."""
    for word, sound in zip(words, sounds(words)):
        if not _may_be_name(word):
            _KEYS[word] = None
        elif len(word) > SHORT:
            _KEYS[word] = (word[:3], f"{word[0]}-{word[-2:]}", sound)
        else:
            _KEYS[word] = (word[:3], f"{word[0]}-{word[-2:]}", sound, f"{word[:2]}-{word[-1]}")


def _may_be_name(word: str) -> bool:
    small = word.lower()
    return len(word) > 2 and not word.isupper() and small not in NO_NAMES and small.removesuffix("s") not in NO_NAMES


def _run_together(one: str, other: str, words: set[str]) -> bool:
    """Whether a space was lost after a name, or before it: “Blinkenis”, “AHamas”."""
    shorter, longer = sorted((one, other), key=len)
    if longer.removesuffix(shorter) in ("A", "I", "The") or longer.removeprefix(shorter).lower() in RUN_ON:
        return True
    return any(longer[cut:] in RUN_ON and shorter[cut:] in RUN_ON and _is_word(shorter[:cut], words)
               for cut in range(3, len(shorter)) if longer[:cut] == shorter[:cut])


def _is_word(stem: str, words: set[str]) -> bool:
    return stem in words or len(stem) >= STEM and not is_unlisted(stem)
