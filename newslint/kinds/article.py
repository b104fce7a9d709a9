"""“a” or “an” by the sound of what follows: letters, initialisms and figures as they are said.

A word is judged by the longest of these lists' entries that fits it (“uni*” fits united, “unin*” uninvited better),
else by its first letter. What has two sounds (herb, historic, SQL) is left alone.

Fields
    vowel-sound       words said with a vowel first though spelled otherwise: hour, heir*
    consonant-sound   the reverse: one, uni*
    either            words that newsrooms say both ways
    not-words         words before which “a” is a letter or a slip of another kind: “a is”, “an the”
"""
from __future__ import annotations

import re
from collections.abc import Iterator

from newslint.match import Found
from newslint.model import Document, Hit, Need, Rule, one_paragraph
from newslint.phrases import recase
from newslint.regexes import compiled

NAME = "article"
FIELDS = {"vowel_sound": list[str], "consonant_sound": list[str], "either": list[str], "not_words": list[str]}

MASKS = ("*", "_", "#", "@")                # a f**king mess: nobody knows how it is said
# Before a letter that is never said as a vowel, or always, nothing need be looked at; nearly all articles stand so.
DOUBTFUL = (r"a (?![bcdgjkpqtvwz])", r"an (?![ai])")
AFTER_SPACE = [compiled(" " + article) for article in DOUBTFUL]
OPENERS = ('"', "“", "(")
NEXT = compiled(r"([\"“‘'(\[]?)(\d+(?:[.,]\d+)*(?:st|nd|rd|th)?|[^\W\d_][^\W_]*(?:[-.'’&][^\W_]+)*)")
SPELLED_WITH_VOWEL = "AEFHILMNORSX"         # letters whose names start with a vowel sound
INITIALISM = compiled(r"[A-Z](?:\.?[A-Z]){1,4}s?")


def prepare(rules: list[Rule]) -> Need:
    data = []
    for rule in rules:
        sounds = {}
        for sound, words in (("an", rule.options["vowel_sound"]), ("a", rule.options["consonant_sound"]),
                             ("", rule.options["either"])):
            sounds.update({word.lower(): sound for word in words})
        data.append((rule.id, sounds, frozenset(rule.options["not_words"])))
    return Need([], [], data)


def find(document: Document, found: Found, data: list[tuple[str, dict[str, str], frozenset[str]]]) -> Iterator[Hit]:
    text = document.text
    for start, end in _articles(found.folded.replace("\n", " ")):
        if text[end:end + 1] in "flmnrsx" and end - start == 2 and text[end + 1:end + 2].islower():
            continue
        following = NEXT.match(text, end)
        if following is None or text[following.end():following.end() + 1] in MASKS:
            continue
        article = text[start:end].rstrip()
        if article == "A" and not _opens_sentence(text, start):
            continue                        # Group A, vitamin A, grade A
        for rule, sounds, others in data:
            if following[2].lower() in others:
                continue
            word = following[2]
            if "=" + word not in sounds:    # worked out once a run
                sounds["=" + word] = sound(word, sounds)
            right = sounds["=" + word]
            if right and right != article.lower() and one_paragraph(document, start, following.end()):
                mended = recase(right, article) + text[start + len(article):following.end()]
                yield Hit(rule, start, following.end(), (mended,),
                          values={"article": recase(right, article), "word": following[2]})


def _articles(spaced: str) -> list[tuple[int, int]]:
    """The articles that may be wrong, with the space after them."""
    places = [(match.start() + 1, match.end()) for regex in AFTER_SPACE for match in regex.finditer(spaced)]
    if spaced.startswith(("a ", "an ")):
        places.append((0, spaced.index(" ") + 1))
    for opener in OPENERS:
        if opener + "a" in spaced:
            places += [(match.start() + 1, match.end()) for article in DOUBTFUL
                       for match in compiled(re.escape(opener) + article).finditer(spaced)]
    return places


def sound(word: str, sounds: dict[str, str]) -> str:
    """“a”, “an”, or “” where nobody can say."""
    if word[0].isdigit():
        return _figure(word)
    letters = compiled(r"[^\W\d_]+").match(word)
    if letters and word[letters.end():letters.end() + 1].isdigit():
        word = letters[0]                   # an M777, a B52, MI6
    lower = word.lower()
    if word[0] in "aeiou" and not word.isascii():
        return ""                           # “a inúmeras”: mostly another language's “a”
    if lower in sounds:
        return sounds[lower]
    head = compiled(r"[-.'’&]").split(word)[0]
    if len(head) == 1 and len(word) > 1 or len(word) == 1:
        return "an" if head.upper() in SPELLED_WITH_VOWEL else "a"
    if word[0] == "U" and word[1].isupper() and not head.isupper():
        return ""                           # a UMass poll: the letter, or a word of capitals
    for part in (head, word):
        if INITIALISM.fullmatch(part):
            return _initialism(part.replace(".", ""))
    if not set(lower) & set("aeiouy"):
        return ""                           # fbi.gov, ntl: spelled out, or not
    for size in range(len(lower), 0, -1):
        if lower[:size] + "*" in sounds:
            return sounds[lower[:size] + "*"]
    if lower[0] in "aeiouàáâäèéêëìíîïòóôöùúûü":
        return "an"
    return "a" if lower[0] in "bcdfghjklmnpqrstvwyz" and not (lower[0] == "y" and word[0] == "Y") else ""


def _initialism(letters: str) -> str:
    """Said letter by letter up to three letters; longer ones may be words (NATO), so only clear first letters count."""
    first = letters[0]
    spelled = "an" if first in SPELLED_WITH_VOWEL else "a"
    as_word = "an" if first in "AEIOU" else "a"
    if spelled == as_word:
        return spelled
    pronounceable = len(letters) > 3 or letters[1:2] in set("AEIOU")
    return "" if pronounceable or first == "U" and len(letters) > 2 else spelled


def _figure(figure: str) -> str:
    """8, 11, 18, 80-89, 800, 8,000 and 11,000 start with a vowel sound; 1100, 1800 and 0.5 can be read two ways."""
    whole = compiled(r"\D").split(figure)[0]
    if whole.startswith("8") or whole in ("11", "18"):
        return "an"
    return "" if whole[0] == "0" or whole[:2] in ("11", "18") and len(whole) == 4 else "a"


def _opens_sentence(text: str, start: int) -> bool:
    before = text[max(0, start - 4):start].rstrip(" \u00a0\"'“‘(")
    return not before or before[-1] in ".!?:\n—–-"
