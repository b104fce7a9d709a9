"""Kind dialect: each case is a text and what is found, as match -> suggestion (theirs in ours)."""
import pytest

from newslint.errors import UserError
from newslint.words import dialect as words

BRITISH = "The neighbours organised a favourite colour. "
AMERICAN = "The neighbors like the color of the harbor. "

CASES = {
    "American in British": (BRITISH + "Its center is grey.", ["center -> centre (American in British)"]),
    "British in American": (AMERICAN + "They travelled.", ["travelled -> traveled (British in American)"]),
    "one finding a word": (BRITISH + "Its center is the center.", ["center -> centre (American in British)"]),
    "-ize is British too": (BRITISH + "They realized it.", []),
    "-ise is not American": (AMERICAN + "They realised it.", ["realised -> realized (British in American)"]),
    "Canadian, both ways": ("The colour of the centre was analyzed in the neighbourhood: aluminum, organized.", []),
    "Australian, both ways": ("The programme, a favourite program of the centre, was organised.", []),
    "American and Canadian in British": (BRITISH + "It was analyzed and analysed.",
                                         ["analyzed -> analysed (American in British)"]),
    "too little evidence": ("The neighbour has a center.", []),
    "no clear side": ("The neighbours liked the colour, the neighbors the color.", []),
    "too many on both sides": (BRITISH + "The harbor has a center, a color and rumors.", []),
    "a capital is a name": (BRITISH + "The World Trade Center fell. Center it.", []),
    "capitals are no evidence": ("The Defence Secretary joined Labour at the Theatre Centre. Its center fell.", []),
    "a quotation is left alone": (BRITISH + "He said: “The center is grey.”", []),
    "a quotation is evidence": ("He said: “The neighbours organised a favourite colour.” Its center fell.",
                                ["center -> centre (American in British)"]),
    "outside a quotation, after it": (BRITISH + "He said: “The center.” It is the center.",
                                      ["center -> centre (American in British)"]),
    "an address": (BRITISH + "See www.example.org/color and write to color@example.org.", []),
    "part of a compound": (BRITISH + "It is color-coded.", ["color -> colour (American in British)"]),
    "a possessive": (BRITISH + "The center’s roof fell.", ["center -> centre (American in British)"]),
    "part of a word": (BRITISH + "The centerx and xcenter fell; éhonor.", []),
    "a word of all varieties with one more sense": (BRITISH + "They tire of a story, check a meter and curb a draft.", []),
    "over paragraphs": (BRITISH + "\n\nIts center fell on Monday.", ["center -> centre (American in British)"]),
    "nothing": ("", []),
}


@pytest.mark.parametrize("text, expected", CASES.values(), ids=CASES.keys())
def test_dialect(findings, make_rule, text, expected):
    rule = make_rule("dialect", least=2, ratio=2, message="{theirs} in {ours}")
    assert [f"{found.match} -> {' | '.join(found.suggestions)} ({found.message})"
            for found in findings(text, rule)] == expected


STATED = {
    "en-US": ["centre -> center", "organised -> organized"],
    "en-GB": ["behavior -> behaviour", "analyzed -> analysed"],
    "en-AU": ["behavior -> behaviour", "analyzed -> analysed", "realized -> realised"],
    "en-CA": ["behavior -> behaviour", "organised -> organized"],
    "auto": [],
}


@pytest.mark.parametrize("dialect, expected", STATED.items(), ids=STATED.keys())
def test_a_stated_dialect_needs_no_evidence(suggested_by, dialect, expected):
    text = "The behavior was analyzed at the centre, organised and realized."
    assert suggested_by("dialect", text, dialect=dialect, least=2, ratio=2) == expected


def test_a_fix_mends_every_place_outside_quotations(mended_by):
    text = BRITISH + "The center, he said, is “the center”, a center."
    assert mended_by("dialect", text, least=2, ratio=2) == BRITISH + "The centre, he said, is “the center”, a centre."


def test_evidence_and_ratio(found_by):
    text = "The neighbours organised a favourite color in a center."
    assert found_by("dialect", text, least=3, ratio=1) == ["1:38 color", "1:49 center"]
    assert found_by("dialect", text, least=4, ratio=1) == []
    assert found_by("dialect", text, least=2, ratio=2) == []


@pytest.mark.parametrize("data", [b"", b"color\n", b"color colour\ncolor U GCA colour", b"\ncolor U GCA colour\n",
                                  "color\ncolor U GCA cölour\n".encode()])
def test_damaged_data_says_what_to_do(tmp_path, data):
    path = tmp_path / "dialect.txt"
    path.write_bytes(data)
    with pytest.raises(UserError, match="missing or damaged; install newslint again"):
        words.read(str(path))


def test_missing_data_says_what_to_do(tmp_path):
    with pytest.raises(UserError, match="missing or damaged; install newslint again"):
        words.read(str(tmp_path / "dialect.txt"))


def test_the_data_agrees_with_itself():
    known = words.dialects().known
    assert len(known) > 4000
    for word in known:
        right, others = words.spelling(word)
        assert right and set(right) < set(words.VARIETIES)
        assert others
        for varieties, other in others:
            assert other != word and not set(varieties) & set(right)
            assert other not in known or set(varieties) <= set(words.spelling(other).right)
