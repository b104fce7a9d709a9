"""The formats json and jsonl: the same objects in the same order, whatever stands in them."""
from __future__ import annotations

import io
import json

import pytest
from hypothesis import given

from newslint.report import Run, write
from tests.report.invented import IN_FERRY, IN_HARBOUR, RUN, hostile_reports, in_order

FIELDS = ["path", "line", "column", "end_line", "end_column", "start", "end", "rule", "level", "message", "match",
          "zone", "suggestions", "fix", "fingerprint"]


def report(name, findings, run=RUN):
    out = io.StringIO()
    write(name, findings, run, out)
    return out.getvalue()


def read(name, text):
    return json.loads(text) if name == "json" else [json.loads(line) for line in text.split("\n")[:-1]]


def as_read(finding):
    """A finding as JSON has it: lists for tuples, objects for what has names."""
    fix = finding.fix and {"safe": finding.fix.safe, "edits": [
        {"start": edit.start, "end": edit.end, "replacement": edit.replacement} for edit in finding.fix.edits]}
    return finding._asdict() | {"suggestions": list(finding.suggestions), "fix": fix}


@pytest.mark.parametrize("name", ["json", "jsonl"])
def test_two_articles(name, snapshot):
    assert report(name, [*IN_HARBOUR, *IN_FERRY]) == snapshot


@pytest.mark.parametrize("name", ["json", "jsonl"])
def test_fields_and_their_order(name):
    rows = read(name, report(name, IN_FERRY))
    assert [list(row) for row in rows] == [FIELDS] * len(IN_FERRY)
    assert [row["fix"] and list(row["fix"]) for row in rows] == [None, None, ["safe", "edits"]]
    assert list(rows[2]["fix"]["edits"][0]) == ["start", "end", "replacement"]


@pytest.mark.parametrize("name, expected", [("json", "[]\n"), ("jsonl", "")])
def test_nothing_found(name, expected):
    assert report(name, [], Run(2)) == expected


@pytest.mark.parametrize("name", ["json", "jsonl"])
@given(hostile_reports())
def test_everything_comes_back(name, findings_and_run):
    findings, run = findings_and_run
    assert read(name, report(name, findings, run)) == [as_read(finding) for finding in in_order(findings)]


@pytest.mark.parametrize("name", ["json", "jsonl"])
@given(hostile_reports())
def test_nothing_hostile_comes_out(name, findings_and_run):
    """Neither a control code for a terminal, nor a command for a build log, nor what an encoding cannot write."""
    text = report(name, *findings_and_run)
    assert text.isascii() and text.replace("\n", "").isprintable()
    assert not any(line.lstrip().startswith("::") for line in text.split("\n"))
    assert not any(command in text for command in ("##[", "##vso[", "##teamcity["))
