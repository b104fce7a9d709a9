"""The cases of news sense are well formed; what is found of them is measured by tests/quality/sense.py."""
from __future__ import annotations

import datetime
import os
import re
from collections import Counter

import pytest

from newslint.model import LEVELS
from tests.quality import sense

DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
MONTHS = "January February March April May June July August September October November December".split()
FULL_DATE = re.compile(rf"({'|'.join(DAYS)}),? (?:(\d{{1,2}}) ({'|'.join(MONTHS)})|({'|'.join(MONTHS)}) (\d{{1,2}})),? (\d{{4}})")


@pytest.fixture(scope="module", params=sense.files(), ids=lambda path: os.path.basename(path)[:-5])
def cases(request):
    return sense.read(request.param)


def test_ids_are_unique(cases):
    assert [id for id, count in Counter(case.id for case in cases).items() if count > 1] == []


def test_levels(cases):
    assert {case.level for case in cases} <= set(LEVELS)


def test_the_match_stands_in_the_bad_text(cases):
    missing = [(case.id, match) for case in cases for match in case.match if not any(match in text for text in case.bad)]
    assert missing == []


def test_each_has_a_twin_of_as_many_files(cases):
    assert [case.id for case in cases if case.bad == case.good or len(case.bad) != len(case.good)] == []


def test_dates_of_publication_exist(cases):
    assert [case.id for case in cases if case.date and not datetime.date.fromisoformat(case.date)] == []


def test_weekdays_of_twins_fit_their_dates(cases):
    wrong = [(case.id, full[0]) for case in cases for text in case.good for full in FULL_DATE.finditer(text)
             if datetime.date(int(full[6]), MONTHS.index(full[3] or full[4]) + 1, int(full[2] or full[5])).weekday() != DAYS.index(full[1])]
    assert wrong == []
