"""The two real articles in seeds/: what is shown of them, and that they are as they came."""
from __future__ import annotations

import gc
import hashlib
import json
from pathlib import Path

import pytest

from newslint import cli

ROOT = Path(__file__).parent.parent
DIGESTS = {"000_d4e7cb6a77d799f9.txt": "2f2580fdff1665a8", "004_cc495c695981fb90.txt": "153de0493a87f8f1"}


@pytest.fixture
def newslint(monkeypatch, capsys):
    def run(*arguments):
        monkeypatch.chdir(ROOT)
        monkeypatch.setenv("NO_COLOR", "1")
        code = cli.main([*arguments])
        gc.enable()
        return code, capsys.readouterr().out
    return run


def test_seeds_are_byte_for_byte_what_was_scraped():
    assert {path.name: hashlib.sha256(path.read_bytes()).hexdigest()[:16] for path in (ROOT / "seeds").iterdir()} == DIGESTS


def test_report(newslint, snapshot):
    code, out = newslint("seeds/")
    assert code == 1
    assert out == snapshot


# Line and match of what a copy desk must see, whatever else is found.
WANTED = [
    ("000", 2, "marksan"), ("000", 5, "Simeultaneously"), ("000", 5, "Defense Secretary"), ("000", 5, "cannot be underestimated"), ("000", 8, "'aggressor'"),
    ("004", 1, "World War"), ("004", 11, "a International"), ("004", 11, "high-enriched"), ("004", 15, "\u00a0"),
    ("004", 23, "Related Articles"), ("004", 25, "Leave a Reply"),
    ("004", 27, "Your email address will not be published. Required fields are marked *"), ("004", 29, "Back to top button"),
    ("004", 30, "error: Content is protected !!"),
    ("004", 31, '.site-below-footer-wrap[data-section="section-below-footer-builder"] { margin-bottom: 40px;}'), ("004", 32, "20:43"),
]
NAMES = ["Sergei Shoigu", "Abbas Araghchi", "Masoud Pezeshkian", "Sin Hong Chol", "Klimov", "Zelenskyy", "Betsa", "Xi Jinping", "Lavrov", "Ri Hi Yong", "Russo-Iranian"]


@pytest.fixture
def found(newslint):
    return [json.loads(line) for line in newslint("seeds/", "--format", "jsonl")[1].splitlines()]


@pytest.mark.parametrize("seed, line, match", WANTED, ids=[f"{seed} line {line}: {match[:25]}" for seed, line, match in WANTED])
def test_what_a_copy_desk_must_see(found, seed, line, match):
    assert [one["rule"] for one in found if (Path(one["path"]).name[:3], one["line"], one["match"]) == (seed, line, match)]


@pytest.mark.parametrize("part, line", [("Singh:Editor", 5), ("REPORT :", 7)])
def test_spacing_of_the_head(found, part, line):
    inside = [one for one in found if one["line"] == line and set(one["match"].strip()) & set(":") and "004" in one["path"]]
    assert inside, part


def test_mixed_apostrophes_once_and_toward_the_curly_ones(found):
    [one] = [one for one in found if one["rule"] == "quotes/mixed-apostrophes"]
    assert "000" in one["path"] and one["match"] == "'" and one["suggestions"] == ["’"]


def test_a_name_that_loses_a_capital_is_a_suggestion(newslint):
    told = [json.loads(line) for line in newslint("seeds/", "--select", "names/term-capital", "--format", "jsonl")[1].splitlines()]
    assert [(Path(one["path"]).name[:3], one["line"], one["match"], one["suggestions"], one["level"]) for one in told] == [
        ("004", 17, "agreement", ["Agreement"], "suggestion")]


def test_what_is_misspelt_and_nothing_else(found):
    spelling = [(one["match"], one["suggestions"][0]) for one in found if one["rule"].startswith("spelling/")]
    assert spelling == [("marksan", "marks an"), ("Simeultaneously", "Simultaneously")]
    assert [one["match"] for one in found if one["rule"] == "names/near-miss"] == []


@pytest.mark.parametrize("name", NAMES)
def test_names_are_left_alone(found, name):
    assert [one for one in found if one["match"] and one["match"] in name and one["match"][0].isupper()] == []


def test_places(found):
    for one in found:
        raw = (ROOT / one["path"]).read_bytes().decode()
        assert raw[one["start"]:one["end"]] == one["match"]
        assert raw.split("\n")[one["line"] - 1][one["column"] - 1:].startswith(one["match"].split("\n")[0])
