"""The files of a baseline and of suppressions beside the config: one finding a line, sorted, tab-separated.

    path, rule, fingerprint, text, and in a list of suppressions the reason

The path is relative to the folder of the file, with slashes. What tells a finding is the fingerprint of its rule and
sentence; where a file has several that are alike, from the second on “-2” and so on is added. The text is for people.
Lines that start with # are comments. Tabs, backslashes and what does not print are written as escapes.

An entry holds for its own file. Where that file is gone, it was renamed, or its paragraphs went elsewhere: then the
entry holds for one finding of the same rule and sentence in any file. So a sentence that stands in two files needs two
entries, and a copy of an old article is new. Where the sentence is gone, but for one that marks the same text by the
same rule in its file, something else in the sentence was mended, and the entry holds for that.
"""
from __future__ import annotations

import os
import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from newslint.errors import UserError
from newslint.model import Finding

ESCAPED = re.compile(r"\\(?:([\\tnr])|u([0-9a-f]{4})|U([0-9a-f]{8}))")
SIMPLE = {"\\": "\\", "t": "\t", "n": "\n", "r": "\r"}
MERGE_MARKS = ("<<<<<<<", "|||||||", "=======", ">>>>>>>")
FEW = 20                                    # findings that are looked for in all of the file, one by one
LONGEST = 60                                # characters of the text that are kept


class Entry(NamedTuple):
    """A line, its fields as they are written."""

    path: str
    rule: str
    fingerprint: str
    text: str
    reason: str | None = None

    @property
    def key(self) -> tuple[str, str]:
        """What tells it from all others."""
        return self.path, self.fingerprint

    @property
    def line(self) -> str:
        return "\t".join(field for field in self if field is not None)


class Entries:
    """The entries of one file, and which of them were used. A line is taken apart when it is asked for: most runs need
    few of them."""

    def __init__(self, path: str, columns: int, text: str) -> None:
        self.path = path
        self.columns = columns
        self.folder = os.path.dirname(os.path.abspath(path))
        self.text = text
        self.lines = _entry_lines(path, columns, text)
        self.used: set[tuple[str, str]] = set()
        self._by_path: dict[str, dict[str, Entry]] = {}
        self._elsewhere: dict[str, list[str]] | None = None     # by fingerprint: the paths

    @property
    def entries(self) -> list[Entry]:
        return [self._entry(line) for line in self.lines]

    @property
    def paths(self) -> list[str]:
        return list(dict.fromkeys(line.partition("\t")[0] for line in self.lines))

    def relative(self, path: str) -> str:
        """A path as the file writes it."""
        return escaped(relative(self.folder, path))

    def of(self, path: str) -> dict[str, Entry]:
        """The entries of a path as it is written, by fingerprint."""
        if path not in self._by_path:
            start = bisect_left(self.lines, f"{path}\t")
            found = map(self._entry, self.lines[start:bisect_left(self.lines, f"{path}\n", start)])
            self._by_path[path] = {entry.fingerprint: entry for entry in found}
        return self._by_path[path]

    def take(self, findings: Sequence[Finding]) -> list[Finding]:
        """The findings that no entry holds for; those it does hold for are used."""
        left = []
        for finding, (path, fingerprint) in keyed(findings, self.relative):
            if fingerprint in self.of(path):
                self.used.add((path, fingerprint))
            else:
                left.append((finding, path, fingerprint))
        if len(left) > FEW or any(fingerprint in self.text for _, _, fingerprint in left):
            left = [(finding, path, fingerprint) for finding, path, fingerprint in left if not self._moved(fingerprint)]
        return [finding for finding, path, _ in left if not self._edited(path, finding)]

    def gone(self, path: str) -> bool:
        """Whether the file of an entry is not there."""
        return inside(path) and not os.path.lexists(os.path.join(self.folder, plain(path)))

    def unused(self, checked: Iterable[str], roots: Iterable[str] = ()) -> list[Entry]:
        """The entries that held for nothing, of the files in the run, and of files that are gone from its folders."""
        paths = dict.fromkeys(map(self.relative, checked))
        folders = tuple("" if root == "." else f"{root}/" for root in map(self.relative, roots))
        if folders:
            paths |= dict.fromkeys(path for path in self.paths if path not in paths and path.startswith(folders)
                                   and self.gone(path))
        return [entry for path in paths for entry in self.of(path).values() if entry.key not in self.used]

    def _moved(self, fingerprint: str) -> bool:
        """Whether there is an unused entry for this of a file that is gone."""
        if self._elsewhere is None:
            self._elsewhere = {}
            for entry in self.entries:
                self._elsewhere.setdefault(entry.fingerprint, []).append(entry.path)
        return self._use((path, fingerprint) for path in self._elsewhere.get(fingerprint, ()) if self.gone(path))

    def _edited(self, path: str, finding: Finding) -> bool:
        """Whether there is an unused entry for the same text in the file."""
        marked = finding.rule, escaped(cut(finding.match))
        return self._use(entry.key for entry in self.of(path).values() if (entry.rule, entry.text) == marked)

    def _use(self, keys: Iterable[tuple[str, str]]) -> bool:
        """Use the first of these that is not used yet, if there is one."""
        key = next((key for key in keys if key not in self.used), None)
        if key:
            self.used.add(key)
        return key is not None

    def _entry(self, line: str) -> Entry:
        fields = line.split("\t")
        if len(fields) != self.columns:
            _refuse(line, f"{self.path}:{self.text.split(chr(10)).index(line) + 1}", self.columns)
        return Entry(*fields)


