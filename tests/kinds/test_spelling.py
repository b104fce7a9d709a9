"""Kind spelling: what is no word, run together or split in two; and everything left alone."""
from __future__ import annotations

import pytest

from newslint.kinds import spelling

CHECKS = ["misspelling", "run-on", "split"]


@pytest.fixture
def spelt(make_rule, findings):
    def find(text, **options):
        rules = [make_rule("spelling", f"spelling/{check}", check=check, **options) for check in CHECKS]
        return findings(text, *rules)
    return find


def short(found):
    return [f"{one.rule[9:]} {one.level} {one.match} -> {one.suggestions[0]}" for one in found]


FOUND = [
    # one slip of each sort
    ("The council has aproved the plan.", ["misspelling error aproved -> approved"]),
    ("The council has approvved the plan.", ["misspelling error approvved -> approved"]),
    ("The council has appproved the plan.", ["misspelling error appproved -> approved"]),
    ("The cuoncil has approved the plan.", ["misspelling error cuoncil -> council"]),
    ("The coumcil has approved the plan.", ["misspelling error coumcil -> council"]),
    ("The fence was wprking until June.", ["misspelling error wprking -> working"]),
    # known misspellings, however far from the right word
    ("The committee is definately split.", ["misspelling error definately -> definitely"]),
    ("Rain fell and teh river rose.", ["misspelling error teh -> the"]),
    # the suggestion has the case of the word
    ("The vote was close. Goverment ministers stayed away.", ["misspelling error Goverment -> Government"]),
    ("Nonethless, the vote was close.", ["misspelling error Nonethless -> Nonetheless"]),
    # a possessive keeps its ending, with either apostrophe
    ("The goverment's plan and the ministry’s plan.", ["misspelling error goverment -> government"]),
    ("The goverment’s plan was voted down.", ["misspelling error goverment -> government"]),
    # part of a compound with hyphens, in a quotation, a headline, a caption
    ("The poorly-recieved plan was voted down.", ["misspelling error recieved -> received"]),
    ("“The goverment has failed us,” the mayor said.", ["misspelling error goverment -> government"]),
    ("Mayor says goverment has failed\n\nThe mayor spoke on Monday, and said the council would meet again.",
     ["misspelling error goverment -> government"]),
    # one finding for each place
    ("The goverment said so. Later the goverment denied it.", ["misspelling error goverment -> government"] * 2),
    # two words
    ("Parts of thecountry have no power.", ["run-on error thecountry -> the country"]),
    ("It will win with orwithout support.", ["run-on error orwithout -> or without"]),
    ("This proposition marksan intriguing shift.", ["run-on warning marksan -> marks an"]),
    ("It shows radicallyimproved services.", ["run-on warning radicallyimproved -> radically improved"]),
    # one word
    ("The parties came to gether after the vote.", ["split error to gether -> together"]),
    ("Govern ment ministers stayed away.", ["split error Govern ment -> Government"]),
]


@pytest.mark.parametrize("text, expected", FOUND, ids=[text[:40] for text, _ in FOUND])
def test_found(spelt, text, expected):
    assert short(spelt(text)) == expected


