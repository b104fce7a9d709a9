"""The blocks of a Markdown file: paragraphs, headings, pictures, table cells; code, rules and definitions are dropped."""
from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from newslint.formats.build import LINE_BREAK
from newslint.formats.inline import label

QUOTE = re.compile(r" {0,3}> ?")
QUOTE_IN_LIST = re.compile(r"[ \t]*> ?")
BLANK = re.compile(r"[ \t]*")
HEADING = re.compile(r"(#{1,6})(?:[ \t]+|$)")
FENCE = re.compile(r"(`{3,}|~{3,})")
ITEM = re.compile(r"(?:[-*+]|(\d{1,9})[.)])(?:[ \t]+|$)(?:\[[ xX]\][ \t]+)?")
DEFINITION = re.compile(r"""\[([^\[\]\r\n]{1,999})\]:[ \t]*(?:<[^<>\r\n]*>|[^\s<]\S*)(?:[ \t]+(?:"[^"\r\n]*"|'[^'\r\n]*'|\([^()\r\n]*\)))?"""
                        r"[ \t]*(?=[\r\n]|$)")
FOOTNOTE = re.compile(r"\[(\^[^\[\]\s]+)\]:[ \t]*")
HIDDEN = re.compile(r"<(script|style|pre|textarea|template|svg|iframe)\b", re.IGNORECASE)
_ALT = r"!\[[^\[\]]*\]"
_TARGET = r"(?:\([^()]*(?:\([^()]*\)[^()]*)*\)|\[[^\[\]]*\])"
PICTURE = re.compile(rf"{_ALT}{_TARGET}|\[{_ALT}{_TARGET}\]{_TARGET}")


class Block(NamedTuple):
    kind: str                               # paragraph, picture, cell, or heading and its level: heading1
    lines: list[tuple[int, int]]            # raw offsets of each line, without what marks the block
