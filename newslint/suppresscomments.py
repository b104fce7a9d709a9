"""What comments of a document say to newslint.

    <!-- newslint-disable-line RULE, RULE -- why -->        the line it stands on
    <!-- newslint-disable-next-line RULE -- why -->         the next line with anything else on it
    <!-- newslint-disable RULE -- why -->                   up to newslint-enable RULE, or the end
    <!-- newslint-disable-file RULE -- why -->              the whole file, wherever it stands

A rule may be a family (usage, usage/*) or a name that ends in a star; none at all is every rule. The formats say what
is a comment: in a code block none is.
"""
from __future__ import annotations

import re
from typing import NamedTuple

from newslint.model import Document, position

MARK = "newslint-"
DISABLE, ENABLE, LINE, NEXT_LINE, FILE = "disable", "enable", "disable-line", "disable-next-line", "disable-file"
FORMS = (DISABLE, ENABLE, LINE, NEXT_LINE, FILE)
OPENING, CLOSING = "<!--", "-->"
ALL = ""                                    # the name that stands for every rule
REASON = re.compile(r"(?:^|\s)(?:--|[–—])(?:\s|$)")
NAMES = re.compile(r"[\s,]+")
BESIDES = re.compile(rf"{OPENING}\s*{MARK}.*?{CLOSING}|[\s>]", re.DOTALL)


class Scope(NamedTuple):
    """raw[start:end], in which a rule or family is suppressed."""

    name: str
    start: int
    end: int


class Directive(NamedTuple):
    """One comment, with all that is needed to report on it."""

    form: str
    names: tuple[str, ...]
    scopes: tuple[Scope, ...]
    path: str
    start: int
    end: int
    place: tuple[int, int, int, int]        # line, column, last line, column after its end
    written: str
    idle: tuple[str, ...] = ()              # names an -enable ends nothing for


def read(document: Document) -> list[Directive]:
    """The directives of a document, in order."""
    found: list[Directive] = []
    opened: dict[str, list[tuple[int, int]]] = {}       # by name: number in `found` and start of what is not ended yet
    for start, end in document.comments:
        said = document.raw[start + len(OPENING):end - len(CLOSING)].strip()
        if not said.startswith(MARK):
            continue
        form, rest = [*said.removeprefix(MARK).split(maxsplit=1), "", ""][:2]
        names = names_of(REASON.split(rest, maxsplit=1)[0])
        place = (*position(document, start), *position(document, end))
        one = Directive(form, names, (), document.path, start, end, place, document.raw[start:end])
        if form == DISABLE:
            for name in names:
                opened.setdefault(name, []).append((len(found), end))
        elif form == ENABLE:
            one = one._replace(idle=() if opened and names == (ALL,) else tuple(set(names) - set(opened)))
            for name in tuple(opened) if names == (ALL,) else names:
                _end(opened.pop(name, []), name, start, found)
        elif form in FORMS:
            lines = {LINE: _line, NEXT_LINE: _next_line}.get(form, _all)(document, one)
            one = one._replace(scopes=tuple(Scope(name, *lines) for name in names))
        found.append(one)
    for name, its in opened.items():
        _end(its, name, len(document.raw), found)
    return found


def names_of(written: str) -> tuple[str, ...]:
    """The rules and families in a list with commas or spaces; a family without its star."""
    names = [name.removesuffix("/*").rstrip("/") for name in NAMES.split(written) if name]
    return tuple(dict.fromkeys(names)) or (ALL,)


def covers(name: str, rule: str) -> bool:
    """Whether a name in a directive stands for this rule."""
    return name in (ALL, rule, rule.partition("/")[0]) or name.endswith("*") and rule.startswith(name[:-1])


def _end(opened: list[tuple[int, int]], name: str, end: int, found: list[Directive]) -> None:
    for number, start in opened:
        found[number] = found[number]._replace(scopes=(*found[number].scopes, Scope(name, start, end)))


def _line(document: Document, one: Directive) -> tuple[int, int]:
    """The lines it stands on."""
    return document.line_starts[one.place[0] - 1], _line_end(document, one.place[2])


def _next_line(document: Document, one: Directive) -> tuple[int, int]:
    """The next line that holds more than white space, the signs of a quotation, and comments like this."""
    starts = document.line_starts
    for number in range(one.place[2], len(starts)):
        start, end = starts[number], _line_end(document, number + 1)
        if BESIDES.sub("", document.raw[start:end]):
            return start, end
    return one.end, one.end


def _all(document: Document, one: Directive) -> tuple[int, int]:
    return 0, len(document.raw)


def _line_end(document: Document, line: int) -> int:
    """The offset at which a line ends, with its break."""
    return document.line_starts[line] if line < len(document.line_starts) else len(document.raw)
