"""Kind regex: each case is a pattern, a text and what is found, as line:column and match."""
import pytest

CASES = {
    "plain": ("could of", "They could of come.", ["1:6 could of"]),
    "letters in either case": ("could of", "Could OF", ["1:1 Could OF"]),
    "a space is also a no-break space or a line break": (
        "would of", "would of, would\u00a0of, would\tof, they would\nof", ["1:1 would of", "1:11 would\u00a0of", "1:36 would\nof"]),
    "an escaped space is only that": (r"would\x20of", "would of would\u00a0of", ["1:1 would of"]),
    "an apostrophe is also a curly one": ("can't", "can't, can’t", ["1:1 can't", "1:8 can’t"]),
    "an apostrophe in a class": ("can[' -]t", "can't, can’t, can-t", ["1:1 can't", "1:8 can’t", "1:15 can-t"]),
    "an escaped apostrophe is only that": (r"can\'t", "can't, can’t", ["1:1 can't"]),
    "one of two": ("(could|would) of", "would of could of", ["1:1 would of", "1:10 could of"]),
    "the group here": (r"so (?P<here>long) a", "so long a wait", ["1:4 long"]),
    "the group here may be left out": (r"so(?P<here> long)? a", "so a wait, so long a wait", ["1:14  long"]),
    "line start and end": ("^(?:on|at)$", "on\non at\nat", ["1:1 on", "3:1 at"]),
    "a boundary beside é": (r"\bcaf\b", "café éca caf", ["1:10 caf"]),
    "not looking ahead and behind": ("(?<!very )long(?! ago)", "long ago, very long, so long", ["1:25 long"]),
    "a back-reference": (r"\b([a-z]+) and \1\b", "on and on, on and of", ["1:1 on and on"]),
    "letters outside ASCII": ("élan", "Élan, ÉLAN", ["1:1 Élan", "1:7 ÉLAN"]),
    "long s and the Kelvin sign": ("kiss", "\u212aiſs", ["1:1 \u212aiſs"]),
    "an empty match": ("(?=x)", "x", []),
    "not over a paragraph break": (r"of\s+it", "There was a lot of\n\nit rained, they said.", []),
}


@pytest.mark.parametrize("pattern, text, expected", CASES.values(), ids=CASES.keys())
def test_regex(found_by, pattern, text, expected):
    if pattern == "(?=x)":
        pattern = "(?P<here>(?=x))x"
    assert found_by("regex", text, match=[pattern], case=False) == expected


CASE = {True: ["1:17 free reign"], False: ["1:1 Free reign", "1:17 free reign", "1:37 Free Reign"],
        None: ["1:1 Free reign", "1:17 free reign"]}


@pytest.mark.parametrize("case, expected", CASE.items())
def test_capitals_count_or_mean_nothing_or_make_a_name(found_by, case, expected):
    text = "Free reign. And free reign, and the Free Reign band."
    assert found_by("regex", text, match=["free reign"], case=case) == expected


def test_several_patterns_each_place_once(found_by):
    assert found_by("regex", "would of of", match=["would of", "(would|could) of", "of of"]) == \
        ["1:1 would of", "1:7 of of"]


EXCEPT = {
    "whatever its case": (["would of"], "Would of, WOULD OF, could of", ["1:21 could of"]),
    "with a curly apostrophe": (["can't of"], "can’t of", []),
    "only the whole finding": (["would"], "would of", ["1:1 would of"]),
}


@pytest.mark.parametrize("allowed, text, expected", EXCEPT.values(), ids=EXCEPT.keys())
def test_except(found_by, allowed, text, expected):
    assert found_by("regex", text, match=["(?:would|could|can't) of"], **{"except": allowed}) == expected


SUGGESTIONS = {
    "a text": ("would of", ["would have"], "Would of", "Would of -> Would have"),
    "with a group": ("(would|could) of", ["{1} have"], "could of", "could of -> could have"),
    "with a group that took no part": ("(would|could)( not)? of", ["{1}{2} have"], "could of", "could of -> could have"),
    "with group 0 as nothing": ("(would) of", ["{0}{1} have"], "would of", "would of -> would have"),
    "shouted": ("(would|could) of", ["{1} have"], "COULD OF", "COULD OF -> COULD HAVE"),
    "two": ("(its) a", ["it's a", "{1} an"], "its a", "its a -> it's a | its an"),
    "two that are one": ("its a", ["it's a", "it's a"], "its a", "its a -> it's a"),
    "for the group here": ("so (?P<here>longs) a", ["long"], "SO LONGS A", "LONGS -> LONG"),
    "to nothing": ("very ", [""], "very good", "very  -> "),
}


@pytest.mark.parametrize("pattern, swap, text, expected", SUGGESTIONS.values(), ids=SUGGESTIONS.keys())
def test_suggestions(suggested_by, pattern, swap, text, expected):
    assert suggested_by("regex", text, match=[pattern], swap=swap) == [expected]


def test_message_names_groups(told_by):
    assert told_by("regex", "could of", match=["(could) of"], swap=["{1} have"],
                   message="“{match}”: “{suggestion}”, {1}, {nothing}.") == ["“could of”: “could have”, could, ."]
