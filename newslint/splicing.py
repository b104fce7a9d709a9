"""Edits made in the bytes of a file, so that every other byte stays as it was, whatever it is encoded in."""
from __future__ import annotations

from newslint.decoding import LATIN, Decoded, decode
from newslint.errors import UserError
from newslint.fix import applied
from newslint.model import Edit


def splice(path: str, data: bytes, decoded: Decoded, edits: list[Edit], declared: str | None = None) -> bytes:
    """`data` with these edits of `decoded.raw`. Raises UserError where reading the result would give another text."""
    codec, errors = _faithful(decoded.encoding)
    try:
        text = data.decode(codec, errors)
        if len(text) == len(decoded.raw) and text.encode(codec, errors) == data:
            new = applied(text, [edit._replace(replacement=_inner(decoded, edit.replacement)) for edit in edits])
            result = new.encode(codec, errors)
            if decode(path, result, declared).raw == applied(decoded.raw, edits):
                return result
    except (UnicodeError, UserError):
        pass
    raise UserError(f"{path}: left as it is: with its fixes it would read otherwise in its encoding "
                    f"({_shown(decoded.encoding)}); save it as UTF-8 first")


def can_be_written(decoded: Decoded, text: str) -> bool:
    """Whether the encoding of the file has all characters of this text."""
    try:
        _inner(decoded, text).encode(*_faithful(decoded.encoding))
    except UnicodeError:
        return False
    return True


def _faithful(encoding: str) -> tuple[str, str]:
    """A codec and a handling of errors that lead from the bytes to as many characters as were read, and back."""
    if encoding == "cp1252" or encoding in LATIN:
        return "latin-1", "strict"          # a character a byte, for cp1252 has none for five of them
    return ("utf-8", "surrogateescape") if encoding == "mixed" else (encoding, "strict")


def _inner(decoded: Decoded, text: str) -> str:
    """A replacement as the faithful codec has it."""
    if _faithful(decoded.encoding)[0] == "latin-1":
        return text.encode("cp1252").decode("latin-1")
    return text


def _shown(encoding: str) -> str:
    return "UTF-8 with single bytes of cp1252" if encoding == "mixed" else encoding
