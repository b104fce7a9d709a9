"""What the command line takes: argparse, since it starts in 14 ms (click 69, typer 318)."""
from __future__ import annotations

import argparse
from typing import Any, NoReturn

from newslint import __version__
from newslint.model import LEVELS
from newslint.options import CHECK
from newslint.report import FORMATS

ENGINES = ("languagetool", "none")
DIALECTS = ("auto", "en-US", "en-GB", "en-AU", "en-CA")


class Parser(argparse.ArgumentParser):
    """Names the nearest right word for a wrong one, and exits with 2 as all wrong use does."""

    def error(self, message: str) -> NoReturn:
        self.exit(2, f"newslint: {message}\n{self.format_usage()}See: {self.prog} --help\n")

    def _check_value(self, action: argparse.Action, value: Any) -> None:
        if action.choices is not None and value not in action.choices:
            from newslint.faults import advice
            raise argparse.ArgumentError(action, f'unknown "{value}": {advice(str(value), list(action.choices), 20)}')


def parser() -> Parser:
    top = Parser(prog="newslint", allow_abbrev=False, description="A text-quality linter for news copy.",
                 epilog="`newslint PATH…` is `newslint check PATH…`.")
    top.add_argument("--version", action="version", version=f"newslint {__version__}")
    commands = top.add_subparsers(dest="command", required=True, metavar="COMMAND", prog="newslint")
    _check(commands.add_parser("check", help="lint articles (the default)"))
    _rules(commands.add_parser("rules", help="list, show and test rules"))
    explain = commands.add_parser("explain", help="why a rule is there, with examples")
    explain.add_argument("rule", metavar="RULE")
    _where(explain)
    config = commands.add_parser("config", help="which settings hold where")
    actions = config.add_subparsers(dest="action", required=True, metavar="ACTION", prog="newslint config")
    show = actions.add_parser("show", help="the settings for a path, and where each comes from")
    show.add_argument("path", nargs="?", default=".", metavar="PATH")
    _choices(show)
    _where(show)
    words = commands.add_parser("words", help="words and names that your newsroom accepts")
    actions = words.add_subparsers(dest="action", required=True, metavar="ACTION", prog="newslint words")
    add = actions.add_parser("add", help="add words to a word file, sorted")
    add.add_argument("words", nargs="+", metavar="WORD", help="a word, or a phrase in quotes")
    add.add_argument("--name", action="store_true", help="they are names: no rule of names marks them either")
    add.add_argument("--file", metavar="FILE", help="the file (default: the first that the config names)")
    _where(add)
    calibrate = commands.add_parser("calibrate", help="propose words and names of your archive to accept")
    calibrate.add_argument("paths", nargs="+", metavar="PATH", help="files, folders, or - for standard input")
    calibrate.add_argument("--least", type=_count, default=3, metavar="N",
                           help="only what is marked in so many articles (default: 3)")
    calibrate.add_argument("--write", metavar="FILE", help="write them into this word file, without a question")
    calibrate.add_argument("--jobs", type=_count, metavar="N", help="processes at once (default: by the work)")
    _where(calibrate)
    calibrate.set_defaults(**{**CHECK, "engines": ["none"]})     # what it proposes are words and names
    index = commands.add_parser("names", help="list the names in articles: count, files, known or new")
    index.add_argument("paths", nargs="+", metavar="PATH", help="files, folders, or - for standard input")
    index.add_argument("--new", action="store_true", help="only names with a word in no list, and not accepted")
    _where(index)
    index.set_defaults(**{**CHECK, "engines": ["none"]})
    _keeping(commands)
    clean = commands.add_parser("clean", help="write articles without debris and damage",
                                description="Writes plain-text articles with safe repairs applied, and tells every "
                                            "line it took out.")
    clean.add_argument("path", metavar="IN", help="a file, a folder, or - for standard input")
    clean.add_argument("-o", "--output", metavar="OUT", required=True,
                       help="a file, a folder, or - for standard output; never IN itself")
    clean.add_argument("--report", metavar="FILE", help="tell what was taken out here (default: standard error)")
    clean.add_argument("--force", action="store_true", help="replace files that exist")
    clean.add_argument("--stdin-filename", metavar="NAME", help="what standard input is called, for format and config")
    _where(clean)
    clean.set_defaults(**{name: value for name, value in CHECK.items() if name != "output"})
    _languagetool(commands.add_parser("languagetool", help="install LanguageTool, see or end its server"))
    init = commands.add_parser("init", help="set newslint up for a repository",
                               description="Looks at the articles below this folder and proposes a config, a "
                                           "pre-commit hook and a CI workflow. Nothing that exists is overwritten.")
    init.add_argument("--yes", action="store_true", help="write them without a question")
    init.add_argument("--source", metavar="URL", help="the git repository that others get newslint from, for the hook "
                                                      "and CI (default: where this one was installed from)")
    init.add_argument("--rev", metavar="REV", help="the tag or commit of it (default: the one of this newslint)")
    init.set_defaults(**{**CHECK, "isolated": True})
    completion = commands.add_parser("completion", help="a script that completes commands, options and files")
    completion.add_argument("shell", choices=("bash", "zsh", "tcsh"), metavar="SHELL", help="bash, zsh or tcsh")
    _fix(commands.add_parser("fix", help="make the fixes that are safe",
                             description="Makes the fixes that are safe, in place. Exits with 1 if what is left "
                                         "would fail a check; with --diff, if there is anything to fix."))
    return top


