"""Figures that must agree and do not. Each check is a function of newslint/numbers/, imported where its leads stand.

Fields
    check   one of CHECKS
    bands   {two currencies: [least, most]}: what one of the first is worth in the second, for check currency-pair
"""
from __future__ import annotations

import re
from collections.abc import Iterator
from importlib import import_module
from typing import Any, Literal

from newslint.match import Found
from newslint.model import Document, Hit, Need, Rule

NAME = "number"
FIELDS = {"check": Literal["change", "points", "points-of-rate"],
          "bands": dict[str, list[float]] | None}

# check -> module of newslint/numbers/, its function, its regexes: only where one matches is anything looked at
CHECKS = {
    "change": ("changes", "wrong_change", "LEADS"),
    "points": ("changes", "points", "LEADS"),
    "points-of-rate": ("changes", "points_of_rate", "RATE_LEADS"),
}


def prepare(rules: list[Rule]) -> Need:
    regexes: list[tuple[str, int, int]] = []
    data = []
    for rule in rules:
        module, function, leads = CHECKS[rule.options["check"]]
        for lead in getattr(import_module(f"newslint.numbers.{module}"), leads):
            regexes.append((lead, int(re.I), 0))
            data.append((rule.id, module, function, rule.options["bands"]))
    return Need([], regexes, data)


def find(document: Document, found: Found, data: list[tuple[str, str, str, Any]]) -> Iterator[Hit]:
    led: dict[int, list[re.Match[str]]] = {}
    for index, match in found.matches():
        first = data.index(data[index])     # the first lead of its rule
        led.setdefault(first, []).append(match)
    for index, matches in led.items():
        rule, module, function, options = data[index]
        for flaw in getattr(import_module(f"newslint.numbers.{module}"), function)(document, matches, options):
            yield Hit(rule, flaw.start, flaw.end, flaw.suggestions, values=flaw.values)
