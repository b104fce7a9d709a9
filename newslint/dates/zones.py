"""Time zones: how far each is from Greenwich, and when it holds."""
from __future__ import annotations

import datetime
import re
from typing import NamedTuple

from newslint.regexes import compiled


class Zone(NamedTuple):
    offsets: tuple[int, ...]                # minutes ahead of Greenwich; several where the letters stand for several
    season: str = ""                        # “europe”, “america” or “south”: where its clocks are changed
    summer: bool = False                    # whether it holds while they are forward
    elsewhere: str = ""                     # words of an article in which the letters mean another, or it holds always
    words: str = ""                         # what the zone in force is called instead


_AUSTRALIA = "austral|sydney|melbourne|brisbane|canberra|jamaica|panama|cayman"
_CENTRAL = "china|chinese|beijing|taiwan|cuba|mexic|saskatchewan|costa rica|guatemala|hondura|nicaragua|salvador"
ZONES = {
    "GMT": Zone((0,)), "UTC": Zone((0,)),
    "BST": Zone((60,), "europe", True, "bangla|dhaka|bougainville", "GMT"),
    "WEST": Zone((60,), "europe", True, "", "WET"),
    "CET": Zone((60,), "europe", False, "algeria|algiers|tunis|nigeria|morocc", "CEST"),
    "CEST": Zone((120,), "europe", True, "", "CET"),
    "EET": Zone((120,), "europe", False, "egypt|cairo|libya|tripoli|kaliningrad|beirut|leban|moldova", "EEST"),
    "EEST": Zone((180,), "europe", True, "egypt|cairo|beirut|leban", "EET"),
    "MSK": Zone((180,)), "JST": Zone((540,)), "HKT": Zone((480,)), "SGT": Zone((480,)), "KST": Zone((540,)),
    "IST": Zone((330, 60, 120)),
    "ET": Zone((-300, -240)), "CT": Zone((-360, -300)), "MT": Zone((-420, -360)), "PT": Zone((-480, -420)),
    "EST": Zone((-300, 600, 660), "america", False, _AUSTRALIA, "EDT"),
    "EDT": Zone((-240, 660), "america", True, _AUSTRALIA, "EST"),
    "CST": Zone((-360, 480, 570), "america", False, _CENTRAL + "|" + _AUSTRALIA, "CDT"),
    "CDT": Zone((-300, -240), "america", True, _CENTRAL, "CST"),
    "MST": Zone((-420, 480), "america", False, "arizona|phoenix|tucson|malaysia|yukon|sonora", "MDT"),
    "MDT": Zone((-360,), "america", True, "", "MST"),
    "PST": Zone((-480, 480, 300), "america", False, "philippin|manila|pakistan|karachi|islamabad|lahore", "PDT"),
    "PDT": Zone((-420,), "america", True, "", "PST"),
    "AEST": Zone((600,)), "AWST": Zone((480,)), "ACST": Zone((570,)),
    "AEDT": Zone((660,), "south", True, "", "AEST"), "ACDT": Zone((630,), "south", True, "", "ACST"),
    "NZST": Zone((720,), "new zealand", False, "antarctic", "NZDT"),
    "NZDT": Zone((780,), "new zealand", True, "antarctic", "NZST"),
}
# The Sundays on which clocks go forward and back: month, and which Sunday of it (-1 the last).
CHANGES = {"europe": ((3, -1), (10, -1)), "america": ((3, 2), (11, 1)), "south": ((10, 1), (4, 1)),
           "new zealand": ((9, -1), (4, 1))}
LATELY = 2007                               # from here on these hold; before, they differed from country to country
SOME_YEARS = range(2015, 2026)              # in which the Sundays fall on every date they can


def holds(zone: Zone, month: int, day: int = 0, year: int = 0) -> bool:
    """Whether a zone may hold on a date, or on any day of a month; True where the calendar cannot say."""
    if not zone.season or year and year < LATELY:
        return True
    days = [day] if day else [1, 15, 28]
    return any(_summer(zone.season, datetime.date(its_year, month, its_day)) in (zone.summer, None)
               for its_year in ([year] if year else SOME_YEARS) for its_day in days
               if not (month == 2 and its_day > 28))


def _summer(season: str, day: datetime.date) -> bool | None:
    """Whether the clocks are forward; None on the day of the change."""
    forward, back = (_sunday(day.year, *change) for change in CHANGES[season])
    if day in (forward, back):
        return None
    return forward < day < back if forward < back else not back < day < forward


def _sunday(year: int, month: int, which: int) -> datetime.date:
    if which > 0:
        first = datetime.date(year, month, 1)
        return first + datetime.timedelta((6 - first.weekday()) % 7 + 7 * (which - 1))
    last = datetime.date(year, month, 31 if month in (3, 10) else 30)
    return last - datetime.timedelta((last.weekday() + 1) % 7)


def elsewhere(zone: Zone, text: str) -> bool:
    """Whether an article has a word by which its letters may mean another zone."""
    return bool(zone.elsewhere) and compiled(zone.elsewhere, re.I).search(text) is not None
