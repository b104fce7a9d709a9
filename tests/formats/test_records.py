"""JSON and JSONL: which fields make an article, its zones, and what is said about bad files."""
from __future__ import annotations

import json

import pytest

from newslint.errors import UserError
from newslint.formats import NoArticle, records
from newslint.model import position, raw_span

FIELDS = {
    "all of them": ('{"headline": "H", "author": "Jane Doe", "description": "S.", "date": "2026-11-21", "body": "B."}',
                    ["headline H", "byline Jane Doe", "body S.", "body B."], {"date": "2026-11-21"}),
    "in the order of the file": ('{"text": "B.", "title": "H"}', ["body B.", "headline H"], {}),
    "schema.org": ('{"headline": "H", "author": [{"name": "A B"}, "C D"], "articleBody": "B."}',
                   ["headline H", "byline A B", "byline C D", "body B."], {}),
    "a list of paragraphs": ('{"body": ["One.", "", "Two."]}', ["body One.", "body Two."], {}),
    "paragraphs in one string": (r'{"body": "One.\n\nTwo."}', ["body One.", "body Two."], {}),
    "best name": ('{"content": "C.", "body": "B.", "text": "T."}', ["body B."], {}),
    "next best where it is empty": ('{"body": null, "articleBody": " ", "text": "T."}', ["body T."], {}),
    "names in other dress": ('{"Article-Body": "B.", "PUBLISH_DATE": "2026"}', ["body B."], {"date": "2026"}),
    "headline with a date": ('{"title": "H", "publishedAt": "2026"}', ["headline H"], {"date": "2026"}),
    "other fields are not read": ('{"id": 7, "tags": ["x", {"body": "no"}], "body": "B.", "n": 1e5}', ["body B."], {}),
    "the last of two members of one name": ('{"body": "A.", "body": "B."}', ["body B."], {}),
    "a number is no date": ('{"body": "B.", "date": 20261121}', ["body B."], {}),
}


@pytest.mark.parametrize("raw, zones, facts", FIELDS.values(), ids=FIELDS.keys())
def test_fields(raw, zones, facts):
    [document] = records.read("a.json", raw)
    assert [f"{kind} {document.text[start:end]}" for kind, start, end in document.zones] == zones
    assert document.facts == facts


@pytest.mark.parametrize("raw, expected", [
    ('{"lede": "B.", "hed": "H"}', "B.\n\nH"),
    ('{"lede": "A.", "body": "B."}', "A."),
    ('{"body": "B."}', "B."),
    ('{"kicker": "H"}', "H"),
], ids=["found", "before the known names", "known names still hold", "one that the user named is enough"])
def test_configured_fields(raw, expected):
    [document] = records.read("a.json", raw, {"body": ["lede"], "headline": ["kicker"]})
    assert document.text == expected


SHAPES = {
    "array": ('[{"body": "A."},\n {"body": "B."}]', "a.json"),
    "array under a usual key": ('{"status": "ok", "articles": [{"body": "A."}, {"body": "B."}]}', "a.json"),
    "object of articles": ('{"id1": {"body": "A."}, "id2": {"body": "B."}}', "a.json"),
    "lines": ('{"body": "A."}\n\n  {"body": "B."}  \r\n', "a.jsonl"),
    "lines in a .json file": ('{"body": "A."}\n{"body": "B."}\n', "a.json"),
    "byte-order mark": ('\ufeff[{"body": "A."}, {"body": "B."}]', "a.json"),
    "lines with a byte-order mark": ('\ufeff{"body": "A."}\r{"body": "B."}', "a.jsonl"),
}


@pytest.mark.parametrize("raw, path", SHAPES.values(), ids=SHAPES.keys())
def test_shapes(raw, path):
    documents = records.read(path, raw)
    assert [document.text for document in documents] == ["A.", "B."]
    assert [raw[slice(*raw_span(document, 0, 2))] for document in documents] == ["A.", "B."]
    assert all(document.raw == raw for document in documents)


