"""What a fix changes in a file, as a unified diff."""
from __future__ import annotations

import codecs
import difflib
import sys

from newslint.report.visible import visible

NO_NEWLINE = b"\n\\ No newline at end of file\n"


def write(name: str, before: bytes, after: bytes) -> None:
    """In the bytes of the file, so that `patch -p0` takes it; UTF-16 as UTF-8; made harmless on a terminal."""
    shown = visible(name).encode()
    lines = difflib.diff_bytes(difflib.unified_diff, _lines(before), _lines(after), shown, shown)
    for line in lines:
        if sys.stdout.isatty():
            print(visible(line.decode("utf-8", "backslashreplace").rstrip("\r\n")))
        else:
            sys.stdout.flush()
            sys.stdout.buffer.write(line if line.endswith(b"\n") else line + NO_NEWLINE)


def _lines(data: bytes) -> list[bytes]:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        data = data.decode("utf-16").encode()
    parts = data.split(b"\n")
    return [part + b"\n" for part in parts[:-1]] + ([parts[-1]] if parts[-1] else [])
