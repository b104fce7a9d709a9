"""What a run came to, and shares of it."""
from typing import TYPE_CHECKING, NamedTuple

from newslint.engine import Gathered
from newslint.model import Finding
from newslint.sources import Found

if TYPE_CHECKING:                           # imported where a comment speaks to newslint
    from newslint.suppresscomments import Directive


class Compared(NamedTuple):
    """What of an article is compared with the others of the run."""

    found: Found
    number: int                             # of the article in its file
    gathered: Gathered


class Outcome(NamedTuple):
    """What a share of the files came to."""

    findings: list[Finding]
    raw: dict[str, str]                     # by path, of files with findings
    read: int
    idle: int                               # of those, files for which no rule is on
    skipped: int
    problems: list[str]
    failed: bool
    compared: list[Compared]
    words: dict[str, int]                   # by path, of each file that was read, where they are asked for
    checked: list[str]                      # the articles read, by the names they are reported under
    comments: dict[str, "list[Directive]"]  # by path: what comments of an article say to newslint
    homes: frozenset[str]                   # folders with a baseline or a list of suppressions
    between: frozenset[Finding] = frozenset()   # those that depend on which files are in the run
    suppressed: int = 0                     # findings that are not reported for it
    known: int = 0                          # those that are in a baseline
    outdated: tuple[str, ...] = ()          # lines that tell which entries of a baseline are no longer true


def joined(shares: list[Outcome]) -> Outcome:
    return Outcome([finding for share in shares for finding in share.findings],
                   {path: raw for share in shares for path, raw in share.raw.items()},
                   sum(share.read for share in shares), sum(share.idle for share in shares),
                   sum(share.skipped for share in shares), [problem for share in shares for problem in share.problems],
                   any(share.failed for share in shares), [one for share in shares for one in share.compared],
                   {path: words for share in shares for path, words in share.words.items()},
                   [path for share in shares for path in share.checked],
                   {path: its for share in shares for path, its in share.comments.items()},
                   frozenset().union(*(share.homes for share in shares)))
