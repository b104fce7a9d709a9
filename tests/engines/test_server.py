"""The warm server: one a user, found again, told from what only looks like it, ended when nobody uses it."""
from __future__ import annotations

import json
import os
import stat
import subprocess
import sys
import threading
import time

import psutil
import pytest

from newslint.engines.languagetool import client, jars, java, runfolder, server, supervise


def ensure(stage):
    return server.ensure(os.fspath(stage.java))


def test_it_is_started_once_and_found_again(installed):
    first = ensure(installed)
    assert ensure(installed) == first == server.running()
    assert len(installed.starts) == 1
    assert client.ask(client.tool(first.url, "en-GB"), "It is a envoy.") == [
        client.Answer("EN_A_VS_AN", "MISC", 6, 7, "Use “an”.", ("an",))]


def test_two_runs_at_once_start_one(installed):
    found = []
    threads = [threading.Thread(target=lambda: found.append(ensure(installed))) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 4 and len(set(found)) == len(installed.starts) == 1


def test_its_folder_is_private(installed):
    ensure(installed)
    path = runfolder.folder()
    assert stat.S_IMODE(os.stat(path).st_mode) == 0o700
    os.chmod(path, 0o755)
    assert stat.S_IMODE(os.stat(runfolder.folder()).st_mode) == 0o700


def test_stop_ends_it_and_what_keeps_it(installed):
    found = ensure(installed)
    assert server.stop() and server.running() is None
    assert not psutil.pid_exists(found.pid) or psutil.Process(found.pid).status() == psutil.STATUS_ZOMBIE
    assert not server.stop()


def write_state(**fields):
    with open(os.path.join(runfolder.folder(), runfolder.STATE), "w", encoding="utf-8") as file:
        json.dump(fields, file)


def test_a_foreign_process_is_not_taken_for_it_and_left_alone(installed):
    """A pid and a port are used again: here both are those of another program, which even answers as ours would."""
    [program] = [subprocess.Popen([os.fspath(installed.java), "--port", str(server._free_port())], cwd=installed.java.parent)]
    try:
        port = int(program.args[2])
        while not server._answers(port):
            time.sleep(0.02)
        there = {"port": port, "version": jars.VERSION, "where": jars.folder(), "java": ""}
        write_state(**there, pid=program.pid, created=1.0, keeper=program.pid, keeper_created=1.0)
        assert server.running() is None
        assert ensure(installed).port != port
        assert program.poll() is None
        # It is another process that listens on the port that the state names.
        own = psutil.Process()
        write_state(**there, pid=own.pid, created=own.create_time(), keeper=own.pid, keeper_created=own.create_time())
        assert server.running() is None
    finally:
        program.kill()
        program.wait()


def test_one_that_is_no_good_is_replaced_once(installed):
    """Two runs find that the same server hangs: the second takes what the first put in its place."""
    hangs = ensure(installed)
    first = server.ensure(os.fspath(installed.java), but=hangs)
    assert first != hangs and not server.alive(hangs)
    assert server.ensure(os.fspath(installed.java), but=hangs) == first and server.alive(first)


STALE = {"empty": "", "no JSON": "{", "other fields": '{"port": 1}', "a list": "[]"}


@pytest.mark.parametrize("text", STALE.values(), ids=STALE)
def test_a_state_file_that_says_nothing(installed, text):
    with open(os.path.join(runfolder.folder(), runfolder.STATE), "w", encoding="utf-8") as file:
        file.write(text)
    assert server.running() is None
    ensure(installed)
    assert len(installed.starts) == 1


def test_after_a_kill_another_is_started(installed):
    first = ensure(installed)
    psutil.Process(first.pid).kill()
    psutil.wait_procs([psutil.Process(first.keeper)] if psutil.pid_exists(first.keeper) else [], 5)
    second = ensure(installed)
    assert second.pid != first.pid and server.alive(second) and not server.alive(first)


def test_one_whose_keeper_was_killed_is_ended(installed):
    first = ensure(installed)
    psutil.Process(first.keeper).kill()
    psutil.Process(first.keeper).wait(5)
    second = ensure(installed)
    assert second.pid != first.pid
    assert not psutil.pid_exists(first.pid) or psutil.Process(first.pid).status() == psutil.STATUS_ZOMBIE


@pytest.mark.parametrize("age, ends", [(100, True), (0, False)])
def test_the_keeper_ends_it_when_nobody_used_it(tmp_path, age, ends):
    used = tmp_path / "used"
    used.write_text("")
    os.utime(used, (time.time() - age,) * 2)
    keeper = subprocess.Popen([sys.executable, supervise.__file__, str(used), "50",
                               sys.executable, "-c", "import time; time.sleep(3)" if ends else "raise SystemExit(7)"])
    assert keeper.wait(30) == (0 if ends else 7)


def test_the_wait_is_never_shorter_than_a_request(installed):
    server.ensure(os.fspath(installed.java), idle=1.0)
    keeper = psutil.Process(server.running().keeper)
    assert float(keeper.cmdline()[4]) > 2 * jars.REQUEST


FLAGS = {
    ("17.0.15", False): ["-XX:TieredStopAtLevel=1", "-XX:SharedArchiveFile=", "-Xshare:auto"],
    ("17.0.15", True): ["-XX:TieredStopAtLevel=1", "-XX:ArchiveClassesAtExit="],
    ("25.0.2", False): ["-XX:TieredStopAtLevel=1", "-XX:AOTCache="],
    ("25.0.2", True): ["-XX:TieredStopAtLevel=1", "-XX:AOTCacheOutput="],
}


@pytest.mark.parametrize("version, write", FLAGS)
def test_flags(installed, version, write):
    with_java = java.Java("java", version)
    kept = java.archive(with_java, os.fspath(installed.jars))
    with open(kept, "wb"):
        pass
    command = java.command(with_java, os.fspath(installed.jars), 1, "x", quick=True, write=write)
    flags = [flag.replace(kept, "") for flag in command[1:command.index("-cp")]]
    assert flags == [*java.FLAGS, *FLAGS[version, write]]
    assert not any(path.endswith(jars.SERVER_JAR) for path in command[command.index("-cp") + 1].split(os.pathsep))
    assert java.QUICK not in java.command(with_java, os.fspath(installed.jars), 1, "x", quick=False)


def test_the_servers_jar_is_written_once(installed):
    path = jars.for_archive(os.fspath(installed.jars))
    before = os.stat(path).st_mtime_ns
    assert jars.for_archive(os.fspath(installed.jars)) == path and os.stat(path).st_mtime_ns == before
    with open(path, "ab") as file:
        file.write(b"x")
    jars.for_archive(os.fspath(installed.jars))
    assert os.stat(path).st_mtime_ns != before
