"""How many lines left over from a web page are found, and how many lines of articles are taken for such.

    make quality-artifacts AEB=FOLDER [ARGS="--clean FOLDER --half test"]

FOLDER is a checkout of article-extraction-benchmark: saved pages, the body of each as a person marked it, and what
programs took from them. Two of these programs give all text of a page; the others look for the article and bring some of
the page with it. Sites are split in two: rules are tuned on `dev`, and figures come from `test`. A line counts as found
if a rule of artifacts/ or encoding/blank-paragraph marks it. Beside them stand the line filters that corpora are cleaned with.
"""
from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import os
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple
from urllib.parse import urlparse

from newslint import config, engine, pack, sources
from newslint.formats import text as text_format
from newslint.kinds import repeated
from newslint.match import fold
from newslint.model import Document, Finding, Hit
from tests.quality import labels, linefilters
from tests.quality.labels import DEBRIS, HEADLINE, KEPT, STANDFIRST

WHOLE = ("html-text", "inscriptis")
# Those that keep lines apart; the others in the repository bring a page in one to three lines, or as wrapped Markdown.
IMPERFECT = ("AutoExtract", "Diffbot", "boilerpipe", "boilerpipe_rs", "dragnet", "go_domdistiller", "go_readability",
             "go_readability_fork", "goose3", "news_please", "newspaper", "readability", "readability_js",
             "rs_trafilatura", "trafilatura")
SECOND_LEVEL = frozenset(("co", "com", "org", "net", "gov", "ac"))
DEV = 60                                    # of 100 sites
COUNTED = ("artifacts/", "encoding/blank-paragraph")
ENTITY = re.compile(r"&#?\w{2,8};")
REPEATED = "artifacts/repeated-line"


class Sheet(NamedTuple):
    """The text that one program took from one page."""

    page: str
    site: str
    english: bool
    program: str
    lines: list[str]                        # with blank ones
    labels: list[str]                       # "" for a blank one


class Score(NamedTuple):
    found: int = 0                          # lines of debris
    debris: int = 0
    wrong: int = 0                          # lines of articles
    kept: int = 0
    heads: int = 0                          # of the wrong ones, headlines and standfirsts

    def __str__(self) -> str:
        right = self.found / max(1, self.found + self.wrong)
        return (f"recall {self.found / max(1, self.debris):.3f}  precision {right:.3f}  "
                f"wrong in 1,000 {1000 * self.wrong / max(1, self.kept):5.1f}  heads {self.heads}")


def sheets(folder: str, programs: Iterable[str] = WHOLE + IMPERFECT, half: str | None = None) -> Iterator[Sheet]:
    with open(os.path.join(folder, "ground-truth.json"), encoding="utf-8") as file:
        truth = json.load(file)
    outputs = {program: _output(os.path.join(folder, "output", f"{program}.json")) for program in programs}
    for page in sorted(truth):
        site = _site(truth[page]["url"])
        if half in (None, half_of(site)):
            with gzip.open(os.path.join(folder, "html", f"{page}.html.gz")) as file:
                about = labels.read_page(file.read().decode("utf-8", "replace"))
            body = labels.Body(truth[page]["articleBody"])
            english = labels.english(truth[page]["articleBody"])
            for program, output in outputs.items():
                lines = output.get(page, "").split("\n")
                marked = [line for line in lines if line.strip(" \t\r\f\v")]
                its_labels = iter(labels.label(marked, body, about))
                yield Sheet(page, site, english, program, lines,
                            [next(its_labels) if line.strip(" \t\r\f\v") else "" for line in lines])


def _output(path: str) -> dict[str, str]:
    with open(path, encoding="utf-8") as file:
        output = json.load(file)
    return {page: said.get("articleBody") or "" for page, said in output.get("output", output).items()}


def _site(address: str) -> str:
    parts = urlparse(address).netloc.lower().partition(":")[0].split(".")
    return ".".join(parts[-3 if len(parts[-1]) == 2 and parts[-2:-1] and parts[-2] in SECOND_LEVEL else -2:])


def half_of(site: str) -> str:
    return "dev" if int(hashlib.sha1(site.encode()).hexdigest(), 16) % 100 < DEV else "test"


def document(lines: list[str]) -> Document:
    """The text as a file of that name would be read."""
    return next(iter(text_format.read("page.txt", "\n".join(lines))))


def marked_by(findings: Iterable[Finding], size: int) -> list[str]:
    """The rule that marks each line, or ""."""
    rules = [""] * size
    for finding in findings:
        if finding.rule.startswith(COUNTED):
            for line in range(finding.line - 1, finding.end_line):
                rules[line] = rules[line] or finding.rule
    return rules


def score(labels_and_marks: Iterable[tuple[list[str], Iterable[object]]]) -> Score:
    counts: Counter[tuple[str, bool]] = Counter()
    for its_labels, marks in labels_and_marks:
        counts.update((label, bool(mark)) for label, mark in zip(its_labels, marks) if label)
    found, missed = counts[DEBRIS, True], counts[DEBRIS, False]
    return Score(found, found + missed, sum(counts[label, True] for label in KEPT),
                 sum(counts[label, mark] for label in KEPT for mark in (True, False)),
                 counts[HEADLINE, True] + counts[STANDFIRST, True])


