"""`newslint fix`: what is changed in a file and what never is, what is told, asked and refused."""
from __future__ import annotations

import gc
import io
import os
import signal
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from newslint import cli, fixcommand, fixfile, rulefolder, wholefile
from newslint.decoding import decode
from newslint.errors import UserError
from newslint.fix import apart
from newslint.formats.build import LINE_BREAK
from newslint.model import Edit, Finding, Fix
from newslint.splicing import splice

RULES = {
    "usage/alot": 'kind: phrase\nlevel: error\nmessage: "“{match}” is two words."\nmatch: [alot]\n'
                  'fix: {swap: a lot, safe: true}\nbad: [It rained alot.]\ngood: [It rained a lot.]\n',
    "usage/irregardless": 'kind: phrase\nlevel: error\nmessage: "No word."\nmatch: [irregardless]\n'
                          'fix: {swap: regardless, safe: false}\nbad: [It was so irregardless.]\ngood: [It was so regardless.]\n',
    "usage/rained-alot": 'kind: phrase\nlevel: warning\nmessage: "Say how much."\nmatch: [rained alot]\n'
                         'fix: {swap: poured, safe: true}\nbad: [It rained alot.]\ngood: [It rained a lot.]\n',
    "spelling/goverment": 'kind: phrase\nlevel: warning\nmessage: "Misspelt."\nmatch: [goverment]\n'
                          'fix: {swap: government, safe: true}\nbad: [The goverment left.]\ngood: [The government left.]\n',
    "usage/o-clock": 'kind: phrase\nlevel: error\nmessage: "Apostrophe."\nmatch: [o clock]\n'
                     'fix: {swap: "o\'clock", safe: true}\nbad: [It was o clock.]\ngood: [It was ten.]\n',
    "artifacts/top": 'kind: line\nlevel: error\nmessage: "Of the page."\nmatch: [back to top]\nfix: {safe: true}\n'
                     'bad: ["Rain fell on Monday.\\n\\nBack to top"]\ngood: [They went back to top form.]\n',
    "artifacts/repeated": 'kind: repeated\nlevel: warning\nmessage: "In several files."\ncheck: line\n'
                          'bad: [x]\ngood: [y]\n',
    "encoding/invisible": 'kind: regex\nlevel: warning\nmessage: "Invisible."\nmatch: ["\\\\u200b"]\n'
                          'fix: {swap: "", safe: true}\nbad: ["It\\u200b rained."]\ngood: [It rained.]\n',
    "encoding/mend": 'kind: swap\nlevel: warning\nmessage: "Broken."\nswap: {cafe latte: café latte, zloty: złoty}\n'
                     'fix: {safe: true}\nbad: [A cafe latte.]\ngood: [A café latte.]\n',
    "newslint/encoding-guessed": 'kind: note\nlevel: warning\nmessage: "Not UTF-8."\nbad: [x]\ngood: [y]\n',
    "newslint/no-article": 'kind: note\nlevel: warning\nmessage: "No article."\nbad: [x]\ngood: [y]\n',
}
PACKS = "news:\n  about: The default.\n  rules: [usage, spelling, artifacts, encoding]\n"


@pytest.fixture(scope="module")
def rules(tmp_path_factory, write_rule):
    folder = tmp_path_factory.mktemp("rules")
    for id, lines in RULES.items():
        write_rule(folder, id, lines)
    (folder / "packs.yaml").write_text(PACKS, encoding="utf-8")
    return folder


@pytest.fixture
def run(tmp_path, monkeypatch, capfdbinary, rules):
    """newslint in an empty folder, with few rules: code, standard output and error."""
    folder = tmp_path / "work"
    (folder / ".git").mkdir(parents=True)
    monkeypatch.chdir(folder)
    monkeypatch.setattr(rulefolder, "shipped", lambda: str(rules))

    def fix(*arguments, command="fix"):
        code = cli.main([command, *map(str, arguments)])
        gc.enable()
        said = capfdbinary.readouterr()
        return code, said.out, said.err.decode()
    return fix


def write(name, data):
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return path


