"""`newslint fix PATH…`: makes the fixes that are safe, shows them, or asks for each.

Each file is replaced whole, or not at all. What only a run over several files shows is not mended here.
"""
from __future__ import annotations

import gc
import os
import stat
import sys
from collections.abc import Iterator
from typing import Any, NamedTuple

from newslint import regexes, sources, wholefile
from newslint.errors import UserError
from newslint.fixfile import Choose, Mended, mended
from newslint.model import LEVELS, Finding
from newslint.report import counted
from newslint.report.visible import cut, visible
from newslint.run import Article, Checker, checked, find
from newslint.sources import STDIN

WIDTH = 100                                 # of a line that is told
INTERRUPTED = 130


class Sums(NamedTuple):
    """What the run came to."""

    read: list[str]
    fixed: list[str]                        # files
    done: list[Finding]
    left: list[Finding]
    failing: list[Finding]                  # of those, at or above the failing level of their file


def fix(options: Any) -> int:
    gc.disable()
    _refuse(options)
    checker = Checker(options)
    choose = _asker(options, checker) if options.interactive else _all_of(options.unsafe)
    sums = Sums([], [], [], [], [])
    problems: list[str] = []
    interrupted = False
    try:
        for article, data, findings in _articles(options, checker, problems):
            try:
                _fix(options, article, data, findings, choose, sums)
            except UserError as error:
                problems.append(str(error))
    except KeyboardInterrupt:
        interrupted = True
        problems.append("interrupted; what is told above was fixed, the rest is as it was")
    regexes.keep()
    if sums.read:
        print(_summary(options, sums), file=sys.stderr)
    if interrupted:
        print(f"newslint: {problems[-1]}", file=sys.stderr)
        return INTERRUPTED
    if problems:
        raise UserError("\n".join(problems))
    if options.exit_zero:
        return 0
    return int(bool(sums.fixed) if options.diff else bool(sums.failing))


def _refuse(options: Any) -> None:
    if STDIN in options.paths and len(options.paths) > 1:
        raise UserError("-: standard input is fixed alone, for the article goes to standard output")
    if not options.interactive:
        return
    if options.diff:
        raise UserError("--interactive writes what you accept, --diff writes nothing: give one of them")
    if STDIN in options.paths or not on_a_terminal():
        raise UserError("--interactive asks on a terminal, and here is none; --diff shows what would be fixed")


def on_a_terminal() -> bool:
    return sys.stdin.isatty() and sys.stdout.isatty()


def _all_of(unsafe: bool) -> Choose:
    return lambda findings, raw: [finding for finding in findings if finding.fix and (finding.fix.safe or unsafe)]


def _asker(options: Any, checker: Checker) -> Choose:
    from newslint.fixasked import Asker

    return Asker(options, checker).choose


def _articles(options: Any, checker: Checker,
              problems: list[str]) -> Iterator[tuple[Article, bytes | None, list[Finding]]]:
    """The articles with their findings; the bytes are there only where they cannot be read again."""
    if options.paths == [STDIN]:
        yield _standard_input(options, checker)
        return
    found, unread = find(options, checker)
    problems += unread
    skipped: list[str] = []
    some = False
    for article, findings, _ in checked(checker.articles(found, problems, skipped), False):
        some = True
        yield article, None, findings
    if not some and not problems:
        problems.append(f"{', '.join(options.paths)}: no article in {len(skipped)} file(s); JSON needs a body: name "
                        "yours under “records” in the config")


def _standard_input(options: Any, checker: Checker) -> tuple[Article, bytes, list[Finding]]:
    from newslint import config

    name = options.stdin_filename or STDIN
    origin = checker.config_of(options.stdin_filename or ".")
    settings = config.effective(origin, name)
    data = sources.load_stdin(settings.max_size)
    documents = sources.documents(name, data, settings.records, settings.max_size)
    article = Article(sources.Found(STDIN, True), documents, settings, checker.pack_of(settings, origin))
    [(_, findings, _)] = checked([article], False)
    return article, data, findings


def _fix(options: Any, article: Article, data: bytes | None, findings: list[Finding], choose: Choose,
         sums: Sums) -> None:
    path, name = article.found.path, article.documents[0].path
    sums.read.append(path)
    result = Mended(data or b"", [], findings)
    if data is not None or any(finding.fix for finding in findings):
        before = data if data is not None else _load(path)
        result = mended(article, before, findings, choose)
        if options.diff:
            if result.data != before:
                from newslint.diff import write

                write(name, before, result.data)
        elif path == STDIN:
            sys.stdout.buffer.write(result.data)
        elif result.data != before:
            wholefile.write(path, result.data, before)
        if result.data != before:
            sums.fixed.append(path)
            _tell(options, name, result)
    fatal = LEVELS.index(article.settings.fail_level)
    sums.done.extend(finding for finding, _ in result.done)
    sums.left.extend(result.left)
    sums.failing.extend(finding for finding in result.left if LEVELS.index(finding.level) >= fatal)


def _load(path: str) -> bytes:
    if not stat.S_ISREG(os.stat(path).st_mode):
        raise UserError(f"{path}: a pipe or device cannot be fixed; give it as standard input: newslint fix - < {path}")
    return sources.load(path, sys.maxsize)


def _tell(options: Any, name: str, result: Mended) -> None:
    """A line for each fix; a diff shows them all, and who was asked has seen them."""
    if not options.diff and not options.interactive:
        for finding, raw in result.done:
            place = f"{visible(name)}:{finding.line}:{finding.column}: "
            print(place + cut(what_is_done(finding, raw), WIDTH) + f"  {finding.rule}",
                  file=sys.stderr if name == STDIN or options.paths == [STDIN] else sys.stdout)


def what_is_done(finding: Finding, raw: str) -> str:
    """“recieve” → “receive”, “Read more” taken out, “,” put in."""
    edits = finding.fix.edits if finding.fix else ()
    if not edits:
        return ""
    start, end, replacement = edits[0]
    old, new = (f"“{visible(text.strip() or text)}”" for text in (raw[start:end], replacement))
    if start == end:
        told = f"{new} put in"
    elif not replacement:
        told = f"{cut(old, WIDTH - 12)} taken out"
    else:
        told = f"“{visible(raw[start:end])}” → “{visible(replacement)}”"
    return told + (f" and {len(edits) - 1} more" if len(edits) > 1 else "")


def _summary(options: Any, sums: Sums) -> str:
    """“3 files: 12 fixed in 2. Left: 4 errors, 8 warnings; newslint PATH… shows them.”"""
    would = "would be fixed" if options.diff else "fixed"
    parts = [f"{counted(len(sums.read), 'file')}: " + (
        f"{len(sums.done)} {would} in {counted(len(sums.fixed), 'file')}." if sums.done else "nothing to fix.")]
    levels = [finding.level for finding in sums.left]
    if levels:
        left = ", ".join(counted(levels.count(level), level) for level in reversed(LEVELS) if level in levels)
        unsafe = sum(finding.fix is not None for finding in sums.left)
        parts.append(f"Left: {left}" + ("" if not unsafe or options.unsafe or options.interactive else
                                        f"; for {unsafe} there is a fix that is not safe (--unsafe, --interactive)")
                     + ".")
    return " ".join(parts)
