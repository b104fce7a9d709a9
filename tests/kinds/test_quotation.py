"""Kind quotation: one text a fault, and what is found in it; tests/test_quotations.py tells the faults apart."""
import pytest

from newslint.kinds.quotation import FIELDS

DOUBLE = "“We won,” she said. “At last.” "
CASES = {
    "unclosed": ("He said: “We won.", ["1:10 “"]),
    "stray": ("We won,” he said.", ["1:8 ”"]),
    "mismatch": ("The mayor said: \"We won.'", ["1:25 '"]),
    "reversed": ("She said ”we won” on Monday.", ["1:10 ”"]),
    "spaced": ('She said " we won" on Monday.', ['1:10 "']),
    "single-in-double": (DOUBLE + "Critics called it a ‘vanity project’ in May.", ["1:52 ‘vanity project’"]),
    "not-repeated": ("She said: “We will rebuild it.\nIt will take years,” she added.", ["1:11 “"]),
}


@pytest.mark.parametrize("fault", CASES.keys())
def test_fault(found_by, fault):
    text, expected = CASES[fault]
    assert found_by("quotation", text, fault=fault) == expected


@pytest.mark.parametrize("fault", FIELDS["fault"].__args__)
def test_no_fault_in_sound_copy(found_by, fault):
    assert found_by("quotation", DOUBLE + "It can’t be the ’90s again, and the players’ union knows it.", fault=fault) == []


SINGLE = {
    "curly": (DOUBLE + "It was a ‘mess’.", ["‘mess’ -> “mess”"]),
    "straight": ('"We won," she said. "At last." It was a \'mess\'.', ["'mess' -> \"mess\""]),
    "inside a quotation": (DOUBLE + "“A ‘mess’,” he said.", []),
    "one quotation is no style": ("“We won,” she said. It was a ‘mess’.", []),
    "in the headline": ("Minister calls new bridge a ‘mess’ again\n\n" + DOUBLE + "It was late, said the mayor of Bern.", []),
    "an apostrophe": (DOUBLE + "The players’ union can’t stop it.", []),
}


@pytest.mark.parametrize("text, expected", SINGLE.values(), ids=SINGLE.keys())
def test_single_in_double(suggested_by, text, expected):
    assert suggested_by("quotation", text, fault="single-in-double") == expected


def test_two_rules_of_one_fault(make_rule, findings):
    rules = [make_rule("quotation", f"quotes/{name}", fault="stray") for name in ("one", "other")]
    assert [finding.rule for finding in findings("We won,” he said.", *rules)] == ["quotes/one", "quotes/other"]
