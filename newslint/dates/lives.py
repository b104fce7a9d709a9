"""Years of birth and ages as news writes them, read and not judged."""
from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from newslint.dates.article import Article, Sentence, sentence
from newslint.dates.counting import COUNT, ORDINAL, count
from newslint.dates.written import MONTH
from newslint.regexes import compiled

MANY = 12                                   # births in an article about one life, or a few
NAME = r"[A-Z][\w'-]+"
_YEAR = r"((?:18|19|20)\d\d)(?![\d%-]|[,.]\d|s\b)"
_DATE = rf"(?:(?:\d{{1,2}}(?:st|nd|rd|th)? (?:of )?)?{MONTH},? (?:\d{{1,2}}(?:st|nd|rd|th)?,? )?)?"
ANY_YEAR = r"1[89]\d\d|20\d\d"
REACH = 160                                 # characters after “born” in which BORN has its year, and more
# born in 1960; born on 3 May 1960 in Leeds; born in Leeds in 1960; (born 3 May 1960)
BORN = (r"(?! before| after| between| around| about| circa| c\.| again|-)"
        r"(?:(?! who | which | when | whose | after | before )[^.;:!?()\n]){0,60}?"
        rf"(?:\b(?:in|on)|,)? (?:the (?:spring|summer|autumn|fall|winter) of |early |late |mid-)?{_DATE}{_YEAR}")
SUBJECT = (rf"(?:\b({NAME})(?:,(?: \d{{1,3}},)?)?(?: who)?(?: was| is)?(?: \w+ly| also| himself| herself)?"
           r"|\b([Hh]e|[Ss]he)(?: was)?(?: \w+ly)?) \Z")
SUBJECT_AFTER = rf"[^.;]{{0,80}}?, (?:(?:and|but) )?(?:(?:the|Mr|Mrs|Ms|Dr|Sir) )?((?:{NAME} ){{0,2}}{NAME}|he|she)\b"
NO_NAMES = frozenset("Was Who They It The But And I We You Children People Those Were In".split())
PRONOUNS = ("He", "She", "he", "she")

_AGED = rf"(?:at (?:the )?age(?: of)?|aged|age) ({COUNT})\b"
_DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
# An age and the year in which it was reached: which group is the year, and which the age.
IN_YEAR = (
    (rf"\b(?:[Ii]n|[Oo]n) {_DATE}{_YEAR},? (?:\(|[^.;:()\d]{{0,24}}?){_AGED}", 1, 2),
    (rf"{_AGED}\)?,? (?:in|on) {_DATE}{_YEAR}", 2, 1),
    ((rf"\b(?:was|is|turned|turns|be|reached) (?:just |only )?({COUNT})(?: years old)? (?:when|as)"
     rf" (?:(?! in | on )[^.;\d]){{0,60}} (?:in|on) {_DATE}{_YEAR}"), 2, 1),
    ((rf"\b(?:[Ii]n|[Oo]n) {_DATE}{_YEAR},? (?:when|at which point|by which time) (?:he|she|{NAME})"
     rf" (?:was|had turned|turned) (?:just |only )?({COUNT})\b(?! per|%)"), 1, 2),
    (rf"\b({ORDINAL}) birthday (?:in|on) {_DATE}{_YEAR}", 2, 1),
    ((rf"\b(?:[Ii]n|[Oo]n) {_DATE}{_YEAR},? (?:he|she|{NAME}) (?:celebrated|marked|turned|reached) (?:(?:his|her) )?"
     rf"(?:the age of )?"
     rf"({ORDINAL}|{COUNT})\b(?: birthday|[,.])"), 1, 2),
    (rf"\bturn(?:s|ed|ing)? ({COUNT})(?: years old)? (?:in|on) {_DATE}{_YEAR}", 2, 1),
)
AT_DEATH = (rf"\b(?:has died|have died|died|dies|passed away|dead)(?: on \w+day| this week| last week| yesterday|"
            rf" today)?"
            rf"(?: (?:at|in) [^,.;\d]{{0,30}})?,? (?:peacefully,? )?{_AGED}")
