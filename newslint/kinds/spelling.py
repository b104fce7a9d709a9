"""Words that are no words: misspelt, run together or split in two.

Every word is looked up once a run. Only what is in no list gets suggestions, and only its places are looked at: a name
is left alone, and so is a word that the article repeats, or that stands in a passage of another language.

How sure the findings are differs, so each states its level. It holds in quotations too: nobody speaks in slips of the
keyboard, and what may be somebody's own words (goin', “sic” in marks) is weighed with the place.

Fields
    check   misspelling | run-on | split
    fix     safe: a known misspelling that can stand for one word only may be mended unasked
"""
import re
from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from newslint.match import Found
from newslint.model import UNREAD, Document, Edit, Hit, Need, Rule, paragraph_at, touches
from newslint.phrases import recase
from newslint.words.lexicon import CLASSES, ORDINARY, Lexicon, kind_of, lexicon, look_up
from newslint.words.lexicon import NAME as NAME_FLAG
from newslint.words.places import places, tokens_of, types_of
from newslint.words.score import KNOWN, LONGEST, TOGETHER, Verdict, judge, weigh
from newslint.words.splits import Split, is_odd, splits

NAME = "spelling"
FIELDS = {"check": Literal["misspelling", "run-on", "split"]}

# Scores from which a finding is a warning, and an error.
WARNING, ERROR = 0.2, 2.5
CAPITAL_WARNING, CAPITAL_ERROR = 2.0, 4.0   # where a sentence starts, it may be a name
TOGETHER_WARNING, TOGETHER_ERROR = -0.5, 2.2
COMPOUND_WARNING, COMPOUND_ERROR = 0.7, 4.5  # two words run together that may be a new one
SPLIT_WARNING, SPLIT_ERROR = 0.0, 2.2
# Share and least number of words that are strange and like no English one, in a passage of another language; and the
# share of strange words from which a text need not be looked at.
FOREIGN, FOREIGN_LEAST, FOREIGN_ALL = 0.2, 4, 0.5
PIECE = 4                                   # letters of a word that is likely to be half of another, at the most
KEPT = 200_000                              # words a run remembers


class Memory(NamedTuple):
    """What a run has learnt of the words it met: it saves looking them up again, and changes nothing."""

    met: set[str]                           # all of them
    odd: set[str]                           # strange ones, and what may be half of a word
    strange: set[str]                       # what is in no list of words, but for known names
    verdicts: dict[str, Verdict | None]     # on strange ones


MEMORY = Memory(set(), set(), set(), {})


def prepare(rules: list[Rule]) -> Need:
    return Need([], [], {rule.options["check"]: rule.id for rule in rules})


def find(document: Document, found: Found, data: dict[str, str]) -> Iterator[Hit]:
    words = lexicon()
    text = _read(document)
    types = types_of(text)
    if len(MEMORY.met) > KEPT:
        for part in MEMORY:
            part.clear()
    for word in types - MEMORY.met:
        _meet(words, word)
    odd = types & MEMORY.odd
    if not odd:
        return
    tokens = tokens_of(text)
    strange = sorted(odd & MEMORY.strange)
    small = sum(map(str.islower, strange))
    if small > FOREIGN_LEAST and small > FOREIGN_ALL * sum(map(str.islower, types)):
        return
    taken = []
    if "split" in data:
        for hit in _splits(words, document, splits(words, tokens, odd), data["split"]):
            taken.append((hit.start, hit.end))
            yield hit
    for word in strange:
        for hit in _slips(words, document, tokens, types, word, data):
            if not any(start < hit.end and hit.start < end for start, end in taken):
                yield hit


def _read(document: Document) -> str:
    """What of the text is English and no artifact."""
    if all(zone.kind not in UNREAD for zone in document.zones):
        return document.text
    return "\n".join(document.text[zone.start:zone.end] for zone in document.zones if zone.kind not in UNREAD)


def _meet(words: Lexicon, word: str) -> None:
    """Looks a word up and remembers what it is."""
    if len(word) > LONGEST:
        return
    MEMORY.met.add(word)
    flags, zipf = look_up(words, word.lower())
    kind = flags & CLASSES
    if kind > ORDINARY and (word.islower() or word.istitle() and not flags & NAME_FLAG):
        MEMORY.strange.add(word)
        MEMORY.odd.add(word)
    elif len(word) <= PIECE and word.islower() and is_odd(word, kind, zipf):
        MEMORY.odd.add(word)


