"""How many typing slips newslint finds, how often it is wrong on clean text, and how others do on the same text.

    python -m tests.quality.spelling FOLDER… [--half dev|test|all] [--words N] [--list FILE…] [--sheet FILE] [--misses FILE]

Slips (slips.py) are put into half of the articles, and newslint's rules of spelling run over text with and without them, once
with all they know and once with half of the known misspellings withheld. A slip is found where a flag touches it. One that
gives a word (“form” for “from”) is counted apart: it takes other means. Flags on clean text are told as they are and less those
that verdicts/spelling-*.tsv calls right. `--sheet` writes the flags nobody has judged, for verdicts to be filled in.
"""
from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import partial
from random import Random
from typing import NamedTuple

from tests.quality import speller, texts, verdicts, wordlists
from tests.quality.slips import SHARES, WORD, Slip, typed, withheld
from tests.quality.speller import Flag
from tests.quality.texts import Text, number

SPELLING = ("list", "key", "run-on", "split")       # what a speller is there for
LEVELS = {"error": ("error",), "warning": ("error", "warning")}
SAMPLE = 150_000                                    # words, for a quick look


class Sample(NamedTuple):
    clean: list[Text]
    typed: list[str]
    slips: list[list[Slip]]
    words: int
    real: frozenset[str]                    # words that are no misspelling


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.quality.spelling")
    parser.add_argument("paths", nargs="+", metavar="FOLDER")
    parser.add_argument("--half", choices=("dev", "test", "all"), default="test")
    parser.add_argument("--words", type=int, default=0, help="a sample of about so many words (all)")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--list", action="append", default=[], help="misspellings: wrong->right a line, or typos-dict's word_codegen.rs")
    parser.add_argument("--scowl", default=wordlists.SCOWL, help="folder of SCOWL's lists, for what is a word")
    parser.add_argument("--alone", action="store_true", help="newslint only")
    parser.add_argument("--sheet", help="write the flags on clean text that nobody has judged")
    parser.add_argument("--misses", help="write the slips that no rule found")
    options = parser.parse_args()
    report(options.paths, options.half, options.words, options.seed, options.list, options.scowl, options.alone,
           options.sheet, options.misses)


def report(paths: Sequence[str], half: str = "test", words: int = SAMPLE, seed: int = 7, lists: Sequence[str] = (),
           scowl: str = wordlists.SCOWL, alone: bool = False, sheet: str | None = None, misses: str | None = None) -> None:
    typos = wordlists.typos(lists)
    if not typos:
        print("spelling: no list of misspellings: pip install codespell, or name one with --list FILE")
        return
    real, source = wordlists.words(scowl)
    sample = draw(paths, half, words, seed, typos, real)
    if not sample.words:
        print(f"spelling: no text of the {half} half")
        return
    judged = verdicts.read()
    slips = [slip for its_slips in sample.slips for slip in its_slips]
    collisions = sum(is_word(slip, real) for slip in slips)
    print(f"spelling, {half} half: {len(sample.clean)} articles, {sample.words:,} words, {len(slips)} slips (seed {seed}); "
          f"{collisions} of them are words by {source}")
    print(f"{'found of each kind':<34}" + "".join(f"{kind:>8}" for kind in SHARES)
          + f"{'words':>8}{'spelling':>10}{'withheld':>10}{'first':>7}{'in 3':>7}{'flags in 1,000, less right':>29}{'µs/word':>9}")
    clean = [text.text for text in sample.clean]
    for name, run in (("newslint", speller.newslint), ("half withheld", partial(speller.newslint, withhold=True))):
        on_clean, on_typed = run(clean), run(sample.typed)
        for level, among in LEVELS.items():
            flags = [[flag for flag in its_flags if flag.level in among] for its_flags in on_typed.flags]
            false = [(text, flag) for text, its_flags in zip(sample.clean, on_clean.flags) for flag in its_flags
                     if flag.level in among]
            tell(f"{name}, {level}", sample, flags, false, on_clean.seconds, judged)
        if name == "newslint":
            if sheet:
                print(f"  {verdicts.write_sheet(sheet, false, judged)} flags to judge in {sheet}")
            if misses:
                write_misses(misses, sample, on_typed.flags)
            by_rule(false, judged)
    for name, tool in () if alone else speller.others():
        if isinstance(tool, str):
            print(f"{name}: {tool}")
        else:
            on_clean = tool(clean)
            false = [(text, flag) for text, its_flags in zip(sample.clean, on_clean.flags) for flag in its_flags]
            tell(name, sample, tool(sample.typed).flags, false, on_clean.seconds, judged)