def main(arguments: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(prog="make quality-artifacts")
    parser.add_argument("aeb")
    parser.add_argument("--clean", help="a folder of articles that hold nothing of a page")
    parser.add_argument("--half", choices=("dev", "test"), default="dev")
    options = parser.parse_args(arguments)
    settings = config.effective(config.default(), "page.txt")
    ready = pack.load(settings, config.default())
    read = [sheet for sheet in sheets(options.aeb, half=options.half) if any(sheet.labels)]
    marks = [marked_by(found, len(sheet.lines)) for sheet, found in zip(
        read, engine.check_all([document(sheet.lines) for sheet in read], ready))]
    for name, programs in (("whole page", WHOLE), ("imperfect", IMPERFECT)):
        chosen = [(sheet, mark) for sheet, mark in zip(read, marks) if sheet.english and sheet.program in programs]
        heads = sum(sheet.labels.count(HEADLINE) + sheet.labels.count(STANDFIRST) for sheet, _ in chosen)
        print(f"{name}, {options.half}: {len(chosen)} texts, {heads} headlines and standfirsts")
        print(f"  newslint        {score((sheet.labels, mark) for sheet, mark in chosen)}")
        for level, ids in _by_level(ready).items():
            its = score((sheet.labels, [rule in ids for rule in mark]) for sheet, mark in chosen)
            print(f"  of these {level:<7}{its}")
        for other, judge in linefilters.all_there_are():
            print(f"  {other:<16}{score((sheet.labels, judge(sheet.lines)) for sheet, _ in chosen)}")
        _print_rules(chosen)
    print_repetition(read, marks, ready)
    if options.clean:
        print_clean(options.clean, ready)


def _by_level(ready: pack.Pack) -> dict[str, set[str]]:
    levels: dict[str, set[str]] = defaultdict(set)
    for rule, packed in ready.rules.items():
        levels[packed.level].add(rule)
    return {level: levels[level] for level in ("error", "warning")}


def _print_rules(chosen: list[tuple[Sheet, list[str]]]) -> None:
    right: Counter[str] = Counter()
    wrong: Counter[str] = Counter()
    for sheet, mark in chosen:
        right.update(rule for rule, label in zip(mark, sheet.labels) if rule and label == DEBRIS)
        wrong.update(rule for rule, label in zip(mark, sheet.labels) if rule and label in KEPT)
    for rule in sorted(right | wrong, key=lambda rule: -right[rule] - wrong[rule]):
        print(f"    {right[rule]:5} {wrong[rule]:4}  {rule}")


def print_repetition(read: list[Sheet], marks: list[list[str]], ready: pack.Pack) -> None:
    """What comparing pages adds, in any language. No site of the benchmark has three pages, which is what newslint asks
    for: so all pages that one program read are a run, and then the two pages of a site, as if two were enough."""
    for name, programs in (("whole page", WHOLE), ("imperfect", IMPERFECT)):
        for about, fewest in (("lines on three pages of all", repeated.FEWEST), ("lines on both pages of a site", 2)):
            runs: dict[str, list[int]] = defaultdict(list)
            for number, sheet in enumerate(read):
                if sheet.program in programs:
                    runs[sheet.program + (sheet.site if fewest == 2 else "")].append(number)
            chosen = [its for its in runs.values() if len(its) >= fewest]
            found = {number: lines for its in chosen for number, lines in
                     zip(its, repeated_lines([read[number] for number in its], ready, fewest))}
            print(f"{about}, {name}: {len(found)} texts in {len(chosen)} runs")
            print(f"  line by line    {score((read[number].labels, marks[number]) for number in found)}")
            print(f"  repeated        {score((read[number].labels, lines) for number, lines in found.items())}")
            print(f"  both            {score((read[number].labels, list(map(any, zip(marks[number], lines)))) for number, lines in found.items())}")


def repeated_lines(its_sheets: list[Sheet], ready: pack.Pack, fewest: int) -> list[list[bool]]:
    """Which lines of these pages the second pass marks."""
    documents = [document(sheet.lines)._replace(path=f"{number}.txt") for number, sheet in enumerate(its_sheets)]
    gathered = [repeated.gather(one, fold(one.text), {"line": REPEATED}) for one in documents]
    hits: dict[int, list[Hit]] = defaultdict(list)
    for number, hit in repeated.conclude(gathered, fewest):
        hits[number].append(hit)
    return [[bool(mark) for mark in marked_by(engine.concluded(one, hits[number], ready), len(sheet.lines))]
            for number, (one, sheet) in enumerate(zip(documents, its_sheets))]


def print_clean(folder: str, ready: pack.Pack) -> None:
    """Lines marked in articles that hold nothing of a page; lines with HTML entities are real damage, not counted."""
    lines = 0
    marked: Counter[str] = Counter()
    first = 0
    gathered: list[engine.Gathered] = []
    for found in sources.find([folder]):
        for one in sources.read(found.path):
            kept = one.raw.split("\n")
            lines += sum(bool(line.strip()) and not ENTITY.search(line) for line in kept)
            [findings] = engine.check_all([one], ready, gathered)
            for number, rule in enumerate(marked_by(findings, len(kept))):
                if rule and not ENTITY.search(kept[number]):
                    marked[rule] += 1
                    first += number == 0
    total = sum(marked.values())
    print(f"{folder}: {lines} lines, {total} marked, {1000 * total / lines:.2f} in 1,000; {first} first lines")
    print("  " + ", ".join(f"{rule} {times}" for rule, times in marked.most_common()))
    count = sum(hit.rule == REPEATED for its in engine.conclude(gathered).values() for hit in its)
    print(f"  and {count} lines that stand in three articles or more")


if __name__ == "__main__":
    main()
