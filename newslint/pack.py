"""From rule files to one compiled pack: what is looked for, for whom, and at which level it reports.

A pack is kept in the cache under a key made of the bytes of all rule files, the settings and newslint's own version, so
that ruamel and pydantic are imported only when one of them changed.
"""
import os
from collections.abc import Iterable
from importlib import import_module
from types import ModuleType
from typing import Any, NamedTuple

from newslint import __version__, accepted, cache, config, rulefolder
from newslint.accepted import Accepted
from newslint.errors import UserError
from newslint.foreign import ENGLISH
from newslint.match import Keys, Matcher, Net, Plan
from newslint.model import LEVELS, Rule

# Settings that change no rule of ours.
WORDS = ("words", "names", "word_files", "name_files")
ENGINES = ("engines", "languagetool")
OWN = "newslint"                            # the family of what newslint says about the run; in every pack


class Packed(NamedTuple):
    """What of a rule is needed to report it."""

    level: str
    message: str
    zones: frozenset[str]
    safe: bool


class Part(NamedTuple):
    """One kind with its data and its share of the phrases and regexes."""

    kind: ModuleType
    data: Any
    phrases: range
    regexes: range
    always: bool                            # look at a text even where nothing was found for the kind


class Pack(NamedTuple):
    parts: list[Part]
    first_phrases: list[int]                # of each part; those that have none share the number of the next
    first_regexes: list[int]
    matcher: Matcher
    rules: dict[str, Packed]
    accepted: Accepted                      # words, names and phrases of the project
    language: str                           # of its articles
    level: str                              # findings are reported from here up


def load(settings: config.Settings, origin: config.Config) -> Pack:
    """The pack for these settings of a config, from the cache where it stands there. Raises UserError."""
    folders = [rulefolder.shipped(), *settings.rule_folders]
    said = (settings._replace(words=(), names=(), word_files=(), name_files=(), engines=(), languagetool={}),
            *({name: value for name, value in source.items() if name not in WORDS + ENGINES}
              for source in (origin.cli, origin.values)))
    key = b"\0".join([repr(_plain(said)).encode(), _own_code(), _content(folders, settings.fact_files)])
    plain = cache.read("pack", key)
    if plain is None:
        plain = _build(rules(settings.rule_folders), packs(), settings, origin)
        cache.write("pack", key, plain)
    return _ready(plain)._replace(accepted=accepted.load(settings))


def _content(folders: list[str], files: Iterable[str] = ()) -> bytes:
    """A digest of all rule files, and of these. While none of them has another time or size than when they were last
    read, that is enough to know they are the same: reading hundreds takes longer than checking an article."""
    paths = [path for folder in folders for path in (*_files(folder), os.path.join(folder, rulefolder.PACKS))]
    paths += files
    stamps = []
    for path in paths:
        try:
            status = os.stat(path)
        except OSError:
            stamps.append(path)             # a link that leads nowhere, a folder without packs.yaml
            continue
        stamps.append(f"{path}\0{status.st_size}\0{status.st_mtime_ns}")
    key = "\n".join(stamps).encode("utf-8", "surrogatepass")
    known: str | None = cache.read("rules", key)
    if known is None:
        known = cache.digest(b"\0".join(part for path in paths for part in (
            path.encode("utf-8", "surrogatepass"), rulefolder.read(path) if os.path.exists(path) else b"")))
        cache.write("rules", key, known)
    return known.encode()


def _files(folder: str) -> list[str]:
    if not os.path.isdir(folder):
        raise UserError(f"{folder}: no such rule folder; correct rule-folders in the config")
    return rulefolder.find(folder)


def packs() -> dict[str, list[str]]:
    """The named packs: name -> families and rule ids."""
    from newslint.yamlfile import load as load_yaml

    path = os.path.join(rulefolder.shipped(), rulefolder.PACKS)
    data, _ = load_yaml(path, rulefolder.read(path).decode())
    return {name: entry["rules"] for name, entry in data.items()}


def rules(folders: Iterable[str]) -> list[Rule]:
    """All rules there are, whether a pack holds them or not."""
    found: list[Rule] = []
    for folder in (rulefolder.shipped(), *folders):
        found += _rules_of(folder, found)
    return found


def _rules_of(folder: str, others: list[Rule]) -> list[Rule]:
    """The rules of a folder. Reading those that come with newslint takes seconds, so they are kept as they were read;
    a folder that was read before may still have a name that one of the `others` has now."""
    key = _own_code() + b"\0" + _content([folder])
    plain = cache.read("parsed", key)
    if plain is not None:
        found = [Rule._make((*rule[:6], frozenset(rule[6]), *rule[7:])) for rule in plain]
        if not {rule.id for rule in found} & {rule.id for rule in others}:
            return found
    from newslint import rulefile

    found = rulefile.read([rulefolder.text(path) for path in _files(folder)], {rule.id: rule.path for rule in others})
    cache.write("parsed", key, [(*rule[:6], sorted(rule.zones), *rule[7:]) for rule in found])
    return found


def active(all_rules: list[Rule], known_packs: dict[str, list[str]], settings: config.Settings) -> dict[str, str]:
    """rule id -> level, for the rules that report under these settings."""
    wanted = {entry.rstrip("/") for name in settings.packs for entry in known_packs[name]}
    own = os.path.abspath(rulefolder.shipped()) + os.sep
    levels = {}
    for rule in all_rules:
        in_packs = rule.id in wanted or rule.family in wanted or rule.family == OWN \
            or not os.path.abspath(rule.path).startswith(own)
        level = config.selected(settings, rule.id, rule.level, in_packs)
        if level is not None:
            levels[rule.id] = level
    return levels


