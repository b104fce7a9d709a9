"""The fast path: what of thousands of phrases and regexes stands in a text, in one pass.

One Aho-Corasick automaton holds the keys of all of them (chosen in keys.py): a phrase itself, or a few strings without
which a phrase of many forms, or a regex, cannot match. Only where a key is met is anything looked at, in its paragraph.
What has no good key stands relaxed in one RE2 set (relax.py), which says whether it need be looked for at all.

Phrases are found in folded text (`fold`), as words of their own; regexes in the text itself, paragraph by paragraph.
"""
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
TOGETHER = 10                               # sources in one RE2 set: its states are products of theirs
BRIEF = 30                                  # characters in which `re` finds out as fast as RE2
SHORT = 240                                 # characters of a paragraph that may be a line left over from a page
USES, LEADS, PARTS = "\x1d", "\x1e", "\x1f"  # between the uses of a key, between leads, and between their parts
AFTER, BEFORE = "after", "before"           # sides of a key


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


# The number of a phrase or regex, texts one of which must stand after its key, and before it.
Lead = tuple[int, tuple[str, ...], tuple[str, ...]]


class Keys(NamedTuple):
    """Strings that lead to phrases and regexes."""

    strings: str                            # one a line, sorted
    uses: str                               # of each, a line: phrases that are it, leads, regexes; see _used
    bare: list[int]                         # those that need not stand at word boundaries


class Net(NamedTuple):
    """The keys of one automaton and the sources of one RE2 set."""

    rare: Keys
    common: Keys                            # those of what is in the set, for a few articles: then no set is made
    bare_regexes: list[int]                 # regexes in the set that have no keys
    gated: list[int]                        # regexes in the set
    gated_phrases: list[tuple[int, str]]    # phrases in it, with their sources


class Plan(NamedTuple):
    """What keys.py decided. Its parts are plain data, and one string where there are thousands, for a fast start."""

    net: Net                                # for all paragraphs
    short: Net                              # for those of at most SHORT characters
    relaxed: list[str | None]               # of each regex, an RE2 source that matches wherever it does
    always: list[int]                       # regexes that run on every text
    right: dict[int, str]                   # phrases of one string that are nothing to tell as they are written here
    beside: dict[int, list[str]]            # words of which one must stand in the paragraph too, for regexes


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
        self.read = 0                       # characters
        self.few = True
        self.relaxed: dict[int, Any] = {}
        self.compiled: dict[int, re.Pattern[str]] = {}
        self.forms: dict[tuple[str, str], Any] = {}     # (rule, phrase) -> its compiled regex; see phrases.py

    def scan(self, text: str, folded: str, paragraphs: list[Zone]) -> Scan:
        found = Scan(ascii_bytes(folded), [], set(), dict.fromkeys(self.always))
        self.read += len(text)
        if self.few and self.read > FEW:
            self.few = False
            self.net.complete()
            self.short.complete()
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
        if end - start < BRIEF:
            return True
        start = max(0, start - BEHIND)
        beside = self.beside.get(index)
        if beside is not None and not any(folded.find(word, start, end) >= 0 for word in beside):
            return False
        if self.few:
            return True                     # making the gate costs more than asking `re` at once
        if index not in self.relaxed:
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
    """One automaton and a few RE2 sets. They take longer to make than a few articles take to read: until some text has
    come, all keys are looked for one by one, and find the same."""

    def __init__(self, net: Net, relaxed: list[str | None]) -> None:
        self.rare, self.common = _Keys(net.rare), _Keys(net.common)
        self.bare_regexes = net.bare_regexes
        self.gated = net.gated
        self.gated_phrases = [phrase for phrase, _ in net.gated_phrases]
        self.bare_sources = [relaxed[index] for index in net.bare_regexes]
        self.sources = [relaxed[index] for index in net.gated] + [source for _, source in net.gated_phrases]
        self.automaton: Any = None
        self.gates: list[Any] = []
        self.few = True

    def complete(self) -> None:
        self.few = False
        self.automaton = _automaton(self.rare.strings) if self.rare.strings else None
        self.gates = _gates(self.sources)

    def cast(self, text: str, folded: str, paragraphs: list[Zone], places: Sequence[int], found: Scan,
             right: dict[int, str]) -> None:
        """Adds what is in the text, folded; `places` are the numbers these paragraphs have in the document."""
        spaced = folded.replace("\n", " ")
        starts = [start for _, start, _ in paragraphs]
        if self.few:
            words = set(compiled(r"[^\W_]+").findall(spaced))
            for keys in (self.rare, self.common):
                _follow(keys, keys.among(spaced, words), text, spaced, starts, places, found, right)
            if not self.gates:
                self.gates = _gates(self.bare_sources)
            for hit in _passing(self.gates, found.data):
                found.regexes[self.bare_regexes[hit]] = None
            return
        if self.automaton is not None:
            meetings = self.automaton.find_matches_as_indexes(spaced, overlapping=True)
            _follow(self.rare, meetings, text, spaced, starts, places, found, right)
        for hit in _passing(self.gates, found.data):
            if hit < len(self.gated):
                found.regexes[self.gated[hit]] = None
            else:
                found.leads.update((self.gated_phrases[hit - len(self.gated)], place) for place in places)


