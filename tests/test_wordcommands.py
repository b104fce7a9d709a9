"""`newslint words add`: where words are written, what stays, and what is said."""
from __future__ import annotations

import os

import pytest

from newslint import cli, wordcommands
from newslint.errors import UserError

ADDED = {
    "to nothing": (None, ["kicker"], "kicker\n"),
    "to an empty file": ("", ["kicker"], "kicker\n"),
    "sorted": ("apex\nlede\nZoo\n", ["kicker", "Mojo"], "apex\nkicker\nlede\nMojo\nZoo\n"),
    "to what was not sorted": ("lede\napex\n", ["kicker"], "apex\nkicker\nlede\n"),
    "no line end": ("apex", ["kicker"], "apex\nkicker\n"),
    "comments stay": ("# Ours\n\nlede  # a start\napex\n", ["kicker"], "# Ours\n\napex\nkicker\nlede  # a start\n"),
    "only the last part is sorted": ("# People\nb\na\n\n# Things\nd\n", ["c"], "# People\nb\na\n\n# Things\nc\nd\n"),
    "a word twice": ("", ["kicker", "kicker"], "kicker\n"),
    "a word that is there": ("lede\napex\n", ["lede"], "lede\napex\n"),
    "one that is there and one that is not": ("lede\n", ["lede", "apex"], "apex\nlede\n"),
    "a phrase there with another apostrophe": ("Workers’ Party\n", ["Workers' Party"], "Workers’ Party\n"),
    "the same in capitals is another": ("mojo\n", ["Mojo"], "Mojo\nmojo\n"),
    "line ends": ("a\r\nc\r\n", ["b"], "a\r\nb\r\nc\r\n"),
    "a byte-order mark": ("\ufeffa\n", ["b"], "\ufeffa\nb\n"),
}


@pytest.mark.parametrize("before, entries, after", ADDED.values(), ids=ADDED.keys())
def test_add(tmp_path, before, entries, after):
    path = tmp_path / "w.txt"
    if before is not None:
        path.write_bytes(before.encode())
    wordcommands.add(str(path), entries)
    assert path.read_bytes().decode() == after
    assert os.listdir(tmp_path) == ["w.txt"]


def test_a_link_and_the_mode_stay(tmp_path):
    (tmp_path / "real.txt").write_text("a\n")
    (tmp_path / "real.txt").chmod(0o600)
    (tmp_path / "w.txt").symlink_to("real.txt")
    wordcommands.add(str(tmp_path / "w.txt"), ["b"])
    assert (tmp_path / "w.txt").is_symlink() and (tmp_path / "real.txt").read_text() == "a\nb\n"
    assert (tmp_path / "real.txt").stat().st_mode & 0o777 == 0o600


def test_a_failed_write_leaves_the_file(tmp_path, monkeypatch):
    (tmp_path / "w.txt").write_text("a\n")

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    with pytest.raises(UserError, match=r"w\.txt: cannot be written: no space left on device$"):
        wordcommands.add(str(tmp_path / "w.txt"), ["b"])
    assert (tmp_path / "w.txt").read_text() == "a\n" and os.listdir(tmp_path) == ["w.txt"]


@pytest.fixture
def newslint(in_folder, capsys):
    def run(*arguments):
        code = cli.main(list(arguments))
        return code, *capsys.readouterr()
    return run


def test_into_the_file_of_the_config(newslint, in_folder):
    (in_folder / ".newslint.yaml").write_text("word-files: [house/w.txt]\nname-files: [n.txt]\n")
    (in_folder / "house").mkdir()
    (in_folder / "house/w.txt").write_text("apex\n")
    (in_folder / "n.txt").write_text("")
    assert newslint("words", "add", "lede", "apex") == (0, "house/w.txt: lede added\n", "")
    assert newslint("words", "add", "lede") == (0, "house/w.txt: nothing new\n", "")
    assert newslint("words", "add", "--name", "Ri Hi  Yong") == (0, "n.txt: Ri Hi Yong added\n", "")
    assert ((in_folder / "house/w.txt").read_text(), (in_folder / "n.txt").read_text()) == ("apex\nlede\n", "Ri Hi Yong\n")


