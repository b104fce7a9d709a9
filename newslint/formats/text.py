"""Plain text: what stands in the file is what a reader sees, but for a byte-order mark and the kind of line break."""
from __future__ import annotations

from collections.abc import Mapping, Sequence

from newslint.formats.build import BOM, Text, document, line_starts
from newslint.model import Document

NAME = "text"


def read(path: str, raw: str, fields: Mapping[str, Sequence[str]] | None = None) -> list[Document]:
    starts = line_starts(raw)
    if "\r" not in raw and raw[:1] != BOM:
        return [document(path, raw, starts, raw, [], [], NAME)]
    text = Text()
    text.lines(raw, 1 if raw[:1] == BOM else 0, len(raw))
    return [document(path, raw, starts, "".join(text.parts), text.pieces, [], NAME)]


def escape(text: str) -> str:
    return text
