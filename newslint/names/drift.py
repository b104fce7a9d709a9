"""One name in two spellings within an article.

Words that are alike are found first, among all that have a capital; only where there are such are the names read. What
bears out that two are one is told in fullnames.py and lone.py.
"""
from __future__ import annotations

from collections.abc import Iterable, Iterator

from newslint.model import Document
from newslint.names.candidates import NO_NAMES, like_words, words_of
from newslint.names.lists import BODIES
from newslint.names.mentions import runs_of
from newslint.names.model import SURNAME, Drift

MOST = 300                                  # pairs an article may have: a long list of names has more
REPEATED = 2                                # times one of two words stands where neither is in a name of several


def drifts(document: Document) -> Iterator[Drift]:
    """Each odd form once, where it first stands."""
    runs = runs_of(document)
    words = words_of(runs)
    if parted := [word for word in words if "-" in word]:
        yield from _hyphens(document, sorted(parted), runs)
    pairs = like_words(words)[:MOST]
    if not pairs:
        return
    alike = {word for one, other, _ in pairs for word in (one, other)}
    wanted = {run for run in {*runs} if run in alike or not run.isalpha() and not alike.isdisjoint(words_of((run,)))}
    text = document.text
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


def _hyphens(document: Document, words: Iterable[str], runs: list[str]) -> Iterator[Drift]:
    """Surnames of two parts with a hyphen here and a space there: Clarke-Bell, Clarke Bell."""
    text = document.text
    for word in words:
        spaced = word.replace("-", " ").title()
        start = text.find(spaced)
        end = start + len(word)
        if start >= 0 and not text[end:end + 1].isalnum() and any(run.endswith(" " + word) for run in runs) \
                and not any(part.lower() in BODIES or part.capitalize() in NO_NAMES for part in word.split("-")):
            yield Drift(SURNAME, start, end, word, text.count(spaced), text.count(word), False)
