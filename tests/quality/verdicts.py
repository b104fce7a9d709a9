"""What was judged of flags on clean text. A row names a flag by its place and match, and keeps no sentence.

Rows of verdicts/spelling-*.tsv: path, line, match, rule, suggestion, verdict (right, debatable or wrong), tab-separated. Only
path, line and match say which flag it is, so that a verdict outlives a rule's new name.
"""
from __future__ import annotations

import csv
import os
from collections.abc import Iterable
from typing import NamedTuple

from newslint.sentences import sentence_at
from tests.quality.speller import Flag
from tests.quality.texts import Text

FOLDER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "verdicts")
HEADER = ("path", "line", "match", "rule", "suggestion", "verdict")
VERDICTS = ("right", "debatable", "wrong")


class Key(NamedTuple):
    path: str
    line: int
    match: str


def key(text: Text, flag: Flag) -> Key:
    line = text.line + text.text.count("\n", 0, flag.start)
    return Key(text.path, line, " ".join(text.text[flag.start:flag.end].split()))


def read(folder: str = FOLDER) -> dict[Key, str]:
    found = {}
    for name in sorted(os.listdir(folder)):
        if name.startswith("spelling-") and name.endswith(".tsv"):
            with open(os.path.join(folder, name), encoding="utf-8", newline="") as file:
                for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
                    if row["verdict"] not in VERDICTS:
                        raise SystemExit(f"{name}: {row['path']}:{row['line']}: “{row['verdict']}” is no verdict")
                    found[Key(row["path"], int(row["line"]), row["match"])] = row["verdict"]
    return found


def write_sheet(path: str, flags: Iterable[tuple[Text, Flag]], known: dict[Key, str]) -> int:
    """The flags nobody has judged, for a judge, with their sentences: fill in the last column but one, then drop the last."""
    rows = {key(text, flag): (text, flag) for text, flag in flags}
    new = [row for row in rows if row not in known]
    with open(path, "w", encoding="utf-8") as file:
        print(*HEADER, "sentence", sep="\t", file=file)
        for row in sorted(new):
            text, flag = rows[row]
            print(*row, flag.rule, " | ".join(flag.suggestions), "", _sentence(text.text, flag), sep="\t", file=file)
    return len(new)


def _sentence(text: str, flag: Flag) -> str:
    first = text.rfind("\n\n", 0, flag.start) + 2 if "\n\n" in text[:flag.start] else 0
    last = text.find("\n\n", flag.end)
    start, end = sentence_at(text, first, last if last >= 0 else len(text), flag.start)
    return " ".join(f"{text[start:flag.start]}[{text[flag.start:flag.end]}]{text[flag.end:max(end, flag.end)]}".split())
