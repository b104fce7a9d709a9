"""`newslint rules …` and `newslint explain`: what there is, why, and whether its examples hold."""
from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from typing import Any

from newslint import config, engine, pack, rulefile, rulefolder, schema
from newslint.errors import UserError
from newslint.faults import BrokenFiles, Fault, advice, nearest
from newslint.formats import text as text_format
from newslint.kinds import KINDS
from newslint.model import Finding, Rule
from newslint.report.visible import visible
from newslint.run import Checker

WIDTH = 100
ARTICLES = "\n=====\n"                     # between the articles of an example of several


def rules(options: Any) -> int:
    return {"list": _list, "show": _show, "test": _test, "schema": _schema}[options.action](options)


def explain(options: Any) -> int:
    """Why a rule is there, in the words of its file, with its examples."""
    import textwrap

    if options.rule.startswith(config.ALWAYS_KNOWN):
        from newslint.engines.languagetool import commands

        settings = config.effective(Checker(options).config_of("."), ".") if hasattr(options, "isolated") else None
        print(commands.explain(options.rule, settings.languagetool if settings else {}))
        return 0
    rule = _named(options)
    bullet = textwrap.TextWrapper(WIDTH, initial_indent="  - ", subsequent_indent="    ", replace_whitespace=False).fill
    lines = [f"{rule.id} ({rule.level}, kind {rule.kind})", "", rule.message, "", textwrap.fill(rule.why, WIDTH), ""]
    lines += ["Marked:", *(bullet(visible(_text(example))) for example in rule.bad), ""]
    lines += ["Left alone:", *(bullet(visible(text)) for text in rule.good), ""]
    lines += [f"Where: {', '.join(sorted(rule.zones))}", f"Source: {'; '.join(map(_source, rule.source))}",
              f"To turn it off: newslint --ignore {rule.id}, or under “rules” in .newslint.yaml: {rule.id}: off"]
    print("\n".join(lines))
    return 0


def _list(options: Any) -> int:
    all_rules = pack.rules(_folders(options))
    families = {rule.family for rule in all_rules}
    for family in options.families:
        if family.rstrip("/") not in families:
            raise UserError(f'no rules of a family "{family}": {advice(family, sorted(families), 20)}')
    wanted = {family.rstrip("/") for family in options.families} or families
    for rule in all_rules:
        if rule.family in wanted:
            print(f"{rule.level:<10}  {rule.id:<40}  {rule.message}")
    return 0


def _show(options: Any) -> int:
    with open(_named(options).path, encoding="utf-8") as file:
        sys.stdout.write(file.read())
    return 0


def _schema(options: Any) -> int:
    print(json.dumps(schema.json_schema(), indent=2, ensure_ascii=False))
    return 0


def _test(options: Any) -> int:
    texts = [text for name in options.paths for text in _texts(name, options)]
    if options.paths and not texts:
        raise UserError(f"{', '.join(options.paths)}: no rule file here (.yaml)")
    if not texts:
        texts = [text for folder in (rulefolder.shipped(), *_folders(options)) for text in rulefolder.texts(folder)]
    faults: list[Fault] = []
    examples = 0
    for text in texts:
        try:
            rule, locate = rulefile.read_one(text)
        except BrokenFiles as error:
            faults += error.faults
            continue
        examples += len(rule.bad) + len(rule.good)
        faults += [locate.fault(problem, *keys) for keys, problem in failures(rule)]
    if faults:
        raise BrokenFiles(faults)
    print(f"{len(texts)} rule files, {examples} examples: all as they should be.")
    return 0


def _texts(name: str, options: Any) -> list[rulefolder.RuleText]:
    """The rule files that a path, the id of a rule or a family names."""
    if os.path.isdir(name):
        return rulefolder.texts(name)
    if os.path.isfile(name):
        return [rulefolder.text(name)]
    # A rule is named after its file, and its family after the folder.
    paths = {f"{text.family}/{os.path.splitext(os.path.basename(text.path))[0]}": text
             for folder in (rulefolder.shipped(), *_folders(options)) for text in rulefolder.texts(folder)}
    if found := [text for id, text in paths.items() if name.rstrip("/") in (id, text.family)]:
        return found
    near = nearest(name, paths)
    raise UserError(f"{name}: no such rule, rule file or folder" + (f'; did you mean "{near}"?' if near else ""))


def failures(rule: Rule) -> Iterator[tuple[tuple[Any, ...], str]]:
    """The examples that do not hold: where they stand in the file, and what came instead."""
    if rule.kind == schema.NOTE:
        return
    ready = trial(rule)
    for number, example in enumerate(rule.bad):
        findings = tried(rule, _text(example), ready)
        if not findings:
            yield ("bad", number), "this bad example is not found"
        elif not isinstance(example, str):
            for key, found in (("match", findings[0].match), ("suggestion", next(iter(findings[0].suggestions), ""))):
                if (wanted := example[key]) is not None and wanted != found:
                    yield ("bad", number, key), f"found “{found}” instead"
    for number, example in enumerate(rule.good):
        if findings := tried(rule, example, ready):
            yield ("good", number), f"this good example is found: “{findings[0].match}”"


def trial(rule: Rule) -> pack.Pack:
    """The pack in which a rule's examples are tried: itself, and the rules whose findings its kind goes by."""
    beside = getattr(KINDS[rule.kind], "GOES_BY", ())
    others = [other for other in pack.rules(()) if other.kind in beside and other.id != rule.id] if beside else []
    return pack.of([*others, rule])


def tried(rule: Rule, text: str, ready: pack.Pack) -> list[Finding]:
    """What the rule finds in an example: one article, or several with a line of “=====” between them."""
    documents = [document for number, article in enumerate(text.split(ARTICLES))
                 for document in text_format.read(f"example{number or ''}.txt", article, None)]
    gathered: list[engine.Gathered] = []
    found = [finding for its in engine.check_all(documents, ready, gathered) for finding in its]
    for number, hits in engine.conclude(gathered).items():
        found += engine.concluded(documents[number], hits, ready)
    return [finding for finding in found if finding.rule == rule.id]


def _text(example: Any) -> str:
    return example if isinstance(example, str) else str(example["text"])


def _source(source: Any) -> str:
    return source if isinstance(source, str) else ", ".join(str(value) for value in source.values())


def _named(options: Any) -> Rule:
    all_rules = {rule.id: rule for rule in pack.rules(_folders(options))}
    if options.rule not in all_rules:
        whole = next((f'did you mean "{name}"?' for name in all_rules if name.endswith("/" + options.rule)), "")
        hint = whole or advice(options.rule, all_rules) or "newslint rules list shows all of them"
        raise UserError(f'unknown rule "{options.rule}": {hint}')
    return all_rules[options.rule]


def _folders(options: Any) -> list[str]:
    """The rule folders of the config that holds here."""
    checker = Checker(options) if hasattr(options, "isolated") else None
    origin = checker.config_of(".") if checker else None
    names = origin.values.get("rule_folders", []) if origin else []
    return [os.path.join(origin.folder, name) for name in names] if origin else []
