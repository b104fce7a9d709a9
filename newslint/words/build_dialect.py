"""Makes dialect.txt, the spellings that differ between American, British, Canadian and Australian English.

    python -m newslint.words.build_dialect [FOLDER]     FOLDER: fetch into it, and use what it has already

From the crate varcon, which has for each sense of a word who spells it how. Of two spellings both must be in the lists
of Debian's scowl, and what one of its lists has for a variety is right there: so words drop out that are at home in all
varieties (tire: to become tired) or in none (ire, as a variant of eyre). A spelling that American subtitles, as
pyspellchecker counts them, have more often than the American one (axe, flyer) is at home there, too.

It needs pip, cargo and apt-get, and prints what it read. The same packages give the same bytes.
"""
from __future__ import annotations

import glob
import gzip
import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from typing import NamedTuple

from newslint.words.dialect import FILE, VARIETIES

LICENCE = os.path.splitext(FILE)[0] + ".LICENSE.txt"
CRATE, VERSION = "varcon", "1.0.5"
APT = "scowl"
PIP, PIP_VERSION = "pyspellchecker", "0.9.1"
SIZE = 60                                   # of scowl's lists: 60 is what a good desk dictionary has
CATEGORIES = {"American": "U", "BritishIse": "G", "BritishIze": "G", "Canadian": "C", "Australian": "A"}
LISTS = {"american": "U", "british": "G", "british_z": "G", "canadian": "C", "australian": "A", "english": VARIETIES}
TERMS = f"""{os.path.basename(FILE)} is made from these by newslint/words/build_dialect.py.

{CRATE} {VERSION} (Rust crate), by the authors of typos: MIT OR Apache-2.0, as its manifest states. It is a reading of
VarCon, which is part of SCOWL, below.

{PIP} {PIP_VERSION} (PyPI), Copyright (c) 2018 Tyler Barrus: MIT. Its frequencies decide what is left out; none of
them is in the file.

{APT} (Debian), as its README states:

"""
WORD = re.compile("[a-z]+")
SPELLING = re.compile(r'word: "([^"]+)",\s*types: &\[(.*?)\]', re.S)
TYPE = re.compile(r"Category::(\w+), tag: (?:None|Some\(Tag::(\w+)\))")
SAME = (None, "", "Eq")


class Words(NamedTuple):
    right: dict[str, set[str]]              # spelling: varieties in which it is right
    preferred: dict[str, dict[str, list[str]]]  # spelling: variety: what is written there instead


def main(folder: str) -> None:
    if not os.path.isdir(os.path.join(folder, APT)):
        fetch(folder)
    words = varcon(os.path.join(folder, "vendor", CRATE, "src", "codegen.rs"))
    print(f"{len(words.right)} spellings ({CRATE})")
    listed = scowl(os.path.join(folder, APT, "usr", "share", "dict", "scowl"))
    print(f"{len(listed)} words ({APT})")
    for word, varieties in words.right.items():
        varieties |= listed.get(word, set())
    counts = subtitles(os.path.join(folder, PIP, "spellchecker", "resources", "en.json.gz"))
    print(f"{len(counts)} frequencies ({PIP})")
    for word, varieties in words.right.items():
        if any(counts.get(word, 0) > counts.get(other, 0) for other in words.preferred[word].get("U", ())):
            varieties.add("U")
    table = {word: (right, there) for word, right in words.right.items()
             if word in listed and len(right) < len(VARIETIES) and (there := instead(word, words, listed))}
    write(table)
    with open(LICENCE, "w", encoding="utf-8", newline="\n") as file:
        file.write(TERMS + terms(os.path.join(folder, APT, "usr", "share", "doc", "scowl", "README.gz")))
    print(f"{len(table)} spellings written, {os.path.getsize(FILE)} bytes")


def fetch(folder: str) -> None:
    os.makedirs(os.path.join(folder, "crate", "src"), exist_ok=True)
    with open(os.path.join(folder, "crate", "Cargo.toml"), "w", encoding="utf-8") as file:
        file.write('[package]\nname = "words"\nversion = "0.0.0"\nedition = "2021"\n[dependencies]\n'
                   f'{CRATE} = "={VERSION}"\n')
    with open(os.path.join(folder, "crate", "src", "lib.rs"), "w", encoding="utf-8"):
        pass
    run(os.path.join(folder, "crate"), "cargo", "vendor", "--quiet", os.path.join(folder, "vendor"))
    print(f"fetched {CRATE} {VERSION} (Rust crate)")
    run(folder, "apt-get", "download", "--quiet", "--quiet", APT)
    [package] = glob.glob(os.path.join(folder, f"{APT}_*.deb"))
    run(folder, "dpkg-deb", "--extract", package, APT)
    print(f"fetched {APT} {os.path.basename(package).split('_')[1]} (Debian)")
    run(folder, sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--target", PIP,
        f"{PIP}=={PIP_VERSION}")
    print(f"fetched {PIP} {PIP_VERSION} (PyPI)")


