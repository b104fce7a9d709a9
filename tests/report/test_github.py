"""GitHub annotations: what the runner makes of each line must be what was found, and nothing else."""
from __future__ import annotations

import io
import os.path
import re
import unicodedata

import pytest
from hypothesis import given

from newslint.report import Run, write
from tests.report.invented import FERRY, IN_FERRY, IN_HARBOUR, RUN, found, hostile_reports, in_order


def report(findings, run=RUN):
    out = io.StringIO()
    write("github", findings, run, out)
    return out.getvalue()


def as_run(line):
    """The command, its properties and its text as the runner reads them; None when it is no command."""
    command = re.fullmatch(r"\s*::(\S+) (.*?)::(.*)", line)
    if not command:
        return None
    properties = dict(pair.split("=", 1) for pair in command[2].split(","))
    return command[1], {name: unescaped(value) for name, value in properties.items()}, unescaped(command[3])


def unescaped(text):
    for code, char in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        text = text.replace(code, char)
    return text


def test_two_articles(snapshot):
    assert report([*IN_HARBOUR, *IN_FERRY]) == snapshot


def test_nothing_found():
    assert report([], Run(2)) == "2 files: nothing to report.\n"


@pytest.mark.parametrize("level, command", [("error", "error"), ("warning", "warning"), ("suggestion", "notice")])
def test_levels(level, command):
    assert as_run(report([found(FERRY, "raise", "x/y", level)]).split("\n")[0])[0] == command


ESCAPES = {
    "line breaks": ("a\nb\r\nc", "a%0Ab%0D%0Ac"),
    "per cent": ("4% or %0A", "4%25 or %250A"),
    "colons and commas stay": ("a: b, c::d", "a: b, c::d"),
    "control codes go": ("\x1b[31mred\x07\u202e\u200b\ud800", "[31mred"),
    "odd white space becomes a space": ("a\tb\u2028c\x85d", "a b c d"),
    "other spaces stay": ("4\u00a0km", "4\u00a0km"),
}


@pytest.mark.parametrize("message, escaped", ESCAPES.values(), ids=ESCAPES.keys())
def test_message(message, escaped):
    finding = found(FERRY, "raise", "x/y")._replace(message=message)
    assert report([finding]).split("\n")[0].split("title=x/y::", 1)[1] == escaped


PATHS = {
    "plain": ("news/ferry.txt", "news/ferry.txt"),
    "below here": ("./news/ferry.txt", "news/ferry.txt"),
    "colon and comma": ("a:b,c.txt", "a%3Ab%2Cc.txt"),
    "a command": ("x::error::y\n::error::z", "x%3A%3Aerror%3A%3Ay%0A%3A%3Aerror%3A%3Az"),
}


@pytest.mark.parametrize("path, escaped", PATHS.values(), ids=PATHS.keys())
def test_path(path, escaped):
    assert report([found(FERRY, "raise", "x/y", path=path)]).startswith(f"::error file={escaped},line=3,")


SPANS = {
    "in a line": ("raise", "line=3,endLine=3,col=12,endColumn=17"),
    "over lines has no columns": ("rise\r\n\r\nFares", "line=1,endLine=3"),
    "up to the line break": ("rise\r\n", "line=1,endLine=1"),
}


@pytest.mark.parametrize("match, place", SPANS.values(), ids=SPANS.keys())
def test_place(match, place):
    assert f"file=a.txt,{place},title=x/y::" in report([found(FERRY, match, "x/y", path="a.txt")])


@given(hostile_reports())
def test_the_runner_sees_our_findings_and_nothing_else(findings_and_run):
    findings, run = findings_and_run
    text = report(findings, run)
    lines = text.splitlines()
    assert lines == text.split("\n")[:-1] and len(lines) == len(findings) + 1
    assert not [char for char in text if unicodedata.category(char) in ("Cc", "Cf", "Cs", "Zl", "Zp") and char != "\n"]
    for line, finding in zip(lines, in_order(findings)):
        command, properties, message = as_run(line)
        assert command == {"suggestion": "notice"}.get(finding.level, finding.level)
        assert message.split() == harmless(finding.message).split()
        assert properties["title"].split() == harmless(finding.rule).split()
        assert properties["file"].split() == harmless(os.path.normpath(finding.path)).split()
        assert properties["line"] == str(finding.line)
    assert as_run(lines[-1]) is None


def harmless(text):
    return "".join(char for char in text if char.isprintable() or char.isspace())
