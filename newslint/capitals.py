"""Whether words that a rule finds whatever their case are a name: James Aswell, the Well Fair shop, the IT desk.

A capital says nothing where a sentence starts, in a title-case headline, or where all is in capitals; anywhere else the
word is part of a name, unless it always has its capital (I, or one that the rule itself writes with it).
"""
from __future__ import annotations

import re
from collections.abc import Container, Iterator

from newslint.match import fold
from newslint.model import Document, Zone, paragraph_at
from newslint.regexes import compiled

ALWAYS = frozenset(("i", "i'm", "i've", "i'd", "i'll"))
TITLE_SHARE = 0.75                          # of a headline's longer words that have capitals, where they mean nothing
TITLE_WORDS = 3                             # longer words, all with capitals, that make a line in the body a title, too
LONGER = 4                                  # letters; shorter words stay small in title case too
NEAR = 24                                   # characters either side in which the next word ends

_WORD = compiled(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_QUOTED = "\"'“‘«"
_OPENED = "([]:-–—"
_IN_A_SENTENCE = r"(?:[^\W_],?|\b(?:Mr|Mrs|Ms|Dr|[A-Z])\.) "


def is_name(document: Document, start: int, end: int, proper: Container[str] = ()) -> bool:
    """Whether a capital in text[start:end] makes it a name; `proper` are words (folded) that always have theirs."""
    text = document.text
    match = text[start:end]
    if match.islower():
        return False
    words = [word for word in _words(text, start, end) if _raised(text, *word, proper)]
    if not words:
        return False
    one = len(match.split()) == 1
    paragraph = paragraph_at(document, start)
    if paragraph is None or match.isupper() and (not one or _shouted(text, start, end)):
        return False
    if (not one or paragraph.kind == "headline") and _title_case(text, paragraph, start, end):
        return one and _named_elsewhere(document, paragraph, match)
    if len(words) > 1 or words[0][0] > start or not _starts(text, paragraph, start, one):
        return True
    return one and (_before_a_name(text, end) or _named_elsewhere(document, None, match))


def _words(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    return (word.span() for word in _WORD.finditer(text, start, end))


def _raised(text: str, start: int, end: int, proper: Container[str]) -> bool:
    """Whether a word has a capital that is not always there."""
    word = text[start:end]
    if not word[0].isupper():
        return False
    folded = fold(word)
    return folded not in ALWAYS and folded not in proper


def _shouted(text: str, start: int, end: int) -> bool:
    """Whether the words beside this one are in capitals, too."""
    before = _WORD.findall(text, max(0, start - NEAR), start)
    after = _WORD.findall(text, end, end + NEAR)
    return all(word.isupper() for word in (*before[-1:], *after[:1]) if len(word) > 1)


def _title_case(text: str, line: Zone, start: int, end: int) -> bool:
    words = [text[first:stop] for first, stop in _words(text, line.start, line.end)
             if stop - first >= LONGER and not start <= first < end]
    raised = sum(not word[0].islower() for word in words)
    return raised >= TITLE_SHARE * len(words) if line.kind == "headline" else raised == len(words) >= TITLE_WORDS


def _starts(text: str, paragraph: Zone, place: int, one: bool) -> bool:
    """Whether a capital at `place` is that of a sentence or a quotation; or, unless it is one word, of what a colon,
    dash or bracket opens."""
    before = text[paragraph.start:place].rstrip(" ")[-1:]
    if before and (before in _QUOTED and text[place - 1] == before or before in _OPENED and not one):
        return True
    from newslint.sentences import sentence_at  # most articles have nothing to ask it

    start, _ = sentence_at(text, paragraph.start, paragraph.end, place)
    return not any(map(str.isalnum, text[start:place]))


def _before_a_name(text: str, end: int) -> bool:
    after = _WORD.match(text, end + 1)
    return after is not None and text[end] == " " and after[0][0].isupper() and fold(after[0]) not in ALWAYS


def _named_elsewhere(document: Document, but: Zone | None, word: str) -> bool:
    """Whether a word has its capital inside another sentence of the document, too."""
    places = re.finditer(_IN_A_SENTENCE + re.escape(word) + r"\b", document.text)
    return any(but is None or not but.start <= place.start() < but.end for place in places)
