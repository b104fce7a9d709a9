"""Which paragraph is what (headline, byline, dateline, caption, body), and what is not prose at all.

A format that knows (a JSON field, a Markdown title) says so; the rest is guessed from form alone, and only where the
form is plain: a paragraph of the article taken for a caption costs more than a caption taken for body. A section
label above the headline (“World News”) and a standfirst are body.
"""
from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise

from newslint.model import Zone
from newslint.regexes import compiled

BLANK = " \t"                           # a no-break space is text: somebody typed it, and a rule reports it
HEAD = 10                               # paragraphs in which headline, byline and dateline are looked for
HEADLINE_WORDS = 20
LABEL_WORDS = 3
CREDIT_LENGTH = 400                     # characters; a caption is short

# Scrapers break lines at links and italics. A line that starts with a comma or full stop goes on with the line before;
# one that starts with a small word does so only after a line that cannot be a heading or a list item of its own.
PUNCTUATION_FIRST = r"[,.;](?=\s|$)"
SMALL_WORD_FIRST = r"[^\W\d_]+[,;]?(?=[ \n]|$)|[^\W\d_]+['’][^\W\d_]+ "
BROKEN_OFF = (
    r"(?:,|\b(?:a|an|the|of|to|in|on|at|by|for|with|from|and|or|but|as|is|was|were|are|be|been|that|which|who|his|her|their"
    r"|its|our|my|this|these|he|she|they|we|has|have|had|will|would|not|than|into|over|said))$")
HEADING_WORDS = 8

_NAME = r"(?:[^\W\d_a-z][\w.’'-]*|d[aeiu]|del|der|den|van|von|bin|ibn|al|el|la|le|y)"
_PEOPLE = rf"{_NAME}(?:(?: |, | and | & |, and ){_NAME}){{1,11}}"
_PLACE = rf"(?: (?:in|at|for|from) {_NAME}(?:,? {_NAME}){{0,5}})?"
_JOB = r"(?i:editor|reporter|correspondent|writer|columnist|staff|agencies|producer|contributor|journalist|analyst)"
BYLINE = (
    r"(?:[Bb]y|BY|(?i:(?:words|text|story|written|reporting|report)(?: by|:)))(?:: | )"
    rf"(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b)(?:{_PEOPLE}{_PLACE}|[A-Z]{{2,6}})"
    r"(?: ?[,|:/–—-] ?[^.!?]{1,60})?\.?"
    r"|By [A-Z][\w-]+(?: [Rr]eporters?| [Ss]taff| [Nn]ews)?"
    rf"|{_PEOPLE} \| [A-Z][\w .&-]{{1,40}}"
    rf"|{_PEOPLE},(?: [\w&’'-]+){{0,4}} {_JOB}(?:(?:,| in| at| for| of) [\w .]{{1,40}})?"
    r"|\((?:Additional )?[Rr]eporting by [A-Z][^()]{3,300}\)")
BYLINE_STARTS = ("By", "BY ", "by ", "Words", "Text", "Story", "Written", "WRITTEN", "Report", "(")
MONTHS = ("january february march april may june july august september october november december "
          "jan feb mar apr jun jul aug sep sept oct nov dec")
DAYS = "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun"
_DATE_WORDS = frozenset(
    f"{MONTHS} {DAYS} published updated posted last modified first created date on at of the am pm a p m noon midnight "
    "gmt utc bst est edt cst cdt mst mdt pst pdt et ct pt cet ist aest st nd rd th ago minute minutes min mins hour "
    "hours day days".split())
_DATE_PROOF = rf"(?i)\b(?:{'|'.join(MONTHS.split())}|ago|\d{{1,4}}([/.-])\d{{1,2}}\1\d{{2,4}})\b"
_WORDS = r"[^\W\d_]+|\d+"
DATELINE_PLACE = (
    r"[A-Z][A-Z .'’-]{2,30}(?:, (?:[A-Z][\w.’'-]*)(?: [A-Z][\w.’'-]*){0,3})?"
    r"(?:, [A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})?(?: \([A-Z][\w .]{1,20}\))?"
    r"| \((?:AP|Reuters|AFP|UPI|CNN|ANI|PTI|IANS|Xinhua)\))(?: ?[-–—])?")
CAPTION_START = (
    r"(?:Photo|Image|Picture|Photograph|Video|Illustration|Graphic)s?(?: ?(?:[Cc]redits?|[Ss]ource))?:"
    r"|(?:Photo|Image|Picture) (?:credit|caption|courtesy|by)\b|Caption:|File (?:photo|image|picture)\b"
    r"|FILE PHOTO\b|FILE [-–—]")
CAPTION_STARTS = ("Photo", "Image", "Picture", "Video:", "Illustration", "Graphic", "Caption:", "File ", "FILE ")
CREDIT_END = (
    r"\((?:AP Photo|Photo|Photograph|Image|Picture|Getty|Reuters/|REUTERS/|AFP/)[^()]*\)\.?$"
    r"|\([^()]{0,40}(?:Getty Images|AFP|AP Photo)\)\.?$"
    r"|(?:/ ?|\| ?|[—–] ?|[Pp]hoto(?:graph)?: ?)"
    r"(?:AP(?: Photo)?|AFP|Reuters|REUTERS|Getty Images|Getty|EPA|Shutterstock|PA Wire)$")
