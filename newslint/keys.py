"""What the automaton looks for: keys for every phrase and regex, as few and as rarely met as can be.

A phrase of a few strings is its own key. One that stands for hundreds (“(pour|poured) over (the|his) (books|notes)”)
has as keys some words, or pairs of words, of which every one of its strings holds one. A regex has needles
(needles.py). Where keys would be met too often, RE2 looks for the whole instead.
"""
from __future__ import annotations

import os
import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from heapq import heapify, heappop, heappush
from itertools import accumulate, pairwise
from typing import Any, NamedTuple

from newslint.match import AFTER, BEFORE, LEADS, PARTS, SHORT, USES, Keys, Net, Plan
from newslint.needles import EDGE, WORD, has_rare_sign, needle_sets
from newslint.relax import relax, relaxed_text

FEW = 6                                     # strings of a phrase that are as well looked for as they are
OWN_COST = 25.0                             # of one more key, in meetings a million words: it makes every start slower
TOO_OFTEN = 6000.0                          # meetings a million words that cost more than a place in the RE2 set
BESIDE, BESIDE_TIMES = 30, 10000.0          # words to look for beside a key at most, and their times in a million
BESIDE_SIZES, FEW_BESIDE = (7, 5, 4, 3), 60   # characters beside a key that are compared, and how many of them
SIGN_TIMES = 60.0                           # meetings a million words of a rare sign


def plan(phrases: list[list[str]], regexes: list[tuple[str, int, int]], right: dict[int, str]) -> Plan:
    """The keys of these phrases (all their strings, folded) and regexes, and what is right, as Need has them."""
    needles = [list(needle_sets(pattern, flags)) for pattern, flags, _ in regexes]
    alternatives = (*phrases, *(strings for sets in needles for strings in sets))
    costs = _Costs({string.replace(EDGE, "") for strings in alternatives for string in strings})
    relaxed = [relax(pattern, flags) for pattern, flags, _ in regexes]
    always: list[int] = []
    beside: dict[int, list[str]] = {}
    net, short = _net(), _net()
    for number, strings in enumerate(phrases):
        if len(strings) <= FEW:
            for string in strings:
                net.rare.uses.setdefault(string, ([], [], []))[0].append(number)
            continue
        marked = [f"{EDGE}{string}{EDGE}" for string in strings]
        keys = _keys(marked, costs.of)
        too_often = sum(map(costs.of, keys)) > TOO_OFTEN
        if too_often:
            net.gated_phrases.append((number, _form(strings)))
        for key in keys:
            lead = _lead(number, key, strings)
            (net.common if too_often else net.rare).uses.setdefault(key.text, ([], [], []))[1].append(lead)
    for number, sets in enumerate(needles):
        of, its_net = (costs.in_short, short) if 0 < regexes[number][2] <= SHORT else (costs.of, net)
        best, needed = min(((_keys(sorted(strings), of), strings) for strings in sets), default=(None, ()),
                           key=lambda found: (sum(map(of, found[0])), found[0]))
        too_often = relaxed[number] is not None and (best is None or sum(map(of, best)) > TOO_OFTEN)
        if too_often:
            its_net.gated.append(number)
        if best is None:
            (its_net.bare_regexes if too_often else always).append(number)
            continue
        others = [found for strings in sets if (found := costs.beside(sorted(strings), best))]
        if others:
            beside[number] = min(others)
        chosen = its_net.common if too_often else its_net.rare
        for key in best:
            lead = _lead(number, key, [string.replace(EDGE, "") for string in needed])
            chosen.uses.setdefault(key.text, ([], [], []))[2].append(lead)
            if not key.closed:
                chosen.bare.add(key.text)
    return Plan(_ready(net), _ready(short), relaxed, always, right, beside)


class _Keys(NamedTuple):
    uses: dict[str, tuple[list[int], list[str], list[str]]]     # key -> phrases that are it, leads, regexes
    bare: set[str]                          # keys of regexes that may stand inside a word


class _Net(NamedTuple):
    rare: _Keys
    common: _Keys
    bare_regexes: list[int]
    gated: list[int]
    gated_phrases: list[tuple[int, str]]


def _net() -> _Net:
    return _Net(_Keys({}, set()), _Keys({}, set()), [], [], [])


