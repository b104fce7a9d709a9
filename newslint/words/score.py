"""How likely a word is a slip, and for what: a noisy channel with what else is known of the word on top.

`judge` looks at the word alone, `weigh` at one place of it. Both give what they see a name; weights.py says what each
name is worth.
"""
from typing import NamedTuple

from newslint.regexes import compiled
from newslint.words.candidates import LONG, TWO_SLIPS, candidates
from newslint.words.lexicon import (
    CLASSES,
    NAME,
    ORDINARY,
    OTHER_LIST,
    SEEN,
    UNLISTED_NAME,
    Lexicon,
    flags_of,
    kind_of,
    zipf_of,
)
from newslint.words.parts import FUNCTION, PARTICLES, PREFIXES, SMALL, Parts, derived, run_on
from newslint.words.places import Place
from newslint.words.weights import RUN_ON, SLIP

KNOWN, EDIT, TOGETHER = "known", "edit", "run-on"
MOST = 3                                    # suggestions
SHORTEST, LONGEST = 3, 30                   # letters of a word that is judged
FLOOR, CEILING = 0.6, 7.5                   # zipf values beyond which counts say nothing more
PAIR, PAIR_COST = 0.485, 2.45               # how likely a lost space is beside other slips
UNLIKE = 2.5                                # cost of a known misspelling that no slip explains
# Beyond any other right word by this (a hundred times likelier), the one in the list of known misspellings is the only
# one. Many of those in the list were typed in a hurry: inspectin is there for inspection alone.
ONLY, ONLY_LETTERS = 2.0, 4
CLASS_TRAITS = {3: "rare", 4: "very rare", OTHER_LIST: "other list", SEEN: "seen", UNLISTED_NAME: "a name"}
LATIN = compiled(r".{3,}(?:us|um|ae|is|a|i|ii|o)$")
TRIPLE = compiled(r"(.)\1\1")
INFLECTED = compiled(r".{2,}(?:ing|ed|ly|ous|ive|ent|est)$")

SPEECH = frozenset("said says told tells adds added asked asks insists insisted agrees agreed who".split())
NEVER = -99.0

Traits = dict[str, float]


class Verdict(NamedTuple):
    """What a word seems to be, wherever it stands."""

    kind: str                               # known | edit | run-on
    score: float
    suggestions: tuple[str, ...]            # best first, in small letters
    plain: bool = False                     # run-on: with a word that no compound is made of
    only: bool = False                      # known: it stands for nothing else


def judge(data: Lexicon, word: str) -> Verdict | None:
    """The verdict on a word in small letters; None where nothing speaks against it."""
    if not SHORTEST <= len(word) <= LONGEST or not word.isascii() or not word.isalpha() \
            or kind_of(data, word) <= ORDINARY:
        return None
    slip = judge_slip(data, word)
    parts = run_on(data, word) if len(word) > 4 else None
    if parts and parts.first in PREFIXES and parts.first != "in" and parts.second not in FUNCTION:
        parts = None                        # supersoft, outperformance
    joined = f"{parts.first} {parts.second}" if parts else ""
    if parts and slip and slip.kind != KNOWN and lost_space(parts) < slip.likely:
        ranked = [*slip.rights[:1], joined, *slip.rights[1:]]
        return Verdict(slip.kind, total(slip.traits, SLIP), tuple(ranked[:MOST]))
    if parts and not (slip and slip.kind == KNOWN):
        plain = parts.first in FUNCTION or parts.second in FUNCTION
        ranked = [joined, *(slip.rights if slip else ())]
        return Verdict(TOGETHER, total(run_on_traits(data, word, parts), RUN_ON), tuple(ranked[:MOST]), plain)
    # “arange of” may be short of a space.
    only = slip is not None and slip.only and not (
        (apart := parts or run_on(data, word)) and lost_space(apart) > slip.likely - ONLY)
    return slip and Verdict(slip.kind, total(slip.traits, SLIP), tuple(slip.rights[:MOST]), only=only)


def lost_space(parts: Parts) -> float:
    """How likely it is that a space was lost here, beside the other slips. The last letter lost its space before an
    article more often than it was typed too much."""
    return PAIR * parts.zipf - PAIR_COST + 1.2 * (parts.second == "a")


class Slip(NamedTuple):
    kind: str                               # known | edit
    rights: list[str]                       # best first
    only: bool                              # the list of known misspellings has but one, and nothing else comes near
    likely: float                           # zipf of the first, less what the slip costs
    traits: Traits


def judge_slip(data: Lexicon, word: str) -> Slip | None:
    """What the word is a slip for, if it is one."""
    costs = candidates(data, word)
    rights = sorted(costs, key=lambda right: (costs[right] - zipf_of(data, right), right))
    known = [right for value in data.slips.get(word, ()) for right in value.decode().split(",")]
    known.sort(key=lambda right: costs.get(right, UNLIKE) - zipf_of(data, right))
    rights = [*known, *(right for right in rights if right not in known)]
    if not rights:
        return None
    cost = costs.get(rights[0], UNLIKE)
    zipf = zipf_of(data, rights[0])
    kind = KNOWN if known else EDIT
    likely = zipf - cost
    only = len(known) == 1 and len(word) >= ONLY_LETTERS and all(
        likely - zipf_of(data, right) + costs[right] >= ONLY for right in rights[1:])
    return Slip(kind, rights, only, likely, slip_traits(data, word, rights[0], cost, bool(known)))


