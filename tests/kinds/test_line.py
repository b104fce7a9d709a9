"""Kind line: each case is a text and the paragraphs found in it, as line:column and paragraph."""
import pytest

CASES = {
    "all of a line": ("Rain fell.\nRead more\nSnow fell.", ["2:1 Read more"]),
    "whatever its case": ("Rain fell.\nREAD MORE", ["2:1 READ MORE"]),
    "the only line": ("Read more", ["1:1 Read more"]),
    "first and last": ("Read more\nRain fell.\nRead more", ["1:1 Read more", "3:1 Read more"]),
    "with a bullet and an arrow": ("Rain fell.\n• Read more »\n» READ MORE…\n* Read more:",
                                   ["2:1 • Read more »", "3:1 » READ MORE…", "4:1 * Read more:"]),
    "with spaces around": ("Rain fell.\n  Read more  \nSnow.", ["2:3 Read more"]),
    "with a no-break space": ("Rain fell.\n\u00a0Read\u00a0more\u00a0\nSnow.", ["2:1 \u00a0Read\u00a0more\u00a0"]),
    "not a part of a line": ("You can read more on page 2.\nRead more about it", []),
    "not two lines": ("Rain fell.\nRead\nmore", []),
}


@pytest.mark.parametrize("text, expected", CASES.values(), ids=CASES.keys())
def test_line(found_by, text, expected):
    assert found_by("line", text, id="artifacts/tried", match=["read more"]) == expected


WHERE = {
    "the start of a line": ({"where": "start"}, ["3:1 Read more about it", "4:1 Read more"]),
    "anywhere": ({"where": "anywhere"}, ["2:1 To read more, turn to page 2.", "3:1 Read more about it", "4:1 Read more"]),
    "anywhere in a few words": ({"where": "anywhere", "max_words": 4}, ["3:1 Read more about it", "4:1 Read more"]),
    "a whole line of one word at most": ({"max_words": 1}, []),
}


@pytest.mark.parametrize("options, expected", WHERE.values(), ids=WHERE.keys())
def test_where(found_by, options, expected):
    text = "Rain fell.\nTo read more, turn to page 2.\nRead more about it\nRead more"
    assert found_by("line", text, id="artifacts/tried", match=["read more"], **options) == expected


def test_a_long_line_is_prose(found_by):
    long = "Read more " + "and more " * 10
    assert found_by("line", f"{long}\nRead more and more", id="artifacts/tried", match=["read more(?: and more)*"]) == \
        ["2:1 Read more and more"]


def test_a_paragraph_of_two_lines_is_prose(found_by):
    assert found_by("line", "They stood in\nread more", id="artifacts/tried", match=["read more"]) == []


def test_one_finding_a_paragraph(found_by):
    assert found_by("line", "Share this", id="artifacts/tried", match=["share (?:this|it)", "share .{1,5}", "this"],
                    where="anywhere") == ["1:1 Share this"]


MENDED = {
    "in the middle": ("Rain fell.\nRead more\nSnow fell.", "Rain fell.\nSnow fell."),
    "between blank lines": ("Rain fell.\n\nRead more\n\nSnow fell.", "Rain fell.\n\n\nSnow fell."),
    "the first": ("Read more\nSnow fell.", "Snow fell."),
    "the last without a line break": ("Rain fell.\nRead more", "Rain fell.\n"),
    "with the spaces around it": ("Rain fell.\n  Read more  \nSnow fell.", "Rain fell.\nSnow fell."),
    "two neighbours": ("Rain fell.\nRead more\nRead more\nSnow fell.", "Rain fell.\nSnow fell."),
    "with CRLF": ("Rain fell.\r\nRead more\r\nSnow fell.", "Rain fell.\r\nSnow fell."),
}


@pytest.mark.parametrize("text, expected", MENDED.values(), ids=MENDED.keys())
def test_fix(mended_by, text, expected):
    assert mended_by("line", text, id="artifacts/tried", match=["read more"]) == expected
