"""Findings as JSON lines, one object a line. The order of its fields is part of the format."""
from __future__ import annotations

from typing import TextIO

from newslint.model import Finding
from newslint.report import Run

NAME = "jsonl"

FIELDS = ("path", "line", "column", "end_line", "end_column", "start", "end", "rule", "level", "message", "match",
          "zone", "suggestions", "fix", "fingerprint")


def write(findings: list[Finding], run: Run, out: TextIO) -> None:
    for finding in findings:
        out.write(encoded(finding) + "\n")


def encoded(finding: Finding) -> str:
    """One finding as one line of JSON, without the line break."""
    import json
    record = {name: getattr(finding, name) for name in FIELDS}
    if finding.fix:
        record["fix"] = {"safe": finding.fix.safe, "edits": [edit._asdict() for edit in finding.fix.edits]}
    # ASCII alone: a lone surrogate can be written, any terminal shows it, and no control code of an article gets out.
    # “##[” would be a command to a build log.
    return json.dumps(record).replace("\x7f", "\\u007f").replace("##", "#\\u0023")
