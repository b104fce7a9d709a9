"""`newslint fix --interactive`: shows each finding that can be fixed, safely or not, and asks what to do with it."""
from __future__ import annotations

import os
import sys

from newslint.accepted import entry_of, plain
from newslint.errors import UserError
from newslint.fix import apart
from newslint.model import Finding
from newslint.report.text import one, terminal_width, wants_colour
from newslint.report.visible import visible
from newslint.run import Checker

YES, SKIP, ALL, WORD, IGNORE, QUIT = "y", "n", "a", "w", "i", "q"
ACCEPTED = {"spelling": False, "names": True}   # families whose finding goes where the word is accepted; as a name?


class Asker:
    """What was answered so far, in this file and in the run."""

    def __init__(self, checker: Checker) -> None:
        self.checker = checker
        self.rules: set[str] = set()        # of which all are to be fixed
        self.words: set[str] = set()        # accepted since the run began
        self.skipped: set[tuple[str, str, str]] = set()
        self.ignored: list[tuple[Finding, str]] = []    # in this file, each with the reason
        self.ended = False

    def choose(self, findings: list[Finding], raw: str) -> list[Finding]:
        """Those to fix now. Of findings that overlap one is asked, and the other after it was skipped."""
        chosen: list[Finding] = []
        while not self.ended and (asked := apart(finding for finding in findings if not self._known(finding))):
            chosen = [finding for finding in asked
                      if not self.ended and _word(finding) not in self.words and self._wants(finding, raw)]
            if chosen:                      # the text is another now, so the rest is looked for again
                break
        return chosen

    def _known(self, finding: Finding) -> bool:
        return _key(finding) in self.skipped or _word(finding) in self.words

    def _wants(self, finding: Finding, raw: str) -> bool:
        if finding.rule in self.rules:
            return True
        print("\n" + one(finding, raw, terminal_width(sys.stdout), wants_colour(sys.stdout, os.environ)))
        answer = self._answer(finding)
        if answer == ALL:
            self.rules.add(finding.rule)
        elif answer == WORD:
            self._accept(finding)
        elif answer == IGNORE:
            self._ignore(finding)
        elif answer == QUIT:
            self.ended = True
        if answer in (YES, ALL):
            return True
        self.skipped.add(_key(finding))
        return False

    def _answer(self, finding: Finding) -> str:
        choices = {YES: "fix it", SKIP: "skip it", ALL: f"fix all of {finding.rule}"}
        if _word(finding):
            kind = "name" if ACCEPTED[finding.rule.partition("/")[0]] else "word"
            choices[WORD] = f"accept “{visible(_word(finding))}” as a {kind}"
        choices |= {IGNORE: "ignore it here", QUIT: "quit"}
        question = ", ".join(f"{key}: {told}" for key, told in choices.items())
        while True:
            answer = self._asked(f"  {question}? ").lower()[:1]
            if self.ended:
                return QUIT
            if answer in choices:
                return answer
            print(f"  Answer with one of {' '.join(choices)}.")

    def _asked(self, question: str) -> str:
        try:
            return input(question).strip()
        except EOFError:
            print()
            self.ended = True
            return ""

    def _ignore(self, finding: Finding) -> None:
        from newslint.suppresscommand import checked_reason

        while reason := self._asked("  Why? (nothing: skip it) "):
            try:
                self.ignored.append((finding, checked_reason(reason)))
                return
            except UserError:
                print("  Say it in one line, without “--”.")

    def suppress(self, left: list[Finding]) -> list[Finding]:
        """Once the file is written: suppress what is to be ignored, where it stands now; what is left without it."""
        from newslint.suppresscommand import suppressed

        places: list[tuple[Finding, str]] = []
        for asked, reason in self.ignored:
            alike = [finding for finding in left if _key(finding) == _key(asked)
                     and all(finding is not other for other, _ in places)]
            # Its sentence is another if something else in it was fixed.
            same = [finding for finding in alike if finding.fingerprint == asked.fingerprint]
            places += [(finding, reason) for finding in (same or alike)[:1]]
        self.ignored = []
        # From the end: a comment moves what stands below it.
        for finding, reason in sorted(places, key=_start, reverse=True):
            print("\n".join(suppressed(finding.path, [finding], reason, self.checker, left)))
        return [finding for finding in left if all(finding is not other for other, _ in places)]

    def _accept(self, finding: Finding) -> None:
        from newslint import wordcommands

        names = ACCEPTED[finding.rule.partition("/")[0]]
        origin = self.checker.config_of(finding.path)
        wordcommands.add_and_tell(wordcommands.target(origin, names), [_word(finding)], origin, names)
        self.words.add(_word(finding))


def _start(place: tuple[Finding, str]) -> int:
    return place[0].start


def _key(finding: Finding) -> tuple[str, str, str]:
    """A finding, wherever it has moved to when the text before it was fixed."""
    return finding.path, finding.rule, finding.match


def _word(finding: Finding) -> str:
    """The word or name that is accepted where this is no fault; empty where that cannot be."""
    from newslint.calibrate import KNOWN_WORDS

    words = " ".join(finding.match.split())
    accepted = finding.rule.partition("/")[0] in ACCEPTED and finding.rule not in KNOWN_WORDS
    return words if accepted and words.isprintable() and entry_of(words) == plain(words) else ""
