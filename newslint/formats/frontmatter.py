"""Front matter: what stands between two lines of --- (YAML) or +++ (TOML) at the top of a Markdown file.

Not text, but for headline, byline and standfirst where their value is a plain or quoted string on one line. Anything
else (lists, blocks, anchors) is passed over: a parser would know its value and not where each character stands.
"""
from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from newslint.formats.build import BOM, LINE_BREAK, Text
from newslint.formats.fields import plain, roles

FENCE = re.compile(r"(---|\+\+\+)[ \t]*(?:\r\n?|\n)")
CLOSING = {"---": re.compile(r"[\r\n](?:---|\.\.\.)[ \t]*(?=[\r\n]|\Z)"),
           "+++": re.compile(r"[\r\n]\+\+\+[ \t]*(?=[\r\n]|\Z)")}
MEMBER = re.compile(r"""["']?([A-Za-z][\w-]*)["']?[ \t]*[:=][ \t]+""")
DOUBLE = re.compile(r'"(?:[^"\\]|\\["\\/]|\\u[0-9A-Fa-f]{4})*+"(?=\s*(?:#|\Z))')
SINGLE = re.compile(r"'(?:[^']|'')*+'(?=\s*(?:#|\Z))")
COMMENT = re.compile(r"[ \t]#")
NOT_PLAIN = frozenset("[]{}>|*&!%@`#,?\"'")
MARKS = frozenset("'\"\\:#\n")
ESCAPES = {'"': re.compile(r"\\(?:u(....)|(.))"), "'": re.compile(r"'(')")}


class Value(NamedTuple):
    role: str                               # headline, byline, standfirst, date
    start: int                              # raw offsets, without quotation marks
    end: int
    quote: str                              # the quotation mark around it, or ""


def front_matter(raw: str, position: int, fields: Mapping[str, Sequence[str]] | None) -> tuple[int, list[Value]]:
    """Where the article proper starts, and the known values in order; (position, []) if there is no front matter."""
    opening = FENCE.match(raw, position)
    closing = CLOSING[opening[1]].search(raw, opening.end() - 1) if opening else None
    if not opening or not closing:
        return position, []
    names = roles(fields)
    best: dict[str, tuple[int, Value]] = {}
    for start, end in _members(raw, opening.end(), closing.start()):
        member = MEMBER.match(raw, start, end)
        role, rank = names.get(plain(member[1]), ("", 0)) if member else ("", 0)
        if member and role not in ("", "body") and (role not in best or rank < best[role][0]):
            value = _scalar(raw, role, member.end(), end)
            if value:
                best[role] = rank, value
    return closing.end(), sorted((value for _, value in best.values()), key=_start)


def takes(raw: str, offset: int, text: str) -> bool:
    """Whether `text` may be written at raw[offset] as it is: in front matter its marks would be YAML's or TOML's."""
    opening = FENCE.match(raw, 1 if raw[:1] == BOM else 0)
    closing = CLOSING[opening[1]].search(raw, opening.end() - 1) if opening else None
    return not closing or offset >= closing.end() or MARKS.isdisjoint(text)


def write(text: Text, raw: str, value: Value) -> None:
    """Add the value as a reader sees it."""
    position = value.start
    if value.quote:
        for match in ESCAPES[value.quote].finditer(raw, value.start, value.end):
            text.copy(raw, position, match.start())
            character = chr(int(match[1], 16)) if match[1] and match.re.groups > 1 else match[match.lastindex or 0]
            text.put("\ufffd" if "\ud800" <= character <= "\udfff" else character, match.start(), match.end())
            position = match.end()
    text.copy(raw, position, value.end)


def _start(value: Value) -> int:
    return value.start


def _members(raw: str, start: int, end: int) -> list[tuple[int, int]]:
    """The lines that hold a member on one line: not indented, nothing indented below; in TOML none after a [table]."""
    lines: list[tuple[int, int]] = []
    while start < end:
        line_break = LINE_BREAK.search(raw, start, end)
        line_end = line_break.start() if line_break else end
        if raw[start:start + 1] in (" ", "\t", "-"):
            if lines and raw[start:line_end].strip():
                lines.pop()
        elif raw[start:start + 1] == "[":
            break
        elif start < line_end:
            lines.append((start, line_end))
        start = line_break.end() if line_break else end
    return lines


def _scalar(raw: str, role: str, start: int, end: int) -> Value | None:
    """The string on this line; None if it is anything else."""
    quote = raw[start:start + 1]
    if quote in ('"', "'") and start < end:
        match = (DOUBLE if quote == '"' else SINGLE).match(raw, start, end)
        return Value(role, start + 1, match.end() - 1, quote) if match and match.end() - start > 2 else None
    comment = COMMENT.search(raw, start, end)
    end = comment.start() if comment else end
    written = raw[start:end].rstrip(" \t")
    if not written or written[0] in NOT_PLAIN or ": " in written or written[-1] == ":":
        return None
    return Value(role, start, start + len(written), "")
