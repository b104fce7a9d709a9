"""The word data: what it knows, and that a damaged or missing file is told plainly."""
from __future__ import annotations

import shutil

import pytest

from newslint import cli
from newslint.errors import UserError
from newslint.words import lexicon
from newslint.words.lexicon import NAME, ORDINARY, TARGET, UNKNOWN, flags_of, kind_of, zipf_of

KNOWN = "the colour color harbour harbor organise organize programme program podcast covid crore doomscrolling deepfake isn facto".split()
UNLISTED = "goverment recieve comapnies thecountry xqzzy".split()


@pytest.mark.parametrize("word", KNOWN)
def test_words_that_are_right(word):
    assert kind_of(lexicon.lexicon(), word) <= ORDINARY


@pytest.mark.parametrize("word", UNLISTED)
def test_words_in_no_list(word):
    assert kind_of(lexicon.lexicon(), word) > ORDINARY


def test_unknown_words():
    data = lexicon.lexicon()
    assert (kind_of(data, "xqzzyv"), zipf_of(data, "xqzzyv"), kind_of(data, ""), kind_of(data, "中")) == (UNKNOWN, 0.0, UNKNOWN, UNKNOWN)


def test_flags_and_frequencies():
    data = lexicon.lexicon()
    assert flags_of(data, "obama") & NAME and not flags_of(data, "council") & NAME
    assert flags_of(data, "council") & TARGET and not flags_of(data, "facto") & TARGET and flags_of(data, "of") & TARGET
    assert zipf_of(data, "the") > 7 > zipf_of(data, "government") > 4.5 > zipf_of(data, "goverment")


@pytest.fixture
def copied(tmp_path):
    return shutil.copytree(lexicon.FOLDER, tmp_path / "data")


def cut(path):
    path.write_bytes(path.read_bytes()[:-3])


def flip(path):
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)


DAMAGES = {"missing": lambda path: path.unlink(), "empty": lambda path: path.write_bytes(b""), "cut short": cut,
           "one bit": flip, "text": lambda path: path.write_text("words", encoding="utf-8")}


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
@pytest.mark.parametrize("name", [*lexicon.FILES, lexicon.MANIFEST])
def test_damage(copied, name, damage):
    damage(copied / name)
    with pytest.raises(UserError) as error:
        lexicon.opened(str(copied))
    assert name in str(error.value) or name == lexicon.MANIFEST
    assert "install newslint again" in str(error.value)


def test_undamaged(copied):
    assert kind_of(lexicon.opened(str(copied)), "the") == 0


def test_the_command_line_tells_of_damage(copied, tmp_path, monkeypatch, capsys):
    (copied / "slips.trie").unlink()
    (tmp_path / "a.txt").write_text("The goverment failed.", encoding="utf-8")
    monkeypatch.setattr(lexicon, "FOLDER", str(copied))
    lexicon.lexicon.cache_clear()
    assert cli.main([str(tmp_path / "a.txt"), "--isolated"]) == 2
    lexicon.lexicon.cache_clear()
    told = capsys.readouterr().err
    assert "slips.trie" in told and "install newslint again" in told and "Traceback" not in told
