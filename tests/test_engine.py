"""From a document and rules to findings: where a rule applies, what is reported of it, and that its place is true."""
from __future__ import annotations

import json
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint import cli, engine, pack, sources
from newslint.accepted import Accepted
from newslint.formats import text as text_format
from newslint.model import Hit

PROSE = "The harbour reopened on Monday after a week of storms that kept every boat in port."
SEEDS = sorted((Path(__file__).parent.parent / "seeds").glob("*.txt"))

ARTICLE = f"""\
Harbour harbour opens again after week of storms

By Harbour Vance

{PROSE}

“The harbour is open,” said the mayor. See www.harbour.org and #harbour.

Photo: the harbour at noon

Read more about the harbour
"""
ALL = ["1:1 headline", "1:9 headline", "3:4 byline", "5:5 body", "7:6 quotation", "7:48 body", "7:65 body", "9:12 caption", "11:21 artifact"]
ZONES = {
    "everywhere": (None, "artifact", ALL),
    "where articles are prose": (["headline", "byline", "body", "caption", "quotation"], "artifact",
                                 ["1:1 headline", "1:9 headline", "3:4 byline", "5:5 body", "7:6 quotation", "9:12 caption"]),
    "headline": (["headline"], "artifact", ["1:1 headline", "1:9 headline"]),
    "byline": (["byline"], "artifact", ["3:4 byline"]),
    "body but not quotations": (["body"], "artifact", ["5:5 body"]),
    "quotations alone": (["quotation"], "artifact", ["7:6 quotation"]),
    "captions": (["caption"], "artifact", ["9:12 caption"]),
    "literals in the body": (["body", "literal"], "artifact", ["5:5 body", "7:48 body", "7:65 body"]),
    "artifacts": (["artifact"], "artifact", ["11:21 artifact"]),
    "what no rule calls an artifact is body": (["body"], "caption", ["5:5 body", "11:21 body"]),
}


@pytest.mark.parametrize("zones, what, expected", ZONES.values(), ids=ZONES.keys())
def test_a_rule_holds_in_its_zones(make_rule, findings, zones, what, expected):
    everything = ["headline", "byline", "dateline", "body", "caption", "artifact", "quotation", "literal"]
    harbour = make_rule("regex", "grammar/harbour", match=[r"\bharbour\b"], case=False, zones=zones or everything)
    footer = make_rule("line", "artifacts/footer" if what == "artifact" else "style/footer", match=["read more.*"], where="start",
                       zones=["artifact"])
    assert [f"{finding.line}:{finding.column} {finding.zone}" for finding in findings(ARTICLE, footer, harbour)
            if finding.rule == "grammar/harbour"] == expected


def test_kinds_all_see_the_same_artifacts(make_rule, findings):
    """A line called an artifact is silent for every other kind, whatever it would have found there."""
    text = f"{PROSE}\n\nRead the the mess alot"
    rules = [make_rule("repeat", "grammar/doubled"), make_rule("phrase", "usage/alot", match=["alot"]),
             make_rule("regex", "usage/mess", match=["mess"]), make_rule("case", "names/mess", match=["Mess"]),
             make_rule("sentence", "style/long", max_words=3)]
    assert {finding.rule for finding in findings(text, *rules) if finding.line == 3} == {rule.id for rule in rules}
    footer = make_rule("line", "artifacts/read", match=["read .*"], where="start")
    assert [finding.rule for finding in findings(text, *rules, footer) if finding.line == 3] == ["artifacts/read"]


QUOTED = "“It rained alot,” he said of alot of rain. “Alot.”"


def test_a_quotation_is_found_but_not_mended(make_rule, findings):
    found = findings(QUOTED, make_rule("phrase", "grammar/alot", match=["alot"], swap=["a lot"]))
    assert [(finding.zone, finding.suggestions, finding.fix is None) for finding in found] == [
        ("quotation", ("a lot",), True), ("body", ("a lot",), False), ("quotation", ("A lot",), True)]


@pytest.mark.parametrize("family", ["quotes", "encoding", "artifacts"])
def test_marks_and_damage_are_mended_in_quotations_too(make_rule, findings, family):
    found = findings(QUOTED, make_rule("phrase", f"{family}/alot", match=["alot"], swap=["a lot"]))
    assert [finding.fix is None for finding in found] == [False, False, False]


def test_several_suggestions_are_no_fix(make_rule, findings):
    [found] = findings("It rained alot.", make_rule("phrase", match=["alot"], swap=["a lot", "allot"], safe=True))
    assert found.suggestions == ("a lot", "allot") and found.fix is None


