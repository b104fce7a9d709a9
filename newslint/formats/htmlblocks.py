"""The blocks of a page that a reader sees: paragraphs, headings, cells, captions, each as spans of raw.

Elements close as in a browser where that decides what is seen: a paragraph ends where the next one starts, a list item
where its list goes on, </b> never ends the <div> around it.
"""
from __future__ import annotations

import re
from collections import Counter
from html import unescape

from newslint.formats.htmltags import COMMENT, END, RAW, TEXT, Tag, attributes, tags
from newslint.formats.inline import INLINE_TAGS

# "" for raw[start:end] as it is, else what stands for it; where start and end are one, it stands nowhere in raw.
Span = tuple[str, int, int]

VOID = frozenset(
    "area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr".split())
# What these hold is no part of an article, or is not shown.
UNSEEN = frozenset(
    "aside audio button canvas datalist dialog footer iframe label legend map math menu nav noembed noframes noscript "
    "object option optgroup output picture progress script select style svg template textarea video xmp".split())
# These end no paragraph; any other element does.
INLINE = INLINE_TAGS | VOID - {"br", "hr", "frame"} | UNSEEN - {"aside", "dialog", "footer", "menu", "nav"} | {
    "title", "ruby", "rt", "rp"}
UNSEEN_ROLES = frozenset("navigation contentinfo complementary search menu menubar toolbar dialog alertdialog".split())
SHOWN = frozenset("html body main article".split())        # hidden at first on some pages, until a script has run
NO_DISPLAY = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
CAPTIONS = frozenset("h2 h3 h4 h5 h6 figure figcaption caption summary dt".split())
CLOSES = {"li": ("li", "ul ol menu"), "dt": ("dt dd", "dl"), "dd": ("dt dd", "dl"), "tr": ("tr", "table"),
          "td": ("td th", "tr table"), "th": ("td th", "tr table"), "a": ("a", "div table"),
          "option": ("option", "select")}
REACH = 64                                  # elements that are looked through for one to close
APART = frozenset("a span time small label".split())       # two in a row are set apart by style sheets
_ENTITY = (r"&(?:\#[0-9]{1,7}|\#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});"
           r"|&(?:nbsp|amp|quot|lt|gt|copy|reg)(?![A-Za-z0-9=;])")
TOKEN = re.compile(r"[ \t\n\f\r]{2,}|[\t\n\f\r]|\u00ad|" + _ENTITY)
LINES = re.compile(r"\r\n?|\n|\u00ad|" + _ENTITY)
HIDDEN, LINK, CODE, QUOTE, PRE, FORM, PART, CAPTION, CELL = (1 << bit for bit in range(9))
DATES = ("article:published_time", "datepublished", "date", "dc.date", "pubdate")


class Block:
    """A block as it grows; blocks without text are not kept."""

    __slots__ = ("form", "kind", "linked", "literals", "part", "quoted", "size", "spans")

    def __init__(self, kind: str, part: tuple[int, ...], form: int) -> None:
        self.kind = kind                    # paragraph, h1, caption, cell, title
        self.part = part                    # the numbers of the <article> and <main> elements it stands in
        self.form = form                    # that of the form it stands in, or 0
        self.spans: list[Span] = []
        self.literals: list[tuple[int, int]] = []   # as indexes of spans
        self.quoted: list[tuple[int, int]] = []
        self.size = self.linked = 0         # characters, and those in links


def blocks(raw: str, position: int) -> tuple[list[Block], str, list[tuple[int, int]]]:
    """The blocks in raw[position:], in order, the date the page states, or "", and the comments."""
    page = _Page(raw)
    for tag in tags(raw, position):
        if tag.kind == TEXT:
            page.text(tag.start, tag.end)
        elif tag.kind == END:
            page.end_tag(tag)
        elif tag.kind == COMMENT:
            page.comments.append((tag.start, tag.end))
        else:
            page.start_tag(tag)
    page.flush()
    return page.blocks, page.date, page.comments


