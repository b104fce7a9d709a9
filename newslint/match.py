"""The fast path: every phrase of every rule behind one automaton, every regex behind one RE2 set.

Phrases are found in folded text (`fold`), where they stand as words of their own. Written out they are tens of thousands
of strings, too many to build an automaton of at every start; so the Aho-Corasick automaton holds their keys, a rare
word of each (`keys`), and around a key the strings it stands for are looked up in a table. Regexes are Python's; each also goes into an RE2 set in a relaxed form that can
only match more (`relax`), so one pass over the text says which few of them need to be run by `re` at all. Whatever
the relaxed form loses of a pattern's meaning, `re` decides.

Chosen by measurement on 5 MB of news with 2,000 strings and 300 regexes: 8 MB per CPU second against 0.2 for `re`
rule by rule; Hyperscan scans a little faster, but needs seconds to compile and takes “\\b” beside é and ’ wrongly.
"""
from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any, NamedTuple

# What may join two words into one: a string is not found inside “by-and-large” or before “’s”.
JOINTS = "-'"


def fold(text: str) -> str:
    """Text as strings are found in it: lower case, straight apostrophes, plain spaces; as long as before."""
    if text.isascii():
        return text.lower()
    # İ is the one letter that grows when lowered; ſ and ı are equal to s and i for a regex that ignores case.
    return (text.replace("İ", "i").lower().replace("’", "'").replace("\u00a0", " ")
            .replace("ſ", "s").replace("ı", "i"))


class Key(NamedTuple):
    """A string in the automaton, and what it may be a part of."""

    text: str
    whole: list[int]                        # the phrases that it is all of
    parts: list[tuple[int, str]]            # phrase, and those of its strings that hold the key, one a line


def keys(phrases: list[list[str]]) -> list[tuple[str, list[int], list[tuple[int, str]]]]:
    """The keys of these phrases, as plain data for Matcher. Every string has just one key."""
    whole: dict[str, list[int]] = {}
    parts: dict[str, list[tuple[int, str]]] = {}
    for number, strings in enumerate(phrases):
        left = set(strings)
        words = {string: _rare_words(string) for string in strings} if len(strings) > FEW else {}
        counts = Counter(word for string in words for word in words[string])
        for word, _ in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
            held = sorted(string for string in left if word in words[string])
            if len(held) > 1:
                parts.setdefault(word, []).append((number, "\n".join(held)))
                left.difference_update(held)
        for string in sorted(left):
            whole.setdefault(string, []).append(number)
    return [(text, whole.get(text, []), parts.get(text, [])) for text in sorted({*whole, *parts})]


FEW = 2                                     # strings that are as well looked for as they are
COMMON = frozenset("""
    about after again also been before being between both came come could days down each even ever every first from gave
    give goes going good have having here high himself home into just know last later less like long look made make
    many might money more most much must near need never next number only other over part people place point same
    should since some still such take taken than that their them then there these they thing things think this those
    three through time times today took under until used very want ways week well went were what when where which while
    will with within without work would year years your said says government against because""".split())
_WORD = re.compile(r"\w+")


def _rare_words(string: str) -> list[str]:
    return [word for word in _WORD.findall(string) if len(word) > 3 and word not in COMMON]


class Matcher:
    """The compiled automaton, set and regexes of one pack; regexes and tables are made when first needed."""

    def __init__(self, keys: list[tuple[str, list[int], list[tuple[int, str]]]], regexes: list[tuple[str, int]],
                 gates: list[tuple[int, str]]) -> None:
        self.keys = [Key(*key) for key in keys]
        self.tables: list[dict[tuple[int, int], dict[str, list[int]]] | None] = [None] * len(keys)
        self.regexes = regexes
        self.compiled: list[re.Pattern[str] | None] = [None] * len(regexes)
        gated = {index for index, _ in gates}
        self.gate_index = [index for index, _ in gates]
        self.always = [index for index in range(len(regexes)) if index not in gated]
        self.automaton = _automaton([key.text for key in self.keys]) if keys else None
        self.gate = _gate([source for _, source in gates]) if gates else None

    def strings(self, folded: str) -> list[tuple[int, int, int]]:
        """(start, end, phrase index) of every phrase that stands in the folded text as words of its own."""
        if self.automaton is None:
            return []
        spaced = folded.replace("\n", " ")
        found = []
        for index, start, end in self.automaton.find_matches_as_indexes(spaced, overlapping=True):
            if not _apart(spaced, start, end):
                continue
            _, whole, parts = self.keys[index]
            if whole and _unjoined(spaced, start, end):
                found += [(start, end, phrase) for phrase in whole]
            if parts:
                found += self._around(spaced, start, index)
        return found

    def _around(self, spaced: str, place: int, index: int) -> Iterator[tuple[int, int, int]]:
        """The phrases that hold the key which was found at this place."""
        table = self.tables[index]
        if table is None:
            table = self.tables[index] = _table(self.keys[index])
        for (before, size), strings in table.items():
            start = place - before
            end = start + size
            if start >= 0 and (phrases := strings.get(spaced[start:end])) and _apart(spaced, start, end) \
                    and _unjoined(spaced, start, end):
                for phrase in phrases:
                    yield start, end, phrase

    def candidates(self, folded: str) -> list[int]:
        """Indexes of the regexes that may match, in order."""
        if self.gate is None:
            return self.always
        hits = self.gate.Match(folded)
        if not hits:
            return self.always
        return sorted(self.always + [self.gate_index[hit] for hit in hits])

    def matches(self, index: int, text: str) -> Iterator[re.Match[str]]:
        pattern = self.compiled[index]
        if pattern is None:
            pattern = self.compiled[index] = re.compile(*self.regexes[index])
        return pattern.finditer(text)


