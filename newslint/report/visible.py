r"""Text of articles, file names and rules made fit for a terminal, and the columns it takes there.

White space is drawn (→ a tab, ␣ a no-break space and its kin). What prints nothing or steers the terminal is written
as its code, such as \x1b: control codes, bidirectional and zero-width characters, line separators, lone surrogates. So
is the character that would make text a command of a build log, as in “::error::” or “##[error]”.
"""
from __future__ import annotations

# GitHub Actions, also after white space; GitHub's old form and Azure Pipelines, anywhere in a line; TeamCity.
_COMMANDS = (("::", r":\x3a"), ("##[", r"##\x5b"), ("##vso[", r"##vso\x5b"), ("##teamcity[", r"##teamcity\x5b"))

# A cut falls between two words when one of them ends this near, in characters.
_WORD = 12


def visible(text: str) -> str:
    """`text` on one line, harmless. Of a beginning it makes the beginning of what it makes of the whole."""
    if not text.isprintable():
        text = "".join([char if char.isprintable() else _drawn(char) for char in text])
    for command, harmless in _COMMANDS:
        text = text.replace(command, harmless)
    return text


def _drawn(char: str) -> str:
    if char == "\t":
        return "→"
    if char > "\x85" and char.isspace() and char not in "\u2028\u2029":
        return "␣"
    return char.encode("unicode_escape").decode("ascii")


def columns(text: str) -> int:
    """The columns visible text takes on a terminal."""
    return len(text) if text.isascii() else sum(map(_columns, text))


def _columns(char: str) -> int:
    if char < "\u0300" or "\u2010" <= char <= "\u2027":
        return 1
    from unicodedata import category, east_asian_width
    if category(char) in ("Mn", "Me") or "\u1160" <= char <= "\u11ff":      # marks, and jamo that join the one before
        return 0
    return 2 if east_asian_width(char) in "WF" else 1


def head(text: str, limit: int) -> str:
    """The longest beginning of visible text in `limit` columns."""
    used = 0
    for index, char in enumerate(text):
        used += _columns(char)
        if used > limit:
            return text[:index]
    return text


def cut(text: str, limit: int) -> str:
    """Visible text in `limit` columns: when it is longer, its beginning and …"""
    if columns(text) <= limit:
        return text
    if limit < 1:
        return ""
    kept = head(text, limit - 1)
    space = kept.rfind(" ", max(0, len(kept) - _WORD))
    return (kept[:space + 1] if space > 0 else kept) + "…"


def cut_start(text: str, limit: int) -> str:
    """Visible text in `limit` columns: when it is longer, … and its end."""
    if columns(text) <= limit:
        return text
    if limit < 1:
        return ""
    kept = head(text[::-1], limit - 1)[::-1]
    space = kept.find(" ", 0, _WORD)
    return "…" + (kept[space:] if space >= 0 else kept)


def wrap(text: str, limit: int) -> list[str]:
    """Visible text in lines of at most `limit` columns, broken at spaces; at least one line."""
    lines = [""]
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}" if lines[-1] else word
        if columns(longer) <= limit:
            lines[-1] = longer
            continue
        if lines[-1]:
            lines.append("")
        while columns(word) > limit:
            part = head(word, limit) or word[0]
            lines[-1] = part
            lines.append("")
            word = word[len(part):]
        lines[-1] = word
    return lines
