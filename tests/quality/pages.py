"""How much of the articles of saved pages is read, how much else, and what is marked beside the same rules on the articles alone.

    python -m tests.quality.pages FOLDER

FOLDER is a checkout of article-extraction-benchmark: ground-truth.json and html/*.html.gz. Recall and precision are those of
runs of three words, averaged over the pages. A finding at error is “outside” where its words stand nowhere in the article.
"""
from __future__ import annotations

import gzip
import json
import os
import sys
import time
from collections import Counter

from newslint import config, engine, pack, sources
from newslint.formats import text as text_format
from newslint.model import Document

LARGEST = 10**9                             # bytes of a page


def main(folder: str) -> None:
    with open(os.path.join(folder, "ground-truth.json"), encoding="utf-8") as file:
        bodies = {name: entry["articleBody"] for name, entry in json.load(file).items()}
    pages = {name: _unpacked(os.path.join(folder, "html", f"{name}.html.gz")) for name in sorted(bodies)}
    start = time.process_time()
    documents = {name: sources.documents(f"{name}.html", data, max_size=LARGEST)[0] for name, data in pages.items()}
    spent = time.process_time() - start
    size = sum(map(len, pages.values())) / 1e6
    print(f"{len(pages)} pages, {size:.1f} MB, read at {size / spent:.0f} MB per CPU second")
    scores = [_score(bodies[name], document.text) for name, document in documents.items()]
    recall, precision = (sum(score[n] for score in scores) / len(scores) for n in (0, 1))
    print(f"of the articles' words read {recall:.3f}; of what is read, of the article {precision:.3f}; "
          f"{sum(score[0] < 0.5 for score in scores)} pages of which not half is read")
    _findings(documents, bodies)


def _findings(documents: dict[str, Document], bodies: dict[str, str]) -> None:
    default = config.default()
    ready = pack.load(config.effective(default, "."), default)
    page: Counter[tuple[str, str]] = Counter()
    outside: Counter[tuple[str, str]] = Counter()
    alone: Counter[tuple[str, str]] = Counter()
    for name, document in documents.items():
        for finding in engine.check(document, ready):
            key = finding.level, finding.rule.partition("/")[0]
            page[key] += 1
            outside[key] += " ".join(finding.match.split()) not in " ".join(bodies[name].split())
        [body] = text_format.read("article.txt", bodies[name])
        alone.update((finding.level, finding.rule.partition("/")[0]) for finding in engine.check(body, ready))
    for level, family in sorted({*page, *alone}):
        key = level, family
        print(f"  {level:<8} {family:<12} in the pages {page[key]:>4} ({outside[key]} outside the article), "
              f"in the articles alone {alone[key]:>4}")


def _unpacked(path: str) -> bytes:
    with gzip.open(path) as file:
        return file.read()


def _score(article: str, read: str) -> tuple[float, float]:
    wanted, found = _triples(article), _triples(read)
    both = sum((wanted & found).values())
    return both / max(1, sum(wanted.values())), both / max(1, sum(found.values()))


def _triples(text: str) -> Counter[tuple[str, ...]]:
    words = text.split()
    return Counter(zip(words, words[1:], words[2:]))


if __name__ == "__main__":
    main(sys.argv[1])
