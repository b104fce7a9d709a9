"""What the formats share: text that knows where in raw it came from, line starts, and the finished Document."""
from __future__ import annotations

from collections.abc import Mapping
from itertools import accumulate

from newslint import quotations, zones
from newslint.model import Document, Hit, Piece, Zone
from newslint.regexes import compiled

BOM = "\ufeff"
LINE_BREAK = compiled(r"\r\n?|\n")


class Text:
    """Visible text as it grows, with its pieces. Raw offsets only go up, so that every text span has a raw span."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.length = 0
        self.pieces: list[Piece] = []

    def copy(self, raw: str, start: int, end: int) -> None:
        """raw[start:end] as it is."""
        if start < end:
            self._add(raw[start:end], start, end - start)

    def put(self, character: str, start: int, end: int) -> None:
        """One character for what is written as raw[start:end]."""
        self._add(character, start, end - start)

    def virtual(self, string: str) -> None:
        """Text that stands nowhere in raw, such as the break between two JSON fields."""
        self.parts.append(string)
        self.length += len(string)

    def lines(self, raw: str, start: int, end: int) -> None:
        """raw[start:end] with its line breaks as "\\n"."""
        position = start
        for match in LINE_BREAK.finditer(raw, start, end):
            self.copy(raw, position, match.start())
            self.put("\n", match.start(), match.end())
            position = match.end()
        self.copy(raw, position, end)

    def _add(self, string: str, raw_start: int, raw_length: int) -> None:
        length = len(string)
        if self.pieces and length == raw_length:
            start, before, old, raw_old = self.pieces[-1]
            if old == raw_old and start + old == self.length and before + old == raw_start:
                self.pieces[-1] = Piece(start, before, old + length, old + length)
                self.parts.append(string)
                self.length += length
                return
        self.pieces.append(Piece(self.length, raw_start, length, raw_length))
        self.parts.append(string)
        self.length += length


def line_starts(raw: str) -> list[int]:
    """The offsets at which lines start. A line ends with "\\n", "\\r\\n" or a lone "\\r", and with nothing else."""
    if "\r" in raw:
        return [0, *(match.end() for match in LINE_BREAK.finditer(raw))]
    return [0, *accumulate(len(line) + 1 for line in raw.split("\n")[:-1])]


def document(path: str, raw: str, starts: list[int], text: str, pieces: list[Piece], given: list[Zone], format: str,
             placeholders: list[tuple[int, int]] | None = None, notes: tuple[Hit, ...] = (),
             facts: Mapping[str, str] | None = None, quoted: list[tuple[int, int]] | None = None,
             comments: tuple[tuple[int, int], ...] = ()) -> Document:
    """The Document, zones found. `given` are the zones the format states, `placeholders` stand for code and such,
    `quoted` are quotations that need no quotation marks."""
    found = zones.find_zones(text, given)
    literals = zones.find_literals(text)
    if placeholders:
        literals = merged(literals + placeholders)
    marks = quotations.parse(text, found)
    quotes = quotations.outermost(marks)
    if quoted:
        quotes = merged(quotes + quoted)
    return Document(path, raw, starts, text, pieces, found, quotes, literals, format, notes, facts or {}, comments,
                    marks)


def merged(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Sorted, and those that overlap put together."""
    result: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if result and start < result[-1][1]:
            result[-1] = (result[-1][0], max(end, result[-1][1]))
        else:
            result.append((start, end))
    return result
