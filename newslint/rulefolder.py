"""Which rule files there are. On every run, so that nothing heavy is imported here."""
import os
from typing import NamedTuple

from newslint.errors import UserError

ENDINGS = (".yaml", ".yml")
PACKS = "packs.yaml"


class RuleText(NamedTuple):
    """One rule file as it was found: its path, its family (the folder it is in) and its bytes."""

    path: str
    family: str
    data: bytes


def shipped() -> str:
    """The folder of the rules that come with newslint: inside the installed package, or beside it in a checkout."""
    package = os.path.dirname(os.path.abspath(__file__))
    for folder in (os.path.join(package, "rules"), os.path.join(os.path.dirname(package), "rules")):
        if os.path.isdir(folder):
            return folder
    raise UserError(f"{package}: newslint's own rules are missing; install it again: "
                    "pip install --force-reinstall newslint")


def find(root: str) -> list[str]:
    """The paths of the rule files below a folder, sorted by folder and name."""
    found: list[str] = []
    folders = [root]
    while folders:
        folder = folders.pop()
        with os.scandir(folder) as entries:
            inside = sorted(entries, key=_name)
        found += [entry.path for entry in inside if entry.name.endswith(ENDINGS) and not entry.is_dir()
                  and not (folder == root and entry.name == PACKS)]
        folders += [entry.path for entry in reversed(inside) if entry.is_dir() and not entry.name.startswith(".")]
    return found


def texts(root: str) -> list[RuleText]:
    """The rule files of a folder. A file belongs to the family its folder is named after."""
    return [text(path) for path in find(root)]


def text(path: str) -> RuleText:
    return RuleText(path, os.path.basename(os.path.dirname(os.path.abspath(path))), read(path))


def read(path: str) -> bytes:
    try:
        with open(path, "rb") as file:
            return file.read()
    except OSError as error:
        raise UserError(f"{path}: cannot be read: {error.strerror}") from None


def _name(entry: os.DirEntry[str]) -> str:
    return entry.name
