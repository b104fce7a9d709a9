"""The private folder of a running server: its state, its log, and the lock that keeps two runs from starting two."""
from __future__ import annotations

import os
import stat
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager

from newslint import cache
from newslint.errors import UserError

STATE, USED, LOG, LOCK, PROPERTIES = "server.json", "used", "server.log", "lock", "server.properties"


def folder() -> str:
    """The folder, made where it is not there; nobody else may read it. Below the cache, or where nothing can be written
    there (a read-only home), below the system's folder for temporary files."""
    base = cache.folder()
    for path in ([os.path.join(base, "languagetool")] if base else []) + [_temporary()]:
        try:
            os.makedirs(path, 0o700, exist_ok=True)
            found = os.lstat(path)
            if not stat.S_ISDIR(found.st_mode) or hasattr(os, "getuid") and found.st_uid != os.getuid():
                raise UserError(f"{path}: this is not a folder of yours; take it away, or name another place in "
                                "NEWSLINT_CACHE_DIR")
            if found.st_mode & 0o077 and os.name != "nt":
                os.chmod(path, 0o700)
            if os.access(path, os.W_OK) and _writes(path):
                return path
        except OSError:
            continue
    raise UserError("there is no folder to keep the state of LanguageTool's server in; name one in NEWSLINT_CACHE_DIR")


def _temporary() -> str:
    user = os.getuid() if hasattr(os, "getuid") else os.environ.get("USERNAME", "")
    return os.path.join(tempfile.gettempdir(), f"newslint-languagetool-{user}")


def _writes(path: str) -> bool:
    """Whether a file can be made there: root is told so of a read-only file system too."""
    try:
        with open(os.path.join(path, LOCK), "ab"):
            return True
    except OSError:
        return False


@contextmanager
def locked(path: str) -> Iterator[None]:
    """Alone in this folder; waits for whoever is there."""
    with open(os.path.join(path, LOCK), "ab") as file:
        if sys.platform == "win32":
            import msvcrt
            import time

            while True:
                try:
                    msvcrt.locking(file.fileno(), msvcrt.LK_LOCK, 1)
                    break
                except OSError:             # after ten tries of a second each
                    time.sleep(0.1)
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX)
        yield                               # the lock goes with the file
