"""What the checks of dates look at, and what they say."""
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from newslint.model import Document, paragraph_at
from newslint.sentences import sentence_at

if TYPE_CHECKING:
    import datetime

    from newslint.dates.written import Written



class Article(NamedTuple):
    document: Document
    plain: str                              # the text with one kind of space and apostrophe, as long as before
    dates: list[Written]                    # in order
    day: datetime.date | None               # when it was published

    @classmethod
    def of(cls, document: Document, dates: list[Written], day: datetime.date | None) -> Article:
        return cls(document, document.text.replace("\n", " ").replace("\u00a0", " ").replace("’", "'"), dates, day)


class Flag(NamedTuple):
    """What a check has to say about plain[start:end]."""

    check: str
    start: int
    end: int
    values: Mapping[str, str] = {}
    level: str | None = None


class Sentence(NamedTuple):
    start: int
    end: int


def sentence(article: Article, offset: int) -> Sentence:
    """The sentence that holds this offset; empty between two paragraphs."""
    paragraph = paragraph_at(article.document, offset)
    if paragraph is None:
        return Sentence(offset, offset)
    return Sentence(*sentence_at(article.document.text, paragraph.start, paragraph.end, offset))
