"""`--statistics`: how many findings, by rule and by file, instead of each of them."""
from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from newslint.model import Finding
from newslint.report import Run, closing
from newslint.report.visible import columns, cut_start, visible

FILES = 20                                  # files that are shown, the worst
WIDEST = 44                                 # columns of a name


def tables(findings: Sequence[Finding], run: Run, words: Mapping[str, int]) -> str:
    """Two tables and the closing line; `words` are those of every file that was read."""
    total = sum(words.values())
    rules = Counter(finding.rule for finding in findings)
    files = Counter(finding.path for finding in findings)
    levels = {finding.rule: finding.level for finding in reversed(findings)}
    lines: list[str] = []
    if findings:
        spread = Counter(rule for rule, _ in {(finding.rule, finding.path) for finding in findings})
        lines += [_row("Rule", "", "found", "files", "per 1,000 words")]
        lines += [_row(rule, levels[rule], count, spread[rule], _rate(count, total)) for rule, count in _ranked(rules)]
        lines += ["", _row("File", "", "found", "words", "per 1,000 words")]
        lines += [_row(visible(path), "", count, words.get(path, 0), _rate(count, words.get(path, 0)))
                  for path, count in _ranked(files)[:FILES]]
        lines += [f"… and {len(files) - FILES} more with findings"] if len(files) > FILES else []
        lines += [""]
    rate = f" {_rate(len(findings), total)} per 1,000 of {total:,} words." if total else ""
    return "\n".join([*lines, closing(findings, run) + rate])


def _ranked(counts: Counter[str]) -> list[tuple[str, int]]:
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))


def _rate(count: int, words: int) -> str:
    return f"{count / words * 1000:.2f}" if words else "-"


def _row(name: str, level: str, *cells: object) -> str:
    name = cut_start(name, WIDEST)
    return (name + " " * (WIDEST - columns(name)) + f" {level:<10}" + "".join(
        f"{cell:>{width}}" for cell, width in zip(map(str, cells), (8, 8, 17)))).rstrip()
