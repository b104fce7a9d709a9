"""Annotations for GitHub Actions: a workflow command a finding, then how it went.

https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions, and what the runner makes of them:
https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs
"""
from __future__ import annotations

import os.path
from typing import TextIO

from newslint.model import Finding
from newslint.report import Run, closing, last_line

NAME = "github"

COMMANDS = {"error": "error", "warning": "warning", "suggestion": "notice"}


def write(findings: list[Finding], run: Run, out: TextIO) -> None:
    for finding in findings:
        out.write(_command(finding) + "\n")
    # GitHub shows ten annotations of a level a step; the count says whether that was all.
    out.write(closing(findings, run) + "\n")


def _command(finding: Finding) -> str:
    # Annotations are matched to paths as git writes them.
    path = os.path.normpath(finding.path).replace(os.sep, "/")
    properties = [f"file={_property(path)}", f"line={finding.line}", f"endLine={last_line(finding)}"]
    # Columns are refused when an annotation spans lines.
    if finding.line == finding.end_line:
        properties += [f"col={finding.column}", f"endColumn={finding.end_column}"]
    properties.append(f"title={_property(finding.rule)}")
    return f"::{COMMANDS[finding.level]} {','.join(properties)}::{_escaped(finding.message)}"


# The white space that is a control code to one terminal or another.
_SPACES = dict.fromkeys(map(ord, "\t\v\f\x1c\x1d\x1e\x1f\x85\u2028\u2029"), " ")


def _escaped(text: str) -> str:
    if not text.isprintable():
        text = "".join([char for char in text if char.isprintable() or char.isspace()])
        text = text.translate(_SPACES)
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")
