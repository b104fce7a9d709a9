"""The blocks of a Markdown file: paragraphs, headings, pictures, table cells. Code, rules, definitions are dropped."""
from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

from newslint.formats.build import LINE_BREAK
from newslint.formats.inline import label

QUOTE = re.compile(r" {0,3}> ?")
QUOTE_IN_LIST = re.compile(r"[ \t]*> ?")
BLANK = re.compile(r"[ \t]*")
HEADING = re.compile(r"(#{1,6})(?:[ \t]+|$)")
FENCE = re.compile(r"(`{3,}|~{3,})")
ITEM = re.compile(r"(?:[-*+]|(\d{1,9})[.)])(?:[ \t]+|$)")
TASK = re.compile(r"\[[ xX]\][ \t]+")
DEFINITION = re.compile(r"\[([^\[\]]{1,999})\]:[ \t]*(?:<[^<>]*>|[^\s<]\S*)"
                        r"(?:[ \t]+(?:\"[^\"]*\"|'[^']*'|\([^()]*\)))?[ \t]*$")
FOOTNOTE = re.compile(r"\[(\^[^\[\]\s]+)\]:[ \t]*")
HIDDEN = re.compile(r"<(script|style|pre|textarea|template|svg|iframe)\b", re.IGNORECASE)
HIDDEN_TEMPLATE = re.compile(r"\{(?:\{[<%]|%-?)[ \t]*(highlight|comment|raw|mermaid)\b")
CLOSING_TEMPLATE = r"\{(?:\{[<%][ \t]*/[ \t]*|%-?[ \t]*end)NAME[^{}]*\}+"
DIRECTIVE = re.compile(r"<!--[ \t]*newslint-[^\r\n]*?-->")
NESTED = 50                                 # lists in lists; further markers are text
CELL_EDGE = re.compile(r"(?<!\\)\|")
_ALT = r"!\[[^\[\]]*\]"
_TARGET = r"(?:\([^()]*(?:\([^()]*\)[^()]*)*\)|\[[^\[\]]*\])"
PICTURE = re.compile(rf"(?:{_ALT}{_TARGET}|\[{_ALT}{_TARGET}\]{_TARGET})[ \t]*$")


class Block(NamedTuple):
    kind: str                               # paragraph, heading, picture, cell
    lines: list[tuple[int, int]]            # raw offsets of each line, without what marks the block
    level: int = 0                          # of a heading: 1 to 6


class Fence(NamedTuple):
    char: str
    length: int
    depth: int                              # of the quotation it stands in
    column: int                             # of the list item it stands in


def blocks(raw: str, start: int) -> tuple[list[Block], frozenset[str], list[tuple[int, int]]]:
    """The blocks in raw[start:], in order, the names that link definitions and footnotes give, and the comments that
    stand between blocks."""
    scan = _Scan(raw)
    while start < len(raw):
        line_break = LINE_BREAK.search(raw, start)
        end, following = line_break.span() if line_break else (len(raw), len(raw))
        start = scan.line(start, end, 0, 0) or following
    scan.flush()
    return scan.blocks, frozenset(scan.labels), scan.comments


