"""Config: which file holds for a path, what it says there, and how a wrong one is drawn."""
import json
import os
import subprocess
import sys
from textwrap import dedent

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint import cache, config
from newslint.config import Config, Layer, Settings, selected
from newslint.configfile import parse
from newslint.configshow import show
from newslint.errors import UserError
from newslint.faults import BrokenFiles, draw

RULES = {"usage/could-of", "usage/irregardless", "style/long-sentence", "ap/percent", "newslint/encoding"}
PACKS = {"news", "ap", "strict"}


@pytest.fixture(autouse=True)
def project(tmp_path, monkeypatch):
    """An empty repository as the working folder, with a cache of its own."""
    monkeypatch.setenv("NEWSLINT_CACHE_DIR", str(tmp_path / "cache"))
    project = tmp_path / "project"
    (project / ".git").mkdir(parents=True)
    monkeypatch.chdir(project)
    return project


def put(path, text):
    os.makedirs(os.path.dirname(path) or ".", exist_ok=True)
    with open(path, "w", encoding="utf-8") as file:
        file.write(dedent(text))


def at(path):
    return config.find(path, {})


FOUND = {
    "beside the file": ([".newslint.yaml"], "a.txt", ".newslint.yaml"),
    "in a folder above": ([".newslint.yaml"], "x/y/a.txt", ".newslint.yaml"),
    "the nearest wins": ([".newslint.yaml", "x/.newslint.yaml"], "x/y/a.txt", "x/.newslint.yaml"),
    "not that of a folder beside": ([".newslint.yaml", "y/.newslint.yaml"], "x/a.txt", ".newslint.yaml"),
    "the other ending": ([".newslint.yml"], "a.txt", ".newslint.yml"),
    "yaml before pyproject": (["pyproject.toml", ".newslint.yaml"], "a.txt", ".newslint.yaml"),
    "pyproject": (["pyproject.toml"], "x/a.txt", "pyproject.toml"),
    "pyproject in a nearer folder": ([".newslint.yaml", "x/pyproject.toml"], "x/a.txt", "x/pyproject.toml"),
    "a folder is looked into": (["x/.newslint.yaml"], "x", "x/.newslint.yaml"),
    "nothing above the repository": (["../.newslint.yaml"], "a.txt", ""),
    "none": ([], "a.txt", ""),
}


@pytest.mark.parametrize("files, path, expected", FOUND.values(), ids=FOUND.keys())
def test_which_file_holds(files, path, expected):
    os.makedirs("x/y")
    for file in files:
        put(file, "[tool.newslint]\nlevel = 'error'\n" if file.endswith("toml") else "level: error\n")
    found = at(path)
    assert found.path == expected
    assert config.effective(found, path).level == ("error" if expected else "warning")


def test_a_folder_in_another_language():
    put(".newslint.yaml", "overrides: [{paths: [es/**], language: es}]\n")
    assert [config.effective(at(path), path).language for path in ("a.txt", "es/a.txt")] == ["en", "es"]


@pytest.mark.parametrize("text", ["", "[project]\nname = 'x'\n", "# newslint\n[tool.other]\n", "not toml at all [\n"])
def test_a_pyproject_of_others_is_passed_by(text):
    put("x/pyproject.toml", text)
    put(".newslint.yaml", "level: error\n")
    assert at("x/a.txt").path == ".newslint.yaml"


def test_an_empty_file_ends_the_search_with_the_defaults():
    put(".newslint.yaml", "level: error\n")
    put("x/.newslint.yaml", "# nothing of our own\n")
    assert at("x/a.txt").path == "x/.newslint.yaml"
    assert config.effective(at("x/a.txt"), "x/a.txt") == config.effective(config.default(), "a.txt")


