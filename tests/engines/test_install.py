"""`newslint languagetool install|status|stop`: every jar or none, and nothing fetched twice."""
from __future__ import annotations

import errno
import os
import shutil
from collections import namedtuple

import pytest

from newslint import cli
from newslint.engines.languagetool import install, jars, runfolder, server


@pytest.fixture
def newslint(capsys, in_folder, stage):
    (in_folder / ".newslint.yaml").write_text(f"languagetool: {{java: {os.fspath(stage.java)}}}\n", encoding="utf-8")

    def run(*arguments):
        code = cli.main(["languagetool", *map(os.fspath, arguments)])
        out, err = capsys.readouterr()
        assert "Traceback" not in out + err
        return code, out, err
    return run


@pytest.fixture
def maven(stage, monkeypatch):
    """Maven Central, played: a jar comes from the shelf; the names that were asked for."""
    asked = []

    def fetch(repository):
        def one(jar):
            asked.append(jar.name)
            os.makedirs(repository, exist_ok=True)
            return shutil.copy(stage.shelf / jar.name, repository)
        return one

    monkeypatch.setattr(install, "_from_maven", fetch)
    return asked


def names(folder):
    return sorted(name for name in os.listdir(folder) if name.endswith(".jar") and "without" not in name)


def test_from_maven(newslint, stage, maven):
    code, out, err = newslint("install")
    assert code == 0 and f"is installed in {stage.jars}: 4 jars" in out and "4 of 4 jars" in err
    assert names(stage.jars) == names(stage.shelf) == sorted(maven)
    assert os.listdir(stage.data) == [stage.jars.name]
    assert len(stage.starts) == 1 and "XX:ArchiveClassesAtExit" in stage.starts[0]      # it was tried out
    assert {asked["language"] for asked in stage.asked} == {"en-US", "en-GB"} and server.running() is None


def test_from_a_folder(newslint, stage):
    assert newslint("install", "--offline", stage.shelf)[0] == 0
    assert names(stage.jars) == names(stage.shelf)
    os.remove(stage.shelf / "guava-6.8.jar")
    os.remove(stage.jars / "guava-6.8.jar")
    code, _, err = newslint("install", "--offline", stage.shelf)
    assert code == 2 and "1 of the 4 jars are not there: guava-6.8.jar" in err


def test_what_is_right_stays_and_what_is_not_is_fetched_again(newslint, stage, maven):
    newslint("install")
    path = stage.jars / "guava-6.8.jar"
    path.write_bytes(b"x" * path.stat().st_size)
    before = (stage.jars / "language-en-6.8.jar").stat().st_mtime_ns
    del maven[:]
    assert newslint("install")[0] == 0
    assert maven == ["guava-6.8.jar"] and jars.verify(os.fspath(stage.jars)) is None
    assert (stage.jars / "language-en-6.8.jar").stat().st_mtime_ns == before


def test_a_jar_of_other_bytes_is_not_installed(newslint, stage, maven):
    (stage.shelf / "guava-6.8.jar").write_bytes(b"something else")
    code, out, err = newslint("install")
    assert (code, out) == (2, "") and "guava-6.8.jar: what came is not the jar newslint knows" in err
    assert not stage.jars.exists()


def test_an_interrupted_install_goes_on_where_it_was(newslint, stage, maven, monkeypatch):
    real, gone = os.replace, []

    def replace(source, target):
        if target.endswith("guava-6.8.jar") and not gone:
            gone.append(target)
            raise KeyboardInterrupt
        return real(source, target)

    monkeypatch.setattr(os, "replace", replace)
    assert newslint("install")[0] == cli.INTERRUPTED
    assert not stage.jars.exists()
    assert newslint("install")[0] == 0
    assert sorted(maven) == sorted([*names(stage.shelf), "guava-6.8.jar"])
    assert jars.verify(os.fspath(stage.jars)) is None


def test_a_full_disk(newslint, stage, maven, monkeypatch):
    usage = namedtuple("usage", "total used free")
    with monkeypatch.context() as patch:
        patch.setattr(shutil, "disk_usage", lambda path: usage(9, 9, 1_000_000))
        code, _, err = newslint("install")
        assert code == 2 and "needs 60 MB there, and 1 MB are free" in err and maven == []
    with monkeypatch.context() as patch:
        def full(source, target):
            raise OSError(errno.ENOSPC, "No space left on device", target)
        patch.setattr(shutil, "move", full)
        code, _, err = newslint("install")
        assert code == 2 and "the disk is full. What was fetched stays; make room, then go on: newslint languagetool install" in err
        assert not stage.jars.exists()
    assert newslint("install")[0] == 0


def test_a_folder_that_cannot_be_written(newslint, stage, maven, monkeypatch, tmp_path):
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("NEWSLINT_DATA_DIR", os.fspath(tmp_path / "file" / "data"))
    code, _, err = newslint("install")
    assert code == 2 and "cannot be written" in err and "NEWSLINT_DATA_DIR" in err


def test_without_java_nothing_is_fetched(newslint, stage, maven):
    stage.behave(version="11.0.1")
    code, _, err = newslint("install")
    assert code == 2 and "needs 17 or later" in err and maven == []


def test_status_and_stop(newslint, stage):
    code, _, err = newslint("status")
    assert code == 2 and "run: newslint languagetool install" in err
    newslint("install", "--offline", stage.shelf)
    assert "No server runs" in newslint("status")[1]
    found = server.ensure(os.fspath(stage.java))
    code, out, _ = newslint("status")
    assert code == 0 and f"port {found.port} " in out and "MB, started " in out and "Java 21.0.2" in out
    assert newslint("stop")[:2] == (0, "The server is stopped.\n")
    assert newslint("stop")[:2] == (0, "No server runs.\n")
    assert not os.path.exists(os.path.join(runfolder.folder(), runfolder.STATE))


def test_the_list_that_is_shipped():
    found = jars.listed()
    assert len(found) == len({jar.name for jar in found}) == 48
    assert all(len(jar.sha256) == 64 and jar.size > 0 for jar in found)
    assert jars.SERVER_JAR in {jar.name for jar in found}