@pytest.mark.parametrize("safe", [True, False])
def test_a_fix_is_as_safe_as_its_rule(make_rule, findings, safe):
    [found] = findings("It rained alot.", make_rule("phrase", match=["alot"], swap=["a lot"], safe=safe))
    assert found.fix.safe is safe and found.fix.edits == ((10, 14, "a lot"),)


HANDS = {
    "straight, as the text has it": ("its late, isn't it", "it's late"),
    "curly, as the text has it": ("its late, isn’t it", "it’s late"),
    "straight where there are none": ("its late", "it's late"),
    "the match has the other": ("its late' isn’t", "it's late'"),
}


@pytest.mark.parametrize("text, expected", HANDS.values(), ids=HANDS.keys())
def test_suggestions_have_the_apostrophes_of_the_text(make_rule, findings, text, expected):
    [found] = findings(text, make_rule("regex", match=["its late'?(?= isn|,|$)"], swap=["it's late'" if "e'" in expected else "it's late"]))
    assert found.suggestions == (expected,)


def test_messages(make_rule, findings):
    [found] = findings("Alot.", make_rule("phrase", match=["alot"], swap=["a lot"],
                                                     message="“{match}”: {suggestion}{1}{Match}{}"))
    assert found.message == "“Alot”: A lot{Match}{}"


def test_levels_and_order(make_rule, findings):
    rules = [make_rule("phrase", "usage/b", match=["a b"], level="warning"), make_rule("phrase", "usage/a", match=["a", "b c"]),
             make_rule("repeat", "grammar/a", level="suggestion")]
    assert [(finding.start, finding.end, finding.rule, finding.level) for finding in findings("a a b c", *rules)] == [
        (0, 1, "usage/a", "error"), (0, 3, "grammar/a", "suggestion"), (2, 3, "usage/a", "error"), (2, 5, "usage/b", "warning"),
        (4, 7, "usage/a", "error")]


def test_one_place_is_told_once_a_rule(make_rule, findings):
    assert len(findings("alot", make_rule("regex", match=["alot", "al[o]t", "alot|little"]))) == 1


# Accepted words and names --------------------------------------------------------------------------------------------

ACCEPTED = {
    "nothing accepted": ([], "spelling", 2),
    "the word": (["Putinism"], "spelling", 1),
    "a word in names": (["Putinism"], "names", 2),
    "not in other families": (["Putinism"], "grammar", 2),
    "in small letters, both": (["putinism"], "spelling", 1),
    "a phrase around it": (["age of Putinism"], "spelling", 1),
    "a part of it": (["Putin"], "spelling", 2),
    "a part of a word around it": (["f Putinism"], "spelling", 2),
    "another phrase": (["fall of Putinism"], "spelling", 2),
}


@pytest.mark.parametrize("accepted, family, count", ACCEPTED.values(), ids=ACCEPTED.keys())
def test_accepted(make_rule, findings, accepted, family, count):
    rule = make_rule("regex", f"{family}/putinism", match=["putinism"], case=False)
    ready = pack.of([rule])._replace(accepted=Accepted(frozenset(accepted), frozenset(), 3))
    [document] = sources.documents("x.txt", b"The age of Putinism, and putinisms.")
    assert len(engine.check(document, ready)) == count


# Fingerprints --------------------------------------------------------------------------------------------------------

@pytest.fixture
def prints(make_rule, findings):
    rule = make_rule("phrase", match=["alot"])
    return lambda text: [finding.fingerprint for finding in findings(text, rule)]


SENTENCES = ["It rained alot in the May of that year.", "In June alot of snow fell.", "Then the fog cost alot."]
SAME = {
    "paragraphs moved": "\n\n".join([PROSE, *reversed(SENTENCES)]),
    "sentences of one paragraph": " ".join(SENTENCES),
    "other spacing": "\n\n".join(SENTENCES).replace(" ", "  "),
    "broken lines": "\n\n".join(SENTENCES).replace("in the", "in\nthe"),
    "other capitals and apostrophes": "\n\n".join(SENTENCES).upper(),
    "with CRLF": "\r\n\r\n".join(SENTENCES),
}


@pytest.mark.parametrize("text", SAME.values(), ids=SAME.keys())
def test_fingerprints_outlive(prints, text):
    assert sorted(prints(text)) == sorted(prints("\n\n".join(SENTENCES)))


OTHER = {
    "another sentence": (SENTENCES[0], SENTENCES[0].replace("May", "June")),
    "the same sentence again": (SENTENCES[0], f"{SENTENCES[0]} {SENTENCES[0]}"),
    "twice in a sentence": (SENTENCES[0], SENTENCES[0].replace("alot", "alot, alot")),
}


