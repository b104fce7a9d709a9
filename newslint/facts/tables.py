"""The fact tables, read and checked when a pack is made; what a kind keeps of them is plain data."""
from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any, NamedTuple

from newslint.errors import UserError

SHIPPED = ("offices.yaml", "holders.yaml", "places.yaml")      # in the order in which they are read
EMPTY: dict[str, dict[str, Any]] = {"forms": {}, "sets": {}, "countries": {}, "holders": {}, "places": {}}


class Title(NamedTuple):
    """A title that an office of a country does not have."""

    country: str
    wrong: str                              # one of `forms`
    right: str                              # the title it has; {1} is what the wrong one says before its last word
    since: str                              # day from which this holds; empty: as long as anybody writes news of it
    stale: str                              # the last day on which it is to be trusted
    junior: bool                            # others below the office have the wrong title by right
    named: bool                             # only where a name follows


class Office(NamedTuple):
    """Who held an office, as far as the table knows."""

    country: str
    title: str                              # one of `forms`
    stale: str                              # the last day for which the list is known to be whole
    held: list[tuple[str, str, str]]        # name, from, to (empty for who holds it), in order


def shipped() -> list[str]:
    folder = os.path.dirname(os.path.abspath(__file__))
    return [os.path.join(folder, name) for name in SHIPPED]


def read(files: Iterable[str]) -> dict[str, dict[str, Any]]:
    """The tables that come with newslint under those of these files. Raises UserError."""
    return _read(tuple((path, _bytes(path)) for path in (*shipped(), *files)))


def _bytes(path: str) -> bytes:
    try:
        with open(path, "rb") as file:
            return file.read()
    except OSError as error:
        raise UserError(f"{path}: the fact file cannot be read: {error.strerror}") from None


@lru_cache(maxsize=8)
def _read(files: tuple[tuple[str, bytes], ...]) -> dict[str, dict[str, Any]]:
    from newslint.facts.schema import parse

    tables = {name: dict(table) for name, table in EMPTY.items()}
    for path, data in files:
        for name, table in parse(path, data, tables).items():
            tables[name].update(table)
    return tables


def titles(tables: dict[str, dict[str, Any]]) -> Iterator[Title]:
    for country, entry in tables["countries"].items():
        for line in (*tables["sets"].get(entry["set"], ()), *entry["titles"]):
            stale = line["stale_after"] or entry["stale_after"]
            for wrong in line["wrong"]:
                yield Title(country, wrong, line["right"], line["since"], stale, line["junior"], line["named"])


def offices(tables: dict[str, dict[str, Any]]) -> Iterator[Office]:
    for country, its in tables["holders"].items():
        for title, entry in its.items():
            held = [(line["name"], line["start"], line["end"]) for line in entry["held"]]
            yield Office(country, title, entry["stale_after"], sorted(held, key=_start))


def _start(held: tuple[str, str, str]) -> str:
    return held[1]


def written(tables: dict[str, dict[str, Any]], title: str) -> list[str]:
    """All ways to write a title, folded, with those before “'s”: a phrase is not found there."""
    ways = tables["forms"].get(title, [title])
    ways = [*ways, *(way.replace("defence", "defense") for way in ways if "defence" in way)]
    ways += [way.replace("labour", "labor") for way in ways if "labour" in way]
    return [*ways, *(f"{way}'s" for way in ways)]


def callings(tables: dict[str, dict[str, Any]]) -> dict[str, tuple[str, str]]:
    """What a country is called, folded -> the country, and how: an adjective that stands before a title as it is
    (Russian), or a name that needs “'s” or “of” (Russia)."""
    found: dict[str, tuple[str, str]] = {}
    for country, entry in tables["countries"].items():
        for how, names in (("adjective", entry["called"]), ("name", entry["names"] or [country])):
            for name in names:
                found[name.removeprefix("the ").lower()] = (country, how)
    return found
