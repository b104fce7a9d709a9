"""How many findings there are in an archive: by level for 1,000 words, and by rule.

    make quality CORPUS=FOLDER

Then how many typing slips are found, on a sample of the archive (spelling.py), and rare words typed for common ones
(realword.py).
"""
from __future__ import annotations

import sys
from collections import Counter

from newslint import config, engine, pack, sources
from newslint.model import LEVELS
from tests.quality import realword, spelling


def main(folder: str) -> None:
    settings = config.effective(config.default(), folder)
    ready = pack.load(settings, config.default())
    words = files = 0
    rules: Counter[tuple[str, str]] = Counter()
    fired: set[str] = set()
    for found in sources.find([folder]):
        for document in sources.read(found.path):
            files += 1
            words += len(document.text.split())
            for finding in engine.check(document, ready):
                rules[finding.level, finding.rule] += 1
                fired.add(finding.rule)
    print(f"{files} articles, {words:,} words; {len(ready.rules)} rules, of which {len(fired)} fired")
    for level in reversed(LEVELS):
        count = sum(times for (its_level, _), times in rules.items() if its_level == level)
        if count:
            print(f"{level}: {count}, {1000 * count / words:.3f} in 1,000 words")
    for (level, rule), times in rules.most_common():
        print(f"  {times:5}  {level:<10}  {rule}")


if __name__ == "__main__":
    main(sys.argv[1])
    spelling.report([sys.argv[1]])
    realword.report([sys.argv[1]], count=300)
