"""Whatever is read: each character of the text leads to what it was written with in the file, and a span to its ends.

Files are made of atoms, each a seen string and how it is written. The seen strings make the text, and the places where
they were written are what `raw_span` has to give.
"""
from __future__ import annotations

import json
from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from newslint.decoding import decode
from newslint.errors import UserError
from newslint.formats import NoArticle, html, markdown, records, text
from newslint.model import Document, position, raw_span, unbroken

unhurried = settings(deadline=None)         # a busy machine is no fault
Atom = tuple[str, str]                      # seen (one character, or none), written

# Letters stand apart from markup characters, so that an atom means the same wherever it stands.
LETTERS = st.sampled_from([*"abcXYZ0159,;éßЖ中", "\u0301", "\u200b", "\u00a0", "😀", "👩", "\U0010ffff", "“", "”", "’"])
PLAIN = LETTERS.map(lambda letter: (letter, letter))
SAME = st.characters(exclude_characters="\r\n\ufeff", exclude_categories=["Cs"]).map(lambda letter: (letter, letter))
BREAKS = st.sampled_from([("\n", "\n"), ("\n", "\r\n")])

CODE = ("\ufffc", "`b *c*`")
MARKDOWN = PLAIN | st.sampled_from([
    ("*", "\\*"), ("_", "\\_"), ("[", "\\["), ("<", "\\<"), ("\\", "\\\\"), ("&", "&amp;"), ("é", "&eacute;"),
    ("😀", "&#x1F600;"), ("–", "&#8211;"), CODE, ("", "<b>"), ("", "</b>"), ("", "<!-- *x* -->"), (" ", " "),
])
MARKDOWN_BREAKS = st.sampled_from([(" ", "\n"), (" ", "\r\n"), (" ", " \n"), ("\n", "\\\n"), ("\n", "  \r\n")])

HTML = PLAIN.filter(lambda atom: atom[0] != "\u00ad") | st.sampled_from([
    ("&", "&amp;"), ("é", "&eacute;"), ("😀", "&#x1F600;"), ("–", "&#8211;"), ("–", "&#150;"), ("<", "&lt;"), ("\u00a0", "&nbsp;"),
    ("", "&shy;"), ("", "<b>"), ("", "</b>"), ("", "<a href='x>y'>"), ("", "</a>"), ("", "<!-- x > -->"), ("", "<script>x</script>"),
    ("", "<i hidden>secret</i>"), ("", "<img alt=x>"), ("", "<svg><p></svg>"), ("\n", "<br>"), ("\n", "<BR />"),
])
HTML_SPACES = st.sampled_from([(" ", " "), (" ", "\n"), (" ", "\r\n\t"), (" ", "   "), (" ", "&#32;")])

JSON = st.one_of(
    SAME.filter(lambda atom: atom[0] not in '"\\' and atom[0] >= " "),
    st.characters(max_codepoint=0xFFFF, exclude_characters="\r", exclude_categories=["Cs"]).map(
        lambda letter: (letter, f"\\u{ord(letter):04X}")),
    st.characters(min_codepoint=0x10000).map(
        lambda letter: (letter, "\\u{:02x}{:02x}\\u{:02x}{:02x}".format(*letter.encode("utf-16-be")))),
    st.sampled_from([("\n", "\\n"), ("\n", "\\r\\n"), ('"', '\\"'), ("/", "\\/"), ("\\", "\\\\"), ("\t", "\\t")]),
)


def assert_placed(document: Document, written: Sequence[tuple[str, int, int]]) -> None:
    """`written` holds each character of the text, with the raw offsets of what it was written with."""
    assert document.text == "".join(seen for seen, _, _ in written)
    count = len(written)
    for index, (_, start, end) in enumerate(written):
        assert raw_span(document, index, index + 1) == (start, end)
    for first in range(0, count, 3):
        for last in range(first + 1, count + 1, 5):
            assert raw_span(document, first, last) == (written[first][1], written[last - 1][2])
            gaps = any(before[2] != after[1] for before, after in zip(written[first:last], written[first + 1:last]))
            assert unbroken(document, first, last) is not gaps
    places = [position(document, start) for _, start, _ in written]
    assert places == sorted(places)
    assert all(document.zones[n].end <= document.zones[n + 1].start for n in range(len(document.zones) - 1))


