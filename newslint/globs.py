"""Globs as .gitignore has them, for paths with slashes.

`*` and `?` stop at a slash; `**/` is any folders, `/**` all below; `[abc]`, `[a-z]` and `[!abc]` are one character.
A glob without a slash, or with one at its end only, holds at any depth; others start at the root. A glob that matches a
folder holds for all below it, and one that ends with a slash matches folders only. Upper and lower case differ. There
is no `!`.
"""
from __future__ import annotations

import re
from functools import lru_cache


def matches(globs: tuple[str, ...], path: str) -> bool:
    """Whether one of the globs holds for this path; the path of a folder ends with a slash."""
    return _regex(globs).fullmatch(path) is not None


@lru_cache(None)
def _regex(globs: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(map(_translate, globs)), re.DOTALL)


_PARTS = re.compile(r"(?P<folders>(?<![^/])(?:\*\*/)+)|(?P<any>(?<![^/])\*\*$)|(?P<star>\*+)|(?P<one>\?)"
                    r"|\[(?P<not>!?)(?P<set>\]?[^\]/]*)\]|(?P<plain>.)", re.DOTALL)
_REGEX = {"folders": "(?:.*/)?", "any": ".*", "star": "[^/]*", "one": "[^/]"}


def _translate(glob: str) -> str:
    anywhere = "" if "/" in glob.rstrip("/") else "(?:.*/)?"
    return anywhere + _PARTS.sub(_part, glob.strip("/")) + ("/.*" if glob.endswith("/") else "(?:/.*)?")


def _part(match: re.Match[str]) -> str:
    if match["set"]:
        inside = re.sub(r"[\\\[\]^&~|]", r"\\\g<0>", match["set"])
        try:
            return re.compile(f"(?!/)[{'^' if match['not'] else ''}{inside}]").pattern
        except re.error:                    # a range from high to low
            return re.escape(match[0])
    return _REGEX.get(match.lastgroup or "") or re.escape(match[0])
