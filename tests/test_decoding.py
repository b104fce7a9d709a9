"""Bytes to text, and what is said about bytes that are none."""
from __future__ import annotations

import codecs

import pytest

from newslint.decoding import decode
from newslint.errors import UserError

CURLY = "“Yes,” she said. It’s 5 °C.\r\n"

TEXTS = {
    "empty": (b"", "", "utf-8"),
    "UTF-8": (CURLY.encode(), CURLY, "utf-8"),
    "UTF-8 with a mark": (codecs.BOM_UTF8 + b"a", "\ufeffa", "utf-8"),
    "UTF-16 little": (codecs.BOM_UTF16_LE + CURLY.encode("utf-16-le"), "\ufeff" + CURLY, "utf-16-le"),
    "UTF-16 big": (codecs.BOM_UTF16_BE + "😀".encode("utf-16-be"), "\ufeff😀", "utf-16-be"),
    "UTF-16 little without a mark": (CURLY.encode("utf-16-le"), CURLY, "utf-16-le"),
    "UTF-16 big without a mark": (CURLY.encode("utf-16-be"), CURLY, "utf-16-be"),
    "a few control codes": (b"a\x01b\x0c\x1b[0m text", "a\x01b\x0c\x1b[0m text", "utf-8"),
}


@pytest.mark.parametrize("data, raw, encoding", TEXTS.values(), ids=TEXTS.keys())
def test_decode(data, raw, encoding):
    assert decode("a.txt", data) == (raw, encoding, None, "")
    assert raw.encode(encoding) == data


GUESSED = {
    "cp1252": (b"It\x92s \x93on\x94", "It’s “on”", "cp1252", 2, "0x92"),
    "bytes cp1252 does not have": (b"a\x81\x9d", "a\x81\x9d", "cp1252", 1, "0x81"),
    "one stray byte in UTF-8": ("“Yes” ".encode() + b"\x93", "“Yes” “", "mixed", 6, "0x93"),
    "cut off inside a character": ("It’s ’".encode()[:-1], "It’s â€", "mixed", 5, "0xe2"),
    "after a mark": (codecs.BOM_UTF8 + b"\xe9", "\ufeffé", "mixed", 1, "0xe9"),
    "overlong": (b"a \xc0\xaf", "a À¯", "cp1252", 2, "0xc0"),
}


@pytest.mark.parametrize("data, raw, encoding, bad, byte", GUESSED.values(), ids=GUESSED.keys())
def test_guess(data, raw, encoding, bad, byte):
    assert decode("a.txt", data) == (raw, encoding, bad, byte)


BINARY = {
    "a NUL byte": b"Text and \0 text",
    "a picture": b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
    "control codes": bytes(range(1, 32)) * 20,
    "UTF-32": codecs.BOM_UTF32_LE + "abc".encode("utf-32-le"),
    "numbers of two bytes": bytes(byte for number in range(500) for byte in (number % 31 + 1, 0)),
    "NUL bytes only": bytes(100),
}


@pytest.mark.parametrize("data", BINARY.values(), ids=BINARY.keys())
def test_binary(data):
    with pytest.raises(UserError) as error:
        decode("x/a.txt", data)
    assert str(error.value) == "x/a.txt: is a binary file, not an article"


@pytest.mark.parametrize("rest, byte", [(b"a", 2), (b"a\0\x00\xd8", 4)], ids=["odd length", "half a pair"])
def test_broken_utf16(rest, byte):
    with pytest.raises(UserError, match=rf"^a\.txt: starts as UTF-16 and is broken at byte {byte}; save it as UTF-8$"):
        decode("a.txt", codecs.BOM_UTF16_LE + rest)
