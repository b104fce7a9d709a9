"""What is wrong in a rule or config file, drawn with the line and a caret as compilers do."""
from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from newslint.errors import UserError

WIDTH = 100                                 # code points of a source line that are shown


class Fault(NamedTuple):
    """One thing wrong in one file. Line and column count from 1; line 0 is the file as a whole."""

    path: str
    line: int
    column: int
    length: int                             # code points to underline
    source_line: str
    message: str
    hint: str = ""                          # what to do; may have several lines


class BrokenFiles(UserError):
    """Every fault found in the files of one kind; its text is all of them, drawn."""

    def __init__(self, faults: list[Fault], noun: str = "rule file") -> None:
        self.faults = faults
        super().__init__(draw(faults, noun))


def draw(faults: Iterable[Fault], noun: str) -> str:
    """All faults by file and line, each with its excerpt, and a closing line that counts them."""
    ordered = sorted(set(faults), key=lambda f: (f.path, f.line == 0, f.line, f.column, f.message))
    lines = []
    for fault in ordered:
        hints = [visible(hint) for hint in fault.hint.split("\n") if hint]
        if fault.line:
            source, column, length = _window(visible(fault.source_line), fault.column - 1, fault.length)
            gutter = max(3, len(str(fault.line)))
            lines.append(f"{visible(fault.path)}:{fault.line}:{fault.column}: error: {visible(fault.message)}")
            lines.append(f"{fault.line:>{gutter}} | {source}".rstrip())
            first, *hints = hints or [""]
            lines.append(f"{' ' * gutter} | {' ' * column}{'^' * length} {first}".rstrip())
        else:
            gutter = 3
            lines.append(f"{visible(fault.path)}: {visible(fault.message)}")
        lines += [f"{' ' * gutter} | {hint}" for hint in hints]
    files = len({fault.path for fault in ordered})
    lines.append(f"{_count(len(ordered), 'problem')} in {_count(files, noun)}; nothing was checked.")
    return "\n".join(lines)


def nearest(word: str, choices: Iterable[str]) -> str | None:
    """The choice this word was most likely meant to be."""
    from difflib import get_close_matches

    found = get_close_matches(word.lower(), list(choices), 1, 0.6)
    return found[0] if found else None


def advice(word: str, choices: Iterable[str], limit: int = 12) -> str:
    """`did you mean "error"? One of: error, warning, suggestion`, with the list only where it is short."""
    choices = list(choices)
    near = nearest(word, choices)
    hint = f'did you mean "{near}"?' if near else ""
    if len(choices) > (1 if near else 0) and len(choices) <= limit:
        hint += f"{' One' if hint else 'one'} of: {', '.join(choices)}"
    return hint


def visible(text: str) -> str:
    """The same number of code points, with those a terminal would act on or not show replaced by a sign."""
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() else chr(0x2400 + ord(c)) if c < " " else "␡" if c == "\x7f"
                   else "␣" if c.isspace() else "\ufffd" for c in text)


def _window(source: str, column: int, length: int) -> tuple[str, int, int]:
    """The part of a long line around a column, and where column and length stand in it."""
    if len(source) > WIDTH:
        start = max(0, min(column - WIDTH // 3, len(source) - WIDTH))
        before, after = start > 0, start + WIDTH < len(source)
        source = "…" * before + source[start + before:start + WIDTH - after] + "…" * after
        column -= start
    return source, column, max(1, min(length, len(source) - column))


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