def test_each_folder_is_looked_into_once(monkeypatch):
    put(".newslint.yaml", "level: error\n")
    os.makedirs("x/y")
    looked = []
    look = config._in_folder

    def note(folder):
        looked.append(folder)
        return look(folder)

    monkeypatch.setattr(config, "_in_folder", note)
    found: dict[str, Config] = {}
    configs = [config.find(path, found) for path in ("x/y/a.txt", "x/y/b.txt", "x/c.txt", "d.txt")]
    assert [os.path.relpath(folder) for folder in looked] == ["x/y", "x", "."]
    assert all(each is configs[0] for each in configs)


def test_a_file_of_any_name_can_be_named():
    put("conf/house.yaml", "level: error\nrule-folders: [rules]\n")
    os.makedirs("conf/rules")
    found = config.read("conf/house.yaml")
    assert config.effective(found, "a.txt").rule_folders == (os.path.abspath("conf/rules"),)


UNREADABLE = {
    "missing": ("none.yaml", "none.yaml: the config file cannot be read: No such file or directory"),
    "a folder": (".git", ".git: the config file cannot be read: Is a directory"),
    "no table of ours": ("a.toml", """\
a.toml: there is no [tool.newslint] table in it
    | add one, or name another file"""),
}


@pytest.mark.parametrize("path, message", UNREADABLE.values(), ids=UNREADABLE.keys())
def test_a_named_file_that_cannot_be_read(path, message):
    put("a.toml", "[tool.other]\n")
    with pytest.raises(UserError) as error:
        config.read(path)
    assert str(error.value) == message


def test_a_found_file_that_cannot_be_read():
    os.makedirs(".newslint.yaml")
    with pytest.raises(UserError) as error:
        at("a.txt")
    assert str(error.value) == ".newslint.yaml: the config file cannot be read: Is a directory"


BOTH = """\
packs: [news, ap]
rules: {usage/could-of: off, style/: warning}
select: [usage/]
ignore: [style/long-sentence]
overrides: [{paths: [opinion/**], ignore: [usage]}]
words: [newslint]
names: ["Anna Maria Ortiz"]
level: suggestion
fail-level: warning
dialect: en-GB
exclude: [wire/]
records: {headline: [kicker], body: [copy]}
max-size: 1.5 MB
"""
BOTH_TOML = """\
[project]
name = "newslint"
[tool.newslint]
packs = ["news", "ap"]
select = ["usage/"]
ignore = ["style/long-sentence"]
words = ["newslint"]
names = ["Anna Maria Ortiz"]
level = "suggestion"
fail-level = "warning"
dialect = "en-GB"
exclude = ["wire/"]
records = {headline = ["kicker"], body = ["copy"]}
max-size = "1.5 MB"
rules = {"usage/could-of" = "off", "style/" = "warning"}
[[tool.newslint.overrides]]
paths = ["opinion/**"]
ignore = ["usage"]
"""


def test_yaml_and_toml_say_the_same():
    put("a/.newslint.yaml", BOTH)
    put("b/pyproject.toml", BOTH_TOML)
    assert at("a/x.txt").values == at("b/x.txt").values
    assert config.effective(at("a/x.txt"), "a/opinion/x.txt") == Settings(
        ("news", "ap"), "suggestion", "warning", "en-GB", "en", ("newslint",), ("Anna Maria Ortiz",), (), (), (), (),
        {"headline": ["kicker"], "body": ["copy"]}, 1_500_000,
        (Layer({}, frozenset(), frozenset({"usage"})),
         Layer({"usage/could-of": "off", "style": "warning"}, frozenset({"usage"}),
               frozenset({"style/long-sentence"}))))


@pytest.mark.parametrize("written, size", [("300", 300), ("'300'", 300), ("20 MB", 20_000_000), ("2kb", 2000),
                                           ("1 MiB", 1_048_576), ("0.5 GB", 500_000_000)])
def test_max_size(written, size):
    put(".newslint.yaml", f"max-size: {written}\n")
    assert config.effective(at("a.txt"), "a.txt").max_size == size


