"""Words of a language other than English that its dictionary does not have, where one slip away from one it has.

Only words in small letters are judged, and only those met once in the article: names and German nouns are left alone,
and so is what the writer means to write.

Fields
    language    its code; without it, the language that the config names: nothing is marked where that is English
"""
from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Literal

from newslint.foreign import CODES, ENGLISH, ZONE
from newslint.match import Found
from newslint.model import Document, Hit, Need, Rule, touches

NAME = "unknown"
FIELDS = {"language": Literal[(ENGLISH, *CODES)] | None}

SHORTEST, LONGEST = 4, 30                   # letters


def prepare(rules: list[Rule]) -> Need:
    data = [(rule.id, rule.options["language"]) for rule in rules if rule.options["language"] != ENGLISH]
    return Need([], [], data)


def find(document: Document, found: Found, data: list[tuple[str, str | None]]) -> Iterator[Hit]:
    paragraphs = [(start, end) for kind, start, end in document.zones if kind == ZONE] if data else []
    if not paragraphs:
        return
    from newslint.dictionaries import WORD, dictionary
    from newslint.languages import language, name, written_in

    words = Counter(match[1] for match in WORD.finditer(document.text))
    for rule, code in data:
        for start, end in paragraphs:
            said = language(document.text[start:end])
            its_code = code or said
            if its_code not in CODES or said not in (None, its_code, written_in(its_code)):
                continue
            for match in WORD.finditer(document.text, start, end):
                word = match[1]
                if not (SHORTEST <= len(word) <= LONGEST and word.islower() and words[word] == 1) \
                        or touches(document.quotations, *match.span(1)) or dictionary(its_code).knows(word):
                    continue
                if suggestions := dictionary(its_code).near(word):
                    yield Hit(rule, *match.span(1), suggestions, values={"language": name(its_code)})
