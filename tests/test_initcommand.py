"""`newslint init`: what it sees in a repository, what it proposes, and that it overwrites nothing."""
from __future__ import annotations

import gc
import os
import subprocess
import sys
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from newslint import cli, config, hookfile, initcommand, initfiles, rulefolder
from newslint.survey import Survey

ROOT = Path(__file__).parent.parent
BRITISH = "The colour of the centre, its favourite theatre, and a neighbour’s honour: it was organised in the harbour.\n"
AMERICAN = "The color of the center, its favorite theater, and a neighbor’s honor: it was organized in the harbor.\n"
PLAIN = "It rained in the town on the day that it was said to.\n"
GERMAN = "Der Minister sagte, dass die Stadt nicht mit dem Geld der Bürger gerettet werden kann und soll.\n" * 3
SOURCE = "https://example.org/desk/newslint.git"
FILES = [".newslint.yaml", ".pre-commit-config.yaml", ".github/workflows/newslint.yml"]


@pytest.fixture
def init(in_folder, capsys, monkeypatch):
    """Runs it: code, standard output, standard error. `answers` makes it a terminal."""
    def run(*arguments, answers=None):
        if answers is not None:
            monkeypatch.setattr(initcommand, "_asks", lambda: True)
            monkeypatch.setattr("builtins.input", lambda question: answers.pop(0))
        code = cli.main(["init", *arguments])
        gc.enable()
        out, err = capsys.readouterr()
        assert "Traceback" not in out + err
        return code, out, err
    return run


@pytest.fixture
def write(in_folder):
    def write(name, text=PLAIN, times=1):
        for number in range(times):
            path = in_folder / name.replace("#", str(number))
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode())
    return write


def there(folder: Path) -> list[str]:
    return [name for name in FILES if (folder / name).exists()]


# What is written ------------------------------------------------------------------------------------------------------

def test_nothing_is_written_unasked(init, write, in_folder):
    write("articles/#.txt", BRITISH, 5)
    code, out, err = init()
    assert (code, err, there(in_folder)) == (0, "", [])
    assert out.endswith("Nothing was written; --yes does.\n") and all(f"--- {name}" in out for name in FILES)


def test_a_file_is_written_for_a_yes(init, write, in_folder):
    write("articles/#.txt", BRITISH, 5)
    assert init("--source", SOURCE, answers=["y", "", "no"])[0] == 0
    assert there(in_folder) == FILES[:1]


def test_all_is_written_and_newslint_and_git_can_use_it(init, write, in_folder):
    write("articles/#.txt", BRITISH, 5)
    write("opinion/#.json", '{"body": "It rained."}', 5)
    write("README.md")
    code, out, err = init("--yes", "--source", SOURCE, "--rev", "v1.2")
    assert (code, err, there(in_folder)) == (0, "", FILES)
    assert "10 files in articles/, opinion/; in the 10 that were read" in out
    assert config.find("articles/0.txt", {}).values == {"level": "warning", "fail_level": "error", "dialect": "en-GB", "exclude": ["README.md"]}
    [repo] = YAML(typ="safe").load(in_folder / ".pre-commit-config.yaml")["repos"]
    assert repo == {"repo": SOURCE, "rev": "v1.2", "hooks": [{
        "id": "newslint", "types_or": ["text"], "files": r"^(articles|opinion)/.*\.(json|txt)$", "exclude": r"(^|/)(README\.md)$"}]}
    steps = YAML(typ="safe").load(in_folder / FILES[2])["jobs"]["newslint"]["steps"]
    assert steps[2]["run"] == f'python -m pip install "newslint @ git+{SOURCE}@v1.2"'
    assert steps[3]["run"] == "newslint --since \"origin/$GITHUB_BASE_REF\" --format github 'articles' 'opinion'\n"
    before = {name: (in_folder / name).read_bytes() for name in FILES}
    code, out, err = init("--yes", "--source", SOURCE)                 # a second time
    assert (code, err) == (0, "") and "Written" not in out and out.count("there already") + out.count("has newslint already") == 3
    assert before == {name: (in_folder / name).read_bytes() for name in FILES}


def test_without_a_source_nothing_is_written_that_cannot_work(init, write, in_folder, monkeypatch):
    write("articles/#.txt", BRITISH, 5)
    code, out, err = init("--yes")
    assert (code, err, there(in_folder)) == (0, "", FILES[:2])
    assert "not written, for it has to say where CI gets newslint from" in out
    [repo] = YAML(typ="safe").load(in_folder / ".pre-commit-config.yaml")["repos"]
    assert (repo["repo"], repo["hooks"][0]["entry"], repo["hooks"][0]["language"]) == ("local", "newslint", "system")
    assert "://" not in (in_folder / ".pre-commit-config.yaml").read_text()
    environ = {**os.environ, "PRE_COMMIT_HOME": str(in_folder / "cache")}
    subprocess.run([sys.executable, "-m", "pre_commit", "validate-config", ".pre-commit-config.yaml"], check=True, env=environ, cwd=in_folder)


