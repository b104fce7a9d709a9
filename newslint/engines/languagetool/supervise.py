"""The process that keeps LanguageTool's server and ends it once nobody has asked it anything for a while.

    python supervise.py USED SECONDS COMMAND…

USED is a file that every run touches when it asks something. Run by path, in a session of its own; it needs nothing but
Python.
"""
import os
import signal
import subprocess
import sys
import time

LOOKS = 2.0                                 # seconds between two looks at the clock


def main(used: str, seconds: float, command: list[str]) -> int:
    server = subprocess.Popen(command, stdin=subprocess.DEVNULL)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(_end(server)))
    while server.poll() is None:
        try:
            idle = time.time() - os.stat(used).st_mtime
        except OSError:                     # the run folder is gone, and with it the way to the server
            idle = seconds + 1
        if idle > seconds:
            return _end(server)
        try:
            server.wait(min(LOOKS, seconds))
        except subprocess.TimeoutExpired:
            pass
    return server.returncode


def _end(server: "subprocess.Popen[bytes]") -> int:
    server.terminate()
    try:
        server.wait(5)
    except subprocess.TimeoutExpired:
        server.kill()
        server.wait()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], float(sys.argv[2]), sys.argv[3:]))
