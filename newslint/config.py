"""The settings that hold for a path: which config file, which overrides, what the command line says.

Settings come from the nearest of `.newslint.yaml`, `.newslint.yml` and `pyproject.toml` with a `[tool.newslint]`
table, looked for in the folder of each linted file and upwards, up to the folder that holds `.git`. The first one
found is the only one: nothing is inherited from a folder above. In one folder they count in the order named.

Globs (globs.py) are relative to the folder of the config file.

Whether a rule reports, and at which level, is asked of the layers in this order: command line, overrides (the
last first), the file, the packs. In each, an exact rule id beats a family (`usage` or `usage/`).
- `rules: {id: off}` and `ignore: [id]` turn a rule off, `rules: {id: level}` and `select: [id]` turn it on, whatever
  the layers below say; off beats on in the same layer.
- `ignore: [family]` and `rules: {family: off}` turn off the family but for what the same layer turns on by its id.
- `select` narrows: what it does not name is off, packs or not. A family in it brings the rules of other packs too, but
  does not bring back a rule that a layer below turned off by its id.
- `rules: {family: level}` sets the level of those of its rules that are on.
- A rule below the reporting `level` is off, unless a `select` names its id.

An override with `zones` turns what it ignores off in these zones only, whatever other layers say.
"""
import os
from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from newslint import cache
from newslint.errors import UserError
from newslint.model import LEVELS

if TYPE_CHECKING:                           # what only a mistake needs is imported where it is told
    from newslint.faults import Fault

NAMES = (".newslint.yaml", ".newslint.yml", "pyproject.toml")
ALWAYS_KNOWN = "grammar/languagetool-"      # ids of this form exist even where the engine is not installed
ALL_OF_LANGUAGETOOL = ALWAYS_KNOWN + "*"    # and this stands for all of them, weaker than one by its id
PATHS = ("word_files", "name_files", "fact_files", "rule_folders")        # settings that are paths
COMMAND_LINE = ("level", "fail_level", "packs", "select", "ignore", "dialect", "engines")
NO_ENGINE = "none"                          # of --engine: not the one in the config either


class Layer(NamedTuple):
    """What one source says about rules."""

    rules: dict[str, str]                   # id or family -> "off" or a level
    select: frozenset[str]                  # ids and families; empty: nothing said
    ignore: frozenset[str]


class Settings(NamedTuple):
    """What holds for one path. One object serves all paths of a config for which the same overrides hold."""

    packs: tuple[str, ...]
    level: str                              # report from this level on
    fail_level: str
    dialect: str
    language: str
    words: tuple[str, ...]
    names: tuple[str, ...]
    word_files: tuple[str, ...]             # absolute, as are the next three
    name_files: tuple[str, ...]
    fact_files: tuple[str, ...]
    rule_folders: tuple[str, ...]
    records: dict[str, list[str]]           # further field names for headline, byline, date, body
    max_size: int                           # bytes
    layers: tuple[Layer, ...]               # strongest first
    engines: tuple[str, ...] = ()           # beside our own rules: languagetool
    languagetool: Mapping[str, Any] = {}    # server, java, profile, idle_minutes; paths are absolute
    silent: tuple[tuple[str, str], ...] = ()    # rule or family, and a zone in which it says nothing


class Config(NamedTuple):
    """One config file, or the defaults (`path` is empty then), with what the command line says on top."""

    path: str                               # as it is shown to people
    folder: str                             # absolute; globs and rule folders are relative to it
    values: dict[str, Any]                  # the file's own settings, by the names of DEFAULTS
    cli: dict[str, Any]                     # those of COMMAND_LINE that were given
    made: dict[tuple[int, ...], Settings]   # by the overrides that hold, so that equal settings are one object


DEFAULTS: dict[str, Any] = {
    "packs": ["news"], "rules": {}, "select": [], "ignore": [], "overrides": [], "words": [], "names": [],
    "word_files": [], "name_files": [], "fact_files": [], "rule_folders": [], "level": "warning", "fail_level": "error",
    "dialect": "auto", "language": "en", "exclude": [], "records": {}, "max_size": 20_000_000,
    "engines": [], "languagetool": {},
}


def default() -> Config:
    """The config where there is no file, or none is wanted (--isolated)."""
    return Config("", os.getcwd(), {}, {}, {})


def find(path: str, found: dict[str, Config]) -> Config:
    """The config for a file (or the files of a folder); `found` remembers it by folder for the run."""
    folder = os.path.abspath(path)
    if not os.path.isdir(folder):
        folder = os.path.dirname(folder)
    passed = []
    config: Config | None = None
    while config is None:
        config = found.get(folder)
        if config is None:
            passed.append(folder)
            config = _in_folder(folder)
        above = os.path.dirname(folder)
        if config is None and (above == folder or os.path.exists(os.path.join(folder, ".git"))):
            config = default()
        folder = above
    found.update(dict.fromkeys(passed, config))
    return config