LONG = "Rain fell on the harbour on Monday, and boats stayed in port for most of the week."
FIXED = {
    "nothing": ("a.txt", "It rained.", "It rained."),
    "a word": ("a.txt", "It snowed alot.\n", "It snowed a lot.\n"),
    "not what is unsafe": ("a.txt", "It snowed alot irregardless.", "It snowed a lot irregardless."),
    "of two that overlap the higher level": ("a.txt", "It rained alot.", "It rained a lot."),
    "Windows' line ends": ("a.txt", "It snowed alot.\r\n\r\nIt rained.\r\n", "It snowed a lot.\r\n\r\nIt rained.\r\n"),
    "mixed line ends": ("a.txt", "Snow.\rIt snowed alot.\r\nRain.\n", "Snow.\rIt snowed a lot.\r\nRain.\n"),
    "a byte-order mark": ("a.txt", "\ufeffIt snowed alot.", "\ufeffIt snowed a lot."),
    "a line": ("a.txt", f"{LONG}\n\nBack to top\n\n{LONG}\n", f"{LONG}\n\n{LONG}\n"),
    "a line and a word in it": ("a.txt", f"{LONG}\n\nBack to\u200b top\n\nIt snowed alot.\n", f"{LONG}\n\nIt snowed a lot.\n"),
    "not in quotations": ("a.txt", "It snowed alot. “It snowed alot,” he said.", "It snowed a lot. “It snowed alot,” he said."),
    "damage in quotations": ("a.txt", "“It snow\u200bed,” he said.", "“It snowed,” he said."),
    "not in addresses": ("a.txt", "See www.alot.example/a\u200bb?c=alot and alot.txt.", "See www.alot.example/a\u200bb?c=alot and alot.txt."),
    "not in Markdown's code and links": (
        "a.md", "Snow `alot` and [alot](http://x.example/alot \"alot\").\n", "Snow `alot` and [a lot](http://x.example/alot \"alot\").\n"),
    "front matter": ("a.md", "---\ntitle: Snow alot\n---\n\nIt was o clock.\n", "---\ntitle: Snow a lot\n---\n\nIt was o'clock.\n"),
    "not marks in front matter": ("a.md", "---\ntitle: 'Snow alot o clock'\n---\n\nIt rained.\n", "---\ntitle: 'Snow a lot o clock'\n---\n\nIt rained.\n"),
    "not in HTML's attributes and comments": (
        "a.html", f"<!-- alot --><p title=\"alot\" class=alot>It snowed alot. {LONG}</p>",
        f"<!-- alot --><p title=\"alot\" class=alot>It snowed a lot. {LONG}</p>"),
    "not across markup": ("a.html", f"<p>It snowed al<b>ot</b>. {LONG}</p>", f"<p>It snowed al<b>ot</b>. {LONG}</p>"),
    "JSON": ("a.json", '{"url": "alot", "body": "\\"Snow\\"\\u0020alot.\\nA cafe latte."}',
             '{"url": "alot", "body": "\\"Snow\\"\\u0020a lot.\\nA café latte."}'),
    "JSON lines": ("a.jsonl", '{"body": "It snowed alot."}\n{"x": 1}\n{"body": "Alot of snow."}\n',
                   '{"body": "It snowed a lot."}\n{"x": 1}\n{"body": "A lot of snow."}\n'),
    "UTF-16": ("a.txt", "It snowed alot.\r\n".encode("utf-16"), "It snowed a lot.\r\n".encode("utf-16")),
    "UTF-16 the other way": ("a.txt", b"\xfe\xff" + "Złoty alot.".encode("utf-16-be"), b"\xfe\xff" + "Złoty a lot.".encode("utf-16-be")),
    "cp1252": ("a.txt", b"It\x92s a cafe latte \x81 alot.", b"It\x92s a caf\xe9 latte \x81 a lot."),
    "not what cp1252 cannot write": ("a.txt", b"It\x92s a zloty, alot.", b"It\x92s a zloty, a lot."),
    "UTF-8 with stray bytes": ("a.txt", "Käse\u200b ".encode() + b"\x93cafe latte\x94 alot.", "Käse ".encode() + b"\x93caf\xc3\xa9 latte\x94 a lot."),
    "a declared encoding": (
        "a.html", f"<meta charset=iso-8859-2><p>Pi\u0119\u0107 zloty alot. {LONG}".encode("iso-8859-2"),
        f"<meta charset=iso-8859-2><p>Pi\u0119\u0107 z\u0142oty a lot. {LONG}".encode("iso-8859-2")),
}


