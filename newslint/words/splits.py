"""One word set as two: “to gether”, “govern ment”."""
from collections.abc import Iterator, Set
from typing import NamedTuple

from newslint.words.lexicon import ORDINARY, OTHER_LIST, Lexicon, kind_of, zipf_of
from newslint.words.parts import SMALL

SHORTEST = 6                                # letters of both
COMMON, COMMON_SHORT = 2.8, 4.2             # zipf values from which a word is no likely half of another
WHOLE = 2.2                                 # zipf value of the word they make
# The score is in powers of ten, like a zipf value, from which it starts.
BIAS, NO_WORD, TWICE, BOTH = -1.4, 1.0, -1.5, 1.5
APART = 3.5                                 # powers of ten by which two words must be rarer than the one they make
RARE = 2.5                                  # zipf value below which a word is no likely part of a compound


class Split(NamedTuple):
    first: str
    second: str
    score: float


def splits(data: Lexicon, tokens: list[str], odd: Set[str]) -> Iterator[Split]:
    """Neighbours among the tokens that make one word, at least one of which is `odd` (see is_odd)."""
    pairs = {(tokens[index], tokens[index + 1]) for here, token in enumerate(tokens) if token in odd
             for index in (here - 1, here) if 0 <= index < len(tokens) - 1 and tokens[index + 1].islower()}
    for first, second in sorted(pairs):
        score = _score(data, first, second, tokens)
        if score is not None:
            yield Split(first, second, score)


def is_odd(word: str, kind: int, zipf: float) -> bool:
    """Whether a word in small letters is no common one."""
    return (kind > ORDINARY or zipf < (COMMON if len(word) > 3 else COMMON_SHORT)) and word not in SMALL


def _score(data: Lexicon, first: str, second: str, tokens: list[str]) -> float | None:
    joined = (first + second).lower()
    if len(joined) < SHORTEST or not joined.isalpha() or kind_of(data, joined) > 1 or joined in data.slips \
            or not (first.islower() or first.istitle()):
        return None
    zipf = zipf_of(data, joined)
    if zipf < WHOLE:
        return None
    halves = [half.lower() for half in (first, second)]
    kinds = [kind_of(data, half) for half in halves]
    zipfs = [zipf_of(data, half) for half in halves]
    if max(kinds) <= ORDINARY:              # two words: they must be no likely neighbours, nor a compound (bee hive)
        compound = min(zipfs) >= RARE and min(map(len, halves)) >= 3
        return None if compound else zipf - (sum(zipfs) - 9.0) - APART
    odd = [half for half, kind, its_zipf in zip(halves, kinds, zipfs) if is_odd(half, kind, its_zipf)]
    score = zipf + BIAS + BOTH * (len(odd) == 2)
    for half, kind in zip(halves, kinds):
        score += NO_WORD * (kind >= OTHER_LIST and len(half) > 3) + TWICE * (half in odd and tokens.count(half) > 1)
    return score
