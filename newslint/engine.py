"""One document and one pack to findings: one scan, every kind once, then what holds where it was found."""
from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from importlib import import_module
from typing import Any

from newslint.accepted import accepts, printed_so
from newslint.cache import digest
from newslint.foreign import with_foreign
from newslint.formats import reader
from newslint.kinds.line import without
from newslint.match import Found, Scan, fold
from newslint.model import (
    LEVELS,
    UNREAD,
    Document,
    Edit,
    Finding,
    Fix,
    Hit,
    Zone,
    paragraph_at,
    position,
    raw_span,
    touches,
    unbroken,
)
from newslint.pack import Pack
from newslint.regexes import compiled

# One part's strings, leads and candidates, as Found has them.
Share = tuple[list[tuple[int, int, int]], list[tuple[int, int]], list[tuple[int, set[int] | None]]]
# What the second pass needs of an article: the module of each kind that compares articles, and what it keeps of this.
Gathered = list[tuple[str, Any]]
Beside = Callable[[list[Document]], list[list[Hit]]]
NOTHING: Share = ([], [], [])
ARTIFACTS = "artifacts"
# What a desk, a template or a chatbot left in the copy is debris in a web page too; all else of the family is its own.
LEFT_IN_COPY = frozenset(f"{ARTIFACTS}/{name}" for name in (
    "bracket-placeholder", "chatbot-citation", "chatbot-leftover", "desk-note", "embargo-line", "lorem-ipsum",
    "placeholder", "shortcode", "template-slot"))
# What is mended about a quotation's marks, or is damage, is not the speaker's wording.
FIXED_IN_QUOTATIONS = ("quotes", "encoding", ARTIFACTS)
# What stands between quotation marks may have been said so: nobody's error for certain.
SOFTER_IN_QUOTATIONS = ("grammar", "spelling", "usage", "style", "names", "dates")
PLACE = compiled(r"\{([a-z0-9]+)\}")


def check(document: Document, pack: Pack) -> list[Finding]:
    """All findings in a document, in order of place."""
    return check_all([document], pack)[0]


def check_all(documents: list[Document], pack: Pack, gathered: list[Gathered] | None = None,
              beside: Beside | None = None) -> list[list[Finding]]:
    """The findings of each; what is to be compared with other articles is added to `gathered`, one list for each. What
    `beside`, another engine, hits in them is reported as ours is. Stage by stage for all of them: what a stage needs
    then stays in the processor's cache."""
    folded = [fold(document.text) for document in documents]
    documents = [with_foreign(document, text, pack.language) for document, text in zip(documents, folded)]
    scans = [pack.matcher.scan(document.text, text, document.zones) for document, text in zip(documents, folded)]
    shares = [_shares(scan, pack) for scan in scans]
    placed: list[list[tuple[Hit, Zone | None]]] = [
        [(hit, None) for hit in document.notes if hit.rule in pack.rules] for document in documents]
    for number, part in enumerate(pack.parts):
        for place, document in enumerate(documents):
            share = shares[place].get(number, NOTHING)
            if share is NOTHING and not part.always:
                continue
            found = Found(folded[place], scans[place].data, *share, document.text, document.zones, pack.matcher,
                          part.regexes.start)
            if hits := [hit for hit in part.kind.find(document, found, part.data) if hit.rule in pack.rules]:
                placed[place] += [(hit, zone) for hit in hits if (zone := _zone(document, hit, pack)) is not None]
                if part.kind.NAME in ("line", "block"):
                    documents[place] = _with_artifacts(document, hits)
    if gathered is not None:
        comparing = [part for part in pack.parts if hasattr(part.kind, "gather")]
        gathered += [[(part.kind.__name__, part.kind.gather(document, text, part.data)) for part in comparing]
                     for document, text in zip(documents, folded)]
    if beside is not None:                  # last, when all that is a page's is known
        for place, its_hits in enumerate(beside(documents)):
            placed[place] += [(hit, zone) for hit in its_hits
                              if (zone := _zone(documents[place], hit, pack)) is not None]
    return [_findings(document, its, pack) for document, its in zip(documents, placed)]