def read(path: str) -> Config:
    """The config in this very file (--config)."""
    try:
        with open(path, "rb") as file:
            data = file.read()
    except OSError as error:
        raise UserError(f"{path}: the config file cannot be read: {error.strerror}") from None
    config = _parsed(path, data)
    if config is None:
        raise UserError(f"{path}: there is no [tool.newslint] table in it\n    | add one, or name another file")
    return config


def merge(config: Config, cli: dict[str, Any]) -> Config:
    """The same config under a command line; None and empty lists mean “not given”."""
    given = {name: value for name, value in cli.items() if value}
    unknown = given.keys() - set(COMMAND_LINE)
    assert not unknown, unknown
    return config._replace(cli=given, made={})


def effective(config: Config, path: str) -> Settings:
    """The settings for this path, which need not exist."""
    hold = holding(config, path)
    if hold not in config.made:
        overrides = config.values.get("overrides", ())
        config.made[hold] = _settings(config, [overrides[n] for n in hold])
    return config.made[hold]


def holding(config: Config, path: str) -> tuple[int, ...]:
    """Which overrides hold for this path, counted from 0."""
    overrides = config.values.get("overrides")
    if not overrides:
        return ()
    from newslint.globs import matches

    relative = _relative(config, path)
    return tuple(n for n, override in enumerate(overrides) if matches(tuple(override["paths"]), relative))


def excluded(config: Config, path: str) -> bool:
    """Whether `exclude` names this path or a folder above it; the path of a folder ends with a slash."""
    globs = tuple(config.values.get("exclude", ()))
    if not globs:
        return False
    from newslint.globs import matches

    return matches(globs, _relative(config, path))


def selected(settings: Settings, rule: str, level: str, in_packs: bool = True) -> str | None:
    """The level at which a rule reports, or None where it is off.

    `level` is the one its file gives; `in_packs` says whether one of settings.packs holds the rule (or it comes from
    one of the rule folders).
    """
    family = rule.partition("/")[0]
    whole = ALL_OF_LANGUAGETOOL if rule.startswith(ALWAYS_KNOWN) else rule
    if settings.layers:
        if not _on(settings.layers, rule, whole, family, in_packs):
            return None
        for layer in settings.layers:
            said = layer.rules.get(rule) or layer.rules.get(whole) or layer.rules.get(family)
            if said and said != "off":
                level = said
                break
        if any(rule in layer.select or whole in layer.select for layer in settings.layers):
            return level
    elif not in_packs:
        return None
    return level if LEVELS.index(level) >= LEVELS.index(settings.level) else None


def validate(config: Config, packs: Collection[str], rules: Collection[str]) -> "list[Fault]":
    """A fault for each name in the config file that is no pack, rule id or family; for raising as BrokenFiles."""
    wrong = [(keys, kind, name) for keys, kind, name in _names(config.values) if not _known(kind, name, packs, rules)]
    if not wrong:
        return []
    from newslint.configfile import locate

    place = locate(config.path)
    return [place.fault(f'unknown {kind} "{name}"', *keys, hint=_hint(kind, name, packs, rules),
                        at_key=keys[-1] == name) for keys, kind, name in wrong]


def check_options(cli: dict[str, Any], packs: Collection[str], rules: Collection[str]) -> None:
    """Raise UserError where --pack, --select or --ignore names what does not exist."""
    wrong = [f"--{keys[0].removesuffix('s')}: unknown {kind} \"{name}\"\n    | {_hint(kind, name, packs, rules)}"
             for keys, kind, name in _names(cli) if not _known(kind, name, packs, rules)]
    if wrong:
        raise UserError("\n".join(wrong))


def _on(layers: tuple[Layer, ...], rule: str, whole: str, family: str, in_packs: bool) -> bool:
    narrowed = False                        # a stronger layer selects the family
    for layer in layers:
        for name in dict.fromkeys((rule, whole)):
            said = layer.rules.get(name)
            if said == "off" or name in layer.ignore:
                return False
            if said or name in layer.select:
                return True
        if narrowed:
            continue
        if layer.rules.get(family) == "off" or family in layer.ignore:
            return False
        if layer.select:
            if family not in layer.select:
                return False
            narrowed = True
    return narrowed or in_packs


def _settings(config: Config, overrides: list[dict[str, Any]]) -> Settings:
    values = {**DEFAULTS, **config.values}
    for override in overrides:
        values.update((name, override[name]) for name in ("packs", "language") if name in override)
    zoned = [override for override in overrides if override.get("zones")]
    whole = [override for override in overrides if not override.get("zones")]
    layers = [_layer(source) for source in (config.cli, *reversed(whole), config.values)]
    values.update((name, value) for name, value in config.cli.items() if name not in ("select", "ignore"))
    paths = {name: tuple(os.path.normpath(os.path.join(config.folder, path)) for path in values[name])
             for name in PATHS}
    return Settings(tuple(values["packs"]), values["level"], values["fail_level"], values["dialect"],
                    values["language"], tuple(values["words"]), tuple(values["names"]), paths["word_files"],
                    paths["name_files"], paths["fact_files"], paths["rule_folders"], values["records"],
                    values["max_size"], tuple(layer for layer in layers if any(layer)),
                    tuple(name for name in values["engines"] if name != NO_ENGINE),
                    _engine(config, values["languagetool"]),
                    tuple((name.rstrip("/"), zone) for override in zoned for name in override.get("ignore", ())
                          for zone in override["zones"]))


