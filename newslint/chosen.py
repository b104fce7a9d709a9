"""Which files a run reads: those the command line names, or those that git says have changed."""
import os
import sys
from typing import TYPE_CHECKING, Any

from newslint import config, sources
from newslint.errors import UserError

if TYPE_CHECKING:
    from newslint.gitfiles import Changes


def find(options: Any, checker: Any) -> tuple[list[sources.Found], list[str], "Changes | None"]:
    """The files to read, each once, what cannot be looked into, and what git says, if it was asked. Paths under one
    config are looked for together, with its `exclude`."""
    if by_git(options):
        from newslint.gitfiles import Staged, changes

        changed = changes(options, checker.config_of)
        checker.staged = Staged(changed) if options.staged else None
        return changed.found, [], changed
    groups: dict[int, tuple[config.Config, list[str]]] = {}
    for path in options.paths:
        origin = checker.config_of(options.stdin_filename or "." if path == sources.STDIN else path)
        groups.setdefault(id(origin), (origin, []))[1].append(path)
    problems: list[str] = []
    found = [one for origin, paths in groups.values()
             for one in sources.find(paths, origin.values.get("exclude", ()), origin.folder, problems)]
    return list(dict.fromkeys(found)), problems, None


def by_git(options: Any) -> bool:
    """Whether git says what is to be read; it may be nothing."""
    return bool(options.staged) or options.since is not None


def show_files(options: Any, checker: Any) -> int:
    """The files that would be read, a line each; as they are, for another program to read, but for a terminal."""
    found, problems, _ = find(options, checker)
    from newslint.report.visible import visible

    for path, _ in found:
        print(visible(path) if sys.stdout.isatty() else path)
    if problems:
        raise UserError("\n".join(problems))
    return 0


def refuse_to_mix(options: Any) -> None:
    if not options.paths and not by_git(options):
        raise UserError("name the articles to check: newslint PATH…, or --staged or --since REV for what changed")
    if options.whole_files and options.since is None:
        raise UserError("--whole-files goes with --since REV")
    if options.statistics and (options.format != "text" or options.output):
        raise UserError("--statistics is text on standard output: leave out --format and --output, or count the lines "
                        "of --format jsonl")


def refuse_to_overwrite(output: str, found: list[sources.Found]) -> None:
    """The report must not replace an article."""
    if os.path.exists(output) and any(os.path.exists(path) and os.path.samefile(output, path) for path, _ in found):
        raise UserError(f"{output}: this is one of the articles; name another file for the report")
