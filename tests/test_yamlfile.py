"""YAML files: what is read, where it stands, and how what is wrong is drawn."""
from typing import Any, Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from newslint.faults import BrokenFiles, Fault, draw, nearest, visible
from newslint.yamlfile import decode, faults_from_pydantic, load

READ = {
    "text, numbers, truth, nothing": ("a: x\nb: 3\nc: 1.5\nd: true\ne: ~\nf:\n",
                                      {"a": "x", "b": 3, "c": 1.5, "d": True, "e": None, "f": None}),
    "words other YAML takes for true and false": ("a: [no, off, yes, on, y]\n", {"a": ["no", "off", "yes", "on", "y"]}),
    "numbers of every kind": ("a: [0x1f, 0o17, 017, 1_000, -2, .5]\n", {"a": [31, 15, 17, 1000, -2, 0.5]}),
    "dates and times stay text": ("a: 2026-11-21\nb: 1:30\n", {"a": "2026-11-21", "b": "1:30"}),
    "keys stay text": ("1: a\ntrue: b\n2026-11-21: c\nno: d\n", {"1": "a", "true": "b", "2026-11-21": "c", "no": "d"}),
    "quoted text is never a number": ("a: ['1', \"true\"]\n", {"a": ["1", "true"]}),
    "blocks": ("a: |\n  one\n  two\nb: >\n  one\n  two\n", {"a": "one\ntwo\n", "b": "one two\n"}),
    "nested": ("a:\n  - b: {c: [d]}\n", {"a": [{"b": {"c": ["d"]}}]}),
    "merge is a key like any other": ("<<: {a: b}\n", {"<<": {"a": "b"}}),
    "a byte-order mark": ("\ufeffa: b\n", {"a": "b"}),
    "CRLF": ("a: b\r\nc: [d,\r\n  e]\r\n", {"a": "b", "c": ["d", "e"]}),
    "a tag that says what is so": ("a: !!str 12\n", {"a": "12"}),
}


@pytest.mark.parametrize("text, data", READ.values(), ids=READ.keys())
def test_read(text, data):
    assert load("x.yaml", text)[0] == data


