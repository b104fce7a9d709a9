"""Words and names of the project: what an entry accepts, for which rules, and how its files are read."""
from __future__ import annotations

import random
import sys

import pytest

from newslint import accepted, config, hunspell
from newslint.accepted import Accepted, accepts, load, read
from newslint.errors import UserError


def settings(words=(), names=(), word_files=(), name_files=()):
    return config.effective(config.default(), "x.txt")._replace(
        words=tuple(words), names=tuple(names), word_files=tuple(map(str, word_files)), name_files=tuple(map(str, name_files)))


# The place found stands between | and |.
ACCEPTED = {
    "a word": ("liveblog", "The |liveblog| is open.", True),
    "its capital at the start": ("liveblog", "|Liveblog| closed.", True),
    "in capitals": ("liveblog", "|LIVEBLOG| CLOSED", True),
    "in another mixture": ("liveblog", "The |LiveBlog| is open.", False),
    "another form": ("liveblog", "The |liveblogs| are open.", False),
    "a name": ("Zelenskyy", "So |Zelenskyy| said.", True),
    "a name in capitals": ("Zelenskyy", "|ZELENSKYY| ARRIVES", True),
    "a name in small letters": ("Zelenskyy", "So |zelenskyy| said.", False),
    "a name with a capital inside": ("McGee", "So |Mcgee| said.", False),
    "the same in capitals": ("McGee", "|MCGEE| ARRIVES", True),
    "a possessive": ("Zelenskyy", "|Zelenskyy’s| plan", True),
    "a possessive of a plural": ("Oscars", "the |Oscars'| host", True),
    "a possessive outside": ("Zelenskyy", "|Zelenskyy|’s plan", True),
    "a part of a word": ("blog", "The |liveblog| is open.", False),
    "a word beside a hyphen": ("blog", "The live-|blog| is open.", True),
    "a compound": ("live-blog", "The |live-blog| is open.", True),
    "a part of a compound": ("live-blog", "The live-|blog| is open.", True),
    "the part alone": ("live-blog", "The |blog| is open.", False),
    "a phrase": ("Workers’ Party of Korea", "the |Workers' Party| of Korea met", True),
    "one word of a phrase": ("Workers’ Party of Korea", "the Workers’ Party of |Korea| met", True),
    "a phrase over a line": ("Workers’ Party of Korea", "the Workers’\nParty  of |Korea| met", True),
    "a word of a phrase elsewhere": ("Workers’ Party of Korea", "the |Party| of Europe", False),
    "a phrase in title case": ("long covid", "|Long Covid| Clinic", True),
    "a phrase cut short": ("long covid", "|long| cold", False),
    "a longer place than the entry": ("covid", "|long covid| clinic", False),
    "signs of its own": ("C++", "written in |C|++ by hand", True),
    "signs it lacks": ("C++", "written in |C| by hand", False),
    "signs before it": (".nl", "a .|nl| address", True),
    "an entry with a figure": ("covid19", "the |covid19| ward", True),
    "a place at the end": ("liveblog", "the |liveblog|", True),
    "letters beyond ASCII": ("čaj", "a |Čaj| a day", True),
    "nothing": ("", "a |day|", False),
}


@pytest.mark.parametrize("entry, text, expected", ACCEPTED.values(), ids=ACCEPTED.keys())
def test_what_an_entry_accepts(entry, text, expected):
    start, end = text.index("|"), text.rindex("|") - 1
    text = text.replace("|", "")
    assert accepts(load(settings([entry])), "spelling", text, start, end) is expected


FAMILIES = {("words", "spelling"): True, ("words", "names"): False, ("words", "usage"): False, ("words", "grammar"): False,
            ("names", "spelling"): True, ("names", "names"): True, ("names", "usage"): False, ("names", "newslint"): False}


@pytest.mark.parametrize("setting, family", FAMILIES)
def test_words_count_for_spelling_and_names_for_both(setting, family):
    assert accepts(load(settings(**{setting: ["Lavrov"]})), family, "Lavrov said", 0, 6) is FAMILIES[setting, family]


def test_it_agrees_with_a_look_at_every_entry():
    """Against the plain way: find each phrase around the place."""
    entries = ["ab", "ab cd", "cd ab cd", "b", "ef-gh", "gh"]
    words = ["ab", "cd", "b", "ef-gh", "gh", "x"]
    chosen = random.Random(7)
    known = load(settings(entries))
    for _ in range(300):
        text = " ".join(chosen.choices(words, k=6))
        start = chosen.randrange(len(text))
        end = chosen.randrange(start, len(text)) + 1
        if not any(map(str.isalnum, text[start:end])):
            continue
        while not text[start].isalnum():
            start += 1
        while not text[end - 1].isalnum():
            end -= 1
        plainly = any(text.startswith(entry, place) and place <= start and end <= place + len(entry)
                      and not text[place - 1:place].isalnum() and not text[place + len(entry):place + len(entry) + 1].isalnum()
                      for entry in entries for place in range(len(text)))
        assert accepts(known, "spelling", text, start, end) is plainly, (text, text[start:end])


