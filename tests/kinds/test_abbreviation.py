"""Kind abbreviation: never spelled out, spelled out twice, used too early."""
import pytest

CASES = [
    ("undefined", "The NSTA met. The NSTA left.", ["NSTA"]),
    ("undefined", "The CMA’s inquiry and the CMAs.", ["CMA"]),
    ("undefined", "The UN met.", []),                                      # known
    ("undefined", "The North Sea Transition Authority (NSTA) met. The NSTA left.", []),
    ("undefined", "The NSTA (North Sea Transition Authority) met.", []),
    ("undefined", "The North Sea Transition Authority met. The NSTA left.", []),
    ("undefined", "The Workers’ Party of Korea won; the WPK’s leader spoke.", []),
    ("undefined", "JK Rowling, Henry VIII, 20 MB, MI5, F-16 and AT-AT.", []),
    ("undefined", "TRANSPORT AND ROADS TO CLOSE", []),
    ("undefined", "“The NSTA lied,” he said.", []),
    ("undefined", "See www.NSTA.com, @NSTA and #NSTA.", []),
    ("twice", "The Atomic Energy Agency (AEA) met. A paper of the Atomic Energy Agency (AEA) says so.", ["Atomic Energy Agency (AEA)"]),
    ("twice", "The Atomic Energy Agency (AEA) met. A paper of the AEA says so.", []),
    ("twice", "K Maggs (Ulster), S Horgan (Munster), K Moss (Ulster)", []),
    ("early", "The AEA met. A paper of the Atomic Energy Agency (AEA) says so.", ["AEA"]),
    ("early", "The Atomic Energy Agency (AEA) met. A paper of the AEA says so.", []),
    ("early", "The UN met. A paper of the United Nations (UN) says so.", []),
]


@pytest.mark.parametrize("check, text, wanted", CASES)
def test_abbreviation(make_rule, findings, check, text, wanted):
    rule = make_rule("abbreviation", check=check, known=["UN", "MI5"])
    assert [one.match for one in findings(f"It was said on Monday that they met.\n\n{text}", rule)] == wanted
