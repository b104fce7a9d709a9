"""What comes out of a run: the formats by name, and what they share."""
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple, TextIO

from newslint.model import LEVELS, Finding

FORMATS = {
    "text": "newslint.report.text",
    "json": "newslint.report.json",
    "jsonl": "newslint.report.jsonl",
    "github": "newslint.report.github",
}


class Run(NamedTuple):
    """What a report needs to know beside the findings."""

    files: int                              # articles read
    skipped: int = 0                        # files left out because they hold no article
    sources: Mapping[str, str] = {}         # raw text by path; only files with findings are needed
    colour: bool = False
    width: int = 80                         # columns
    suppressed: int = 0                     # findings left out because the article or the config says so
    known: int = 0                          # those of a baseline
    outdated: Sequence[str] = ()            # lines on entries of a baseline that are no longer true
    given: Sequence[str] = ()               # the paths of the command line, for a command to copy


def write(format: str, findings: Iterable[Finding], run: Run, out: TextIO) -> None:
    """Write the report in one of FORMATS. Findings are put in order here, so that no format depends on who found what
    first."""
    from importlib import import_module
    import_module(FORMATS[format]).write(sorted(findings, key=_order), run, out)


def closing(findings: Sequence[Finding], run: Run) -> str:
    """How it went, in a line: “2 files: 9 errors, 8 warnings. 6 can be fixed. 40 in the baseline.” Entries of a
    baseline that are no longer true follow it."""
    read = counted(run.files, "file") + (f", {run.skipped} skipped" if run.skipped else "")
    levels = [finding.level for finding in findings]
    counts = [counted(levels.count(level), level) for level in reversed(LEVELS) if level in levels]
    fixable = sum(finding.fix is not None for finding in findings)
    said = [f"{', '.join(counts) or 'nothing to report'}."]
    said += [f"{fixable} can be fixed."] if fixable else []
    left = [f"{run.suppressed} suppressed"] if run.suppressed else []
    left += [f"{run.known} in the baseline"] if run.known else []
    said += [f"{', '.join(left)}."] if left else []
    return "\n".join([f"{read}: {' '.join(said)}", *run.outdated])


def last_line(finding: Finding) -> int:
    """The line of its last character; a line break at its end does not lead into the next line."""
    return finding.end_line - (finding.end_column == 1 and finding.end_line > finding.line)


def counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _order(finding: Finding) -> tuple[str, int, int, str, str]:
    return finding.path, finding.start, finding.end, finding.rule, finding.message
