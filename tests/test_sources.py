"""What the user names, what is found below it, and what is said when it cannot be read."""
from __future__ import annotations

import io
import os
import sys

import pytest

from newslint import sources
from newslint.errors import UserError
from newslint.formats import NoArticle
from newslint.model import position, raw_span


@pytest.fixture
def tree(tmp_path, monkeypatch):
    """A function that makes files from {path: content} in an empty current folder; `-> target` is a link."""
    monkeypatch.chdir(tmp_path)

    def make(files):
        for path, content in files.items():
            if os.path.dirname(path):
                os.makedirs(os.path.dirname(path), exist_ok=True)
            if content.startswith("-> "):
                os.symlink(content[3:], path)
            else:
                with open(path, "w", encoding="utf-8", newline="") as file:
                    file.write(content)
    return make


SOME = dict.fromkeys("b.txt a.md sub/c.markdown sub/d.JSONL e.json f.py g .h.txt .git/i.txt".split(), "x")

FOUND = {
    "a file": (["b.txt"], ["b.txt"]),
    "as given": (["./b.txt", "sub/../a.md"], ["./b.txt", "sub/../a.md"]),
    "a folder": (["sub"], ["sub/c.markdown", "sub/d.JSONL"]),
    "a folder with a slash": (["sub/"], ["sub/c.markdown", "sub/d.JSONL"]),
    "the current folder": (["."], ["./a.md", "./b.txt", "./e.json", "./sub/c.markdown", "./sub/d.JSONL"]),
    "any ending when named": (["f.py", "g", ".h.txt"], ["f.py", "g", ".h.txt"]),
    "a hidden folder when named": ([".git"], [".git/i.txt"]),
    "twice": (["b.txt", "./b.txt", "b.txt"], ["b.txt"]),
    "below a folder given too": (["sub/c.markdown", "sub"], ["sub/c.markdown", "sub/d.JSONL"]),
    "standard input": (["-", "b.txt", "-"], ["-", "b.txt"]),
    "in the order given": (["sub", "b.txt", "a.md"], ["sub/c.markdown", "sub/d.JSONL", "b.txt", "a.md"]),
}


@pytest.mark.parametrize("paths, expected", FOUND.values(), ids=FOUND.keys())
def test_find(tree, paths, expected):
    tree(SOME)
    assert [path for path, _ in sources.find(paths)] == expected


def test_find_tells_what_was_named(tree):
    tree(SOME)
    assert sources.find(["sub", "sub/d.JSONL", "b.txt"]) == [
        ("sub/c.markdown", False), ("sub/d.JSONL", True), ("b.txt", True)]


IGNORED = {
    "in the folder": ({".git/x": "", "a.txt": "", "b.txt": "", ".gitignore": "b.txt\n# c\n"}, ["./a.txt"]),
    "a folder's name": ({"out/a.txt": "", "a/out/b.txt": "", "c.txt": "", ".gitignore": "out/\n"}, ["./c.txt"]),
    "anchored": ({"out/a.txt": "", "a/out/b.txt": "", ".gitignore": "/out\n"}, ["./a/out/b.txt"]),
    "nested, only below it": ({"s/.gitignore": "*.txt\n", "s/a.txt": "", "b.txt": ""}, ["./b.txt"]),
    "the deeper one decides": ({".gitignore": "*.txt\n", "s/.gitignore": "!a.txt\n", "s/a.txt": "", "b.txt": ""},
                               ["./s/a.txt"]),
    "not back from an ignored folder": ({".gitignore": "s/\n", "s/.gitignore": "!a.txt\n", "s/a.txt": "", "b.md": ""},
                                        ["./b.md"]),
    "names outside ASCII": ({".gitignore": "café*\n", "café.txt": "", "a.txt": ""}, ["./a.txt"]),
}


@pytest.mark.parametrize("files, expected", IGNORED.values(), ids=IGNORED.keys())
def test_gitignore(tree, files, expected):
    tree(files)
    assert [path for path, _ in sources.find(["."])] == expected


def test_gitignore_above_counts_up_to_the_root_of_the_repository(tree, monkeypatch):
    tree({".gitignore": "b.txt\n", "r/.git/x": "", "r/.gitignore": "/s/c.txt\n*.md\n", "r/s/a.md": "", "r/s/b.txt": "",
          "r/s/c.txt": "", "r/s/d.txt": ""})
    assert [path for path, _ in sources.find(["r/s"])] == ["r/s/b.txt", "r/s/d.txt"]
    monkeypatch.chdir("r/s")
    assert [path for path, _ in sources.find(["."])] == ["./b.txt", "./d.txt"]


