"""Makes the word data of newslint/words/data from the packages named in sources.py.

    python -m newslint.words.build [FOLDER]     FOLDER: keep what is fetched there, and use what is there already

It needs pip, cargo and apt-get (Debian), and prints what it read. The same packages give the same bytes.

    words.trie      every word, lower-case; its number leads into
    words.values    two bytes a word: class and flags (see lexicon.py), and its zipf value
    deletions.trie  for every word that a slip may stand for, each form of it with one letter taken out, and which
    slips.trie      known misspellings with what they stand for
    MANIFEST        size and checksum of each
    LICENSES        the terms of the packages
"""
from __future__ import annotations

import glob
import os
import sys
import tempfile
import zlib
from collections.abc import Iterable

import marisa_trie

from newslint.words import sources
from newslint.words.lexicon import (
    CLASSES,
    FILES,
    FOLDER,
    LISTED,
    MANIFEST,
    NAME,
    OTHER_LIST,
    SEEN,
    STEPS,
    TARGET,
    UNLISTED_NAME,
)
from newslint.words.parts import SMALL

FLOOR = 0.5                                 # the zipf value of what a collection does not have
SEEN_FROM = 1.2                             # unlisted words are kept if met this often
TARGETS_FROM = 1.5                          # what slips may stand for


def main(folder: str) -> None:
    if os.path.isdir(os.path.join(folder, sources.APT)):
        print(f"Using what was fetched into {folder} before.")
    else:
        for line in sources.fetch(folder):
            print(f"fetched {line}")
    words = lexicon(folder)
    slips = {wrong: rights for wrong, rights in sources.slips(folder).items()
             if words.get(wrong, (SEEN, 0.0))[0] & CLASSES > 1}
    print(f"{len(slips)} known misspellings (typos-dict)")
    os.makedirs(FOLDER, exist_ok=True)
    write_words(words)
    write_deletions(word for word, (kind, _) in words.items() if kind & TARGET and word not in slips)
    trie = marisa_trie.BytesTrie(sorted((wrong, ",".join(rights).encode()) for wrong, rights in slips.items()))
    trie.save(os.path.join(FOLDER, "slips.trie"))
    write_manifest()
    licences(folder)


def lexicon(folder: str) -> dict[str, tuple[int, float]]:
    """Every word with its class and flags, and its zipf value."""
    listed, names = sources.scowl(folder)
    print(f"{len(listed)} words and {len(names)} names (scowl)")
    more, more_names = sources.harper(folder)
    print(f"{len(more)} words and {len(more_names)} names (harper-core)")
    own = sources.also()
    print(f"{len(own)} words (also.txt)")
    for word in more:
        listed[word] = min(60, listed.get(word, 99))
    for word in own:                        # right, but nothing that a slip should be taken to mean
        listed[word] = min(70, listed.get(word, 99))
    subtitles, web, talk = sources.frequencies(folder)
    print(f"{len(subtitles)} frequencies (pyspellchecker), {len(web)} (wordsegment), {len(talk)} (spacy-lookups-data)")
    capitals = {word for word, zipf in sources.talk(folder).items() if word.istitle() and word.isalpha()
                and word.isascii() and zipf > talk.get(word.lower(), 0.0)}
    known_names = {name.lower() for name in names | more_names | capitals}

    words = {}
    for word in listed.keys() | subtitles.keys() | web.keys() | talk.keys() | known_names:
        zipf = average(word, subtitles, web, talk)
        size = listed.get(word)
        if size is not None:
            kind = next(number for number, most in enumerate(LISTED) if size <= most)
        elif word in subtitles:
            kind = OTHER_LIST
        elif zipf >= SEEN_FROM:
            kind = SEEN
        elif word in known_names:
            kind = UNLISTED_NAME
        else:
            continue
        target = kind <= 1 and zipf >= TARGETS_FROM and (len(word) > 2 or word in SMALL)
        flags = NAME * (word in known_names) | TARGET * target
        words[word] = (kind | flags, zipf)
    return words


def average(word: str, subtitles: dict[str, float], *others: dict[str, float]) -> float:
    """The mean of the collections; subtitles count only where they have the word, for they are American."""
    values = [max(FLOOR, one.get(word, FLOOR)) for one in others]
    if word in subtitles:
        values.append(max(FLOOR, subtitles[word]))
    return sum(values) / len(values)


def write_words(words: dict[str, tuple[int, float]]) -> None:
    trie = marisa_trie.Trie(sorted(words))
    trie.save(os.path.join(FOLDER, "words.trie"))
    values = bytearray(2 * len(words))
    for word, (kind, zipf) in words.items():
        number = 2 * trie[word]
        values[number:number + 2] = bytes((kind, round(zipf * STEPS)))
    with open(os.path.join(FOLDER, "words.values"), "wb") as file:
        file.write(values)
    print(f"{len(words)} words kept")


def write_deletions(targets: Iterable[str]) -> None:
    rows = deletions(targets)
    marisa_trie.BytesTrie(rows).save(os.path.join(FOLDER, "deletions.trie"))
    print(f"{len(rows)} ways to lose a letter")


def deletions(words: Iterable[str]) -> list[tuple[str, bytes]]:
    """Each word without one letter, and which letter went missing where."""
    return sorted({(word[:at] + word[at + 1:], bytes((at, ord(word[at]))))
                   for word in words for at in range(len(word))})


def write_manifest() -> None:
    with open(os.path.join(FOLDER, MANIFEST), "w", encoding="ascii", newline="\n") as manifest:
        for name in FILES:
            with open(os.path.join(FOLDER, name), "rb") as file:
                data = file.read()
            manifest.write(f"{name} {len(data)} {zlib.crc32(data):08x}\n")
            print(f"{name}: {len(data)} bytes")


def licences(folder: str) -> None:
    """The terms of every package in one file beside the data, in their own words where the package has them."""
    apache = ("Under the Apache License 2.0, of which newslint's own LICENSE holds the text.\n"
              "Taken over in part and in another form.\n")
    parts = [("harper-core, by Automattic and others", apache), ("typos-dict, by Ed Page and others", apache),
             ("wordsegment, by Grant Jenks", apache)]
    for name, path in (("pyspellchecker", "pyspellchecker/*.dist-info/licenses/LICENSE"),
                       ("spacy-lookups-data", "spacy-lookups-data/*.dist-info/LICENSE"),
                       ("scowl", "scowl/usr/share/doc/scowl/copyright")):
        [found] = glob.glob(os.path.join(folder, *path.split("/")))
        with open(found, encoding="utf-8") as file:
            parts.append((name, file.read()))
    with open(os.path.join(FOLDER, "LICENSES"), "w", encoding="utf-8", newline="\n") as file:
        file.write("The word data of newslint is compiled from these packages.\n")
        for name, text in parts:
            file.write(f"\n\n{name}\n{'=' * len(name)}\n\n{text.strip()}\n")


if __name__ == "__main__":
    if len(sys.argv) > 1:
        main(os.path.abspath(sys.argv[1]))
    else:
        with tempfile.TemporaryDirectory() as temporary:
            main(temporary)