BROKEN = {
    "unknown key": ("levle: error\n", """\
.newslint.yaml:1:1: error: unknown key "levle"
  1 | levle: error
    | ^^^^^ did you mean "level"?"""),
    "key with an underscore": ("fail_level: error\n", """\
.newslint.yaml:1:1: error: unknown key "fail_level"
  1 | fail_level: error
    | ^^^^^^^^^^ did you mean "fail-level"?"""),
    "unknown level": ("level: eror\n", """\
.newslint.yaml:1:8: error: unknown level "eror"
  1 | level: eror
    |        ^^^^ did you mean "error"? One of: error, warning, suggestion"""),
    "unknown level of a rule": ("rules:\n  usage/could-of: of\n", """\
.newslint.yaml:2:19: error: unknown value "of" for "usage/could-of"
  2 |   usage/could-of: of
    |                   ^^ did you mean "off"? One of: off, error, warning, suggestion"""),
    "unknown dialect": ("dialect: en-UK\n", """\
.newslint.yaml:1:10: error: unknown dialect "en-UK"
  1 | dialect: en-UK
    |          ^^^^^ did you mean "en-US"? One of: auto, en-US, en-GB, en-AU, en-CA"""),
    "text for a list": ("packs: news\n", """\
.newslint.yaml:1:8: error: "packs" should be a list, not text
  1 | packs: news
    |        ^^^^ write it as ["news"]"""),
    "a number for a word": ("words: [a, 3]\n", """\
.newslint.yaml:1:12: error: entry 2 of "words" should be text, not a number
  1 | words: [a, 3]
    |            ^ put quotes around it"""),
    "an empty word": ("words: [' ']\n", """\
.newslint.yaml:1:9: error: an empty entry
  1 | words: [' ']
    |         ^^^ take it out"""),
    "a key without a value": ("names:\nlevel: error\n", """\
.newslint.yaml:1:1: error: "names" should be a list, not empty
  1 | names:
    | ^^^^^ give it a value, or take it out"""),
    "an override without paths": ("overrides:\n  - packs: [ap]\n", """\
.newslint.yaml:2:5: error: an override needs "paths": the files it is for
  2 |   - packs: [ap]
    |     ^^^^^^^^^^^ add:  paths: ["opinion/**"]"""),
    "an override for no paths": ("overrides: [{paths: []}]\n", """\
.newslint.yaml:1:21: error: an override needs "paths": the files it is for
  1 | overrides: [{paths: []}]
    |                     ^^ add:  paths: ["opinion/**"]"""),
    "what an override cannot set": ("overrides: [{paths: [a], level: error}]\n", """\
.newslint.yaml:1:26: error: unknown key "level"
  1 | overrides: [{paths: [a], level: error}]
    |                          ^^^^^ one of: paths, packs, language, rules, select, ignore, zones"""),
    "a glob that takes back": ("exclude: ['!a']\n", """\
.newslint.yaml:1:11: error: a glob cannot start with "!"
  1 | exclude: ['!a']
    |           ^^^^ name what to leave out; [!] is the character itself"""),
    "a glob with backslashes": ("exclude: [a\\b]\n", """\
.newslint.yaml:1:11: error: a glob has no "\\"
  1 | exclude: [a\\b]
    |           ^^^ write "/" between folders, and [*] for the character itself"""),
    "a glob that names nothing": ("exclude: [/]\n", """\
.newslint.yaml:1:11: error: a glob that names nothing
  1 | exclude: [/]
    |           ^ write ** for everything"""),
    "an unknown part of a record": ("records: {titel: [a]}\n", """\
.newslint.yaml:1:11: error: unknown key "titel"
  1 | records: {titel: [a]}
    |           ^^^^^ one of: headline, byline, date, body"""),
    "a size that is none": ("max-size: 20 pages\n", """\
.newslint.yaml:1:11: error: "20 pages" is not a size
  1 | max-size: 20 pages
    |           ^^^^^^^^ write a number of bytes, or a size such as "20 MB\""""),
    "a folder that is not there": ("rule-folders: [.git, house]\n", """\
.newslint.yaml:1:22: error: there is no folder "house"
  1 | rule-folders: [.git, house]
    |                      ^^^^^ rule folders are relative to the config file"""),
    "an unknown language": ("language: dk\n", """\
.newslint.yaml:1:11: error: unknown language "dk"
  1 | language: dk
    |           ^^ one of: en, de, es, eu, fr, it, lv, nl, pt, ru"""),
    "a word file that is not there": ("word-files: [house.txt]\n", """\
.newslint.yaml:1:14: error: there is no file "house.txt"
  1 | word-files: [house.txt]
    |              ^^^^^^^^^ word files are relative to the config file"""),
    "a name file that is a folder": ("name-files: [.git]\n", """\
.newslint.yaml:1:14: error: there is no file ".git"
  1 | name-files: [.git]
    |              ^^^^ name files are relative to the config file"""),
    "a fact file that is not there": ("fact-files: [offices.yaml]\n", """\
.newslint.yaml:1:14: error: there is no file "offices.yaml"
  1 | fact-files: [offices.yaml]
    |              ^^^^^^^^^^^^ fact files are relative to the config file"""),
    "a list": ("- news\n", ".newslint.yaml: the file holds a list; it should hold lines of the form “key: value”"),
    "no YAML": ("packs: [news\n", """\
.newslint.yaml:1:8: error: what [ opens here is not closed, or a comma is missing
  1 | packs: [news
    |        ^"""),
}


