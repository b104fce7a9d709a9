"""Two ways of writing one thing in one document: one finding, at the first of the rarer form.

Fields
    forms   {name: regex}, exact (no reading of spaces and apostrophes as in kind regex); list the rarer form first:
            where it does not occur, nothing else is looked for
    toward  {name: regex}: what goes with each form (curly double marks with curly apostrophes); the form whose company
            is found most often is the one to keep, whatever the counts. Without any, the form found most often is
    write   {name: text}: how each form is written, for the fix that changes every other place at once
"""
from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from newslint.match import Found
from newslint.model import UNREAD, Document, Edit, Hit, Need, Rule, paragraph_at
from newslint.patterns import exact

NAME = "consistency"
FIELDS = {"forms": dict[str, str], "toward": dict[str, str] | None, "write": dict[str, str] | None}


def prepare(rules: list[Rule]) -> Need:
    for rule in rules:
        for pattern in (*rule.options["forms"].values(), *(rule.options["toward"] or {}).values()):
            exact(pattern)
    return Need([], [], [(rule.id, _signs(*list(rule.options["forms"].values())[:1]), rule.options["forms"],
                          rule.options["toward"] or {}, rule.options["write"] or {}) for rule in rules])


def _signs(pattern: str = "") -> str:
    """The characters one of which a match starts with; empty where that is not plain to see."""
    from newslint.relax import constants, parser  # only when a pack is made

    first: Any = parser.parse(pattern)[0] if pattern else (None, None)
    op, value = first
    if op is constants.LITERAL:
        return chr(value)
    if op is constants.IN and all(kind is constants.LITERAL for kind, _ in value):
        return "".join(chr(code) for _, code in value)
    return ""


def find(document: Document, found: Found,
         data: list[tuple[str, str, dict[str, str], dict[str, str], dict[str, str]]]) -> Iterator[Hit]:
    for rule, signs, forms, toward, write in data:
        if signs and not any(sign in document.text for sign in signs):
            continue
        places = _places(document, forms)
        if len(places) < 2:
            continue
        company = {name: len(re.findall(toward[name], document.text)) if name in toward else 0 for name in places}
        keep = max(places, key=lambda name: (company[name], len(places[name])))
        others = sorted(match.span() for name in places if name != keep for match in places[name])
        edits = tuple(Edit(start, end, write[keep]) for start, end in others) if keep in write else None
        yield Hit(rule, *others[0], (write[keep],) if keep in write else (), edits,
                  {"keep": keep, "count": str(len(others)), "kept": str(len(places[keep]))})


def _places(document: Document, forms: dict[str, str]) -> dict[str, list[re.Match[str]]]:
    """The matches of each form in what is read; empty as soon as the first form has none."""
    places: dict[str, list[re.Match[str]]] = {}
    for name, pattern in forms.items():
        matches = [match for match in re.finditer(pattern, document.text, re.M)
                   if (zone := paragraph_at(document, match.start())) and zone.kind not in UNREAD]
        if matches:
            places[name] = matches
        elif not places:
            return {}
    return places