def test_below_the_top_of_the_repository(init, write, in_folder, monkeypatch):
    write("site/news/#.txt", PLAIN, 3)
    monkeypatch.chdir(in_folder / "site")
    init("--yes", "--source", SOURCE)
    assert there(in_folder) == FILES[1:] and (in_folder / "site/.newslint.yaml").exists()
    assert "files: '^site/news/.*\\.txt$'" in (in_folder / ".pre-commit-config.yaml").read_text()
    assert "'site/news'" in (in_folder / FILES[2]).read_text()


def test_outside_a_repository_only_the_config(init, write, in_folder):
    (in_folder / ".git").rmdir()
    write("a/#.txt", PLAIN, 3)
    code, _, _ = init("--yes")
    assert code == 0 and there(in_folder) == FILES[:1]


OWN = {
    ".newslint.yaml": ("level: error\n", ".newslint.yaml is there already"),
    ".newslint.yml": ("level: error\n", ".newslint.yml is there already"),
    "pyproject.toml": ("[tool.newslint]\nlevel = 'error'\n", "pyproject.toml is there already"),
}


@pytest.mark.parametrize("name", OWN)
def test_a_config_of_any_form_is_left_alone(init, write, in_folder, name):
    write("a/#.txt", PLAIN, 3)
    write(name, OWN[name][0])
    code, out, _ = init("--yes")
    assert code == 0 and OWN[name][1] in out and (in_folder / name).read_text() == OWN[name][0]
    assert (in_folder / ".newslint.yaml").exists() == (name == ".newslint.yaml")


def test_a_link_that_leads_nowhere_is_not_written_through(init, write, in_folder, tmp_path):
    write("a/#.txt", PLAIN, 3)
    (in_folder / ".newslint.yaml").symlink_to(tmp_path / "elsewhere.yaml")
    assert init("--yes")[0] == 0 and not (tmp_path / "elsewhere.yaml").exists()


WRONG = {
    "no article": ([], {}, "newslint: .: no article here"),
    "an address with a command in it": (["--source", 'x"; rm'], {"a.txt": PLAIN}, "newslint: 'x\"; rm': not the address of a git repository"),
    "an option for an address": (["--source=--x"], {"a.txt": PLAIN}, "newslint: '--x': not the address"),
    "nothing that can be read": ([], {"a.json": "{}"}, "newslint: none of the files here can be read as an article"),
}


@pytest.mark.parametrize("arguments, files, expected", WRONG.values(), ids=WRONG.keys())
def test_wrong_use(init, write, in_folder, arguments, files, expected):
    for name, text in files.items():
        write(name, text)
    code, _, err = init("--yes", *arguments)
    assert code == 2 and err.startswith(expected) and there(in_folder) == []


# What it sees ---------------------------------------------------------------------------------------------------------

SEEN = {
    "British": ({"a/#.txt": (BRITISH, 5)}, "dialect: en-GB"),
    "American": ({"a/#.txt": (AMERICAN, 5)}, "dialect: en-US"),
    "both": ({"a/#.txt": (BRITISH, 5), "b/#.txt": (AMERICAN, 3)}, "# dialect"),
    "too little to tell": ({"a/#.txt": (BRITISH, 1)}, "# dialect"),
}


@pytest.mark.parametrize("files, expected", SEEN.values(), ids=SEEN.keys())
def test_the_english_of_the_articles(init, write, in_folder, files, expected):
    for name, (text, times) in files.items():
        write(name, text, times)
    init("--yes")
    assert f"\n{expected}" in (in_folder / ".newslint.yaml").read_text()


def test_the_language_of_the_articles(init, write, in_folder, few_rules, write_rule, monkeypatch, tmp_path):
    folder = tmp_path / "rules"
    write_rule(folder, "newslint/other-language", 'kind: note\nlevel: warning\nmessage: "This {what} is in {language}."\nbad: [x]\ngood: [y]\n')
    (folder / "packs.yaml").write_text((few_rules / "packs.yaml").read_text())
    monkeypatch.setattr(rulefolder, "shipped", lambda: str(folder))
    write("a/#.txt", GERMAN, 9)
    write("b/#.txt", PLAIN, 1)
    init("--yes")
    assert config.find(".", {}).values["language"] == "de"