@pytest.mark.parametrize("name, before, after", FIXED.values(), ids=FIXED.keys())
def test_fixed(run, name, before, after):
    path = write(name, before)
    after = after if isinstance(after, bytes) else after.encode()
    run(name, "--diff")
    assert path.read_bytes() == (before if isinstance(before, bytes) else before.encode())
    run(name)
    assert path.read_bytes() == after
    changed = path.stat().st_mtime_ns, path.stat().st_ino
    assert run(name)[1] == b""
    assert (path.stat().st_mtime_ns, path.stat().st_ino) == changed
    assert sorted(os.listdir()) == [".git", name]


CODES = {
    "nothing to fix": ("It rained.", [], 0, "1 file: nothing to fix.\n"),
    "all is fixed": ("It snowed alot.", [], 0, "1 file: 1 fixed in 1 file.\n"),
    "an error is left": ("It snowed irregardless.", [], 1,
                         "1 file: nothing to fix. Left: 1 error; for 1 there is a fix that is not safe (--unsafe, --interactive).\n"),
    "a warning is left": ("He said: “It\u200b rained,” “alot goverment”.", ["--select", "spelling"], 0, "1 file: nothing to fix. Left: 1 warning.\n"),
    "a warning is left and fails": ("“The goverment”", ["--fail-level", "warning"], 1, "1 file: nothing to fix. Left: 1 warning.\n"),
    "unsafe fixes": ("It snowed irregardless.", ["--unsafe"], 0, "1 file: 1 fixed in 1 file.\n"),
    "what is left does not matter": ("It snowed irregardless.", ["--exit-zero"], 0, "1 file: nothing to fix. Left"),
    "a diff of nothing": ("It snowed irregardless.", ["--diff"], 0, "1 file: nothing to fix. Left"),
    "a diff": ("It snowed alot.", ["--diff"], 1, "1 file: 1 would be fixed in 1 file.\n"),
    "one family": ("The goverment alot.", ["--select", "spelling"], 0, "1 file: 1 fixed in 1 file.\n"),
}


@pytest.mark.parametrize("text, arguments, code, told", CODES.values(), ids=CODES.keys())
def test_codes_and_summary(run, text, arguments, code, told):
    write("a.txt", text)
    got, _, said = run("a.txt", *arguments)
    assert (got, said[:len(told)]) == (code, told)


def test_every_fix_is_told(run):
    write("b/a.txt", f"It\u200b snowed alot.\n\n{LONG}\n\nBack to top\n")
    assert run("b")[1].decode().splitlines() == [
        "b/a.txt:1:3: “\\u200b” taken out  encoding/invisible",
        "b/a.txt:1:12: “alot” → “a lot”  usage/alot",
        "b/a.txt:5:1: “Back to top” taken out  artifacts/top"]


def test_what_only_several_files_show_is_left(run):
    names = ["east", "north", "south", "west"]
    for name in names:
        write(f"{name}.txt", f"It snowed alot in the {name}.\n\nEvening Harbour Gazette of the coast\n\nThe {name} was wet.\n")
    assert run(".") == (0, b"".join(f"./{name}.txt:1:11: “alot” → “a lot”  usage/alot\n".encode() for name in names),
                        "4 files: 4 fixed in 4 files. Left: 4 warnings; for 4 there is a fix that is not safe (--unsafe, --interactive).\n")
    assert run("east.txt")[2] == "1 file: nothing to fix.\n"


