"""When an article was published, by what it says itself."""
import pytest

from newslint.formats import reader
from newslint.published import published

BODY = "The council voted on Monday to rebuild the bridge, and the mayor said that it would be done by May."
RECORDS = {
    "2024-05-12": "2024-05-12",
    "2024-05-12T23:30:00Z": "2024-05-12",
    "2024-05-12 08:15": "2024-05-12",
    "20240512T081500": "2024-05-12",
    "Sun, 12 May 2024 08:15:00 GMT": "2024-05-12",
    "May 12, 2024 at 8:15 a.m. EDT": "2024-05-12",
    "1715500000": "2024-05-12",
    "1715500000000": "2024-05-12",
    "2024/05/12": "2024-05-12",
    "25/05/2024": "2024-05-25",
    "05/25/2024": "2024-05-25",
    "05/05/2024": "2024-05-05",
    "04/05/2024": None,                     # nobody can say which is the month
    "2023-02-29": None,
    "yesterday": None,
    "May 12": None,
}
ARTICLES = {
    f"Bridge to be rebuilt\n\nPublished 12 May 2024\n\n{BODY}": "2024-05-12",
    f"Bridge to be rebuilt\n\nUpdated 14 May 2024\n\nPublished 12 May 2024\n\n{BODY}": "2024-05-12",
    f"Bridge to be rebuilt\n\nUpdated: May 14, 2024 10:15\n\n{BODY}": "2024-05-14",
    f"Bridge to be rebuilt\n\nBy Ann Marsh | May 12, 2024\n\n{BODY}": "2024-05-12",
    f"Bridge to be rebuilt\n\n2024-05-12\n\n{BODY}": "2024-05-12",
    f"LONDON, May 12, 2024 (Reuters) - {BODY}": "2024-05-12",
    f"KYIV, Ukraine, 12 May 2024 — {BODY}": "2024-05-12",
    f"LONDON, May 12 (Reuters) - {BODY}": None,
    f"Bridge to be rebuilt\n\n{BODY}\n\n12 May 2024": None,
    f"Bridge of 12 May 2024 to be rebuilt\n\n{BODY}": None,
    f"On 12 May 2024 the bridge fell. {BODY}": None,
}


def name(day):
    return day and day.isoformat()


@pytest.mark.parametrize("stated, expected", RECORDS.items())
def test_of_a_record(stated, expected):
    document, = reader("a.json").read("a.json", f'{{"headline": "Bridge to be rebuilt", "date": "{stated}", "body": "{BODY}"}}')
    assert name(published(document)) == expected


@pytest.mark.parametrize("text, expected", ARTICLES.items())
def test_of_a_text(text, expected):
    document, = reader("a.txt").read("a.txt", text)
    assert name(published(document)) == expected


def test_of_front_matter():
    document, = reader("a.md").read("a.md", f"---\ntitle: Bridge\ndate: 2024-05-12 08:00\n---\n\n{BODY}\n")
    assert name(published(document)) == "2024-05-12"
