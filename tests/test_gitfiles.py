"""--staged and --since, on real repositories: what is read, which lines count, and what is said when git cannot tell."""
from __future__ import annotations

import gc
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint import cli, git, rulefolder, run
from newslint.changedlines import new_lines

ROOT = Path(__file__).parent.parent
ALOT, FINE = "It rained alot.\n", "It rained.\n"
IDENTITY = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1", "GIT_AUTHOR_NAME": "n", "GIT_AUTHOR_EMAIL": "n@x",
            "GIT_COMMITTER_NAME": "n", "GIT_COMMITTER_EMAIL": "n@x"}
TEN = "".join(f"Line {number} is here.\n" for number in range(1, 11))


class Repo:
    """A repository in the working folder, and newslint run in it."""

    def __init__(self, folder: Path, capsys) -> None:
        self.folder, self.capsys = folder, capsys
        self.git("init", "-q", "-b", "main")

    def git(self, *arguments: str) -> str:
        done = subprocess.run(["git", *arguments], cwd=self.folder, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        return done.stdout

    def write(self, name: str, content: str | bytes = ALOT) -> None:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())

    def commit(self) -> None:
        self.git("add", "-A")
        self.git("commit", "-qm", "x", "--allow-empty")

    def newslint(self, *arguments: str) -> tuple[int, str, str]:
        code = cli.main(list(arguments))
        gc.enable()
        out, err = self.capsys.readouterr()
        assert "Traceback" not in out + err and code != 3, err
        return code, out, err

    def found(self, *arguments: str) -> list[str]:
        code, out, err = self.newslint(*arguments, "--format", "jsonl")
        assert err == "", err
        findings = [json.loads(line) for line in out.splitlines()]
        assert code == (1 if any(finding["level"] == "error" for finding in findings) else 0)
        return [f"{finding['path']}:{finding['line']}" for finding in findings]


@pytest.fixture
def repo(tmp_path, few_rules, monkeypatch, capsys):
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)            # a hook that runs the tests sets some
    for name, value in IDENTITY.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(rulefolder, "shipped", lambda: str(few_rules))
    (tmp_path / "repo").mkdir()
    monkeypatch.chdir(tmp_path / "repo")
    return Repo(tmp_path / "repo", capsys)


# --staged -------------------------------------------------------------------------------------------------------------

def test_staged_is_what_the_index_holds(repo):
    repo.write("fine.txt", FINE)
    repo.commit()
    assert repo.newslint("--staged") == (0, "0 files: nothing to report.\n", "")
    repo.write("staged.txt", ALOT)
    repo.git("add", "staged.txt")
    repo.write("staged.txt", FINE)          # mended, but not staged
    repo.write("fine.txt", ALOT)            # broken, but not staged
    repo.write("new.txt", ALOT)
    assert repo.found("--staged") == ["staged.txt:1"]
    (repo.folder / "staged.txt").unlink()
    assert repo.found("--staged") == ["staged.txt:1"]


def test_staged_before_the_first_commit(repo):
    repo.write("a.txt", ALOT)
    assert repo.found("--staged") == []
    repo.git("add", ".")
    assert repo.found("--staged") == ["a.txt:1"]


NAMES = ["a b.txt", " edges .txt", "ünï “q”.txt", 'quo"te\\n.txt', "tab\tbed.txt", "new\nline.txt", "-dash.txt", "--output=x.txt",
         ":(top)x.txt", "sub/dir/x.md", "x.JSONL", "*.txt", "@{u}.txt"]
NOT_READ = ["x.py", "noending", ".hidden.txt", ".github/x.md", "page_files/x.txt", "drafts/x.txt"]


@pytest.mark.skipif(os.name == "nt", reason="names that Windows does not allow")
def test_any_name_is_just_a_name(repo):
    repo.write(".newslint.yaml", "exclude: [drafts]\n")
    repo.commit()
    repo.write("page.html", f"<p>{FINE}</p>")
    for name in NAMES:
        repo.write(name, json.dumps({"body": ALOT}) if name.endswith("JSONL") else ALOT)
    for name in NOT_READ:
        repo.write(name)
    assert repo.found("--since", "HEAD") == sorted(f"{name}:1" for name in NAMES)     # untracked
    repo.git("add", "-A")
    assert repo.found("--staged") == repo.found("--since", "HEAD") == sorted(f"{name}:1" for name in NAMES)
    repo.git("commit", "-qm", "x")
    for name in NAMES:
        if not name.endswith("JSONL"):
            repo.write(name, ALOT + FINE + ALOT)
    repo.git("add", "-A")
    assert repo.found("--since", "HEAD") == repo.found("--staged", "--since", "HEAD") \
        == sorted(f"{name}:3" for name in NAMES if not name.endswith("JSONL"))


