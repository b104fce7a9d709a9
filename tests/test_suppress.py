"""Suppressions: comments of Markdown and HTML, the list beside the config, [sic], zones; and what is said of those that
are of no use."""
from __future__ import annotations

import json

import pytest

from newslint import pack, run
from newslint.formats import html, markdown
from newslint.kinds import KINDS
from newslint.secondpass import rules_of
from newslint.suppresscomments import read

CLEAN, FINDINGS, MISUSE = 0, 1, 2
DISABLE = "<!-- newslint-disable{} -->".format
LIST = ".newslint-suppressions"


@pytest.fixture
def found(newslint):
    """What is reported, as “line rule”."""
    def find(*arguments):
        _, out, err = newslint(*arguments, "--format", "jsonl")
        assert not err, err
        return [f"{one['line']} {one['rule']}" for one in map(json.loads, out.splitlines())]
    return find


# Comments ------------------------------------------------------------------------------------------------------------

ALOT, DOUBLED = "usage/alot", "grammar/doubled"
UNUSED, UNKNOWN = "newslint/unused-suppression", "newslint/unknown-suppression"
MARKDOWN = {
    "the line": ("It rained alot. <!-- newslint-disable-line usage/alot -- his words -->\n\nIt rained alot.\n", ["3 " + ALOT]),
    "the next line": ("<!-- newslint-disable-next-line usage/alot -->\nIt rained alot.\nIt rained alot.\n", ["3 " + ALOT]),
    "past blank lines": ("<!-- newslint-disable-next-line usage/alot -->\n\n\nIt rained alot.\n", []),
    "past another comment": ("<!-- newslint-disable-next-line usage/alot -->\n<!-- newslint-disable-next-line grammar/doubled -->\n"
                             "It was the the end, alot.\n", []),
    "several rules": ("It was the the end, alot. <!-- newslint-disable-line grammar/doubled, usage/alot -- so -->\n", []),
    "several rules with spaces": ("It was the the end, alot. <!-- newslint-disable-line grammar/doubled usage/alot -->\n", []),
    "a family": ("It rained alot. <!-- newslint-disable-line usage -->\n", []),
    "a family with a slash": ("It rained alot. <!-- newslint-disable-line usage/ -->\n", []),
    "a family with a star": ("It rained alot. <!-- newslint-disable-line usage/* -->\n", []),
    "names that start alike": ("It rained alot. <!-- newslint-disable-line usage/al* -->\n", []),
    "every rule": ("It was the the end, alot. <!-- newslint-disable-line -->\n", []),
    "every rule, with a reason": ("It was the the end, alot. <!-- newslint-disable-line -- a poem -->\n", []),
    "another rule": ("It rained alot. <!-- newslint-disable-line grammar/doubled -->\n", ["1 " + ALOT, "1 " + UNUSED]),
    "a region": ("It rained alot.\n\n<!-- newslint-disable usage/alot -->\n\nIt rained alot.\n\n<!-- newslint-enable usage/alot -->\n\n"
                 "It rained alot.\n", ["1 " + ALOT, "9 " + ALOT]),
    "a region inside a line": ("So <!-- newslint-disable usage/alot -->alot<!-- newslint-enable --> of it, alot.\n", ["1 " + ALOT]),
    "a region to the end": ("<!-- newslint-disable usage/alot -->\n\nIt rained alot.\n", []),
    "one of two regions ends": ("<!-- newslint-disable usage/alot, grammar/doubled -->\n\nIt was the the end, alot.\n\n"
                                "<!-- newslint-enable usage/alot -->\n\nIt was the the end, alot.\n", ["7 " + ALOT]),
    "an end of nothing": ("It rained.\n\n<!-- newslint-enable usage/alot -->\n", ["3 " + UNUSED]),
    "the file": ("It rained alot.\n\nIt rained alot.\n\n<!-- newslint-disable-file usage/alot -->\n", []),
    "unused": ("<!-- newslint-disable-next-line usage/alot -->\nIt rained a lot.\n", ["1 " + UNUSED]),
    "one of two unused": ("<!-- newslint-disable-next-line usage/alot, grammar/doubled -->\nIt rained alot.\n", ["1 " + UNUSED]),
    "at the end of the file": ("It rained alot.\n\n<!-- newslint-disable-next-line usage/alot -->\n", ["1 " + ALOT, "3 " + UNUSED]),
    "an unknown rule": ("It rained alot. <!-- newslint-disable-line usage/alott -->\n", ["1 " + ALOT, "1 " + UNKNOWN]),
    "a reason without its dashes": ("It rained alot. <!-- newslint-disable-line usage/alot his words -->\n", ["1 " + UNKNOWN]),
    "an unknown form": ("It rained alot. <!-- newslint-disable-lines usage/alot -->\n", ["1 " + ALOT, "1 " + UNKNOWN]),
    "no form": ("It rained alot. <!-- newslint- -->\n", ["1 " + ALOT, "1 " + UNKNOWN]),
    "a rule that is off is not judged": ("It was late. <!-- newslint-disable-line style/very -->\n", []),
    "a rule of an engine that is not there": ("It was late. <!-- newslint-disable-line grammar/languagetool-X -->\n", []),
    "a family with a rule that is off is not judged": ("It was late. <!-- newslint-disable-line style -->\n", []),
    "in a code block": ("```\n<!-- newslint-disable-file usage/alot -->\n```\n\nIt rained alot.\n", ["5 " + ALOT]),
    "in code by indent": ("He said so.\n\n    <!-- newslint-disable-file usage/alot -->\n\nIt rained alot.\n", ["5 " + ALOT]),
    "in code in a line": ("Write `<!-- newslint-disable-line usage/alot -->` alot.\n", ["1 " + ALOT]),
    "in front matter": ("---\ntitle: It rained\nnote: <!-- newslint-disable-file usage/alot -->\n---\n\nIt rained alot.\n", ["6 " + ALOT]),
    "not closed": ("It rained alot.\n\n<!-- newslint-disable-file usage/alot\n", ["1 " + ALOT]),
    "not a comment to newslint": ("It rained alot. <!-- see newslint-disable-line usage/alot -->\n", ["1 " + ALOT]),
    "over several lines": ("<!-- newslint-disable-next-line\n     usage/alot\n     -- his words -->\nIt rained alot.\n", []),
    "in a quotation": ("> He said:\n>\n> <!-- newslint-disable-next-line usage/alot -->\n> It rained alot.\n", []),
    "in a list": ("- It rained alot. <!-- newslint-disable-line usage/alot -->\n- It rained alot.\n", ["2 " + ALOT]),
    "in a table": ("| a | b |\n|---|---|\n| It rained alot. <!-- newslint-disable-line usage/alot --> | x |\n| alot | y |\n", ["4 " + ALOT]),
    "Windows line ends": ("<!-- newslint-disable-next-line usage/alot -->\r\nIt rained alot.\r\n\r\nIt rained alot.\r\n", ["4 " + ALOT]),
}


