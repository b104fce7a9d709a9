"""Plain text: line breaks and the byte-order mark, and where they leave every character."""
from __future__ import annotations

import pytest

from newslint.formats import reader, text
from newslint.model import Piece, position, raw_span

CASES = {
    "as it is": ("One.\n\nTwo.", "One.\n\nTwo.", []),
    "empty": ("", "", []),
    "no line break at the end": ("One.", "One.", []),
    "CRLF": ("a\r\nb\r\n", "a\nb\n", [Piece(0, 0, 1, 1), Piece(1, 1, 1, 2), Piece(2, 3, 1, 1), Piece(3, 4, 1, 2)]),
    "lone CR": ("a\rb", "a\nb", [Piece(0, 0, 3, 3)]),
    "CR CRLF": ("a\r\r\nb", "a\n\nb", [Piece(0, 0, 2, 2), Piece(2, 2, 1, 2), Piece(3, 4, 1, 1)]),
    "byte-order mark": ("\ufeffOne.\nTwo.", "One.\nTwo.", [Piece(0, 1, 9, 9)]),
    "byte-order mark alone": ("\ufeff", "", []),
    "line separators are characters": ("a\u2028b\x0bc\x85d", "a\u2028b\x0bc\x85d", []),
    "outside the first plane": ("😀 e\u0301\r\n", "😀 e\u0301\n", [Piece(0, 0, 4, 4), Piece(4, 4, 1, 2)]),
}


@pytest.mark.parametrize("raw, expected, pieces", CASES.values(), ids=CASES.keys())
def test_text(raw, expected, pieces):
    [document] = text.read("a.txt", raw)
    assert (document.text, document.pieces, document.raw) == (expected, pieces, raw)


@pytest.mark.parametrize("raw, needle, place", [
    ("One.\nTwo.", "Two", (2, 1)),
    ("One.\r\nTwo.", "Two", (2, 1)),
    ("One.\rTwo.", "Two", (2, 1)),
    ("\ufeffOne.\r\n\r\nTwo.", "One", (1, 1)),
    ("\ufeffOne.\r\n\r\nTwo.", "Two", (3, 1)),
    ("😀😀 Two.", "Two", (1, 4)),
    ("a\u2028Two.", "Two", (1, 3)),
], ids=["LF", "CRLF", "CR", "after the mark", "mark and CRLF", "astral", "a line separator starts no line"])
def test_position(raw, needle, place):
    [document] = text.read("a.txt", raw)
    start = document.text.index(needle)
    first, last = raw_span(document, start, start + len(needle))
    assert raw[first:last] == needle
    assert position(document, first) == place


def test_paragraphs_are_those_of_the_text():
    [document] = text.read("a.txt", "\ufeffThe mayor spoke on Monday night.\r\n\r\nThe council did not answer him.\r\n")
    assert [document.text[start:end] for _, start, end in document.zones] == [
        "The mayor spoke on Monday night.", "The council did not answer him."]


@pytest.mark.parametrize("path, format", [
    ("a.txt", "text"), ("a.TXT", "text"), ("a", "text"), ("a.log", "text"), (".md", "text"), ("a.md", "markdown"),
    ("dir.json/a.Markdown", "markdown"), ("a.json", "records"), ("a.JSONL", "records"),
])
def test_reader_by_ending(path, format):
    assert reader(path).__name__ == f"newslint.formats.{format}"


def test_escape_changes_nothing():
    assert text.escape("“a” & \\n") == "“a” & \\n"
