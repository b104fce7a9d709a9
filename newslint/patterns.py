"""What rule files may write as a regex: how it is read, and which patterns are refused."""
from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from newslint.regexes import compiled

SPACES = r" \u00a0\n"                     # what a space in a pattern stands for
TOKEN = compiled(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|.", re.S)


class PatternError(ValueError):
    """What is wrong with a pattern, said to its author; `text` is the pattern."""

    def __init__(self, text: str, problem: str) -> None:
        super().__init__(f"{problem}: {text}")
        self.text, self.problem = text, problem


def readable(pattern: str, replacements: Iterable[str] = ()) -> str:
    """The pattern as Python's `re` takes it: a space is also a no-break space or a line break, ' is also ’."""
    source = TOKEN.sub(_read, pattern)
    return exact(source, replacements, pattern)


def exact(source: str, replacements: Iterable[str] = (), pattern: str = "") -> str:
    """The pattern itself. Raises PatternError where it is not valid, can run away, or has fewer groups than named."""
    pattern = pattern or source
    try:
        ready = re.compile(source, re.M)
    except re.error as error:
        raise PatternError(pattern, f"not a valid regex: {error}") from None
    named = max((int(number) for text in replacements for number in re.findall(r"\{(\d)\}", text)), default=0)
    if ready.groups < named:
        raise PatternError(pattern, f"the fix names {{{named}}}, but the pattern has {ready.groups} group(s)")
    tree = re._parser.parse(source)  # type: ignore[attr-defined]
    if not tree.getwidth()[0]:
        raise PatternError(pattern, "matches nothing at all, that is, everywhere: make a part of it obligatory")
    if _nested(list(tree), False):
        raise PatternError(pattern, "can run away on a long line: a repeat without an end holds another one; "
                           "bound the outer one, as in {1,5}")
    return source


def _read(token: re.Match[str]) -> str:
    text = token[0]
    if text == "'":
        return "['’]"
    if text == " ":
        return f"[{SPACES}]"
    return text.replace("'", "'’").replace(" ", SPACES) if text[0] == "[" else text


def _nested(tree: list[tuple[Any, Any]], inside: bool) -> bool:
    constants = re._constants  # type: ignore[attr-defined]
    repeats = (constants.MAX_REPEAT, constants.MIN_REPEAT)
    for op, value in tree:
        if op in repeats:
            endless = value[1] is constants.MAXREPEAT or value[1] > 20
            if endless and inside and value[1] != value[0] or _nested(list(value[2]), inside or endless):
                return True
        elif op is constants.SUBPATTERN:
            if _nested(list(value[3]), inside):
                return True
        elif op is constants.BRANCH:
            if any(_nested(list(branch), inside) for branch in value[1]):
                return True
        elif op in (constants.ASSERT, constants.ASSERT_NOT) and _nested(list(value[1]), inside):
            return True
    return False
