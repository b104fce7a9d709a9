"""Figures that must agree and do not. Each check is made by a module of newslint/numbers/, imported where it is led to.

Fields
    check   one of CHECKS
    bands   {"£ $": [least, most]}: what one of the first currency was ever worth in the second, for currency-pair
"""
from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from importlib import import_module
from typing import Any, Literal

from newslint.match import Found
from newslint.model import Document, Hit, Need, Rule
from newslint.numbers.leads import GATES, STRINGS, places

NAME = "number"
# check -> module of newslint/numbers/. Each has a function `check`; what leads to it is in leads.py
CHECKS = {
    "change": "changes", "points": "changes", "points-of-rate": "changes", "total": "sums", "part": "parts",
    "shares": "shares", "conversion": "units", "currency-pair": "currencies", "own-rate": "currencies",
    "scale": "scales", "thousands": "thousands", "again": "repeats", "headline": "headlines",
}
_GATES = list(GATES)
FIELDS = {"check": Literal[tuple(CHECKS)], "bands": dict[str, list[float]] | None}


def prepare(rules: list[Rule]) -> Need:
    data = [(rule.id, rule.options["check"], rule.options["bands"]) for rule in rules]
    return Need([[string] for string in STRINGS], [(gate, 0, 0) for gate in GATES.values()], data, True)


def find(document: Document, found: Found, data: list[tuple[str, str, Any]]) -> Iterator[Hit]:
    strings: dict[str, list[int]] = defaultdict(list)
    for start, _, index in found.strings:
        strings[STRINGS[index]].append(start)
    led = places(document, found.folded, strings, {_GATES[index] for index, _ in found.candidates})
    for name, offsets in led.items():
        its = {check: (rule, bands) for rule, check, bands in data if CHECKS[check] == name}
        bands: dict[str, list[float]] = next((bands for _, bands in its.values() if bands), {})
        for flaw in import_module(f"newslint.numbers.{name}").check(document, sorted(offsets), bands) if its else ():
            if flaw.check in its:
                yield Hit(its[flaw.check][0], flaw.start, flaw.end, flaw.suggestions, values=flaw.values,
                          level=flaw.level)
