"""The baseline: what it keeps quiet, what it does not, and its file."""
from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint import entries, run

CLEAN, FINDINGS, MISUSE = 0, 1, 2
FILE = ".newslint-baseline"
ALOT, DOUBLED = "usage/alot", "grammar/doubled"
OLD = "It rained alot.\n\nIt was the the end.\n"


@pytest.fixture
def found(newslint):
    """What is reported, as “path:line rule”."""
    def find(*arguments):
        _, out, err = newslint(*arguments, "--format", "jsonl")
        assert not err, err
        return [f"{one['path']}:{one['line']} {one['rule']}" for one in map(json.loads, out.splitlines())]
    return find


def test_what_stood_is_not_reported_again(newslint, found, write, in_folder):
    write("a/x.txt", OLD)
    assert newslint("baseline", "a") == (CLEAN, f"{FILE}: 2 added, 0 taken out, 2 in all\n", "")
    lines = (in_folder / FILE).read_text().splitlines()
    assert lines[0].startswith("# newslint baseline: ") and lines == sorted(lines)
    assert [line.split("\t")[:2] + line.split("\t")[3:] for line in lines[1:]] == [
        ["a/x.txt", DOUBLED, "the the"], ["a/x.txt", ALOT, "alot"]]
    assert newslint("a") == (CLEAN, "1 file: nothing to report. 2 in the baseline.\n", "")
    write("a/x.txt", OLD + "\nThere was alot of sun.\n")
    assert found("a") == ["a/x.txt:5 " + ALOT]
    code, out, _ = newslint("a", "--format", "github")
    assert (code, out.splitlines()[-1]) == (FINDINGS, "1 file: 1 error. 1 can be fixed. 2 in the baseline.")
    assert found("a", "--no-baseline") == found("a", "--isolated") == [
        "a/x.txt:1 " + ALOT, "a/x.txt:3 " + DOUBLED, "a/x.txt:5 " + ALOT]


SAME = "It rained alot.\n"
LASTS = {                                   # files before and after, and what is new
    "a moved paragraph": ({"x.txt": OLD}, {"x.txt": "It was the the end.\n\nThe sun came out.\n\nIt rained alot.\n"}, []),
    "case and spacing": ({"x.txt": SAME}, {"x.txt": "IT  RAINED ALOT.\n"}, []),
    "a second one in the same sentence": ({"x.txt": SAME}, {"x.txt": "It rained alot, alot.\n"}, ["x.txt:1 " + ALOT]),
    "another fault of the sentence mended": ({"x.txt": "It was the the end alot.\n"}, {"x.txt": "It was the end alot.\n"}, []),
    "another fault of the sentence added": ({"x.txt": "It was the end alot.\n"}, {"x.txt": "It was the the end alot.\n"}, ["x.txt:1 " + DOUBLED]),
    "the same sentence again": ({"x.txt": SAME}, {"x.txt": SAME + "\n" + SAME}, ["x.txt:3 " + ALOT]),
    "a renamed file": ({"x.txt": OLD}, {"y.txt": OLD}, []),
    "a renamed and edited file": ({"x.txt": OLD}, {"y.txt": OLD + "\nIt snowed alot.\n"}, ["y.txt:5 " + ALOT]),
    "a folder moved": ({"a/x.txt": OLD, "a/y.txt": OLD}, {"b/c/x.txt": OLD, "b/c/y.txt": OLD}, []),
    "a copied file": ({"x.txt": SAME}, {"x.txt": SAME, "y.txt": SAME}, ["y.txt:1 " + ALOT]),
    "a sentence in two files": ({"x.txt": SAME, "y.txt": SAME}, {"x.txt": SAME, "y.txt": SAME, "z.txt": SAME}, ["z.txt:1 " + ALOT]),
    "one of two alike renamed": ({"x.txt": SAME, "y.txt": SAME}, {"x.txt": SAME, "z.txt": SAME}, []),
    "a file parted in two": ({"x.txt": OLD}, {"y.txt": "It rained alot.\n", "z.txt": "It was the the end.\n"}, []),
    "renamed and copied": ({"x.txt": SAME}, {"y.txt": SAME, "z.txt": SAME}, ["z.txt:1 " + ALOT]),
    "records": ({"x.jsonl": '{"body": "It rained alot."}\n' * 2}, {"x.jsonl": '{"body": "It rained alot."}\n' * 3}, ["x.jsonl:3 " + ALOT]),
    "a name with all sorts": ({"# a\\b é.txt": OLD}, {"# a\\b é.txt": OLD + "\nIt snowed alot.\n"}, ["# a\\b é.txt:5 " + ALOT]),
    "Markdown": ({"x.md": "It rained *alot*.\n"}, {"x.md": "# Rain\n\nIt rained alot.\n"}, []),
}