def test_a_word_of_10000_letters():
    text = "a" * 10_000
    assert not accepts(load(settings(["liveblog"])), "spelling", text, 0, len(text))
    assert accepts(load(settings([text])), "spelling", text, 0, len(text))


@pytest.mark.skipif(not hasattr(sys, "setprofile"), reason="no way to count calls")
def test_a_look_up_does_not_grow_with_the_entries():
    def calls(count):
        known = load(settings([f"word{number}" for number in range(count)] + ["some other thing"]))
        counted = 0

        def count_call(frame, event, argument):
            nonlocal counted
            counted += event in ("call", "c_call")

        sys.setprofile(count_call)
        try:
            assert accepts(known, "spelling", "the word7 is known", 4, 9)
            assert not accepts(known, "spelling", "the wird7 is not", 4, 9)
        finally:
            sys.setprofile(None)
        return counted

    calls(10)                               # what is worked out once
    assert calls(50_000) == calls(10)


# Files ---------------------------------------------------------------------------------------------------------------

FILES = {
    "a line each": (b"liveblog\nlong covid\n", ["liveblog", "long covid"]),
    "comments and blanks": (b"# ours\n\n  liveblog   # since 2019\n#\nC# C#\n", ["liveblog", "C# C#"]),
    "no end": (b"liveblog", ["liveblog"]),
    "other line ends": (b"a\r\nb\rc\r\n", ["a", "b", "c"]),
    "a byte-order mark": (b"\xef\xbb\xbfliveblog\n", ["liveblog"]),
    "apostrophes and spaces": ("Workers’  Party\tof Korea\n".encode(), ["Workers' Party of Korea"]),
    "empty": (b"", []),
}


@pytest.mark.parametrize("data, expected", FILES.values(), ids=FILES.keys())
def test_word_files(tmp_path, data, expected):
    (tmp_path / "w.txt").write_bytes(data)
    assert read(str(tmp_path / "w.txt")) == expected


BROKEN = {
    "another encoding": (b"one\ntwo\ncaf\xe9\n", ":3: not UTF-8 (byte 0xe9): save the word file as UTF-8"),
    "UTF-16": ("one\n".encode("utf-16"), ":1: not UTF-8 (byte 0xff): save the word file as UTF-8"),
    "binary": (b"one\n\0\0", ":2: a word file is text; this is binary"),
}


@pytest.mark.parametrize("data, message", BROKEN.values(), ids=BROKEN.keys())
def test_broken_word_files(tmp_path, data, message):
    path = tmp_path / "w.txt"
    path.write_bytes(data)
    with pytest.raises(UserError) as error:
        load(settings(word_files=[path]))
    assert str(error.value) == f"{path}{message}"


def test_files_and_settings_together(tmp_path):
    (tmp_path / "w.txt").write_text("liveblog\n")
    (tmp_path / "n.txt").write_text("Ri Hi Yong\n")
    assert load(settings(["kicker"], ["Lavrov"], [tmp_path / "w.txt"], [tmp_path / "n.txt"])) == Accepted(
        frozenset({"kicker", "Lavrov", "liveblog", "Ri Hi Yong"}), frozenset({"Lavrov", "Ri Hi Yong"}), 3)


def test_a_changed_file_is_read_again(tmp_path):
    path = tmp_path / "w.txt"
    path.write_text("liveblog\n")
    assert load(settings(word_files=[path])).words == {"liveblog"}
    path.write_text("liveblog\nkicker\n")
    assert load(settings(word_files=[path])).words == {"liveblog", "kicker"}


def test_an_unchanged_file_is_not_read_again(tmp_path, monkeypatch):
    path = tmp_path / "w.txt"
    path.write_text("kicker\n")
    first = load(settings(word_files=[path]))
    monkeypatch.setattr(accepted, "read", None)
    assert load(settings(word_files=[path])) == first


# Hunspell ------------------------------------------------------------------------------------------------------------

