"""All of a file or nothing: written beside its place under another name, then moved there."""
from __future__ import annotations

import os
import shutil
from itertools import count

from newslint.errors import UserError


def write(path: str, data: bytes, before: bytes | None = None) -> None:
    """Make or replace a file; one that was there keeps its permissions, a symbolic link goes on to lead to it. With
    `before`, only a file that still holds that is replaced. Raises UserError, and then nothing is changed."""
    real = os.path.realpath(path)
    temporary = None
    try:
        if os.path.exists(real) and not os.access(real, os.W_OK):
            raise UserError(f"{path}: cannot be written: it is read-only")
        descriptor, temporary = _beside(real)
        with open(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if os.path.exists(real):
            _keep_rights(real, temporary)
        if before is not None and not _holds(real, before):
            raise UserError(f"{path}: was changed meanwhile, so it was left as it is; run it again")
        os.replace(temporary, real)
        temporary = None
        _sync(os.path.dirname(real))
    except OSError as error:
        raise UserError(f"{path}: cannot be written: {(error.strerror or str(error)).lower()}") from None
    finally:
        if temporary is not None and os.path.exists(temporary):
            os.remove(temporary)


def _beside(path: str) -> tuple[int, str]:
    """A new file in the same folder, open for writing, and its name: short, hidden, and no article."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    for number in count():
        name = os.path.join(os.path.dirname(path), f".newslint-{os.getpid()}-{number}.tmp")
        try:
            return os.open(name, flags, 0o666), name
        except FileExistsError:             # of a run that was killed
            continue
    raise AssertionError


def _keep_rights(path: str, temporary: str) -> None:
    shutil.copymode(path, temporary)
    old, new = os.stat(path), os.stat(temporary)
    if (old.st_uid, old.st_gid) != (new.st_uid, new.st_gid):
        try:
            os.chown(temporary, old.st_uid, old.st_gid)
            shutil.copymode(path, temporary)    # a change of owner may take rights away
        except OSError:                     # only root may give files away
            pass


def _holds(path: str, data: bytes) -> bool:
    with open(path, "rb") as file:
        return file.read() == data


def _sync(folder: str) -> None:
    """Brings the new name to the disk, where folders can be opened."""
    try:
        descriptor = os.open(folder, os.O_RDONLY)
    except OSError:
        return
    try:
        os.fsync(descriptor)
    except OSError:
        pass
    finally:
        os.close(descriptor)
