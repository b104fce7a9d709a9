"""Hunspell dictionaries as word files: the stems of NAME.dic, and the forms that the suffixes and prefixes of NAME.aff
make of them.

One suffix and one prefix are put to a stem; affixes of affixes, compounds and what serves suggestions are not read.
Without NAME.aff the stems alone are taken, and the file has to be UTF-8.
"""
from __future__ import annotations

import os
import re
from typing import NamedTuple

from newslint.errors import UserError

MOST = 3_000_000                            # forms
LEFT_OUT = ("FORBIDDENWORD", "ONLYINCOMPOUND")


class Affix(NamedTuple):
    """One line of SFX or PFX: what is taken off, what is put on, and to which words."""

    suffix: bool
    crosses: bool                           # a prefix and a suffix may come together
    strip: str
    add: str
    fits: re.Pattern[str] | None            # None: any word


class Table(NamedTuple):
    """What an .aff file says."""

    encoding: str
    form: str                               # of flags: "", long, num, UTF-8
    affixes: dict[str, list[Affix]]         # by flag
    left_out: frozenset[str]                # flags of words that are none by themselves
    bare: str                               # flag of stems that need an affix
    aliases: list[str]                      # flags by number


def read(path: str) -> list[str]:
    """The words of a dictionary, without repeats. Raises UserError."""
    affix_path = path.removesuffix(".dic") + ".aff"
    table = _table(affix_path) if os.path.exists(affix_path) else Table("utf-8", "", {}, frozenset(), "", [])
    forms: dict[str, None] = {}
    lines = _text(path, table.encoding).splitlines()
    if not lines or not lines[0].lstrip("\ufeff").partition(" ")[0].strip().isdigit():
        raise UserError(f"{path}:1: a Hunspell dictionary starts with the number of its words; name the file .txt if "
                        "it is a plain list")
    for line in lines[1:]:
        stem, _, flags = _split(line)
        if not stem:
            continue
        its_flags = _flags(flags, table)
        if table.left_out.intersection(its_flags):
            continue
        if table.bare not in its_flags:
            forms[stem] = None
        forms.update(dict.fromkeys(_forms(stem, its_flags, table.affixes)))
        if len(forms) > MOST:
            raise UserError(f"{path}: makes more than {MOST:,} forms; take a smaller dictionary or a plain word list")
    return list(forms)


def _split(line: str) -> tuple[str, str, str]:
    """The stem and its flags; what follows after white space describes the word."""
    entry = line.lstrip("\ufeff").split("\t")[0].strip()
    entry = re.split(r" +(?=[a-z]{2}:)", entry)[0]
    if "\\/" in entry:
        stem, slash, flags = entry.replace("\\/", "\0").partition("/")
        return stem.replace("\0", "/"), slash, flags
    return entry.partition("/")


def _flags(text: str, table: Table) -> list[str]:
    text = text.strip()
    if table.aliases and text.isdigit():
        number = int(text) - 1
        text = table.aliases[number] if 0 <= number < len(table.aliases) else ""
    if table.form == "num":
        return [flag.strip() for flag in text.split(",") if flag.strip()]
    if table.form == "long":
        return [text[start:start + 2] for start in range(0, len(text), 2)]
    return list(text)


def _forms(stem: str, flags: list[str], affixes: dict[str, list[Affix]]) -> list[str]:
    its_affixes = [affix for flag in flags for affix in affixes.get(flag, ())]
    forms = []
    for affix in its_affixes:
        form = _put(affix, stem)
        if form is None:
            continue
        forms.append(form)
        if affix.suffix and affix.crosses:
            forms += [both for other in its_affixes if not other.suffix and other.crosses
                      and (both := _put(other, form)) is not None]
    return forms


def _put(affix: Affix, stem: str) -> str | None:
    """The stem with this affix, None where it does not go with it."""
    if affix.fits is not None and not affix.fits.search(stem):
        return None
    if affix.suffix:
        return stem.removesuffix(affix.strip) + affix.add if stem.endswith(affix.strip) else None
    return affix.add + stem.removeprefix(affix.strip) if stem.startswith(affix.strip) else None


def _table(path: str) -> Table:
    with open(path, "rb") as file:
        data = file.read()
    named = re.search(rb"^(?:\xef\xbb\xbf)?\s*SET\s+(\S+)", data, re.M)
    encoding = named[1].decode("ascii", "replace") if named else "latin-1"     # what Hunspell takes it for
    encoding = encoding.lower().replace("microsoft-", "")
    form, bare = "", ""
    affixes: dict[str, list[Affix]] = {}
    crosses: dict[str, bool] = {}
    left_out: set[str] = set()
    aliases: list[str] = []
    for number, line in enumerate(_text(path, encoding).splitlines(), 1):
        words = line.split()
        match words:
            case ["FLAG", name, *_]:
                form = name
            case ["NEEDAFFIX" | "PSEUDOROOT", flag, *_]:
                bare = flag
            case [name, flag, *_] if name in LEFT_OUT:
                left_out.add(flag)
            case ["AF", flags, *_]:
                aliases.append(flags)
            case ["SFX" | "PFX", flag, "Y" | "N" as cross, count, *_] if count.isdigit():
                crosses[flag] = cross == "Y"
            case ["SFX" | "PFX" as kind, flag, strip, add, *rest]:
                affixes.setdefault(flag, []).append(
                    _affix(f"{path}:{number}", kind == "SFX", crosses.get(flag, False), strip, add, rest))
    return Table(encoding, form, affixes, frozenset(left_out), bare, aliases[1:])


def _affix(place: str, suffix: bool, crosses: bool, strip: str, add: str, rest: list[str]) -> Affix:
    condition = rest[0] if rest and rest[0] != "." else ""
    add = add.partition("/")[0]
    try:
        fits = re.compile(f"{condition}$" if suffix else f"^{condition}") if condition else None
    except re.error:
        raise UserError(f"{place}: the condition “{condition}” cannot be read") from None
    return Affix(suffix, crosses, "" if strip == "0" else strip, "" if add == "0" else add, fits)


def _text(path: str, encoding: str) -> str:
    try:
        with open(path, "rb") as file:
            data = file.read()
        return data.decode(encoding)
    except OSError as error:
        raise UserError(f"{path}: the word file cannot be read: {(error.strerror or str(error)).lower()}") from None
    except LookupError:
        raise UserError(f"{path}: its encoding, {encoding}, is unknown") from None
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise UserError(f"{path}:{line}: not {encoding.upper()} (byte 0x{data[error.start]:02x}), which is what the "
                        "file should be: see SET in its .aff file") from None
