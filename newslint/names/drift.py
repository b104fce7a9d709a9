"""One name in two spellings within an article.

Words that are alike are found first, among all that have a capital; only where there are such are the names read. What
bears out that two are one is told in fullnames.py and lone.py.
"""
from __future__ import annotations

from collections.abc import Iterator

from newslint.model import Document
from newslint.names.candidates import like_words, words_of
from newslint.names.mentions import runs_of
from newslint.names.model import Drift

REPEATED = 2                                # times one of two words stands where neither is in a name of several


def drifts(document: Document) -> Iterator[Drift]:
    """Each odd form once, where it first stands."""
    runs = runs_of(document)
    pairs = like_words(words_of(runs))
    if not pairs:
        return
    alike = {word for one, other, _ in pairs for word in (one, other)}
    wanted = {run for run in {*runs} if any(word in run for word in alike) and not alike.isdisjoint(words_of((run,)))}
    text = document.text
    if not any(" " in run for run in wanted) \
            and not any(max(text.count(one), text.count(other)) >= REPEATED for one, other, _ in pairs):
        return
    from newslint.names import fullnames, lone  # most articles come no further
    from newslint.names.index import names_of

    names = names_of(document, wanted, alike)
    told: set[int] = set()
    for one, other, how in pairs:
        for drift in (*fullnames.drifts(document, names, one, other, how), *lone.drifts(document, names, one, other, how)):
            if drift.start not in told and drift.end not in told:
                told |= {drift.start, drift.end}
                yield drift
