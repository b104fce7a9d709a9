"""Zones: a text, and its paragraphs as “kind: paragraph”; and the literals in a text."""
from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.model import PARAGRAPH_ZONES, Zone
from newslint.zones import find_literals, find_zones

SEEDS = Path(__file__).parent.parent / "seeds"
PROSE = "The harbour reopened on Monday after a week of storms that kept every boat in port."


def labelled(text, known=()):
    return [f"{zone.kind}: {text[zone.start:zone.end]}" for zone in find_zones(text, list(known))]


PARAGRAPHS = {
    "nothing": ("", []),
    "only white space": (" \n\t\n", []),
    "a line is a paragraph": (f"{PROSE}\n{PROSE}", [PROSE, PROSE]),
    "blank lines part paragraphs": (f"{PROSE}\n\n \n{PROSE}\n", [PROSE, PROSE]),
    "ends are trimmed": (f" \t{PROSE} \n", [PROSE]),
    "a no-break space is a paragraph": (f"{PROSE}\n\u00a0 \n{PROSE}", [PROSE, "\u00a0", PROSE]),
    "a no-break space is not trimmed": (f"\u00a0{PROSE}\u00a0", [f"\u00a0{PROSE}\u00a0"]),
    "a line broken after a small word": ("They met in\nin Geneva.", ["They met in\nin Geneva."]),
    "a line broken after a comma": ("They met in Bern,\nthen left.", ["They met in Bern,\nthen left."]),
    "a line broken in a long line": ("The minister spoke for an hour about the new bridge over\nthe river.",
                                     ["The minister spoke for an hour about the new bridge over\nthe river."]),
    "a link that broke the sentence": ("The film\nNight Ferry\n, which opened on Friday, is long.",
                                       ["The film", "Night Ferry\n, which opened on Friday, is long."]),
    "never over a blank line": ("They met in\n\nin Geneva.", ["They met in", "in Geneva."]),
    "a heading before a small letter": ("Back to top button\nerror: Content is protected !!",
                                        ["Back to top button", "error: Content is protected !!"]),
    "a style sheet": ("Leave a Reply\n.footer { margin: 0; }", ["Leave a Reply", ".footer { margin: 0; }"]),
    "a list in small letters": ("milk\nfresh bread\nhoney", ["milk", "fresh bread", "honey"]),
    "a sentence that ended": ("They met in Bern.\nthen left.", ["They met in Bern.", "then left."]),
    "hard-wrapped copy": (
        ("The harbour reopened on Monday after a week of\nstorms that kept every boat in port and half of\n"
         "Ellerby without fish, said the harbour master,\nwho had counted each of them.\n\n"
         "Nobody was hurt, but the sea wall lost a length\nof forty metres and two lamps."),
        [("The harbour reopened on Monday after a week of\nstorms that kept every boat in port and half of\n"
          "Ellerby without fish, said the harbour master,\nwho had counted each of them."),
         "Nobody was hurt, but the sea wall lost a length\nof forty metres and two lamps."]),
}


@pytest.mark.parametrize("text, expected", PARAGRAPHS.values(), ids=PARAGRAPHS.keys())
def test_paragraphs(text, expected):
    assert [text[zone.start:zone.end] for zone in find_zones(text, [])] == expected


