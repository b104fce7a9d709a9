"""One place under two names in an article, or under one that the house does not use."""
from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from newslint.model import Document, Hit, paragraph_at, touches
from newslint.sentences import STARTERS

REACH = 20                                  # characters before a name
NAMED = ("chicken", "formerly", "once", "called", "as", "then", "old")     # these explain the other name


# Where each name of each place stands.
Names = dict[str, dict[str, list[tuple[int, int]]]]


def made(read: dict[str, dict[str, Any]]) -> tuple[list[list[str]], Any]:
    phrases: list[list[str]] = []
    owners: list[tuple[str, str, bool]] = []    # the place, this name of it, whether the house does not use it
    for place, entry in read["places"].items():
        names = [(name, False) for name in (place, *entry["also"])] + [(name, True) for name in entry["wrong"]]
        for name, wrong in names:
            phrases.append([name.lower(), f"{name.lower()}'s"])
            owners.append((place, name, wrong))
    return phrases, owners


def hits(rule: str, document: Document, folded: str, strings: list[tuple[int, int, int]], its: Any) -> Iterator[Hit]:
    for place, names in used(document, strings, its).items():
        wrong = {name for other, name, bad in its if bad and other == place}
        for name in wrong & names.keys():
            for start, end in names.pop(name):
                yield Hit(rule, start, end, (place,))
        if len(names) > 1:
            keep = max(names, key=lambda name: len(names[name]))
            for name, places in names.items():
                if name != keep:
                    yield Hit(rule, *places[0], (keep,))


def used(document: Document, strings: list[tuple[int, int, int]], its: Any) -> Names:
    """Where each name of each place stands by itself in what the newsroom wrote."""
    found: Names = {}
    for start, _, index in sorted(strings):
        place, name, _ = its[index]
        end = start + len(name)
        if document.text[start:end] == name and not _in_a_name(document.text, start, end) and _read(document, start):
            found.setdefault(place, {}).setdefault(name, []).append((start, end))
    return found


def gather(document: Document, folded: str, its: Any) -> Names:
    strings = []
    for index, (_, name, _) in enumerate(its):
        start = folded.find(name.lower())
        while start >= 0:
            end = start + len(name)
            if not folded[start - 1:start].isalnum() and not folded[end:end + 1].isalnum():
                strings.append((start, end, index))
            start = folded.find(name.lower(), end)
    return used(document, strings, its)


def conclude(rule: str, gathered: list[Any]) -> Iterator[tuple[int, Hit]]:
    """Articles of a run that have one name of a place where most others have another."""
    counts: dict[str, Counter[str]] = {}
    for one in gathered:
        for place, names in one.items():
            if len(names) == 1:             # what has both has been told by itself
                counts.setdefault(place, Counter()).update(names.keys())
    for number, one in enumerate(gathered):
        for place, names in one.items():
            if len(names) == 1 and len(counts[place]) > 1:
                keep = counts[place].most_common(1)[0][0]
                for name, places in names.items():
                    if name != keep:
                        start, end = places[0]
                        yield number, Hit(rule, start, end, (keep,))


def _in_a_name(text: str, start: int, end: int) -> bool:
    """Whether a longer name holds it, or it is named as a name: Bombay Stock Exchange, Dynamo Kiev, chicken Kiev."""
    after = text[end:end + 3]
    if after[:1] == " " and after[1:2].isupper() or after[:1] in ("-", "&"):
        return True
    before = text[max(0, start - REACH):start]
    last = before.rsplit(None, 1)[-1].lstrip("\"'“‘(") if before.split() else ""
    return before.endswith(("-", "(")) or last in NAMED or before.endswith(" ") and last.isalpha() \
        and last[:1].isupper() and last.lower() not in STARTERS


def _read(document: Document, start: int) -> bool:
    zone = paragraph_at(document, start)
    return zone is not None and zone.kind in ("headline", "body", "caption") \
        and not touches(document.quotations, start, start + 1)