BROKEN = {
    "empty": ("", "x.yaml: the file is empty; it should hold lines of the form “key: value”"),
    "a list": ("- a\n", "x.yaml: the file holds a list; it should hold lines of the form “key: value”"),
    "a text": ("abc\n", "x.yaml: the file holds text; it should hold lines of the form “key: value”"),
    "nested without end": ("[" * 5000, "x.yaml: lists or mappings nested too deeply"),
    "two documents": ("a: b\n---\nc: d\n", """\
x.yaml:2:1: error: a second document starts here
  2 | ---
    | ^ keep one document a file; take out “---”"""),
    "a tab": ("a:\n\tb: c\n", """\
x.yaml:2:1: error: a tab where YAML allows only spaces
  2 | ␉b: c
    | ^ indent with spaces"""),
    "a control character": ("a: b\nc: \x1b[31m\n", """\
x.yaml:2:4: error: control character U+001B is not allowed in YAML
  2 | c: ␛[31m
    |    ^ take it out"""),
    "a colon in a value": ("why: this: that\n", """\
x.yaml:1:10: error: a colon and a space inside a value
  1 | why: this: that
    |          ^ put the whole text in quotes"""),
    "a percent sign first": ("a: %\n", """\
x.yaml:1:4: error: a value cannot start with this character
  1 | a: %
    |    ^ put the whole text in quotes"""),
    "an asterisk first": ("a: *b\n", """\
x.yaml:1:4: error: a value that starts with “*” is read as an alias
  1 | a: *b
    |    ^ put the whole text in quotes"""),
    "an apostrophe ends the quotes": ("a: 'It's'\n", """\
x.yaml:1:8: error: this does not belong to what stands above it
  1 | a: 'It's'
    |        ^ check the indent and the quotes; or put the whole text in quotes"""),
    "an open list": ("a: b\nmatch: [a, b\nc: d\n", """\
x.yaml:2:8: error: what [ opens here is not closed, or a comma is missing
  2 | match: [a, b
    |        ^"""),
    "open quotes": ('a: "b\n', """\
x.yaml:1:4: error: what " opens here is not closed
  1 | a: "b
    |    ^"""),
    "a lone word": ("a: b\nfoo\n", """\
x.yaml:2:1: error: a line without “key: value”
  2 | foo
    | ^ add the colon, or indent the line"""),
    "a key twice": ("a: b\nc: d\na: e\n", """\
x.yaml:3:1: error: the key "a" stands here a second time
  3 | a: e
    | ^ keep one of the two"""),
    "a tag": ("a: !!python/name:os.system x\n", """\
x.yaml:1:4: error: tags (!…) are not allowed here
  1 | a: !!python/name:os.system x
    |    ^^^^^^^^^^^^^^^^^^^^^^^^^ write plain text, in quotes if it starts with “!”"""),
    "a tagged list": ("a: !!set {b}\n", """\
x.yaml:1:4: error: tags (!…) are not allowed here
  1 | a: !!set {b}
    |    ^^^^^^^^^ take the tag out"""),
    "a number that is none": ("a: !!int b\n", """\
x.yaml:1:4: error: "b" is not a valid int
  1 | a: !!int b
    |    ^^^^^^^ put quotes around it"""),
    "a key that is a list": ("? [a]\n: b\n", """\
x.yaml:1:3: error: a key must be text
  1 | ? [a]
    |   ^^^ a value that starts with { or [ needs quotes"""),
    "anchors and aliases": ("a: &x [b]\nc: *x\nd: *x\n", """\
x.yaml:1:4: error: anchors and aliases (&x, *x) are not allowed here
  1 | a: &x [b]
    |    ^^^^^^ write the value out at each place"""),
    "half a character": ('a: "\\ud83d"\n', """\
x.yaml:1:4: error: half a character (\\ud800 to \\udfff)
  1 | a: "\\ud83d"
    |    ^^^^^^^^ write the character itself"""),
    "an anchored key": ("&x a: b\n", """\
x.yaml:1:1: error: anchors and aliases (&x, *x) are not allowed here
  1 | &x a: b
    | ^^^^ write the value out at each place"""),
}


@pytest.mark.parametrize("text, drawn", BROKEN.values(), ids=BROKEN.keys())
def test_broken(text, drawn):
    with pytest.raises(BrokenFiles) as error:
        load("x.yaml", text)
    assert str(error.value) == f"{drawn}\n1 problem in 1 rule file; nothing was checked."


def test_aliases_that_multiply_are_refused_before_they_grow():
    levels = "".join(f"k{n}: &k{n} [{', '.join([f'*k{n - 1}'] * 9)}]\n" for n in range(1, 30))
    with pytest.raises(BrokenFiles) as error:
        load("x.yaml", "k0: &k0 [x]\n" + levels)
    assert len(error.value.faults) == 30


PLACED = """\
level: error
rules:
  a: off
  b:
    - c: 'd e'
      f: [g, "h"]
empty:
long: one two
  three
"""
PLACES = {
    "a value": (("level",), (1, 8, 5), (1, 1, 5)),
    "a block has the place of its key": (("rules",), (2, 1, 5), (2, 1, 5)),
    "a nested value": (("rules", "a"), (3, 6, 3), (3, 3, 1)),
    "quotes are part of the value": (("rules", "b", 0, "c"), (5, 10, 5), (5, 7, 1)),
    "a list in brackets": (("rules", "b", 0, "f"), (6, 10, 8), (6, 7, 1)),
    "an entry of a list": (("rules", "b", 0, "f", 1), (6, 14, 3), (6, 14, 3)),
    "a value left out has the place of its key": (("empty",), (7, 1, 5), (7, 1, 5)),
    "a value over two lines ends with the first": (("long",), (8, 7, 7), (8, 1, 4)),
    "what is missing has the place of its parent": (("rules", "z"), (2, 1, 5), (2, 1, 5)),
    "what is missing deep down too": (("rules", "a", 3, "x"), (3, 3, 1), (3, 3, 1)),
    "no parent: the whole file": (("z",), (0, 0, 0), (0, 0, 0)),
    "no keys: the whole file": ((), (0, 0, 0), (0, 0, 0)),
}


