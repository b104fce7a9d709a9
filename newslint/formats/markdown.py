"""Markdown: the text a reader sees, every character of it placed in raw.

A scanner of our own: the parsers at hand tell the lines of a block and no offset inside it. It knows what news copy
holds: front matter, headings, emphasis, links, pictures, quotes, lists, tables, code, HTML.

Text      One line break inside a paragraph is a space; after two spaces or a backslash it stays a line break. Code
          blocks, scripts, comments and link targets are gone; code and a picture inside a sentence are one U+FFFC, a
          literal.
Headline  The front matter's, else the first heading of level one, else a heading the article starts with. All other
          headings are captions, as are a picture's text and the cells of a table: short display copy without a full
          stop, of which an article may have many, where the headline is one.
Order     As in the file, so that offsets only go up.
"""
from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence

from newslint.formats.blocks import Block, blocks, past_blanks
from newslint.formats.build import BOM, LINE_BREAK, Text, document, line_starts
from newslint.formats.fields import ZONES
from newslint.formats.frontmatter import front_matter, write
from newslint.formats.inline import PARAGRAPH, PLACEHOLDER, Mark, marks
from newslint.model import Document, Zone

NAME = "markdown"
COMMENT = "<!--"
LINE_END = re.compile(r"[ \t]*(\r\n?|\n)")


def read(path: str, raw: str, fields: Mapping[str, Sequence[str]] | None = None) -> list[Document]:
    start, values = front_matter(raw, 1 if raw[:1] == BOM else 0, fields)
    found, labels, comments = blocks(raw, start)
    text = Text()
    given: list[Zone] = []
    placeholders: list[tuple[int, int]] = []
    end = 0                                 # raw offset at which the text so far ends
    for value in values:
        if value.role in ZONES:
            _separate(text, raw, end)
            begin = text.length
            write(text, raw, value)
            end = value.end
            given.append(Zone(ZONES[value.role], begin, text.length))
    headline = None if any(zone.kind == "headline" for zone in given) else _headline(found)
    for block in found:
        spans = _spans(raw, block, labels, comments)
        if not spans:
            continue
        _separate(text, raw, end)
        begin = text.length
        for string, a, b in spans:
            if string == "":
                text.copy(raw, a, b)
            elif string == PARAGRAPH:
                text.virtual(PARAGRAPH)
            else:
                if string == PLACEHOLDER:
                    placeholders.append((text.length, text.length + 1))
                text.put(string, a, b)
        end = block.lines[-1][1]
        if block is headline:
            given.append(Zone("headline", begin, text.length))
        elif block.kind != "paragraph":
            given.append(Zone("caption", begin, text.length))
    written = "".join(text.parts)
    dates = [raw[value.start:value.end] for value in values if value.role == "date"]
    return [document(path, raw, line_starts(raw), written, [] if written == raw else text.pieces, given, NAME,
                     placeholders, facts={"date": dates[0]} if dates else None, comments=tuple(sorted(comments)))]


def escape(text: str) -> str:
    return text


def _headline(found: list[Block]) -> Block | None:
    first = next((block for block in found if block.level == 1), None)
    return first or (found[0] if found and found[0].level else None)


def _separate(text: Text, raw: str, end: int) -> None:
    """A blank line before the next block, if one came before; what breaks stand in the file stand for themselves."""
    if not text.length:
        return
    for _ in PARAGRAPH:
        match = LINE_END.match(raw, end)
        if match:
            text.put("\n", match.start(1), match.end())
            end = match.end()
        else:
            text.virtual("\n")


def _spans(raw: str, block: Block, labels: frozenset[str],
           comments: list[tuple[int, int]]) -> list[tuple[str, int, int]]:
    """What makes up the block's text, as (string, raw start, raw end): "" for raw as it is, else what stands for it.
    The comments in it are added to `comments`."""
    lines = block.lines
    if len(lines) == 1:
        source = raw[slice(*lines[0])]
    else:
        source = "\n".join(raw[start:end] for start, end in lines)
    starts = [0]
    for start, end in lines[:-1]:
        starts.append(starts[-1] + end - start + 1)

    def place(offset: int) -> int:
        line = bisect_right(starts, offset) - 1
        return lines[line][0] + offset - starts[line]

    spans: list[tuple[str, int, int]] = []
    position = 0
    last = PARAGRAPH                        # the last character, or PARAGRAPH where one starts
    for mark in [*marks(source, labels, block.kind == "picture"), Mark(len(source), len(source))]:
        # What is dropped between two spaces (“as <!-- check --> he said”) leaves one, and none at a paragraph's start.
        if last[-1] in " \n" and (position or last == PARAGRAPH):
            position = past_blanks(source, position, mark.start)
        if position < mark.start:
            spans.append(("", place(position), place(mark.start - 1) + 1))
            last = source[mark.start - 1]
        if mark.text and not (last == PARAGRAPH and mark.text in (" ", "\n", PARAGRAPH)):
            if source[mark.end - 1] == "\n" and last[-1] in " \t":
                _strip(raw, spans)          # “he said <!-- check -->” at the end of a line
            end = place(mark.end - 1)
            line_break = LINE_BREAK.match(raw, end) if source[mark.end - 1] == "\n" else None
            spans.append((mark.text, place(mark.start), line_break.end() if line_break else end + 1))
            last = mark.text
        elif source.startswith(COMMENT, mark.start):
            comments.append((place(mark.start), place(mark.end - 1) + 1))
        position = mark.end
    while spans and _is_blank(raw, spans[-1]):
        spans.pop()
    if spans and not spans[-1][0]:
        _strip(raw, spans)
    return spans


def _strip(raw: str, spans: list[tuple[str, int, int]]) -> None:
    """Take the blanks at the end of the last span off."""
    _, start, end = spans.pop()
    end = start + len(raw[start:end].rstrip(" \t"))
    if start < end:
        spans.append(("", start, end))


def _is_blank(raw: str, span: tuple[str, int, int]) -> bool:
    string, start, end = span
    return not (string or raw[start:end]).strip(" \t\n")
