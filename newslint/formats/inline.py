"""Markdown inside a paragraph: which characters are markup, and what stands for them in the text.

Follows CommonMark where it decides what a reader sees: “2 * 3”, “f***” and snake_case keep their marks, “[sic]” its
brackets. Every look ahead is bounded or remembered, so that no input costs more than its length.
"""
from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from typing import NamedTuple

PLACEHOLDER = "\ufffc"                      # stands for code and for a picture inside a sentence
PARAGRAPH = "\n\n"
MARKED = re.compile(r"[\\`\[\]<&*_\n]|~~|\{[{%]")  # a paragraph without any of these is text as it stands
TOKEN = re.compile(r"""
    (?P<escape>   \\[!-/:-@\[-`{-~])
  | (?P<url>      https?://[^\s<>*`\[\]\\&!]*[^\s<>*`\[\]\\&!_~])
  | (?P<code>     `+)
  | (?P<template> \{\{[^{}]{0,1000}\}\}|\{%[^{}]{0,1000}%\})
  | (?P<block>    \[/(?:wp_)?(?:caption|gallery|embed|audio|video|playlist)\]|\[(?:gallery|embed|playlist)\](?![(\[:])
                | \[(?:wp_)?(?:caption|gallery|embed|audio|video|playlist)
                  (?:[ ]+[\w-]+=(?:"[^"\[\]]*"|[^\s"\[\]]+))+[ ]*/?\])
  | (?P<shortcode> \[[a-z][a-z0-9_-]*(?:[ ]+[\w-]+="[^"\[\]]*")+[ ]*/?\]|\[/[a-z][a-z0-9_-]*\](?![(\[:]))
  | (?P<open>     !?\[)
  | (?P<close>    \])
  | (?P<autolink> <(?:[A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]*|[^\s<>@]+@[A-Za-z0-9.-]+)>)
  | (?P<comment>  <!--)
  | (?P<tag>      </?(?P<name>[A-Za-z][A-Za-z0-9-]*)(?:\s[^<>]*|/)?>|<[!?][A-Za-z][^<>]*>)
  | (?P<entity>   &(?:\#[0-9]{1,7}|\#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});)
  | (?P<run>      \*+|_+|~~+)
  | (?P<line>     (?<![ \t])[ \t]*\\?\n)
""", re.VERBOSE)
RUN = re.compile("`+")
TARGET = re.compile(r"""\(\s*+
    (?: <[^<>\n]*> | (?!<) (?: [^\s()\\]++ | \\\S | \( (?: [^\s()\\]++ | \\\S )*+ \) )*+ )
    (?: \s++ (?: "[^"]*" | '[^']*' | \([^()]*\) ) )? \s*+\)""", re.VERBOSE)
LABEL = re.compile(r"\[([^\[\]]{0,999})\]")
INDENT = 20
# What these enclose goes on in the same sentence; any other tag stands where a paragraph ends.
INLINE_TAGS = frozenset("a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr output "
                        "q s samp small span strike strong sub sup time tt u var wbr".split())


class Mark(NamedTuple):
    """source[start:end] is not copied; `text` stands for it: nothing, one character, or PARAGRAPH."""

    start: int
    end: int
    text: str = ""


class _Run:
    """A run of *, _ or ~ that may open or close emphasis; source[start:end] is what is left of it."""

    __slots__ = ("char", "closes", "end", "length", "opens", "start")

    def __init__(self, source: str, start: int, end: int) -> None:
        self.char, self.start, self.end, self.length = source[start], start, end, end - start
        before, after = _side(source[start - 1:start]), _side(source[end:end + 1])
        left = after != " " and (after != "." or before != "x")
        right = before != " " and (before != "." or after != "x")
        if self.char == "_":                # never inside a word
            self.opens = left and (not right or before == ".")
            self.closes = right and (not left or after == ".")
        else:
            self.opens = left and (self.char == "*" or self.length == 2)
            self.closes = right and (self.char == "*" or self.length == 2)


class _Bracket(NamedTuple):
    start: int
    end: int
    image: bool
    runs: int                               # how many runs stand before it