@pytest.mark.parametrize("keys, value, key", PLACES.values(), ids=PLACES.keys())
def test_places(keys, value, key):
    _, locate = load("x.yaml", PLACED)
    assert (locate(*keys), locate.key(*keys)) == (value, key)


WRITTEN = st.text(st.characters(categories=["L", "N", "P", "Zs", "So", "Mn"]), min_size=1)


@given(st.lists(WRITTEN, min_size=1, max_size=5))
def test_the_place_of_a_text_is_where_it_stands(entries):
    lines = ["{}'{}'".format("  - ", entry.replace("'", "''")) for entry in entries]
    text = "a:\n" + "\n".join(lines) + "\n"
    data, locate = load("x.yaml", text)
    assert data == {"a": entries}
    for index in range(len(entries)):
        line, column, length = locate("a", index)
        written = text.split("\n")[line - 1][column - 1:column - 1 + length]
        assert written == lines[index].removeprefix("  - ")


@given(st.text() | st.text("ab:-[]{}&*!|>'\"#%@,?<~=\n\t "))
def test_any_text_is_read_or_refused_with_a_fault(text):
    try:
        data, _ = load("x.yaml", text)
    except BrokenFiles as error:
        assert error.faults
        for fault in error.faults:
            assert fault.line <= text.count("\n") + 1
            assert fault.line == 0 or 1 <= fault.column <= len(fault.source_line) + 1
    else:
        assert isinstance(data, dict)


def test_bytes_that_are_no_text():
    with pytest.raises(BrokenFiles) as error:
        decode("x.yaml", "a: “b”\nwhy: “caf".encode() + b"\xe9\x94 \n")
    assert str(error.value) == """\
x.yaml:2:10: error: byte 0xe9 is not UTF-8
  2 | why: “caf�
    |          ^ save the file as UTF-8
1 problem in 1 rule file; nothing was checked."""


def test_drawn_by_file_and_line_with_whole_files_last():
    faults = [Fault("b.yaml", 0, 0, 0, "", "no good", "add one\nor two"),
              Fault("b.yaml", 1200, 3, 2, "a bc", "wrong", "mend it\nhere"),
              Fault("a.yaml", 2, 1, 1, "x", "bad"), Fault("a.yaml", 2, 1, 1, "x", "bad")]
    assert draw(faults, "rule file") == """\
a.yaml:2:1: error: bad
  2 | x
    | ^
b.yaml:1200:3: error: wrong
1200 | a bc
     |   ^^ mend it
     | here
b.yaml: no good
    | add one
    | or two
3 problems in 2 rule files; nothing was checked."""


@pytest.mark.parametrize("column", [1, 50, 150, 299, 300])
def test_a_long_line_is_cut_around_the_fault(column):
    line = "".join(chr(0x100 + n) for n in range(300))
    _, source, caret, _ = draw([Fault("x", 1, column, 1, line, "m")], "file").split("\n")
    assert len(source) == 106
    assert source[caret.index("^")] == line[column - 1]


@pytest.mark.parametrize("text, seen", [("plain “text” 😀", "plain “text” 😀"), ("\x1b[31m\t\x7f", "␛[31m␉␡"),
                                        ("a\u202eb\u200bc", "a�b�c"), ("a\u00a0b\u2028", "a␣b␣")])
def test_visible(text, seen):
    assert visible(text) == seen


@given(st.text())
def test_visible_keeps_columns_and_nothing_a_terminal_acts_on(text):
    assert len(visible(text)) == len(text)
    assert visible(text).isprintable()


@pytest.mark.parametrize("word, found", [("eror", "error"), ("Warnign", "warning"), ("xyz", None), ("", None)])
def test_nearest(word, found):
    assert nearest(word, ["error", "warning", "suggestion"]) == found