class _Keys:
    """Keys, ready; what they lead to is read when first needed."""

    def __init__(self, keys: Keys) -> None:
        self.strings = keys.strings.split("\n") if keys.strings else []
        self.uses: list[Any] = keys.uses.split("\n")
        self.bare = frozenset(keys.bare)
        self.sorted: list[int] = []         # of those, in the order of their automaton
        self.automaton: Any = None

    def among(self, spaced: str, words: set[str]) -> Iterator[tuple[int, int, int]]:
        """(key, start, end) of every key in a text of these words."""
        if self.bare:
            if self.automaton is None:
                self.sorted = sorted(self.bare)
                self.automaton = _automaton([self.strings[number] for number in self.sorted])
            for index, start, end in self.automaton.find_matches_as_indexes(spaced, overlapping=True):
                yield self.sorted[index], start, end
        numbers: list[int] = []
        for word in words:
            numbers += self._starting(word, words)
        for number in self.bare.symmetric_difference(numbers) - self.bare:
            key = self.strings[number]
            start = spaced.find(key)
            while start >= 0:
                yield number, start, start + len(key)
                start = spaced.find(key, start + 1)

    def _starting(self, word: str, words: set[str]) -> Iterator[int]:
        """The numbers of the keys that start with this word; they are sorted, and no sign in them is after “z”."""
        number = bisect_left(self.strings, word)
        while number < len(self.strings) and self.strings[number].startswith(word):
            key = self.strings[number]
            if key[len(word):len(word) + 1].isalnum():
                break                       # longer words, and they only
            last = key[key.rfind(" ") + 1:]
            if last in words or not last.isalnum():
                yield number
            number += 1


def _follow(keys: _Keys, meetings: Iterable[tuple[int, int, int]], text: str, spaced: str, starts: list[int],
            places: Sequence[int], found: Scan, right: dict[int, str]) -> None:
    """Adds what these keys lead to where they are met."""
    bare, uses = keys.bare, keys.uses
    # Most keys are met inside longer words, which one look at a table shows; at index -1 it has a sign.
    letters = found.data.translate(_LETTERS) + b"\0"
    for index, start, end in [meeting for meeting in meetings if meeting[0] in bare
                              or not (letters[meeting[1] - 1] == 1 or letters[meeting[2]] == 1)]:
        inside = spaced[start - 1:start].isalnum() or spaced[end:end + 1].isalnum()
        if inside and index not in bare:
            continue
        use = uses[index]
        if isinstance(use, str):
            use = uses[index] = _used(use)
        whole, leads, regexes = use
        for phrase in whole:
            if not (phrase in right and text.startswith(right[phrase], start)) and alone(spaced, start, end):
                found.phrases.append((start, end, phrase))
        if regexes or leads and not inside:
            place = bisect_right(starts, end - 1) - 1
            if place >= 0:
                number = places[place]
                for phrase, after, before in leads:
                    if spaced.startswith(after, end) and spaced.endswith(before, 0, start):
                        found.leads.add((phrase, number))
                for regex, after, before in regexes:
                    if spaced.startswith(after, end) and spaced.endswith(before, 0, start) \
                            and (its_places := found.regexes.setdefault(regex, set())) is not None:
                        its_places.add(number)


def _used(use: str) -> tuple[list[int], list[Lead], list[Lead]]:
    """What a key leads to: phrases that are it, phrases that hold it, regexes."""
    whole, *others = use.split(USES)
    phrases, regexes = ([lead.split(PARTS) for lead in leads.split(LEADS) if lead] for leads in others)
    return [*map(int, whole.split())], [*map(_lead, phrases)], [*map(_lead, regexes)]


def _lead(parts: list[str]) -> Lead:
    number, *beside = parts
    texts = tuple(beside[1:])
    return int(number), texts if beside[:1] == [AFTER] else ("",), texts if beside[:1] == [BEFORE] else ("",)


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


def _gates(sources: list[str | None]) -> list[Any]:
    return [_gate(sources[first:first + TOGETHER]) for first in range(0, len(sources), TOGETHER)]


def _passing(gates: list[Any], data: bytes) -> Iterator[int]:
    """The numbers of the sources that match."""
    for number, gate in enumerate(gates):
        for hit in gate.Match(data) or ():
            yield number * TOGETHER + hit


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