def draw(paths: Sequence[str], half: str, words: int, seed: int, typos: dict[str, list[str]], real: frozenset[str]) -> Sample:
    """The texts of a half, or some of them that come to about so many words, with and without slips."""
    clean = texts.read(paths, half)
    if words:
        Random(seed).shuffle(clean)
    sample = Sample([], [], [], 0, real)
    for text in clean:
        if words and sample.words >= words:
            break
        slipped, slips = typed(text.text, Random(number(f"{seed}:{text.path}:{text.line}")), typos)
        sample.clean.append(text)
        sample.typed.append(slipped)
        sample.slips.append(slips)
        sample = sample._replace(words=sample.words + len(WORD.findall(text.text)))
    return sample


def is_word(slip: Slip, real: frozenset[str]) -> bool:
    """Whether it is spelt right, and only wrong where it stands."""
    return slip.kind in ("list", "key", "run-on") and (slip.wrong.lower() in real)


def tell(name: str, sample: Sample, flags: list[list[Flag]], false: list[tuple[Text, Flag]], seconds: float,
         judged: dict[verdicts.Key, str]) -> None:
    """One line of the table."""
    found: Counter[str] = Counter()
    of: Counter[str] = Counter()
    ranks: Counter[int] = Counter()
    for text, its_slips, its_flags in zip(sample.typed, sample.slips, flags):
        for slip in its_slips:
            flag = best(text, slip, its_flags)
            for group in groups(slip, sample.real):
                of[group] += 1
                found[group] += flag is not None
            if flag and slip.kind in SPELLING and not is_word(slip, sample.real):
                ranks[rank(text, slip, flag)] += 1
    right = sum(judged.get(verdicts.key(text, flag)) == "right" for text, flag in false)
    shares = "".join(f"{found[kind] / of[kind]:8.3f}" if of[kind] else f"{'–':>8}" for kind in (*SHARES, "words"))
    shares += "".join(f"{found[group] / of[group]:10.3f}" if of[group] else f"{'–':>10}" for group in ("spelling", "withheld"))
    first, third = (sum(ranks[place] for place in range(end)) / max(1, ranks.total()) for end in (1, 3))
    rates = f"{1000 * len(false) / sample.words:.3f}, {1000 * (len(false) - right) / sample.words:.3f}"
    print(f"{name:<34}{shares}{first:7.3f}{third:7.3f}{rates:>29}{1e6 * seconds / sample.words:9.2f}")


def groups(slip: Slip, real: frozenset[str]) -> Iterable[str]:
    if is_word(slip, real):
        yield "words"
        return
    yield slip.kind
    if slip.kind in SPELLING:
        yield "spelling"
    if slip.kind == "list" and withheld(slip.wrong):
        yield "withheld"


def best(text: str, slip: Slip, flags: Iterable[Flag]) -> Flag | None:
    """Of the flags that touch a slip, the one with the best suggestion."""
    touching = [flag for flag in flags if flag.start < slip.end and slip.start < flag.end]
    return min(touching, key=lambda flag: rank(text, slip, flag), default=None)


def rank(text: str, slip: Slip, flag: Flag) -> int:
    """The place of the suggestion that mends the slip, from 0; 99 where none does."""
    start, end = min(slip.start, flag.start), max(slip.end, flag.end)
    wanted = (text[start:slip.start] + slip.right + text[slip.end:end]).lower()
    for place, suggestion in enumerate(flag.suggestions):
        if (text[start:flag.start] + suggestion + text[flag.end:end]).lower() == wanted:
            return place
    return 99


def by_rule(false: list[tuple[Text, Flag]], judged: dict[verdicts.Key, str]) -> None:
    counts: Counter[tuple[str, str]] = Counter()
    for text, flag in false:
        counts[flag.level, flag.rule] += 1
        counts[flag.level, f"{flag.rule} {judged.get(verdicts.key(text, flag), 'not judged')}"] += 1
    for level, rule in sorted(key for key in counts if " " not in key[1]):
        judgements = ", ".join(f"{counts[level, f'{rule} {word}']} {word}" for word in (*verdicts.VERDICTS, "not judged")
                               if counts[level, f"{rule} {word}"])
        print(f"    {level:<8} {rule}: {judgements}")


def write_misses(path: str, sample: Sample, flags: list[list[Flag]]) -> None:
    with open(path, "w", encoding="utf-8") as file:
        for text, its_slips, its_flags in zip(sample.typed, sample.slips, flags):
            for slip in its_slips:
                flag = best(text, slip, its_flags)
                if flag is None or rank(text, slip, flag):
                    state = "missed" if flag is None else f"{flag.level} {flag.rule}: {' | '.join(flag.suggestions)}"
                    around = " ".join(text[max(0, slip.start - 40):slip.end + 40].split())
                    word = "word" if is_word(slip, sample.real) else ""
                    print(slip.kind, word, slip.wrong, slip.right, state, around, sep="\t", file=file)


if __name__ == "__main__":
    main()
