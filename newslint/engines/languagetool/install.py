"""`newslint languagetool install`: LanguageTool's jars from Maven Central or a folder, each checked, all or nothing.

They are gathered in a folder beside the final one, where what is right survives an interruption; the last step
renames it. Then the server is run once, so that what Java loads is kept and later starts are faster.
"""
from __future__ import annotations

import errno
import os
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from newslint.engines.languagetool import client, java, runfolder, server
from newslint.engines.languagetool.jars import INSTALL, VERSION, Jar, folder, intact, listed
from newslint.errors import UserError

ARCHIVE = 60_000_000                        # bytes that what Java loads may take, at most
WRITES = 60.0                               # seconds Java may take for it
WARM_UP = "He have a International view. It was the the end, and it's bark was loud; them was the days."


def install(offline: str, configured_java: str) -> str:
    """Get and check every jar, and write the archive; what to tell. Raises UserError."""
    where = folder()
    wanted = listed()
    found_java = java.examined(java.find(configured_java))      # first: without it the rest is of no use
    try:
        fetched = _gather(where, wanted, offline)
    except OSError as error:
        raise _not_written(error, where) from None
    if not fetched and os.path.exists(java.archive(found_java, where)):
        return f"LanguageTool {VERSION} is installed in {where}; all {len(wanted)} jars are as they should be."
    told = f"LanguageTool {VERSION} is installed in {where}: {len(wanted)} jars, {_size(wanted):.1f} MB."
    try:
        archived(found_java, where)
    except UserError as error:
        if not fetched:                     # they were tried before, and are the right ones: then it is this Java
            raise
        return f"{told}\nIt could not be tried out: {error}"
    return told


def archived(with_java: java.Java, where: str) -> None:
    """Run the server once on a sentence, in both main varieties, and let it keep what it loaded."""
    _tell("Starting it once, so that later starts are faster …")
    server.stop()
    path = runfolder.folder()
    kept = java.archive(with_java, where)
    with runfolder.locked(path):
        found = server.start(path, with_java, where, archive=True)
        try:
            for language in ("en-US", "en-GB"):
                client.ask(client.tool(found.url, language), WARM_UP)
        except (client.Gone, client.Refused) as error:
            raise UserError(f"its server does not answer as it should: {error}") from None
        finally:
            server.end(found, WRITES)
            server.forget(path)
    if not os.path.exists(kept):
        _tell("This Java keeps nothing of it; starts take some seconds longer.")


def _gather(where: str, wanted: list[Jar], offline: str) -> bool:
    """Put every jar in place; whether any had to be fetched."""
    lacking = [jar for jar in wanted if not intact(os.path.join(where, jar.name), jar)]
    if not lacking:
        return False
    staging = where + ".part"
    os.makedirs(staging, exist_ok=True)
    shutil.rmtree(os.path.join(staging, "maven"), ignore_errors=True)      # what was cut off in the middle of a jar
    missing = [jar for jar in lacking if not intact(os.path.join(staging, jar.name), jar)]
    _require_room(staging, sum(jar.size for jar in missing) + ARCHIVE)
    fetch = _from_folder(offline) if offline else _from_maven(os.path.join(staging, "maven"))
    done = 0
    for number, jar in enumerate(missing, 1):
        got = fetch(jar)
        if not intact(got, jar):
            raise UserError(f"{jar.name}: what came is not the jar newslint knows (SHA-256 {jar.sha256}); nothing was "
                            f"installed. {'Correct the folder' if offline else 'Try again'}: {INSTALL}")
        part = os.path.join(staging, jar.name + ".part")
        (shutil.copyfile if offline else shutil.move)(got, part)
        os.replace(part, os.path.join(staging, jar.name))
        done += jar.size
        _progress(number, len(missing), done, sum(jar.size for jar in missing))
    shutil.rmtree(os.path.join(staging, "maven"), ignore_errors=True)
    server.stop()                           # it reads the jars that are replaced now
    if os.path.isdir(where):
        for jar in lacking:
            os.replace(os.path.join(staging, jar.name), os.path.join(where, jar.name))
        shutil.rmtree(staging)
    else:
        os.rename(staging, where)
    return True


def _from_folder(offline: str) -> Callable[[Jar], str]:
    if not os.path.isdir(offline):
        raise UserError(f"{offline}: no such folder")
    lacking = [jar.name for jar in listed() if not os.path.isfile(os.path.join(offline, jar.name))]
    if lacking:
        raise UserError(f"{offline}: {len(lacking)} of the {len(listed())} jars are not there: {', '.join(lacking)}")
    return lambda jar: os.path.join(offline, jar.name)


def _from_maven(repository: str) -> Callable[[Jar], str]:
    """What brings one jar from Maven Central, as a file in this folder."""
    from pathlib import Path

    try:
        import requests
        from jgo.maven import MavenContext, PythonResolver
    except ImportError:
        raise UserError("jgo, which gets jars from Maven Central, is not there; run: "
                        "pip install 'newslint[languagetool]'  (or --offline FOLDER, with the jars in it)") from None
    context = MavenContext(resolver=PythonResolver(progress_callback=_chunks), repo_cache=Path(repository),
                           local_repos=[], timeout=30)

    def fetch(jar: Jar) -> str:
        try:
            return str(context.project(jar.group, jar.artifact).at_version(jar.version).artifact().resolve())
        except requests.RequestException as error:
            why = f"Maven Central cannot be reached: {type(error).__name__}"
        except RuntimeError:
            why = "Maven Central does not have it, or does not give it"
        raise UserError(f"{jar.name}: {why}. What was fetched stays; to go on: {INSTALL}  "
                        "(or --offline FOLDER, with the jars in it)")

    return fetch


@contextmanager
def _chunks(name: str, size: int) -> Iterator[Callable[[int], None]]:
    """Show on a terminal how far a large jar is."""
    come = 0

    def more(count: int) -> None:
        nonlocal come
        come += count
        if size > 2_000_000 and sys.stderr.isatty():
            print(f"\r  {name}: {come / 1e6:.1f} of {size / 1e6:.1f} MB\x1b[K", end="", file=sys.stderr, flush=True)

    yield more


def _progress(number: int, of: int, done: int, size: int) -> None:
    line = f"  {number} of {of} jars, {done / 1e6:.1f} of {size / 1e6:.1f} MB"
    if sys.stderr.isatty():
        print(f"\r{line}\x1b[K", end="" if number < of else "\n", file=sys.stderr, flush=True)
    elif number % 12 == 0 or number == of:
        print(line, file=sys.stderr)


def _require_room(path: str, size: int) -> None:
    free = shutil.disk_usage(path).free
    if free < size:
        raise UserError(f"{path}: LanguageTool needs {size / 1e6:.0f} MB there, and {free / 1e6:.0f} MB are free; make "
                        "room, or name another folder in NEWSLINT_DATA_DIR")


def _not_written(error: OSError, where: str) -> UserError:
    path = error.filename2 or error.filename or where
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return UserError(f"{path}: the disk is full. What was fetched stays; make room, then go on: {INSTALL}")
    return UserError(f"{path}: cannot be written: {(error.strerror or str(error)).lower()}; to keep LanguageTool "
                     "elsewhere, name a folder in NEWSLINT_DATA_DIR")


def _size(wanted: list[Jar]) -> float:
    return sum(jar.size for jar in wanted) / 1e6


def _tell(text: str) -> None:
    print(text, file=sys.stderr)
