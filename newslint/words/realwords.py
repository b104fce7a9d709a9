"""Words typed for others that are words too (“fist” for “first”): what may be meant, and what stands beside each.

The data is made by build_realwords.py and read where it lies, memory-mapped; look-ups are binary searches.

    realwords.trie      all words there are, listed ones and their neighbours; each has a number
    realwords.table     MAGIC, the checksums of the trie and of what follows, how many words are listed; then their
                        numbers (2 bytes each, sorted), and where the cells of each start (4 bytes)
    cells               2 bytes each: how common, how well it joins what was never met beside it, how rare in general
                        (hundredths); how many words it may stand for, and their numbers; how many words before it are
                        known of each level, and how many after it; the numbers of those, sorted within a level
"""
from __future__ import annotations

import mmap
import os
import struct
import sys
import zlib
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

from newslint.words.lexicon import damaged

FOLDER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "data")
TRIE, TABLE = "realwords.trie", "realwords.table"
MAGIC = b"newslint real words 1\n\0\0"
HEADER = struct.Struct("<24sIII")
# How much likelier a neighbour is than by chance (natural logarithms): the least of each level, and what it counts for.
LEVELS = ((1.0, 1.9), (3.0, 3.6), (4.2, 4.8), (5.5, 6.4), (7.5, 8.7))
FIXED = 4                                   # cells before the words it may stand for


class Table(NamedTuple):
    words: Any                              # the trie
    listed: memoryview
    places: memoryview
    cells: memoryview


class Word(NamedTuple):
    """What is known of a listed word."""

    common: float                           # log of its share of all words, in the language model
    backoff: float
    zipf: float                             # how often it is met in general: see lexicon.py
    meant: tuple[int, ...]                  # what it may be typed for
    before: tuple[memoryview, ...]          # neighbours known, by level
    after: tuple[memoryview, ...]


class Fit(NamedTuple):
    """How well a word fits between its neighbours."""

    before: float
    after: float
    known: int                              # neighbours it was met with


@cache
def table() -> Table:
    """The data that comes with newslint."""
    return opened(FOLDER)


def opened(folder: str) -> Table:
    """The data in this folder. Raises UserError where a file is missing or not what the build wrote."""
    import marisa_trie

    path, trie = os.path.join(folder, TABLE), os.path.join(folder, TRIE)
    data = _mapped(path)
    if len(data) < HEADER.size:
        raise damaged(path)
    magic, trie_sum, data_sum, count = HEADER.unpack_from(data)
    rest = memoryview(data)[HEADER.size:]
    if magic != MAGIC or zlib.crc32(rest) != data_sum:
        raise damaged(path)
    if zlib.crc32(_mapped(trie)) != trie_sum:
        raise damaged(trie)
    listed, places, cells = rest[:2 * count], rest[2 * count:6 * count], rest[6 * count:]
    if sys.byteorder == "big":
        return Table(marisa_trie.Trie().mmap(trie), _swapped(listed, "H"), _swapped(places, "I"), _swapped(cells, "H"))
    return Table(marisa_trie.Trie().mmap(trie), listed.cast("H"), places.cast("I"), cells.cast("H"))


def typed(data: Table) -> Iterator[str]:
    """The words that may be typed for others."""
    for number in data.listed:
        if look_up(data, number).meant:
            yield data.words.restore_key(number)


def look_up(data: Table, number: int) -> Word:
    """A listed word."""
    cells = data.cells[data.places[bisect_left(data.listed, number)]:]
    common, backoff, zipf, count = cells[:FIXED]
    counts = FIXED + count
    lists = []
    start = counts + 2 * len(LEVELS)
    for length in cells[counts:start]:
        lists.append(cells[start:start + length])
        start += length
    return Word(-common / 100, (100 - backoff) / 100, zipf / 100, tuple(cells[FIXED:counts]),
                tuple(lists[:len(LEVELS)]), tuple(lists[len(LEVELS):]))


def fit(word: Word, before: int | None, after: int | None) -> Fit:
    """How well a word stands between these; None for what is no word, or unknown."""
    left, right = _gain(word.before, before), _gain(word.after, after)
    return Fit(left, right + word.backoff if after is not None else 0.0, (left > 0) + (right > 0))


def _gain(levels: tuple[memoryview, ...], neighbour: int | None) -> float:
    if neighbour is None:
        return 0.0
    for numbers, (_, worth) in zip(levels, LEVELS):
        place = bisect_left(numbers, neighbour)
        if place < len(numbers) and numbers[place] == neighbour:
            return worth
    return 0.0


def _mapped(path: str) -> mmap.mmap:
    try:
        with open(path, "rb") as file:
            return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    except OSError:
        raise damaged(path, "is missing or cannot be read") from None
    except ValueError:                      # an empty file cannot be mapped
        raise damaged(path) from None


def _swapped(part: memoryview, size: str) -> memoryview:
    from array import array

    numbers = array(size, part.tobytes())
    numbers.byteswap()
    return memoryview(numbers)
