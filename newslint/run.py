"""One run of `newslint check`: files to documents to findings to a report and an exit code."""
import gc
import os
import sys
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from newslint import chosen, config, engine, pack, regexes, report, sources
from newslint.errors import UserError
from newslint.formats import NoArticle
from newslint.model import LEVELS, Document, Finding
from newslint.outcome import Compared, Outcome
from newslint.told import KEPT, on_new_lines, told_once, unkept

if TYPE_CHECKING:                           # imported where it is wanted
    from newslint.changedlines import Lines
    from newslint.engines.languagetool.checker import Checking
    from newslint.gitfiles import Staged
    from newslint.suppresscomments import Directive
    from newslint.timing import Times
    from newslint.words.deep import Deepener

BATCH = 200_000                             # characters of text that are checked together
MANY = 50                                   # files of a run that may take long; see manyfiles.py


class Article(NamedTuple):
    """One file, and what holds for it."""

    found: sources.Found
    documents: list[Document]
    settings: config.Settings
    pack: pack.Pack
    home: str                               # the folder with what is kept of it, or ""


class Checker:
    """The settings and packs of a run, each worked out once."""

    def __init__(self, options: Any) -> None:
        self.options = options
        self.configs: dict[str, config.Config] = {}
        self.merged: dict[int, config.Config] = {}
        self.packs: dict[int, pack.Pack] = {}
        self.homes: dict[int, str] = {}
        self.fixed: config.Config | None = None
        self.deepener: Deepener | None = None   # of --suggest deep
        self.compares = False               # whether there are other files to compare with
        self.threads = getattr(options, "jobs", 0) or os.cpu_count() or 1     # questions to another engine at once
        self.files = 0                      # of the run
        self.engines: dict[str, Checking] = {}     # LanguageTool, by the settings it has
        self.staged: Staged | None = None   # what is read from git instead of the work tree
        self.lines: dict[str, Lines] = {}   # that are new, of each file that is not new itself
        self.times = _times() if getattr(options, "show_timing", False) else None
        if options.isolated:
            self.fixed = config.default()
        elif options.config:
            self.fixed = config.read(options.config)

    def config_of(self, path: str) -> config.Config:
        found = self.fixed or config.find(path, self.configs)
        if id(found) not in self.merged:
            self.merged[id(found)] = config.merge(found, command_line(self.options))
        return self.merged[id(found)]

    def pack_of(self, settings: config.Settings, origin: config.Config) -> pack.Pack:
        if id(settings) not in self.packs:
            ready = pack.load(settings, origin)
            self.packs[id(settings)] = self.times.ready(ready) if self.times else ready
        return self.packs[id(settings)]

    def beside(self, settings: config.Settings) -> "Checking | None":
        """The other engine these settings ask for."""
        if not settings.engines:
            return None
        key = repr(sorted(settings.languagetool.items()))
        if key not in self.engines:
            from newslint.engines.languagetool.checker import Checking

            self.engines[key] = Checking(settings, self.threads, self.files)
        return self.engines[key]

    def home_of(self, origin: config.Config) -> str:
        """The folder of the baseline and the list of suppressions that hold under a config; "" where it has neither."""
        if id(origin) not in self.homes:
            folder = config.home(origin)
            kept = not self.options.isolated and any(os.path.lexists(os.path.join(folder, name)) for name in KEPT)
            self.homes[id(origin)] = folder if kept else ""
        return self.homes[id(origin)]

    def check(self, found: Iterable[sources.Found]) -> Outcome:
        """Lint these files; what cannot be read is a problem to be told, not the end of the run."""
        findings: list[Finding] = []
        raw: dict[str, str] = {}
        problems: list[str] = []
        skipped: list[str] = []
        count = idle = 0
        failed = False
        compared: list[Compared] = []
        words: dict[str, int] = {}
        checked: list[str] = []
        comments: dict[str, list[Directive]] = {}
        homes: set[str] = set()
        for article, its_findings, gathered in _checked(self.articles(found, problems, skipped), self):
            if self.options.suggest and its_findings:
                its_findings = self.deeper(its_findings)
            count += 1
            idle += not article.settings.engines and pack.idle(article.pack, article.settings)
            if self.options.statistics:
                words[article.documents[0].path] = sum(len(document.text.split()) for document in article.documents)
            compared += [Compared(article.found, index, its) for index, its in enumerate(gathered)]
            first = article.documents[0]
            checked.append(first.path)
            homes.add(article.home)
            if first.comments and "newslint-" in first.raw:
                from newslint.suppresscomments import read

                comments[first.path] = read(first)
                raw[first.path] = first.raw
            if its_findings:
                findings += its_findings
                raw[first.path] = first.raw
                fatal = LEVELS.index(article.settings.fail_level)
                failed = failed or any(LEVELS.index(finding.level) >= fatal for finding in its_findings)
        problems += [problem for beside in self.engines.values() for problem in beside.problems()]
        return Outcome(findings, raw, count, idle, len(skipped), problems, failed, compared, words, checked, comments,
                       frozenset(homes - {""}))

    def articles(self, found: Iterable[sources.Found], problems: list[str], skipped: list[str]) -> Iterator[Article]:
        """The files that can be read; the others are added to `problems`, those without an article to `skipped`."""
        for path, named in found:
            name = (self.options.stdin_filename or path) if path == sources.STDIN else path
            origin = self.config_of(name)
            settings = config.effective(origin, name)
            self.beside(settings)           # an engine that is not there is told before anything is worked out
            ready = self.pack_of(settings, origin)
            try:
                yield Article(sources.Found(path, named), self.read(path, name, settings), settings, ready,
                              self.home_of(origin))
            except NoArticle as error:
                skipped.append(path)
                if named:
                    problems.append(str(error))
            except UserError as error:
                problems.append(str(error))

    def deeper(self, findings: list[Finding]) -> list[Finding]:
        """The same findings with more suggestions."""
        if self.deepener is None:
            from newslint.words.deep import Deepener

            self.deepener = Deepener()
        return self.deepener.deepen(findings)

    def fails(self, findings: Iterable[Finding]) -> bool:
        """Whether one of them is at or above the failing level of its file."""
        return any(LEVELS.index(finding.level) >= LEVELS.index(config.effective(self.config_of(finding.path),
                                                                                finding.path).fail_level)
                   for finding in findings)

    def read(self, path: str, name: str, settings: config.Settings) -> list[Document]:
        if path == sources.STDIN:
            return sources.read_stdin(name, settings.records, settings.max_size)
        if self.staged is not None:
            return sources.documents(path, self.staged.read(path), settings.records, settings.max_size)
        return sources.read(path, settings.records, settings.max_size)


