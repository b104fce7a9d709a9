"""The profile: which of LanguageTool's rules report, where, and at which level. profile.yaml is newslint's own.

A newsroom that wants others copies that file and names its own under “languagetool: profile:” in the config. Choices
are read in order; the last one that names a rule holds, or failing that the last one that names its category.
"""
from __future__ import annotations

import fnmatch
import os
import re
from functools import lru_cache
from typing import Any, NamedTuple

from newslint import cache, config
from newslint.errors import UserError

SHIPPED = os.path.join(os.path.dirname(os.path.abspath(__file__)), "profile.yaml")
# A word that starts with a capital letter.
CAPITAL = re.compile(r"(?<![\w])[A-Z][\w]*")
OPENS = re.compile(r"(?:^|[.!?:\n])[\s\"'“‘(\[–—-]*$")
AFTER = 60                                  # characters before and behind a match that patterns see


class Choice(NamedTuple):
    rules: tuple[str, ...]                  # ids, with * for any letters
    categories: tuple[str, ...]
    on: bool
    level: str
    zones: frozenset[str]
    unless: str                             # not where this matches at the start of the match
    after: str                              # only where this matches just before it
    names: bool                             # words with capitals too
    why: str


class Profile(NamedTuple):
    level: str
    zones: frozenset[str]
    choices: tuple[Choice, ...]


def load(path: str = "") -> Profile:
    """The profile in this file, by default newslint's own. Raises UserError."""
    path = path or SHIPPED
    try:
        with open(path, "rb") as file:
            data = file.read()
    except OSError as error:
        raise UserError(f"{path}: the profile cannot be read: {(error.strerror or str(error)).lower()}") from None
    kept = cache.read("profile", data)
    if kept is None:
        from newslint.engines.languagetool.profilefile import parse

        kept = parse(config.shown(path), data)
        cache.write("profile", data, kept)
    level, zones, choices = kept
    made = (Choice(tuple(rules), tuple(categories), on, its_level, frozenset(its_zones), *rest)
            for rules, categories, on, its_level, its_zones, *rest in choices)
    return Profile(level, frozenset(zones), tuple(made))


@lru_cache(maxsize=2000)
def chosen(profile: Profile, rule: str, category: str) -> Choice | None:
    """What the profile says of a rule in particular, if anything."""
    by_category = None
    for choice in reversed(profile.choices):
        if any(fnmatch.fnmatchcase(rule, name) for name in choice.rules):
            return choice
        if by_category is None and category in choice.categories:
            by_category = choice
    return by_category


def holds(choice: Choice | None, text: str, start: int, end: int) -> bool:
    """Whether a match is one of those that the choice lets through. Without a word on it, none with a capital inside a
    sentence is: it is likely a name, or part of one."""
    if choice is None:
        return not _named(text, start, end)
    if not choice.on or not choice.names and _named(text, start, end):
        return False
    if choice.unless and re.match(choice.unless, text[start:end + AFTER]):
        return False
    return not choice.after or bool(re.search(f"(?:{choice.after})$", text[max(0, start - AFTER):start]))


def _named(text: str, start: int, end: int) -> bool:
    """Whether a word with a capital stands in text[start:end], other than “I” and one that starts a sentence."""
    for word in CAPITAL.finditer(text, start, end):
        if word[0] != "I" and not (word.start() == start and OPENS.search(text[max(0, start - 10):start])):
            return True
    return False


def asked(profile: Profile) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """What the server is told: rules to leave out, categories to leave out, and rules to look for all the same."""
    rules: dict[str, bool] = {}
    categories: dict[str, bool] = {}
    for choice in profile.choices:
        rules.update((name, choice.on) for name in choice.rules if "*" not in name)
        categories.update((name, choice.on) for name in choice.categories)
    return (frozenset(name for name, on in rules.items() if not on),
            frozenset(name for name, on in categories.items() if not on),
            frozenset(name for name, on in rules.items() if on))


def plain(choice: Any, level: str, zones: list[str]) -> tuple[Any, ...]:
    """A choice as the cache keeps it, with the profile's level and zones where it names none."""
    return (choice.rules, choice.categories, not choice.off, choice.level or level, sorted(choice.zones or zones),
            choice.unless or "", choice.after or "", choice.names, choice.why)
