"""Sentence ends: each gold paragraph is written with | where a sentence ends."""
from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.sentences import SENTENCE_REACH, sentence_at, sentence_ends, sentences

GOLD = {
    "plain": "The council met on Monday. | It rose at six.",
    "one sentence": "The council met on Monday",
    "question and answer": "Will it rain? | Nobody knows.",
    "exclamation": "Goal! | The crowd rose as one.",
    "title Mr": "The letter reached Mr. Harlow on Friday. | He burned it.",
    "title Dr and Prof": "Dr. Olsen and Prof. Lindqvist signed the report. | Neither spoke.",
    "titles of rank": "Gen. Abara, Col. Reyes and Lt. Moss were there. | All saluted.",
    "Sen. and Rep.": "Sen. Dora Vance and Rep. Hal Quist voted no. | The bill fell.",
    "Gov. with a pronoun far off": "Gov. Pell signed it. | She smiled.",
    "St. of a saint": "The road to St. Albans was shut. | Buses ran late.",
    "St. of a street before a starter": "The fire began on Mill St. | The cause is unknown.",
    "Mt. before a name": "Climbers on Mt. Orrin were found alive. | One had lost a boot.",
    "Messrs": "Messrs. Dunn and Ogle denied it. | The trial goes on.",
    "Inc. in mid-sentence": "Harbour Inc. Chairman Lou Petty stepped down. | Shares fell.",
    "Inc. before lower case": "Harbour Inc. said it would appeal. | Nobody was surprised.",
    "Inc. at the end": "She left Harbour Inc. | The firm would not say why.",
    "Corp. before a verb with a capital name": "Delta Corp. Ltd. shares rose. | Others slipped.",
    "Co. and Bros.": "Weaver Bros. Co. was founded in 1911. | It closed in March.",
    "a name with a shout": "Yahoo! Inc. bought the site. | Users left.",
    "a name with a shout before lower case": "She worked at Yahoo! until March. | Then she quit.",
    "a shout that ends": "He searched Yahoo! | The page was gone.",
    "U.S. as an adjective": "The U.S. Senate voted on Tuesday. | Debate had lasted a week.",
    "U.S. at the end": "They moved to the U.S. | The winters were milder.",
    "U.S. before a quotation": "They moved to the U.S. | “We were cold,” she said.",
    "U.K. before lower case": "The U.K. economy shrank. | Analysts had expected growth.",
    "U.N. before a name": "U.N. Secretary-General Ito spoke first. | Others followed.",
    "D.C. at the end": "The march reached Washington, D.C. | It was the largest in years.",
    "D.C. in the middle": "A Washington, D.C. court ruled on Friday. | An appeal is likely.",
    "state abbreviation before lower case": "A farm near Lima, Pa. burned down. | Nobody was hurt.",
    "state after a party": "Rep. Ann Stoll, D-Mass., voted yes. | Her party did not.",
    "state at the end": "He was born in Worcester, Mass. | His father was a baker.",
    "fell ill": "Three pupils fell ill. | Doctors blamed the soup.",
    "a.m. before a weekday": "It opens at 10 a.m. Friday. | Entry is free.",
    "p.m. before a zone": "The vote is at 5 p.m. GMT. | A result is due by nine.",
    "p.m. at the end": "The train left at 5 p.m. | Harlow missed it.",
    "p.m. before lower case": "At 5 p.m. the doors shut. | At six they opened.",
    "month before a figure": "It ended on Feb. 29 after a week. | Few noticed.",
    "month at the end": "Work starts in Dec. | Costs will rise.",
    "DEC is a charity": "The money goes to the DEC. | Volunteers were thanked.",
    "weekday word": "She wrote for The Sun. | Readers loved her.",
    "No. before a figure": "He reached No. 10 at noon. | The door was open.",
    "no as an answer": "The answer was no. | Ten people left.",
    "decimal": "Growth was 2.5 per cent. | Prices rose 0.4 per cent.",
    "currency decimal": "It cost $3.50. | Now it is £4.20.",
    "ends in a figure": "They won 3-2. | Four players were booked.",
    "ends in a year": "It was built in 1987. | It burned down in 2003.",
    "figure begins": "Rain fell all day. | 400 homes were flooded.",
    "list number": "1. The plan is dead. | 2. Nobody minds.",
    "initials of a person": "J. K. Moran wrote the play. | It ran for a year.",
    "middle initial": "George W. Hale arrived late. | He left early.",
    "initials without spaces": "T.S. Brand read from his diary. | People wept.",
    "Malcolm X": "He met Malcolm X. | They spoke for an hour.",
    "vitamin C ends": "Oranges hold vitamin C. | The body needs it.",
    "plan B": "There is no plan B. | We must go on.",
    "Jr. before a verb": "Sammy Voss Jr. sang twice. | The hall was full.",
    "Jr. at the end": "They buried Sammy Voss Jr. | His widow stayed away.",
    "Ph.D. in the middle": "She holds a Ph.D. in physics. | Her brother paints.",
    "e.g. and i.e.": "Some fruit, e.g. Cox apples, keeps well. | Others, i.e. Bramleys, do not.",
    "vs.": "It was Leeds vs. Hull again. | Hull won.",
    "etc. at the end": "Bring pens, paper, etc. | Lunch is provided.",
    "et al. before lower case": "The study by Moss et al. was withdrawn. | Nobody resigned.",
    "quoted question then he said": "“Who pays?” he asked. | Nobody answered.",
    "quoted question then a name said": "“Who pays?” Harlow asked. | Nobody answered.",
    "quoted question then title and name": "“Is it safe?” Mr Olsen said on Friday. | Experts doubt it.",
    "quoted question then told": "\"Why now?\" Dora Vance told reporters. | \"Why us?\"",
    "quoted question, then a new sentence": "“Who pays?” | Harlow said he would find out.",
    "quoted question, then a pronoun": "\"Why not?\" | He said: \"We tried.\"",
    "MS is an illness": "It helps people with MS. | Doctors are pleased.",
    "seconds": "She ran it in 6.67 secs. | Moss was second.",
    "quoted shout then she cried": "'Stop!' she cried. | The bus went on.",
    "full stop inside the marks": "“It is over.” | Harlow left the room.",
    "full stop outside the marks": "He called it “a mess”. | Others laughed.",
    "quotation before and after": "\"We lost,\" she said. | \"We will be back.\"",
    "quotation of two sentences": "“We lost. | We will be back,” she said. | Then she left.",
    "single marks inside double": "“He said ‘no.’ | That was all,” she recalled.",
    "brackets": "The fee (about £40.) | It was paid.",
    "bracketed sentence": "Prices fell. | (They had risen in May.) | Nobody cheered.",
    "ellipsis in the middle": "It was … odd, he said. | Very odd.",
    "dots in the middle": "It was... odd, he said. | Very odd.",
    "dots at the end": "And then he left... | The room was quiet.",
    "interrobang": "You did what?! | The line went dead.",
    "several marks": "Really??? | Yes.",
    "web address": "Visit Whatson.example for times. | Booking is free.",
    "a site with a capital": "Amazon.example said sales rose. | Analysts agreed.",
    "brand in lower case": "Sales fell. | iPhone owners waited.",
    "figure with per cent": "It fell 3.2%. | Traders shrugged.",
    "broken line": "The deal with\nHarbour Inc. collapsed. | Nobody\nsaid why.",
    "no-break space": "It ended.\u00a0| Nobody cheered.",
    "curly apostrophe": "It’s the players’. | They earned it.",
    "accented start": "Il pleut. | Élodie Martin est partie.",
    "initial before a sentence starter": "The winner was group B. | The loser was not named.",
    "dateline city": "ST. LOUIS (Newswire) — A bridge fell. | No one was hurt.",
}