@pytest.mark.parametrize("one, other", OTHER.values(), ids=OTHER.keys())
def test_fingerprints_tell_apart(prints, one, other):
    assert len({*prints(one), *prints(other)}) == (len(prints(other)) if one in other else 1 + len(prints(other)))


def test_fingerprints_of_two_rules_differ(make_rule, findings):
    found = findings("alot", make_rule("phrase", "usage/a", match=["alot"]), make_rule("phrase", "usage/b", match=["alot"]))
    assert len({finding.fingerprint for finding in found}) == 2 and all(len(finding.fingerprint) == 16 for finding in found)


# Places in the file --------------------------------------------------------------------------------------------------

def in_text(text):
    return "x.txt", text


def in_crlf(text):
    return "x.txt", text.replace("\n", "\r\n")


def with_bom(text):
    return "x.txt", "\ufeff" + text


def in_markdown(text):
    return "x.md", "# A title of [*several*](https://example.org) words\n\n" + text.replace("\n", "\n\n").replace("alot", "al*o*t", 1)


def in_json(text):
    return "x.json", json.dumps({"headline": "Rain alot", "body": text}, ensure_ascii=True, indent=1)


def in_jsonl(text):
    return "x.jsonl", "\n".join(json.dumps({"body": part}, ensure_ascii=False) for part in (text, "It rained alot again, they said.")) + "\n"


WRITTEN = [in_text, in_crlf, with_bom, in_markdown, in_json, in_jsonl]
words = st.sampled_from(["alot", "Alot", "the the", "rain", "😀", "cafe\u0301", "é", "“", "”", "can’t", "it's", "&", "&amp;", "\\", "\"", "\t", "<b>",
                         "\u00a0", "\u2028", "\x85", "İ", "𝒜", "*", "_", "`", "\n", "\n", ". "])


@pytest.fixture(scope="module")
def two_rules(make_rule):
    return pack.of([make_rule("phrase", "usage/alot", match=["alot"], swap=["a lot"]), make_rule("repeat", "grammar/doubled", words=["the"])])


@pytest.mark.parametrize("written", WRITTEN)
@given(text=st.lists(words, max_size=25).map(" ".join))
def test_places_are_those_of_the_file(two_rules, written, text):
    path, raw = written(f"Rain: {text}")
    lines = raw.replace("\r\n", "\n").split("\n")
    for document in sources.documents(path, raw.encode()):
        assert document.raw == raw
        for finding in engine.check(document, two_rules):
            assert finding.match == raw[finding.start:finding.end] and finding.start < finding.end
            assert one_line(lines, finding.line, finding.column, raw) == one_line_at(raw, finding.start)
            assert one_line(lines, finding.end_line, finding.end_column, raw) == one_line_at(raw, finding.end)
            for edit in finding.fix.edits if finding.fix else ():
                assert finding.start <= edit.start <= edit.end <= finding.end
            if "\\" not in finding.match:
                assert " ".join(finding.match.replace("*", "").lower().split()) in ("alot", "the the")


def one_line(lines, line, column, raw):
    """What stands before a place, by line and column."""
    before = lines[line - 1].removeprefix("\ufeff") if line == 1 and raw[:1] == "\ufeff" else lines[line - 1]
    return line, before[:column - 1]


def one_line_at(raw, offset):
    """What stands before a place, by offset."""
    before = raw[:offset].replace("\r\n", "\n")
    return before.count("\n") + 1, before.rpartition("\n")[2].removeprefix("\ufeff" if "\n" not in before else "")


PLACES = {
    "plain": (in_text("It rained.\n\nAlot of it."), (3, 1, 3, 5, "Alot")),
    "CRLF": (in_crlf("It rained.\n\nAlot of it."), (3, 1, 3, 5, "Alot")),
    "a byte-order mark": (with_bom("Alot of it."), (1, 1, 1, 5, "Alot")),
    "characters of two code units": (in_text("😀𝒜 alot"), (1, 4, 1, 8, "alot")),
    "a combining mark": (in_text("cafe\u0301 alot"), (1, 7, 1, 11, "alot")),
    "over a line break": (in_text("They said the\nthe end."), (1, 11, 2, 4, "the\nthe")),
    "over CRLF": (in_crlf("They said the\nthe end."), (1, 11, 2, 4, "the\r\nthe")),
    "emphasis inside": (("x.md", "It rained al*o*t."), (1, 11, 1, 17, "al*o*t")),
    "an entity before": (("x.md", "A &amp; B rained alot."), (1, 18, 1, 22, "alot")),
    "in a page": (("x.html", "<p>It &eacute;t&eacute;\n al<b>ot</b></p>"), (2, 2, 2, 9, "al<b>ot")),
    "an escape before": (("x.json", '{"body": "It \\u00e9t\\u00e9 alot of rain."}'), (1, 28, 1, 32, "alot")),
    "an escape inside": (("x.json", '{"body": "It rained al\\u006ft."}'), (1, 21, 1, 30, "al\\u006ft")),
    "an escaped line break inside": (("x.json", '{"body": "They said the\\nthe end."}'), (1, 21, 1, 29, "the\\nthe")),
}