AFF = """\
SET ISO8859-1
FLAG char
FORBIDDENWORD !
NEEDAFFIX ~
ONLYINCOMPOUND c

PFX U Y 1
PFX U 0 un .

SFX S Y 2
SFX S 0 s [^y]
SFX S y ies [^aeiou]y  # a comment

SFX D N 1
SFX D e ing/XY e
"""
WORDS = {
    "a stem": ("kick", ["kick"]),
    "a suffix": ("kicker/S", ["kicker", "kickers"]),
    "a suffix that takes letters off": ("story/S", ["story", "stories"]),
    "a suffix that does not fit": ("play/S", ["play"]),
    "a prefix and a suffix": ("tick/US", ["tick", "untick", "ticks", "unticks"]),
    "a suffix that crosses with none": ("bake/UD", ["bake", "unbake", "baking"]),
    "a forbidden word": ("alot/!", []),
    "only in compounds": ("berg/c", []),
    "a stem that is no word": ("stor/~S", ["stors"]),
    "an unknown flag": ("kick/Z", ["kick"]),
    "a description": ("kick/S po:verb", ["kick", "kicks"]),
    "a description after a tab": ("kick\tpo:verb", ["kick"]),
    "a phrase": ("a priori", ["a priori"]),
    "a slash of its own": ("km\\/h", ["km/h"]),
    "another letter": ("café/S", ["café", "cafés"]),
}


@pytest.mark.parametrize("line, expected", WORDS.values(), ids=WORDS.keys())
def test_hunspell(tmp_path, line, expected):
    (tmp_path / "w.aff").write_text(AFF, encoding="latin-1")
    (tmp_path / "w.dic").write_text(f"1\n{line}\n", encoding="latin-1")
    assert sorted(read(str(tmp_path / "w.dic"))) == sorted(expected)


FLAGS = {
    "long": ("FLAG long\nSFX Aa Y 1\nSFX Aa 0 s .\n", "kick/BbAa"),
    "num": ("FLAG num\nSFX 12 Y 1\nSFX 12 0 s .\n", "kick/7,12"),
    "UTF-8": ("SET UTF-8\nFLAG UTF-8\nSFX é Y 1\nSFX é 0 s .\n", "kick/xé"),
    "by number": ("AF 2\nAF XY\nAF SX\nSFX S Y 1\nSFX S 0 s .\n", "kick/2"),
}


@pytest.mark.parametrize("affixes, line", FLAGS.values(), ids=FLAGS.keys())
def test_forms_of_flags(tmp_path, affixes, line):
    (tmp_path / "w.aff").write_text(affixes, encoding="utf-8")
    (tmp_path / "w.dic").write_text(f"1\n{line}\n", encoding="utf-8")
    assert read(str(tmp_path / "w.dic")) == ["kick", "kicks"]


def test_hunspell_without_affixes(tmp_path):
    (tmp_path / "w.dic").write_text("2\nkick/S\ncafé\n", encoding="utf-8")
    assert read(str(tmp_path / "w.dic")) == ["kick", "café"]


BROKEN_DICTIONARIES = {
    "a plain list": ("kick\n", None, ":1: a Hunspell dictionary starts with the number of its words; name the file .txt if it "
                                     "is a plain list"),
    "nothing": ("", None, ":1: a Hunspell dictionary starts with the number of its words; name the file .txt if it is a plain list"),
    "another encoding": ("2\nkick\ncafé\n", None, ":3: not UTF-8 (byte 0xe9), which is what the file should be: see SET in its "
                                                  ".aff file"),
    "an unknown encoding": ("1\nkick\n", "SET KLINGON\n", ": its encoding, klingon, is unknown"),
    "a broken condition": ("1\nkick/S\n", "SFX S Y 1\nSFX S 0 s [^\n", ":2: the condition “[^” cannot be read"),
}


@pytest.mark.parametrize("words, affixes, message", BROKEN_DICTIONARIES.values(), ids=BROKEN_DICTIONARIES.keys())
def test_broken_dictionaries(tmp_path, words, affixes, message):
    (tmp_path / "w.dic").write_text(words, encoding="latin-1")
    if affixes:
        (tmp_path / "w.aff").write_text(affixes)
    with pytest.raises(UserError) as error:
        read(str(tmp_path / "w.dic"))
    told = str(error.value).replace(str(tmp_path / "w.dic"), "").replace(str(tmp_path / "w.aff"), "")
    assert told == message


def test_a_dictionary_that_is_too_large(tmp_path, monkeypatch):
    monkeypatch.setattr(hunspell, "MOST", 2)
    (tmp_path / "w.dic").write_text("3\na\nb\nc\n")
    with pytest.raises(UserError, match="makes more than 2 forms"):
        read(str(tmp_path / "w.dic"))
