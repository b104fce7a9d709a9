"""Quotation marks that do not agree with each other. The finding is the mark, or for single-in-double the quotation.

Fields
    fault   one of the faults newslint/quotations.py tells apart, or
            single-in-double: a phrase in single marks in the body of copy whose quotations have double marks; titles,
            nicknames and letters (with capitals, or ended by a stop) are left alone, many houses set them so
            straight-single-in-curly: the same where the single marks are straight and the double ones curly
            double-in-single: the reverse: a phrase in double marks where quotations have single ones
            not-in-body: what the headline quotes, and the article does not
"""
from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from newslint.match import Found, fold
from newslint.model import Document, Hit, Marks, Need, Quotation, Rule, paragraph_at
from newslint.quotations import parse
from newslint.regexes import compiled

SINGLE_IN_DOUBLE, STRAIGHT_IN_CURLY = "single-in-double", "straight-single-in-curly"
DOUBLE_IN_SINGLE, NOT_IN_BODY, TURNED = "double-in-single", "not-in-body", "turned-apostrophe"
NAME = "quotation"
FIELDS = {"fault": Literal[
    "unclosed", "stray", "mismatch", "reversed", "spaced", "doubled", "nested", "not-repeated", "reopened",
    "unclosed-single", "stray-single", "spaced-single", "turned-apostrophe",
    "single-in-double", "straight-single-in-curly", "double-in-single", "not-in-body"]}

QUOTATIONS_OF_A_STYLE = 2
WHOLE = 30                                  # words of an article that is there as a whole
ENDINGS = r"(?<=...)(?:ing|ed|es|s|d)$"     # by which forms of a word differ: fail, fails, failed
STOPS = ".!?\"”’'…)"
WORD = r"[^\W_]+"
DOUBLES_OF_A_STYLE = 4                      # marks: two quotations show that double marks are the article's own


def prepare(rules: list[Rule]) -> Need:
    return Need([], [], [(rule.id, rule.options["fault"]) for rule in rules])


def find(document: Document, found: Found, data: list[tuple[str, str]]) -> Iterator[Hit]:
    marks = document.marks or parse(document.text, document.zones)
    wanted: dict[str, list[str]] = {}
    for rule, kind in data:
        wanted.setdefault(kind, []).append(rule)
    # Copy that has lost its paragraph breaks is full of marks that open once more: one alone says something.
    lost = sum(fault.kind == "reopened" for fault in marks.faults) > 1
    for fault in marks.faults:
        for rule in wanted.get(fault.kind, ()):
            if not (lost and fault.kind == "reopened"):
                yield Hit(rule, fault.start, fault.end, ("’",) if fault.kind == TURNED else ())
    if SINGLE_IN_DOUBLE in wanted or STRAIGHT_IN_CURLY in wanted:
        yield from _single(document, marks, wanted)
    for rule in wanted.get(DOUBLE_IN_SINGLE, ()):
        yield from _double(rule, document, marks)
    for rule in wanted.get(NOT_IN_BODY, ()):
        yield from _unsaid(rule, document, marks)


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


def _double(rule: str, document: Document, marks: Marks) -> Iterator[Hit]:
    """Phrases in double marks where quotations have single ones."""
    outer = [quotation for quotation in marks.quotations if not quotation.depth]
    said = [quotation for quotation in outer if quotation.mark == "'" and _is_said(document, quotation)]
    if len(said) < QUOTATIONS_OF_A_STYLE or any(one.mark == '"' and _is_said(document, one) for one in outer):
        return
    for quotation in outer:
        inner = document.text[quotation.start + 1:quotation.end - 1]
        zone = paragraph_at(document, quotation.start)
        if quotation.mark == '"' and len(inner) > 2 and inner.islower() and zone is not None and zone.kind == "body":
            opening, closing = "‘’" if any(document.text[one.start] == "‘" for one in said) else "''"
            yield Hit(rule, quotation.start, quotation.end, (f"{opening}{inner}{closing}",))


def _is_said(document: Document, quotation: Quotation) -> bool:
    """Whether it is what somebody said, and no phrase: it ends with a stop, or has five words."""
    inner = document.text[quotation.start + 1:quotation.end - 1]
    return inner[-1:] in (",", ".", "?", "!") or inner.count(" ") >= 4


def _unsaid(rule: str, document: Document, marks: Marks) -> Iterator[Hit]:
    """What the headline quotes and the article does not have: neither its words in this order, nor forms of them."""
    heads = [zone for zone in document.zones if zone.kind == "headline"]
    body = [zone for zone in document.zones if zone.kind in ("body", "caption")]
    quoted = [quotation for quotation in marks.quotations if not quotation.depth
              and any(zone.start <= quotation.start and quotation.end <= zone.end for zone in heads)]
    if not quoted or not body or document.text[body[-1].end - 1] not in STOPS:
        return
    stems = _stems(" ".join(document.text[zone.start:zone.end] for zone in body))
    if len(stems) < WHOLE:
        return
    text = f" {' '.join(stems)} "
    for quotation in quoted:
        parts = compiled(r"…|\.\.\.|\[[^\]]*\]").split(document.text[quotation.start + 1:quotation.end - 1])
        if any((part := _stems(its)) and f" {' '.join(part)} " not in text for its in parts):
            yield Hit(rule, quotation.start, quotation.end)


def _stems(text: str) -> list[str]:
    """The words of a text without articles and endings."""
    ending = compiled(ENDINGS)
    return [ending.sub("", word) for word in compiled(WORD).findall(fold(text)) if word not in ("a", "an", "the")]