@pytest.mark.parametrize("file, expected", PLACES.values(), ids=PLACES.keys())
def test_place(two_rules, file, expected):
    path, raw = file
    [found] = [finding for document in sources.documents(path, raw.encode()) for finding in engine.check(document, two_rules)]
    assert (found.line, found.column, found.end_line, found.end_column, found.match) == expected


FIXED = {
    "plain": (in_text("It rained alot."), "It rained a lot."),
    "an escape before": (("x.json", '{"body": "It \\u00e9t\\u00e9 alot of rain."}'), '{"body": "It \\u00e9t\\u00e9 a lot of rain."}'),
    "in a page": (("x.html", "<p>It rained <b>alot</b>&nbsp;."), "<p>It rained <b>a lot</b>&nbsp;."),
    "markup inside is nothing an edit can keep": (("x.md", "It rained al*o*t."), "It rained al*o*t."),
}


@pytest.mark.parametrize("file, expected", FIXED.values(), ids=FIXED.keys())
def test_fix_in_the_file(two_rules, file, expected):
    path, raw = file
    for document in sources.documents(path, raw.encode()):
        for finding in reversed(engine.check(document, two_rules)):
            for edit in finding.fix.edits if finding.fix else ():
                raw = raw[:edit.start] + edit.replacement + raw[edit.end:]
    assert raw == expected


def test_a_replacement_is_written_as_its_format_wants_it(make_rule):
    rule = pack.of([make_rule("regex", "quotes/inches", match=["inches"], swap=['"'])])
    [document] = sources.documents("x.json", b'{"body": "It is 12 inches long."}')
    [found] = engine.check(document, rule)
    assert found.fix.edits[0].replacement == '\\"'


# The whole default pack ----------------------------------------------------------------------------------------------

@pytest.fixture(scope="module")
def everything(shipped):
    return pack._ready(shipped[1])


PAGE = """<title>Harbour opens again after week of storms - Harbour News</title>
<nav><p>They rained alot.</p></nav><h1>Harbour opens again after week of storms</h1>
<p>Share this</p>
<p>""" + PROSE + """ It rained alot; Marks &amp;amp; Spencer stayed open&nbsp;&amp; dry.</p>
<p>&nbsp;</p>
<p>[Insert name here]</p>
<p>Read more</p><footer>Alot of it.</footer>"""


def test_a_page(everything):
    """What is navigation is not read, and lines of the page are no debris there, but for what the desk left."""
    [document] = sources.documents("x.html", PAGE.encode())
    assert [(finding.rule, finding.line, finding.match) for finding in engine.check(document, everything)] == [
        ("spelling/alot", 4, "alot"), ("encoding/html-entity", 4, "&amp;amp;"), ("artifacts/bracket-placeholder", 6, "[Insert name here]")]
    as_text = sources.documents("x.txt", document.text.encode())[0]
    assert {"artifacts/share-buttons", "artifacts/read-more"} <= {finding.rule for finding in engine.check(as_text, everything)}
    [found] = [finding for finding in engine.check(document, everything) if finding.rule == "encoding/html-entity"]
    assert found.fix.edits[0].replacement == "&amp;"


def test_half_of_a_cut_word_is_no_misspelling(everything):
    [document] = sources.documents("x.txt", f"{PROSE} The govern- ment and the parlia- ment agreed to it.".encode())
    assert [(finding.rule, finding.match) for finding in engine.check(document, everything)] == [
        ("encoding/cut-word", "govern- ment"), ("encoding/cut-word", "parlia- ment")]


def test_nothing_is_found_in_sound_copy(everything):
    text = "\n\n".join([
        "Harbour opens again after week of storms", "By Dora Vance", PROSE,
        "“We are glad,” said Lou Petty, the harbour master. “It has been a long week, and the boats are ready to go.”",
        "The storms cost the town an estimated $2.4 million, and a fifth of the sea wall has to be rebuilt."])
    [document] = sources.documents("x.txt", text.encode())
    assert [(finding.rule, finding.match) for finding in engine.check(document, everything)] == []


