"""The fast path: what of thousands of phrases and regexes stands in a text, in one pass.

One Aho-Corasick automaton holds the keys of all of them (chosen in keys.py): a phrase itself, or a few strings without
which a phrase of many forms, or a regex, cannot match. Only where a key is met is anything looked at, in its paragraph.
What has no good key stands relaxed in one RE2 set (relax.py), which says whether it need be looked for at all.

Phrases are found in folded text (`fold`), as words of their own; regexes in the text itself, paragraph by paragraph.
"""
from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from newslint.model import Zone
from newslint.regexes import compiled

# What may join two words into one: a phrase is not found inside “by-and-large” or before “’s”.
JOINTS = "-'"
BEHIND = 40                                 # characters before a paragraph that a look-behind may see
FEW = 40_000                                # characters of text for which the whole automaton need not be made
SHORT = 240                                 # characters of a paragraph that may be a line left over from a page


def fold(text: str) -> str:
    """Text as phrases are found in it: lower case, straight apostrophes, plain spaces; as long as before."""
    if text.isascii():
        return text.lower()
    # İ is the one letter that grows when lowered; ſ and ı are equal to s and i for a regex that ignores case.
    return (text.replace("İ", "i").lower().replace("’", "'").replace("\u00a0", " ")
            .replace("ſ", "s").replace("ı", "i"))


def ascii_bytes(folded: str) -> bytes:
    """Folded text as the RE2 sources of relax.py are matched against it."""
    return folded.encode("ascii", "replace")


# Of each byte of ascii_bytes: 1 for an ASCII letter or figure, 2 where nobody can say.
_LETTERS = bytes(2 if byte == ord("?") else chr(byte).isascii() and chr(byte).isalnum() for byte in range(256))


class Plan(NamedTuple):
    """What keys.py decided. Its parts are plain data, and one string where there are thousands, for a fast start."""

    net: Net                                # for all paragraphs
    short: Net                              # for those of at most SHORT characters
    relaxed: list[str | None]               # of each regex, an RE2 source that matches wherever it does
    always: list[int]                       # regexes that run on every text
    right: dict[int, str]                   # phrases of one string that are nothing to tell as they are written here
    beside: dict[int, list[str]]            # words of which one must stand in the paragraph too, for regexes


class Net(NamedTuple):
    """The keys of one automaton and the sources of one RE2 set."""

    keys: str                               # the strings of the automaton, one a line
    uses: str                               # of each, a line: `phrases that are it|phrases it leads to|regexes`
    bare: list[int]                         # keys that need not stand at word boundaries
    gated: list[int]                        # regexes in the RE2 set
    gated_phrases: list[tuple[int, str]]    # phrases in it, with their sources


class Scan(NamedTuple):
    """What was found in one text. Paragraphs are told by number."""

    data: bytes                             # the text as RE2 reads it
    phrases: list[tuple[int, int, int]]     # start, end, phrase
    leads: set[tuple[int, int]]             # phrases of many forms, and paragraphs in which one may stand
    regexes: dict[int, set[int] | None]     # regex -> paragraphs in which it may match; None: any


