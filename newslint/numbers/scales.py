"""One figure at two scales: “£3bn” and “£3m”."""
from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from newslint.model import UNREAD, Document
from newslint.numbers.figures import figures
from newslint.numbers.places import Flaw
from newslint.regexes import compiled

_NO_NOUN = frozenset("and for from with the its was were has have will would after over last this that more less than".split())
_NOUN_AFTER = compiled(r"[- ](?:of |in |for )?([a-z]{3,})")


def check(document: Document, offsets: list[int], bands: dict[str, list[float]]) -> Iterator[Flaw]:
    """One figure once in millions and once in billions, of the same thing or with two digits that are not nought."""
    seen: dict[tuple[str, str], list[tuple[int, int, float]]] = defaultdict(list)
    text = document.text
    for zone in document.zones:
        if zone.kind in UNREAD:
            continue
        for figure in figures(text, zone.start, zone.end):
            if figure.value >= 1e6 and figure.unit not in ("%", "points"):
                written = f"{figure.value:.6e}".partition("e")[0].rstrip("0").rstrip(".")
                noun = _NOUN_AFTER.match(text, figure.end)
                keys = {noun[1]} if noun and noun[1] not in _NO_NOUN else set()
                if len(written) > 2 and figure.unit:
                    keys.add("")
                for key in keys:
                    seen[f"{figure.unit}{written}", key].append((figure.start, figure.end, figure.value))
    told = set()
    for (_, key), places in sorted(seen.items()):
        sizes = sorted({size for *_, size in places})
        if len(sizes) == 2 and round(sizes[1] / sizes[0]) == 1000:
            odd = [place for place in places if sum(size == place[2] for *_, size in places) == min(
                sum(size == one for *_, size in places) for one in sizes)]
            start, end, size = odd[-1]
            other = next(text[its_start:its_end] for its_start, its_end, its in places if its != size)
            if start not in told:
                told.add(start)
                yield Flaw("scale", start, end, {"other": other})
