"""Kind fact: titles of office, holders of one, and places under two names."""
import pytest

DATED = "Talks go on in Oslo\n\n{day}\n\n{text}"

TITLES = [
    # adjective, possessive, “of”, in any case; the finding is the title alone
    ("Russian Defense Secretary Sergei Shoigu flew out.", "Defense Secretary -> Defense Minister"),
    ("Russia's defence secretary flew out.", "defence secretary -> defence minister"),
    ("Russia’s Secretary of Defence flew out.", "Secretary of Defence -> Defence Minister"),
    ("The Secretary of Defense of the Russian Federation flew out.", "Secretary of Defense -> Defense Minister"),
    ("The Kremlin’s Foreign Secretary flew out.", "Foreign Secretary -> Foreign Minister"),
    ("He rang Russia’s new defence secretary.", "defence secretary -> defence minister"),
    ("The Russian Deputy Defence Secretary’s plane landed.", "Defence Secretary -> Defence Minister"),
    ("RUSSIAN DEFENCE SECRETARY FLIES OUT", "DEFENCE SECRETARY -> DEFENCE MINISTER"),
    ("Russia Defense Secretary Sergei Shoigu flew out.", "Defense Secretary -> Defense Minister"),
    ("The Polish Interior Secretary flew out.", "Interior Secretary -> Interior Minister"),
    ("Ukrainian Education Secretary Ann Marsh flew out.", "Education Secretary -> Education Minister"),
    ("US Foreign Minister Ann Marsh flew out.", "Foreign Minister -> Secretary of State"),
    ("The U.S. Finance Minister flew out.", "Finance Minister -> Treasury Secretary"),
    ("America’s health minister flew out.", "health minister -> health secretary"),
    ("The German Prime Minister flew out.", "Prime Minister -> Chancellor"),
    ("The prime minister of Brazil flew out.", "prime minister -> president"),
    ("Japanese President Ann Marsh flew out.", "President -> Prime Minister"),
    ("Canada’s president flew out.", "president -> prime minister"),
    ("The French Chancellor flew out.", "Chancellor -> President | Prime Minister"),
    ("The Prime Minister of the US flew out.", "Prime Minister -> President"),
    ("US Home Secretary Ann Marsh flew out.", "Home Secretary -> Homeland Security Secretary"),
    ("UK Treasury Secretary Ann Marsh flew out.", "Treasury Secretary -> Chancellor of the Exchequer"),
    ("The UK Defence Minister flew out.", "Defence Minister -> Defence Secretary"),
    ("UK Foreign Minister David Lammy flew out.", "Foreign Minister -> Foreign Secretary"),
    # right
    ("Russian Defence Minister Andrei Belousov met US Defense Secretary Lloyd Austin.", None),
    ("Indian Foreign Secretary Vikram Misri, Pakistan’s Defence Secretary and the Australian Defence Secretary met.", None),
    ("Mexican Foreign Secretary Ann Marsh and Philippine Defense Secretary Jon Smyth met.", None),
    ("The Russian and British Foreign Secretary were both there.", None),
    ("Before the talks in Russia, Defence Secretary John Healey spoke.", None),
    ("The war in Russia Defence Secretary John Healey described was long.", None),
    ("A US-Russian Defence Secretary hotline was set up.", None),
    ("The pro-Russian Foreign Secretary resigned.", None),
    ("East German Prime Minister Hans Modrow resigned.", None),
    ("Latin American Foreign Minister Ann Marsh flew out.", None),
    ("In 1916 German Foreign Secretary Arthur Zimmermann took office.", None),
    ("A British Defence Minister, Luke Pollard, answered.", None),
    ("Britain’s first defence minister of state was a lawyer.", None),
    ("British foreign minister Jack Straw spoke.", None),
    ("UK finance minister Gordon Brown spoke.", None),
    ("The Ukrainian Secretary of Defense Council was there.", None),
    ("Its Canadian president, Ann Marsh, runs the firm.", None),
    ("Ann Marsh is the Canadian president of the bank.", None),
    ("Then-Turkish Prime Minister Recep Tayyip Erdogan spoke.", None),
    ("Turkish Prime Minister Recep Tayyip Erdogan spoke.", None),           # nobody knows when
    ("On a visit to the US Prime Minister Narendra Modi spoke.", None),
    ("In UK President Emmanuel Macron spoke.", None),
    ("polish foreign secretary shoes", None),
    ("Tell us foreign minister jokes.", None),
]


@pytest.fixture(scope="module")
def found(make_rule, findings):
    def run(text, check="title", **options):
        return [f"{one.match} -> {' | '.join(one.suggestions)}" if one.suggestions else f"{one.level} {one.match}"
                for one in findings(text, make_rule("fact", f"names/{check}", check=check, level="warning", **options))]
    return run


