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
    "unclosed-single": ("'They've won, said Ruth Hammond.", ["1:1 '"]),
    "stray-single": ("We won,' she said.", ["1:8 '"]),
    "spaced-single": ("The Senate ’s session is over.", ["1:12 ’"]),
    "nested": ("“He kept asking “are we there” and laughing,” she said.", ["1:17 “are we there”"]),
    "doubled": ("““We won,” she said.", ["1:1 ““"]),
    "turned-apostrophe": ("The ‘90s are over.", ["1:5 ‘"]),
    "reopened": ("“We have ten. “Two were sold,” she said.", ["1:15 “"]),
    "double-in-single": ("‘We won,’ she said. ‘At last.’ Critics called it a “vanity project” in May.", ["1:52 “vanity project”"]),
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


BODY = ("The mayor has attacked a plan for a new stadium on the edge of the city, which would be built for 60,000 people by a "
        "firm from Spain. “It is foolish to build for them when 20,000 come,” she said. The club failed to answer.")
HEADLINES = {
    "a word that nobody says": ("Mayor calls stadium plan ‘reckless’", BODY, ["‘reckless’"]),
    "words that nobody says": ("‘We build too much’, says the mayor of York", BODY, ["‘We build too much’"]),
    "one that is there": ("Mayor calls stadium plan ‘foolish’", BODY, []),
    "another form of it": ("Mayor says stadium plan ‘fails to answer’", BODY, []),
    "with an article": ("Mayor says they build ‘on an edge of city’", BODY, []),
    "cut and in brackets": ("‘It is foolish … when [few] 20,000 come’, says mayor", BODY, []),
    "other marks": ('Mayor calls stadium plan "foolish to build"', BODY, []),
    "an article cut short": ("Mayor calls stadium plan ‘reckless’", BODY[:-1] + " to", []),
    "hardly an article": ("Mayor calls stadium plan ‘reckless’", "The mayor has attacked a plan.", []),
}


@pytest.mark.parametrize("headline, body, expected", HEADLINES.values(), ids=HEADLINES.keys())
def test_headline(found_by, headline, body, expected):
    found = found_by("quotation", f"{headline}\n\n{body}", fault="not-in-body")
    assert [one.partition(" ")[2] for one in found] == expected


def test_copy_that_lost_its_paragraph_breaks_is_left_alone(found_by):
    assert found_by("quotation", "“We have ten. “Two were sold. “One is left,” she said.", fault="reopened") == []


ATTRIBUTED = [
    ('"We lost the ovens, said Peter Lindqvist. "People are kind."', True),
    ("“We lost the ovens, the baker said. “People are kind.”", True),
    ("“We lost the ovens. Nobody said so. “People are kind.”", False),
    ("“We lost the ovens, they said that it was over. “People are kind.”", False),
]


@pytest.mark.parametrize("text, unclosed", ATTRIBUTED)
def test_a_quotation_is_open_where_its_speaker_is_named(found_by, text, unclosed):
    assert bool(found_by("quotation", text, fault="unclosed")) is unclosed
