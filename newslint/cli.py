"""The command line: one small function a command. Whatever a command alone needs is imported in it.

Exit codes: 0 nothing at or above --fail-level · 1 findings · 2 wrong use, unreadable input, a broken rule or config ·
3 a fault of newslint's own · 130 interrupted.
"""
from __future__ import annotations

import errno
import os
import sys
from collections.abc import Sequence

from newslint import __version__
from newslint.errors import UserError

TYPE_CHECKING = False                       # typing's own costs more to import than `--version` takes
if TYPE_CHECKING:
    from typing import Any

CLEAN, FINDINGS, MISUSE, OUR_FAULT, INTERRUPTED = 0, 1, 2, 3, 130
COMMANDS = ("check", "rules", "explain", "config", "words", "calibrate", "clean", "names", "suppress", "baseline",
            "fix", "languagetool", "init", "completion")


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; its exit code. Mistakes of the user's are told in plain words on standard error."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    code = _guarded(arguments)
    try:
        sys.stdout.flush()
    except OSError as error:
        # Nothing may be written to it again, not even at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if not isinstance(error, BrokenPipeError) and code != MISUSE:
            return _not_written(error)
    return code


def _guarded(arguments: list[str]) -> int:
    try:
        return _run(arguments)
    except SystemExit as end:               # how argparse leaves
        return int(end.code or 0)
    except UserError as error:
        print(f"newslint: {error}" if "\n" not in str(error) else error, file=sys.stderr)
        return MISUSE
    except BrokenPipeError:                 # `newslint rules list | head`: whoever reads has enough
        return CLEAN
    except KeyboardInterrupt:
        print("newslint: interrupted; nothing was changed", file=sys.stderr)
        return INTERRUPTED
    except Exception as error:
        full = isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
        return _not_written(error) if full else _our_fault(arguments)


def process() -> None:
    """`main` as a process of its own: nothing is left to clean up after the report, and Python would take longer over
    it than an article takes."""
    code = main()
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except (OSError, ValueError):       # whoever read it has gone
            pass
    os._exit(code)


def _run(arguments: list[str]) -> int:
    if arguments == ["--version"]:
        print(f"newslint {__version__}")
        return CLEAN
    if not arguments:
        raise UserError("name the articles to check: newslint PATH…  (newslint --help shows what else there is)")
    parsed: Any = None
    if arguments[0] not in (*COMMANDS, "-h", "--help"):
        from newslint.options import plain

        parsed = plain(arguments)
        arguments = ["check", *arguments]
    if parsed is None:
        from newslint.arguments import parser

        parsed = parser().parse_args(arguments)
    return globals()["_" + parsed.command](parsed)  # type: ignore[no-any-return]


def _check(options: object) -> int:
    from newslint import run

    return run.check(options)


def _rules(options: object) -> int:
    from newslint import rulecommands

    return rulecommands.rules(options)


def _explain(options: object) -> int:
    from newslint import rulecommands

    return rulecommands.explain(options)


def _config(options: object) -> int:
    from newslint import run

    return run.show_config(options)


def _words(options: object) -> int:
    from newslint import wordcommands

    return wordcommands.words(options)


def _calibrate(options: object) -> int:
    from newslint import calibrate

    return calibrate.calibrate(options)


def _clean(options: object) -> int:
    from newslint import cleancommand

    return cleancommand.clean(options)


def _languagetool(options: object) -> int:
    from newslint.engines.languagetool import commands

    return commands.languagetool(options)


def _init(options: object) -> int:
    from newslint import initcommand

    return initcommand.init(options)


def _completion(options: object) -> int:
    from newslint import completion

    return completion.completion(options)


def _suppress(options: object) -> int:
    from newslint import suppresscommand

    return suppresscommand.command(options)


def _baseline(options: object) -> int:
    from newslint import baselinecommand

    return baselinecommand.command(options)


def _fix(options: object) -> int:
    from newslint import fixcommand

    return fixcommand.fix(options)


def _names(options: object) -> int:
    from newslint import namescommand

    return namescommand.names(options)


def _not_written(error: Exception) -> int:
    what = (getattr(error, "strerror", None) or str(error)).lower()
    print(f"newslint: standard output cannot be written: {what}", file=sys.stderr)
    return MISUSE


def _our_fault(arguments: list[str]) -> int:
    import platform
    import tempfile
    import traceback

    log = "\n".join([f"newslint {__version__}, Python {platform.python_version()}, {platform.platform()}",
                     f"arguments: {arguments!r}", "", traceback.format_exc()])
    try:
        with tempfile.NamedTemporaryFile("w", prefix="newslint-", suffix=".log", delete=False, encoding="utf-8",
                                         errors="backslashreplace") as file:
            file.write(log)
        where = f"A log to paste into a report is in {file.name}"
    except OSError:
        where = log
    print(f"newslint: this is a fault of newslint, not of your files. {where}", file=sys.stderr)
    return OUR_FAULT


if __name__ == "__main__":
    process()
