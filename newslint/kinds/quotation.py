"""Quotation marks that do not agree with each other. The finding is the mark, or for single-in-double the quotation.

Fields
    fault   one of the faults newslint/quotations.py tells apart, or
            single-in-double: a phrase in single marks in the body of copy whose quotations have double marks; titles,
            nicknames and letters (with capitals, or ended by a stop) are left alone, many houses set them so
            straight-single-in-curly: the same where the single marks are straight and the double ones curly
"""
from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from newslint.match import Found
from newslint.model import Document, Hit, Marks, Need, Rule, paragraph_at
from newslint.quotations import parse

SINGLE_IN_DOUBLE, STRAIGHT_IN_CURLY = "single-in-double", "straight-single-in-curly"
NAME = "quotation"
FIELDS = {"fault": Literal[
    "unclosed", "stray", "mismatch", "reversed", "spaced", "doubled", "nested", "not-repeated", "reopened",
    "unclosed-single", "stray-single", "spaced-single", "turned-apostrophe",
    "single-in-double", "straight-single-in-curly"]}

DOUBLES_OF_A_STYLE = 4                      # marks: two quotations show that double marks are the article's own


def prepare(rules: list[Rule]) -> Need:
    return Need([], [], [(rule.id, rule.options["fault"]) for rule in rules])


def find(document: Document, found: Found, data: list[tuple[str, str]]) -> Iterator[Hit]:
    marks = document.marks or parse(document.text, document.zones)
    wanted: dict[str, list[str]] = {}
    for rule, kind in data:
        wanted.setdefault(kind, []).append(rule)
    for fault in marks.faults:
        for rule in wanted.get(fault.kind, ()):
            yield Hit(rule, fault.start, fault.end)
    if SINGLE_IN_DOUBLE in wanted or STRAIGHT_IN_CURLY in wanted:
        yield from _single(document, marks, wanted)


def _single(document: Document, marks: Marks, wanted: dict[str, list[str]]) -> Iterator[Hit]:
    """Phrases in single marks where quotations have double ones."""
    forms = [form for form, offsets in marks.doubles.items() if len(offsets) >= DOUBLES_OF_A_STYLE]
    for quotation in marks.quotations if forms else ():
        inner = document.text[quotation.start + 1:quotation.end - 1]
        if quotation.mark != "'" or quotation.depth or len(inner) < 3 or not inner.islower() or inner[-1] in ".,!?":
            continue
        zone = paragraph_at(document, quotation.start)
        if zone is None or zone.kind != "body":
            continue
        opening, closing = "“”" if "curly" in forms else '""'
        straight = document.text[quotation.start] == "'" and forms == ["curly"]
        for rule in wanted.get(STRAIGHT_IN_CURLY if straight else SINGLE_IN_DOUBLE, ()):
            yield Hit(rule, quotation.start, quotation.end, (f"{opening}{inner}{closing}",))
