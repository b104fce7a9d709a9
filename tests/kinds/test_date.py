"""Kind date: what each check finds, and what looks like it and is right. See also rules/dates and quality/sense."""
import time

import pytest

from newslint import engine, pack
from newslint.formats import text as text_format

CHECKS = ("no-such-date", "weekday", "weekday-published", "weekdays-disagree", "holiday", "end-before-start", "length", "age",
          "anniversary", "no-such-time", "zone-season", "zone-pair", "today", "next-or-last", "war", "age-in-run")
PUBLISHED = "Published 12 May 2024\n\n"     # a Sunday

CASES = {
    # days no calendar has
    "A sale on 31 April.": "no-such-date 31 April",
    "A sale on April 31, he said.": "no-such-date April 31",
    "A sale on Feb. 30.": "no-such-date Feb. 30",
    "A sale from 29-31 June.": "no-such-date 31 June",
    "A sale on 29 February 2023.": "no-such-date 29 February 2023",
    "A sale on 29 February 2024.": "",
    "A sale on 29 February.": "",
    "A sale on 29 February 1900.": "",      # there was one in Russia
    "In April 31 people died.": "",
    "By June 31 people had died.": "",
    "A crowd of 31 June Brown fans.": "",
    "There is no 31 April.": "",
    "Dated 31/04/2024.": "no-such-date 31/04/2024",
    "Dated 04/31/2024.": "no-such-date 04/31/2024",
    "Dated 13/12/2024, 12/13/2024, 2024-12-31 and 31.12.2024.": "",
    "Dated 2024-13-12.": "",
    "Ratio 31/04/20244, path 2023-02-30-a.": "",
    # weekdays
    "Met on Friday 13 May 2024.": "weekday Friday 13 May 2024",
    "Met on Monday 13 May 2024.": "",
    "Met on 13 May 2024, a Friday.": "weekday 13 May 2024, a Friday",
    "Met on 13 May 2024 (Friday).": "weekday 13 May 2024 (Friday",
    "May 13, 2024, fell on a Friday.": "weekday May 13, 2024, fell on a Friday",
    "Met on 13 May 2024, Friday's paper said.": "",
    "The Sun, 13 May 2024.": "",
    "Friday 13 May 1752": "",               # before the calendar was changed
    "Met on Monday\n\n14 May 2024": "",
    f"{PUBLISHED}Met on Friday 10 May.": "",
    f"{PUBLISHED}Met on Thursday 10 May.": "weekday-published Thursday 10 May",
    f"{PUBLISHED}Met on Thursday 10 May last year.": "",
    f"{PUBLISHED}The ban ended on Sunday 10 December.": "",
    "On Monday 13 May it rained. On Friday 16 May it snowed.": "weekdays-disagree Friday 16 May",
    "On Monday 13 May it rained. On Thursday 16 May it snowed.": "",
    "Shut on Christmas Day (26 December).": "holiday Christmas Day (26 December",
    "Orthodox Christmas Day, 7 January, is near.": "",
    # spans
    "Open from 12 May to 3 May 2024.": "end-before-start 12 May to 3 May 2024",
    "Open from 12 December to 3 January.": "",
    "Open from 12 to 3 May.": "end-before-start 12 to 3 May",
    "Hull won 12-3 May's last match.": "",
    "In the years 2004–1998.": "end-before-start 2004–1998",
    "In the years 2004–1998 BC.": "",
    "Down from 2004 to 1998 votes.": "",
    "He ruled from 1998 to 2008, twelve years.": "length 1998 to 2008, twelve years",
    "He ruled from 1998 to 2008, about twelve years.": "",
    "A two-day fair from 3 May to 9 May.": "length two-day fair from 3 May to 9 May",
    # ages and anniversaries
    "Born in 1940, he died in 2010 aged 60.": "age Born in 1940, he died in 2010 aged 60",
    "Born in 1940, he died in 2010 aged 70.": "",
    "His son, born in 1940, was there when he died in 2010 aged 95.": "",
    f"{PUBLISHED}Ann Marsh, 54, was born in 1960.": "age Marsh, 54, was born in 1960",
    f"{PUBLISHED}Ann Marsh, 63, was born in 1960.": "",
    "In 2019, on the 60th anniversary of the 1969 landing, it rained.": "anniversary 2019, on the 60th anniversary of the 1969",
    "The 78th anniversary of the war's end in Moscow, May 9, 2022.": "",
    f"{PUBLISHED}It was shut ten years ago, in 2004.": "anniversary ten years ago, in 2004",
    f"{PUBLISHED}It was shut nearly ten years ago, in 2004.": "",
    # times and zones
    "Come at 7:75pm.": "no-such-time 7:75pm",
    "Come at 13:30pm.": "no-such-time 13:30pm",
    "Come at 18:75 on Friday.": "no-such-time 18:75",
    "Come at 0:30am, 12:30am or 2400 GMT; it costs 12.75pm.": "",
    "Come at 3pm BST on 12 January.": "zone-season 3pm BST",
    "Come at 3pm BST on 30 March.": "",     # clocks change on the last Sunday
    "Come at 3pm EST on 4 July in Sydney.": "",
    "At 15:00 BST (16:00 GMT).": "zone-pair 15:00 BST (16:00 GMT",
    "At 3pm ET (1900 GMT) or 3pm ET (2000 GMT).": "",
    f"{PUBLISHED}He spoke today (Wednesday).": "today today (Wednesday",
    f"{PUBLISHED}He spoke today (Monday).": "",
    f"{PUBLISHED}He speaks next Tuesday.": "next-or-last next Tuesday",
    f"{PUBLISHED}He speaks next Saturday.": "",
    "The war is entering its third year, on the third anniversary of the invasion.": "war entering its third year",
}
RUNS = [
    (["The war in Ukraine is entering its third year.", "Tuesday was the third anniversary of the invasion of Ukraine."],
     ["0 war in 1.txt entering its third year"]),
    (["The war in Ukraine is entering its third year.", "Tuesday was the second anniversary of the invasion of Ukraine."], []),
    (["The war in Sudan is entering its third year.", "Tuesday was the third anniversary of the invasion of Ukraine."], []),
    ([f"{PUBLISHED}Ann Marsh, 33, won.", "Ann Marsh was born in 1960."], ["0 age-in-run 1.txt Ann Marsh, 33,"]),
    ([f"{PUBLISHED}Ann Marsh, 63, won.", "Ann Marsh was born in 1960."], []),
    (["Ann Marsh, 33, won.", "Ann Marsh was born in 1960."], []),
]


