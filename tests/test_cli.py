"""The command line: what it says, where it says it, and the code it ends with; above all when something is wrong."""
from __future__ import annotations

import gc
import io
import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from newslint import __version__, cli, engine, manyfiles, run, sources
from newslint.arguments import parser
from newslint.options import plain

ROOT = Path(__file__).parent.parent
CLEAN, FINDINGS, MISUSE, OUR_FAULT, INTERRUPTED = 0, 1, 2, 3, 130
ALOT = "It rained alot.\n"
DOUBLED = "It was the the end.\n"


@pytest.fixture
def newslint(in_folder, capsys, monkeypatch):
    """Runs a command line: its exit code, standard output and standard error."""
    def run(*arguments, stdin=None):
        if stdin is not None:
            monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        try:
            code = cli.main([str(argument) for argument in arguments])
        except SystemExit as end:           # how argparse leaves
            code = end.code
        gc.enable()
        out, err = capsys.readouterr()
        assert "Traceback" not in out + err
        return code, out, err
    return run


@pytest.fixture
def write(in_folder):
    def write(name, content=ALOT):
        path = in_folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path
    return write


# What it reports -----------------------------------------------------------------------------------------------------

REPORT = """\
x.txt
  1:11  error  “alot” is two words.                                   usage/alot
        It rained alot.
                  ^^^^  a lot

1 file: 1 error. 1 can be fixed.
"""


def test_report(newslint, write):
    write("x.txt")
    assert newslint("x.txt") == newslint("check", "x.txt") == (FINDINGS, REPORT, "")


EXITS = {
    "an error": (ALOT, (), FINDINGS),
    "a warning": (DOUBLED, (), CLEAN),
    "a warning that fails": (DOUBLED, ("--fail-level", "warning"), FINDINGS),
    "an error, only errors reported": (ALOT, ("--level", "error"), FINDINGS),
    "an error that does not fail": (ALOT, ("--exit-zero",), CLEAN),
    "nothing": ("It rained.\n", (), CLEAN),
    "nothing in it": ("", (), CLEAN),
    "an error ignored": (ALOT, ("--ignore", "usage/alot"), CLEAN),
    "an error of a family ignored": (ALOT, ("--ignore", "usage"), CLEAN),
    "an error not selected": (ALOT, ("--select", "grammar,style"), CLEAN),
    "an error of another pack": (ALOT, ("--pack", "bbc"), CLEAN),
    "a suggestion that fails": ("It was very late.\n", ("--level", "suggestion", "--fail-level", "suggestion"), FINDINGS),
}


@pytest.mark.parametrize("text, options, code", EXITS.values(), ids=EXITS.keys())
def test_exit_codes(newslint, write, text, options, code):
    write("x.txt", text)
    assert newslint("x.txt", *options)[0] == code


LEVELS = {
    "by default": ((), ["usage/alot", "grammar/doubled"]),
    "all": (("--level", "suggestion"), ["usage/alot", "grammar/doubled", "style/very"]),
    "errors": (("--level", "error"), ["usage/alot"]),
    "one rule": (("--select", "grammar/doubled"), ["grammar/doubled"]),
    "one rule below the level": (("--select", "style/very"), ["style/very"]),
    "a family and a rule": (("--select", "usage,style/very"), ["usage/alot", "style/very"]),
    "a family but one": (("--select", "usage", "--ignore", "usage/alot"), []),
    "two packs": (("--pack", "news,bbc"), ["usage/alot", "grammar/doubled", "bbc/per-cent"]),
}


@pytest.mark.parametrize("options, expected", LEVELS.values(), ids=LEVELS.keys())
def test_what_is_reported(newslint, write, options, expected):
    write("x.txt", ALOT + DOUBLED + "It was very late. It rose 5 percent.\n")
    _, out, _ = newslint("x.txt", "--format", "jsonl", *options)
    assert [json.loads(line)["rule"] for line in out.splitlines()] == expected


