"""The cache saves time and never anything else: it cannot fail, and never gives back what was not put in."""
import os
import sys

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newslint import cache


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    monkeypatch.setenv("NEWSLINT_CACHE_DIR", str(tmp_path / "cache"))
    return tmp_path / "cache"


PLAIN = st.recursive(st.none() | st.booleans() | st.integers() | st.text() | st.binary(),
                     lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner) | st.tuples(inner, inner))


@given(st.binary(), PLAIN)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30)
def test_what_is_written_is_read(key, value):
    cache.write("test", key, value)
    assert cache.read("test", key) == value


def test_another_key_kind_or_version_is_a_miss(monkeypatch):
    cache.write("test", b"key", 1)
    assert cache.read("test", b"kez") is None
    assert cache.read("tess", b"key") is None
    monkeypatch.setattr(cache, "__version__", "0.0.0")
    assert cache.read("test", b"key") is None


@pytest.mark.parametrize("damage", [
    lambda data: b"", lambda data: data[:-1], lambda data: data + b"x", lambda data: data[:10], lambda data: b"x" * 100,
    lambda data: data[:-2] + bytes([data[-2] ^ 1]) + data[-1:], lambda data: data.replace(b"cache 2", b"cache 0")],
    ids=["empty", "cut", "longer", "no header", "other", "a flipped bit", "another format"])
def test_a_damaged_file_is_a_miss_and_is_written_anew(folder, damage):
    cache.write("test", b"key", {"a": [1, 2, "x"]})
    [file] = folder.iterdir()
    file.write_bytes(damage(file.read_bytes()))
    assert cache.read("test", b"key") is None
    cache.write("test", b"key", {"a": 2})
    assert cache.read("test", b"key") == {"a": 2}


def test_only_the_owner_can_read_it(folder):
    cache.write("test", b"key", 1)
    [file] = folder.iterdir()
    if os.name == "posix":
        assert (folder.stat().st_mode & 0o777, file.stat().st_mode & 0o777) == (0o700, 0o600)


def test_the_least_recently_used_go(folder, monkeypatch):
    monkeypatch.setattr(cache, "KEPT", 3)
    cache.write("other", b"key", 1)
    for number in range(3):
        cache.write("test", b"%d" % number, number)
        os.utime(cache._path("test", b"%d" % number) or "", (number, number))
    assert cache.read("test", b"0") == 0
    cache.write("test", b"3", 3)
    assert [cache.read("test", b"%d" % number) for number in range(4)] == [0, None, 2, 3]
    assert cache.read("other", b"key") == 1


def test_a_file_in_the_place_of_the_folder_only_costs_time(folder):
    folder.write_text("")
    cache.write("test", b"key", 1)
    assert cache.read("test", b"key") is None


def test_a_folder_that_cannot_be_written_only_costs_time(folder, monkeypatch):
    def refuse(*arguments, **named):
        raise PermissionError(13, "Permission denied")

    cache.write("test", b"key", 1)
    for name in ("open", "utime", "makedirs", "replace"):
        monkeypatch.setattr(os, name, refuse)
    cache.write("test", b"other", 2)
    assert cache.read("test", b"key") == 1
    assert cache.read("test", b"other") is None


def test_a_full_disk_leaves_nothing_half_written(folder, monkeypatch):
    def fail(source, target):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", fail)
    cache.write("test", b"key", 1)
    assert list(folder.iterdir()) == []


def test_what_marshal_does_not_take_is_our_mistake():
    with pytest.raises(ValueError):
        cache.write("test", b"key", object())


FOLDERS = {
    "our own variable": ("linux", {"NEWSLINT_CACHE_DIR": "/own"}, "/own"),
    "XDG": ("linux", {"XDG_CACHE_HOME": "/xdg"}, "/xdg/newslint"),
    "a relative XDG does not count": ("linux", {"XDG_CACHE_HOME": "xdg", "HOME": "/home/x"}, "/home/x/.cache/newslint"),
    "home": ("linux", {"HOME": "/home/x"}, "/home/x/.cache/newslint"),
    "macOS": ("darwin", {"HOME": "/home/x", "XDG_CACHE_HOME": "/xdg"}, "/home/x/Library/Caches/newslint"),
    "Windows": ("win32", {"LOCALAPPDATA": "/local", "HOME": "/home/x"}, "/local/newslint"),
    "Windows without": ("win32", {"HOME": "/home/x"}, None),
}


@pytest.mark.skipif(os.name != "posix", reason="paths of POSIX")
@pytest.mark.parametrize("platform, environment, expected", FOLDERS.values(), ids=FOLDERS.keys())
def test_folder(monkeypatch, platform, environment, expected):
    for name in ("NEWSLINT_CACHE_DIR", "XDG_CACHE_HOME", "LOCALAPPDATA", "HOME"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys, "platform", platform)
    assert cache.folder() == expected


def test_no_home_is_no_cache(monkeypatch):
    monkeypatch.delenv("NEWSLINT_CACHE_DIR")
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    monkeypatch.setattr(os.path, "expanduser", lambda path: path)
    monkeypatch.setattr(sys, "platform", "linux")
    assert cache.folder() is None
    cache.write("test", b"key", 1)
    assert cache.read("test", b"key") is None
