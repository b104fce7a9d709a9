"""Kind name: one name in two spellings, in an article and across files; and like names of two people."""
import time

import pytest

from newslint import cli, engine, pack
from newslint.formats import text as text_format
from newslint.names import across
from newslint.names.likeness import FAR, SAME, SLIP, SOUND, alike, sounds, womans_form
from newslint.names.mentions import mentions

CHECKS = ("given-name", "surname", "near-miss", "across-files", "surname-first")


@pytest.fixture
def named(make_rule):
    """What is found in these articles, read as one run: “number check level match | other”."""
    def find(*texts):
        rules = [make_rule("name", f"names/{check}", check=check, level="warning", message="{match} | {other}",
                           **({"except": ["Putin"]} if check == "surname-first" else {})) for check in CHECKS[:4]]
        ready = pack.of(rules)
        documents = [text_format.read(f"{number}.txt", text)[0] for number, text in enumerate(texts)]
        gathered = []
        found = [(number, one) for number, its in enumerate(engine.check_all(documents, ready, gathered)) for one in its]
        found += [(number, one) for number, hits in engine.conclude(gathered).items()
                  for one in engine.concluded(documents[number], hits, ready)]
        return [f"{number} {one.rule[6:]} {one.level} {one.message}" for number, one in found]
    return find


LIKE = [
    ("Sergey", "Sergei", SOUND), ("Mohamed", "Muhammad", SOUND), ("Gaddafi", "Qaddafi", SOUND), ("Elena", "Yelena", SOUND),
    ("Zelensky", "Zelenskyy", SOUND), ("Aleksei", "Alexey", SOUND), ("Stephen", "Steven", SOUND), ("Clark", "Clarke", SOUND),
    ("McAllister", "MacAllister", SOUND), ("al-Hariri", "el-Hariri", SOUND), ("Hoffman", "Hoffmann", SOUND),
    ("Davenport", "Daveport", SLIP), ("Sharif", "Sharig", SLIP), ("Lindholm", "Lindhlom", SOUND), ("Horgan", "Horan", SLIP),
    ("Khodorkovsky", "Khordokovsky", FAR), ("Zoë", "Zoe", SAME), ("Ki-moon", "Kimoon", SAME), ("Kertész", "Kertesz", SAME),
    # made of one another
    ("Russia", "Russian", ""), ("Robert", "Roberts", ""), ("Islamism", "Islamists", ""), ("Ministry", "Ministries", ""),
    ("Israel-Hamas", "Israeli-Hamas", ""), ("Ken", "Kenny", ""), ("Rob", "Robbie", ""), ("Space", "SpaceX", ""),
    # of two
    ("Kerry", "Terry", ""), ("Venus", "Serena", ""), ("Mas", "Massu", ""), ("O'Neill", "O’Neill", ""), ("Marsh", "March", SLIP),
]


@pytest.mark.parametrize("one, other, how", LIKE, ids=[f"{one} {other}" for one, other, _ in LIKE])
def test_alike(one, other, how):
    same_sound = len(set(sounds([one, other]))) == 1
    assert alike(one, other, same_sound) == alike(other, one, same_sound) == how


@pytest.mark.parametrize("one, other, expected", [("Paul", "Paula", True), ("Denis", "Denise", True), ("Ann", "Anne", False),
                                                  ("Sergei", "Sergey", False), ("Marian", "Marion", False)])
def test_a_womans_form_is_another_name(one, other, expected):
    assert womans_form(one, other) == womans_form(other, one) == expected


