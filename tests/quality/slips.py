"""Typing slips put into clean text: what a speller should find.

About one word in RATE gets one. Kinds and their shares:

    list    a misspelling from a list of real ones
    key     a slip of the keyboard: a letter left out, doubled, put twice, swapped with the next, or its neighbour's key
    run-on  two words without the space between them
    split   a space inside a word
    double  a word twice
    name    a slip of the keyboard in a capitalised word that starts no sentence
"""
from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from random import Random
from typing import NamedTuple

from tests.quality.texts import number

SHARES = {"list": .35, "key": .30, "run-on": .13, "split": .09, "double": .05, "name": .08}
RATE = 90                                   # words a slip
TRIES = 200
WORD = re.compile(r"[A-Za-z]+(?:['’][A-Za-z]+)*")
KEYS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
EDITS = {"leave out": 28, "swap": 24, "neighbour": 20, "insert": 14, "double": 8, "undouble": 6}


class Slip(NamedTuple):
    kind: str
    start: int
    end: int
    wrong: str
    right: str


class Word(NamedTuple):
    start: int
    end: int
    text: str
    opens: bool                             # a sentence


def withheld(wrong: str) -> bool:
    """Whether a misspelling is of the half that a speller may be kept from knowing."""
    return bool(number(wrong.lower(), "half:") & 1)


def typed(text: str, random: Random, typos: Mapping[str, list[str]]) -> tuple[str, list[Slip]]:
    """The text with slips; `typos` gives the misspellings of a word. Slips do not touch each other."""
    words = [Word(match.start(), match.end(), match[0], _opens(text, match.start())) for match in WORD.finditer(text)]
    used: set[int] = set()
    planned: list[Slip] = []
    for _ in range(max(1, round(len(words) / RATE)) if words else 0):
        [kind] = random.choices([*SHARES], [*SHARES.values()])
        for _ in range(TRIES):
            at = random.randrange(len(words))
            if used.isdisjoint(range(at - 2, at + 3)) and (slip := MAKERS[kind](text, words, at, random, typos)):
                used |= {at, at + 1} if kind == "run-on" else {at}
                planned.append(slip)
                break
    return _put(text, sorted(planned, key=lambda slip: slip.start))


def _put(text: str, planned: list[Slip]) -> tuple[str, list[Slip]]:
    parts, slips, reached, longer = [], [], 0, 0
    for slip in planned:
        parts += [text[reached:slip.start], slip.wrong]
        start = slip.start + longer
        slips.append(slip._replace(start=start, end=start + len(slip.wrong)))
        longer += len(slip.wrong) - (slip.end - slip.start)
        reached = slip.end
    return "".join([*parts, text[reached:]]), slips


def _opens(text: str, start: int) -> bool:
    before = text[max(0, start - 4):start].rstrip(" \"'“‘(")
    return not before or before[-1] in ".!?:\n"


def _listed(text: str, words: list[Word], at: int, random: Random, typos: Mapping[str, list[str]]) -> Slip | None:
    word = words[at]
    known = typos.get(word.text.lower())
    if not known or not _plain(word):
        return None
    return _slip("list", word, _like(word.text, random.choice(known)))


def _keyed(text: str, words: list[Word], at: int, random: Random, typos: Mapping[str, list[str]]) -> Slip | None:
    word = words[at]
    return _mistyped("key", word, random) if _plain(word) and word.text.isalpha() else None


def _name(text: str, words: list[Word], at: int, random: Random, typos: Mapping[str, list[str]]) -> Slip | None:
    word = words[at]
    return _mistyped("name", word, random) if word.text.istitle() and word.text.isalpha() and not word.opens else None


def _run_on(text: str, words: list[Word], at: int, random: Random, typos: Mapping[str, list[str]]) -> Slip | None:
    one, other = words[at], words[at + 1] if at + 1 < len(words) else words[at]
    if text[one.end:other.start] != " " or not (one.text.islower() and other.text.islower()):
        return None
    return Slip("run-on", one.start, other.end, one.text + other.text, text[one.start:other.end])


def _split(text: str, words: list[Word], at: int, random: Random, typos: Mapping[str, list[str]]) -> Slip | None:
    word = words[at]
    if len(word.text) < 6 or not word.text.islower() or not word.text.isalpha():
        return None
    place = random.randrange(2, len(word.text) - 1)
    return _slip("split", word, f"{word.text[:place]} {word.text[place:]}")


def _doubled(text: str, words: list[Word], at: int, random: Random, typos: Mapping[str, list[str]]) -> Slip | None:
    word = words[at]
    return _slip("double", word, f"{word.text} {word.text}") if word.text.islower() else None


MAKERS: dict[str, Callable[[str, list[Word], int, Random, Mapping[str, list[str]]], Slip | None]] = {
    "list": _listed, "key": _keyed, "run-on": _run_on, "split": _split, "double": _doubled, "name": _name}


def _plain(word: Word) -> bool:
    """In small letters, but for the first of a sentence."""
    return word.text.islower() or word.text.istitle() and word.opens


def _slip(kind: str, word: Word, wrong: str) -> Slip:
    return Slip(kind, word.start, word.end, wrong, word.text)


def _mistyped(kind: str, word: Word, random: Random) -> Slip | None:
    if len(word.text) < 4:
        return None
    for _ in range(20):
        wrong = _edited(word.text.lower(), random)
        if wrong and len(wrong) > 1 and wrong != word.text.lower():
            return _slip(kind, word, _like(word.text, wrong))
    return None


def _like(word: str, wrong: str) -> str:
    return wrong[0].upper() + wrong[1:] if word[0].isupper() else wrong


def _edited(word: str, random: Random) -> str:
    """One slip; seldom in the first letter, as in real typing. Empty where it cannot be made."""
    [edit] = random.choices([*EDITS], [*EDITS.values()])
    at = random.randrange(0 if random.random() < .15 else 1, len(word))
    before, letter, after = word[:at], word[at], word[at + 1:]
    if edit == "leave out":
        return before + after
    if edit == "swap":
        return before + after[0] + letter + after[1:] if after else ""
    if edit == "neighbour":
        return before + random.choice(BESIDE[letter]) + after
    if edit == "insert":
        return before + random.choice(BESIDE[letter]) + letter + after
    if edit == "double":
        return before + letter + letter + after
    doubles = [place for place in range(1, len(word)) if word[place] == word[place - 1]]
    place = random.choice(doubles) if doubles else len(word)
    return word[:place] + word[place + 1:] if doubles else ""


def _beside() -> dict[str, list[str]]:
    """The letters whose keys touch a letter's."""
    place = {letter: (row, column) for row, letters in enumerate(KEYS) for column, letter in enumerate(letters)}
    return {letter: sorted(other for other, (its_row, its_column) in place.items()
                           if other != letter and abs(its_row - row) < 2 and abs(its_column - column) < 2)
            for letter, (row, column) in place.items()}


BESIDE = _beside()
