"""The words and names a project accepts: from its config, and from the word files named there.

A word counts for rules of spelling, a name for rules of spelling and of names; neither for any other rule.

A word file holds an entry a line: a word, or a phrase, which is accepted as a whole only. `#` starts a comment, at the
start of a line or after a space. A file that ends in .dic is a Hunspell dictionary, see hunspell.py.

An entry in small letters also accepts its forms with capitals (liveblog: Liveblog, LIVEBLOG); one with capitals, only
itself as it is written and all in capitals (Zelenskyy: ZELENSKYY). The form of apostrophes and spaces does not matter.
"""
import os
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from newslint import cache
from newslint.errors import UserError
from newslint.regexes import compiled

if TYPE_CHECKING:
    from newslint.config import Settings

COMMENT = compiled(r"(?:^|[ \t])#.*")
TOKEN = compiled(r"[^\W_]+")
POSSESSIVE = compiled(r"['’]s?$")
SIGNS = compiled(r"[^\w\s]{0,3}")         # that belong to an entry: C++, Yahoo!, .nl
REACH = 200                                 # characters around a place in which a phrase may stand
HUNSPELL = ".dic"
OF_SPELLING = ("spelling", "names")
SIC = compiled(r"[^\w\s\[(]{0,3}\s?[\[(](?:sic|Sic|SIC)[.!?]?[\])]")


class Accepted(NamedTuple):
    words: frozenset[str]                   # words and names
    names: frozenset[str]
    longest: int                            # words in the longest phrase


def load(settings: "Settings") -> Accepted:
    """What these settings accept. Raises UserError for a file that cannot be read."""
    files = (*settings.word_files, *settings.name_files)
    if not files:
        return _accepted(settings.words, settings.names)
    key = repr((settings.words, settings.names, settings.word_files, settings.name_files,
                [_stamp(path) for file in files for path in _parts(file)])).encode("utf-8", "surrogatepass")
    kept = cache.read("words", key)
    if kept is None:
        words = [*settings.words, *(entry for path in settings.word_files for entry in read(path))]
        names = [*settings.names, *(entry for path in settings.name_files for entry in read(path))]
        found = _accepted(words, names)
        kept = (found.words, found.names, found.longest)
        cache.write("words", key, kept)
    return Accepted(*kept)


def accepts(accepted: Accepted, family: str, text: str, start: int, end: int) -> bool:
    """Whether text[start:end], found by a rule of this family, lies inside an accepted word or phrase."""
    entries = {"spelling": accepted.words, "names": accepted.names}.get(family)
    if not entries:
        return False
    if possessive := POSSESSIVE.search(text, start, end):
        end = possessive.start()
    tokens = [token.span() for token in TOKEN.finditer(text, max(0, start - REACH), end + REACH)]
    first = sum(stop <= start for _, stop in tokens)
    last = sum(begin < end for begin, _ in tokens) - 1
    return any(_holds(entries, text, tokens[left][0], tokens[right][1])
               for left in range(first, max(-1, first - accepted.longest), -1)
               for right in range(max(last, left), min(len(tokens), left + accepted.longest)))


def printed_so(family: str, text: str, end: int) -> bool:
    """Whether a “[sic]” behind a match that ends here says that it was written so."""
    return family in OF_SPELLING and SIC.match(text, end) is not None


def read(path: str) -> list[str]:
    """The entries of a word file."""
    if path.endswith(HUNSPELL):
        from newslint.hunspell import read as read_dictionary

        return read_dictionary(path)
    return [entry for line in lines(path) if (entry := entry_of(line))]


def lines(path: str) -> list[str]:
    """The lines of a word file, without their ends. Raises UserError where it is not UTF-8 text."""
    try:
        with open(path, "rb") as file:
            data = file.read()
    except OSError as error:
        raise UserError(f"{path}: the word file cannot be read: {(error.strerror or str(error)).lower()}") from None
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        byte = f"0x{data[error.start]:02x}"
        raise UserError(f"{path}:{line}: not UTF-8 (byte {byte}): save the word file as UTF-8") from None
    if "\0" in text:
        raise UserError(f"{path}:{text.count(chr(10), 0, text.index(chr(0))) + 1}: a word file is text; this is binary")
    return text.replace("\r\n", "\n").replace("\r", "\n").removesuffix("\n").split("\n") if text else []


def entry_of(line: str) -> str:
    """The entry a line holds; empty for none."""
    return plain(COMMENT.sub("", line))


def plain(text: str) -> str:
    """An entry as entries are compared."""
    return " ".join(text.replace("’", "'").split())


def _accepted(words: list[str] | tuple[str, ...], names: list[str] | tuple[str, ...]) -> Accepted:
    name_set = frozenset(map(plain, names))
    word_set = name_set.union(map(plain, words))
    longest = max((len(TOKEN.findall(entry)) for entry in word_set if not entry.isalnum()), default=1)
    return Accepted(word_set, name_set, max(1, longest))


def _holds(entries: frozenset[str], text: str, start: int, end: int) -> bool:
    """Whether text[start:end], a word or several, is an entry, or with the signs around it."""
    before = SIGNS.match(text[max(0, start - 3):start][::-1])
    after = SIGNS.match(text, end)
    assert before is not None and after is not None
    lefts = range(start, start - len(before[0]) - 1, -1)
    rights = range(end, after.end() + 1)
    return any(_is_entry(entries, plain(text[left:right])) for left in lefts for right in rights)


def _is_entry(entries: frozenset[str], written: str) -> bool:
    if written in entries:
        return True
    if written.islower():
        return False
    if written.isupper() and written in _in_capitals(entries):
        return True
    return written.lower() in entries and all(word[1:].islower() or len(word) == 1 for word in TOKEN.findall(written))


@lru_cache(maxsize=8)
def _in_capitals(entries: frozenset[str]) -> frozenset[str]:
    return frozenset(map(str.upper, entries))


def _parts(path: str) -> list[str]:
    """The files a word file consists of: a Hunspell dictionary has its suffixes in a file of their own."""
    return [path, path.removesuffix(HUNSPELL) + ".aff"] if path.endswith(HUNSPELL) else [path]


def _stamp(path: str) -> tuple[int, int] | None:
    try:
        status = os.stat(path)
    except OSError:
        return None
    return status.st_size, status.st_mtime_ns
