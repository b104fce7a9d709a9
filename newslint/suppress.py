"""What is left of a run's findings after the suppressions, and what is to be said of these: those that suppress nothing
and those that name what there is not are findings too, of the family newslint/.

A suppression is judged only where its rules would have spoken: not one of a rule that is off in this run, nor of one
that compares the files of a run, nor, in a run that was narrowed, any.
"""
from __future__ import annotations

import os
from collections.abc import Iterator
from typing import Any, NamedTuple

from newslint import config, entries, rulefolder
from newslint.cache import digest
from newslint.engine import said
from newslint.faults import nearest
from newslint.model import Finding
from newslint.outcome import Outcome
from newslint.pack import Pack
from newslint.secondpass import rules_of
from newslint.suppresscomments import ALL, ENABLE, FORMS, MARK, Directive, covers
from newslint.told import as_configured

UNUSED, UNKNOWN = "newslint/unused-suppression", "newslint/unknown-suppression"
LIST = ".newslint-suppressions"
COLUMNS = 5


class Complaint(NamedTuple):
    """What is wrong with a suppression, and where it stands."""

    rule: str
    values: dict[str, str]
    path: str
    start: int
    end: int
    place: tuple[int, int, int, int]
    match: str


def apply(outcome: Outcome, checker: Any) -> Outcome:
    """The outcome less what comments and lists suppress."""
    by_path: dict[str, list[Finding]] = {}
    for finding in outcome.findings:
        by_path.setdefault(finding.path, []).append(finding)
    used: set[tuple[str, int, str]] = set()
    for path, directives in outcome.comments.items():
        if path in by_path:
            by_path[path] = list(_uncommented(by_path[path], directives, used))
    raw = dict(outcome.raw)
    complaints = list(_of_comments(outcome, used, checker)) if as_configured(checker.options) else []
    for folder in sorted(outcome.homes):
        complaints += _of_list(folder, by_path, outcome, raw, checker)
    kept = [finding for its in by_path.values() for finding in its]
    new = [told for one in complaints if (told := _told(one, checker))]
    if new or len(kept) < len(outcome.findings):
        outcome = outcome._replace(findings=kept + new, raw=raw, failed=checker.fails(kept + new),
                                   suppressed=len(outcome.findings) - len(kept))
    return outcome


def read(folder: str) -> entries.Entries | None:
    """The list of suppressions in a folder."""
    return entries.read(config.shown(os.path.join(folder, LIST)), COLUMNS)


def _uncommented(findings: list[Finding], directives: list[Directive],
                 used: set[tuple[str, int, str]]) -> Iterator[Finding]:
    """The findings that no comment suppresses. All comments that do are used."""
    scopes = [(number, scope) for number, one in enumerate(directives) for scope in one.scopes]
    for finding in findings:
        end = max(finding.end, finding.start + 1)
        its = {(finding.path, number, scope.name) for number, scope in scopes
               if scope.start < end and finding.start < scope.end and covers(scope.name, finding.rule)}
        used |= its
        if not its:
            yield finding


def _of_list(folder: str, by_path: dict[str, list[Finding]], outcome: Outcome, raw: dict[str, str],
             checker: Any) -> Iterator[Complaint]:
    """Take what the list in a folder suppresses out of `by_path`; the entries that suppress nothing."""
    listed = read(folder)
    if listed is None:
        return
    checked = [path for path in outcome.checked if checker.home_of(checker.config_of(path)) == folder]
    findings = listed.take([finding for path in checked for finding in by_path.get(path, ())])
    by_path.update((path, []) for path in checked if path in by_path)
    for finding in findings:
        by_path[finding.path].append(finding)
    unused = listed.unused(checked, filter(os.path.isdir, checker.options.paths))
    if not unused or not as_configured(checker.options):
        return
    path = config.shown(os.path.join(folder, LIST))
    with open(path, encoding="utf-8", newline="") as file:
        raw[path] = file.read()
    lines = raw[path].replace("\r\n", "\n").split("\n")
    for entry in unused:
        article = os.path.join(folder, entries.plain(entry.path))
        rule = _fault(entry.rule, article, checker)
        if rule:
            number = lines.index(entry.line) + 1
            start, end = raw[path].index(entry.line), raw[path].index(entry.line) + len(entry.line)
            yield Complaint(rule, _values(rule, entry.rule, article, checker), path, start, end,
                            (number, 1, number, len(entry.line) + 1), entry.line)


