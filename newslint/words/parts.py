"""Words in words: two that were run together, and those that English makes of others as it likes."""
from typing import NamedTuple

from newslint.words.lexicon import Lexicon, kind_of, zipf_of

# What of one or two letters is a word.
SMALL = frozenset("a i an as at be by do go he if in is it me my no of on or so to up us we am".split())
# No new word is made with these: where one stands at an end, two words were run together.
FUNCTION = frozenset(
    "the of to and for from that this with is was are has had have he she it his her its but not they their would been "
    "were who which than said also we you there when if can could may".split())
# New words are made with these (inpost, upbeat), so they say less.
PARTICLES = frozenset(
    "a i an as at be by do go in on or so up out over off down under after about into all one more no".split())
RARE = 2.0                                  # zipf: what is rarer is no part of two words run together
PREFIXES = frozenset(
    "un re non anti co pre post over under out mis sub super inter multi micro mini mega ultra counter cyber bio eco "
    "geo tele semi pro dis neo pan pseudo quasi self ex de in im auto hyper extra intra trans electro nano euro petro "
    "agro thermo hydro photo video radio tri bi fore mid step".split())
# Each with what it may have taken the place of: “organis-ation” of “organise”.
SUFFIXES = tuple((suffix, ending) for suffix, _, ending in (pair.partition("/") for pair in (
    "s es ed ed/e d ing ing/e er er/e ers ers/e r/e ly ness less like able able/e ise ize ised ized ising izing ish "
    "ism ist ists ful wide ship hood dom y ity/e ility/le isation ization isation/e ization/e iness/y ies/y ied/y fest "
    "gate cast ware mania ology esque ian ians nomics crat speak").split()))
COMMON = 3.0                                # zipf of the parts of a compound


class Parts(NamedTuple):
    """Two words that may have been run together."""

    first: str
    second: str
    zipf: float                             # of both together


def run_on(data: Lexicon, word: str) -> Parts | None:
    """The likeliest two words that are run together here."""
    best, most = None, 0.0
    for at in range(1, len(word)):
        first, second = word[:at], word[at:]
        if at <= 2 and first not in SMALL or len(second) <= 2 and second not in SMALL \
                or kind_of(data, first) > 0 or kind_of(data, second) > 0:
            continue
        zipfs = zipf_of(data, first), zipf_of(data, second)
        if min(zipfs) < RARE:
            continue
        small = first in FUNCTION or second in FUNCTION or first in PARTICLES or second in PARTICLES
        likely = sum(zipfs) + small - (at == 1 or len(second) == 1)
        if likely > most:
            best, most = Parts(first, second, sum(zipfs)), likely
    return best


def derived(data: Lexicon, word: str) -> bool:
    """Whether the word may have been made of another by the rules everybody knows: unhackable, carmaking."""
    for prefix in PREFIXES:
        if word.startswith(prefix) and len(word) - len(prefix) >= 4 and kind_of(data, word[len(prefix):]) <= 1:
            return True
    for suffix, ending in SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= 4:
            stem = word[:-len(suffix)] + ending
            if (ending or stem[-1] != suffix[0]) and kind_of(data, stem) <= 1:
                return True
            if stem[-1] == stem[-2] and kind_of(data, stem[:-1]) <= 1:
                return True
    return any(_common(data, word[:at]) and _common(data, word[at:]) for at in range(4, len(word) - 3))


def _common(data: Lexicon, word: str) -> bool:
    return word not in FUNCTION and kind_of(data, word) == 0 and zipf_of(data, word) > COMMON