ALONE = {
    "names": "Sergei Lavrov, Volodymyr Zelenskyy, Abbas Araghchi, Masoud Pezeshkian, Ri Hi Yong and Oleksandr Betsa met.",
    "a name at the start of a sentence": "Talks began. Betsa said on Monday that they would go on. Saib, a boy of 12, hid.",
    "a name met inside a sentence too": "Goverment is what they call the band Goverment in Leeds.",
    "capitals": "The GOVERMENT and NAOT and eBuisness and iRecieve.",
    "all capitals elsewhere": "The CNN crew left. [cnn] video",
    "both sides of the sea": "The colour of the centre, the color of the center; organise, organize; travelled, traveled; kerb, curb.",
    "India, Africa, Australia": "Crores of rupees for a dhaba; a matatu and a stokvel; the saleyards and a tradie.",
    "new words": "A livestreamed podcast on deepfakes, doomscrolling, unvaccinated commuters, ransomware and the metaverse.",
    "words made of others": "The unhackable carmaker’s cyberlibrarians re-onboarded the megadonor weekslong and microengineered it.",
    "addresses and tags": "See www.goverment.org, https://goverment.net/recieve, me@goverment.org, @goverment, #goverment, goverment.txt.",
    "entities": "The communiqu&#233; and the fianc&eacute;e.",
    "figures": "The 4goverment, the goverment2 and the gov3rment of 1.5recieve.",
    "a word in marks": "He wrote “recieve” and 'goverment' and \"teh\".",
    "dropped letters": "It was goin’ nowhere, ’orrible, an’ she was lovin' it.",
    "contractions": "It didn’t, they’ve, o’clock, y’all’d’ve; isn ‘t it?",
    "accents": "The naïve café owner’s soupçon of crème fraîche; the façade of the Señor.",
    "phrases of other languages": "The de facto, ex officio, per diem, pro forma, en masse, avant garde, joie de vivre, feng shui of it.",
    "Latin names": "The toad Rhinella marinus and the snail Littorina saxatilis and Salmonella enterica.",
    "a sentence of another language in between": "The university says: aan de universiteit staan gelijkheid en inclusie centraal. It repeated that on Monday.",
    "what the article repeats": "The mudi is a dog. A mudi barks. Every mudi does.",
    "broken words": "He sat on the ben ch of the tre k with a de fen s e.",
    "words beside marks": "It is an (un)likely, f---ing, half[way] **bolde**d thing.",
    "doubles that are two words": "He came in to see her, got her to sign on to it and went by by-road.",
    "two names": "Martin Schwarz met Karin Schwartzer. Schwarz sang. Lee Kutda met Joe Kudja and Ann Kujda; Kujda and Kudja won.",
    "plural names": "Lavrov met the Lavrovs. Lavrov sang.",
    "nothing": "",
    "other scripts": "Правительство приняло решение. 政府は火曜日に発表した。 حكومة أعلنت",
}


@pytest.mark.parametrize("text", ALONE.values(), ids=ALONE)
def test_left_alone(spelt, text):
    assert short(spelt(text)) == []


def test_the_level_is_never_above_the_rules(make_rule, findings):
    rule = make_rule("spelling", "spelling/misspelling", check="misspelling", level="warning")
    assert [one.level for one in findings("The goverment failed.", rule)] == ["warning"]


FIXED = [
    ("The goverment failed.", True),                        # known, and can be one word only
    ("It has announced arange of actions.", None),          # it may be two
    ("There was a conflictin the south.", False),
    ("They joined the protest in Kyiv druing the war.", True),
    ("A group of facist protesters shouted.", None),        # or racist
    ("The cuoncil failed.", False),                         # one slip away from it
    ("It is a sart of sorts.", None),                       # known, but of several words
    ("Parts of thecountry failed.", False),
    ("They came to gether.", False),
    ("“The goverment failed,” he said.", None),             # somebody's words are not mended unasked
]


@pytest.mark.parametrize("text, safe", FIXED, ids=[text for text, _ in FIXED])
def test_safe_fixes(spelt, text, safe):
    [found] = spelt(text, safe=True)
    assert (found.fix.safe if found.fix else None) == safe


def test_what_a_run_remembers_changes_nothing(spelt):
    texts = [text for text, _ in FOUND] + list(ALONE.values())
    once = [short(spelt(text)) for text in texts]
    again = [short(spelt(text)) for text in reversed(texts)]
    assert again == once[::-1]
    for part in spelling.MEMORY:
        part.clear()
    assert [short(spelt(text)) for text in texts] == once


def test_memory_is_bounded(spelt, monkeypatch):
    monkeypatch.setattr(spelling, "KEPT", 3)
    spelt("The council has met again and again this year.")
    assert short(spelt("The goverment failed.")) == ["misspelling error goverment -> government"]
    assert len(spelling.MEMORY.met) == 3


def test_huge_words(spelt):
    assert spelt("x" * 10_000) == []
    assert spelt("The " + "ab" * 500_000 + " was long.") == []
    assert short(spelt("The goverment said that the " + "so-" * 50_000 + "called law was recieved well.")) == [
        "misspelling error goverment -> government", "misspelling error recieved -> received"]


def test_a_slip_of_two_readings_is_told_once(spelt):
    found = spelt("The two came to gether at the goverment’s wish.")
    assert [(one.start, one.end) for one in found] == [(13, 22), (30, 39)]
