"""Days that no calendar has: 31 April, 29 February 2023, 13/13/2024."""
import re
from collections.abc import Iterator

from newslint.dates.article import Article, Flag, sentence
from newslint.dates.written import MONTH_NAMES, Written, last_day
from newslint.regexes import compiled

JULIAN = 1924                               # before, some countries counted by a calendar with a leap day in 1900
# After “May 31” in these words the figure is a day; in “since May 31 people died” it is not.
GOES_ON = (r"(?:[,;:.)?!\]–—-]|\Z| (?:at|on|and|or|to|for|by|with|when|where|after|before|until|as|but|he|she|it|they"
           r"|we|that"
           r"|the|is|was|will|has|had|from|a|this|next|last)\b| [–—(-])")
DAY_BEFORE = r"\b(?:[Oo]n|[Uu]ntil|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?) (?:the )?\Z"
MONTH_BEFORE = r"\b(?:[Ii]n|[Dd]uring|[Tt]his|[Ll]ast|[Nn]ext|[Ee]very) \Z"
A_PERSON = r" (?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)[A-Z][a-z]"        # at 31, June Brown
# Who writes about days that do not exist knows that they do not.
KNOWN = (r"(?i)\b(?:no such|not exist|n't exist|there (?:is|was|were|are|'s) no|non-?existent|fictional|imaginary"
         r"|calendars?|leap"
         r"|joke[sd]?|never|twelfth of never|impossible|invalid|typo|misprint)\b")


def days(article: Article) -> Iterator[Flag]:
    """Dates with the name of a month."""
    for one in article.dates:
        last = last_day(one.month, one.year)
        julian = 0 < one.year < JULIAN and one.month == 2 and one.day < 31 and not one.year % 4
        if one.day > last and not julian and _is_day(article.plain, one) and not _known(article, one.start):
            yield Flag("no-such-date", one.start, one.end, {"reason": _reason(one.month, one.year, last)})


def _is_day(text: str, one: Written) -> bool:
    before = text[max(0, one.start - 20):one.start]
    if compiled(DAY_BEFORE).search(before):
        return one.day < 100
    if one.day > 31 and not text[one.start:one.end].endswith(("nd", "rd", "th", str(one.year))):
        return False                        # May 40: a year, or a number of people
    if text[one.start].isdigit():
        return one.day < 40 and (one.year > 0 or compiled(A_PERSON).match(text, one.end) is None)
    return one.day < 40 and not compiled(MONTH_BEFORE).search(before) \
        and (one.year > 0 or compiled(GOES_ON).match(text, one.end) is not None)


def _reason(month: int, year: int, last: int) -> str:
    if month == 2 and year:
        return f"February {year} has {last} days"
    return f"{MONTH_NAMES[month]} never has more than {last} days" if month == 2 else \
        f"{MONTH_NAMES[month]} has {last} days"


def _known(article: Article, offset: int) -> bool:
    return compiled(KNOWN).search(article.plain, *sentence(article, offset)) is not None


def figures(article: Article, found: re.Match[str]) -> Iterator[Flag]:
    """Dates in figures: told only where no order of day and month makes one."""
    parts = found[0].split(found[1])
    one, two, three = map(int, parts)
    if len(parts[0]) == 4:
        if found[1] == "." or not 1500 < one < 2200 or not 0 < two <= 12 or not 0 < three <= 31:
            return
        impossible, reason = three > last_day(two, one), _reason(two, one, last_day(two, one))
    elif len(parts[2]) == 4:
        if not 1500 < three < 2200 or not (0 < one <= 31 and 0 < two <= 31):
            return
        orders = [(day, month) for day, month in ((one, two), (two, one)) if month <= 12]
        impossible = all(day > last_day(month, three) for day, month in orders)
        reason = _reason(orders[0][1], three, last_day(orders[0][1], three)) if orders else "a year has twelve months"
    else:
        return
    if impossible and not _known(article, found.start()):
        yield Flag("no-such-date", *found.span(), {"reason": reason})
