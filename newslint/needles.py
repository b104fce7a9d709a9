"""The needles of a regex: folded strings, one of which must stand in whatever it matches."""
from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product
from typing import Any

from newslint.match import fold
from newslint.relax import constants, parser

RARE_SIGNS = "{}[]<>&#|@=*_~^\\"
COMMON_SIGNS = "“”‘’–—…£€•·"
LANGUAGE = 200                              # strings a part of a regex is written out into
EDGE = "\x01"                               # stands for \\b in what a regex is written out into
WORD = re.compile(r"[^\W_]+")
_UNCOMMON = re.compile(r"[^\w '.,;:!?\"()-]|_")


def needle_sets(pattern: str, flags: int) -> Iterator[frozenset[str]]:
    """Sets of folded strings, one of which must stand in any text the pattern matches, in the same paragraph."""
    for strings in _required(list(parser.parse(pattern, flags))):
        if all(_telling(string.replace(EDGE, "")) for string in strings):
            yield frozenset(strings)


def _telling(string: str) -> bool:
    """Whether meeting this string says anything: a word of three letters, or a sign that is rare in news."""
    return len(string) > 2 and bool(WORD.search(string)) or has_rare_sign(string)


def has_rare_sign(text: str) -> bool:
    return _UNCOMMON.search(text) is not None and any(map(_rare_sign, text))


def _rare_sign(char: str) -> bool:
    if char.isascii():
        return char in RARE_SIGNS or not char.isprintable() and not char.isspace()
    return not char.isalpha() and char not in COMMON_SIGNS


def _required(tree: list[tuple[Any, Any]]) -> Iterator[set[str]]:
    run = {""}                              # what the last few parts, written out, can be
    for op, value in [*_flat(tree), (None, None)]:
        language = _language(op, value)
        if language is not None and len(language) * len(run) <= LANGUAGE:
            run = {one + other for one, other in product(run, language)}
            continue
        yield run
        run = {""} if language is None else language
        if language is None and op is not None:
            yield from _inside(op, value)


def _flat(tree: list[tuple[Any, Any]]) -> Iterator[tuple[Any, Any]]:
    """The parts of a tree without their groups, but for those that can be written out."""
    for op, value in tree:
        if op is constants.SUBPATTERN and _language(op, value) is None:
            yield from _flat(list(value[3]))
        else:
            yield op, value


def _inside(op: Any, value: Any) -> Iterator[set[str]]:
    """What is required by a part that cannot be written out."""
    if op in (constants.MAX_REPEAT, constants.MIN_REPEAT, constants.POSSESSIVE_REPEAT) and value[0]:
        yield from _required(list(value[2]))
    elif op is constants.BRANCH:
        choices = [[strings for strings in _required(list(branch)) if all(string.strip(EDGE) for string in strings)]
                   for branch in value[1]]
        if all(choices):
            yield set().union(*(max(choice, key=lambda strings: min(map(len, strings))) for choice in choices))


def _language(op: Any, value: Any) -> set[str] | None:
    """All strings, folded, that a part of a regex can match, if they are few; a zero-width test is the empty string."""
    if op is constants.LITERAL:
        return {_folded(value)} if _certain(value) else None
    if op in (constants.AT, constants.ASSERT, constants.ASSERT_NOT):
        return {EDGE if value is constants.AT_BOUNDARY else ""}
    if op is constants.IN and all(kind in (constants.LITERAL, constants.RANGE) for kind, _ in value):
        codes = [code for kind, what in value
                 for code in ([what] if kind is constants.LITERAL else range(what[0], min(what[1], what[0] + 50) + 1))]
        if len(codes) > 50 or not all(map(_certain, codes)):
            return None
        return _few({_folded(code) for code in codes}, 100 if all(map(_rare_sign, map(_folded, codes))) else 4)
    if op is constants.SUBPATTERN:
        return _sequence(list(value[3]))
    if op is constants.BRANCH:
        languages = [_sequence(list(branch)) for branch in value[1]]
        return None if None in languages else _few(set().union(*filter(None, languages)), LANGUAGE)
    if op in (constants.MAX_REPEAT, constants.MIN_REPEAT) and value[1] == 1:
        inner = _sequence(list(value[2]))
        return None if inner is None else inner | ({""} if value[0] == 0 else set())
    return None


def _sequence(tree: list[tuple[Any, Any]]) -> set[str] | None:
    strings = {""}
    for op, value in tree:
        language = _language(op, value)
        if language is None or len(strings) * len(language) > LANGUAGE:
            return None
        strings = {one + other for one, other in product(strings, language)}
    return strings


def _few(strings: set[str], most: int) -> set[str] | None:
    return strings if len(strings) <= most else None


def _certain(code: int) -> bool:
    """Whether the character is equal to one folded form only; Μ is equal to μ and to µ."""
    char = chr(code)
    return code < 128 or char.lower() == char.upper() or "À" <= char <= "ž" or char in "ſıİ\u212a"


def _folded(code: int) -> str:
    """The character as it stands in the text the automaton reads."""
    return fold(chr(code)).replace("\n", " ")
