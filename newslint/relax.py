"""Which regexes can match a text at all: RE2 sources that match wherever the regex does, and more.

A set of them runs over a text in one pass (match.py); `re` is asked only about the few that are left. Whatever the
relaxed form loses of a pattern's meaning only costs time. They run over bytes in which every character beyond ASCII is
a “?” (match.ascii_bytes): automata for UTF-8 would be several times as large and as slow to build.
"""
from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from typing import Any

from newslint.match import fold


def relax(pattern: str, flags: int) -> str | None:
    """RE2 source that matches in `fold(text)` wherever `pattern` matches in `text`; None where none would help.

    Look-arounds are dropped, classes widened by all that is not ASCII, back-references become their group. Line
    anchors stay; a word boundary stays where one side of it is an ASCII letter for certain, for RE2 knows no other.
    """
    tree = parser.parse(pattern, flags)
    source = _relax(list(tree), {}, True, True) if tree.getwidth()[0] else None
    return source if source is not None and _taken(source) else None


def _taken(source: str) -> bool:
    """Whether RE2 takes it: repeats in repeats that make more than 1,000 together are too large for it."""
    import re2
    options = re2.Options()
    options.log_errors = False
    try:
        re2.compile(source, options)
    except re2.error:
        return False
    return True


# re._parser is private; tests/test_match.py pins what is used of it, for every Python we support.
parser = re._parser  # type: ignore[attr-defined]
constants = re._constants  # type: ignore[attr-defined]

def wordy(char: str) -> bool:
    return char.isalnum() or char == "_"


NON_ASCII = r"\?"
ANY = "(?s:.)"
REPEAT_LIMIT = 3                            # RE2 writes counted repeats out: beyond a few, “any number” says enough
CATEGORY_TESTS = {
    constants.CATEGORY_DIGIT: str.isdigit, constants.CATEGORY_NOT_DIGIT: lambda char: not char.isdigit(),
    constants.CATEGORY_SPACE: str.isspace, constants.CATEGORY_NOT_SPACE: lambda char: not char.isspace(),
    constants.CATEGORY_WORD: wordy, constants.CATEGORY_NOT_WORD: lambda char: not wordy(char),
}


def _relax(tree: list[tuple[Any, Any]], groups: dict[int, str], first: bool = False, last: bool = False) -> str:
    """`first` and `last` say whether the tree starts or ends the whole pattern: a look-behind before all else and a
    look-ahead after all else can be matched outright, since only whether there is a match is asked."""
    parts = []
    head, tail = _edges(tree)
    for place, (op, value) in enumerate(tree):
        at_first, at_last = first and place <= head, last and place >= tail
        if op is constants.LITERAL:
            parts.append(_literal(chr(value)))
        elif op in (constants.NOT_LITERAL, constants.ANY):
            parts.append(ANY)
        elif op is constants.IN:
            parts.append(_class(value))
        elif op is constants.AT:
            parts.append(_anchor(value, tree[:place], tree[place + 1:]))
        elif op is constants.SUBPATTERN:
            parts.append("(?:" + _relax(list(value[3]), groups, at_first, at_last) + ")")
            if value[0] is not None:
                groups[value[0]] = _repeatable(list(value[3]), groups)
        elif op is constants.ATOMIC_GROUP:
            parts.append("(?:" + _relax(list(value), groups, at_first, at_last) + ")")
        elif op is constants.BRANCH:
            branches = [_relax(list(branch), groups, at_first, at_last) for branch in value[1]]
            parts.append("(?:" + "|".join(branches) + ")")
        elif op in (constants.MAX_REPEAT, constants.MIN_REPEAT, constants.POSSESSIVE_REPEAT):
            parts.append(_repeat(value[0], value[1], value[2], groups))
        elif op is constants.GROUPREF:
            parts.append(groups.get(value, ANY + "*"))
        elif op is constants.ASSERT:
            # Of several at one edge only one can be kept: they look at the same characters.
            if (at_first and value[0] < 0 and place == head) or (at_last and value[0] > 0 and place == tail):
                parts.append("(?:" + _relax(list(value[1]), groups) + ")")
        elif op is not constants.ASSERT_NOT:
            parts.append(ANY + "*")
    return "".join(parts)


def _repeatable(tree: list[tuple[Any, Any]], groups: dict[int, str]) -> str:
    """What a back-reference can stand for: the characters of a group, without where they stood."""
    source = _relax(tree, groups)
    return ANY + "*" if "(?m:" in source or r"\b" in source else f"(?:{source})"


