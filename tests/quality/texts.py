"""The articles of a corpus as the spelling measures want them: plain folders, Brown's tagged files, files of many articles.

What a file is, is told from what stands in it. Exact duplicates are left out, and a hash of the text says which half of the
corpus an article belongs to: rules are tuned on `dev`, and figures come from `test`.
"""
from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

SHORTEST = 200                              # characters
MANY = 200_000                              # a larger file holds many articles, a few lines each
LINES = 25                                  # lines of such a file that count as an article
SKIPPED = ("readme", "cats", "contents")
ENDINGS = ("", ".txt", ".md")
TAGGED = re.compile(r"(?:\s*\S+/[a-z*.,:()'`$-]+){8}\s")
ROUND = (("`` ", '"'), (" ''", '"'), ("``", '"'), ("''", '"'))


class Text(NamedTuple):
    path: str                               # below the folder that was named
    line: int                               # of the file, at which the text starts
    text: str


def read(paths: Iterable[str], half: str = "all") -> list[Text]:
    """The texts of files and folders, each once, of one half or of all."""
    found: dict[int, Text] = {}
    for path in paths:
        for name, place in _files(path):
            for text in _texts(name, _decoded(place)):
                if len(text.text) > SHORTEST:
                    found.setdefault(number(" ".join(text.text.split())), text)
    return [text for text in found.values() if half in ("all", half_of(text.text))]


def half_of(text: str) -> str:
    return "test" if number(text, "split:") & 1 else "dev"


def number(text: str, salt: str = "") -> int:
    """A number that is the same in every run, unlike Python's own hash."""
    return int.from_bytes(hashlib.sha256((salt + text).encode()).digest()[:8], "big")


def _files(path: str) -> Iterator[tuple[str, str]]:
    if os.path.isfile(path):
        yield os.path.basename(path), path
    for inside, folders, names in os.walk(path):
        folders.sort()
        for name in sorted(names):
            place = os.path.join(inside, name)
            if not name.lower().startswith((".", *SKIPPED)) and os.path.splitext(name)[1].lower() in ENDINGS:
                yield os.path.relpath(place, path), place


def _decoded(path: str) -> str:
    with open(path, "rb") as file:
        raw = file.read()
    try:
        text = raw.decode()
    except UnicodeDecodeError:
        text = raw.decode("cp1252", "replace")
    return text.replace("\r\n", "\n")


def _texts(name: str, raw: str) -> Iterator[Text]:
    if TAGGED.match(raw):
        raw = "\n".join(line for line in map(_untagged, raw.splitlines()) if line)
    elif raw.startswith(".START"):
        raw = raw.removeprefix(".START").strip() + "\n"
    if len(raw) <= MANY:
        yield Text(name, 1, raw)
        return
    lines = raw.split("\n")
    for start in range(0, len(lines), LINES):
        yield Text(name, start + 1, "\n".join(lines[start:start + LINES]))


def _untagged(line: str) -> str:
    """A line of Brown as it was printed, or nearly."""
    text = " ".join(token.rsplit("/", 1)[0] for token in line.split())
    for marks, mark in ROUND:
        text = text.replace(marks, mark)
    text = re.sub(r" ([.,;:?!)\]])", r"\1", text)
    text = re.sub(r"([(\[]) ", r"\1", text)
    return re.sub(r"([;:,.?!]) ?\1+", r"\1", text)
