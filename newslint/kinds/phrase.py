"""Words and phrases that should not be there, as the phrase language has them (newslint/phrases.py).

Fields
    match       the phrases
    fix         swap: what to write instead, with {1} for the first alternative of the phrase
    not-before  not where one of these phrases follows
    not-after   not where one of these phrases stands before
    clause      not where one of these words stands before it in the sentence (“those who tried to were arrested”)
    lists       named alternatives of this rule: {colour: [red, green]} for “a {colour} flag”
"""
from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from newslint.match import Found
from newslint.model import Document, Hit, Need, Rule
from newslint.phrases import Entries, entries, hits

NAME = "phrase"
FIELDS = {"match": list[str], "not_before": list[str] | None, "not_after": list[str] | None,
          "clause": list[str] | None, "lists": dict[str, list[str]] | None}


def prepare(rules: list[Rule]) -> Need:
    made = entries(rules, lambda rule: [(phrase, rule.options["swap"]) for phrase in rule.options["match"]])
    return Need(made.phrases, [], tuple(made[1:]))


def find(document: Document, found: Found, data: tuple[Any, ...]) -> Iterator[Hit]:
    return hits(document, found, Entries([], *data))
