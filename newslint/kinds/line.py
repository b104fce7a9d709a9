"""Lines left over from a web page: a whole paragraph that one of the patterns knows.

Patterns are regexes as in kind regex. The finding is the paragraph, its fix takes the line out.

Fields
    match       the patterns
    where       line: the pattern is all of it, but for bullets before and marks after (default); start; anywhere
    max-words   only paragraphs of at most so many words (default 12 for `where: line`, else no limit)
"""
from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from newslint.match import Found
from newslint.model import Document, Edit, Hit, Need, Rule, paragraph_at
from newslint.patterns import readable

NAME = "line"
FIELDS = {"match": list[str], "where": Literal["line", "start", "anywhere"] | None, "max_words": int | None}

SHORT = 12                                  # words; a longer line is prose, whatever it starts with
WORD = 20                                   # characters a word of a short line may have, on average
BEFORE = r"^[ \t\u00a0*+•·●▪◦»›>|–—-]{0,6}"
AFTER = r"[ \t\u00a0:.!»›>→…\"|]{0,6}$"


def prepare(rules: list[Rule]) -> Need:
    regexes, owners = [], []
    for rule in rules:
        where = rule.options["where"] or "line"
        most = rule.options["max_words"] or (SHORT if where == "line" else 0)
        for pattern in rule.options["match"]:
            pattern = f"(?:{readable(pattern)})"
            if where != "anywhere":
                pattern = BEFORE + pattern + (AFTER if where == "line" else "")
            regexes.append((pattern, int(re.M | re.I), most * WORD))
            owners.append((rule.id, most))
    return Need([], regexes, owners)


def find(document: Document, found: Found, data: list[tuple[str, int]]) -> Iterator[Hit]:
    seen = set()
    for index, match in found.matches():
        rule, most = data[index]
        words = match[0].strip()            # the spaces around it belong to no paragraph
        start = match.start() + match[0].index(words)
        paragraph = paragraph_at(document, start)
        if paragraph is None or paragraph in seen or start + len(words) > paragraph.end:
            continue
        line = document.text[paragraph.start:paragraph.end]
        if "\n" not in line and (not most or len(line.split()) <= most):
            seen.add(paragraph)
            yield Hit(rule, paragraph.start, paragraph.end, edits=(without(document, paragraph.start, paragraph.end),))


def without(document: Document, start: int, end: int) -> Edit:
    """The edit that takes the lines of text[start:end] out, with the break that ends them."""
    text = document.text
    start = text.rfind("\n", 0, start) + 1
    end = text.find("\n", end) + 1 or len(text)
    return Edit(start, end, "")
