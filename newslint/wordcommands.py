"""`newslint words add WORD…`: words and names of the project, written into its word files."""
from __future__ import annotations

import os
from typing import Any

from newslint import config, wholefile
from newslint.accepted import HUNSPELL, entry_of, lines, plain
from newslint.errors import UserError
from newslint.report.visible import visible
from newslint.run import Checker

SETTING = {False: "word-files", True: "name-files"}
FEW = 12                                    # entries that are named one by one
DEFAULT = {False: "newslint-words.txt", True: "newslint-names.txt"}


def words(options: Any) -> int:
    origin = Checker(options).config_of(".")
    path = options.file or target(origin, options.name)
    add_and_tell(path, [_entry(word) for word in options.words], origin, options.name)
    return 0


def target(origin: config.Config, names: bool) -> str:
    """Where words or names go unless a file is named: the first the config names, else a new one beside it."""
    own = [path for path in _named(origin, names) if not path.endswith(HUNSPELL)]
    return own[0] if own else os.path.join(origin.folder, DEFAULT[names])


def add_and_tell(path: str, entries: list[str], origin: config.Config, names: bool) -> None:
    new = add(path, entries)
    shown = config.shown(os.path.abspath(path))
    listed = ", ".join(new) if len(new) <= FEW else f"{len(new)} entries"
    print(f"{shown}: {listed} added" if new else f"{shown}: nothing new")
    if not any(os.path.exists(other) and os.path.samefile(path, other) for other in _named(origin, names)):
        relative = os.path.relpath(os.path.abspath(path), origin.folder).replace(os.sep, "/")
        toml = origin.path.endswith(".toml")
        line = f'{SETTING[names]} = ["{relative}"]' if toml else f"{SETTING[names]}: [{relative}]"
        print(f"It counts as soon as {origin.path or '.newslint.yaml'} names it:  {line}")


def _named(origin: config.Config, names: bool) -> list[str]:
    return [os.path.join(origin.folder, path) for path in origin.values.get(SETTING[names].replace("-", "_"), ())]


def add(path: str, entries: list[str]) -> list[str]:
    """Put entries into a word file, sorted among those after its last comment or blank line; which of them are new."""
    if path.endswith(HUNSPELL):
        raise UserError(f"{path}: a Hunspell dictionary is only read; name a file that ends in .txt")
    there = os.path.exists(path)
    old = lines(path) if there else []
    known = {entry_of(line) for line in old}
    new = [entry for entry in dict.fromkeys(entries) if plain(entry) not in known]
    if new:
        start = max((number for number, line in enumerate(old, 1) if not entry_of(line)), default=0)
        _write(path, [*old[:start], *sorted([*old[start:], *new], key=_order)])
    return new


def _entry(word: str) -> str:
    entry = " ".join(word.split())
    if not any(map(str.isalnum, entry)) or not entry.isprintable() or entry_of(entry) != plain(entry):
        raise UserError(f"“{visible(word)}”: not an entry for a word file: it needs a letter or figure, and no # "
                        "after a space")
    return entry


def _order(line: str) -> tuple[str, str]:
    entry = entry_of(line)
    return entry.casefold(), entry


def _write(path: str, new_lines: list[str]) -> None:
    """Keeps the file's line ends and byte-order mark."""
    end, mark = "\n", ""
    if os.path.exists(path):
        try:
            with open(path, encoding="utf-8", newline="") as file:
                before = file.read()
        except OSError as error:
            raise UserError(f"{path}: cannot be read: {(error.strerror or str(error)).lower()}") from None
        end = "\r\n" if "\r\n" in before else "\n"
        mark = "\ufeff" if before.startswith("\ufeff") else ""
    wholefile.write(path, (mark + "".join(line + end for line in new_lines)).encode())
