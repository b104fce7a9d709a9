"""What a profile file may say, and the places its faults are drawn at. Imported on a cache miss only."""
from __future__ import annotations

import re
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError

from newslint.engines.languagetool.profile import plain
from newslint.faults import BrokenFiles
from newslint.model import ZONES
from newslint.yamlfile import Keys, decode, faults_from_pydantic, load

Level = Literal["error", "warning", "suggestion"]
ZoneName = Literal[ZONES]  # type: ignore[valid-type]


def _pattern(text: str) -> str:
    try:
        re.compile(f"(?:{text})$")      # as it is used: flags go into a group, (?i:…)
    except re.error as error:
        raise ValueError(f"not a regular expression: {error}") from None
    return text


Pattern = Annotated[str, AfterValidator(_pattern)]


class _Choice(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)

    rules: list[str] = []
    categories: list[str] = []
    off: bool = False
    level: Level | None = None
    zones: list[ZoneName] | None = None
    unless: Pattern | None = None
    after: Pattern | None = None
    names: bool = False
    why: str = Field(min_length=1)


class _Profile(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)

    level: Level
    zones: list[ZoneName] = Field(min_length=1)
    choices: list[_Choice]


def parse(path: str, data: bytes) -> tuple[str, list[str], list[tuple[Any, ...]]]:
    """Level, zones and choices as plain data. Raises BrokenFiles with all faults."""
    try:
        values, locate = load(path, decode(path, data))
        try:
            profile = _Profile.model_validate(values)
        except ValidationError as error:
            raise BrokenFiles(faults_from_pydantic(error, locate, _keys_of, {
                "why": ('a choice needs a "why"', "add:  why: the reason, in your own words")})) from None
        faults = [locate.fault("a choice that names no rule and no category", "choices", n, hint="add:  rules: […]")
                  for n, choice in enumerate(profile.choices) if not choice.rules and not choice.categories]
        if faults:
            raise BrokenFiles(faults)
    except BrokenFiles as error:
        raise BrokenFiles(error.faults, "profile") from None
    zones = list(map(str, profile.zones))
    return profile.level, zones, [plain(choice, profile.level, zones) for choice in profile.choices]


def _keys_of(keys: Keys) -> list[str]:
    return list((_Choice if keys[:1] == ("choices",) else _Profile).model_fields)
