"""Whose office a title in the text is: “Russian Defense Secretary”, “Russia’s new Defense Secretary”, “the Defense
Secretary of Russia”."""
from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from newslint.regexes import compiled

REACH = 70                                  # characters before a title
LONGEST = 3                                 # words in what a country is called
# What may stand between a country and a title without making it another office.
BETWEEN = frozenset(
    "new newly appointed named elected acting interim then then- former ex first deputy vice senior current "
    "incoming outgoing next longtime long-time long-serving embattled veteran late previous hardline hawkish "
    "influential female youngest woman".split())
PAST = frozenset("then then- former ex late previous outgoing erstwhile ousted deposed".split())
FUTURE = frozenset("incoming next future designate".split())
# Before a country, these make it another: Latin American, East German, Tsarist Russian.
ANOTHER = frozenset(
    "latin south north central east west northern southern eastern western nazi imperial tsarist czarist soviet vichy "
    "weimar prussian new anglo pan ancient medieval colonial ottoman".split())
# After these, US or UK is the place: “in the US Prime Minister Modi met …”.
PLACING = frozenset("in to from across within throughout outside inside into visiting visit visits visited leaving "
                    "left toured touring entered entering via".split())
JOINING = frozenset(("and", "or", "&", "/", "as", "between"))
OPENERS = "\"'“‘([—–-"
OF = compiled(r" (?:of|for) (?:the )?([^\W\d_]+(?: [^\W\d_]+){0,2})")
BRIEF = 3                                   # letters of a name that must stand in capitals: US, UK
SENTENCE = ".!?:\n"


class Owner(NamedTuple):
    country: str
    between: list[str]                      # words between the country and the title
    article: str                            # the word before the country: a, the …
    possessive: bool                        # Russia’s, or … of Russia


def owner(text: str, folded: str, start: int, end: int, called: Mapping[str, tuple[str, str]]) -> Owner | None:
    """The country whose office the title text[start:end] would be."""
    first = max(0, start - REACH)
    first = max(first, folded.rfind("\n", first, start) + 1)
    before = folded[first:start]
    if before.endswith((" ", "-")):
        words = before.split()
        between: list[str] = []
        while words and words[-1].strip("-") in BETWEEN:
            between.append(words.pop())
        for size in range(min(LONGEST, len(words)), 0, -1):
            found = _called(" ".join(words[-size:]), called)
            if found is None:
                continue
            country, how = found
            rest = words[:-size]
            lead = first + before.rindex(words[-size], 0, len(before))
            opener = words[-size][:1] in OPENERS
            written = text[lead:lead + len(words[-size])].lstrip(OPENERS)
            if rest and not opener and (rest[-1] in ANOTHER or rest[-1] in JOINING and len(rest) > 1
                                        and _called(rest[-2], called)):
                return None
            if not written[:1].isupper() or len(words[-size].strip("'s.")) <= BRIEF and not _shouted(written):
                return None
            if how == "bare" and not _opens(text, lead):
                return None
            if how == "adjective" and _shouted(written) and _is_place(rest):
                return None
            return Owner(country, between, rest[-1] if rest and not opener else "", how == "possessive")
    after = OF.match(folded, end)
    if after is not None:
        words = after[1].split()
        for size in range(len(words), 0, -1):
            found_name = called.get(" ".join(words[:size]))
            written = text[after.start(1):after.start(1) + len(" ".join(words[:size]))]
            if found_name is not None and written[0].isupper() and (found_name[1] == "name" or written.isupper()):
                return Owner(found_name[0], [], before.split()[-1] if before.split() else "", True)
    return None


def _called(words: str, called: Mapping[str, tuple[str, str]]) -> tuple[str, str] | None:
    """The country of these words before a title, and how: an adjective, a name with “'s”, or bare as in headlines."""
    words = words.lstrip(OPENERS)
    possessive = words.removesuffix("'s").removesuffix("'")
    found = called.get(possessive)
    if found is None:
        return None
    if possessive != words:
        return found[0], "possessive"
    return found if found[1] == "adjective" else (found[0], "bare")


def _is_place(before: list[str]) -> bool:
    """Whether US, UK or EU names the place here, after these words."""
    words = before[:-1] if before[-1:] == ["the"] else before
    return bool(words) and words[-1] in PLACING


def _shouted(written: str) -> bool:
    letters = written.removesuffix("'s").removesuffix("’s")
    return letters.isupper()


def _opens(text: str, start: int) -> bool:
    before = text[max(0, start - 4):start].rstrip(" \u00a0\"'“‘(")
    return not before or before[-1] in SENTENCE


def name_after(text: str, end: int) -> list[str]:
    """The words of the name that follows a title, without Mr, Sir and the like."""
    match = NAME.match(text, end)
    if match is None:
        return []
    return [word for word in match[1].split() if word.rstrip(".") not in STYLES]


STYLES = frozenset("Mr Mrs Ms Dr Sir Dame Lord Lady Baroness Gen General Vice".split())
WORD = r"(?:[A-ZÀ-Þ]\.|(?:Mr|Mrs|Ms|Dr|Gen|Sen)\.|[A-ZÀ-Þ][\w’'-]*)"
NAME = compiled(rf",? ({WORD}(?: (?:(?:de|da|von|van|bin|al) )?{WORD}){{0,3}})")
