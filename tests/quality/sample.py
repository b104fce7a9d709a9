"""Findings drawn from an archive, for a judge who sees only sentence, match and message; and the count of verdicts.

    python -m tests.quality.sample draw FOLDER LEVEL COUNT SEED > to-judge.jsonl     COUNT 0: all of that level
    python -m tests.quality.sample count VERDICTS…

Drawn rows hold `rule level path line match message sentence` and an empty `verdict` (right, debatable or wrong). Articles are
copyright of their publishers, so verdict files keep no sentences: they are rows of `rule level path line match verdict`, with the
path below FOLDER.
"""
from __future__ import annotations

import json
import os
import random
import sys
from collections import Counter
from typing import Any

from newslint import config, engine, pack, sources
from newslint.model import Document, Finding


def draw(folder: str, level: str, count: int, seed: int) -> None:
    settings = config.effective(config.default(), folder)
    ready = pack.load(settings, config.default())
    rows = []
    for found in sources.find([folder]):
        for document in sources.read(found.path):
            rows += [_row(finding, document, folder) for finding in engine.check(document, ready)
                     if finding.level == level]
    if count:
        rows = random.Random(seed).sample(rows, min(count, len(rows)))
    for row in rows:
        print(json.dumps(row, ensure_ascii=False))


def _row(finding: Finding, document: Document, folder: str) -> dict[str, Any]:
    start, end = finding.start, finding.end
    first = max(document.raw.rfind("\n", 0, start) + 1, start - 300)
    last = document.raw.find("\n", end)
    sentence = document.raw[first:min(last if last >= 0 else len(document.raw), end + 300)]
    return {"rule": finding.rule, "level": finding.level, "path": os.path.relpath(finding.path, folder), "line": finding.line,
            "match": finding.match, "message": finding.message, "sentence": sentence, "verdict": ""}


def count(paths: list[str]) -> None:
    for path in paths:
        with open(path, encoding="utf-8") as file:
            rows = [json.loads(line) for line in file]
        for level in sorted({row["level"] for row in rows}):
            verdicts = Counter(row["verdict"] for row in rows if row["level"] == level)
            right = verdicts["right"]
            print(f"{os.path.basename(path)}: {level}: {dict(verdicts)}, {100 * right / sum(verdicts.values()):.1f} % right")


if __name__ == "__main__":
    if sys.argv[1] == "draw":
        draw(sys.argv[2], sys.argv[3], int(sys.argv[4]), int(sys.argv[5]))
    else:
        count(sys.argv[2:])