@pytest.mark.parametrize("text, drawn", BROKEN.values(), ids=BROKEN.keys())
def test_broken(text, drawn):
    put(".newslint.yaml", text)
    for _ in range(2):                      # the second time nothing of it comes from the cache
        with pytest.raises(BrokenFiles) as error:
            at("a.txt")
        assert str(error.value) == f"{drawn}\n1 problem in 1 config file; nothing was checked."


BROKEN_TOML = {
    "unknown key": ("[tool.newslint]\nlevle = 'error'\n", """\
pyproject.toml:2:1: error: unknown key "levle"
  2 | levle = 'error'
    | ^^^^^ did you mean "level"?"""),
    "the same key elsewhere": ("[tool.a]\nlevel = 1\n[tool.newslint]\nlevel = 2\n[tool.b]\nlevel = 3\n", """\
pyproject.toml:4:9: error: "level" should be one of error, warning, suggestion, not a number
  4 | level = 2
    |         ^"""),
    "a table of its own": ("[tool.newslint.rules]\n\"usage/could-of\" = 'of'\n", """\
pyproject.toml:2:20: error: unknown value "of" for "usage/could-of"
  2 | "usage/could-of" = 'of'
    |                    ^^^^ did you mean "off"? One of: off, error, warning, suggestion"""),
    "inside a list over lines": ("[tool.newslint]\nwords = [\n  'a3',\n  3,\n]\n", """\
pyproject.toml:4:3: error: entry 2 of "words" should be text, not a number
  4 |   3,
    |   ^ put quotes around it"""),
    "the second override": ("""\
[[tool.newslint.overrides]]
paths = ['a']
[[tool.newslint.overrides]]
paths = 'b'
""", """\
pyproject.toml:4:9: error: "paths" should be a list, not text
  4 | paths = 'b'
    |         ^^^ write it as ["b"]"""),
    "an inline table": ("[tool.newslint]\nrecords = {titel = ['a']}\n", """\
pyproject.toml:2:12: error: unknown key "titel"
  2 | records = {titel = ['a']}
    |            ^^^^^ one of: headline, byline, date, body"""),
    "written another way": ("tool.newslint.level = 'eror'\n", """\
pyproject.toml: unknown level "eror"
    | did you mean "error"? One of: error, warning, suggestion"""),
    "no table": ("[tool]\nnewslint = 3\n", "pyproject.toml: tool.newslint should be a table"),
    "a date": ("[tool.newslint]\nwords = [2026-11-21]\n", """\
pyproject.toml:2:10: error: entry 1 of "words" should be text, not a date
  2 | words = [2026-11-21]
    |          ^^^^^^^^^^"""),
    "nested without end": ("newslint = " + "[" * 5000, "pyproject.toml: lists or tables nested too deeply"),
    "no TOML": ("[tool.newslint]\nlevel = \n", """\
pyproject.toml:2:9: error: not valid TOML: invalid value
  2 | level =
    |         ^"""),
}