def test_what_is_no_file_is_not_read(repo, tmp_path):
    (tmp_path / "outside.txt").write_text(ALOT)
    repo.write("gone.txt")
    repo.write("becomes-link.txt")
    repo.commit()
    (repo.folder / "gone.txt").unlink()
    (repo.folder / "becomes-link.txt").unlink()
    (repo.folder / "becomes-link.txt").symlink_to(tmp_path / "outside.txt")
    (repo.folder / "link.txt").symlink_to(tmp_path / "outside.txt")
    repo.write("sub/inner.txt", FINE)
    for command in (["init", "-q"], ["add", "."], ["commit", "-qm", "x"]):
        repo.git("-C", "sub", *command)
    assert repo.found("--since", "HEAD") == []
    repo.git("-c", "advice.addEmbeddedRepo=false", "add", "-A")
    assert repo.found("--staged") == repo.found("--since", "HEAD") == []
    repo.write("sub/inner.txt", ALOT)
    assert repo.found("--since", "HEAD") == []
    assert repo.found("--since", "HEAD", "sub") == ["sub/inner.txt:1"]                # its own repository
    assert repo.newslint("--staged", "gone.txt")[0] == 0


def test_renamed_files_are_compared_with_what_they_were(repo):
    repo.write("old.txt", TEN + ALOT)
    repo.commit()
    repo.git("mv", "old.txt", "new.txt")
    assert repo.found("--since", "HEAD") == []
    assert repo.found("--staged") == ["new.txt:11"]                                     # --staged is the whole file
    repo.write("new.txt", TEN + ALOT + ALOT)
    assert repo.found("--since", "HEAD") == ["new.txt:12"]
    assert repo.found("--since", "HEAD", "--whole-files") == ["new.txt:11", "new.txt:12"]
    assert repo.found("--staged", "--since", "HEAD") == []


def test_a_conflict_is_told(repo):
    repo.write("x.txt", FINE)
    repo.commit()
    repo.git("checkout", "-qb", "other")
    repo.write("x.txt", "Theirs.\n")
    repo.commit()
    repo.git("checkout", "-q", "main")
    repo.write("x.txt", "Ours.\n")
    repo.commit()
    subprocess.run(["git", "merge", "-q", "other"], cwd=repo.folder, capture_output=True, check=False)
    code, out, err = repo.newslint("--staged")
    assert (code, out) == (2, "") and "x.txt: a conflict in it is not resolved" in err


def test_many_staged_files(repo, monkeypatch):
    for number in range(30):
        repo.write(f"{number:02}.txt", ALOT)
    repo.git("add", ".")
    expected = [f"{number:02}.txt:1" for number in range(30)]
    monkeypatch.setattr("newslint.gitfiles.TOGETHER", 7)
    assert repo.found("--staged") == expected
    monkeypatch.setattr(run, "MANY", 1)
    monkeypatch.setattr("newslint.manyfiles.FILES_A_PROCESS", 5)
    assert repo.found("--staged", "--jobs", "2") == expected


# --since --------------------------------------------------------------------------------------------------------------

