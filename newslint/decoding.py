"""Bytes to text: UTF-8, UTF-16, and what older systems leave behind."""
import codecs
from typing import NamedTuple

from newslint.errors import UserError

HEAD = 8192                                 # bytes looked at to tell text from something else
LATIN = ("iso-8859-1", "latin-1", "latin1", "us-ascii", "ascii", "windows-1252")     # all are cp1252 on the web
OLDER = ("iso-8859-", "windows-", "koi8-", "mac", "shift", "euc-", "gb", "big5")
CONTROLS = bytes(sorted({*range(32), 127} - set(b"\t\n\v\f\r\x1b")))


class Decoded(NamedTuple):
    raw: str                                # a byte-order mark stays, as raw[0]
    encoding: str                           # a name for str.encode, or "mixed": UTF-8 with single bytes of cp1252
    bad: int | None = None                  # offset in raw of the first byte that is not UTF-8
    byte: str = ""                          # that byte: 0x93


def decode(path: str, data: bytes, declared: str | None = None) -> Decoded:
    """`declared` is the encoding the file says it has, for what is not UTF-8. Errors: UserError for a binary file and
    for broken UTF-16; `path` is for the message."""
    if data[:2] == codecs.BOM_UTF16_LE:
        return Decoded(_utf16(path, data, "utf-16-le"), "utf-16-le")
    if data[:2] == codecs.BOM_UTF16_BE:
        return Decoded(_utf16(path, data, "utf-16-be"), "utf-16-be")
    if b"\0" in data:
        encoding = _unmarked_utf16(data)
        if encoding is None:
            raise _binary(path)
        return Decoded(_utf16(path, data, encoding), encoding)
    if _controls(data):
        raise _binary(path)
    try:
        return Decoded(data.decode(), "utf-8")
    except UnicodeDecodeError as error:
        if declared and (raw := _declared(data, declared)) is not None:
            return Decoded(raw, declared)
        # Byte by byte, so that a file cut off inside a character, or with one stray byte, keeps its quotation marks.
        raw = data.decode("utf-8", "newslint.cp1252")
        return Decoded(raw, "cp1252" if len(raw) == len(data) else "mixed", len(data[:error.start].decode()),
                       f"0x{data[error.start]:02x}")


def _declared(data: bytes, encoding: str) -> str | None:
    """The text in an older encoding; None if it is another, or none that pages are written in."""
    if encoding in LATIN:
        return data.decode("cp1252", "newslint.cp1252")
    if not encoding.startswith(OLDER):
        return None
    try:
        return data.decode(encoding)
    except (LookupError, ValueError):
        return None


def _cp1252(error: UnicodeError) -> tuple[str, int]:
    """The bytes that are not UTF-8 as cp1252; those it has no character for are the control code of their number."""
    assert isinstance(error, UnicodeDecodeError)
    bad = error.object[error.start:error.end]
    return "".join(bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in bad), error.end


codecs.register_error("newslint.cp1252", _cp1252)


def _utf16(path: str, data: bytes, encoding: str) -> str:
    try:
        raw = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise UserError(f"{path}: starts as UTF-16 and is broken at byte {error.start}; save it as UTF-8") from None
    if "\0" in raw or _controls(raw[:HEAD].encode()):
        raise _binary(path)
    return raw


def _unmarked_utf16(data: bytes) -> str | None:
    """UTF-16 without a byte-order mark, where every other byte is plainly the empty half of a Latin letter."""
    head = data[:HEAD]
    if len(data) % 2 == 0:
        even, odd = head[::2].count(0), head[1::2].count(0)
        if even == 0 and odd * 5 >= len(head) * 2:
            return "utf-16-le"
        if odd == 0 and even * 5 >= len(head) * 2:
            return "utf-16-be"
    return None


def _controls(data: bytes) -> bool:
    """Whether more than 30 % of the first bytes are control codes that text does not have."""
    head = data[:HEAD]
    return len(head.translate(None, CONTROLS)) * 10 < len(head) * 7


def _binary(path: str) -> UserError:
    return UserError(f"{path}: is a binary file, not an article")