def _languagetool(languagetool: argparse.ArgumentParser) -> None:
    actions = languagetool.add_subparsers(dest="action", required=True, metavar="ACTION", prog="newslint languagetool")
    install = actions.add_parser("install", help="get LanguageTool from Maven Central into your data folder")
    install.add_argument("--offline", metavar="FOLDER", help="take its jars from this folder instead")
    status = actions.add_parser("status", help="what is installed, and the server that runs")
    stop = actions.add_parser("stop", help="end the server; the next check that needs it starts it again")
    for action in (install, status, stop):
        _where(action)


def _keeping(commands: Any) -> None:
    suppress = commands.add_parser("suppress", help="suppress what is reported now, with a reason",
                                   description="Writes a comment into Markdown and HTML, and for other files an entry "
                                               "into .newslint-suppressions beside the config.")
    suppress.add_argument("paths", nargs="+", metavar="PATH", help="files or folders")
    suppress.add_argument("--reason", required=True, metavar="TEXT", help="why, in one line")
    _choices(suppress)
    _where(suppress)
    suppress.set_defaults(**CHECK)
    baseline = commands.add_parser("baseline", help="set aside what stands today, so that only what is new is reported",
                                   usage="newslint baseline PATH…\n       newslint baseline update|show|prune [PATH…]",
                                   description="Writes .newslint-baseline beside the config. update takes in what is "
                                               "reported now and takes out what is no longer true, prune does the "
                                               "latter alone; both read the files it names, or those given. show lists "
                                               "it.")
    baseline.add_argument("paths", nargs="+", metavar="PATH", help="files or folders, or update, show or prune first")
    baseline.add_argument("--level", choices=LEVELS, help="as for check; make it at the level that you run at")
    baseline.add_argument("--baseline", metavar="FILE", help="this file instead of the one beside the config")
    baseline.add_argument("--jobs", type=_count, metavar="N", help="processes at once (default: by the work)")
    _where(baseline)
    baseline.set_defaults(**CHECK)


def _fix(fix: argparse.ArgumentParser) -> None:
    fix.add_argument("paths", nargs="+", metavar="PATH", help="files, folders, or - for standard input to output")
    fix.add_argument("--unsafe", action="store_true", help="make the fixes a person should look at, too")
    fix.add_argument("--diff", action="store_true", help="show what would be fixed, and write nothing")
    fix.add_argument("--interactive", action="store_true", help="ask for each fix, safe or not")
    _choices(fix)
    _where(fix)
    fix.add_argument("--exit-zero", action="store_true", help="what is left does not fail the run")
    fix.add_argument("--stdin-filename", metavar="NAME", help="what standard input is called, for format and config")
    fix.set_defaults(**CHECK)


