"""What `newslint check` does when nothing is said.

Apart from arguments.py, for building that parser takes as long as checking an article, and most runs (every pre-commit
hook) name nothing but files.
"""
from __future__ import annotations

from types import SimpleNamespace
from typing import Any

CHECK: dict[str, Any] = {
    "format": "text", "output": None, "level": None, "fail_level": None, "packs": None, "select": None, "ignore": None,
    "dialect": None, "config": None, "isolated": False, "jobs": 0, "exit_zero": False, "stdin_filename": None,
    "suggest": None, "engines": None, "staged": False, "since": None, "whole_files": False, "statistics": False,
    "show_files": False, "show_timing": False,
    "baseline": None, "no_baseline": False,
}


def plain(paths: list[str]) -> SimpleNamespace | None:
    """The options of a command line of paths and nothing else; None for any other."""
    if any(path.startswith("-") and path != "-" for path in paths):
        return None
    return SimpleNamespace(command="check", paths=paths, **CHECK)
