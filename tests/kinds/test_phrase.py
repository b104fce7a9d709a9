"""Kind phrase: each case is phrases, a text and what is found, as line:column and match."""
import pytest

CASES = {
    "a word": (["alot"], "It rained alot.", ["1:11 alot"]),
    "every place": (["alot"], "Alot of rain, alot of wind.", ["1:1 Alot", "1:15 alot"]),
    "whatever its case": (["could of"], "Could of, COULD OF, cOuLd oF", ["1:1 Could of", "1:11 COULD OF", "1:21 cOuLd oF"]),
    "over a line break": (["would of"], "They would\nof come.", ["1:6 would\nof"]),
    "over a no-break space": (["could of"], "They could\u00a0of come.", ["1:6 could\u00a0of"]),
    "not over two spaces": (["could of"], "They could  of come.", []),
    "not over a paragraph break": (["could of"], "They did what they could\n\nof course it rained.", []),
    "not from headline to body": (["rain of"], "City in the rain\nof frogs and other things, the council heard on Monday.",
                                  []),
    "not inside a word": (["art"], "The party's smart artist.", []),
    "not beside a digit": (["art"], "art1 2art", []),
    "between underscores": (["art"], "_art_", ["1:2 art"]),
    "not beside a letter outside ASCII": (["art"], "éart artá", []),
    "not joined by a hyphen": (["by and large"], "a by-and-large by and large-ish, pre-by and large", []),
    "not joined by an apostrophe": (["it"], "it's it’s o'it", []),
    "before an apostrophe that ends": (["dogs"], "the dogs' bowls", ["1:5 dogs"]),
    "after an apostrophe that opens": (["dogs"], "the 'dogs'", ["1:6 dogs"]),
    "beside a dash": (["alot"], "rain—alot—and - alot - of it", ["1:6 alot", "1:17 alot"]),
    "beside a hyphen that is a dash": (["alot"], "- alot", ["1:3 alot"]),
    "straight and curly apostrophes": (["it's own"], "it's own, it’s own", ["1:1 it's own", "1:11 it’s own"]),
    "a curly apostrophe in the rule": (["it’s own"], "it's own, it’s own", ["1:1 it's own", "1:11 it’s own"]),
    "letters outside ASCII": (["café au lait"], "CAFÉ AU LAIT. Café au lait", ["1:1 CAFÉ AU LAIT", "1:15 Café au lait"]),
    "letters that fold to ASCII": (["kiss him"], "\u212aIſS hİm", ["1:1 \u212aIſS hİm"]),
    "a phrase that starts with a mark": (["'em all"], "Kill 'em all, kill ’em all", ["1:6 'em all", "1:20 ’em all"]),
    "a phrase that ends with a mark": (["e.g."], "fruit, e.g. apples", ["1:8 e.g."]),
    "alternatives": (["(could|would) of"], "could of, would of, should of", ["1:1 could of", "1:11 would of"]),
    "an empty alternative": (["tow(|s|ed) the line"], "tow the line, towed the line, tower the line",
                             ["1:1 tow the line", "1:15 towed the line"]),
    "of overlapping ones the longest": (["a lot", "a lot of"], "a lot of rain", ["1:1 a lot of"]),
    "of overlapping ones the first": (["b c d", "a b"], "a b c d", ["1:1 a b"]),
    "two after each other": (["a b"], "a b a b", ["1:1 a b", "1:5 a b"]),
    "in a text of one phrase": (["alot"], "alot", ["1:1 alot"]),
    "astral characters before": (["alot"], "😀🇫🇷 alot", ["1:5 alot"]),
}


@pytest.mark.parametrize("match, text, expected", CASES.values(), ids=CASES.keys())
def test_phrase(found_by, match, text, expected):
    assert found_by("phrase", text, match=match) == expected


def test_lists_of_the_rule_and_of_newslint(found_by):
    text = "a red flag, a blue flag, should of, monday of"
    assert found_by("phrase", text, match=["a {colour} flag", "{modal} of"], lists={"colour": ["red", "green"]}) == \
        ["1:1 a red flag", "1:26 should of"]


CLAUSES = {
    "no opener": ("They tried to were there.", ["1:6 tried to were"]),
    "an opener": ("Those who tried to were arrested.", []),
    "an opener with a capital": ("WHO tried to were arrested.", []),
    "an opener behind": ("They tried to were those who left.", ["1:6 tried to were"]),
    "an opener in another sentence": ("Those who left. They tried to were there.", ["1:22 tried to were"]),
    "an opener as part of a word": ("The whole team tried to were there.", ["1:16 tried to were"]),
}


