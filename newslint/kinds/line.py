"""Lines left over from a web page: a whole paragraph that one of the patterns knows.

Patterns are regexes as in kind regex. The finding is the paragraph, its fix takes the line out.

Fields
    match       the patterns
    lines       whole lines in plain words, whatever their case, bullets before and marks after
    starts      plain words with which a line starts that goes on
    where       line: the pattern is all of it, but for bullets before and marks after (default); start; anywhere
    max-words   only paragraphs of at most so many words (default 12 for `where: line`, else no limit)
    strength    sure: found wherever it stands (default)
                likely: found where something bears it out; see likely.py
"""
from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Literal

from newslint.likely import borne_out
from newslint.match import Found, fold
from newslint.model import Document, Edit, Hit, Need, Rule, paragraph_at
from newslint.patterns import readable

NAME = "line"
FIELDS = {"match": list[str] | None, "lines": list[str] | None, "starts": list[str] | None,
          "where": Literal["line", "start", "anywhere"] | None, "max_words": int | None,
          "strength": Literal["sure", "likely"] | None}

SHORT = 12                                  # words; a longer line is prose, whatever it starts with
WORD = 20                                   # characters a word of a short line may have, on average
FIRST_WORD = 60                             # characters in which a line's bullets and first word are looked for
AROUND = 8                                  # bullets and marks that a line in plain words may have in all
BULLETS, MARKS = " \t\u00a0*+•·●▪◦»›>|–—-", " \t\u00a0:.!»›>→…\"|"
BEFORE = r"^[ \t\u00a0*+•·●▪◦»›>|–—-]*"
AFTER = r"[ \t\u00a0:.!»›>→…\"|]{0,6}$"


def prepare(rules: list[Rule]) -> Need:
    regexes, owners = [], []
    lines: dict[str, str] = {}
    starts: dict[str, list[tuple[str, str, int]]] = {}
    for rule in rules:
        where = rule.options["where"] or "line"
        most = rule.options["max_words"] or (SHORT if where == "line" else 0)
        for pattern in rule.options["match"] or ():
            pattern = f"(?:{readable(pattern)})"
            if where != "anywhere":
                pattern = BEFORE + pattern + (AFTER if where == "line" else "")
            regexes.append((pattern, int(re.M | re.I), most * WORD))
            owners.append((rule.id, most))
        for line in rule.options["lines"] or ():
            lines.setdefault(_plain(fold(line)), rule.id)
        for start in rule.options["starts"] or ():
            starts.setdefault(fold(start).partition(" ")[0], []).append((fold(start), rule.id, most))
    likely = [rule.id for rule in rules if rule.options["strength"] == "likely"]
    longest = max(map(len, lines), default=-AROUND) + AROUND
    return Need([], regexes, (owners, lines, longest, starts, likely), always=bool(lines or starts))


def find(document: Document, found: Found, data: Any) -> Iterator[Hit]:
    owners, lines, longest, starts, likely = data
    rules: dict[int, str] = {}              # of a paragraph, by its start; a sure one before a likely one
    words: set[int] = set()                 # paragraphs known by their plain words
    for start, rule in _matched(document, found, owners):
        if start not in rules or rules[start] in likely and rule not in likely:
            rules[start] = rule
    for _, start, end in document.zones:
        known = lines.get(_plain(found.folded[start:end])) if end - start <= longest else None
        if known:
            words.add(start)
        elif its := starts.get(found.folded[start:start + FIRST_WORD].lstrip(BULLETS).partition(" ")[0]):
            known = _started(found.folded[start:end].lstrip(BULLETS), its)
        if known and (start not in rules or rules[start] in likely and known not in likely):
            rules[start] = known
    if not rules:
        return
    kept = borne_out(document, {start: rule in likely for start, rule in rules.items()}, rules, words)
    for _, start, end in document.zones:
        if start in kept:
            yield Hit(rules[start], start, end, edits=(without(document, start, end),))


def _matched(document: Document, found: Found, owners: list[tuple[str, int]]) -> Iterator[tuple[int, str]]:
    """The start of each paragraph that is all one of the patterns, and the rule."""
    for index, match in found.matches():
        rule, most = owners[index]
        words = match[0].strip()            # the spaces around it belong to no paragraph
        start = match.start() + match[0].index(words)
        paragraph = paragraph_at(document, start)
        if paragraph is None or start + len(words) > paragraph.end:
            continue
        line = document.text[paragraph.start:paragraph.end]
        if "\n" not in line and (not most or len(line.split()) <= most):
            yield paragraph.start, rule


def _started(line: str, starts: list[tuple[str, str, int]]) -> str | None:
    """The rule of the words this line starts with."""
    for words, rule, most in starts:
        if line.startswith(words) and not line[len(words):len(words) + 1].isalnum() and "\n" not in line \
                and (not most or line.count(" ") < most):
            return rule
    return None


def _plain(folded: str) -> str:
    return " ".join(folded.lstrip(BULLETS).rstrip(MARKS).split())


def without(document: Document, start: int, end: int) -> Edit:
    """The edit that takes the lines of text[start:end] out, with the break that ends them, and with the blank line
    below if there is one above too."""
    text = document.text
    start = text.rfind("\n", 0, start) + 1
    end = text.find("\n", end) + 1 or len(text)
    if text[end:end + 1] == "\n" and (start == 0 or text[:start].endswith("\n\n")):
        end += 1
    return Edit(start, end, "")
