"""Markdown: what a reader sees of it, which zone it is, and where it stands."""
from __future__ import annotations

import pytest

from newslint.formats import markdown
from newslint.model import position, raw_span

VISIBLE = {
    "plain": ("One.\n\nTwo.\n", "One.\n\nTwo."),
    "empty": ("", ""),
    "only markup": ("<!-- -->\n\n***\n", ""),
    "soft line break": ("One\ntwo.", "One two."),
    "CRLF": ("One\r\ntwo.\r\n\r\nThree.\r\n", "One two.\n\nThree."),
    "lone CR": ("One\rtwo.\r\rThree.", "One two.\n\nThree."),
    "hard break, spaces": ("One  \ntwo.", "One\ntwo."),
    "hard break, backslash": ("One\\\ntwo.", "One\ntwo."),
    "many blank lines": ("One.\n\n\n \n\nTwo.", "One.\n\nTwo."),
    "no-break space is text": ("One.\n\n\u00a0\n\nTwo.", "One.\n\n\u00a0\n\nTwo."),
    "byte-order mark": ("\ufeff# Head\n\nOne.", "Head\n\nOne."),

    "emphasis": ("*a* **b** ***c*** _d_ __e__ ~~f~~", "a b c d e f"),
    "emphasis inside a word": ("un*believ*able", "unbelievable"),
    "nested emphasis": ("**a *b* c**", "a b c"),
    "marks that are no emphasis": ("2 * 3 * 4, f***ing, a_b_c, ~5 km, ~6", "2 * 3 * 4, f***ing, a_b_c, ~5 km, ~6"),
    "marks that close nothing": ("s*** and *a, b_", "s*** and *a, b_"),
    "escapes": (r"\*a\* 5\. \\ \a", r"*a* 5. \ \a"),
    "entities": ("&amp; &eacute; &#8217; &#x1F600; &#150; AT&T &foo; &amp", "& é ’ 😀 – AT&T &foo; &amp"),

    "link": ('[The [sic] text](http://x.org/a_(b) "t") ends', "The [sic] text ends"),
    "link over two lines": ("[one\ntwo](u) three", "one two three"),
    "emphasis in a link": ("[a *b*](u)", "a b"),
    "reference links": ("[a][R], [r], [R][]\n\n[r]: http://x.org 'T'\n", "a, r, R"),
    "brackets that are no link": ("[He] said [a][b] (c) [d] (e)", "[He] said [a][b] (c) [d] (e)"),
    "autolink": ("<https://x.org/a_b_c> <a@x.org>", "https://x.org/a_b_c a@x.org"),
    "bare address": ("See https://x.org/_a_/*b*.", "See https://x.org/_a_/b."),
    "footnote": ("A fact.[^1] Two [^1] more.\n\n[^1]: The *source*.", "A fact. Two more.\n\nThe source."),
    "caret in brackets": ("[^1] stays", "[^1] stays"),
    "note that looks like a definition": ("[Note]: This is prose.", "[Note]: This is prose."),

    "code": ("Use `a * b` and ``c`d`` now", "Use \ufffc and \ufffc now"),
    "unclosed code": ("a ` b *c*", "a ` b c"),
    "fenced code": ("One.\n\n```py\nx = 1\n\n~~~\n```\nTwo.", "One.\n\nTwo."),
    "fence never closed": ("One.\n\n~~~\nx", "One."),
    "indented code": ("One.\n\n    x = 1\n\nTwo.", "One.\n\nTwo."),
    "indented line of a paragraph": ("One\n    two.", "One two."),

    "headings": ("# A #\n\n##B\n\n## C # D ##\nE", "A\n\n##B\n\nC # D\n\nE"),
    "underlined headings": ("A\nb\n===\nC\n---\nD", "A b\n\nC\n\nD"),
    "thematic break": ("A.\n\n---\n* * *\n\nB.", "A.\n\nB."),
    "quotation": ("> A\n> b\nc\n>> D", "A b c\n\nD"),
    "list": ("- A\n  b\n- [x] C\n\n  D\n\n1. E\n2) F", "A b\n\nC\n\nD\n\nE\n\nF"),
    "nested list": ("- A\n    - B\n\n      C\n\n    D\n\nE", "A\n\nB\n\nC\n\nD\n\nE"),
    "year at a line's start": ("It was\n1986. A good\n- list", "It was 1986. A good\n\nlist"),
    "table": ("| A | *B* |\n|---|:-:|\n| c \\| d | |\n| e | f |\n\nG", "A\n\nB\n\nc | d\n\ne\n\nf\n\nG"),
    "table without outer pipes": ("a | b\n--|--\nc | d", "a\n\nb\n\nc\n\nd"),
    "a pipe in prose": ("a | b\n\nc", "a | b\n\nc"),

    "picture alone": ("![A *man*](a.jpg \"t\")\nText.", "A man\n\nText."),
    "picture alone in a link": ("[![A man](a.jpg)](u)", "A man"),
    "picture in a sentence": ("See ![A man](a.jpg) here", "See \ufffc here"),
    "picture without a text": ("![](a.jpg)\n\nText.", "Text."),

    "inline tags": ("<b>a</b><sup>2</sup> b<br>c 1 < 2 <3", "a2 b\nc 1 < 2 <3"),
    "block tags": ("<div class=x>\n<p>One</p><p>Two</p>\n</div>\n", "One\n\nTwo"),
    "comment": ("One <!-- x > *y* --> two.\n\n<!-- a\n\nb --> Three.", "One two.\n\nThree."),
    "comment never closed": ("One.\n\n<!-- a\n\nb", "One."),
    "script": ("One.\n\n<script>\nx\n\ny\n</script>\n\nTwo.", "One.\n\nTwo."),
    "script never closed": ("<script>\n\nTwo.", "Two."),

    "a template alone on its line": ("One.\n\n{{< figure src=\"a_b_c.jpg\" title=\"the the\" >}}\n\n{% include x.html %}\nTwo.", "One.\n\nTwo."),
    "templates around a text": ("{{% notice %}}\nOne *a*.\n{{% /notice %}}\n\nTwo.", "One a.\n\nTwo."),
    "a template in a sentence": ("It rose by {{ site.data.rate | round: 2 }} or {% x %}.", "It rose by \ufffc or \ufffc."),
    "a template over two lines": ("{{< figure src=a.jpg\n  title=\"the the\" >}}\nOne.", "One."),
    "a template in bold": ("**{{< x >}} a** b", "\ufffc a b"),
    "a listing": ("One.\n\n{{< highlight go >}}\nx := *y\n\nz\n{{< /highlight >}}\n\n{% raw %}a{% endraw %}Two.", "One.\n\nTwo."),
    "a listing never closed": ("{% raw %}\n\nTwo.", "Two."),
    "a picture with its caption": ('[caption id="attachment_12" align="left" width=300]<img src="a.jpg" /> A man[/caption]\nTwo.',
                                   "A man\n\nTwo."),
    "a gallery": ("One.\n\n[gallery ids=\"1,2\"]\n\n[gallery]\n\nTwo.", "One.\n\nTwo."),
    "a shortcode in a sentence": ('See [map city="Bern"] or [b x="y"]this[/b].', "See \ufffc or \ufffcthis\ufffc."),
    "braces and brackets of the text": ("{a} {{b [caption] [sic] [video] [x=1] {%", "{a} {{b [caption] [sic] [video] [x=1] {%"),
    "a link called gallery": ("[gallery](u) [/x](u) [caption](u)", "gallery /x caption"),
}