@pytest.mark.parametrize("text, drawn", BROKEN_TOML.values(), ids=BROKEN_TOML.keys())
def test_broken_toml(text, drawn):
    put("pyproject.toml", text)
    with pytest.raises(BrokenFiles) as error:
        at("a.txt")
    assert str(error.value) == f"{drawn}\n1 problem in 1 config file; nothing was checked."


KEYS = st.sampled_from(["level", "packs", "rules", "overrides", "records", "max-size", "exclude", "usage/x", "body"])
DATA = st.recursive(st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
                    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3), max_leaves=12)


@given(st.dictionaries(KEYS, DATA, max_size=4))
def test_any_data_is_taken_or_refused_with_places(data):
    text = json.dumps(data)                 # JSON is YAML
    try:
        assert isinstance(parse(".newslint.yaml", text.encode()), dict)
    except BrokenFiles as error:
        assert all(fault.line == 1 and fault.length for fault in error.faults)


@given(st.text("ab[]{}.='\"\n#-1, ") | st.text())
def test_any_toml_is_taken_or_refused(text):
    try:
        parse("pyproject.toml", f"[tool.newslint]\n{text}".encode("utf-8", "replace"))
    except BrokenFiles as error:
        assert error.faults


def test_all_faults_at_once():
    put(".newslint.yaml", "levle: error\nwords: [3]\noverrides: [{paths: ['!a'], packs: ap}]\n")
    with pytest.raises(BrokenFiles) as error:
        at("a.txt")
    assert sorted((fault.line, fault.column) for fault in error.value.faults) == [(1, 1), (2, 9), (3, 22), (3, 36)]


# selected: layers from the strongest to the weakest as (rules, select, ignore); the rule is usage/x at warning.
OFF, UP = {"usage/x": "off"}, {"usage/x": "error"}
SELECTED = {
    "nothing said": ([], True, "warning"),
    "nothing said, not in the packs": ([], False, None),
    "off by its id": ([(OFF, [], [])], True, None),
    "at another level": ([(UP, [], [])], True, "error"),
    "a level brings it in": ([(UP, [], [])], False, "error"),
    "below the reporting level": ([({"usage/x": "suggestion"}, [], [])], True, None),
    "ignored": ([({}, [], ["usage/x"])], True, None),
    "its family ignored": ([({}, [], ["usage"])], True, None),
    "another family ignored": ([({}, [], ["style"])], True, "warning"),
    "its family off": ([({"usage": "off"}, [], [])], True, None),
    "its family at a level": ([({"usage": "error"}, [], [])], True, "error"),
    "a family's level does not bring it in": ([({"usage": "error"}, [], [])], False, None),
    "selected": ([({}, ["usage/x"], [])], False, "warning"),
    "its family selected": ([({}, ["usage"], [])], False, "warning"),
    "another selected": ([({}, ["usage/y"], [])], True, None),
    "another family selected": ([({}, ["style"], [])], True, None),
    "its id beats its family: off": ([({"usage": "error", "usage/x": "off"}, [], [])], True, None),
    "its id beats its family: on": ([(UP, [], ["usage"])], True, "error"),
    "selected from an ignored family": ([({}, ["usage/x"], ["usage"])], True, "warning"),
    "ignored from a selected family": ([({}, ["usage"], ["usage/x"])], True, None),
    "off beats on": ([(UP, ["usage/x"], ["usage/x"])], True, None),
    "a stronger on beats off": ([(UP, [], []), (OFF, [], [])], True, "error"),
    "a stronger off beats on": ([(OFF, [], []), (UP, [], [])], True, None),
    "a stronger family off beats on": ([({}, [], ["usage"]), (UP, [], [])], True, None),
    "a stronger select of its id beats off": ([({}, ["usage/x"], []), (OFF, [], [])], True, "warning"),
    "a stronger select of its family does not": ([({}, ["usage"], []), (OFF, [], [])], True, None),
    "but it beats a family off": ([({}, ["usage"], []), ({}, [], ["usage"])], True, "warning"),
    "and another select": ([({}, ["usage"], []), ({}, ["style"], [])], True, "warning"),
    "a stronger select leaves it out": ([({}, ["style"], []), (UP, [], [])], True, None),
    "the level comes from the strongest that gives one": ([({}, ["usage"], []), ({"usage": "error"}, [], []), (
        {"usage/x": "suggestion"}, [], [])], True, "error"),
}


