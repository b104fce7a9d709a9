"""What the checks of facts share: the sentence around a place, days in words, and what is said of a stale line."""
from __future__ import annotations

from newslint.model import Document, Hit, paragraph_at

REACH = 1500                                # characters of a long paragraph either side
STALE = "newslint/stale-fact"


def sentence_of(document: Document, start: int) -> str:
    from newslint.sentences import sentence_at

    paragraph = paragraph_at(document, start)
    if paragraph is None:
        return ""
    first, last = sentence_at(document.text, paragraph.start, paragraph.end, start)
    return document.text[first:last]


def paragraph_of(document: Document, start: int) -> str:
    """The paragraph of a place, of a long one what stands near."""
    paragraph = paragraph_at(document, start)
    if paragraph is None:
        return ""
    return document.text[max(paragraph.start, start - REACH):min(paragraph.end, start + REACH)]


def past(stale: str) -> bool:
    from datetime import date

    return date.today().isoformat() > stale


def stale_hit(start: int, end: int, country: str, stale: str) -> Hit:
    return Hit(STALE, start, end, values={"country": country, "stale": day_in_words(stale)})


def day_in_words(day: str) -> str:
    from datetime import date

    if not day:
        return ""
    its = date.fromisoformat(day)
    return f"{its.day} {its:%B %Y}"