@pytest.mark.parametrize("text, expected", MARKDOWN.values(), ids=MARKDOWN.keys())
def test_comments_of_markdown(found, write, text, expected):
    write("x.md", text)
    assert found("x.md") == expected


HTML = {
    "the next line": ("<p>\n<!-- newslint-disable-next-line usage/alot -- so -->\nIt rained alot.\nIt rained alot.</p>\n", ["4 " + ALOT]),
    "a region in a line": ("<p>So <!-- newslint-disable usage/alot -->alot<!-- newslint-enable --> and alot.</p>\n", ["1 " + ALOT]),
    "in a script it is none": ("<script>\n<!-- newslint-disable-file usage/alot -->\n</script>\n<p>It rained alot.</p>\n", ["4 " + ALOT]),
    "in an attribute it is none": ('<p title="<!-- newslint-disable-file usage/alot -->">It rained alot.</p>\n', ["1 " + ALOT]),
    "unused": ("<!-- newslint-disable-file usage/alot -->\n<p>It rained.</p>\n", ["1 " + UNUSED]),
}


@pytest.mark.parametrize("text, expected", HTML.values(), ids=HTML.keys())
def test_comments_of_html(found, write, text, expected):
    write("x.html", text)
    assert found("x.html") == expected


@pytest.mark.parametrize("name, text", {
    "a.txt": "It rained alot.\n\n<!-- newslint-disable-file usage -->\n",
    "a.json": '{"body": "It rained alot. <!-- newslint-disable-file usage -->"}',
}.items())
def test_where_text_is_the_article_there_are_no_comments(found, write, name, text):
    write(name, text)
    assert found(name) == ["1 " + ALOT]


