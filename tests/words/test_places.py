"""Places of a word, and what stands around them."""
from __future__ import annotations

import pytest

from newslint.words.places import WORD, opens_sentence, places, tokens_of

OPENS = [
    ("|Word is out", True), ("He said |word is out", False), ("It ended. |Word is out", True), ("It ended.\n|Word", True),
    ("Who? |Word", True), ("He said: |Word", True), ("Mr. |Word left", False), ("J. |Word left", False), ("at No. |Word", False),
    ("He said “|Word is out”", True), ("the talks — |Word", True), ("the talks (|Word)", False), ("- |Word", True),
    ("the U.S. |Word", False), ("“It ended.” |Word", True),
]


@pytest.mark.parametrize("text, opens", OPENS, ids=[text for text, _ in OPENS])
def test_opens_sentence(text, opens):
    assert opens_sentence(text.replace("|", ""), text.index("|")) is opens


FOUND = [
    ("a word, a word’s end and a word's", 3), ("words, swords and sword", 0), ("the word’ll and o’word", 0),
    ("word1 1word w0rd word_x", 0), ("@word #word word.txt word/x x/word word@x", 0), ("&word; wor&amp;word", 0),
    ("(un)word word(s) word[s]", 0), ("f---word **word", 0), ("(word) “word” [word] word.", 4), ("re-word word-less", 2),
    ("word\ufeff \u00adword", 0),
]


@pytest.mark.parametrize("text, count", FOUND, ids=[text for text, _ in FOUND])
def test_found_as_a_word_of_prose(text, count):
    assert len(list(places(text, "word"))) == count


def test_what_stands_around():
    [place] = places("So he said. A very long word Here and there.", "word")
    assert (place.before, place.after, place.around) == ("long", "Here", ("A", "very", "long", "Here", "and", "there"))
    [place] = places("one, word; two", "word")
    assert (place.before, place.after, place.around) == ("", "", ("one",))


HYPHENED = [("self-word", "later"), ("word-less", "first"), ("Kai-word", "name"), ("- word", ""), ("word - less", "")]


@pytest.mark.parametrize("text, expected", HYPHENED, ids=[text for text, _ in HYPHENED])
def test_hyphens(text, expected):
    assert [place.hyphened for place in places(text, "word")] == [expected]


TEXTS = ["It’s the dogs’ day; don't ‘quote’ me — “ever”…", "4th and 1980s, semi-colon (brackets) x_y", "café Été naïve", "a\nb\u00a0c",
         "'tis 'quoted' O'Neill’s"]


@pytest.mark.parametrize("text", TEXTS)
def test_tokens_are_the_words(text):
    words = [word.replace("’", "'").removesuffix("'s") for word in WORD.findall(text.replace("‘", " "))]
    assert tokens_of(text) == words