def _ready(net: _Net) -> Net:
    return Net(_sorted(net.rare), _sorted(net.common), *net[2:])


def _sorted(keys: _Keys) -> Keys:
    strings = sorted(keys.uses)
    bare = [number for number, key in enumerate(strings)
            if key in keys.bare or not (key[0].isalnum() and key[-1].isalnum())
            or any(char > "z" and not char.isalnum() for char in key)]
    lines = [USES.join((" ".join(map(str, whole)), LEADS.join(leads), LEADS.join(regexes)))
             for whole, leads, regexes in map(keys.uses.__getitem__, strings)]
    return Keys("\n".join(strings), "\n".join(lines), bare)


def _lead(number: int, key: _Key, strings: Iterable[str]) -> str:
    """The phrase or regex of this number, and the beginnings of what stands after its key in these strings, else the
    ends of what stands before it, if they are few."""
    regex = rf"(?<![^\W_]){re.escape(key.text)}(?![^\W_])" if key.closed else f"(?={re.escape(key.text)})"
    around = [(string[:place.start()], string[place.start() + len(key.text):])
              for string in strings for place in re.finditer(regex, string)]
    for side, texts in ((AFTER, [after for _, after in around]), (BEFORE, [before for before, _ in around])):
        for size in BESIDE_SIZES if all(texts) else ():
            cut = {text[:size] if side == AFTER else text[-size:] for text in texts}
            if len(cut) <= FEW_BESIDE:
                return PARTS.join((str(number), side, *sorted(cut)))
    return str(number)


def _form(strings: list[str]) -> str:
    """An RE2 source of all these strings, for ascii_bytes; words with the same sequels, or the same beginnings, share
    them, whichever is shorter."""
    words = [re.findall(r"\s*\S+", string) for string in strings]
    form = min(_shared(words, backwards=False), _shared([each[::-1] for each in words], backwards=True), key=len)
    # A phrase may follow a “_”, and é is a “?” there.
    return rf"(?:\b|_){form}" if all(string[0].isascii() and string[0].isalnum() for string in strings) else form


def _shared(rows: list[list[str]], backwards: bool) -> str:
    tree: dict[str, Any] = {}
    for row in rows:
        branch = tree
        for word in row:
            branch = branch.setdefault(word, {})
        branch[""] = {}
    return _choices(tree, backwards)


def _choices(tree: dict[str, Any], backwards: bool) -> str:
    words_of: dict[str, list[str]] = {}
    for word, branch in tree.items():
        if word:
            words_of.setdefault(_choices(branch, backwards), []).append(relaxed_text(word))
    choices = [f"{rest}(?:{'|'.join(sorted(words))})" if backwards else f"(?:{'|'.join(sorted(words))}){rest}"
               for rest, words in sorted(words_of.items())]
    if not choices:
        return ""
    return f"(?:{'|'.join(choices)}){'?' if '' in tree else ''}"


