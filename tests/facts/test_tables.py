"""Fact tables: what a file may say, what a project's own says in place of the shipped, and how faults are told."""
from __future__ import annotations

import re
from datetime import date

import pytest

from newslint.errors import UserError
from newslint.facts import tables
from newslint.faults import BrokenFiles

OWN = """\
countries:
  Freedonia:
    called: [Freedonian]
    source: Constitution of Freedonia, article 3
    stale-after: 2099-12-31
    titles:
      - {right: chief of state, not: [prime minister]}
"""


@pytest.fixture
def put(tmp_path):
    def write(text, name="facts.yaml"):
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return str(path)
    return write


def titles(*files):
    return {(title.country, title.wrong): title.right for title in tables.titles(tables.read(files))}


def test_a_file_of_the_project_adds_to_what_is_shipped(put):
    found = titles(put(OWN))
    assert found["Freedonia", "prime minister"] == "chief of state"
    assert found["Russia", "defence secretary"] == "defence minister"


def test_a_country_in_it_stands_for_the_shipped_one(put):
    found = titles(put("countries:\n  Russia:\n    called: [Russian]\n    source: mine\n    stale-after: 2099-01-01\n"
                       "    titles: [{right: war minister, not: [defence minister]}]\n"))
    assert [key for key in found if key[0] == "Russia"] == [("Russia", "defence minister")]


def test_an_entry_with_nothing_in_it_takes_it_out(put):
    assert not [key for key in titles(put("countries: {Russia: {}}\n")) if key[0] == "Russia"]


def test_later_files_win(put):
    first = put(OWN, "one.yaml")
    second = put(OWN.replace("chief of state", "first citizen"), "two.yaml")
    assert titles(first, second)["Freedonia", "prime minister"] == "first citizen"


FAULTS = {
    "a key": ("countries:\n  Freedonia: {calls: [Freedonian]}\n", 'facts.yaml:2:15: error: unknown key "calls"', 'did you mean "called"?'),
    "no source": (OWN.replace("    source: Constitution of Freedonia, article 3\n", ""),
                  'facts.yaml:6:9: error: an entry needs a "source"', "add:  source: where you read it"),
    "no last day": (OWN.replace("    stale-after: 2099-12-31\n", ""),
                    'facts.yaml:6:9: error: an entry needs a "stale-after"', "add:  stale-after:"),
    "no day": (OWN.replace("2099-12-31", "next year"), 'facts.yaml:5:18: error: "next year" is not a day', "write it as 2026-11-25"),
    "a capital": (OWN.replace("[prime minister]", "[Prime Minister]"), '"Prime Minister" has a capital', "write titles in small letters"),
    "an unknown set": ("countries:\n  Freedonia: {set: minister, source: x, stale-after: 2099-01-01}\n",
                       'facts.yaml:2:20: error: no set is called "minister"', 'did you mean "ministers"?'),
    "an unknown country": ("holders:\n  Freedonia:\n    president: {source: x, stale-after: 2099-01-01, held: [{name: Rufus Firefly, from: 2001-01-01}]}\n",
                           'no country is called "Freedonia"', ""),
    "an end before its start": (
        "holders:\n  Russia:\n    president: {source: x, stale-after: 2099-01-01, held: [{name: Rufus Firefly, from: 2001-01-01, to: 2000-01-01}]}\n",
        "Rufus Firefly leaves before the first day", ""),
    "no YAML": ("countries: [Russia\n", "what [ opens here is not closed", ""),
    "a list": ("- Russia\n", "the file holds a list", ""),
}


@pytest.mark.parametrize("name", FAULTS)
def test_faults_are_told_where_they_stand(put, name):
    text, *said = FAULTS[name]
    with pytest.raises(BrokenFiles) as error:
        tables.read([put(text)])
    assert all(part in str(error.value) for part in said), str(error.value)
    assert "1 problem in 1 fact file" in str(error.value)


def test_a_file_that_cannot_be_read(tmp_path):
    with pytest.raises(UserError, match="the fact file cannot be read"):
        tables.read([str(tmp_path)])


def test_what_is_shipped_is_fresh_and_whole():
    read = tables.read(())
    today = date.today().isoformat()
    for title in tables.titles(read):
        assert title.stale > today, title
        assert title.wrong in read["forms"], title
        assert title.right.split(" or ") != [title.wrong], title
    for office in tables.offices(read):
        ends = [end for _, _, end in office.held]
        starts = [start for _, start, _ in office.held]
        assert starts == sorted(starts) and all(ends[:-1]), office
        assert all(end <= start for end, start in zip(ends, starts[1:])), office
        assert starts[-1] <= office.stale, office


def test_forms_are_small_letters_and_mean_one_title():
    forms = [form for ways in tables.read(())["forms"].values() for form in ways]
    assert len(forms) == len(set(forms)) and all(re.fullmatch(r"[a-z ]+", form) for form in forms)


def test_a_stale_fact_is_told_once_a_run(tmp_path, monkeypatch, capsys):
    from newslint import cli

    (tmp_path / "own.yaml").write_text(OWN.replace("2099-12-31", "2020-01-01"))
    (tmp_path / ".newslint.yaml").write_text("fact-files: [own.yaml]\nselect: [names/office-title, newslint/stale-fact]\n")
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("Freedonian Prime Minister Rufus Firefly met the Freedonian prime minister.\n")
    monkeypatch.chdir(tmp_path)
    assert cli.main(["--format", "github", "."]) == 0
    told = [line for line in capsys.readouterr().out.splitlines() if "stale-fact" in line]
    assert len(told) == 1 and "a.txt" in told[0] and "until 1 January 2020" in told[0]
    (tmp_path / "own.yaml").write_text(OWN)                 # a changed table is read anew
    assert cli.main(["--format", "github", "."]) == 0
    assert capsys.readouterr().out.count("names/office-title") == 4
