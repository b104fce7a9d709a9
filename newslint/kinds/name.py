"""Names of people, places and bodies: one name in two spellings, in an article and across the files of a run.

What is found is read in newslint/names: which words are names (mentions.py), which are alike (likeness.py), and what
bears out that two are one (drift.py, across.py, people.py).

Fields
    check   given-name: one surname with two given names that are spellings of one
            surname: one person with two surnames that are alike
            near-miss: a name met once that is like one the article repeats
            hyphen: a surname of two parts with a hyphen here and a space there
            across-files: a full name that another file of the run spells otherwise
            surname-first: a surname alone before the full name
    except  of surname-first: names so well known that they need no other
"""
from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal

from newslint.match import Found
from newslint.model import Document, Hit, Need, Rule
from newslint.names import across
from newslint.names.across import Gathered
from newslint.names.drift import drifts, hyphens

NAME = "name"
FIELDS = {"check": Literal["given-name", "surname", "near-miss", "hyphen", "across-files", "surname-first"],
          "except": list[str] | None}


def prepare(rules: list[Rule]) -> Need:
    return Need([], [], {rule.options["check"]: (rule.id, rule.options["except"] or []) for rule in rules})


def find(document: Document, found: Found, data: dict[str, Any]) -> Iterator[Hit]:
    for drift in (*drifts(document), *(hyphens(document) if "hyphen" in data else ())):
        if drift.check in data:
            match = document.text[drift.start:drift.end]
            alike = drift.times < drift.other_times and match.count(" ") == drift.other.count(" ")
            yield Hit(data[drift.check][0], drift.start, drift.end, (drift.other,) if alike else (), safe=False,
                      level="warning" if drift.sure else "suggestion",
                      values={"other": drift.other, "times": str(drift.times), "kept": str(drift.other_times)})
    if "surname-first" in data:
        from newslint.names.first import too_early

        rule, known = data["surname-first"]
        for mention in too_early(document, frozenset(known)):
            yield Hit(rule, mention.start, mention.end)


def gather(document: Document, folded: str, data: dict[str, Any]) -> Gathered:
    rule, _ = data.get("across-files", ("", []))
    return across.gather(document, rule)


def comparing(data: dict[str, Any]) -> list[str]:
    """The rules that compare articles."""
    return [rule for check, (rule, _) in data.items() if check == "across-files"]


def conclude(gathered: list[Gathered]) -> Iterator[tuple[int, Hit]]:
    """What is said of each article, by its number in the list."""
    yield from across.conclude(gathered)