def conclude(gathered: list[Gathered]) -> dict[int, list[Hit]]:
    """What comparing all articles of a run shows, by the number of the article."""
    hits: dict[int, list[Hit]] = {}
    for name in sorted({name for its in gathered for name, _ in its}):
        those = [(number, data) for number, its in enumerate(gathered) for its_name, data in its if its_name == name]
        for place, hit in import_module(name).conclude([data for _, data in those]):
            hits.setdefault(those[place][0], []).append(hit)
    return hits


def concluded(document: Document, hits: list[Hit], pack: Pack) -> list[Finding]:
    """The findings of these hits in their article, which was read once more."""
    placed: list[tuple[Hit, Zone | None]] = []
    for hit in hits:
        if hit.rule.startswith(ARTIFACTS):
            hit = hit._replace(edits=(without(document, hit.start, hit.end),))
        if (zone := _zone(document, hit, pack)) is not None and hit.end <= zone.end:
            placed.append((hit, zone))
    return _findings(document, placed, pack)


def _shares(scan: Scan, pack: Pack) -> dict[int, Share]:
    """What was found, by the number of the part it is for; indexes are those of the part's own Need."""
    shares: dict[int, Share] = {}
    for start, end, phrase in scan.phrases:
        number = bisect_right(pack.first_phrases, phrase) - 1
        shares.setdefault(number, ([], [], []))[0].append((start, end, phrase - pack.first_phrases[number]))
    for phrase, place in scan.leads:
        number = bisect_right(pack.first_phrases, phrase) - 1
        shares.setdefault(number, ([], [], []))[1].append((phrase - pack.first_phrases[number], place))
    for regex in sorted(scan.regexes):
        number = bisect_right(pack.first_regexes, regex) - 1
        shares.setdefault(number, ([], [], []))[2].append((regex - pack.first_regexes[number], scan.regexes[regex]))
    return shares


def _zone(document: Document, hit: Hit, pack: Pack) -> Zone | None:
    """The zone of a hit if its rule applies there; a quotation's is of that kind."""
    paragraph = paragraph_at(document, hit.start)
    if paragraph is None or document.format == "html" and _of_the_page(hit):
        return None
    zones = pack.rules[hit.rule].zones
    if touches(document.literals, hit.start, hit.end) and "literal" not in zones:
        return None
    quoted = touches(document.quotations, hit.start, hit.end)
    if quoted and "quotation" not in zones:
        return None
    if paragraph.kind not in zones and not (quoted and zones == {"quotation"} and paragraph.kind not in UNREAD):
        return None
    return Zone("quotation", hit.start, hit.end) if quoted else paragraph


def _of_the_page(hit: Hit) -> bool:
    """Whether this is a line that belongs on a web page, and is debris only in a text taken from one."""
    return hit.rule.startswith(ARTIFACTS) and hit.rule not in LEFT_IN_COPY


def _with_artifacts(document: Document, hits: list[Hit]) -> Document:
    """The document with these whole paragraphs marked as artifacts, which the other kinds leave alone."""
    if not hits:
        return document
    starts = {hit.start for hit in hits if hit.rule.startswith(ARTIFACTS)}
    return document._replace(zones=[zone._replace(kind="artifact") if zone.start in starts else zone
                                    for zone in document.zones])


def _findings(document: Document, placed: list[tuple[Hit, Zone | None]], pack: Pack) -> list[Finding]:
    findings = []
    escape = reader(document.path).escape if placed else str
    seen: dict[tuple[str, str], int] = {}
    told: set[tuple[str, int, int]] = set()
    for hit, zone in sorted(placed, key=lambda pair: (pair[0].start, pair[0].end, pair[0].rule)):
        family = hit.rule.partition("/")[0]
        if (hit.rule, hit.start, hit.end) in told or printed_so(family, document.text, hit.end) \
                or accepts(pack.accepted, family, document.text, hit.start, hit.end):
            continue
        told.add((hit.rule, hit.start, hit.end))
        level = _level(hit, zone, pack)
        if level is None:
            continue
        sentence = _sentence(document, hit)
        number = seen[hit.rule, sentence] = seen.get((hit.rule, sentence), 0) + 1
        findings.append(_finding(document, hit, zone, pack, level, escape, f"{hit.rule}\n{sentence}\n{number}"))
    return findings


