"""Which variety of English LanguageTool reads an article in: that of the settings, or that of most of its spellings."""
from __future__ import annotations

from newslint.model import Document
from newslint.words.dialect import dialects, spelling
from newslint.words.places import types_of

LANGUAGES = {"U": "en-US", "G": "en-GB", "A": "en-AU", "C": "en-CA"}
UNKNOWN = "en-US"                           # where nothing in the text tells


def language(document: Document, dialect: str) -> str:
    """The code LanguageTool is asked with. Where two varieties have as many of the spellings, the first: most that is
    right in Australia is British too."""
    if dialect != "auto":
        return dialect
    counts = dict.fromkeys(LANGUAGES, 0)
    for word in dialects().known & types_of(document.text):
        for variety in spelling(word).right:
            counts[variety] += 1
    best = max(counts.values())
    return LANGUAGES[next(variety for variety in "UGAC" if counts[variety] == best)] if best else UNKNOWN