def test_folders_and_files_once_each_in_order(newslint, write):
    for name in ("b.txt", "a/z.md", "a/y.html", "a/c.jsonl", "a/notes.rtf", "c.dat"):
        write(name, '{"body": "It rained alot."}\n' if name.endswith("jsonl") else ALOT)
    _, out, _ = newslint("c.dat", ".", "b.txt", "--format", "jsonl")
    assert [json.loads(line)["path"] for line in out.splitlines()] == ["./a/c.jsonl", "./a/y.html", "./a/z.md", "./b.txt", "c.dat"]


def test_output_goes_to_a_file(newslint, write, in_folder):
    write("x.txt")
    assert newslint("x.txt", "--output", "report.txt") == (FINDINGS, "", "")
    assert (in_folder / "report.txt").read_text() == REPORT


def test_standard_input(newslint, write):
    code, out, err = newslint("-", stdin=ALOT.encode())
    assert (code, out.splitlines()[0], err) == (FINDINGS, "-", "")
    code, out, _ = newslint("-", "--stdin-filename", "a/x.json", "--format", "jsonl", stdin=b'{"body": "It rained alot."}')
    assert (code, json.loads(out)["path"], json.loads(out)["column"]) == (FINDINGS, "a/x.json", 21)


def test_standard_input_has_the_config_of_its_name(newslint, write):
    write("a/.newslint.yaml", "ignore: [usage/alot]")
    assert newslint("-", stdin=ALOT.encode())[0] == FINDINGS
    assert newslint("-", "--stdin-filename", "a/x.txt", stdin=ALOT.encode())[0] == CLEAN


def test_config_of_each_file(newslint, write):
    write(".newslint.yaml", "overrides: [{paths: [opinion/**], ignore: [usage/alot]}]")
    for name in ("x.txt", "opinion/x.txt", "sub/x.txt"):
        write(name)
    write("sub/.newslint.yaml", "rules: {usage/alot: warning}")
    _, out, _ = newslint("x.txt", "opinion", "sub", "--format", "jsonl")
    assert [(json.loads(line)["path"], json.loads(line)["level"]) for line in out.splitlines()] == [
        ("sub/x.txt", "warning"), ("x.txt", "error")]


def test_config_by_name_and_none_at_all(newslint, write):
    write("x.txt")
    write(".newslint.yaml", "ignore: [usage]")
    write("other.yaml", "rules: {usage/alot: warning}")
    assert newslint("x.txt")[0] == CLEAN
    assert newslint("x.txt", "--isolated")[0] == FINDINGS
    assert "warning" in newslint("x.txt", "--config", "other.yaml")[1]


def test_config_show(newslint, write):
    write(".newslint.yaml", "level: error\noverrides: [{paths: [opinion/**], level: suggestion}]".replace(", level: suggestion", ", ignore: [usage]"))
    code, out, err = newslint("config", "show", ".")
    assert (code, err) == (CLEAN, "")
    assert ".newslint.yaml" in out and any(line.split()[:2] in (["level", "error"], ["level:", "error"]) for line in out.splitlines()), out


def test_several_processes_report_what_one_does(newslint, write, monkeypatch):
    for number in range(30):
        write(f"{number}.txt", [ALOT, DOUBLED, "It rained.\n", ALOT + DOUBLED][number % 4])
    monkeypatch.setattr(run, "MANY", 1)
    monkeypatch.setattr(manyfiles, "FILES_A_PROCESS", 1000)
    one = newslint(".", "--format", "jsonl")
    monkeypatch.setattr(manyfiles, "FILES_A_PROCESS", 5)
    assert newslint(".", "--format", "jsonl", "--jobs", "2") == one
    assert one[0] == FINDINGS and len(one[1].splitlines()) == 31 - 1


def test_the_order_of_arguments_does_not_matter(newslint, write):
    for name in ("c.txt", "a.txt", "b/d.txt"):
        write(name, ALOT + DOUBLED)
    names = ["c.txt", "a.txt", "b"]
    expected = newslint(*names)[1].partition("\n\n1")[0]
    for seed in range(3):
        random.Random(seed).shuffle(names)
        assert newslint(*names)[1].partition("\n\n1")[0] == expected


