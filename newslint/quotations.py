"""Quotations: which marks belong together, which are left over, and which are apostrophes.

Each paragraph is read on its own, so that one fault does not turn every later quotation inside out. Double marks are
paired first and single marks afterwards, because an apostrophe taken for an opening mark must not reach the doubles.
A quotation that runs over several paragraphs, as news sets it (each paragraph opens with the mark, the last one
closes), gives one Quotation a paragraph.

Faults
    unclosed         an opening mark nothing closes in its paragraph
    stray            a closing mark with nothing open
    mismatch         opened with a double mark and closed with a single one, or the reverse; `other` is the opening mark
    reversed         a curly mark that points the wrong way
    spaced           a mark with space on both sides
    doubled          the same double mark twice running
    nested           double marks inside double marks
    not-repeated     runs into the next paragraph, which does not open with the mark; `other` is the closing mark
    reopened         an opening mark after a full stop while a quotation is open: the closing mark is missing, or
                     the copy has lost a paragraph break (then there are usually several); `other` is the opening mark
    unclosed-single, stray-single, spaced-single    the same for single marks; less sure, for they are apostrophes too
    turned-apostrophe  an opening single mark that stands for an apostrophe (‘90s)
"""
from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter

from newslint.marks import ALONE, CLOSE, DOUBLES, EITHER, OPEN, Mark, find_marks
from newslint.model import MarkFault, Marks, Quotation, Zone, touches
from newslint.regexes import compiled

OPENING = "“„‟«‘‚‛`"
CLOSING = "”»’"
RUN_ON_REACH = 3000                     # characters in which a quotation that runs on without marks is closed
SPOKEN = 150                            # characters after a possessive in which the speaker is named
WINDOW = 40                             # single marks looked at for the one that closes
MISMATCHED = (("unclosed", "stray-single"), ("unclosed-single", "stray"))

_INCHES = compiled(r"(?:^|[\s(/x×])\d{1,3}(?:\.\d{1,2})?$")
_FEET = compiled(r"\d['’] ?\d{1,2}$")
_ELISION = compiled(
    r"(?:em|till?|tis|twas|twere|twill|cause|cos|cuz|coz|bout|round|nuff|neath|ere|im|ello|allo|ave|ol|hood|burbs?|sup|er|kay"
    r"|fro|bots?|orrible|s|re(?!-)|ve|ll|d|t|m|\d\ds?)\b", re.I)
_ALWAYS_ELIDED = compiled(r"(?:em|tis|twas|twere|till?|nuff|neath|s|re|ve|ll|\d\ds?)\b", re.I)
_POSSESSIVE = compiled(r"(?:.[sSxz]|in)['’] [^\W\d_A-Z]", re.S)      # the players' fans, dancin' days
_SENTENCE_BREAK = compiled(r"[.!?] +[A-Z]")
_WORD = compiled(r"\w+")
# Who said it, as it stands outside a quotation: “…, said Ann Marsh”, “…, the minister added”.
_SAID = r"(?:said|says|told|added|adds|insisted|warned|claimed|argued|explained|commented|replied|admitted|concluded)"
_ATTRIBUTION = compiled(
    rf"[,?!] (?:{_SAID} (?:[A-Z][\w.’'-]+ [A-Z]|(?:Mr|Mrs|Ms|Dr|Sir|the|a) |(?:he|she|they)\b)"
    rf"|(?:the [\w -]{{3,30}}|(?:Mr|Mrs|Ms|Dr) [A-Z][\w’'-]+|[A-Z][\w’'-]+ [A-Z][\w’'-]+|he|she|they)"
    rf" {_SAID}\b(?! that\b)|[A-Z][\w’'-]+ (?:{_SAID}|wrote)(?=[.,]|\s*$| (?:in|on|at|via|after|during) ))", re.M)


def outermost(marks: Marks) -> list[tuple[int, int]]:
    """The outermost quotations with their marks, sorted and disjoint."""
    return [(start, end) for start, end, _, depth in marks.quotations if depth == 0]


