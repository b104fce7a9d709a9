"""The order and shape of an article's paragraphs.

Fields
    check   section-label: a label of at most three words where the headline should stand, above the headline
            duplicate-paragraph: a paragraph of eight words or more set a second time
            headline-stop: a headline that ends in a full stop
"""
from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from newslint.kinds.line import without
from newslint.match import Found
from newslint.model import Document, Hit, Need, Rule, Zone

NAME = "structure"
FIELDS = {"check": Literal["section-label", "duplicate-paragraph", "headline-stop"]}

LABEL_WORDS = 3
PROSE_WORDS = 8


def prepare(rules: list[Rule]) -> Need:
    return Need([], [], [(rule.id, rule.options["check"]) for rule in rules])


def find(document: Document, found: Found, data: list[tuple[str, str]]) -> Iterator[Hit]:
    for rule, check in data:
        yield from CHECKS[check](rule, document)


def section_label(rule: str, document: Document) -> Iterator[Hit]:
    headline = next((zone for zone in document.zones if zone.kind == "headline"), None)
    first = document.zones[0] if document.zones else None
    if headline is None or first is None or first is headline or document.format != "text":
        return
    label = document.text[first.start:first.end]
    if len(label.split()) <= LABEL_WORDS and label[-1].isalnum() and first.kind == "body":
        yield Hit(rule, first.start, first.end, edits=(without(document, first.start, first.end),))


def duplicate_paragraph(rule: str, document: Document) -> Iterator[Hit]:
    prose = [(document.text[zone.start:zone.end], zone) for zone in document.zones
             if zone.end - zone.start > 2 * PROSE_WORDS and zone.kind != "artifact"]
    if len({text for text, _ in prose}) == len(prose):
        return
    seen: dict[str, Zone] = {}
    for text, zone in prose:
        first = seen.setdefault(text, zone)
        if first is not zone and text.count(" ") >= PROSE_WORDS - 1:
            line = document.text.count("\n", 0, first.start) + 1
            yield Hit(rule, zone.start, zone.end, edits=(without(document, zone.start, zone.end),),
                      values={"line": str(line)})


def headline_stop(rule: str, document: Document) -> Iterator[Hit]:
    for zone in document.zones:
        text = document.text[zone.start:zone.end]
        if zone.kind == "headline" and text.endswith(".") and not text.endswith("..") and "." not in text[-5:-1]:
            yield Hit(rule, zone.end - 1, zone.end, ("",))


CHECKS = {"section-label": section_label, "duplicate-paragraph": duplicate_paragraph, "headline-stop": headline_stop}
