"""Quotations and their faults: a text, its outermost quotations and its faults as “kind: marks”."""
from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from newslint.marks import DOUBLES
from newslint.model import Zone
from newslint.quotations import outermost, parse
from newslint.zones import find_zones

SOUND = {
    "nothing": ("No one spoke.", []),
    "straight marks": ('"We won," she said.', ['"We won,"']),
    "curly marks": ("“We won,” she said.", ["“We won,”"]),
    "two in a sentence": ('"We won," she said, "at last."', ['"We won,"', '"at last."']),
    "a phrase": ('He called it "a mess".', ['"a mess"']),
    "one letter": ('The letter "a" is gone.', ['"a"']),
    "after a dash": ("He left—“for good,” he said—and came back.", ["“for good,”"]),
    "broken off by a dash": ('"I was-" he began.', ['"I was-"']),
    "in brackets": ('She left ("at once") for Bern.', ['"at once"']),
    "starting with dots": ('He said "...and then we left" twice.', ['"...and then we left"']),
    "without the space after a colon": ('He said:"We left."', ['"We left."']),
    "typed as two singles": ("''We won,'' she said.", ["''We won,''"]),
    "German": ("Er sagte: „Wir gehen“ und ging.", ["„Wir gehen“"]),
    "guillemets": ("Il dit : « Non » et partit.", ["« Non »"]),
    "a lone guillemet is a bullet": ("» Read on", []),
    "single inside double": ("“He said ‘no’ to us,” she said.", ["“He said ‘no’ to us,”"]),
    "single closing with the double": ('"She told me \'go.\'"', ['"She told me \'go.\'"']),
    "single as the outer mark": ("'We won,' she said. 'At last.'", ["'We won,'", "'At last.'"]),
    "double inside single": ("'He said \"no\" and left,' she said.", ["'He said \"no\" and left,'"]),
    "a phrase in single marks": ("The so-called 'aggressor' fled.", ["'aggressor'"]),
    "single marks with an apostrophe in them": ("'We can't win,' she said.", ["'We can't win,'"]),
    "single marks with a possessive in them": ("'The men's and boys' teams rose,' she said.",
                                               ["'The men's and boys' teams rose,'"]),
    "single marks that end in s": ("He wanted 'more balls' and left. The sun shone.", ["'more balls'"]),
    "possessives alone": ("The players' union met the owners' lawyers.", []),
    "clipped words": ("Rock 'n' roll in the '90s: get 'em, 'twas fun, goin' on.", []),
    "curly clipped words": ("Rock ’n’ roll in the ’90s: get ’em.", []),
    "a word clipped twice": ("The 'bozza came back. A 'bozza is a boat.", []),
    "possessive of an abbreviation": ("The U.K.'s vote and the U.S.' role.", []),
    "possessive of a quoted title": ('"Night Ferry"\'s cast sang.', ['"Night Ferry"']),
    "feet and inches": ("He is 5'10\" tall and she 6' 2\".", []),
    "feet in a quotation": ('"He is 5\'10" tall," she said.', ['"He is 5\'10" tall,"']),
    "inches": ('A 12" record was found.', []),
    "inches in a quotation": ('"A 12" record was found," she said.', ['"A 12" record was found,"']),
    "a figure at the end": ('It was the "Report 2004" again.', ['"Report 2004"']),
    "several paragraphs": ("“We won.\n\n“At last,” she said.", ["“We won.", "“At last,”"]),
    "several paragraphs, straight": ('He said: "We won.\n\n"It rained.\n\n"At last."',
                                     ['"We won.', '"It rained.', '"At last."']),
    "single marks over paragraphs": ("'We won.\n\n'At last,' she said.", ["'We won.", "'At last,'"]),
    "Chinese": ("他说“我们赢了”。", ["“我们赢了”"]),
}

FAULTY = {
    "unclosed": ('He said: "We won.', ['"We won.'], ['unclosed: "']),
    "unclosed to the end of its paragraph only": ('He said: "We won.\n\nNobody did.', ['"We won.'], ['unclosed: "']),
    "unclosed curly": ("He said: “We won.", ["“We won."], ["unclosed: “"]),
    "unclosed before another": ('The "old bridge fell, he said "at last".', ['"at last"'], ['unclosed: "']),
    "stray": ('We won," she said.', [], ['stray: "']),
    "stray at the end": ("She left at noon.”", [], ["stray: ”"]),
    "closed with a single mark": ("\"We won,' she said.", ["\"We won,'"], ["mismatch: '"]),
    "opened with a single mark": ("'We won,\" she said.", ["'We won,\""], ['mismatch: "']),
    "turned at the start": ("She said: ”We won,” and left.", ["”We won,”"], ["reversed: ”"]),
    "turned at the end": ("She said “We won,“ and left.", ["“We won,“"], ["reversed: “"]),
    "space on both sides": ('"We won, " she said.', ['"We won, "'], ['spaced: "']),
    "doubled": ('He sang ""Night Ferry" twice.', ['""Night Ferry"'], ['doubled: ""']),
    "many times over": ('He sang """Night Ferry" twice.', ['"""Night Ferry"'], ['doubled: """']),
    "nested": ('"I hate the "old" bridge," he said.', ['"I hate the "old" bridge,"'], ['nested: "old"']),
    "not repeated": ("“We won.\n\nAt last,” she said.", ["“We won.", "At last,”"], ["not-repeated: “"]),
    "opened again": ('"We won. "At last," she said.', ['"We won. "At last,"'], ['reopened: "']),
    "unclosed single": ("The plan, a 'disgrace, was dropped.", [], ["unclosed-single: '"]),
    "stray single": ("We won,' she said.", [], ["stray-single: '"]),
    "space before an apostrophe": ("The Senate ’s vote", [], ["spaced-single: ’"]),
    "apostrophe turned": ("Back in the ‘90s it rained.", [], ["turned-apostrophe: ‘"]),
    "rock and roll turned": ("Rock ‘n’ roll", [], ["turned-apostrophe: ‘"]),
    "the fault stays in its paragraph": ('He said: "We won.\n\nShe said "no" and "yes".',
                                         ['"We won.', '"no"', '"yes"'], ['unclosed: "']),
}


