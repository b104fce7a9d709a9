"""The phrase language of rule files, for lists of words and phrases that need no regex.

    could of                plain words; found whatever their case, apostrophe or line break, never inside a word, nor
                            where a capital of theirs makes them a name (newslint/capitals.py)
    the Aisle of Wight      words that have their capital by right are written with it
    (could|would) of        alternatives: two phrases
    tow(|s|ed|ing) the line an empty alternative: “tow”, “tows” …
    {modal} of              a named list of alternatives, from the rule's own `lists` or from LISTS
    {1}, {2} …              in a replacement: what the first, second … alternative was in the text

Every phrase is written out into plain strings, which is what makes tens of thousands of them free to look for.
"""
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import product
from math import prod
from typing import Any, NamedTuple

from newslint.capitals import is_name
from newslint.match import Found, alone, fold
from newslint.model import Document, Hit, Rule, Zone, one_paragraph, paragraph_at
from newslint.regexes import compiled

LONGEST = 100                               # characters of a form that is looked for inside another
LIMIT = 2000                                # strings from one phrase; past that a regex is the better tool

LISTS = {
    "be": ("am", "is", "are", "was", "were", "be", "been", "being"),
    "is": ("am", "is", "are", "was", "were", "isn't", "aren't", "wasn't", "weren't"),
    "have": ("have", "has", "had", "having", "haven't", "hasn't", "hadn't"),
    "do": ("do", "does", "did", "don't", "doesn't", "didn't"),
    "modal": ("can", "could", "may", "might", "must", "shall", "should", "will", "would", "can't", "couldn't",
              "won't", "wouldn't", "shouldn't", "mustn't", "cannot"),
    "subject": ("i", "you", "he", "she", "it", "we", "they"),
    "object": ("me", "you", "him", "her", "it", "us", "them"),
    "possessive": ("my", "your", "his", "her", "its", "our", "their"),
    "determiner": ("the", "a", "an", "this", "that", "these", "those", "my", "your", "his", "her", "its", "our",
                   "their"),
    "number": ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "fifteen",
               "twenty", "thirty", "forty", "fifty"),
    "adverb": ("also", "already", "never", "always", "really", "only", "just", "still", "now", "then", "not", "even",
               "often", "probably", "simply", "actually"),
    "comparative": ("more", "less", "better", "worse", "greater", "bigger", "larger", "smaller", "higher", "lower",
                    "faster", "slower", "older", "younger", "longer", "shorter", "fewer", "easier", "harder",
                    "stronger", "weaker", "cheaper", "richer", "poorer", "earlier", "later", "sooner", "rather"),
    "weekday": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    "month": ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
              "November", "December"),
}

TOKEN = compiled(r"\(([^()]*)\)|\{([a-z][a-z-]*)\}")
GROUP = compiled(r"\{(\d)\}")
WORD = compiled(r"[^\W\d_]+")
PLAIN = compiled(r"[a-z0-9 '|-]*")


class PhraseError(ValueError):
    """What is wrong with a phrase, said to its author; `text` is the phrase or the replacement."""

    def __init__(self, text: str, problem: str) -> None:
        super().__init__(f"{problem}: {text}")
        self.text, self.problem = text, problem


def expand(phrase: str, lists: Mapping[str, Sequence[str]]) -> list[str]:
    """All plain strings that a phrase stands for, folded. Raises PhraseError."""
    slots = _slots(phrase, lists)
    rest = "".join(options[0] for grouped, options in slots if not grouped)
    if stray := set(rest) & set("(){}|"):
        raise PhraseError(phrase, f"“{sorted(stray)[0]}” has no partner, or stands inside another group")
    count = prod(len(options) for _, options in slots)
    if count > LIMIT:
        raise PhraseError(phrase, f"stands for {count:,} strings, more than {LIMIT:,}: split it or use kind regex")
    strings = sorted({fold("".join(choice)) for choice in product(*(options for _, options in slots))})
    for string in strings:
        if string.split() != string.split(" "):
            raise PhraseError(phrase, f"“{string}” has a space too many: put the space inside the alternatives")
    return strings