FOUND = {
    "given name": (["Sergey Lavrov left. Nobody saw Sergei Lavrov go."], ["0 given-name warning Sergei Lavrov | Sergey Lavrov"]),
    "the rarer form": (["Sergei Lavrov left. Then Sergey Lavrov came back. Nobody saw Sergey Lavrov go."],
                       ["0 given-name warning Sergei Lavrov | Sergey Lavrov"]),
    "surname with a title": (["Peter Hoffman runs the port. It is late, Mr Hoffmann said."], ["0 surname warning Hoffmann | Hoffman"]),
    "surname that speaks": (["Tomas Lindgren scored twice. “I was lucky,” Lingren said."], ["0 surname warning Lingren | Lindgren"]),
    "full name wrong, surname right": (
        ["The editor, Rachel Dunnmore, has quit. Dunmore said so. Friends of Dunmore knew. Ms Dunmore is 40."],
        ["0 surname warning Dunnmore | Dunmore"]),
    "article before a surname": (["Yusuf al-Hariri died. He was ill, Yusuf el-Hariri wrote."], ["0 surname warning el-Hariri | al-Hariri"]),
    "three words": (["General Abdul Rahman Masri left. Later, General Abdel Rahman Masri came back. Abdul Rahman Masri is ill."],
                    ["0 given-name warning Abdel Rahman Masri | Abdul Rahman Masri"]),
    "accent": (["Zoltán Kertész played. The jury praised Zoltán Kertesz."], ["0 surname warning Kertesz | Kertész"]),
    "place": (["Hathersley is shut. Trains stop at Hathersley. Buses to Hathersly run."], ["0 near-miss warning Hathersly | Hathersley"]),
    "body": (["Velmora Energy fell. Later, Vellmora Energy rose."], ["0 near-miss warning Vellmora Energy | Velmora Energy"]),
    "Mr, never in full": (["Mr Hanson ran. Later, Mr Hanson fell. Then Mr Henson rose."], ["0 surname warning Henson | Hanson"]),
    "two files": (["Russian Foreign Minister Sergey Lavrov left Iran.", "Foreign Minister Sergei Lavrov thanked Iran."],
                  ["0 across-files warning Sergey Lavrov | Sergei Lavrov"]),
    "the form of fewer files": (["Ann Fairweather beat Joy Otieno.", "Joy Otieno lost to Ann Fairwether.", "Ann Fairweather won again."],
                                ["1 across-files warning Ann Fairwether | Ann Fairweather"]),
    "a place in two files": (["The road to Pentrellyn is shut.", "The road to Pentrelyn is open."],
                             ["1 across-files warning Pentrelyn | Pentrellyn"]),
    "a body in two files": (["Norvik Air is late.", "Pilots of Norvick Air are ill."], ["1 across-files warning Norvick Air | Norvik Air"]),
}


@pytest.mark.parametrize("texts, expected", FOUND.values(), ids=FOUND.keys())
def test_found(named, texts, expected):
    assert named(*texts) == expected


ALONE = {
    "two of one given name": ["Sergey Lavrov met Sergei Shoigu. Then Sergei Shoigu left, and Sergey Lavrov stayed."],
    "both repeated": ["Jon Tanner came. Joe Tanner went. Then Jon Tanner sat, and Joe Tanner stood."],
    "sisters": ["Jean Harcourt and her sister, Joan Harcourt, teach. The school is small, Joan Harcourt said."],
    "husband and wife": ["Andrei Petrenko bought it. His wife, Andrea Petrenko, sold it."],
    "Mr and Mrs": ["Ann Browning fell. Mr Browning ran. Mrs Brownings ran too."],
    "said who each is": ["Stephen Clark, a farmer, said yes. Steven Clark, a teacher, said no."],
    "told apart": ["Karl Hansen won. He is no relation to Carl Hansen, who came last."],
    "a list of names": ["Ann Marsh won. Results: Peter Horgan, Leo Horan, Jim Browne, Karl Brown, Ann Dawson, Tim Dowson."],
    "people and country": ["Slovenia met Slovakia. Slovenian fans and Slovak fans sang. Russia met Russians. Cuba met Cubans."],
    "a lost space": ["Antony Blinken left. Later, Secretary Blinkenhas come. Blinken is tired. Blinken sat."],
    "apostrophes": ["Anthony O'Neill left. Later, Anthony O’Neill came."],
    "a heading": ["Peter Hoffman runs the port.\n\nMr Hoffmann Speaks\n\nHe said no."],
    "one family, Korean": ["Kim Yong-hyun met Kim Hong-kyun. Minister Kim Yong-hyun left. Then Kim Hong-kyun left."],
    "British and American": ["The Harbour Centre burned. The Harbour Center was old."],
    "one in each file": ["Stephen Clark sold his cows in Kent.", "Steven Clark voted in Ohio."],
    "like towns in files of their own": ["Serena Williams won in Paris.", "Venus Williams won in Paris."],
    "nothing": [""],
}


