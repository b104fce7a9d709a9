"""Kind realword: each case is a text and the words found in it, with what is suggested."""
import pytest

CASES = {
    "nothing": ("", []),
    "a slip": ("It was the fist time they met.", ["fist -> first"]),
    "used right": ("He raised his fist at the referee.", []),
    "at the end of a sentence": ("The team won three years agio.", ["agio -> ago"]),
    "twice": ("There is northing to fear. They said northing more.", ["northing -> nothing", "northing -> nothing"]),
    "over two spaces and quotation marks": ("It was the fist  time. Spending by “pubic” bodies fell.", ["fist -> first", "pubic -> public"]),
    "a capital is a name": ("It was the Fist time they met.", []),
    "a name elsewhere in the article": ("It was the northing they meant. Ann Northing said there is northing to fear.", []),
    "a name elsewhere, with an ending": ("There is northing to fear. Ann Northing’s friends said so.", []),
    "with a hyphen": ("It was the fist-time he met pubic-sector workers.", []),
    "with an apostrophe": ("It was the fist's time, the pubic’s money.", []),
    "part of a word": ("It was the fistful of time and agios ago.", []),
    "not over a comma": ("There is, northing, to fear.", []),
    "not from the headline into the body": ("A raised fist\n\nTime ran out for the council on Monday, people said.", []),
    "shouted": ("IT WAS THE FIST TIME.", []),
    "letters outside ASCII beside it": ("It was thé fist timé. The éfist time.", []),
    "a very long word": ("fist" * 3000, []),
}


@pytest.mark.parametrize("text, expected", CASES.values(), ids=CASES.keys())
def test_realword(suggested_by, text, expected):
    assert suggested_by("realword", text) == expected


def test_except(suggested_by):
    text = "It was the fist time. There is northing to fear."
    assert suggested_by("realword", text, **{"except": ["fist"]}) == ["northing -> nothing"]


AROUND = {
    "what is meant stands elsewhere": ("The fund manger said so to the manager.", "The fund manger said so to the owner."),
    "the word stands there again": ("There is northing to fear.", "There is northing to fear. The northing and the easting of the grid were wrong, and so was a second northing and a third northing, and one more northing too."),
}


@pytest.mark.parametrize("surer, less_sure", AROUND.values(), ids=AROUND.keys())
def test_the_article_counts(surer, less_sure):
    from newslint.words.meant import meant
    from newslint.words.realwords import table

    word = "manger" if "manger" in surer else "northing"
    before, after = ("fund", "said") if word == "manger" else ("is", "to")
    first, second = (meant(table(), word, before, after, text.lower()) for text in (surer, less_sure))
    assert first and (second is None or first.word == second.word and first.score > second.score)