@pytest.mark.parametrize("arguments, file, setting", [
    ([], "newslint-words.txt", "word-files"), (["--name"], "newslint-names.txt", "name-files"),
    (["--file", "mine.txt"], "mine.txt", "word-files")])
@pytest.mark.parametrize("config", [None, "level: error\n"])
def test_into_a_file_that_no_config_names(newslint, in_folder, arguments, file, setting, config):
    if config:
        (in_folder / ".newslint.yaml").write_text(config)
    assert newslint("words", "add", "Lavrov", *arguments) == (
        0, f"{file}: Lavrov added\nIt counts as soon as .newslint.yaml names it:  {setting}: [{file}]\n", "")
    assert (in_folder / file).read_text() == "Lavrov\n"
    (in_folder / ".newslint.yaml").write_text(f"{setting}: [{file}]\n")     # as it was told
    assert newslint("words", "add", "Betsa", *arguments) == (0, f"{file}: Betsa added\n", "")


def test_the_line_for_a_toml_file(newslint, in_folder):
    (in_folder / "pyproject.toml").write_text("[tool.newslint]\nlevel = 'error'\n")
    assert newslint("words", "add", "lede")[1].endswith('as soon as pyproject.toml names it:  word-files = ["newslint-words.txt"]\n')


WRONG = {
    "no letter": (["words", "add", "—"], "newslint: “—”: not an entry for a word file"),
    "a comment": (["words", "add", "# lede"], "newslint: “# lede”: not an entry for a word file"),
    "a comment in it": (["words", "add", "lede # x"], "newslint: “lede # x”: not an entry for a word file"),
    "a control code": (["words", "add", "le\x1bde"], "newslint: “le"),
    "a Hunspell dictionary": (["words", "add", "lede", "--file", "w.dic"], "newslint: w.dic: a Hunspell dictionary is only read"),
    "a folder that is not there": (["words", "add", "lede", "--file", "no/w.txt"], "newslint: "),
    "another encoding": (["words", "add", "lede", "--file", "bad.txt"], "newslint: bad.txt:2: not UTF-8 (byte 0xe9)"),
    "no word": (["words", "add"], "newslint: the following arguments are required: WORD"),
}


@pytest.mark.parametrize("arguments, message", WRONG.values(), ids=WRONG.keys())
def test_wrong_use(newslint, in_folder, arguments, message):
    (in_folder / "bad.txt").write_bytes(b"a\ncaf\xe9\n")
    code, out, err = newslint(*arguments)
    assert (code, out) == (2, "") and err.startswith(message), err
    assert (in_folder / "bad.txt").read_bytes() == b"a\ncaf\xe9\n"


def test_a_word_counts_for_spelling_alone(newslint, in_folder, few_rules, write_rule):
    rule = 'kind: phrase\nlevel: error\nmessage: x\nmatch: [marksan]\nbad: [marksan]\ngood: [x]\n'
    for family in ("spelling", "usage", "names"):
        write_rule(in_folder / "house", f"{family}/marksan", rule)
    (in_folder / "x.txt").write_text("Marksan said so.\n")

    def rules():
        out = newslint("x.txt", "--format", "jsonl")[1]
        return [part.split('"')[0] for part in out.split('"rule":"')[1:]] or [part.split('"')[0] for part in out.split('"rule": "')[1:]]

    (in_folder / ".newslint.yaml").write_text("rule-folders: [house]\n")
    assert sorted(rules()) == ["names/marksan", "spelling/marksan", "usage/marksan"]
    (in_folder / ".newslint.yaml").write_text("rule-folders: [house]\nword-files: [w.txt]\nname-files: [n.txt]\n")
    (in_folder / "n.txt").write_text("")
    (in_folder / "w.txt").write_text("")
    newslint("words", "add", "marksan")
    assert sorted(rules()) == ["names/marksan", "usage/marksan"]
    newslint("words", "add", "--name", "Marksan")
    assert rules() == ["usage/marksan"]
