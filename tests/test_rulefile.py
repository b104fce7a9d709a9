"""Rule files: what a sound one becomes, and what a broken one says, drawn to the letter."""
from __future__ import annotations

import json

import pytest

from newslint import rulefile, rulefolder, schema
from newslint.errors import UserError
from newslint.faults import BrokenFiles
from newslint.model import ZONES

ALOT = """\
id: alot
kind: phrase
level: error
message: "“{match}” is two words."
why: It is not one word.
source: [a guide]
match: [alot]
fix: {swap: a lot, safe: true}
bad: ["It rained alot."]
good: ["It rained a lot."]
"""


def text(source, path="rules/usage/alot.yaml", family="usage"):
    return rulefolder.RuleText(path, family, source if isinstance(source, bytes) else source.encode())


def changed(*changes):
    source = ALOT
    for old, new in changes:
        assert old in source, old
        source = source.replace(old, new)
    return source


def complaint(*texts):
    with pytest.raises(BrokenFiles) as error:
        rulefile.read(list(texts))
    return str(error.value)


# Sound files ---------------------------------------------------------------------------------------------------------

def test_a_rule():
    [rule] = rulefile.read([text(ALOT)])
    assert rule.id == "usage/alot" and rule.family == "usage" and rule.kind == "phrase" and rule.level == "error"
    assert rule.message == "“{match}” is two words." and rule.why == "It is not one word." and rule.source == ["a guide"]
    assert rule.safe and rule.bad == ["It rained alot."] and rule.good == ["It rained a lot."]
    assert rule.options == {"match": ["alot"], "swap": ["a lot"], "not_before": None, "not_after": None, "clause": None,
                            "lists": None}
    assert rule.path == "rules/usage/alot.yaml"


ZONES_OF = {
    "usage leaves quotations and literals alone": ("usage", "", {*ZONES} - {"artifact", "foreign", "literal", "quotation"}),
    "a house does too": ("bbc", "", {*ZONES} - {"artifact", "foreign", "literal", "quotation"}),
    "grammar leaves literals alone": ("grammar", "", {*ZONES} - {"artifact", "foreign", "literal"}),
    "damage is damage everywhere": ("encoding", "", {*ZONES} - {"artifact"}),
    "the rule's own": ("usage", "zones: [headline, quotation]\n", {"headline", "quotation"}),
}


@pytest.mark.parametrize("family, line, zones", ZONES_OF.values(), ids=ZONES_OF.keys())
def test_zones(family, line, zones):
    [rule] = rulefile.read([text(ALOT + line, f"rules/{family}/alot.yaml", family)])
    assert rule.zones == zones and rule.id == f"{family}/alot"


SOURCES = {
    "a name": ("[a guide]", ["a guide"]),
    "a guide and its entry": ("[{guide: bbc, entry: alot}]", [{"guide": "bbc", "entry": "alot"}]),
    "an address and a date": ("[{url: 'https://example.org', checked: 2026-11-21}]",
                              [{"url": "https://example.org", "checked": "2026-11-21"}]),
}


@pytest.mark.parametrize("source, expected", SOURCES.values(), ids=SOURCES.keys())
def test_source(source, expected):
    assert rulefile.read([text(changed(("[a guide]", source)))])[0].source == expected


SWAPS = {
    "one": ("fix: {swap: a lot}", ["a lot"], False),
    "two": ("fix: {swap: [a lot, allot]}", ["a lot", "allot"], False),
    "none": ("fix: {safe: true}", [], True),
}


@pytest.mark.parametrize("fix, swap, safe", SWAPS.values(), ids=SWAPS.keys())
def test_fix(fix, swap, safe):
    [rule] = rulefile.read([text(changed(("fix: {swap: a lot, safe: true}", fix)))])
    assert rule.options["swap"] == swap and rule.safe is safe


def test_an_example_may_say_what_is_found():
    [rule] = rulefile.read([text(changed(('["It rained alot."]', "[{text: It rained alot., match: alot}]")))])
    assert rule.bad == [{"text": "It rained alot.", "match": "alot", "suggestion": None}]


# Broken files --------------------------------------------------------------------------------------------------------