UNSEEN = {
    "on a line of its own": "It rained.\n\n<!-- newslint-disable-next-line a/b -->\nThe mayor left.\n",
    "inside a paragraph": "It rained and\n<!-- newslint-disable-next-line a/b -->\nthe mayor left.\n",
    "before a line inside a paragraph": "It rained and\n<!-- newslint-disable-line a/b --> the mayor left.\n",
    "at the end of a line": "It rained and <!-- newslint-disable-line a/b -->\nthe mayor left.\n",
    "before a hard break": "It rained and <!-- newslint-disable-line a/b -->  \nthe mayor left.\n",
    "between words": "It rained <!-- newslint-disable a/b -->and the mayor left.\n",
    "before a heading": "<!-- newslint-disable-next-line a/b -->\n# It rained\n\nThe mayor left.\n",
    "in a quotation": "> It rained and\n> <!-- newslint-disable-next-line a/b -->\n> the mayor left.\n",
}


@pytest.mark.parametrize("text", UNSEEN.values(), ids=UNSEEN.keys())
def test_a_comment_is_no_text_and_parts_no_paragraph(text):
    with_comment = markdown.read("x.md", text)[0]
    comments = [text[start:end] for start, end in with_comment.comments]
    bare = text
    for comment in comments:
        bare = bare.replace(f"\n> {comment}\n", "\n").replace(f"\n{comment}\n", "\n").replace(f" {comment}  \n", "  \n")
        bare = bare.removeprefix(f"{comment}\n").replace(f"{comment} ", "").replace(f" {comment}\n", "\n").replace(comment, "")
    assert len(comments) == 1 and "newslint" not in bare
    without = markdown.read("x.md", bare)[0]
    assert (with_comment.text, with_comment.zones) == (without.text, without.zones)
    assert len(read(with_comment)) == 1


def test_comments_of_html_are_all_told():
    text = "<!-- a --><p>x<!-- newslint-disable-line a/b -->y</p><title><!-- no --></title><!-- b"
    document = html.read("x.html", text)[0]
    assert [text[start:end] for start, end in document.comments] == ["<!-- a -->", "<!-- newslint-disable-line a/b -->", "<!-- b"]
    assert len(read(document)) == 1


NARROWED = [("--select", "usage"), ("--ignore", "usage/alot"), ("--level", "error"), ("--pack", "news"), ("--dialect", "en-GB")]


@pytest.mark.parametrize("options", NARROWED, ids=[option for option, _ in NARROWED])
def test_suppressions_are_not_judged_in_a_run_that_was_narrowed(found, write, options):
    write("x.md", "<!-- newslint-disable-file usage/alot, grammar/dubled -->\n\nIt rained.\n")
    assert found("x.md") == ["1 " + UNKNOWN]
    assert found("x.md", *options) == []


def test_what_is_said_of_them_can_be_turned_off_and_fails_as_set(newslint, write, found):
    write("x.md", "It rained. <!-- newslint-disable-line usage/alot -->\n")
    assert newslint("x.md")[0] == CLEAN
    assert newslint("x.md", "--fail-level", "warning")[0] == FINDINGS
    write(".newslint.yaml", "rules: {newslint/unused-suppression: off}")
    assert found("x.md") == []


def test_the_report_says_how_many(newslint, write):
    write("x.md", "It rained alot. <!-- newslint-disable-line usage/alot -->\n")
    assert newslint("x.md") == (CLEAN, "1 file: nothing to report. 1 suppressed.\n", "")
    write("x.md", "It rained alot. <!-- newslint-disable-line usage/alot -->\n\nIt was the the end.\n")
    code, out, _ = newslint("x.md", "--format", "github")
    assert (code, out.splitlines()[-1]) == (CLEAN, "1 file: 1 warning. 1 can be fixed. 1 suppressed.")


def test_several_processes_suppress_what_one_does(newslint, write, monkeypatch):
    for number in range(12):
        write(f"{number}.md", f"It rained alot. <!-- newslint-disable-line usage/{'alot' if number % 3 else 'x'} -->\n")
        write(f"{number}.txt", f"It rained alot, {number}.\n")
    newslint("suppress", "--reason", "old", *(f"{number}.txt" for number in range(0, 12, 2)))
    monkeypatch.setattr(run, "MANY", 1)
    monkeypatch.setattr("newslint.manyfiles.FILES_A_PROCESS", 1000)
    one = newslint(".")
    monkeypatch.setattr("newslint.manyfiles.FILES_A_PROCESS", 4)
    assert newslint(".", "--jobs", "2") == one
    assert one[1].splitlines()[-1] == "24 files: 10 errors, 4 warnings. 10 can be fixed. 14 suppressed."


