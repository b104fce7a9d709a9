"""The report for people: findings by file, each with its line, the match underlined, and what to write instead."""
import os
from collections.abc import Iterator, Mapping
from itertools import chain, groupby
from typing import NamedTuple, TextIO

from newslint.model import LEVELS, Finding
from newslint.report import Run, closing, last_line
from newslint.report.visible import columns, cut, cut_start, visible, wrap

NAME = "text"

# Below, a row has no room for its message; above, the eye loses the line between the message and its rule.
NARROWEST, WIDEST = 40, 120

SUGGESTIONS_SHOWN = 3

STYLES = {"error": "31", "warning": "33", "suggestion": "36", "path": "1", "rule": "2", "better": "32"}


class Layout(NamedTuple):
    width: int                              # of the whole line, like the others in columns
    place: int                              # “12:7”
    level: int
    colour: bool

    @property
    def indent(self) -> int:
        """Where levels and excerpts start."""
        return self.place + 4

    def paint(self, style: str, text: str) -> str:
        return f"\x1b[{STYLES[style]}m{text}\x1b[0m" if self.colour and style and text else text


def write(findings: list[Finding], run: Run, out: TextIO) -> None:
    layout = _layout(findings, run.width, run.colour)
    for path, group in groupby(findings, key=lambda finding: finding.path):
        source = run.sources.get(path)
        out.write(layout.paint("path", visible(path)) + "\n")
        for block in _blocks(_folded(group), source):
            if block[0][0].line < block[-1][0].line:
                lines = _range(block, layout)
            else:
                lines = chain.from_iterable(_single(row, source, layout) for row in block)
            out.write("".join(f"{line}\n" for line in lines))
        out.write("\n")
    out.write(closing(findings, run) + "\n")


def one(finding: Finding, source: str, width: int, colour: bool) -> str:
    """One finding as the report shows it, below its path."""
    layout = _layout([finding], width, colour)
    return "\n".join([layout.paint("path", visible(finding.path)), *_single([finding], source, layout)])


def _layout(findings: list[Finding], width: int, colour: bool) -> Layout:
    return Layout(
        width=min(max(width, NARROWEST), WIDEST),
        place=max((max(len(_place(finding)), len(_range_of([finding]))) for finding in findings), default=0),
        level=max((len(finding.level) for finding in findings), default=0),
        colour=colour)


def wants_colour(stream: TextIO, environ: Mapping[str, str]) -> bool:
    """NO_COLOR forbids it, FORCE_COLOR asks for it, otherwise a terminal that can."""
    if environ.get("NO_COLOR"):
        return False
    if environ.get("FORCE_COLOR", "0") not in ("", "0"):
        return True
    return stream.isatty() and environ.get("TERM") != "dumb"


def terminal_width(stream: TextIO) -> int:
    """Columns of the terminal behind a stream; 80 when there is none or it does not know."""
    try:
        return os.get_terminal_size(stream.fileno()).columns or 80
    except (OSError, ValueError):
        return 80


def _folded(findings: Iterator[Finding]) -> list[list[Finding]]:
    """Findings of one correction share a row, the gravest first: “a” to “an” and “a Italian” to “an Italian” are one.
    Without a correction the message is all a finding has to say, so only equal ones of one span do."""
    rows: dict[object, list[Finding]] = {}
    for finding in findings:
        said = _least(finding) if finding.suggestions else finding.fix and finding.fix.edits or finding.message
        rows.setdefault(said if finding.suggestions else (finding.start, finding.end, said), []).append(finding)
    return [sorted(row, key=lambda finding: -LEVELS.index(finding.level)) for row in rows.values()]


def _least(finding: Finding) -> tuple[int, int, str]:
    """What its first suggestion changes, without what it leaves as it is at both ends."""
    match, better = finding.match, finding.suggestions[0]
    before = _alike(match, better)
    behind = _alike(match[before:][::-1], better[before:][::-1])
    return finding.start + before, finding.end - behind, better[before:len(better) - behind]


def _alike(one: str, other: str) -> int:
    """How many characters they start with in common."""
    return next((n for n, (left, right) in enumerate(zip(one, other)) if left != right), min(len(one), len(other)))


def _blocks(rows: list[list[Finding]], source: str | None) -> Iterator[list[list[Finding]]]:
    """Rows one by one, but leftovers on neighbouring lines together."""
    block: list[list[Finding]] = []
    for row in rows:
        if block and not _neighbours(block[-1][0], row[0], source):
            yield block
            block = []
        block.append(row)
    if block:
        yield block


