"""What git is asked, by running it.

Not GitPython: it runs git as well, and its import alone takes longer than newslint does over an article. No file name
is ever given to git, and no revision but by the name of its object, so that neither can be taken for an option; file
names come back ended by NUL, or quoted in patches (`unquoted`), whatever stands in them.
"""
from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterator

from newslint.errors import UserError
from newslint.report.visible import visible

# Settings of the user that would change what is printed.
SAME_FOR_ALL = ("-c", "core.quotePath=true", "-c", "diff.relative=false", "-c", "core.fsmonitor=false")
# Read only: not even the index is refreshed, which another git may hold.
ENVIRONMENT = {"GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C"}
ESCAPES = {b"a": b"\a", b"b": b"\b", b"t": b"\t", b"n": b"\n", b"v": b"\v", b"f": b"\f", b"r": b"\r"}


class GitError(UserError):
    """What git itself had to say."""


def root_of(folder: str) -> str:
    """The top folder of the repository that holds this folder."""
    try:
        top = ask(folder, "rev-parse", "--show-toplevel").removesuffix(b"\n")
    except GitError as error:
        if "not a git repository" in str(error):
            raise UserError(f"{visible(os.path.abspath(folder))}: not in a git repository; --staged and --since ask "
                            "git what changed. Name paths inside one, or leave these options out") from None
        raise
    if not top:
        raise UserError(f"{visible(os.path.abspath(folder))}: a git repository without files of its own (bare)")
    return os.fsdecode(top)


def ask(folder: str, *arguments: str, given: bytes = b"") -> bytes:
    """What git prints; `given` is its standard input. Raises GitError."""
    with _started(folder, arguments) as process:
        out, error = process.communicate(given)
    _check(process.returncode, arguments, error)
    return out


def ask_lines(folder: str, *arguments: str) -> Iterator[bytes]:
    """The same line by line, for what may be long. Raises GitError at its end."""
    with _started(folder, arguments, subprocess.DEVNULL) as process:
        assert process.stdout is not None
        yield from process.stdout
    if process.returncode:
        _check(process.returncode, arguments, b"")


def commit(root: str, revision: str) -> str | None:
    """The name of the commit that a branch, tag or other name stands for; None where there is none."""
    if revision.startswith("-") or not revision.isprintable():
        return None
    try:
        out = ask(root, "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}")
    except GitError:
        return None
    name = out.decode("ascii", "replace").strip()
    return name if re.fullmatch("[0-9a-f]+", name) else None


def unquoted(name: bytes) -> str:
    """A file name as patches have it: in quotes and with escapes where there is anything unusual in it."""
    if name.startswith(b'"'):
        name = re.sub(rb"\\([0-7]{3}|.)", _unescaped, name[1:-1], flags=re.S)
    return os.fsdecode(name)


def _unescaped(match: re.Match[bytes]) -> bytes:
    what = match[1]
    return bytes([int(what, 8) & 255]) if len(what) == 3 else ESCAPES.get(what, what)


def _started(folder: str, arguments: tuple[str, ...], errors: int = subprocess.PIPE) -> subprocess.Popen[bytes]:
    environ = {name: value for name, value in os.environ.items() if name not in ("GIT_EXTERNAL_DIFF", "GIT_DIFF_OPTS")}
    try:
        return subprocess.Popen(["git", *SAME_FOR_ALL, *arguments], cwd=folder, env={**environ, **ENVIRONMENT},
                                stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=errors)
    except FileNotFoundError:
        raise UserError("git was not found: --staged and --since run it; install it, or put it on PATH") from None
    except OSError as error:
        raise UserError(f"git cannot be run: {(error.strerror or str(error)).lower()}") from None


def _check(code: int, arguments: tuple[str, ...], error: bytes) -> None:
    if code:
        said = "; ".join(filter(None, map(str.strip, error.decode("utf-8", "replace").splitlines())))
        raise GitError(f"git {arguments[0]} failed: {visible(said) or f'exit code {code}'}")