def grouped(phrase: str, lists: Mapping[str, Sequence[str]]) -> str:
    """An RE2 regex that matches what `expand` gives and nothing else, with a group for each alternative."""
    return "".join(f"({_quoted(options)})" if is_group else _quoted(options)
                   for is_group, options in _slots(phrase, lists))


def _quoted(options: Sequence[str]) -> str:
    """Alternatives for a regex; most are words that need no quoting, and looking once is faster than for each."""
    joined = fold("|".join(options))
    if PLAIN.fullmatch(joined):
        return joined
    return "|".join(re.escape(option).replace("\\ ", " ") for option in joined.split("|"))


def fill(replacement: str, match: str, groups: Sequence[str]) -> str:
    """The replacement for a match, its first letter and all-capitals as the match has them."""
    return recase(GROUP.sub(lambda number: groups[int(number[1]) - 1], replacement), match)


def recase(replacement: str, match: str) -> str:
    """The replacement in the case of what it replaces: SHOUTED, Capitalised or as it is."""
    if match.isupper() and sum(map(str.isalpha, match)) > 1:
        return replacement.upper()
    if match[:1].isupper() and replacement[:1].islower():
        return replacement[0].upper() + replacement[1:]
    return replacement


def _slots(phrase: str, lists: Mapping[str, Sequence[str]]) -> list[tuple[bool, Sequence[str]]]:
    """The parts of a phrase: (False, (text,)) for plain text, (True, alternatives) for a group."""
    slots: list[tuple[bool, Sequence[str]]] = []
    place = 0
    for token in TOKEN.finditer(phrase):
        slots.append((False, (phrase[place:token.start()],)))
        if token[2] is None:
            slots.append((True, token[1].split("|")))
        elif token[2] in lists or token[2] in LISTS:
            slots.append((True, lists.get(token[2]) or LISTS[token[2]]))
        else:
            known = ", ".join(sorted({**LISTS, **lists}))
            raise PhraseError(phrase, f"no list is called “{token[2]}”: name one of {known}")
        place = token.end()
    return [*slots, (False, (phrase[place:],))]


def _capitals(phrase: str, lists: Mapping[str, Sequence[str]]) -> set[str]:
    """The words that a phrase writes with a capital, folded."""
    slots = _slots(phrase, lists)
    if all(option == option.lower() for _, options in slots for option in options):
        return set()
    words = {word for choice in product(*(options for _, options in slots)) for word in "".join(choice).split()}
    return {fold(word) for word in words if word != word.lower()}


class Entries(NamedTuple):
    """Phrases of several rules made ready: the strings of each, and by phrase index whose it is."""

    phrases: list[list[str]]
    owners: list[tuple[str, str, list[str]]]                        # rule id, phrase, replacements
    lists: dict[str, dict[str, list[str]]]                          # rule id: its own lists
    guards: dict[str, tuple[list[str], list[str]]]                  # rule id: folded not-before, not-after
    proper: dict[str, list[str]]                                    # rule id: words it writes with a capital, folded
    clauses: dict[str, list[str]]                                   # rule id: folded, single words that open a clause


def entries(rules: list[Rule], pairs: Callable[[Rule], Iterable[tuple[str, list[str]]]]) -> Entries:
    """All phrases of these rules; `pairs` gives a rule's phrases with their replacements. Raises PhraseError."""
    made = Entries([], [], {}, {}, {}, {})
    for rule in rules:
        lists = rule.options["lists"] or {}
        guards = [[string for phrase in rule.options[side] or () for string in expand(phrase, lists)]
                  for side in ("not_before", "not_after")]
        if any(guards):
            made.guards[rule.id] = (guards[0], guards[1])
        if rule.options["clause"]:
            made.clauses[rule.id] = [fold(word) for word in rule.options["clause"]]
        capitals: set[str] = set()
        for phrase, replacements in pairs(rule):
            made.phrases.append(expand(phrase, lists))
            groups = sum(is_group for is_group, _ in _slots(phrase, lists))
            for replacement in replacements:
                for number in GROUP.findall(replacement):
                    if not 1 <= int(number) <= groups:
                        raise PhraseError(replacement, f"{{{number}}} stands for nothing in “{phrase}”")
            made.owners.append((rule.id, phrase, replacements))
            capitals |= _capitals(phrase, lists)
        if capitals:
            made.proper[rule.id] = sorted(capitals)
        if lists:
            made.lists[rule.id] = lists
    return made