HEADS = {
    "prose alone has no headline": ([PROSE], ["body"]),
    "one line alone is no headline": (["Harbour opens again"], ["body"]),
    "lines alone are no headlines": (["Harbour opens again", "Storm kept boats in"], ["body", "body"]),
    "headline": (["Harbour opens after storm", PROSE], ["headline", "body"]),
    "headline that asks": (["Will the harbour hold?", PROSE], ["headline", "body"]),
    "headline that trails off": (["The harbour that was...", PROSE], ["headline", "body"]),
    "headline in single marks": (["Harbour 'will hold'", PROSE], ["headline", "body"]),
    "a full stop is no headline": (["The harbour is open.", PROSE], ["body", "body"]),
    "a long line is no headline": (["word " * 21, PROSE], ["body", "body"]),
    "a list item is no headline": (["- Harbour opens", PROSE], ["body", "body"]),
    "a headline before the second paragraph only": ([PROSE, "What comes next", PROSE], ["body", "body", "body"]),
    "standfirst is body": (["Harbour opens after storm", "Boats leave at last as wall holds", PROSE],
                           ["headline", "body", "body"]),
    "section label": (["World News", "Harbour opens after week of storm", PROSE], ["body", "headline", "body"]),
    "short headline, not a label": (["Harbour opens again", "Boats leave at last as wall holds", PROSE],
                                    ["headline", "body", "body"]),
    "a label alone stands for the headline": (["World News", PROSE], ["headline", "body"]),
    "byline": (["Harbour opens after storm", "By Dora Vance", PROSE], ["headline", "byline", "body"]),
    "byline of two with a job": (["Harbour opens after storm", "By Dora Vance and Hal Quist, Political Editor", PROSE],
                                 ["headline", "byline", "body"]),
    "byline in capitals": (["Harbour opens after storm", "BY DORA VANCE", PROSE], ["headline", "byline", "body"]),
    "byline with a colon": (["Harbour opens after storm", "By Hal Kr. Quist:Editor-In-Chief", PROSE],
                            ["headline", "byline", "body"]),
    "byline with a bar": (["Harbour opens after storm", "Dora Vance | Agency", PROSE], ["headline", "byline", "body"]),
    "byline by job": (["Harbour opens after storm", "Dora Vance, harbour correspondent", PROSE],
                      ["headline", "byline", "body"]),
    "byline after the standfirst": (["Harbour opens after storm", PROSE, "Words: Dora Vance", PROSE],
                                    ["headline", "body", "byline", "body"]),
    "byline of an agency": (["Harbour opens after storm", "By Reuters", PROSE], ["headline", "byline", "body"]),
    "byline above it": (["By Dora Vance", "Harbour opens after storm", PROSE], ["byline", "headline", "body"]),
    "by a day is no byline": (["By Thursday Evening", PROSE], ["headline", "body"]),
    "by and by is prose": (["Harbour opens after storm", "By the time they left, the wall was gone.", PROSE],
                           ["headline", "body", "body"]),
    "dateline of place and day": (["Harbour opens after storm", "ELLERBY, Feb. 25 (Newswire)", PROSE],
                                  ["headline", "dateline", "body"]),
    "dateline of an agency": (["Harbour opens after storm", "ELLERBY (AP) —", PROSE], ["headline", "dateline", "body"]),
    "date line": (["Harbour opens after storm", "Published: 4 March 2024, 10:15 a.m. GMT", PROSE],
                  ["headline", "dateline", "body"]),
    "date line in figures": (["Harbour opens after storm", "2024-03-04", PROSE], ["headline", "dateline", "body"]),
    "hours ago": (["Harbour opens after storm", "Updated 3 hours ago", PROSE], ["headline", "dateline", "body"]),
    "a march is no date": (["March 4 protest", PROSE], ["headline", "body"]),
    "dateline that opens a paragraph": (["Harbour opens after storm", f"ELLERBY (AP) — {PROSE}"], ["headline", "body"]),
    "capitals are no dateline": (["HARBOUR OPENS (AT LAST)", PROSE], ["headline", "body"]),
    "caption": (["Harbour opens after storm", PROSE, "Photo: Boats leave Ellerby at dawn", PROSE],
                ["headline", "body", "caption", "body"]),
    "caption with its credit": ([PROSE, "Boats leave Ellerby at dawn. (AP Photo/Hal Quist)", PROSE],
                                ["body", "caption", "body"]),
    "caption with an agency": ([PROSE, "Boats leave Ellerby / AP Photo", PROSE], ["body", "caption", "body"]),
    "image credit": ([PROSE, "(Image credit: Hal Quist)", PROSE], ["body", "caption", "body"]),
    "prose about a photo": ([PROSE, "Photographs of the wall were shown in court.", PROSE], ["body", "body", "body"]),
    "prose that ends in brackets": ([PROSE, "It was shown at the gallery (the Ellerby)."], ["body", "body"]),
}


@pytest.mark.parametrize("paragraphs, kinds", HEADS.values(), ids=HEADS.keys())
@pytest.mark.parametrize("between", ["\n", "\n\n"], ids=["lines", "blank lines"])
def test_kinds(paragraphs, kinds, between):
    assert [zone.kind for zone in find_zones(between.join(paragraphs), [])] == kinds


def test_what_the_format_states():
    text = f"World News\n\nHarbour opens\n\nBy Dora Vance\n\n{PROSE}\n\nBack to top"
    known = [Zone("headline", 12, 25), Zone("artifact", text.index("Back"), len(text))]
    assert labelled(text, known) == ["body: World News", "headline: Harbour opens", "byline: By Dora Vance",
                                     f"body: {PROSE}", "artifact: Back to top"]


