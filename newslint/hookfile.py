"""A hook more in a .pre-commit-config.yaml, all else in it as it was."""
from __future__ import annotations

from io import StringIO
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError


def has_newslint(text: str) -> bool:
    try:
        repos = (_loaded(text) or {}).get("repos") or []
        return any(str(hook.get("id", "")).startswith("newslint") for repo in repos for hook in repo.get("hooks") or [])
    except (YAMLError, AttributeError, TypeError):
        return False


def added(text: str, entry: str) -> str | None:
    """The same text with an entry at the end of its `repos`; None where that cannot be done by adding lines at the end
    of the file, or would change anything else."""
    try:
        data = _loaded(text)
        repos = data["repos"]
        if list(data)[-1] != "repos" or not repos or repos.fa.flow_style():
            return None
        indent = repos.lc.item(0)[1] - 2
        end = "\r\n" if "\r\n" in text else "\n"
        lines = [" " * indent + line for line in entry.splitlines()]
        after = text + (end if text and not text.endswith("\n") else "") + "".join(line + end for line in lines)
        [new] = YAML(typ="safe").load(StringIO(entry))
        expected = _plain(text)
        expected["repos"].append(new)
        return after if indent >= 0 and _plain(after) == expected else None
    except (YAMLError, AttributeError, KeyError, TypeError, IndexError, ValueError):
        return None


def _loaded(text: str) -> Any:
    return YAML().load(StringIO(text))


def _plain(text: str) -> Any:
    return YAML(typ="safe").load(StringIO(text))
