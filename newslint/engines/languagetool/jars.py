"""LanguageTool's jars: which they are, where they are kept, and whether they are the ones newslint was tried with."""
from __future__ import annotations

import os
import sys
from typing import NamedTuple

from newslint.errors import UserError

VERSION = "6.8"
LIST = os.path.join(os.path.dirname(os.path.abspath(__file__)), "jars.txt")
REQUEST = 30.0                              # seconds an answer may take
IDLE = 30 * 60.0                            # and a server stay unused
SERVER_JAR = f"languagetool-server-{VERSION}.jar"
MANIFEST = "META-INF/MANIFEST.MF"
INSTALL = "newslint languagetool install"


class Jar(NamedTuple):
    sha256: str
    size: int                               # bytes
    group: str
    artifact: str
    version: str

    @property
    def name(self) -> str:
        return f"{self.artifact}-{self.version}.jar"


def listed() -> list[Jar]:
    jars = []
    with open(LIST, encoding="ascii") as file:
        for line in file:
            if not line.startswith("#"):
                sha256, size, coordinates = line.split()
                jars.append(Jar(sha256, int(size), *coordinates.split(":")))
    return jars


def data_folder() -> str:
    """Where data of the user's is kept: NEWSLINT_DATA_DIR, else the usual folder of the system."""
    own = os.environ.get("NEWSLINT_DATA_DIR")
    if own:
        return os.path.abspath(own)
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA", "")
    elif sys.platform == "darwin":
        base = os.path.expanduser("~/Library/Application Support")
    else:
        base = os.environ.get("XDG_DATA_HOME", "")
        base = base if os.path.isabs(base) else os.path.expanduser("~/.local/share")
    if not os.path.isabs(base):
        raise UserError("there is no home folder to keep LanguageTool in; name a folder in NEWSLINT_DATA_DIR")
    return os.path.join(base, "newslint")


def folder() -> str:
    return os.path.join(data_folder(), f"languagetool-{VERSION}")


def require(where: str) -> None:
    """Raises UserError where a jar is not there, or not of its size: all that can be told without reading them."""
    if not os.path.isdir(where):
        raise UserError(f"LanguageTool is not installed ({where} is not there); run: {INSTALL}")
    for jar in listed():
        try:
            size = os.stat(os.path.join(where, jar.name)).st_size
        except OSError as error:
            raise UserError(f"LanguageTool is not complete: {os.path.join(where, jar.name)}: "
                            f"{(error.strerror or str(error)).lower()}; run: {INSTALL}") from None
        if size != jar.size:
            raise UserError(_damaged(where, jar))


def verify(where: str) -> None:
    """Raises UserError where a jar is missing or holds other bytes than it should. Java itself would only say that
    some class is not to be found, some seconds later."""
    require(where)
    for jar in listed():
        if not intact(os.path.join(where, jar.name), jar):
            raise UserError(_damaged(where, jar))


def intact(path: str, jar: Jar) -> bool:
    """Whether the file holds the bytes of this jar."""
    import hashlib

    try:
        with open(path, "rb") as file:
            return os.fstat(file.fileno()).st_size == jar.size \
                and hashlib.file_digest(file, "sha256").hexdigest() == jar.sha256
    except OSError:
        return False


def for_archive(where: str) -> str:
    """The server's jar with a manifest that names no folder: with its own, Java keeps nothing of what it loaded. Made
    from the jar that was verified, and written only where it is not there as it should be, for its time counts too; the
    jar itself where nothing can be written."""
    import zipfile
    from io import BytesIO

    own = os.path.join(where, SERVER_JAR)
    path = os.path.join(where, "server-without-class-path.jar")
    made = BytesIO()
    with zipfile.ZipFile(own) as archive, zipfile.ZipFile(made, "w") as copy:
        copy.writestr(zipfile.ZipInfo(MANIFEST), "Manifest-Version: 1.0\r\n\r\n")
        for entry in archive.infolist():
            if entry.filename != MANIFEST and not entry.is_dir():
                copy.writestr(zipfile.ZipInfo(entry.filename), archive.read(entry))
    try:
        with open(path, "rb") as file:
            if file.read() == made.getvalue():
                return path
    except OSError:
        pass
    try:
        with open(path + ".part", "wb") as file:
            file.write(made.getvalue())
        os.replace(path + ".part", path)
    except OSError:
        return own
    return path


def _damaged(where: str, jar: Jar) -> str:
    return f"{os.path.join(where, jar.name)}: this jar of LanguageTool is damaged; run: {INSTALL}"