def laid_out(atoms: Sequence[Atom], offset: int) -> tuple[str, list[tuple[str, int, int]]]:
    raw, written = "", []
    for seen, source in atoms:
        if seen:
            written.append((seen, offset + len(raw), offset + len(raw) + len(source)))
        raw += source
    return raw, written


@unhurried
@given(st.lists(SAME | BREAKS | PLAIN, max_size=40), st.booleans())
def test_text(atoms, mark):
    before = "\ufeff" if mark else ""
    raw, written = laid_out(atoms, len(before))
    assert_placed(text.read("a.txt", before + raw)[0], written)


@unhurried
@given(st.text(st.sampled_from("ab\r\n😀“"), max_size=30))
def test_text_with_any_line_breaks(raw):
    [document] = text.read("a.txt", raw)
    assert document.text == raw.replace("\r\n", "\n").replace("\r", "\n")
    for index, seen in enumerate(document.text):
        start, end = raw_span(document, index, index + 1)
        assert raw[start:end] in ((seen,) if seen != "\n" else ("\n", "\r\n", "\r"))
    assert document.line_starts == [0] + [n + 1 for n, seen in enumerate(raw)
                                          if seen == "\n" or (seen == "\r" and raw[n + 1:n + 2] != "\n")]


@unhurried
@given(st.lists(st.lists(MARKDOWN, min_size=1, max_size=12), min_size=1, max_size=4), st.data(),
       st.sampled_from(["", "\ufeff"]), st.sampled_from(["", "> ", "- ", "# ", "1. "]))
def test_markdown(lines, data, mark, prefix):
    # A letter at both ends of a line: what is blank there belongs to no text.
    atoms: list[Atom] = [("", mark + prefix), ("Q", "Q")]
    for number, line in enumerate(lines):
        if number:
            atoms += [("q", "q"), data.draw(st.just((" ", " ")) if prefix == "# " else MARKDOWN_BREAKS), ("q", "q")]
        atoms += line
    atoms += [("", "**"), ("z", "z"), ("", "**")]
    raw, written = laid_out(once_spaced(atoms), 0)
    assert_placed(markdown.read("a.md", raw)[0], written)


@unhurried
@given(st.lists(st.lists(HTML, min_size=1, max_size=12), min_size=1, max_size=4), st.data(), st.sampled_from(["", "\ufeff"]),
       st.sampled_from(["", "<p>", "<title>x</title><body>\n<h1 class='a>b'>", "<div><ul><li>", "<table><td>"]))
def test_html(words, data, mark, prefix):
    # A letter at both ends of a word, and more of them outside links: what is blank or all link belongs to no text.
    atoms: list[Atom] = [("", mark + prefix), ("Q", "Q")]
    for number, word in enumerate(words):
        if number:
            atoms += [("q", "q"), data.draw(HTML_SPACES), ("q", "q")]
        atoms += [*word, ("", "</a>")]
    atoms += [("", "</i>"), *[(letter, letter) for letter in "zyxwvutsrq" * 3]]
    raw, written = laid_out(atoms, 0)
    assert_placed(html.read("a.html", raw)[0], written)


def once_spaced(atoms: Sequence[Atom]) -> list[Atom]:
    """Without code right after code, and without a space beside another over dropped markup: both are read as one."""
    result: list[Atom] = []
    last = ""
    for atom in atoms:
        if (atom != (" ", " ") or last not in ("", " ")) and (atom != CODE or result[-1] != CODE):
            result.append(atom)
            last = atom[0] or last
    return [atom for n, atom in enumerate(result)
            if atom != (" ", " ") or next_seen(result[n + 1:]) not in ("", " ", "\n")]


def next_seen(atoms: Sequence[Atom]) -> str:
    return next((seen for seen, _ in atoms if seen), "")


@unhurried
@given(st.lists(JSON, min_size=1, max_size=30), st.lists(JSON, max_size=30), st.sampled_from(["a.json", "a.jsonl"]),
       st.sampled_from(["", "\ufeff"]))
def test_records(head, body, path, mark):
    before = mark + '{"x": ["\\n", {"y": "}"}], "title" : "'
    first, seen_first = laid_out([("h", "h"), *head], len(before))
    between = '", "body":"'
    second, seen_second = laid_out([("b", "b"), *body], len(before) + len(first) + len(between))
    raw = before + first + between + second + '", "n": 1}'
    [document] = records.read(path, raw)
    cut = len(seen_first)
    assert document.text == "\n\n".join("".join(seen for seen, _, _ in part) for part in (seen_first, seen_second))
    for shift, part in ((0, seen_first), (cut + 2, seen_second)):
        for index, (_, start, end) in enumerate(part):
            assert raw_span(document, shift + index, shift + index + 1) == (start, end)
            assert raw_span(document, shift, shift + index + 1) == (part[0][1], end)
    assert raw_span(document, 0, len(document.text)) == (len(before), len(raw) - len('", "n": 1}'))
    assert raw_span(document, cut, cut) == (len(before) + len(first),) * 2


