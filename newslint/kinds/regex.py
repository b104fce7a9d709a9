"""What a list of phrases cannot say: Python regular expressions.

A space stands for any white space (write \\x20 for a space and nothing else), ' also for ’, letters for either case.
The finding is the group `here` where the pattern has one, else the whole match.

Fields
    match   the patterns
    fix     swap: what to write instead, with {1} for group 1
    case    true: capitals count. false: they mean nothing. Without it, one that nothing explains makes a finding a name
            (newslint/capitals.py), which is left alone
    except  matches (of the finding's text, whatever its case) that are right after all
"""
from __future__ import annotations

import re
from collections.abc import Iterator

from newslint.capitals import is_name
from newslint.match import Found, fold
from newslint.model import Document, Hit, Need, Rule, one_paragraph
from newslint.patterns import readable
from newslint.phrases import recase

NAME = "regex"
FIELDS = {"match": list[str], "case": bool | None, "except": list[str] | None}


def prepare(rules: list[Rule]) -> Need:
    regexes, owners = [], []
    for rule in rules:
        flags = int(re.M if rule.options["case"] else re.M | re.I)
        for pattern in rule.options["match"]:
            regexes.append((readable(pattern, rule.options["swap"]), flags, 0))
            owners.append((rule.id, rule.options["swap"], [fold(text) for text in rule.options["except"] or ()],
                           rule.options["case"] is None))
    return Need([], regexes, owners)


def find(document: Document, found: Found, data: list[tuple[str, list[str], list[str], bool]]) -> Iterator[Hit]:
    for index, match in found.matches():
        rule, replacements, allowed, names = data[index]
        start, end = match.span("here" if "here" in match.re.groupindex else 0)
        if start < end and one_paragraph(document, start, end) and fold(document.text[start:end]) not in allowed \
                and not (names and is_name(document, start, end)):
            groups = ["", *(group or "" for group in match.groups())]
            yield Hit(rule, start, end, tuple(recase(_fill(text, groups), document.text[start:end])
                                              for text in replacements),
                      values={str(number): group for number, group in enumerate(groups)})


def _fill(replacement: str, groups: list[str]) -> str:
    return re.sub(r"\{(\d)\}", lambda number: groups[int(number[1])], replacement)
