"""The compiled pack: what is in it under which settings, and that the cache only ever saves time."""
from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from newslint import cache, config, engine, pack, rulefile, sources
from newslint.errors import UserError
from newslint.faults import BrokenFiles

TEXT = "It rained alot. It was the the end. It was very late. It rose 5 percent."
ROOT = Path(__file__).parent.parent


@pytest.fixture
def loaded(in_folder):
    """The pack for a config file and a command line."""
    def load(source="", **cli):
        (in_folder / ".newslint.yaml").write_text(source, encoding="utf-8")
        origin = config.merge(config.find("x.txt", {}), cli)
        return pack.load(config.effective(origin, "x.txt"), origin)
    return load


def marked(ready, text=TEXT):
    [document] = sources.documents("x.txt", text.encode())
    return [f"{finding.level} {finding.rule}" for finding in engine.check(document, ready)]


SETTINGS = {
    "nothing said": ("", {}, ["error usage/alot", "warning grammar/doubled"]),
    "a lower level": ("level: suggestion", {}, ["error usage/alot", "warning grammar/doubled", "suggestion style/very"]),
    "a higher level": ("level: error", {}, ["error usage/alot"]),
    "another pack": ("packs: [bbc]", {}, ["warning bbc/per-cent"]),
    "two packs": ("packs: [news, bbc]", {}, ["error usage/alot", "warning grammar/doubled", "warning bbc/per-cent"]),
    "a rule turned off": ("rules: {usage/alot: off}", {}, ["warning grammar/doubled"]),
    "a rule of another level": ("rules: {grammar/doubled: error}", {}, ["error usage/alot", "error grammar/doubled"]),
    "a rule of no pack turned on": ("rules: {bbc/per-cent: error}", {},
                                    ["error usage/alot", "warning grammar/doubled", "error bbc/per-cent"]),
    "only a family": ("select: [grammar]", {}, ["warning grammar/doubled"]),
    "a rule below the level by its name": ("select: [style/very]", {}, ["suggestion style/very"]),
    "without a family": ("ignore: [usage]", {}, ["warning grammar/doubled"]),
    "the command line over the file": ("select: [grammar]", {"select": ["usage"]}, ["error usage/alot"]),
    "a pack on the command line": ("packs: [news]", {"packs": ["bbc"]}, ["warning bbc/per-cent"]),
}


@pytest.mark.parametrize("source, cli, expected", SETTINGS.values(), ids=SETTINGS.keys())
def test_settings(loaded, source, cli, expected):
    assert marked(loaded(source, **cli)) == expected
    assert marked(loaded(source, **cli)) == expected    # this time from the cache


def test_a_rule_of_dialect_goes_by_the_settings_unless_it_names_one(loaded, in_folder, write_rule):
    for name, lines in (("any", ""), ("ours", "dialect: en-US\n")):
        write_rule(in_folder / "own", f"spelling/{name}", f'kind: dialect\nlevel: warning\nmessage: "{{ours}}"\nleast: 2\n'
                   f'ratio: 2\n{lines}bad: [The color is that of colour.]\ngood: [A colour.]\n')
    source = "rule-folders: [own]\nselect: [spelling]\n"
    for dialect, expected in {"en-GB": ["any", "ours"], "en-US": ["any", "ours"], "auto": ["ours"]}.items():
        found = marked(loaded(source, dialect=dialect), "The color of the centre.")
        assert found == [f"warning spelling/{name}" for name in expected], dialect


UNKNOWN = {
    "a pack": ("packs: [newz]", {}, """\
.newslint.yaml:1:9: error: unknown pack "newz"
  1 | packs: [newz]
    |         ^^^^ did you mean "news"? One of: bbc, news"""),
    "a rule": ("rules: {usage/a-lot: off}", {}, """\
.newslint.yaml:1:9: error: unknown rule "usage/a-lot"
  1 | rules: {usage/a-lot: off}
    |         ^^^^^^^^^^^ did you mean "usage/alot"?"""),
    "a rule without its family": ("ignore: [alot]", {}, """\
.newslint.yaml:1:10: error: unknown rule "alot"
  1 | ignore: [alot]
    |          ^^^^ did you mean "usage/alot"?"""),
    "on the command line": ("", {"select": ["usage/a-lot"], "packs": ["newz"]}, """\
--pack: unknown pack "newz"
    | did you mean "news"? One of: bbc, news
--select: unknown rule "usage/a-lot"
    | did you mean "usage/alot"?"""),
}


@pytest.mark.parametrize("source, cli, expected", UNKNOWN.values(), ids=UNKNOWN.keys())
def test_names_that_do_not_exist(loaded, source, cli, expected):
    with pytest.raises(UserError) as error:
        loaded(source, **cli)
    assert str(error.value).removesuffix("\n1 problem in 1 config file; nothing was checked.") == expected


# Rules of a project's own --------------------------------------------------------------------------------------------

LATE = 'kind: phrase\nlevel: warning\nmessage: "{match}"\nmatch: [late]\nbad: [It was late.]\ngood: [It was dark.]\n'


def test_rule_folders(loaded, in_folder, write_rule):
    write_rule(in_folder / "mine", "house/late", LATE)
    assert marked(loaded("rule-folders: [mine]")) == ["error usage/alot", "warning grammar/doubled", "warning house/late"]
    assert marked(loaded("rule-folders: [mine]\npacks: [bbc]")) == ["warning house/late", "warning bbc/per-cent"]
    assert marked(loaded("rule-folders: [mine]\nselect: [house/late]")) == ["warning house/late"]
    assert marked(loaded("rule-folders: [mine]\nrules: {house: off}")) == ["error usage/alot", "warning grammar/doubled"]


