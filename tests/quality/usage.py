"""How much of known usage and grammar faults our rules find, and how quiet they are on clean sentences.

    python -m tests.quality.usage FOLDER [--engine languagetool]

FOLDER holds one folder a data set, each with a dev.jsonl of rows {text, spans: [{start, end}], clean, kind}: harper (errors
and clean rows), ud_ewt (clean rows count), retext (a/an and doubled words). An error is found where a finding at warning
or above overlaps its span by a character either side (in retext, which has no spans for a/an, where there is any finding);
a clean row is silent where there is none at all. Quotation marks, structure and artifacts are left out: a sentence cut out of
an article is no article.
"""
from __future__ import annotations

import json
import os
import sys
from collections import Counter
from typing import Any

from newslint import config, engine, pack
from newslint.formats import text as text_format
from newslint.model import Finding


def main(folder: str, name_of_engine: str = "") -> None:
    engines = [name_of_engine] if name_of_engine else []
    settings = config.effective(config.merge(config.default(), {"level": "warning", "engines": engines}), ".")
    ready = pack.load(settings, config.default())
    beside: engine.Beside | None = None
    if engines:
        from newslint.engines.languagetool.checker import Checking

        asked = Checking(settings, os.cpu_count() or 1, 1000)
        beside = lambda documents: asked.hits(documents, settings, ready)  # noqa: E731
    for name in ("harper", "ud_ewt", "retext"):
        path = os.path.join(folder, name, "dev.jsonl")
        if os.path.exists(path):
            with open(path, encoding="utf-8") as file:
                measure(name, [json.loads(line) for line in file], ready, beside)


def measure(name: str, rows: list[dict[str, Any]], ready: pack.Pack, beside: engine.Beside | None) -> None:
    found, of, noisy, clean = 0, 0, 0, 0
    missed: Counter[str] = Counter()
    kinds: Counter[str] = Counter()
    blamed: Counter[str] = Counter()
    for row, findings in zip(rows, check([row["text"] for row in rows], ready, beside)):
        if row["clean"]:
            clean += 1
            noisy += bool(findings)
            blamed.update({finding.rule for finding in findings})
        else:
            of += 1
            kinds[row.get("kind", "")] += 1
            hit = any(overlaps(finding, span) for finding in findings for span in row["spans"]) \
                or name == "retext" and not row["spans"] and bool(findings)
            found += hit
            missed[row.get("kind", "")] += not hit
    print(f"{name}: {found} of {of} errors found ({percent(found, of)}); "
          f"{clean - noisy} of {clean} clean rows silent ({percent(clean - noisy, clean)})")
    print("  found by kind: " + ", ".join(f"{kind} {kinds[kind] - missed[kind]}/{kinds[kind]}" for kind in sorted(kinds)))
    print("  clean rows marked by: " + ", ".join(f"{rule} {count}" for rule, count in blamed.most_common(12)))


def check(texts: list[str], ready: pack.Pack, beside: engine.Beside | None) -> list[list[Finding]]:
    """Findings in each sentence, less those that only a whole article can have."""
    read = [text_format.read("sentence.txt", text, None) for text in texts]
    results = iter(engine.check_all([document for its in read for document in its], ready, None, beside))
    return [[finding for _ in its for finding in next(results)
             if not finding.rule.startswith(("quotes/", "structure/", "artifacts/"))] for its in read]


def overlaps(finding: Finding, span: dict[str, Any]) -> bool:
    return finding.start <= span["end"] + 1 and span["start"] - 1 <= finding.end


def percent(part: int, whole: int) -> str:
    return f"{100 * part / whole:.2f} %" if whole else "none"


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[3] if sys.argv[2:3] == ["--engine"] else "")
