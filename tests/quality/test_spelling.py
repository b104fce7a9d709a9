"""The spelling measure itself: slips stand where they are said to, suggestions are ranked, verdicts are found again."""
from random import Random

import pytest

from tests.quality import spelling, texts, verdicts
from tests.quality.slips import RATE, SHARES, WORD, Slip, typed
from tests.quality.speller import Flag

TEXT = "The Harbour Council wrote to Ann Marsh about the bridge, and nobody answered for weeks. " * 800
TYPOS = {"bridge": ["brige"], "answered": ["ansered", "answred"], "about": ["abuot"]}


def test_slips_stand_where_they_are_said_to():
    slipped, slips = typed(TEXT, Random(1), TYPOS)
    assert {slip.kind for slip in slips} == {*SHARES}
    assert len(slips) == round(len(WORD.findall(TEXT)) / RATE)
    clean, reached = [], 0
    for slip in slips:
        assert slipped[slip.start:slip.end] == slip.wrong != slip.right
        clean += [slipped[reached:slip.start], slip.right]
        reached = slip.end
    assert "".join([*clean, slipped[reached:]]) == TEXT
    assert typed(TEXT, Random(1), TYPOS) == (slipped, slips)


def test_names_and_first_words():
    _, slips = typed(TEXT, Random(2), TYPOS)
    assert all(slip.right.istitle() and slip.right != "The" for slip in slips if slip.kind == "name")
    assert all(slip.right.islower() or slip.right == "The" for slip in slips if slip.kind != "name")


WRITTEN = "They wrote it of teh harbour andthe town and to gether."
RANKS = {
    "the word itself": (("list", "teh", "the"), "teh", ("the",), 0),
    "second": (("list", "teh", "the"), "teh", ("tea", "the"), 1),
    "none": (("list", "teh", "the"), "teh", (), 99),
    "with its neighbour": (("list", "teh", "the"), "of teh", ("of the",), 0),
    "a split whole": (("split", "to gether", "together"), "to gether", ("together",), 0),
    "half of a split": (("split", "to gether", "together"), "gether", ("gather",), 99),
    "a run-on": (("run-on", "andthe", "and the"), "andthe", ("and the",), 0),
}


@pytest.mark.parametrize("slip, flagged, suggestions, rank", RANKS.values(), ids=RANKS.keys())
def test_rank(slip, flagged, suggestions, rank):
    kind, wrong, right = slip
    there = Slip(kind, WRITTEN.index(wrong), WRITTEN.index(wrong) + len(wrong), wrong, right)
    flag = Flag(WRITTEN.index(flagged), WRITTEN.index(flagged) + len(flagged), suggestions)
    assert spelling.rank(WRITTEN, there, flag) == rank
    assert spelling.best(WRITTEN, there, [Flag(0, 4, ("Thy",)), flag]) == flag


READ = {
    "plain, and once": ({"a.txt": "Rain fell. " * 30, "b.txt": "Rain  fell. " * 30}, ["a.txt:1"]),
    "too short": ({"a.txt": "Rain fell."}, []),
    "tagged": ({"ca01": ("The/at council/nn ``/`` voted/vbd ''/'' on/in it/pps ./. " * 20)}, ["ca01:1"]),
    "many articles in a file": ({"all.txt": "\n".join(f"{line} {'rain ' * 2000}" for line in range(30))}, ["all.txt:1", "all.txt:26"]),
    "other files": ({"README": "Rain fell. " * 30, "x.bin": "Rain fell. " * 30}, []),
}


@pytest.mark.parametrize("files, expected", READ.values(), ids=READ.keys())
def test_read(tmp_path, files, expected):
    for name, text in files.items():
        (tmp_path / name).write_text(text)
    found = texts.read([str(tmp_path)])
    assert [f"{text.path}:{text.line}" for text in found] == expected
    assert sorted(found) == sorted([*texts.read([str(tmp_path)], "dev"), *texts.read([str(tmp_path)], "test")])
    assert all("/" not in text.text for text in found)


def test_verdicts_are_found_again(tmp_path):
    text = texts.Text("a.txt", 5, "It rained.\n\nNobody saw teh\nharbour.")
    flag = Flag(text.text.index("teh"), text.text.index("teh") + 3, ("the",), "error", "spelling/misspelling")
    sheet = tmp_path / "spelling-a.tsv"
    assert verdicts.write_sheet(str(sheet), [(text, flag)], {}) == 1
    assert sheet.read_text().splitlines()[1] == "a.txt\t7\tteh\tspelling/misspelling\tthe\t\tNobody saw [teh] harbour."
    with pytest.raises(SystemExit, match="no verdict"):
        verdicts.read(str(tmp_path))
    sheet.write_text(sheet.read_text().replace("\tthe\t\t", "\tthe\tright\t"))
    known = verdicts.read(str(tmp_path))
    assert known == {verdicts.key(text, flag): "right"}
    assert verdicts.write_sheet(str(sheet), [(text, flag)], known) == 0
