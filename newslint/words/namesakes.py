"""Names met once that are one slip away from a name the article repeats: “Netanayhu” in a piece on Netanyahu."""
from collections.abc import Iterator, Set

SHORTEST = 5                                # letters
OFTEN = 2                                   # times an article has the name that another is held against


def near_misses(tokens: list[str], types: Set[str], unlisted: list[str]) -> Iterator[tuple[str, str]]:
    """(a name of `unlisted` met once, the name it is near); nothing where two names are as near. `types` are the
    different tokens."""
    once = [name for name in unlisted if len(name) >= SHORTEST and name.isalpha() and tokens.count(name) == 1]
    for name in once:
        # No slip changes the first letter here, nor the length by more than one.
        near = [other for other in types if other[0] == name[0] and abs(len(other) - len(name)) < 2
                and len(other) >= SHORTEST and is_slip(name, other)
                and other.istitle() and other.isalpha() and tokens.count(other) >= OFTEN]
        if len(near) == 1:
            yield name, near[0]


def is_slip(name: str, other: str) -> bool:
    """Whether two neighbouring letters are swapped, or one inside is lost or too much: what fingers do. Another letter,
    or one more at the end, makes another name as often as not."""
    if len(name) == len(other):
        places = [at for at, pair in enumerate(zip(name, other)) if pair[0] != pair[1]]
        return len(places) == 2 and places[1] == places[0] + 1 \
            and name[places[0]:places[1] + 1] == other[places[1]] + other[places[0]]
    longer, shorter = (name, other) if len(name) > len(other) else (other, name)
    if len(longer) != len(shorter) + 1 or longer.startswith(shorter):
        return False
    return any(longer[:at] + longer[at + 1:] == shorter for at in range(1, len(longer) - 1))
