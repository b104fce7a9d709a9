"""YAML files written by hand: plain data, the place of every key and value, and what is wrong in plain words.

`load` gives dicts, lists, str, int, float, bool and None only. Keys are always the text as written; dates stay the
text as written. Anchors, aliases and tags are refused: neither rules nor config need them, and an alias can make
a small file expand without end.
"""
from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any, NamedTuple, Protocol

from newslint.faults import BrokenFiles, Fault, advice, nearest

Keys = tuple[Any, ...]                      # the way to a value: ("overrides", 0, "paths")


class Places(Protocol):
    """What finds the places of one file: Locate here, TomlLocate for pyproject.toml."""

    def key(self, *keys: Any) -> tuple[int, int, int]: ...

    def fault(self, message: str, *keys: Any, hint: str = "", at_key: bool = False) -> Fault: ...

    def existing(self, keys: Keys) -> Keys: ...


class Locate(NamedTuple):
    """Where things stand in one file. `locate("level")` is the place of that value, `locate.key("level")` of its key.

    A place is (line, column, length); what is not there has the place of its nearest parent, and the whole file
    is (0, 0, 0).
    """

    path: str
    text: str
    root: Any                               # the ruamel node

    def __call__(self, *keys: Any) -> tuple[int, int, int]:
        return self._place(keys, at_key=False)

    def key(self, *keys: Any) -> tuple[int, int, int]:
        return self._place(keys, at_key=True)

    def fault(self, message: str, *keys: Any, hint: str = "", at_key: bool = False) -> Fault:
        """A fault at the value (or the key) these keys lead to; without keys, of the file as a whole."""
        line, column, length = self._place(keys, at_key)
        return Fault(self.path, line, column, length, _line(self.text, line), message, hint)

    def existing(self, keys: Keys) -> Keys:
        """Those of the keys that lead somewhere; the others (pydantic names union members too) are left out."""
        node, found = self.root, []
        for key in keys:
            inner = _child(node, key)
            if inner is not None:
                found.append(key)
                node = inner[1]
        return tuple(found)

    def _place(self, keys: Keys, at_key: bool) -> tuple[int, int, int]:
        key_node, node, depth = None, self.root, 0
        for key in keys:
            inner = _child(node, key)
            if inner is None:
                break
            key_node, node = inner
            depth += 1
        if depth == 0:
            return 0, 0, 0
        block = not hasattr(node, "value") or (isinstance(node.value, list) and not node.flow_style)
        empty = node.start_mark.index == node.end_mark.index
        # A block has no end that can be underlined, and a value left out has no place: both have a key to show.
        if key_node is not None and (at_key or depth < len(keys) or block or empty):
            node = key_node
        return _span(self.text, node.start_mark.index, node.end_mark.index)


