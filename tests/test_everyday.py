"""What goes with a run: statistics, the files it would read, what took how long, progress, completion."""
from __future__ import annotations

import gc
import io
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from newslint import cli, progress, run
from newslint.model import Document
from newslint.timing import Times

ROOT = Path(__file__).parent.parent
ALOT, VERY = "It rained alot.\n", "It was the the end.\n"


@pytest.fixture
def newslint(in_folder, capsys):
    def run(*arguments):
        code = cli.main([str(argument) for argument in arguments])
        gc.enable()
        return code, *capsys.readouterr()
    for name, text in {"a.txt": ALOT + VERY, "b.txt": ALOT, "c.md": "It was very late then, all fine.\n", "d.json": '{"x": 1}', "drafts/e.txt": ALOT}.items():
        path = in_folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text)
    (in_folder / ".newslint.yaml").write_text("exclude: [drafts]\n")
    return run


# Statistics and files -------------------------------------------------------------------------------------------------

def test_statistics_of_a_run(newslint):
    code, out, err = newslint("--statistics", ".")
    assert (code, err) == (1, "")
    assert [line.split()[:4] for line in out.splitlines()[1:3]] == [["usage/alot", "error", "2", "2"], ["grammar/doubled", "warning", "1", "1"]]
    assert out.splitlines()[-1] == "3 files, 1 skipped: 2 errors, 1 warning. 3 can be fixed. 166.67 per 1,000 of 18 words."
    assert newslint("--statistics", "--exit-zero", ".") == (0, out, "")


def test_words_are_counted_in_every_process(newslint, monkeypatch):
    one = newslint("--statistics", ".")
    monkeypatch.setattr(run, "MANY", 1)
    monkeypatch.setattr("newslint.manyfiles.FILES_A_PROCESS", 1)
    assert newslint("--statistics", "--jobs", "2", ".") == one


def test_files_that_would_be_read(newslint):
    assert newslint("--show-files", ".") == (0, "./a.txt\n./b.txt\n./c.md\n./d.json\n", "")
    assert newslint("--show-files", "drafts/e.txt", "b.txt") == (0, "drafts/e.txt\nb.txt\n", "")
    code, out, err = newslint("--show-files", "nowhere")
    assert (code, out, err) == (2, "", "newslint: nowhere: no such file or folder\n")


# Timing ---------------------------------------------------------------------------------------------------------------

def test_timing_changes_no_finding(newslint):
    plain = newslint(".", "--level", "suggestion")
    code, out, err = newslint("--show-timing", ".", "--level", "suggestion")
    assert (code, out, "") == plain
    rows = {" ".join(line.split()[:-2]): float(line.split()[-2]) for line in err.splitlines() if line.endswith("%")}
    assert {"kind phrase", "kind repeat", "kind regex", "looking for all rules at once", "all"} <= rows.keys()
    assert abs(rows["all"] - sum(row for name, row in rows.items() if name != "all" and "/" not in name)) < 1


def test_time_goes_to_the_rule_that_took_it(make_rule, monkeypatch):
    """With a clock that counts looks at it, the rule with more matches takes more of them."""
    from newslint import engine, pack, timing
    from newslint.formats import text as text_format

    ticks = iter(range(10_000))
    monkeypatch.setattr(timing, "process_time", lambda: next(ticks))
    times = Times()
    ready = times.ready(pack.of([make_rule("regex", "style/often", match=[r"\brain\w*"]), make_rule("regex", "style/seldom", match=[r"\bsnow\w*"]),
                                 make_rule("phrase", "usage/alot", match=["alot"])]))
    document: Document
    [document] = text_format.read("x.txt", "Rain came and rained alot, raining on rainy days.\n\nSnow came.\n")
    assert len(engine.check(document, ready)) == 6
    assert times.rules == {"style/often": 5, "style/seldom": 2}        # one look more than matches
    assert times.kinds.keys() == {"regex", "phrase"} and times.kinds["regex"] > sum(times.rules.values())


# Progress -------------------------------------------------------------------------------------------------------------

class Terminal(io.StringIO):
    def isatty(self):
        return True


@pytest.mark.parametrize("term, silent, files, shown", [
    ("xterm", 0, 60, True), ("xterm", 60, 60, False), ("dumb", 0, 60, False), ("xterm", 0, 49, False)])