def hits(document: Document, found: Found, made: Entries) -> Iterator[Hit]:
    """A hit for every phrase found; of one rule's overlapping hits the first and longest."""
    reached: dict[str, int] = {}
    places = found.strings
    if found.leads:
        spaced = found.folded.replace("\n", " ")
        places = places + [(start, end, index) for index, place in found.leads
                           for start, end in _stand(_regex(made, index, found), spaced, document.zones[place])]
    for start, end, index in sorted(places, key=_longest_first):
        rule, _, replacements = made.owners[index]
        if start < reached.get(rule, 0) or not one_paragraph(document, start, end):
            continue
        if rule in made.guards and _guarded(found.folded, start, end, *made.guards[rule]):
            continue
        if is_name(document, start, end, made.proper.get(rule, ())):
            continue
        if rule in made.clauses and in_clause(document, start, made.clauses[rule]):
            continue
        reached[rule] = end
        match = document.text[start:end]
        groups = _groups(_regex(made, index, found), match) if any(map(GROUP.search, replacements)) else ()
        yield Hit(rule, start, end, tuple(fill(text, match, groups) for text in replacements))


def _stand(regex: Any, spaced: str, paragraph: Zone) -> Iterator[tuple[int, int]]:
    """Where one of a phrase's forms stands in a paragraph."""
    for match in regex.finditer(spaced[paragraph.start:paragraph.end]):
        start, end = paragraph.start + match.start(), paragraph.start + match.end()
        if alone(spaced, start, end):
            yield start, end
        else:
            yield from _stand_there(regex, spaced, range(start, end), paragraph.end)


def _stand_there(regex: Any, spaced: str, starts: range, limit: int) -> Iterator[tuple[int, int]]:
    """The same where the longest form is part of other words: “a lot of-x” holds “a lot”."""
    for start in starts:
        for end in range(min(start + LONGEST, limit), start, -1):
            if alone(spaced, start, end) and regex.fullmatch(spaced[start:end]):
                yield start, end
                break


def _groups(regex: Any, match: str) -> list[str]:
    """What each alternative is in this match, as it is written there."""
    parts = regex.fullmatch(fold(match).replace("\n", " "))
    return [match[slice(*parts.span(number))] for number in range(1, parts.re.groups + 1)] if parts else [""] * 9


def _regex(made: Entries, index: int, found: Found) -> Any:
    rule, phrase, _ = made.owners[index]
    regex = found.matcher.forms.get((rule, phrase))
    if regex is None:
        # RE2 compiles such a regex six times as fast as `re`, and finds the longest of its forms.
        import re2

        options = re2.Options()
        options.longest_match = True
        regex = re2.compile(grouped(phrase, made.lists.get(rule, {})), options)
        found.matcher.forms[rule, phrase] = regex
    return regex


def _longest_first(string: tuple[int, int, int]) -> tuple[int, int]:
    return string[0], -string[1]


def _guarded(folded: str, start: int, end: int, not_before: list[str], not_after: list[str]) -> bool:
    after = folded[end:end + 60].replace("\n", " ").lstrip()
    if any(after.startswith(word) and not after[len(word):len(word) + 1].isalnum() for word in not_before):
        return True
    before = folded[max(0, start - 60):start].replace("\n", " ").rstrip()
    return any(before.endswith(word) and not before[:-len(word)][-1:].isalnum() for word in not_after)


def in_clause(document: Document, place: int, openers: list[str]) -> bool:
    """Whether one of these words stands before in the sentence: what follows it may end a clause there."""
    from newslint.sentences import sentence_at  # most articles have nothing to ask it

    paragraph = paragraph_at(document, place)
    if paragraph is None:
        return False
    start, _ = sentence_at(document.text, paragraph.start, paragraph.end, place)
    return not set(openers).isdisjoint(WORD.findall(fold(document.text[start:place])))
