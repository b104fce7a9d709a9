"""UTF-8 that was read as an older encoding (â€™ for ’), and codes of Windows that were never converted (0x92).

Nearly all text is let through by a look at its runs of non-ASCII characters, of which an article has a handful of
kinds. ftfy, which takes as long to import as an article to check, judges the rest: line by line, then word by word, for
it gives up on a line that also holds a character that is right.
"""
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from newslint.regexes import compiled

if TYPE_CHECKING:
    from ftfy import ExplanationStep

EXACT, HALF, CODE = "exact", "half", "code"
COMMON = ("sloppy-windows-1252", "latin-1", "macroman")
LONGEST = 5_000                             # characters of a line that are judged as one

RUNS = rb"\?+"                              # in text as RE2 reads it, where ? also stands for what is not ASCII
# What the second byte and those after it become in Latin-1 and Windows' code page, and in Mac Roman.
_WINDOWS = "[\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ\ufffd]"
_MAC = "[ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø]"
GATE = (rf"[\u0080-\u009f]|[\u00c2-\u00df]{_WINDOWS}|[\u00e0-\u00f4]{_WINDOWS}{_WINDOWS}|â€|ï»|Ã[ƒ‚]"
        rf"|[ÂĂĹ][\u00a0-\u00bf\u2010-\u2122]|[¬√ƒ≈∆]{_MAC}|[‚Ôï]{_MAC}{_MAC}|\uf8ff{_MAC}|[ÎŒœ–—]{_MAC}{_MAC}{_MAC}")
# What ftfy leaves and is plain all the same: spaces nobody sees, a byte-order mark, a few signs.
WINDOWS_FORMS = r"(?<![A-ZÀ-Þ])Â\u00a0|â‚©|Ã…(?=[a-z])"
MAC_FORMS = rf"¬{_MAC}|‚[ÄÇÑÜÖâ]{_MAC}|(?<=[A-Za-z])√{_MAC}|Ôªø|\uf8ff{_MAC}{_MAC}{_MAC}"
# What a pair with a no-break space starts with, which stands as a space in folded text.
HALVES = frozenset("ÂÃÄÅ")
# A closing quotation mark is the one common character whose last byte Windows' code page does not have: it was dropped.
CLOSING = r"â€(?:[\ufffd?](?!\w)|(?=[\s.,;:!?)\]]|$))"
WORD = r"(?<![^ \t\n\r\f\v])[^ \t\n\r\f\v]*[^\x00-\x7f \t\n\r\f\v][^ \t\n\r\f\v]*(?:(?<=Ã) )?"
NOT_ASCII = r"[^\x00-\x7f]+"
CONTROLS = r"[\u0080-\u009f]"


class Damage(NamedTuple):
    kind: str                               # EXACT: the way back is certain; HALF: something is lost; CODE: of Windows
    start: int
    end: int
    repaired: str                           # "" where nobody can say


def damage(text: str, data: bytes) -> Iterator[Damage]:
    """All of it, in order. `data` is the text with a ? for each character that is not ASCII."""
    if text.isascii():
        return
    places = [match.span() for match in re.compile(RUNS).finditer(data)]
    gate = compiled(GATE)
    runs = {text[start:end] for start, end in places}
    doubtful = {run for run in runs if gate.search(run)}
    if not doubtful and runs.isdisjoint(HALVES):
        return
    end = 0
    for start, after in places:
        if text[start:after] not in doubtful and not _half(text, start, after):
            continue
        if start >= end:
            first, last = _line(text, start)
            yield from _in_line(text, max(first, end), last)
            end = last


def _half(text: str, start: int, end: int) -> bool:
    """Whether this may be a pair whose second half is a no-break space, or a plain one in its place: voilÃ , Â 5."""
    return text[start:end] in HALVES and text[end:end + 1] in (" ", "\u00a0") and not text[start - 1:start].isupper()


def _line(text: str, offset: int) -> tuple[int, int]:
    """The line around an offset; of a long one the part around it, from space to space."""
    start, end = text.rfind("\n", 0, offset) + 1, text.find("\n", offset)
    end = len(text) if end < 0 else end
    if offset - start > LONGEST:
        start = text.rfind(" ", offset - LONGEST, offset) + 1 or offset
    if end - offset > LONGEST:
        end = max(text.rfind(" ", offset, offset + LONGEST), offset + 100)
    return start, end