class _Costs:
    """How often strings are met in news, by newswords.txt: the commonest words and pairs of words, with their times in
    a million words (counted by tests/quality/newswords.py)."""

    def __init__(self, strings: set[str]) -> None:
        self.known: dict[_Key, float] = {}
        self.times = _news_words()
        parts = {part for string in strings for part in _parts(string)}
        self.inside = self._inside({part for part in parts if " " not in part}, pairs=False)
        self.inside.update(self._inside({part for part in parts if " " in part}, pairs=True))

    def _inside(self, parts: set[str], pairs: bool) -> dict[str, float]:
        """How often each of these words, or pairs of words, is met, in longer words too."""
        import ahocorasick_rs

        wanted = sorted(parts)
        met = dict.fromkeys(wanted, 1.0)
        known = [text for text in self.times if (" " in text) is pairs]
        starts = list(accumulate((len(text) + 1 for text in known), initial=0))
        automaton = ahocorasick_rs.AhoCorasick(wanted or ["-"])
        for index, start, _ in automaton.find_matches_as_indexes("\n".join(known), overlapping=True):
            met[wanted[index]] += self.times[known[bisect_right(starts, start) - 1]]
        return met

    def of(self, key: _Key) -> float:
        """Meetings of a key in a million words, and what it costs to have it."""
        if key not in self.known:
            self.known[key] = self._of(key)
        return self.known[key]

    def _of(self, key: _Key) -> float:
        words = WORD.findall(key.text)
        if has_rare_sign(key.text):
            times = SIGN_TIMES if key.text.isascii() and key.text.isprintable() else 1.0
            return OWN_COST + min([times, *(self.inside.get(word, 1.0) for word in words)])
        if len(words) == 1 and key.text.strip() != words[0] and key.text.isascii():
            return OWN_COST + self.times.get(words[0], 4) / 10      # with a sign, such as the apostrophe of “its'”
        if len(words) == 1 and key.closed:
            # Where it is met inside longer words is seen at once.
            return OWN_COST + self.times.get(words[0], 4) + self.inside.get(words[0], 1.0) / 10
        # A pair that is not among the common ones is met fewer than eight times in a million words; of a word's end, or
        # beginning, the pair says nothing.
        pairs = [self.times.get(f"{one} {other}", 4) + self.inside.get(f"{one} {other}", 1.0) / 5
                 for one, other in pairwise(words) if key.closed or len(one) > 2 and len(other) > 2]
        return OWN_COST + min([1e6, *pairs, *(self.inside.get(word, 1.0) for word in words)])

    def beside(self, strings: list[str], keys: list[_Key]) -> list[str]:
        """Words of which each of these strings holds one beside its key, if they are few and rare: where a key is met
        without any of them in the paragraph, nothing else need be looked at."""
        taken = {word for key in keys for word in WORD.findall(key.text)}
        held: dict[str, set[str]] = {}
        for string in strings:
            for word in WORD.findall(string):
                if len(word) > 2 and word not in taken:
                    held.setdefault(word, set()).add(string)
        if len(set().union(*held.values())) < len(set(strings)):
            return []
        chosen: list[str] = []
        times = 0.0
        while held:
            word = max(sorted(held), key=lambda word: len(held[word]) / (20 + self.times.get(word, 4)))
            found = held.pop(word)
            chosen.append(word)
            times += self.inside.get(word, 1.0)
            if len(chosen) > BESIDE or times > BESIDE_TIMES:
                return []
            held = {other: rest for other, its in held.items() if (rest := its - found)}
        return sorted(chosen)

    def in_short(self, key: _Key) -> float:
        """The same for a regex that is only for short paragraphs: little of the text is in those, but headlines are."""
        return OWN_COST / 2 + (self.of(key) - OWN_COST) / 2


def _parts(string: str) -> Iterator[str]:
    words = WORD.findall(string)
    yield from words
    for one, other in pairwise(words):
        yield f"{one} {other}"


@lru_cache
def _news_words() -> dict[str, int]:
    with open(os.path.join(os.path.dirname(__file__), "newswords.txt"), encoding="utf-8") as file:
        return {text: int(times) for text, _, times in (line.partition("\t") for line in file)}


class _Key(NamedTuple):
    text: str
    closed: bool                            # no letter or figure stands next to it


def _keys(strings: list[str], cost: Callable[[_Key], float]) -> list[_Key]:
    """Words and pairs of words, of which every one of these strings holds one. EDGE in a string is an end of a word."""
    held: dict[_Key, set[str]] = {}
    for string in strings:
        words = list(WORD.finditer(string))
        spans = [word.span() for word in words if len(word[0]) > 2]
        # The end of a contraction makes no good beginning: “’s to” is met in “plans to”.
        spans += [(a.start(), b.end()) for a, b in pairwise(words) if string[a.start() - 1] != "'"] + [(0, len(string))]
        for start, end in spans:
            closed = not (string[start - 1:start] or string[start]).isalnum() \
                and not (string[end:end + 1] or string[end - 1]).isalnum()
            held.setdefault(_Key(string[start:end].replace(EDGE, ""), closed), set()).add(string)
    # The best key first, again and again; one that was better when more strings were left is put back.
    chosen: list[_Key] = []
    taken: set[str] = set()
    waiting = [(-len(its) / cost(key), key) for key, its in held.items()]
    heapify(waiting)
    while len(taken) < len(strings):
        value, key = heappop(waiting)
        left = held[key] - taken
        now = -len(left) / cost(key)
        if now == value:
            chosen.append(key)
            taken |= left
        elif left:
            heappush(waiting, (now, key))
    return chosen
