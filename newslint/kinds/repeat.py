"""Words set twice: “the the”, also across a line break, never from one paragraph into the next.

A doubled name (both capitalised: “Duran Duran”) is left alone.

Fields
    words   only these words. Without them every word of letters counts, but for those another rule lists
    except  words that may be doubled: “had had”, “that that”
    small   true: only in small letters (“Will will speak”)
    clause  not where one of these stands before in the sentence: “What he does does not matter”
"""
from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice, pairwise
from operator import eq

from newslint.match import Found, fold
from newslint.model import Document, Hit, Need, Rule, one_paragraph
from newslint.phrases import in_clause
from newslint.regexes import compiled
from newslint.words.places import tokens_of

NAME = "repeat"
FIELDS = {"words": list[str] | None, "except": list[str] | None, "small": bool | None, "clause": list[str] | None}

# No comma in between (“New York, New York”), nothing joined to either word (“so-so so”, “can can't”).
DOUBLED = compiled(r"(?<![\w'’-])([^\W\d_]+)(\s+)\1(?![\w-]|['’]\w)", re.I)

Guards = dict[str, tuple[bool, list[str]]]      # rule id: small, clause


def prepare(rules: list[Rule]) -> Need:
    listed = [(rule.id, fold(word)) for rule in rules for word in rule.options["words"] or ()
              if word not in (rule.options["except"] or ())]
    any_word = [(rule.id, {*map(fold, rule.options["except"] or ()), *(word for _, word in listed)})
                for rule in rules if rule.options["words"] is None]
    guards = {rule.id: (bool(rule.options["small"]), [fold(word) for word in rule.options["clause"] or ()])
              for rule in rules}
    return Need([[f"{word} {word}"] for _, word in listed], [], ([rule for rule, _ in listed], any_word, guards),
                bool(any_word))


def find(document: Document, found: Found, data: tuple[list[str], list[tuple[str, set[str]]], Guards]
         ) -> Iterator[Hit]:
    listed, any_word, guards = data
    for start, end, index in found.strings:
        yield from _hit(listed[index], document, start, end, guards)
    doubled = _doubled(document, all(guards[rule][0] for rule, _ in any_word)) if any_word else set()
    if any(not doubled <= allowed for _, allowed in any_word):
        for match in DOUBLED.finditer(document.text):
            for rule, allowed in any_word:
                if fold(match[1]) not in allowed:
                    yield from _hit(rule, document, match.start(), match.end(), guards)


def _hit(rule: str, document: Document, start: int, end: int, guards: Guards) -> Iterator[Hit]:
    match = document.text[start:end]
    first, *_, second = match.split()
    small, clause = guards[rule]
    if first[0].isupper() and second[0].isupper() and not first.isupper() or small and not match.islower():
        return
    if one_paragraph(document, start, end) and not (clause and in_clause(document, start, clause)):
        yield Hit(rule, start, end, (first,))


def _doubled(document: Document, small: bool) -> set[str]:
    """Words that stand next to themselves, perhaps with a sign in between: a back-reference is slow, and no automaton
    can help with it."""
    words = tokens_of(document.text)        # other kinds have asked for them
    if not small:
        words = [*map(str.lower, words)]
    if not any(map(eq, words, islice(words, 1, None))):
        return set()
    return {fold(first) for first, second in pairwise(words) if first == second}
