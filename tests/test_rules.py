"""Every shipped rule file: its examples hold, it says why and where from, its safe fixes mend, its regexes stay linear."""
from __future__ import annotations

import os
import re
import time
from functools import lru_cache

import pytest

from newslint import rulefile, rulefolder
from newslint.kinds import KINDS
from newslint.match import fold
from newslint.rulecommands import failures, trial, tried
from newslint.yamlfile import load

FILES = {f"{text.family}/{os.path.basename(text.path)}": text for text in rulefolder.texts(rulefolder.shipped())}
SAFE = [name for name, text in FILES.items() if re.search(rb"\bsafe: true\b", text.data)]
WITH_REGEXES = [name for name, text in FILES.items() if re.search(rb"^kind: (regex|line|count|consistency)\b", text.data, re.M)]


@lru_cache(None)
def rule(name):
    return rulefile.read_one(FILES[name])[0]


@lru_cache(None)
def ready(name):
    return trial(rule(name))


def found(text, name):
    return tried(rule(name), text, ready(name))


def examples(name):
    return [example if isinstance(example, str) else example["text"] for example in rule(name).bad]


@pytest.mark.parametrize("name", FILES)
def test_bad_is_found_and_good_is_not(name):
    assert list(failures(rule(name))) == []


@pytest.mark.parametrize("name", FILES)
def test_it_is_a_class_of_fault_with_a_reason_and_a_source(name):
    one = rule(name)
    assert one.why.strip() and one.source and all(one.source)
    assert len(set(examples(name))) >= 2 or one.kind == "note"


@pytest.mark.parametrize("name", SAFE)
def test_a_safe_fix_mends_what_is_bad(name):
    texts = [text for text in examples(name) if not all(finding.zone == "quotation" for finding in found(text, name))]
    assert texts                            # what a person said is not mended unasked
    for text in texts:
        once = mended(text, found(text, name))
        assert once != text
        assert [finding.match for finding in found(once, name)] == [], once


def mended(text, its_findings):
    for finding in reversed(its_findings):
        for edit in reversed(finding.fix.edits if finding.fix else ()):
            text = text[:edit.start] + edit.replacement + text[edit.end:]
    return text


def test_ids_and_messages_are_told_apart():
    """Two rules that say the same would be taken for one."""
    seen = {}
    for name in FILES:
        seen.setdefault(rule(name).message.replace("{match}", "").replace("{suggestion}", ""), []).append(name)
    assert [names for message, names in seen.items() if len(names) > 1 and len(message) > 60] == []


def test_packs_name_families_that_exist():
    path = os.path.join(rulefolder.shipped(), rulefolder.PACKS)
    with open(path, encoding="utf-8") as file:
        data, _ = load(path, file.read())
    folders = {entry.name for entry in os.scandir(rulefolder.shipped()) if entry.is_dir()}
    wrong = [wanted for entry in data.values() for wanted in entry["rules"] if wanted.partition("/")[0] not in folders]
    assert wrong == []


# Linear time ---------------------------------------------------------------------------------------------------------

SHORT, LONG = 5_000, 20_000                 # characters
AT_ONCE = 0.03                              # CPU seconds for LONG in which nothing can have run away
LINEAR = 8                                  # how much longer LONG may take: 4 is linear, 16 quadratic


def hostile(pattern):
    """What is repeated into lines the pattern finds hard: its own words, runs, and their first letters."""
    words = re.findall(r"[^\W_]{2,}", re.sub(r"\\[a-zA-Z]|\(\?P<\w+>|\\u\w{4}|\{\w+,?\w*\}", " ", pattern))
    units = {" ", "a", "a ", "A ", "1", ",", "\"", "’", "-", "(", "<", "the "}
    if words:
        units |= {words[0] + " ", words[-1] + " ", words[0], " ".join(words[:4]) + " "}
    return sorted(units)


def seconds(pattern, line):
    start = time.process_time()
    for _ in pattern.finditer(line):
        pass
    return time.process_time() - start


@pytest.mark.parametrize("name", WITH_REGEXES)
def test_regexes_take_linear_time(name):
    one = rule(name)
    need = KINDS[one.kind].prepare([one])
    regexes = need.regexes or [(source, re.M, 0) for source in one.options.get("forms", {}).values()]
    for source, flags, _ in regexes:
        pattern = re.compile(source, flags)
        for unit in hostile(source):
            line = unit * (LONG // len(unit)) + "\x01"
            if seconds(pattern, line) < AT_ONCE:
                continue
            short = min(seconds(pattern, line[:SHORT]) for _ in range(3))
            long = min(seconds(pattern, line) for _ in range(3))
            assert long < LINEAR * short, f"{source} on {unit!r}"


@pytest.mark.parametrize("source", [r"(?:\w+ )*x", r"\ba\b.*\bx\b", "a+ ?a*b"])
def test_what_is_not_linear_would_be_noticed(source):
    pattern = re.compile(source)
    lines = [unit * (1_600 // len(unit)) for unit in hostile(source)]
    assert any(LINEAR * min(seconds(pattern, line[:400]) for _ in range(3)) < seconds(pattern, line) for line in lines)


def test_fold_is_how_phrases_are_stored():
    """A phrase with a capital or a curly apostrophe would never be found if its strings were not folded."""
    for name in FILES:
        if rule(name).kind in ("phrase", "swap", "case", "repeat"):
            for strings in KINDS[rule(name).kind].prepare([rule(name)]).phrases:
                assert strings == [fold(string) for string in strings], name
