"""One file with its fixes made, pass after pass: a fix can bring another fault to light."""
from __future__ import annotations

import sys
from collections.abc import Callable
from typing import NamedTuple

from newslint import engine, sources
from newslint.decoding import Decoded, decode
from newslint.errors import UserError
from newslint.fix import apart, edits_of
from newslint.formats import reader
from newslint.model import Finding
from newslint.run import Article
from newslint.splicing import can_be_written, splice

PASSES = 12

# Of findings with a fix, those to make now; the text they were found in goes along.
Choose = Callable[[list[Finding], str], list[Finding]]


class Mended(NamedTuple):
    """What became of a file."""

    data: bytes
    done: list[tuple[Finding, str]]         # each with the text it was found in
    left: list[Finding]                     # what is found in `data`


def mended(article: Article, data: bytes, findings: list[Finding], choose: Choose) -> Mended:
    """The file that holds this article and these bytes. Raises UserError where its fixes do not come to an end, or
    where its encoding cannot take them."""
    name = article.documents[0].path
    decoded, declared = _decoded(name, data)
    if decoded.raw != article.documents[0].raw:
        raise UserError(f"{name}: was changed meanwhile, so it was left as it is; run it again")
    done: list[tuple[Finding, str]] = []
    for _ in range(PASSES):
        fixable = [finding for finding in findings if finding.fix and all(
            can_be_written(decoded, edit.replacement) for edit in finding.fix.edits)]
        chosen = apart(choose(fixable, decoded.raw)) if fixable else []
        if not chosen:
            return Mended(data, done, findings)
        done += [(finding, decoded.raw) for finding in chosen]
        data = splice(name, data, decoded, edits_of(chosen), declared)
        decoded, declared = _decoded(name, data)
        documents = sources.documents(name, data, article.settings.records, sys.maxsize)
        findings = [finding for its in engine.check_all(documents, article.pack) for finding in its]
    rules = ", ".join(dict.fromkeys(finding.rule for finding in chosen))
    raise UserError(f"{name}: left as it is: its fixes bring on new ones without end ({rules}); turn one of these off")


def _decoded(name: str, data: bytes) -> tuple[Decoded, str | None]:
    """As sources.documents reads it."""
    module = reader(name)
    declared = module.charset(data) if module.NAME == "html" else None
    return decode(name, data, declared), declared
