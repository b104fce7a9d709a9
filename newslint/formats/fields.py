"""The names under which articles carry their headline, byline, standfirst, date and body, in JSON and in front matter."""
from __future__ import annotations

from collections.abc import Mapping, Sequence

# Best name first: the first that holds anything is read. Case, "_" and "-" do not matter: datePublished, date_published.
NAMES: dict[str, tuple[str, ...]] = {
    "headline": ("headline", "title", "hed", "articletitle", "webtitle", "pagetitle"),
    "byline": ("byline", "author", "authors", "creator", "writer"),
    "standfirst": ("standfirst", "dek", "subheadline", "subtitle", "subhead", "description", "summary", "abstract",
                   "excerpt", "trailtext", "lead"),
    "date": ("date", "published", "datepublished", "publishdate", "publicationdate", "pubdate", "datepublish", "publishedat",
             "publishedon", "publishedtime", "publishtime", "firstpublished", "datetime", "timestamp"),
    "body": ("body", "articlebody", "bodytext", "articletext", "maintext", "text", "fulltext", "content", "article", "story",
             "paragraphs"),
}
ZONES = {"headline": "headline", "byline": "byline", "standfirst": "body", "body": "body"}


def roles(fields: Mapping[str, Sequence[str]] | None) -> dict[str, tuple[str, int]]:
    """From a plain name to its role and how good a name it is (0 is best). `fields` replaces the names of the roles it has."""
    wanted: dict[str, Sequence[str]] = {**NAMES, **(fields or {})}
    found: dict[str, tuple[str, int]] = {}
    for role, names in wanted.items():
        for rank, name in enumerate(names):
            found.setdefault(plain(name), (role, rank))
    return found


def plain(name: str) -> str:
    return name.lower().replace("_", "").replace("-", "")
