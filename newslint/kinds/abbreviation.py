"""Abbreviations and the names they stand for: the International Atomic Energy Agency (IAEA).

Fields
    check   undefined: never spelled out in the article
            twice: spelled out with its abbreviation two times
            early: used before it is spelled out
    known   those that need no spelling out
"""
from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from newslint.match import Found
from newslint.model import Document, Hit, Need, Rule, paragraph_at, touches
from newslint.regexes import compiled

NAME = "abbreviation"
FIELDS = {"check": Literal["undefined", "twice", "early"], "known": list[str] | None}

READ = ("body", "caption")
USED = compiled(r"(?<![\w.&@#/$€£-])[A-Z][A-Z&]{0,4}[A-Z](?=s?(?![\w&@/-]|\.\w))")
BRACKETED = compiled(r"\(([A-Z][A-Za-z&.]{1,7}s?)\)")
EXPANDED = compiled(r"(?<![\w.&])([A-Z][A-Z&]{1,6}) \(([A-Z][^()\n]{5,90})\)")
MANY = 60                                   # abbreviations of an article that are looked at
ROMAN = compiled(r"[IVXLC]+")
WORDS = compiled(r"[^\W\d_][\w’']*")
REACH = 110                                 # characters before a bracket in which the name stands
LITTLE = frozenset("of the and for in on to de du la des et y e a an at by with".split())


class Spelled(NamedTuple):
    short: str
    start: int                              # of the whole: name and bracket
    end: int


def prepare(rules: list[Rule]) -> Need:
    return Need([], [], [(rule.id, rule.options["check"], frozenset(rule.options["known"] or ())) for rule in rules])


def find(document: Document, found: Found, data: list[tuple[str, str, frozenset[str]]]) -> Iterator[Hit]:
    uses = [match for match in USED.finditer(document.text) if _reads(document, match.start())
            and not ROMAN.fullmatch(match[0])]
    spelled = spellings(document)
    for rule, check, known in data:
        if check == "undefined":
            yield from _undefined(rule, document, uses, spelled, known)
        elif check == "twice":
            yield from _twice(rule, spelled)
        else:
            yield from _early(rule, document, uses, spelled, known)


def spellings(document: Document) -> list[Spelled]:
    """Every place where a name stands with its abbreviation, in order."""
    text, found = document.text, []
    for match in BRACKETED.finditer(text):
        short = match[1].replace(".", "").removesuffix("s")
        head = text[max(0, match.start() - REACH):match.start()]
        head = head[head.rfind("\n") + 1:]
        start = _spelled_in(head, short)
        if start is not None and sum(map(str.isupper, short)) > 1 and _reads(document, match.start()):
            found.append(Spelled(short, match.start() - len(head) + start, match.end()))
    found += [Spelled(match[1], match.start(), match.end()) for match in EXPANDED.finditer(text)
              if " " in match[2] and _initials(match[2], match[1]) and _reads(document, match.start())]
    return sorted(found, key=_start)


def _start(spelled: Spelled) -> int:
    return spelled.start


def _spelled_in(head: str, short: str) -> int | None:
    """Where at the end of this text the name starts that these are the initials of."""
    words = list(WORDS.finditer(head))
    letters = [letter for letter in short.upper() if letter.isalpha()]
    for size in range(min(len(words), len(letters) + 5), 1, -1):
        those = words[-size:]
        if those[0][0][0].upper() == letters[0] and those[0][0][0].isupper() \
                and _initials(head[those[0].start():], short):
            return those[0].start()
    return None


def _initials(name: str, short: str) -> bool:
    """Whether the letters are the initials of these words, little words counted or not; a word may give two letters
    (Television), and one in capitals all of its own."""
    letters = "".join(letter for letter in short.upper() if letter.isalpha())
    words = WORDS.findall(name)
    big = "".join(word[0] for word in words if word.lower() not in LITTLE).upper()
    every = "".join(word[0] for word in words).upper()
    return letters in (big, every) or len(letters) > 2 and (big.startswith(letters[:2]) and len(big) >= len(letters) - 1
                                                             and _within(letters, name.upper()))


def _within(letters: str, name: str) -> bool:
    """Whether the letters stand in the name in this order."""
    rest = iter(name)
    return all(letter in rest for letter in letters)


def _undefined(rule: str, document: Document, uses: list[re.Match[str]], spelled: list[Spelled],
               known: frozenset[str]) -> Iterator[Hit]:
    done = {one.short for one in spelled} | known
    left = MANY
    for use in uses:
        short = use[0]
        if short in done or _shouted(document.text, use) or _part_of_name(document.text, use) \
                or touches(document.quotations, use.start(), use.end()):
            continue
        done.add(short)
        left -= 1
        if left >= 0 and not _stands_somewhere(document.text, short):
            yield Hit(rule, use.start(), use.end())


def _stands_somewhere(text: str, short: str) -> bool:
    """Whether words with these initials stand anywhere, as a name."""
    letters = [letter for letter in short if letter.isalpha()]
    between = r"(?:[ -](?:of|the|and|for|in|on|de|du|la|to|&))*[ -]"
    pattern = between.join(rf"{letter}[\w’']+" for letter in letters)
    return re.search(rf"\b{pattern}", text) is not None


def _shouted(text: str, use: re.Match[str]) -> bool:
    """Whether words beside it are in capitals too: a shouted line, TRANSPORT AND ROADS."""
    words = compiled(r"[^\W\d_]{2,}").findall(text[max(0, use.start() - 30):use.start()].rpartition("\n")[2])[-1:]
    words += compiled(r"[^\W\d_]{2,}").findall(text[use.end():use.end() + 30].partition("\n")[0])[:1]
    return any(word.isupper() and word != use[0] for word in words)


def _part_of_name(text: str, use: re.Match[str]) -> bool:
    """Whether it is the initials of a person (JK Rowling), of a page (NYSE: ABC), or of a unit (5 MB, 20 FPS)."""
    after, before = text[use.end():use.end() + 2], text[max(0, use.start() - 2):use.start()]
    return len(use[0]) == 2 and after[:1] == " " and after[1:].isupper() or before.strip(" \u00a0").isdigit() \
        or before in (": ", "(=") or after[:1] == ":"


def _twice(rule: str, spelled: list[Spelled]) -> Iterator[Hit]:
    seen: set[str] = set()
    for one in spelled:
        if one.short in seen:
            yield Hit(rule, one.start, one.end, (one.short,), values={"short": one.short})
        seen.add(one.short)


def _early(rule: str, document: Document, uses: list[re.Match[str]], spelled: list[Spelled],
           known: frozenset[str]) -> Iterator[Hit]:
    first: dict[str, Spelled] = {}
    for one in spelled:
        first.setdefault(one.short, one)
    done: set[str] = set(known)
    for use in uses:
        one = first.get(use[0])         # type: ignore[assignment]
        if one is None or use[0] in done:
            continue
        done.add(use[0])
        if use.start() < one.start and not touches(document.quotations, use.start(), use.end()) \
                and not _shouted(document.text, use):
            name = document.text[one.start:one.end].rpartition(" (")[0]
            yield Hit(rule, use.start(), use.end(), values={"name": name})


def _reads(document: Document, start: int) -> bool:
    zone = paragraph_at(document, start)
    return zone is not None and zone.kind in READ and not touches(document.literals, start, start + 1)