def read(path: str, columns: int) -> Entries | None:
    """The entries of a file with so many columns; None where there is no such file. Raises UserError."""
    try:
        with open(path, "rb") as file:
            data = file.read()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise UserError(f"{path}: cannot be read: {(error.strerror or str(error)).lower()}") from None
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        raise UserError(f"{path}:{data.count(10, 0, error.start) + 1}: not UTF-8: newslint writes this file as UTF-8; "
                        "restore it") from None
    return Entries(path, columns, text.removeprefix("\ufeff").replace("\r\n", "\n"))


def _entry_lines(path: str, columns: int, text: str) -> list[str]:
    """The lines that are entries, sorted."""
    heading, *lines = text.removesuffix("\n").split("\n")
    if not heading.startswith("#") or text.count("\t") != (columns - 1) * len(lines):
        # Not as it was written: comments, a merge, a slip.
        for number, line in enumerate((heading, *lines), 1):
            if line.count("\t") != columns - 1:
                _refuse(line, f"{path}:{number}", columns)
        lines = [line for line in (heading, *lines) if line.count("\t") == columns - 1]
    return sorted(lines)


def _refuse(line: str, where: str, columns: int) -> None:
    """Raises UserError for a line that is neither blank nor a comment."""
    if line.startswith(MERGE_MARKS):
        raise UserError(f"{where}: a merge left its marks here: keep the lines of both sides, in any order, and take "
                        "out the marks")
    if line.strip() and not line.startswith("#"):
        raise UserError(f"{where}: not an entry: {columns} columns with tabs between them are wanted, and here are "
                        f"{line.count(chr(9)) + 1}")


def written(entries: Iterable[Entry], heading: str) -> bytes:
    """The file of these entries, each once."""
    lines = sorted({entry.line for entry in entries})
    return "".join(f"{line}\n" for line in (f"# {heading}", *lines)).encode()


def entries_of(findings: Sequence[Finding], folder: str, *more: str) -> list[Entry]:
    """What stands for these findings in a file in that folder; `more` are further columns."""
    return [Entry(key[0], finding.rule, key[1], escaped(cut(finding.match)), *map(escaped, more))
            for finding, key in keyed(findings, lambda path: escaped(relative(folder, path)))]


def keyed(findings: Sequence[Finding], relative: Callable[[str], str]) -> list[tuple[Finding, tuple[str, str]]]:
    """Each with its path and its fingerprint, which is told apart from those before it in the same file."""
    seen: dict[tuple[str, str], int] = {}
    paths: dict[str, str] = {}
    result = []
    for finding in findings:
        path = paths.get(finding.path) or paths.setdefault(finding.path, relative(finding.path))
        number = seen[path, finding.fingerprint] = seen.get((path, finding.fingerprint), 0) + 1
        result.append((finding, (path, finding.fingerprint + (f"-{number}" if number > 1 else ""))))
    return result


def relative(folder: str, path: str) -> str:
    """A path from a folder, with slashes."""
    full = os.path.abspath(path)
    try:
        return os.path.relpath(full, folder).replace(os.sep, "/")
    except ValueError:                      # another drive
        return full.replace(os.sep, "/")


def inside(path: str) -> bool:
    """Whether the path of an entry leads below the folder of its file: nothing else is looked at for its sake."""
    way = plain(path).replace("\\", "/")
    return not (os.path.isabs(way) or ":" in way[1:2] or ".." in way.split("/"))


def cut(text: str) -> str:
    """The beginning of a text on one line."""
    text = " ".join(text[:4 * LONGEST].split())
    return text if len(text) <= LONGEST else text[:LONGEST - 1] + "…"


def escaped(text: str) -> str:
    if text.isprintable() and "\\" not in text and not text.startswith("#"):
        return text
    return "".join(_escape(char) if not char.isprintable() or char == "\\" or char == "#" and not at else char
                   for at, char in enumerate(text))


def plain(text: str) -> str:
    """What was escaped."""
    return ESCAPED.sub(_unescape, text) if "\\" in text else text


def _escape(char: str) -> str:
    simple = {"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"}.get(char)
    return simple or (f"\\u{ord(char):04x}" if char < "\U00010000" else f"\\U{ord(char):08x}")


def _unescape(match: re.Match[str]) -> str:
    return SIMPLE[match[1]] if match[1] else chr(int(match[2] or match[3], 16))