KINDS = ", ".join(schema.KIND_NAMES)
A_REGEX = ("kind: phrase", "kind: regex")
BROKEN = {
    "no kind": (changed(("kind: phrase\n", "")), f"""\
rules/usage/alot.yaml: a rule needs a "kind"
    | one of: {KINDS}"""),
    "a wrong kind": (changed(("kind: phrase", "kind: phrases")), f"""\
rules/usage/alot.yaml:2:7: error: unknown kind "phrases"
  2 | kind: phrases
    |       ^^^^^^^ did you mean "phrase"? One of: {KINDS}"""),
    "a kind like no other": (changed(("kind: phrase", "kind: 7")), f"""\
rules/usage/alot.yaml:2:7: error: unknown kind "7"
  2 | kind: 7
    |       ^ one of: {KINDS}"""),
    "a wrong level": (changed(("level: error", "level: eror")), """\
rules/usage/alot.yaml:3:8: error: unknown level "eror"
  3 | level: eror
    |        ^^^^ did you mean "error"? One of: error, warning, suggestion"""),
    "a misspelt key": (changed(("level: error", "levle: error")), """\
rules/usage/alot.yaml:3:1: error: unknown key "levle"
  3 | levle: error
    | ^^^^^ did you mean "level"?"""),
    "a key inside fix": (changed(("safe: true", "save: true")), """\
rules/usage/alot.yaml:8:20: error: unknown key "save"
  8 | fix: {swap: a lot, save: true}
    |                    ^^^^ did you mean "safe"? One of: swap, safe"""),
    "a key inside an example": (changed(('["It rained alot."]', "[{text: It rained alot., finds: alot}]")), """\
rules/usage/alot.yaml:9:31: error: unknown key "finds"
  9 | bad: [{text: It rained alot., finds: alot}]
    |                               ^^^^^ one of: text, match, suggestion"""),
    "a name that is not the file's": (changed(("id: alot", "id: a-lot")), """\
rules/usage/alot.yaml:1:5: error: the id should be the name of its file, "alot"
  1 | id: a-lot
    |     ^^^^^"""),
    "no bad": (changed(('bad: ["It rained alot."]\n', "")), """\
rules/usage/alot.yaml: a rule needs at least one "bad" example
    | add:  bad: ["a sentence with the fault"]"""),
    "an empty bad": (changed(('bad: ["It rained alot."]', "bad: []")), """\
rules/usage/alot.yaml:9:6: error: a rule needs at least one "bad" example
  9 | bad: []
    |      ^^ add:  bad: ["a sentence with the fault"]"""),
    "no good": (changed(('good: ["It rained a lot."]\n', "")), """\
rules/usage/alot.yaml: a rule needs at least one "good" example
    | add:  good: ["a sentence that looks alike and is right"]"""),
    "no why": (changed(("why: It is not one word.\n", "")), """\
rules/usage/alot.yaml: a rule needs a "why"
    | add:  why: the reason, in your own words"""),
    "no source": (changed(("source: [a guide]\n", "")), """\
rules/usage/alot.yaml: a rule needs a "source"
    | add:  source: [name of a guide, or an address]"""),
    "nothing to match": (changed(("match: [alot]\n", "")), """\
rules/usage/alot.yaml: "match" is missing
    | add:  match: …"""),
    "a text for a list": (changed(("match: [alot]", "match: alot")), """\
rules/usage/alot.yaml:7:8: error: "match" should be a list, not text
  7 | match: alot
    |        ^^^^ write it as ["alot"]"""),
    "a number in a list": (changed(("match: [alot]", "match: [alot, 7]")), """\
rules/usage/alot.yaml:7:15: error: entry 2 of "match" should be text, not a number
  7 | match: [alot, 7]
    |               ^ put quotes around it"""),
    "an unknown zone": (ALOT + "zones: [body, headlines]\n", """\
rules/usage/alot.yaml:11:15: error: unknown entry "headlines" in "zones"
 11 | zones: [body, headlines]
    |               ^^^^^^^^^ did you mean "headline"? One of: headline, byline, dateline, body, caption, artifact, foreign, \
quotation, literal"""),
    "a brace in the message": (changed(("“{match}”", "“{match”")), """\
rules/usage/alot.yaml:4:10: error: the message has a brace that is not part of a {name}
  4 | message: "“{match” is two words."
    |          ^^^^^^^^^^^^^^^^^^^^^^^^ name one of {match}, {suggestion}, {1} or what the kind fills in"""),
    "a broken phrase": (changed(("match: [alot]", "match: [alot, (a|b of]")), """\
rules/usage/alot.yaml:7:15: error: “(” has no partner, or stands inside another group
  7 | match: [alot, (a|b of]
    |               ^^^^^^^"""),
    "a broken guard": (ALOT + "not-before: ['of ']\n", """\
rules/usage/alot.yaml:11:14: error: “of ” has a space too many: put the space inside the alternatives
 11 | not-before: ['of ']
    |              ^^^^^"""),
    "a group the phrase does not have": (changed(("swap: a lot", 'swap: "{1} lot"')), """\
rules/usage/alot.yaml:8:13: error: {1} stands for nothing in “alot”
  8 | fix: {swap: "{1} lot", safe: true}
    |             ^^^^^^^^^"""),
    "not a regex": (changed(A_REGEX, ("match: [alot]", "match: ['a(lot']")), """\
rules/usage/alot.yaml:7:9: error: not a valid regex: missing ), unterminated subpattern at position 1
  7 | match: ['a(lot']
    |         ^^^^^^^"""),
    "a regex that can run away": (changed(A_REGEX, ("match: [alot]", "match: [alot, '(a+)+lot']")), """\
rules/usage/alot.yaml:7:15: error: can run away on a long line: a repeat without an end holds another one; bound the \
outer one, as in {1,5}
  7 | match: [alot, '(a+)+lot']
    |               ^^^^^^^^^^"""),
    "a regex that matches nothing": (changed(A_REGEX, ("match: [alot]", "match: ['(?:alot)?']")), """\
rules/usage/alot.yaml:7:9: error: matches nothing at all, that is, everywhere: make a part of it obligatory
  7 | match: ['(?:alot)?']
    |         ^^^^^^^^^^^"""),
    "not YAML": (changed(("It is not", "It is: not")), """\
rules/usage/alot.yaml:5:11: error: a colon and a space inside a value
  5 | why: It is: not one word.
    |           ^ put the whole text in quotes"""),
    "a list that is not closed": (changed(("[alot]", "[alot")), """\
rules/usage/alot.yaml:7:8: error: what [ opens here is not closed, or a comma is missing
  7 | match: [alot
    |        ^"""),
    "nothing in it": ("", """\
rules/usage/alot.yaml: the file is empty; it should hold lines of the form “key: value”"""),
    "not UTF-8": (ALOT.encode().replace(b"rained a", b"r\xe9ined a"), """\
rules/usage/alot.yaml:9:12: error: byte 0xe9 is not UTF-8
  9 | bad: ["It r\ufffdined alot."]
    |            ^ save the file as UTF-8"""),
}


