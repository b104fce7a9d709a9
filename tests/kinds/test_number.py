"""Kind number: each case is a check, a text, and what is found with what is said of it."""
import time

import pytest

from newslint import engine, pack
from newslint.formats import text as text_format
from newslint.kinds.number import CHECKS
from newslint.numbers.figures import ONES, TENS, figures, number_in_words

MESSAGE = "{real}{points}{parts}{whole}{total}{rate}{other}{before}{headline}"
BANDS = {"£ $": [1.0, 2.15], "$ ¥": [70, 170]}
CASES = {
    "change too large": ("change", "Sales rose 50% from 200 to 250.", ["50%: 25%"]),
    "change right": ("change", "Sales rose 25% from 200 to 250.", []),
    "change the wrong way": ("change", "Sales went from £20m to £30m, a fall of 50%.", ["50%: 50%"]),
    "change rounded": ("change", "Sales rose 23% to $12.4bn, from $10.1bn.", []),
    "change of another thing": ("change", "As speed rose from 80 to 96, the window shrank by 43%.", []),
    "share before a change": ("change", "Output grew 15.7% in May, down from 23% in June, and pay by 4.3%.", []),
    "change in the next sentence": ("change", "Thefts fell from 800 to 600. That is a drop of 40%.", ["40%: 25%"]),
    "amount": ("change", "Fares will rise by £2 from £3 to £6.", ["£2: 3"]),
    "years are no figures": ("change", "Sales fell 30% from 2004 to 2005.", []),
    "multiple": ("change", "Members trebled from 10 to 90.", ["trebled: 9 times what was before"]),
    "multiple hedged": ("change", "Members more than doubled from 10 to 30.", []),
    "part": ("change", "Crime fell by a third from 90 to 30.", ["by a third: 0.33 times what was before"]),
    "multiple of another thing": ("change", "It means doubling fees while cutting pay from £20m to £15m.", []),
    "points": ("points", "Rates rose from 4% to 5%, a rise of 1%.", ["1% -> 1 percentage point: "]),
    "per cent": ("points", "Rates rose from 4% to 5%, a rise of 25%.", []),
    "points wrong": ("change", "Rates rose from 4% to 5%, up two percentage points.", ["two percentage points: 1 points"]),
    "points of a rate": ("points-of-rate", "The bank cut its rate by 0.25% to 4%.", ["0.25% -> 0.25 percentage points: "]),
    "total": ("total", "Twelve people, seven men and six women, fell.", ["Twelve people, seven men and six women: 1312"]),
    "total of one": ("total", "Three people – a man and a boy – fell.", ["Three people – a man and a boy: 23"]),
    "total of some": ("total", "Twelve people, including seven men and two women, fell.", []),
    "total of a list": ("total", "It killed 9: four in A, three in B and three in C.",
                        ["9: four in A, three in B and three in C: 109"]),
    "total of money": ("total", "The £9m is for two: £4m for A and £6m for B.", ["£9m is for two: £4m for A and £6m for B: 10,000,0009,000,000"]),
    "each its own": ("total", "Two players (two for A, and three for B) left.", []),
    "part beyond the whole": ("part", "Five of the three men left.", ["Five of the three: three"]),
    "part of the whole": ("part", "Three of the five men left. Some 20 of the 7 July bombs.", []),
    "rating": ("part", "He gave it eleven out of ten marks.", []),
    "shares beyond 100": ("shares", "In all 60% said yes, 30% no and 20% did not know.",
                          ["60% said yes, 30% no and 20%: 110"]),
    "shares with a rest": ("shares", "Some 40% is wind, 30% gas and the remaining 20% coal.",
                           ["40% is wind, 30% gas and the remaining 20%: 90"]),
    "shares of several": ("shares", "Free to pick several, 60% chose A, 50% B and 20% C.", []),
    "shares of parts": ("shares", "It drew 90% of men and 40% of women.", []),
    "conversion": ("conversion", "It is 10 miles (25km) long.", ["10 miles (25km: 16.1 km"]),
    "conversion rounded": ("conversion", "It is about 10 miles (15km) long.", []),
    "conversion of a rate": ("conversion", "It does 90 miles per gallon (38 kilometers per liter).", []),
    "smaller units": ("conversion", "He is 6ft 2in (1.88m) tall.", []),
    "temperature": ("conversion", "It was 30C (96F).", ["30C (96F: 86 F"]),
    "difference of temperature": ("conversion", "Seas warmed by 10C (18F).", []),
    "currencies": ("currency-pair", "It cost £2bn ($3m).", ["£2bn ($3m: 0.0015$"]),
    "currency in words": ("currency-pair", "It cost 20bn yen ($2bn).", ["20bn yen ($2bn: 0.1$"]),
    "currencies in the band": ("currency-pair", "It cost £2bn ($3bn).", []),
    "own rate": ("own-rate", "It cost £10m ($15m), £20m ($30m) and £30m ($57m).", ["£30m ($57m: 1.9"]),
    "scales": ("scale", "It cost £2.6bn. The £2.6m was lent.", ["£2.6m: £2.6bn"]),
    "scales of two things": ("scale", "It made £3m on sales of £3bn.", []),
    "thousands": ("thousands", "About 900,00 people and 1,5000 dogs.", ["900,00: ", "1,5000: "]),
    "lakhs": ("thousands", "About 1,00,000 people and 12,50,000 dogs.", []),
    "lists and dates": ("thousands", "On May 5,2004 in rooms 101,1023 for 2,50 euros.", []),
    "headline": ("headline", "Crash kills 12 in Peru\n\nFourteen people were killed in a crash in Peru on Monday, it was said.",
                 ["Fourteen: 12"]),
    "headline and a sum": ("headline", "Crash kills 12 in Peru\n\nSeven men and five women were killed in a crash in Peru on Monday.",
                           []),
    "headline of an age": ("headline", "Boy, 14, dies in fall\n\nA 15-year-old boy has died in a fall from a cliff, the police said.",
                           ["15: 14"]),
    "again": ("again", "Hull won in front of 12,000 fans on Monday night.\n\nThe 21,000 fans sang all the way home.",
              ["21,000 fans: 12,000"]),
}


