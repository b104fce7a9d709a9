"""Counts as news writes them: “12”, “twelve”, “a dozen”, “3rd”, “third”, “twenty-fifth”."""
from newslint.regexes import compiled

_UNITS = ("one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
          "eighteen nineteen").split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_FIRST = ("first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
          "fifteenth sixteenth seventeenth eighteenth nineteenth").split()
CARDINALS = {word: number for number, word in enumerate(_UNITS, 1)} | {
    word: 10 * number for number, word in enumerate(_TENS, 2)} | {"hundred": 100, "dozen": 12}
ORDINALS = {word: number for number, word in enumerate(_FIRST, 1)} | {
    word.replace("y", "ieth"): 10 * number for number, word in enumerate(_TENS, 2)} | {"hundredth": 100}

_TENS_OF = rf"(?:{'|'.join(_TENS)})"
COUNT = (rf"(?i:\d{{1,4}}|{_TENS_OF}(?:[- ](?:{'|'.join(_UNITS[:9])}))?|{'|'.join(reversed(_UNITS))}|(?:a|one) "
         rf"(?:hundred|dozen))")
ORDINAL = (rf"(?i:\d{{1,4}}(?:st|nd|rd|th)|{_TENS_OF}[- ](?:{'|'.join(_FIRST[:9])})|{'|'.join(reversed(_FIRST))}"
           rf"|{'|'.join(word.replace('y', 'ieth') for word in _TENS)}|(?:one )?hundredth)")


def count(text: str) -> int:
    """The number that COUNT or ORDINAL matched, in any case."""
    figures = compiled(r"\d+").match(text)
    if figures:
        return int(figures[0])
    words = compiled(r"[a-z]+").findall(text.lower())
    number = sum(CARDINALS.get(word, 0) or ORDINALS.get(word, 0) for word in words if word not in ("a", "one"))
    return number + (words[-1] == "one") if number or words[-1] != "one" else 1
