"""What the fact tables know (newslint/facts): titles that an office of a country does not have, who held an office on
the day of an article, one place under two names.

A line past its last day says nothing; where it would have spoken, newslint/stale-fact says that once.

Fields
    check       title: “Russian Defense Secretary” where Russia has a defence minister
                holder: “US President Joe Biden” in an article of a day on which he was not, where that day is known
                place: a place under two names in one article, or under one that the house does not use
    fact-files  tables over those that come with newslint; without it, those that the config names
"""
from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from typing import Any, Literal

from newslint.match import Found
from newslint.model import Document, Hit, Need, Rule

NAME = "fact"
FIELDS = {"check": Literal["title", "holder", "place"], "fact_files": list[str] | None}

COMPARED = "place"                          # check
MODULES = {"title": "titles", "holder": "holders", "place": "places"}


def prepare(rules: list[Rule]) -> Need:
    from newslint.facts import tables

    phrases: list[list[str]] = []
    owners: list[tuple[int, int]] = []      # of each phrase, the rule and which of its entries is written so
    data = []
    for number, rule in enumerate(rules):
        module = _module(rule.options["check"])
        entries, its = module.made(tables.read(rule.options["fact_files"] or ()))
        # A phrase of one string each: of these it is told where they stand.
        for entry, ways in enumerate(entries):
            phrases += [[way] for way in ways]
            owners += [(number, entry)] * len(ways)
        data.append((rule.id, rule.options["check"], its))
    return Need(phrases, [], (owners, data))


def find(document: Document, found: Found,
         data: tuple[list[tuple[int, int]], list[tuple[str, str, Any]]]) -> Iterator[Hit]:
    owners, rules = data
    places: dict[int, list[tuple[int, int, int]]] = {}
    for start, end, index in found.strings:
        number, entry = owners[index]
        places.setdefault(number, []).append((start, end, entry))
    for number, its_places in places.items():
        rule, check, its = rules[number]
        yield from _module(check).hits(rule, document, found.folded, its_places, its)


def gather(document: Document, folded: str, data: tuple[Any, list[tuple[str, str, Any]]]) -> list[tuple[str, Any]]:
    """The names of places, by rule."""
    return [(rule, _module(check).gather(document, folded, its)) for rule, check, its in data[1] if check == COMPARED]


def comparing(data: tuple[Any, list[tuple[str, str, Any]]]) -> list[str]:
    """The rules that compare articles."""
    return [rule for rule, check, _ in data[1] if check == COMPARED]


def conclude(gathered: list[list[tuple[str, Any]]]) -> Iterator[tuple[int, Hit]]:
    rules = {rule for one in gathered for rule, _ in one}
    for rule in sorted(rules):
        numbers = [number for number, one in enumerate(gathered) if rule in dict(one)]
        for place, hit in _module("place").conclude(rule, [dict(gathered[number])[rule] for number in numbers]):
            yield numbers[place], hit


def _module(check: str) -> Any:
    """Imported where there is something for it to look at."""
    return import_module(f"newslint.facts.{MODULES[check]}")
