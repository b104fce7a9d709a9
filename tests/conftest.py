"""What all tests share: rules made on the spot, what they find, and a cache that is not the user's."""
from __future__ import annotations

import gc
import io
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

from newslint import cli, engine, pack, rulefile, rulefolder
from newslint.formats import text as text_format
from newslint.kinds import KINDS
from newslint.model import UNREAD, ZONES, Finding, Rule

settings.register_profile("dev", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("ci", parent=settings.get_profile("dev"), derandomize=True, max_examples=60)
settings.load_profile("ci" if os.environ.get("CI") else "dev")


@pytest.fixture(scope="session", autouse=True)
def own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A cache folder for this run, for subprocesses too."""
    before = os.environ.get("NEWSLINT_CACHE_DIR")
    folder = os.environ["NEWSLINT_CACHE_DIR"] = str(tmp_path_factory.mktemp("cache"))
    yield folder
    if before is None:
        del os.environ["NEWSLINT_CACHE_DIR"]
    else:
        os.environ["NEWSLINT_CACHE_DIR"] = before


def _rule(kind: str, id: str = "grammar/tried", *, level: str = "error", message: str = "“{match}”",
          zones: list[str] | None = None, safe: bool = False, bad: list[Any] | None = None,
          good: list[str] | None = None, **options: Any) -> Rule:
    unknown = options.keys() - {*KINDS[kind].FIELDS, "swap"}
    assert not unknown, unknown
    filled = {"swap": [], **dict.fromkeys(KINDS[kind].FIELDS), **options}
    return Rule(id, kind, level, message, "", [], frozenset(zones or {*ZONES} - {*UNREAD, "literal"}), filled, safe,
                bad or [], good or [], f"rules/{id}.yaml")


def _findings(text: str, *rules: Rule) -> list[Finding]:
    ready = pack.of(list(rules))
    return [finding for document in text_format.read("x.txt", text) for finding in engine.check(document, ready)]


@pytest.fixture(scope="session")
def make_rule() -> Callable[..., Rule]:
    """A rule of a kind; options as in its FIELDS, those not given are None."""
    return _rule


@pytest.fixture(scope="session")
def findings() -> Callable[..., list[Finding]]:
    """What rules find in a plain text."""
    return _findings


@pytest.fixture(scope="session")
def found_by() -> Callable[..., list[str]]:
    """What one rule finds, as “line:column match”."""
    def find(kind: str, text: str, **options: Any) -> list[str]:
        return [f"{finding.line}:{finding.column} {finding.match}" for finding in _findings(text, _rule(kind, **options))]
    return find


@pytest.fixture(scope="session")
def suggested_by() -> Callable[..., list[str]]:
    """What one rule suggests, as “match -> first | second”."""
    def find(kind: str, text: str, **options: Any) -> list[str]:
        return [f"{finding.match} -> {' | '.join(finding.suggestions)}"
                for finding in _findings(text, _rule(kind, **options))]
    return find


@pytest.fixture(scope="session")
def told_by() -> Callable[..., list[str]]:
    """The messages of one rule."""
    def find(kind: str, text: str, **options: Any) -> list[str]:
        return [finding.message for finding in _findings(text, _rule(kind, **options))]
    return find


@pytest.fixture(scope="session")
def mended_by() -> Callable[..., str]:
    """The text after every fix of one rule."""
    def mend(kind: str, text: str, **options: Any) -> str:
        edits = {edit for finding in _findings(text, _rule(kind, **options)) if finding.fix for edit in finding.fix.edits}
        for edit in sorted(edits, reverse=True):
            text = text[:edit.start] + edit.replacement + text[edit.end:]
        return text
    return mend


@pytest.fixture(scope="session")
def shipped() -> tuple[list[Rule], dict[str, Any]]:
    """All shipped rules, and the pack of them as plain data."""
    rules = rulefile.read(rulefolder.texts(rulefolder.shipped()))
    return rules, pack.compiled(rules, {rule.id: rule.level for rule in rules})


RULES = {
    "usage/alot": 'kind: phrase\nlevel: error\nmessage: "“{match}” is two words."\nmatch: [alot]\n'
                  'fix: {swap: a lot, safe: true}\nbad: [It rained alot.]\ngood: [It rained a lot.]\n',
    "grammar/doubled": 'kind: repeat\nlevel: warning\nmessage: "“{match}” is set twice."\nbad: [It was the the end.]\n'
                       'good: [It was the end.]\n',
    "style/very": 'kind: regex\nlevel: suggestion\nmessage: "“{match}” says little."\nmatch: ["\\\\bvery\\\\b"]\n'
                  'bad: [It was very late.]\ngood: [It was late.]\n',
    "bbc/per-cent": 'kind: swap\nlevel: warning\nmessage: "“{suggestion}” is two words."\nswap: {percent: per cent}\n'
                    'bad: [It rose 5 percent.]\ngood: [It rose 5 per cent.]\n',
    "newslint/encoding-guessed": 'kind: note\nlevel: warning\nmessage: "Not UTF-8 from here on (byte {byte}): read as {encoding}."\n'
                                 'bad: [x]\ngood: [y]\n',
    "newslint/unused-suppression": 'kind: note\nlevel: warning\nmessage: "“{name}” is not needed."\nbad: [x]\ngood: [y]\n',
    "newslint/unknown-suppression": 'kind: note\nlevel: warning\nmessage: "“{name}” is unknown: {hint}"\nbad: [x]\ngood: [y]\n',
    "newslint/no-article": 'kind: note\nlevel: warning\nmessage: "This record has no article field."\nbad: [x]\ngood: [y]\n',
}
PACKS = "news:\n  about: The default.\n  rules: [usage, grammar, style]\nbbc:\n  about: A house.\n  rules: [bbc/]\n"


@pytest.fixture(scope="session")
def write_rule() -> Callable[..., Path]:
    """Writes a rule file: a folder, an id with its family, and the lines that are its own."""
    def write(folder: Path, id: str, lines: str) -> Path:
        path = folder / f"{id}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"id: {path.stem}\nwhy: It is so.\nsource: [a guide]\n{lines}", encoding="utf-8")
        return path
    return write


@pytest.fixture(scope="session")
def few_rules(tmp_path_factory: pytest.TempPathFactory, write_rule: Callable[..., Path]) -> Path:
    """A folder with one rule a family, which is read faster than hundreds."""
    folder = tmp_path_factory.mktemp("rules")
    for id, lines in RULES.items():
        write_rule(folder, id, lines)
    (folder / "packs.yaml").write_text(PACKS, encoding="utf-8")
    return folder


@pytest.fixture
def in_folder(tmp_path: Path, few_rules: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working folder, where newslint has only the few rules."""
    folder = tmp_path / "work"
    (folder / ".git").mkdir(parents=True)   # no config is looked for above it
    monkeypatch.chdir(folder)
    monkeypatch.setattr(rulefolder, "shipped", lambda: str(few_rules))
    return folder


@pytest.fixture
def newslint(in_folder, capsys, monkeypatch):
    """Runs a command in a folder of its own: the code, what is printed and the errors."""
    def run(*arguments, stdin=None):
        if stdin is not None:
            monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        try:
            code = cli.main([str(argument) for argument in arguments])
        except SystemExit as end:
            code = end.code
        gc.enable()
        out, err = capsys.readouterr()
        assert "Traceback" not in out + err
        return code, out, err
    return run


@pytest.fixture
def write(in_folder):
    """Writes a file in that folder."""
    def write(name, content):
        path = in_folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path
    return write
