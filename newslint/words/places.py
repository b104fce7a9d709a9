"""Where a word stands in a text, and what stands around it, as far as that says how much to trust its letters."""
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from newslint.regexes import compiled
from newslint.sentences import ABBREVIATIONS

WORD = compiled(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
REACH = 60                                  # characters either side that are looked at
NEIGHBOURS = 4                              # words either side that say which language this is
OPENING = " \t\u00a0\"'“”‘’«»„*_•·–—-…"
STARTS = frozenset("\"“«„–—•*…")            # what a sentence starts after, besides a full stop
HYPHENS = ("-", "‐", "‑")
APOSTROPHES = ("'", "’", "‘")
QUOTES = "\"“”'‘’«»„"
STOPS = compiled(r"[.!?:;\n]")
# What makes a word part of something that is no prose: an address, a code, an entity, a figure, a word bitten off.
_JOINED = "@#/\\\\_=+~&\ufeff\u200b-\u200d\u2060\u00ad"
NO_PROSE_BEFORE = compiled(rf"(?:[\d.;{_JOINED}]|\d[-'’]|\w[\[(\])]|\*|---)\Z")
NO_PROSE_AFTER = compiled(rf"[\d{_JOINED}]|[-'’]\d|\.\w|;\w|://|[\])(\[]\w|\*|---")


_SPACES = bytes(code if chr(code).isalpha() or chr(code) == "'" or code > 127 else 32 for code in range(256))
_SIGNS = "“”‘–—…«»•·\u00a0\ufeff\u200b"     # what is no letter, of that which news has beyond ASCII


class Place(NamedTuple):
    """One place of a word."""

    start: int
    end: int
    opens: bool                             # a sentence
    hyphened: str                           # “first” or “later” part of a compound with hyphens, of a “name” perhaps
    quoted: bool                            # alone in quotation marks
    clipped: str                            # an apostrophe “before” or “after” it stands for letters left out, perhaps
    before: str                             # the word just before, with nothing but spaces between
    after: str                              # the word just after
    around: tuple[str, ...]                 # words of the sentence that stand near


@lru_cache(maxsize=400)                     # several kinds ask for those of the articles of one batch
def tokens_of(text: str) -> list[str]:
    """The words of a text, with straight apostrophes inside them, less “’s”. Faster than WORD by far, and less exact:
    what is found with it is looked at again."""
    if not text.isascii():
        text = text.replace("’", "'")
        for sign in _SIGNS:
            text = text.replace(sign, " ")
    plain = f" {text} ".encode("utf-8", "replace").translate(_SPACES)
    for apostrophe in (b" '", b"'s ", b"' "):
        plain = plain.replace(apostrophe, b" ")
    return plain.decode().split()


@lru_cache(maxsize=400)
def types_of(text: str) -> frozenset[str]:
    """Its different words."""
    return frozenset(tokens_of(text))


def places(text: str, word: str) -> Iterator[Place]:
    """Every place where the word stands as a word of prose, or before “’s”."""
    start = text.find(word)
    while start >= 0:
        end = start + len(word)
        head, tail = text[max(0, start - REACH):start], text[end:end + REACH]
        if _whole(head, tail) and not NO_PROSE_BEFORE.search(head) and not NO_PROSE_AFTER.match(tail):
            yield _place(text, start, end, head, tail)
        start = text.find(word, end)


def _whole(head: str, tail: str) -> bool:
    """Whether neither end is inside a longer word."""
    if head[-1:].isalnum() or tail[:1].isalnum():
        return False
    if head[-1:] in APOSTROPHES and head[-2:-1].isalnum():
        return False
    return not (tail[:1] in APOSTROPHES and tail[1:2].isalnum()) or tail[1] == "s" and not tail[2:3].isalnum()


def _place(text: str, start: int, end: int, head: str, tail: str) -> Place:
    earlier = WORD.findall(STOPS.split(head)[-1])[-NEIGHBOURS:]
    later = WORD.findall(STOPS.split(tail)[0])[:NEIGHBOURS]
    before = earlier[-1] if earlier and head.rstrip(" ").endswith(earlier[-1]) else ""
    after = later[0] if later and tail.lstrip(" ").startswith(later[0]) else ""
    quoted = head[-1:] != "" and head[-1:] in QUOTES and tail[:1] != "" and tail[:1] in QUOTES
    clipped = "before" if head[-1:] in APOSTROPHES else "after" if tail[:1] in APOSTROPHES else ""
    return Place(start, end, opens_sentence(text, start), _hyphened(head, tail), quoted, clipped, before, after,
                 (*earlier, *later))


def _hyphened(head: str, tail: str) -> str:
    if head.endswith(HYPHENS) and head[-2:-1].isalnum():
        return "name" if WORD.findall(head)[-1:] and WORD.findall(head)[-1][0].isupper() else "later"
    return "first" if tail.startswith(HYPHENS) and tail[1:2].isalnum() else ""


def opens_sentence(text: str, start: int) -> bool:
    """Whether a sentence, a paragraph or a quotation starts here, so that a capital says nothing."""
    at = start - 1
    while at >= 0 and text[at] in OPENING:
        at -= 1
    if at < 0 or text[at] in "\n!?:;" or not STARTS.isdisjoint(text[at + 1:start]):
        return True
    if text[at] != ".":
        return False
    first = at
    while first > 0 and text[first - 1].isalnum():
        first -= 1
    word = text[first:at]
    return not (len(word) == 1 and word.isalpha() or word.lower() in ABBREVIATIONS)
