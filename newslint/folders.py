"""The articles in a folder: files of known endings, less what is hidden, what .gitignore names and what the config
excludes.

Links to folders are not followed (they may lead in a circle), links to files are. As in git, the last pattern that fits
decides, a deeper .gitignore goes before one further up, and those above the folder count up to the root of its
repository. A folder that is itself ignored and named by the user is read all the same.
"""
from __future__ import annotations

import os
from collections.abc import Container, Iterable, Sequence
from typing import TYPE_CHECKING

from newslint.errors import UserError
from newslint.globs import matches

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

    Ignores = list[tuple[str, GitIgnoreSpec]]       # absolute folder, ending in "/", and what its patterns say


SAVED = "_files"                            # how a folder is called that a browser saves with a page


def articles_in(top: str, endings: Container[str], exclude: Sequence[str], root: str, problems: list[str]) -> list[str]:
    """The paths below `top`, each starting with it as given, sorted. What cannot be opened is told in `problems`.

    `exclude` are globs, see globs.py, relative to the folder `root`.
    """
    shown = top if top.endswith("/") else top + "/"
    base = _slashed(os.path.abspath(top))
    globs = tuple(exclude)
    found = []
    waiting = [("", _above(base, problems))]
    while waiting:
        folder, ignores = waiting.pop()
        try:
            with os.scandir(shown + folder) as scan:
                entries = list(scan)
        except OSError as error:
            problems.append(f"{shown}{folder}: cannot be read: {(error.strerror or str(error)).lower()}")
            continue
        if any(entry.name == ".gitignore" for entry in entries):
            ignores = ignores + _gitignore(base + folder, problems)
        for entry in entries:
            path = folder + entry.name
            if entry.name.startswith("."):
                continue
            if entry.is_dir(follow_symlinks=False):
                path += "/"
                if not _saved_with(entry.name, entries) and not _left_out(base + path, ignores, globs, root):
                    waiting.append((path, ignores))
            elif os.path.splitext(path)[1].lower() in endings and (entry.is_file() or _broken(entry)):
                if not _left_out(base + path, ignores, globs, root):
                    found.append(shown + path)
    return sorted(found)


def _saved_with(name: str, entries: list[os.DirEntry[str]]) -> bool:
    """Whether this folder is what a browser saved with a page: “Bridge.html” and “Bridge_files”."""
    page = name.removesuffix(SAVED)
    return page != name and any(entry.name in (page + ".html", page + ".htm") for entry in entries)


def _broken(entry: os.DirEntry[str]) -> bool:
    """A link to nothing: kept, so that reading it says so."""
    return entry.is_symlink() and not os.path.exists(entry.path)


def _left_out(path: str, ignores: Ignores, exclude: tuple[str, ...], root: str) -> bool:
    if exclude:
        relative = os.path.relpath(path, root) + ("/" if path.endswith("/") else "")
        if matches(exclude, relative):
            return True
    return _ignored(path, ignores)


def _ignored(path: str, ignores: Ignores) -> bool:
    for base, spec in reversed(ignores):
        include = spec.check_file(path[len(base):]).include
        if include is not None:
            return include
    return False


def _above(base: str, problems: list[str]) -> Ignores:
    """What the .gitignore files above `base` say, outermost first; nothing outside a repository."""
    folders = []
    folder = base.rstrip("/")
    while not os.path.exists(f"{folder}/.git"):
        parent = os.path.dirname(folder)
        if parent == folder:
            return []
        folder = parent
        folders.append(_slashed(folder))
    ignores = [ignore for folder in reversed(folders) for ignore in _gitignore(folder, problems)]
    return [] if _ignored(base, ignores) else ignores


def _gitignore(folder: str, problems: list[str]) -> Ignores:
    path = folder + ".gitignore"
    try:
        with open(path, encoding="utf-8", errors="surrogateescape") as file:
            return [(folder, _patterns(file, path))]
    except (FileNotFoundError, IsADirectoryError):
        return []
    except OSError as error:
        problems.append(f"{path}: cannot be read: {(error.strerror or str(error)).lower()}")
        return []


def _patterns(lines: Iterable[str], where: str) -> GitIgnoreSpec:
    from pathspec import GitIgnoreSpec

    try:
        return GitIgnoreSpec.from_lines(lines)
    except ValueError as error:
        raise UserError(f"{where}: {error}") from None


def _slashed(folder: str) -> str:
    return folder if folder.endswith("/") else folder + "/"
