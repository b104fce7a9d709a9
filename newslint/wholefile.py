"""All of a file or nothing: written beside its place under another name, then moved there."""
from __future__ import annotations

import os
import shutil

from newslint.errors import UserError


def write(path: str, data: bytes) -> None:
    """Make or replace a file; one that was there keeps its permissions. Raises UserError."""
    path = os.path.realpath(path)
    temporary = f"{path}.{os.getpid()}.tmp"
    try:
        with open(temporary, "wb") as file:
            file.write(data)
        if os.path.exists(path):
            shutil.copymode(path, temporary)
        os.replace(temporary, path)
    except OSError as error:
        if os.path.exists(temporary):
            os.remove(temporary)
        raise UserError(f"{path}: cannot be written: {(error.strerror or str(error)).lower()}") from None
