"""`newslint calibrate`: what it proposes of an archive, and that it writes only what it was told to."""
from __future__ import annotations

import gc
import io
import sys

import pytest

from newslint import cli

RULES = {
    "spelling/odd": ("warning", ["liveblog", "kicker", "Kickstand"]),
    "spelling/wrong": ("error", ["recieve"]),
    "spelling/split": ("warning", ["team mates"]),
    "spelling/dialect": ("warning", ["colour"]),
    "names/near": ("warning", ["Zelenskiy", "Ri Hi Yong"]),
    "usage/own": ("warning", ["harbour"]),
}


@pytest.fixture
def archive(in_folder, write_rule):
    """Makes articles from {name: text}; the rules are those above."""
    (in_folder / ".newslint.yaml").write_text("rule-folders: [house]\n")
    for rule, (level, words) in RULES.items():
        write_rule(in_folder / "house", rule, f'kind: phrase\nlevel: {level}\nmessage: x\nmatch: {words}\nbad: ["{words[0]}"]\ngood: [x]\n')

    write_rule(in_folder / "house", "spelling/run-on", 'kind: swap\nlevel: warning\nmessage: x\nswap: {inthe: in the, coldblob: cold blob}\n'
               'bad: [inthe]\ngood: [x]\n')

    def make(articles):
        (in_folder / "archive").mkdir(exist_ok=True)
        for name, text in articles.items():
            (in_folder / "archive" / name).write_bytes(text if isinstance(text, bytes) else text.encode())
    return make


@pytest.fixture
def newslint(capsys):
    def run(*arguments):
        code = cli.main(["calibrate", *arguments])
        gc.enable()
        return code, *capsys.readouterr()
    return run


TEXTS = {
    "a.txt": "The liveblog said Zelenskiy will recieve the colour of the harbour.\n\nA liveblog of team mates, by Ri Hi Yong.\n",
    "b.txt": "Liveblog\n\nThe liveblog said Zelenskiy will recieve the colour of the harbour with team mates of Ri Hi Yong.\n",
    "c.txt": "He said Zelenskiy will recieve a kicker in the colour of the harbour for team mates.\n",
    "d.txt": "A Kickstand and a kicker, a Kickstand, and a Kickstand.\n",
}
REPORT = """\
4 files read; what rules of spelling and names mark in 2 articles or more:

Words
  liveblog  4 times in 2 articles      archive/a.txt:1  The liveblog said Zelenskiy will recieve t…
  kicker    2 times in 2 articles      archive/c.txt:1  …said Zelenskiy will recieve a kicker in the colour of the harbour …

Names
  Zelenskiy   3 times in 3 articles      archive/a.txt:1  The liveblog said Zelenskiy will recieve the colour of th…
  Ri Hi Yong  2 times in 2 articles      archive/a.txt:3  A liveblog of team mates, by Ri Hi Yong.

Called errors, so look yourself: add what is right with “newslint words add”
  recieve  3 times in 3 articles      archive/a.txt:1  … liveblog said Zelenskiy will recieve the colour of the harbour.
"""


def test_what_is_proposed(archive, newslint, in_folder):
    archive(TEXTS)
    before = sorted(in_folder.rglob("*"))
    assert newslint("archive", "--least", "2") == (0, REPORT + "\nNothing was written; --write FILE does.\n", "")
    assert sorted(in_folder.rglob("*")) == before


@pytest.mark.parametrize("least, expected", [(3, ["Zelenskiy"]), (4, [])])
def test_in_how_many_articles(archive, newslint, least, expected):
    archive(TEXTS)
    _, out, _ = newslint("archive", "--least", str(least))
    shown = out.partition("Called errors")[0]
    assert [word for word in ("liveblog", "kicker", "Zelenskiy", "Ri Hi Yong") if f"\n  {word}" in shown] == expected
    assert ("Nothing." in out) == (least == 4)