class Guide(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)
    guide: str


class File(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)
    level: Literal["error", "warning"] = "error"
    zones: list[Literal["body", "headline"]] = []
    match: str | list[str] = ""
    levels: dict[str, Literal["off", "error"]] = {}
    source: list[str | Guide] = []
    count: int = Field(0, ge=0)
    good: list[str] = Field(min_length=1)


SCHEMA = {
    "missing": ("level: error\n", "x.yaml: needs a good one\n    | add:  good: […]"),
    "empty": ("good: []\n", "x.yaml:1:7: error: needs a good one\n  1 | good: []\n    |       ^^ add:  good: […]"),
    "an unknown key": ("good: [a]\nlevle: error\n", """\
x.yaml:2:1: error: unknown key "levle"
  2 | levle: error
    | ^^^^^ did you mean "level"? One of: level, zones, match, levels, source, count, good"""),
    "a misspelt key is not missing too": ("god: [a]\n", """\
x.yaml:1:1: error: unknown key "god"
  1 | god: [a]
    | ^^^ did you mean "good"? One of: level, zones, match, levels, source, count, good"""),
    "a word of a list of words": ("good: [a]\nlevel: eror\n", """\
x.yaml:2:8: error: unknown level "eror"
  2 | level: eror
    |        ^^^^ did you mean "error"? One of: error, warning"""),
    "such a word in a list": ("good: [a]\nzones: [body, hedline]\n", """\
x.yaml:2:15: error: unknown entry "hedline" in "zones"
  2 | zones: [body, hedline]
    |               ^^^^^^^ did you mean "headline"? One of: body, headline"""),
    "such a word under a free key": ("good: [a]\nlevels: {a/b: erro}\n", """\
x.yaml:2:15: error: unknown value "erro" for "a/b"
  2 | levels: {a/b: erro}
    |               ^^^^ did you mean "error"? One of: off, error"""),
    "a number for a word": ("good: [a, 3]\n", """\
x.yaml:1:11: error: entry 2 of "good" should be text, not a number
  1 | good: [a, 3]
    |           ^ put quotes around it"""),
    "a word for a list": ("good: a\n", """\
x.yaml:1:7: error: "good" should be a list, not text
  1 | good: a
    |       ^ write it as ["a"]"""),
    "nothing": ("good: [a]\nlevels:\n", """\
x.yaml:2:1: error: "levels" should be a mapping (key: value), not empty
  2 | levels:
    | ^^^^^^ give it a value, or take it out"""),
    "neither of two types": ("good: [a]\nmatch: {a: b}\n", """\
x.yaml:2:8: error: "match" should be text or a list, not a mapping (key: value)
  2 | match: {a: b}
    |        ^^^^^^"""),
    "one of two types, wrong inside": ("good: [a]\nmatch: [b, true]\n", """\
x.yaml:2:12: error: entry 2 of "match" should be text, not true or false
  2 | match: [b, true]
    |            ^^^^ put quotes around it"""),
    "wrong inside a mapping": ("good: [a]\nsource: [{gide: b}]\n", """\
x.yaml:2:11: error: unknown key "gide"
  2 | source: [{gide: b}]
    |           ^^^^ did you mean "guide"?"""),
    "out of range": ("good: [a]\ncount: -1\n", """\
x.yaml:2:8: error: "count": input should be greater than or equal to 0
  2 | count: -1
    |        ^^"""),
}


@pytest.mark.parametrize("text, drawn", SCHEMA.values(), ids=SCHEMA.keys())
def test_schema(text, drawn):
    data, locate = load("x.yaml", text)
    with pytest.raises(ValidationError) as error:
        File.model_validate(data)

    def known(keys: tuple[Any, ...]) -> Any:
        return Guide.model_fields if keys else File.model_fields

    faults = faults_from_pydantic(error.value, locate, known, {"good": ("needs a good one", "add:  good: […]")})
    assert draw(faults, "rule file") == f"{drawn}\n1 problem in 1 rule file; nothing was checked."
