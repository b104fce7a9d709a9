"""What of an outcome is told: less what is suppressed or set aside, or not on the lines that are asked for."""
from typing import Any

from newslint.model import LEVELS, Finding
from newslint.outcome import Outcome

KEPT = (".newslint-baseline", ".newslint-suppressions")     # beside a config
NARROWING = ("select", "ignore", "packs", "dialect", "staged", "since")
ONCE = "newslint/stale-fact"                # said once a run, however many articles it holds for


def unkept(outcome: Outcome, checker: Any) -> Outcome:
    """The outcome without the findings that are suppressed or in a baseline, and with what is to be said of that."""
    options = checker.options
    if outcome.comments or outcome.homes:
        from newslint.suppress import apply

        outcome = apply(outcome, checker)
    if options.baseline or outcome.homes and not options.no_baseline:
        from newslint import baseline

        outcome = baseline.apply(outcome, checker)
    return outcome


def as_configured(options: Any) -> bool:
    """Whether a run checks all that its config says, so that what is kept and no longer true can be told."""
    narrowed = any(getattr(options, name, None) for name in NARROWING)
    return not narrowed and options.level in (None, LEVELS[0])


def on_new_lines(outcome: Outcome, checker: Any) -> Outcome:
    """The outcome without the findings on lines that are not new, if new ones only are asked for."""
    if not checker.lines:
        return outcome
    from newslint.changedlines import touching

    kept = list(touching(outcome.findings, checker.lines, outcome.raw))
    return outcome._replace(findings=kept, failed=checker.fails(kept))


def told_once(findings: list[Finding]) -> list[Finding]:
    """The findings with the first alone of those that say of the run, each time, that a fact is stale."""
    if not any(finding.rule == ONCE for finding in findings):
        return findings
    told: set[str] = set()
    kept = []
    for finding in findings:
        about = finding.message.rpartition(":")[0]
        if finding.rule != ONCE or about not in told:
            kept.append(finding)
        if finding.rule == ONCE:
            told.add(about)
    return kept
