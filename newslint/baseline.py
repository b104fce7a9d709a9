"""The baseline: findings that stood when newslint came, which are not reported again. See entries.py for the file."""
from __future__ import annotations

import os
from collections.abc import Sequence
from typing import Any

from newslint import config, entries
from newslint.errors import UserError
from newslint.model import Finding
from newslint.outcome import Outcome
from newslint.report import counted
from newslint.report.visible import visible
from newslint.told import as_configured

NAME = ".newslint-baseline"
COLUMNS = 4
HEADING = "newslint baseline: path, rule, fingerprint, text. After a merge, keep the lines of both sides."
SHOWN = 10                                  # outdated entries that are listed
# Those on suppressions are to be mended; one on stale facts is said of a run.
NEVER = ("newslint/unused-suppression", "newslint/unknown-suppression", "newslint/stale-fact")


def apply(outcome: Outcome, checker: Any) -> Outcome:
    """The outcome less what is in the baseline, and with a line for each entry that is no longer true."""
    findings: list[Finding] = []
    outdated: list[str] = []
    held: set[str] = set()
    for file, checked in files(outcome, checker).items():
        known = read(file)
        if known is None:
            if checker.options.baseline:
                raise UserError(f"{file}: no such baseline; `newslint baseline --baseline {file} PATH…` writes one")
            continue
        its = set(checked)
        held |= its
        own = [finding for finding in outcome.findings if finding.path in its]
        can, cannot = split(own, outcome)
        findings += known.take(can) + cannot
        if as_configured(checker.options):
            outdated += told(file, untrue(known, checked, checker))
    findings += [finding for finding in outcome.findings if finding.path not in held]
    return outcome._replace(findings=findings, known=len(outcome.findings) - len(findings), outdated=tuple(outdated),
                            failed=checker.fails(findings))


def files(outcome: Outcome, checker: Any) -> dict[str, list[str]]:
    """The baseline of each article in the run, by its file."""
    if checker.options.baseline:
        return {checker.options.baseline: outcome.checked}
    found: dict[str, list[str]] = {}
    for path in outcome.checked:
        folder = config.home(checker.config_of(path))
        found.setdefault(config.shown(os.path.join(folder, NAME)), []).append(path)
    return found


def read(file: str) -> entries.Entries | None:
    return entries.read(file, COLUMNS)


def split(findings: Sequence[Finding], outcome: Outcome) -> tuple[list[Finding], list[Finding]]:
    """The findings a baseline can hold, and the others: those that depend on which files are in the run, and NEVER."""
    can: list[Finding] = []
    cannot: list[Finding] = []
    for finding in findings:
        held = finding.rule not in NEVER and finding not in outcome.between
        (can if held else cannot).append(finding)
    return can, cannot


def untrue(known: entries.Entries, checked: Sequence[str], checker: Any) -> list[entries.Entry]:
    """The entries that hold for nothing any more, of the files in the run, and of those that are gone from its folders;
    not those of rules that are off in this run."""
    unused = known.unused(checked, filter(os.path.isdir, checker.options.paths))
    return [entry for entry in unused
            if _speaks(entry.rule, os.path.join(known.folder, entries.plain(entry.path)), checker)]


def told(file: str, outdated: list[entries.Entry]) -> list[str]:
    """Lines that list outdated entries and say what takes them out."""
    if not outdated:
        return []
    number = len(outdated)
    lines = [f"{counted(number, 'line')} of {visible(file)} no longer true; `newslint baseline prune` takes that out:"]
    lines += [f"  {visible(entry.path)}  {visible(entry.rule)}  “{visible(entry.text)}”" for entry in outdated[:SHOWN]]
    return lines + ([f"  … and {number - SHOWN} more"] if number > SHOWN else [])


def _speaks(rule: str, path: str, checker: Any) -> bool:
    """Whether a rule is on for a path."""
    settings = config.effective(checker.config_of(path), path)
    return rule in _pack(path, checker).rules or rule.startswith(config.ALWAYS_KNOWN) and bool(settings.engines)


def _pack(path: str, checker: Any) -> Any:
    origin = checker.config_of(path)
    return checker.pack_of(config.effective(origin, path), origin)
