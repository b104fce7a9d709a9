"""How much mojibake is found that was put into real articles, how much of it is repaired as it was, and what is marked
without any.

    python -m tests.quality.mojibake FOLDER…

Every paragraph that is not all ASCII is read in a wrong encoding, as a whole. cp1252 stands for how browsers read it (bytes
that have no character become control codes); in “lost” they became U+FFFD, in “dropped” nothing.
"""
from __future__ import annotations

import sys
import time
from collections import Counter
from collections.abc import Callable

from newslint.languages import language
from newslint.match import ascii_bytes, fold
from newslint.mojibake import Damage, damage
from tests.quality import texts


def _browser(data: bytes) -> str:
    return "".join(bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in data)


WAYS: dict[str, Callable[[bytes], str]] = {
    "cp1252": _browser,
    "latin-1": lambda data: data.decode("latin-1"),
    "macroman": lambda data: data.decode("mac-roman"),
    "cp1252, lost": lambda data: data.decode("cp1252", "replace"),
    "cp1252, dropped": lambda data: data.decode("cp1252", "ignore"),
    "cp1252, twice": lambda data: _browser(_browser(data).encode()),
}


def found_in(text: str) -> list[Damage]:
    return list(damage(text, ascii_bytes(fold(text))))


def mended(text: str, found: list[Damage]) -> str:
    for one in reversed(found):
        if one.repaired:
            text = text[:one.start] + one.repaired + text[one.end:]
    return text


def main(folders: list[str]) -> None:
    for folder in folders:
        lines = [line for text in texts.read([folder]) for line in text.text.split("\n")]
        start = time.process_time()
        marked = [(line, found) for line in lines if (found := found_in(line))]
        spent = time.process_time() - start
        print(f"{folder}: {len(lines)} lines, {sum(map(len, lines)) / 1e6:.2f} MB; {len(marked)} lines marked as they are; "
              f"{spent:.2f} CPU s, line by line")
        for line, found in marked[:20]:
            print(f"  {[(one.kind, line[one.start:one.end], one.repaired) for one in found]}  {line[:80]!r}")
        damaged = [line for line in lines if not line.isascii()]
        for name in ("English", "other"):
            ours = [line for line in damaged if _english(line) == (name == "English")]
            if ours:
                _inject(name, ours)


def _english(line: str) -> bool:
    return language(line) in (None, "en") and all(char < "\u0250" for char in line if char.isalpha())


def _inject(name: str, lines: list[str]) -> None:
    for way, read in WAYS.items():
        counts: Counter[str] = Counter()
        missed: Counter[str] = Counter()
        for line in lines:
            broken = read(line.encode())
            found = found_in(broken)
            counts["found"] += bool(found)
            counts["repaired"] += mended(broken, found) == line
            counts["safe"] += bool(found) and all(one.kind == "exact" for one in found)
            # What is safe is applied unasked, and so has to be right.
            counts["wrong"] += any(one.kind == "exact" for one in found) and all(
                one.kind == "exact" for one in found) and mended(broken, found) not in (line,)
            if not found:
                missed.update(char for char in line if not char.isascii())
        share = {key: f"{counts[key] / len(lines):.4f}" for key in ("found", "repaired", "safe", "wrong")}
        print(f"  {name}, {len(lines)} lines, {way}: found {share['found']}, repaired exactly {share['repaired']}, all of it "
              f"safe {share['safe']}, of that not as it was {share['wrong']}; characters of missed lines "
              f"{' '.join(f'{char!r} {count}' for char, count in missed.most_common(8))}")


if __name__ == "__main__":
    main(sys.argv[1:])
