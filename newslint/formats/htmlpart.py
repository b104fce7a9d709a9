"""Which blocks of a page are the article. Where that is not plain, all of them."""
from __future__ import annotations

from collections import Counter

from newslint.formats.htmlblocks import Block

PROSE = 80                                  # characters a paragraph of prose has at least
MOST = 0.6                                  # of the prose of a page, which the article holds


def article(blocks: list[Block]) -> list[Block]:
    """The blocks to read, in order."""
    shown = [block for block in blocks if block.kind in ("h1", "title") or block.linked < 0.9 * block.size]
    prose = [block for block in shown if block.kind == "paragraph" and block.size >= PROSE
             and block.linked < block.size / 2]
    size = sum(block.size for block in prose)
    in_parts: Counter[int] = Counter()
    in_forms: Counter[int] = Counter()
    for block in prose:
        for number in block.part:
            in_parts[number] += block.size
        in_forms[block.form] += block.size
    # Some sites put the whole page into one form.
    shown = [block for block in shown if not block.form or in_forms[block.form] >= size / 2 and size]
    # Parts are numbered as they start, so that the last of those that hold most is the innermost.
    part = max((number for number, its_size in in_parts.items() if its_size >= MOST * size), default=0)
    if not part:
        return shown
    inside = [block for block in shown if part in block.part]
    has_headline = any(block.kind == "h1" for block in inside)
    return [block for block in shown if part in block.part or block.kind == "title"
            or block.kind == "h1" and not has_headline]
