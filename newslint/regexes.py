"""Compiled regular expressions, kept between runs.

`re` takes longer to compile the patterns that one article needs than newslint takes to check it. What it makes of a
pattern is a list of numbers; that stands in the cache, for this very version of `re`. Where it is not there, or a
Python to come works otherwise, `re` compiles as ever.
"""
from __future__ import annotations

import re
import sys
from typing import Any

from newslint import cache

KEPT = 3000                                 # patterns in the cache; the rules that come with newslint have some 2,000

_made: dict[tuple[str, int], re.Pattern[str]] = {}
# What _sre.compile takes beside the pattern, by pattern and flags; None until the cache was read.
_parts: dict[tuple[str, int], Any] | None = None
_grown = False


def compiled(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """re.compile, faster from the second run on. Raises re.error."""
    made = _made.get((pattern, flags))
    if made is None:
        made = _made[pattern, flags] = _make(pattern, int(flags))
    return made


def keep() -> None:
    """Write to the cache what was compiled in this run and is not there yet."""
    global _grown
    if _grown and _parts:
        cache.write("regexes", _version(), dict(list(_parts.items())[-KEPT:]))
        _grown = False


def _make(pattern: str, flags: int) -> re.Pattern[str]:
    global _parts, _grown
    if _parts is None:
        _parts = cache.read("regexes", _version()) or {}
    try:
        import _sre  # type: ignore[import-not-found]

        parts = _parts.get((pattern, flags))
        if parts is None:
            parts = _parts[pattern, flags] = _taken_apart(pattern, flags)
            _grown = True
        all_flags, code, groups, names, numbers = parts
        code = memoryview(code).cast("I").tolist()
        ready: re.Pattern[str] = _sre.compile(pattern, all_flags, code, groups, names, numbers)
        return ready
    except (ImportError, AttributeError, TypeError, ValueError, RuntimeError):
        return re.compile(pattern, flags)


def _taken_apart(pattern: str, flags: int) -> tuple[int, bytes, int, dict[str, int], tuple[str | None, ...]]:
    """The steps of re.compile up to its last."""
    from re import _compiler, _parser  # type: ignore[attr-defined]

    tree = _parser.parse(pattern, flags)
    code = _compiler._code(tree, flags)
    names = dict(tree.state.groupdict)
    numbers: list[str | None] = [None] * tree.state.groups
    for name, number in names.items():
        numbers[number] = name
    packed = b"".join(number.to_bytes(4, sys.byteorder) for number in code)
    return flags | tree.state.flags, packed, tree.state.groups - 1, names, tuple(numbers)


def _version() -> bytes:
    return repr((sys.version, sys.byteorder)).encode()