def layers(*sources):
    return tuple(Layer(rules, frozenset(select), frozenset(ignore)) for rules, select, ignore in sources)


def settings(level="warning", *sources):
    return config.effective(config.default(), "a.txt")._replace(level=level, layers=layers(*sources))


@pytest.mark.parametrize("sources, in_packs, level", SELECTED.values(), ids=SELECTED.keys())
def test_selected(sources, in_packs, level):
    assert selected(settings("warning", *sources), "usage/x", "warning", in_packs) == level


@pytest.mark.parametrize("reporting, expected", [("suggestion", "suggestion"), ("warning", None), ("error", None)])
def test_the_reporting_level(reporting, expected):
    assert selected(settings(reporting), "usage/x", "suggestion") == expected


def test_a_rule_asked_for_by_its_id_reports_below_the_reporting_level():
    assert selected(settings("warning", ({}, ["usage/x"], [])), "usage/x", "suggestion") == "suggestion"
    assert selected(settings("warning", ({}, ["usage"], [])), "usage/x", "suggestion") is None


NAME = st.sampled_from(["usage/x", "usage/y", "usage", "style/z", "style"])
SOURCE = st.tuples(st.dictionaries(NAME, st.sampled_from(["off", "error", "warning", "suggestion"])), st.lists(NAME),
                   st.lists(NAME))


@given(st.lists(SOURCE, max_size=3), st.booleans())
def test_the_strongest_word_on_an_id_is_the_last_word(sources, in_packs):
    assert selected(settings("suggestion", ({}, [], ["usage/x"]), *sources), "usage/x", "error", in_packs) is None
    assert selected(settings("suggestion", ({"usage/x": "warning"}, [], []), *sources), "usage/x", "error",
                    in_packs) == "warning"
    assert selected(settings("suggestion", ({}, ["style"], []), *sources), "usage/x", "error", in_packs) is None


OVERRIDES = """\
packs: [news]
overrides:
  - {paths: [opinion/**], packs: [strict], rules: {usage/could-of: off}}
  - {paths: ["*.md"], rules: {usage/could-of: error}}
"""
OVERRIDDEN = {
    "none holds": ("a.txt", {}, (("news",), "warning")),
    "one holds": ("opinion/a.txt", {}, (("strict",), None)),
    "the later wins": ("opinion/a.md", {}, (("strict",), "error")),
    "the command line's packs win": ("opinion/a.md", {"packs": ["ap"]}, (("ap",), "error")),
    "the command line's ignore wins": ("opinion/a.md", {"ignore": ["usage/"]}, (("strict",), None)),
    "the command line's select wins": ("opinion/a.txt", {"select": ["usage/could-of"]}, (("strict",), "warning")),
    "the command line's level": ("a.txt", {"level": "error", "packs": None, "ignore": []}, (("news",), None)),
}


@pytest.mark.parametrize("path, cli, expected", OVERRIDDEN.values(), ids=OVERRIDDEN.keys())
@pytest.mark.parametrize("absolute", [False, True], ids=["relative", "absolute"])
def test_overrides(path, cli, expected, absolute):
    put(".newslint.yaml", OVERRIDES)
    path = os.path.abspath(path) if absolute else path
    found = config.effective(config.merge(at("a.txt"), cli), path)
    assert (found.packs, selected(found, "usage/could-of", "warning")) == expected