@pytest.mark.parametrize("text, expected", CLAUSES.values(), ids=CLAUSES.keys())
def test_clause(found_by, text, expected):
    assert found_by("phrase", text, match=["tried to were"], clause=["who", "those"]) == expected


GUARDED = "would of course and they would\nof come"
GUARDS = {
    "none": ({}, ["1:1", "1:26"]),
    "not before a word": ({"not_before": ["course"]}, ["1:26"]),
    "not before the start of a word": ({"not_before": ["cour"]}, ["1:1", "1:26"]),
    "not before one of several": ({"not_before": ["(course|come)"]}, []),
    "not before one of a list": ({"not_before": ["{what}"], "lists": {"what": ["come"]}}, ["1:1"]),
    "not after a word": ({"not_after": ["they"]}, ["1:1"]),
    "not after the end of a word": ({"not_after": ["hey"]}, ["1:1", "1:26"]),
    "not after two words": ({"not_after": ["and they"]}, ["1:1"]),
    "not before and not after": ({"not_before": ["course"], "not_after": ["they"]}, []),
}


@pytest.mark.parametrize("options, expected", GUARDS.values(), ids=GUARDS.keys())
def test_guards(found_by, options, expected):
    assert [place.partition(" ")[0] for place in found_by("phrase", GUARDED, match=["would of"], **options)] == expected


NEAR = {
    "a capital and a line break between": ("He would of\nCourse", {"not_before": ["course"]}, 0),
    "over a no-break space": ("would of\u00a0course", {"not_before": ["course"]}, 0),
    "a mark between": ("would of, course", {"not_before": ["course"]}, 1),
    "at the start of the text": ("would of", {"not_after": ["they"]}, 1),
    "all of the text before": ("They would of", {"not_after": ["they"]}, 0),
    "a curly apostrophe": ("they’d would of", {"not_after": ["they'd"]}, 0),
}


@pytest.mark.parametrize("text, options, count", NEAR.values(), ids=NEAR.keys())
def test_how_near_a_guard_is(found_by, text, options, count):
    assert len(found_by("phrase", text, match=["would of"], **options)) == count


SUGGESTIONS = {
    "none": ({"match": ["alot"]}, "alot", "alot -> "),
    "one": ({"match": ["alot"], "swap": ["a lot"]}, "alot", "alot -> a lot"),
    "two": ({"match": ["alot"], "swap": ["a lot", "allot"]}, "alot", "alot -> a lot | allot"),
    "capitalised": ({"match": ["alot"], "swap": ["a lot"]}, "Alot", "Alot -> A lot"),
    "shouted": ({"match": ["alot"], "swap": ["a lot"]}, "ALOT", "ALOT -> A LOT"),
    "one capital letter is not shouting": ({"match": ["u"], "swap": ["you"]}, "U", "U -> You"),
    "a name keeps its capitals": ({"match": ["youtube"], "swap": ["YouTube"]}, "youtube", "youtube -> YouTube"),
    "capitalised outside ASCII": ({"match": ["éta"], "swap": ["été"]}, "Éta", "Éta -> Été"),
    "with what the alternative was": ({"match": ["(could|would) of"], "swap": ["{1} have"]}, "would of",
                                      "would of -> would have"),
    "as the text has it": ({"match": ["(tow|hue) the {thing}"], "swap": ["{2}: {1}"], "lists": {"thing": ["line"]}},
                           "tow the lINE", "tow the lINE -> lINE: tow"),
    "over a line break": ({"match": ["(could|would) of"], "swap": ["{1} have"]}, "would\nof", "would\nof -> would have"),
    "over a curly apostrophe": ({"match": ["(can't) of"], "swap": ["{1} have"]}, "can’t of", "can’t of -> can’t have"),
    "with the apostrophe of the text": ({"match": ["its not"], "swap": ["it's not"]}, "its not, he can’t",
                                        "its not -> it’s not"),
}


@pytest.mark.parametrize("options, text, expected", SUGGESTIONS.values(), ids=SUGGESTIONS.keys())
def test_suggestions(suggested_by, options, text, expected):
    assert suggested_by("phrase", text, **options) == [expected]


def test_only_one_suggestion_is_a_fix(mended_by):
    assert mended_by("phrase", "Alot alot", match=["alot"], swap=["a lot"]) == "A lot a lot"
    assert mended_by("phrase", "Alot alot", match=["alot"], swap=["a lot", "allot"]) == "Alot alot"