def test_gitignore_above_counts_in_a_repository_only(tree):
    tree({".gitignore": "b.txt\n", "s/b.txt": ""})
    assert [path for path, _ in sources.find(["s"])] == ["s/b.txt"]


def test_an_ignored_folder_or_file_is_read_when_named(tree):
    tree({".git/x": "", ".gitignore": "out/\n*.md\n", "out/a.txt": "", "b.md": ""})
    assert [path for path, _ in sources.find(["out", "b.md"])] == ["out/a.txt", "b.md"]


def test_exclude_is_relative_to_its_root(tree):
    tree(dict.fromkeys(["p/old/a.txt", "p/new/b.txt", "p/new/c.md", "p/new/old.txt"], ""))
    assert [path for path, _ in sources.find(["p"], ["old/", "/new/*.md"], "p")] == ["p/new/b.txt", "p/new/old.txt"]
    assert [path for path, _ in sources.find(["p/new/c.md"], ["*.md"], "p")] == ["p/new/c.md"]


def test_links(tree):
    tree({"d/a.txt": "", "d/circle": "-> .", "d/out": "-> ../other", "other/b.txt": "", "d/c.txt": "-> ../other/b.txt",
          "d/e.txt": "-> a.txt", "d/gone.txt": "-> nowhere"})
    found = [path for path, _ in sources.find(["d"])]
    assert found == ["d/a.txt", "d/c.txt", "d/gone.txt"]
    with pytest.raises(UserError, match=r"^d/gone\.txt: a symbolic link to something that is not there$"):
        sources.read("d/gone.txt")
    assert [path for path, _ in sources.find(["d/circle", "d", "d/out"])] == [
        "d/circle/a.txt", "d/circle/c.txt", "d/circle/gone.txt"]
    assert [path for path, _ in sources.find(["d/e.txt", "d/a.txt"])] == ["d/e.txt"]


def test_what_a_browser_saved_with_a_page_is_no_article(tree):
    tree({"Bridge.html": "", "Bridge_files/ad.html": "", "Old.HTM": "", "b/Old.htm": "", "b/Old_files/x.html": "", "our_files/a.txt": ""})
    assert [found.path for found in sources.find(["."])] == ["./Bridge.html", "./Old.HTM", "./b/Old.htm", "./our_files/a.txt"]


def test_a_pipe_in_a_folder_is_no_article(tree):
    tree({"d/a.txt": ""})
    os.mkfifo("d/b.txt")
    assert [path for path, _ in sources.find(["d"])] == ["d/a.txt"]


def test_a_pipe_that_is_named_is_refused(tree):
    os.mkfifo("b.txt")
    with pytest.raises(UserError, match=r"^b\.txt: a pipe or device, not a file; give it as standard input: newslint - < b"):
        sources.find(["b.txt"])
    inward, outward = os.pipe()             # what the shell makes of `newslint <(…)`
    assert [path for path, _ in sources.find([f"/dev/fd/{inward}"])] == [f"/dev/fd/{inward}"]
    os.close(inward)
    os.close(outward)


def test_all_missing_paths_are_told(tree):
    tree({"a.txt": "", "link.txt": "-> nowhere"})
    with pytest.raises(UserError) as error:
        sources.find(["x.txt", "a.txt", "y/", "link.txt", ""])
    assert str(error.value).split("\n") == ["x.txt: no such file or folder", "y/: no such file or folder",
                                            "link.txt: a symbolic link to something that is not there",
                                            "“”: an empty path"]


def test_folders_without_an_article(tree):
    tree({"d/a.py": "", "e/.b.txt": "", "f/c.txt": ""})
    with pytest.raises(UserError, match=r"^d, e: no article here\. Files that end in \.txt, .*\.jsonl were looked for"):
        sources.find(["d", "e"])
    assert sources.find(["d", "f"]) == [("f/c.txt", False)]


def test_an_unreadable_folder_is_told(tree, monkeypatch):
    tree({"d/s/a.txt": "", "d/b.txt": ""})
    scandir = os.scandir

    def refuse(path):
        if path.endswith("s/"):
            raise PermissionError(13, "Permission denied")
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refuse)
    with pytest.raises(UserError, match=r"^d/s/: cannot be read: permission denied$"):
        sources.find(["d"])
    unread = []
    assert sources.find(["d"], unread=unread) == [("d/b.txt", False)]
    assert unread == ["d/s/: cannot be read: permission denied"]