@pytest.mark.parametrize("raw, expected", VISIBLE.values(), ids=VISIBLE.keys())
def test_visible_text(raw, expected):
    [document] = markdown.read("a.md", raw)
    assert document.text == expected
    assert document.raw == raw


ZONES = {
    "first heading of level one": ("## Kicker\n\n# Head\n\nText is here.\n\n# Second\n",
                                   ["caption Kicker", "headline Head", "body Text is here.", "caption Second"]),
    "heading at the start": ("## Head\n\nText is here.\n\n## Sub\n",
                             ["headline Head", "body Text is here.", "caption Sub"]),
    "front matter wins": ("---\ntitle: A title\nauthor: 'Jane O''Hara'\n---\n# Head\n\nText is here.\n",
                          ["headline A title", "byline Jane O'Hara", "caption Head", "body Text is here."]),
    "picture and cells": ("# H\n\n![A man](x)\n\na | b\n--|--\n",
                          ["headline H", "caption A man", "caption a", "caption b"]),
}


@pytest.mark.parametrize("raw, expected", ZONES.values(), ids=ZONES.keys())
def test_zones(raw, expected):
    [document] = markdown.read("a.md", raw)
    assert [f"{kind} {document.text[start:end]}" for kind, start, end in document.zones] == expected


FRONT_MATTER = {
    "plain, with a comment": ("---\ntitle: Bank cuts rates  # first\n---\n", "Bank cuts rates", {}),
    "double quotes": ('---\ntitle: "The \\"best\\" \\u00e9"\n---\n', 'The "best" é', {}),
    "single quotes": ("---\r\ntitle: 'It''s on'\r\n---\r\n", "It's on", {}),
    "in the order of the file": ("---\nauthor: Jane Doe\ntitle: A\ndek: It is.\n---\n", "Jane Doe\n\nA\n\nIt is.", {}),
    "date is a fact": ("---\ndate: 2026-11-21\ntitle: A\n---\nB", "A\n\nB", {"date": "2026-11-21"}),
    "best name": ("---\ntitle: A\nheadline: B\n---\n", "B", {}),
    "closed with dots": ("---\ntitle: A\n...\nB", "A\n\nB", {}),
    "TOML": ('+++\ntitle = "A"\ndate = 2026-11-21T10:00:00Z\n[params]\nauthor = "B"\n+++\nC', "A\n\nC",
             {"date": "2026-11-21T10:00:00Z"}),
    "not on one line": ("---\ntitle: >\n  A\n  b\nauthor:\n  - Jane\ndek: one\n  two\n---\nC", "C", {}),
    "not a string": ("---\ntitle: [A]\nauthor: {x: y}\ndek: *anchor\n---\nC", "C", {}),
    "not a scalar: colon": ("---\ntitle: A: b\n---\nC", "C", {}),
    "open quotation mark": ('---\ntitle: "A\n---\nC', "C", {}),
    "empty value": ('---\ntitle: ""\nauthor:\n---\nC', "C", {}),
    "never closed": ("---\n\ntitle: A", "title: A", {}),
    "not at the start": ("A\n\n---\ntitle: B\n---\n", "A\n\ntitle: B", {}),
}


