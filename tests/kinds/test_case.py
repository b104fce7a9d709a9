"""Kind case: each case is right forms, a text and what is suggested, as match -> the right form."""
import pytest

CASES = {
    "as it should be": (["YouTube"], "on YouTube", []),
    "in other capitals": (["YouTube"], "Youtube, youtube, YOUtube",
                          ["Youtube -> YouTube", "youtube -> YouTube", "YOUtube -> YouTube"]),
    "shouted": (["YouTube"], "YOUTUBE WINS", []),
    "shouted with a figure": (["iPad2"], "IPAD2, ipad2", ["ipad2 -> iPad2"]),
    "two words over a line break": (["Hong Kong"], "they were in Hong\nkong", []),
    "two words": (["Hong Kong"], "Hong kong, hong Kong", ["Hong kong -> Hong Kong", "hong Kong -> Hong Kong"]),
    "two words with a no-break space between": (["Hong Kong"], "Hong\u00a0Kong, Hong\u00a0kong",
                                                ["Hong\u00a0kong -> Hong Kong"]),
    "with an apostrophe": (["McDonald's"], "Mcdonald's Mcdonald’s", ["Mcdonald's -> McDonald's", "Mcdonald’s -> McDonald’s"]),
    "a possessive": (["YouTube"], "youtube's stars, Youtube’s rules", ["youtube -> YouTube", "Youtube -> YouTube"]),
    "the capital that opens a sentence": (["eBay"], "EBay rose. Ebay fell.", ["Ebay -> eBay"]),
    "inside another word": (["YouTube"], "youtubers, youtube-like", []),
    "outside ASCII": (["Élysée"], "élysée", ["élysée -> Élysée"]),
    "several forms": (["YouTube", "iPhone"], "Iphone on youtube", ["Iphone -> iPhone", "youtube -> YouTube"]),
}


@pytest.mark.parametrize("match, text, expected", CASES.values(), ids=CASES.keys())
def test_case(suggested_by, match, text, expected):
    assert suggested_by("case", text, match=match) == expected


def test_except(found_by):
    assert found_by("case", "Youtube youtube", match=["YouTube"], **{"except": ["youtube"]}) == ["1:1 Youtube"]