def parse(text: str, zones: list[Zone]) -> Marks:
    """Every quotation, fault and apostrophe of `text` outside artifacts; `zones` are its paragraphs."""
    marks, apostrophes = find_marks(text)
    if not marks:
        return Marks([], [], apostrophes, {"straight": [], "curly": [], "guillemet": []})
    artifacts = [(zone.start, zone.end) for zone in zones if zone.kind == "artifact"]
    if artifacts:
        marks = [mark for mark in marks if not touches(artifacts, mark.start, mark.end)]
        apostrophes = {char: [offset for offset in offsets if not touches(artifacts, offset, offset + 1)]
                       for char, offsets in apostrophes.items()}
    paragraphs = [zone for zone in zones if zone.kind != "artifact" and not text[zone.start:zone.end].isspace()]
    starts = [zone.start for zone in paragraphs]
    quotations: list[tuple[int, int, str]] = []
    faults: list[MarkFault] = []
    forms: dict[str, list[int]] = {"straight": [], "curly": [], "guillemet": []}
    at = 0
    while at < len(marks):
        number = bisect_right(starts, marks[at].start) - 1
        end = paragraphs[number].end if number >= 0 else 0
        doubles: list[Mark] = []
        singles: list[Mark] = []
        while at < len(marks) and marks[at].start < end:
            (doubles if marks[at].char in DOUBLES else singles).append(marks[at])
            at += 1
        if not doubles and not singles:     # a mark between paragraphs
            at += 1
            continue
        for mark in doubles:
            forms["straight" if mark.char == '"' else "guillemet" if mark.char in "«»" else "curly"].append(mark.start)
        spans = _plain_pairs(doubles)
        if spans is None or singles:
            zone = paragraphs[number]
            next_mark = ""                  # the mark the next paragraph opens with
            if number + 1 < len(paragraphs) and paragraphs[number + 1].kind == zone.kind:
                following = paragraphs[number + 1]
                next_mark = text[following.start:following.end].lstrip()[0]
            if spans is None:
                spans = _pair_doubles(text, doubles, zone, next_mark, faults)
            quotations += _pair_singles(text, singles, zone, next_mark, sorted(spans), faults, apostrophes)
        quotations += [(*span, '"') for span in spans]
    if faults:
        faults = _clipped_words(text, sorted(faults, key=_start), apostrophes)
        faults = _paired_faults(faults, [mark.start for mark in marks if mark.char in DOUBLES], paragraphs, quotations)
    for offsets in apostrophes.values():
        offsets.sort()
    return Marks(_with_depth(quotations), faults, apostrophes, forms)


def _start(item: Mark | MarkFault) -> int:
    return item.start


def _plain_pairs(marks: list[Mark]) -> list[tuple[int, int]] | None:
    """The quotations of a paragraph in which straight marks open and close in turn, as nearly all do; else None."""
    if len(marks) % 2:
        return None
    spans = []
    for opening, closing in zip(marks[::2], marks[1::2]):
        if (opening.char != '"' or closing.char != '"' or opening.shape is not OPEN or closing.shape is not CLOSE
                or opening.end == closing.start or closing.left.isdigit()):
            return None
        spans.append((opening.start, closing.end))
    return spans


def _pair_doubles(text: str, marks: list[Mark], zone: Zone, next_mark: str,
                  faults: list[MarkFault]) -> list[tuple[int, int]]:
    """The quotations in double marks of one paragraph; what is wrong is added to `faults`."""
    spans: list[tuple[int, int]] = []
    opened: list[Mark] = []
    dropped: Mark | None = None         # an opening mark given up for a later one: is that one nested in it?
    for index, mark in enumerate(marks):
        char = mark.char
        before = marks[index - 1] if index else None
        if before and before.end == mark.start and before.char == char:
            longer = bool(faults) and faults[-1].kind == "doubled" and faults[-1].end == before.end
            faults.append(MarkFault("doubled", faults.pop().start if longer else before.start, mark.end))
            if spans and spans[-1][1] == mark.start:
                spans[-1] = (spans[-1][0], mark.end)
            continue
        opens = _opens(mark, opened, faults)
        if not opens and _measures(text, marks, index, bool(opened)):
            continue
        if opens:
            if opened and opened[-1].char == char:
                before_it = text[max(zone.start, mark.start - 8):mark.start].rstrip()
                if before_it.rstrip("')]’").endswith((".", "!", "?", "…")):
                    if _ATTRIBUTION.search(text, before.end if before else zone.start, mark.start):
                        dropped = opened.pop()
                        faults.append(MarkFault("unclosed", dropped.start, dropped.end))
                        dropped = None
                        opened.append(mark)
                        continue
                    faults.append(MarkFault("reopened", mark.start, mark.end, opened[-1].start))
                    continue
                dropped = opened.pop()
                faults.append(MarkFault("unclosed", dropped.start, dropped.end))
            opened.append(mark)
        elif opened:
            spans.append((opened.pop().start, mark.end))
        elif dropped and faults[-1] == MarkFault("unclosed", dropped.start, dropped.end):
            inner = spans[-1]
            faults[-1] = MarkFault("nested", inner[0], inner[1])
            spans.append((dropped.start, mark.end))
            dropped = None
        else:
            faults.append(MarkFault("stray", mark.start, mark.end))
    for mark in opened:
        spans.append((mark.start, zone.end))
        if mark is not opened[-1] or not next_mark or _form(next_mark) != _form(mark.char) \
                or _ATTRIBUTION.search(text, mark.end, zone.end):
            faults.append(MarkFault("unclosed", mark.start, mark.end))
    return spans


