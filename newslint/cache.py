"""What was worked out before, kept as marshal files: parsed config, the compiled pack.

The cache only ever saves time: what is not there, cannot be read or written, or is damaged, is worked out again.
The folder is NEWSLINT_CACHE_DIR, else the usual one for caches of the system, and readable by its owner only.
"""
from __future__ import annotations

import marshal
import os
import sys
import zlib
from typing import Any

from newslint import __version__

# hashlib loads OpenSSL, which costs some milliseconds; its own blake2b is all that is needed.
try:
    from _blake2 import blake2b
except ImportError:
    from hashlib import blake2b

KEPT = 50                                   # files of one kind that stay after a write
_MAGIC = b"newslint cache 2\n"
_SUM = 4                                    # bytes of checksum between magic and payload


def read(kind: str, key: bytes) -> Any | None:
    """What `write` was given for this key (any bytes, of any length), or None."""
    path = _path(kind, key)
    if path is None:
        return None
    try:
        with open(path, "rb") as file:
            data = file.read()
        payload = memoryview(data)[len(_MAGIC) + _SUM:]
        if data[:len(_MAGIC) + _SUM] != _MAGIC + _checksum(payload):
            return None
        found = marshal.loads(payload)
    except (OSError, ValueError, EOFError, TypeError):
        return None
    try:
        os.utime(path)                      # the least recently used go first
    except OSError:
        pass
    return found


def write(kind: str, key: bytes, value: Any, kept: int | None = None) -> None:
    """Keep plain data (what marshal takes) under this key, with so many of its kind at most; 0 leaves that for a later
    write, for to count them takes its time. Raises ValueError for other data, never OSError."""
    payload = marshal.dumps(value)
    path = _path(kind, key)
    if path is None:
        return
    temporary = f"{path}.{os.getpid()}-{os.urandom(4).hex()}"
    try:
        os.makedirs(os.path.dirname(path), 0o700, exist_ok=True)
        with open(os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600),
                  "wb") as file:
            file.write(_MAGIC + _checksum(payload) + payload)
        os.replace(temporary, path)
    except OSError:
        _remove(temporary)
        return
    if kept != 0:
        _prune(os.path.dirname(path), kind, KEPT if kept is None else kept)


def folder() -> str | None:
    """The cache folder, or None where there is no home to put it in. It need not exist."""
    own = os.environ.get("NEWSLINT_CACHE_DIR")
    if own:
        return os.path.abspath(own)
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA", "")
    elif sys.platform == "darwin":
        base = os.path.expanduser("~/Library/Caches")
    else:
        base = os.environ.get("XDG_CACHE_HOME", "")
        base = base if os.path.isabs(base) else os.path.expanduser("~/.cache")
    return os.path.join(base, "newslint") if os.path.isabs(base) else None


def digest_number(data: bytes) -> int:
    """64 bits that differ where the bytes differ."""
    return int.from_bytes(blake2b(data, digest_size=8).digest(), "big")


def digest(data: bytes) -> str:
    """32 hexadecimal digits that differ where the bytes differ."""
    return blake2b(data, digest_size=16).hexdigest()


def _path(kind: str, key: bytes) -> str | None:
    base = folder()
    # marshal's format and our own data may change with either version.
    name = f"{kind}-{digest(key)}-{__version__}-{sys.implementation.cache_tag}.bin"
    return os.path.join(base, name) if base else None


def _checksum(payload: bytes | memoryview) -> bytes:
    return zlib.crc32(payload).to_bytes(_SUM, "big")


def _prune(base: str, kind: str, kept: int) -> None:
    try:
        with os.scandir(base) as entries:
            ours = [(entry.stat().st_mtime_ns, entry.path) for entry in entries if entry.name.startswith(f"{kind}-")]
    except OSError:
        return
    for _, path in sorted(ours, reverse=True)[kept:]:
        _remove(path)


def _remove(path: str) -> None:
    try:
        os.remove(path)
    except OSError:
        pass
