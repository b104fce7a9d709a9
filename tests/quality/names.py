"""How much drift of names is found: put into articles, and between pairs of spellings; and what comparing files costs.

    python -m tests.quality.names CORPUS…                 surnames and given names respelt in the articles of a folder
    python -m tests.quality.names --pairs FILE.jsonl      rows of {pair, same, distance}: precision and recall by distance
    python -m tests.quality.names --cost FOLDER…          CPU of the second pass over more and more of the articles
"""
from __future__ import annotations

import argparse
import gc
import json
import random
import re
import time
from collections import defaultdict

from newslint.formats import text as text_format
from newslint.model import Document
from newslint.names import across
from newslint.names.drift import drifts
from newslint.names.fullnames import one_given_name
from newslint.names.index import names_of, of_surname
from newslint.names.likeness import alike, sounds, womans_form
from tests.quality import texts

LETTERS = "abcdefghijklmnopqrstuvwxyz"
TRIED = 3                                   # names of an article that are respelt, each by itself
# Two ways of writing one sound.
SPELLINGS = (("y", "i"), ("i", "y"), ("ei", "ey"), ("ey", "ei"), ("k", "c"), ("c", "k"), ("ph", "f"), ("f", "ph"), ("ou", "u"), ("u", "ou"),
             ("q", "k"), ("ll", "l"), ("nn", "n"), ("tt", "t"), ("mm", "m"), ("ss", "s"), ("kh", "h"), ("ee", "i"), ("oo", "u"))


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.quality.names")
    parser.add_argument("paths", nargs="*", metavar="FOLDER")
    parser.add_argument("--pairs", metavar="FILE")
    parser.add_argument("--cost", action="store_true")
    parser.add_argument("--seed", type=int, default=7)
    options = parser.parse_args()
    if options.pairs:
        pairs(options.pairs)
    if options.paths:
        documents = [text_format.read(text.path, text.text)[0] for text in texts.read(options.paths)]
        cost(documents) if options.cost else injected(documents, options.seed)


def injected(documents: list[Document], seed: int) -> None:
    """One name respelt at one place, in an article in which nothing drifted before."""
    chance = random.Random(seed)
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for document in documents:
        clean = {drift.start for drift in drifts(document)}
        names = names_of(document)
        people = [pair for pair in names.full if len(pair[1]) > 3 and len(pair[0]) > 3 and any(mention.cue for mention in names.full[pair])]
        for first, last in chance.sample(people, min(TRIED, len(people))):
            its = of_surname(names, last)
            alone = [mention for mention in names.lone.get(last, ()) if mention.start > its[0].start and not mention.headline]
            full = names.full[first, last]
            for what, places, word in (("surname alone", alone, last), ("given name, full name repeated", full[1:], first)):
                if not places:
                    continue
                mention = chance.choice(places)
                start = mention.start if what[0] == "g" else mention.end - len(word)
                if document.text[start:start + len(word)] != word:
                    continue
                for how, wrong in (("a letter", slipped(word, chance)), ("a sound", respelt(word, chance))):
                    if wrong is None:
                        continue
                    text = document.text[:start] + wrong + document.text[start + len(word):]
                    found = [drift for drift in drifts(text_format.read("x.txt", text)[0]) if drift.sure and drift.start not in clean]
                    key = f"{what}, {how}" + (f", {'once' if len(its) == 2 else 'more often'} after the full name" if what[0] == "s" else "")
                    counts[key][0] += bool(found)
                    counts[key][1] += 1
    for key, (found_times, times) in sorted(counts.items()):
        print(f"{key}: {found_times} of {times}, {found_times / times:.2f}")


def slipped(word: str, chance: random.Random) -> str | None:
    """The name with one slip inside."""
    at = chance.randrange(1, len(word) - 1)
    wrong = chance.choice([word[:at] + word[at + 1:], word[:at] + word[at] + word[at:], word[:at] + word[at + 1] + word[at] + word[at + 2:],
                           word[:at] + chance.choice(LETTERS) + word[at + 1:]])
    return wrong if wrong != word else None


def respelt(word: str, chance: random.Random) -> str | None:
    fits = [(old, new) for old, new in SPELLINGS if old in word[1:]]
    if not fits:
        return None
    old, new = chance.choice(fits)
    return word[0] + word[1:].replace(old, new, 1)


def pairs(path: str) -> None:
    """Whether two spellings are of one name, as given names that share a surname are judged; nothing else speaks for it."""
    rows: dict[int, list[int]] = defaultdict(lambda: [0, 0, 0, 0])
    with open(path, encoding="utf-8") as file:
        for line in file:
            row = json.loads(line)
            one, other = row["pair"]
            how = alike(one, other, len(set(sounds([one, other]))) == 1) if re.fullmatch(r"[\w'’-]+", one + other) else ""
            said = bool(how) and not womans_form(one, other) and (how == "same" or one_given_name(one, other, how))
            rows[min(row["distance"], 6)][(0 if row["same"] else 2) + said] += 1
    rows[0] = [sum(counts) for counts in zip(*rows.values())]
    for distance, (missed, found, left, false) in sorted(rows.items()):
        name = f"distance {distance}{'+' * (distance == 6)}" if distance else "all"
        print(f"{name:<12} {missed + found:>5} pairs of one name, found {found / max(1, missed + found):.2f}; {left + false:>5} of two, "
              f"taken for one {false / max(1, left + false):.2f}; precision {found / max(1, found + false):.2f}")


def cost(documents: list[Document]) -> None:
    gc.disable()
    random.Random(7).shuffle(documents)
    number = 500
    while number <= len(documents):
        gathered = [across.gather(document, "names/x") for document in documents[:number]]
        spent = []
        for _ in range(3):
            start = time.process_time()
            hits = sum(1 for _ in across.conclude(gathered))
            spent.append(time.process_time() - start)
        print(f"{number} files: {min(spent):.3f} s, {1e6 * min(spent) / number:.0f} µs a file, {hits} findings")
        number *= 2


if __name__ == "__main__":
    main()