class _Page:
    """What is open at a tag: the elements, and the block that grows."""

    def __init__(self, raw: str) -> None:
        self.raw = raw
        self.blocks: list[Block] = []
        self.date = ""
        self.comments: list[tuple[int, int]] = []
        self.stack: list[tuple[str, int]] = []      # name and flags
        self.open: Counter[str] = Counter()
        self.flags: Counter[int] = Counter()
        self.parts: list[int] = []
        self.numbers = 0                    # of parts and forms
        self.form = 0
        self.block: Block | None = None
        self.heading = ""                   # h1 or title, where one is open
        self.last = " "                     # the character before; a space where a block starts
        self.apart = -1                     # where an element of APART ended

    def flush(self) -> None:
        """End the block."""
        block, self.block, self.last = self.block, None, " "
        if block is None:
            return
        spans = block.spans
        while spans and (spans[-1][0].isspace() or not spans[-1][0] and self.raw[slice(*spans[-1][1:])].isspace()):
            spans.pop()                     # no-break spaces make room on a page
        if not spans:
            return
        string, start, end = spans[-1]
        if not string:
            spans[-1] = "", start, start + len(self.raw[start:end].rstrip(" "))
        block.literals = _inside(block.literals, len(spans))
        block.quoted = _inside(block.quoted, len(spans))
        self.blocks.append(block)

    # Elements ---------------------------------------------------------------------------------------------------------

    def start_tag(self, tag: Tag) -> None:
        name = tag.name
        if name in CLOSES:
            self._close(*CLOSES[name])
        if name == "br":
            self._line_break(tag)
        elif name not in INLINE:
            if self.open["p"]:
                self._close("p", "table button")
            self.flush()
        elif name in APART and self.apart == tag.start and self.block and self.last not in " \n" \
                and self.block.spans[-1][2] - self.block.spans[-1][1] > 1:
            self.block.spans.append((" ", tag.start, tag.start))
            self.last = " "
        if name == "meta":
            self._date(attributes(tag.attributes))
        if name in VOID or name in RAW and tag.attributes.endswith("/"):
            return
        if name == "title":
            self.flush()
        flags = self._flags(name, tag.attributes)
        self.stack.append((name, flags))
        self.open[name] += 1
        for flag in _bits(flags):
            self.flags[flag] += 1
        if flags & (PART | FORM):
            self.numbers += 1
            if flags & PART:
                self.parts.append(self.numbers)
            else:
                self.form = self.numbers
        if name in ("h1", "title"):
            self.heading = name

    def end_tag(self, tag: Tag) -> None:
        name = tag.name
        if name == "br":
            self._line_break(tag)
        elif name not in INLINE or name == "title":
            self.flush()
        if not self.open[name]:
            return
        for depth in range(len(self.stack) - 1, -1, -1):
            other = self.stack[depth][0]
            if other == name:
                self._pop(depth)
                break
            if name in INLINE_TAGS and (other not in INLINE_TAGS or len(self.stack) - depth > REACH):
                break
        self.apart = tag.end if name in APART else -1

    def _close(self, names: str, stop: str) -> None:
        """Close the nearest of these elements, unless one of `stop` stands between."""
        for depth in range(len(self.stack) - 1, max(-1, len(self.stack) - REACH), -1):
            other = self.stack[depth][0]
            if other in names.split():
                self._pop(depth)
            elif other not in stop.split():
                continue
            return

    def _pop(self, depth: int) -> None:
        while len(self.stack) > depth:
            name, flags = self.stack.pop()
            self.open[name] -= 1
            for flag in _bits(flags):
                self.flags[flag] -= 1
            if flags & PART:
                self.parts.pop()
            if flags & FORM:
                self.form = 0
            if name == self.heading:
                self.heading = ""

    def _flags(self, name: str, written: str) -> int:
        flags = HIDDEN * (name in UNSEEN) | CODE * (name in ("code", "pre", "kbd", "samp", "var", "tt")) \
            | QUOTE * (name in ("q", "blockquote")) | PRE * (name == "pre") | FORM * (name == "form") \
            | PART * (name in ("article", "main")) | CAPTION * (name in CAPTIONS) | CELL * (name in ("td", "th"))
        if not written or written.isspace():
            return flags
        if name == "a" and "href" in written.lower():
            flags |= LINK
        if any(word in written for word in ("hidden", "HIDDEN", "style", "STYLE", "role", "itemprop")):
            said = attributes(written)
            if name not in SHOWN and (
                    "hidden" in said or said.get("aria-hidden") == "true" or NO_DISPLAY.search(said.get("style", ""))
                    or said.get("role") in UNSEEN_ROLES):
                flags |= HIDDEN
            if said.get("role") in ("main", "article") or "articleBody" in said.get("itemprop", ""):
                flags |= PART
        return flags

    def _date(self, said: dict[str, str]) -> None:
        if not self.date and (said.get("property") or said.get("name") or said.get("itemprop") or "").lower() in DATES:
            self.date = said.get("content", "")

    # Text -------------------------------------------------------------------------------------------------------------

    def text(self, start: int, end: int) -> None:
        if self.flags[HIDDEN]:
            return
        if self.block is None and not self.flags[PRE]:
            while start < end and self.raw[start] in " \t\n\f\r":
                start += 1
            if start == end:
                return
        block = self.block
        if block is None:
            kind = self.heading or ("caption" if self.flags[CAPTION] else "cell" if self.flags[CELL] else "paragraph")
            block = self.block = Block(kind, tuple(self.parts), self.form)
        first = len(block.spans)
        position = start
        for match in (LINES if self.flags[PRE] else TOKEN).finditer(self.raw, start, end):
            self._copy(block, position, match.start())
            self._put(block, *match.span())
            position = match.end()
        self._copy(block, position, end)
        size = end - start
        block.size += size
        if self.flags[LINK]:
            block.linked += size
        if len(block.spans) > first:
            if self.flags[CODE]:
                block.literals.append((first, len(block.spans)))
            if self.flags[QUOTE]:
                block.quoted.append((first, len(block.spans)))

    def _copy(self, block: Block, start: int, end: int) -> None:
        if start < end and self.last in " \n" and self.raw[start] == " " and not self.flags[PRE]:
            start += 1
        if start < end:
            block.spans.append(("", start, end))
            self.last = self.raw[end - 1]

    def _put(self, block: Block, start: int, end: int) -> None:
        """One space, line break or character for raw[start:end]."""
        written = self.raw[start]
        if written == "&":
            string = unescape(self.raw[start:end])
            if string in ("\u00ad", ""):
                return
            if len(string) > 1:             # no entity, or one for two characters
                block.spans.append(("", start, end))
                self.last = self.raw[end - 1]
                return
            if string in "\t\n\f\r":
                string = " "
        elif written == "\u00ad":
            return                          # a soft hyphen is seen only where a line ends
        else:
            string = "\n" if self.flags[PRE] else " "
        if string != " " or self.last not in " \n" or self.flags[PRE]:
            block.spans.append((string, start, end))
            self.last = string

    def _line_break(self, tag: Tag) -> None:
        if self.block is not None and not self.flags[HIDDEN]:
            self.block.spans.append(("\n", tag.start, tag.end))
            self.last = "\n"


def _bits(flags: int) -> list[int]:
    return [1 << bit for bit in range(9) if flags >> bit & 1] if flags else []


def _inside(ranges: list[tuple[int, int]], count: int) -> list[tuple[int, int]]:
    return [(start, min(end, count)) for start, end in ranges if start < count]