ESCAPES = {
    "none": ("Café ’", "Café ’"),
    "simple": (r"\"a\" \\ \/ \b\f\t", '"a" \\ / \b\f\t'),
    "unicode": (r"caf\u00e9 \u2019\u00A0", "café ’\u00a0"),
    "surrogate pair": (r"\ud83d\ude00 \uD83D\uDE00!", "😀 😀!"),
    "half a pair": (r"\ud83d \ude00 \ud83dA", "\ufffd \ufffd \ufffdA"),
    "line breaks": (r"a\nb\r\nc\rd\u000de", "a\nb\nc\nd\ne"),
    "an escaped backslash before u": (r"\\u00e9", r"\u00e9"),
}


@pytest.mark.parametrize("written, seen", ESCAPES.values(), ids=ESCAPES.keys())
def test_escapes(written, seen):
    raw = f'{{"body": "x{written}x"}}'
    [document] = records.read("a.json", raw)
    assert document.text == f"x{seen}x"
    assert raw[slice(*raw_span(document, 1, len(seen) + 1))] == written


@pytest.mark.parametrize("text", ["plain", 'a "b" \\ c', "a\nb\tc", "“é” 😀", "\x00\x1f\u2028"])
def test_what_escape_writes_is_read_back(text):
    assert json.loads(f'"{records.escape(text)}"') == text


def test_a_place_at_the_end_of_a_field_is_before_its_closing_mark():
    raw = r'{"title": "A\u2019", "body": "B."}'
    [document] = records.read("a.json", raw)
    assert raw[:raw_span(document, 2, 2)[0]] == r'{"title": "A\u2019'


INVALID = {
    "cut off": ('{"body": "A', "a.json:1:10: not valid JSON: unterminated string starting at"),
    "in a line": ('{"body": "A."}\n{"body": }\n', "a.jsonl:2:10: not valid JSON: expecting value"),
    "record over two lines": ('{"body":\n "A."}\n', "a.jsonl:1:9: not valid JSON: expecting value"),
    "two on a line": ('{"body": "A."} {"body": "B."}\n', "a.jsonl:1:16: not valid JSON: more follows"),
    "two values": ('{"body": "A."} 7', "a.json:1:16: not valid JSON: more follows"),
    "line break in a string": ('{"body": "A.\nB."}', "a.json:1:13: not valid JSON: invalid control character at"),
    "after CRLF": ('{\r\n"body": x}', "a.json:2:9: not valid JSON: expecting value"),
    "after a byte-order mark": ("\ufeff[x]", "a.json:1:2: not valid JSON: expecting value"),
    "nested too deep": ("[" * 200_000, "a.json:1:1: not valid JSON: nested too deep"),
}


@pytest.mark.parametrize("raw, message", INVALID.values(), ids=INVALID.keys())
def test_invalid(raw, message):
    with pytest.raises(UserError) as error:
        records.read(message.partition(":")[0], raw)
    assert str(error.value).startswith(message)
    assert not isinstance(error.value, NoArticle)


@pytest.mark.parametrize("raw", [
    "", " \n", "[]", "{}", "7", '"body"', "null", '["A."]', '[{"id": 1}, {"url": "x"}]', '{"name": "x", "author": "y"}',
    '{"title": "A schema", "description": "It is.", "type": "object"}', '{"body": [[["A."]]]}', '{"body": {"x": "A."}}',
    '{"articles": []}', '{"n": ' + "9" * 5000 + "}",
])
def test_no_article(raw):
    with pytest.raises(NoArticle, match=r"^a\.json: no article in it: a record needs a body"):
        records.read("a.json", raw)


def test_a_record_that_is_no_article_is_noted_where_it_stands():
    documents = records.read("a.jsonl", '{"body": "A."}\n{"id": 1}\n{"body": "B."}\n')
    assert [document.text for document in documents] == ["A.", "", "B."]
    note, = documents[1].notes
    assert note.rule == "newslint/no-article"
    assert position(documents[1], raw_span(documents[1], note.start, note.end)[0]) == (2, 1)
    assert not documents[0].notes and not documents[2].notes
