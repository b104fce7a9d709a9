"""HTML: the article of a saved page as a reader sees it, every character of it placed in raw.

Text      Scripts, styles, comments, forms' controls, navigation, footers, asides and what is hidden are no text, nor
          are blocks that are all link. Where most of a page's prose stands in one <article> or <main>, the rest is no
          text either. White space is one space, <br> a line break.
Headline  The first <h1>, else the title without the site's name. Other headings, captions and the cells of a table are
          captions: short display copy without a full stop.
Quoted    <blockquote> and <q> are quotations, <pre> and <code> literals.
"""
from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from newslint.formats.build import BOM, Text, document, line_starts
from newslint.formats.htmlblocks import Span, blocks
from newslint.formats.htmlpart import article
from newslint.model import Document, Zone

NAME = "html"
CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([A-Za-z0-9_-]{3,20})", re.IGNORECASE)
LOOKED_AT = 4096                            # bytes in which a page says how it is encoded
SITE = re.compile(r" [|–—»·-] (?=[^|–—»·]{2,40}$)")
SHORTEST_TITLE = 4                          # words
LONGEST_CELL = 120                          # characters; a longer one is prose


def read(path: str, raw: str, fields: Mapping[str, Sequence[str]] | None = None) -> list[Document]:
    found, date, comments = blocks(raw, 1 if raw[:1] == BOM else 0)
    kept = article(found)
    headline = next((block for block in kept if block.kind == "h1"), None)
    if headline is None:
        headline = next((block for block in kept if block.kind == "title"), None)
        if headline is not None:
            headline.spans = _without_site(raw, headline.spans)
    text = Text()
    given: list[Zone] = []
    literals: list[tuple[int, int]] = []
    quoted: list[tuple[int, int]] = []
    for block in kept:
        if block.kind == "title" and block is not headline:
            continue
        if text.length:
            text.virtual("\n\n")
        begin = text.length
        places = _write(text, raw, block.spans)
        literals += [(places[start], places[end]) for start, end in block.literals]
        quoted += [(places[start], places[end]) for start, end in block.quoted]
        if block is headline:
            given.append(Zone("headline", begin, text.length))
        elif block.kind in ("h1", "caption") or block.kind == "cell" and text.length - begin <= LONGEST_CELL:
            given.append(Zone("caption", begin, text.length))
    return [document(path, raw, line_starts(raw), "".join(text.parts), text.pieces, given, NAME, literals,
                     facts={"date": date} if date else None, quoted=quoted, comments=tuple(comments))]


def escape(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def charset(data: bytes) -> str | None:
    """The encoding that a page says it has."""
    found = CHARSET.search(data[:LOOKED_AT])
    return found[1].decode().lower() if found else None


def _write(text: Text, raw: str, spans: list[Span]) -> list[int]:
    """Add what spans stand for; where in the text each of them starts, and the last ends."""
    places = []
    for string, start, end in spans:
        places.append(text.length)
        if not string:
            text.copy(raw, start, end)
        elif start < end:
            text.put(string, start, end)
        else:
            text.virtual(string)
    return [*places, text.length]


def _without_site(raw: str, spans: list[Span]) -> list[Span]:
    """A title less the name of the site, if enough is left: “Council votes to rebuild bridge | Harbour News”."""
    title = "".join(string or raw[start:end] for string, start, end in spans)
    site = SITE.search(title)
    if not site or len(title[:site.start()].split()) < SHORTEST_TITLE:
        return spans
    room = site.start()
    kept = []
    for string, start, end in spans:
        size = len(string) or end - start
        if room <= 0:
            break
        kept.append((string, start, min(end, start + room)) if not string else (string, start, end))
        room -= size
    return kept
