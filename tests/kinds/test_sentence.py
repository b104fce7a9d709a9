"""Kind sentence: each case is how many words are fine, a text, and the first words of what is longer."""
import pytest

CASES = {
    "as long as is fine": (6, "One two three four five six.", []),
    "one word too many": (5, "One two three four five six.", ["1:1 One two three four five"]),
    "few words, all of them": (2, "One two three.", ["1:1 One two three."]),
    "each sentence": (2, "One two. One two three. Two. Four five six.", ["1:10 One two three.", "1:30 Four five six."]),
    "in the second paragraph": (5, "Rain fell hard today.\n\nOne two three four five six.", ["3:1 One two three four five"]),
    "a sentence over a line break": (5, "They stood in\nthe middle of it all", ["1:1 They stood in\nthe middle"]),
    "an abbreviation ends none": (3, "Mr. Harlow of Bern.", ["1:1 Mr. Harlow of Bern."]),
    "letters outside ASCII": (1, "Ça va.", ["1:1 Ça va."]),
    "nothing": (1, "", []),
}


@pytest.mark.parametrize("most, text, expected", CASES.values(), ids=CASES.keys())
def test_sentence(found_by, most, text, expected):
    assert found_by("sentence", text, max_words=most) == expected


def test_message(told_by):
    assert told_by("sentence", "One two three.", max_words=2, message="{count} words") == ["3 words"]


def test_two_rules(make_rule, findings):
    rules = [make_rule("sentence", "style/long", max_words=2), make_rule("sentence", "style/longer", max_words=4)]
    assert [finding.rule for finding in findings("One two three. One two three four five.", *rules)] == \
        ["style/long", "style/long", "style/longer"]
