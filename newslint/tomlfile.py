"""[tool.newslint] in pyproject.toml, and where its keys and values stand.

tomllib keeps no places, so they are looked for in the text; faults in what is written in an unusual way
(`tool.newslint.level = …`, one inline table for all) are drawn as faults of the file as a whole.
"""
from __future__ import annotations

import re
from typing import Any, NamedTuple

from newslint.faults import BrokenFiles, Fault

_KEY = r"""(?:[\w-]+|"[^"\n]*"|'[^'\n]*')"""
_PATH = rf"{_KEY}(?:[ \t]*\.[ \t]*{_KEY})*"
_LINE = re.compile(rf"^[ \t]*(?:(\[\[?)[ \t]*({_PATH})[ \t]*\]|({_PATH})[ \t]*=[ \t]*)", re.MULTILINE)
_SCALAR = re.compile(r"""[ \t]*("[^"\n]*"|'[^'\n]*'|[^\s,\]}#]+)""")

Span = tuple[int, int]


class TomlLocate(NamedTuple):
    """What yamlfile.Locate is for YAML."""

    path: str
    text: str
    data: dict[str, Any]

    def __call__(self, *keys: Any) -> tuple[int, int, int]:
        return self._place(keys, at_key=False)

    def key(self, *keys: Any) -> tuple[int, int, int]:
        return self._place(keys, at_key=True)

    def fault(self, message: str, *keys: Any, hint: str = "", at_key: bool = False) -> Fault:
        line, column, length = self._place(keys, at_key)
        source = self.text.split("\n")[line - 1].rstrip("\r") if line else ""
        return Fault(self.path, line, column, length, source, message, hint)

    def existing(self, keys: tuple[Any, ...]) -> tuple[Any, ...]:
        value: Any = self.data
        found = []
        for key in keys:
            if isinstance(value, dict) and key in value or isinstance(value, list) and isinstance(key, int):
                value = value[key]
                found.append(key)
        return tuple(found)

    def _place(self, keys: tuple[Any, ...], at_key: bool) -> tuple[int, int, int]:
        keys = self.existing(keys)
        lines = _lines(self.text)
        depth = next((n for n in range(len(keys), 0, -1) if keys[:n] in lines), 0)
        if not depth:
            return 0, 0, 0
        span, value_start = lines[keys[:depth]]
        value: Any = self.data
        for key in keys[:depth]:
            value = value[key]
        if depth == len(keys) and not at_key and not isinstance(value, (dict, list)):
            span = _scalar(self.text, value_start) or span
        for key in keys[depth:]:            # inside an array or an inline table
            value = value[key]
            inner = _inside(self.text, value_start, key, value)
            if inner is None:
                break
            span, value_start = inner
            if isinstance(key, str) and not at_key:
                span = _scalar(self.text, value_start) or span
        start, end = span
        line_start = self.text.rfind("\n", 0, start) + 1
        return self.text.count("\n", 0, start) + 1, start - line_start + 1, end - start


def read_toml(path: str, text: str) -> tuple[dict[str, Any] | None, TomlLocate]:
    """The table, or None where there is none. Raises BrokenFiles where the file is not TOML."""
    import tomllib

    try:
        tool = tomllib.loads(text).get("tool")
    except RecursionError:
        raise BrokenFiles([Fault(path, 0, 0, 0, "", "lists or tables nested too deeply")], "config file") from None
    except tomllib.TOMLDecodeError as error:
        message, _, at = str(error).partition(" (at ")
        numbers = [int(number) for number in re.findall(r"\d+", at)]
        line, column = numbers if len(numbers) == 2 else (0, 0)
        source = text.split("\n")[line - 1].rstrip("\r") if line else ""
        fault = Fault(path, line, column, 1, source, f"not valid TOML: {message[:1].lower()}{message[1:]}")
        raise BrokenFiles([fault], "config file") from None
    table = tool.get("newslint") if isinstance(tool, dict) else None
    if table is not None and not isinstance(table, dict):
        raise BrokenFiles([Fault(path, 0, 0, 0, "", "tool.newslint should be a table")], "config file")
    return table, TomlLocate(path, text, table or {})


def _lines(text: str) -> dict[tuple[Any, ...], tuple[Span, int]]:
    """The keys that lead to each line of our tables -> the span of its key, and where its value starts."""
    found: dict[tuple[Any, ...], tuple[Span, int]] = {}
    table: tuple[Any, ...] | None = None
    last: dict[str, int] = {}               # array of tables -> the index of its latest table
    for match in _LINE.finditer(text):
        keys = tuple(key.strip("\"'") for key in re.findall(_KEY, match[2] or match[3]))
        if match[1]:
            table = None
            if keys[:2] != ("tool", "newslint"):
                continue
            table = keys[2:]
            if match[1] == "[[" and len(table) == 1:
                last[table[0]] = last.get(table[0], -1) + 1
            if table and table[0] in last:
                table = (table[0], last[table[0]], *table[1:])
            found[table] = match.span(2), match.end()
        elif table is not None:
            found[(*table, *keys)] = match.span(3), match.end()
    return found


def _scalar(text: str, start: int) -> Span | None:
    match = _SCALAR.match(text, start)
    return match.span(1) if match else None


def _inside(text: str, start: int, key: Any, value: Any) -> tuple[Span, int] | None:
    """The place of an entry of the array, or a key of the inline table, that starts here."""
    following = _LINE.search(text, start)
    end = following.start() if following else len(text)
    if isinstance(key, str):
        match = re.compile(rf"""(["']?{re.escape(key)}["']?)\s*=\s*""").search(text, start, end)
    elif isinstance(value, (dict, list)):
        return None
    else:
        written = re.escape(value if isinstance(value, str) else str(value).lower())
        match = re.compile(rf"""(["']{written}["']|(?<![\w."']){written}(?![\w."']))""").search(text, start, end)
    return (match.span(1), match.end()) if match else None
