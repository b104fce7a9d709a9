"""Asking a server, through language_tool_python: one text, one answer, and what went wrong told apart.

That library is GPL-3.0-only, and imported only where the user installed the extra.
"""
from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from newslint.engines.languagetool.jars import REQUEST
from newslint.errors import UserError

if TYPE_CHECKING:
    from language_tool_python import LanguageTool

EXTRA = "pip install 'newslint[languagetool]'"
PUBLIC = ("languagetool.org", "languagetoolplus.com")
TOO_LONG = "exceeds the limit"
SUGGESTIONS = 5
Wanted = tuple[frozenset[str], frozenset[str], frozenset[str]]     # see profile.asked
EVERYTHING: Wanted = (frozenset(), frozenset(), frozenset())
DIRECT = {"http": "", "https": "", "all": ""}   # no proxy from the environment, for what stays on this machine


class Answer(NamedTuple):
    """What it says of a stretch of the text it was shown. Plain data, kept in the cache."""

    rule: str
    category: str
    start: int
    end: int
    message: str
    suggestions: tuple[str, ...]


class Gone(Exception):
    """The server does not answer, or not in time."""


class Refused(Exception):
    """The server answers that it cannot check this text; its words."""


class TooLong(Refused):
    """The text is longer than it takes."""


def require() -> None:
    """Raises UserError where the library is not there."""
    from importlib.util import find_spec

    for name in ("language_tool_python", "psutil"):
        if find_spec(name) is None:
            raise UserError(f"LanguageTool was asked for, and {name} is not installed; run: {EXTRA}")


def address(url: str) -> str:
    """A server's address from the config, as the library wants it. Raises UserError."""
    from urllib.parse import urlsplit

    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise UserError(f"languagetool: server: “{url}” is no address; write http://HOST:PORT")
    if any(parts.hostname == host or parts.hostname.endswith("." + host) for host in PUBLIC):
        raise UserError(f"languagetool: server: “{url}” is the public service, and newslint sends it no articles; "
                        "leave “server” out to run one on this machine")
    return url.rstrip("/").removesuffix("/v2") + "/"


def tool(url: str, language: str, wanted: Wanted = EVERYTHING, *, local: bool = True) -> LanguageTool:
    """What asks the server at this address. Raises Gone."""
    from functools import partial

    from language_tool_python import LanguageTool
    from language_tool_python.exceptions import LanguageToolError

    # Of the class, for its first request comes before there is an object to set it on.
    LanguageTool._TIMEOUT = REQUEST
    try:
        made = LanguageTool(language, remote_server=url, proxies=DIRECT if local else None)
    except (LanguageToolError, OSError, ValueError, TypeError) as error:
        raise Gone(str(error)) from None
    # Asked a second time, a server that took too long would take as long again.
    made._query_server = partial(made._query_server, num_tries=1)
    made.disabled_rules, made.disabled_categories, made.enabled_rules = map(set, wanted)
    return made


def ask(asked: LanguageTool, text: str) -> list[Answer]:
    """Raises Gone, Refused, TooLong."""
    from language_tool_python.exceptions import LanguageToolError, RateLimitError

    try:
        matches = asked.check(text)
    except RateLimitError as error:
        raise Refused(str(error)) from None
    except LanguageToolError as error:
        said = str(error).strip()
        if isinstance(error.__cause__, ValueError):             # it said so itself: what came is no JSON
            raise TooLong(said) if TOO_LONG in said else Refused(said) from None
        raise Gone(said) from None
    except (KeyError, TypeError, AttributeError) as error:      # JSON, and not LanguageTool's
        raise Refused(f"this is not how LanguageTool answers ({error!r})") from None
    return [_answer(match) for match in matches]


def reachable(url: str) -> None:
    """Raises UserError where nothing answers at a configured address."""
    import requests

    try:
        found = requests.get(url + "v2/languages", timeout=(1.5, 10))
        found.raise_for_status()
        found.json()[0]["code"]
    except (requests.RequestException, ValueError, LookupError, TypeError) as error:
        raise UserError(f"{url}: no LanguageTool server answers here ({type(error).__name__}); start it, or correct "
                        "languagetool: server: in the config") from None


def _answer(match: Any) -> Answer:
    return Answer(match.rule_id, match.category, match.offset, match.offset + match.error_length, match.message,
                  tuple(text.replace("\xa0", " ") for text in match.replacements[:SUGGESTIONS]))
