"""`newslint suppress --reason "…" PATH…`: suppresses what is reported now, each finding where it stands.

In Markdown and HTML a comment is written, at a place where a reader of the article sees no difference; where there is
none, and for other formats, whose text is the article, an entry in the list beside the config.
"""
from __future__ import annotations

import gc
import os
import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

from newslint import config, entries, regexes, sources, suppress, wholefile
from newslint.baseline import NEVER
from newslint.decoding import decode
from newslint.errors import UserError
from newslint.formats import reader
from newslint.model import Document, Edit, Finding
from newslint.report.visible import visible
from newslint.run import Checker, outcome_of
from newslint.suppresscomments import CLOSING, DISABLE, ENABLE, LINE, MARK, NEXT_LINE, OPENING, covers, read
from newslint.told import unkept

WITH_COMMENTS = ("markdown", "html")
HEADING = "newslint suppressions: path, rule, fingerprint, text, reason. After a merge, keep the lines of both sides."
LONG = 500                                  # characters of a line in which more than the finding would be suppressed
PREFIX = re.compile(r"[ \t]*(?:>[ \t]?)*")
NOT_ALONE = re.compile(r"[-*+][ \t]|\d{1,9}[.)][ \t]|\|")       # what stands above a list item or row would part them


def command(options: Any) -> int:
    gc.disable()
    reason = checked_reason(options.reason)
    checker = Checker(options)
    outcome = outcome_of(options, checker)
    standing = [finding for finding in unkept(outcome, checker).findings if finding.rule not in NEVER]
    told = [line for path, its in groupby(standing, lambda finding: finding.path)
            for line in suppressed(path, list(its), reason, checker, outcome.findings)]
    print("\n".join(told) if told else "Nothing is reported, so there is nothing to suppress.")
    regexes.keep()
    if outcome.problems:
        raise UserError("\n".join(outcome.problems))
    return 0


def checked_reason(reason: str) -> str:
    """The reason, if it can stand in a comment and on a line."""
    reason = reason.strip()
    if not reason or not reason.isprintable() or "--" in reason or reason.endswith("-"):
        raise UserError("--reason: say why in one line, without “--”, which would end a comment")
    return reason


def suppressed(path: str, findings: list[Finding], reason: str, checker: Checker,
               everything: Iterable[Finding] = ()) -> list[str]:
    """Suppress these findings of one file; lines that tell where. Of `everything` that is found in the file the entries
    in a list are told apart by; findings by themselves will do where a file is one article."""
    left = findings
    told = []
    if reader(path).NAME in WITH_COMMENTS:
        left = write_comments(path, findings, reason, checker)
        if len(left) < len(findings):
            told.append(f"{visible(path)}: {len(findings) - len(left)} suppressed")
    if left:
        if path == sources.STDIN:
            raise UserError("standard input has no name that a list of suppressions could give: name its file")
        folder = config.home(checker.config_of(path))
        list_path = config.shown(os.path.join(folder, suppress.LIST))
        add(list_path, folder, left, reason, [finding for finding in everything if finding.path == path] or left)
        told.append(f"{visible(path)}: {len(left)} suppressed in {visible(list_path)}")
    return told


def add(list_path: str, folder: str, findings: list[Finding], reason: str, everything: list[Finding]) -> None:
    """Put entries for these findings into the list."""
    known = entries.read(list_path, suppress.COLUMNS)
    named = zip(everything, entries.entries_of(everything, folder, reason))
    new = [entry for finding, entry in named if finding in findings]
    wholefile.write(list_path, entries.written([*(known.entries if known else ()), *new], HEADING))