@pytest.mark.parametrize("check, text, expected", CASES.values(), ids=CASES.keys())
def test_number(findings, make_rule, check, text, expected):
    rule = make_rule("number", "numbers/tried", check=check, bands=BANDS if check == "currency-pair" else None, message=MESSAGE,
                     level="warning")
    assert [f"{found.match}{' -> ' * bool(found.suggestions)}{''.join(found.suggestions)}: {found.message}"
            for found in findings(text, rule)] == expected


def test_two_rates_are_a_suggestion(findings, make_rule):
    rule = make_rule("number", "numbers/tried", check="own-rate", level="suggestion")
    assert [found.level for found in findings("It cost €100m ($110m) and €50m ($75m).", rule)] == ["suggestion"]


@pytest.mark.parametrize("text, expected", [
    ("£2.5bn", [("£2.5bn", 2.5e9, "£")]), ("US$3 million", [("US$3 million", 3e6, "$")]), ("3,400", [("3,400", 3400, "")]),
    ("4.5 per cent", [("4.5 per cent", 4.5, "%")]), ("25 basis points", [("25 basis points", 0.25, "points")]),
    ("twenty-one", [("twenty-one", 21, "")]), ("two hundred and five", [("two hundred and five", 205, "")]),
    ("five and six", []), ("one two", []), ("Rs 50 crore", [("Rs 50 crore", 5e8, "₹")]), ("7.30pm, 4x4, 3rd", []),
    ("a dozen", [("a dozen", 12, "")]), ("10p", [("10p", 10, "p")])])
def test_figures(text, expected):
    assert [(text[found.start:found.end], found.value, found.unit) for found in figures(text, 0, len(text))] == expected


@pytest.mark.parametrize("text", ["in 2004", "on 12 May", "May 12", "a 5-year-old", "three years", "won 3-2", "No 10", "aged 12"])
def test_what_does_not_count(text):
    assert [found for found in figures(text, 0, len(text)) if found.counts] == []


def test_words_of_every_number():
    """Up to 9,999, as they are said."""
    def said(number):
        if number < 20:
            return ONES[number]
        if number < 100:
            return TENS[number // 10 - 2] + (f"-{ONES[number % 10]}" if number % 10 else "")
        size, name = (1000, "thousand") if number >= 1000 else (100, "hundred")
        rest = number % size
        return f"{said(number // size)} {name}" + (f"{' and' * (rest < 100)} {said(rest)}" if rest else "")

    assert [number for number in range(10_000) if number_in_words(said(number)) != number] == []


HOSTILE = ["1", "1,", "%", "10% ", "from 1 to ", "one ", "two men and ", "£1bn ", "(£1", "(1km ", "5 of the ", "the 1 ", "5: one in a, ",
           "rose 5% from £5 ", "60% said yes, "]


@pytest.fixture(scope="module")
def all_checks(make_rule):
    return pack.of([make_rule("number", f"numbers/{check}", check=check, bands={}) for check in CHECKS])


@pytest.mark.parametrize("unit", HOSTILE)
def test_linear_time(all_checks, unit):
    """Four times the text takes about four times as long; 16 would be quadratic."""
    def seconds(size):
        document = text_format.read("x.txt", unit * (size // len(unit)))[0]
        start = time.process_time()
        engine.check(document, all_checks)
        return time.process_time() - start

    short, long = min(seconds(5_000) for _ in range(2)), min(seconds(20_000) for _ in range(2))
    assert long < 0.1 or long < 9 * short
