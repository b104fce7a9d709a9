"""The report for people: what it looks like, where its carets stand, and what never comes out of it."""
from __future__ import annotations

import io
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.report import FORMATS, Run, closing, write
from newslint.report.text import STYLES, terminal_width, wants_colour
from newslint.report.visible import columns, cut, cut_start, visible, wrap
from tests.report.invented import FERRY, HARBOUR, HOSTILE, IN_FERRY, IN_HARBOUR, RUN, found, hostile_reports

OUR_COLOURS = re.compile(rf"\x1b\[(?:{'|'.join(STYLES.values())}|0)m")


def report(findings, run=RUN):
    out = io.StringIO()
    write("text", findings, run, out)
    return out.getvalue()


@pytest.mark.parametrize("width", [60, 80, 120])
def test_two_articles(snapshot, width):
    assert report([*IN_HARBOUR, *IN_FERRY], RUN._replace(width=width)) == snapshot


def test_colours(snapshot):
    assert report([*IN_HARBOUR, *IN_FERRY], RUN._replace(colour=True)).replace("\x1b", "ESC") == snapshot


def test_without_the_article(snapshot):
    assert report(IN_HARBOUR, Run(files=1)) == snapshot


@given(st.permutations([*IN_HARBOUR, *IN_FERRY]))
def test_order_never_varies(findings):
    assert report(findings) == report([*IN_HARBOUR, *IN_FERRY])


EXCERPTS = {
    "plain": ("It was teh end.", "teh", "It was teh end.", "       ^^^"),
    "no line break at the end of the file": ("One.\nAn teh", "teh", "An teh", "   ^^^"),
    "CRLF": ("One.\r\nA teh b\r\nThree.", "teh", "A teh b", "  ^^^"),
    "wide letters before": ("習近平 teh", "teh", "習近平 teh", "       ^^^"),
    "wide letters in the match": ("a 習近平 b", "習近平", "a 習近平 b", "  ^^^^^^"),
    "combining marks before": ("Jose\u0301 teh", "teh", "Jose\u0301 teh", "     ^^^"),
    "combining marks in the match": ("Jose\u0301 x", "Jose\u0301", "Jose\u0301 x", "^^^^"),
    "an emoji before": ("😀 teh", "teh", "😀 teh", "   ^^^"),
    "decomposed Korean": ("\u1112\u1161\u11ab teh", "teh", "\u1112\u1161\u11ab teh", "   ^^^"),
    "tabs": ("\ta\tteh\tb", "teh", "→a→teh→b", "   ^^^"),
    "a tab is the match": ("a\tb", "\t", "a→b", " ^"),
    "a no-break space is the match": ("20\u00a0million", "\u00a0", "20␣million", "  ^"),
    "a zero-width space is the match": ("so\u200bme", "\u200b", r"so\u200bme", "  ^^^^^^"),
    "escape codes before": ("\x1b[31mred teh", "teh", r"\x1b[31mred teh", "            ^^^"),
    "a byte-order mark is no column": ("\ufeffteh end", "teh", "teh end", "^^^"),
    "a command of a build log": ("::error::teh", "teh", r":\x3aerror:\x3ateh", "               ^^^"),
    "a command split by the match": ("a ::error", ":error", r"a :\x3aerror", "   ^^^^^^^^^"),
    "an older command": ("x ##[error]teh", "teh", r"x ##\x5berror]teh", "              ^^^"),
    "the match goes on in the next line": ("in the\nthe end", "the\nthe", "in the", "   ^^^"),
    "a line break is the match": ("The end\n\n\nof it", "\n\n\n", "The end", "       ^"),
    "nothing is the match": ("The end", "", "The end", "^"),
}