MARKUP = st.lists(st.sampled_from([*"*_`[]()<>&!#-+|~\\ \n\r\t>:;ab1.=\"'", "&amp;", "https://x.y/", "---\n",
                                   "\n\n", "```\n", "title: ", "<!--", "<p>", "![", "](", "- ", "> ", "  \n",
                                   "\u00a0", "\ufeff"]),
                  max_size=40).map("".join)


@unhurried
@given(MARKUP)
def test_any_markdown_keeps_its_offsets(raw):
    [document] = markdown.read("a.md", raw)
    assert_sound(document)


PAGE = st.lists(st.sampled_from([
    "<", ">", "</", "/>", "&", ";", "#", "'", '"', "=", "\n", "\r", "\t", " ", "a", "b ", "1", "é", "\u00ad", "\u00a0", "\ufeff", "😀", "&amp;",
    "&nbsp;", "&shy;", "&#10;", "&#0;", "<p>", "</p>", "<p hidden>", "<div>", "</div>", "<b>", "</b>", "<br>", "<a href=x>", "</a>", "<pre>", "</pre>",
    "<q>", "</q>", "<code>", "</code>", "<h1>", "</h1>", "<title>", "</title>", "<!--", "-->", "<script>", "</script>", "<nav>", "</nav>",
    "<article>", "</article>", "<form>", "</form>", "<span>xy</span>", "<td>", "<li>", "<table>", "<svg>", "<svg/>", "long enough a text " * 6]),
    max_size=40).map("".join)


@unhurried
@given(PAGE)
def test_any_page_keeps_its_offsets(raw):
    [document] = html.read("a.html", raw)
    assert_sound(document)
    assert all(0 <= start <= end <= len(document.text) for start, end in document.quotations + document.literals)


@unhurried
@given(st.recursive(st.none() | st.booleans() | st.floats(allow_nan=False) | st.text(max_size=5),
                    lambda values: st.lists(values, max_size=3) | st.dictionaries(
                        st.sampled_from(["body", "title", "author", "date", "name", "items"]), values, max_size=4)),
       st.booleans(), st.sampled_from([None, 1]))
def test_any_json_keeps_its_offsets(value, ascii_only, indent):
    raw = json.dumps(value, ensure_ascii=ascii_only, indent=indent)
    try:
        documents = records.read("a.json", raw)
    except NoArticle:
        return
    for document in documents:
        assert_sound(document)


def assert_sound(document: Document) -> None:
    """Pieces lie in order inside text and raw, and what is copied is copied; spans only go up."""
    end = raw_end = 0
    for start, raw_start, length, raw_length in document.pieces:
        assert start >= end and raw_start >= raw_end
        end, raw_end = start + length, raw_start + raw_length
        assert length == raw_length or length == 1
        if length == raw_length:
            copied = document.raw[raw_start:raw_end].replace("\r", "\n")
            seen = document.text[start:end]
            assert all(a == b or b == " " and a in "\n\t\f" for a, b in zip(copied, seen, strict=True))
    assert end <= len(document.text) and raw_end <= len(document.raw)
    assert "\r" not in document.text
    places = [raw_span(document, n, n + 1) for n in range(len(document.text))]
    assert places == sorted(places)
    assert all(start <= end for start, end in places)
    assert all(0 <= start < end <= len(document.text) for _, start, end in document.zones)


@unhurried
@given(st.one_of(st.binary(max_size=60), st.text(max_size=30).map(str.encode),
                 st.text(max_size=30).map(lambda seen: seen.encode("utf-16"))))
def test_any_bytes_are_read_or_refused_by_name(data):
    try:
        raw, encoding, bad, byte = decode("a.txt", data)
    except UserError as error:
        assert str(error).startswith("a.txt: ")
        return
    assert (bad is None) == (not byte)
    if bad is not None:
        assert bad < len(raw)
    elif encoding != "cp1252":
        assert raw.encode(encoding) == data
