"""Whether somebody held an office on the day of an article, by the table."""
from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any, NamedTuple

from newslint.facts import tables
from newslint.facts.common import day_in_words, paragraph_of, sentence_of, stale_hit
from newslint.facts.country import FUTURE, PAST, Owner, name_after, owner
from newslint.model import Document, Hit, one_paragraph, touches
from newslint.regexes import compiled

GRACE = timedelta(days=31)                  # around a change in which either name may be right
AHEAD = timedelta(days=120)                 # before an office begins, in which a winner may be written of as its holder
# Days near that of the article: what is told is news, not history.
NOW = compiled(r"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|today|yesterday|tonight|tomorrow|currently"
               r"|this (?:week|morning|afternoon|evening|month))\b", re.I)
HISTORY = compiled(r"\b(?:ago|last (?:year|decade|term)|at the time|years? (?:earlier|before)|previously|back in"
                   r"|historic(?:al)?|era|anniversary|memoirs?|biography|die[ds]|death|born)\b", re.I)
PERHAPS = compiled(r"\b(?:when|during|while|under|since|after|before|until|by|once|late|first|had)\b", re.I)
YEAR = compiled(r"\b(?:1[89]|20)\d\d\b")


class Verdict(NamedTuple):
    name: str                               # as the table has it
    start: str
    end: str
    holder: str                             # who held the office on the day; empty where the table does not know
    level: str


def made(read: dict[str, dict[str, Any]]) -> tuple[list[list[str]], Any]:
    offices: dict[str, dict[str, Any]] = {}
    for office in tables.offices(read):
        if office.held:
            offices.setdefault(office.title, {})[office.country] = (office.stale, office.held)
    return [tables.written(read, title) for title in offices], (list(offices.values()), tables.callings(read))


def hits(rule: str, document: Document, folded: str, strings: list[tuple[int, int, int]],
         its: Any) -> Iterator[Hit]:
    offices, called = its
    day = None
    for start, end, index in strings:
        whose = owner(document.text, folded, start, end, called)
        office = offices[index].get(whose.country) if whose else None
        if whose is None or office is None or touches(document.quotations, start, end):
            continue
        words = name_after(document.text, end)
        stale, held = office
        if not any(_same(words, term[0]) for term in held) or not one_paragraph(document, start, end):
            continue
        if day is None:                     # most articles need not be asked for it
            from newslint.published import published

            day = published(document)
            if day is None:
                return
        verdict = judge(held, words, day, whose, sentence_of(document, start), paragraph_of(document, start))
        if verdict is None:
            continue
        stop = document.text.index(words[-1], end) + len(words[-1])
        stop -= 2 * document.text.startswith(("'s", "’s"), stop - 2)
        if day.isoformat() > stale:
            yield stale_hit(start, stop, whose.country, stale)
            continue
        from_on = f"from {day_in_words(verdict.start)}"
        if verdict.end:
            from_on += f" to {day_in_words(verdict.end)}"
        then = f"; on {day_in_words(day.isoformat())} it was {verdict.holder}’s" if verdict.holder else ""
        yield Hit(rule, start, stop, level=verdict.level, values={
            "country": whose.country, "known": f"{verdict.name} held it {from_on}{then}"})


def judge(held: list[tuple[str, str, str]], words: list[str], day: date, owner: Owner, sentence: str,
          paragraph: str) -> Verdict | None:
    """What is wrong with giving the office to the one of this name on that day; None where nothing surely is."""
    between = {word.strip("-") for word in owner.between}
    if not words or between & (PAST | FUTURE) or owner.article in PAST | FUTURE:
        return None
    known = [term for term in held if _same(words, term[0])]
    if not known or day < date.fromisoformat(held[0][1]):
        return None
    for _, start, end in known:
        last = date.fromisoformat(end) + GRACE if end else date.max
        if date.fromisoformat(start) - AHEAD <= day <= last:
            return None
    today = day.isoformat()
    holder = next((name for name, start, end in held if start <= today and (not end or today < end)), "")
    ended = [term for term in known if term[2] and date.fromisoformat(term[2]) < day]
    name, start, end = ended[-1] if ended else known[0]
    news = NOW.search(sentence) is not None
    told = sentence if news else paragraph
    if HISTORY.search(told) or any(year != str(day.year) for year in YEAR.findall(told)):
        return None                         # of former times
    level = "warning" if news or not PERHAPS.search(sentence) else "suggestion"
    return Verdict(name, start, end, holder, level)


def _same(words: list[str], name: str) -> bool:
    """Whether these words name the one of the table: the surname alone, or with a given name or initial that agrees."""
    mine, theirs = [_plain(word) for word in words], [_plain(word) for word in name.split()]
    if not mine or theirs[-1] not in mine:
        return False
    at = mine.index(theirs[-1])
    return at == 0 or mine[0] == theirs[0] or len(mine[0]) == 1 and mine[0] == theirs[0][0]


def _plain(word: str) -> str:
    """Letters without accents, in lower case."""
    word = word.removesuffix("'s").removesuffix("’s").strip(".,'’").lower()
    return "".join(char for char in unicodedata.normalize("NFD", word) if not unicodedata.combining(char))
