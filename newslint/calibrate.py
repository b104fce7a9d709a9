"""`newslint calibrate PATH…`: reads an archive and proposes the words and names in it that newslint would mark time and
again, for the word files of the project.

What rules of spelling and names mark in several articles is more often the newsroom's own than a slip. What they call
an error is shown and not proposed: a mistake can recur too. Nothing is written unasked.
"""
from __future__ import annotations

import gc
import os
import sys
from collections.abc import Iterable
from typing import Any, NamedTuple

from newslint import config, wordcommands
from newslint.accepted import entry_of, plain
from newslint.errors import UserError
from newslint.languages import ENGLISH
from newslint.model import Finding
from newslint.outcome import Outcome
from newslint.report.visible import columns, cut, visible
from newslint.run import Checker, outcome_of

FAMILIES = ("spelling", "names")
# They mark words that are known: to accept one would not teach newslint a word.
KNOWN_WORDS = ("spelling/dialect", "spelling/real-word")
LONGEST_NAME = 4                            # words
SHOWN = 200                                 # entries of a list on the screen
AROUND = 30                                 # characters of an example, either side


class Candidate(NamedTuple):
    """Something marked in several articles."""

    entry: str
    is_name: bool
    is_error: bool
    times: int
    articles: int
    example: Finding                        # the first


def calibrate(options: Any) -> int:
    gc.disable()
    options.select, options.level, options.ignore = list(FAMILIES), "suggestion", None
    checker = Checker(options)
    outcome = outcome_of(options, checker)
    found = candidates(outcome.findings, options.least)
    new = [one for one in found if not one.is_error]
    print("\n\n".join(_report(found, outcome, options.least)))
    if new:
        _write(new, options, checker)
    if outcome.problems:
        raise UserError("\n".join(outcome.problems))
    return 0


def candidates(findings: Iterable[Finding], least: int) -> list[Candidate]:
    """What at least so many articles have, the most frequent first. A word that is also found in small letters is no
    name."""
    forms: dict[str, list[Finding]] = {}
    for finding in findings:
        family = finding.rule.partition("/")[0]
        words = finding.match.split()
        entry = " ".join(words)
        if family not in FAMILIES or finding.rule in KNOWN_WORDS or entry_of(entry) != plain(entry) or not words \
                or len(words) > (LONGEST_NAME if family == "names" else 1) or not any(map(str.isalpha, entry)) \
                or _run_together(finding):
            continue
        forms.setdefault(entry.casefold(), []).append(finding)
    found = [_candidate(places) for places in forms.values()]
    return sorted((one for one in found if one.articles >= least),
                  key=lambda one: (-one.articles, -one.times, one.entry))


def _candidate(places: list[Finding]) -> Candidate:
    written = [" ".join(finding.match.split()) for finding in places]
    small = [entry for entry in written if entry == entry.lower()]
    entry = small[0] if small else max(sorted(set(written)), key=written.count)
    return Candidate(entry, not small, any(finding.level == "error" for finding in places), len(places),
                     len(set(map(_article, places))), places[0])


def _run_together(finding: Finding) -> bool:
    """Whether a space was lost beside a small word (inthe): no newsroom writes that as one word."""
    return any(" " in text and not ENGLISH.isdisjoint(text.lower().split()) for text in finding.suggestions[:1])


def _article(finding: Finding) -> tuple[str, int]:
    """Of a file of records each is one; its text is a JSON string, and so on one line."""
    return finding.path, finding.line if finding.path.endswith((".json", ".jsonl")) else 0


def _report(found: list[Candidate], outcome: Outcome, least: int) -> list[str]:
    lists = [("Words", [one for one in found if not one.is_error and not one.is_name]),
             ("Names", [one for one in found if not one.is_error and one.is_name]),
             ("Called errors, so look yourself: add what is right with “newslint words add”",
              [one for one in found if one.is_error])]
    parts = [f"{outcome.read} files read; what rules of spelling and names mark in {least} articles or more:"]
    parts += ["\n".join([title, *_rows(ones, outcome.raw)]) for title, ones in lists if ones]
    return parts if len(parts) > 1 else [*parts, "Nothing."]


def _rows(ones: list[Candidate], raw: dict[str, str]) -> Iterable[str]:
    wide = min(30, max(columns(one.entry) for one in ones))
    for one in ones[:SHOWN]:
        times = f"{one.times} times in {one.articles} articles"
        yield f"  {one.entry}{' ' * (wide - columns(one.entry))}  {times:<25}  {_example(one.example, raw)}"
    if len(ones) > SHOWN:
        yield f"  … and {len(ones) - SHOWN} more"


def _example(finding: Finding, raw: dict[str, str]) -> str:
    """`path:line  …the words around it…`"""
    source = raw.get(finding.path, "")
    before = source[max(0, finding.start - AROUND):finding.start].rpartition("\n")[2]
    after = source[finding.end:finding.end + AROUND].partition("\n")[0]
    start, end = "…" * (len(before) == AROUND), "…" * (len(after) == AROUND)
    return cut(f"{visible(finding.path)}:{finding.line}  {start}{visible(before + finding.match + after)}{end}", 100)


def _write(new: list[Candidate], options: Any, checker: Checker) -> None:
    """Into the file named, else, after a question, into the files that `newslint words add` takes."""
    if options.write:
        wordcommands.add_and_tell(options.write, [one.entry for one in new], checker.config_of("."),
                                  names=any(one.is_name for one in new))
        return
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        print("\nNothing was written; --write FILE does.")
        return
    origin = checker.config_of(".")
    for names in (False, True):
        entries = [one.entry for one in new if one.is_name == names]
        if entries:
            path = wordcommands.target(origin, names)
            kind = "names" if names else "words"
            if _asked(f"Write {len(entries)} {kind} to {config.shown(os.path.abspath(path))}? [y/N] "):
                wordcommands.add_and_tell(path, entries, origin, names)


def _asked(question: str) -> bool:
    try:
        return input(f"\n{question}").strip().lower() in ("y", "yes")
    except EOFError:
        return False