def read(text, zones=None):
    marks = parse(text, find_zones(text, []) if zones is None else zones)
    spans, faults = outermost(marks), marks.faults
    return ([text[start:end] for start, end in spans],
            [f"{fault.kind}: {text[fault.start:fault.end]}" for fault in faults])


@pytest.mark.parametrize("text, quotations", SOUND.values(), ids=SOUND.keys())
def test_sound(text, quotations):
    assert read(text) == (quotations, [])


@pytest.mark.parametrize("text, quotations, faults", FAULTY.values(), ids=FAULTY.keys())
def test_faulty(text, quotations, faults):
    assert read(text) == (quotations, faults)


def test_not_from_headline_into_body():
    text = '"We won\n\n"It rained," she said.'
    zones = [Zone("headline", 0, 7), Zone("body", 9, len(text))]
    assert read(text, zones) == (['"We won', '"It rained,"'], ['unclosed: "'])


def test_artifacts_are_not_read():
    text = '"Share\n\n"It didn\'t rain," she said.'
    parsed = parse(text, [Zone("artifact", 0, 6), Zone("body", 8, len(text))])
    assert [text[one.start:one.end] for one in parsed.quotations] == ['"It didn\'t rain,"']
    assert parsed.doubles["straight"] == [8, 24]


def test_a_paragraph_that_opens_with_a_no_break_space_goes_on():
    assert read("“We won.\n\n\u00a0\n\n\u00a0“At last,” she said.") == (["“We won.", "“At last,”"], [])


def test_depth_and_mark():
    text = "“He said ‘no’ to us,” she said of the ‘plan’."
    parsed = parse(text, [Zone("body", 0, len(text))])
    assert [(text[one.start:one.end], one.mark, one.depth) for one in parsed.quotations] == [
        ("“He said ‘no’ to us,”", '"', 0), ("‘no’", "'", 1), ("‘plan’", "'", 0)]


def test_the_mark_a_fault_should_agree_with():
    text = "Then: \"We won,' she said."
    (fault,) = parse(text, [Zone("body", 0, len(text))]).faults
    assert fault == ("mismatch", 14, 15, 6)


APOSTROPHES = {
    "inside words they are not looked at": ("It's O'Neill’s", {}),
    "possessive": ("the players' union", {"'": [11]}),
    "clipped": ("in the '90s, get 'em", {"'": [7, 17]}),
    "possessive inside single marks": ("'The players' wages rose,' she said", {"'": [12]}),
    "quotation marks are none": ("'aggressor' and \"no\"", {}),
    "feet are none": ("5'10\" and 6' tall", {}),
    "turned": ("the ‘90s", {"‘": [4]}),
}


@pytest.mark.parametrize("text, expected", APOSTROPHES.values(), ids=APOSTROPHES.keys())
def test_apostrophes(text, expected):
    found = parse(text, [Zone("body", 0, len(text))]).apostrophes
    assert {char: offsets for char, offsets in found.items() if offsets} == expected


def test_forms_of_double_marks():
    text = "\"No\" and “yes” and «oui»"
    assert parse(text, [Zone("body", 0, len(text))]).doubles == {
        "straight": [0, 3], "curly": [9, 13], "guillemet": [19, 23]}


MARKED_TEXT = st.text(alphabet="ab sS.,?\n\u00a05\"'“”‘’„«»`-(", max_size=100)


@given(MARKED_TEXT)
def test_quotations_are_sorted_and_disjoint(text):
    zones = find_zones(text, [])
    marks = parse(text, zones)
    spans, faults = outermost(marks), marks.faults
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(first[1] <= second[0] for first, second in pairwise(spans))
    assert all(any(zone.start <= start and end <= zone.end for zone in zones) for start, end in spans)
    assert faults == sorted(faults, key=lambda fault: fault.start)


@given(MARKED_TEXT)
@example("\"\n`5”")
def test_a_mark_is_quotation_or_apostrophe(text):
    parsed = parse(text, find_zones(text, []))
    # One that runs on into a paragraph starts there with no mark of its own.
    starts = {one.start for one in parsed.quotations if (text[one.start] in DOUBLES) == (one.mark == '"')}
    assert starts.isdisjoint(offset for offsets in parsed.apostrophes.values() for offset in offsets)
    assert all(text[offset] == char for char, offsets in parsed.apostrophes.items() for offset in offsets)


LINES = {
    "straight openings": ' "a',
    "curly openings": " “a",
    "closings": 'a" ',
    "single openings": " 'a",
    "elisions": " 'em",
    "possessives": "s' ",
    "a mixture": " “a 'b\" c' s' \"d",
    "one run": "\"'",
    "nested": "«“",
}


@pytest.mark.parametrize("unit", LINES.values(), ids=LINES.keys())
def test_time_grows_with_the_text(unit):
    def seconds(copies):
        text = unit * copies
        before = time.process_time()
        parse(text, [Zone("body", 0, len(text))])
        return time.process_time() - before

    assert min(seconds(12_000) for _ in range(3)) < 10 * min(seconds(3_000) for _ in range(3))
