"""`newslint config show PATH`: which settings hold there, and from where."""
from __future__ import annotations

from collections.abc import Callable
from typing import Any

from newslint.config import DEFAULTS, Config, excluded, holding

FEW = 6                                     # entries of a list that are shown


def show(config: Config, path: str) -> str:
    """A line for each setting: its name, its value, and whether it is a default or where it is set."""
    place = _places(config)
    overrides = config.values.get("overrides", [])
    rows = [("config", config.path or "none found: all settings are defaults", "")]
    held = holding(config, path)
    for name, value in DEFAULTS.items():
        if name in ("rules", "select", "ignore", "overrides"):
            continue
        origin = "default"
        if name in config.values:
            value, origin = config.values[name], place(name)
        for n in held:
            if name in overrides[n]:
                value, origin = overrides[n][name], place("overrides", n, name)
        if name in config.cli:
            value, origin = config.cli[name], f"--{name.replace('_', '-').removesuffix('s')}"
        if value != [] and value != {}:
            rows.append((name.replace("_", "-"), _text(value), origin))
    if excluded(config, path):
        rows.append(("excluded", "yes", place("exclude")))
    for keys, source in [((), config.cli), *((("overrides", n), overrides[n]) for n in reversed(held)),
                         ((), config.values)]:
        for name in ("select", "ignore"):
            if source.get(name):
                option = source is config.cli
                value = _text(source[name]) + (f" in {_text(source['zones'])}" if source.get("zones") else "")
                rows.append((name, value, f"--{name}" if option else place(*keys, name)))
        rows += [("rules", f"{rule}: {level}", place(*keys, "rules", rule))
                 for rule, level in source.get("rules", {}).items()]
    wide = max(len(value) for _, value, _ in rows[1:])
    lines = [f"{name:<14}{value:<{wide}}  {origin}".rstrip() for name, value, origin in rows]
    return "\n".join([path, *(f"  {line}" for line in lines)])


def _places(config: Config) -> Callable[..., str]:
    """The function that says where these keys stand: `.newslint.yaml:12`."""
    if not config.path:
        return lambda *keys: config.path
    from newslint.configfile import locate

    found = locate(config.path)

    def place(*keys: Any) -> str:
        line = found.key(*(keys if len(keys) > 1 else (keys[0].replace("_", "-"),)))[0]
        where = f"{config.path}:{line}" if line else config.path
        if keys[0] != "overrides":
            return where
        return f"{where} (override for {', '.join(config.values['overrides'][keys[1]]['paths'])})"

    return place


def _text(value: Any) -> str:
    if isinstance(value, dict):
        return "; ".join(f"{name.replace('_', '-')}: {_text(entry)}" for name, entry in value.items())
    if isinstance(value, list):
        return ", ".join(value[:FEW]) + (f", … ({len(value)} in all)" if len(value) > FEW else "")
    return str(value)
