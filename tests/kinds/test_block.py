"""Kind block: each case is a text, what is known to be the page's in it, and what is taken for it too."""
import pytest

PROSE = "The council voted on Monday to rebuild the bridge, and the mayor said that it would be done by May."
MORE = "The vote ends a row of three years between the harbour, which pays for most of it, and the town, which does not."
ARTICLE = f"{PROSE}\n\n{MORE}"
LONG = f"{ARTICLE}\n\n{ARTICLE}"
KNOWN = ["known(?: \\d)?"]


def lines(*texts):
    return "\n\n".join(texts)


CASES = {
    "nothing where no rule knows a line": (lines("Tide tables", ARTICLE, "Late rain", "Boat race off"), []),
    "no prose, no article": (lines("Known", "Known", "Tide tables", "Late rain"), []),
    "after the article": (lines(ARTICLE, "Known", "Tide tables"), ["tail 7:1 Tide tables"]),
    "before the known line too": (lines(ARTICLE, "Tide tables", "Known"), ["tail 5:1 Tide tables"]),
    "but no sentence": (lines(ARTICLE, "Known", "Nobody came."), []),
    "nor what has the article's words": (lines(ARTICLE, "Known", "Council votes on bridge by May"), []),
    "a sentence among lines of a page": (lines(ARTICLE, "Known", "Late rain", "It is over.", "Known", "Known"),
                                         ["tail 7:1 Late rain", "tail 9:1 It is over."]),
    "one known line in a long tail shows nothing": (lines(ARTICLE, "Known", *["Leeds 2"] * 12), []),
    "before the article": (lines("Known", "Known", "Tides", ARTICLE), ["head 5:1 Tides"]),
    "one known line is not enough there": (lines("Known", "Tides", ARTICLE), []),
    "the first line is the title": (lines("Tides", "Known", "Known", ARTICLE), []),
    "a headline above the article": (lines("Known", "Known", "Rovers hold United to a late draw", ARTICLE), []),
    "a headline of three words at the top": (lines("Known", "Known", "Rovers hold United", ARTICLE), []),
    "a byline and a date": (lines("Known", "Known", "By Ann Marsh", "12 March 2024", ARTICLE), []),
    "an item of a list is no headline": (lines("Known", "Known", "* Rovers hold United to a draw", ARTICLE),
                                         ["head 5:1 * Rovers hold United to a draw"]),
    "a run within the article": (lines(LONG, "Known", "Tides", "Known", "Cams", "Known", "Rain", LONG),
                                 ["run 11:1 Tides", "run 15:1 Cams", "run 19:1 Rain"]),
    "too short a run": (lines(LONG, "Known", "Tides", "Known", LONG), []),
    "a run in which too little is known": (lines(LONG, "Known", *["Leeds 2"] * 9, LONG), []),
}


@pytest.fixture(scope="session")
def taken(make_rule, findings):
    rules = [make_rule("line", "artifacts/known", match=KNOWN),
             *(make_rule("block", f"artifacts/{check}", check=check) for check in ("head", "tail", "run"))]

    def find(text):
        return [f"{finding.rule.removeprefix('artifacts/')} {finding.line}:{finding.column} {finding.match}"
                for finding in findings(text, *rules) if finding.rule != "artifacts/known"]
    return find


@pytest.mark.parametrize("text, expected", CASES.values(), ids=CASES.keys())
def test_block(taken, text, expected):
    assert taken(text) == expected


def test_one_finding_a_line(make_rule, findings):
    rules = [make_rule("line", "artifacts/known", match=KNOWN), make_rule("block", "artifacts/tail", check="tail"),
             make_rule("regex", "usage/tides", match=["Tide"])]
    found = [(finding.rule, finding.line) for finding in findings(lines(ARTICLE, "Known", "Tide tables"), *rules)]
    assert found == [("artifacts/known", 5), ("artifacts/tail", 7)]
