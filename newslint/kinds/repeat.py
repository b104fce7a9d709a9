"""Words set twice: “the the”, also across a line break, never from one paragraph into the next.

Fields
    words   only these words (default: any word of letters, unless it is capitalised in mid-sentence: a name)
    except  words that may be doubled: “had had”, “that that”
"""
from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from newslint.match import Found
from newslint.model import Document, Hit, Need, Rule, one_paragraph

NAME = "repeat"
FIELDS = {"words": list[str] | None, "except": list[str] | None}

# No comma in between (“New York, New York”), nothing joined to either word (“so-so so”, “can can't”).
DOUBLED = re.compile(r"(?<![\w'’-])([^\W\d_]+)(\s+)\1(?![\w-]|['’]\w)", re.I)
AROUND = ".,;:!?\"“”‘’'()[]"


def prepare(rules: list[Rule]) -> Need:
    return Need([], [], [(rule.id, rule.options["words"], rule.options["except"] or []) for rule in rules])


def find(document: Document, found: Found, data: list[tuple[str, list[str] | None, list[str]]]) -> Iterator[Hit]:
    # A back-reference is slow and no automaton can help with it: look first whether two neighbours are alike.
    words = [word.strip(AROUND) for word in found.folded.split()]
    if not any(first == second for first, second in pairwise(words)):
        return
    for match in DOUBLED.finditer(document.text):
        first, second = match[1], document.text[match.end() - len(match[1]):match.end()]
        if not one_paragraph(document, match.start(), match.end()) or _names(first, second):
            continue
        for rule, only, allowed in data:
            if first.lower() not in allowed and (only is None or first.lower() in only):
                yield Hit(rule, match.start(), match.end(), (first,))


def _names(first: str, second: str) -> bool:
    """“Duran Duran”: both are capitalised. “The the” is a slip, “THE THE” as well."""
    return first[0].isupper() and second[0].isupper() and not first.isupper()
