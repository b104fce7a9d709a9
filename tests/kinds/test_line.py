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
    "between blank lines": ("Rain fell.\n\nRead more\n\nSnow fell.", "Rain fell.\n\nSnow fell."),
    "the first": ("Read more\nSnow fell.", "Snow fell."),
    "the last without a line break": ("Rain fell.\nRead more", "Rain fell.\n"),
    "with the spaces around it": ("Rain fell.\n  Read more  \nSnow fell.", "Rain fell.\nSnow fell."),
    "two neighbours": ("Rain fell.\nRead more\nRead more\nSnow fell.", "Rain fell.\nSnow fell."),
    "with CRLF": ("Rain fell.\r\nRead more\r\nSnow fell.", "Rain fell.\r\nSnow fell."),
}


@pytest.mark.parametrize("text, expected", MENDED.values(), ids=MENDED.keys())
def test_fix(mended_by, text, expected):
    assert mended_by("line", text, id="artifacts/tried", match=["read more"]) == expected


PROSE = "The council voted on Monday to rebuild the bridge, and the mayor said that it would be done by May."
STRENGTHS = {
    "alone within the article": (f"{PROSE}\n\nPolitics\n\n{PROSE}", []),
    "near a sure one": (f"{PROSE}\n\nRead more\n\nPolitics\n\n{PROSE}", ["3 sure", "5 likely"]),
    "as the last of some near it": (f"{PROSE}\n\nRead more\n\nPolitics\n\nSport\n\n{PROSE}", ["3 sure", "5 likely", "7 likely"]),
    "far from it": (f"{PROSE}\n\nRead more\n\n{PROSE}\n\n{PROSE}\n\n{PROSE}\n\n{PROSE}\n\n{PROSE}\n\nPolitics\n\n{PROSE}", ["3 sure"]),
    "two of them": (f"{PROSE}\n\nPolitics\n\nSport\n\n{PROSE}", []),
    "a menu": ("Politics\n\nSport\n\nWeather\n\nMoney", ["1 likely", "3 likely", "5 likely", "7 likely"]),
    "a menu with other lines between": ("Sport\n\nLeeds 2\n\nSport\n\nHull 1\n\nWeather\n\nRain\n\nMoney", []),
    "at the end, after the article": (f"{PROSE}\n\nRain fell.\n\nPolitics", ["5 likely"]),
    "at the end of a text without prose": ("Rain fell.\n\nPolitics", []),
    "the first line": (f"Politics\n\n{PROSE}", []),
    "three times": (f"{PROSE}\n\nSport\n\n{PROSE}\n\n{PROSE}\n\n{PROSE}\n\nSport\n\n{PROSE}\n\n{PROSE}\n\n{PROSE}\n\nSport\n\n{PROSE}",
                    ["3 likely", "11 likely", "19 likely"]),
}


@pytest.mark.parametrize("text, expected", STRENGTHS.values(), ids=STRENGTHS.keys())
def test_strength(make_rule, findings, text, expected):
    rules = [make_rule("line", "artifacts/sure", match=["read more"]),
             make_rule("line", "artifacts/likely", lines=["politics", "sport", "weather", "money"], strength="likely")]
    assert [f"{finding.line} {finding.rule.removeprefix('artifacts/')}" for finding in findings(text, *rules)] == expected


def test_a_sure_rule_goes_before_a_likely_one(make_rule, findings):
    rules = [make_rule("line", "artifacts/likely", lines=["read more"], strength="likely"),
             make_rule("line", "artifacts/sure", match=["read more"])]
    assert [finding.rule for finding in findings("Rain fell.\n\nRead more", *rules)] == ["artifacts/sure"]


PLAIN = {
    "whatever its case, with bullet and marks": ("Rain fell.\n* READ  More »\nRead more now", ["2:1 * READ  More »"]),
    "not a part of a line": ("Rain fell.\nYou can read more", []),
}


@pytest.mark.parametrize("text, expected", PLAIN.values(), ids=PLAIN.keys())
def test_lines(found_by, text, expected):
    assert found_by("line", text, id="artifacts/tried", lines=["Read more"]) == expected


STARTS = {
    "goes on": ("• Sign up for rain\nSign up: rain", ["1:1 • Sign up for rain", "2:1 Sign up: rain"]),
    "another word": ("Sign upper deck", []),
    "too long": ("Sign up for rain and snow and hail and sleet", []),
}


@pytest.mark.parametrize("text, expected", STARTS.values(), ids=STARTS.keys())
def test_starts(found_by, text, expected):
    assert found_by("line", text, id="artifacts/tried", starts=["sign up"], max_words=6) == expected