class Found(NamedTuple):
    """What the fast path found for one kind in one document; indexes are those of the kind's own Need."""

    folded: str
    text: str
    strings: list[tuple[int, int, int]]     # start, end, phrase index
    candidates: list[int]                   # regexes that may match
    matcher: Matcher
    first_regex: int

    def matches(self) -> Iterator[tuple[int, re.Match[str]]]:
        """(regex index, match) of every regex match."""
        for index in self.candidates:
            for match in self.matcher.matches(self.first_regex + index, self.text):
                yield index, match


def gates(regexes: list[tuple[str, int]]) -> list[tuple[int, str]]:
    """The relaxed form of every regex that has a useful one, with its index; the others run on every text."""
    found = []
    for index, (pattern, flags) in enumerate(regexes):
        source = relax(pattern, flags)
        if source is not None:
            found.append((index, source))
    return found


def relax(pattern: str, flags: int) -> str | None:
    """RE2 source that matches in `fold(text)` wherever `pattern` matches in `text`; None where none would help.

    Look-arounds are dropped, classes widened by all that is not ASCII, back-references become their group. Line
    anchors stay; a word boundary stays where one side of it is an ASCII letter for certain, for RE2 knows no other.
    """
    tree = _parser.parse(pattern, flags)
    return _relax(list(tree), {}) if tree.getwidth()[0] else None


def _table(key: Key) -> dict[tuple[int, int], dict[str, list[int]]]:
    """The strings of a key by where the key stands in them and how long they are; string -> phrases."""
    table: dict[tuple[int, int], dict[str, list[int]]] = {}
    for phrase, strings in key.parts:
        for string in strings.split("\n"):
            before = next(word.start() for word in _WORD.finditer(string) if word[0] == key.text)
            table.setdefault((before, len(string)), {}).setdefault(string, []).append(phrase)
    return table


def _apart(text: str, start: int, end: int) -> bool:
    """Whether text[start:end] does not run on into a longer word on either side."""
    if start and _wordy(text[start - 1]) and _wordy(text[start]):
        return False
    return not (end < len(text) and _wordy(text[end]) and _wordy(text[end - 1]))


def _unjoined(text: str, start: int, end: int) -> bool:
    """Whether text[start:end] is no part of a word joined by - or '."""
    if start > 1 and text[start - 1] in JOINTS and text[start - 2].isalnum():
        return False
    return not (end + 1 < len(text) and text[end] in JOINTS and text[end + 1].isalnum())


def _automaton(strings: list[str]) -> Any:
    import ahocorasick_rs
    return ahocorasick_rs.AhoCorasick(strings, matchkind=ahocorasick_rs.MatchKind.Standard)


def _gate(sources: list[str]) -> Any:
    import re2
    options = re2.Options()
    options.case_sensitive = False
    options.log_errors = False
    options.max_mem = 64 << 20
    gate = re2.Set.SearchSet(options)
    for source in sources:
        gate.Add(source)
    gate.Compile()
    return gate


def _wordy(char: str) -> bool:
    return char.isalnum() or char == "_"


# re._parser is private; tests/test_match.py pins what is used of it, for every Python we support.
_parser = re._parser  # type: ignore[attr-defined]
_c = re._constants  # type: ignore[attr-defined]

NON_ASCII = r"\x{80}-\x{10ffff}"
ANY = "(?s:.)"
REPEAT_LIMIT = 50                           # RE2 refuses large counts and needs memory for middling ones
CATEGORY_TESTS = {
    _c.CATEGORY_DIGIT: str.isdigit, _c.CATEGORY_NOT_DIGIT: lambda char: not char.isdigit(),
    _c.CATEGORY_SPACE: str.isspace, _c.CATEGORY_NOT_SPACE: lambda char: not char.isspace(),
    _c.CATEGORY_WORD: _wordy, _c.CATEGORY_NOT_WORD: lambda char: not _wordy(char),
}


