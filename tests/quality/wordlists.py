"""The lists that the spelling measure needs: real misspellings to put in, and words that are no misspelling at all."""
from __future__ import annotations

import os
import re
from collections.abc import Sequence
from importlib.util import find_spec

ARROW = re.compile(r"^([a-z]{3,})->([a-z]+)(?:,|$)", re.M)                              # codespell: wrong->right, right
GENERATED = re.compile(r'Str::\w+\("([a-z]{3,})"\),\s*&\["([a-z]+)"')                   # word_codegen.rs of typos-dict
SCOWL = "/usr/share/dict/scowl"
SCOWL_LIST = re.compile(r"(?:american|british|british_z|canadian|australian|english)-(?:words|upper|contractions)\.(\d+)")
RARE = 70                                   # the largest SCOWL size whose words count as words: above it, hardly anyone knows them


def typos(paths: Sequence[str]) -> dict[str, list[str]]:
    """The misspellings of each word: from these files, or from codespell's dictionary; none where it is not installed."""
    found: dict[str, set[str]] = {}
    for path in paths or _codespell():
        with open(path, encoding="utf-8") as file:
            text = file.read().lower() if not path.endswith(".rs") else file.read()
        for wrong, right in (GENERATED if path.endswith(".rs") else ARROW).findall(text):
            found.setdefault(right, set()).add(wrong)
    return {right: sorted(wrongs) for right, wrongs in found.items()}


def _codespell() -> list[str]:
    package = find_spec("codespell_lib")
    places = package.submodule_search_locations if package else None
    return [os.path.join(place, "data", "dictionary.txt") for place in places or ()]


def words(folder: str = SCOWL) -> tuple[frozenset[str], str]:
    """Words in small letters, and where they are from: SCOWL up to size 70, or else pyspellchecker."""
    if os.path.isdir(folder):
        found = set()
        for name in os.listdir(folder):
            listed = SCOWL_LIST.fullmatch(name)
            if listed and int(listed[1]) <= RARE:
                with open(os.path.join(folder, name), encoding="latin-1") as file:
                    found.update(file.read().split())
        return frozenset(found), folder
    if find_spec("spellchecker") is None:
        return frozenset(), "no list (pip install pyspellchecker, or apt install scowl)"
    from spellchecker import SpellChecker

    return frozenset(SpellChecker().word_frequency.words()), "pyspellchecker's words"