def run(folder: str, *command: str) -> None:
    done = subprocess.run(command, cwd=folder, check=False, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    if done.returncode:
        sys.exit(f"{' '.join(command)} ended with {done.returncode}:\n{done.stdout}")


def varcon(path: str) -> Words:
    words = Words({}, {})
    with open(path, encoding="utf-8") as file:
        source = file.read()
    for entry in source.split("\n  Entry {")[1:]:
        preferred: dict[str, list[str]] = {}
        spellings = [(word, [(CATEGORIES[category], tag) for category, tag in TYPE.findall(types)
                             if category in CATEGORIES]) for word, types in SPELLING.findall(entry)]
        for word, types in spellings:
            right = words.right.setdefault(word, set())
            for variety, tag in types:
                # A lesser spelling is no fault; but Canada's are mostly the American ones.
                if tag in SAME or tag == "Variant" and variety != "C":
                    right.add(variety)
                if tag in SAME and word not in preferred.setdefault(variety, []):
                    preferred[variety].append(word)
        for word, _ in spellings:
            there = words.preferred.setdefault(word, {})
            for variety, others in preferred.items():
                there[variety] = list(dict.fromkeys([*there.get(variety, ()), *others]))
    return words


def scowl(folder: str) -> dict[str, set[str]]:
    """Words of the lists up to SIZE, with the varieties whose lists they are in."""
    words: dict[str, set[str]] = {}
    for name, varieties in LISTS.items():
        for path in glob.glob(os.path.join(folder, f"{name}-words.*")):
            if int(path.rpartition(".")[2]) <= SIZE:
                with open(path, encoding="latin-1") as lines:
                    for line in lines:
                        if WORD.fullmatch(line.strip()):
                            words.setdefault(line.strip(), set()).update(varieties)
    return words


def terms(readme: str) -> str:
    """What scowl's README says of the lists' copyright."""
    heading = "\nCOPYRIGHT, SOURCES"
    with gzip.open(readme, "rt", encoding="latin-1") as file:
        return heading[1:] + file.read().partition(heading)[2].partition("\nFUTURE PLANS:")[0].rstrip() + "\n"


def subtitles(path: str) -> dict[str, int]:
    with gzip.open(path, "rt", encoding="utf-8") as file:
        return dict(json.load(file))


def instead(word: str, words: Words, listed: dict[str, set[str]]) -> dict[str, str]:
    """What is written for a word in the varieties in which it is not right."""
    there = {}
    for variety in VARIETIES:
        if variety not in words.right[word]:
            others = [other for other in words.preferred[word].get(variety, ())
                      if other in listed and variety in words.right[other] and not another_form(word, other)]
            if others:
                there[variety] = others[0]
    return there


def another_form(word: str, other: str) -> bool:
    """Whether two words are the same, or differ in their ending rather than their spelling: dreamt, amongst."""
    return word == other or any(one.endswith("t") and two.endswith("ed") or one == f"{two}st"
                                for one, two in ((word, other), (other, word)))


def write(table: dict[str, tuple[set[str], dict[str, str]]]) -> None:
    """See dialect.py for the form of the file."""
    with open(FILE, "w", encoding="ascii", newline="\n") as file:
        file.write(" ".join(sorted(table)) + "\n")
        for word, (right, there) in sorted(table.items()):
            others = "".join(f" {varieties} {other}" for other, varieties in turned(there))
            file.write(f"{word} {order(right)}{others}\n")


def turned(there: dict[str, str]) -> Iterator[tuple[str, str]]:
    for other in dict.fromkeys(there.values()):
        yield other, order(variety for variety in there if there[variety] == other)


def order(varieties: Iterator[str] | set[str]) -> str:
    return "".join(sorted(varieties, key=VARIETIES.index))


if __name__ == "__main__":
    if len(sys.argv) > 1:
        main(os.path.abspath(sys.argv[1]))
    else:
        with tempfile.TemporaryDirectory() as temporary:
            main(temporary)
