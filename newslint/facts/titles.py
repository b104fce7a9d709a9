"""Titles that an office of a country does not have: “Russian Defense Secretary”."""
from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from newslint.facts import tables
from newslint.facts.common import past, sentence_of, stale_hit
from newslint.facts.country import PAST, Owner, name_after, owner
from newslint.model import Document, Hit, one_paragraph, touches
from newslint.regexes import compiled

FIRMS = ("its", "their", "our", "a", "an", "as", "new", "group", "company", "firm")
JUNIOR_ARTICLES = ("a", "an", "another", "junior", "every", "each", "any", "one", "as")
LONG_AGO = "1970"                           # a fact that holds since then needs no date
YEARS = compiled(r"\b(?:1\d\d\d|20\d\d)\b|\bcentur(?:y|ies)\b")
OTHER_OFFICE = compiled(r" (?:of|for) (?:state|war)\b| (?:general|security|council|committee|board|staff|designate"
                        r"|elect)\b")


def made(read: dict[str, dict[str, Any]]) -> tuple[list[list[str]], Any]:
    lines: dict[str, dict[str, Any]] = {}
    for title in tables.titles(read):
        lines.setdefault(title.wrong, {})[title.country] = tuple(title)
    held = {(office.country, office.title): [name for name, _, _ in office.held] for office in tables.offices(read)}
    return [tables.written(read, wrong) for wrong in lines], (list(lines.values()), tables.callings(read), held)


def hits(rule: str, document: Document, folded: str, strings: list[tuple[int, int, int]],
         its: Any) -> Iterator[Hit]:
    lines, called, held = its
    for start, end, index in strings:
        end -= 2 * folded.startswith("'s", end - 2)
        whose = owner(document.text, folded, start, end, called)
        line = lines[index].get(whose.country) if whose else None
        if whose is None or line is None or not one_paragraph(document, start, end) or OTHER_OFFICE.match(folded, end):
            continue
        country, _, right, since, stale, junior, named = line
        if since and not _holds(document, start, since, whose):
            continue
        name = name_after(document.text, end)
        if named and _company(document.text, whose, name, start, end):
            continue
        level = "suggestion" if touches(document.quotations, start, end) else None
        if junior:
            if whose.article in JUNIOR_ARTICLES or not document.text[start:end].istitle():
                continue
            if name and _surname(name) not in {one.split()[-1] for one in held.get((country, right), ())}:
                level = "suggestion"
        if past(stale):
            yield stale_hit(start, end, country, stale)
            continue
        match = document.text[start:end]
        titles = [_title(one, match) for one in right.split(" or ")]
        yield Hit(rule, start, end, tuple(titles), level=level,
                  values={"country": country, "right": "” or “".join(titles)})


def _company(text: str, whose: Owner, name: list[str], start: int, end: int) -> bool:
    """Whether the title may be one of a firm, club or university: “its Canadian president”, “president of …”."""
    if text.startswith(" of ", end) or whose.article.endswith("'s") or whose.article in FIRMS:
        return True
    return not (name and text[start].isupper() or whose.possessive or whose.article == "the" or name and len(name) > 1)


def _surname(name: list[str]) -> str:
    return name[-1].removesuffix("'s").removesuffix("’s").rstrip(".,")


def _title(right: str, match: str) -> str:
    """The right title, spelt and capitalised as the wrong one is."""
    right = right.replace("{1}", match[:match.rfind(" ")].lower())
    if "defense" in match.lower():
        right = right.replace("defence", "defense")
    if match.isupper():
        return right.upper()
    if not match[0].isupper():
        return right
    if not match.split()[-1][0].isupper():
        return right[0].upper() + right[1:]
    return " ".join(word if word in ("of", "the", "for") else word[0].upper() + word[1:] for word in right.split())


def _holds(document: Document, start: int, since: str, whose: Owner) -> bool:
    """Whether a fact that holds since a day holds for what this place tells of."""
    sentence = sentence_of(document, start)
    if any(year[:1] == "c" or year < since[:4] for year in YEARS.findall(sentence)):
        return False
    if since < LONG_AGO:
        return True
    from newslint.published import published

    if PAST & {whose.article, *whose.between}:
        return False
    day = published(document)
    return day is not None and day.isoformat() >= since
