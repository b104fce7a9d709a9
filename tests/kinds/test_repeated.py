"""Kind repeated: articles of a run, and what is said of each once all were read."""
import pytest

from newslint import engine, pack
from newslint.formats import text as text_format

ONE = "The council voted on Monday to rebuild the bridge, and the mayor said that it would be done by May."
TWO = "Rain fell in the hills all night, and the river rose by a metre before the firemen of the town were called out."
THREE = "Hull won at home on Saturday after a late goal by their captain, the third that he has scored this season."
FOUR = "The firm makes ropes for ships and for bridges, has its seat in the harbour, and was bought last year by a bank that wants to sell it again."
LABEL = "Part of Harbour News"

CASES = {
    "a line of three articles": ([f"{ONE}\n\n{LABEL}", f"{TWO}\n\n{LABEL}", f"{THREE}\n\n{LABEL}"],
                                 [f"0 line {LABEL}", f"1 line {LABEL}", f"2 line {LABEL}"]),
    "of two": ([f"{ONE}\n\n{LABEL}", f"{TWO}\n\n{LABEL}", THREE], []),
    "three times in one": ([f"{ONE}\n\n{LABEL}\n\n{LABEL}\n\n{LABEL}", f"{TWO}\n\n{LABEL}", THREE], []),
    "with another number and other capitals": (
        [f"{ONE}\n\n5 more stories here", f"{TWO}\n\n7 more stories here", f"{THREE}\n\n9 More Stories Here"],
        ["0 line 5 more stories here", "1 line 7 more stories here", "2 line 9 More Stories Here"]),
    "one word or figures": ([f"{text}\n\n1945 GMT\n\nBackground" for text in (ONE, TWO, THREE)], []),
    "a byline": ([f"{title}\n\nBy Ann Marsh and Jon Smyth\n\n{text}" for title, text in
                  (("Bridge to be built again by May", ONE), ("River rises by a metre after rain", TWO), ("Late goal wins it for Hull at home", THREE))], []),
    "nearly the same articles count as one": ([f"{ONE}\n\n{LABEL}", f"{ONE}\n\n{LABEL}", f"{TWO}\n\n{LABEL}"],
                                              [f"1 article {ONE}"]),
    "the same article": ([ONE, TWO, ONE], [f"2 article {ONE}"]),
    "half of it": ([f"{ONE}\n\n{TWO}", f"{THREE}\n\n{ONE}"], [f"1 article {THREE}"]),
    "a third of it": ([f"{ONE}\n\n{FOUR}\n\n{TWO}", f"{FOUR}\n\n{THREE}\n\n{THREE.replace('Hull', 'Leeds')}"],
                      [f"0 paragraph {FOUR}", f"1 paragraph {FOUR}"]),
}


def run(make_rule, texts):
    ready = pack.of([make_rule("repeated", f"artifacts/{check}", check=check) for check in ("line", "article", "paragraph")])
    documents = [text_format.read(f"{number}.txt", text)[0] for number, text in enumerate(texts)]
    gathered = []
    assert engine.check_all(documents, ready, gathered) == [[] for _ in texts]
    return [f"{number} {finding.rule.removeprefix('artifacts/')} {finding.match}"
            for number, hits in sorted(engine.conclude(gathered).items())
            for finding in engine.concluded(documents[number], hits, ready)]


@pytest.mark.parametrize("texts, expected", CASES.values(), ids=CASES.keys())
def test_repeated(make_rule, texts, expected):
    assert run(make_rule, texts) == expected
