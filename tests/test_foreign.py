"""Other languages: which paragraphs are said to be in one, and that no rule for English reads them."""
from __future__ import annotations

import pytest

from newslint import engine, pack
from newslint.foreign import FEWEST, MARKERS, with_foreign
from newslint.formats import text as text_format
from newslint.languages import ENGLISH, PLAINLY_ENGLISH, language, languages, name
from newslint.match import fold

PROSE = "The harbour reopened on Monday after a week of storms that kept every boat in port."
FRENCH = "Le port a rouvert lundi après une semaine de tempêtes qui ont retenu tous les bateaux à quai."

OTHERS = {
    "French": FRENCH,
    "German": "Der Hafen wurde am Montag nach einer Woche mit schweren Stürmen wieder für alle Boote geöffnet.",
    "Spanish": "El puerto reabrió el lunes después de una semana de tormentas que retuvo a todos los barcos en la bahía.",
    "Portuguese": "O porto reabriu na segunda-feira depois de uma semana de tempestades, mas os barcos não saíram para o mar.",
    "Italian": "Il porto ha riaperto lunedì dopo una settimana di tempeste che ha tenuto tutte le barche nella rada della città.",
    "Dutch": "De haven ging maandag weer open na een week van stormen die alle boten aan de kade hielden, maar niet voor het eerst.",
    "Swedish": "Hamnen öppnade igen på måndagen efter en vecka med stormar som höll alla båtar kvar, och det är inte första gången.",
    "Polish": "Port został otwarty w poniedziałek po tygodniu sztormów, ale nie wszystkie łodzie są już na morzu, jak się okazało.",
    "Indonesian": "Pelabuhan itu dibuka kembali pada hari Senin setelah badai yang berlangsung seminggu dan tidak ada kapal di laut.",
    "Turkish": "Liman pazartesi günü bir haftalık fırtınadan sonra yeniden açıldı, ama tekneler daha çok ve uzun süre bekleyecek.",
    "Swahili": "Bandari hiyo imefunguliwa tena siku ya Jumatatu baada ya wiki moja ya dhoruba, alisema mkuu wa bandari na wavuvi wa mji.",
    "Cyrillic script": "Порт открылся в понедельник после недели штормов.",
    "Greek script": "Το λιμάνι άνοιξε ξανά τη Δευτέρα.",
    "Arabic script": "أعيد فتح الميناء يوم الاثنين بعد أسبوع من العواصف.",
    "Japanese": "港は一週間の嵐のあと、月曜日に再び開いた。",
    "Korean": "일주일 동안의 폭풍 끝에 항구가 월요일에 다시 열렸다.",
    "Chinese": "经过一周的风暴之后港口于星期一重新开放。",
    "another language": "Itheku livulwe kabusha ngoMsombuluko emva kwesonto lezivunguvungu ezigcine zonke izikebhe ogwini, kusho umphathi "
                        "wetheku obezibala ngazinye ekuseni ngovivi.",
}


@pytest.mark.parametrize("expected, text", OTHERS.items(), ids=OTHERS.keys())
def test_other_languages(expected, text):
    assert name(language(text) or "") == expected


NOT_FOREIGN = {
    "prose": PROSE,
    "names": "Rafael de la Cruz, Lucía del Río and María de los Ángeles of the Universidad de la Costa spoke for Ana de las Casas.",
    "nothing but names": "De Boer, Van der Berg, Del Monte, Da Silva, De la Cruz, El Amrani, La Rocca, Di Stefano, Von Arx, Le Roux",
    "particles in small letters": "Ana de la Cruz, Eva de la Vega, Iris van der Berg, Otto von der Au, Jan de Vries, Leo de los Ríos",
    "a foreign phrase": "“Plus ça change, plus c’est la même chose,” he sighs, for years of meetings in Brussels make anybody weary.",
    "a quotation and its translation": "“No hay pan para todos,” he says in Spanish: there is no bread for everybody, and nobody bakes any.",
    "a line-up": "Ellerby (4-4-2): Aalto; Berg, Costa, De Wit, Eriksen; Fofana, Gül, Hruška, Ito; Jansen, Kovač (Lund, 71)",
    "a list of results": "Ellerby 2 Nordhaven 1, Real Costa 0 Dinamo Belgrad 3, Olympique de Sète 1 Sporting de Gijón 1",
    "a recipe": "2 tbsp olive oil, 1 onion, chopped, 3 cloves garlic, crushed, 400g tinned tomatoes, pinch dried oregano, salt, pepper",
    "another": "200g plain flour, 2 tsp baking powder, 75g caster sugar, 1 egg, beaten, 250ml milk, few drops vanilla extract",
    "a dish": "Moules marinières, steak tartare, crème brûlée, coq au vin, pain au chocolat, tarte tatin, boeuf bourguignon",
    "a table": "Ward North South East West Turnout 41.2 39.8 44.0 37.1 Swing 1.2 0.4 3.3 2.9",
    "a headline": "Nordhaven mayor quits amid ferry cash probe as council delays vote",
    "a headline of short words": "Man dies on A9 near Perth in car fire",
    "without “the”": "Nobody was hurt, though some boats sank; divers hope for calmer seas, cheaper fuel or at least better luck next week.",
    "pidgin": "Fishermen dey vex as government no gree open harbour since Monday, dem say na hunger go kill dem if rain no stop.",
    "Scots": "Ye ken fine whit the wee boats wur daein oot there, an naebody cares aboot it ony mair than they did afore.",
    "legal Latin": "Habeas corpus, pro bono, quid pro quo, bona fide, inter alia, ex officio, prima facie, mens rea, sine die",
    "hexadecimal": "a3f9 00bc d41d 8cd9 8f00 b204 e980 0998 ecf8 427e 11ee 22ff aabb",
    "a transcript of sounds": "la la la la la la la la la la, di da di da, na na na na",
    "too short": "Ceci n’est pas une pipe.",
    "a name in its own script": "The president (Владимир Владимирович Путин) and Chancellor Müller, spelt Мюллер in Russian papers, met.",
    "nothing": "",
}


