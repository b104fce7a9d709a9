"""Text that came through a conversion broken, and what it was before.

Fields
    check   mojibake: UTF-8 read as an older encoding, where the way back is certain
            half-mojibake: the same where a part of it is lost
            windows-code: a code of Windows that no conversion made a character of
            entity: an HTML entity; not in a paragraph about HTML
            blank-paragraph: a line of nothing but no-break or zero-width spaces
            invisible-character: of no width; beside something that is to be seen
            no-break-space: between two words; once an article, the fix for all of them
            hyphenation: a word cut in two at the end of a line, which is one
"""
from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Literal

from newslint.kinds.line import without
from newslint.match import Found
from newslint.model import Document, Edit, Hit, Need, Rule, Zone, paragraph_at
from newslint.mojibake import CODE, EXACT, HALF, damage
from newslint.regexes import compiled

NAME = "damage"
FIELDS = {"check": Literal["mojibake", "half-mojibake", "windows-code", "entity", "blank-paragraph",
                           "invisible-character", "no-break-space", "hyphenation"]}

KINDS = {"mojibake": EXACT, "half-mojibake": HALF, "windows-code": CODE}
ENTITY = r"&(?:amp;){0,9}(?:#\d{2,6}|#[xX][0-9A-Fa-f]{2,5}|[A-Za-z][a-z]{1,7}[0-9]{0,2}|AMP|LT|GT|QUOT);"
ABOUT_HTML = r"\b(?:X?HTML|XML|entit(?:y|ies)|[Ee]scape[ds]?|[Mm]arkup)\b|[`<]"
BLANKS = "\u00a0\u2007\u202f\u3000\u200b\u2060\ufeff"
BLANK_LINE = rf"(?m)^([{BLANKS}]+)[ \t]*$"
NO_WIDTH = "\u200b\u2060\ufeff"
JOINERS = "\u200c\u200d"                    # they make one sign of two in other scripts, and in emoji
INVISIBLE = (rf"(?<![{NO_WIDTH}])[{NO_WIDTH}]++(?=\S)|(?<=[^\s{NO_WIDTH}])[{NO_WIDTH}]++"
             rf"|(?<=[A-Za-z])[{JOINERS}]++(?=[A-Za-z])")
INSIDE_PROSE = r"(?<=[a-z,])\u00a0(?=[a-z]{2})"
BEFORE_CUT = r"(?<![\w-])[A-Za-z][a-z]+$"
AFTER_CUT = r"[ \t]*\n?[ \t]*([a-z]{2,})(?![\w-])"


def prepare(rules: list[Rule]) -> Need:
    return Need([], [], [(rule.id, rule.options["check"]) for rule in rules], always=True)


def find(document: Document, found: Found, data: list[tuple[str, str]]) -> Iterator[Hit]:
    rules = {KINDS[check]: rule for rule, check in data if check in KINDS}
    if rules:
        for kind, start, end, repaired in damage(document.text, found.data):
            if kind in rules:
                yield Hit(rules[kind], start, end, (repaired,) if repaired else ())
    for rule, check in data:
        if check not in KINDS:
            yield from CHECKS[check](rule, document)


def entity(rule: str, document: Document) -> Iterator[Hit]:
    text = document.text
    if "&" not in text or ";" not in text:
        return
    about_html: dict[Zone, bool] = {}
    for match in compiled(ENTITY).finditer(text):
        paragraph = paragraph_at(document, match.start())
        if paragraph is None:
            continue
        if paragraph not in about_html:
            about_html[paragraph] = compiled(ABOUT_HTML).search(text, paragraph.start, paragraph.end) is not None
        character = _character(match[0])
        if character is not None and not about_html[paragraph]:
            yield Hit(rule, *match.span(), (character,) if character.isprintable() or character in BLANKS else (),
                      safe=not _is_a_trace(text, match.start(), character))


def _is_a_trace(text: str, start: int, character: str) -> bool:
    """Whether the entity tells what went wrong, and its character alone would not: a tag's bracket, and the ¿ that some
    system wrote for an apostrophe it did not know (America&#191;s)."""
    return character in "<>" or character in "¿¡\ufffd" and text[start - 1:start].isalnum()