def test_the_diff_can_be_applied(run):
    write("b/a.txt", b"\x1b[31m It snowed alot.\r\nIt rained\x92s.\n\nIt snowed alot")
    write("c.txt", "It snowed alot.\n")
    _, patch, _ = run("b", "c.txt", "--diff")
    subprocess.run(["git", "apply", "-p0", "--whitespace=nowarn", "-"], input=patch, check=True)
    assert Path("b/a.txt").read_bytes() == b"\x1b[31m It snowed a lot.\r\nIt rained\x92s.\n\nIt snowed a lot"
    assert Path("c.txt").read_bytes() == b"It snowed a lot.\n" and run("b", "c.txt", "--diff")[:2] == (0, b"")


class Standard:
    def __init__(self, data):
        self.buffer = io.BytesIO(data)

    def isatty(self):
        return True


def test_standard_input_to_output(run, monkeypatch):
    for data, arguments, code, out in (
            (b"It\x92s alot\r\n", [], 0, b"It\x92s a lot\r\n"), (b"It rained.", [], 0, b"It rained."), (b"", [], 0, b""),
            (b"`alot` alot irregardless", ["--stdin-filename", "x.md"], 1, b"`alot` a lot irregardless")):
        monkeypatch.setattr("sys.stdin", Standard(data))
        assert run("-", *arguments)[:2] == (code, out)
    monkeypatch.setattr("sys.stdin", Standard(b"It snowed alot."))
    assert run("-")[2].splitlines()[0] == "-:1:11: “alot” → “a lot”  usage/alot"


def test_mode_and_links_are_kept(run):
    target = write("b/real.txt", "It snowed alot.")
    target.chmod(0o640)
    os.symlink("b/real.txt", "a.txt")
    assert run("a.txt")[0] == 0
    assert Path("a.txt").is_symlink() and target.read_bytes() == b"It snowed a lot."
    assert stat.S_IMODE(target.stat().st_mode) == 0o640


def test_a_read_only_file_is_left(run, monkeypatch):
    path = write("a.txt", "It snowed alot.")
    monkeypatch.setattr(os, "access", lambda path, mode: False)     # root may do all
    code, _, said = run("a.txt")
    assert code == 2 and "a.txt: cannot be written: it is read-only" in said and path.read_bytes() == b"It snowed alot."


def test_what_a_killed_run_left_is_in_nobodys_way(run):
    path = write("a.txt", "It snowed alot.")
    left = write(f".newslint-{os.getpid()}-0.tmp", "half")
    assert run(".")[0] == 0
    assert path.read_bytes() == b"It snowed a lot." and left.read_bytes() == b"half"


REFUSED = {
    "what is missing": (["no.txt"], "no.txt: no such file or folder"),
    "standard input beside a file": (["-", "a.txt"], "-: standard input is fixed alone"),
    "asking without a terminal": (["a.txt", "--interactive"], "--interactive asks on a terminal"),
    "asking and a diff": (["a.txt", "--interactive", "--diff"], "give one of them"),
    "a pipe": (["/dev/fd/{pipe}"], "a pipe or device cannot be fixed"),
    "no article": (["a.json"], "a.json: no article in it"),
    "an option of check": (["a.txt", "--format", "json"], "--format"),
    "a binary file": (["a.bin"], "a.bin: is a binary file"),
    "fixes that undo one another": (["loop.txt", "--config", "loop.yaml"], "loop.txt: left as it is: its fixes bring on new ones"),
}


@pytest.mark.parametrize("arguments, message", REFUSED.values(), ids=REFUSED.keys())
def test_refused_and_nothing_changed(run, write_rule, arguments, message):
    write("a.txt", "It snowed alot.")
    write("a.json", '{"title": "alot"}')
    write("a.bin", b"\0\1\2alot")
    write("loop.txt", "tick")
    write("loop.yaml", "rule-folders: [own]\nselect: [usage]\n")
    for name, other in (("tick", "tock"), ("tock", "tick")):
        write_rule(Path("own"), f"usage/{name}", f'kind: phrase\nlevel: error\nmessage: "x"\nmatch: [{name}]\n'
                   f'fix: {{swap: {other}, safe: true}}\nbad: [A {name}.]\ngood: [A bell.]\n')
    before = {path: path.read_bytes() for path in Path().rglob("*") if path.is_file()}
    reading, writing = os.pipe()
    os.write(writing, b"It snowed alot.")
    os.close(writing)
    code, _, said = run(*(argument.format(pipe=reading) for argument in arguments))
    os.close(reading)
    assert code == 2 and message in said and "Traceback" not in said
    assert {path: path.read_bytes() for path in Path().rglob("*") if path.is_file()} == before


