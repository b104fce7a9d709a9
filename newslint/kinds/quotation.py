"""Quotation marks that do not agree with each other. The finding is the mark, or for single-in-double the quotation.

Fields
    fault   one of the faults newslint/quotations.py tells apart, or
            single-in-double: a phrase in single marks in the body of copy whose quotations have double marks; titles,
            nicknames and letters (with capitals, or ended by a stop) are left alone, many houses set them so
"""
from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from newslint.match import Found
from newslint.model import Document, Hit, Need, Rule, paragraph_at
from newslint.quotations import parse

NAME = "quotation"
FIELDS = {"fault": Literal["unclosed", "stray", "mismatch", "reversed", "spaced", "doubled", "nested", "not-repeated", "reopened",
                           "unclosed-single", "stray-single", "spaced-single", "turned-apostrophe", "single-in-double"]}

DOUBLES_OF_A_STYLE = 4                      # marks: two quotations show that double marks are the article's own


def prepare(rules: list[Rule]) -> Need:
    return Need([], [], [(rule.id, rule.options["fault"]) for rule in rules])


def find(document: Document, found: Found, data: list[tuple[str, str]]) -> Iterator[Hit]:
    marks = document.marks or parse(document.text, document.zones)
    wanted: dict[str, list[str]] = {}
    for rule, fault in data:
        wanted.setdefault(fault, []).append(rule)
    for fault in marks.faults:
        for rule in wanted.get(fault.kind, ()):
            yield Hit(rule, fault.start, fault.end)
    forms = [form for form, offsets in marks.doubles.items() if len(offsets) >= DOUBLES_OF_A_STYLE]
    if "single-in-double" in wanted and forms:
        for quotation in marks.quotations:
            zone = paragraph_at(document, quotation.start)
            if quotation.mark == "'" and quotation.depth == 0 and zone and zone.kind == "body":
                inner = document.text[quotation.start + 1:quotation.end - 1]
                if len(inner) < 3 or not inner.islower() or inner[-1] in ".,!?":
                    continue
                opening, closing = "“”" if "curly" in forms else '""'
                for rule in wanted["single-in-double"]:
                    yield Hit(rule, quotation.start, quotation.end, (f"{opening}{inner}{closing}",))