def _character(entity: str) -> str | None:
    """What an entity stands for, however often it was escaped; None if it is none."""
    from html import unescape

    before = entity
    for _ in range(entity.count(";")):
        entity = unescape(entity)
    return None if entity == before or len(entity) > 2 else entity


def blank_paragraph(rule: str, document: Document) -> Iterator[Hit]:
    text = document.text
    if document.format == "html":           # there they make room, and are no paragraph
        return
    if not text.isascii() and any(map(text.__contains__, BLANKS)):
        for match in compiled(BLANK_LINE).finditer(text):
            yield Hit(rule, *match.span(1), edits=(without(document, *match.span(1)),))


def invisible_character(rule: str, document: Document) -> Iterator[Hit]:
    text = document.text
    if not text.isascii() and any(map(text.__contains__, NO_WIDTH + JOINERS)):
        for match in compiled(INVISIBLE).finditer(text):
            space = _stands_for_a_space(text, *match.span())
            yield Hit(rule, *match.span(), (" " if space else "",), safe=space is False)


def _stands_for_a_space(text: str, start: int, end: int) -> bool | None:
    """Whether two words would run together without these characters; None where that cannot be told."""
    before, after = text[start - 1:start], text[end:end + 1]
    if not after.isalpha() or not before.isalpha() and before not in tuple(".,;:!?"):
        return False
    first = compiled(r"[^\W\d_]+$").search(text, max(0, start - 30), start)
    second = compiled(r"[^\W\d_]+").match(text, end)
    if not first or not second:
        return None
    from newslint.words.lexicon import ORDINARY, kind_of, lexicon

    words = lexicon()
    if kind_of(words, (first[0] + second[0]).lower()) <= ORDINARY:
        return False
    return True if all(kind_of(words, half[0].lower()) <= ORDINARY for half in (first, second)) else None


def no_break_space(rule: str, document: Document) -> Iterator[Hit]:
    if "\u00a0" in document.text:
        places = [match.span() for match in compiled(INSIDE_PROSE).finditer(document.text)]
        if places:
            yield Hit(rule, *places[0], edits=tuple(Edit(*span, " ") for span in places),
                      values={"count": str(len(places))})


def hyphenation(rule: str, document: Document) -> Iterator[Hit]:
    text = document.text
    hyphened: dict[str, bool] = {}          # compounds, and whether the article has them with their hyphen
    for space in " \n":
        at = text.find("-" + space)
        while at >= 0:
            if text[at - 1:at].islower() and (cut := _cut(text, at)) is not None:
                start, end, first, second = cut
                compound = f"{first}-{second}".lower()
                if compound not in hyphened:
                    hyphened[compound] = compound in text.lower()
                if not hyphened[compound]:
                    yield Hit(rule, start, end, (first + second,))
            at = text.find("-" + space, at + 1)


def _cut(text: str, at: int) -> tuple[int, int, str, str] | None:
    """Start, end and the halves of a word cut at this hyphen; None if this is no such word."""
    before = compiled(BEFORE_CUT).search(text, max(0, at - 30), at)
    after = compiled(AFTER_CUT).match(text, at + 1)
    if not before or not after:
        return None
    word = before[0] + after[1]
    from newslint.languages import news_words
    from newslint.words.lexicon import ORDINARY, kind_of, lexicon

    words = lexicon()
    if all(kind_of(words, half.lower()) <= ORDINARY for half in (before[0], after[1])):
        known = word.lower() in news_words()        # “over- all”: both are words, so only where it is a common one
    else:
        known = kind_of(words, word.lower()) <= ORDINARY
    return (before.start(), after.end(), before[0], after[1]) if known else None


CHECKS: dict[str, Callable[[str, Document], Iterator[Hit]]] = {
    "entity": entity, "blank-paragraph": blank_paragraph,
    "invisible-character": invisible_character, "no-break-space": no_break_space, "hyphenation": hyphenation}
