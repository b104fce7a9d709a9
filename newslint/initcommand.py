"""`newslint init`: looks at the articles here and proposes a config, a pre-commit hook and a CI workflow.

Every file is shown, and written only after a yes (or with --yes). Nothing that exists is overwritten; to a
.pre-commit-config.yaml the hook is added where that changes nothing else in it.
"""
from __future__ import annotations

import gc
import os
import sys
from typing import Any, NamedTuple

from newslint import config, initfiles, wholefile
from newslint.errors import UserError
from newslint.report.visible import visible
from newslint.run import Checker
from newslint.survey import Survey, survey, with_language

CONFIG, HOOKS, WORKFLOW = ".newslint.yaml", ".pre-commit-config.yaml", ".github/workflows/newslint.yml"


class Proposal(NamedTuple):
    path: str
    shown: str                              # what a person is to see of it
    text: str | None                        # what is written; None: only shown
    note: str                               # why it is not written, or what it does


def init(options: Any) -> int:
    gc.disable()
    checker = Checker(options)
    seen = survey(checker)
    outcome = checker.check(seen.read)
    seen = with_language(seen, outcome.findings)
    root = _root()
    where = initfiles.source(options.source, options.rev)
    print(_told(seen, sum(finding.level == "error" for finding in outcome.findings), len(outcome.findings)))
    proposals = [_config(seen)]
    if root is not None:
        prefix = _prefix(root)
        hook = initfiles.hook(seen, where, prefix)
        proposals += [_hooks(root, hook), _workflow(root, seen, where, prefix)]
    written = [proposal.path for proposal in proposals if _offer(proposal, options.yes)]
    if written:
        print(f"\nWritten: {', '.join(map(_shown, written))}. Next: newslint {_folders(seen)}; newslint baseline "
              f"{_folders(seen)} sets aside what it finds today; pre-commit install")
    elif not options.yes and not _asks() and any(proposal.text for proposal in proposals):
        print("\nNothing was written; --yes does.")
    return 0


def _told(seen: Survey, errors: int, findings: int) -> str:
    where = f"in {', '.join(visible(folder) + '/' for folder in seen.folders)}" if seen.folders else "here"
    return (f"{seen.files} files {where}; in the {len(seen.read)} that were read, newslint finds {errors} errors and "
            f"{findings - errors} warnings.")


def _config(seen: Survey) -> Proposal:
    there = next((name for name in config.NAMES if os.path.lexists(name) and not name.endswith(".toml")), None)
    if there is None and os.path.exists("pyproject.toml") and config.find(".", {}).path == "pyproject.toml":
        there = "pyproject.toml"
    text = initfiles.config(seen)
    if there:
        return Proposal(CONFIG, "", None, f"{there} is there already, and was left as it is")
    return Proposal(CONFIG, text, text, "")


def _hooks(root: str, hook: str) -> Proposal:
    path = os.path.join(root, HOOKS)
    if not os.path.lexists(path):
        text = "repos:\n" + _indented(hook, 2)
        return Proposal(path, text, text, "")
    try:
        with open(path, encoding="utf-8", newline="") as file:
            before = file.read()
    except (OSError, ValueError):
        return Proposal(path, hook, None, f"{HOOKS} cannot be read; this is what to add to it")
    from newslint.hookfile import added, has_newslint

    if has_newslint(before):
        return Proposal(path, "", None, f"{HOOKS} has newslint already, and was left as it is")
    after = added(before, hook)
    if after is None:
        return Proposal(path, hook, None, f"{HOOKS} is there; add this to its repos yourself")
    return Proposal(path, hook, after, f"added to {HOOKS}, which is there")


def _workflow(root: str, seen: Survey, where: initfiles.Source | None, prefix: str) -> Proposal:
    path = os.path.join(root, WORKFLOW)
    text = initfiles.workflow(seen, where, prefix)
    if os.path.lexists(path):
        return Proposal(path, "", None, f"{WORKFLOW} is there already, and was left as it is")
    if where is None:
        return Proposal(path, text, None, "not written, for it has to say where CI gets newslint from: newslint init "
                                          "--source URL names the git repository")
    return Proposal(path, text, text, "")


def _offer(proposal: Proposal, yes: bool) -> bool:
    """Shows a file and writes it if that is wanted; whether it was written."""
    if proposal.shown:
        print(f"\n--- {_shown(proposal.path)}{f' ({proposal.note})' if proposal.note else ''}")
        print("\n".join(map(visible, proposal.shown.splitlines())))
    else:
        print(f"\n{visible(proposal.note)}.")
    if proposal.text is None or not (yes or _asks() and _asked(f"Write {_shown(proposal.path)}? [y/N] ")):
        return False
    data = proposal.text.encode()
    if os.path.exists(proposal.path):       # the hooks, with one more
        wholefile.write(proposal.path, data)
        return True
    try:
        os.makedirs(os.path.dirname(proposal.path) or ".", exist_ok=True)
        with open(proposal.path, "xb") as file:
            file.write(data)
    except OSError as error:
        raise UserError(f"{_shown(proposal.path)}: cannot be written: {(error.strerror or str(error)).lower()}") \
            from None
    return True


def _asks() -> bool:
    return sys.stdin.isatty() and sys.stdout.isatty()


def _asked(question: str) -> bool:
    try:
        return input(f"\n{question}").strip().lower() in ("y", "yes")
    except EOFError:
        return False


def _root() -> str | None:
    """The top folder of the repository, without asking git."""
    folder = os.getcwd()
    while not os.path.exists(os.path.join(folder, ".git")):
        folder, below = os.path.dirname(folder), folder
        if folder == below:
            return None
    return folder


def _prefix(root: str) -> str:
    here = os.path.relpath(os.getcwd(), root).replace(os.sep, "/")
    return "" if here == "." else here + "/"


def _folders(seen: Survey) -> str:
    return " ".join(visible(folder) + "/" for folder in seen.folders) or "."


def _shown(path: str) -> str:
    return visible(os.path.relpath(path).replace(os.sep, "/"))


def _indented(text: str, width: int) -> str:
    return "".join(" " * width + line for line in text.splitlines(keepends=True))