def test_equal_settings_are_one_object():
    put(".newslint.yaml", OVERRIDES)
    found = at("a.txt")
    assert config.effective(found, "opinion/a.txt") is config.effective(found, "opinion/x/b.txt")
    assert config.effective(found, "opinion/a.txt") is not config.effective(found, "opinion/a.md")


def test_globs_start_at_the_config_file():
    put("desk/.newslint.yaml", "overrides: [{paths: [a.txt, x/b.txt], packs: [ap]}]\nexclude: [/wire/]\n")
    found = at("desk/a.txt")
    paths = ["desk/a.txt", "desk/y/a.txt", "desk/x/b.txt", "x/b.txt", "a.txt"]
    assert [path for path in paths if config.effective(found, path).packs == ("ap",)] == [*paths[:3], "a.txt"]
    assert [path for path in ["desk/wire/", "desk/wire/a.txt", "desk/wire", "wire/a.txt"]
            if config.excluded(found, path)] == ["desk/wire/", "desk/wire/a.txt"]


WRONG_NAMES = """\
packs: [news, app]
rules:
  usage/could-off: off
  usage/irregardless: warning
  newslint/encoding: off
  grammar/languagetool-agreement: off
  useage/: off
select: [percent, grammar/]
overrides:
  - paths: [a]
    packs: [sub]
    ignore: [usage, quite-another]
"""


def test_unknown_packs_and_rules():
    put(".newslint.yaml", WRONG_NAMES)
    assert draw(config.validate(at("a.txt"), PACKS, RULES), "config file") == """\
.newslint.yaml:1:15: error: unknown pack "app"
  1 | packs: [news, app]
    |               ^^^ did you mean "ap"? One of: ap, news, strict
.newslint.yaml:3:3: error: unknown rule "usage/could-off"
  3 |   usage/could-off: off
    |   ^^^^^^^^^^^^^^^ did you mean "usage/could-of"?
.newslint.yaml:7:3: error: unknown rule "useage/"
  7 |   useage/: off
    |   ^^^^^^^ did you mean "usage"?
.newslint.yaml:8:10: error: unknown rule "percent"
  8 | select: [percent, grammar/]
    |          ^^^^^^^ did you mean "ap/percent"?
.newslint.yaml:11:13: error: unknown pack "sub"
 11 |     packs: [sub]
    |             ^^^ one of: ap, news, strict
.newslint.yaml:12:21: error: unknown rule "quite-another"
 12 |     ignore: [usage, quite-another]
    |                     ^^^^^^^^^^^^^ newslint rules list shows all of them
6 problems in 1 config file; nothing was checked."""


def test_unknown_names_in_pyproject():
    put("pyproject.toml", """\
        [tool.newslint]
        select = [
          "usage",
          "usage/could-off",
        ]
        rules = {"usage/xyz" = "off"}
        """)
    assert [(fault.line, fault.column, fault.length) for fault in config.validate(at("a.txt"), PACKS, RULES)] == [
        (4, 3, 17), (6, 10, 11)]


def test_all_names_known():
    put(".newslint.yaml", "packs: [ap]\nselect: [usage/, ap/percent, grammar/languagetool-x]\n")
    assert config.validate(at("a.txt"), PACKS, RULES) == []
    assert config.validate(config.default(), PACKS, RULES) == []
    config.check_options({"packs": ["ap"], "select": ["usage/"], "level": "error"}, PACKS, RULES)


def test_unknown_names_on_the_command_line():
    with pytest.raises(UserError) as error:
        config.check_options({"packs": ["app"], "select": ["usage"], "ignore": ["usage/could-off"]}, PACKS, RULES)
    assert str(error.value) == """\
--pack: unknown pack "app"
    | did you mean "ap"? One of: ap, news, strict
--ignore: unknown rule "usage/could-off"
    | did you mean "usage/could-of"?"""


