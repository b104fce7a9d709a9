"""From what the user names to Documents: files, folders and standard input; bytes to text.

Every mistake is a UserError that names the file. `find` collects all missing paths into one; `read` raises for its one
file, and who reads several collects. NoArticle (JSON without article fields) is a UserError too: count it for a file
found in a folder, report it for one the user named (`Found.named`).
"""
import os
import stat
import sys
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from newslint.decoding import decode
from newslint.errors import UserError
from newslint.formats import FORMATS, reader
from newslint.model import Document, Hit, Piece

if TYPE_CHECKING:
    from io import RawIOBase

STDIN = "-"
DESCRIPTORS = ("/dev/fd/", "/proc/self/fd/", "/dev/stdin")      # open already, as in `newslint <(…)`
BROKEN_LINK = "a symbolic link to something that is not there"
MAX_SIZE = 20_000_000                       # bytes


class Found(NamedTuple):
    path: str                               # as the user gave it, or below the folder the user gave
    named: bool                             # given itself, not found in a folder


def find(paths: Sequence[str], exclude: Sequence[str] = (), root: str | None = None,
         unread: list[str] | None = None) -> list[Found]:
    """The files to read, each once, in the order given and sorted inside a folder; "-" stands for standard input.

    `exclude` are globs (globs.py) relative to `root` (default: the current folder); like .gitignore they leave files
    out of folders, never a file that is named itself. What cannot be opened below a folder is told in `unread`,
    or is an error without it. Errors: paths that are missing or no files, all of them; no article in any folder.
    """
    from newslint.folders import articles_in

    named: dict[str, Found] = {}            # by real path
    problems: list[str] = []
    unread = problems if unread is None else unread
    folders: list[str] = []
    for path in paths:
        if path == STDIN:
            named[path] = Found(path, True)
        elif os.path.isdir(path):
            folders.append(path)
            real = os.path.realpath(path)
            for below in articles_in(path, FORMATS, exclude, root or os.getcwd(), unread):
                key = os.path.realpath(below) if os.path.islink(below) else real + "/" + below[len(path):].lstrip("/")
                named.setdefault(key, Found(below, False))
        elif not os.path.exists(path):
            problems.append(f"{path}: {BROKEN_LINK}" if os.path.islink(path) else
                            f"{path}: no such file or folder" if path else "“”: an empty path")
        elif not os.path.isfile(path) and not path.startswith(DESCRIPTORS):
            problems.append(f"{path}: a pipe or device, not a file; give it as standard input: newslint - < {path}")
        else:
            key = os.path.realpath(path)
            named[key] = Found(named[key].path if key in named else path, True)
    if problems:
        raise UserError("\n".join(problems))
    if folders and not named and not unread:
        endings = ", ".join(FORMATS)
        raise UserError(f"{', '.join(folders)}: no article here. Files that end in {endings} were looked for, less "
                        "hidden ones and those .gitignore or “exclude” leave out; a file named itself is always read")
    return list(named.values())


def read(path: str, fields: Mapping[str, Sequence[str]] | None = None, max_size: int = MAX_SIZE) -> list[Document]:
    """The articles of a file, or of standard input for "-"."""
    if path == STDIN:
        return read_stdin(fields=fields, max_size=max_size)
    return documents(path, load(path, max_size), fields, max_size)


def load(path: str, max_size: int = MAX_SIZE) -> bytes:
    """What is in a file."""
    try:
        with open(path, "rb", buffering=0) as file:
            status = os.fstat(file.fileno())
            regular = stat.S_ISREG(status.st_mode)
            if regular and status.st_size > max_size:
                raise UserError(_too_large(path, max_size))
            # A pipe or device (`newslint <(…)`) does not tell its size beforehand.
            return file.read() if regular else _up_to(file, max_size + 1)
    except FileNotFoundError:
        raise UserError(f"{path}: {BROKEN_LINK if os.path.islink(path) else 'no such file'}") from None
    except OSError as error:
        raise UserError(f"{path}: cannot be read: {(error.strerror or str(error)).lower()}") from None


def read_stdin(name: str = STDIN, fields: Mapping[str, Sequence[str]] | None = None,
               max_size: int = MAX_SIZE) -> list[Document]:
    """The articles on standard input; the ending of `name` tells the format."""
    return documents(name, load_stdin(max_size), fields, max_size)


def load_stdin(max_size: int = MAX_SIZE) -> bytes:
    """What is on standard input, up to a byte more than may be."""
    try:
        return sys.stdin.buffer.read(max_size + 1)
    except OSError as error:
        raise UserError(f"standard input cannot be read: {(error.strerror or str(error)).lower()}") from None


def documents(path: str, data: bytes, fields: Mapping[str, Sequence[str]] | None = None,
              max_size: int = MAX_SIZE) -> list[Document]:
    """The articles in these bytes, with a note at the first byte that is not UTF-8."""
    told = "standard input" if path == STDIN else path
    if len(data) > max_size:
        raise UserError(_too_large(told, max_size))
    module = reader(path)
    raw, _encoding, bad, byte = decode(told, data, module.charset(data) if module.NAME == "html" else None)
    found: list[Document] = module.read(path, raw, fields)
    if bad is not None:
        index, offset = _text_offset(found, bad)
        note = Hit("newslint/encoding-guessed", offset, min(offset + 1, len(found[index].text)),
                   values={"byte": byte, "encoding": "cp1252"})
        found[index] = found[index]._replace(notes=(*found[index].notes, note))
    return found


def _text_offset(found: list[Document], raw_offset: int) -> tuple[int, int]:
    """Where a character of raw is seen: index of the document and text offset, or the nearest before it."""
    index = max(0, bisect_right(found, raw_offset, key=_raw_start) - 1)
    pieces = found[index].pieces
    if not pieces:
        return index, min(raw_offset, len(found[index].text))
    piece = pieces[max(0, bisect_right(pieces, raw_offset, key=_piece_raw_start) - 1)]
    return index, piece.start + max(0, min(raw_offset - piece.raw_start, piece.length - 1))


def _raw_start(document: Document) -> int:
    return document.pieces[0].raw_start if document.pieces else 0


def _piece_raw_start(piece: Piece) -> int:
    return piece.raw_start


def _up_to(file: "RawIOBase", size: int) -> bytes:
    """All of a pipe, or `size` bytes; one read gives no more than what is there at the moment."""
    parts = []
    while size > 0 and (part := file.read(size)):
        parts.append(part)
        size -= len(part)
    return b"".join(parts)


def _too_large(path: str, max_size: int) -> str:
    return f"{path}: larger than {max_size:,} bytes and not read; “max-size” in the config sets the limit"