def test_one_file_that_cannot_be_fixed_hides_no_other(run, monkeypatch):
    write("a.txt", "It snowed alot.")
    write("b.txt", "It snowed alot.")
    write("c.txt", b"\0\1\2")
    real = wholefile.write

    def failing(path, data, before=None):
        if path == "a.txt":
            raise UserError("a.txt: cannot be written: no space left on device")
        real(path, data, before)
    monkeypatch.setattr(wholefile, "write", failing)
    code, _, said = run("a.txt", "b.txt", "c.txt")
    assert code == 2 and "a.txt: cannot be written" in said and "c.txt: is a binary file" in said
    assert Path("b.txt").read_bytes() == b"It snowed a lot." and Path("a.txt").read_bytes() == b"It snowed alot."


@pytest.mark.parametrize("moment", ["before it is read again", "before it is written"])
def test_a_file_changed_meanwhile_is_left(run, monkeypatch, moment):
    path = write("a.txt", "It snowed alot.")
    changed = b"It snowed alot. Then it rained."
    module, name = (fixfile, "_load") if moment == "before it is read again" else (wholefile, "_beside")
    real = getattr(module, name)

    def late(*arguments):
        path.write_bytes(changed)
        return real(*arguments)
    monkeypatch.setattr(module, name, late)
    code, _, said = run("a.txt")
    assert code == 2 and "a.txt: was changed meanwhile" in said
    assert path.read_bytes() == changed and sorted(os.listdir()) == [".git", "a.txt"]


def answers(monkeypatch, given):
    told = []

    def ask(question):
        told.append(question)
        if not given:
            raise EOFError
        return given.pop(0)
    monkeypatch.setattr("builtins.input", ask)
    monkeypatch.setattr(fixcommand, "on_a_terminal", lambda: True)
    return told


ASKED = {
    "accept": ("alot alot", ["y", "y"], "a lot a lot"),
    "skip": ("alot alot", ["n", "y"], "alot a lot"),
    "unsafe ones too": ("alot irregardless", ["n", "y"], "alot regardless"),
    "all of a rule": ("alot irregardless alot alot", ["a", "n"], "a lot irregardless a lot a lot"),
    "a wrong answer": ("alot", ["x", "", "y"], "a lot"),
    "quit": ("alot alot", ["y", "q"], "a lot alot"),
    "the end of input": ("alot alot", ["y"], "a lot alot"),
    "a word": ("goverment alot goverment", ["w", "y"], "goverment a lot goverment"),
    "the other of two that overlap": ("rained alot", ["n", "y"], "poured"),
    "not asked twice": ("alot irregardless", ["y", "n"], "a lot irregardless"),
}


@pytest.mark.parametrize("text, given, expected", ASKED.values(), ids=ASKED.keys())
def test_asked(run, monkeypatch, text, given, expected):
    path = write("a.txt", f"It was {text}.")
    answers(monkeypatch, given)
    run("a.txt", "--interactive")
    assert path.read_text() == f"It was {expected}." and not given


def test_a_word_is_accepted(run, monkeypatch):
    write("a.txt", "The goverment left.")
    write(".newslint.yaml", "word-files: [words.txt]\n")
    write("words.txt", "liveblog\n")
    told = answers(monkeypatch, ["w"])
    _, out, _ = run("a.txt", "--interactive")
    assert "w: accept “goverment” as a word" in told[0] and b"goverment" in out
    assert Path("words.txt").read_text() == "goverment\nliveblog\n" and run("a.txt", command="check")[0] == 0


