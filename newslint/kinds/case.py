"""Names with capitals of their own, written with others: “Youtube” for “YouTube”.

Fields
    match   the right forms
    except  forms that are right too: [YOUTUBE] is always allowed, as headlines shout
"""
from __future__ import annotations

from collections.abc import Iterator

from newslint.match import Found, fold
from newslint.model import Document, Hit, Need, Rule, one_paragraph

NAME = "case"
FIELDS = {"match": list[str], "except": list[str] | None}


def prepare(rules: list[Rule]) -> Need:
    owners = [(rule.id, form, rule.options["except"] or []) for rule in rules for form in rule.options["match"]]
    # A possessive is a string of its own: a phrase is not found before “'s”.
    return Need([[fold(form), fold(form) + "'s"] for _, form, _ in owners], [], owners,
                right={number: form for number, (_, form, _) in enumerate(owners)})


def find(document: Document, found: Found, data: list[tuple[str, str, list[str]]]) -> Iterator[Hit]:
    for start, end, index in found.strings:
        rule, form, allowed = data[index]
        end = start + len(form)
        match = document.text[start:end]
        written = match.replace("’", "'").replace("\u00a0", " ")
        if written == form or match.isupper() or match in allowed or _raised(document, start, form):
            continue
        if one_paragraph(document, start, end):
            yield Hit(rule, start, end, (form,))


def _raised(document: Document, start: int, form: str) -> bool:
    """Whether “eBay” only has the capital that opens a sentence."""
    if not form[0].islower():
        return False
    match = document.text[start:start + len(form)]
    opens = document.text[max(0, start - 4):start].rstrip(" \u00a0\"'“‘(")[-1:] in ("", ".", "!", "?", ":", "\n")
    return opens and match == form[0].upper() + form[1:]
