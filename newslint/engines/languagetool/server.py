"""The warm server: started by the first run that needs it, found again by later ones, ended when nobody uses it.

What is on a port is taken for ours only where the process that started there is still the one that listens: a state
file may be stale, and a port another's by now.
"""
from __future__ import annotations

import http.client
import json
import os
import socket
import subprocess
import sys
import time
from typing import TYPE_CHECKING, NamedTuple

from newslint.engines.languagetool import jars, java, supervise
from newslint.engines.languagetool import runfolder as run
from newslint.engines.languagetool.jars import IDLE, REQUEST
from newslint.errors import UserError

if TYPE_CHECKING:
    import psutil

READY = 60.0                                # seconds a start may take
TRIES = 3                                   # ports, where another program was quicker
# The server keeps what it built for a language. It gives up on a text before the one who asked does.
SETTINGS = {"pipelineCaching": "true", "maxPipelinePoolSize": 20, "pipelineExpireTimeInSeconds": 86400,
            "maxCheckThreads": 4, "maxTextLength": 200_000, "maxCheckTimeMillis": int(REQUEST * 900)}
APART = 0x00000208 if sys.platform == "win32" else 0     # no console, a process group of its own
_started: list[subprocess.Popen[bytes]] = []    # kept, so that Python does not warn that they still run


class Server(NamedTuple):
    port: int
    pid: int                                # of Java
    created: float                          # when that process began: a pid is used again
    keeper: int                             # the process that ends it
    keeper_created: float
    version: str
    where: str                              # the folder of its jars
    java: str

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/"


def ensure(configured_java: str, *, idle: float = IDLE, quick: bool = True, but: Server | None = None) -> Server:
    """The server, started where none runs. `but` is one that is no good any more: it is ended, unless another run has
    put a new one in its place. Raises UserError with what mends it."""
    path = run.folder()
    with run.locked(path):
        found = _read(path)
        if found is not None:
            if found != but and found.version == jars.VERSION and found.where == jars.folder() and alive(found):
                used(path)
                return found
            end(found)
        where = jars.folder()
        jars.verify(where)
        return start(path, java.examined(java.find(configured_java)), where, idle=idle, quick=quick)


def used(path: str | None = None) -> None:
    """Tell the keeper that the server is wanted."""
    try:
        os.utime(os.path.join(path or run.folder(), run.USED))
    except OSError:
        pass


def running() -> Server | None:
    """The server, if one runs."""
    found = _read(run.folder())
    return found if found is not None and alive(found) else None


def stop() -> bool:
    """End the server; False where none ran."""
    path = run.folder()
    with run.locked(path):
        found = _read(path)
        ran = found is not None and alive(found)
        if found is not None:
            end(found)
        forget(path)
    return ran


def start(path: str, with_java: java.Java, where: str, *, idle: float = IDLE, quick: bool = True,
          archive: bool = False) -> Server:
    """Start a server and wait until it answers; the lock is the caller's. With `archive` it writes one at its end."""
    properties = os.path.join(path, run.PROPERTIES)
    log = os.path.join(path, run.LOG)
    forget(path)
    try:
        with open(properties, "w", encoding="ascii") as file:
            file.writelines(f"{name}={value}\n" for name, value in SETTINGS.items())
        for _ in range(TRIES):
            port = _free_port()
            command = java.command(with_java, where, port, properties, quick=quick, write=archive)
            keeper = _spawn(path, command, max(idle, 2 * REQUEST + supervise.LOOKS), log)
            found = _wait(keeper, port, where, with_java.path)
            if found is not None:
                with open(os.path.join(path, run.STATE), "w", encoding="utf-8") as file:
                    json.dump(found._asdict(), file)
                return found
            if "address already in use" not in _tail(log, 4000).lower():
                break
    except OSError as error:
        raise UserError(f"LanguageTool cannot be started: {error.filename or path}: "
                        f"{(error.strerror or str(error)).lower()}") from None
    raise UserError(f"LanguageTool did not start ({with_java.path}). Its log, {log}, ends:\n{_tail(log, 600)}\n"
                    f"To install it anew: {jars.INSTALL}")


def alive(server: Server) -> bool:
    """Whether this very process still listens there, and answers."""
    import psutil

    try:
        process = psutil.Process(server.pid)
        keeper = psutil.Process(server.keeper)
        if process.create_time() != server.created or keeper.create_time() != server.keeper_created:
            return False
        return _listens(process, server.port) and _answers(server.port)
    except psutil.Error:
        return False


def _listens(process: psutil.Process, port: int) -> bool:
    return any(one.status == "LISTEN" and one.laddr.port == port for one in process.net_connections("tcp"))


def _answers(port: int) -> bool:
    """Whether it says that it is well. No proxy is asked: nothing of this leaves the machine."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
    try:
        connection.request("GET", "/v2/healthcheck")
        answer = connection.getresponse()
        return answer.status == 200 and answer.read(16).strip() == b"OK"
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()


def _spawn(path: str, command: list[str], idle: float, log: str) -> subprocess.Popen[bytes]:
    """The keeper, with the server, in a session of its own: it outlives the run, its terminal and its interrupts."""
    mark = os.path.join(path, run.USED)
    with open(mark, "wb"), open(log, "wb") as output:
        keeper = subprocess.Popen([sys.executable, "-I", supervise.__file__, mark, str(idle), *command],
                                  stdin=subprocess.DEVNULL, stdout=output, stderr=output, cwd=path,
                                  start_new_session=True, creationflags=APART)
    _started.append(keeper)
    return keeper


def _wait(keeper: subprocess.Popen[bytes], port: int, where: str, with_java: str) -> Server | None:
    """The server once it answers; None where it ended before that, or took too long."""
    import psutil

    last = time.monotonic() + READY
    try:
        above = psutil.Process(keeper.pid)
        while time.monotonic() < last and keeper.poll() is None:
            for process in above.children(recursive=True):
                try:
                    if _listens(process, port) and _answers(port):
                        return Server(port, process.pid, process.create_time(), keeper.pid, above.create_time(),
                                      jars.VERSION, where, with_java)
                except psutil.Error:
                    continue
            time.sleep(0.05)
    except psutil.Error:
        pass
    if keeper.poll() is None:
        keeper.terminate()
        keeper.wait(10)
    return None


def end(server: Server, patience: float = 8.0) -> None:
    """End both processes, if they still are the ones that were started: Java first, for what it has to write."""
    import psutil

    for pid, created in ((server.pid, server.created), (server.keeper, server.keeper_created)):
        try:
            process = psutil.Process(pid)
            # Both command lines name its jars; whatever the state file says, nothing else is ended.
            if process.create_time() != created or not any(server.where in word for word in process.cmdline()):
                continue
            process.terminate()
            try:
                process.wait(patience)
            except psutil.TimeoutExpired:
                process.kill()
        except psutil.Error:
            continue


def _read(path: str) -> Server | None:
    try:
        with open(os.path.join(path, run.STATE), encoding="utf-8") as file:
            return Server(**json.load(file))
    except (OSError, ValueError, TypeError):
        return None


def forget(path: str) -> None:
    try:
        os.remove(os.path.join(path, run.STATE))
    except OSError:
        pass


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _tail(log: str, size: int) -> str:
    try:
        with open(log, encoding="utf-8", errors="replace") as file:
            return file.read()[-size:].strip()
    except OSError:
        return ""
