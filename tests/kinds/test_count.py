"""Kind count: each case is how many are fine, in what, a text, and the first that is too many."""
import pytest

TEXT = "Really now, it really rained. It really did. Really!\nReally, said the mayor."
CASES = {
    "in a document": (3, "document", TEXT, ["1:46 Really"]),
    "in a document, as many as are fine": (5, "document", TEXT, []),
    "in a paragraph": (2, "paragraph", TEXT, ["1:34 really"]),
    "in each paragraph": (0, "paragraph", TEXT, ["1:1 Really", "2:1 Really"]),
    "in a sentence": (1, "sentence", TEXT, ["1:16 really"]),
    "in each sentence": (0, "sentence", TEXT, ["1:1 Really", "1:34 really", "1:46 Really", "2:1 Really"]),
    "not over a paragraph break": (1, "paragraph", "It rained really hard, he said.\n\nIt really rained.", []),
    "nothing": (0, "document", "It rained.", []),
}


@pytest.mark.parametrize("most, per, text, expected", CASES.values(), ids=CASES.keys())
def test_count(found_by, most, per, text, expected):
    assert found_by("count", text, match=[r"\breally\b"], max=most, per=per) == expected


def test_patterns_count_together(found_by):
    assert found_by("count", "It was very, quite, really late.", match=["very", "quite|really"], max=2, per="sentence") == \
        ["1:21 really"]


def test_message(told_by):
    assert told_by("count", TEXT, match=["really"], max=1, per="document", message="{count} in a {per}, {max} will do") == \
        ["5 in a document, 1 will do"]
