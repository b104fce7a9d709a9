"""Kind article: each case is a text and what is suggested, as match -> right form."""
import pytest

WORDS = {"vowel_sound": ["hour", "heir*", "mba"], "consonant_sound": ["one", "one-*", "uni*", "eu*"], "either": ["herb", "sql"],
         "not_words": ["is", "the"]}
CASES = {
    "right": ("A cat, an apple, an hour, a union, a one-off, an heiress.", []),
    "an before a consonant": ("It was an cat.", ["an cat -> a cat"]),
    "a before a vowel": ("It was a apple.", ["a apple -> an apple"]),
    "at the start": ("A apple fell.", ["A apple -> An apple"]),
    "at the start of a paragraph": ("Rain fell on Monday, they said.\n\nAn cat ran.", ["An cat -> A cat"]),
    "after a full stop": ("Rain fell. A apple too.", ["A apple -> An apple"]),
    "a capital in mid-sentence is a letter": ("Group A is out, vitamin A in, grade A eggs.", []),
    "a silent h": ("It took a hour.", ["a hour -> an hour"]),
    "the family of a silent h": ("It was a heirloom.", ["a heirloom -> an heirloom"]),
    "a vowel said as a consonant": ("It was an one-off, an union, an European.",
                                    ["an one-off -> a one-off", "an union -> a union", "an European -> a European"]),
    "said both ways": ("An herb, a herb, a SQL table, an SQL table.", []),
    "words that follow no article": ("An the cat, a is a letter.", []),
    "letters by their names": ("It was a MP, an BBC and a FBI man.", ["a MP -> an MP", "an BBC -> a BBC", "a FBI -> an FBI"]),
    "letters with full stops": ("It was a M.P., an U.S. ship.", ["a M.P -> an M.P", "an U.S -> a U.S"]),
    "long capitals may be words": ("A NATO man, an NATO man.", []),
    "a letter and a hyphen": ("He had a X-ray, an T-shirt, an U-turn.",
                              ["a X-ray -> an X-ray", "an T-shirt -> a T-shirt", "an U-turn -> a U-turn"]),
    "figures": ("It was a 8-year, an 10, a 11th, an 11, a 18, an 80, a 8,000.",
                ["a 8 -> an 8", "an 10 -> a 10", "a 11th -> an 11th", "a 18 -> an 18", "a 8,000 -> an 8,000"]),
    "years said two ways": ("A 1100 law, an 1100 law, a 1800s law.", []),
    "a quotation mark between": ("It was a “apple”, a \"apple\", an ‘cat’.",
                                 ["a “apple -> an “apple", "a \"apple -> an \"apple", "an ‘cat -> a ‘cat"]),
    "an opening mark before": ("“A apple”, (an cat).", ["A apple -> An apple", "an cat -> a cat"]),
    "over a line break": ("They saw a\napple there.", ["a\napple -> an\napple"]),
    "over a no-break space": ("They saw a\u00a0apple.", ["a\u00a0apple -> an\u00a0apple"]),
    "not over a paragraph break": ("They saw a cat in a\n\nApple pie was sold at the door, they said.", []),
    "accents": ("It was a élan, an café.", ["a élan -> an élan", "an café -> a café"]),
    "shouted": ("IT WAS AN CAT.", ["AN CAT -> A CAT"]),
    "masked letters": ("It was a f***ed day, a a**e, a e_mail.", []),
    "part of a word": ("An a-list, Anna apple, via apple.", []),
}


@pytest.mark.parametrize("text, expected", CASES.values(), ids=CASES.keys())
def test_article(suggested_by, text, expected):
    assert suggested_by("article", text, **WORDS) == expected


def test_the_longest_entry_decides(suggested_by):
    longer = {**WORDS, "vowel_sound": ["unin*"]}
    assert suggested_by("article", "a uninvited guest, an united team", **longer) == \
        ["a uninvited -> an uninvited", "an united -> a united"]


def test_message(told_by):
    assert told_by("article", "It was a apple.", **WORDS, message="{article} before {word}") == ["an before apple"]


def test_fix(mended_by):
    assert mended_by("article", "A apple and\nan cat.", **WORDS) == "An apple and\na cat."