def test_show():
    put(".newslint.yaml", """\
        packs: [news]
        words: [a, b, c, d, e, f, g]
        fail-level: warning
        rules:
          usage/could-of: off
        overrides:
          - paths: [x/**]
            packs: [strict]
          - paths: [y/**]
            packs: [ap]
            ignore: [style/]
        exclude: [y/]
        records: {body: [copy, text]}
        """)
    assert show(config.merge(at("a.txt"), {"level": "error", "select": ["usage"]}), "y/a.txt") == """\
y/a.txt
  config        .newslint.yaml
  packs         ap                              .newslint.yaml:10 (override for y/**)
  words         a, b, c, d, e, f, … (7 in all)  .newslint.yaml:2
  level         error                           --level
  fail-level    warning                         .newslint.yaml:3
  dialect       auto                            default
  language      en                              default
  exclude       y/                              .newslint.yaml:12
  records       body: copy, text                .newslint.yaml:13
  max-size      20000000                        default
  excluded      yes                             .newslint.yaml:12
  select        usage                           --select
  ignore        style/                          .newslint.yaml:11 (override for y/**)
  rules         usage/could-of: off             .newslint.yaml:5"""


def test_show_without_a_file():
    assert show(config.default(), "a.txt").split("\n")[:3] == [
        "a.txt", "  config        none found: all settings are defaults", "  packs         news      default"]


def test_show_pyproject():
    put("pyproject.toml", "[tool.newslint]\nlevel = 'error'\n[tool.newslint.rules]\n'usage/could-of' = 'off'\n")
    lines = show(at("a.txt"), "a.txt").split("\n")
    assert "  level         error                pyproject.toml:2" in lines
    assert lines[-1] == "  rules         usage/could-of: off  pyproject.toml:4"


HEAVY = ("ruamel.yaml", "pydantic", "tomllib", "json", "hashlib", "pathlib", "difflib", "newslint.configfile")
WARM = """
import sys
from newslint import config
found = config.find("a.txt", {})
assert config.effective(found, "a.txt").packs == ("ap",), found
assert not config.validate(found, {"ap"}, {"usage/x"})
print(" ".join(name for name in sys.argv[1:] if name in sys.modules))
"""


@pytest.mark.parametrize("name, text", [(".newslint.yaml", "packs: [ap]\nselect: [usage/x]\n"),
                                        ("pyproject.toml", "[tool.newslint]\npacks = ['ap']\nselect = ['usage/x']\n")])
def test_a_warm_run_imports_nothing_heavy(name, text):
    put(name, text)
    root = os.path.dirname(os.path.dirname(os.path.abspath(config.__file__)))
    # -S: what .pth files of the environment import is not ours; the first run needs what is installed there.
    cold, warm = (subprocess.run([sys.executable, *options, "-c", WARM, *HEAVY], text=True, capture_output=True,
                                 check=True, env={**os.environ, "PYTHONPATH": root}).stdout
                  for options in ([], ["-S"]))
    assert "newslint.configfile" in cold
    assert warm == "\n"


def test_a_changed_file_is_read_anew():
    put(".newslint.yaml", "level: error\n")
    assert at("a.txt").values == {"level": "error"}
    put(".newslint.yaml", "level: warning\n")
    assert at("a.txt").values == {"level": "warning"}


def test_a_folder_that_went_away_is_missed_though_the_file_is_cached(project):
    os.makedirs("house")
    put(".newslint.yaml", "rule-folders: [house]\n")
    assert at("a.txt").values == {"rule_folders": ["house"]}
    os.rmdir("house")
    with pytest.raises(BrokenFiles, match="there is no folder"):
        at("a.txt")


def test_without_a_cache_the_same(monkeypatch):
    put(".newslint.yaml", BOTH)
    with_cache = at("a.txt")
    monkeypatch.setattr(cache, "folder", lambda: None)
    assert at("a.txt") == with_cache