# Before, after, the lines that are found.
LINES = {
    "nothing changed": (ALOT + TEN, ALOT + TEN, []),
    "another line changed": (ALOT + TEN, ALOT + TEN.replace("3", "three"), []),
    "its line changed": (FINE + TEN, ALOT + TEN, [1]),
    "a line added above it": (ALOT, FINE + ALOT, []),
    "it was added between others": (TEN + TEN, TEN + ALOT + TEN, [11]),
    "lines taken out around it": (TEN + ALOT + TEN, ALOT, []),
    "two of three": (ALOT * 2, ALOT * 2 + FINE + ALOT, [4]),
    "the end of the last line was missing": ("It rained", "It rained alot.", [1]),
    "a line end added to it": (ALOT.rstrip("\n"), ALOT, [1]),
    "Windows line ends": (FINE.replace("\n", "\r\n") + ALOT, FINE.replace("\n", "\r\n") + ALOT + ALOT, [3]),
    "lone returns end lines for us, not for git": ("Old.\rOld.\rOld.\n" + ALOT, "Old.\rOld.\rOld.\n" + ALOT + ALOT, [5]),
    "lines that look like a patch": (FINE, FINE + "++ b/y.txt\n@@ -1 +1 @@\n-- a\n" + ALOT, [5]),
    "a mark at the start": ("\ufeff" + FINE, "\ufeff" + FINE + ALOT, [2]),
    "UTF-16": (FINE.encode("utf-16"), (FINE + "Ő.\n" + ALOT + FINE).encode("utf-16"), [3]),
    "it spans two lines, the second is new": ("It was the\n", "It was the\nthe end.\n", [1]),
    "it spans two lines, neither is new": ("It was the\nthe end.\n", "It was the\nthe end.\n\nMore.\n", []),
    "an edit that joins lines": ("It was the\n\nthe end.\n" + FINE, "It was the\nthe end.\n" + FINE, []),
}


def test_findings_on_new_lines(repo):
    """All at once, a file each."""
    for number, (before, _, _) in enumerate(LINES.values()):
        repo.write(f"{number}.txt", before)
    repo.commit()
    for number, (_, after, _) in enumerate(LINES.values()):
        repo.write(f"{number}.txt", after)
    found = repo.found("--since", "HEAD")
    for number, (case, (_, _, lines)) in enumerate(LINES.items()):
        assert [place for place in found if place.startswith(f"{number}.txt")] == [f"{number}.txt:{line}" for line in lines], case


def test_a_finding_counts_by_its_edits_too():
    """Several places of one finding: the one that is new may not be the first."""
    from newslint.changedlines import touching
    from newslint.model import Edit, Finding, Fix

    raw = "color\nok\ncolor\n"
    finding = Finding("spelling/dialect", "warning", "", "x.txt", 1, 1, 1, 6, 0, 5, "color", "body", ("colour",),
                      Fix(True, (Edit(0, 5, "colour"), Edit(9, 14, "colour"))), "")
    assert list(touching([finding], {"x.txt": [(3, 4)]}, {"x.txt": raw})) == [finding]
    assert list(touching([finding], {"x.txt": [(2, 3)]}, {"x.txt": raw})) == []
    assert list(touching([finding], {}, {})) == [finding]


def test_what_others_did_meanwhile_does_not_count(repo):
    repo.write("theirs.txt", TEN)
    repo.commit()
    repo.git("checkout", "-qb", "mine")
    repo.git("checkout", "-q", "main")
    repo.write("theirs.txt", TEN.replace("Line 4 is here.", FINE))
    repo.write("theirs-too.txt")
    repo.commit()
    repo.git("checkout", "-q", "mine")
    repo.write("mine.txt")
    repo.commit()
    repo.write("uncommitted.txt")
    repo.git("add", ".")
    repo.write("untracked.txt")
    repo.write("ignored.txt")
    repo.write(".gitignore", "ignored.txt\n")
    assert repo.found("--since", "main") == ["mine.txt:1", "uncommitted.txt:1", "untracked.txt:1"]
    assert repo.found("--since", "main", "--staged") == ["mine.txt:1", "uncommitted.txt:1"]


def test_branches_that_have_nothing_in_common_are_compared_as_they_are(repo):
    repo.write("x.txt", ALOT)
    repo.commit()
    repo.git("checkout", "-q", "--orphan", "new")
    repo.write("x.txt", ALOT + ALOT)
    repo.commit()
    assert repo.found("--since", "main") == ["x.txt:2"]



SETTINGS = {
    "diff.noprefix": "true", "diff.mnemonicPrefix": "true", "diff.renames": "false", "diff.interHunkContext": "50",
    "diff.relative": "true", "color.ui": "always", "core.quotePath": "false", "diff.external": "false",
    "diff.algorithm": "patience", "diff.suppressBlankEmpty": "true", "diff.context": "9", "diff.submodule": "log",
    "core.pager": "false", "diff.orderFile": os.devnull, "core.attributesFile": "attributes",
}


