"""One name in two spellings within an article.

Words that are alike are found first, among all that have a capital; only where there are such are the names read. What
bears out that two are one is told in fullnames.py and lone.py.
"""
from __future__ import annotations

from collections.abc import Iterator

from newslint.model import UNREAD, Document
from newslint.names.candidates import NO_NAMES, like_words, words_of
from newslint.names.lists import BODIES
from newslint.names.mentions import runs_of
from newslint.names.model import HYPHEN, Drift
from newslint.words.places import types_of

MOST = 300                                  # pairs an article may have: a long list of names has more
REPEATED = 2                                # times one of two words stands where neither is in a name of several


def drifts(document: Document) -> Iterator[Drift]:
    """Each odd form once, where it first stands."""
    # The words of an article are known to other kinds, without their hyphens; its runs of capitals cost more.
    text = document.text
    if not like_words(types_of(_read(document))) and not (" el-" in text and " al-" in text):
        return
    runs = runs_of(document)
    pairs = like_words(words_of(runs))[:MOST]
    if not pairs:
        return
    alike = {word for one, other, _ in pairs for word in (one, other)}
    wanted = {run for run in {*runs} if run in alike or not run.isalpha() and not alike.isdisjoint(words_of((run,)))}
    if not any(" " in run for run in wanted) \
            and not any(max(text.count(one), text.count(other)) >= REPEATED for one, other, _ in pairs):
        return
    from newslint.names import fullnames, lone  # most articles come no further
    from newslint.names.index import names_of

    names = names_of(document, wanted, alike)
    told: set[int] = set()
    for one, other, how in pairs:
        for drift in (*fullnames.drifts(document, names, one, other, how),
                      *lone.drifts(document, names, one, other, how)):
            if drift.start not in told and drift.end not in told:
                told |= {drift.start, drift.end}
                yield drift


def _read(document: Document) -> str:
    """What of the text is English and no artifact; the very text whose words are looked up by other kinds."""
    if all(zone.kind not in UNREAD for zone in document.zones):
        return document.text
    return "\n".join(document.text[zone.start:zone.end] for zone in document.zones if zone.kind not in UNREAD)


def hyphens(document: Document) -> Iterator[Drift]:
    """Surnames of two parts with a hyphen here and a space there: Clarke-Bell, Clarke Bell."""
    text, runs = document.text, runs_of(document)
    for word in sorted(word for word in words_of(runs) if "-" in word):
        spaced = word.replace("-", " ").title()
        start = text.find(spaced)
        end = start + len(word)
        if start >= 0 and not text[end:end + 1].isalnum() and any(f" {word}" in run for run in runs) \
                and not any(part.lower() in BODIES or part.capitalize() in NO_NAMES for part in word.split("-")):
            yield Drift(HYPHEN, start, end, word, text.count(spaced), text.count(word), False)