def write_comments(path: str, findings: list[Finding], reason: str, checker: Checker) -> list[Finding]:
    """Write comments for these findings into their file; those for which there is no place are left."""
    try:
        with open(path, "rb") as file:
            data = file.read()
    except OSError as error:
        raise UserError(f"{path}: cannot be read: {(error.strerror or str(error)).lower()}") from None
    module = reader(path)
    decoded = decode(path, data, module.charset(data) if module.NAME == "html" else None)
    try:
        if decoded.raw.encode(decoded.encoding) != data:
            return findings
        reason.encode(decoded.encoding)
    except (UnicodeError, LookupError):     # it cannot be written back as it was
        return findings
    document: Document = module.read(path, decoded.raw, None)[0]
    lines = [list(its) for _, its in groupby(sorted(findings, key=_place), key=lambda finding: finding.line)]
    edits, left = insertions(document, lines, reason)
    if edits:
        with open(path, "rb") as file:
            if file.read() != data:
                raise UserError(f"{path}: was changed meanwhile, so it was left as it is; run it again")
        wholefile.write(path, applied(decoded.raw, edits).encode(decoded.encoding))
    return left


def insertions(document: Document, lines: list[list[Finding]], reason: str) -> tuple[list[Edit], list[Finding]]:
    """What to insert into `document.raw` for findings, by their line, so that they are suppressed and the article reads
    as before; and the findings for which there is no such place. All lines are tried at once, then half of them, for
    reading a page again takes its time."""
    tried = [list(_candidates(document, its, reason)) for its in lines]
    edits = [edit for candidates in tried for edit in candidates[0]]
    if not lines or _fits(document, lines, edits):
        return edits, []
    if len(lines) > 1:
        middle = len(lines) // 2
        first, unfit = insertions(document, lines[:middle], reason)
        second, unfit_too = insertions(document, lines[middle:], reason)
        return first + second, unfit + unfit_too
    for edits in tried[0][1:]:
        if _fits(document, lines, edits):
            return edits, []
    return [], lines[0]


def _fits(document: Document, lines: list[list[Finding]], edits: list[Edit]) -> bool:
    """Whether the article reads as before with these edits, and comments of it suppress the findings."""
    new: Document = reader(document.path).read(document.path, applied(document.raw, edits), None)[0]
    if (new.text, new.zones, new.literals) != (document.text, document.zones, document.literals):
        return False
    scopes = [scope for one in read(new) for scope in one.scopes]
    for finding in (finding for its in lines for finding in its):
        start = finding.start + sum(len(edit.replacement) for edit in edits if edit.start <= finding.start)
        if not any(scope.start <= start < scope.end and covers(scope.name, finding.rule) for scope in scopes):
            return False
    return True


def applied(raw: str, edits: list[Edit]) -> str:
    for edit in reversed(edits):
        raw = raw[:edit.start] + edit.replacement + raw[edit.end:]
    return raw


def _candidates(document: Document, findings: list[Finding], reason: str) -> Iterator[list[Edit]]:
    names = ", ".join(sorted({finding.rule for finding in findings}))
    line = findings[0].line
    start, end = _line(document, line)
    raw = document.raw
    written = raw[start:end]
    start += written.startswith("\ufeff")
    prefix = PREFIX.match(written.removeprefix("\ufeff"))
    indent = prefix[0] if prefix else ""
    line_break = "\r\n" if "\r\n" in raw else "\n"
    above = [Edit(start, start, f"{indent}{_comment(NEXT_LINE, names, reason)}{line_break}")]
    place = start + len(raw[start:end].rstrip())
    beside = [Edit(place, place, f" {_comment(LINE, names, reason)}")]
    first, last = min(finding.start for finding in findings), max(finding.end for finding in findings)
    around = [Edit(first, first, _comment(DISABLE, names, reason)), Edit(last, last, _comment(ENABLE, names))]
    if document.format == "html":
        yield from [around, above] if end - start > LONG else [above, beside, around]
    elif NOT_ALONE.match(raw, start + len(indent)) or line > 1 and not _blank(document, line - 1):
        yield from [beside, above, around]
    else:
        yield from [above, beside, around]


def _comment(form: str, names: str, reason: str = "") -> str:
    return f"{OPENING} {MARK}{form} {names}{' -- ' + reason if reason else ''} {CLOSING}"


def _blank(document: Document, line: int) -> bool:
    return not document.raw[slice(*_line(document, line))].strip(" \t\r\n>\ufeff")


def _line(document: Document, line: int) -> tuple[int, int]:
    starts = document.line_starts
    return starts[line - 1], starts[line] if line < len(starts) else len(document.raw)


def _place(finding: Finding) -> tuple[int, int]:
    return finding.line, finding.start