@pytest.mark.parametrize("text, wanted", TITLES, ids=[text for text, _ in TITLES])
def test_titles(found, text, wanted):
    assert found(f"He said so on Monday. {text}") == ([wanted] if wanted else [])


@pytest.mark.parametrize("day, wanted", [("12 May 2012", []), ("12 May 2023", ["Prime Minister -> President"])])
def test_a_title_that_was_right_once_needs_the_day_of_the_article(found, day, wanted):
    assert found(DATED.format(day=day, text="Turkish Prime Minister Recep Tayyip Erdogan spoke.")) == wanted


@pytest.mark.parametrize("text, level", [
    ("“The Russian defense secretary lied,” he said.", "suggestion"),       # a speaker's words
    ("UK Defence Minister Ann Marsh flew out.", "suggestion"),              # perhaps a junior one
    ("UK Defence Minister Ben Wallace flew out.", "warning"),
    ("The Russian defense secretary lied.", "warning"),
])
def test_how_sure_it_is(make_rule, findings, text, level):
    [one] = findings(text, make_rule("fact", "names/title", check="title", level="warning"))
    assert one.level == level


HOLDERS = [
    ("12 May 2025", "US President Joe Biden said on Monday that talks would go on.", ["warning President Joe Biden"]),
    ("12 May 2025", "US President Biden met the king.", ["warning President Biden"]),
    ("12 May 2018", "US President Joe Biden met the king.", ["warning President Joe Biden"]),          # before his time
    ("12 May 2025", "After the vote US President Joe Biden met the king.", ["suggestion President Joe Biden"]),
    ("12 May 2022", "US President Joe Biden met the king.", []),
    ("12 May 2025", "Former US President Joe Biden met the king on Monday.", []),
    ("12 May 2025", "Then-US President Joe Biden met the king.", []),
    ("12 May 2025", "In 2022, US President Joe Biden met the king.", []),
    ("12 May 2025", "The law is three years old. US President Joe Biden signed it in 2022.", []),
    ("12 May 2025", "“US President Joe Biden lied,” he said on Monday.", []),
    ("12 May 2025", "US President Jill Biden met the king.", []),                                       # nobody in the table
    ("28 January 2025", "US President Joe Biden met the king on Monday.", []),                          # just after a change
    ("12 December 2020", "US President Joe Biden will move in.", []),                                   # elected
    ("12 May 1995", "UK Foreign Secretary Jack Straw spoke.", []),                                      # before the list
    ("12 May 2035", "US President Joe Biden spoke on Monday.", []),                                     # after it
    ("Monday", "US President Joe Biden said so.", []),
]


@pytest.mark.parametrize("day, text, wanted", HOLDERS)
def test_holders(found, day, text, wanted):
    assert found(DATED.format(day=day, text=text), "holder") == wanted


PLACES = [
    ("In Kyiv and near Kyiv. He left Kiev.", ["Kiev -> Kyiv"]),
    ("In Kiev and near Kiev. He left Kyiv.", ["Kyiv -> Kiev"]),
    ("In Kiev and near Kiev.", []),
    ("In Kyiv. “I love Kiev,” he said.", []),
    ("In Mumbai (Bombay), on the Bombay Stock Exchange.", []),
    ("Dynamo Kiev and chicken Kiev in Kyiv.", []),
]


@pytest.mark.parametrize("text, wanted", PLACES)
def test_places(found, text, wanted):
    assert found(text, "place") == wanted


def test_a_house_that_does_not_use_a_name(found, tmp_path):
    own = tmp_path / "house.yaml"
    own.write_text("places: {Kyiv: {not: [Kiev]}}\n")
    assert found("He left Kiev for Lviv.", "place", fact_files=[str(own)]) == ["Kiev -> Kyiv"]


def test_a_line_past_its_day_says_nothing_but_that(make_rule, tmp_path):
    from newslint import engine, pack
    from newslint.formats import text as text_format

    own = tmp_path / "own.yaml"
    own.write_text("countries:\n  Freedonia:\n    called: [Freedonian]\n    source: mine\n    stale-after: 2020-01-01\n"
                   "    titles: [{right: chief of state, not: [prime minister]}]\n")
    rule = make_rule("fact", "names/title", check="title", fact_files=[str(own)])
    note = make_rule("phrase", "newslint/stale-fact", match=["never met"], message="{country} {stale}", level="suggestion")
    document = text_format.read("x.txt", "Freedonian Prime Minister Rufus Firefly spoke.")[0]
    [one] = engine.check(document, pack.of([rule, note]))
    assert (one.rule, one.match, one.message) == ("newslint/stale-fact", "Prime Minister", "Freedonia 1 January 2020")
    assert engine.check(document, pack.of([rule])) == []
