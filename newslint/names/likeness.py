"""Whether two names may be spellings of one: by the letters fingers miss, and by the ways one name is transcribed.

Likeness alone proves nothing (Clark and Clarke are two families); what stands beside the names has to bear it out.
No library of string distance: the few pairs that come here ask for swaps of neighbours, for one edit or two at the
most, and for sounds, and importing one takes longer than all of that.
"""
from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from newslint.regexes import compiled

SAME = "same"                               # but for accents, hyphens or an apostrophe
SOUND = "sound"                             # spellings of one sound: Sergey, Sergei; Clark, Clarke
SLIP = "slip"                               # one letter more, less, other or swapped
FAR = "far"                                 # two such, in a long name

LONG = 7                                    # letters of a name that may have two slips

# Consonants by the letters they are transcribed with; vowels, and what is written for them, are left out.
_SOUNDS = bytes.maketrans(b"abcdefghijklmnopqrstuvwxyz", b"abktefkhikklmnopkrstufwkys")
_SILENT = b"aeiouhyw'-"
_DOUBLES = tuple((2 * bytes([letter]), bytes([letter])) for letter in b"bklmnprstf")
# First letters that stand for one another: Elena and Yelena, Gaddafi and Qaddafi, Philip and Filip.
_FIRST = ("aeiouyh", "ckqgj", "jyi", "sz", "fpv", "vw", "tcd", "xks", "gh", "mn", "bv")
_SPELLED = ((b"ph", b"f"), (b"ks", b"x"), (b"ck", b"k"), (b"tch", b"ch"))
_DOUBLED = r"(.)\1+"
# Endings that make another word of a name, or another person: Russia, Russian; Paul, Paula; Robert, Roberts.
_ENDINGS = frozenset("s n an ian ean ish ism ist ite ese i y ic es er ers ns be".split())
# What may take each other's place: Islamism, Islamists; Ministry, Ministers; Libya, Libyans.
_STEM_ENDINGS = frozenset("a e ia ya an ians ans ian ies ism ist ists ish ers es ed ing".split())
_HARD = "bcdfgklmnprst"                      # before which a y makes an adjective
_FEMALE = ("a", "e", "ia", "ine", "ina", "ette", "elle", "le", "ne", "va", "aya", "ova")
_BOTH = ("ann", "carol", "clar", "jo", "lyn", "lynn", "mark", "dian", "rod", "sus", "carl")    # Ann, Anne: one woman's
_COMPOUND = ("type", "style", "based", "born", "led", "like", "backed", "owned", "made", "bound", "era", "wide", "area")


def folded(name: str) -> str:
    """The name in small letters without accents."""
    if not name.isascii():
        import unicodedata

        name = name.replace("’", "'").replace("ł", "l").replace("Ł", "L").replace("ø", "o").replace("Ø", "O")
        name = "".join(char for char in unicodedata.normalize("NFKD", name) if not unicodedata.combining(char))
    return name.lower()


def sounds(names: Iterable[str]) -> list[bytes]:
    """Of each name its consonants, in classes: equal for all usual spellings of one name."""
    joined = folded(" ".join(name or "-" for name in names)).encode("ascii", "replace")
    for written, sound in _SPELLED:
        joined = joined.replace(written, sound)
    heard = joined.translate(_SOUNDS, _SILENT)
    for double, single in _DOUBLES:
        while double in heard:
            heard = heard.replace(double, single)
    return heard.split(b" ")


@lru_cache(maxsize=20_000)                  # Russia and Russian stand in many an article
def alike(name: str, other: str, heard: bool) -> str:
    """How the two are alike: SAME, SOUND, SLIP, FAR, or "" for not at all; `heard` says that their sounds are equal."""
    if name.startswith(other) and name[len(other):].isupper() or other.startswith(name) and other[len(name):].isupper():
        return ""                           # Space, SpaceX
    one, two = folded(name), folded(other)
    if one == two or _plain(one) == _plain(two):
        return SAME if name.lower().replace("’", "'") != other.lower().replace("’", "'") else ""
    slip = is_slip(one, two)
    least = min(len(one), len(two))
    far = least >= LONG and one[0] == two[0] and abs(len(one) - len(two)) < 3
    if least < 3 or not (slip or heard or far) or inflected(one, two) or _pet_name(one, two):
        return ""
    if heard and _first_alike(one, two) and _near(one, two):
        return SOUND
    if least == 3:
        return SLIP if slip and len(one) != len(two) and one[0] == two[0] else ""
    if slip:
        return SLIP if one[0] == two[0] or one[:2] == two[1::-1] else ""
    if far and distance(one, two, 2) == 2:
        return FAR
    return ""


