"""Spellings by variety of English, as build_dialect.py wrote them into data/dialect.txt.

The first line of the file has all spellings; then each has a line of its own with the varieties in which it is right,
and what is written in the others: `color U GCA colour`.
"""
import os
from functools import lru_cache
from typing import NamedTuple

from newslint.errors import UserError

VARIETIES = "UGCA"                          # American, British, Canadian, Australian
NAMES = {"U": "American", "G": "British", "C": "Canadian", "A": "Australian"}
FILE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "data", "dialect.txt")


class Dialects(NamedTuple):
    known: frozenset[str]                   # all spellings
    lines: str                              # what the file says of each


class Spelling(NamedTuple):
    right: str                              # the varieties in which it is right
    others: tuple[tuple[str, str], ...]     # other varieties, and what is written there


@lru_cache(maxsize=1)
def dialects() -> Dialects:
    """The data, read when a run first asks for it."""
    return read(FILE)


def read(path: str) -> Dialects:
    try:
        with open(path, "rb") as file:
            first, _, lines = file.read().partition(b"\n")
        known = frozenset(first.decode("ascii").split())
        if not known or not lines.endswith(b"\n"):
            raise ValueError
        return Dialects(known, "\n" + lines.decode("ascii"))
    except (OSError, ValueError):
        raise UserError(f"{path}: this file of newslint is missing or damaged; install newslint again "
                        "(pip install --force-reinstall newslint)") from None


@lru_cache(maxsize=5000)
def spelling(word: str) -> Spelling:
    """What is said of one of the known spellings."""
    lines = dialects().lines
    start = lines.index(f"\n{word} ") + 1
    _, right, *parts = lines[start:lines.index("\n", start)].split(" ")
    return Spelling(right, tuple(zip(parts[::2], parts[1::2])))


def elsewhere(word: str, variety: str) -> str | None:
    """How a variety writes a word that is not right there."""
    return next((other for varieties, other in spelling(word).others if variety in varieties), None)
