"""Kind consistency: each case is a text, what is found, and what is left when the fix is done."""
import pytest

APOSTROPHES = {"forms": {"curly": r"’(?=\w)", "straight": r"'(?=\w)"}, "write": {"curly": "’", "straight": "'"}}
CASES = {
    "nothing": ("", [], ""),
    "one form": ("it's, don't", [], "it's, don't"),
    "the rarer form": ("it's, don't, can’t", ["1:17 ’"], "it's, don't, can't"),
    "the rarer form comes first": ("can’t, it's, don't", ["1:4 ’"], "can't, it's, don't"),
    "one finding for many places": ("it’s, can’t, won’t, it's, don't", ["1:23 '"], "it’s, can’t, won’t, it’s, don’t"),
    "of two as frequent the first stays": ("can’t, it's", ["1:10 '"], "can’t, it’s"),
    "over paragraphs": ("It's late and it isn't dark.\n\nIt’s done.", ["3:3 ’"], "It's late and it isn't dark.\n\nIt's done."),
}


@pytest.mark.parametrize("text, expected, after", CASES.values(), ids=CASES.keys())
def test_consistency(found_by, mended_by, text, expected, after):
    assert found_by("consistency", text, **APOSTROPHES) == expected
    assert mended_by("consistency", text, **APOSTROPHES) == after


TOWARD = {
    "what the rest of the text shows": ("“It's” it isn't, it’s", ["1:4 '", "’"]),
    "nothing shown": ("It's, it isn't, it’s", ["1:19 ’", "'"]),
    "shown, but that form is not there": ("“It's, it isn't", []),
}


@pytest.mark.parametrize("text, expected", TOWARD.values(), ids=TOWARD.keys())
def test_toward(found_by, suggested_by, text, expected):
    options = {**APOSTROPHES, "toward": {"curly": "[“”]"}}
    assert found_by("consistency", text, **options) == expected[:1]
    assert [line.partition(" -> ")[2] for line in suggested_by("consistency", text, **options)] == expected[1:]


def test_three_forms(found_by, told_by):
    options = {"forms": {"no": r"\bper cent\b", "one": r"\bpercent\b", "sign": r"%"}}
    text = "5%, 6% and 7%, 8 per cent, 9 percent"
    assert found_by("consistency", text, **options) == ["1:18 per cent"]
    assert told_by("consistency", text, **options, message="{count} against {kept} {keep}") == ["2 against 3 sign"]


def test_no_fix_where_nothing_says_how_to_write_it(mended_by):
    text = "it's, don't, can’t"
    assert mended_by("consistency", text, forms=APOSTROPHES["forms"]) == text
    assert mended_by("consistency", text, forms=APOSTROPHES["forms"], write={"curly": "’"}) == text


def test_what_a_pattern_means_is_exact(found_by):
    """No reading of ' and space as in kind regex: telling ' and ’ apart is what this kind is for."""
    assert found_by("consistency", "can't, won't, can’t", forms={"one": "n’t", "other": "n't"}) == ["1:17 n’t"]


def test_artifacts_do_not_count(make_rule, findings):
    text = "It's late.\nIt isn't dark.\nWe won’t share your address."
    footer = make_rule("line", "artifacts/footer", match=["we won't share your address"])
    mixed = make_rule("consistency", "quotes/mixed", **APOSTROPHES)
    assert [finding.rule for finding in findings(text, mixed)] == ["quotes/mixed"]
    assert [finding.rule for finding in findings(text, mixed, footer)] == ["artifacts/footer"]
