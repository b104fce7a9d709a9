"""How often a rare word typed for a common one is found, and what is flagged on clean text.

    python -m tests.quality.realword FOLDER… [--half dev|test|all] [--pairs N] [--sheet FILE] [--misses FILE]

The pairs are made anew here, not taken from newslint's own list: rare words of SCOWL (zipf below 2.5 by wordfreq, or by newslint's
lexicon where that is not installed) one slip away from a word at least as common as 4.0 and twenty times as common, plain -s, -d, -r
and -e left out. Where the common word stands in small letters, no hyphen beside it, the rare one is put in its place, one at a
time. “Each pair alike” is the mean over pairs, “as met” weighs them by how often the common word is met.
"""
from __future__ import annotations

import argparse
import math
import re
from collections import defaultdict
from collections.abc import Callable
from importlib.util import find_spec
from random import Random
from typing import NamedTuple

from newslint import engine, pack
from newslint.formats import text as text_format
from newslint.model import touches
from tests.quality import texts, verdicts, wordlists
from tests.quality.slips import WORD
from tests.quality.speller import Flag
from tests.quality.texts import Text

RULE = "spelling/real-word"
RARE, COMMON, RATIO = 2.5, 4.0, math.log10(20)
TIMES = 3                                   # places a pair is tried in
PAIRS = 1500
LETTERS = "abcdefghijklmnopqrstuvwxyz"


class Pair(NamedTuple):
    typed: str
    meant: str


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.quality.realword")
    parser.add_argument("paths", nargs="+", metavar="FOLDER")
    parser.add_argument("--half", choices=("dev", "test", "all"), default="test")
    parser.add_argument("--pairs", type=int, default=PAIRS, help="try so many, drawn; 0: all")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--scowl", default=wordlists.SCOWL)
    parser.add_argument("--sheet", help="write the flags on clean text that nobody has judged")
    parser.add_argument("--misses", help="write the slips that were not found, or not with the right word first")
    options = parser.parse_args()
    report(options.paths, options.half, options.pairs, options.seed, options.scowl, options.sheet, options.misses)


def report(paths: list[str], half: str = "test", count: int = PAIRS, seed: int = 7, scowl: str = wordlists.SCOWL,
           sheet: str | None = None, misses: str | None = None) -> None:
    ready = pack.of([rule for rule in pack.rules([]) if rule.id == RULE])
    clean = texts.read(paths, half)
    false = [(text, flag) for text in clean for flag in flags(text.text, ready)]
    words = sum(len(WORD.findall(text.text)) for text in clean)
    judged = verdicts.read()
    right = sum(judged.get(verdicts.key(text, flag)) == "right" for text, flag in false)
    print(f"real words, {half} half: {len(clean)} articles, {words:,} words: {len(false)} flags, {right} of them judged right, "
          f"{1000 * (len(false) - right) / max(1, words):.3f} false in 1,000 words")
    if sheet:
        print(f"  {verdicts.write_sheet(sheet, false, judged)} flags to judge in {sheet}")
    known, source = wordlists.words(scowl)
    source += ", wordfreq" if find_spec("wordfreq") else ", newslint's own frequencies (pip install wordfreq)"
    all_pairs = pairs(known)
    met = places(clean, {pair.meant for pair in all_pairs})
    random = Random(seed)
    drawn = [pair for pair in sorted(all_pairs) if pair.meant in met]
    drawn = random.sample(drawn, min(count or len(drawn), len(drawn)))
    if not drawn:
        return
    alike = as_met = weights = found = first = 0.0
    lines = []
    for pair in drawn:
        tried = random.sample(met[pair.meant], min(TIMES, len(met[pair.meant])))
        hits = 0
        for number, start in tried:
            text = clean[number].text
            slipped = text[:start] + pair.typed + text[start + len(pair.meant):]
            there = [flag for flag in flags(slipped, ready) if flag.start == start]
            hits += bool(there)
            first += bool(there) and there[0].suggestions[0] == pair.meant
            if not there or there[0].suggestions[0] != pair.meant:
                around = " ".join(slipped[max(0, start - 40):start + 40].split())
                lines.append(f"{pair.typed}\t{pair.meant}\t{there[0].suggestions[0] if there else ''}\t{around}\n")
        found += hits
        alike += hits / len(tried)
        as_met += len(met[pair.meant]) * hits / len(tried)
        weights += len(met[pair.meant])
    print(f"  {len(drawn)} of {len(all_pairs)} pairs ({source}, seed {seed}): found {alike / len(drawn):.3f} each pair alike, "
          f"{as_met / weights:.3f} as met; right word first in {first / max(1, found):.3f} of those")
    if misses:
        with open(misses, "w", encoding="utf-8") as file:
            file.writelines(lines)


def flags(text: str, ready: pack.Pack) -> list[Flag]:
    return [Flag(one.start, one.end, one.suggestions, one.level, one.rule, one.message)
            for one in engine.check(text_format.read("text.txt", text)[0], ready) if one.rule == RULE]


def pairs(known: frozenset[str]) -> list[Pair]:
    zipf = _zipf()
    words = {word for word in known if re.fullmatch("[a-z]{2,}", word)}
    common = {word for word in words if zipf(word) >= COMMON and len(word) > 2}
    return [Pair(typed, meant) for meant in sorted(common) for typed in sorted(_edits(meant) & words)
            if 0 < zipf(typed) < RARE and zipf(meant) - zipf(typed) >= RATIO and not _inflected(typed, meant)]


def _zipf() -> Callable[[str], float]:
    if find_spec("wordfreq"):
        from wordfreq import zipf_frequency

        return lambda word: zipf_frequency(word, "en", "large")
    from newslint.words.lexicon import lexicon, zipf_of

    return lambda word: zipf_of(lexicon(), word)


def _edits(word: str) -> set[str]:
    splits = [(word[:place], word[place:]) for place in range(len(word) + 1)]
    return {before + after[1:] for before, after in splits} \
        | {before + after[1] + after[0] + after[2:] for before, after in splits if len(after) > 1} \
        | {before + letter + after[skip:] for before, after in splits for letter in LETTERS for skip in (0, 1)} - {word}


def _inflected(one: str, other: str) -> bool:
    shorter, longer = sorted((one, other), key=len)
    return longer[:-1] == shorter and longer[-1] in "sdre"


def places(clean: list[Text], words: set[str]) -> dict[str, list[tuple[int, int]]]:
    """Where each of these words stands in small letters, no hyphen beside it, in the article's own words: number of the
    text, offset."""
    found: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for number, text in enumerate(clean):
        document = text_format.read("text.txt", text.text)[0]
        for match in re.finditer(r"(?<![\w'’/-])[a-z]+(?![\w/-]|['’]\w)", text.text):
            if match[0] in words and not touches(document.quotations, *match.span()):
                found[match[0]].append((number, match.start()))
    return found


if __name__ == "__main__":
    main()