@pytest.mark.parametrize("source, expected", BROKEN.values(), ids=BROKEN.keys())
def test_broken(source, expected):
    assert complaint(text(source)) == f"{expected}\n1 problem in 1 rule file; nothing was checked."


SEVERAL = {
    "in the fields": (changed(("error", "eror"), ("[alot]", "alot"), ('bad: ["It rained alot."]\n', "")), """\
rules/usage/alot.yaml:3:8: error: unknown level "eror"
  3 | level: eror
    |        ^^^^ did you mean "error"? One of: error, warning, suggestion
rules/usage/alot.yaml:7:8: error: "match" should be a list, not text
  7 | match: alot
    |        ^^^^ write it as ["alot"]
rules/usage/alot.yaml: a rule needs at least one "bad" example
    | add:  bad: ["a sentence with the fault"]
3 problems in 1 rule file; nothing was checked."""),
    "in the phrases": (changed(("id: alot", "id: a-lot"), ("[alot]", "[alot, (a|b of, 'x  y']")), """\
rules/usage/alot.yaml:1:5: error: the id should be the name of its file, "alot"
  1 | id: a-lot
    |     ^^^^^
rules/usage/alot.yaml:7:15: error: “(” has no partner, or stands inside another group
  7 | match: [alot, (a|b of, 'x  y']
    |               ^^^^^^^
rules/usage/alot.yaml:7:24: error: “x  y” has a space too many: put the space inside the alternatives
  7 | match: [alot, (a|b of, 'x  y']
    |                        ^^^^^^
3 problems in 1 rule file; nothing was checked."""),
    "in a swap": (changed(("kind: phrase", "kind: swap"), ("swap: a lot, ", ""),
                          ("match: [alot]", "swap: {'a (': b, 'b|c': d, alot: '{1} x', of: [a, '{2} y']}")), """\
rules/usage/alot.yaml:7:8: error: “(” has no partner, or stands inside another group
  7 | swap: {'a (': b, 'b|c': d, alot: '{1} x', of: [a, '{2} y']}
    |        ^^^^^
rules/usage/alot.yaml:7:18: error: “|” has no partner, or stands inside another group
  7 | swap: {'a (': b, 'b|c': d, alot: '{1} x', of: [a, '{2} y']}
    |                  ^^^^^
rules/usage/alot.yaml:7:34: error: {1} stands for nothing in “alot”
  7 | swap: {'a (': b, 'b|c': d, alot: '{1} x', of: [a, '{2} y']}
    |                                  ^^^^^^^
rules/usage/alot.yaml:7:51: error: {2} stands for nothing in “of”
  7 | swap: {'a (': b, 'b|c': d, alot: '{1} x', of: [a, '{2} y']}
    |                                                   ^^^^^^^
4 problems in 1 rule file; nothing was checked."""),
    "in the forms of a consistency": (changed(("kind: phrase", "kind: consistency"), ("swap: a lot, ", ""),
                                              ("match: [alot]", "forms: {a: 'a(', b: '(b+)+c'}")), """\
rules/usage/alot.yaml:7:12: error: not a valid regex: missing ), unterminated subpattern at position 1
  7 | forms: {a: 'a(', b: '(b+)+c'}
    |            ^^^^
rules/usage/alot.yaml:7:21: error: can run away on a long line: a repeat without an end holds another one; bound the \
outer one, as in {1,5}
  7 | forms: {a: 'a(', b: '(b+)+c'}
    |                     ^^^^^^^^
2 problems in 1 rule file; nothing was checked."""),
}