@pytest.mark.parametrize("before, after, new", LASTS.values(), ids=LASTS.keys())
def test_what_keeps_it_quiet(newslint, found, write, in_folder, before, after, new):
    for name, text in before.items():
        write(name, text)
    newslint("baseline", ".")
    for name in before:
        (in_folder / name).unlink()
    for name, text in after.items():
        write(name, text)
    assert [one.removeprefix("./") for one in found(".")] == new


def test_entries_that_are_no_longer_true_are_listed(newslint, write, in_folder):
    write("x.txt", OLD)
    write("y.txt", OLD)
    newslint("baseline", ".")
    write("x.txt", "It rained.\n")
    listed = (f"1 file: nothing to report.\n2 lines of {FILE} no longer true; `newslint baseline prune` takes that out:\n"
              "  x.txt  grammar/doubled  “the the”\n  x.txt  usage/alot  “alot”\n")
    assert newslint("x.txt") == (CLEAN, listed, "")
    assert newslint("y.txt")[1] == "1 file: nothing to report. 2 in the baseline.\n"
    for options in (("--select", "usage"), ("--level", "error"), ("--format", "jsonl")):
        assert "no longer" not in newslint("x.txt", *options)[1]
    write(".newslint.yaml", "rules: {usage/alot: off}")
    assert "usage/alot" not in newslint("x.txt")[1]
    write(".newslint.yaml", "")
    (in_folder / "x.txt").unlink()          # gone, and its folder is in the run
    assert newslint(".")[1] == "1 file" + listed.removeprefix("1 file").replace("report.", "report. 2 in the baseline.")
    assert "no longer" not in newslint("y.txt")[1]
    assert newslint("baseline", "prune", ".") == (CLEAN, f"{FILE}: 0 added, 2 taken out, 2 in all\n", "")
    assert newslint(".")[1] == "1 file: nothing to report. 2 in the baseline.\n"


def test_a_long_list_is_cut(newslint, write):
    write("x.txt", "".join(f"It rained alot on day {number}.\n\n" for number in range(13)))
    newslint("baseline", ".")
    write("x.txt", "It rained.\n")
    lines = newslint("x.txt")[1].splitlines()
    assert len(lines) == 13 and lines[-1] == "  … and 3 more" and lines[1].startswith("13 lines of ")


def test_update_and_prune(newslint, found, write):
    write("x.txt", OLD)
    write("y.txt", "It rained alot, they say.\n")
    newslint("baseline", ".")
    write("x.txt", "It rained alot.\n\nIt snowed alot.\n")
    assert newslint("baseline", "prune") == (CLEAN, f"{FILE}: 0 added, 1 taken out, 2 in all\n", "")
    assert found("x.txt") == ["x.txt:3 " + ALOT]
    assert newslint("baseline", "update", "x.txt") == (CLEAN, f"{FILE}: 1 added, 0 taken out, 3 in all\n", "")
    assert found("x.txt", "y.txt") == []
    assert newslint("baseline", "update") == (CLEAN, f"{FILE}: 0 added, 0 taken out, 3 in all\n", "")


def test_update_follows_a_renamed_file(newslint, write, in_folder):
    write("x.txt", OLD)
    newslint("baseline", ".")
    (in_folder / "x.txt").rename(in_folder / "y.txt")
    assert newslint("baseline", "update", "y.txt") == (CLEAN, f"{FILE}: 2 added, 2 taken out, 2 in all\n", "")
    assert [line.split("\t")[0] for line in (in_folder / FILE).read_text().splitlines()[1:]] == ["y.txt"] * 2


