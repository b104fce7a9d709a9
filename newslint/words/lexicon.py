"""Looking words up in the data that build.py made: memory-mapped, opened when first needed, nothing copied."""
import mmap
import os
import zlib
from functools import cache
from typing import Any, NamedTuple

from newslint.errors import UserError

FOLDER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "data")
FILES = ("words.trie", "words.values", "deletions.trie", "slips.trie")
MANIFEST = "MANIFEST"

# The first byte of a word: its class, and flags.
CLASSES = 15
LISTED = (55, 60, 70, 80, 99)               # classes 0 to 4: by the size of the smallest SCOWL list that has it
ORDINARY = 2                                # the last class that is right as it stands
OTHER_LIST = 5                              # in a list that also holds misspellings
SEEN = 6                                    # in no list, but met
UNLISTED_NAME = 7                           # no word: a name
UNKNOWN = 8                                 # what no data has
NAME = 16                                   # mostly met with a capital, or listed so
TARGET = 32                                 # what slips may stand for
STEPS = 25                                  # the second byte is the zipf value, in steps of 1/25


class Lexicon(NamedTuple):
    """The open data files."""

    words: Any                              # word -> number
    values: mmap.mmap                       # two bytes for each number
    deletions: Any                          # word less a letter -> (place, letter), (place, letter) ...
    slips: Any                              # known misspelling -> what it stands for, by commas


@cache
def lexicon() -> Lexicon:
    """The data that comes with newslint."""
    return opened(FOLDER)


def opened(folder: str) -> Lexicon:
    """The data in this folder. Raises UserError where a file is missing or is not what the build wrote."""
    import marisa_trie

    files = {name: _checked(os.path.join(folder, name), size, checksum) for name, size, checksum in _manifest(folder)}
    words, values, deletions, slips = (os.path.join(folder, name) for name in FILES)
    return Lexicon(marisa_trie.Trie().mmap(words), files[os.path.basename(values)],
                   marisa_trie.BytesTrie().mmap(deletions), marisa_trie.BytesTrie().mmap(slips))


def look_up(data: Lexicon, word: str) -> tuple[int, float]:
    """The class and flags of a word in small letters, and its zipf value, at one look."""
    number = data.words.get(word)
    return (UNKNOWN, 0.0) if number is None else (data.values[2 * number], data.values[2 * number + 1] / STEPS)


def flags_of(data: Lexicon, word: str) -> int:
    """The class and flags of a word in small letters."""
    number = data.words.get(word)
    return UNKNOWN if number is None else data.values[2 * number]


def kind_of(data: Lexicon, word: str) -> int:
    """The class of a word in small letters."""
    return flags_of(data, word) & CLASSES


def zipf_of(data: Lexicon, word: str) -> float:
    """How often a word is met: log10 of its count in 1,000 million words; 0 where it is not."""
    number = data.words.get(word)
    return 0.0 if number is None else data.values[2 * number + 1] / STEPS


def _manifest(folder: str) -> list[tuple[str, int, str]]:
    path = os.path.join(folder, MANIFEST)
    try:
        with open(path, encoding="ascii") as file:
            rows = [line.split() for line in file]
        found = [(name, int(size), checksum) for name, size, checksum in rows]
    except (OSError, ValueError):
        raise damaged(path) from None
    if sorted(name for name, _, _ in found) != sorted(FILES):
        raise damaged(path)
    return found


def _checked(path: str, size: int, checksum: str) -> mmap.mmap:
    """A damaged trie would not fail but crash, or find what is not there."""
    try:
        data = _mapped(path)
    except OSError:
        raise damaged(path, "is missing or cannot be read") from None
    except ValueError:                      # an empty file cannot be mapped
        raise damaged(path) from None
    if len(data) != size or f"{zlib.crc32(data):08x}" != checksum:
        raise damaged(path)
    return data


def _mapped(path: str) -> mmap.mmap:
    with open(path, "rb") as file:
        return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)


def damaged(path: str, what: str = "is damaged") -> UserError:
    """The error for a file of word data that is missing or not what its build wrote."""
    return UserError(f"{path}: this file of newslint's word data {what}\n"
                     "    | install newslint again: pip install --force-reinstall newslint\n"
                     "    | (in a checkout: git checkout newslint/words/data)")