@pytest.mark.parametrize("texts", ALONE.values(), ids=ALONE.keys())
def test_left_alone(named, texts):
    assert [one for one in named(*texts) if " warning " in one] == []


FIRST = {
    "before the full name": ("It is late, Mr Tolhurst said.\n\nNeil Tolhurst is new.", ["1:16 Tolhurst"]),
    "never in full": ("The room was full. Ms Wetherall did not speak.", ["1:23 Wetherall"]),
    "in full first": ("Neil Tolhurst is new. It is late, Mr Tolhurst said.", []),
    "known to all": ("The talks are on. Mr Putin said so.", []),
    "a king": ("The bridge is open. King Charles cut the ribbon.", []),
    "a film": ("They loved Private Ryan in Leeds.", []),
}


@pytest.mark.parametrize("text, expected", FIRST.values(), ids=FIRST.keys())
def test_surname_first(found_by, text, expected):
    assert found_by("name", text, check="surname-first", **{"except": ["Putin"]}) == expected


READ = [
    ("Russian Foreign Minister Sergey Lavrov left.", [("Sergey", "Lavrov")]),
    ("Yesterday Deputy Prime Minister John Prescott's aide met George W. Bush.", [("John", "Prescott"), ("George", "Bush")]),
    ("He met Ursula von der Leyen and Khalid al-Mansouri in Oslo.", [("Ursula", "Leyen"), ("Khalid", "al-Mansouri"), ("Oslo",)]),
    ("Russia’s Vladimir Putin spoke. Mr. Putin left. Ukrainian Volodymyr Zelensky stayed.",
     [("Russia",), ("Vladimir", "Putin"), ("Putin",), ("Volodymyr", "Zelensky")]),
]


@pytest.mark.parametrize("text, expected", READ, ids=[text[:30] for text, _ in READ])
def test_names_are_read_without_titles(text, expected):
    [document] = text_format.read("x.txt", text)
    assert [mention.words for mention in mentions(document)] == expected


@pytest.mark.parametrize("unit", ["Ann Marsh, ", "Aa{0} Bb{0}, ", "Marsh{0} ", "said Mar{0}. ", "“Mr Ma{0}rsh” ", "A", "al-", "A.", "O'"])
def test_hostile_text_takes_linear_time(unit):
    def seconds(size):
        text = "".join(unit.format("".join(chr(97 + int(digit)) for digit in str(number))) for number in range(size // len(unit)))
        [document] = text_format.read("x.txt", text)
        ready = pack.of([])
        assert ready
        from newslint.names.drift import drifts
        start = time.process_time()
        list(drifts(document))
        list(across.conclude([across.gather(document, "names/x")] * 2))
        return time.process_time() - start
    short = min(seconds(20_000) for _ in range(2))
    assert seconds(160_000) < 0.1 + 40 * short


def test_command(tmp_path, capsys, monkeypatch):
    (tmp_path / "a.txt").write_text("Mayor Ann Marsh met Zelandrov. Later, Marsh met Oxbrintz in London.", encoding="utf-8")
    (tmp_path / "b.txt").write_text("Ann Marsh is ill.", encoding="utf-8")
    (tmp_path / ".newslint.yaml").write_text("names: [Oxbrintz]\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert cli.main(["names", "a.txt", "b.txt"]) == 0
    assert [line.split() for line in capsys.readouterr().out.splitlines()] == [
        "Ann Marsh 2 2 files known person (mayor)".split(), "London 1 1 file known place".split(), "Marsh 1 1 file known person".split(),
        "Oxbrintz 1 1 file known name".split(), "Zelandrov 1 1 file new name".split()]
    assert cli.main(["names", "--new", "."]) == 0
    assert capsys.readouterr().out.split() == "Zelandrov 1 1 file new name".split()
    assert cli.main(["names", "nowhere.txt"]) == 2
    assert "nowhere.txt" in capsys.readouterr().err
