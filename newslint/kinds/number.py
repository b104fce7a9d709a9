"""Figures that must agree and do not. Each check is a function of newslint/numbers/, imported where its leads stand.

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

NAME = "number"
# check -> module of newslint/numbers/, its function, and its leads there: without a match of one nothing is looked at
CHECKS = {
    "change": ("changes", "wrong_change", "LEADS"),
    "points": ("changes", "points", "LEADS"),
    "points-of-rate": ("changes", "points_of_rate", "RATE_LEADS"),
    "total": ("sums", "wrong_total", "LEADS"),
    "listed": ("sums", "wrong_total", "LIST_LEADS"),
    "part": ("sums", "part_beyond_whole", "PART_LEADS"),
    "shares": ("shares", "wrong_sum", "LEADS"),
    "conversion": ("units", "wrong_conversion", "LEADS"),
    "currency-pair": ("currencies", "outside_band", "LEADS"),
    "own-rate": ("currencies", "not_its_rate", "LEADS"),
    "scale": ("currencies", "two_scales", "SCALE_LEADS"),
    "again": ("headlines", "not_as_before", "AGAIN_LEADS"),
    "headline": ("headlines", "not_borne_out", "LEADS"),
}
FIELDS = {"check": Literal[tuple(CHECKS)], "bands": dict[str, list[float]] | None}  # type: ignore[misc]


def prepare(rules: list[Rule]) -> Need:
    regexes: list[tuple[str, int, int]] = []
    owners = []
    for number, rule in enumerate(rules):
        module, _, leads = CHECKS[rule.options["check"]]
        for lead in getattr(import_module(f"newslint.numbers.{module}"), leads):
            regexes.append((lead, int(re.I), 0))
            owners.append(number)
    return Need([], regexes, ([(rule.id, *CHECKS[rule.options["check"]][:2], rule.options["bands"]) for rule in rules],
                              owners))


def find(document: Document, found: Found, data: tuple[list[tuple[str, str, str, Any]], list[int]]) -> Iterator[Hit]:
    rules, owners = data
    led: dict[int, list[re.Match[str]]] = {}
    for index, match in found.matches():
        led.setdefault(owners[index], []).append(match)
    for number, matches in led.items():
        rule, module, function, bands = rules[number]
        for flaw in getattr(import_module(f"newslint.numbers.{module}"), function)(document, matches, bands):
            yield Hit(rule, flaw.start, flaw.end, flaw.suggestions, values=flaw.values, level=flaw.level)
