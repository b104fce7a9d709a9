"""The packages the word data is made of: fetched by name with pip, cargo and apt-get, and read.

Only build.py uses this. Versions are pinned, so that the same data comes out of a build next year; Debian keeps one
version a release, and the build prints which it was.
"""
from __future__ import annotations

import glob
import gzip
import json
import math
import os
import re
import subprocess
import sys
from collections.abc import Iterator

PIP = {"pyspellchecker": "0.9.1", "spacy-lookups-data": "1.0.5", "wordsegment": "1.3.1"}
CARGO = {"harper-core": "3.0.0", "typos-dict": "0.14.4"}
APT = "scowl"
WORD = re.compile(r"[a-z]+(?:'[a-z]+)*")
UNIGRAMS = 1_024_908_267_229                # words the counts of wordsegment were made from
REGIONS = re.compile(r"(?:american|british|british_z|canadian|australian|english|(?:british_|australian_|canadian_)?"
                     r"variant_[12])-(words|upper|proper-names|contractions|abbreviations)\.(\d+)")
SLIP = re.compile(r'Str::\w+\("([^"]+)"\),\s*&\[([^\]]*)\]')


def fetch(folder: str) -> Iterator[str]:
    """Download and unpack every package below the folder; yields a line on each."""
    for name, version in PIP.items():
        run(folder, sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--target", name,
            f"{name}=={version}")
        yield f"{name} {version} (PyPI)"
    os.makedirs(os.path.join(folder, "crates", "src"), exist_ok=True)
    with open(os.path.join(folder, "crates", "Cargo.toml"), "w", encoding="utf-8") as file:
        file.write('[package]\nname = "words"\nversion = "0.0.0"\nedition = "2021"\n[dependencies]\n')
        file.writelines(f'{name} = "={version}"\n' for name, version in CARGO.items())
    with open(os.path.join(folder, "crates", "src", "lib.rs"), "w", encoding="utf-8"):
        pass
    run(os.path.join(folder, "crates"), "cargo", "vendor", "--quiet", os.path.join(folder, "vendor"))
    yield from (f"{name} {version} (Rust crate)" for name, version in CARGO.items())
    run(folder, "apt-get", "download", "--quiet", "--quiet", APT)
    [package] = glob.glob(os.path.join(folder, f"{APT}_*.deb"))
    run(folder, "dpkg-deb", "--extract", package, APT)
    yield f"{APT} {os.path.basename(package).split('_')[1]} (Debian)"


def run(folder: str, *command: str) -> None:
    done = subprocess.run(command, cwd=folder, check=False, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    if done.returncode:
        sys.exit(f"{' '.join(command)} ended with {done.returncode}:\n{done.stdout}")


def scowl(folder: str) -> tuple[dict[str, int], set[str]]:
    """Words with the size of the smallest list that has them (10: known to all, 95: to hardly anybody), and names."""
    words: dict[str, int] = {}
    names: set[str] = set()
    lists = os.path.join(folder, APT, "usr", "share", "dict", "scowl")
    for file in sorted(os.listdir(lists)):
        known = REGIONS.fullmatch(file)
        if known is None:
            continue
        kind, size = known[1], int(known[2])
        with open(os.path.join(lists, file), encoding="latin-1") as lines:
            for line in lines:
                word = line.strip().removesuffix("'s")
                if WORD.fullmatch(word):
                    words[word] = min(size, words.get(word, 99))
                elif kind != "abbreviations" and WORD.fullmatch(word.lower()):
                    names.add(word)
    return words, names


def harper(folder: str) -> tuple[set[str], set[str]]:
    """Words and names of a dictionary kept up to date, with the forms its affix rules make of them."""
    place = os.path.join(folder, "vendor", "harper-core")
    with open(os.path.join(place, "annotations.json"), encoding="utf-8") as file:
        affixes = json.load(file)["affixes"]
    words, names = set(), set()
    with open(os.path.join(place, "dictionary.dict"), encoding="utf-8") as lines:
        for line in lines:
            entry = line.partition("#")[0].split()
            word, _, flags = entry[0].partition("/") if len(entry) == 1 else ("", "", "")
            if WORD.fullmatch(word):
                words |= {form for form in _forms(word, flags, affixes) if WORD.fullmatch(form)}
            elif WORD.fullmatch(word.lower()):
                names.add(word)
    return words, names


def _forms(word: str, flags: str, affixes: dict[str, dict[str, object]]) -> set[str]:
    forms = {word}
    for flag in flags:
        rule = affixes.get(flag)
        if rule is None or flag == "g":     # the possessive
            continue
        for change in rule["replacements"]:  # type: ignore[attr-defined]
            remove, add, condition = change["remove"], change["add"], change["condition"]
            if rule["kind"] == "prefix":
                forms.add(add + word)
            elif re.search(f"{condition}$", word) and word.endswith(remove):
                forms.add(word[:len(word) - len(remove)] + add)
    return forms


def also() -> set[str]:
    """The words of also.txt, which is newslint's own."""
    with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "also.txt"), encoding="ascii") as lines:
        return {word for line in lines if not line.startswith("#") for word in line.split()}


def frequencies(folder: str) -> list[dict[str, float]]:
    """How often words are met: zipf values (log10 of the count in 1,000 million words), of three collections."""
    place = os.path.join(folder, "pyspellchecker", "spellchecker", "resources", "en.json.gz")
    with gzip.open(place, "rt", encoding="utf-8") as file:
        counts = json.load(file)
    total = sum(counts.values())
    subtitles = {word: 9 + math.log10(count / total) for word, count in counts.items() if WORD.fullmatch(word)}
    web = {}
    with open(os.path.join(folder, "wordsegment", "wordsegment", "unigrams.txt"), encoding="utf-8") as lines:
        for line in lines:
            word, count = line.split("\t")
            web[word] = 9 + math.log10(float(count) / UNIGRAMS)
    return [subtitles, web, {word: zipf for word, zipf in talk(folder).items() if WORD.fullmatch(word)}]


def talk(folder: str) -> dict[str, float]:
    """The zipf values of a million words of online talk, each in the case it was met in."""
    place = os.path.join(folder, "spacy-lookups-data", "spacy_lookups_data", "data", "en_lexeme_prob.json.gz")
    with gzip.open(place, "rt", encoding="utf-8") as file:
        return {word: 9 + logarithm / math.log(10) for word, logarithm in json.load(file).items()}


def slips(folder: str) -> dict[str, list[str]]:
    """Known misspellings and what they stand for."""
    with open(os.path.join(folder, "vendor", "typos-dict", "src", "word_codegen.rs"), encoding="utf-8") as file:
        found = SLIP.findall(file.read())
    known = {wrong.lower(): re.findall(r'"([^"]+)"', rights) for wrong, rights in found}
    return {wrong: rights for wrong, rights in known.items()
            if re.fullmatch("[a-z]{3,}", wrong) and rights and wrong not in rights}
