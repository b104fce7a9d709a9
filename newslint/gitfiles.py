"""Only what changed: the files that --staged and --since name, what is staged of them, and their new lines.

--staged reads what `git commit` would write, not the work tree; --since REV compares with the commit at which REV and
what stands here parted, so that what others have since done on a branch REV is not taken for a change. Both together:
what is staged, and of that the lines that are new since REV.

Left out: what is deleted, links, submodules, and below a folder what is not among its articles anyway (hidden files,
other endings, what the config excludes). A file that git calls renamed is compared with what it was.
"""
from __future__ import annotations

import os
from collections.abc import Iterator
from typing import Any, NamedTuple

from newslint import git
from newslint.changedlines import Lines, new_lines
from newslint.config import excluded
from newslint.errors import UserError
from newslint.faults import nearest
from newslint.folders import SAVED
from newslint.formats import FORMATS
from newslint.report.visible import visible
from newslint.sources import BROKEN_LINK, STDIN, Found

DIFF = ("diff", "--no-ext-diff", "--no-textconv", "--no-color", "--ignore-submodules=all", "-M", "-l2000")
PATCH = ("--patch", "--text", "--unified=0", "--src-prefix=a/", "--dst-prefix=b/", "--diff-filter=MRT")
FILES = ("100644", "100755")                # modes; what else there is are links and submodules
TOGETHER = 200                              # files that are read at once


class Changed(NamedTuple):
    """One file that is not as it was."""

    blob: str                               # what is staged of it; of a file in the work tree it says nothing
    new: bool                               # all of it is


class Changes(NamedTuple):
    """What is to be read, and how much of it is to be reported. Paths are as they are shown."""

    root: str
    found: list[Found]
    blobs: dict[str, str]                   # those of files that are read from git
    lines: dict[str, Lines]                 # a file that is not here counts as a whole


class Staged:
    """Reads what is staged, some files ahead."""

    def __init__(self, changes: Changes) -> None:
        self.changes = changes
        self.waiting = [found.path for found in changes.found]
        self.ready: dict[str, bytes] = {}

    def read(self, path: str) -> bytes:
        if path not in self.ready:
            ahead = self.waiting.index(path) if path in self.waiting else len(self.waiting)
            paths = self.waiting[ahead:ahead + TOGETHER] or [path]
            del self.waiting[ahead:ahead + TOGETHER]
            self.ready.update(zip(paths, _contents(self.changes.root, [self.changes.blobs[one] for one in paths])))
        return self.ready.pop(path)


def changes(options: Any, config_of: Any) -> Changes:
    """What changed of the paths that the options name, or of the whole repository. Raises UserError."""
    if STDIN in options.paths:
        raise UserError("standard input is in no repository: leave out - or --staged and --since")
    root = git.root_of("." if "GIT_DIR" in os.environ or not options.paths else _folder(options.paths[0]))
    base = _base(root, options.since) if options.since is not None else None
    against = (*(["--cached"] if options.staged else []), *([base] if base else []))
    changed, gone = _changed(git.ask(root, *DIFF, "--raw", "-z", "--no-abbrev", *against))
    if not options.staged:
        changed.update((path, Changed("", True)) for path in _untracked(root) if path not in changed)
    shown = _shown(root, options.paths, changed, gone, config_of)
    lines: dict[str, Lines] = {}
    if base and not options.whole_files:
        new = new_lines(git.ask_lines(root, *DIFF, *PATCH, *against))
        lines = {found.path: new.get(path, []) for path, found in shown.items() if not changed[path].new}
    found = sorted(one for one in shown.values() if lines.get(one.path, True))
    blobs = {found.path: changed[path].blob for path, found in shown.items()} if options.staged else {}
    return Changes(root, found, blobs, lines)


def _base(root: str, revision: str) -> str:
    """The commit at which this revision and HEAD parted."""
    commit = git.commit(root, revision)
    if commit is None:
        raise UserError(_unknown(root, revision))
    try:
        return git.ask(root, "merge-base", commit, "HEAD").decode().split()[0]
    except git.GitError:
        if _is_shallow(root):
            raise UserError(f"--since {revision}: where it and HEAD parted is not in this shallow clone. "
                            + _deepen(revision)) from None
        return commit                       # they never had anything in common


def _is_shallow(root: str) -> bool:
    return git.ask(root, "rev-parse", "--is-shallow-repository").strip() == b"true"


def _unknown(root: str, revision: str) -> str:
    told = f"--since {visible(revision)}: " if revision else "--since: "
    if _is_shallow(root):
        return f"{told}not in this shallow clone. {_deepen(revision)}"
    names = git.ask(root, "for-each-ref", "--format=%(refname:short)").decode("utf-8", "replace").split("\n")
    near = nearest(revision, [name for name in names if name])
    return told + "no such branch, tag or commit here" + (f"; did you mean “{visible(near)}”?" if near else
                                                          "; git fetch brings what others have")