# [sic], zones ----------------------------------------------------------------------------------------------------------

SIC = {
    "He wrote “recieve [sic] it”.": [],
    "He wrote recieve (sic) it.": [],
    "He wrote “recieve” [sic].": [],
    "He wrote recieve [Sic!] it.": [],
    "He wrote recieve it [sic].": ["recieve"],
    "He wrote recieve sic it.": ["recieve"],
    "He wrote recieve [sick] it.": ["recieve"],
}


@pytest.mark.parametrize("text, expected", SIC.items(), ids=SIC.keys())
@pytest.mark.parametrize("family, honoured", [("spelling", True), ("names", True), ("usage", False)])
def test_a_printed_sic_is_honoured_for_spelling(make_rule, findings, text, expected, family, honoured):
    rule = make_rule("phrase", f"{family}/tried", match=["recieve"])
    assert [finding.match for finding in findings(text, rule)] == (expected if honoured else ["recieve"])


ZONES = {
    "the headline": ("headline", ["3 " + ALOT]),
    "the body": ("body, quotation", ["1 " + ALOT]),
}


@pytest.mark.parametrize("zones, expected", ZONES.values(), ids=ZONES.keys())
def test_an_override_may_hold_in_some_zones(found, newslint, write, zones, expected):
    write("x.md", "# Rain, alot of it\n\nIt rained alot on Monday.\n")
    write(".newslint.yaml", f"overrides: [{{paths: [x.md], zones: [{zones}], ignore: [usage]}}]")
    assert found("x.md") == expected
    assert f"usage in {zones}" in newslint("config", "show", "x.md")[1]
    write("y.md", "# Rain, alot of it\n\nIt rained alot on Monday.\n")
    assert found("y.md") == ["1 " + ALOT, "3 " + ALOT]


def test_zones_go_with_ignore_alone(newslint, write):
    write("x.txt", "It rained.\n")
    write(".newslint.yaml", "overrides: [{paths: [x.md], zones: [body], rules: {usage/alot: off}}]")
    code, _, err = newslint("x.txt")
    assert code == MISUSE and '.newslint.yaml:1:36: error: "zones" goes with "ignore" alone, not with "rules"' in err


# newslint suppress -----------------------------------------------------------------------------------------------------

SUPPRESSED = {
    "a paragraph": ("x.md", "It rained alot.\n", "<!-- newslint-disable-next-line usage/alot -- old -->\nIt rained alot.\n"),
    "two rules in a line": ("x.md", "It was the the end, alot.\n",
                            "<!-- newslint-disable-next-line grammar/doubled, usage/alot -- old -->\nIt was the the end, alot.\n"),
    "two in a line": ("x.md", "So alot, alot.\n", "<!-- newslint-disable-next-line usage/alot -- old -->\nSo alot, alot.\n"),
    "a line inside a paragraph": ("x.md", "It rained and\nit rained alot and\nthere was sun.\n",
                                  "It rained and\nit rained alot and <!-- newslint-disable-line usage/alot -- old -->\nthere was sun.\n"),
    "a list": ("x.md", "- It rained alot.\n- It did.\n", "- It rained alot. <!-- newslint-disable-line usage/alot -- old -->\n- It did.\n"),
    "a quotation": ("x.md", "> It rained alot.\n", "> <!-- newslint-disable-next-line usage/alot -- old -->\n> It rained alot.\n"),
    "a hard break": ("x.md", "It was\nalot of rain  \nand sun.\n",
                     "It was\nalot of rain <!-- newslint-disable-line usage/alot -- old -->  \nand sun.\n"),
    "Windows line ends": ("x.md", "It did.\r\n\r\nIt rained alot.\r\n",
                          "It did.\r\n\r\n<!-- newslint-disable-next-line usage/alot -- old -->\r\nIt rained alot.\r\n"),
    "a byte-order mark": ("x.md", "\ufeffIt rained alot.\n",
                          "\ufeff<!-- newslint-disable-next-line usage/alot -- old -->\nIt rained alot.\n"),
    "no line end": ("x.md", "It did.\n\nIt rained alot.", "It did.\n\n<!-- newslint-disable-next-line usage/alot -- old -->\nIt rained alot."),
    "a page": ("x.html", "<p>\n  It rained alot.\n</p>\n",
               "<p>\n  <!-- newslint-disable-next-line usage/alot -- old -->\n  It rained alot.\n</p>\n"),
    "a long line of a page": ("x.html", f"<p>It rained alot. {'It did not rain. ' * 40}</p>\n",
                              f"<p>It rained <!-- newslint-disable usage/alot -- old -->alot<!-- newslint-enable usage/alot -->. {'It did not rain. ' * 40}</p>\n"),
}