def _checked(articles: Iterable[Article], checker: Checker) -> Iterator[tuple[Article, list[Finding], list[Any]]]:
    """Each with its findings, in the same order. Some are checked together, which is a good deal faster."""
    batch: list[Article] = []
    size = 0
    for article in articles:
        if batch and (size > BATCH or article.pack is not batch[-1].pack):
            yield from _checked_together(batch, checker)
            batch, size = [], 0
        batch.append(article)
        size += len(article.documents[0].raw)
    yield from _checked_together(batch, checker)


def _checked_together(batch: list[Article], checker: Checker) -> Iterator[tuple[Article, list[Finding], list[Any]]]:
    if not batch:
        return
    gathered: list[engine.Gathered] | None = [] if checker.compares else None
    ready, settings = batch[0].pack, batch[0].settings
    another = checker.beside(settings)
    beside = None if another is None else lambda documents: another.hits(documents, settings, ready)
    results = iter(engine.check_all([document for article in batch for document in article.documents], ready, gathered,
                                    beside))
    kept = iter(gathered or ())
    for article in batch:
        findings = [finding for _ in article.documents for finding in next(results)]
        # What was typed in cannot be read again.
        its = [next(kept) for _ in article.documents] if checker.compares else []
        yield article, findings, [] if article.found.path == sources.STDIN else its


def check(options: Any) -> int:
    # A run makes no cycles worth collecting, and looking for them costs a tenth of it.
    gc.disable()
    chosen.refuse_to_mix(options)
    checker = Checker(options)
    if options.show_files:
        return chosen.show_files(options, checker)
    outcome = on_new_lines(unkept(outcome_of(options, checker, options.output), checker), checker)
    problems = outcome.problems
    if outcome.read and outcome.idle == outcome.read:
        problems.append("no rule is on for what was named, so nothing was checked: see packs, select, ignore and level "
                        "(newslint config show PATH)")
    elif outcome.read or chosen.by_git(options) and not problems:
        try:
            _report(options, outcome)
        except BrokenPipeError:             # whoever reads has enough; the code says all the same how it went
            pass
    elif not problems:
        problems.append(f"{', '.join(options.paths)}: no article in {outcome.skipped} file(s); JSON needs a body: "
                        "name yours under “records” in the config")
    regexes.keep()
    if checker.times:
        print(checker.times.told(), file=sys.stderr)
    if problems:
        # What could be read is reported; that this is not all is told last, and by the code.
        raise UserError("\n".join(problems))
    return 1 if outcome.failed and not options.exit_zero else 0


def outcome_of(options: Any, checker: Checker, output: str | None = None) -> Outcome:
    """What the files that the options name come to; `output` must not be one of them."""
    found, problems, changes = chosen.find(options, checker)
    if output:
        chosen.refuse_to_overwrite(output, found)
    checker.compares = len(found) > 1
    checker.files = len(found)
    if len(found) < MANY:
        outcome = checker.check(found)
    else:
        from newslint.manyfiles import check_many

        outcome = check_many(checker, found, changes)
    if len(outcome.compared) > 1:
        from newslint.secondpass import compare

        outcome = compare(outcome, checker, found)
    checker.lines = changes.lines if changes else {}
    return outcome._replace(findings=told_once(outcome.findings), problems=problems + outcome.problems)


def show_config(options: Any) -> int:
    from newslint.configshow import show

    if not os.path.lexists(options.path):
        raise UserError(f"{options.path}: no such file or folder")
    checker = Checker(options)
    origin = checker.config_of(options.path)
    checker.pack_of(config.effective(origin, options.path), origin)
    print(show(origin, options.path))
    return 0


def command_line(options: Any) -> dict[str, Any]:
    return {name: getattr(options, name) for name in config.COMMAND_LINE if hasattr(options, name)}


def _report(options: Any, outcome: Outcome) -> None:
    about = report.Run(outcome.read, outcome.skipped, outcome.raw, given=options.paths, suppressed=outcome.suppressed,
                       known=outcome.known, outdated=outcome.outdated)
    if options.output:
        try:
            with open(options.output, "w", encoding="utf-8", errors="backslashreplace") as file:
                report.write(options.format, outcome.findings, about, file)
        except OSError as error:
            raise UserError(f"{options.output}: the report cannot be written: {error.strerror}") from None
        return
    if options.format == "text":
        from newslint.report import text

        about = about._replace(colour=text.wants_colour(sys.stdout, os.environ), width=text.terminal_width(sys.stdout))
    if options.statistics:
        from newslint.report.statistics import tables

        print(tables(outcome.findings, about, outcome.words))
        return
    report.write(options.format, outcome.findings, about, sys.stdout)


def _times() -> "Times":
    from newslint.timing import Times

    return Times()
