"""LanguageTool for real: from a clean virtual environment and an empty home, with its jars from Maven Central.

`make languagetool` runs it from the repository's root. It is skipped, with the reason, where Maven Central cannot be
reached.
"""
from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from typing import NamedTuple

RULE = "grammar/languagetool-EN_A_VS_AN"
ARTICLES = ("seeds/004_cc495c695981fb90.txt", "seeds/000_d4e7cb6a77d799f9.txt")


class Done(NamedTuple):
    code: int
    out: str
    err: str
    wall: float                             # seconds
    cpu: float                              # of newslint itself
    server: float                           # and of the server, a process of its own, where one runs


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        home, venv = os.path.join(folder, "home"), os.path.join(folder, "venv")
        os.mkdir(home)
        kept = {name: value for name, value in os.environ.items()
                if not name.startswith(("XDG_", "NEWSLINT_", "JAVA_")) and name != "M2_REPO"}
        environment = {**kept, "HOME": home}
        subprocess.run([sys.executable, "-m", "venv", venv], check=True)
        subprocess.run([os.path.join(venv, "bin", "python"), "-m", "pip", "install", "--quiet", ".[languagetool]"],
                       check=True, env=environment)

        def newslint(*arguments: str) -> Done:
            before, began, server = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic(), used(home)
            done = subprocess.run([os.path.join(venv, "bin", "newslint"), *arguments], env=environment, text=True,
                                  capture_output=True, check=False)
            after = resource.getrusage(resource.RUSAGE_CHILDREN)
            cpu = after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime
            return Done(done.returncode, done.stdout, done.stderr, time.monotonic() - began, cpu,
                        max(0.0, used(home) - server))

        try:
            tried(newslint, home)
        finally:
            newslint("languagetool", "stop")


def used(home: str) -> float:
    """Seconds of CPU that the server has used; 0 where none runs, or the system has no /proc."""
    try:
        with open(os.path.join(home, ".cache", "newslint", "languagetool", "server.json"), encoding="utf-8") as file:
            pid = json.load(file)["pid"]
        with open(f"/proc/{pid}/stat", encoding="utf-8") as file:
            fields = file.read().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
    except (OSError, ValueError):
        return 0.0


def tried(newslint: object, home: str) -> None:
    assert callable(newslint)
    check = ("--engine", "languagetool", "--isolated", "--format", "jsonl")
    absent: Done = newslint(*check, "seeds/")
    expect(absent, 2, absent.err, "run: newslint languagetool install")
    print(f"not installed: told after {absent.wall:.1f} s")

    done: Done = newslint("languagetool", "install")
    if "cannot be reached" in done.err:
        print(f"skipped: {done.err.strip()}")
        return
    expect(done, 0, done.out, "is installed in")
    print(f"{done.out.strip()} ({done.wall:.0f} s)")

    newslint("--isolated", "seeds/")        # the rules are compiled once
    first: Done = newslint(*check, ARTICLES[0])
    expect(first, 1, first.out, RULE)
    theirs = [row for row in map(json.loads, first.out.splitlines()) if "languagetool" in row["rule"]]
    found = [(row["rule"], row["line"], row["column"], row["match"], row["suggestions"]) for row in theirs]
    if found != [(RULE, 11, 54, "a", ["an"])]:
        sys.exit(f"{ARTICLES[0]}: LanguageTool should mark “a” of “a International”, and no name: {found}")
    other: Done = newslint(*check, ARTICLES[1])
    if any("languagetool" in row["rule"] for row in map(json.loads, other.out.splitlines())):
        sys.exit(f"{ARTICLES[1]}: LanguageTool marks what the profile should leave alone:\n{other.out}")
    expect(done := newslint("languagetool", "status"), 0, done.out, "A server runs on port")
    print(done.out.splitlines()[-1])
    print(f"first run {first.wall:.1f} s wall, {first.cpu + first.server:.1f} s CPU; another text on the warm server "
          f"{other.wall:.1f} s wall, {other.cpu + other.server:.2f} s CPU")

    expect(done := newslint("languagetool", "stop"), 0, done.out, "stopped")
    again: Done = newslint(*check, *ARTICLES)
    if again.out.count(RULE) != 1:
        sys.exit(f"the same text again: LanguageTool's finding should come from the cache:\n{again.out}{again.err}")
    expect(done := newslint("languagetool", "status"), 0, done.out, "No server runs")
    print(f"the same text again: no server, {again.cpu * 1000:.0f} ms CPU for two articles")

    [folder] = [path for path, _, names in os.walk(home) if "language-en-6.8.jar" in names]
    path = os.path.join(folder, "language-en-6.8.jar")
    with open(path, "r+b") as file:
        file.seek(5000)
        byte = file.read(1)
        file.seek(5000)
        file.write(bytes([byte[0] ^ 1]))
    expect(done := newslint(*check, os.path.join("tests", "quality", "README.md")), 2, done.err,
           f"{path}: this jar of LanguageTool is damaged")
    print(f"a damaged jar: told after {done.wall:.1f} s")
    expect(done := newslint("languagetool", "install"), 0, done.out, "is installed in")
    expect(done := newslint(*check, "--exit-zero", os.path.join("tests", "quality", "README.md")), 0, done.err, "")


def expect(done: Done, code: int, where: str, text: str) -> None:
    if done.code != code or text not in where:
        sys.exit(f"expected {code} and “{text}”, got {done.code}:\n{done.out}{done.err}")


if __name__ == "__main__":
    main()
