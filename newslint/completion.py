"""`newslint completion SHELL`: a script by which a shell completes commands, options and files.

shtab writes it once. argcomplete would start newslint at every press of the key.
"""
from __future__ import annotations

import argparse
from typing import Any

from newslint.errors import UserError

PATHS = ("PATH", "FILE", "IN", "OUT")


def completion(options: Any) -> int:
    try:
        import shtab
    except ImportError:
        raise UserError("completion needs the package shtab: pip install shtab, into the environment of newslint "
                        "(pipx: pipx inject newslint shtab)") from None
    from newslint.arguments import parser

    top = parser()
    _name_files(top, shtab.FILE)
    script = shtab.complete(top, options.shell)
    # `newslint PATH` has no command before its files: where none fits, files are completed.
    print(script.replace("complete -o bashdefault -F", "complete -o bashdefault -o default -F"))
    return 0


def _name_files(parser: argparse.ArgumentParser, how: Any) -> None:
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for below in action.choices.values():
                _name_files(below, how)
        elif action.metavar in PATHS:
            action.complete = how  # type: ignore[attr-defined]