def inflected(one: str, two: str) -> bool:
    """Whether one is made of the other, or both of one stem, so that neither is misspelt: a plural, an adjective."""
    shorter, longer = sorted((one, two), key=len)
    if longer.startswith(shorter):
        ending = longer[len(shorter):]
        # Cuba, Cuban and Rome, Roman; but Hoffman and Hoffmann, Zelensky and Zelenskyy are spellings.
        return ending in _ENDINGS and (ending[0] not in "ny" or shorter[-1] in ("aeio" if ending[0] == "n" else _HARD))
    if "-" in one and "-" in two:
        if longer.rpartition("-")[2] in _COMPOUND:
            return True
        differing = [pair for pair in zip(one.split("-"), two.split("-")) if pair[0] != pair[1]]
        return one.count("-") == two.count("-") and len(differing) == 1 and inflected(*differing[0])
    stem = next(cut for cut in range(len(shorter), -1, -1) if longer.startswith(shorter[:cut]))
    return any(longer[cut:] in _STEM_ENDINGS and shorter[cut:] in _STEM_ENDINGS
               for cut in range(max(3, stem - 3), stem + 1))


def _pet_name(one: str, two: str) -> bool:
    """Whether one is short for the other: Ken, Kenny; Rob, Robbie."""
    shorter, longer = sorted((one, two), key=len)
    return longer.startswith(shorter) and longer[len(shorter):].removeprefix(shorter[-1:]) in ("y", "ie", "ey")


def womans_form(one: str, two: str) -> bool:
    """Whether one given name may be a woman's form of the other: Paul and Paula, Denis and Denise."""
    shorter, longer = sorted((folded(one), folded(two)), key=len)
    if longer.startswith(shorter):
        return longer[len(shorter):] in _FEMALE and shorter not in _BOTH
    return len(one) == len(two) and one[:-1] == two[:-1] and {shorter[-1], longer[-1]} <= set("aeoi")


def is_slip(one: str, two: str) -> bool:
    """Whether they differ by one letter lost, added or changed, or by two neighbours swapped."""
    if abs(len(one) - len(two)) > 1 or one == two:
        return False
    first = 0
    least = min(len(one), len(two))
    while first < least and one[first] == two[first]:
        first += 1
    if len(one) == len(two):
        return one[first + 1:] == two[first + 1:] or one[first:first + 2] == two[first:first + 2][::-1] \
            and one[first + 2:] == two[first + 2:]
    shorter, longer = sorted((one, two), key=len)
    return shorter[first:] == longer[first + 1:]


def is_typo(name: str, other: str) -> bool:
    """Whether two neighbouring letters are swapped, one inside is lost or too much, or a vowel stands for another: what
    fingers do. Another consonant, or one more at the end, makes another name as often as not."""
    one, two = folded(name), folded(other)
    shorter, longer = sorted((one, two), key=len)
    if len(one) == len(two):
        places = [pair for pair in zip(one, two) if pair[0] != pair[1]]
        return len(places) != 1 or set(places[0]) <= set("aeiouy")
    return not longer.startswith(shorter) or longer[-1] == longer[-2]


def other_consonant(one: str, two: str) -> bool:
    """Whether they differ by one consonant put for another, as the names of two people do: Kobak, Kozak."""
    if len(one) != len(two):
        return False
    pairs = [pair for pair in zip(folded(one), folded(two)) if pair[0] != pair[1]]
    return len(pairs) == 1 and not set(pairs[0]) & set("aeiouy") and not _first_alike(*pairs[0])


def distance(one: str, two: str, most: int) -> int:
    """Letters to add, drop or change to make one of the other; `most` + 1 where there are more."""
    if abs(len(one) - len(two)) > most:
        return most + 1
    row = list(range(len(two) + 1))
    for number, letter in enumerate(one, 1):
        above, row = row, [number]
        for place, other in enumerate(two):
            row.append(min(row[-1] + 1, above[place + 1] + 1, above[place] + (letter != other)))
        if min(row) > most:
            return most + 1
    return min(row[-1], most + 1)


def _plain(name: str) -> str:
    return name.replace("-", "").replace("'", "").replace("’", "")


def _first_alike(one: str, two: str) -> bool:
    return one[0] == two[0] or any(one[0] in letters and two[0] in letters for letters in _FIRST)


def _near(one: str, two: str) -> bool:
    """Whether little differs but the ways of writing a sound. At the end only what may be silent: Clark, Clarke."""
    if _full_vowel(one) != _full_vowel(two):
        return False
    one, two = _as_spelled(one), _as_spelled(two)
    least = min(len(one), len(two))
    most = 1 if least < 5 else 2 if least < 8 else 3
    return distance(one, two, most) <= most


def _full_vowel(name: str) -> str:
    return name[-1] if name[-1] in "aou" else ""


def _as_spelled(name: str) -> str:
    for written, sound in _SPELLED:
        name = name.replace(written.decode(), sound.decode())
    return compiled(_DOUBLED).sub(r"\1", name)


def first_vowel(name: str) -> str:
    """The first vowel as it is said, near enough to tell Tim from Tom: Aiman and Ayman, Yusuf and Youssef have one."""
    name = folded(name)
    for place, letter in enumerate(name):
        if letter in "aeiou" or letter == "y" and name[place + 1:place + 2] not in tuple("aeiou"):
            return {"y": "i", "u": "o"}.get(letter, letter) if len(name) > 4 else {"y": "i"}.get(letter, letter)
    return ""