def _in_line(text: str, start: int, end: int) -> Iterator[Damage]:
    found = [Damage(HALF, *match.span(), "”") for match in compiled(CLOSING).finditer(text, start, end)]
    # What is told already is nothing to ftfy.
    line = text[start:end]
    for one in found:
        line = line[:one.start - start] + "~" * (one.end - one.start) + line[one.end - start:]
    whole = _repaired(line, start)
    if whole is None:
        whole = []
        gate = compiled(GATE)
        for word in compiled(WORD).finditer(line):
            if gate.search(word[0]) or word[0][-1] == " ":
                whole += _in_word(word[0], start + word.start(), gate)
    found += whole
    taken = {place for one in found for place in range(one.start, one.end)}
    for one in _plain(text, start, end):
        if one.start not in taken:
            found.append(one)
            taken.update(range(one.start, one.end))
    for code in compiled(CONTROLS).finditer(text, start, end):
        if code.start() not in taken:
            found.append(Damage(CODE, *code.span(), code[0].encode("latin-1").decode("cp1252", "ignore")))
    yield from sorted(found, key=_start)


def _in_word(word: str, offset: int, gate: re.Pattern[str]) -> list[Damage]:
    """The damage in a word; in one that also holds what is right, signs that look damaged are judged alone."""
    found = _repaired(word, offset)
    if found is None:
        found = [one for match in gate.finditer(word) for one in _repaired(match[0], offset + match.start()) or ()]
    return found


def _start(one: Damage) -> int:
    return one.start


def _repaired(line: str, offset: int) -> list[Damage] | None:
    """The damage in a line or word; None where ftfy changes nothing, or not in one way for all of it."""
    from ftfy import TextFixerConfig, fix_encoding_and_explain

    fixed, steps = fix_encoding_and_explain(line, TextFixerConfig(fix_c1_controls=False))
    if fixed == line or not steps:
        return None
    if all(step.action in ("encode", "decode") for step in steps):
        if steps[-1].parameter != "windows-1252":
            return list(_runs(line, offset, steps))
        return None
    if " " in line[:-1]:
        return None                         # something else, so word by word
    start, end = _changed(line, fixed)
    repaired = fixed[start:len(fixed) - len(line) + end]
    exact = any(_leads_back(repaired, line[start:end], [encoding]) for encoding in COMMON)
    lost = "\ufffd" in fixed
    while line[end:end + 1] == "\ufffd":
        end += 1
    return [Damage(EXACT if exact else HALF, offset + start, offset + end, "" if lost else repaired)]


def _runs(line: str, offset: int, steps: "list[ExplanationStep]") -> Iterator[Damage]:
    """The runs of a line that these steps change; single-byte encodings leave ASCII alone."""
    pairs = [(encode.parameter, decode.parameter) for encode, decode in zip(steps[::2], steps[1::2])]
    for run in compiled(NOT_ASCII).finditer(line):
        repaired = run[0]
        try:
            for encoding, utf8 in pairs:
                repaired = repaired.encode(encoding).decode(utf8)
        except UnicodeError:
            continue
        if repaired != run[0]:
            kind = EXACT if _leads_back(repaired, run[0], [encoding for encoding, _ in reversed(pairs)]) else HALF
            yield Damage(kind, offset + run.start(), offset + run.end(), repaired.replace("Â\u00a0", "\u00a0"))


def _plain(text: str, start: int, end: int) -> Iterator[Damage]:
    for forms, encoding in ((WINDOWS_FORMS, "cp1252"), (MAC_FORMS, "mac-roman")):
        for match in compiled(forms).finditer(text, start, end):
            try:
                yield Damage(EXACT, *match.span(), match[0].encode(encoding).decode())
            except UnicodeError:
                continue


def _leads_back(repaired: str, before: str, encodings: list[str]) -> bool:
    """Whether reading the repaired text wrongly again gives what stood there."""
    try:
        for encoding in encodings:
            repaired = repaired.encode().decode(encoding)
    except UnicodeError:
        return False
    return repaired == before


def _changed(before: str, after: str) -> tuple[int, int]:
    """Where two strings differ, as offsets in the first."""
    start = 0
    while start < min(len(before), len(after)) and before[start] == after[start]:
        start += 1
    end = 0
    while end < min(len(before), len(after)) - start and before[-1 - end] == after[-1 - end]:
        end += 1
    return start, len(before) - end