def _of_comments(outcome: Outcome, used: set[tuple[str, int, str]], checker: Any) -> Iterator[Complaint]:
    for path, directives in outcome.comments.items():
        for number, one in enumerate(directives):
            rule, values = _of_comment(path, number, one, used, checker)
            if rule:
                yield Complaint(rule, values, path, one.start, one.end, one.place, one.written)


def _of_comment(path: str, number: int, one: Directive, used: set[tuple[str, int, str]],
                checker: Any) -> tuple[str, dict[str, str]]:
    """The rule it breaks, or "", and what is said of it. One thing is said of a comment."""
    if one.form not in FORMS:
        near = nearest(MARK + one.form, [MARK + form for form in FORMS])
        return UNKNOWN, {"name": MARK + one.form, "hint": f"did you mean “{near}”?" if near else
                         f"one of: {', '.join(MARK + form for form in FORMS)}"}
    idle = one.idle if one.form == ENABLE else [
        name for name in one.names if (path, number, name) not in used]
    faults = [(name, _fault(name, path, checker, one.form == ENABLE)) for name in idle]
    for rule in (UNKNOWN, UNUSED):
        names = [name for name, fault in faults if fault == rule]
        if names:
            return rule, _values(rule, names[0], path, checker)
    return "", {}


def _fault(name: str, path: str, checker: Any, ends: bool = False) -> str:
    """Whether a name that suppressed nothing in a file is unknown, or not needed; "" if that cannot be told."""
    ready = _pack(path, checker)
    its = [rule for rule in _rules(path, checker) if covers(name, rule)]
    if not its and not name.startswith(config.ALWAYS_KNOWN):
        return UNKNOWN
    compared = rules_of(ready)
    judged = ends or bool(its) and all(rule in ready.rules and rule not in compared for rule in its)
    return UNUSED if judged else ""


def _values(rule: str, name: str, path: str, checker: Any) -> dict[str, str]:
    if rule == UNUSED:
        return {"name": name if name != ALL else "every rule"}
    ids = _rules(path, checker)
    whole = [id for id in ids if id.partition("/")[2] == name]
    near = whole[0] if whole else nearest(name, [*ids, *sorted({id.partition("/")[0] for id in ids})])
    return {"name": name, "hint": f"did you mean “{near}”?" if near else "a reason stands after “--”"}


def _rules(path: str, checker: Any) -> list[str]:
    """The ids of all rules there are for a file: the name of a rule file is its id."""
    folders = (rulefolder.shipped(), *config.effective(checker.config_of(path), path).rule_folders)
    return sorted(os.path.basename(os.path.dirname(os.path.abspath(file))) + "/"
                  + os.path.splitext(os.path.basename(file))[0]
                  for folder in folders for file in rulefolder.find(folder))


def _pack(path: str, checker: Any) -> Pack:
    origin = checker.config_of(path)
    ready: Pack = checker.pack_of(config.effective(origin, path), origin)
    return ready


def _told(one: Complaint, checker: Any) -> Finding | None:
    """The finding, if its rule is on where it stands."""
    rule = _pack(one.path, checker).rules.get(one.rule)
    if rule is None:
        return None
    return Finding(one.rule, rule.level, said(rule.message, {"match": one.match, **one.values}), one.path, *one.place,
                   one.start, one.end, one.match, "body", (), None,
                   digest(f"{one.rule}\n{one.match}\n{one.values['name']}".encode("utf-8", "surrogatepass"))[:16])