def _opens(mark: Mark, opened: list[Mark], faults: list[MarkFault]) -> bool:
    """Whether a double mark opens a quotation rather than closes one."""
    if mark.char in OPENING:
        if opened and (mark.char, opened[-1].char) == ("“", "„"):
            return False
        if opened and mark.shape is CLOSE and opened[-1].char == mark.char:
            faults.append(MarkFault("reversed", mark.start, mark.end))
            return False
        return True
    if mark.char in CLOSING:
        if mark.shape is OPEN and not opened:
            faults.append(MarkFault("reversed", mark.start, mark.end))
            return True
        return False
    if mark.shape is ALONE:
        faults.append(MarkFault("spaced", mark.start, mark.end))
    return mark.shape is OPEN or mark.shape is not CLOSE and not opened


def _measures(text: str, marks: list[Mark], index: int, opened: bool) -> bool:
    """Whether a mark that might close stands for inches: 5'10\", a 12\" record."""
    mark = marks[index]
    if mark.char not in "\"”" or not mark.left.isdigit():
        return False
    if _FEET.search(text, max(0, mark.start - 6), mark.start):
        return True
    if not _INCHES.search(text, max(0, mark.start - 8), mark.start):
        return False
    if not opened:
        return True
    following = marks[index + 1] if index + 1 < len(marks) else None
    return following is not None and following.shape is CLOSE and following.char == mark.char and mark.right.isspace()


def _pair_singles(text: str, marks: list[Mark], zone: Zone, next_mark: str, doubles: list[tuple[int, int]],
                  faults: list[MarkFault], apostrophes: dict[str, list[int]]) -> list[tuple[int, int, str]]:
    """The quotations in single marks of one paragraph; faults and apostrophes are added to theirs.

    A quotation opened inside double marks ends there, and none ends inside a pair it was not opened in.
    """
    spans = []
    starts = [start for start, _ in doubles]
    inside = [_span_around(doubles, starts, mark.start) for mark in marks]
    index = 0
    while index < len(marks):
        mark = marks[index]
        last = index                    # the last mark dealt with
        if text[mark.start + 1:mark.end + 2].lower() in ("n'", "n’") and index + 1 < len(marks):
            last = index + 1            # rock 'n' roll
            _elide(mark, faults, apostrophes)
            _elide(marks[last], faults, apostrophes)
        elif mark.char == "’" and mark.shape is OPEN:
            if text[mark.end:mark.end + 1] in "sS" and not text[mark.end + 1:mark.end + 2].isalnum():
                faults.append(MarkFault("spaced-single", mark.start, mark.end))
            else:
                _elide(mark, faults, apostrophes)
        elif mark.shape is ALONE:
            faults.append(MarkFault("spaced-single", mark.start, mark.end))
        elif mark.char != "’" and (mark.shape is OPEN or mark.shape is EITHER and not text[mark.start - 1].isalnum()):
            closing = _closing(text, marks, inside, index)
            if closing:
                last = closing
                spans.append((mark.start, marks[last].end, "'"))
                for between in marks[index + 1:last]:
                    _elide(between, faults, apostrophes)
            elif _ELISION.match(text, mark.end) or mark.right.isdigit():
                _elide(mark, faults, apostrophes)
            elif next_mark == mark.char:
                spans.append((mark.start, zone.end, "'"))
            else:
                faults.append(MarkFault("unclosed-single", mark.start, mark.end))
        elif mark.left.isalpha() or mark.left == "." and text[mark.start - 2:mark.start - 1].isupper():
            _elide(mark, faults, apostrophes)       # the players' union, the U.S.' role
        elif not mark.left.isdigit():               # feet, minutes
            faults.append(MarkFault("stray-single", mark.start, mark.end))
        index = last + 1
    return spans


def _elide(mark: Mark, faults: list[MarkFault], apostrophes: dict[str, list[int]]) -> None:
    apostrophes[mark.char].append(mark.start)
    if mark.char == "‘":
        faults.append(MarkFault("turned-apostrophe", mark.start, mark.end))