def test_whatever_the_text_places_are_true(everything):
    for path in SEEDS:
        raw = path.read_bytes().decode()
        for document in sources.documents(str(path), raw.encode()):
            for finding in engine.check(document, everything):
                assert raw[finding.start:finding.end] == finding.match
                assert finding.message and "{" not in finding.message.replace(finding.match, "")


@given(text=st.lists(st.sampled_from([*"aA1 .,!?\"'“”‘’-–—…()[]<>&;:/@#%$£\n\t\u00a0é", "the ", "of ", "\n\n", "http://", "By ", "a.m. ", "ﬁ", "\x00",
                                      "\x1b", "\u202e", "\ud800", "�", "â€™"]), max_size=60).map("".join))
def test_no_text_is_too_odd(everything, text):
    """Not even half a character, which a JSON file can hold as an escape."""
    [document] = sources.documents("x.json", json.dumps({"body": f"A {text}"}).encode())
    for finding in engine.check(document, everything):
        assert document.raw[finding.start:finding.end] == finding.match


HOSTILE = ["a", " ", "the ", "\"", "“", "’", "'a", "(", ".", "...", "A", "By A ", "-", "1,", "http://", "a@", "&", "<", "\u00a0", "could of ", "an 'a ", "é"]
SHORT, LONG = 5_000, 20_000                # characters
LINEAR = 8                                  # how much longer LONG may take: 4 is linear, 16 quadratic
AT_ONCE = 0.1                               # CPU seconds in which nothing can have run away


@pytest.mark.parametrize("unit", HOSTILE)
def test_a_long_line_takes_linear_time(everything, unit):
    def seconds(size):
        start = time.process_time()
        for document in sources.documents("x.txt", (unit * (size // len(unit))).encode()):
            engine.check(document, everything)
        return time.process_time() - start

    seconds(100)                            # compiles what the units need
    if seconds(LONG) > AT_ONCE:
        assert min(seconds(LONG) for _ in range(2)) < LINEAR * min(seconds(SHORT) for _ in range(2))


class _Unsure:
    """A kind that finds “boat” and says how sure it is."""

    NAME = "unsure"

    def __init__(self, level, safe=True):
        self.level, self.safe = level, safe

    def find(self, document, found, data):
        start = document.text.index("boat")
        yield Hit("grammar/tried", start, start + 4, ("ship",), level=self.level, safe=self.safe)


SURE = [("error", "error", "error"), ("error", "warning", "warning"), ("warning", "error", "warning"), ("error", "suggestion", "suggestion"),
        ("error", None, "error")]


@pytest.mark.parametrize("rule, hit, expected", SURE)
def test_a_kind_may_be_less_sure_than_its_rule(make_rule, rule, hit, expected):
    ready = pack.of([make_rule("swap", swap={"x": "y"}, level=rule, safe=True)])
    ready = ready._replace(parts=[ready.parts[0]._replace(kind=_Unsure(hit), always=True)])
    document = text_format.read("x.txt", PROSE)[0]
    [found] = engine.check(document, ready)
    assert (found.level, found.fix.safe) == (expected, True)
    order = ("suggestion", "warning", "error")
    for reported in order:
        told = [one.level for one in engine.check(document, ready._replace(level=reported))]
        # A rule below the reporting level is on only where it was asked for by name.
        floor = min(order.index(reported), order.index(rule))
        assert told == [expected] * (order.index(expected) >= floor)


def test_a_kind_may_find_its_fix_less_safe_than_its_rule(make_rule):
    for rule, hit, expected in ((True, False, False), (False, True, False), (True, True, True)):
        ready = pack.of([make_rule("swap", swap={"x": "y"}, safe=rule)])
        ready = ready._replace(parts=[ready.parts[0]._replace(kind=_Unsure(None, hit), always=True)])
        [found] = engine.check(text_format.read("x.txt", PROSE)[0], ready)
        assert found.fix.safe is expected


def test_what_a_quotation_softens_is_not_told_where_only_errors_are(tmp_path, capsys):
    path = tmp_path / "a.txt"
    path.write_text("The mayor said alot.\n\n“We lost alot,” the mayor said.\n", encoding="utf-8")
    for level, lines in (("warning", [1, 3]), ("error", [1])):
        cli.main([str(path), "--isolated", "--ignore", "spelling/misspelling", "--level", level, "--format", "jsonl"])
        found = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
        assert [one["line"] for one in found if one["rule"] == "spelling/alot"] == lines