def test_settings_of_the_user_change_nothing(repo, monkeypatch):
    repo.write("attributes", "*.txt -diff\n")
    repo.write("sub/ü x.txt", TEN + ALOT + "\n" + ALOT + TEN)
    repo.commit()
    repo.git("mv", "sub/ü x.txt", "sub/é y.txt")
    repo.write("sub/é y.txt", FINE + TEN + ALOT + "\n" + ALOT + TEN + ALOT)
    repo.git("add", "-A")
    for setting, value in SETTINGS.items():
        repo.git("config", setting, value)
    monkeypatch.setenv("GIT_EXTERNAL_DIFF", "false")
    monkeypatch.setenv("GIT_DIFF_OPTS", "--unified=9")
    monkeypatch.chdir(repo.folder / "sub")
    assert repo.found("--since", "HEAD") == repo.found("--since", "HEAD", "--staged") == ["é y.txt:25"]


# Paths ----------------------------------------------------------------------------------------------------------------

def test_paths_narrow_and_are_shown_as_given(repo, monkeypatch):
    for name in ("a/x.txt", "a/y.txt", "b/z.txt", "noending", "drafts/d.txt"):
        repo.write(name)
    repo.write(".newslint.yaml", "exclude: [drafts]\n")
    repo.git("add", ".")
    everything = ["a/x.txt:1", "a/y.txt:1", "b/z.txt:1"]
    assert repo.found("--staged") == everything == repo.found("--staged", "a", "b/z.txt")
    assert repo.found("--staged", "./a/") == ["./a/x.txt:1", "./a/y.txt:1"]
    assert repo.found("--staged", "noending", "drafts/d.txt") == ["drafts/d.txt:1", "noending:1"]      # named: always read
    monkeypatch.chdir(repo.folder / "a")
    assert repo.found("--staged") == ["../b/z.txt:1", "x.txt:1", "y.txt:1"]
    assert repo.found("--staged", ".") == ["./x.txt:1", "./y.txt:1"]
    monkeypatch.chdir(repo.folder.parent)
    assert repo.found("--staged", "repo/b") == ["repo/b/z.txt:1"]
    assert repo.newslint("--staged", "--show-files", "repo/b") == (0, "repo/b/z.txt\n", "")


def test_inside_a_hook(repo):
    """git tells a hook where its index is: for `git commit FILE` it is not the usual one."""
    repo.write("sub/a.txt")
    repo.write("b.txt")
    repo.commit()
    repo.write("sub/a.txt", ALOT + ALOT)
    repo.write("b.txt", ALOT + ALOT)
    repo.git("add", "b.txt")
    hook = repo.folder / ".git/hooks/pre-commit"
    hook.write_text(f'#!/bin/sh\nexport PYTHONPATH="{ROOT}"\n"{sys.executable}" -m newslint --staged --show-files > seen\n'
                    f'cd sub && "{sys.executable}" -m newslint --staged --show-files . >> ../seen\n')
    hook.chmod(0o755)
    repo.git("commit", "-qm", "x", "sub/a.txt")
    assert (repo.folder / "seen").read_text() == "sub/a.txt\n./a.txt\n"      # b.txt is staged, and not in this commit


# What is told ---------------------------------------------------------------------------------------------------------

WRONG = {
    "an unknown revision": (["--since", "mian"], "newslint: --since mian: no such branch, tag or commit here; did you mean “main”?"),
    "an option": (["--since=--output=x"], "newslint: --since --output=x: no such branch, tag or commit here"),
    "no revision": (["--since", ""], "newslint: --since: no such branch"),
    "a range": (["--since", "main..HEAD"], "newslint: --since main..HEAD: no such branch"),
    "a revision excluded": (["--since", "^main"], "newslint: --since ^main: no such branch"),
    "a file": (["--since", "HEAD:x.txt"], "newslint: --since HEAD:x.txt: no such branch"),
    "control characters": (["--since", "a\x1b[31m"], "newslint: --since a\\x1b[31m: no such branch"),
    "standard input": (["--staged", "-"], "newslint: standard input is in no repository"),
    "a path outside": (["--staged", "x.txt", ".."], "newslint: ..: not in the repository"),
    "a missing path": (["--staged", "nowhere"], "newslint: nowhere: no such file or folder"),
    "whole files of what?": (["--staged", "--whole-files"], "newslint: --whole-files goes with --since REV"),
    "statistics as JSON": (["x.txt", "--statistics", "--format", "json"], "newslint: --statistics is text on standard output"),
}


