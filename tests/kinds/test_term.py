"""Kind term: one term in two forms, by its capitals or by how it is joined."""
import pytest

INNER = [
    ("PayPal grew. He left PayPal; Paypal fell.", ["Paypal -> PayPal"]),
    ("Paypal grew. He left Paypal; PayPal fell.", ["PayPal -> Paypal"]),
    ("The film stars diCaprio. It is led by Leonardo DiCaprio and by DiCaprio’s firm.", ["diCaprio -> DiCaprio"]),
    ("Ebay grew. He sells on eBay and buys on eBay.", []),                  # a capital that opens a sentence
    ("He sells on Ebay and on eBay, on eBay and on eBay.", ["Ebay -> eBay"]),
    ("Israeli Prime MInister Ann Marsh spoke. The Prime Minister left; the Minister fell.", ["MInister -> Minister"]),
    ("PAYPAL and PayPal, paypal.com and @paypal.", []),
    ("The MPs and the AGEs of Middle Ages.", []),
    ("Ramsay MacDonald met Flora Macdonald.", []),                         # two people
    ("Mr MacDonald spoke. Then MacDonald left, said Macdonald.", ["Macdonald -> MacDonald"]),
    ("He said “Paypal” of PayPal and PayPal.", ["Paypal -> PayPal"]),
]
COMPOUNDS = [
    ("A weblog is a weblog, not a web log.", ["web log -> weblog"]),
    ("Most filesharing is file-sharing.", ["file-sharing -> filesharing"]),
    ("BrightWater grew. BrightWater fell, and Bright Water rose.", ["Bright Water -> BrightWater"]),
    ("The Mid-Coast Railway and the Mid-Coast line, and the Mid Coast Railway.", ["Mid Coast -> Mid-Coast"]),
    ("Lister & Crane grew. Lister & Crane fell; Lister and Crane rose.", ["Lister and Crane -> Lister & Crane"]),
    ("Maybe it may be that everyday things happen every day.", []),
    ("The setup was set up in a shop front at shopfront.co.uk.", []),
    ("A weblog is a weblog. “Not a web log,” he said.", []),
    ("The first-half goal came in the first half.", []),
]
CAPITALS = [
    ("They signed the Comprehensive Strategic Partnership Agreement, and the Comprehensive Strategic Partnership agreement holds.",
     ["agreement -> Agreement"]),
    ("The Ports and Harbours Committee met. Ann Marsh sits on the Ports and Harbours committee.", ["committee -> Committee"]),
    ("Supreme Court Justice Ann Marsh is a Supreme Court justice.", []),    # a title before a name
    ("The National Security Council met. A national security council is a body.", []),
    ("The Labour Party met. The Labour party lost.", []),                  # two words
    ("Signed: the Joint Fishing Waters Treaty. “The Joint Fishing Waters treaty is dead,” he said.", []),
]


@pytest.mark.parametrize("check, text, wanted", [
    *(("inner-capitals", *case) for case in INNER), *(("compound", *case) for case in COMPOUNDS),
    *(("capital", *case) for case in CAPITALS)])
def test_term(make_rule, findings, check, text, wanted):
    text = f"It was said on Monday that they met.\n\n{text}"
    assert [f"{one.match} -> {one.suggestions[0]}" for one in findings(text, make_rule("term", check=check))] == wanted