CREDIT_ENDS = (")", ").", "AP", "Photo", "AFP", "Reuters", "REUTERS", "Getty Images", "Getty", "EPA", "Shutterstock",
               "PA Wire")


def find_zones(text: str, known: list[Zone]) -> list[Zone]:
    """The paragraphs of `text` in order, each with its kind.

    `text` has "\\n" line breaks only. A paragraph is a line, or a block between blank lines where the copy is
    hard-wrapped; its ends are trimmed of spaces and tabs. `known` are disjoint spans whose kind the format states:
    paragraphs in one get that kind and nothing is guessed there, and no headline is guessed if one is known.
    """
    spans = sorted(known, key=_start)
    paragraphs = _paragraphs(text, [edge for zone in spans for edge in (zone.start, zone.end)])
    kinds = _stated(paragraphs, spans)
    for index, kind in enumerate(kinds[:HEAD]):
        kinds[index] = kind or _head_kind(text, *paragraphs[index], index > 0)
    if not any(zone.kind == "headline" for zone in spans):
        headline = _headline(text, paragraphs, kinds)
        if headline is not None:
            kinds[headline] = "headline"
    return [Zone(kind or _kind(text, start, end), start, end) for kind, (start, end) in zip(kinds, paragraphs)]


def _start(zone: Zone) -> int:
    return zone.start


def _lines(text: str) -> Iterator[tuple[int, int]]:
    """The lines that hold something, trimmed."""
    position = 0
    for line in text.split("\n"):
        trimmed = line.strip(BLANK)
        if trimmed:
            start = position if line[0] == trimmed[0] else position + line.index(trimmed[0])
            yield start, start + len(trimmed)
        position += len(line) + 1


def _paragraphs(text: str, edges: list[int]) -> list[tuple[int, int]]:
    """Lines, put together where a line break stands inside a sentence or the copy is hard-wrapped; never over a blank
    line nor over one of `edges` (sorted)."""
    paragraphs: list[tuple[int, int]] = []
    lines = list(_lines(text))
    wrapped = None
    for start, end in lines:
        if paragraphs and text.count("\n", paragraphs[-1][1], start) == 1:
            before = paragraphs[-1]
            if wrapped is None:
                wrapped = _hard_wrapped(text, lines)
            if (wrapped or _goes_on(text, before, start, end)) and _apart(edges, before[1], start):
                paragraphs[-1] = (before[0], end)
                continue
        paragraphs.append((start, end))
    return paragraphs


def _apart(edges: list[int], start: int, end: int) -> bool:
    """Whether no edge lies in [start, end]."""
    index = bisect_left(edges, start)
    return index == len(edges) or edges[index] > end


def _hard_wrapped(text: str, lines: list[tuple[int, int]]) -> bool:
    """Whether lines break because they were full: the next line's first word would not have fitted."""
    width = max(end - start for start, end in lines)
    if not 40 <= width <= 100:
        return False
    full = breaks = 0
    for (start, end), (after, stop) in pairwise(lines):
        if text.count("\n", end, after) == 1:
            breaks += 1
            full += end - start + 1 + len(text[after:stop].partition(" ")[0]) > width - 6
    return breaks >= 3 and full > 0.7 * breaks


def _goes_on(text: str, before: tuple[int, int], start: int, end: int) -> bool:
    """Whether the line at `start` goes on with the sentence of the line before it."""
    last = text[before[1] - 1]
    if compiled(PUNCTUATION_FIRST).match(text, start, end):
        return last not in ".!?"
    if not text[start].islower() or not (last.isalnum() or last == ","):
        return False
    if not compiled(SMALL_WORD_FIRST).match(text, start, end):
        return False
    return (text.count(" ", max(before[0], before[1] - 200), before[1]) >= HEADING_WORDS
            or compiled(BROKEN_OFF).search(text, max(before[0], before[1] - 6), before[1]) is not None)


def _stated(paragraphs: list[tuple[int, int]], known: list[Zone]) -> list[str | None]:
    if not known:
        return [None] * len(paragraphs)
    kinds: list[str | None] = []
    starts = [zone.start for zone in known]
    for start, end in paragraphs:
        zone = known[bisect_left(starts, end) - 1]
        kinds.append(zone.kind if zone.start < end and start < zone.end else None)
    return kinds


def _head_kind(text: str, start: int, end: int, after_first: bool) -> str | None:
    """Byline, dateline or None for a paragraph at the head of the article."""
    if end - start > 300:
        return None
    paragraph = text[start:end]
    if paragraph.startswith(BYLINE_STARTS) or after_first and ("|" in paragraph or ", " in paragraph[:80]):
        if compiled(BYLINE).fullmatch(paragraph):
            return "byline"
    if end - start <= 100 and (_only_date(paragraph) or
                               paragraph[:3].isupper() and compiled(DATELINE_PLACE).fullmatch(paragraph)):
        return "dateline"
    return None