@pytest.mark.parametrize("name, text, expected", SUPPRESSED.values(), ids=SUPPRESSED.keys())
def test_suppress_writes_comments(newslint, found, write, in_folder, name, text, expected):
    path = write(name, text)
    code, out, err = newslint("suppress", "--reason", "old", name)
    assert (code, err) == (CLEAN, "") and out.startswith(f"{name}: ") and out.endswith(" suppressed\n")
    assert path.read_bytes().decode() == expected
    assert found(name) == [] and not (in_folder / LIST).exists()
    assert newslint("suppress", "--reason", "old", name)[1] == "Nothing is reported, so there is nothing to suppress.\n"
    assert path.read_bytes().decode() == expected


def test_suppress_takes_what_is_selected(newslint, found, write):
    write("x.md", "It was the the end, alot.\n")
    newslint("suppress", "--reason", "old", "--select", "usage", "x.md")
    assert found("x.md") == ["2 " + DOUBLED]


LISTED = {
    "plain text": ("x.txt", "It rained alot.\n"),
    "JSON": ("x.json", '{"body": "It rained alot."}'),
    "a headline of front matter": ("x.md", "---\ntitle: Rain alot\n---\n\nIt rained.\n"),
    "the title of a page": ("x.html", "<title>Rain today\nis alot of rain\nit seems</title>\n<p>It rained.</p>\n"),
}


@pytest.mark.parametrize("name, text", LISTED.values(), ids=LISTED.keys())
def test_suppress_lists_what_no_comment_can(newslint, found, write, in_folder, name, text):
    path = write(f"sub/{name}", text)
    assert newslint("suppress", "--reason", "old", "sub") == (CLEAN, f"sub/{name}: 1 suppressed in {LIST}\n", "")
    assert path.read_bytes().decode() == text
    path_, rule, fingerprint, match, reason = (in_folder / LIST).read_text().splitlines()[1].split("\t")
    assert (path_, rule, len(fingerprint), match, reason) == (f"sub/{name}", ALOT, 16, "alot", "old")
    assert found("sub") == []


def test_alike_records_have_entries_of_their_own(newslint, found, write):
    write("x.jsonl", '{"body": "It rained alot."}\n' * 2)
    newslint("suppress", "--reason", "old", "x.jsonl")
    assert found("x.jsonl") == []
    write("x.jsonl", '{"body": "It rained alot."}\n' * 3)
    assert found("x.jsonl") == ["3 " + ALOT]
    newslint("suppress", "--reason", "old", "x.jsonl")
    assert found("x.jsonl") == []


def test_a_list_lasts(newslint, found, write, in_folder):
    write("x.txt", "It rained alot.\n\nIt was the the end.\n")
    newslint("suppress", "--reason", "old", "x.txt")
    write("x.txt", "It was the the end.\n\nThe sun came out.\n\nIT  rained alot.\n")
    assert found("x.txt") == []             # moved, with other spaces and letters
    write("x.txt", "It was the the end.\n\nIt rained alot!\n\nIt rained alot in May.\n")
    assert found("x.txt") == ["5 " + ALOT]  # one was edited, the other is new
    (in_folder / "x.txt").rename(in_folder / "y.txt")
    assert found("y.txt") == ["3 " + ALOT, "5 " + ALOT]