# Other commands ------------------------------------------------------------------------------------------------------

def test_version(newslint):
    assert newslint("--version") == (CLEAN, f"newslint {__version__}\n", "")
    assert newslint("check", "--help")[0] == CLEAN


def test_rules_list(newslint):
    assert newslint("rules", "list", "usage", "grammar") == (CLEAN, (
        "warning     grammar/doubled                           “{match}” is set twice.\n"
        "error       usage/alot                                “{match}” is two words.\n"), "")
    assert len(newslint("rules", "list")[1].splitlines()) == 8


def test_rules_show_is_the_file(newslint, few_rules):
    assert newslint("rules", "show", "usage/alot") == (CLEAN, (few_rules / "usage/alot.yaml").read_text(), "")


def test_rules_schema(newslint):
    code, out, _ = newslint("rules", "schema")
    assert code == CLEAN and json.loads(out)["title"] == "newslint rule file"


def test_explain(newslint):
    code, out, err = newslint("explain", "usage/alot")
    assert (code, err) == (CLEAN, "")
    for part in ("usage/alot (error, kind phrase)", "It is so.", "  - It rained alot.", "  - It rained a lot.", "a guide",
                 "--ignore usage/alot"):
        assert part in out


def test_rules_test(newslint, few_rules, write):
    assert newslint("rules", "test") == (CLEAN, "8 rule files, 16 examples: all as they should be.\n", "")
    for name in (few_rules / "usage", few_rules / "usage/alot.yaml", "usage/alot", "usage", "usage/"):
        assert newslint("rules", "test", name) == (CLEAN, "1 rule files, 2 examples: all as they should be.\n", "")


def test_rules_test_tells_what_does_not_hold(newslint, in_folder, write_rule):
    write_rule(in_folder, "house/late", 'kind: phrase\nlevel: error\nmessage: x\nmatch: [late]\nfix: {swap: too late}\n'
               'bad: [It was dark., {text: It was late., match: dark, suggestion: later}]\ngood: [It was late.]\n')
    assert newslint("rules", "test", "house") == (MISUSE, "", """\
house/late.yaml:9:7: error: this bad example is not found
  9 | bad: [It was dark., {text: It was late., match: dark, suggestion: later}]
    |       ^^^^^^^^^^^^
house/late.yaml:9:49: error: found “late” instead
  9 | bad: [It was dark., {text: It was late., match: dark, suggestion: later}]
    |                                                 ^^^^
house/late.yaml:9:67: error: found “too late” instead
  9 | bad: [It was dark., {text: It was late., match: dark, suggestion: later}]
    |                                                                   ^^^^^
house/late.yaml:10:8: error: this good example is found: “late”
 10 | good: [It was late.]
    |        ^^^^^^^^^^^^
4 problems in 1 rule file; nothing was checked.
""")


# Wrong use -----------------------------------------------------------------------------------------------------------

