"""Articles nobody wrote, findings in them, and the most hostile ones hypothesis can think of."""
from __future__ import annotations

from hypothesis import strategies as st

from newslint.model import LEVELS, Edit, Finding, Fix
from newslint.report import Run

HARBOUR = """Harbour wall to be rebuilt by spring

The council said on Tuesday that that the wall at Ferring Quay, which was damaged in the January storms and has been \
closed since, would be rebuilt by spring. “It can't wait,” said the harbourmaster.
Work begins on Monday – if the weather holds.

Leave a Reply

Your email address will not be published.
Required fields are marked *

Share this:
"""
FERRY = "Ferry\u00a0fares rise\r\n\r\nFares will raise by 4 per cent, the operator said in it's statement.\r\n"


def found(source: str, match: str, rule: str, level: str = "error", message: str = "“{match}” is wrong.",
          path: str = "news/harbour.txt", better: tuple[str, ...] = (), safe: bool | None = None,
          zone: str = "body") -> Finding:
    """The finding of the first `match` in `source`; `safe` gives it a fix to the first that is better."""
    start = source.index(match)
    end = start + len(match)
    fix = None if safe is None else Fix(safe, (Edit(start, end, better[0] if better else ""),))
    line, column = position(source, start)
    end_line, end_column = position(source, end)
    return Finding(rule, level, message.format(match=match), path, line, column, end_line, end_column, start, end,
                   match, zone, better, fix, f"{start:08x}")


def position(source: str, offset: int) -> tuple[int, int]:
    return source.count("\n", 0, offset) + 1, offset - source.rfind("\n", 0, offset)


IN_HARBOUR = [
    found(HARBOUR, "that that", "grammar/doubled-word", message="“that” is set twice.", better=("that",), safe=True),
    found(HARBOUR, "that that", "style/repetition", "warning", "“that that” repeats itself.", better=("that",)),
    found(HARBOUR, "can't", "quotes/mixed-apostrophes", "warning",
          "The apostrophe of “can't” is straight; the other quotation marks of this article are curly.",
          better=("can’t",), safe=True),
    found(HARBOUR, "–", "punctuation/dash", "suggestion", "A spaced dash: house style may want an em dash.",
          better=("—", ":", ", and then")),
    *[found(HARBOUR, match, rule, level, "“{match}” is part of the page.", zone="artifact", better=("",), safe=True)
      for match, rule, level in [
          ("Leave a Reply", "artifacts/reply-form", "warning"),
          ("Your email address will not be published.", "artifacts/reply-form", "error"),
          ("Required fields are marked *", "artifacts/reply-form", "error"),
          ("Share this:", "artifacts/share-buttons", "warning")]],
]
IN_FERRY = [
    found(FERRY, match, rule, level, message, "news/ferry.txt", better, safe)
    for match, rule, level, message, better, safe in [
        ("\u00a0", "encoding/no-break-space", "warning", "A no-break space in a headline.", (" ",), None),
        ("raise", "usage/raise-rise", "error", "Fares rise; someone raises them.", ("rise",), None),
        ("it's", "grammar/its", "error", "“it's” is short for “it is”.", ("its",), False)]
]
RUN = Run(files=2, sources={"news/harbour.txt": HARBOUR, "news/ferry.txt": FERRY})


# Everything a string can hold, lone surrogates too, with what steers terminals and build logs turning up often.
HOSTILE = st.lists(st.one_of(
    st.characters(exclude_categories=()),
    st.sampled_from(["\x1b[31m", "\x9b2J", "\r", "\n", "\t", "\u202e", "\u200b", "\u2028", "\ufeff", "\ud800"]),
    st.sampled_from(["::", "::error::", "\n::warning file=x::", "##[error]", "##", "##vso[", "%0A", "%", ":", ","]),
    st.sampled_from(["\n", "\n\n", " ", "word ", "é", "e\u0301", "報"]),
), max_size=30).map("".join)


def in_order(findings: list[Finding]) -> list[Finding]:
    return sorted(findings, key=lambda one: (one.path, one.start, one.end, one.rule, one.message))


@st.composite
def hostile_reports(draw: st.DrawFn) -> tuple[list[Finding], Run]:
    sources = draw(st.dictionaries(HOSTILE, HOSTILE, min_size=1, max_size=2))
    findings = []
    for path, source in sources.items():
        for _ in range(draw(st.integers(0, 4))):
            start, end = sorted(draw(st.tuples(*[st.integers(0, len(source))] * 2)))
            suggestions = tuple(draw(st.just([""]) | st.lists(HOSTILE, max_size=4)))
            fix = Fix(draw(st.booleans()), (Edit(start, end, draw(HOSTILE)),)) if draw(st.booleans()) else None
            findings.append(Finding(
                draw(st.sampled_from(["artifacts/share", "artifacts/reply", "usage/word"]) | HOSTILE),
                draw(st.sampled_from(LEVELS)), draw(HOSTILE), path, *position(source, start), *position(source, end),
                start, end, source[start:end], draw(HOSTILE), suggestions, fix, draw(HOSTILE)))
    shown = {path: source for path, source in sources.items() if draw(st.booleans())}
    return findings, Run(files=draw(st.integers(0, 3)), sources=shown, colour=draw(st.booleans()),
                         width=draw(st.integers(0, 200)))
