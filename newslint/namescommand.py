"""`newslint names PATH…`: the names in articles, how often and in how many files each stands, whether it is known, and
what it seems to be.

A name is known where the project accepts it, or where each of its words is in newslint's word data.
"""
from __future__ import annotations

import gc
from collections import Counter
from collections.abc import Iterator
from typing import Any, NamedTuple

from newslint.accepted import Accepted, accepts
from newslint.chosen import find
from newslint.errors import UserError
from newslint.foreign import with_foreign
from newslint.match import fold
from newslint.model import Document
from newslint.names.index import Form, forms
from newslint.names.known import is_unlisted
from newslint.report.visible import columns, visible
from newslint.run import Checker

WIDEST = 40                                 # columns of a name, in which the counts stand in line


class Entry(NamedTuple):
    """A name as it is written."""

    places: list[int]                       # the number of its file, once for each time
    kinds: Counter[str]
    titles: Counter[str]
    known: bool


def names(options: Any) -> int:
    gc.disable()
    checker = Checker(options)
    found, problems, _ = find(options, checker)
    entries: dict[str, Entry] = {}
    for number, article in enumerate(checker.articles(found, problems, [])):
        for document in article.documents:
            read = with_foreign(document, fold(document.text), article.pack.language)
            _add(entries, number, read, article.pack.accepted)
    for line in _lines(entries, options.new):
        print(line)
    if problems:
        raise UserError("\n".join(problems))
    return 0


def _add(entries: dict[str, Entry], number: int, document: Document, accepted: Accepted) -> None:
    form: Form
    for form in forms(document):
        entry = entries.get(form.written)
        if entry is None:
            known = accepts(accepted, "names", form.written, 0, len(form.written)) \
                or not any(map(is_unlisted, form.written.split()))
            entry = entries[form.written] = Entry([], Counter(), Counter(), known)
        entry.places.append(number)
        entry.kinds[form.kind] += 1
        if form.title:
            entry.titles[form.title] += 1


def _lines(entries: dict[str, Entry], only_new: bool) -> Iterator[str]:
    shown = [(form, entry) for form, entry in entries.items() if not (only_new and entry.known)]
    wide = min(WIDEST, max((columns(form) for form, _ in shown), default=0))
    for form, entry in sorted(shown, key=lambda item: (-len(item[1].places), item[0])):
        files = len(set(entry.places))
        counts = f"{len(entry.places):>5}  {files:>4} {'file ' if files == 1 else 'files'}"
        title = "".join(f" ({title})" for title, _ in entry.titles.most_common(1))
        known, kind = "known" if entry.known else "new  ", entry.kinds.most_common(1)[0][0]
        yield f"{visible(form)}{' ' * (wide - columns(form))}  {counts}  {known}  {kind}{title}"