@pytest.mark.parametrize("raw, expected, facts", FRONT_MATTER.values(), ids=FRONT_MATTER.keys())
def test_front_matter(raw, expected, facts):
    [document] = markdown.read("a.md", raw)
    assert (document.text, document.facts) == (expected, facts)


@pytest.mark.parametrize("raw, seen, written, place", [
    ("One *two* three", "One two three", "One *two* three", (1, 1)),
    ("One *two* three", "two", "two", (1, 6)),
    ("a &amp; b", "& b", "&amp; b", (1, 3)),
    ("> a\r\n> b c", "b c", "b c", (2, 3)),
    ("> a\r\n> b", "a b", "a\r\n> b", (1, 3)),
    ("- [x] [Go\n  on](u) to", "Go on to", "Go\n  on](u) to", (1, 8)),
    ("---\ntitle: 'It''s'\n---\n", "It's", "It''s", (2, 9)),
    ("😀 `x`  \nb", "\ufffc\nb", "`x`  \nb", (1, 3)),
], ids=range(8))
def test_where_it_stands(raw, seen, written, place):
    [document] = markdown.read("a.md", raw)
    start = document.text.index(seen)
    first, last = raw_span(document, start, start + len(seen))
    assert raw[first:last] == written
    assert position(document, first) == place


def test_placeholders_and_addresses_are_literals():
    [document] = markdown.read("a.md", "Use `x` of https://x.org or ![a](b) now.")
    assert [document.text[start:end] for start, end in document.literals] == ["\ufffc", "https://x.org", "\ufffc"]


def test_text_without_markup_needs_no_pieces():
    [document] = markdown.read("a.md", "One.\n\nTwo.")
    assert document.pieces == []


@pytest.mark.parametrize("unit", [
    "[", "![", "[a](", "[a](<b", '[a](b "', "*a ", "a**b*c_", "*_", "<", "<a ", "<a x='", "<!-- ", "> ", "- ", "+ ",
    "|a", "`a``", "~~a", "\\", "&amp", "https://x_", "[a]: b\n", "```\n", "<pre>\n", "# ", "x<br>", "a  \n",
    "{{a ", "{{a}} ", "{%a%} ", "{% raw %} ", "{% raw %}\n", "[a b=\"c", "[a b=\"c\"] ", "[embed a=b ",
])
def test_long_runs_of_markup_are_read_in_time(unit):
    [document] = markdown.read("a.md", unit * 3000)
    assert len(document.text) <= len(document.raw) * 2