def decode(path: str, data: bytes) -> str:
    """The text of a UTF-8 file. Raises BrokenFiles at the first byte that is none."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        start = data.rfind(b"\n", 0, error.start) + 1
        column = len(data[start:error.start].decode("utf-8", "replace")) + 1
        source = data[start:].split(b"\n", 1)[0].decode("utf-8", "replace")
        raise BrokenFiles([Fault(path, data.count(b"\n", 0, error.start) + 1, column, 1, source,
                                 f"byte 0x{data[error.start]:02x} is not UTF-8", "save the file as UTF-8")]) from None


def load(path: str, text: str) -> tuple[dict[str, Any], Locate]:
    """The mapping a YAML file holds. Raises BrokenFiles with all faults that reading can show."""
    from ruamel.yaml import YAML
    from ruamel.yaml.error import MarkedYAMLError
    from ruamel.yaml.reader import ReaderError

    text = text.removeprefix("\ufeff")
    try:
        node = YAML(typ="safe", pure=True).compose(text)
        locate = Locate(path, text, node)
        faults: list[Fault] = []
        data = None if node is None else _plain(node, locate, set(), faults)
    except ReaderError as error:
        code = ord(error.character) if isinstance(error.character, str) else error.character
        raise BrokenFiles([_at(path, text, error.position, error.position + 1,
                               f"control character U+{code:04X} is not allowed in YAML", "take it out")]) from None
    except MarkedYAMLError as error:
        raise BrokenFiles([_syntax(path, text, error)]) from None
    except RecursionError:
        raise BrokenFiles([Fault(path, 0, 0, 0, "", "lists or mappings nested too deeply")]) from None
    if not faults and not isinstance(data, dict):
        found = "the file is empty" if data is None else f"the file holds {_kind(data)}"
        faults.append(Fault(path, 0, 0, 0, "", f"{found}; it should hold lines of the form “key: value”"))
    if faults:
        raise BrokenFiles(faults)
    assert isinstance(data, dict)
    return data, locate


def faults_from_pydantic(error: Any, locate: Places, known: Callable[[Keys], Iterable[str]],
                         missing: Mapping[str, tuple[str, str]] | None = None) -> list[Fault]:
    """What a pydantic ValidationError says, in plain words and at its place.

    `known(keys)` names the fields a mapping may have (`()` is the file itself); `missing` gives message and hint for
    fields whose absence deserves better than the usual words. A ValueError raised in a validator is shown as it
    is, its first line as message, the rest as hint.
    """
    faults: list[Fault] = []
    wrong: dict[Keys, tuple[Any, list[str], list[str]]] = {}   # place -> what stands there, types, words it may be
    entries = [(locate.existing(entry["loc"]), entry) for entry in error.errors()]
    # A misspelt key is one mistake, not an unknown key and a missing one.
    meant = {(*keys[:-1], nearest(str(keys[-1]), known(keys[:-1]))) for keys, entry in entries
             if entry["type"] == "extra_forbidden"}
    for keys, entry in entries:
        kind, name = entry["type"], entry["loc"][-1] if entry["loc"] else ""
        if kind == "missing":
            if (*keys, name) in meant:
                continue
            message, hint = (missing or {}).get(str(name), (f'"{name}" is missing', f"add:  {name}: …"))
            faults.append(locate.fault(message, *keys, hint=hint))
        elif kind == "extra_forbidden":
            hint = advice(str(name), known(keys[:-1]))
            faults.append(locate.fault(f'unknown key "{name}"', *keys, hint=hint, at_key=True))
        elif kind == "value_error":
            message, _, hint = str(entry["ctx"]["error"]).partition("\n")
            faults.append(locate.fault(message, *keys, hint=hint))
        elif kind == "literal_error":
            place = wrong.setdefault(keys, (entry["input"], [], []))
            place[2].extend(re.findall(r"'([^']*)'", entry["ctx"]["expected"]))
        elif kind in _WANTED:
            wrong.setdefault(keys, (entry["input"], [], []))[1].append(_WANTED[kind])
        elif kind in ("too_short", "string_too_short"):
            message, hint = (missing or {}).get(str(name), (f"{_name(keys)} is empty", "fill it in, or take it out"))
            faults.append(locate.fault(message, *keys, hint=hint))
        else:
            faults.append(locate.fault(f"{_name(keys)}: {entry['msg'][:1].lower()}{entry['msg'][1:]}", *keys))
    for keys, (value, types, words) in wrong.items():
        # A union that got as far as an item of a list says more there than “should be text” says of the list.
        if any(len(other) > len(keys) and other[:len(keys)] == keys for other, _ in entries):
            continue
        field = keys[-1] if keys and keys[-1] in known(keys[:-1]) else ""
        faults.append(_wrong(locate, keys, field, value, list(dict.fromkeys(types)), list(dict.fromkeys(words))))
    return faults


_WANTED = {"string_type": "text", "list_type": "a list", "dict_type": "a mapping (key: value)",
           "model_type": "a mapping (key: value)", "model_attributes_type": "a mapping (key: value)",
           "bool_type": "true or false", "bool_parsing": "true or false", "int_type": "a whole number",
           "int_parsing": "a whole number", "int_from_float": "a whole number", "float_type": "a number",
           "float_parsing": "a number", "tuple_type": "a list", "none_required": "nothing"}
_TAG = "tag:yaml.org,2002:"


def _wrong(locate: Places, keys: Keys, field: str, value: Any, types: list[str], words: list[str]) -> Fault:
    if words and isinstance(value, str):
        message = f'unknown {field} "{value}"' if field else f'unknown entry "{value}" in {_name(keys[:-1])}' \
            if isinstance(keys[-1], int) else f'unknown value "{value}" for "{keys[-1]}"'
        return locate.fault(message, *keys, hint=advice(value, words))
    hint = ""
    if "text" in types and isinstance(value, (bool, int, float)):
        hint = "put quotes around it"
    elif types == ["a list"] and isinstance(value, str):
        hint = f'write it as ["{value}"]'
    elif value is None:
        hint = "give it a value, or take it out"
    wanted = " or ".join(types + ([f"one of {', '.join(words)}"] if words else []))
    return locate.fault(f"{_name(keys)} should be {wanted}, not {_kind(value)}", *keys, hint=hint)


def _name(keys: Keys) -> str:
    if not keys:
        return "the file"
    return f'entry {keys[-1] + 1} of {_name(keys[:-1])}' if isinstance(keys[-1], int) else f'"{keys[-1]}"'


def _kind(value: Any) -> str:
    for types, name in ((bool, "true or false"), ((int, float), "a number"), (str, "text"), (list, "a list"),
                        (dict, "a mapping (key: value)")):
        if isinstance(value, types):
            return name
    return "empty" if value is None else "a date"   # the only other type TOML has


def _plain(node: Any, locate: Locate, seen: set[int], faults: list[Fault]) -> Any:
    def fault(node: Any, message: str, hint: str) -> None:
        faults.append(_at(locate.path, locate.text, node.start_mark.index, node.end_mark.index, message, hint))

    if node.anchor is not None:
        if id(node) not in seen:
            fault(node, f"anchors and aliases (&{node.anchor}, *{node.anchor}) are not allowed here",
                  "write the value out at each place")
        seen.add(id(node))
        return None
    tag = str(node.tag).removeprefix(_TAG)
    if isinstance(node.value, str):
        _surrogates(node, fault)
        try:
            return _SCALARS[tag](node.value)
        except KeyError:
            fault(node, "tags (!…) are not allowed here", "write plain text, in quotes if it starts with “!”")
        except ValueError:
            fault(node, f'"{node.value}" is not a valid {tag}', "put quotes around it")
        return None
    if tag == "seq":
        return [_plain(item, locate, seen, faults) for item in node.value]
    if tag != "map":
        fault(node, "tags (!…) are not allowed here", "take the tag out")
        return None
    data: dict[str, Any] = {}
    for key, value in node.value:
        if not isinstance(key.value, str):
            fault(key, "a key must be text", "a value that starts with { or [ needs quotes")
            continue
        _surrogates(key, fault)
        if key.anchor is not None:
            _plain(key, locate, seen, faults)
        if key.value in data:
            fault(key, f'the key "{key.value}" stands here a second time', "keep one of the two")
        data[key.value] = _plain(value, locate, seen, faults)
    return data


def _surrogates(node: Any, fault: Callable[[Any, str, str], None]) -> None:
    if re.search("[\ud800-\udfff]", node.value):
        fault(node, "half a character (\\ud800 to \\udfff)", "write the character itself")


def _integer(text: str) -> int:
    text = text.replace("_", "")
    return int(text, 0) if re.match(r"[+-]?0[xob]", text) else int(text)


def _float(text: str) -> float:
    return float(text.replace("_", "").lower().replace(".inf", "inf").replace(".nan", "nan"))


_SCALARS: dict[str, Callable[[str], Any]] = {
    "str": str, "timestamp": str, "merge": str, "value": str, "int": _integer, "float": _float,
    "null": lambda text: None, "bool": lambda text: text.lower() in ("true", "yes", "on", "y")}


def _syntax(path: str, text: str, error: Any) -> Fault:
    """A syntax error in words for people who know YAML by its look only."""
    problem = error.problem or "not valid YAML"
    mark, message, hint = error.problem_mark or error.context_mark, f"not valid YAML: {problem}", ""
    quote = "put the whole text in quotes"
    if "'\\t'" in problem:
        message, hint = "a tab where YAML allows only spaces", "indent with spaces"
    elif "another document" in problem:
        message, hint = "a second document starts here", "keep one document a file; take out “---”"
    elif "mapping values are not allowed" in problem:
        message, hint = "a colon and a space inside a value", quote
    elif "cannot start any token" in problem:
        message, hint = "a value cannot start with this character", quote
    elif "undefined alias" in problem:
        message, hint = "a value that starts with “*” is read as an alias", quote
    elif "expected ',' or" in problem or "unexpected end of stream" in problem:
        mark = error.context_mark or mark
        opened = text[mark.index:mark.index + 1]
        message = f"what {opened} opens here is not closed, or a comma is missing" if opened in ("[", "{") else \
            f"what {opened} opens here is not closed"
    elif "block end" in problem:
        message, hint = "this does not belong to what stands above it", f"check the indent and the quotes; or {quote}"
    elif "could not find expected ':'" in problem:
        mark = error.context_mark or mark
        message, hint = "a line without “key: value”", "add the colon, or indent the line"
    return _at(path, text, mark.index, mark.index + 1, message, hint)


def _at(path: str, text: str, start: int, end: int, message: str, hint: str) -> Fault:
    line, column, length = _span(text, start, end)
    return Fault(path, line, column, length, _line(text, line), message, hint)


def _span(text: str, start: int, end: int) -> tuple[int, int, int]:
    # The end of the stream stands after the last line break; the last line with text says more.
    start = min(start, len(text.rstrip()))
    line_start = text.rfind("\n", 0, start) + 1
    line_end = text.find("\n", start)
    line_end = len(text) if line_end < 0 else line_end
    return text.count("\n", 0, start) + 1, start - line_start + 1, max(1, min(end, line_end) - start)


def _line(text: str, line: int) -> str:
    return text.split("\n")[line - 1].rstrip("\r") if line else ""


def _child(node: Any, key: Any) -> tuple[Any, Any] | None:
    """(key node, value node) for one step down; a list item has no key node."""
    if not isinstance(getattr(node, "value", None), list):
        return None
    if isinstance(key, int):
        items = node.value if node.id == "sequence" else []
        return (None, items[key]) if 0 <= key < len(items) else None
    if node.id == "mapping":
        for key_node, value in node.value:
            if key_node.value == key:
                return key_node, value
    return None
