"""`newslint clean IN -o OUT`: writes plain-text articles without debris and damage, and tells every line it took out.

What is written is UTF-8. No article is ever written over.
"""
from __future__ import annotations

import gc
import os
import sys
from collections.abc import Iterator
from typing import Any

from newslint import config, regexes, sources, wholefile
from newslint.clean import FAMILIES, TOLD, Cleaned, cleaned
from newslint.errors import UserError
from newslint.formats import FORMATS
from newslint.formats import text as text_format
from newslint.report.visible import cut, visible
from newslint.run import Checker
from newslint.sources import STDIN

WIDTH = 100                                 # of a line that is told on a screen


def clean(options: Any) -> int:
    gc.disable()
    options.select, options.level, options.ignore = list(FAMILIES), "suggestion", None
    checker = Checker(options)
    problems: list[str] = []
    origin = checker.config_of(options.stdin_filename or "." if options.path == STDIN else options.path)
    found = sources.find([options.path], origin.values.get("exclude", ()), origin.folder, problems)
    named = os.path.isfile(options.path) or options.path == STDIN
    articles = [path for path, _ in found if _is_text(_name(options, path))]
    passed_over = len(found) - len(articles)
    if named and passed_over:
        raise UserError(f"{_name(options, options.path)}: clean takes plain text only; in Markdown, HTML and JSON a "
                        "line may be a part of something else")
    targets = {path: _target(options, path) for path in articles}
    _refuse(options, targets)
    report: list[str] = []
    written = 0
    for path, target in targets.items():
        try:
            result = _cleaned_file(options, path, checker)
            _write(target, result.text.encode("utf-8", "surrogatepass"))
        except UserError as error:
            problems.append(str(error))
            continue
        written += 1
        report += _told(_name(options, path), result, 0 if options.report else WIDTH)
    if written:
        report.append(f"{written} {'file' if written == 1 else 'files'} written"
                      + (f"; {passed_over} passed over, for they are no plain text" if passed_over else ""))
        _report(options.report, report)
    elif not problems:
        problems.append(f"{options.path}: no plain text to clean in {passed_over} file(s)")
    regexes.keep()
    if problems:
        raise UserError("\n".join(problems))
    return 0


def _cleaned_file(options: Any, path: str, checker: Checker) -> Cleaned:
    name = _name(options, path)
    origin = checker.config_of(name)
    settings = config.effective(origin, name)
    [document] = checker.read(path, name, settings)
    result = cleaned(document, checker.pack_of(settings, origin))
    if not any(map(str.isalnum, result.text)):
        raise UserError(f"{name}: nothing would be left of it, so nothing was written" if result.removed else
                        f"{name}: there is nothing in it, so nothing was written")
    return result


def _name(options: Any, path: str) -> str:
    return (options.stdin_filename or path) if path == STDIN else path


def _is_text(path: str) -> bool:
    return FORMATS.get(os.path.splitext(path)[1].lower(), text_format.NAME) == text_format.NAME


def _target(options: Any, path: str) -> str:
    """Where an article goes."""
    out: str = options.output
    if os.path.isdir(options.path):
        return os.path.join(out, os.path.relpath(path, options.path))
    if out != STDIN and (os.path.isdir(out) or out.endswith(("/", os.sep))):
        name = os.path.basename(_name(options, path))
        if name == STDIN:
            raise UserError(f"{out}: a folder; give standard input a name there with --stdin-filename, or name a file")
        return os.path.join(out, name)
    return out


def _refuse(options: Any, targets: dict[str, str]) -> None:
    """No article is written over, nor any other file unless that is asked for. Nothing is written before this."""
    out = options.output
    if os.path.isdir(options.path):
        if out == STDIN:
            raise UserError(f"{options.path}: a folder cannot go to standard output; name a folder for it")
        top, real = os.path.realpath(options.path), os.path.realpath(out)
        if os.path.commonpath([top, real]) == top:
            raise UserError(f"{out}: inside the folder that is to be cleaned; name another")
        if os.path.isfile(out):
            raise UserError(f"{out}: a file; name a folder for the articles of {options.path}")
    articles = {_identity(path) for path in targets if path != STDIN}
    problems = []
    for path in [*targets.values(), *([options.report] if options.report else [])]:
        if path == STDIN or not os.path.lexists(path):
            continue
        if os.path.isdir(path):
            problems.append(f"{path}: a folder stands where a file is to be written")
        elif os.path.exists(path) and _identity(path) in articles:
            problems.append(f"{path}: this is one of the articles; name another place for what is written")
        elif not options.force:
            problems.append(f"{path}: exists already; --force replaces it")
    if options.report and os.path.realpath(options.report) in {os.path.realpath(path) for path in targets.values()}:
        problems.append(f"{options.report}: an article is written there; name another file for the report")
    if problems:
        raise UserError("\n".join(problems))


def _identity(path: str) -> tuple[int, int]:
    status = os.stat(path)
    return status.st_dev, status.st_ino


def _write(target: str, data: bytes) -> None:
    if target == STDIN:
        sys.stdout.buffer.write(data)
        return
    folder = os.path.dirname(target)
    try:
        os.makedirs(folder or ".", exist_ok=True)
    except OSError as error:
        raise UserError(f"{folder}: cannot be made: {(error.strerror or str(error)).lower()}") from None
    wholefile.write(target, data)


def _told(path: str, result: Cleaned, width: int) -> Iterator[str]:
    """One line for each that was taken out, its text cut to a width if there is one, and one for the article."""
    for line, rule, text in result.removed:
        why = f"  ({TOLD[rule]})" if rule in TOLD else ""
        text = visible(text)
        yield f"{visible(path)}:{line}: taken out: {cut(text, width) if width else text}  {rule}{why}"
    if result.removed or result.mended:
        count = len(result.removed)
        yield f"{visible(path)}: {count} {'line' if count == 1 else 'lines'} taken out, {result.mended} repaired"


def _report(path: str | None, lines: list[str]) -> None:
    if path is None:
        print("\n".join(lines), file=sys.stderr)
    else:
        wholefile.write(path, ("\n".join(lines) + "\n").encode("utf-8", "backslashreplace"))