def slip_traits(data: Lexicon, word: str, right: str, cost: float, known: bool) -> Traits:
    kind, zipf, size = kind_of(data, word), zipf_of(data, word), len(word)
    traits = {"bias": 1.0, "gap": min(CEILING, zipf_of(data, right)) - max(zipf, FLOOR), "cost": cost,
              "seen often": max(0.0, zipf - 1.5)}
    yes = {"two slips": cost >= TWO_SLIPS, "3 letters": size == 3, "4 letters": size == 4, "5 letters": size == 5,
           "6 letters": size in (6, 7), "10 letters": size >= 10, "known": known,
           "known, 3 letters": known and size == 3, "known, 4 letters": known and size == 4,
           CLASS_TRAITS.get(kind, ""): True, "derived": not known and derived(data, word),
           "s": word + "s" == right or right + "s" == word,
           "latin": not known and LATIN.match(word) is not None, "triple": TRIPLE.search(word) is not None}
    return traits | {name: 1.0 for name, true in yes.items() if true and name}


def run_on_traits(data: Lexicon, word: str, parts: Parts) -> Traits:
    kind, size = kind_of(data, word), len(word)
    both = [parts.first in FUNCTION, parts.second in FUNCTION]
    function = any(both)
    traits = {"bias": 1.0, "pair": parts.zipf - 8.0, "zipf": zipf_of(data, word)}
    yes = {"function": function, "both": all(both),
           "particle": not function and (parts.first in PARTICLES or parts.second in PARTICLES),
           "9 letters": size >= 9, "11 letters": size >= 11, "14 letters": size >= 14, "17 letters": size >= 17,
           "first inflected": INFLECTED.match(parts.first) is not None,
           "first plural": len(parts.first) > 3 and parts.first[-1] == "s" and parts.first[-2] != "s",
           "short compound": not function and size <= 10, "derived": derived(data, word),
           "seen": kind in (SEEN, UNLISTED_NAME), "listed": kind in (3, 4, OTHER_LIST)}
    return traits | {name: 1.0 for name, true in yes.items() if true}


def weigh(data: Lexicon, word: str, verdict: Verdict, place: Place, times: int, as_name: bool) -> float:
    """The score of the verdict at one place. `times`: how often the article has the word, in any case; `as_name`:
    whether it has it with a capital inside a sentence."""
    if place.quoted or place.hyphened == "name" or _clipped(word.lower(), verdict.suggestions[0], place.clipped) \
            or _bitten(data, word.lower(), place):
        return NEVER
    traits = place_traits(data, word, place, times, as_name, verdict.kind == KNOWN)
    return verdict.score + total(traits, RUN_ON if verdict.kind == TOGETHER else SLIP)


def _clipped(word: str, right: str, side: str) -> bool:
    """Whether an apostrophe stands for what is missing: ’orrible, goin’."""
    return side == "before" and right.endswith(word) or side == "after" and right.startswith(word)


def _bitten(data: Lexicon, word: str, place: Place) -> bool:
    """Whether a space bit the word in two, beside which no correction of this part is right: “tre k”, “defen s es”,
    “Polt orak”."""
    if place.before.istitle() and len(word) <= 5 and word not in data.slips:
        flags = flags_of(data, place.before.lower())
        if flags & CLASSES > ORDINARY and not flags & NAME:
            return True
    for neighbour, whole in ((place.before, place.before + word), (place.after, word + place.after)):
        if neighbour.islower() and (len(neighbour) == 1 and neighbour not in SMALL or kind_of(data, whole) <= ORDINARY):
            return True
    return False


def place_traits(data: Lexicon, word: str, place: Place, times: int, as_name: bool, known: bool) -> Traits:
    capital = word[0].isupper()
    strange = sum(_strange(data, neighbour) for neighbour in place.around)
    hyphened = place.hyphened != ""
    yes = {"capital": capital, "capital, short": capital and len(word) <= 5,
           "capital, long": capital and len(word) >= LONG, "capital next": capital and place.after[:1].isupper(),
           "speaks": capital and place.after in SPEECH, "as name": as_name, "hyphened": hyphened,
           "hyphened, short": hyphened and len(word) < 5,
           "strange": strange > 0, "foreign": strange > 1, "plainly foreign": strange > 2,
           "between capitals": not capital and place.before[:1].isupper() and place.after[:1].isupper()}
    traits = {name: 1.0 for name, true in yes.items() if true}
    if not known:
        traits["repeated"] = float(min(times - 1, 3))
    return traits


def _strange(data: Lexicon, neighbour: str) -> bool:
    """Whether a word near is none of English: several of them are another language, or names in small letters."""
    return neighbour.islower() and (len(neighbour) > 1 and neighbour.isalpha() and neighbour not in data.slips
                                    and kind_of(data, neighbour) > ORDINARY
                                    or not neighbour.isascii() and "’" not in neighbour)


def total(traits: Traits, weights: dict[str, float]) -> float:
    return sum(weights.get(name, 0.0) * value for name, value in traits.items())
