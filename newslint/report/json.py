"""Findings as one JSON array of the objects of `jsonl`, one a line."""
from __future__ import annotations

from typing import TextIO

from newslint.model import Finding
from newslint.report import Run
from newslint.report.jsonl import encoded

NAME = "json"


def write(findings: list[Finding], run: Run, out: TextIO) -> None:
    before = "["
    for finding in findings:
        out.write(f"{before}\n{encoded(finding)}")
        before = ","
    out.write("\n]\n" if findings else "[]\n")
