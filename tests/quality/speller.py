"""What spell checkers flag in texts: newslint's own rules, and others beside it where they are installed."""
from __future__ import annotations

import json
import os
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from importlib.util import find_spec
from multiprocessing import get_context
from typing import Any, NamedTuple

from tests.quality.slips import WORD, withheld

RULES = ("spelling", "grammar/doubled-word", "grammar/doubled-word-other", "names/near-miss")
NOT_THESE = ("spelling/dialect",)           # another measure's
FLAGGED = re.compile(r"(?P<path>.+):(?P<line>\d+): (?P<wrong>.+?) ==> (?P<right>.+)")


class Flag(NamedTuple):
    start: int
    end: int
    suggestions: tuple[str, ...]
    level: str = "error"
    rule: str = ""
    message: str = ""


class Flagged(NamedTuple):
    """What a tool had to say."""

    flags: list[list[Flag]]                 # of each text
    seconds: float                          # CPU


Tool = Callable[[Sequence[str]], Flagged]


def newslint(texts: Sequence[str], withhold: bool = False, rules: Sequence[str] = RULES) -> Flagged:
    """In a process of its own, so that nothing is known from another run; `withhold` hides half of the known typos."""
    with get_context("spawn").Pool(1) as pool:
        return pool.apply(_newslint, (list(texts), withhold, list(rules)))


def _newslint(texts: list[str], withhold: bool, rules: list[str]) -> Flagged:
    from newslint import config, engine, pack
    from newslint.formats import text as text_format

    if withhold:
        _withhold()
    known = {rule.id for rule in pack.rules([])}
    selected = [rule for rule in rules if "/" not in rule or rule in known]
    origin = config.merge(config.default(), {"select": selected, "ignore": [rule for rule in NOT_THESE if rule in known]})
    ready = pack.load(config.effective(origin, "."), origin)
    documents = [text_format.read("text.txt", text)[0] for text in texts]
    began = time.process_time()
    found = [engine.check(document, ready) for document in documents]
    seconds = time.process_time() - began
    return Flagged([[Flag(one.start, one.end, one.suggestions, one.level, one.rule, one.message) for one in findings
                     if one.rule.partition("/")[0] != "newslint"] for findings in found], seconds)


def _withhold() -> None:
    """Half of the known misspellings are not known from here on."""
    try:
        from newslint.words import lexicon
    except ImportError:
        return                              # a newslint that has none
    opened = lexicon.opened
    lexicon.opened = lambda *args: (data := opened(*args))._replace(slips=_Half(data.slips))
    lexicon.lexicon.cache_clear()


class _Half:
    """A trie of known misspellings without those that are withheld."""

    def __init__(self, trie: Any) -> None:
        self.trie = trie

    def get(self, wrong: str, default: Any = None) -> Any:
        return default if withheld(wrong) else self.trie.get(wrong, default)

    def __contains__(self, wrong: str) -> bool:
        return not withheld(wrong) and wrong in self.trie


def others() -> Iterator[tuple[str, Tool | str]]:
    """Other spell checkers by name: a tool, or why it is not there."""
    if find_spec("spellchecker"):
        yield "pyspellchecker", lambda texts: _pyspellchecker(texts, capitals=True)
        yield "pyspellchecker, small letters", lambda texts: _pyspellchecker(texts, capitals=False)
    else:
        yield "pyspellchecker", "not installed (pip install pyspellchecker)"
    for name, arguments, read in (("typos", ["--format", "json", "--isolated", "--no-ignore"], _read_typos),
                                  ("codespell", ["--config", os.devnull], _read_codespell)):
        program = shutil.which(name, path=os.pathsep.join((os.path.dirname(sys.executable), os.environ.get("PATH", ""))))
        if program:
            yield name, lambda texts, command=(program, *arguments), read=read: _program(texts, command, read)
        else:
            yield name, f"not installed (pip install {name})"


def _pyspellchecker(texts: Sequence[str], capitals: bool) -> Flagged:
    from spellchecker import SpellChecker

    speller = SpellChecker(distance=1)      # at 2, one hard word takes half a second
    began = time.process_time()
    unknown = [[match for match in WORD.finditer(text) if (capitals or match[0].islower()) and match[0].lower() not in speller]
               for text in texts]
    seconds = time.process_time() - began
    best = {word: tuple(sorted(speller.candidates(word) or (), key=lambda one: (-speller[one], one))[:3])
            for word in {match[0].lower() for matches in unknown for match in matches}}
    return Flagged([[Flag(*match.span(), best[match[0].lower()]) for match in matches] for matches in unknown], seconds)


def _program(texts: Sequence[str], command: tuple[str, ...], read: Callable[[str, Sequence[str]], list[list[Flag]]]) -> Flagged:
    """Runs a command on files of the texts, named by number; its start is part of its seconds."""
    with tempfile.TemporaryDirectory() as folder:
        for index, text in enumerate(texts):
            with open(os.path.join(folder, f"{index}.txt"), "w", encoding="utf-8", newline="") as file:
                file.write(text)
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        done = subprocess.run([*command, folder], cwd=folder, check=False, capture_output=True, text=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
    seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Flagged(read(done.stdout, texts), seconds)


def _read_typos(output: str, texts: Sequence[str]) -> list[list[Flag]]:
    flags: list[list[Flag]] = [[] for _ in texts]
    for row in map(json.loads, output.splitlines()):
        if row["type"] == "typo" and "line_num" in row:
            index = _index(row["path"])
            start, line = _line(texts[index], row["line_num"])
            start += len(line.encode()[:row["byte_offset"]].decode())
            flags[index].append(Flag(start, start + len(row["typo"]), tuple(row["corrections"][:3])))
    return flags


def _read_codespell(output: str, texts: Sequence[str]) -> list[list[Flag]]:
    """codespell names the line only: the word is flagged wherever it stands there."""
    flags: list[list[Flag]] = [[] for _ in texts]
    for row in {match.groups() for match in map(FLAGGED.fullmatch, output.splitlines()) if match}:
        index = _index(row[0])
        start, line = _line(texts[index], int(row[1]))
        rights = tuple(right.strip() for right in row[3].split("|")[0].split(",")[:3])
        flags[index] += [Flag(start + match.start(), start + match.end(), rights)
                         for match in re.finditer(rf"(?<![\w'’-]){re.escape(row[2])}(?![\w'’-])", line)]
    return flags


def _index(path: str) -> int:
    return int(os.path.basename(path).removesuffix(".txt"))


def _line(text: str, number: int) -> tuple[int, str]:
    start = 0
    for _ in range(number - 1):
        start = text.index("\n", start) + 1
    return start, text[start:].partition("\n")[0]
