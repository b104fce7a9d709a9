"""`newslint clean`: what is written of an article, what is told, and what is never written over."""
from __future__ import annotations

import gc
import io
import os
from pathlib import Path

import pytest

from newslint import cli

SEEDS = Path(__file__).parent.parent / "seeds"
SEED = SEEDS / "004_cc495c695981fb90.txt"
PROSE = "The council voted on Monday to rebuild the bridge, ending a row that has lasted three years."
HEADLINE = "Council votes to rebuild the old harbour bridge"


@pytest.fixture
def run(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)

    def clean(*arguments):
        code = cli.main(["clean", "--isolated", *map(str, arguments)])
        gc.enable()
        return code, capsys.readouterr()
    return clean


def write(name, data):
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return path


def test_the_seed(run):
    lines = SEED.read_text(encoding="utf-8").split("\n")
    kept = [line for number, line in enumerate(lines, 1) if 3 <= number <= 21 and number != 15]
    expected = [line for number, line in enumerate(kept) if line or kept[number - 1]]
    write("a.txt", SEED.read_bytes())
    code, said = run("a.txt", "-o", "b.txt")
    assert code == 0
    assert Path("b.txt").read_text(encoding="utf-8") == "\n".join(expected) + "\n"
    told = [line.split(":")[1] for line in said.err.splitlines() if ": taken out: " in line]
    assert told == ["1", "15", "23", "25", "27", "29", "30", "31", "32"]
    assert "World War  artifacts/section-label  (it stood above the headline)" in said.err
    assert Path("a.txt").read_bytes() == SEED.read_bytes() and sorted(os.listdir()) == ["a.txt", "b.txt"]


TEXTS = {
    "nothing to do": (f"{HEADLINE}\n\n{PROSE}\n", f"{HEADLINE}\n\n{PROSE}\n"),
    "no line end": (PROSE, f"{PROSE}\n"),
    "blank lines": (f"\n \n{HEADLINE}\n\n\n \t\n{PROSE}\n\n\n", f"{HEADLINE}\n\n{PROSE}\n"),
    "a line of debris": (f"{PROSE}\n\nBack to top\n\n{PROSE[:-1]}!\n", f"{PROSE}\n\n{PROSE[:-1]}!\n"),
    "line ends of Windows": (f"{PROSE}\r\n\r\nBack to top\r\n\r\n{PROSE[:-1]}!", f"{PROSE}\r\n\r\n{PROSE[:-1]}!\r\n"),
    "mojibake": ("It wasnâ€™t the mayorâ€™s cafÃ©.", "It wasn’t the mayor’s café.\n"),
    "debris behind mojibake": (f"{PROSE}\n\nÂ» Back to top\n", f"{PROSE}\n"),
    "a byte-order mark that went wrong twice": ("Ã¯Â»Â¿The vote was lost.", "The vote was lost.\n"),
    "entities and invisible characters": ("Marks &amp;amp; Spen\u200bcer’s gov\u00adern\u00adment", "Marks & Spencer’s government\n"),
    "a byte-order mark": (f"\ufeff{PROSE}", f"{PROSE}\n"),
    "UTF-16": (PROSE.encode("utf-16"), f"{PROSE}\n"),
    "Windows' code page": ("It’s 5 – or 6".encode("cp1252"), "It’s 5 – or 6\n"),
    "what is not safe": ("The cafÃ\ufffd closed at govern- ment will.\x07", "The cafÃ\ufffd closed at govern- ment will.\x07\n"),
    "other faults": ("They could of come come.", "They could of come come.\n"),
}


@pytest.mark.parametrize("before, after", TEXTS.values(), ids=TEXTS.keys())
def test_what_is_written(run, before, after):
    write("a.txt", before)
    assert run("a.txt", "-o", "b.txt")[0] == 0
    assert Path("b.txt").read_bytes().decode() == after
    assert run("b.txt", "-o", "c.txt")[0] == 0
    assert Path("c.txt").read_bytes() == Path("b.txt").read_bytes()


def test_a_folder_keeps_its_structure(run):
    write("in/a.txt", f"{PROSE}\n\nBack to top")
    write("in/b/c.txt", PROSE)
    write("in/b/d.md", PROSE)
    code, said = run("in", "-o", "out")
    assert code == 0
    assert {str(path): path.read_text() for path in Path("out").rglob("*") if path.is_file()} == {
        "out/a.txt": f"{PROSE}\n", "out/b/c.txt": f"{PROSE}\n"}
    assert said.err.splitlines() == ["in/a.txt:3: taken out: Back to top  artifacts/back-to-top",
                                     "in/a.txt: 1 line taken out, 0 repaired",
                                     "2 files written; 1 passed over, for they are no plain text"]


def test_into_a_folder_that_is_there(run):
    write("in/a.txt", PROSE)
    os.mkdir("out")
    assert run("in/a.txt", "-o", "out")[0] == 0
    assert run("in/a.txt", "-o", "new/")[0] == 0
    assert os.listdir("out") == os.listdir("new") == ["a.txt"]


class Standard:
    def __init__(self, data):
        self.buffer = io.BytesIO(data)


