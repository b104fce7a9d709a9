"""How many faults of news sense are found (names, dates, sums, quotations), and whether their right twins are left alone.

    python -m tests.quality.sense [FILE…]

FILE is a list of cases, by default each of those in sense/. A case is a short article with one fault, or several files of
one run, and a twin that is right:

    id, check       its own name, and that of its group
    level           the lowest level at which the fault should be told
    bad, good       a text, or a list of texts that are checked in one run
    match           the finding must share a character with this stretch of a bad text; of a list, with any of these
    date            the day of publication, given as front matter of a Markdown file; without it, the files are plain text

A fault is found where a finding of one of FAMILIES at the case's level or above stands at its match. A twin should have
nothing at warning or error, of any family.
"""
from __future__ import annotations

import os
import sys
import tempfile
from collections import defaultdict
from types import SimpleNamespace
from typing import NamedTuple

from ruamel.yaml import YAML

from newslint import options, run
from newslint.model import LEVELS, Finding

FOLDER = os.path.join(os.path.dirname(__file__), "sense")
FAMILIES = frozenset("quotes names dates numbers structure usage spelling punctuation".split())
WARNING = LEVELS.index("warning")


class Case(NamedTuple):
    id: str
    check: str
    level: str
    bad: list[str]                          # one text a file
    good: list[str]
    match: list[str]
    date: str                               # "" where none is given


class Result(NamedTuple):
    case: Case
    found: bool
    marked: list[Finding]                   # in the twin, at warning or error
    suggested: int                          # in the twin, at suggestion


def main(paths: list[str]) -> None:
    checker = run.Checker(_options([]))
    missed: list[str] = []
    totals = [0] * 5
    for path in paths or files():
        name = os.path.splitext(os.path.basename(path))[0]
        groups: dict[str, list[Result]] = defaultdict(list)
        for case in read(path):
            groups[case.check].append(result(case, checker))
        whole = [one for group in groups.values() for one in group]
        print(row(name, counts(whole)))
        for check, group in groups.items():
            print(row("  " + check, counts(group)))
        for one in whole:
            for finding in one.marked:
                print(f"    twin of {one.case.id}: {finding.level} {finding.rule} “{finding.match}”")
        missed += [f"{name}/{one.case.id}" for one in whole if not one.found]
        totals = [before + now for before, now in zip(totals, counts(whole))]
    print(row("all", totals))
    print(f"missed: {', '.join(missed) or 'none'}")


def files() -> list[str]:
    return [os.path.join(FOLDER, name) for name in sorted(os.listdir(FOLDER)) if name.endswith(".yaml")]


def read(path: str) -> list[Case]:
    with open(path, encoding="utf-8") as file:
        rows = YAML(typ="safe").load(file)
    return [Case(row["id"], row["check"], row["level"], _list(row["bad"]), _list(row["good"]), _list(row["match"]),
                 str(row.get("date", ""))) for row in rows]


def result(case: Case, checker: run.Checker) -> Result:
    """Both runs of a case."""
    findings, raw = check(case.bad, case.date, checker)
    told = [finding for finding in findings if finding.rule.partition("/")[0] in FAMILIES
            and LEVELS.index(finding.level) >= LEVELS.index(case.level)]
    found = any(overlaps(finding, raw[finding.path], match) for finding in told for match in case.match)
    findings, _ = check(case.good, case.date, checker)
    marked = [finding for finding in findings if LEVELS.index(finding.level) >= WARNING]
    return Result(case, found, marked, len(findings) - len(marked))


def check(texts: list[str], date: str, checker: run.Checker) -> tuple[list[Finding], dict[str, str]]:
    """The findings in these texts as the files of one run, and the files by path."""
    with tempfile.TemporaryDirectory() as folder:
        paths = [os.path.join(folder, f"{number}.{'md' if date else 'txt'}") for number in range(1, len(texts) + 1)]
        for path, text in zip(paths, texts):
            with open(path, "w", encoding="utf-8") as file:
                file.write(f"---\ndate: {date}\n---\n\n{text}" if date else text)
        outcome = run.outcome_of(_options(paths), checker)
    if outcome.problems:
        raise SystemExit("\n".join(outcome.problems))
    return outcome.findings, outcome.raw


def overlaps(finding: Finding, raw: str, match: str) -> bool:
    """Whether the finding shares a character with the match, wherever that stands in the file."""
    at = raw.find(match)
    while at >= 0:
        if finding.start < at + len(match) and at < max(finding.end, finding.start + 1):
            return True
        at = raw.find(match, at + 1)
    return False


def counts(results: list[Result]) -> list[int]:
    """Cases, faults found, twins marked at warning or error, twins marked at suggestion only, findings in twins at
    suggestion."""
    return [len(results), sum(one.found for one in results), sum(bool(one.marked) for one in results),
            sum(not one.marked and one.suggested > 0 for one in results), sum(one.suggested for one in results)]


def row(name: str, numbers: list[int]) -> str:
    cases, found, marked, only, suggested = numbers
    return (f"{name:<35} {cases:4} cases  {found:4} found  twins marked: {marked:3} at warning or error, "
            f"{only:3} at suggestion ({suggested} findings)")


def _options(paths: list[str]) -> SimpleNamespace:
    """Those of `newslint check --isolated --level suggestion`."""
    return SimpleNamespace(command="check", paths=paths, **{**options.CHECK, "isolated": True, "level": "suggestion"})


def _list(value: str | list[str]) -> list[str]:
    return [value] if isinstance(value, str) else value


if __name__ == "__main__":
    main(sys.argv[1:])