def _engine(config: Config, values: dict[str, Any]) -> dict[str, Any]:
    """The settings of an engine, its files made absolute; a Java without a slash is looked for on the PATH."""
    found = dict(values)
    if "profile" in found:
        found["profile"] = os.path.normpath(os.path.join(config.folder, found["profile"]))
    if "java" in found and os.path.dirname(found["java"]):
        found["java"] = os.path.normpath(os.path.join(config.folder, found["java"]))
    return found


def _layer(source: dict[str, Any]) -> Layer:
    return Layer({name.rstrip("/"): level for name, level in source.get("rules", {}).items()},
                 frozenset(name.rstrip("/") for name in source.get("select", ())),
                 frozenset(name.rstrip("/") for name in source.get("ignore", ())))


def _in_folder(folder: str) -> Config | None:
    for name in NAMES:
        path = os.path.join(folder, name)
        try:
            with open(path, "rb") as file:
                data = file.read()
        except (FileNotFoundError, NotADirectoryError):
            continue
        except OSError as error:
            if os.path.lexists(path):       # else it is the folder that cannot be looked into
                raise UserError(f"{shown(path)}: the config file cannot be read: {error.strerror}") from None
            continue
        config = _parsed(path, data)
        if config is not None:
            return config
    return None


def _parsed(path: str, data: bytes) -> Config | None:
    """The config these bytes hold; None for a TOML file without our table."""
    toml = path.endswith(".toml")
    if toml and b"newslint" not in data:
        return None
    key = (b"toml " if toml else b"yaml ") + data
    kept = cache.read("config", key)
    if kept is None:
        from newslint.configfile import parse

        kept = (parse(shown(path), data),)
        cache.write("config", key, kept)
    values = kept[0]
    if values is None:
        return None
    folder = os.path.dirname(os.path.abspath(path))
    if not all(there(name, os.path.join(folder, path)) for name in PATHS for path in values.get(name, ())):
        from newslint.configfile import missing

        raise missing(shown(path), folder, {name: values.get(name, []) for name in PATHS})
    return Config(shown(path), folder, values, {}, {})


def home(config: Config) -> str:
    """The folder in which the baseline and the list of suppressions are: beside the config, or where there is none at
    the root of the repository."""
    if config.path:
        return config.folder
    folder = config.folder
    while not os.path.exists(os.path.join(folder, ".git")):
        folder, below = os.path.dirname(folder), folder
        if folder == below:
            return config.folder
    return folder


def there(setting: str, path: str) -> bool:
    """Whether this is what the setting, one of PATHS, asks for."""
    return os.path.isdir(path) if setting == "rule_folders" else os.path.isfile(path)


def shown(path: str) -> str:
    """A path for people: relative where it lies below the working folder."""
    below = os.path.join(os.getcwd(), "")
    return path[len(below):] if path.startswith(below) else path


def _names(source: dict[str, Any]) -> list[tuple[tuple[Any, ...], str, str]]:
    """Every pack, rule and family named: where (the keys that lead there), "pack" or "rule", and the name."""
    found: list[tuple[tuple[Any, ...], str, str]] = []
    for key, kind in (("packs", "pack"), ("select", "rule"), ("ignore", "rule")):
        found += [((key, n), kind, name) for n, name in enumerate(source.get(key, ()))]
    found += [(("rules", name), "rule", name) for name in source.get("rules", ())]
    for n, override in enumerate(source.get("overrides", ())):
        found += [(("overrides", n, *keys), kind, name) for keys, kind, name in _names(override)]
    return found


def _known(kind: str, name: str, packs: Collection[str], rules: Collection[str]) -> bool:
    if kind == "pack":
        return name in packs
    family = name.rstrip("/")
    return name in rules or name.startswith(ALWAYS_KNOWN) or family == "grammar" or family in _families(rules)


def _hint(kind: str, name: str, packs: Collection[str], rules: Collection[str]) -> str:
    from newslint.faults import advice, nearest

    if kind == "pack":
        return advice(name, sorted(packs))
    whole = sorted(rule for rule in rules if rule.partition("/")[2] == name)
    near = whole[0] if whole else nearest(name.rstrip("/"), [*sorted(rules), *sorted(_families(rules))])
    return f'did you mean "{near}"?' if near else "newslint rules list shows all of them"


def _families(rules: Collection[str]) -> set[str]:
    return {rule.partition("/")[0] for rule in rules}


def _relative(config: Config, path: str) -> str:
    full = os.path.abspath(path)
    below = os.path.join(config.folder, "")
    if full.startswith(below):
        relative = full[len(below):]
    else:
        try:
            relative = os.path.relpath(full, config.folder)
        except ValueError:                  # another drive
            relative = full
    return relative.replace(os.sep, "/") + "/" * path.endswith(("/", os.sep))
