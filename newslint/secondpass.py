"""What shows only once all files of a run were read: lines and articles that stand in several of them.

Files in which something is found are read once more, so that of the others next to nothing need be kept.
"""
from collections.abc import Iterator
from typing import Any

from newslint import config, engine, sources
from newslint.engine import ARTIFACTS
from newslint.errors import UserError
from newslint.model import Finding, Hit
from newslint.outcome import Outcome
from newslint.pack import Pack


def compare(outcome: Outcome, checker: Any, found: list[sources.Found]) -> Outcome:
    """The outcome with what comparing the files shows, and without findings in lines that turned out to be a page's."""
    hits = engine.conclude([one.gathered for one in outcome.compared])
    if not hits:
        return outcome
    files: dict[sources.Found, dict[int, list[Hit]]] = {}
    for number in sorted(hits):
        one = outcome.compared[number]
        files.setdefault(one.found, {})[one.number] = hits[number]
    by_path: dict[str, list[Finding]] = {}
    for finding in outcome.findings:
        by_path.setdefault(finding.path, []).append(finding)
    raw, problems = dict(outcome.raw), list(outcome.problems)
    between: list[Finding] = []
    for file, its_hits in files.items():
        try:
            new = list(_findings(file.path, its_hits, checker, raw))
        except UserError as error:          # it was there a moment ago
            problems.append(str(error))
            continue
        between += new
        spans = [(finding.start, finding.end) for finding in new if finding.rule.startswith(ARTIFACTS)]
        kept = [finding for finding in by_path.get(file.path, ())
                if not any(start <= finding.start and finding.end <= end for start, end in spans)]
        if kept or new:
            by_path[file.path] = sorted(kept + new, key=_place)
    order = {file.path: number for number, file in enumerate(found)}
    findings = [finding for path in sorted(by_path, key=lambda path: order.get(path, 0)) for finding in by_path[path]]
    return outcome._replace(findings=findings, raw=raw, problems=problems, failed=checker.fails(findings),
                            between=frozenset(between))


def _findings(path: str, hits: dict[int, list[Hit]], checker: Any, raw: dict[str, str]) -> Iterator[Finding]:
    origin = checker.config_of(path)
    settings = config.effective(origin, path)
    documents = checker.read(path, path, settings)
    for index, its in hits.items():
        if index < len(documents):
            found = engine.concluded(documents[index], its, checker.pack_of(settings, origin))
            if found:
                raw[path] = documents[index].raw
            yield from found


def rules_of(pack: Pack) -> frozenset[str]:
    """The rules that compare the files of a run."""
    comparing = (part for part in pack.parts if hasattr(part.kind, "gather"))
    return frozenset(rule for part in comparing for rule in part.kind.comparing(part.data))


def _place(finding: Finding) -> tuple[int, int, str]:
    return finding.start, finding.end, finding.rule