WRONG = {
    "nothing at all": ([], "newslint: name the articles to check: newslint PATH…"),
    "a path that is not there": (["y.txt"], "newslint: y.txt: no such file or folder"),
    "two paths that are not there": (["x.txt", "y.txt", "z"], "y.txt: no such file or folder\nz: no such file or folder"),
    "a folder without articles": (["empty"], "newslint: empty: no article here. Files that end in .txt"),
    "a link to nothing": (["link.txt"], "newslint: link.txt: a symbolic link to something that is not there"),
    "a binary file": (["picture.txt"], "newslint: picture.txt: is a binary file, not an article"),
    "JSON without an article": (["data.json"], "newslint: data.json: no article in it: a record needs a body"),
    "JSON that is none": (["broken.json"], "newslint: broken.json:1:"),
    "an unknown option": (["x.txt", "--levle", "error"], "newslint: unrecognized arguments: --levle error\n"),
    "an unknown format": (["x.txt", "--format", "xml"], 'newslint: argument --format: unknown "xml": one of: text, json'),
    "an unknown level": (["x.txt", "--level", "eror"], 'newslint: argument --level: unknown "eror": did you mean "error"?'),
    "an unknown level to fail from": (["x.txt", "--fail-level", "all"], 'newslint: argument --fail-level: unknown "all":'),
    "an unknown dialect": (["x.txt", "--dialect", "en-UK"], 'newslint: argument --dialect: unknown "en-UK": did you mean'),
    "an unknown pack": (["x.txt", "--pack", "newz"], '--pack: unknown pack "newz"\n    | did you mean "news"? One of: bbc, news'),
    "an unknown rule": (["x.txt", "--ignore", "alot"], '--ignore: unknown rule "alot"\n    | did you mean "usage/alot"?'),
    "an unknown family": (["x.txt", "--select", "usages"], '--select: unknown rule "usages"\n    | did you mean "usage"?'),
    "no processes": (["x.txt", "--jobs", "0"], 'newslint: argument --jobs: "0" is not a number: give 1 or more'),
    "an option without its value": (["x.txt", "--level"], "newslint: argument --level: expected one argument"),
    "an output that cannot be written": (["x.txt", "--output", "empty"], "newslint: empty: the report cannot be written:"),
    "a config that is not there": (["x.txt", "--config", "no.yaml"], "newslint: no.yaml: the config file cannot be read: No such"),
    "a rule to explain that is unknown": (["explain", "usage/alott"], 'newslint: unknown rule "usage/alott": did you mean "usage/alot"?'),
    "a rule without its family": (["explain", "alot"], 'newslint: unknown rule "alot": did you mean "usage/alot"?'),
    "a rule like no other": (["rules", "show", "zzz"], 'newslint: unknown rule "zzz": one of: bbc/per-cent, grammar/doubled'),
    "a family to list that is unknown": (["rules", "list", "usages"], 'newslint: no rules of a family "usages": did you mean "usage"?'),
    "rules that are not there": (["rules", "test", "no.yaml"], "newslint: no.yaml: no such rule, rule file or folder"),
    "a rule to test that is not there": (["rules", "test", "usage/alott"],
                                         'newslint: usage/alott: no such rule, rule file or folder; did you mean "usage/alot"?'),
    "a device": (["/dev/null"], "newslint: /dev/null: a pipe or device, not a file; give it as standard input"),
    "no packs": (["x.txt", "--config", "none.yaml"], "newslint: no rule is on for what was named, so nothing was checked"),
    "a family that is all below the level": (["x.txt", "--select", "style"], "newslint: no rule is on for what was named"),
    "a folder without rules": (["rules", "test", "empty"], "newslint: empty: no rule file here (.yaml)"),
    "the config of no path": (["config", "show", "y.txt"], "newslint: y.txt: no such file or folder"),
    "half a command": (["rules"], "newslint: the following arguments are required: ACTION"),
    "no path to check": (["check"], "newslint: name the articles to check: newslint PATH…, or --staged"),
}


@pytest.mark.parametrize("arguments, expected", WRONG.values(), ids=WRONG.keys())
def test_wrong_use(newslint, write, in_folder, arguments, expected):
    write("x.txt")
    write("picture.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" * 9)
    write("data.json", '{"id": 7}')
    write("broken.json", '{"body": "It rained alot."')
    write("none.yaml", "packs: []")
    (in_folder / "empty").mkdir()
    (in_folder / "link.txt").symlink_to("nowhere")
    code, out, err = newslint(*arguments)
    assert (code, out) == (MISUSE, "") and err.startswith(expected), err