def test_no_guess_inside_a_stated_body():
    text = f"Harbour opens\n\nBy Dora Vance\n\n{PROSE}"
    assert {zone.kind for zone in find_zones(text, [Zone("body", 0, len(text))])} == {"body"}


def test_lines_are_not_put_together_over_a_stated_edge():
    text = "They met in\nin Geneva."
    known = [Zone("headline", 0, 11), Zone("body", 12, 22)]
    assert labelled(text, known) == ["headline: They met in", "body: in Geneva."]


def test_seed_without_headline():
    text = (SEEDS / "000_d4e7cb6a77d799f9.txt").read_text(encoding="utf-8")
    assert [zone.kind for zone in find_zones(text, [])] == ["body"] * 11


def test_seed_with_label_headline_and_byline():
    text = (SEEDS / "004_cc495c695981fb90.txt").read_text(encoding="utf-8")
    zones = find_zones(text, [])
    assert [zone.kind for zone in zones[:4]] == ["body", "headline", "byline", "body"]
    assert [text.count("\n", 0, zone.start) + 1 for zone in zones] == [*range(1, 26, 2), 27, 29, 30, 31, 32]


LITERALS = {
    "nothing": ("A plain sentence, with 3.5 per cent and/or more.", []),
    "address": ("See https://news.example/a?b=1#c.", ["https://news.example/a?b=1#c"]),
    "address in brackets": ("(see http://news.example/a)", ["http://news.example/a"]),
    "address with brackets": ("https://news.example/Wall_(sea), he wrote", ["https://news.example/Wall_(sea)"]),
    "address in quotation marks": ("“www.news.example”", ["www.news.example"]),
    "two addresses": ("www.a.example, www.b.example", ["www.a.example", "www.b.example"]),
    "domain with a path": ("at news.example/harbour now", ["news.example/harbour"]),
    "domain": ("Harbour.com said", ["Harbour.com"]),
    "e-mail": ("Write to dora.vance@news.example.", ["dora.vance@news.example"]),
    "handle": ("as @dora_v wrote", ["@dora_v"]),
    "hashtag": ("It was #StormWeek again", ["#StormWeek"]),
    "a number is no hashtag": ("It was #1 again", []),
    "path": ("found in /usr/share/words.", ["/usr/share/words"]),
    "path with a drive": (r"in C:\Data\list.txt, he said", [r"C:\Data\list.txt"]),
    "file": ("open report.pdf and photo.jpg", ["report.pdf", "photo.jpg"]),
    "abbreviations": ("The U.S. Senate met at 5 p.m. in D.C.", []),
    "slashes in prose": ("24/7, his/her, 1/2 and a.m./p.m.", []),
    "a missing space": ("It ended.The crowd left.", []),
    "initials": ("J.K. Moran and A.B. Voss", []),
    "price by mail": ("three @ £4", []),
}


@pytest.mark.parametrize("text, expected", LITERALS.values(), ids=LITERALS.keys())
def test_literals(text, expected):
    assert [text[start:end] for start, end in find_literals(text)] == expected


ANY_TEXT = st.text(alphabet="aB .,:;\n\t\u00a0-—\"“”'’()/@#123|By", max_size=120) | st.text(max_size=60)


@given(ANY_TEXT.map(lambda text: text.replace("\r", "")), st.data())
def test_zones_hold_all_that_is_not_white_space(text, data):
    edges = sorted(data.draw(st.lists(st.integers(0, len(text)), max_size=6)))
    known = [Zone(data.draw(st.sampled_from(PARAGRAPH_ZONES)), *span) for span in zip(edges[::2], edges[1::2])]
    zones = find_zones(text, known)
    assert all(zone.kind in PARAGRAPH_ZONES and 0 <= zone.start < zone.end <= len(text) for zone in zones)
    assert all(first.end <= second.start for first, second in pairwise(zones))
    starts, ends = [*(zone.start for zone in zones), len(text)], [0, *(zone.end for zone in zones)]
    outside = [text[end:start] for start, end in zip(starts, ends)]
    assert not "".join(outside).strip(" \t\n") and all("\n" in gap for gap in outside[1:-1])
    assert all(text[zone.start] not in " \t\n" and text[zone.end - 1] not in " \t\n" for zone in zones)


@given(st.text(alphabet="a.b/@#:w \n)(\\com", max_size=80))
def test_literals_are_sorted_and_disjoint(text):
    literals = find_literals(text)
    assert all(start < end and not text[start:end].isspace() for start, end in literals)
    assert all(first[1] <= second[0] for first, second in pairwise(literals))
