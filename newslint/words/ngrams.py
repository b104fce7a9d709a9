"""Reads a language model of the CMU Sphinx tools (“Trie Language Model”): how often words and pairs of words are met.

Only the build uses this (build_realwords.py). Of such a file the words and pairs are read, not the longer sequences:

    the magic, the length of the longest sequences (a byte), how many there are of each length (4 bytes each)
    4 bytes: how numbers are packed; then the 65,536 values that packed numbers stand for, first those of pairs
    words: 12 bytes each, likelihood, back-off and where its pairs start; one more closes the last
    pairs, as bits: the word before, back-off, likelihood, where its longer sequences start; those of one word together
    longer sequences; then all words, each ended by a zero byte

Likelihoods are logarithms to the base 1.0001; here they become natural ones.
"""
from __future__ import annotations

import math
import struct
from collections.abc import Iterator
from typing import NamedTuple

MAGIC = b"Trie Language Model"
LONGEST = 3                                 # words of a sequence
PACKED = 1                                  # the one way of packing there is, into 16 bits
BITS = 16
BASE = math.log(1.0001)


class Model(NamedTuple):
    words: list[str]
    likely: list[float]                     # log of the share of all words
    backoff: list[float]                    # what a word before costs where the pair was never met
    starts: list[int]                       # of the pairs that end in a word
    values: tuple[float, ...]               # what the packed likelihood of a pair stands for
    pairs: bytes
    bits: tuple[int, int]                   # of a word, of a pair


def read(path: str) -> Model:
    with open(path, "rb") as file:
        data = file.read()
    place = len(MAGIC) + 1
    if data[:place] != MAGIC + bytes([LONGEST]):
        raise SystemExit(f"{path}: no trie language model of three words")
    words, pairs, triples, packing = struct.unpack_from("<4I", data, place)
    if packing != PACKED:
        raise SystemExit(f"{path}: packed in a way that is not known")
    place += 16
    values = struct.unpack_from(f"<{1 << BITS}f", data, place)
    place += 3 * 4 * (1 << BITS)            # pairs: likelihood and back-off; triples: likelihood
    rows = list(struct.iter_unpack("<ffI", data[place:place + 12 * (words + 1)]))
    place += 12 * (words + 1)
    for_word, for_next = words.bit_length(), triples.bit_length()
    of_pair = for_word + 2 * BITS + for_next
    stored = _size(pairs, of_pair)
    names = place + stored + _size(triples, for_word + BITS) + 4
    spelt = data[names:].decode().split("\0")[:words]
    return Model(spelt, [row[0] * BASE for row in rows[:-1]], [row[1] * BASE for row in rows[:-1]],
                 [row[2] for row in rows], values, data[place:place + stored], (for_word, of_pair))


def pairs(model: Model) -> Iterator[tuple[int, int, float]]:
    """Every pair: the number of the word before, that of the word, and how likely the word is there."""
    for_word, of_pair = model.bits
    mask = (1 << for_word) - 1
    for word, (start, end) in enumerate(zip(model.starts, model.starts[1:])):
        for number in range(start, end):
            byte, shift = divmod(number * of_pair, 8)
            packed = int.from_bytes(model.pairs[byte:byte + 16], "little") >> shift
            likely = packed >> (for_word + BITS) & (1 << BITS) - 1
            yield packed & mask, word, model.values[likely] * BASE


def _size(count: int, bits: int) -> int:
    """The bytes of so many entries, with one to spare and eight to read past the end."""
    return ((count + 1) * bits + 7) // 8 + 8