def _level(hit: Hit, zone: Zone | None, pack: Pack) -> str | None:
    """The level of a finding: its rule's, or a lower one where the kind is less sure or a speaker may have said so. A
    kind that says how sure it is has weighed that itself. None below the level from which findings are reported."""
    rule = pack.rules[hit.rule]
    level = rule.level
    if hit.level is not None:
        level = min(level, hit.level, key=LEVELS.index)
    elif level == "error" and zone and zone.kind == "quotation" and hit.rule.partition("/")[0] in SOFTER_IN_QUOTATIONS:
        level = "warning"
    # A rule below the reporting level is on only where it was asked for by name, and reports at its own.
    return None if LEVELS.index(level) < min(LEVELS.index(pack.level), LEVELS.index(rule.level)) else level


def _finding(document: Document, hit: Hit, zone: Zone | None, pack: Pack, level: str, escape: Callable[[str], str],
             identity: str) -> Finding:
    rule = pack.rules[hit.rule]
    start, end = raw_span(document, hit.start, hit.end)
    line, column = position(document, start)
    end_line, end_column = position(document, end)
    match = document.text[hit.start:hit.end]
    suggestions = hit.suggestions
    if hit.edits is None:                   # whole fixes are written as their kind wants them
        suggestions = tuple(dict.fromkeys(_in_hand(text, match, document) for text in suggestions))
    values = {"match": match, "suggestion": suggestions[0] if suggestions else "", **hit.values}
    kind = zone.kind if zone else "body"
    family = hit.rule.partition("/")[0]
    fix = None if kind == "quotation" and family not in FIXED_IN_QUOTATIONS else \
        _fix(document, hit, family, suggestions, rule.safe and hit.safe, escape)
    return Finding(hit.rule, level, said(rule.message, values), document.path, line, column,
                   end_line, end_column, start, end, document.raw[start:end], kind, suggestions, fix,
                   digest(identity.encode("utf-8", "surrogatepass"))[:16])


def _fix(document: Document, hit: Hit, family: str, suggestions: tuple[str, ...], safe: bool,
         escape: Callable[[str], str]) -> Fix | None:
    edits = hit.edits
    if edits is None:
        if len(suggestions) != 1:
            return None
        edits = (Edit(hit.start, hit.end, suggestions[0]),)
    if not all(unbroken(document, edit.start, edit.end) and _may_change(document, edit, family) for edit in edits):
        return None
    made = tuple(Edit(*raw_span(document, edit.start, edit.end), escape(edit.replacement)) for edit in edits)
    if document.format == "markdown" and document.raw.lstrip("\ufeff")[:3] in ("---", "+++"):
        from newslint.formats.frontmatter import takes

        if not all(takes(document.raw, edit.start, edit.replacement) for edit in made):
            return None
    return Fix(safe, made)


def _may_change(document: Document, edit: Edit, family: str) -> bool:
    """Whether this leaves addresses, code and the words of others alone. A line goes with the address in it."""
    start, end = edit.start, edit.end
    if touches(document.literals, start, end) and not (
            family == ARTIFACTS and not touches(document.literals, start, start)
            and not touches(document.literals, end, end)):
        return False
    return family in FIXED_IN_QUOTATIONS or not touches(document.quotations, start, end)


def _in_hand(suggestion: str, match: str, document: Document) -> str:
    """A suggestion with the apostrophes this document uses."""
    if "'" in suggestion and "’" in document.text and "'" not in match:
        return suggestion.replace("'", "’")
    return suggestion


def _sentence(document: Document, hit: Hit) -> str:
    """The words around a hit, without case and spacing, so that a moved or re-wrapped paragraph keeps its findings."""
    paragraph = paragraph_at(document, hit.start)
    if paragraph is None:
        return ""
    if (hit.start, hit.end) == paragraph[1:]:
        return " ".join(fold(document.text[hit.start:hit.end]).split())
    # Most articles have no findings, and need no sentences.
    from newslint.sentences import sentence_at

    start, end = sentence_at(document.text, paragraph.start, paragraph.end, hit.start)
    return " ".join(fold(document.text[start:end]).split())


def said(message: str, values: dict[str, str]) -> str:
    """The message with {match}, {suggestion} and what the kind has to say filled in."""
    return PLACE.sub(lambda place: values.get(place[1], ""), message)
