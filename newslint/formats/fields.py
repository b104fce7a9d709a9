"""The names under which JSON and front matter carry headline, byline, standfirst, date and body."""
from __future__ import annotations

from collections.abc import Mapping, Sequence

# Best name first: the first that holds anything is read. Case, "_" and "-" do not matter: date_published too.
NAMES: dict[str, tuple[str, ...]] = {
    "headline": ("headline", "title", "hed", "articletitle", "webtitle", "pagetitle"),
    "byline": ("byline", "author", "authors", "creator", "writer"),
    "standfirst": ("standfirst", "dek", "subheadline", "subtitle", "subhead", "description", "summary", "abstract",
                   "excerpt", "trailtext", "lead"),
    "date": ("date", "published", "datepublished", "publishdate", "publicationdate", "pubdate", "datepublish",
             "publishedat", "publishedon", "publishedtime", "publishtime", "firstpublished", "datetime", "timestamp"),
    "body": ("body", "articlebody", "bodytext", "articletext", "maintext", "text", "fulltext", "content", "article",
             "story", "paragraphs"),
}
ZONES = {"headline": "headline", "byline": "byline", "standfirst": "body", "body": "body"}


def roles(fields: Mapping[str, Sequence[str]] | None) -> dict[str, tuple[str, int]]:
    """From a plain name to its role and rank, the lowest best: below 0 those in `fields`, from 0 on those in NAMES."""
    found: dict[str, tuple[str, int]] = {}
    for role, names in (fields or {}).items():
        for rank, name in enumerate(names, -len(names)):
            found.setdefault(plain(name), (role, rank))
    for role, known in NAMES.items():
        for rank, name in enumerate(known):
            found.setdefault(name, (role, rank))
    return found


def plain(name: str) -> str:
    """A field name as names are compared."""
    return name.lower().replace("_", "").replace("-", "")
