"""What capitals say: a name is left alone, a sentence start, a title or shouting is not one. Found as “match”."""
import pytest

ASWELL = {"aswell": "as well"}
REIGN = {"(reign|reigns) in": "{1} in", "Aisle of Wight": "Isle of Wight"}
HEAD = "\n\nThe council heard on Monday that it had rained for weeks, and that it would go on.\n"

CASES = {
    "a surname": (ASWELL, "The novelist James Aswell won.", []),
    "in small letters": (ASWELL, "James won aswell.", ["aswell"]),
    "a sentence start": (ASWELL, "He won. Aswell, he sang.", ["Aswell"]),
    "a sentence start after marks": (ASWELL, "He won. “Aswell, he sang.", ["Aswell"]),
    "after a title with a full stop": (ASWELL, "It was Mr. Aswell who won.", []),
    "after an initial": (ASWELL, "The novelist J. Aswell won.", []),
    "a quotation in a sentence": (ASWELL, "He said: “Aswell, I sang.”", ["Aswell"]),
    "after a closing mark": (ASWELL, "The “great” Aswell sang.", []),
    "after a colon": (ASWELL, "Winner: Aswell.", []),
    "after a bracket": (ASWELL, "The winner (Aswell) sang.", []),
    "a surname that starts a sentence, named elsewhere": (ASWELL, "James Aswell won. Aswell also sang.", []),
    "and in another paragraph": (ASWELL, "Aswell sang.\n\nThen Aswell won.", []),
    "a first name": (ASWELL, "He won. Aswell Smith sang.", []),
    "before I": (ASWELL, "He won. Aswell I sang.", ["Aswell"]),
    "a small headline": (ASWELL, "James Aswell wins the prize" + HEAD, []),
    "a title-case headline": (ASWELL, "It Rained Aswell in the City" + HEAD, ["Aswell"]),
    "a title-case headline about one of the article": (
        ASWELL, "Novelist Aswell Wins Prize\n\nThe writer, James Aswell, won on Monday, and said that he was glad.\n", []),
    "shouted": (ASWELL, "IT RAINED ASWELL TODAY", ["ASWELL"]),
    "initials": (ASWELL, "They joined ASWELL last year.", []),
    "several words": (REIGN, "They must reign in costs.", ["reign in"]),
    "several words, one with a capital": (REIGN, "The song Reign in Blood is old.", []),
    "several words at a sentence start": (REIGN, "Reign in costs, they said.", ["Reign in"]),
    "several words after a colon": (REIGN, "The plan: Reign in costs.", ["Reign in"]),
    "several words after a dash": (REIGN, "The plan - Reign in costs.", ["Reign in"]),
    "a second capital": (REIGN, "Reign In costs, they said.", []),
    "a title": (REIGN, "Reign In Costs Before Autumn, Ministers Told", ["Reign In"]),
    "several words shouted": (REIGN, "They must REIGN IN costs.", ["REIGN IN"]),
    "a capital inside a word": (REIGN, "They must reIgn in costs.", ["reIgn in"]),
    "a rule with capitals": (REIGN, "Ferries to the Aisle of Wight sailed.", ["Aisle of Wight"]),
    "a rule with capitals, without them": (REIGN, "Ferries to aisle of wight sailed.", ["aisle of wight"]),
    "I": ({"(i|we) has": "{1} have"}, "Now I has it.", ["I has"]),
    "a weekday": ({"on {weekday}s": "on {1}"}, "It is on Mondays; on mondays.", ["on Mondays", "on mondays"]),
}


@pytest.mark.parametrize("swap, text, expected", CASES.values(), ids=CASES.keys())
def test_capitals(findings, make_rule, swap, text, expected):
    assert [found.match for found in findings(text, make_rule("swap", swap=swap))] == expected


def test_a_capital_of_a_list_counts(findings, make_rule):
    rule = make_rule("phrase", match=["{where} dessert"], lists={"where": ["Negev", "desert"]})
    assert [found.match for found in findings("the Negev dessert, the Desert dessert", rule)] == ["Negev dessert"]


NAMES = [
    "James Aswell spoke.", "The director Alot Singh.", "It was sold to Infact Ltd.", "The Estadi Olimpic Lluis Companys.",
    "Another Students for Justice event was held.", "She joined Shear Genius, a salon.", "Led by Sir John Baited.",
    "The singer Rouge Rogue said so.", "A night at Stationary Cupboard.", "The band Pubic Enemy played.",
    "It was sold to Allready Ltd.", "The band Free Reign played.", "A film called Sneak Peak won.",
    "The duo At Moment sang, and so did In Long Run, the choir.", "They stayed at the Rack Havoc hotel.",
]


@pytest.mark.parametrize("text", NAMES)
def test_shipped_rules_leave_names_alone(findings, shipped, text):
    rules = [rule for rule in shipped[0] if rule.kind in ("swap", "phrase", "regex") and rule.level != "suggestion"]
    assert [(found.rule, found.match) for found in findings("It was on Monday. " + text, *rules)] == []
