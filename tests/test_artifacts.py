"""All rules of artifacts/ together: what they find in a page, what they leave alone, and how long they take."""
from __future__ import annotations

import json
import time
from functools import lru_cache

import pytest

from newslint import cli, engine, pack
from newslint.formats import text as text_format

PROSE = "The council voted on Monday to rebuild the bridge, and the mayor said that it would be done by May."
MORE = "The vote ends a row of three years between the harbour, which pays for most of it, and the town, which does not."


@lru_cache(None)
def ready():
    return pack.of([rule for rule in pack.rules(()) if rule.family == "artifacts"])


def found(text):
    return [finding for document in text_format.read("x.txt", text) for finding in engine.check(document, ready())]


def lines(*texts):
    return "\n\n".join(texts)


PAGE = [
    ("Skip to main content", "back-to-top"), ("Menu", "menu-label"), ("World", "menu-word"), ("Politics", "menu-word"),
    ("Our boats", "page-head"),
    ("Council votes to rebuild the old bridge", None), ("By Ann Marsh", None),
    ("Nov. 19, 2019 8:03 am ET", "date-stamp"), (PROSE, None), (MORE, None),
    ("Ann Marsh and the mayor on the bridge on Monday. (Image: Harbour Daily)", "caption-line"), (MORE, None),
    ("Advertisement", "advertisement-label"), (PROSE, None),
    ("Share this article", "share-buttons"), ("If you enjoyed this story, tell a friend.", "reader-call"),
    ("Related stories", "related-heading"), ("Late rain puts off the boat race", "page-tail"), ("Nov 18", "page-date"),
    ("Leave a Reply", "comment-form"), ("Facebook", "menu-word"), ("All rights reserved.", "copyright-line"),
]


def test_a_page_line_by_line():
    rules = {finding.line: finding.rule.removeprefix("artifacts/") for finding in found(lines(*(line for line, _ in PAGE)))}
    assert [(line, rules.get(2 * number + 1)) for number, (line, _) in enumerate(PAGE)] == PAGE


def test_what_is_sure_is_an_error_and_what_is_likely_a_warning():
    for rule in pack.rules(()):
        if rule.family == "artifacts" and rule.kind == "line" and rule.options["strength"] == "likely":
            assert (rule.level, rule.safe) == ("warning", False), rule.id


LEFT_ALONE = {
    "a story that quotes a chatbot": lines(
        "Chatbot declines to write court filing", PROSE,
        "“As an AI language model, I cannot do that,” the program answered, and the lawyer read it out in court.",
        "“Certainly! Here is a revised version of the article,” it wrote to another man.", MORE),
    "a report on share prices": lines(
        "Shares fall as bank warns", "The shares fell by 4% on Monday. Print and share prices were quoted late.",
        "Barclays 145p -3", "HSBC 512p +2", "Lloyds 44p -1", "Tesco 201p +1", "BP 480p -9", "Shell 2,100p -4", MORE),
    "a list of fixtures": lines("Fixtures", "Tuesday, 1 March", "Football", "Leeds v Hull, 19:45", "York v Bath, 19:45",
                                "Wednesday, 2 March", "Rugby", "Hull v Leeds, 20:00", "Bath v York, 20:00",
                                "Thursday, 3 March", "Tennis", "Marsh v Smyth, 14:00"),
    "a table of results": lines(PROSE, "Results", "Leeds 2 Hull 1", "York 1 Bath 1", "Hull 0 York 3", "Bath 2 Leeds 2",
                                "Leeds 0 York 0", "Hull 1 Bath 2", MORE),
    "a recipe": lines("Lemon tart", PROSE, "Ingredients", "200g flour", "3 lemons", "Salt", "2 eggs", "Method",
                      "Heat the oven. Mix the flour with the eggs.", "Bake for 40 minutes.", MORE),
    "TK Maxx": lines("TK Maxx to open by the harbour", "TK Maxx is to open a shop by the harbour in May.", PROSE),
    "CQ Roll Call": lines("Reporter wins prize", "She writes for CQ Roll Call, and has done so for ten years.", PROSE),
    "a man called Enda": lines("Enda", "Enda Kenny was there, and Enda spoke.", PROSE, "Enda"),
    "a date below the headline": lines("Council votes to rebuild the old bridge", "12 March 2024", PROSE, MORE),
    "a place below the headline": lines("Council votes to rebuild the old bridge", "LONDON (Reuters)", PROSE, MORE),
    "a byline": lines("Council votes to rebuild the old bridge", "By Ann Marsh in London", PROSE, MORE),
    "subheads": lines("Council votes to rebuild the old bridge", PROSE, "Politics", MORE, "Money", PROSE, "What next?", MORE),
    "questions and answers": lines("The mayor speaks", PROSE, "More", "I want more money for it.", "Search", MORE),
    "stars between two parts": lines("Council votes to rebuild the old bridge", PROSE, "***", MORE),
    "what is on": lines("What is on", PROSE, "Film: The Harbour, 20.30", "Music: Hull Brass", "Books: Ann Marsh reads", MORE),
    "a concert tour": lines(PROSE, "June 24 – Bristow, VA @ Jiffy Lube Live", "June 26 – Allentown, PA @ PPL Center",
                            "June 27 – Camden, NJ @ BB&T Pavilion", "July 3 – Mansfield, MA @ Xfinity Center", MORE),
}