SURVEY = Survey(3, [], [], [".txt"], [], None, {}, None, [])
REGEXES = {
    "articles lie about": (SURVEY, "", r"^.*\.txt$"),
    "one folder": (SURVEY._replace(folders=["articles"]), "", r"^articles/.*\.txt$"),
    "two folders and endings, below": (SURVEY._replace(folders=["a", "b"], endings=[".txt", ".md"]), "site/", r"^site/(a|b)/.*\.(md|txt)$"),
    "signs of regexes": (SURVEY._replace(folders=["a (1)"]), "c++/", r"^c\+\+/a\ \(1\)/.*\.txt$"),
}


@pytest.mark.parametrize("seen, prefix, regex", REGEXES.values(), ids=REGEXES.keys())
def test_the_files_of_the_hook(seen, prefix, regex):
    assert initfiles.articles_regex(seen, prefix) == regex
    [entry] = YAML(typ="safe").load(initfiles.hook(seen, None, prefix))
    assert entry["hooks"][0]["files"] == regex


def test_a_folder_with_quotes_stays_one_word_of_the_shell():
    text = initfiles.workflow(SURVEY._replace(folders=["it's $(x)"]), initfiles.Source(SOURCE, "v1"), "")
    command = YAML(typ="safe").load(text)["jobs"]["newslint"]["steps"][3]["run"].split("github ")[1]
    assert subprocess.run(["sh", "-c", f"printf %s {command}"], capture_output=True, text=True, check=True).stdout == "it's $(x)"


# A .pre-commit-config.yaml that is there ------------------------------------------------------------------------------

ENTRY = "# About it.\n- repo: local\n  hooks:\n    - id: newslint\n      name: x\n"
ADDED = {
    "indented": "repos:\n  - repo: a\n    hooks:\n      - id: b   # why\n",
    "not indented": "# top\nrepos:\n- repo: a\n  hooks:\n  - id: b\n",
    "other keys before": "fail_fast: true\ndefault_stages: [pre-commit]\nrepos:\n    - repo: a\n      hooks: [{id: b}]\n\n",
    "no line end": "repos:\n- repo: a\n  hooks:\n  - id: b",
    "Windows line ends": "repos:\r\n  - repo: a\r\n    hooks:\r\n      - id: b\r\n",
    "anchors": "repos:\n- repo: a\n  hooks:\n  - id: b\n    args: &x [1]\n  - id: c\n    args: *x\n",
    "a comment at the end": "repos:\n  - repo: a\n    hooks:\n      - id: b\n# end\n",
}
ONLY_SHOWN = {
    "another key after": "repos:\n- repo: a\n  hooks:\n  - id: b\nci:\n  skip: [b]\n",
    "in one line": "repos: [{repo: a, hooks: [{id: b}]}]\n",
    "none yet": "repos: []\n",
    "no repos": "fail_fast: true\n",
    "not YAML": "repos:\n- [\n",
    "empty": "",
    "a long text at the end": "repos:\n- repo: a\n  hooks:\n  - id: b\n    entry: |\n      x\n\n     \n",
    "an end of the document": "repos:\n- repo: a\n  hooks:\n  - id: b\n...\n",
    "the old form, a list": "- repo: a\n  hooks:\n  - id: b\n",
    "two documents": "repos:\n- repo: a\n---\nrepos:\n- repo: b\n",
}


@pytest.mark.parametrize("before", ADDED.values(), ids=ADDED.keys())
def test_a_hook_is_added(before):
    after = hookfile.added(before, ENTRY)
    assert after is not None and after.startswith(before) and after.endswith("name: x\n" if "\r" not in before else "name: x\r\n")
    old, new = (YAML(typ="safe").load(text) for text in (before, after))
    assert new["repos"].pop() == {"repo": "local", "hooks": [{"id": "newslint", "name": "x"}]} and new == old
    assert hookfile.has_newslint(after) and not hookfile.has_newslint(before)


@pytest.mark.parametrize("before", ONLY_SHOWN.values(), ids=ONLY_SHOWN.keys())
def test_a_hook_is_only_shown(before):
    after = hookfile.added(before, ENTRY)
    assert after is None or YAML(typ="safe").load(after)["repos"][:-1] == YAML(typ="safe").load(before)["repos"]


@pytest.mark.parametrize("before, added", [(ADDED["indented"], True), (ONLY_SHOWN["another key after"], False)])
def test_a_hook_file_that_is_there(init, write, in_folder, before, added):
    write("a/#.txt", PLAIN, 3)
    write(".pre-commit-config.yaml", before)
    code, out, err = init("--yes")
    after = (in_folder / ".pre-commit-config.yaml").read_text()
    assert (code, err) == (0, "") and after.startswith(before) and (after != before) == added
    assert ("added to .pre-commit-config.yaml" in out) == added and ("add this to its repos yourself" in out) != added
