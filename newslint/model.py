"""What flows through newslint: documents in, findings out. Nothing here does any work but look-ups.

Offsets are code points. `Document.text` is what a reader of the article sees; `Document.raw` is the file as it is
on disk (decoded), and `raw_span` leads from the one to the other. Kinds see `text` only, findings carry `raw`
offsets only.

Here and wherever else a start needs NamedTuples, annotations are not put off: Python would compile each of them, text
again, at every start.
"""
from bisect import bisect_right
from collections.abc import Mapping
from typing import Any, NamedTuple

LEVELS = ("suggestion", "warning", "error")
PARAGRAPH_ZONES = ("headline", "byline", "dateline", "body", "caption", "artifact", "foreign")
UNREAD = ("artifact", "foreign")            # zones most rules leave alone
ZONES = (*PARAGRAPH_ZONES, "quotation", "literal")


class Zone(NamedTuple):
    """One paragraph and what it is: `text[start:end]`, without the line break that ends it.

    `kind` is one of PARAGRAPH_ZONES. Paragraphs do not overlap and stand in order; what lies between two of them is
    white space.
    """

    kind: str
    start: int
    end: int


class Piece(NamedTuple):
    """A stretch of `text` and where it stands in `raw`.

    Lengths are equal (copied as it is), or `length` is 1 and `raw_length` is what it was written with (an entity, an
    escape, a CRLF). What no piece covers in `raw` is markup no reader sees.
    """

    start: int
    raw_start: int
    length: int
    raw_length: int


class Quotation(NamedTuple):
    """A quotation in one paragraph."""

    start: int
    end: int                            # with the marks; that of the paragraph where it runs on or is not closed
    mark: str                           # '"' or "'", whatever their form
    depth: int                          # 0 for the outermost


class MarkFault(NamedTuple):
    """A quotation mark that agrees with none, or wrongly; the kinds are told in quotations.py."""

    kind: str
    start: int
    end: int
    other: int | None = None            # the offset of the mark it should agree with


class Marks(NamedTuple):
    """What the quotation marks of a document come to."""

    quotations: list[Quotation]         # in order of start
    faults: list[MarkFault]             # in order of start
    apostrophes: dict[str, list[int]]   # by character: offsets in order of those at the edge of a word (dogs’, ’90s)
    doubles: dict[str, list[int]]       # double marks by form: straight, curly, guillemet


class Edit(NamedTuple):
    start: int
    end: int
    replacement: str


class Hit(NamedTuple):
    """What a kind found, in `text` offsets."""

    rule: str                               # rule id
    start: int
    end: int
    suggestions: tuple[str, ...] = ()       # replacements of text[start:end], best first
    edits: tuple[Edit, ...] | None = None   # the whole fix, where it is more than the first suggestion
    values: Mapping[str, str] = {}          # for the message
    level: str | None = None                # where the kind is less sure than the rule's level says; never raises it
    safe: bool = True                       # false where the fix is less safe than the rule's; never makes it safe


class Document(NamedTuple):
    """One article. A file of records gives one Document a record; they share `path`, `raw` and `line_starts`."""

    path: str                               # as the user gave it
    raw: str                                # the file, decoded, nothing normalised; a BOM is raw[0]
    line_starts: list[int]                  # raw offsets at which lines start; the first is 0
    text: str                               # what a reader sees; line breaks are "\n"
    pieces: list[Piece]                     # in order; empty when text is raw
    zones: list[Zone]                       # the paragraphs
    quotations: list[tuple[int, int]]       # text spans with their quotation marks, sorted, not overlapping
    literals: list[tuple[int, int]]         # addresses, handles, hashtags, code: not prose
    format: str = "text"                    # text | markdown | html | json
    notes: tuple[Hit, ...] = ()             # what reading it had to say (family newslint/)
    facts: Mapping[str, str] = {}           # what the format says outright: {"date": "2026-11-21"}
    comments: tuple[tuple[int, int], ...] = ()  # raw spans of comments, of those formats that have them
    marks: Marks | None = None              # every quotation mark and apostrophe, as newslint/quotations.py read them