def _deepen(revision: str) -> str:
    remote, _, branch = revision.rpartition("/")
    name = f"git fetch {remote} {branch}" if remote and revision.isprintable() else "git fetch"
    return (f"Bring the history here first: {name} --unshallow (with actions/checkout: fetch-depth: 0; with GitLab: "
            "GIT_DEPTH: 0)")


def _changed(data: bytes) -> tuple[dict[str, Changed], set[str]]:
    """What `git diff --raw -z` tells: by path of files that are there; and what is gone."""
    parts = iter(data.split(b"\0"))
    changed: dict[str, Changed] = {}
    gone: set[str] = set()
    for head in parts:
        if not head:
            break
        _, mode, _, blob, status = head.decode("ascii").split(" ")
        path = next(parts)
        if status[0] in "RC":
            path = next(parts)
        name = os.fsdecode(path)
        if status == "U":
            raise UserError(f"{visible(name)}: a conflict in it is not resolved; resolve it, then git add it")
        if mode in FILES:
            changed[name] = Changed(blob, status[0] in "AC")
        elif status == "D":
            gone.add(name)
    return changed, gone


def _untracked(root: str) -> Iterator[str]:
    for path in git.ask(root, "ls-files", "--others", "--exclude-standard", "-z").split(b"\0"):
        name = os.fsdecode(path)
        if name and not name.endswith("/") and os.path.isfile(full := os.path.join(root, name)) \
                and not os.path.islink(full):
            yield name


def _folder(path: str) -> str:
    folder = path if os.path.isdir(path) else os.path.dirname(path) or "."
    while not os.path.isdir(folder):        # what is staged may be gone from the work tree
        folder = os.path.dirname(folder) or "."
    return folder


def _shown(root: str, given: list[str], changed: dict[str, Changed], gone: set[str],
           config_of: Any) -> dict[str, Found]:
    """The changed files that are asked for, and how they are shown, by path in the repository."""
    files: dict[str, str] = {}
    folders: list[tuple[str, str | None]] = [] if given else [("", None)]
    problems: list[str] = []
    for path in given:
        if not os.path.isdir(path) and path.endswith(("/", os.sep)):
            path = path.rstrip("/" + os.sep)
        inside = _inside(root, path)
        if inside is None:
            problems.append(f"{path}: not in the repository {root}")
        elif os.path.isdir(path):
            folders.append((inside, path if path.endswith("/") else path + "/"))
        elif inside in changed or inside in gone or os.path.exists(path):
            files[inside] = path
        else:
            problems.append(f"{path}: {BROKEN_LINK if os.path.islink(path) else 'no such file or folder'}")
    if problems:
        raise UserError("\n".join(problems))
    shown = {}
    for path in changed:
        if path in files:
            shown[path] = Found(files[path], True)
        elif name := _below(root, path, folders, config_of):
            shown[path] = Found(name, False)
    return shown


def _below(root: str, path: str, folders: list[tuple[str, str | None]], config_of: Any) -> str | None:
    """How a file is shown that lies below one of these folders and would be read there."""
    folder, prefix = next(((folder, prefix) for folder, prefix in folders if path.startswith(folder)), ("", ""))
    below = path[len(folder):]
    if prefix == "" or os.path.splitext(path)[1].lower() not in FORMATS \
            or any(part.startswith(".") for part in below.split("/")) or _saved_with_a_page(root, path):
        return None
    name = prefix + below if prefix else os.path.relpath(os.path.join(root, path)).replace(os.sep, "/")
    return None if excluded(config_of(name), name) else name


def _saved_with_a_page(root: str, path: str) -> bool:
    """Whether it lies in the folder that a browser saved with a page."""
    parts = path.split("/")[:-1]
    return any(part.endswith(SAVED) and
               any(os.path.exists(os.path.join(root, *parts[:number], part.removesuffix(SAVED) + ending))
                   for ending in (".html", ".htm")) for number, part in enumerate(parts))


def _inside(root: str, path: str) -> str | None:
    """The path as git has it; a folder ends with a slash, the top folder is empty. None where it lies outside."""
    is_folder = os.path.isdir(path)
    absolute = os.path.abspath(path)
    # A file that is a link is itself in the repository, whatever it leads to.
    real = os.path.realpath(path) if is_folder else os.path.join(os.path.realpath(os.path.dirname(absolute)),
                                                                 os.path.basename(absolute))
    try:
        relative = os.path.relpath(real, os.path.realpath(root)).replace(os.sep, "/")
    except ValueError:                      # another drive
        return None
    if relative == "." and is_folder:
        return ""
    if relative.split("/")[0] == "..":
        return None
    return relative + "/" * is_folder


def _contents(root: str, blobs: list[str]) -> Iterator[bytes]:
    out = git.ask(root, "cat-file", "--batch", given="".join(f"{blob}\n" for blob in blobs).encode())
    place = 0
    for blob in blobs:
        end = out.index(b"\n", place)
        head = out[place:end].decode("ascii", "replace").split(" ")
        if head[1:2] != ["blob"]:
            raise UserError(f"git has lost what is staged as {blob}; git fsck says more")
        place = end + 1 + int(head[2]) + 1
        yield out[end + 1:place - 1]