@pytest.mark.parametrize("source, match, line, carets", EXCERPTS.values(), ids=EXCERPTS.keys())
def test_excerpt(source, match, line, carets):
    finding = found(source, match, "x/y", path="a.txt")
    if source[0] == "\ufeff":
        finding = finding._replace(column=finding.column - 1)
    shown = report([finding], Run(1, sources={"a.txt": source})).split("\n")
    indent = " " * (len(f"{finding.line}:{finding.column}") + 4)
    assert shown[2:4] == [indent + line, indent + carets]


LONG = "The minister said that " * 40
CUTS = {
    "around the match": (LONG + "teh " + LONG, "teh", ()),
    "at the end": (LONG + "teh", "teh", ()),
    "at the beginning": ("teh " + LONG, "teh", ()),
    "to leave room for what is better": (
        "It is long, but not too long to be shown in full if only teh", "teh", ("the very best", "the")),
    "what is better is long too": (LONG + "teh " + LONG, "teh", ("a suggestion " * 20,)),
    "the match is longer than a line": ("So. " + LONG, LONG, ("shorter",)),
    "no space to cut at": ("x" * 500 + "teh" + "y" * 500, "teh", ()),
    "wide letters": ("報" * 500 + "teh" + "報" * 500, "teh", ()),
}


@pytest.mark.parametrize("source, match, better", CUTS.values(), ids=CUTS.keys())
def test_long_lines_are_cut_to_fit(source, match, better, snapshot):
    shown = report([found(source, match, "x/y", message="Wrong.", path="a.txt", better=better)],
                   Run(1, sources={"a.txt": source}))
    line, carets = shown.split("\n")[2:4]
    assert max(columns(line), columns(carets)) <= 80
    assert f"{line}\n{carets}" == snapshot


def test_folded_only_with_the_same_correction():
    one = found(FERRY, "raise", "usage/raise-rise", "warning", better=("rise",))
    same = one._replace(rule="zz/same", level="error")
    other = one._replace(rule="zz/other", suggestions=("increase",))
    shown = report([one, other, same])
    assert re.findall(r"(error|warning) .*   (\S.*/.*)\n", shown) == [
        ("error", "zz/same, usage/raise-rise"), ("warning", "zz/other")]


def test_without_a_correction_every_message_is_shown():
    one = found(FERRY, "raise", "x/one", message="This.")
    assert "This." in (shown := report([one, one._replace(rule="x/two", message="That.")])) and "That." in shown


def leftovers(source, *matches, **changes):
    return [found(source, match, "artifacts/x", zone="artifact", path="a.txt")._replace(**changes) for match in matches]


RANGES = {
    "next to each other": ("One\nTwo\nThree", ("One", "Two", "Three"), "1-3"),
    "blank lines between": ("One\n\n \t\nTwo", ("One", "Two"), "1-4"),
    "CRLF": ("One\r\n\r\nTwo", ("One", "Two"), "1-3"),
    "a part of each line": ("One here\nand Two", ("One", "Two"), "1-2"),
    "the line break in the match": ("One\nTwo\nx", ("One\n", "Two\n"), "1-2"),
    "copy between": ("One\nNews.\nTwo", ("One", "Two"), None),
    "one line": ("One Two", ("One", "Two"), None),
}


@pytest.mark.parametrize("source, matches, expected", RANGES.values(), ids=RANGES.keys())
def test_leftovers_fold_into_a_range(source, matches, expected):
    shown = report(leftovers(source, *matches), Run(1, sources={"a.txt": source}))
    ranges = re.findall(r"^  (\d+-\d+) .* left over from a web page$", shown, re.M)
    assert ranges == ([expected] if expected else [])
    assert all(f"“{match.strip()}" in shown for match in matches)


def test_leftovers_to_be_rewritten_are_shown_in_full():
    source = "One\nTwo"
    shown = report(leftovers(source, "One", "Two", suggestions=("Three",)), Run(1, sources={"a.txt": source}))
    assert shown.count("^^^  Three") == 2


