"""The tags of a page, in order, with what stands between them.

A scanner of our own: html.parser tells a line and column and no offset, hands text on in pieces of its own making, and
takes several times as long. What is broken is read much as a browser reads it, and every look ahead is bounded or
remembered, so that no page costs more than its length.
"""
from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

TEXT, START, END, COMMENT = "text", "start", "end", "comment"
NAME = re.compile(r"</?([A-Za-z][^\s/>\x00]*)")
# Up to the first > outside a quoted value. Only after “=” is a quotation mark one: <p class=x it's>.
ATTRIBUTES = re.compile(r"(?:[^=>]++|=\s*+(?:\"[^\"]*+\"|'[^']*+')?+)*+>")
VALUE = re.compile(r"([^\s=/>\"']+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s>]+))|([^\s=/>\"']+)")
# Nothing in these is markup, and but for the title nothing is text.
RAW = frozenset("script style textarea title xmp iframe noembed noframes noscript svg math".split())


class Tag(NamedTuple):
    kind: str                               # START, END, or TEXT or COMMENT: then it has no name
    name: str
    start: int
    end: int
    attributes: str = ""                    # as they are written


def tags(raw: str, position: int) -> Iterator[Tag]:
    """The tags, texts and comments in raw[position:]. An element of RAW is its start tag, a text for <title>, and
    its end tag."""
    text = position                         # where the text starts that is not handed on yet
    quoted = True                           # whether a tag with a quotation mark that nothing closes has not come yet
    unclosed: set[str] = set()
    at = raw.find("<", position)
    while at >= 0:
        if raw.startswith(("<!", "<?"), at):
            yield from _text(text, at)
            text = _skipped(raw, at)
            if raw.startswith("<!--", at):
                yield Tag(COMMENT, "", at, text)
            at = raw.find("<", text)
            continue
        match = NAME.match(raw, at)
        if match is None:
            at = raw.find("<", at + 1)
            continue
        end = match.end()
        attributes = ATTRIBUTES.match(raw, end) if quoted else None
        if attributes is None:
            quoted = False
            close = raw.find(">", end)
            if close < 0:
                break                       # a tag that the file's end cuts off
            after = close + 1
        else:
            after = attributes.end()
        yield from _text(text, at)
        name = match[1].lower()
        kind = END if raw[at + 1] == "/" else START
        yield Tag(kind, name, at, after, raw[end:after - 1])
        text = after
        if kind == START and name in RAW and name not in unclosed and raw[after - 2] != "/":
            closing = re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE).search(raw, after)
            if closing:
                if name == "title":
                    yield from _text(after, closing.start())
                text = closing.start()
            elif name in ("script", "style"):
                return                      # as in a browser, it hides the rest
            else:
                unclosed.add(name)
        at = raw.find("<", text)
    if at < 0:
        yield from _text(text, len(raw))
    else:
        yield from _text(text, at)


def attributes(written: str) -> dict[str, str]:
    """By name, in small letters; "" where there is no value."""
    found: dict[str, str] = {}
    for match in VALUE.finditer(written):
        name = (match[1] or match[5]).lower()
        found.setdefault(name, match[2] or match[3] or match[4] or "")
    return found


def _text(start: int, end: int) -> Iterator[Tag]:
    if start < end:
        yield Tag(TEXT, "", start, end)


def _skipped(raw: str, at: int) -> int:
    """Where a comment or declaration ends; one that nothing ends hides the rest."""
    if raw.startswith("<!--", at):
        end = raw.find("-->", at + 2)       # <!--> is one too
        return end + 3 if end >= 0 else len(raw)
    end = raw.find(">", at)
    return end + 1 if end >= 0 else len(raw)