def _check(check: argparse.ArgumentParser) -> None:
    check.add_argument("paths", nargs="*", metavar="PATH", help="files, folders, or - for standard input")
    check.add_argument("--staged", action="store_true", help="only the files that git would commit, as they are staged")
    check.add_argument("--since", metavar="REV", help="only the lines that changed since this branch, tag or commit")
    check.add_argument("--whole-files", action="store_true", help="with --since: all of each file that changed")
    check.add_argument("--format", choices=FORMATS)
    check.add_argument("--output", metavar="FILE", help="write the report to a file")
    _choices(check)
    _where(check)
    baseline = check.add_mutually_exclusive_group()
    baseline.add_argument("--baseline", metavar="FILE", help="this baseline instead of the one beside the config")
    baseline.add_argument("--no-baseline", action="store_true", help="report what is in the baseline too")
    check.add_argument("--jobs", type=_count, metavar="N", help="processes at once (default: by the work)")
    check.add_argument("--exit-zero", action="store_true", help="findings do not fail the run")
    check.add_argument("--stdin-filename", metavar="NAME", help="what standard input is called, for format and config")
    check.add_argument("--suggest", choices=("deep",), help="look longer for what misspelt words were meant to be")
    check.add_argument("--statistics", action="store_true", help="count findings by rule and file, instead")
    check.add_argument("--show-files", action="store_true", help="list the files that would be read, and stop")
    check.add_argument("--show-timing", action="store_true", help="tell what took how long, on standard error")
    check.set_defaults(**CHECK)


def _choices(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--level", choices=LEVELS, help="report findings from this level on (default: warning)")
    parser.add_argument("--fail-level", choices=LEVELS, help="exit with 1 from this level on (default: error)")
    parser.add_argument("--pack", type=_names, dest="packs", metavar="PACK[,PACK]", help="rule packs (default: news)")
    parser.add_argument("--select", type=_names, metavar="RULE[,RULE]", help="only these rules or families")
    parser.add_argument("--ignore", type=_names, metavar="RULE[,RULE]", help="not these rules or families")
    parser.add_argument("--dialect", choices=DIALECTS)
    parser.add_argument("--engine", type=_engine, dest="engines", metavar="ENGINE",
                        help="languagetool beside newslint's own rules; none: not the one in the config")


def _where(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--config", metavar="FILE", help="this config file instead of the nearest one")
    parser.add_argument("--isolated", action="store_true", help="no config file")


def _rules(rules: argparse.ArgumentParser) -> None:
    actions = rules.add_subparsers(dest="action", required=True, metavar="ACTION", prog="newslint rules")
    listing = actions.add_parser("list", help="all rules, with level and message")
    listing.add_argument("families", nargs="*", metavar="FAMILY")
    _where(listing)
    show = actions.add_parser("show", help="one rule, as its file says it")
    show.add_argument("rule", metavar="RULE")
    _where(show)
    test = actions.add_parser("test", help="run every bad and good example")
    test.add_argument("paths", nargs="*", metavar="RULE", help="rule ids, files or folders (default: all known)")
    _where(test)
    actions.add_parser("schema", help="JSON Schema of rule files, for editors")


def _names(text: str) -> list[str]:
    return [name.strip() for name in text.split(",") if name.strip()]


def _engine(text: str) -> list[str]:
    if text not in ENGINES:
        from newslint.faults import advice
        raise argparse.ArgumentTypeError(f'unknown "{text}": {advice(text, ENGINES)}')
    return [text]


def _count(text: str) -> int:
    if not text.isdigit() or int(text) < 1:
        raise argparse.ArgumentTypeError(f'"{text}" is not a number: give 1 or more')
    return int(text)
