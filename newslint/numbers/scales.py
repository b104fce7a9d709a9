"""One figure at two scales: “£3bn” and “£3m”."""
from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from newslint.model import UNREAD, Document
from newslint.numbers.figures import Figure, figures
from newslint.numbers.places import Flaw
from newslint.regexes import compiled

_NO_NOUN = frozenset(
    "and for from with the its was were has have will would after over last this that more less than".split())
_NOUN = compiled(r"[- ](?:of |in |for )?([a-z]{3,})")


def check(document: Document, offsets: list[int], bands: dict[str, list[float]]) -> Iterator[Flaw]:
    """One figure once in millions and once in billions: of the same thing, or a sum with two digits besides noughts."""
    text = document.text
    seen: dict[tuple[str, str], list[Figure]] = defaultdict(list)
    for zone in document.zones:
        for figure in figures(text, zone.start, zone.end) if zone.kind not in UNREAD else ():
            if figure.value >= 1e6 and figure.unit not in ("%", "points"):
                digits = f"{figure.value:.6e}".partition("e")[0].rstrip("0").rstrip(".")
                noun = _NOUN.match(text, figure.end)
                if noun and noun[1] not in _NO_NOUN:
                    seen[figure.unit + digits, noun[1]].append(figure)
                if len(digits) > 1 and figure.unit:
                    seen[figure.unit + digits, ""].append(figure)
    told = set()
    for _, places in sorted(seen.items()):
        sizes = [place.value for place in places]
        if len({*sizes}) == 2 and round(max(sizes) / min(sizes)) == 1000:
            fewest = min(map(sizes.count, sizes))
            odd = [place for place in places if sizes.count(place.value) == fewest][-1]
            if odd.start not in told:
                told.add(odd.start)
                other = next(place for place in places if place.value != odd.value)
                yield Flaw("scale", odd.start, odd.end, {"other": text[other.start:other.end]})