@pytest.mark.parametrize("arguments, expected", WRONG.values(), ids=WRONG.keys())
def test_wrong_use(repo, arguments, expected):
    repo.write("x.txt", FINE)
    repo.commit()
    code, out, err = repo.newslint(*arguments)
    assert (code, out) == (2, "") and err.startswith(expected), err
    assert sorted(os.listdir()) == [".git", "x.txt"]


def test_no_repository(repo, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    for arguments in (["--staged"], ["--since", "HEAD", "."]):
        code, out, err = repo.newslint(*arguments)
        assert (code, out) == (2, "") and "not in a git repository" in err, err


def test_no_git(repo, monkeypatch):
    monkeypatch.setenv("PATH", "")
    code, out, err = repo.newslint("--staged")
    assert (code, out) == (2, "") and err.startswith("newslint: git was not found"), err


def test_a_shallow_clone_says_what_to_do(repo, tmp_path, monkeypatch):
    repo.write("x.txt", FINE)
    repo.commit()
    repo.git("tag", "start")
    repo.git("checkout", "-qb", "side")
    repo.write("x.txt", ALOT)
    repo.commit()
    repo.git("checkout", "-q", "main")
    repo.write("y.txt", ALOT)
    repo.commit()
    clone = tmp_path / "clone"
    subprocess.run(["git", "clone", "-q", "--depth", "1", "--no-single-branch", f"file://{repo.folder}", str(clone)], check=True)
    monkeypatch.chdir(clone)
    for revision in ("origin/nowhere", "HEAD~1", "origin/side"):     # not there; cut off; not known where they parted
        code, out, err = repo.newslint("--since", revision)
        assert (code, out) == (2, "") and "shallow clone" in err and "git fetch" in err and "fetch-depth: 0" in err, err
    subprocess.run(["git", "fetch", "-q", "--unshallow"], check=True)
    assert repo.found("--since", "origin/side") == ["y.txt:1"]


# Patches --------------------------------------------------------------------------------------------------------------

texts = st.lists(st.sampled_from(["a", "b", "", "-- a", "++ b", "@@ -1 +1 @@", "\\ No newline", "diff --git a/x b/x", "c\r", "d\x0c"]), max_size=12)


@given(before=texts, after=texts, ends=st.tuples(st.booleans(), st.booleans()), context=st.integers(0, 3))
def test_a_patch_is_read_as_git_writes_it(tmp_path_factory, before, after, ends, context):
    """The lines that are not new are those of before, in order."""
    folder = tmp_path_factory.mktemp("patch")
    for name, lines, end in zip("xy", (before, after), ends):
        (folder / name).write_bytes("\n".join(lines).encode() + b"\n" * (end and bool(lines)))
    done = subprocess.run(["git", "diff", "--no-index", "--text", f"--unified={context}", "--src-prefix=a/", "--dst-prefix=b/", "x", "y"],
                          cwd=folder, capture_output=True, check=False)
    old, new = ((folder / name).read_bytes().split(b"\n") for name in "xy")
    spans = new_lines(line + b"\n" for line in done.stdout.split(b"\n")[:-1]).get("y", [])
    numbers = {number for start, end in spans for number in range(start, end)}
    kept = [line for number, line in enumerate(new, 1) if number not in numbers and line]
    rest = iter(old)
    assert all(line in rest for line in kept)
    assert all(start < end for start, end in spans) and spans == sorted(spans)
    added = subprocess.run(["git", "diff", "--no-index", "--text", "--numstat", "x", "y"], cwd=folder, capture_output=True, check=False)
    assert len(numbers) == int(added.stdout.split()[0] if added.stdout else 0)


def test_names_in_patches():
    assert git.unquoted(b"plain x.txt") == "plain x.txt"
    assert git.unquoted(rb'"caf\303\251 \"q\" \\ \t\n.txt"') == 'café "q" \\ \t\n.txt'
