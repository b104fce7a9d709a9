"""What a misspelt word may have been meant to be: the common words one slip of the fingers away, and a few two away.

A slip loses, adds, swaps or mistakes a letter. Take one letter out of the wrong word and one out of the right word, and
they are the same: so a table of all words with a letter taken out finds them in as many looks as the word has letters.
What one letter out of each makes equal but no single slip explains is two slips.
"""
from newslint.words.lexicon import TARGET, Lexicon, flags_of

# What a slip costs, in powers of ten: the rarer, the more. Fitted to which correction was meant (see weights.py).
HALVED, SWAPPED, LOST, DOUBLED = -0.3, 0.1, 0.25, 0.5
NEAR, VOWEL, OTHER = 1.1, 1.4, 2.2          # a letter for one beside it on the keyboard, a vowel for a vowel, any other
BRUSHED, ADDED = 1.4, 1.8                   # a letter too many: one beside its neighbour on the keyboard, any other
TWO_SLIPS, TWO_SLIPS_SHORT, LONG = 2.6, 3.1, 8
FIRST_LETTER = 0.6                          # people look at the first letter
VOWELS = frozenset("aeiou")
ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")


def _beside() -> dict[str, frozenset[str]]:
    """The keys beside each key."""
    places = {letter: (row, column) for row, letters in enumerate(ROWS) for column, letter in enumerate(letters)}
    return {letter: frozenset(other for other, (r, c) in places.items()
                              if other != letter and abs(r - row) <= 1 and abs(c - column) <= 1)
            for letter, (row, column) in places.items()}


KEYS = _beside()


def candidates(data: Lexicon, word: str) -> dict[str, float]:
    """What the word may stand for, with what the slip costs."""
    found: dict[str, float] = {}
    for place, letter in data.deletions.get(word, ()):
        _note(found, word[:place] + chr(letter) + word[place:], _lost(word, place, chr(letter)))
    for at, letter in enumerate(word):
        shorter = word[:at] + word[at + 1:]
        if flags_of(data, shorter) & TARGET:
            _note(found, shorter, _added(word, at))
        for place, code in data.deletions.get(shorter, ()):
            right = shorter[:place] + chr(code) + shorter[place:]
            if right != word:
                _note(found, right, _changed(word, at, place, letter, chr(code)))
    return found


def _note(found: dict[str, float], word: str, cost: float) -> None:
    if cost < found.get(word, 9.0):
        found[word] = cost


def _lost(word: str, place: int, letter: str) -> float:
    """“acommodate”: the letter is missing before `place`."""
    if word[place - 1:place] == letter or word[place:place + 1] == letter:
        return HALVED
    return LOST + FIRST_LETTER * (place == 0)


def _added(word: str, at: int) -> float:
    """“untill”: the letter at `at` is too much."""
    beside = word[max(0, at - 1):at], word[at + 1:at + 2]
    if word[at] in beside:
        return DOUBLED
    brushed = any(letter and letter in KEYS.get(word[at], ()) for letter in beside)
    return (BRUSHED if brushed else ADDED) + FIRST_LETTER * (at == 0)


def _changed(word: str, at: int, place: int, wrong: str, right: str) -> float:
    """The letter at `at` should not be there, another one should at `place`."""
    if at == place:
        cost = NEAR if right in KEYS.get(wrong, ()) else VOWEL if wrong in VOWELS and right in VOWELS else OTHER
    elif wrong == right and abs(at - place) == 1:
        cost = SWAPPED
    else:
        return (TWO_SLIPS if len(word) >= LONG else TWO_SLIPS_SHORT) + FIRST_LETTER * (min(at, place) == 0)
    return cost + FIRST_LETTER * (min(at, place) == 0)
