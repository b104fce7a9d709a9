"""What is found in an article: one name in two spellings."""
from typing import NamedTuple

from newslint.names.known import is_unlisted
from newslint.names.mentions import Mention

# What drifts: the given name of a full name, the surname of a person, or any name that the article repeats.
GIVEN, SURNAME, NAME, HYPHEN = "given-name", "surname", "near-miss", "hyphen"


class Drift(NamedTuple):
    """A form of a name that differs from another of the same article."""

    check: str                              # GIVEN, SURNAME, NAME or HYPHEN
    start: int
    end: int
    other: str                              # the other form
    times: int
    other_times: int
    sure: bool


def rarer(check: str, ones: list[Mention], others: list[Mention], one: str, other: str, words: tuple[str, str],
          sure: bool) -> Drift:
    """The rarer of two forms where it first stands; of two as rare, that whose word is in no list, or that comes later.
    `words` are those in which they differ."""
    listed = [not is_unlisted(word) for word in words]
    if (len(ones), listed[0], -ones[0].start) > (len(others), listed[1], -others[0].start):
        ones, others, one, other = others, ones, other, one
    first = ones[0]
    start = first.end - len(one) if check == SURNAME else first.start
    return Drift(check, start, first.end, other, len(ones), len(others), sure)