@pytest.mark.parametrize("text", LEFT_ALONE.values(), ids=LEFT_ALONE.keys())
def test_left_alone(text):
    assert [(finding.rule, finding.match) for finding in found(text)] == []


# Several files --------------------------------------------------------------------------------------------------------

ARTICLES = {"a.txt": PROSE, "b.txt": MORE, "c.txt": "Hull won at home on Saturday after a late goal by their captain, the third this season."}
FOOT = "Harbour Daily is an part of the Coast group"


def checked(folder, *options):
    out = folder / "report.jsonl"
    code = cli.main(["check", "--isolated", "--format", "jsonl", "--output", str(out), *options, str(folder / "in")])
    return code, [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]


@pytest.fixture
def three(tmp_path):
    (tmp_path / "in").mkdir()
    for name, text in ARTICLES.items():
        (tmp_path / "in" / name).write_text(f"{text}\n\n{FOOT}\n", encoding="utf-8")
    return tmp_path


def test_a_repeated_line_takes_the_other_findings_in_it_along(three):
    code, findings = checked(three)
    assert [(finding["path"][-5:], finding["line"], finding["rule"]) for finding in findings] == \
        [(name, 3, "artifacts/repeated-line") for name in ARTICLES]
    assert findings[0]["fix"] == {"safe": False, "edits": [{"start": len(PROSE) + 2, "end": len(PROSE) + len(FOOT) + 3, "replacement": ""}]}
    assert code == 0                        # the error was in a line of the page


def test_in_two_files_it_is_an_article_s_own(three):
    (three / "in" / "c.txt").unlink()
    code, findings = checked(three)
    assert {finding["rule"] for finding in findings} == {"grammar/a-an"} and code == 1


def test_what_two_files_show_fails_the_run_at_its_level(three):
    assert checked(three, "--fail-level", "warning")[0] == 1


def test_processes_find_the_same(three, monkeypatch):
    monkeypatch.setattr("newslint.run.MANY", 1)
    monkeypatch.setattr("newslint.manyfiles.FILES_A_PROCESS", 1)
    for number in range(8):
        (three / "in" / f"d{number}.txt").write_text(f"{PROSE}\n\nStory {number} ends here and now.\n\n{FOOT}\n", encoding="utf-8")
    one, two = checked(three, "--jobs", "1"), checked(three, "--jobs", "2")
    assert one == two and sum(finding["rule"] == "structure/duplicate-article" for finding in one[1]) == 8


# Linear time ----------------------------------------------------------------------------------------------------------

SHORT, LONG = 40_000, 160_000               # characters
LINEAR = 8                                  # how much longer LONG may take: 4 is linear, 16 quadratic
HOSTILE = {
    "one word": "read ", "marks": "| * - ", "a minified script": "function(a){if(b){c.push(d)}}var e=window.f;",
    "dates": "Nov. 19, 2019 8:03 am ", "credits": "(Image: Getty) Credit: A ", "names": "Ann Marsh is a ",
    "copyright": "© 2019 all rights ", "brackets": "((((", "spaces": "  \u00a0", "short lines": "Read on\n",
    "menus": "World\nPolitics\nTides tables\n", "paragraphs": PROSE + "\n",
}


def seconds(text):
    best = 9.0
    for _ in range(3):
        start = time.process_time()
        found(text)
        best = min(best, time.process_time() - start)
    return best


@pytest.mark.parametrize("unit", HOSTILE.values(), ids=HOSTILE.keys())
def test_linear(unit):
    found(unit)
    text = unit * (LONG // len(unit))
    assert seconds(text) < LINEAR * max(seconds(text[:SHORT]), 0.002)


def test_a_line_of_a_megabyte():
    found(PROSE)
    line = "read more about this © " * 45_000
    assert seconds(line) < LINEAR * max(seconds(line[:len(line) // 4]), 0.002)
