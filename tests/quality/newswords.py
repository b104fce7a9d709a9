"""Counts the commonest words and pairs of words of news, for newslint/newswords.txt (see newslint/keys.py).

    python -m tests.quality.newswords FILE… > newslint/newswords.txt

Lines are `word<TAB>times in a million words`, folded; a pair is two words with a space.
"""
from __future__ import annotations

import re
import sys
from collections import Counter
from itertools import pairwise

from newslint.match import fold

WORDS, PAIRS, TIMES = 6000, 5000, 8         # lines of each at most, and the fewest times a million that count


def main(paths: list[str]) -> None:
    words: Counter[str] = Counter()
    pairs: Counter[str] = Counter()
    for path in paths:
        with open(path, encoding="utf-8", errors="replace") as file:
            for line in file:
                tokens = re.findall(r"[^\W_]+", fold(line))
                words.update(tokens)
                pairs.update(f"{one} {other}" for one, other in pairwise(tokens))
    total = sum(words.values())
    for counts, most in ((words, WORDS), (pairs, PAIRS)):
        for text, count in sorted(counts.most_common(most)):
            if (times := round(1e6 * count / total)) >= TIMES:
                print(f"{text}\t{times}")


if __name__ == "__main__":
    main(sys.argv[1:])