def test_progress_shows_on_long_runs_on_terminals_only(in_folder, monkeypatch, capsys, term, silent, files, shown):
    for number in range(files):
        (in_folder / f"{number}.txt").write_text(ALOT)
    monkeypatch.setattr(progress, "SILENT", silent)
    monkeypatch.setenv("TERM", term)
    monkeypatch.setattr(sys, "stderr", stderr := Terminal())
    assert cli.main(["."]) == 1
    gc.enable()
    assert ("checking" in stderr.getvalue() and f"{files}/{files}" in stderr.getvalue()) == shown
    assert bool(stderr.getvalue()) == shown
    assert capsys.readouterr().out.endswith(f"{files} files: {files} errors. {files} can be fixed.\n")


def test_steps_pass_unchanged_and_the_bar_goes_when_the_reader_stops(monkeypatch):
    monkeypatch.setattr(progress, "SILENT", 0)
    monkeypatch.setattr(sys, "stderr", stderr := Terminal())
    assert list(progress.watched(range(5), 5, lambda step: 1)) == [0, 1, 2, 3, 4]
    steps = progress.watched(range(5), 5, lambda step: 1)
    assert [next(steps), next(steps)] == [0, 1]
    steps.close()
    assert stderr.getvalue().count("\x1b[?25l") == stderr.getvalue().count("\x1b[?25h") > 0     # the cursor is back


def test_what_a_run_does_not_need_is_not_imported(tmp_path):
    """Nothing of this module on a plain run, nor git."""
    (tmp_path / "a.txt").write_text(ALOT)
    names = ["newslint.git", "newslint.gitfiles", "newslint.changedlines", "newslint.timing", "newslint.progress", "newslint.manyfiles",
             "newslint.initcommand", "newslint.survey", "newslint.completion", "newslint.report.statistics", "rich", "shtab",
             "subprocess", "argparse", "multiprocessing", "ruamel"]
    code = "import sys; from newslint import cli; cli.main(['a.txt']); cli.main(['a.txt']); print([n for n in sys.argv[1:] if n in sys.modules])"
    environ = {**os.environ, "PYTHONPATH": str(ROOT)}
    for _ in range(2):                      # the first compiles the rules
        out = subprocess.run([sys.executable, "-c", code, *names], cwd=tmp_path, capture_output=True, text=True, env=environ, check=True).stdout
    assert out.splitlines()[-1] == "[]"


# Completion -----------------------------------------------------------------------------------------------------------

@pytest.fixture(scope="module")
def scripts(tmp_path_factory):
    """The script of each shell, as newslint prints it."""
    folder = tmp_path_factory.mktemp("completion")
    for shell in ("bash", "zsh", "tcsh"):
        out = subprocess.run([sys.executable, "-m", "newslint", "completion", shell], cwd=ROOT, capture_output=True, text=True, check=True).stdout
        (folder / shell).write_text(out)
    return folder


COMPLETED = {
    "a command": ("newslint cal", "calibrate"),
    "an option": ("newslint check --sta", "--staged --statistics"),
    "a choice": ("newslint check --format j", "json jsonl"),
    "a file after a command": ("newslint check --config con", "config.yaml"),
    "a file that is linted": ("newslint check con", "config.yaml"),
    "an action": ("newslint rules te", "test"),
}


@pytest.mark.skipif(not shutil.which("bash"), reason="bash is not here")
@pytest.mark.parametrize("line, expected", COMPLETED.values(), ids=COMPLETED.keys())
def test_bash_completes(scripts, tmp_path, line, expected):
    (tmp_path / "config.yaml").touch()
    words = line.split(" ")
    script = f"""source "{scripts / "bash"}"; COMP_WORDS=({line}); COMP_CWORD={len(words) - 1}; COMP_LINE="{line}"; COMP_POINT={len(line)}
        _shtab_newslint newslint "{words[-1]}" "{words[-2]}" 2>/dev/null; printf "%s\\n" "${{COMPREPLY[@]}}" """
    done = subprocess.run(["bash", "--norc", "-c", script], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert sorted(set(done.stdout.split())) == expected.split()


def test_files_are_completed_where_no_command_fits(scripts):
    assert "-o default -F _shtab_newslint newslint" in (scripts / "bash").read_text()


@pytest.mark.parametrize("shell", ["zsh", "tcsh"])
def test_other_shells(scripts, shell):
    text = (scripts / shell).read_text()
    assert "newslint" in text and "calibrate" in text and "staged" in text


def test_without_shtab_it_says_what_to_do(monkeypatch, capsys):
    monkeypatch.setitem(sys.modules, "shtab", None)
    assert cli.main(["completion", "bash"]) == 2
    assert capsys.readouterr().err.startswith("newslint: completion needs the package shtab: pip install shtab")