@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_ignored_here(run, monkeypatch, name):
    write(name, "It was alot, irregardless of that.\n\nIt was goverment.\n\nIt was so irregardless.\n")
    write(".newslint.yaml", "level: warning\n")
    told = answers(monkeypatch, ["y", "i", "no -- not that", "his words", "i", "", "i", "his again"])
    code, _, said = run(name, "--interactive")
    assert "i: ignore it here" in told[0] and (code, said) == (0, "1 file: 1 fixed in 1 file. Left: 1 warning.\n")
    text = Path(name).read_text()
    assert "It was a lot, irregardless of that." in text
    assert sum(line.count(reason) for reason in ("his words", "his again")
               for line in (text if name == "a.md" else Path(".newslint-suppressions").read_text()).splitlines()) == 2
    assert run(name, command="check")[0] == 0 and run(name, "--unsafe")[2].startswith("1 file: 1 fixed")
    assert Path(name).read_text().count("irregardless of that") == 1


def test_what_is_suppressed_or_in_a_baseline_is_not_fixed(run):
    write(".newslint.yaml", "ignore: [spelling]\n")
    write("a.txt", "It was alot goverment.\n")
    write("b.md", "It was alot. <!-- newslint-disable-line usage/alot -- his -->\n\nIt was alot.\n")
    assert run("a.txt", command="baseline")[0] == 0
    write(".newslint.yaml", "level: warning\n")
    code, _, said = run("a.txt", "b.md")
    assert (code, said) == (0, "2 files: 2 fixed in 2 files.\n")
    assert Path("a.txt").read_text() == "It was alot government.\n"
    assert Path("b.md").read_text() == "It was alot. <!-- newslint-disable-line usage/alot -- his -->\n\nIt was a lot.\n"


def test_interrupted(run, monkeypatch):
    write("a.txt", "It snowed alot.")
    write("b.txt", "It snowed alot. It snowed alot.")
    given = iter(["y", "y"])

    def ask(question):
        try:
            return next(given)
        except StopIteration:
            raise KeyboardInterrupt from None
    monkeypatch.setattr("builtins.input", ask)
    monkeypatch.setattr(fixcommand, "on_a_terminal", lambda: True)
    code, _, said = run("a.txt", "b.txt", "--interactive")
    assert code == 130 and "interrupted; the files fixed so far stay fixed, the rest is as it was" in said
    assert Path("a.txt").read_text() == "It snowed a lot." and Path("b.txt").read_text() == "It snowed alot. It snowed alot."


def finding(level, start, end, *edits):
    return Finding("usage/x", level, "", "a.txt", 1, 1, 1, 1, start, end, "", "body", (), Fix(True, edits), "")


def test_overlap():
    longer = finding("warning", 0, 9, Edit(0, 9, "x"))
    higher = finding("error", 8, 10, Edit(8, 10, "y"))
    shorter = finding("warning", 2, 4, Edit(2, 4, "z"))
    beside = finding("suggestion", 10, 12, Edit(10, 12, "w"))
    inside = finding("error", 20, 21, Edit(20, 21, ""), Edit(11, 12, ""))
    assert apart([longer, higher, shorter, beside]) == [shorter, higher, beside]
    assert apart([longer, shorter]) == [longer]
    assert apart([beside, inside]) == [inside]
    assert apart([finding("error", 3, 3, Edit(3, 3, ",")), finding("error", 3, 3, Edit(3, 3, ";"))])[1:] == []


def test_killed_at_any_line_of_writing(tmp_path):
    """A child dies at each line of wholefile.py in turn, until it lives."""
    old, new = b"old " * 5000, b"new " * 5000
    path = tmp_path / "a.txt"
    seen = []
    for moment in range(1, 200):
        path.write_bytes(old)
        child = os.fork()
        if not child:
            lines = iter(range(1, 10_000))

            def trace(frame, event, argument, lines=lines, moment=moment):
                if frame.f_code.co_filename != wholefile.__file__:
                    return None
                if event == "line" and next(lines) == moment:
                    os.kill(os.getpid(), signal.SIGKILL)
                return trace
            sys.settrace(trace)
            wholefile.write(str(path), new, old)
            sys.settrace(None)
            os._exit(0)
        status = os.waitpid(child, 0)[1]
        seen.append(path.read_bytes())
        if status == 0:
            break
    assert {*seen} == {old, new} and seen[0] == old and seen[-1] == new and len(seen) > 15
    assert [data for data in seen if data == old] == seen[:seen.count(old)]


