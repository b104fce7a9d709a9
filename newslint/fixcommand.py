"""`newslint fix PATH…`: makes the fixes that are safe, shows them, or asks for each.

Each file is replaced whole, or not at all. What only a run over several files shows is not mended here.
"""
from __future__ import annotations

import gc
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from newslint import regexes, wholefile
from newslint.errors import UserError
from newslint.fixfile import Article, Choose, Mended, Mender, mended
from newslint.model import LEVELS, Finding
from newslint.outcome import Outcome
from newslint.report import counted
from newslint.report.visible import cut, visible
from newslint.run import outcome_of
from newslint.sources import STDIN
from newslint.told import unkept

if TYPE_CHECKING:                           # imported where it is wanted
    from newslint.fixasked import Asker

WIDTH = 100                                 # of a line that is told
INTERRUPTED = 130


class Sums(NamedTuple):
    """What the run came to."""

    read: list[str]                         # files
    fixed: list[str]
    done: list[Finding]
    left: list[Finding]


def fix(options: Any) -> int:
    gc.disable()
    _refuse(options)
    mender = Mender(options)
    asker = _asker(mender) if options.interactive else None
    outcome = outcome_of(options, mender)
    problems = outcome.problems
    sums = Sums([], [], [], [])
    interrupted = False
    try:
        for article in _articles(options, mender, outcome):
            try:
                _fix(options, article, mender, asker, sums)
            except UserError as error:
                problems.append(str(error))
    except KeyboardInterrupt:
        interrupted = True
    regexes.keep()
    if sums.read:
        print(_summary(options, sums), file=sys.stderr)
    elif not problems:
        problems.append(f"{', '.join(options.paths)}: no article in {outcome.skipped} file(s); JSON needs a body: name "
                        "yours under “records” in the config")
    if interrupted:
        print("newslint: interrupted; the files fixed so far stay fixed, the rest is as it was", file=sys.stderr)
        return INTERRUPTED
    if problems:
        raise UserError("\n".join(problems))
    if options.exit_zero:
        return 0
    return int(bool(sums.fixed) if options.diff else mender.fails(sums.left))


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


def _asker(mender: Mender) -> Asker:
    from newslint.fixasked import Asker

    return Asker(mender)


def _articles(options: Any, mender: Mender, outcome: Outcome) -> Iterator[Article]:
    mender.compares = False                 # from here on, it reads one file at a time
    held: dict[str, set[tuple[str, str]]] = {}
    found: dict[str, list[Finding]] = {}
    left = unkept(outcome, mender).findings
    for finding in left:
        found.setdefault(finding.path, []).append(finding)
    for finding in set(outcome.findings).difference(left):
        held.setdefault(finding.path, set()).add((finding.rule, finding.match))
    for name in outcome.checked:
        path = STDIN if options.paths == [STDIN] else name
        its = found.get(name, [])
        between = [finding for finding in its if finding in outcome.between]
        yield Article(path, name, outcome.raw.get(name), its, between, frozenset(held.get(name, ())))


def _fix(options: Any, article: Article, mender: Mender, asker: Asker | None, sums: Sums) -> None:
    path, name = article.path, article.name
    sums.read.append(name)
    if path != STDIN and not any(finding.fix for finding in article.findings):
        sums.left.extend(article.findings)
        return
    result = mended(article, mender, asker.choose if asker else _all_of(options.unsafe))
    mender.data.pop(path, None)
    changed = result.data != result.before
    if changed and options.diff:
        from newslint.diff import write

        write(name, result.before, result.data)
    elif path == STDIN and not options.diff:
        sys.stdout.buffer.write(result.data)
    elif changed:
        wholefile.write(path, result.data, result.before)
    if changed:
        sums.fixed.append(name)
        _tell(options, path, name, result)
    sums.done.extend(finding for finding, _ in result.done)
    sums.left.extend(asker.suppress(result.left) if asker and asker.ignored else result.left)


def _tell(options: Any, path: str, name: str, result: Mended) -> None:
    """A line for each fix; a diff shows them all, and who was asked has seen them."""
    if not options.diff and not options.interactive:
        for finding, raw in result.done:
            place = f"{visible(name)}:{finding.line}:{finding.column}: "
            print(place + cut(what_is_done(finding, raw), WIDTH) + f"  {finding.rule}",
                  file=sys.stderr if path == STDIN else sys.stdout)


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