@pytest.mark.parametrize("text", NOT_FOREIGN.values(), ids=NOT_FOREIGN.keys())
def test_not_another_language(text):
    assert language(text) in ("en", None)
    assert "foreign" not in kinds(text)


def kinds(text):
    [document] = text_format.read("x.txt", text)
    return [zone.kind for zone in with_foreign(document, fold(text)).zones]


def notes(text, own="en"):
    [document] = text_format.read("x.txt", text)
    return [(note.values["what"], note.values["language"], text[note.start:note.end])
            for note in with_foreign(document, fold(text), own).notes]


def test_an_article_in_another_language():
    text = f"Le port\n\nPar Anne Leroy\n\n{FRENCH}\n\n{FRENCH}\n\nVoir aussi\n"
    assert kinds(text) == ["foreign"] * 5
    assert notes(text) == [("article", "French", "Le")]


def test_a_paragraph_in_another_language():
    text = f"Harbour opens again after storms\n\n{PROSE}\n\n{PROSE} {PROSE}\n\n{FRENCH}\n\nC’est tout.\n\n{FRENCH}\n\nRead more\n"
    assert kinds(text) == ["headline", "body", "body", "foreign", "body", "foreign", "body"]
    assert notes(text) == [("paragraph", "French", "Le")]


def test_an_english_paragraph_in_another_language():
    text = f"Le port\n\n{FRENCH}\n\n{PROSE}\n\n{FRENCH}\n"
    assert kinds(text) == ["foreign", "foreign", "body", "foreign"]
    assert notes(text) == [("article", "French", "Le")]


def test_a_title_in_english_makes_no_paragraph_english():
    text = f"{FRENCH}\n\n{FRENCH.replace('le port', 'The Harbour of the World')} Il a vu The Day of the Boats au cinéma.\n"
    assert kinds(text) == ["foreign", "foreign"]


def test_a_text_without_spaces_is_noted_at_its_start():
    assert notes("港は一週間の嵐のあと、" * 9) == [("article", "Japanese", ("港は一週間の嵐のあと、" * 9)[:30])]


def test_the_language_of_the_project_is_no_other():
    assert notes(FRENCH, "fr") == []
    assert notes(f"{FRENCH}\n\n{FRENCH}\n\n{OTHERS['German']}\n", "fr") == [("paragraph", "German", "Der")]
    [document] = text_format.read("x.txt", f"Le port\n\n{FRENCH}\n\n{PROSE}\n")
    assert [zone.kind for zone in with_foreign(document, fold(document.text), "fr").zones] == ["foreign", "foreign", "body"]
    [document] = text_format.read("x.txt", "Le port\n")     # too short to tell: as the config says
    assert [zone.kind for zone in with_foreign(document, fold(document.text), "fr").zones] == ["foreign"]


def test_lists_do_not_hold_english_words():
    assert len(languages()) > 25
    for code, (_, listed) in languages().items():
        assert len(listed - ENGLISH) >= 15, code
        assert not listed & PLAINLY_ENGLISH, code
        assert not {marker.strip() for marker in MARKERS} & listed, code


@pytest.mark.parametrize("times", [FEWEST - 1, FEWEST])
def test_the_fewest_words_that_are_judged(times):
    words = "le port dans cette ville fermera lundi soir".split()[:times]
    assert language(" ".join(words)) == (None if times < FEWEST else "fr")


PORTUGUESE = "O menino tem a idade de um adulto, e a avó disse que a a festa não foi para o o povo. A United veio a Índia também."


def test_no_rule_for_english_reads_it(shipped):
    _, plain = shipped
    ready = pack._ready(plain)
    text = f"{PORTUGUESE}\n\n{OTHERS['Spanish']} Recorrió 20 km � .\n\n{OTHERS['Dutch']} Hij is is er.\n\nAdvertisement\n"
    [document] = text_format.read("x.txt", text)
    found = {finding.rule: finding.zone for finding in engine.check(document, ready)}
    assert "newslint/other-language" in found
    assert {rule.partition("/")[0] for rule in found} == {"newslint", "encoding", "artifacts"}


def test_rules_leave_it_alone_unless_they_ask_for_it(make_rule, findings):
    text = f"{FRENCH}\n\n{FRENCH}\n"
    assert findings(text, make_rule("phrase", match=["semaine"])) == []
    assert findings(text.replace("semaine", "“semaine”"), make_rule("phrase", match=["semaine"], zones=["quotation"])) == []
    assert [finding.zone for finding in findings(text, make_rule("phrase", match=["semaine"], zones=["foreign"]))] == ["foreign"] * 2