class Matcher:
    """The automata and sets of one pack; regexes are compiled when first needed."""

    def __init__(self, plan: Plan, regexes: list[tuple[str, int, int]]) -> None:
        self.regexes = regexes
        self.always = plan.always
        self.right = plan.right
        self.beside = plan.beside
        self.sources = plan.relaxed
        self.net = _Net(plan.net, plan.relaxed)
        self.short = _Net(plan.short, plan.relaxed)
        self.relaxed: dict[int, Any] = {}
        self.asked: dict[int, int] = {}
        self.compiled: dict[int, re.Pattern[str]] = {}
        self.forms: dict[tuple[str, str], Any] = {}     # (rule, phrase) -> its compiled regex; see phrases.py

    def scan(self, text: str, folded: str, paragraphs: list[Zone]) -> Scan:
        found = Scan(ascii_bytes(folded), [], set(), dict.fromkeys(self.always))
        self.net.cast(text, folded, paragraphs, range(len(paragraphs)), found, self.right)
        short = [place for place, (_, start, end) in enumerate(paragraphs) if end - start <= SHORT]
        if short:
            lines, at, size = [], [], 0
            for place in short:
                kind, start, end = paragraphs[place]
                lines.append(folded[start:end])
                at.append(Zone(kind, size, size + end - start))
                size += end - start + 1
            joined = "\n".join(lines)
            self.short.cast(joined, joined, at, short, found._replace(data=ascii_bytes(joined)), {})
        return found

    def matches(self, index: int, text: str, folded: str, data: bytes, paragraphs: list[Zone],
                places: set[int] | None) -> Iterator[re.Match[str]]:
        """The matches of a regex that stay inside one of these paragraphs."""
        longest = self.regexes[index][2]
        for place in range(len(paragraphs)) if places is None else sorted(places):
            _, start, end = paragraphs[place]
            # From the start of the line, spaces and all: “^” holds there only.
            start = text.rfind("\n", 0, start) + 1
            if (not longest or end - start <= longest) and self._may_match(index, folded, data, start, end):
                yield from self._compiled(index).finditer(text, start, end)

    def _may_match(self, index: int, folded: str, data: bytes, start: int, end: int) -> bool:
        """Whether the relaxed regex matches. RE2 is faster with what does not match."""
        start = max(0, start - BEHIND)
        beside = self.beside.get(index)
        if beside is not None and not any(folded.find(word, start, end) >= 0 for word in beside):
            return False
        if index not in self.relaxed:
            # Two times `re` is asked at once: making the gate costs more.
            self.asked[index] = self.asked.get(index, 0) + 1
            if self.asked[index] < 3:
                return True
            self.relaxed[index] = _gate([self.sources[index]]) if self.sources[index] else None
        gate = self.relaxed[index]
        return gate is None or bool(gate.Match(data[start:end]))

    def _compiled(self, index: int) -> re.Pattern[str]:
        pattern = self.compiled.get(index)
        if pattern is None:
            source, flags, _ = self.regexes[index]
            pattern = self.compiled[index] = compiled(source, flags)
        return pattern


