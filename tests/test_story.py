"""A newsroom takes newslint up: real git, real pre-commit, 200 articles with faults, told in the order it happens.

Each test goes on where the one before it stopped; they are one story, and are run together.
"""
from __future__ import annotations

import json
import os
import random
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
ARTICLES = 200
WHO = ["The council", "A spokesman for the port", "The fire service", "The headteacher", "Her lawyer", "The farm", "A neighbour",
       "The hospital trust", "The bus company", "The union", "The museum", "A former player"]
DID = ["welcomed", "questioned", "put off", "paid for", "called off", "defended", "looked into", "signed", "missed", "approved", "lost", "opened"]
WHAT = ["the plan", "the new bridge", "a second inquiry", "the rise in rents", "a late offer", "the old timetable", "three of the bids",
        "the repairs", "the summer fair", "a loan from the bank", "the second report", "half of the work"]
WHEN = ["on Monday", "last week", "after a long meeting", "in a letter to parents", "without a word of warning", "at the end of the day",
        "before the vote", "for the third time this year", "at a hearing in the spring", "in front of a full hall", "late at night", "over the weekend"]
FAULTS = ["It was definately the last time.", "They should of asked first.", "He recieved no answer.", "It rained alot that night.",
          "She said the the road was shut."]
NEW, MENDED = "The driver definately saw the light.", "The driver definitely saw the light."
WANTED = "The band is called Should Of Been There, and should of been there."


def article(number: int) -> str:
    """An article like no other, each third with faults."""
    chance = random.Random(number)
    paragraphs = [" ".join(f"{chance.choice(WHO)} {chance.choice(DID)} {chance.choice(WHAT)} {chance.choice(WHEN)}."
                           for _ in range(chance.randint(2, 4))) for _ in range(6)]
    if number % 3 == 0:
        for fault in chance.sample(FAULTS, 2):
            paragraphs[chance.randrange(6)] += f" {fault}"
    headline = f"{chance.choice(WHO)} {chance.choice(DID)} {chance.choice(WHAT)}"
    return "\n\n".join([f"# {headline}", *paragraphs]) + "\n"


class Desk:
    """The repository, and what people type in it."""

    def __init__(self, folder: Path, environ: dict[str, str]) -> None:
        self.folder, self.environ = folder, environ

    def run(self, *command: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(command, cwd=self.folder, env=self.environ, capture_output=True, text=True, check=False)

    def git(self, *arguments: str) -> str:
        done = self.run("git", *arguments)
        assert done.returncode == 0, (arguments, done.stdout, done.stderr)
        return done.stdout

    def newslint(self, *arguments: str, code: int = 0) -> str:
        done = self.run("newslint", *arguments)
        assert done.returncode == code, (arguments, done.stdout, done.stderr)
        return done.stdout

    def found(self, *arguments: str) -> list[tuple[str, str, str]]:
        done = self.run("newslint", "--format", "jsonl", *arguments)
        assert done.returncode in (0, 1), done.stderr
        findings = map(json.loads, done.stdout.splitlines())
        return [(finding["path"], finding["rule"], finding["match"]) for finding in findings]

    def edit(self, name: str, old: str, new: str) -> None:
        path = self.folder / name
        text = path.read_text(encoding="utf-8")
        assert old in text, (name, old)
        path.write_text(text.replace(old, new, 1), encoding="utf-8")

    def append(self, name: str, sentence: str) -> None:
        path = self.folder / name
        path.write_text(path.read_text(encoding="utf-8").rstrip("\n") + f" {sentence}\n", encoding="utf-8")

    def commit(self, message: str) -> subprocess.CompletedProcess[str]:
        """With the hooks, as everybody does it."""
        self.git("add", "-A")
        return self.run("git", "commit", "-m", message)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    folder = tmp_path_factory.mktemp("story")
    bin = folder / "bin"
    bin.mkdir()
    for name, module in (("newslint", "newslint"), ("pre-commit", "pre_commit")):
        (bin / name).write_text(f'#!/bin/sh\nPYTHONPATH="{ROOT}" exec "{sys.executable}" -m {module} "$@"\n')
        (bin / name).chmod(0o755)
    environ = {name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "PRE_COMMIT", "SKIP"))}
    environ |= {"PATH": f"{bin}{os.pathsep}{environ['PATH']}", "PRE_COMMIT_HOME": str(folder / "pre-commit"), "NO_COLOR": "1",
                "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1", "GIT_AUTHOR_NAME": "n", "GIT_AUTHOR_EMAIL": "n@x",
                "GIT_COMMITTER_NAME": "n", "GIT_COMMITTER_EMAIL": "n@x", "GIT_EDITOR": "true"}
    repository = folder / "news"
    (repository / "articles").mkdir(parents=True)
    for number in range(ARTICLES):
        (repository / f"articles/{number:03}.md").write_text(article(number), encoding="utf-8")
    desk = Desk(repository, environ)
    desk.git("init", "-q", "-b", "main")
    desk.git("add", "-A")
    desk.git("commit", "-qm", "An archive")
    return desk