def _relax(tree: list[tuple[Any, Any]], groups: dict[int, str]) -> str:
    parts = []
    for place, (op, value) in enumerate(tree):
        if op is _c.LITERAL:
            parts.append(_literal(chr(value)))
        elif op in (_c.NOT_LITERAL, _c.ANY):
            parts.append(ANY)
        elif op is _c.IN:
            parts.append(_class(value))
        elif op is _c.AT:
            parts.append(_anchor(value, tree[:place], tree[place + 1:]))
        elif op is _c.SUBPATTERN:
            parts.append("(?:" + _relax(list(value[3]), groups) + ")")
            if value[0] is not None:
                groups[value[0]] = parts[-1]
        elif op is _c.ATOMIC_GROUP:
            parts.append("(?:" + _relax(list(value), groups) + ")")
        elif op is _c.BRANCH:
            parts.append("(?:" + "|".join(_relax(list(branch), groups) for branch in value[1]) + ")")
        elif op in (_c.MAX_REPEAT, _c.MIN_REPEAT, _c.POSSESSIVE_REPEAT):
            parts.append(_repeat(*value, groups))
        elif op is _c.GROUPREF:
            parts.append(groups.get(value, ANY + "*"))
        elif op not in (_c.ASSERT, _c.ASSERT_NOT):
            parts.append(ANY + "*")
    return "".join(parts)


def _literal(char: str) -> str:
    char = fold(char)
    return re.escape(char) if char.isascii() else f"\\x{{{ord(char):x}}}"


def _class(items: list[tuple[Any, Any]]) -> str:
    negated = items[0][0] is _c.NEGATE
    wide = negated
    tests = []
    for op, value in items:
        if op is _c.LITERAL:
            tests.append(chr(value).__eq__)
            wide = wide or value > 127
        elif op is _c.RANGE:
            tests.append(lambda char, low=chr(value[0]), high=chr(value[1]): low <= char <= high)
            wide = wide or value[1] > 127
        elif op is _c.CATEGORY:
            tests.append(CATEGORY_TESTS[value])
            wide = True
    # What folds to an ASCII character stands for it too.
    folded = {fold(char) for char in [*map(chr, range(128)), *"’\u00a0ſıİK"]
              if any(test(char) for test in tests) != negated}
    ascii_part = "".join(f"\\x{ord(char):02x}" for char in sorted(folded) if char.isascii())
    return f"[{ascii_part}{NON_ASCII if wide else ''}]" if ascii_part or wide else ANY


def _anchor(at: Any, before: list[tuple[Any, Any]], after: list[tuple[Any, Any]]) -> str:
    if at in (_c.AT_BEGINNING, _c.AT_BEGINNING_LINE, _c.AT_BEGINNING_STRING):
        return "(?m:^)"
    if at in (_c.AT_END, _c.AT_END_LINE, _c.AT_END_STRING):
        return "(?m:$)"
    if at is _c.AT_BOUNDARY and (_word_at_edge(after, 0) or _word_at_edge(before, -1)):
        return r"\b"
    return ""


def _word_at_edge(tree: list[tuple[Any, Any]], edge: int) -> bool:
    """Whether whatever this matches surely has an ASCII letter, digit or “_” at that edge (0 or -1)."""
    if not tree:
        return False
    op, value = tree[edge]
    if op is _c.LITERAL:
        return bool(_wordy(fold(chr(value)))) and fold(chr(value)).isascii()
    if op is _c.IN:
        return all(kind in (_c.LITERAL, _c.RANGE) and all(0 <= code < 128 and _wordy(chr(code)) for code in
                   ([what] if kind is _c.LITERAL else range(what[0], min(what[1], 128) + 1))) for kind, what in value)
    if op is _c.SUBPATTERN:
        return _word_at_edge(list(value[3]), edge)
    if op is _c.BRANCH:
        return all(_word_at_edge(list(branch), edge) for branch in value[1])
    if op in (_c.MAX_REPEAT, _c.MIN_REPEAT):
        return bool(value[0] >= 1) and _word_at_edge(list(value[2]), edge)
    return False


def _repeat(low: int, high: Any, tree: Any, groups: dict[int, str]) -> str:
    inner = _relax(list(tree), groups)
    if not inner:
        return ""
    top = "" if high is _c.MAXREPEAT or high > REPEAT_LIMIT else str(high)
    return f"(?:{inner}){{{min(low, REPEAT_LIMIT)},{top}}}"
