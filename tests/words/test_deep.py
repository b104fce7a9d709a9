"""More suggestions on demand: only for misspellings, within a budget, and nothing is loaded without need."""
from __future__ import annotations

import json
import subprocess
import sys

import pytest

from newslint.words import deep

TEXT = "The cuoncil of the goverment has relased a sutdy. The the."


@pytest.fixture
def spelt(make_rule, findings):
    return findings(TEXT, make_rule("spelling", "spelling/misspelling", check="misspelling"), make_rule("repeat", words=["the"]))


def test_suggestions_are_added_behind(spelt):
    deeper = deep.Deepener().deepen(spelt)
    assert [one.match for one in deeper] == ["cuoncil", "goverment", "relased", "sutdy", "The the"]
    for before, after in zip(spelt, deeper):
        assert after.suggestions[:len(before.suggestions)] == before.suggestions
        assert len(after.suggestions) == len(set(after.suggestions)) <= deep.MOST
        assert after._replace(suggestions=()) == before._replace(suggestions=())
    assert sum(len(one.suggestions) for one in deeper) > sum(len(one.suggestions) for one in spelt)
    assert deeper[-1] == spelt[-1]


def test_the_budget_ends_it(spelt):
    deepener = deep.Deepener()
    deepener.left = len("cuoncilsutdy")
    deepener.deepen(spelt)
    assert deepener.left == 0 and list(deepener.found) == ["cuoncil", "sutdy"]
    assert deepener.deepen(spelt)[1:3] == spelt[1:3]


def run(*arguments):
    code = "import sys; from newslint.cli import main; code = main(sys.argv[1:]); print('spellchecker' in sys.modules, file=sys.stderr); sys.exit(code)"
    done = subprocess.run([sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=False)
    assert done.returncode == 1, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()], done.stderr.strip()


def test_the_option(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8")
    options = ("check", str(path), "--isolated", "--format", "jsonl", "--select", "spelling")
    plain, loaded = run(*options)
    assert loaded == "False"
    deeper, loaded = run(*options, "--suggest", "deep")
    assert loaded == "True"
    assert plain != deeper
    assert [one["suggestions"][:len(other["suggestions"])] for one, other in zip(deeper, plain)] == [one["suggestions"] for one in plain]
