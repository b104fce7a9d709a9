"""Regexes of rule files: how they are read, and which are refused."""
from __future__ import annotations

import re

import pytest

from newslint.patterns import PatternError, exact, readable

MEANT = {
    "a space is also a no-break space or a line break": ("of it", ["of it", "of\nit", "of\u00a0it"],
                                                         ["of\tit", "ofit", "of  it"]),
    "an escaped space is nothing else": (r"of\x20it", ["of it"], ["of\nit", "of\u00a0it"]),
    "an apostrophe is either": ("can't", ["can't", "can’t"], ["can`t", "cant"]),
    "an escaped apostrophe is nothing else": (r"can\'t", ["can't"], ["can’t"]),
    "so they are in a class": ("can[' ]t", ["can't", "can’t", "can t", "can\nt"], ["can-t"]),
    "in a class with a bracket first": ("can[]' ]t", ["can't", "can’t", "can]t", "can t"], ["can-t"]),
    "in a class with an escaped bracket": (r"can[\]']t'", ["can’t'", "can]t’"], ["can-t'"]),
    "and in a class of all others": ("can[^']t", ["can-t"], ["can't", "can’t"]),
    "a range stays a range": ("[a-c']+", ["abc", "'’"], ["d", "-"]),
    "an apostrophe at the end of a range": ("[!-']", ["!", "'", "#"], ["(", "-"]),
    "an escaped backslash before": (r"\\'", ["\\'"], ["'"]),
}


@pytest.mark.parametrize("pattern, matched, not_matched", MEANT.values(), ids=MEANT.keys())
def test_what_is_meant(pattern, matched, not_matched):
    compiled = re.compile(readable(pattern))
    assert [text for text in matched if not compiled.fullmatch(text)] == []
    assert [text for text in not_matched if compiled.fullmatch(text)] == []


RUNAWAY = ["(a+)+b", "(a*)*b", "(?:a+)*b", "(a|a*)+b", r"(\w+\s?)*x", r"(?:\w+ )+x", "(?:a{1,50}){1,50}b", "(?:x(?:a+)?)*b", r"((\d+),?)+$",
           "a(?=(b+)+c)", "(?<!x)(?:a+b?){2,}", "(?:(?:a+)b?)+?c"]
FINE = ["a+b", "a+b+c+", r"\b\w+ing\b", "(?:a+){1,5}b", "(?:ab?){1,20}", "(?:a+|b+)c", r"(\w+) \1", "(?:very ){2,}", "(?:a{3})+b", "a++b", "(?>a+)b",
        r"^[^\n]{0,300}x", "(?:[^()]{0,50}x){1,5}"]


@pytest.mark.parametrize("pattern", RUNAWAY)
def test_runaway_patterns_are_refused(pattern):
    with pytest.raises(PatternError, match="can run away on a long line") as error:
        readable(pattern)
    assert error.value.text == pattern


@pytest.mark.parametrize("pattern", FINE)
def test_sound_patterns_are_taken(pattern):
    assert re.compile(readable(pattern))


REFUSED = {
    "not a regex": ("a(b", (), "not a valid regex: missing ), unterminated subpattern at position 1"),
    "a look-behind without a width": ("(?<=a+)b", (), "not a valid regex: look-behind requires fixed-width pattern"),
    "matches nothing": ("a*", (), "matches nothing at all"),
    "matches between letters": (r"\b", (), "matches nothing at all"),
    "matches at a line start": ("^", (), "matches nothing at all"),
    "only looks ahead": ("(?=a)", (), "matches nothing at all"),
    "one of two matches nothing": ("a|", (), "matches nothing at all"),
    "empty": ("", (), "matches nothing at all"),
    "too few groups": ("(a)b", ("{2}",), "the fix names {2}, but the pattern has 1 group(s)"),
    "no groups": ("ab", ("x", "{1}"), "the fix names {1}, but the pattern has 0 group(s)"),
}


@pytest.mark.parametrize("pattern, replacements, problem", REFUSED.values(), ids=REFUSED.keys())
def test_refused(pattern, replacements, problem):
    with pytest.raises(PatternError) as error:
        readable(pattern, replacements)
    assert error.value.problem.startswith(problem)
    assert error.value.text == pattern


def test_exact_leaves_spaces_and_apostrophes():
    assert exact("can't of") == "can't of"
    with pytest.raises(PatternError, match="run away"):
        exact("('+)+x")