def test_records_are_articles(archive, newslint):
    archive({"a.jsonl": '{"body": "A kicker."}\n{"body": "Another kicker, another liveblog and a liveblog."}\n'})
    _, out, _ = newslint("archive", "--least", "2")
    assert "  kicker  2 times in 2 articles " in out and "liveblog  " not in out


def test_words_that_lost_their_space_are_no_words(archive, newslint):
    archive({f"{name}.txt": "The coldblob inthe sea.\n" for name in "abc"})
    out = newslint("archive")[1]
    assert "  coldblob  3 times in 3 articles " in out and "inthe  " not in out


def test_what_is_accepted_is_not_proposed(archive, newslint, in_folder):
    archive(TEXTS)
    (in_folder / ".newslint.yaml").write_text("rule-folders: [house]\nwords: [liveblog]\nnames: [Zelenskiy]\nlevel: error\n")
    _, out, _ = newslint("archive", "--least", "2")
    assert "Words\n  kicker" in out and "Names\n  Ri Hi Yong" in out and "\n  liveblog" not in out and "\n  Zelenskiy" not in out


def test_write(archive, newslint, in_folder):
    archive(TEXTS)
    (in_folder / "ours.txt").write_text("# Ours\nlede\n")
    code, out, err = newslint("archive", "--least", "2", "--write", "ours.txt")
    assert (code, out, err) == (0, REPORT + "ours.txt: Zelenskiy, liveblog, Ri Hi Yong, kicker added\nIt counts as soon as "
                                            ".newslint.yaml names it:  name-files: [ours.txt]\n", "")
    assert (in_folder / "ours.txt").read_text() == "# Ours\nkicker\nlede\nliveblog\nRi Hi Yong\nZelenskiy\n"
    (in_folder / ".newslint.yaml").write_text("rule-folders: [house]\nname-files: [ours.txt]\n")
    out = newslint("archive", "--least", "2")[1]
    assert "Words" not in out and "Names" not in out


ANSWERS = {
    "yes and no": (["y", "n"], {"newslint-words.txt": "kicker\nliveblog\n"}),
    "no and yes": (["", "yes"], {"newslint-names.txt": "Ri Hi Yong\nZelenskiy\n"}),
    "both": (["Y", "y"], {"newslint-words.txt": "kicker\nliveblog\n", "newslint-names.txt": "Ri Hi Yong\nZelenskiy\n"}),
    "the end of input": ([], {}),
}


@pytest.mark.parametrize("answers, files", ANSWERS.values(), ids=ANSWERS.keys())
def test_a_terminal_is_asked(archive, newslint, in_folder, monkeypatch, answers, files):
    archive(TEXTS)
    questions = []

    def answer(question):
        questions.append(question.strip())
        if not answers:
            raise EOFError
        return answers.pop(0)

    monkeypatch.setattr("builtins.input", answer)
    monkeypatch.setattr(sys, "stdin", io.StringIO())
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True)
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    code, out, _ = newslint("archive", "--least", "2")
    assert code == 0
    assert questions == ["Write 2 words to newslint-words.txt? [y/N]", "Write 2 names to newslint-names.txt? [y/N]"]
    assert {path.name: path.read_text() for path in in_folder.glob("newslint-*")} == files
    assert all(f"{name}: " in out for name in files)


def test_a_file_that_cannot_be_read_is_told_last(archive, newslint):
    archive({**TEXTS, "e.txt": b"\0\1\2" * 99})
    code, out, err = newslint("archive", "--least", "2")
    assert (code, err) == (2, "newslint: archive/e.txt: is a binary file, not an article\n")
    assert out.startswith(REPORT)


def test_wrong_use(newslint, in_folder, archive):
    archive(TEXTS)
    assert newslint("nowhere")[::2] == (2, "newslint: nowhere: no such file or folder\n")
    assert newslint("archive", "--least", "0")[0] == 2
    code, _, err = newslint("archive", "--write", "no/w.txt")
    assert code == 2 and "no/w.txt: cannot be written" in err
