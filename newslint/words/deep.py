"""More suggestions for misspelt words, from pyspellchecker: whatever is two slips away, the commonest first.

Only for `--suggest deep`: loading its dictionary costs more than checking ten articles, and a long word takes it half a
second. So a run looks for so many letters and no more, and for long words one slip away only.
"""
from __future__ import annotations

from functools import cache
from typing import Any

from newslint.model import Finding
from newslint.phrases import recase

MISSPELLING = "spelling/misspelling"
MOST = 8                                    # suggestions of one finding
LONG = 12                                   # letters from which one slip is looked for
BUDGET = 400                                # letters looked up in one run


class Deepener:
    """Adds suggestions to findings until its budget is spent; each word is looked up once."""

    def __init__(self) -> None:
        self.left = BUDGET
        self.found: dict[str, list[str]] = {}

    def deepen(self, findings: list[Finding]) -> list[Finding]:
        return [self._deepened(finding) if finding.rule == MISSPELLING else finding for finding in findings]

    def _deepened(self, finding: Finding) -> Finding:
        more = [recase(right, finding.match) for right in self._look(finding.match.lower())]
        return finding._replace(suggestions=tuple(dict.fromkeys([*finding.suggestions, *more]))[:MOST])

    def _look(self, word: str) -> list[str]:
        if word not in self.found:
            if len(word) > self.left:
                return []
            self.left -= len(word)
            speller = _speller()
            speller.distance = 1 if len(word) >= LONG else 2
            rights = set(speller.candidates(word) or ()) - {word}
            self.found[word] = sorted(rights, key=lambda right: (-speller.word_usage_frequency(right), right))
        return self.found[word]


@cache
def _speller() -> Any:
    from spellchecker import SpellChecker

    return SpellChecker(language="en")