def test_update_keeps_what_is_of_rules_that_are_off(newslint, write, found):
    write("x.txt", "It was very late.\n\nIt rained alot.\n")
    newslint("baseline", "--level", "suggestion", ".")
    assert found("x.txt", "--level", "suggestion") == found("x.txt") == []
    assert newslint("baseline", "update", ".")[1] == f"{FILE}: 0 added, 0 taken out, 2 in all\n"
    assert newslint("baseline", "prune", ".")[1] == f"{FILE}: 0 added, 0 taken out, 2 in all\n"


def test_show(newslint, write):
    write("a/x.txt", OLD)
    write("b/y.txt", "It rained alot.\n")
    newslint("baseline", ".")
    assert newslint("baseline", "show") == (CLEAN, "a/x.txt  grammar/doubled  “the the”\na/x.txt  usage/alot  “alot”\n"
                                            f"b/y.txt  usage/alot  “alot”\n{FILE}: 3 findings of 2 files\n", "")
    assert newslint("baseline", "show", "b") == (CLEAN, f"b/y.txt  usage/alot  “alot”\n{FILE}: 1 finding of 1 file\n", "")


def test_another_file(newslint, found, write, in_folder):
    write("a/x.txt", OLD)
    assert newslint("baseline", "--baseline", "a/old.tsv", "a")[0] == CLEAN
    assert (in_folder / "a/old.tsv").read_text().splitlines()[1].startswith("x.txt\t")
    assert len(found("a")) == 2 and found("a", "--baseline", "a/old.tsv") == []
    code, out, err = newslint("a", "--baseline", "no.tsv")
    assert (code, out) == (MISUSE, "") and err.startswith("newslint: no.tsv: no such baseline")
    code, _, err = newslint("a", "--baseline", "a/old.tsv", "--no-baseline")
    assert code == MISUSE and "not allowed with" in err


def test_each_config_has_its_own(newslint, found, write, in_folder):
    for folder in ("", "a/"):
        write(f"{folder}.newslint.yaml", "")
        write(f"{folder}x.txt", OLD)
    assert newslint("baseline", ".")[1] == f"a/{FILE}: 2 added, 0 taken out, 2 in all\n{FILE}: 2 added, 0 taken out, 2 in all\n"
    assert (in_folder / "a" / FILE).read_text().splitlines()[1].startswith("x.txt\t")
    assert found(".") == []


def test_without_a_config_it_is_at_the_root_of_the_repository(newslint, found, write, in_folder, monkeypatch):
    write("a/x.txt", OLD)
    newslint("baseline", "a")
    monkeypatch.chdir(in_folder / "a")
    assert found("x.txt") == [] and newslint("baseline", "show")[1].endswith(f"{in_folder / FILE}: 2 findings of 1 file\n")


def test_what_is_not_of_the_article_alone_stays_out(newslint, found, write, in_folder, write_rule):
    write_rule(in_folder, "our/structure/copy", "kind: repeated\nlevel: warning\nmessage: As {path}.\ncheck: article\n"
               "bad: [x]\ngood: [y]\n")
    write(".newslint.yaml", "rule-folders: [our]")
    prose = "".join(f"The mayor of the town said on day {number} that it would rain.\n\n" for number in ("one", "two", "three"))
    for name in "xy":
        write(f"{name}.md", prose + "It rained alot.\n\n<!-- newslint-disable-file usage/no -->\n")
    assert newslint("baseline", ".")[1] == f"{FILE}: 2 added, 0 taken out, 2 in all\n"
    assert found(".") == ["./x.md:9 newslint/unknown-suppression", "./y.md:1 structure/copy", "./y.md:9 newslint/unknown-suppression"]


def test_several_processes_know_what_one_does(newslint, write, monkeypatch):
    for number in range(12):
        write(f"{number}.txt", f"It rained alot on day {number}.\n")
    newslint("baseline", ".")
    for number in range(0, 12, 2):
        write(f"{number}.txt", f"It snowed and it was the the end of day {number}.\n")
    monkeypatch.setattr(run, "MANY", 1)
    monkeypatch.setattr("newslint.manyfiles.FILES_A_PROCESS", 1000)
    one = newslint(".")
    monkeypatch.setattr("newslint.manyfiles.FILES_A_PROCESS", 4)
    assert newslint(".", "--jobs", "2") == one
    assert "12 files: 6 warnings. 6 can be fixed. 6 in the baseline.\n6 lines of" in one[1]