def test_a_changed_rule_file_is_seen(loaded, in_folder, write_rule):
    path = write_rule(in_folder / "mine", "house/late", LATE)
    assert "warning house/late" in marked(loaded("rule-folders: [mine]"))
    write_rule(in_folder / "mine", "house/late", LATE.replace("level: warning", "level: error"))
    assert "error house/late" in marked(loaded("rule-folders: [mine]"))
    write_rule(in_folder / "mine", "house/dark", LATE.replace("[late]", "[rained]").replace("It was late", "It rained"))
    assert "warning house/dark" in marked(loaded("rule-folders: [mine]"))
    path.unlink()
    assert "error house/late" not in marked(loaded("rule-folders: [mine]"))


def test_a_rule_file_of_the_same_size_and_another_time_is_seen(loaded, in_folder, write_rule):
    write_rule(in_folder / "mine", "house/late", LATE)
    assert "warning house/late" in marked(loaded("rule-folders: [mine]"))
    path = write_rule(in_folder / "mine", "house/late", LATE.replace("[late]", "[dark]"))
    os.utime(path, ns=(path.stat().st_mtime_ns + 1, path.stat().st_mtime_ns + 1))
    assert "warning house/late" not in marked(loaded("rule-folders: [mine]"))


def test_a_broken_rule_file_stops_the_run_each_time(loaded, in_folder, write_rule):
    write_rule(in_folder / "mine", "house/late", LATE.replace("warning", "warn"))
    for _ in range(2):
        with pytest.raises(BrokenFiles, match='unknown level "warn"'):
            loaded("rule-folders: [mine]")


def test_a_rule_of_ours_cannot_be_overridden_unseen(loaded, in_folder, write_rule):
    write_rule(in_folder / "mine", "usage/alot", LATE)
    with pytest.raises(BrokenFiles, match='"usage/alot" is also the id of the rule in'):
        loaded("rule-folders: [mine]")


def test_a_rule_file_that_leads_nowhere(loaded, in_folder):
    (in_folder / "mine").mkdir()
    loaded("rule-folders: [mine]")
    (in_folder / "mine" / "late.yaml").symlink_to(in_folder / "nowhere")
    with pytest.raises(UserError, match=r"late\.yaml: cannot be read"):
        loaded("rule-folders: [mine]")


# The cache -----------------------------------------------------------------------------------------------------------

def test_what_stands_in_the_cache_is_not_read_again(loaded, monkeypatch):
    expected = marked(loaded("level: warning"))
    monkeypatch.setattr(rulefile, "read", None)
    assert marked(loaded("level: warning")) == expected


DAMAGE = {
    "gone": lambda path: path.unlink(),
    "empty": lambda path: path.write_bytes(b""),
    "cut": lambda path: path.write_bytes(path.read_bytes()[:-10]),
    "changed": lambda path: path.write_bytes(path.read_bytes().replace(b"alot", b"ALOT")),
    "of something else": lambda path: path.write_bytes(b"\0" * 100),
}


@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE.keys())
def test_a_damaged_cache_only_costs_time(loaded, tmp_path, monkeypatch, damage):
    monkeypatch.setenv("NEWSLINT_CACHE_DIR", str(tmp_path / "cache"))
    expected = marked(loaded())
    for path in (tmp_path / "cache").iterdir():
        damage(path)
    assert marked(loaded()) == expected


def test_no_place_for_a_cache_only_costs_time(loaded, tmp_path, monkeypatch):
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("NEWSLINT_CACHE_DIR", str(tmp_path / "file" / "cache"))
    assert marked(loaded()) == ["error usage/alot", "warning grammar/doubled"]


def test_a_read_only_cache_only_costs_time(loaded, tmp_path, monkeypatch):
    monkeypatch.setenv("NEWSLINT_CACHE_DIR", str(tmp_path / "cache"))
    real = os.open

    def refuse(path, flags, *rest, **kwargs):
        if flags & os.O_CREAT:
            raise PermissionError(13, "Permission denied", path)
        return real(path, flags, *rest, **kwargs)

    monkeypatch.setattr(cache.os, "open", refuse)
    assert marked(loaded()) == ["error usage/alot", "warning grammar/doubled"]
    assert [*(tmp_path / "cache").iterdir()] == []


HEAVY = ("ruamel", "pydantic", "pathspec", "json", "argparse", "logging", "pathlib", "typing_extensions", "spellchecker", "subprocess",
         "dataclasses", "multiprocessing", "asyncio", "difflib", "hashlib", "tempfile")
SCRIPT = """
import sys
from newslint import cli
code = cli.main([sys.argv[1]])
print(code, *sorted(name for name in sys.modules if name.partition(".")[0] in sys.argv[2:]), file=sys.stderr)
"""


def test_a_warm_start_imports_nothing_heavy(tmp_path, own_cache):
    (tmp_path / ".git").mkdir()
    (tmp_path / "x.txt").write_text("It was the the end.")
    known = {**os.environ, "PYTHONPATH": str(ROOT)}
    for _ in range(2):
        run = subprocess.run([sys.executable, "-X", "utf8", "-c", SCRIPT, "x.txt", *HEAVY], cwd=tmp_path, env=known,
                             capture_output=True, text=True)
    assert run.stderr == "1\n"
    assert "grammar/doubled-word" in run.stdout