class _Scan:
    """What is open at a line: the paragraph, lists, a code fence, a table."""

    def __init__(self, raw: str) -> None:
        self.raw = raw
        self.blocks: list[Block] = []
        self.labels: set[str] = set()
        self.comments: list[tuple[int, int]] = []
        self.paragraph: list[tuple[int, int]] = []
        self.depth = 0                      # in how many quotations the paragraph stands
        self.columns: list[int] = []        # where the text of each open list item starts
        self.fence: Fence | None = None
        self.table = False
        self.unclosed: set[str] = set()     # HTML elements that nothing closes from here on

    def flush(self, level: int = 0) -> None:
        """End the paragraph; with a level it was a heading."""
        if self.paragraph:
            start, end = self.paragraph[-1]
            self.paragraph[-1] = start, start + len(self.raw[start:end].rstrip(" \t"))
            self.blocks.append(Block("heading" if level else "paragraph", self.paragraph, level))
            self.paragraph = []
        self.table = False

    def leave(self, indent: int) -> None:
        """End the list items whose text starts further right."""
        while self.columns and indent < self.columns[-1]:
            self.columns.pop()

    def line(self, start: int, end: int, depth: int, column: int) -> int | None:
        """Take a line in, or what follows a list marker on it; where to go on, if that is not the next line."""
        raw = self.raw
        quote = QUOTE_IN_LIST if self.columns else QUOTE
        while (self.fence is None or depth < self.fence.depth) and (match := quote.match(raw, start, end)):
            depth, start, column = depth + 1, match.end(), 0
        text = past_blanks(raw, start, end)
        indent = column + len(raw[start:text].expandtabs(4))
        if self.fence:
            written = raw[text:end].rstrip(" \t")
            if depth >= self.fence.depth and (indent >= self.fence.column or not written):
                if len(written) >= self.fence.length and not written.strip(self.fence.char):
                    self.fence = None
                return None
            self.fence = None
        if text == end:
            self.flush()
            return None
        if self.paragraph and depth > self.depth:
            self.flush()
        item = ITEM.match(raw, text, end)
        if not self.paragraph and not item:
            self.leave(indent)
        inside = self.columns[-1] if self.columns else 0
        if indent < inside + 4:
            return self._leaf(text, end, depth, indent, inside, item)
        if self.paragraph:
            self.paragraph.append((text, end))
        return None                         # else it is code

    def _leaf(self, text: int, end: int, depth: int, indent: int, inside: int,
              item: re.Match[str] | None) -> int | None:
        raw = self.raw
        written = raw[text:end].rstrip(" \t")
        if match := FENCE.match(raw, text, end):
            if match[1][0] == "~" or "`" not in raw[match.end():end]:
                self.flush()
                self.leave(indent)
                self.fence = Fence(match[1][0], len(match[1]), depth, self.columns[-1] if self.columns else 0)
                return None
        if match := HEADING.match(raw, text, end):
            self.flush()
            self.leave(indent)
            bare = written.rstrip("#")
            if bare[-1:] in (" ", "\t"):
                written = bare.rstrip(" \t")
            self.paragraph = [(match.end(), max(match.end(), text + len(written)))]
            self.flush(len(match[1]))
            return None
        if self.paragraph and depth == self.depth and indent >= inside and _underlines(written):
            self.flush(1 if written[0] == "=" else 2)
            return None
        if self.paragraph and _separates_cells(written):
            header = self.paragraph[-1]
            if len(_cells(raw, *header)) == len(_cells(raw, text, end)):
                self.paragraph.pop()
                self.flush()
                self._row(*header)
                self.table = True
                return None
        if _rule(written):
            self.flush()
            self.leave(indent)
            return None
        if item and len(self.columns) < NESTED and (not self.paragraph or self.columns or depth < self.depth
                                                    or (item.end() < end and item[1] in (None, "1"))):
            self.flush()
            self.leave(indent)
            self.columns.append(indent + item.end() - text)
            task = TASK.match(raw, item.end(), end)
            return self.line(task.end() if task else item.end(), end, depth, self.columns[-1])
        if raw[text] in "<{":
            if self.paragraph and (match := DIRECTIVE.match(raw, text, end)):
                self._inside(match, end)
                return None
            if (after := self._hidden(text)) is not None:
                self.flush()
                return after
        if match := FOOTNOTE.match(raw, text, end):
            self.flush()
            self.labels.add(label(match[1]))
            text = match.end()
        elif not self.paragraph and (match := DEFINITION.match(raw, text, end)):
            self.labels.add(label(match[1]))
            return None
        if self.table and "|" in written:
            self._row(text, end)
            self.table = True
        elif written.startswith(("![", "[![")) and PICTURE.match(raw, text, end):
            self.flush()
            self.blocks.append(Block("picture", [(text, text + len(written))]))
        elif text < end:
            self.table = False
            if not self.paragraph:
                self.depth = depth
            self.paragraph.append((text, end))
        return None

    def _inside(self, directive: re.Match[str], end: int) -> None:
        """What is said to newslint on a line inside a paragraph does not end it, though any other comment would."""
        start = directive.start()
        if past_blanks(self.raw, directive.end(), end) == end:
            self.comments.append(directive.span())
        else:
            self.paragraph.append((start, end))

    def _row(self, start: int, end: int) -> None:
        self.blocks += [Block("cell", [cell]) for cell in _cells(self.raw, start, end) if cell[0] < cell[1]]

    def _hidden(self, start: int) -> int | None:
        """Where a comment, script or listing that starts here ends, or None; an open comment hides the rest."""
        raw = self.raw
        if raw.startswith("<!--", start):
            end = raw.find("-->", start)
            if end < 0:
                return len(raw)
            self.comments.append((start, end + 3))
            return end + 3
        match = HIDDEN.match(raw, start) or HIDDEN_TEMPLATE.match(raw, start)
        name = match[1].lower() if match else ""
        if not match or name in self.unclosed:
            return None
        ending = rf"</{name}\s*>" if raw[start] == "<" else CLOSING_TEMPLATE.replace("NAME", name)
        closing = re.compile(ending, re.IGNORECASE).search(raw, match.end())
        if not closing:
            self.unclosed.add(name)
        return closing.end() if closing else None


def past_blanks(raw: str, start: int, end: int) -> int:
    """The first offset from `start` on that is not a space or tab."""
    match = BLANK.match(raw, start, end)
    return match.end() if match else start


def _underlines(written: str) -> bool:
    """Whether this line makes a heading of the paragraph above: === or ---."""
    return written[0] in "=-" and not written.strip(written[0])


def _rule(written: str) -> bool:
    """Whether this line is a thematic break: ***, - - -, ___."""
    char = written[0]
    return char in "*-_" and written.count(char) >= 3 and not written.replace(" ", "").replace("\t", "").strip(char)


def _separates_cells(written: str) -> bool:
    """Whether this line stands below a table's head: |---|:--:|."""
    return written[0] in "|:-" and "|" in written and "-" in written and not written.strip("|:- \t")


def _cells(raw: str, start: int, end: int) -> list[tuple[int, int]]:
    """Where the cells of a row stand, trimmed."""
    edges = [match.start() for match in CELL_EDGE.finditer(raw, start, end)]
    if not edges or raw[start:edges[0]].strip(" \t"):
        edges.insert(0, start - 1)
    if raw[edges[-1] + 1:end].strip(" \t"):
        edges.append(end)
    cells = []
    for left, right in pairwise(edges):
        first = past_blanks(raw, left + 1, right)
        cells.append((first, first + len(raw[first:right].rstrip(" \t"))))
    return cells