TEXTS = st.lists(st.sampled_from(["alot", "goverment", "“alot,” he said", "rained alot", "Back to top", LONG, "\u200b", "irregardless",
                                  "www.alot.example", "zloty", "\n", "\n\n", "\r\n", "\r", " ", ". ", "’", "é", "\x81", "x"]),
                 max_size=25).map("".join)
CODECS = st.sampled_from(["utf-8", "utf-16", "utf-8-sig", "cp1252"])


@pytest.fixture(scope="module")
def checked(rules, tmp_path_factory):
    """A folder for texts that hypothesis makes; the few rules are in force."""
    folder = tmp_path_factory.mktemp("made")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(rulefolder, "shipped", lambda: str(rules))
        yield folder


@given(text=TEXTS, codec=CODECS)
def test_any_text(checked, text, codec):
    """The rest keeps its bytes, a second run changes nothing, and no safe fix is left."""
    path = checked / "a.txt"
    data = text.encode(codec, "replace")
    path.write_bytes(data)
    if cli.main(["fix", "--isolated", str(path)]) == 2:     # such as no text at all
        assert path.read_bytes() == data
        return
    gc.enable()
    after = path.read_bytes()
    assert cli.main(["fix", "--isolated", "--diff", str(path)]) == 0
    before_read, after_read = decode("a.txt", data), decode("a.txt", after)
    kept = [line for line in LINE_BREAK.split(before_read.raw.removeprefix("\ufeff")) if not any(
        fault in line for fault in ("alot", "goverment", "\u200b", "zloty", "Back to top"))]
    lines = iter(LINE_BREAK.split(after_read.raw.removeprefix("\ufeff")))
    assert after_read.raw.startswith("\ufeff") == before_read.raw.startswith("\ufeff")
    assert all(any(line == other for other in lines) for line in kept if line.strip())
    assert after_read.encoding == before_read.encoding or before_read.encoding in ("cp1252", "mixed")


@given(text=st.text(st.sampled_from("ab é’ł\n\r\x81\u200b"), max_size=30), codec=st.sampled_from(["utf-8", "utf-16-le", "cp1252", "mixed"]),
       data=st.data())
def test_splicing(text, codec, data):
    """All bytes outside the edits are those that were there."""
    encoded = text.encode("utf-8") + b"\x93" if codec == "mixed" else b"\xff\xfe" + text.encode(codec) \
        if codec == "utf-16-le" else text.encode(codec, "ignore")
    decoded = decode("a.txt", encoded)
    assume(decoded.encoding in (codec, "utf-8", "cp1252"))
    places = sorted(data.draw(st.sets(st.integers(0, len(decoded.raw)), max_size=6)))
    edits = [Edit(start, end, data.draw(st.sampled_from(["", "x", "a lot"]))) for start, end in zip(places[::2], places[1::2])]
    try:
        result = splice("a.txt", encoded, decoded, edits)
    except UserError as error:              # with less of it, the bytes may read as another encoding
        assert "left as it is" in str(error)
        return
    ends = [0]                              # in bytes, of every character
    for number, char in enumerate(decoded.raw, 1):
        stray = codec == "mixed" and number == len(decoded.raw)
        ends.append(ends[-1] + (1 if stray or decoded.encoding == "cp1252" else len(char.encode(
            "utf-8" if codec == "mixed" else decoded.encoding))))
    expected, position = b"", 0
    for edit in edits:
        expected += encoded[position:ends[edit.start]] + edit.replacement.encode(
            "utf-16-le" if codec == "utf-16-le" else "ascii")
        position = ends[edit.end]
    assert result == expected + encoded[position:]