def _edges(tree: list[tuple[Any, Any]]) -> tuple[int, int]:
    """The place before which, and the one after which, nothing is left of the tree: there are only look-arounds that
    are dropped."""
    def dropped(part: tuple[Any, Any], kept: int) -> bool:
        op, value = part
        return op is constants.ASSERT_NOT or op is constants.ASSERT and value[0] != kept

    places = range(len(tree))
    return (next((place for place in places if not dropped(tree[place], -1)), len(tree)),
            next((place for place in reversed(places) if not dropped(tree[place], 1)), -1))


def relaxed_text(text: str) -> str:
    """A string as part of a relaxed source."""
    return "".join(map(_literal, text))


def _literal(char: str) -> str:
    char = fold(char)
    return re.escape(char) if char.isascii() else NON_ASCII


def _between(low: str, high: str, char: str) -> bool:
    return low <= char <= high


def _class(items: list[tuple[Any, Any]]) -> str:
    negated = items[0][0] is constants.NEGATE
    wide = negated
    tests: list[Callable[[str], bool]] = []
    for op, value in items:
        if op is constants.LITERAL:
            tests.append(chr(value).__eq__)
            wide = wide or value > 127
        elif op is constants.RANGE:
            tests.append(partial(_between, chr(value[0]), chr(value[1])))
            wide = wide or value[1] > 127
        elif op is constants.CATEGORY:
            tests.append(CATEGORY_TESTS[value])
            wide = True
    # What folds to an ASCII character stands for it too.
    folded = {fold(char) for char in [*map(chr, range(128)), *"’\u00a0ſıİ\u212a"]
              if any(test(char) for test in tests) != negated}
    ascii_part = _ranges(sorted(ord(char) for char in folded if char.isascii()))
    return f"[{ascii_part}{NON_ASCII if wide else ''}]" if ascii_part or wide else ANY


def _ranges(codes: list[int]) -> str:
    """The inside of a class of these characters; shorter sources are faster to compile."""
    parts = []
    while codes:
        size = 1
        while size < len(codes) and codes[size] == codes[0] + size:
            size += 1
        first, *_, last = codes[0], codes[size - 1]
        parts += [f"\\x{first:02x}-\\x{last:02x}"] if size > 2 else [f"\\x{code:02x}" for code in codes[:size]]
        codes = codes[size:]
    return "".join(parts)


def _anchor(at: Any, before: list[tuple[Any, Any]], after: list[tuple[Any, Any]]) -> str:
    if at in (constants.AT_BEGINNING, constants.AT_BEGINNING_LINE, constants.AT_BEGINNING_STRING):
        return "(?m:^)"
    if at in (constants.AT_END, constants.AT_END_LINE, constants.AT_END_STRING):
        return r"[\t ]*(?m:$)"              # a paragraph ends before the blanks at the end of its line
    if at is constants.AT_BOUNDARY and (_word_at_edge(after, 0) or _word_at_edge(before, -1)):
        return r"\b"
    return ""


def _word_at_edge(tree: list[tuple[Any, Any]], edge: int) -> bool:
    """Whether whatever this matches surely has an ASCII letter, digit or “_” at that edge (0 or -1)."""
    if not tree:
        return False
    op, value = tree[edge]
    if op is constants.LITERAL:
        return bool(wordy(fold(chr(value)))) and fold(chr(value)).isascii()
    if op is constants.IN:
        return all(kind in (constants.LITERAL, constants.RANGE) and all(
            code < 128 and wordy(chr(code))
            for code in ([what] if kind is constants.LITERAL else range(what[0], min(what[1], 128) + 1))
        ) for kind, what in value)
    if op is constants.SUBPATTERN:
        return _word_at_edge(list(value[3]), edge)
    if op is constants.BRANCH:
        return all(_word_at_edge(list(branch), edge) for branch in value[1])
    if op in (constants.MAX_REPEAT, constants.MIN_REPEAT):
        return bool(value[0] >= 1) and _word_at_edge(list(value[2]), edge)
    return False


def _repeat(low: int, high: Any, tree: Any, groups: dict[int, str]) -> str:
    inner = _relax(list(tree), groups)
    if not inner:
        return ""
    top = "" if high is constants.MAXREPEAT or high > REPEAT_LIMIT else str(high)
    return f"(?:{inner}){{{min(low, REPEAT_LIMIT)},{top}}}"