def test_standard_input_and_output(run, monkeypatch):
    monkeypatch.setattr("sys.stdin", Standard(f"{PROSE}\n\nBack to top\n".encode()))
    code, said = run("-", "-o", "b.txt")
    assert (code, Path("b.txt").read_text()) == (0, f"{PROSE}\n")
    assert said.err.startswith("-:3: taken out: Back to top")
    code, said = run("b.txt", "-o", "-")
    assert (code, said.out) == (0, f"{PROSE}\n")


def test_standard_input_needs_a_name_in_a_folder(run, monkeypatch):
    for arguments, code in ((["-", "-o", "new/"], 2), (["-", "-o", "new/", "--stdin-filename", "x/a.txt"], 0)):
        monkeypatch.setattr("sys.stdin", Standard(PROSE.encode()))
        assert run(*arguments)[0] == code
    assert os.listdir("new") == ["a.txt"]


def test_the_report_in_a_file_holds_whole_lines(run):
    long = "window.onload = function () { " + "document.write('x'); " * 20 + "}"
    write("a.txt", f"{PROSE}\n\n{long}\n")
    code, said = run("a.txt", "-o", "b.txt", "--report", "report.txt")
    assert (code, said.err) == (0, "")
    assert f"a.txt:3: taken out: {long}  artifacts/code-line\n" in Path("report.txt").read_text()


def refused():
    write("a.txt", PROSE)
    write("all.txt", "Back to top\n\nLeave a Reply\n")
    write("empty.txt", " \n\n")
    write("there.txt", "kept")
    write("a.md", PROSE)
    write("a.json", '{"body": "x"}')
    write("in/a.txt", PROSE)
    write("out/a.txt", "kept")
    os.symlink("a.txt", "link.txt")
    os.link("a.txt", "same.txt")


REFUSED = {
    "its own input": (["a.txt", "-o", "a.txt", "--force"], "a.txt: this is one of the articles"),
    "its own input by a link": (["a.txt", "-o", "link.txt", "--force"], "link.txt: this is one of the articles"),
    "its own input by another name": (["a.txt", "-o", "same.txt", "--force"], "same.txt: this is one of the articles"),
    "its own input in its folder": (["a.txt", "-o", "."], "a.txt: this is one of the articles"),
    "a file that exists": (["a.txt", "-o", "there.txt"], "there.txt: exists already; --force replaces it"),
    "a file that exists in a folder": (["in", "-o", "out"], "out/a.txt: exists already; --force replaces it"),
    "a report that exists": (["a.txt", "-o", "b.txt", "--report", "there.txt"], "there.txt: exists already"),
    "a report over the input": (["a.txt", "-o", "b.txt", "--report", "a.txt", "--force"], "a.txt: this is one of the articles"),
    "a report over the output": (["a.txt", "-o", "b.txt", "--report", "./b.txt"], "./b.txt: an article is written there"),
    "the folder itself": (["in", "-o", "in"], "in: inside the folder that is to be cleaned"),
    "a folder inside": (["in", "-o", "in/new"], "in/new: inside the folder that is to be cleaned"),
    "a folder into a file": (["in", "-o", "there.txt"], "there.txt: a file; name a folder"),
    "a folder to standard output": (["in", "-o", "-"], "in: a folder cannot go to standard output"),
    "everything": (["all.txt", "-o", "b.txt"], "all.txt: nothing would be left of it"),
    "an empty file": (["empty.txt", "-o", "b.txt"], "empty.txt: there is nothing in it"),
    "Markdown": (["a.md", "-o", "b.md"], "a.md: clean takes plain text only"),
    "JSON": (["a.json", "-o", "b.json"], "a.json: clean takes plain text only"),
    "what is missing": (["no.txt", "-o", "b.txt"], "no.txt: no such file or folder"),
    "no output": (["a.txt"], "-o"),
    "an unknown option": (["a.txt", "-o", "b.txt", "--fix"], "--fix"),
    "a folder that cannot be made": (["a.txt", "-o", "there.txt/b.txt"], "there.txt: cannot be made"),
}


def contents():
    return {str(path): path.read_bytes() for path in Path().rglob("*") if path.is_file()}


@pytest.mark.parametrize("arguments, message", REFUSED.values(), ids=REFUSED.keys())
def test_refused_and_nothing_written(run, arguments, message):
    refused()
    before = contents()
    code, said = run(*arguments)
    assert code == 2 and message in said.err and "Traceback" not in said.err
    assert contents() == before


def test_force_replaces(run):
    refused()
    assert run("in", "-o", "out", "--force")[0] == 0
    assert Path("out/a.txt").read_text() == f"{PROSE}\n"


def test_one_file_that_cannot_be_cleaned_hides_no_other(run):
    write("in/a.txt", "Back to top\n")
    write("in/b.txt", PROSE)
    write("in/c.txt", b"\0\1\2\3")
    code, said = run("in", "-o", "out")
    assert code == 2 and os.listdir("out") == ["b.txt"]
    assert "in/a.txt: nothing would be left" in said.err and "in/c.txt: is a binary file" in said.err


def test_rules_that_are_off_take_nothing_out(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    write(".newslint.yaml", "ignore: [artifacts/back-to-top]\n")
    write("a.txt", f"{PROSE}\n\nBack to top\n\nLeave a Reply\n")
    assert cli.main(["clean", "a.txt", "-o", "b.txt"]) == 0
    assert Path("b.txt").read_text() == f"{PROSE}\n\nBack to top\n"