def test_a_merge(newslint, found, write, in_folder):
    write("x.txt", OLD)
    newslint("baseline", ".")
    heading, *lines = (in_folder / FILE).read_text().splitlines()
    write(FILE, "\r\n".join([lines[1], heading, lines[0], "", lines[1], lines[0]]))
    assert found("x.txt") == []             # in any order, twice, with other line ends
    assert newslint("baseline", "update", ".")[1] == f"{FILE}: 0 added, 0 taken out, 2 in all\n"
    write(FILE, "\n".join([heading, "<<<<<<< HEAD", lines[0], "=======", lines[1], ">>>>>>> main", ""]))
    code, out, err = newslint("x.txt")
    assert (code, out) == (MISUSE, "") and err.startswith(f"newslint: {FILE}:2: a merge left its marks here: keep the lines")


OUTSIDE = ["../x.txt", "a/../../x.txt", "/etc/passwd", "a\\\\..\\\\..\\\\x.txt", "C:/x.txt"]


@pytest.mark.parametrize("path", OUTSIDE)
def test_a_baseline_leads_to_no_file_elsewhere(newslint, write, path):
    write("x.txt", OLD)
    write("../x.txt", "It rained.\n")
    write(FILE, f"# x\n{path}\tusage/alot\t0123456789abcdef\talot\n")
    assert newslint("x.txt", ".")[1].endswith("1 file: 1 error, 1 warning. 2 can be fixed.\n")
    code, out, err = newslint("baseline", "prune")
    assert (code, out) == (MISUSE, "") and err.startswith(f"newslint: {FILE}: none of its files is there")


WRONG = {
    "it is there already": (["baseline", "."], f"newslint: {FILE}: is there already: `newslint baseline update PATH…`"),
    "no path": (["baseline"], "newslint: the following arguments are required: PATH"),
    "a path that is not there": (["baseline", "update", "no.txt"], "newslint: no.txt: no such file or folder"),
    "standard input": (["baseline", "update", "-"], "newslint: standard input has no name that a baseline could give"),
    "none to prune": (["baseline", "prune", "--baseline", "no.tsv"], "newslint: no.tsv: no such baseline; `newslint baseline PATH…`"),
    "none to show": (["baseline", "show", "--baseline", "no.tsv"], "newslint: no.tsv: no such baseline"),
    "a folder": (["x.txt", "--baseline", "."], "newslint: .: cannot be read: is a directory"),
    "no baseline at all": (["x.txt", "--baseline", "x.txt"], "newslint: x.txt:1: not an entry: 4 columns with tabs between them are"),
}


@pytest.mark.parametrize("arguments, expected", WRONG.values(), ids=WRONG.keys())
def test_wrong_use(newslint, write, in_folder, arguments, expected):
    write("x.txt", OLD)
    newslint("baseline", "x.txt")
    before = (in_folder / FILE).read_bytes()
    code, out, err = newslint(*arguments)
    assert (code, out) == (MISUSE, "") and err.startswith(expected), err
    assert (in_folder / FILE).read_bytes() == before


def test_nothing_to_keep(newslint, write, in_folder):
    write("x.txt", "It rained.\n")
    assert newslint("baseline", ".") == (CLEAN, f"Nothing is reported, so no {FILE} is needed.\n", "")
    assert not (in_folder / FILE).exists()


def test_a_file_that_cannot_be_read_is_told(newslint, write, in_folder):
    write("x.txt", OLD)
    write("y.txt", b"\0\1\2" * 99)
    code, out, err = newslint("baseline", ".")
    assert (code, out) == (MISUSE, f"{FILE}: 2 added, 0 taken out, 2 in all\n") and "y.txt: is a binary file" in err


@given(st.text(st.characters(), max_size=20))
def test_any_text_is_one_field_and_comes_back(text):
    written = entries.escaped(text)
    assert written.isprintable() and not written.startswith("#") and entries.plain(written) == text
