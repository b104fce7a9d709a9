"""What a config file may say: its schema, and the places its faults are drawn at. Imported on a cache miss only."""
from __future__ import annotations

import os
import re
from typing import Annotated, Any, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    ValidationError,
    ValidationInfo,
    field_validator,
)

from newslint.config import there
from newslint.faults import BrokenFiles
from newslint.foreign import CODES
from newslint.model import ZONES
from newslint.tomlfile import read_toml
from newslint.yamlfile import Keys, Locate, Places, decode, faults_from_pydantic, load

Level = Literal["error", "warning", "suggestion"]
RuleLevel = Literal["off", "error", "warning", "suggestion"]
Zone = Literal[ZONES]  # type: ignore[valid-type]
Language = Literal[("en", *CODES)]  # type: ignore[valid-type]
UNITS = {"": 1, "b": 1, "kb": 10**3, "mb": 10**6, "gb": 10**9, "kib": 2**10, "mib": 2**20, "gib": 2**30}


def _glob(text: str) -> str:
    if text.startswith("!"):
        raise ValueError('a glob cannot start with "!"\nname what to leave out; [!] is the character itself')
    if "\\" in text:
        raise ValueError('a glob has no "\\"\nwrite "/" between folders, and [*] for the character itself')
    if not text.strip("/"):
        raise ValueError("a glob that names nothing\nwrite ** for everything")
    return text


def _size(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    match = re.fullmatch(r"\s*(\d{1,12}(?:\.\d{1,12})?)\s*([a-z]*)\s*", value.lower())
    if not match or match[2] not in UNITS:
        raise ValueError(f'"{value}" is not a size\nwrite a number of bytes, or a size such as "20 MB"')
    return int(float(match[1]) * UNITS[match[2]])


def _not_empty(text: str) -> str:
    if not text.strip():
        raise ValueError("an empty entry\ntake it out")
    return text


Text = Annotated[str, AfterValidator(_not_empty)]
Glob = Annotated[str, AfterValidator(_glob)]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, alias_generator=lambda name: name.replace("_", "-"))


class _Records(_Strict):
    headline: list[Text] = []
    byline: list[Text] = []
    date: list[Text] = []
    body: list[Text] = []


class _LanguageTool(_Strict):
    server: Text = ""
    java: Text = ""
    profile: Text = ""
    idle_minutes: Annotated[int, Field(ge=1)] = 1


class _Override(_Strict):
    paths: list[Glob] = Field(min_length=1)
    packs: list[str] = []
    language: Language = "en"
    rules: dict[str, RuleLevel] = {}
    select: list[str] = []
    ignore: list[str] = []
    zones: list[Zone] = []

    @field_validator("zones")
    @classmethod
    def _only_ignore(cls, zones: list[str], info: ValidationInfo) -> list[str]:
        # Fields are read in order: these are all that came before.
        for name, value in info.data.items():
            if name not in ("paths", "ignore") and value != cls.model_fields[name].default:
                raise ValueError(f'"zones" goes with "ignore" alone, not with "{name}"\nwrite another override')
        return zones


class _File(_Strict):
    packs: list[str] = []
    rules: dict[str, RuleLevel] = {}
    select: list[str] = []
    ignore: list[str] = []
    overrides: list[_Override] = []
    words: list[Text] = []
    names: list[Text] = []
    word_files: list[Text] = []
    name_files: list[Text] = []
    fact_files: list[Text] = []
    rule_folders: list[Text] = []
    level: Level = "warning"
    fail_level: Level = "error"
    dialect: Literal["auto", "en-US", "en-GB", "en-AU", "en-CA"] = "auto"
    language: Language = "en"
    exclude: list[Glob] = []
    records: _Records = _Records()
    max_size: Annotated[int, BeforeValidator(_size), Field(ge=1)] = 1
    engines: list[Literal["languagetool"]] = []
    languagetool: _LanguageTool = _LanguageTool()


def parse(path: str, data: bytes) -> dict[str, Any] | None:
    """The settings a config file gives, by field name; None for a TOML file without our table.

    Raises BrokenFiles with all faults.
    """
    values, place = _read(path, data)
    if values is None:
        return None
    try:
        return _File.model_validate(values).model_dump(exclude_unset=True)
    except ValidationError as error:
        faults = faults_from_pydantic(error, place, _keys_of, {
            "paths": ('an override needs "paths": the files it is for', 'add:  paths: ["opinion/**"]')})
        raise BrokenFiles(faults, "config file") from None


def locate(path: str) -> Places:
    """Where things stand in a config file that was read before."""
    with open(path, "rb") as file:
        return _read(path, file.read())[1]


def missing(path: str, folder: str, paths: dict[str, list[str]]) -> BrokenFiles:
    """The error for those rule folders and word files, by setting, that do not exist."""
    place = locate(path)
    faults = []
    for setting, its_paths in paths.items():
        what = setting.rpartition("_")[2].removesuffix("s")
        faults += [place.fault(f'there is no {what} "{name}"', setting.replace("_", "-"), n,
                               hint=f"{setting.replace('_', ' ')} are relative to the config file")
                   for n, name in enumerate(its_paths) if not there(setting, os.path.join(folder, name))]
    return BrokenFiles(faults, "config file")


def _read(path: str, data: bytes) -> tuple[dict[str, Any] | None, Places]:
    try:
        text = decode(path, data)
        if path.endswith(".toml"):
            return read_toml(path, text)
        if all(not line.strip() or line.lstrip().startswith("#") for line in text.splitlines()):
            return {}, Locate(path, text, None)    # an empty file says: the defaults, whatever stands in folders above
        return load(path, text)
    except BrokenFiles as error:
        raise BrokenFiles(error.faults, "config file") from None


def _keys_of(keys: Keys) -> list[str]:
    model: type[BaseModel] = _File
    if keys[:1] == ("records",):
        model = _Records
    elif keys[:1] == ("overrides",):
        model = _Override
    elif keys[:1] == ("languagetool",):
        model = _LanguageTool
    return [field.alias or name for name, field in model.model_fields.items()]