def _neighbours(one: Finding, other: Finding, source: str | None) -> bool:
    """Whether both are leftovers to be taken out, with at most blank lines between."""
    if not (_leftover(one) and _leftover(other)):
        return False
    if source is None:
        return other.line - last_line(one) <= 1
    between = source[one.end:other.start].replace("\r", "\n").split("\n")
    return not "".join(between[1:-1]).strip()


def _leftover(finding: Finding) -> bool:
    return finding.rule.startswith("artifacts/") and not any(finding.suggestions)


def _range(block: list[list[Finding]], layout: Layout) -> Iterator[str]:
    """Neighbouring leftovers: what they are, then a line each."""
    findings = [row[0] for row in block]
    lines = len({finding.line for finding in findings})
    yield from _row(_range_of(findings), "", f"{lines} lines left over from a web page", "", layout)
    for finding, row in zip(findings, block):
        rules = _rules(row)
        room = layout.width - layout.indent - layout.level - 2
        match = cut(visible(finding.match[:4 * room]), max(room - columns(rules) - 4, room // 2))
        yield from _row(f"  {finding.line}", finding.level, f"“{match}”", rules, layout)


def _single(row: list[Finding], source: str | None, layout: Layout) -> Iterator[str]:
    finding = row[0]
    yield from _row(_place(finding), finding.level, visible(finding.message), _rules(row), layout)
    if source is not None:
        yield from _excerpt(finding, source, layout)


def _row(place: str, level: str, message: str, rules: str, layout: Layout) -> Iterator[str]:
    """`place  level  message  rules`, the rules at the right edge; a long message goes on below itself."""
    room = layout.width - layout.indent - layout.level - 2
    lines = wrap(message, room)
    if columns(lines[-1]) + 2 + columns(rules) > room:
        lines.append("")
    lines[-1] += " " * (room - columns(lines[-1]) - columns(rules)) + layout.paint("rule", rules)
    start = f"  {place.ljust(layout.place)}  " + layout.paint(level, level.ljust(layout.level)) + "  "
    for line in lines:
        yield (start + line).rstrip()
        start = " " * (layout.indent + layout.level + 2)


def _excerpt(finding: Finding, source: str, layout: Layout) -> Iterator[str]:
    """The line the finding starts in, cut around the match to fit, and carets under the match with what is better."""
    room = layout.width - layout.indent
    # A line may be the whole of a file of 100 MB.
    reach = 4 * room
    before = source[max(0, finding.start - finding.column + 1, finding.start - reach):finding.start]
    line = before + source[finding.start:finding.start + reach].partition("\n")[0].partition("\r")[0]
    if not line:
        return
    shown = visible(line)
    start = len(visible(before))
    end = max(start, len(visible(line[:len(before) + finding.end - finding.start])))
    before, match, after = shown[:start], shown[start:end], shown[end:]

    better = cut(_better(finding), room // 2 - 2)
    beside = columns(better) + 2 if better else 0
    longest = room - beside - min(columns(before), room // 4) - 1
    if columns(match) > longest:
        match, after = cut(match, longest), ""
    carets = max(1, columns(match))
    space = room - carets
    before = cut_start(before, min(max(space // 2, space - columns(after)), space - beside))
    after = cut(after, room - columns(before) - columns(match)).rstrip()
    indent = " " * layout.indent
    yield indent + before + layout.paint(finding.level, match) + after
    yield (indent + " " * columns(before) + layout.paint(finding.level, "^" * carets)
           + ("  " + layout.paint("better", better) if better else ""))


def _better(finding: Finding) -> str:
    """The first suggestions, as one can read them: white space in quotation marks, nothing as “(delete)”."""
    return " or ".join(
        "(delete)" if not text else visible(text) if text.strip() == text else f"“{visible(text)}”"
        for text in finding.suggestions[:SUGGESTIONS_SHOWN])


def _place(finding: Finding) -> str:
    return f"{finding.line}:{finding.column}"


def _range_of(findings: list[Finding]) -> str:
    return f"{findings[0].line}-{max(map(last_line, findings))}"


def _rules(row: list[Finding]) -> str:
    return visible(", ".join(dict.fromkeys(finding.rule for finding in row)))
