"""Days that have a name and fall on the same date every year."""
import re
from collections.abc import Iterator

from newslint.dates.article import Article, Flag, sentence
from newslint.dates.written import MONTH_NAMES, WEEKDAY, YEAR, Written, wide
from newslint.regexes import compiled

HOLIDAYS = {
    "new year's day": (1, 1), "new year's eve": (31, 12), "burns night": (25, 1), "australia day": (26, 1),
    "groundhog day": (2, 2), "valentine's day": (14, 2), "st david's day": (1, 3), "international women's day": (8, 3),
    "st patrick's day": (17, 3), "april fools' day": (1, 4), "april fool's day": (1, 4), "earth day": (22, 4),
    "st george's day": (23, 4), "anzac day": (25, 4), "juneteenth": (19, 6), "canada day": (1, 7),
    "bastille day": (14, 7),
    "halloween": (31, 10), "bonfire night": (5, 11), "armistice day": (11, 11), "veterans day": (11, 11),
    "st andrew's day": (30, 11), "world aids day": (1, 12), "christmas eve": (24, 12), "christmas day": (25, 12),
    "boxing day": (26, 12),
}
_NAMES = "|".join(name.title().replace("'S", "['’]s").replace("s' ", "s['’] ").replace("Aids", "(?:Aids|AIDS)")
                  .replace("Anzac", "(?:Anzac|ANZAC)").replace("St ", r"St\.? ") for name in HOLIDAYS)
HOLIDAY = wide(rf"\b({_NAMES})(?:,? ({YEAR}))?")
JOINED = rf"(?:,? (?:on )?(?:{WEEKDAY},? )?(?:the )?|,? \((?:on )?(?:{WEEKDAY},? )?)\Z"
# Other churches keep other days, and some are kept on the next working day.
ELSEWHERE = (r"(?i)\b(?:orthodox|julian|coptic|russian|serb|ukrain|ethiopia|armenia|georgia|observed|lunar|chinese|old "
             r"(?:style|calendar)|(?:day|week|days|weeks) (?:before|after))")


def read(text: str, starts: list[int]) -> list[Written]:
    """The holidays that start here, as dates."""
    return [_written(found) for start in starts if (found := compiled(HOLIDAY).match(text, start))]


def _written(found: re.Match[str]) -> Written:
    name = found[1].lower().replace("’", "'").replace(".", "").replace("\u00a0", " ").replace("\n", " ")
    day, month = HOLIDAYS[name]
    return Written(*found.span(), day, month, int(found[2] or 0))


def judge(article: Article, holidays: list[Written]) -> Iterator[Flag]:
    """Holidays with another date beside them: “Christmas Eve, 23 December”."""
    text = article.plain
    for holiday in holidays:
        for one in article.dates:
            after = one.start >= holiday.end and one.start - holiday.end < 24 \
                and compiled(JOINED).fullmatch(text, holiday.end, one.start)
            before = holiday.start >= one.end and text[one.end:holiday.start] in (", ", " (", ", which is ", ", on ") \
                and text[holiday.end:holiday.end + 1] in (",", ".", ")", ";", "")
            if (after or before) and (one.day, one.month) != (holiday.day, holiday.month) \
                    and not compiled(ELSEWHERE).search(text, *sentence(article, holiday.start)):
                start, end = min(holiday.start, one.start), max(holiday.end, one.end)
                yield Flag("holiday", start, end, {"date": f"{holiday.day} {MONTH_NAMES[holiday.month]}"})
