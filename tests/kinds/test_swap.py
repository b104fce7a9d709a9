"""Kind swap: each case is a map, a text and what is suggested, as match -> suggestions."""
import pytest

CASES = {
    "one for one": ({"alot": "a lot"}, "It rained alot.", ["alot -> a lot"]),
    "two to choose from": ({"loose to": ["lose to", "loosen to"]}, "loose to", ["loose to -> lose to | loosen to"]),
    "several entries": ({"alot": "a lot", "could of": "could have"}, "could of alot",
                        ["could of -> could have", "alot -> a lot"]),
    "alternatives": ({"(could|would) of": "{1} have"}, "Would of", ["Would of -> Would have"]),
    "lists": ({"{modal} of": "{1} have"}, "can't of", ["can't of -> can't have"]),
    "two alternatives": ({"(tow|towed) the (line|mark)": "{1}, {2}"}, "towed the mark", ["towed the mark -> towed, mark"]),
    "shouted": ({"alot": "a lot"}, "ALOT", ["ALOT -> A LOT"]),
    "of overlapping entries the longest": ({"in mass": "en masse", "in mass of": "in the mass of"}, "in mass of",
                                           ["in mass of -> in the mass of"]),
    "an entry that is right already": ({"a lot": "a lot"}, "a lot", ["a lot -> a lot"]),
    "joined": ({"alot": "a lot"}, "alot-ish alot's", []),
    "over a paragraph break": ({"could of": "could have"}, "He did what he could\n\nof course.", []),
    "outside ASCII": ({"cafe": "café"}, "CAFE. Cafe", ["CAFE -> CAFÉ", "Cafe -> Café"]),
    "to nothing": ({"very": ""}, "very", ["very -> "]),
}


@pytest.mark.parametrize("swap, text, expected", CASES.values(), ids=CASES.keys())
def test_swap(suggested_by, swap, text, expected):
    assert suggested_by("swap", text, swap=swap) == expected


GUARDS = {
    "not before": ({"not_before": ["and large"]}, ["1:24 in mass"]),
    "not after": ({"not_after": ["(a|the)"]}, ["1:1 in mass"]),
    "lists in guards": ({"not_after": ["{word}"], "lists": {"word": ["the"]}}, ["1:1 in mass"]),
}


@pytest.mark.parametrize("options, expected", GUARDS.values(), ids=GUARDS.keys())
def test_guards(found_by, options, expected):
    assert found_by("swap", "in mass and large, the in mass", swap={"in mass": "en masse"}, **options) == expected


def test_fix(mended_by):
    assert mended_by("swap", "Could of come, would\nof stayed.", swap={"(could|would) of": "{1} have"}) == \
        "Could have come, would have stayed."


def test_message(told_by):
    assert told_by("swap", "Alot", swap={"alot": "a lot"}, message="“{match}” is “{suggestion}”.") == ["“Alot” is “A lot”."]
