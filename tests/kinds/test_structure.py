"""Kind structure: each case is a text and what is found, as line:column and match."""
import pytest

PROSE = "The harbour reopened on Monday after a week of storms that kept every boat in port."
HEADLINE = "Harbour opens again after week of storms"

LABELS = {
    "a label over the headline": (f"Local News\n\n{HEADLINE}\n\n{PROSE}", ["1:1 Local News"]),
    "a label of one word": (f"Sport\n\n{HEADLINE}\n\n{PROSE}", ["1:1 Sport"]),
    "the headline comes first": (f"{HEADLINE}\n\n{PROSE}", []),
    "a short headline alone": (f"Harbour Opens\n\n{PROSE}", []),
    "prose alone": (PROSE, []),
    "a date over the headline": (f"21 November 2026\n\n{HEADLINE}\n\n{PROSE}", []),
    "a byline over the headline": (f"By Dora Vance\n\n{HEADLINE}\n\n{PROSE}", []),
    "nothing": ("", []),
}


@pytest.mark.parametrize("text, expected", LABELS.values(), ids=LABELS.keys())
def test_section_label(found_by, text, expected):
    assert found_by("structure", text, check="section-label") == expected


DUPLICATES = {
    "set a second time": (f"{PROSE}\n\nRain fell.\n\n{PROSE}", [f"5:1 {PROSE}"]),
    "set three times": (f"{PROSE}\n{PROSE}\n{PROSE}", [f"2:1 {PROSE}", f"3:1 {PROSE}"]),
    "of eight words": ("One two three four five six seven eight.\n" * 2, ["2:1 One two three four five six seven eight."]),
    "of seven words": ("One two three four five six seven.\n" * 2, []),
    "with another ending": (f"{PROSE}\n{PROSE[:-1]}!", []),
}


@pytest.mark.parametrize("text, expected", DUPLICATES.values(), ids=DUPLICATES.keys())
def test_duplicate_paragraph(found_by, text, expected):
    assert found_by("structure", text, check="duplicate-paragraph") == expected


def test_duplicate_says_where_the_first_is(told_by):
    assert told_by("structure", f"Rain fell.\n\n{PROSE}\n\n{PROSE}", check="duplicate-paragraph", message="at {line}") == \
        ["at 3"]


STOPS = {
    "a full stop": (f"{HEADLINE}.\n\n{PROSE}", []),
    "none": (f"{HEADLINE}\n\n{PROSE}", []),
}


@pytest.mark.parametrize("text, expected", STOPS.values(), ids=STOPS.keys())
def test_headline_stop(found_by, text, expected):
    assert found_by("structure", text, check="headline-stop") == expected


MENDED = {
    "the label goes": ("section-label", f"Sport\n\n{HEADLINE}\n\n{PROSE}", f"{HEADLINE}\n\n{PROSE}"),
    "the copy goes": ("duplicate-paragraph", f"{PROSE}\n{PROSE}\nRain fell.", f"{PROSE}\nRain fell."),
}


@pytest.mark.parametrize("check, text, expected", MENDED.values(), ids=MENDED.keys())
def test_fix(mended_by, check, text, expected):
    assert mended_by("structure", text, check=check) == expected
