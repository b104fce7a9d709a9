"""Rule files, read and checked: every fault is told with its line, none is skipped."""
from __future__ import annotations

import os
import re
from collections.abc import Mapping
from typing import Any

from newslint import schema
from newslint.faults import BrokenFiles, Fault, advice
from newslint.kinds import KINDS
from newslint.model import UNREAD, ZONES, Rule
from newslint.patterns import PatternError
from newslint.phrases import PhraseError
from newslint.rulefolder import RuleText
from newslint.yamlfile import Locate, decode, faults_from_pydantic, load

# What a person said is theirs, words and all; its typing is the newsroom's.
NOT_IN_QUOTATIONS = ("usage", "style", "ap", "bbc", "guardian", "reuters", "economist")
# Debris and damage can be anywhere, also in an address.
PLACE = re.compile(r"\{[a-z0-9]+\}")
EVERYWHERE = ("artifacts", "encoding")
MISSING = {
    "bad": ('a rule needs at least one "bad" example', 'add:  bad: ["a sentence with the fault"]'),
    "good": ('a rule needs at least one "good" example', 'add:  good: ["a sentence that looks alike and is right"]'),
    "why": ('a rule needs a "why"', "add:  why: the reason, in your own words"),
    "source": ('a rule needs a "source"', "add:  source: [name of a guide, or an address]"),
}


def read(texts: list[RuleText], others: Mapping[str, str] | None = None) -> list[Rule]:
    """All rules of these files. `others` are the ids taken already, with their files. Raises BrokenFiles with every
    fault in all of them."""
    rules: list[Rule] = []
    faults: list[Fault] = []
    first: dict[str, str] = dict(others or {})
    for text in texts:
        try:
            rule, locate = read_one(text)
        except BrokenFiles as error:
            faults += error.faults
            continue
        if rule.id in first:
            faults.append(locate.fault(f'"{rule.id}" is also the id of the rule in {first[rule.id]}', "id",
                                       hint="give one of the two another name"))
        first.setdefault(rule.id, text.path)
        rules.append(rule)
    if faults:
        raise BrokenFiles(faults)
    return rules


def read_one(text: RuleText) -> tuple[Rule, Locate]:
    """One rule and the places in its file. Raises BrokenFiles."""
    from pydantic import ValidationError

    data, locate = load(text.path, decode(text.path, text.data))
    kind = data.get("kind")
    if kind not in schema.KIND_NAMES:
        message = 'a rule needs a "kind"' if kind is None else f'unknown kind "{kind}"'
        raise BrokenFiles([locate.fault(message, "kind", hint=advice(str(kind or ""), schema.KIND_NAMES, 30))])
    try:
        model = schema.model(kind).model_validate(data)
    except ValidationError as error:
        raise BrokenFiles(faults_from_pydantic(error, locate, lambda keys: _known(kind, keys), MISSING)) from None
    rule = _rule(text, kind, model)
    faults = list(_faults(text, rule, data, locate))
    if faults:
        raise BrokenFiles(faults)
    return rule, locate


def _rule(text: RuleText, kind: str, model: Any) -> Rule:
    options = {name: getattr(model, name) for name in schema.kind_fields(kind)}
    swap = model.fix.swap if model.fix else None
    if "swap" not in options:
        options["swap"] = [swap] if isinstance(swap, str) else swap or []
    zones = frozenset(model.zones or _default_zones(text.family))
    bad = [example if isinstance(example, str) else example.model_dump() for example in model.bad]
    source = [entry if isinstance(entry, str) else entry.model_dump(exclude_none=True) for entry in model.source]
    return Rule(f"{text.family}/{model.id}", kind, model.level, model.message, model.why, source, zones, options,
                bool(model.fix and model.fix.safe), bad, model.good, text.path)


def _default_zones(family: str) -> set[str]:
    if family in EVERYWHERE:
        return set(ZONES) - {"artifact"}
    return set(ZONES) - {*UNREAD, "literal"} - ({"quotation"} if family in NOT_IN_QUOTATIONS else set())


def _faults(text: RuleText, rule: Rule, data: dict[str, Any], locate: Locate) -> list[Fault]:
    """What no schema can see: the name, the examples, the phrases and patterns."""
    faults = []
    name = os.path.splitext(os.path.basename(text.path))[0]
    if data["id"] != name:
        faults.append(locate.fault(f'the id should be the name of its file, "{name}"', "id"))
    faults += [locate.fault(MISSING[key][0], key, hint=MISSING[key][1]) for key in ("bad", "good") if not data[key]]
    if set(PLACE.sub("", rule.message)) & set("{}"):
        faults.append(locate.fault("the message has a brace that is not part of a {name}", "message",
                                   hint="name one of {match}, {suggestion}, {1} or what the kind fills in"))
    return faults + (_refused(rule, data, locate) if rule.kind != schema.NOTE else [])


def _refused(rule: Rule, data: dict[str, Any], locate: Locate) -> list[Fault]:
    """The phrases and patterns its kind does not take, each by itself."""
    faults: list[Fault] = []
    while True:
        try:
            KINDS[rule.kind].prepare([rule])
            return faults
        except (PhraseError, PatternError) as error:
            way = _way_to(data, error.text)
            faults.append(locate.fault(error.problem, *way, at_key=error.text in data.get("swap", ())))
            options = _without(rule.options, error.text)
            if options == rule.options:
                return faults
            rule = rule._replace(options=options)


def _without(value: Any, text: str) -> Any:
    """The same data without this text, its key or its value."""
    if isinstance(value, dict):
        return {key: _without(item, text) for key, item in value.items() if text not in (key, item)}
    return [_without(item, text) for item in value if item != text] if isinstance(value, list) else value


def _known(kind: str, keys: tuple[Any, ...]) -> list[str]:
    """The fields a mapping in a rule file may have."""
    fields = schema.model(kind).model_fields
    if not keys:
        return [schema.hyphened(name) for name in fields]
    inner = {"fix": ["swap", "safe"], "source": ["guide", "entry", "url", "checked"],
             "bad": ["text", "match", "suggestion"], "measured": ["news", "checked"]}
    return inner.get(keys[0], [])


def _way_to(data: Any, wanted: str, way: tuple[Any, ...] = ()) -> tuple[Any, ...]:
    """The keys that lead to this text in the file's data; () where it is not there."""
    items = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for key, value in items:
        if wanted in (key, value):
            return (*way, key)
        if found := _way_to(value, wanted, (*way, key)):
            return found
    return ()
