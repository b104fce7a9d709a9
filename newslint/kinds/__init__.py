"""The rule kinds, by name. A kind is a module with NAME, FIELDS, prepare and find; see any of them."""
from __future__ import annotations

from types import ModuleType

from newslint.kinds import (
    abbreviation,
    article,
    block,
    case,
    consistency,
    count,
    damage,
    date,
    dialect,
    fact,
    line,
    name,
    number,
    phrase,
    quotation,
    realword,
    regex,
    repeat,
    repeated,
    sentence,
    spelling,
    structure,
    swap,
    term,
    unknown,
)

# `line` and `block` come first: what they find are artifacts, and the other kinds leave artifacts alone.
KINDS: dict[str, ModuleType] = {kind.NAME: kind for kind in (
    line, block, abbreviation, article, case, consistency, count, damage, date, dialect, fact, name, number, phrase,
    quotation, realword, regex, repeat, repeated, sentence, spelling, structure, swap, term, unknown)}