DIED = ("died", "passed away", "was killed")
WHO_DIED = rf"\b(?:[Hh]e|[Ss]he|{NAME}) (?:had )?\Z"
DIED_IN = rf"\b[^.;:!?\d]{{0,40}}? (?:in|on) {_DATE}{_YEAR}"
NOW = (
    rf"\b{NAME}(?:,| \() ?(?:aged |who is |now )?(\d{{1,3}})[,)]",
    r"\b(\d{1,3})-year-old\b",
    rf"\b(?:is|now) (?:now |currently |still )?({COUNT})(?: years old|\b(?= and\b|[,.;]))",
    (rf"\b(?:turns|has turned|turned|will turn) ({COUNT}) (?:today|on {_DAY}|(?:this|last) (?:week|month)|this year"
     rf"|in {MONTH})"),
    rf"\bAt ({COUNT}), {NAME}",
    rf"\b(?:celebrat\w+|mark\w*) (?:his|her) ({ORDINAL}) birthday (?:today|this (?:week|month|year)|on {_DAY})",
)
# What stands in every sentence that tells an age.
OF_AN_AGE = r"\b(?:age|aged)\b|birthday|turn|-year-old|\b(?:was|is|be|reach\w+|now|just|only) |[,(] ?\d"
OF_BIRTH = r"\b[Bb]orn\b[^.;\d]*(?:\d{1,2}(?:st|nd|rd|th)?\b[^.;\d]*)?\Z"


class Birth(NamedTuple):
    year: int
    start: int
    end: int
    name: str                               # “” for he or she, “?” where only its own sentence says who
    sentence: Sentence


class Age(NamedTuple):
    age: int
    year: int
    start: int
    end: int
    slack: int                              # years more that it may be
    way: str                                # of telling it: year, death or now


def birth(article: Article, at: int) -> Birth | None:
    """The year of birth that follows the word “born”, which ends here."""
    text, start = article.plain, at - len("born")
    where = sentence(article, start)
    found = compiled(BORN).match(text, at, where.end)
    if not found:
        return None
    name = "?"
    before = compiled(SUBJECT).search(text, max(where.start, start - 60), start)
    if before:
        name = before[1] or before[2]
    elif text[max(where.start, start - 1):start] == "(":
        owner = compiled(rf"({NAME}) \(\Z").search(text, max(where.start, start - 40), start)
        name = owner[1] if owner else name
    elif start == where.start and (after := compiled(SUBJECT_AFTER).match(text, found.end(), where.end)):
        name = after[1].split()[-1]
    if name in NO_NAMES:
        return None
    return Birth(int(found[1]), start, found.end(), "" if name in PRONOUNS else name, where)


def year_of_death(article: Article) -> int:
    """The one year in which the article says that somebody died; 0 if there is none, or several."""
    text = article.plain
    years = {int(when[1]) for word in DIED for found in compiled(word).finditer(text)
             if (when := compiled(DIED_IN).match(text, found.end()))
             and compiled(WHO_DIED).search(text, max(0, found.start() - 30), found.start())}
    return years.pop() if len(years) == 1 else 0


def ages(article: Article, where: Sentence, died: int) -> Iterator[Age]:
    """The ages told in a sentence for a year that is known: one it names, that of a death, or that of publication."""
    text, now = article.plain, article.day
    if not compiled(OF_AN_AGE).search(text, *where):
        return
    told = False
    for pattern, year, age in IN_YEAR if compiled(r"[12][089]\d\d").search(text, *where) else ():
        for found in compiled(pattern).finditer(text, *where):
            if not compiled(OF_BIRTH).search(text, where.start, found.start(year)):
                told = True
                yield Age(count(found[age]), int(found[year]), *found.span(), 0, "year")
    if told or not (died or now):
        return
    slack = int(not died and now is not None and now.month == 1)
    this = died or (now.year if now else 0)
    for found in compiled(AT_DEATH).finditer(text, *where):
        told = True
        yield Age(count(found[1]), this, *found.span(), slack, "death")
    if now and not told:
        for pattern in NOW:
            for found in compiled(pattern).finditer(text, *where):
                yield Age(count(found[1]), now.year, *found.span(), int(now.month == 1), "now")