@pytest.mark.parametrize("source, expected", SEVERAL.values(), ids=SEVERAL.keys())
def test_every_fault_of_a_file(source, expected):
    assert complaint(text(source)) == expected


def test_every_fault_of_all_files():
    assert complaint(text(changed(("error", "eror"))), text(changed(("id: alot", "id: lot")), "rules/usage/lot.yaml"),
                     text(changed(("id: alot", "id: few")), "rules/usage/a-few.yaml")) == """\
rules/usage/a-few.yaml:1:5: error: the id should be the name of its file, "a-few"
  1 | id: few
    |     ^^^
rules/usage/alot.yaml:3:8: error: unknown level "eror"
  3 | level: eror
    |        ^^^^ did you mean "error"? One of: error, warning, suggestion
2 problems in 2 rule files; nothing was checked."""


def test_two_files_with_one_id():
    assert complaint(text(ALOT), text(ALOT, "mine/usage/alot.yaml")) == """\
mine/usage/alot.yaml:1:5: error: "usage/alot" is also the id of the rule in rules/usage/alot.yaml
  1 | id: alot
    |     ^^^^ give one of the two another name
1 problem in 1 rule file; nothing was checked."""


# Where they are found ------------------------------------------------------------------------------------------------

def test_find(tmp_path):
    for name in ("usage/alot.yaml", "usage/b.yml", "usage/deep/c.yaml", "top.yaml", "packs.yaml", "usage/packs.yaml", "usage/notes.md",
                 ".hidden/d.yaml"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(name)
    found = rulefolder.texts(str(tmp_path))
    assert [(found.path[len(str(tmp_path)) + 1:], found.family, found.data.decode()) for found in found] == [
        ("top.yaml", tmp_path.name, "top.yaml"), ("usage/alot.yaml", "usage", "usage/alot.yaml"),
        ("usage/b.yml", "usage", "usage/b.yml"), ("usage/packs.yaml", "usage", "usage/packs.yaml"),
        ("usage/deep/c.yaml", "deep", "usage/deep/c.yaml")]


def test_a_rule_file_that_cannot_be_read(tmp_path):
    (tmp_path / "a.yaml").symlink_to(tmp_path / "nowhere")
    with pytest.raises(UserError, match=r"a\.yaml: cannot be read: No such file or directory"):
        rulefolder.texts(str(tmp_path))


# The schema for editors ----------------------------------------------------------------------------------------------

def test_json_schema_has_a_branch_for_every_kind():
    branches = schema.json_schema()["oneOf"]
    assert [branch["properties"]["kind"]["const"] for branch in branches] == KINDS.split(", ")
    for branch in branches:
        assert {"id", "kind", "level", "message", "why", "source", "bad", "good"} <= {*branch["required"]}
        assert branch["additionalProperties"] is False


def test_json_schema_is_whole():
    whole = schema.json_schema()
    names = {line.split('"')[0] for line in json.dumps(whole).split("#/$defs/")[1:]}
    assert names <= whole["$defs"].keys()


@pytest.mark.parametrize("kind", schema.KIND_NAMES)
def test_keys_are_written_with_hyphens(kind):
    assert not [name for name in schema.model(kind).model_json_schema(by_alias=True)["properties"] if "_" in name]
