"""What a repository of articles shows of itself, for `newslint init`: where they are, and how they are written."""
from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable
from typing import Any, NamedTuple

from newslint import config, sources
from newslint.errors import UserError
from newslint.model import Document, Finding
from newslint.words.dialect import dialects, spelling
from newslint.words.places import types_of

SAMPLE = 300                                # files that are read, spread over all
# Files beside the articles of a repository: what they are called, in any folder.
NO_ARTICLES = ("readme", "changelog", "contributing", "license", "licence", "code_of_conduct", "security", "authors")
LEAST_FOLDER = 0.05                         # of the articles: a folder with fewer is not named
LEAST_SPELLINGS = 20                        # places in which a spelling must speak for a variety
CLEAR = 0.9                                 # of them that must be right in it
DIALECTS = {"G": "en-GB", "U": "en-US", "A": "en-AU", "C": "en-CA"}     # of those that fit as well, the first
LEAST_OTHER = 0.8                           # of the articles, in one other language
FORMS = {
    "per cent, not percent": ("per cent ", "percent "),
    "curly quotation marks and apostrophes": ("’", "'"),
    "em dashes": ("—", " - "),
}


class Survey(NamedTuple):
    files: int                              # of article endings
    read: list[sources.Found]               # those of the sample that hold an article
    folders: list[str]                      # top folders that hold the articles; none where they lie about
    endings: list[str]                      # those of the articles
    other: list[str]                        # names of files that are no articles
    dialect: str | None
    spellings: dict[str, int]               # dialect -> places whose spelling is right in it, of those that tell
    language: str | None                    # of most articles, where that is not English
    forms: list[str]                        # what the articles mostly do: “per cent, not percent: 41 of 44 articles”


def survey(checker: Any) -> Survey:
    """Looks at the articles below the working folder. Raises UserError where there is none."""
    found = sources.find(["."], unread=[])
    articles = [one for one in found if not _is_other(one.path)] or found
    step = max(1, len(articles) // SAMPLE)
    read: list[sources.Found] = []
    documents: list[Document] = []
    for one in articles[::step][:SAMPLE]:
        settings = config.effective(checker.config_of(one.path), one.path)
        try:
            its = checker.read(one.path, one.path, settings)
        except UserError:
            continue                        # JSON without an article, and what cannot be read
        read.append(one)
        documents += its
    if not read:
        raise UserError("none of the files here can be read as an article")
    counts = _spellings(documents)
    return Survey(len(articles), read, _folders([one.path for one in read]),
                  [ending for ending, _ in Counter(map(_ending, (one.path for one in read))).most_common()],
                  sorted({os.path.basename(one.path) for one in found if _is_other(one.path)}),
                  _dialect(counts), counts, None, _forms(documents))


def with_language(seen: Survey, findings: Iterable[Finding]) -> Survey:
    """The same, with the language that most articles were found to be in."""
    from newslint.foreign import CODES
    from newslint.languages import name

    notes = Counter(finding.message for finding in findings if finding.rule == "newslint/other-language")
    for message, count in notes.most_common(1):
        for code in CODES:
            if name(code) in message and count >= LEAST_OTHER * len(seen.read):
                return seen._replace(language=code, dialect=None)
    return seen


def _is_other(path: str) -> bool:
    return os.path.splitext(os.path.basename(path))[0].lower() in NO_ARTICLES


def _ending(path: str) -> str:
    return os.path.splitext(path)[1].lower()


def _folders(paths: list[str]) -> list[str]:
    """The top folders of the articles; none where some lie outside all folders."""
    parted = [path.removeprefix("./").partition("/") for path in paths]
    tops = Counter(top if slash else "" for top, slash, _ in parted)
    if "" in tops and tops[""] >= LEAST_FOLDER * len(paths):
        return []
    return sorted(top for top, count in tops.items() if top and count >= LEAST_FOLDER * len(paths))


def _spellings(documents: Iterable[Document]) -> dict[str, int]:
    counts: Counter[str] = Counter()
    for document in documents:
        for word in dialects().known & types_of(document.text):
            right = spelling(word).right
            if ("U" in right) != ("G" in right):        # else it says nothing of the two that are many
                counts.update(DIALECTS[variety] for variety in right if variety in DIALECTS)
    return dict(counts)


def _dialect(counts: dict[str, int]) -> str | None:
    """The variety of English that the spellings are right in, if that is clear."""
    total = counts.get("en-US", 0) + counts.get("en-GB", 0)
    best = max(DIALECTS.values(), key=lambda name: counts.get(name, 0))
    return best if total >= LEAST_SPELLINGS and counts.get(best, 0) >= CLEAR * total else None


def _forms(documents: list[Document]) -> list[str]:
    told = []
    for form, (theirs, others) in FORMS.items():
        one = sum(theirs in document.text for document in documents)
        other = sum(others in document.text for document in documents)
        if one > 4 * other and one >= 5:
            told.append(f"{form}: {one} of {len(documents)} articles")
    return told
