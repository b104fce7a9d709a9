"""What README says holds: its excerpt is real output, its settings and its rule are valid."""
from __future__ import annotations

import os
import re

from newslint import cli, config, rulefile, rulefolder

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
with open(os.path.join(ROOT, "README.md"), encoding="utf-8") as file:
    README = file.read()
YAML = re.findall(r"```yaml\n(.*?)```", README, re.S)


def test_the_excerpt_is_what_newslint_prints(capsys, monkeypatch):
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("COLUMNS", "80")
    assert cli.main(["seeds/"]) == 1
    printed = capsys.readouterr().out
    excerpt = README.partition("$ newslint seeds/\n…\n")[2].partition("\n```")[0]
    assert excerpt and excerpt in printed


def test_the_settings_are_valid(tmp_path, monkeypatch):
    [settings] = [text for text in YAML if text.startswith("packs:")]
    (tmp_path / "our-rules").mkdir()
    for name in ("house-words.txt", "medicine.dic", "house-names.txt", "our-facts.yaml"):
        (tmp_path / name).write_text("")
    (tmp_path / ".newslint.yaml").write_text(settings, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    found = config.find("article.txt", {})
    assert found.values["names"][0] == "Zelenskyy"
    known = {f"{text.family}/{os.path.splitext(os.path.basename(text.path))[0]}"
             for text in rulefolder.texts(rulefolder.shipped())}
    assert config.validate(found, ["news"], known) == []


def test_the_rule_is_valid():
    [rule] = [text for text in YAML if text.startswith("id:")]
    read, _ = rulefile.read_one(rulefolder.RuleText("usage/underestimate-importance.yaml", "usage", rule.encode()))
    assert read.id == "usage/underestimate-importance"


def test_the_settings_of_languagetool_are_valid(tmp_path, monkeypatch):
    [settings] = [text for text in YAML if text.startswith("engines:")]
    (tmp_path / ".newslint.yaml").write_text(settings, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    found = config.effective(config.find("article.txt", {}), "article.txt")
    assert found.engines == ("languagetool",) and set(found.languagetool) == {"profile", "java", "server", "idle_minutes"}


def test_the_fact_file_is_valid(tmp_path):
    from newslint.facts import tables

    [facts] = [text for text in YAML if text.startswith("countries:")]
    (tmp_path / "our-facts.yaml").write_text(facts, encoding="utf-8")
    read = tables.read([str(tmp_path / "our-facts.yaml")])
    assert {"Freedonia"} == {title.country for title in tables.titles(read)} & {"Freedonia", "India"}
    assert read["places"]["Kyiv"]["wrong"] == ["Kiev"]