@pytest.mark.parametrize("arguments", [["x.txt", "picture.txt"], ["picture.txt", "x.txt", "--output", "report.txt"], ["."]])
def test_one_bad_file_does_not_hide_what_the_others_hold(newslint, write, in_folder, arguments):
    write("x.txt")
    write("picture.txt", b"\0\1\2\3" * 99)
    code, out, err = newslint(*arguments)
    if "--output" in arguments:
        out = (in_folder / "report.txt").read_text()
    assert code == MISUSE and out.endswith(REPORT.partition("x.txt")[2])
    assert err.removeprefix("newslint: ").removeprefix("./") == "picture.txt: is a binary file, not an article\n"


def test_a_folder_may_have_no_rules_if_others_have(newslint, write):
    write(".newslint.yaml", "overrides: [{paths: [legal/**], packs: []}]")
    write("legal/x.txt")
    assert newslint("legal")[0] == MISUSE
    write("x.txt")
    assert newslint(".")[0] == FINDINGS


def test_rules_about_the_run_may_be_all_that_is_asked_for(newslint, write):
    write("x.txt", "“It rained,” he said.".encode("cp1252"))
    assert newslint("x.txt", "--select", "newslint", "--fail-level", "warning")[0] == FINDINGS


def test_json_without_articles_is_passed_over_in_a_folder(newslint, write):
    write("a/data.json", '{"id": 7}')
    code, out, err = newslint("a")
    assert (code, out) == (MISUSE, "") and "no article in 1 file(s)" in err
    write("a/x.txt")
    code, out, err = newslint("a")
    assert (code, err) == (FINDINGS, "") and out.endswith("1 file, 1 skipped: 1 error. 1 can be fixed.\n")


BAD_CONFIG = {
    "YAML that is none": ("level: error: x\n", """\
.newslint.yaml:1:13: error: a colon and a space inside a value
  1 | level: error: x
    |             ^ put the whole text in quotes
1 problem in 1 config file; nothing was checked.
"""),
    "an unknown key and a wrong value": ("levle: error\nfail-level: eror\n", """\
.newslint.yaml:1:1: error: unknown key "levle"
  1 | levle: error
    | ^^^^^ did you mean "level"?
.newslint.yaml:2:13: error: unknown fail-level "eror"
  2 | fail-level: eror
    |             ^^^^ did you mean "error"? One of: error, warning, suggestion
2 problems in 1 config file; nothing was checked.
"""),
    "an unknown rule": ("rules:\n  usage/a-lot: off\n", """\
.newslint.yaml:2:3: error: unknown rule "usage/a-lot"
  2 |   usage/a-lot: off
    |   ^^^^^^^^^^^ did you mean "usage/alot"?
1 problem in 1 config file; nothing was checked.
"""),
    "a rule folder that is not there": ("rule-folders: [mine]\n", """\
.newslint.yaml:1:16: error: there is no folder "mine"
  1 | rule-folders: [mine]
    |                ^^^^ rule folders are relative to the config file
1 problem in 1 config file; nothing was checked.
"""),
    "a broken rule": ("rule-folders: [house]\n", """\
FOLDER/house/late.yaml:5:8: error: unknown level "eror"
  5 | level: eror
    |        ^^^^ did you mean "error"? One of: error, warning, suggestion
1 problem in 1 rule file; nothing was checked.
"""),
}


@pytest.mark.parametrize("source, expected", BAD_CONFIG.values(), ids=BAD_CONFIG.keys())
def test_a_broken_config_or_rule_stops_the_run(newslint, write, write_rule, in_folder, source, expected):
    write("x.txt")
    write(".newslint.yaml", source)
    write_rule(in_folder / "house", "late", 'kind: phrase\nlevel: eror\nmessage: x\nmatch: [late]\nbad: [late]\ngood: [early]\n')
    code, out, err = newslint("x.txt")
    assert (code, out, err) == (MISUSE, "", expected.replace("FOLDER", str(in_folder)))


# Input that is hard --------------------------------------------------------------------------------------------------

def test_a_file_that_may_not_be_read(newslint, write, monkeypatch):
    write("x.txt")

    def refuse(*_, **__):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(sources, "open", refuse, raising=False)
    assert newslint("x.txt") == (MISUSE, "", "newslint: x.txt: cannot be read: permission denied\n")


