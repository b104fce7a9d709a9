"""The files of a baseline and of suppressions beside the config: one finding a line, sorted, tab-separated.

    path, rule, fingerprint, text, and in a list of suppressions the reason

The path is relative to the folder of the file, with slashes. What tells a finding is its rule and the fingerprint of its
sentence; where a file has several that are alike, from the second on “-2” and so on is added to it. The text is for
people. Lines that start with # are comments. Tabs, backslashes and what does not print are written as escapes.

An entry holds for its own file. Where that file is gone, it was renamed, or its paragraphs went elsewhere: then the
entry holds for one finding of the same rule and sentence in any file. So a sentence that stands in two files needs two
entries, and a copy of an old article is new.
"""
from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from newslint.errors import UserError
from newslint.model import Finding

ESCAPED = re.compile(r"\\(?:([\\tnr])|u([0-9a-f]{4})|U([0-9a-f]{8}))")
SIMPLE = {"\\": "\\", "t": "\t", "n": "\n", "r": "\r"}
MERGE_MARKS = ("<<<<<<<", "|||||||", "=======", ">>>>>>>")
LONGEST = 60                                # characters of the text that are kept


class Entry(NamedTuple):
    path: str                               # as it is written, with escapes
    rule: str
    fingerprint: str
    text: str
    reason: str = ""
    line: int = 0                           # in its file


class Entries:
    """The entries of one file, and which of them were used."""

    def __init__(self, folder: str, entries: list[Entry]) -> None:
        self.folder = folder
        self.entries = entries
        self.used: set[tuple[str, str]] = set()         # path and fingerprint
        self.by_place = {(entry.path, entry.fingerprint): entry for entry in entries}
        self._elsewhere: dict[str, list[str]] | None = None     # by fingerprint: the paths

    def relative(self, path: str) -> str:
        """A path as the file writes it."""
        return escaped(relative(self.folder, path))

    def take(self, findings: Sequence[Finding]) -> list[Finding]:
        """The findings that no entry holds for; those it does hold for are used."""
        left = []
        for finding, key in keyed(findings, self.relative):
            if key in self.by_place:
                self.used.add(key)
            else:
                left.append((finding, key[1]))
        return [finding for finding, fingerprint in left if not self._moved(fingerprint)]

    def _moved(self, fingerprint: str) -> bool:
        """Whether there is an unused entry for this of a file that is gone."""
        if self._elsewhere is None:
            self._elsewhere = {}
            for path, other in self.by_place:
                self._elsewhere.setdefault(other, []).append(path)
        for path in self._elsewhere.get(fingerprint, ()):
            if (path, fingerprint) not in self.used and self.gone(path):
                self.used.add((path, fingerprint))
                return True
        return False

    def gone(self, path: str) -> bool:
        """Whether the file of an entry is not there."""
        return not os.path.lexists(os.path.join(self.folder, plain(path)))

    def unused(self, checked: Iterable[str], roots: Iterable[str] = ()) -> list[Entry]:
        """The entries that held for nothing, of the files in the run, and of files that are gone from its folders."""
        paths = {self.relative(path) for path in checked}
        inside = tuple("" if root == "." else f"{root}/" for root in map(self.relative, roots))
        return [entry for key, entry in self.by_place.items() if key not in self.used
                and (entry.path in paths or entry.path.startswith(inside) and self.gone(entry.path))]


def read(path: str, columns: int) -> list[Entry] | None:
    """The entries of a file with so many columns; None where there is no such file. Raises UserError."""
    try:
        with open(path, "rb") as file:
            data = file.read()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise UserError(f"{path}: cannot be read: {(error.strerror or str(error)).lower()}") from None
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UserError(f"{path}:{data.count(10, 0, error.start) + 1}: not UTF-8: newslint writes this file as UTF-8; "
                        "restore it") from None
    found = []
    for number, line in enumerate(text.split("\n"), 1):
        fields = line.rstrip("\r").split("\t")
        if len(fields) == columns:
            found.append(Entry(*fields[:4], fields[4] if columns > 4 else "", number))
        elif not line.strip() or line.startswith("#"):
            continue
        elif line.startswith(MERGE_MARKS):
            raise UserError(f"{path}:{number}: a merge left its marks here: keep the lines of both sides, in any order, "
                            "and take out the marks")
        else:
            raise UserError(f"{path}:{number}: not an entry: {columns} columns with tabs between them are wanted, and "
                            f"here are {len(fields)}")
    return found


def written(entries: Iterable[Entry], columns: int, heading: str) -> bytes:
    """The file of these entries, each once."""
    lines = sorted({"\t".join(entry[:columns]) for entry in entries})
    return "".join(f"{line}\n" for line in (f"# {heading}", *lines)).encode()


def entries_of(findings: Sequence[Finding], folder: str, reason: str = "") -> list[Entry]:
    """What stands for these findings in a file in that folder."""
    return [Entry(*key[:1], finding.rule, key[1], escaped(cut(finding.match)), escaped(reason))
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
