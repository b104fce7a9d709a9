"""Paragraphs in another language, which the rules for English leave alone.

Most articles are settled by a look for the commonest words of English in each paragraph; languages.py is asked only
where one has none of them. A paragraph too short to tell goes with the article.
"""
from __future__ import annotations

from newslint.model import Document, Hit, Zone

RULE = "newslint/other-language"
ENGLISH = "en"
ZONE = "foreign"
# Any one of them makes a paragraph English at first sight: words that no other language has, commonest first.
MARKERS = (" the ", " and ", " that ", " with ", " said ", " this ", " are ", " has ", " will ", " from ", " have ",
           " not ", " which ", " been ", " his ", " it ", " by ")
SHORT = 30                                  # characters; in scripts with longer words than ours, few letters say much
SHORT_OTHER = 12
FEWEST = 8                                  # words of a paragraph that can be judged
# As a config names them; those that have a dictionary, see dictionaries.py.
CODES = ("de", "es", "eu", "fr", "it", "lv", "nl", "pt", "ru")


def with_foreign(document: Document, folded: str, own: str = ENGLISH) -> Document:
    """The document with its paragraphs in another language than English as zones of their own; one that is also not
    the `own` language of the project is noted, once."""
    if own == ENGLISH and not _suspect(document, folded):
        return document
    from newslint.languages import language, name, written_in

    own = written_in(own)
    found = [language(document.text[start:end]) for _, start, end in document.zones]
    sizes: dict[str, int] = {}
    for said, (_, start, end) in zip(found, document.zones):
        if said is not None:
            sizes[said] = sizes.get(said, 0) + end - start
    main = max(sizes, key=sizes.__getitem__, default=own)
    zones = [zone._replace(kind=ZONE) if (said or main) != ENGLISH else zone
             for said, zone in zip(found, document.zones)]
    strange = [(said, zone) for said, zone in zip(found, zones) if said not in (None, ENGLISH, own)]
    notes = document.notes
    if strange:
        code, zone = strange[0]
        if main in dict(strange):
            code = main
        values = {"what": "article" if main == code else "paragraph", "language": name(code or "")}
        notes = (*notes, Hit(RULE, zone.start, _word_end(document.text, zone), values=values))
    return document._replace(zones=zones, notes=notes)


def _suspect(document: Document, folded: str) -> bool:
    """Whether any paragraph may be in another language."""
    text = document.text
    short = SHORT if text.isascii() else SHORT_OTHER
    suspects = [(start, end) for _, start, end in document.zones if end - start > short]
    for marker in MARKERS:
        suspects = [(start, end) for start, end in suspects if folded.find(marker, start, end) < 0]
        if not suspects:
            return False
    suspects = [(start, end) for start, end in suspects
                if text.count(" ", start, end) >= FEWEST - 1 or _other_script(text[start:end])]
    if not suspects:
        return False
    from newslint.languages import language

    return any(language(text[start:end]) not in (None, ENGLISH) for start, end in suspects)


def _other_script(text: str) -> bool:
    return not text.isascii() and any(char > "ɏ" and char.isalpha() for char in text)


def _word_end(text: str, zone: Zone) -> int:
    """The end of the first word, or of the first letters of a paragraph without spaces."""
    space = text.find(" ", zone.start, zone.end)
    return min(space if space > 0 else zone.end, zone.start + SHORT)
