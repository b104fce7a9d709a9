"""One thing written for another: a map from phrases to what they should be (newslint/phrases.py).

Fields
    swap        {wrong: right} or {wrong: [right, also right]}, with {1} for the first alternative of the phrase
    not-before, not-after, clause, lists   as in kind phrase
"""
from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from newslint.match import Found
from newslint.model import Document, Hit, Need, Rule
from newslint.phrases import Entries, entries, hits

NAME = "swap"
FIELDS = {"swap": dict[str, str | list[str]], "not_before": list[str] | None, "not_after": list[str] | None,
          "clause": list[str] | None, "lists": dict[str, list[str]] | None}


def prepare(rules: list[Rule]) -> Need:
    made = entries(rules, lambda rule: [(wrong, [right] if isinstance(right, str) else right)
                                        for wrong, right in rule.options["swap"].items()])
    return Need(made.phrases, [], tuple(made[1:]))


def find(document: Document, found: Found, data: tuple[Any, ...]) -> Iterator[Hit]:
    return hits(document, found, Entries([], *data))
