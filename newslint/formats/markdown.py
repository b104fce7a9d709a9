"""Markdown: the text a reader sees, every character of it placed in raw.

A scanner of our own: the parsers at hand give lines for blocks and no offsets inside them. It knows what news copy
holds: front matter, headings, emphasis, links, pictures, quotes, lists, tables, code, HTML.

Text      one line break inside a paragraph is a space, two break spaces or a backslash keep it a line break; code blocks,
          scripts, comments and link targets are gone; code and a picture inside a sentence is one U+FFFC, a literal.
Headline  the front matter's, else the first level-one heading, else a heading the article starts with. All other
          headings are captions, and so are a picture's text and the cells of a table: short display copy that has
          no full stop, of which an article may have many, where the headline is one.
Order     as in the file, so that offsets only go up.
"""
from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from newslint.formats.blocks import Block, blocks
from newslint.formats.build import BOM, LINE_BREAK, Text, document, line_starts
from newslint.formats.fields import ZONES
from newslint.formats.frontmatter import front_matter, write
from newslint.formats.inline import PARAGRAPH, PLACEHOLDER, label, marks
from newslint.model import Document, Zone

NAME = "markdown"
# Also decides which lines are definitions, see blocks.
LABELS = re.compile(r"(?:^|(?<=\r))[ \t>]*\[([^\[\]]{1,999})\]:", re.MULTILINE)


def read(path: str, raw: str, fields: Mapping[str, Sequence[str]] | None = None) -> list[Document]:
    start, values = front_matter(raw, 1 if raw[:1] == BOM else 0, fields)
    text = Text()
    given: list[Zone] = []
    facts: dict[str, str] = {}
    for value in values:
        if value.role == "date":
            facts["date"] = raw[value.start:value.end]
        else:
            _separate(text, raw, given)
            ...