pytestmark = pytest.mark.skipif(os.name == "nt", reason="the commands of the story are shell scripts")


def test_1_init_sets_it_up(desk):
    out = desk.newslint("init", "--yes")
    assert f"{ARTICLES} files in articles/" in out
    assert (desk.folder / ".newslint.yaml").exists() and (desk.folder / ".pre-commit-config.yaml").exists()
    assert "installed at" in desk.run("pre-commit", "install").stdout


def test_2_a_baseline_sets_the_old_faults_aside(desk):
    before = desk.found("articles")
    assert {match for _, _, match in before} >= {"definately", "should of", "recieved", "alot", "the the"}
    assert len(before) >= 2 * (ARTICLES // 3)
    desk.newslint("articles", code=1)
    desk.newslint("baseline", "articles")
    assert len((desk.folder / ".newslint-baseline").read_text().splitlines()) >= len(before)
    assert desk.found("articles") == []
    desk.newslint("articles")
    done = desk.commit("newslint, with what stands today set aside")
    assert done.returncode == 0, done.stdout + done.stderr


def test_3_a_new_fault_stops_the_commit_and_is_the_only_one_told(desk):
    desk.append("articles/150.md", NEW)     # an article with old faults
    assert desk.found("--staged") == [] and desk.found("--since", "HEAD") == [("articles/150.md", "spelling/misspelling", "definately")]
    done = desk.commit("A new paragraph")
    assert done.returncode == 1
    told = done.stdout + done.stderr
    assert re.findall(r"\d+:\d+ +(?:error|warning) .*", told) == re.findall(r"\d+:\d+ +error .*definately.*", told) != []
    assert "1 file: 1 error." in told
    assert desk.found("--staged") == [("articles/150.md", "spelling/misspelling", "definately")]


def test_4_it_is_fixed(desk):
    assert MENDED in desk.newslint("fix", "--diff", "articles/150.md", code=1)
    desk.newslint("fix", "articles/150.md")
    assert MENDED in (desk.folder / "articles/150.md").read_text()
    changed = desk.git("diff", "--numstat").split()
    assert changed == ["1", "1", "articles/150.md"]        # and the old faults were left
    done = desk.commit("A new paragraph")
    assert done.returncode == 0, done.stdout + done.stderr


def test_5_what_is_meant_is_suppressed_with_a_reason(desk):
    desk.append("articles/151.md", WANTED)
    assert desk.commit("A band").returncode == 1
    desk.newslint("suppress", "--reason", "the name of the band", "articles/151.md")
    assert "the name of the band" in (desk.folder / "articles/151.md").read_text()
    assert desk.found("articles/151.md") == []
    done = desk.commit("A band")
    assert done.returncode == 0, done.stdout + done.stderr


def test_6_a_suppression_that_suppresses_nothing_is_told(desk):
    desk.edit("articles/151.md", WANTED, "The band came late.")
    assert [rule for _, rule, _ in desk.found("articles/151.md")] == ["newslint/unused-suppression"]
    assert [rule for _, rule, _ in desk.found("articles")] == ["newslint/unused-suppression"]
    assert desk.found("--since", "HEAD") == []             # a run that looks at some lines cannot tell
    path = desk.folder / "articles/151.md"
    path.write_text("".join(line for line in path.read_text().splitlines(keepends=True) if "newslint-" not in line))
    assert desk.found("articles/151.md") == []
    assert desk.commit("The band has gone").returncode == 0


def test_7_moved_paragraphs_and_a_rebase_bring_nothing_back(desk):
    desk.git("checkout", "-q", "-b", "moved", "HEAD~2")
    for number in range(0, 60, 3):          # all with old faults
        path = desk.folder / f"articles/{number:03}.md"
        headline, *paragraphs = path.read_text().rstrip("\n").split("\n\n")
        path.write_text("\n\n".join([headline, *paragraphs[3:], *paragraphs[:3]]) + "\n")
    done = desk.commit("Paragraphs moved")
    assert done.returncode == 0, done.stdout + done.stderr
    desk.git("checkout", "-q", "main")
    for number in range(60, 120, 3):
        desk.edit(f"articles/{number:03}.md", "\n\n", f"\n\n{article(3000 + 3 * number + 1).split(chr(10) * 2)[1]}\n\n")
    assert desk.commit("Paragraphs added").returncode == 0
    desk.git("checkout", "-q", "moved")
    desk.git("rebase", "-q", "main")
    assert desk.found("articles") == []
    assert desk.found("--since", "main") == []
    assert desk.newslint("articles").startswith(f"{ARTICLES} files: nothing to report.")
    assert len(desk.found("articles", "--no-baseline")) >= 2 * (ARTICLES // 3)


# Batches of pre-commit's ----------------------------------------------------------------------------------------------

FOOTER = "The Weekly has come out in the valley on every Thursday since 1911."


def test_8_what_articles_share_is_found_through_pre_commit(desk):
    """One process sees all files of the commit. In parts side by side, none may see three articles of one footer."""
    for number in range(12):
        (desk.folder / f"articles/new-{number:02}.md").write_text(article(1000 + 3 * number + 1) + f"\n{FOOTER}\n" * (number % 4 == 0))
    desk.git("add", "-A")
    whole = desk.found("--staged")
    assert [(rule, match) for _, rule, match in whole] == [("artifacts/repeated-line", FOOTER)] * 3
    serial = desk.run("pre-commit", "run", "--verbose", "newslint").stdout
    assert serial.count("artifacts/repeated-line") == 3 and "12 files: 3 warnings." in serial
    config = desk.folder / ".pre-commit-config.yaml"
    config.write_text(config.read_text().replace("require_serial: true", "require_serial: false"))
    desk.git("add", "-A")
    parts = desk.run("pre-commit", "run", "--verbose", "newslint").stdout
    told = [int(files) for files in re.findall(r"^(\d+) files?: ", parts, flags=re.M)]
    assert sum(told) == 12 and parts.count("artifacts/repeated-line") <= 3           # right, but perhaps not all
    processors = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    assert (len(told) > 1) == (processors > 1)


def test_9_files_beside_the_commit_are_not_read(desk):
    """pre-commit puts aside what is not staged; --staged reads past it."""
    desk.git("reset", "-q", "--hard")
    desk.append("articles/001.md", "It was fine.")
    desk.git("add", "-A")
    desk.append("articles/001.md", NEW)     # in the work tree alone
    assert desk.found("--staged") == []
    done = desk.run("git", "commit", "-m", "Fine")
    assert done.returncode == 0, done.stdout + done.stderr
    assert NEW in (desk.folder / "articles/001.md").read_text()
