"""Words in words."""
from __future__ import annotations

import pytest

from newslint.words.lexicon import lexicon
from newslint.words.parts import derived, run_on

TOGETHER = [("thecountry", "the country"), ("marksan", "marks an"), ("withthe", "with the"), ("isa", "is a"), ("xqzz", None),
            ("foreignxqzz", None)]


@pytest.mark.parametrize("word, expected", TOGETHER, ids=[word for word, _ in TOGETHER])
def test_run_on(word, expected):
    found = run_on(lexicon(), word)
    assert (f"{found.first} {found.second}" if found else None) == expected


@pytest.mark.parametrize("word", "unhackable cyberlibrarian bloggable megadonor footballing lawyerish handholding".split())
def test_derived(word):
    assert derived(lexicon(), word)


@pytest.mark.parametrize("word", ["goverment", "recieve", "xqzzing", "teh"])
def test_not_derived(word):
    assert not derived(lexicon(), word)
