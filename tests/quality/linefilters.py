"""The line filters that corpora of web text are cleaned with, as far as they go by the line: what C4 and Gopher say of a
document is said of each line here. jusText is asked where it is installed.
"""
from __future__ import annotations

from collections.abc import Callable, Iterator

Filter = Callable[[list[str]], list[bool]]
STOP_WORDS = frozenset("the be to of and that have with".split())


def all_there_are() -> Iterator[tuple[str, Filter]]:
    yield "C4 by line", c4
    yield "Gopher by line", gopher
    try:
        import justext
    except ImportError:
        print("  jusText         not installed: pip install justext lxml_html_clean")
        return
    stop = justext.get_stoplist("English")
    yield "jusText on lines", lambda lines: _justext(lines, stop)


def c4(lines: list[str]) -> list[bool]:
    """Lines that do not end as sentences do, of fewer than five words, or that speak of JavaScript or cookies' terms."""
    return [not line.rstrip().endswith((".", "!", "?", '"', "”")) or len(line.split()) < 5
            or any(sign in line.lower() for sign in ("javascript", "lorem ipsum", "{", "terms of use", "privacy policy",
                                                     "cookie policy", "uses cookies", "use of cookies"))
            for line in lines]


def gopher(lines: list[str]) -> list[bool]:
    """Lines whose words are too short or long, that hold too many signs or too few of the commonest words."""
    marks = []
    for line in lines:
        words = line.split()
        length = sum(map(len, words)) / max(1, len(words))
        alphabetic = sum(any(map(str.isalpha, word)) for word in words)
        marks.append(not 3 <= length <= 10 or alphabetic < 0.8 * len(words) or line.rstrip().endswith(("...", "…"))
                     or line.lstrip()[:1] in "•-*" or line.count("#") + line.count("…") > 0.1 * len(words)
                     or len(STOP_WORDS & {word.lower().strip(".,;:!?\"'“”’") for word in words}) < 2)
    return marks


def _justext(lines: list[str], stop: frozenset[str]) -> list[bool]:
    from justext.core import PathInfo, classify_paragraphs, revise_paragraph_classification
    from justext.paragraph import Paragraph

    paragraphs = []
    for line in lines:
        paragraph = Paragraph(PathInfo())
        paragraph.append_text(line.strip() or " ")
        paragraphs.append(paragraph)
    classify_paragraphs(paragraphs, stop)
    revise_paragraph_classification(paragraphs, 200)
    return [paragraph.is_boilerplate for paragraph in paragraphs]