def _span_around(spans: list[tuple[int, int]], starts: list[int], offset: int) -> int:
    index = bisect_right(starts, offset) - 1
    return index if index >= 0 and offset < spans[index][1] else -1


def _closing(text: str, marks: list[Mark], inside: list[int], index: int) -> int:
    """The index of the mark that closes the single mark at `index`; 0 if none does or it is an apostrophe.

    A mark that may be a possessive closes only if no better one follows in its sentence.
    """
    elision = _ELISION.match(text, marks[index].end)
    always = elision and _ALWAYS_ELIDED.match(text, marks[index].end)
    weak = 0
    for at in range(index + 1, min(index + WINDOW, len(marks))):
        mark = marks[at]
        if inside[at] != inside[index]:
            if inside[index] >= 0:
                break
            continue
        if mark.char in "‘‚‛`" or mark.shape is OPEN and not _ELISION.match(text, mark.end):
            break
        if mark.shape is OPEN or mark.shape is ALONE:
            continue
        if _POSSESSIVE.match(text, mark.start - 2):
            weak = weak or at
        elif elision and mark.left.isalnum() and (always or mark.start > marks[index].start + 40):
            return 0
        else:
            return weak if weak and _SENTENCE_BREAK.search(text, marks[weak].start, mark.start) else at
    if weak and _possessive_in_speech(text, marks[index].end, marks[weak]):
        return 0
    return 0 if elision else weak


def _possessive_in_speech(text: str, start: int, weak: Mark) -> bool:
    """Whether a mark that may be a possessive is one: 'The members' patience is at an end, said Owen Price."""
    words = text[start:weak.start].split(" ")
    if len(words) < 2 or not words[0][:1].isupper() or not words[-1].islower():
        return False                    # “'the few' anger”, “'The Simpsons' writers”
    return _ATTRIBUTION.search(text, weak.end, weak.end + SPOKEN) is not None


def _form(char: str) -> str:
    """Marks that take up a quotation of this one in the next paragraph."""
    return "“" if char in "\"“”„‟" else char


def _clipped_words(text: str, faults: list[MarkFault], apostrophes: dict[str, list[int]]) -> list[MarkFault]:
    """The faults without the single marks before a word that has one again: 'bot, a clipped word."""
    def word(fault: MarkFault) -> str:
        match = _WORD.match(text, fault.end) if fault.kind == "unclosed-single" else None
        return match[0].lower() if match else ""

    words = [word(fault) for fault in faults]
    times = Counter(words)
    kept = []
    for fault, clipped in zip(faults, words):
        if clipped and times[clipped] > 1:
            apostrophes[text[fault.start]].append(fault.start)
        else:
            kept.append(fault)
    return kept


def _paired_faults(faults: list[MarkFault], doubles: list[int], paragraphs: list[Zone],
                   quotations: list[tuple[int, int, str]]) -> list[MarkFault]:
    """The faults with one “mismatch” or “not-repeated” for two marks that belong together; adds their quotations."""
    starts = [zone.start for zone in paragraphs]
    kept: list[MarkFault] = []
    mended: dict[int, int] = {}         # where mismatched quotations start and end
    for fault in faults:
        before = kept[-1] if kept else None
        if before:
            opened, closed = (bisect_right(starts, one.start) - 1 for one in (before, fault))
            if opened == closed and (before.kind, fault.kind) in MISMATCHED:
                kept[-1] = MarkFault("mismatch", fault.start, fault.end, before.start)
                mended[before.start] = fault.end
                continue
            if ((before.kind, fault.kind) == ("unclosed", "stray") and opened < closed
                    and fault.end - before.start <= RUN_ON_REACH
                    and len({zone.kind for zone in paragraphs[opened:closed + 1]}) == 1
                    and bisect_left(doubles, fault.start) - bisect_left(doubles, before.start) == 1):
                kept[-1] = MarkFault("not-repeated", before.start, before.end, fault.start)
                quotations += [(zone.start, min(zone.end, fault.end), '"')
                               for zone in paragraphs[opened + 1:closed + 1]]
                continue
        kept.append(fault)
    if mended:
        quotations[:] = [span for span in quotations if span[0] not in mended]
        quotations += [(start, end, '"') for start, end in mended.items()]
    return kept


def _with_depth(spans: list[tuple[int, int, str]]) -> list[Quotation]:
    quotations = []
    around: list[int] = []              # ends of the quotations that are open
    for start, end, mark in sorted(spans, key=lambda span: (span[0], -span[1])):
        while around and around[-1] <= start:
            around.pop()
        quotations.append(Quotation(start, end, mark, len(around)))
        around.append(end)
    return quotations
