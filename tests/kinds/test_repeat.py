"""Kind repeat: each case is a text and the words found in it, as line:column and match."""
import pytest

CASES = {
    "nothing": ("", []),
    "no doubling": ("It was the end of the week.", []),
    "doubled in a line": ("It was the the end.", ["1:8 the the"]),
    "twice in a line": ("It was the the end of of it.", ["1:8 the the", "1:20 of of"]),
    "three times is one doubling": ("It was the the the end.", ["1:8 the the"]),
    "at the start and the end": ("We we left it it", ["1:1 We we", "1:12 it it"]),
    "doubled across a line break": ("They met in\nin Geneva.", ["1:10 in\nin"]),
    "doubled over two spaces": ("They met in  in Geneva.", ["1:10 in  in"]),
    "doubled over a no-break space": ("They met in\u00a0in Geneva.", ["1:10 in\u00a0in"]),
    "not from the headline into the body": ("Rain falls\n\nFalls of snow followed.", []),
    "not over a blank line": ("They met in Bern and left it\n\nit was late, they said.", []),
    "not over a comma": ("New York, New York", []),
    "not over a full stop": ("He saw it. It was late.", []),
    "not part of a longer word": ("The then-known thesis is is-ism, in india.", []),
    "not joined before": ("It was so-so so they left.", []),
    "not joined behind": ("They can can't, a vote vote-winner.", []),
    "not before a curly apostrophe and letter": ("They can can’t.", []),
    "before a closing mark": ("“They left it it,” ‘in in’ (of of).", ["1:12 it it", "1:21 in in", "1:29 of of"]),
    "before a dash": ("They left it it—at last.", ["1:11 it it"]),
    "after a dash": ("They left—it it was late.", ["1:11 it it"]),
    "before an ellipsis": ("They left it it…", ["1:11 it it"]),
    "figures may double": ("It ended 3 3 and route 66 66.", []),
    "capitalised in the first place only": ("The the end", ["1:1 The the"]),
    "shouted": ("THE THE END", ["1:1 THE THE"]),
    "two capitals are a name": ("Duran Duran and Boutros Boutros-Ghali sang.", []),
    "letters outside ASCII": ("der der café café été", ["1:1 der der", "1:9 café café"]),
    "two halves of a combining letter": ("cafe\u0301 cafe\u0301", []),
}


@pytest.mark.parametrize("text, expected", CASES.values(), ids=CASES.keys())
def test_repeat(found_by, text, expected):
    assert found_by("repeat", text) == expected


CHOSEN = {
    "only these words": ({"words": ["the"]}, ["1:1 the the"]),
    "all but these words": ({"except": ["the"]}, ["1:13 Had had"]),
    "both": ({"words": ["the", "had"], "except": ["had"]}, ["1:1 the the"]),
}


@pytest.mark.parametrize("options, expected", CHOSEN.values(), ids=CHOSEN.keys())
def test_words(found_by, options, expected):
    assert found_by("repeat", "the the end Had had it", **options) == expected


MENDED = {
    "one is taken out": ("It was the the end.", "It was the end."),
    "with its line break": ("They met in\nin Geneva.", "They met in Geneva."),
    "the capital stays": ("The the end.", "The end."),
    "shouted": ("THE THE END", "THE END"),
}


@pytest.mark.parametrize("text, expected", MENDED.values(), ids=MENDED.keys())
def test_fix(mended_by, text, expected):
    assert mended_by("repeat", text) == expected


GUARDS = {
    "small letters": ({"small": True}, "They will will go.", ["1:6 will will"]),
    "small letters, not a name": ({"small": True}, "Will will go. Then it Was was out.", []),
    "small letters, shouted": ({"small": True}, "THEY WILL WILL GO.", []),
    "a clause": ({"clause": ["what"]}, "What he does does not matter, will will it?", []),
    "a clause in another sentence": ({"clause": ["what"]}, "They know what. It does does not matter.",
                                     ["1:20 does does"]),
    "a clause in another paragraph": ({"clause": ["what"]}, "They know what\n\nIt does does not matter.",
                                      ["3:4 does does"]),
    "a clause that opens afterwards": ({"clause": ["what"]}, "It does does what it says.", ["1:4 does does"]),
    "a clause, inside a word": ({"clause": ["at"]}, "What he does does not matter.", ["1:9 does does"]),
}


@pytest.mark.parametrize("options, text, expected", GUARDS.values(), ids=GUARDS.keys())
def test_guards(found_by, options, text, expected):
    assert found_by("repeat", text, words=["will", "does", "was"], **options) == expected
