"""JSON and JSONL: one article an object, known by its field names (fields.py), read with exact positions in raw.

A .json file holds one article, an array of them, an object with such an array under a usual key, or an object whose
every value is an article; or it is JSON lines after all. The text is the fields in the order of the file, so that
offsets only go up; headline and byline are told by their zone, not by their place. A record is an article if it has a
body, or a headline with a byline or a date (a schema has a title too), or any field the user named.
"""
from __future__ import annotations

import json
import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from newslint.errors import UserError
from newslint.formats import NoArticle
from newslint.formats.build import BOM, Text, document, line_starts
from newslint.formats.fields import ZONES, plain, roles
from newslint.model import Document, Hit, Piece, Zone

NAME = "json"
CONTAINERS = ("articles", "items", "data", "results", "records", "documents", "docs", "entries", "posts", "stories",
              "news", "@graph")
DECODER = json.JSONDecoder(parse_int=float)     # no number is read; int() refuses long ones
SPACE = re.compile(r"[ \t\n\r]*")
ESCAPE = re.compile(r"\\(?:r\\n|u(d[89ab]..)\\u(d[c-f]..)|u(....)|(.))", re.IGNORECASE)
SIMPLE = {'"': '"', "\\": "\\", "/": "/", "b": "\b", "f": "\f", "n": "\n", "r": "\n", "t": "\t"}


class Value(NamedTuple):
    """A JSON value and where it is written: raw[start:end], a string with its quotation marks."""

    value: Any
    start: int
    end: int


class Source(NamedTuple):
    path: str
    raw: str
    starts: list[int]


def read(path: str, raw: str, fields: Mapping[str, Sequence[str]] | None = None) -> list[Document]:
    source = Source(path, raw, line_starts(raw))
    first = _skip(raw, 1 if raw[:1] == BOM else 0)
    found = []
    if first < len(raw):
        found = _lines(source) if path.lower().endswith(".jsonl") else _whole(source, first)
    names = roles(fields)
    documents = []
    articles = 0
    for record in found:
        chosen, is_article = _fields(raw, record, names) if isinstance(record.value, dict) else ({}, False)
        if is_article:
            articles += 1
            documents.append(_article(source, chosen))
        else:
            documents.append(_no_article(source, record))
    if not articles:
        raise NoArticle(f"{path}: no article in it: a record needs a body (body, text, content …), or a headline with "
                        "a byline or a date. Fields with other names are set under “records” in the config")
    return documents


def escape(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)[1:-1]


def _article(source: Source, chosen: Mapping[str, list[Value]]) -> Document:
    text = Text()
    given = []
    parts = [(part, role) for role, parts in chosen.items() if role in ZONES for part in parts]
    for part, role in sorted(parts, key=_part_start):
        if text.length:
            text.virtual("\n\n")
        start = text.length
        _decode(text, source.raw, part.start + 1, part.end - 1)
        given.append(Zone(ZONES[role], start, text.length))
    facts = {"date": chosen["date"][0].value} if "date" in chosen else None
    return document(source.path, source.raw, source.starts, "".join(text.parts), text.pieces, given, NAME, facts=facts)


def _part_start(part: tuple[Value, str]) -> int:
    return part[0].start


def _no_article(source: Source, record: Value) -> Document:
    """No text; its one empty piece tells where the note belongs."""
    return document(source.path, source.raw, source.starts, "", [Piece(0, record.start, 0, 0)], [], NAME,
                    notes=(Hit("newslint/no-article", 0, 0),))


def _decode(text: Text, raw: str, start: int, end: int) -> None:
    """Add the string written as raw[start:end]; an escape is one piece, and half a surrogate pair is U+FFFD."""
    position = start
    for match in ESCAPE.finditer(raw, start, end):
        text.copy(raw, position, match.start())
        high, low, unit, simple = match.groups()
        if simple:
            character = SIMPLE[simple]
        elif high:
            character = chr(0x10000 + ((int(high, 16) & 0x3FF) << 10) + (int(low, 16) & 0x3FF))
        elif unit:
            character = chr(int(unit, 16))
            if character == "\r":
                character = "\n"
            elif "\ud800" <= character <= "\udfff":
                character = "\ufffd"
        else:
            character = "\n"
        text.put(character, match.start(), match.end())
        position = match.end()
    text.copy(raw, position, end)