class Rule(NamedTuple):
    """One rule, as its file states it."""

    id: str                                 # family/name
    kind: str
    level: str
    message: str                            # {match}, {suggestion}, {1} and what the kind fills in
    why: str
    source: list[Any]
    zones: frozenset[str]
    options: dict[str, Any]                 # the fields of its kind
    safe: bool                              # whether its fix may be applied unasked
    bad: list[Any]                          # text, or a mapping of text, match and suggestion
    good: list[str]
    path: str                               # the file it was read from

    @property
    def family(self) -> str:
        return self.id.partition("/")[0]


class Need(NamedTuple):
    """What a kind wants found for it, and what it keeps for itself (plain data that marshal can write)."""

    phrases: list[list[str]]                # each all strings that stand for one phrase, folded; see match.py
    regexes: list[tuple[str, int, int]]     # pattern, re flags, longest paragraph it is for (characters; 0: any)
    data: Any
    always: bool = False                    # look at a text even where none of these stand in it
    right: Mapping[int, str] = {}           # phrase index -> how its string is right as it stands: then it is not told


class Fix(NamedTuple):
    safe: bool
    edits: tuple[Edit, ...]


class Finding(NamedTuple):
    """What a person or a program is told, in `raw` offsets. Lines and columns count from 1, ends are exclusive."""

    rule: str
    level: str
    message: str
    path: str
    line: int
    column: int
    end_line: int
    end_column: int
    start: int
    end: int
    match: str                              # raw[start:end]
    zone: str
    suggestions: tuple[str, ...]
    fix: Fix | None
    fingerprint: str


def paragraph_at(document: Document, offset: int) -> Zone | None:
    """The paragraph that holds this text offset; None between two paragraphs."""
    index = bisect_right(document.zones, offset, key=_zone_start) - 1
    if index >= 0 and offset < document.zones[index].end:
        return document.zones[index]
    return None


def one_paragraph(document: Document, start: int, end: int) -> bool:
    """Whether text[start:end] stays inside one paragraph."""
    if "\n" not in document.text[start:end]:
        return True
    paragraph = paragraph_at(document, start)
    return paragraph is not None and end <= paragraph.end


def touches(spans: list[tuple[int, int]], start: int, end: int) -> bool:
    """Whether [start, end) shares a character with one of these sorted, disjoint spans."""
    index = bisect_right(spans, end - 1, key=_span_start) - 1
    return index >= 0 and spans[index][1] > start


def raw_span(document: Document, start: int, end: int) -> tuple[int, int]:
    """The raw offsets of text[start:end]; an empty span keeps its place."""
    pieces = document.pieces
    if not pieces:
        return start, end
    raw_start = _into_raw(_piece_at(pieces, start), start)
    if end <= start:
        return raw_start, raw_start
    return raw_start, _into_raw(_piece_at(pieces, end - 1), end)


def unbroken(document: Document, start: int, end: int) -> bool:
    """Whether text[start:end] stands in raw without markup in between, so that an edit can replace it."""
    pieces = document.pieces
    if not pieces or end <= start:
        return True
    first = bisect_right(pieces, start, key=_piece_start) - 1
    last = bisect_right(pieces, end - 1, key=_piece_start) - 1
    return all(a.raw_start + a.raw_length == b.raw_start and a.start + a.length == b.start
               for a, b in zip(pieces[first:last], pieces[first + 1:last + 1]))


def position(document: Document, raw_offset: int) -> tuple[int, int]:
    """Line and column of a raw offset, from 1; a leading byte-order mark is not a column."""
    line = bisect_right(document.line_starts, raw_offset)
    column = raw_offset - document.line_starts[line - 1] + 1
    if line == 1 and document.raw[:1] == "\ufeff" and column > 1:
        column -= 1
    return line, column


def _piece_at(pieces: list[Piece], offset: int) -> Piece:
    return pieces[max(0, bisect_right(pieces, offset, key=_piece_start) - 1)]


def _into_raw(piece: Piece, offset: int) -> int:
    into = offset - piece.start
    return piece.raw_start + (piece.raw_length if into >= piece.length else into)


def _zone_start(zone: Zone) -> int:
    return zone.start


def _span_start(span: tuple[int, int]) -> int:
    return span[0]


def _piece_start(piece: Piece) -> int:
    return piece.start