def _only_date(paragraph: str) -> bool:
    return (any(map(str.isdigit, paragraph))
            and all(word.isdigit() or word in _DATE_WORDS for word in compiled(_WORDS).findall(paragraph.lower()))
            and compiled(_DATE_PROOF).search(paragraph) is not None)


def _headline(text: str, paragraphs: list[tuple[int, int]], kinds: list[str | None]) -> int | None:
    """The index of the headline: a short line that is no sentence, before the first prose paragraph."""
    candidates: list[int] = []
    for index, (start, end) in enumerate(paragraphs[:HEAD]):
        if kinds[index] == "body":
            break
        if kinds[index] is not None or _kind(text, start, end) != "body":
            continue
        if not _short_line(text, start, end, first=not candidates):
            break
        candidates.append(index)
    else:
        return None                     # no prose follows: a list, a table, a single line
    if not candidates:
        return None
    first = text[slice(*paragraphs[candidates[0]])].split()
    label = len(first) <= LABEL_WORDS and all(word[0].isupper() or word in ("&", "and") for word in first)
    if label and len(candidates) > 1 and text.count(" ", *paragraphs[candidates[1]]) >= LABEL_WORDS:
        return candidates[1]            # a section label stands above the headline
    return candidates[0]


def _short_line(text: str, start: int, end: int, first: bool) -> bool:
    """Whether this could be a headline; only the first of a head may ask or exclaim."""
    if end - start > 200 or text[start] in "-*•·–—":
        return False
    line = text[start:end].strip()
    if not any(map(str.isalpha, line)) or len(line.split()) > HEADLINE_WORDS:
        return False
    last = line.rstrip("\"'”’)]")[-1:]
    if line.endswith(("...", "…")) or last in ("?", "!"):
        return first and last == line[-1] and len(line.split()) <= 14
    return last not in (".", ":", ";", ",")


def _kind(text: str, start: int, end: int) -> str:
    """Caption or body."""
    if end - start <= CREDIT_LENGTH:
        if text.startswith(CAPTION_STARTS, start, end) and compiled(CAPTION_START).match(text, start, end):
            return "caption"
        if text.endswith(CREDIT_ENDS, start, end) and compiled(CREDIT_END).search(text, start, end):
            return "caption"
    return "body"


# What every literal holds; the white-space token around it is then looked at closely. Each branch starts with a plain
# character, so that `re` skips over prose fast.
_SIGNS = "@#/\\"
_TRIGGER = compiled(r"@|#|/|\\|\.(?=[A-Za-z])")
_DOT = compiled(r"\.[A-Za-z]")
_SPACE = compiled(r"\s")
_STOP = "\\s<>\"“”„‟«»‘’\\[\\]{}|"
LITERAL = (
    rf"(?i:https?|ftp|file)://[^{_STOP}]+"
    rf"|\b(?i:www)\.[^{_STOP}]+"
    r"|(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
    r"|(?<![\w@.])@\w{2,}"
    r"|(?<![\w&#])#(?=\d*[^\W\d])\w+"
    rf"|(?<![\w.-])(?:[\w-]+\.)+[a-z]{{2,}}/[^{_STOP}]*"
    r"|(?<![\w.-])(?:[\w-]+\.)+(?:com|org|net|edu|gov|co\.[a-z]{2}|ac\.[a-z]{2}|gov\.[a-z]{2}|eu|info"
    r"|html?|pdf|jpe?g|png|gif|docx?|xlsx?|exe|zip|mp[34]|csv|txt|css|js|json|xml|py|php)(?![\w-])"
    r"|(?<![\w/])(?:~|\.{1,2})?(?:/[\w.-]+){2,}/?"
    r"|(?<!\w)[A-Za-z]:(?:\\[\w.-]+)+")


def find_literals(text: str) -> list[tuple[int, int]]:
    """What stands in the text but is not prose, as sorted, disjoint spans: addresses, handles, hashtags, file names.
    The punctuation of the sentence around it is left out."""
    spans = []
    edge = 0
    trigger_of = _TRIGGER if any(map(text.__contains__, _SIGNS)) else _DOT      # which is much faster
    while trigger := trigger_of.search(text, edge):
        start = at = trigger.start()
        while start > edge and not text[start - 1].isspace():
            start -= 1
        space = _SPACE.search(text, at)
        edge = space.start() if space else len(text)
        for literal in compiled(LITERAL).finditer(text, start, edge):
            span = _without_punctuation(text, *literal.span())
            if span is not None:
                spans.append(span)
    return spans


def _without_punctuation(text: str, start: int, end: int) -> tuple[int, int] | None:
    extra = ".,;:!?'’…*_" if "(" in text[start:end] else ".,;:!?'’…*_)"
    while end > start and text[end - 1] in extra:
        end -= 1
    return (start, end) if end > start else None
