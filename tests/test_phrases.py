"""The phrase language: a phrase, the strings it stands for, and what is wrong with it."""
from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.match import fold
from newslint.phrases import LIMIT, LISTS, PhraseError, entries, expand, fill, grouped, recase

EXPANDED = {
    "plain": ("could of", ["could of"]),
    "folded": ("Could’ve OF İt", ["could've of it"]),
    "alternatives": ("(could|would) of", ["could of", "would of"]),
    "an empty alternative": ("tow(|s|ed) it", ["tow it", "towed it", "tows it"]),
    "two groups": ("(a|b) (c|d)", ["a c", "a d", "b c", "b d"]),
    "a group of one": ("(could) of", ["could of"]),
    "a space inside the alternatives": ("a( very|) big", ["a big", "a very big"]),
    "alternatives that are equal once folded": ("(It’s|it's) so", ["it's so"]),
    "a list of newslint": ("{object} did", [f"{word} did" for word in sorted(LISTS["object"])]),
    "a list of the rule": ("a {colour} flag", ["a green flag", "a red flag"]),
    "a list of the rule before one of newslint": ("{be} it", ["exist it"]),
    "marks": ("e.g. $5 - 'em", ["e.g. $5 - 'em"]),
    "letters outside ASCII": ("ÉLAN 😀", ["élan 😀"]),
}
OWN = {"colour": ["red", "Green"], "be": ["exist"]}


@pytest.mark.parametrize("phrase, expected", EXPANDED.values(), ids=EXPANDED.keys())
def test_expand(phrase, expected):
    assert expand(phrase, OWN) == expected


BROKEN = {
    "no closing bracket": ("(could|would of", "“(” has no partner, or stands inside another group"),
    "no opening bracket": ("could) of", "“)” has no partner, or stands inside another group"),
    "a bar without group": ("could|would of", "“|” has no partner, or stands inside another group"),
    "a group in a group": ("(could (not|) of|would)", "“(” has no partner, or stands inside another group"),
    "no closing brace": ("{modal of", "“{” has no partner, or stands inside another group"),
    "a brace around a figure": ("{1} of", "“{” has no partner, or stands inside another group"),
    "no such list": ("{colors} of", "no list is called “colors”: name one of"),
    "two spaces": ("could  of", "“could  of” has a space too many: put the space inside the alternatives"),
    "an alternative that leaves two spaces": ("a (very|) big", "“a  big” has a space too many: "
                                                               "put the space inside the alternatives"),
    "a space at an end": ("could of ", "“could of ” has a space too many"),
    "nothing": ("", "“” has a space too many"),
    "nothing as an alternative": ("(of|)", "“” has a space too many"),
    "a line break": ("could\nof", "“could\nof” has a space too many"),
    "a tab": ("could\tof", "“could\tof” has a space too many"),
    "too many strings": ("{weekday} " * 5 + "of", "stands for 16,807 strings, more than 2,000: split it or use kind regex"),
}


@pytest.mark.parametrize("phrase, problem", BROKEN.values(), ids=BROKEN.keys())
def test_broken(phrase, problem):
    with pytest.raises(PhraseError) as error:
        expand(phrase, {})
    assert error.value.problem.startswith(problem)
    assert error.value.text == phrase


def test_as_many_strings_as_are_fine():
    side = [f"word{number}" for number in range(LIMIT)]
    assert len(expand("{many} of", {"many": side})) == LIMIT
    with pytest.raises(PhraseError):
        expand("{many} of", {"many": [*side, "more"]})


@pytest.mark.parametrize("name", LISTS)
def test_lists_are_without_doubles_and_small_but_for_names(name):
    folded = [fold(word) for word in LISTS[name]]
    assert len(set(folded)) == len(folded)
    assert list(LISTS[name]) == ([word.title() for word in folded] if name in ("weekday", "month") else folded)


parts = st.sampled_from(["could", "of", "don't", "É", "e.g.", "(a|b)", "(x|yz|Q)", "{be}", "{object}", "*", "[", "^"])


@given(st.lists(parts, min_size=1, max_size=3).map(" ".join))
def test_grouped_matches_just_what_expand_gives(phrase):
    pattern = re.compile(grouped(phrase, {}))
    strings = expand(phrase, {})
    assert all(pattern.fullmatch(string) for string in strings)
    assert not any(pattern.fullmatch(string + "x") or pattern.fullmatch("x" + string) for string in strings)
    assert pattern.groups == sum(part[0] in "({" for part in phrase.split(" "))


RECASED = {
    "as it is": ("a lot", "alot", "a lot"),
    "capitalised": ("a lot", "Alot", "A lot"),
    "shouted": ("a lot", "ALOT", "A LOT"),
    "one capital letter": ("you", "U", "You"),
    "one letter and a mark": ("you", "U.", "You."[:3]),
    "a capital inside": ("youtube", "youTube", "youtube"),
    "a name stays": ("iPhone", "iphone", "iPhone"),
    "capitals in the replacement stay": ("YouTube", "Youtube", "YouTube"),
    "accents": ("été", "Éta", "Été"),
    "a letter that is two as a capital": ("ß", "SS", "SS"),
    "nothing": ("", "Very", ""),
    "no letters": ("a", "1", "a"),
    "a mark first": ("“a", "“B c", "“a"),
}


@pytest.mark.parametrize("replacement, match, expected", RECASED.values(), ids=RECASED.keys())
def test_recase(replacement, match, expected):
    assert recase(replacement, match) == expected


FILLED = {
    "no groups": ("a lot", "alot", [], "a lot"),
    "one": ("{1} have", "could of", ["could"], "could have"),
    "two, turned round": ("{2} {1}", "b a", ["b", "a"], "a b"),
    "one twice": ("{1}, {1}", "so", ["so"], "so, so"),
    "an empty one": ("{1}x", "y", [""], "x"),
    "shouted": ("{1} have", "COULD OF", ["COULD"], "COULD HAVE"),
}


@pytest.mark.parametrize("replacement, match, groups, expected", FILLED.values(), ids=FILLED.keys())
def test_fill(replacement, match, groups, expected):
    assert fill(replacement, match, groups) == expected


def test_a_replacement_may_name_only_what_is_there(make_rule):
    def made(phrase, replacement):
        return entries([make_rule("phrase", match=[phrase], swap=[replacement])], lambda rule: [(phrase, rule.options["swap"])])
    assert made("(a|b) of", "{1}").owners[0][-1] == ["{1}"]
    for phrase, replacement in (("a of", "{1}"), ("(a|b) of", "{2}"), ("(a|b) of", "{0}")):
        with pytest.raises(PhraseError, match="stands for nothing in") as error:
            made(phrase, replacement)
        assert error.value.text == replacement