class _Net:
    """One automaton and one RE2 set, ready."""

    def __init__(self, net: Net, relaxed: list[str | None]) -> None:
        self.keys = net.keys.split("\n") if net.keys else []
        self.uses: list[Any] = net.uses.split("\n")
        self.bare = frozenset(net.bare)
        self.gated = net.gated
        self.gated_phrases = [phrase for phrase, _ in net.gated_phrases]
        sources = [relaxed[index] for index in net.gated] + [source for _, source in net.gated_phrases]
        self.gate = _gate(sources) if sources else None
        self.automaton: Any = None
        self.read = 0                       # characters looked at so far

    def meetings(self, spaced: str) -> Iterable[tuple[int, int, int]]:
        """(key, start, end) of every key in the text. For a few articles an automaton of those keys whose first word
        they hold is made faster than the whole one, and finds the same."""
        self.read += len(spaced)
        if self.automaton is None and self.read > FEW:
            self.automaton = _automaton(self.keys)
        if self.automaton is not None:
            return self.automaton.find_matches_as_indexes(spaced, overlapping=True)     # type: ignore[no-any-return]
        numbers = sorted({*self.bare, *(number for word in set(compiled(r"[^\W_]+").findall(spaced))
                                        for number in self._starting(word))})
        found = _automaton([self.keys[number] for number in numbers]).find_matches_as_indexes(spaced, overlapping=True)
        return [(numbers[index], start, end) for index, start, end in found]

    def _starting(self, word: str) -> Iterator[int]:
        """The numbers of the keys that start with this word; keys are sorted, and no sign in them sorts after “z”."""
        number = bisect_left(self.keys, word)
        while number < len(self.keys) and self.keys[number].startswith(word) \
                and not self.keys[number][len(word):len(word) + 1].isalnum():
            yield number
            number += 1

    def cast(self, text: str, folded: str, paragraphs: list[Zone], places: Sequence[int], found: Scan,
             right: dict[int, str]) -> None:
        """Adds what is in the text, folded; `places` are the numbers these paragraphs have in the document."""
        if self.gate is not None:
            for hit in self.gate.Match(found.data) or ():
                if hit < len(self.gated):
                    found.regexes[self.gated[hit]] = None
                else:
                    found.leads.update((self.gated_phrases[hit - len(self.gated)], place) for place in places)
        if not self.keys:
            return
        spaced = folded.replace("\n", " ")
        starts = [start for _, start, _ in paragraphs]
        bare, uses = self.bare, self.uses
        # Most keys are met inside longer words, which one look at a table shows; at index -1 it has a sign.
        letters = found.data.translate(_LETTERS) + b"\0"
        for index, start, end in [meeting for meeting in self.meetings(spaced) if meeting[0] in bare
                                  or not (letters[meeting[1] - 1] == 1 or letters[meeting[2]] == 1)]:
            inside = spaced[start - 1:start].isalnum() or spaced[end:end + 1].isalnum()
            if inside and index not in bare:
                continue
            use = uses[index]
            if isinstance(use, str):
                use = uses[index] = [[*map(int, part.split())] for part in use.split("|")]
            whole, leads, regexes = use
            for phrase in whole:
                if not (phrase in right and text.startswith(right[phrase], start)) and alone(spaced, start, end):
                    found.phrases.append((start, end, phrase))
            if regexes or leads and not inside:
                place = bisect_right(starts, end - 1) - 1
                if place >= 0:
                    number = places[place]
                    for phrase in leads:
                        found.leads.add((phrase, number))
                    for regex in regexes:
                        if (its_places := found.regexes.setdefault(regex, set())) is not None:
                            its_places.add(number)


class Found(NamedTuple):
    """What the fast path found for one kind in one document; indexes are those of the kind's own Need."""

    folded: str
    data: bytes                             # the text as RE2 reads it
    strings: list[tuple[int, int, int]]     # start, end, phrase index
    leads: list[tuple[int, int]]            # phrase index, paragraph in which one of its forms may stand
    candidates: list[tuple[int, set[int] | None]]   # regex index, paragraphs in which it may match
    text: str
    paragraphs: list[Zone]
    matcher: Matcher
    first_regex: int

    def matches(self) -> Iterator[tuple[int, re.Match[str]]]:
        """(regex index, match) of every regex match."""
        for index, places in self.candidates:
            for match in self.matcher.matches(self.first_regex + index, self.text, self.folded, self.data,
                                              self.paragraphs, places):
                yield index, match


def alone(text: str, start: int, end: int) -> bool:
    """Whether text[start:end] stands as words of its own: not inside a longer one, nor joined to one by - or '."""
    if text[start].isalnum() and text[start - 1:start].isalnum():
        return False
    if text[end - 1].isalnum() and text[end:end + 1].isalnum():
        return False
    if start > 1 and text[start - 1] in JOINTS and text[start - 2].isalnum():
        return False
    return not (end + 1 < len(text) and text[end] in JOINTS and text[end + 1].isalnum())


def _automaton(keys: list[str]) -> Any:
    import ahocorasick_rs
    return ahocorasick_rs.AhoCorasick(keys, matchkind=ahocorasick_rs.MatchKind.Standard)


def _gate(sources: list[str | None]) -> Any:
    import re2
    options = re2.Options()
    options.encoding = re2.Options.Encoding.LATIN1
    options.log_errors = False
    options.max_mem = 64 << 20
    gate = re2.Set.SearchSet(options)
    for source in sources:
        gate.Add(source)
    gate.Compile()
    return gate
