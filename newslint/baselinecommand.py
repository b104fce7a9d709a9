"""`newslint baseline PATH…`, and `baseline update`, `show` and `prune`."""
from __future__ import annotations

import gc
import os
from collections.abc import Callable
from typing import Any

from newslint import baseline, config, entries, regexes, wholefile
from newslint.baseline import HEADING, NAME
from newslint.entries import Entries, Entry
from newslint.errors import UserError
from newslint.model import Finding
from newslint.outcome import Outcome
from newslint.report import counted
from newslint.report.visible import visible
from newslint.run import Checker, outcome_of
from newslint.sources import STDIN
from newslint.told import unkept

UPDATE, SHOW, PRUNE = "update", "show", "prune"


def command(options: Any) -> int:
    action, *paths = options.paths
    if action == SHOW:
        return _show(options, paths)
    if action not in (UPDATE, PRUNE):
        for path in options.paths:
            _refuse(_file(options, path))
        return _rewrite(options, options.paths, _made)
    return _rewrite(options, paths or _files(options), _updated if action == UPDATE else _pruned)


def _rewrite(options: Any, paths: list[str],
             change: Callable[[str, Entries | None, list[Finding], list[str], Checker], list[Entry]]) -> int:
    """Write the baselines of these paths anew, and tell how they differ."""
    gc.disable()
    if STDIN in paths:
        raise UserError("standard input has no name that a baseline could give: name its file")
    options.paths, options.no_baseline = paths, True
    checker = Checker(options)
    outcome = _unsuppressed(outcome_of(options, checker), checker)
    for file, checked in baseline.files(outcome, checker).items():
        inside = set(checked)
        findings, _ = baseline.split([one for one in outcome.findings if one.path in inside], outcome)
        known = baseline.read(file)
        new = change(file, known, findings, checked, checker)
        before = {entry.key for entry in known.entries} if known else set()
        after = {entry.key for entry in new}
        if known is None and not after:
            print(f"Nothing is reported, so no {visible(file)} is needed.")
            continue
        if before != after or known is None:
            wholefile.write(file, entries.written(new, HEADING))
        print(f"{visible(file)}: {len(after - before)} added, {len(before - after)} taken out, {len(after)} in all")
    regexes.keep()
    if outcome.problems:
        raise UserError("\n".join(outcome.problems))
    return 0


def _unsuppressed(outcome: Outcome, checker: Checker) -> Outcome:
    named, checker.options.baseline = checker.options.baseline, None
    outcome = unkept(outcome, checker)
    checker.options.baseline = named
    return outcome


def _made(file: str, known: Entries | None, findings: list[Finding], checked: list[str],
          checker: Checker) -> list[Entry]:
    if known is not None:                   # that of a folder inside those named
        _refuse(file)
    return entries.entries_of(findings, _folder(file))


def _updated(file: str, known: Entries | None, findings: list[Finding], checked: list[str],
             checker: Checker) -> list[Entry]:
    """What is found now, and what was known of other files and of rules that are off."""
    if known is None:
        return entries.entries_of(findings, _folder(file))
    new = entries.entries_of(findings, known.folder)
    known.take(findings)
    gone = known.used | {entry.key for entry in baseline.untrue(known, checked, checker)}
    return [entry for entry in known.entries if entry.key not in gone] + new


def _pruned(file: str, known: Entries | None, findings: list[Finding], checked: list[str],
            checker: Checker) -> list[Entry]:
    if known is None:
        raise UserError(_none(file))
    known.take(findings)
    gone = {entry.key for entry in baseline.untrue(known, checked, checker)}
    return [entry for entry in known.entries if entry.key not in gone]


def _show(options: Any, paths: list[str]) -> int:
    """The entries, of all files or of those below the paths."""
    file = _file(options, paths[0] if paths else ".")
    known = baseline.read(file)
    if known is None:
        raise UserError(_none(file))
    wanted = [known.relative(path) for path in paths if known.relative(path) != "."]
    shown = [entry for entry in known.entries
             if not wanted or any(entry.path == path or entry.path.startswith(path + "/") for path in wanted)]
    for entry in shown:
        print(f"{visible(entry.path)}  {visible(entry.rule)}  “{visible(entry.text)}”")
    files = len({entry.path for entry in shown})
    print(f"{visible(file)}: {counted(len(shown), 'finding')} of {counted(files, 'file')}")
    return 0


def _files(options: Any) -> list[str]:
    """The files that the baseline names, as far as they are there."""
    file = _file(options, ".")
    known = baseline.read(file)
    if known is None:
        raise UserError(_none(file))
    there = [os.path.join(known.folder, entries.plain(path)) for path in known.paths
             if entries.inside(path)]
    found = [config.shown(path) for path in there if os.path.isfile(path)]
    if not found:
        raise UserError(f"{file}: none of its files is there; name those to read instead")
    return found


def _file(options: Any, path: str) -> str:
    """The baseline that holds for a path."""
    if options.baseline:
        return str(options.baseline)
    return config.shown(os.path.join(config.home(Checker(options).config_of(path)), NAME))


def _refuse(file: str) -> None:
    if os.path.lexists(file):
        raise UserError(f"{file}: is there already: `newslint baseline update PATH…` brings it up to date; to start "
                        "again, delete it first")


def _none(file: str) -> str:
    return f"{file}: no such baseline; `newslint baseline PATH…` writes one"


def _folder(file: str) -> str:
    return os.path.dirname(os.path.abspath(file))
