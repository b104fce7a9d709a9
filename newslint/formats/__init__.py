"""Which module reads which file. A format module has four names:

    NAME                        what Document.format says
    read(path, raw, fields)     list[Document]: one, or one a record. `path` is only reported; `raw` is the decoded
                                file; `fields` are the user's field names by role, tried before the known ones, see
                                fields.py. Errors: UserError, NoArticle.
    escape(text)                replacement text as it has to be written into a file of this format
"""
from __future__ import annotations

import os.path
from types import ModuleType

from newslint.errors import UserError

FORMATS = {
    ".txt": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".json": "records",
    ".jsonl": "records",
}


class NoArticle(UserError):
    """A file of records of which none has article fields: passed over in a folder, an error when named itself."""


def reader(path: str) -> ModuleType:
    """The module that reads this file; a file of unknown ending is read as text. Only that module is imported."""
    from importlib import import_module

    ending = os.path.splitext(path)[1].lower()
    return import_module(f"newslint.formats.{FORMATS.get(ending, 'text')}")
