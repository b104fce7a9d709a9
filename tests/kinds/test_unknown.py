"""Kind unknown: words of other languages that their dictionary lacks, as word and suggestions."""
from __future__ import annotations

import json
import subprocess
import sys

import pytest

from newslint import config, engine, pack
from newslint.dictionaries import dictionary
from newslint.foreign import CODES
from newslint.formats import text as text_format
from newslint.languages import languages

GERMAN = "Der Hafen wurde am Montag nach einer Woche mit schweren Stürmen wieder für alle Boote geöffnet"
FRENCH = "Le port a rouvert lundi après une semaine de tempêtes qui ont retenu tous les bateaux dans la rade"

CASES = {
    "right German": (f"{GERMAN}.", []),
    "right French": (f"{FRENCH}.", []),
    "a slip in German": (f"{GERMAN} und nicht geshclossen.", ["geshclossen: geschlossen"]),
    "a slip in French": (f"{FRENCH}, dit le resposable.", ["resposable: responsable"]),
    "after an elision": (f"{FRENCH}, c’est l’habbitude.", ["habbitude: habitude"]),
    "a slip in Dutch": ("De haven ging maandag weer open na een week van stormen die alle botten aan de kade hielden, zegt de "
                        "havenmeeester nu.", ["havenmeeester: havenmeester"]),
    "a slip in Russian": ("Порт открылся в понедельник после недели штормов, сказзал капитан.", []),     # told by its script alone
    "an accent left out": ("El puerto reabrió el lunes después de una semana de tormentas que retuvo a los barcos en la bahia.",
                           ["bahia: bahía"]),
    "a name": (f"{FRENCH}, dit Lavrow à Zelenskyy.", []),
    "a German noun": (f"{GERMAN}, sagte der Hafnemeister.", []),
    "at the start of a sentence": (f"{FRENCH}. Resposable de tout, il part.", []),
    "a compound that no list has": (f"{GERMAN} und sturmsicher vertäut, hafenweit.", []),
    "far from any word": (f"{GERMAN} und xqjzvwp.", []),
    "a form that the list may lack": ("Il porto ha riaperto lunedì dopo una settimana di tempeste che ha tenuto le barche nella rada, "
                                      "per l’ennesima volta.", []),
    "twice in the article": (f"{FRENCH}, dit le resposable. Le resposable part.", []),
    "in a quotation": (f"{FRENCH}, dit le « resposable » du port.", []),
    "an address": (f"{FRENCH}, dit resposable@port.fr sur port.fr/resposable.", []),
    "with a hyphen": (f"{GERMAN} und geshclossen-verriegelt.", []),
    "over a soft hyphen": (f"{GERMAN} und gesh\u00adclossen.", []),
    "a short word": (f"{FRENCH}, tzs.", []),
    "English": ("The harbour reopened on Monday, said the resposable of the port, who had counted all of them.", []),
    "a language without a dictionary": ("Hamnen öppnade igen på måndagen efter en vecka med stormar som höll alla båtar kvar, och det är "
                                        "inte förtsa gången.", []),
}


def found(text, code=None, make_rule=None):
    rule = make_rule("unknown", "spelling/unknown-word", level="suggestion", zones=["foreign"], language=code)
    [document] = text_format.read("x.txt", text)
    return [f"{finding.match}: {finding.suggestions[0]}" for finding in engine.check(document, pack.of([rule]))]


@pytest.mark.parametrize("text, expected", CASES.values(), ids=CASES.keys())
def test_unknown(make_rule, text, expected):
    assert found(text, None, make_rule) == expected


SET = {
    "its own": ("de", f"{GERMAN} und geshclossen.", ["geshclossen: geschlossen"]),
    "another": ("fr", f"{GERMAN} und geshclossen.", []),
    "by its script": ("ru", "Порт открылся в понедельник после недели штормов, сказзал капитан.", ["сказзал: сказал"]),
    "English": ("en", f"{GERMAN} und geshclossen.", []),
}


@pytest.mark.parametrize("code, text, expected", SET.values(), ids=SET.keys())
def test_the_language_of_the_rule(make_rule, code, text, expected):
    assert found(text, code, make_rule) == expected


def test_every_dictionary_loads_and_has_a_name():
    for code in CODES:
        assert dictionary(code).checker.word_frequency.unique_words > 10_000
        assert code == "ru" or code in languages()


@pytest.fixture
def checked(in_folder, write_rule):
    """Findings of a text under a config, with the rule on."""
    write_rule(in_folder / "house", "spelling/unknown-word", 'kind: unknown\nlevel: suggestion\nmessage: "{language} {suggestion}"\nzones: [foreign]\n'
               f'bad: ["{GERMAN} und geshclossen."]\ngood: ["{GERMAN}."]\n')
    write_rule(in_folder / "house", "usage/wurde", 'kind: phrase\nlevel: error\nmessage: x\nmatch: [wurde, harbour]\nbad: [wurde]\ngood: [x]\n')

    def check(settings, text):
        (in_folder / ".newslint.yaml").write_text(f"rule-folders: [house]\n{settings}")
        (in_folder / "x.txt").write_text(text, encoding="utf-8")
        origin = config.find("x.txt", {})
        ready = pack.load(config.effective(origin, "x.txt"), origin)
        [document] = text_format.read("x.txt", text)
        return [(finding.rule, finding.message) for finding in engine.check(document, ready)]
    return check


OTHER = ("newslint/other-language", "")
UNKNOWN = ("spelling/unknown-word", "German geschlossen")
ENGLISH = "The harbour was opened on Monday, and all of the boats that had been kept in port left it."
CONFIGS = {
    "German, all levels": ("language: de\nlevel: suggestion\n", f"Hafen wieder auf\n\n{GERMAN} und geshclossen.\n", [UNKNOWN]),
    "German, as it comes": ("language: de\n", f"{GERMAN} und geshclossen.\n", []),
    "the rule named": ("language: de\nselect: [spelling/unknown-word]\n", f"{GERMAN} und geshclossen.\n", [UNKNOWN]),
    "a short text": ("language: de\n", "Es wurde Zeit.\n", []),
    "English in it": ("language: de\n", f"{GERMAN}. {GERMAN}.\n\n{ENGLISH}\n", [("usage/wurde", "x")]),
    "an accepted word": ("language: de\nlevel: suggestion\nwords: [geshclossen]\n", f"{GERMAN} und geshclossen.\n", []),
    "English, all levels": ("level: suggestion\n", f"{GERMAN} und geshclossen.\n", []),
}


@pytest.mark.parametrize("settings, text, expected", CONFIGS.values(), ids=CONFIGS.keys())
def test_config(checked, settings, text, expected):
    assert checked(settings, text) == expected


def test_no_dictionary_is_loaded_for_english(tmp_path):
    program = ("import sys; from newslint import cli; cli.main(['--isolated', '--level', 'suggestion', 'x.txt']); "
               "print([name for name in sys.modules if name.startswith('spellchecker')])")
    (tmp_path / "x.txt").write_text(f"{ENGLISH}\n\n{GERMAN} und geshclossen.\n", encoding="utf-8")
    out = subprocess.run([sys.executable, "-c", program], cwd=tmp_path, capture_output=True, text=True, check=True, encoding="utf-8").stdout
    assert json.loads(out.splitlines()[-1].replace("'", '"')) == []
    assert "other-language" in out