def _verdict(words: Lexicon, word: str) -> Verdict | None:
    """The verdict on a strange word, where it can come to a finding."""
    if word not in MEMORY.verdicts:
        plain = word.removesuffix("'s")
        verdict = judge(words, plain.lower())
        # A missing apostrophe is for the rules of punctuation.
        if verdict and (verdict.score < _thresholds(verdict, plain)[0] or "'" in verdict.suggestions[0]):
            verdict = None
        MEMORY.verdicts[word] = verdict
    return MEMORY.verdicts[word]


def _slips(words: Lexicon, document: Document, tokens: list[str], types: frozenset[str], word: str,
           rules: dict[str, str]) -> Iterator[Hit]:
    plain = word.removesuffix("'s")
    lower, title = plain.lower(), plain.capitalize()
    if plain == title and _inside_sentence(document.text, plain):
        return                              # a name
    verdict = _verdict(words, word)
    rule = rules.get("run-on" if verdict and verdict.kind == TOGETHER else "misspelling")
    if verdict is None or rule is None or lower.upper() in types:       # “cnn” beside CNN
        return
    as_name = any(not place.opens for place in places(document.text, title))
    if as_name and plain == title:
        return
    times = sum(tokens.count(form) for like in _alike(words, lower) for form in (like, like.capitalize())
                if form in types)
    warning, error = _thresholds(verdict, plain)
    for place in places(document.text, plain):
        score = weigh(words, plain, verdict, place, times, as_name)
        if score >= warning and not _spoken(document, plain, verdict, place.start) \
                and not _cut(document.text, place.start, place.end) \
                and not _in_foreign(words, document, place.start):
            yield _hit(rule, place.start, place.end, plain, verdict, score >= error)


def _inside_sentence(text: str, word: str) -> bool:
    """Whether the word first stands plainly inside a sentence, after a word and a space."""
    start = text.find(word)
    return start > 1 and text[start - 1] == " " and text[start - 2].isalpha()


def _spoken(document: Document, word: str, verdict: Verdict, start: int) -> bool:
    """Whether it is a way of speaking, in a quotation: “nothin”."""
    return word.endswith("in") and verdict.suggestions[0] == word + "g" \
        and touches(document.quotations, start, start + len(word))


def _cut(text: str, start: int, end: int) -> bool:
    """Whether it is half of a word that was cut at the end of a line: govern- ment."""
    return (text[start - 2:start] in ("- ", "-\n") and text[start - 3:start - 2].isalpha()
            or text[end:end + 2] in ("- ", "-\n") and text[end + 2:end + 3].islower())


def _hit(rule: str, start: int, end: int, word: str, verdict: Verdict, error: bool) -> Hit:
    suggestions = tuple(recase(right, word) for right in verdict.suggestions)
    safe = error and verdict.kind == KNOWN and verdict.only
    return Hit(rule, start, end, suggestions, (Edit(start, end, suggestions[0]),) if safe else None,
               level="error" if error else "warning", safe=safe)


def _thresholds(verdict: Verdict, word: str) -> tuple[float, float]:
    """The scores from which a finding is a warning, and an error."""
    if verdict.kind == TOGETHER:
        return (TOGETHER_WARNING, TOGETHER_ERROR) if verdict.plain else (COMPOUND_WARNING, COMPOUND_ERROR)
    return (CAPITAL_WARNING, CAPITAL_ERROR) if word[0].isupper() else (WARNING, ERROR)


def _alike(words: Lexicon, word: str) -> set[str]:
    """A word with its plural or singular, where that is in no list either."""
    return {word, *(form for form in (word + "s", word.removesuffix("s")) if kind_of(words, form) > ORDINARY)}


def _splits(words: Lexicon, document: Document, found: Iterable[Split], rule: str) -> Iterator[Hit]:
    for first, second, score in found:
        if score < SPLIT_WARNING:
            continue
        for match in re.finditer(rf"(?<![\w'’&-]){first} {second}(?![\w&-]|['’]\w)", document.text):
            if not _in_foreign(words, document, match.start()):
                yield Hit(rule, *match.span(), (recase(first.lower() + second, first),),
                          level="error" if score >= SPLIT_ERROR else "warning", safe=False)


def _in_foreign(words: Lexicon, document: Document, start: int) -> bool:
    """Whether the paragraph is in another language. Names do not count."""
    paragraph = paragraph_at(document, start)
    if paragraph is None or paragraph.kind in UNREAD:
        return True
    small = [token for token in tokens_of(document.text[paragraph.start:paragraph.end]) if token.islower()]
    foreign = sum(token in MEMORY.strange and _verdict(words, token) is None for token in small)
    return foreign >= FOREIGN_LEAST and foreign > FOREIGN * len(small)