def _fields(raw: str, record: Value, names: Mapping[str, tuple[str, int]]) -> tuple[dict[str, list[Value]], bool]:
    """From role to the strings of the best named field that has any (a list's items are so many strings), and whether
    that makes an article."""
    best: dict[str, int] = {}
    chosen: dict[str, list[Value]] = {}
    for key, value in _members(raw, record.start):
        role, rank = names.get(plain(key), ("", 0))
        if role and rank <= best.get(role, rank):
            strings = list(_strings(raw, value, role))
            if strings:
                best[role], chosen[role] = rank, strings
    told = "body" in chosen or ("headline" in chosen and ("byline" in chosen or "date" in chosen))
    return chosen, told or any(rank < 0 for role, rank in best.items() if role in ZONES)


def _strings(raw: str, value: Value, role: str) -> Iterator[Value]:
    """The strings with anything in them: the value, its items, or, for a byline, the names in them."""
    for item in _items(raw, value.start) if isinstance(value.value, list) else (value,):
        if role == "byline" and isinstance(item.value, dict):       # schema.org: {"@type": "Person", "name": …}
            item = dict(_members(raw, item.start)).get("name", item)
        if isinstance(item.value, str) and item.value.strip():
            yield item


def _whole(source: Source, first: int) -> list[Value]:
    raw = source.raw
    whole = _value(source, first, len(raw))
    rest = _skip(raw, whole.end)
    if rest < len(raw):
        if "\n" in raw[whole.end:rest] or "\r" in raw[whole.end:rest]:
            return _lines(source)
        raise _invalid(source, rest, "more follows where it should end")
    if isinstance(whole.value, list):
        return list(_items(raw, first))
    if isinstance(whole.value, dict):
        members = dict(_members(raw, first))
        for key in CONTAINERS:
            if key in members and any(isinstance(item, dict) for item in _as_list(members[key].value)):
                return list(_items(raw, members[key].start))
        if members and all(isinstance(member.value, dict) for member in members.values()):
            return list(members.values())
    return [whole]


def _as_list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _lines(source: Source) -> list[Value]:
    raw, starts = source.raw, source.starts
    found = []
    for start, end in zip(starts, [*starts[1:], len(raw)]):
        start = _skip(raw, start + 1 if raw[start:start + 1] == BOM else start)
        end = start + len(raw[start:end].rstrip())
        if start < end:
            record = _value(source, start, end)
            rest = _skip(raw, record.end)
            if rest < end:
                raise _invalid(source, rest, "more follows where the record should end")
            found.append(record)
    return found


def _value(source: Source, start: int, end: int) -> Value:
    """The JSON value at raw[start], all of it before `end`."""
    try:
        value, length = DECODER.raw_decode(source.raw[start:end])
    except json.JSONDecodeError as error:
        raise _invalid(source, start + error.pos, error.msg[:1].lower() + error.msg[1:]) from None
    except RecursionError:
        raise _invalid(source, start, "nested too deep") from None
    return Value(value, start, start + length)


def _invalid(source: Source, offset: int, what: str) -> UserError:
    line = bisect_right(source.starts, offset)
    column = offset - source.starts[line - 1] + 1 - (line == 1 and source.raw[:1] == BOM)
    return UserError(f"{source.path}:{line}:{column}: not valid JSON: {what}")


def _members(raw: str, position: int) -> Iterator[tuple[str, Value]]:
    """The names and values of the object at raw[position], which is known to be valid."""
    position = _skip(raw, position + 1)
    while raw[position] != "}":
        name, position = DECODER.raw_decode(raw, position)
        start = _skip(raw, _skip(raw, position) + 1)
        value, position = DECODER.raw_decode(raw, start)
        yield name, Value(value, start, position)
        position = _skip(raw, position)
        if raw[position] == ",":
            position = _skip(raw, position + 1)


def _items(raw: str, position: int) -> Iterator[Value]:
    """The values of the array at raw[position], which is known to be valid."""
    position = _skip(raw, position + 1)
    while raw[position] != "]":
        value, end = DECODER.raw_decode(raw, position)
        yield Value(value, position, end)
        position = _skip(raw, end)
        if raw[position] == ",":
            position = _skip(raw, position + 1)


def _skip(raw: str, position: int) -> int:
    match = SPACE.match(raw, position)
    return match.end() if match else position
