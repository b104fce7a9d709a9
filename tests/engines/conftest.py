"""A LanguageTool of four small jars and a Java that plays its server, in folders of the test's own."""
from __future__ import annotations

import hashlib
import json
import os
import shutil
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from newslint.engines.languagetool import jars, server

HERE = Path(__file__).parent


class Stage:
    """Where everything stands, and what the played server was asked."""

    def __init__(self, folder: Path) -> None:
        self.java = folder / "java" / "bin" / "java"
        self.data, self.shelf = folder / "data", folder / "shelf"

    @property
    def jars(self) -> Path:
        return self.data / f"languagetool-{jars.VERSION}"

    def behave(self, **said: object) -> None:
        (self.java.parent / "behaviour.json").write_text(json.dumps(said), encoding="utf-8")

    @property
    def starts(self) -> list[str]:
        return self._lines("starts")

    @property
    def asked(self) -> list[dict[str, object]]:
        return [json.loads(line) for line in self._lines("asked")]

    def _lines(self, name: str) -> list[str]:
        path = self.java.parent / name
        return path.read_text(encoding="utf-8").splitlines() if path.exists() else []


@pytest.fixture
def stage(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Stage]:
    """Nothing is installed yet; the jars lie on a shelf."""
    made = Stage(tmp_path)
    made.java.parent.mkdir(parents=True)
    made.shelf.mkdir()
    shutil.copy(HERE / "fake_java.py", made.java)
    made.java.write_text(f"#!{sys.executable} -S\n" + made.java.read_text(encoding="utf-8"), encoding="utf-8")
    made.java.chmod(0o755)
    lines = []
    for artifact in ("languagetool-core", "language-en", "languagetool-server", "guava"):
        path = made.shelf / f"{artifact}-{jars.VERSION}.jar"
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr("META-INF/MANIFEST.MF", "Class-Path: ./\r\n")
            archive.writestr(f"{artifact}.class", artifact * 50)
        data = path.read_bytes()
        lines.append(f"{hashlib.sha256(data).hexdigest()} {len(data)} org.languagetool:{artifact}:{jars.VERSION}\n")
    (tmp_path / "jars.txt").write_text("".join(lines), encoding="ascii")
    monkeypatch.setattr(jars, "LIST", str(tmp_path / "jars.txt"))
    monkeypatch.setenv("NEWSLINT_DATA_DIR", str(made.data))
    monkeypatch.setenv("NEWSLINT_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")      # nothing may go there
    monkeypatch.setenv("JAVA_HOME", str(tmp_path / "java"))
    yield made
    server.stop()


@pytest.fixture
def installed(stage: Stage) -> Stage:
    shutil.copytree(stage.shelf, stage.jars)
    return stage


@pytest.fixture
def configured(installed: Stage, in_folder: Path) -> Stage:
    """A working folder whose config asks for LanguageTool."""
    (in_folder / ".newslint.yaml").write_text(
        f"engines: [languagetool]\nlanguagetool: {{java: {os.fspath(installed.java)}}}\n", encoding="utf-8")
    return installed