@pytest.mark.parametrize("gold", GOLD.values(), ids=GOLD.keys())
def test_sentences(gold):
    expected = [part.strip() for part in gold.split("|")]
    text = gold.replace("| ", "").replace("|", "")
    assert [text[start:end] for start, end in sentences(text, 0, len(text))] == expected


def test_only_the_paragraph_is_read():
    text = "One. Two. Three. Four."
    assert [text[start:end] for start, end in sentences(text, 5, 16)] == ["Two.", "Three."]


@pytest.mark.parametrize("text", ["", " ", "\u00a0"], ids=["nothing", "a space", "a no-break space"])
def test_nothing_to_say(text):
    assert sentence_ends(text, 0, len(text)) == []


AT = {
    "in the first": ("One is here. Two is there.", 0, "One is here."),
    "at the full stop": ("One is here. Two is there.", 11, "One is here."),
    "in the second": ("One is here. Two is there.", 14, "Two is there."),
    "at the end": ("One is here. Two is there.", 26, "Two is there."),
}


@pytest.mark.parametrize("text, offset, expected", AT.values(), ids=AT.keys())
def test_sentence_at(text, offset, expected):
    start, end = sentence_at(text, 0, len(text), offset)
    assert text[start:end] == expected


def test_a_sentence_without_end_is_cut_around_the_offset():
    text = "word " * 10_000
    start, end = sentence_at(text, 0, len(text), 25_000)
    assert start <= 25_000 < end and end - start <= 2 * SENTENCE_REACH


@given(st.text(alphabet="aB1 .!?…“”\"')(\nU.S.Mr\u00a0", max_size=80))
def test_sentences_cover_the_paragraph(text):
    spans = list(sentences(text, 0, len(text)))
    assert "".join("".join(text[start:end] for start, end in spans).split()) == "".join(text.split())
    assert all(first[1] <= second[0] for first, second in pairwise(spans))


def test_time_grows_with_the_text():
    def seconds(copies):
        text = "Mr. Voss of the U.S. Senate said “Why?” " * copies
        before = time.process_time()
        sentence_ends(text, 0, len(text))
        return time.process_time() - before

    assert min(seconds(8_000) for _ in range(3)) < 10 * min(seconds(2_000) for _ in range(3))
