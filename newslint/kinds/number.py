"""Figures that must agree and do not. Each check is made by a module of newslint/numbers/, imported where it is led to.

Fields
    check   one of CHECKS
    bands   {"£ $": [least, most]}: what one of the first currency was ever worth in the second, for currency-pair
"""
from __future__ import annotations

import re
from collections.abc import Iterator
from importlib import import_module
from typing import Any, Literal

from newslint.match import Found
from newslint.model import Document, Hit, Need, Rule
from newslint.numbers.leads import PHRASES, places

NAME = "number"
# check -> module of newslint/numbers/. Each has a function `check`; the leads of most are in leads.py, and those of
# the others are the regexes `LEADS`
CHECKS = {
    "change": "changes", "points": "changes", "points-of-rate": "changes", "total": "sums", "part": "parts",
    "shares": "shares", "conversion": "units", "currency-pair": "currencies", "own-rate": "currencies",
    "scale": "scales", "thousands": "thousands", "again": "repeats", "headline": "headlines",
}
FIELDS = {"check": Literal[tuple(CHECKS)], "bands": dict[str, list[float]] | None}


def prepare(rules: list[Rule]) -> Need:
    regexes: list[tuple[str, int, int]] = []
    owners: list[str] = []
    for name in sorted({CHECKS[rule.options["check"]] for rule in rules}):
        for lead in getattr(import_module(f"newslint.numbers.{name}"), "LEADS", ()):
            regexes.append((lead, int(re.I), 0))
            owners.append(name)
    data = ([(rule.id, rule.options["check"], rule.options["bands"]) for rule in rules], owners)
    return Need([[phrase] for phrase in PHRASES], regexes, data, True)


def find(document: Document, found: Found, data: tuple[list[tuple[str, str, Any]], list[str]]) -> Iterator[Hit]:
    rules, owners = data
    led = places(document, found.folded, [start for start, _, _ in found.strings])
    for index, match in found.matches() if found.candidates else ():
        led.setdefault(owners[index], []).append(match.start())
    for name, offsets in led.items():
        its = {check: (rule, bands) for rule, check, bands in rules if CHECKS[check] == name}
        bands: dict[str, list[float]] = next((bands for _, bands in its.values() if bands), {})
        for flaw in import_module(f"newslint.numbers.{name}").check(document, sorted(offsets), bands) if its else ():
            if flaw.check in its:
                yield Hit(its[flaw.check][0], flaw.start, flaw.end, flaw.suggestions, values=flaw.values,
                          level=flaw.level)