def validate(origin: config.Config, known_packs: dict[str, list[str]], all_rules: list[Rule]) -> None:
    """Raises UserError where the config file or the command line names a pack or rule that does not exist."""
    ids = {rule.id for rule in all_rules}
    config.check_options(origin.cli, known_packs, ids)
    if faults := config.validate(origin, known_packs, ids):
        from newslint.faults import BrokenFiles

        raise BrokenFiles(faults, "config file")


def idle(ready: Pack, settings: config.Settings) -> bool:
    """Whether no rule is on but those about the run itself, and nobody asked for these alone."""
    return all(name.startswith(OWN + "/") for name in ready.rules) \
        and not any(name.startswith(OWN) for layer in settings.layers for name in layer.select)


def compiled(some_rules: list[Rule], levels: dict[str, str], level: str = LEVELS[0]) -> dict[str, Any]:
    """The pack of these rules as plain data."""
    from newslint.keys import plan
    from newslint.kinds import KINDS

    phrases: list[list[str]] = []
    right: dict[int, str] = {}
    plain: dict[str, Any] = {"kinds": [], "regexes": [], "level": level, "rules": {
        rule.id: (levels[rule.id], rule.message, sorted(rule.zones), rule.safe) for rule in some_rules}}
    for name, kind in KINDS.items():
        its_rules = [rule for rule in some_rules if rule.kind == name]
        if its_rules:
            need = kind.prepare(its_rules)
            always = need.always or not (need.phrases or need.regexes)
            plain["kinds"].append((kind.__name__, need.data, len(need.phrases), len(need.regexes), always))
            right.update((len(phrases) + number, text) for number, text in need.right.items())
            phrases += need.phrases
            plain["regexes"] += need.regexes
    net, short, *rest = plan(phrases, plain["regexes"], right)
    plain["plan"] = (_plain_net(net), _plain_net(short), *rest)
    return plain


def of(some_rules: list[Rule]) -> Pack:
    """A pack of just these rules at their own levels, for trying them out."""
    return _ready(compiled(some_rules, {rule.id: rule.level for rule in some_rules}))


def _build(all_rules: list[Rule], known_packs: dict[str, list[str]], settings: config.Settings,
           origin: config.Config) -> dict[str, Any]:
    validate(origin, known_packs, all_rules)
    levels = active(all_rules, known_packs, settings)
    its_rules = [_as_set(rule, settings) for rule in all_rules if rule.id in levels]
    return {**compiled(its_rules, levels, settings.level), "language": settings.language}


def _as_set(rule: Rule, settings: config.Settings) -> Rule:
    """A rule that goes by the language, the variety of English or tables of facts, and names none: with those of the
    settings. One that is silent in some zones: without these."""
    if silent := {zone for name, zone in settings.silent if name in (rule.id, rule.family)}:
        rule = rule._replace(zones=rule.zones - silent)
    for name in ("language", "dialect", "fact_files"):
        if name in rule.options and rule.options[name] is None:
            rule = rule._replace(options={**rule.options, name: getattr(settings, name)})
    return rule


def _ready(plain: dict[str, Any]) -> Pack:
    parts = []
    phrase, regex = 0, 0
    for module, data, phrases, regexes, always in plain["kinds"]:
        parts.append(Part(import_module(module), data, range(phrase, phrase + phrases), range(regex, regex + regexes),
                          always))
        phrase, regex = phrase + phrases, regex + regexes
    known = {name: Packed(level, message, frozenset(zones), safe)
             for name, (level, message, zones, safe) in plain["rules"].items()}
    net, short, *rest = plain["plan"]
    matcher = Matcher(Plan(_net(net), _net(short), *rest), plain["regexes"])
    return Pack(parts, [part.phrases.start for part in parts], [part.regexes.start for part in parts], matcher, known,
                Accepted(frozenset(), frozenset(), 1), plain.get("language", ENGLISH), plain["level"])


def _plain_net(net: Net) -> tuple[Any, ...]:
    return (tuple(net.rare), tuple(net.common), *net[2:])


def _net(plain: tuple[Any, ...]) -> Net:
    return Net(Keys(*plain[0]), Keys(*plain[1]), *plain[2:])


def _plain(value: Any) -> Any:
    """The same data with sets sorted, so that equal settings are equal bytes in every process."""
    if isinstance(value, (frozenset, set)):
        return sorted(map(_plain, value))
    if isinstance(value, dict):
        return sorted((key, _plain(item)) for key, item in value.items())
    if isinstance(value, (tuple, list)):
        return [_plain(item) for item in value]
    return value


def _own_code() -> bytes:
    """What changes whenever the code that compiles a pack may have changed."""
    package = os.path.dirname(os.path.abspath(__file__))
    stamps = [__version__]
    inside = (["kinds"], ["dates"], ["facts"], ["names"], ["numbers"], ["words"], ["words", "data"])
    for folder in (package, *(os.path.join(package, *below) for below in inside)):
        with os.scandir(folder) as entries:
            stamps += sorted(f"{entry.name}{entry.stat().st_mtime_ns}" for entry in entries
                             if entry.name.endswith((".py", ".txt", ".trie", ".yaml")))
    return "\n".join(stamps).encode()