@pytest.fixture(scope="module")
def ready(make_rule):
    return pack.of([make_rule("date", f"dates/{check}", check=check, message="{path}{where}") for check in CHECKS])


@pytest.mark.parametrize("text, expected", CASES.items())
def test_date(ready, text, expected):
    document, = text_format.read("x.txt", text)
    found = [f"{one.rule.removeprefix('dates/')} {one.match}" for one in engine.check(document, ready)]
    assert found == ([expected] if expected else [])


@pytest.mark.parametrize("texts, expected", RUNS)
def test_over_a_run(ready, texts, expected):
    documents = [text_format.read(f"{number}.txt", text)[0] for number, text in enumerate(texts)]
    gathered = []
    assert engine.check_all(documents, ready, gathered) == [[] for _ in texts]
    assert [f"{number} {one.rule.removeprefix('dates/')} {one.message} {one.match}"
            for number, hits in sorted(engine.conclude(gathered).items())
            for one in engine.concluded(documents[number], hits, ready)] == expected


HOSTILE = ["12 May 2024 ", "May ", "1", "born in 1940, ", "in 1940 aged 50, ", "Monday, 12 May, ", "years 1940 ", "3pm BST (", "1940–1930, ",
           "the third anniversary of the invasion in ", "Ann Marsh, 33, born 1950 ", "from 12 to ", "its third year, ", "Christmas Day, 24 December "]


@pytest.mark.parametrize("unit", HOSTILE)
def test_it_takes_linear_time(ready, unit):
    def seconds(size):
        document, = text_format.read("x.txt", unit * (size // len(unit)))
        start = time.process_time()
        gathered = []
        engine.check_all([document], ready, gathered)
        engine.conclude(gathered)
        return time.process_time() - start

    seconds(1_000)
    short = min(seconds(10_000) for _ in range(2))
    assert min(seconds(40_000) for _ in range(2)) < 9 * short + 0.05      # 4 is linear, 16 quadratic