def test_entries_of_a_list_that_are_of_no_use_are_told(newslint, write, in_folder):
    write("x.txt", "It rained alot.\n")
    newslint("suppress", "--reason", "old", "x.txt")
    write("x.txt", "It rained a lot.\n")
    write("y.txt", "It rained.\n")
    code, out, _ = newslint("x.txt", "--format", "jsonl")
    one = json.loads(out)
    lines = (in_folder / LIST).read_text()
    assert (code, one["path"], one["line"], one["rule"]) == (CLEAN, LIST, 2, UNUSED)
    assert lines[one["start"]:one["end"]] == one["match"] == lines.splitlines()[1]
    assert newslint("y.txt") == (CLEAN, "1 file: nothing to report.\n", "")
    write(LIST, lines.replace(ALOT, "usage/alott"))
    assert [json.loads(line)["rule"] for line in newslint(".", "--format", "jsonl")[1].splitlines()] == [UNKNOWN]
    (in_folder / "x.txt").unlink()          # nothing is left that it could be for
    assert json.loads(newslint(".", "--format", "jsonl")[1])["rule"] == UNKNOWN


def test_suppressions_of_what_compares_files_are_not_judged(newslint, found, write, in_folder, write_rule):
    write_rule(in_folder, "our/structure/copy", "kind: repeated\nlevel: warning\nmessage: As {path}.\ncheck: article\n"
               "bad: [x]\ngood: [y]\n")
    write(".newslint.yaml", "rule-folders: [our]")
    prose = "".join(f"The mayor of the town said on day {number} that it would rain.\n\n" for number in ("one", "two", "three"))
    write("x.md", prose)
    write("y.md", prose)
    assert found(".") == ["1 structure/copy"]
    newslint("suppress", "--reason", "old", ".")
    assert found(".") == [] and found("y.md") == []


def test_kinds_that_compare_files_tell_by_which_rules(shipped):
    rules, plain = shipped
    gathering = {kind.NAME for kind in KINDS.values() if hasattr(kind, "gather")}
    assert gathering == {kind.NAME for kind in KINDS.values() if hasattr(kind, "comparing")}
    told = rules_of(pack._ready(plain))
    assert {rule.kind for rule in rules if rule.id in told} == gathering
    assert {"artifacts/repeated-line", "structure/duplicate-article", "names/drift-across-files"} <= told
    assert not told & {rule.id for rule in rules if rule.kind not in gathering}


REASONS = ["", "  ", "two\nlines", "a -- b", "ends-", "\x1b[31m"]


@pytest.mark.parametrize("reason", REASONS)
def test_a_reason_is_a_line(newslint, write, in_folder, reason):
    path = write("x.md", "It rained alot.\n")
    code, out, err = newslint("suppress", f"--reason={reason}", "x.md")
    assert (code, out) == (MISUSE, "") and err.startswith("newslint: --reason: say why in one line")
    assert path.read_text() == "It rained alot.\n" and not (in_folder / LIST).exists()


def test_the_encoding_is_kept(newslint, found, write):
    text = "# Le café\n\nIt rained alot.\n"
    comment = "# Le café\n\n<!-- newslint-disable-next-line usage/alot -- old -->\nIt rained alot.\n"
    path = write("x.md", b"\xff\xfe" + text.encode("utf-16-le"))
    newslint("suppress", "--reason", "old", "x.md")
    assert path.read_bytes() == b"\xff\xfe" + comment.encode("utf-16-le")
    path = write("y.md", text.encode("cp1252"))
    newslint("suppress", "--reason", "old", "--select", "usage", "y.md")
    assert path.read_bytes() == comment.encode("cp1252")
    path = write("z.md", (text + "naïve ").encode() + "é\n".encode("cp1252"))
    before = path.read_bytes()
    newslint("suppress", "--reason", "old", "--select", "usage", "z.md")
    assert path.read_bytes() == before and found("z.md", "--select", "usage") == []


BROKEN = {
    "a merge": (b"<<<<<<< ours\n", f"newslint: {LIST}:1: a merge left its marks here"),
    "too few columns": (b"# x\na.txt\tusage/alot\n", f"newslint: {LIST}:2: not an entry: 5 columns with tabs between them are wanted, and here are 2\n"),
    "not UTF-8": (b"# x\na.txt\t\xff\n", f"newslint: {LIST}:2: not UTF-8"),
}


@pytest.mark.parametrize("content, expected", BROKEN.values(), ids=BROKEN.keys())
def test_a_broken_list(newslint, write, content, expected):
    write("x.txt", "It rained alot.\n")
    path = write(LIST, content)
    for command in (["x.txt"], ["suppress", "--reason", "old", "x.txt"]):
        code, out, err = newslint(*command)
        assert (code, out) == (MISUSE, "") and err.startswith(expected), err
    assert path.read_bytes() == content
    assert newslint("x.txt", "--isolated")[0] == FINDINGS
