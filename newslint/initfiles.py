"""The files that `newslint init` proposes, as text."""
from __future__ import annotations

import importlib.metadata
import json
import re

from newslint import __version__
from newslint.errors import UserError
from newslint.survey import Survey

PLAIN_URL = re.compile(r"[\w@:/.~%+-]+")


class Source:
    """Where others get newslint from: a git repository and a commit or tag of it."""

    def __init__(self, url: str, rev: str) -> None:
        for text in (url, rev):
            if not PLAIN_URL.fullmatch(text) or text.startswith("-"):
                raise UserError(f"{text!r}: not the address of a git repository, or not a tag or commit of it")
        self.url, self.rev = url, rev


def source(url: str | None, rev: str | None) -> Source | None:
    """What was named, else where pip got this newslint from, if that was a git repository."""
    if url is None:
        try:
            told = json.loads(importlib.metadata.distribution("newslint").read_text("direct_url.json") or "{}")
        except (importlib.metadata.PackageNotFoundError, ValueError):
            told = {}
        commit = told.get("vcs_info", {}).get("commit_id")
        if not commit or told["vcs_info"].get("vcs") != "git":
            return None
        url, rev = told["url"], rev or commit
    return Source(url, rev or f"v{__version__}")


def config(seen: Survey) -> str:
    """A .newslint.yaml with what the articles show."""
    lines = ["# How newslint checks the articles below this folder. What holds for a file: newslint config show FILE",
             "level: warning              # report from here up: error, warning, suggestion",
             "fail-level: error           # and from here up, fail",
             ""]
    british, american = seen.spellings.get("en-GB", 0), seen.spellings.get("en-US", 0)
    lines += [f"# In {len(seen.read)} articles, {british} spellings are British and {american} American."]
    lines += [f"dialect: {seen.dialect}              # or another of en-US, en-GB, en-AU, en-CA" if seen.dialect else
              "# dialect: en-GB            # or en-US, en-AU, en-CA; without it, each article's own"]
    if seen.language:
        lines += [f"language: {seen.language}                # the language of most articles"]
    if seen.forms:
        lines += ["", "# The articles have, for the most part:", *(f"#   {form}" for form in seen.forms)]
    lines += ["", "# Words and names that are right here; newslint calibrate finds those that recur.",
              "# words: [liveblog]", "# names: [Zelenskyy]", ""]
    lines += [f"exclude: {json.dumps(seen.other)}"] if seen.other else ['# exclude: ["drafts/**"]']
    lines += ["", "# rules:", "#   spelling/alot: warning    # another level for one rule", "#   usage/hone-in: off"]
    return "\n".join(lines) + "\n"


def hook(seen: Survey, where: Source | None, prefix: str) -> str:
    """The entry for .pre-commit-config.yaml; `prefix` leads from the repository's top folder to the articles'."""
    lines = ["# The newslint that is installed where the commit is made.", "- repo: local"]
    if where:
        lines = [f"- repo: {where.url}", f"  rev: {where.rev}"]
    lines += ["  hooks:", "    - id: newslint"]
    if not where:
        lines += ["      name: newslint", "      entry: newslint", "      language: system",
                  "      require_serial: true    # so that what several articles share is found"]
    lines += ["      types_or: [text]", f"      files: {_single_quoted(articles_regex(seen, prefix))}"]
    if seen.other:
        others = "|".join(map(re.escape, seen.other))
        lines += [f"      exclude: {_single_quoted(f'(^|/)({others})$')}"]
    return "\n".join(lines) + "\n"


def articles_regex(seen: Survey, prefix: str) -> str:
    folders = "|".join(map(re.escape, seen.folders))
    inside = f"({folders})/" if len(seen.folders) > 1 else f"{folders}/" if folders else ""
    endings = "|".join(sorted(ending.removeprefix(".") for ending in seen.endings))
    return rf"^{re.escape(prefix)}{inside}.*\.{f'({endings})' if '|' in endings else endings}$"


def workflow(seen: Survey, where: Source | None, prefix: str) -> str:
    """A workflow for GitHub Actions; without a source it lacks the place to install newslint from."""
    install = f"newslint @ git+{where.url}@{where.rev}" if where else "newslint @ git+URL@REV"
    paths = " ".join(_shell_quoted(prefix + folder) for folder in seen.folders or ["."])
    return f"""\
name: newslint
on: pull_request
permissions:
  contents: read
jobs:
  newslint:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
        with:
          fetch-depth: 0            # --since needs the history
      - uses: actions/setup-python@v5
        with:
          python-version: "3.13"
      - run: python -m pip install "{install}"
      # Only the lines that the pull request changes.
      - run: |
          newslint --since "origin/$GITHUB_BASE_REF" --format github {paths}
"""


def _single_quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _shell_quoted(text: str) -> str:
    return "'" + text.replace("'", "'\\''") + "'"