CLOSINGS = {
    "nothing": ([], Run(2), "2 files: nothing to report."),
    "one": ([IN_FERRY[1]], Run(1), "1 file: 1 error."),
    "every level": (
        IN_HARBOUR, Run(3, skipped=1), "3 files, 1 skipped: 3 errors, 4 warnings, 1 suggestion. 6 can be fixed."),
}


@pytest.mark.parametrize("findings, run, expected", CLOSINGS.values(), ids=CLOSINGS.keys())
def test_closing(findings, run, expected):
    assert closing(findings, run) == expected
    assert report(findings, run).endswith(expected + "\n")


class Stream(io.StringIO):
    def __init__(self, tty):
        super().__init__()
        self.tty = tty

    def isatty(self):
        return self.tty


@pytest.mark.parametrize("tty, environ, expected", [
    (True, {}, True),
    (False, {}, False),
    (True, {"TERM": "dumb"}, False),
    (True, {"NO_COLOR": "1"}, False),
    (True, {"NO_COLOR": ""}, True),
    (False, {"FORCE_COLOR": "1"}, True),
    (False, {"FORCE_COLOR": "0"}, False),
    (True, {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
])
def test_wants_colour(tty, environ, expected):
    assert wants_colour(Stream(tty), environ) is expected


def test_width_without_a_terminal(tmp_path):
    with open(tmp_path / "out", "w") as file:
        assert (terminal_width(file), terminal_width(io.StringIO())) == (80, 80)


@given(hostile_reports())
def test_nothing_hostile_comes_out(findings_and_run):
    findings, run = findings_and_run
    shown = report(findings, run)
    if run.colour:
        shown = OUR_COLOURS.sub("", shown)
    assert all(line.isprintable() for line in shown.split("\n"))
    assert not any(line.lstrip().startswith("::") for line in shown.split("\n"))
    assert not any(command in shown for command in ("::", "##[", "##vso[", "##teamcity["))


@given(hostile_reports())
def test_colour_changes_no_letter(findings_and_run):
    findings, run = findings_and_run
    in_colour = OUR_COLOURS.sub("", report(findings, run._replace(colour=True)))
    plain = report(findings, run._replace(colour=False))
    assert [line.rstrip() for line in in_colour.split("\n")] == [line.rstrip() for line in plain.split("\n")]


LETTERS = st.characters(categories=["Lu", "Ll", "Lo", "Nd", "Po", "So", "Cc", "Cf", "Zs"], exclude_characters="\r\n#")
LINES = st.text(LETTERS, max_size=100)


@given(LINES, LETTERS.filter(lambda char: char != " " and columns(char)), LINES)
def test_carets_stand_under_the_match(before, match, after):
    finding = found(before + match + after, match, "x/y", message="Wrong.", path="a.txt")
    line, carets = report([finding], Run(1, sources={"a.txt": before + match + after})).split("\n")[2:4]
    left = carets.index("^")
    assert columns(visible(match)) == carets.count("^") == len(carets) - left
    assert any(columns(line[:index]) == left and line.startswith(visible(match), index) for index in range(len(line)))


@given(HOSTILE, HOSTILE)
def test_visible_works_from_left_to_right(one, other):
    assert visible(one + other).startswith(visible(one))


@given(HOSTILE.map(visible), st.integers(0, 40))
def test_cut_fits(text, limit):
    for short in (cut(text, limit), cut_start(text, limit)):
        assert columns(short) <= limit
        assert short == text or "…" in short or not limit


@given(HOSTILE.map(visible), st.integers(2, 40))
def test_wrap_loses_only_spaces(text, limit):
    lines = wrap(text, limit)
    assert max(map(columns, lines)) <= limit
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")


def test_every_format_can_be_written():
    for name in FORMATS:
        write(name, IN_HARBOUR, RUN, out := io.StringIO())
        assert out.getvalue()


def test_the_articles_are_what_the_findings_say():
    for finding in IN_HARBOUR:
        assert HARBOUR[finding.start:finding.end] == finding.match