def marks(source: str, labels: frozenset[str], picture: bool = False) -> list[Mark]:
    """The markup in a paragraph, in order, not overlapping. `labels` are the link references defined, see `label`.

    A line break is a Mark too: " ", or "\\n" where it is a hard one. Code, and a picture inside a sentence, become one
    PLACEHOLDER, as does what templates fill in ({{< x >}}, {% x %}, [x y="z"]) unless it has a line of its own; where
    the picture is all there is (`picture`), its text is kept.
    """
    if not MARKED.search(source):
        return []
    found: list[Mark] = []
    runs: list[_Run] = []
    brackets: list[_Bracket] = []
    ticks: dict[int, list[int]] | None = None
    last_link = 0                           # brackets still open when a link ended are no links: a link holds none
    comments = True
    position = 0
    while match := TOKEN.search(source, position):
        start, position = match.span()
        match match.lastgroup:
            case "escape":
                found.append(Mark(start, position, source[start + 1]))
            case "line":
                hard = position - start > 2 or source[position - 2:position - 1] == "\\"
                found.append(Mark(start, position, "\n" if hard else " "))
            case "run":
                runs.append(_Run(source, start, position))
            case "code":
                if ticks is None:
                    ticks = _ticks(source)
                same = ticks.get(position - start, [])
                index = bisect_left(same, position)
                if index < len(same):
                    position = same[index] + position - start
                    found.append(Mark(start, position, PLACEHOLDER))
            case "autolink":
                found += Mark(start, start + 1), Mark(position - 1, position)
            case "comment":
                end = source.find("-->", position) if comments else -1
                if end < 0:
                    comments = False
                else:
                    position = end + 3
                    found.append(Mark(start, position))
            case "tag":
                found.append(Mark(start, position, _tag((match["name"] or "a").lower())))
            case "entity":
                character = _entity(match[0])
                if len(character) < 2:
                    found.append(Mark(start, position, character))
            case "template":
                found.append(Mark(start, position, PARAGRAPH if _own_line(source, start, position) else PLACEHOLDER))
            case "block":
                found.append(Mark(start, position, PARAGRAPH))
            case "shortcode":
                found.append(Mark(start, position, PLACEHOLDER))
            case "open":
                brackets.append(_Bracket(start, position, position - start == 2, len(runs)))
            case "close" if brackets:
                bracket = brackets.pop()
                if not bracket.image and bracket.start < last_link:
                    continue
                after = _link_end(source, bracket.end, start, labels)
                if after is None:
                    continue
                if source[bracket.end] == "^" and after == position:        # a footnote's number
                    found.append(Mark(bracket.start, after))
                elif bracket.image and not picture:
                    found.append(Mark(bracket.start, after, PLACEHOLDER))
                else:
                    found += Mark(bracket.start, bracket.end), Mark(start, after)
                _emphasis(runs[bracket.runs:], found)
                del runs[bracket.runs:]
                if not bracket.image:
                    last_link = bracket.start
                position = after
    _emphasis(runs, found)
    return _apart(found)


def label(name: str) -> str:
    """A link reference's name as names are compared."""
    return " ".join(name.split()).casefold()


def _own_line(source: str, start: int, end: int) -> bool:
    """Whether nothing but a few spaces stands beside source[start:end]."""
    before = source[max(0, start - INDENT):start].rstrip(" \t")
    after = source[end:end + INDENT].lstrip(" \t")
    return before[-1:] in ("", "\n") and after[:1] in ("", "\n")


def _side(character: str) -> str:
    """A neighbour of a run: " " for white space, "." for punctuation, "x" for anything else."""
    if not character or character.isspace():
        return " "
    return "." if unicodedata.category(character)[0] in "PS" else "x"


def _ticks(source: str) -> dict[int, list[int]]:
    """Where runs of backticks stand, by their length."""
    places: dict[int, list[int]] = {}
    for match in RUN.finditer(source):
        places.setdefault(len(match[0]), []).append(match.start())
    return places


def _tag(name: str) -> str:
    if name in INLINE_TAGS:
        return ""
    return "\n" if name == "br" else PARAGRAPH


def _entity(written: str) -> str:
    from html import unescape

    return unescape(written).replace("\r", " ")


def _link_end(source: str, start: int, end: int, labels: frozenset[str]) -> int | None:
    """Where the link with the text source[start:end] ends; None if it is only text in brackets."""
    if target := TARGET.match(source, end + 1):
        return target.end()
    if labels:
        name = LABEL.match(source, end + 1)
        written = name[1] if name and name[1] else source[start:end] if end - start < 1000 else ""
        if label(written) in labels:
            return name.end() if name else end + 1
    return None


def _emphasis(runs: list[_Run], found: list[Mark]) -> None:
    """Pair the runs as CommonMark does: a closer takes the nearest opener that fits, two characters at a time."""
    openers: list[_Run] = []
    searched: dict[tuple[str, bool, int], int] = {}         # below this index no opener fits such a closer
    for run in runs:
        key = (run.char, run.opens, run.length % 3)
        while run.closes and run.start < run.end:
            index = len(openers) - 1
            while index >= searched.get(key, 0) and not _fits(openers[index], run):
                index -= 1
            if index < searched.get(key, 0):
                searched[key] = len(openers)
                break
            del openers[index + 1:]
            opener = openers[index]
            used = 2 if min(opener.end - opener.start, run.end - run.start) >= 2 else 1
            found += Mark(opener.end - used, opener.end), Mark(run.start, run.start + used)
            opener.end -= used
            run.start += used
            if opener.start == opener.end:
                openers.pop()
            for other, below in searched.items():
                searched[other] = min(below, len(openers))
        if run.opens and run.start < run.end:
            openers.append(run)


def _fits(opener: _Run, closer: _Run) -> bool:
    if opener.char != closer.char:
        return False
    both = opener.closes or closer.opens
    return not both or (opener.length + closer.length) % 3 != 0 or (opener.length % 3 == 0 and closer.length % 3 == 0)


def _apart(found: list[Mark]) -> list[Mark]:
    """In order, without those inside another."""
    found.sort()
    result: list[Mark] = []
    for mark in found:
        if not result or mark.start >= result[-1].end:
            result.append(mark)
    return result