def test_a_line_of_100_megabytes_is_refused_by_size(newslint, write):
    os.truncate(write("x.txt"), 100_000_000)
    assert newslint("x.txt") == (MISUSE, "", "newslint: x.txt: larger than 20,000,000 bytes and not read; “max-size” in the "
                                             "config sets the limit\n")


def test_the_size_limit_is_a_setting(newslint, write):
    write("x.txt")
    write(".newslint.yaml", "max-size: 15")
    assert "x.txt: larger than 15 bytes" in newslint("x.txt")[2]
    assert "standard input: larger than 15 bytes" in newslint("-", stdin=ALOT.encode())[2]
    write(".newslint.yaml", "max-size: 16")
    assert newslint("x.txt")[0] == newslint("-", stdin=ALOT.encode())[0] == FINDINGS


def test_a_line_of_5_megabytes_takes_linear_time(newslint, write):
    def seconds(times):
        write("x.txt", "The harbour reopened on Monday, and “it rained” a lot. " * times + ALOT)
        start = time.process_time()
        assert newslint("x.txt", "--format", "jsonl")[0] == FINDINGS
        return time.process_time() - start

    assert seconds(92_000) < 8 * min(seconds(23_000) for _ in range(2))    # 4 is linear, 16 quadratic


ODD = {
    "0 bytes": (b"", CLEAN, "1 file: nothing to report."),
    "a byte-order mark alone": ("\ufeff".encode(), CLEAN, "1 file: nothing to report."),
    "line breaks alone": (b"\r\n\n\r", CLEAN, "1 file: nothing to report."),
    "UTF-16": ("\ufeff" + ALOT).encode("utf-16-le") and (("\ufeff" + ALOT).encode("utf-16-le"), FINDINGS, "1 file: 1 error."),
    "cp1252": ("“It rained,” he said.".encode("cp1252"), CLEAN, "1 file: 1 warning."),
    "no line break at the end": (b"It rained alot", FINDINGS, "1 file: 1 error."),
    "CR alone": (b"It rained.\rIt rained alot.\r", FINDINGS, "1 file: 1 error."),
}


@pytest.mark.parametrize("content, code, closing", ODD.values(), ids=ODD.keys())
def test_odd_files_are_read(newslint, write, content, code, closing):
    write("x.txt", content)
    got, out, err = newslint("x.txt")
    assert (got, err) == (code, "") and out.splitlines()[-1].startswith(closing)


def test_a_name_that_starts_with_a_dash_and_an_odd_one(newslint, write):
    write("-x.txt")
    write("a b\u2028ü.txt")
    assert newslint("--", "-x.txt")[0] == FINDINGS
    code, out, _ = newslint("a b\u2028ü.txt")
    assert code == FINDINGS and "\u2028" not in out


def test_a_fault_of_ours_says_so_and_leaves_a_log(newslint, write, monkeypatch, tmp_path):
    def fail(*_):
        raise ZeroDivisionError("in the middle of an article")

    monkeypatch.setattr(engine, "check_all", fail)
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr("tempfile.tempdir", None)
    write("x.txt")
    code, out, err = newslint("x.txt", "--level", "error")
    assert (code, out) == (OUR_FAULT, "")
    assert err.startswith("newslint: this is a fault of newslint, not of your files. A log to paste into a report is in ")
    log = Path(err.rstrip("\n").rpartition(" is in ")[2]).read_text()
    for part in (f"newslint {__version__}", "Python", "['x.txt', '--level', 'error']", "ZeroDivisionError: in the middle"):
        assert part in log


# As a process --------------------------------------------------------------------------------------------------------

@pytest.fixture
def process(tmp_path):
    (tmp_path / ".git").mkdir()
    started = []

    def start(*arguments):
        command = [sys.executable, "-X", "utf8", "-m", "newslint", *arguments]
        started.append(subprocess.Popen(command, cwd=tmp_path, env={**os.environ, "PYTHONPATH": str(ROOT)}, stdin=subprocess.PIPE,
                                        stdout=subprocess.PIPE, stderr=subprocess.PIPE))
        return started[-1]

    yield start
    for one in started:
        one.kill()
        one.communicate()