def test_read(tree):
    tree({"a.txt": "One.", "b.md": "*One*.", "c.jsonl": '{"text": "One."}\n{"text": "Two."}', "d.log": "*One*."})
    assert [[document.text for document in sources.read(path)] for path in ("a.txt", "b.md", "c.jsonl", "d.log")] == [
        ["One."], ["One."], ["One.", "Two."], ["*One*."]]
    assert [document.path for document in sources.read("./c.jsonl")] == ["./c.jsonl", "./c.jsonl"]


def test_nothing_in_a_file_is_nothing_to_say(tree):
    tree({"a.txt": "", "b.md": ""})
    for path in ("a.txt", "b.md"):
        [document] = sources.read(path)
        assert (document.text, document.zones, document.notes) == ("", [], ())


@pytest.mark.parametrize("path, fields", [("a.json", None), ("a.jsonl", {"body": ["lede"]})])
def test_records_without_an_article(tree, path, fields):
    tree({path: '{"id": "x"}'})
    with pytest.raises(NoArticle):
        sources.read(path, fields)


UNREADABLE = {
    "missing": ("x.txt", r"x\.txt: no such file"),
    "binary": ("nul.txt", r"nul\.txt: is a binary file, not an article"),
    "too large": ("big.txt", r"big\.txt: larger than 100 bytes and not read; “max-size” in the config sets the limit"),
    "invalid JSON": ("bad.json", r"bad\.json:1:1: not valid JSON: expecting value"),
    "a folder": ("d", r"d: cannot be read: is a directory"),
    "an endless device": ("/dev/zero", r"/dev/zero: larger than 100 bytes and not read; .*"),
}


@pytest.mark.parametrize("path, message", UNREADABLE.values(), ids=UNREADABLE.keys())
def test_unreadable(tree, path, message):
    tree({"nul.txt": "a\0b", "big.txt": "a" * 101, "bad.json": "x", "d/a.txt": ""})
    with pytest.raises(UserError, match=rf"^{message}$"):
        sources.read(path, max_size=100)


def test_a_file_of_just_the_size_is_read(tree):
    tree({"a.txt": "a" * 100})
    assert len(sources.read("a.txt", max_size=100)[0].text) == 100


def test_no_permission(tree, monkeypatch):
    tree({"a.txt": "One."})

    def refuse(*_args, **_options):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("builtins.open", refuse)
    with pytest.raises(UserError, match=r"^a\.txt: cannot be read: permission denied$"):
        sources.read("a.txt")


def test_a_pipe_is_read_whole(tree):
    inward, outward = os.pipe()
    try:
        os.write(outward, b"One.")
        os.write(outward, b" Two.")
        os.close(outward)
        [document] = sources.read(f"/dev/fd/{inward}")
    finally:
        os.close(inward)
    assert document.text == "One. Two."


@pytest.mark.parametrize("name, expected", [("-", "*One*."), ("a.md", "One."), ("x/a.txt", "*One*.")])
def test_standard_input(monkeypatch, name, expected):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"*One*.")))
    [document] = sources.read_stdin(name)
    assert (document.path, document.text) == (name, expected)


def test_standard_input_is_limited(monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"a" * 101)))
    with pytest.raises(UserError, match=r"^standard input: larger than 100 bytes"):
        sources.read_stdin(max_size=100)


GUESSED = {
    "text": ("a.txt", b"It\x92s on.\n", "’", (1, 3)),
    "CRLF": ("a.txt", b"One.\r\nIt\x92s on.\r\n", "’", (2, 3)),
    "a byte-order mark": ("a.txt", b"\xef\xbb\xbfIt\x92s on.\n", "’", (1, 3)),
    "Markdown": ("a.md", b"*It*\x92s `x` on.\n", "’", (1, 5)),
    "in markup, so before it": ("a.md", b"[On](\x92x) it.\n", "n", (1, 3)),
    "the record it stands in": ("a.jsonl", b'{"body": "A."}\n{"body": "It\x92s."}', "’", (2, 13)),
    "beside an escape": ("a.json", b'{"body": "\\u201cIt\x92s."}', "’", (1, 19)),
    "nothing to see": ("a.md", b"<!-- \x92 -->", "", (1, 1)),
}


@pytest.mark.parametrize("path, data, match, place", GUESSED.values(), ids=GUESSED.keys())
def test_guessed_encoding_is_noted(path, data, match, place):
    documents = sources.documents(path, data)
    [(document, note)] = [(document, note) for document in documents for note in document.notes]
    start, end = raw_span(document, note.start, note.end)
    assert (note.rule, note.values) == ("newslint/encoding-guessed", {"byte": "0x92", "encoding": "cp1252"})
    assert document.raw[start:end] == match
    assert position(document, start) == place
