"""--statistics: counts by rule and file, as text."""
from __future__ import annotations

import pytest

from newslint.model import Finding
from newslint.report import Run
from newslint.report.statistics import tables


def finding(rule, path, level="error"):
    return Finding(rule, level, "", path, 1, 1, 1, 2, 0, 1, "x", "body", (), None, "")


EMPTY = "2 files: nothing to report. 0.00 per 1,000 of 500 words."
SOME = """\
Rule                                                      found   files  per 1,000 words
spelling/alot                                error            3       2             2.00
usage/hone-in                                warning          1       1             0.67

File                                                      found   words  per 1,000 words
b.txt                                                         3    1000             3.00
a\\x1b[31m.txt                                                 1     500             2.00

2 files: 3 errors, 1 warning. 2.67 per 1,000 of 1,500 words."""


def test_nothing_found():
    assert tables([], Run(2), {"a.txt": 500, "b.txt": 0}) == EMPTY


def test_no_words():
    assert tables([], Run(1), {"a.txt": 0}) == "1 file: nothing to report."


def test_by_rule_and_file():
    found = [finding("spelling/alot", "a\x1b[31m.txt"), finding("spelling/alot", "b.txt"), finding("spelling/alot", "b.txt"),
             finding("usage/hone-in", "b.txt", "warning")]
    assert tables(found, Run(2), {"a\x1b[31m.txt": 500, "b.txt": 1000}) == SOME


@pytest.mark.parametrize("number, more", [(20, ""), (21, "… and 1 more with findings")])
def test_the_worst_files_only(number, more):
    out = tables([finding("spelling/alot", f"{n:02}.txt") for n in range(number)], Run(number), {})
    assert ("… and" in out) == bool(more) and more in out
    assert sum(line.startswith(("0", "1", "2")) and ".txt" in line for line in out.splitlines()) == 20
