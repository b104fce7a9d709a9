"""How many faults put into the dates and times of real articles are found.

    python -m tests.quality.dates FOLDER…

In each article one place at a time is made wrong, as far as one rule of dates/ may see it from the text alone: a day of the
week or of the month is changed where the year is written, a span of years is turned round, a time gets a minute it cannot
have, a time zone is given the name of the other season.
"""
from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator

from newslint import engine, pack, rulefile, rulefolder
from newslint.dates.spans import YEARS
from newslint.dates.written import DATE, WEEKDAY, WEEKDAY_NAMES, weekday_of
from newslint.formats import text as text_format
from tests.quality import texts

ZONES = {"BST": "GMT", "EST": "EDT", "EDT": "EST", "PST": "PDT", "PDT": "PST", "CET": "CEST", "CEST": "CET", "AEDT": "AEST"}
MOST = 400                                  # places of one kind


def weekdays(found: re.Match[str]) -> str:
    return found[0].replace(found[1], WEEKDAY_NAMES[(weekday_of(found[1]) + 1) % 7], 1)


def days(found: re.Match[str]) -> str:
    return re.sub(r"\d{1,2}", "31", found[0], count=1)


def times(found: re.Match[str]) -> str:
    return f"{found[1]}75{found[3]}"


FAULTS: dict[str, tuple[str, Callable[[re.Match[str]], str]]] = {
    "another day of the week": (rf"({WEEKDAY}),? (?:{DATE})", weekdays),
    "day 31 of a short month": (r"\b\d{1,2} (?:April|June|September|November)\b|\b(?:April|June|September|November) \d{1,2}\b(?!,? \d)",
                                days),
    "a span of years turned round": (rf"\b(?:from |between |\(){YEARS}", lambda found: found[0].replace(found[1], "Y").replace(
        found[3], found[1]).replace("Y", found[3])),
    "minute 75": (r"\b(\d{1,2}[:.])(\d\d)( ?[ap]\.?m\b| GMT| BST)", times),
    "the zone of the other season": (rf"\b\d{{1,2}}(?:[:.]?\d\d)?(?: ?[ap]\.?m\.?)? ({'|'.join(ZONES)})\b",
                                     lambda found: found[0].replace(found[1], ZONES[found[1]])),
}


def main(folders: list[str]) -> None:
    rules = [rulefile.read_one(text)[0] for text in rulefolder.texts(rulefolder.shipped()) if text.family == "dates"]
    ready = pack.of([rule for rule in rules if rule.level != "suggestion"])
    put: Counter[str] = Counter()
    found: Counter[str] = Counter()
    for name, text, start, end in _faults(folders):
        put[name] += 1
        document, = text_format.read("x.txt", text)
        found[name] += any(one.start < end and start < one.end for one in engine.check(document, ready))
    for name, count in put.items():
        print(f"{name:32} {count:5}  found {found[name] / count:.2f}")


def _faults(folders: list[str]) -> Iterator[tuple[str, str, int, int]]:
    """Name of the fault, the text with it, where it stands."""
    count: Counter[str] = Counter()
    for article in texts.read(folders):
        for name, (pattern, change) in FAULTS.items():
            for match in re.finditer(pattern, article.text):
                if name == "another day of the week" and not (match[4] or match[7]):
                    continue
                if count[name] < MOST:
                    count[name] += 1
                    wrong = change(match)
                    yield name, article.text[:match.start()] + wrong + article.text[match.end():], match.start(), \
                        match.start() + len(wrong)


if __name__ == "__main__":
    main(sys.argv[1:])
