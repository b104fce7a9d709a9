"""What the cache gives back for a pattern does what `re` does."""
from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint import regexes

PATTERNS = {
    "plain": ("could of", 0),
    "flags": (r"^\bÉlan\b$", re.M | re.I),
    "groups with names": (r"(?P<here>a+)(b)?(?P<there>c)", 0),
    "a reference": (r"(a|b)x\1", 0),
    "look-arounds": (r"(?<=a)b(?!c)", 0),
    "inline flags": (r"(?i:A)b", 0),
    "large classes": ("[“”‘’é-ü😀]+", 0),
    "possessive": (r"a++b|(?>ab?)c", 0),
}
texts = st.text(st.sampled_from("aAbBcx ÉélanE“”😀\n could of"), max_size=30)


@pytest.fixture(params=["first run", "from the cache"])
def compiled(request, tmp_path, monkeypatch):
    """`compiled` of a process that has just started."""
    monkeypatch.setenv("NEWSLINT_CACHE_DIR", str(tmp_path))
    _fresh(monkeypatch)
    if request.param == "from the cache":
        for pattern, flags in PATTERNS.values():
            regexes.compiled(pattern, flags)
        regexes.keep()
        _fresh(monkeypatch)
        monkeypatch.setattr(regexes, "_taken_apart", None)      # nothing is compiled again
    return {name: regexes.compiled(pattern, flags) for name, (pattern, flags) in PATTERNS.items()}


def _fresh(monkeypatch):
    monkeypatch.setattr(regexes, "_made", {})
    monkeypatch.setattr(regexes, "_parts", None)


def test_patterns_are_those_of_re(compiled):
    for name, (pattern, flags) in PATTERNS.items():
        theirs = re.compile(pattern, flags)
        assert compiled[name] == theirs
        assert (compiled[name].groups, dict(compiled[name].groupindex)) == (theirs.groups, dict(theirs.groupindex))


@given(text=texts)
def test_they_find_what_re_finds(text):
    for pattern, flags in PATTERNS.values():
        ours = [(match.span(), match.groups()) for match in regexes.compiled(pattern, flags).finditer(text)]
        assert ours == [(match.span(), match.groups()) for match in re.finditer(pattern, text, flags)]


def test_a_bad_pattern_is_said_as_re_says_it():
    with pytest.raises(re.error, match="missing"):
        regexes.compiled("(a")


@pytest.mark.parametrize("damage", [{}, {("could of", 0): "?"}, {("could of", 0): (0, b"xyz", 0, {}, ())},
                                    {("could of", 0): (32, b"\1\0\0\0" * 9, 0, {}, (None,))}])
def test_what_is_wrong_in_the_cache_is_compiled_anew(monkeypatch, damage):
    _fresh(monkeypatch)
    monkeypatch.setattr(regexes, "_parts", damage)
    assert regexes.compiled("could of").search("could of")
