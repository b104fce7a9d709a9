"""What a rule file may hold: the fields every rule has, and those of its kind, as one pydantic model a kind.

Only read when a rule file changed: importing pydantic costs more than checking an article.
"""
from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from types import NoneType, UnionType
from typing import Any, Literal, get_args

from newslint.kinds import KINDS
from newslint.model import LEVELS, ZONES

# What newslint says about the run itself comes from no pattern: such a rule only has words (kind note).
NOTE = "note"
KIND_NAMES = [*KINDS, NOTE]


@lru_cache
def model(kind: str) -> Any:
    """The pydantic model of a rule file of this kind; keys are written with hyphens."""
    from pydantic import ConfigDict, create_model

    config = ConfigDict(extra="forbid", strict=True, alias_generator=hyphened, frozen=True)
    fix: Any = create_model("Fix", __config__=config, swap=(str | list[str] | None, None), safe=(bool, False))
    measured: Any = create_model("Measured", __config__=config, news=(str, ...), checked=(str | None, None))
    guide: Any = create_model("Guide", __config__=config, guide=(str | None, None), entry=(str | None, None),
                         url=(str | None, None), checked=(str | None, None))
    example: Any = create_model("Example", __config__=config, text=(str, ...), match=(str | None, None),
                           suggestion=(str | None, None))
    zones: Any = list[_one_of(ZONES)]  # type: ignore[misc]
    fields: dict[str, Any] = {
        "id": (str, ...), "kind": (_one_of(KIND_NAMES), ...), "level": (_one_of(LEVELS[::-1]), ...),
        "message": (str, ...), "why": (str, ...), "source": (list[str | guide], ...),
        "zones": (zones | None, None), "fix": (fix | None, None),
        "bad": (list[str | example], ...), "good": (list[str], ...), "measured": (measured | None, None)}
    for name, kind_type in kind_fields(kind).items():
        fields[name] = (kind_type, None if NoneType in get_args(kind_type) else ...)
    return create_model(f"Rule of kind {kind}", __config__=config, **fields)


def _one_of(words: Sequence[str]) -> Any:
    return Literal[tuple(words)]


def kind_fields(kind: str) -> dict[str, type | UnionType]:
    return {} if kind == NOTE else KINDS[kind].FIELDS


def json_schema() -> dict[str, Any]:
    """A JSON Schema of rule files, for editors: one branch a kind."""
    branches = []
    for kind in KIND_NAMES:
        schema = model(kind).model_json_schema(by_alias=True, ref_template="#/$defs/{model}")
        schema["properties"]["kind"] = {"const": kind}
        branches.append(schema)
    definitions = {name: body for branch in branches for name, body in branch.pop("$defs", {}).items()}
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "newslint rule file",
            "oneOf": branches, "$defs": definitions}


def hyphened(name: str) -> str:
    return name.replace("_", "-")