def test_a_reader_that_has_enough(process, tmp_path):
    (tmp_path / "x.txt").write_text(DOUBLED * 3000)
    running = process("x.txt")
    assert running.stdout.readline() == b"x.txt\n"
    running.stdout.close()                  # as `| head -1` does, with most of the report unwritten
    assert running.stderr.read() == b""
    assert running.wait(60) == FINDINGS


@pytest.mark.parametrize("arguments", [["rules", "list"], ["rules", "--help"], ["rules", "schema"], ["--version"]])
def test_a_reader_of_another_command_that_has_enough(process, arguments):
    running = process(*arguments)
    running.stdout.close()
    assert running.stderr.read() == b""
    assert running.wait(60) == CLEAN


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no such device here")
@pytest.mark.parametrize("arguments", [["x.txt"], ["rules", "list"], ["--version"]])
def test_a_full_disk(tmp_path, arguments):
    (tmp_path / "x.txt").write_text(DOUBLED * 3000)
    with open("/dev/full", "wb") as full:
        ended = subprocess.run([sys.executable, "-m", "newslint", *arguments], stdout=full, stderr=subprocess.PIPE, cwd=tmp_path,
                               env={**os.environ, "PYTHONPATH": str(ROOT)}, timeout=60)
    assert (ended.returncode, ended.stderr) == (MISUSE, b"newslint: standard output cannot be written: no space left on device\n")


@pytest.mark.skipif(sys.platform == "win32", reason="no such limits there")
def test_a_full_disk_for_the_report_and_for_the_cache(tmp_path):
    import resource

    (tmp_path / "x.txt").write_text(ALOT)

    def no_room():
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))

    def run(*arguments):
        return subprocess.run([sys.executable, "-m", "newslint", "x.txt", *arguments], cwd=tmp_path, preexec_fn=no_room,
                              env={**os.environ, "PYTHONPATH": str(ROOT), "NEWSLINT_CACHE_DIR": str(tmp_path / "cache")},
                              capture_output=True, timeout=60)

    ended = run("--output", "report.txt")
    assert (ended.returncode, ended.stderr) == (MISUSE, b"newslint: report.txt: the report cannot be written: File too large\n")
    ended = run()                           # what cannot be kept is worked out again
    assert (ended.returncode, ended.stderr) == (FINDINGS, b"")
    assert not [*(tmp_path / "cache").iterdir()]


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGINT there")
def test_an_interrupt(process):
    running = process("-")
    running.stdin.write(b"a" * 200_000)     # more than a pipe holds, so that reading has begun
    running.stdin.flush()
    running.send_signal(signal.SIGINT)
    out, err = running.communicate(timeout=60)
    assert (running.returncode, out, err) == (INTERRUPTED, b"", b"newslint: interrupted; nothing was changed\n")


# The short way -------------------------------------------------------------------------------------------------------

@pytest.mark.parametrize("paths", [["x.txt"], ["a", "-", "b.md"], ["x y.txt", "checks"]])
def test_paths_alone_need_no_parser(paths):
    assert vars(plain(paths)) == vars(parser().parse_args(["check", *paths]))


@pytest.mark.parametrize("arguments", [["x.txt", "--level", "error"], ["--", "-x"], ["-h"], ["--isolated", "x.txt"]])
def test_anything_else_does(arguments):
    assert plain(arguments) is None


def test_the_report_never_replaces_an_article(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text("All is well.\n", encoding="utf-8")
    for paths in (["a.txt"], ["."]):
        assert cli.main(["--isolated", "--output", "a.txt", *paths]) == 2
        assert "one of the articles" in capsys.readouterr().err
    assert (tmp_path / "a.txt").read_text(encoding="utf-8") == "All is well.\n"
