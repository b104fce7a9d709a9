"""One file with its fixes made, pass after pass: a fix can bring another fault to light."""
from __future__ import annotations

import os
import stat
import sys
from collections.abc import Callable
from typing import Any, NamedTuple

from newslint import config, sources
from newslint.decoding import Decoded, decode
from newslint.engine import ARTIFACTS
from newslint.errors import UserError
from newslint.fix import apart, edits_of
from newslint.formats import reader
from newslint.model import Document, Finding
from newslint.run import Checker
from newslint.sources import STDIN, Found
from newslint.splicing import can_be_written, splice
from newslint.told import unkept

PASSES = 12

# Of findings with a fix, those to make now; the text they were found in goes along.
Choose = Callable[[list[Finding], str], list[Finding]]


class Mender(Checker):
    """A checker that reads files as they will be."""

    def __init__(self, options: Any) -> None:
        super().__init__(options)
        self.data: dict[str, bytes] = {}    # by path, where it is not that of the file

    def read(self, path: str, name: str, settings: config.Settings) -> list[Document]:
        if path == STDIN and path not in self.data:
            self.data[path] = sources.load_stdin(settings.max_size)
            return sources.documents(name, self.data[path], settings.records, settings.max_size)
        if path in self.data:
            return sources.documents(name, self.data[path], settings.records, sys.maxsize)
        return super().read(path, name, settings)


class Article(NamedTuple):
    """A file, and what was found in it."""

    path: str
    name: str                               # under which it is reported
    raw: str | None                         # as it was read; there where something was found
    findings: list[Finding]
    between: list[Finding]                  # of these, what only a run over several files finds
    held: frozenset[tuple[str, str]]        # rule and match of what is suppressed, or in a baseline


class Mended(NamedTuple):
    """What became of a file."""

    before: bytes
    data: bytes
    done: list[tuple[Finding, str]]         # each with the text it was found in
    left: list[Finding]


def mended(article: Article, mender: Mender, choose: Choose) -> Mended:
    """Raises UserError where fixes do not come to an end, or where the encoding of the file cannot take them."""
    name, path = article.name, article.path
    before = data = mender.data[path] if path in mender.data else _load(path)
    decoded, declared = _decoded(name, data)
    if article.raw is not None and decoded.raw != article.raw:
        raise UserError(f"{name}: was changed meanwhile, so it was left as it is; run it again")
    findings = article.findings
    done: list[tuple[Finding, str]] = []
    for _ in range(PASSES):
        fixable = [finding for finding in findings if finding.fix and all(
            can_be_written(decoded, edit.replacement) for edit in finding.fix.edits)]
        chosen = apart(choose(fixable, decoded.raw)) if fixable else []
        if not chosen:
            left = _left(article, findings, decoded.raw, done) if done else findings
            return Mended(before, data, done, left)
        done += [(finding, decoded.raw) for finding in chosen]
        data = mender.data[path] = splice(name, data, decoded, edits_of(chosen), declared)
        decoded, declared = _decoded(name, data)
        findings = _found(article, mender)
    rules = ", ".join(dict.fromkeys(finding.rule for finding in chosen))
    raise UserError(f"{name}: left as it is: its fixes bring on new ones without end ({rules}); turn one of these off")


def _found(article: Article, mender: Mender) -> list[Finding]:
    """What is found now. What was suppressed still is, though its sentence is another where something else in it was
    fixed."""
    outcome = unkept(mender.check([Found(article.path, True)]), mender)
    if outcome.problems:
        raise UserError("\n".join(outcome.problems))
    return [finding for finding in outcome.findings if (finding.rule, finding.match) not in article.held]


def _left(article: Article, findings: list[Finding], raw: str, done: list[tuple[Finding, str]]) -> list[Finding]:
    """What is found now, and what only a run over several files finds; not what stands in lines that turned out there
    to be a page's."""
    made = [finding for finding, _ in done]
    compared = [finding for finding in article.between if finding not in made]
    lines = {finding.match for finding in compared if finding.rule.startswith(ARTIFACTS)}
    return [*compared, *(finding for finding in findings if not lines or _line(raw, finding) not in lines)]


def _line(raw: str, finding: Finding) -> str:
    return raw[finding.start - finding.column + 1:finding.start] + raw[finding.start:].partition("\n")[0]


def _load(path: str) -> bytes:
    if not stat.S_ISREG(os.stat(path).st_mode):
        raise UserError(f"{path}: a pipe or device cannot be fixed; give it as standard input: newslint fix - < {path}")
    return sources.load(path, sys.maxsize)


def _decoded(name: str, data: bytes) -> tuple[Decoded, str | None]:
    """As sources.documents reads it."""
    module = reader(name)
    declared = module.charset(data) if module.NAME == "html" else None
    return decode(name, data, declared), declared
