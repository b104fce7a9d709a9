"""The fast path against the slow one: what automaton and gate find is what `re` finds, phrase by phrase and rule by rule."""
from __future__ import annotations

import re
from re import _casefix  # type: ignore[attr-defined]
from unittest import mock

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from newslint import engine, keys, match, pack
from newslint.keys import plan
from newslint.match import Found, Matcher, ascii_bytes, fold
from newslint.model import Document, Zone
from newslint.phrases import LISTS, PhraseError, expand
from newslint.relax import relax
from newslint.zones import find_zones

FOLDED = {
    "ASCII": ("It's A\tTest\n", "it's a\ttest\n"),
    "curly apostrophes": ("It’s ‘so’", "it's ‘so'"),
    "no-break space": ("5\u00a0per\u202fcent", "5 per\u202fcent"),
    "accents": ("ÉLAN Ünal", "élan ünal"),
    "the letter that grows": ("İSTANBUL", "istanbul"),
    "letters that fold to ASCII": ("\u212aıſS", "kiss"),
    "letters that capitals are two of": ("STRAẞE straße ŉ", "straße straße ŉ"),
    "beyond the first plane": ("😀 𝒜 A", "😀 𝒜 a"),
    "half a character": ("\ud800 A é", "\ud800 a é"),
}


@pytest.mark.parametrize("text, expected", FOLDED.values(), ids=FOLDED.keys())
def test_fold(text, expected):
    assert fold(text) == expected


@given(st.text())
def test_fold_keeps_places_and_is_stable(text):
    assert len(fold(text)) == len(text)
    assert fold(fold(text)) == fold(text)


# Whether keys or an RE2 set lead to a phrase of many forms or a regex depends on how common its words are.
WAYS = {"by keys": 1e9, "by the set": -1.0, "as in use": keys.TOO_OFTEN}
# And how much was read so far decides which automaton holds the keys.
RUNS = {"by keys": 0, "by the set": 0, "as in use": 0, "as in use, for a few articles": match.FEW}


@pytest.fixture(params=RUNS.items(), ids=RUNS.keys())
def way(request, monkeypatch):
    name, few = request.param
    monkeypatch.setattr(keys, "TOO_OFTEN", WAYS[name.partition(",")[0]])
    monkeypatch.setattr(match, "FEW", few)


any_way = settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])


# Phrases -------------------------------------------------------------------------------------------------------------

WORDS = ["a", "i", "of", "abc", "abcd", "bcd", "don't", "can't", "so-so", "kiss", "its", "is", "é", "éab", "abé", "élan",
         "1st", "e.g.", "$5", "'em", "a_b", "the", "minister", "ministers"]
SLOTS = ["(a|abc)", "(of|)abc", "{be}", "{modal}", "{weekday}", "(abc|bcd|élan|is)", "(don't|can't)", "(minister|ministers)",
         "(so-so|so)", "(of|of the|of the minister)"]
TEXT = [*WORDS, "ABC", "DON’T", "KI\u017fS", "\u212aiss", "İs", "ı", "Élan", "x", "Monday", "so", " ", " ", " ", " ", "\n", "\u00a0", "  ",
        "-", "'", "’", ", ", ".", "_", "“", "—", "😀", "e\u0301"]
texts = st.lists(st.sampled_from(TEXT), max_size=40).map("".join)


@st.composite
def phrases(draw):
    """One to three words or groups of words; of 1 to some 1,700 strings."""
    parts = draw(st.lists(st.sampled_from(WORDS) | st.sampled_from(SLOTS), min_size=1, max_size=3))
    phrase = parts[0]
    for part in parts[1:]:
        phrase += draw(st.sampled_from("   -'")) + part
    try:
        expand(phrase, {})
    except PhraseError:
        return "abc of"
    return phrase


def whole(text):
    """A document of one paragraph, line breaks or not."""
    return Document("x.txt", text, [0], text, [], [Zone("body", 0, len(text))], [], [])


def phrases_by_newslint(text, some, make_rule):
    """What is found, names and all: what capitals say is tested in test_capitals.py."""
    ready = pack.of([make_rule("phrase", f"grammar/p{number}", match=[phrase]) for number, phrase in enumerate(some)])
    with mock.patch("newslint.phrases.is_name", return_value=False):
        return sorted((finding.rule, finding.start, finding.end) for finding in engine.check(whole(text), ready))


def phrases_by_re(text, some):
    """Every string of every phrase looked for by itself; of those that overlap the first and longest."""
    spaced = fold(text).replace("\n", " ")
    found = []
    for number, phrase in enumerate(some):
        places = set()
        for string in expand(phrase, {}):
            before = (r"(?<![^\W_])" if string[0].isalnum() else "") + r"(?<![^\W_][-'])"
            after = (r"(?![^\W_])" if string[-1].isalnum() else "") + r"(?![-'][^\W_])"
            pattern = f"{before}(?=({re.escape(string)}){after})"
            places |= {match.span(1) for match in re.finditer(pattern, spaced)}
        reached = 0
        for start, end in sorted(places, key=lambda place: (place[0], -place[1])):
            if start >= reached:
                found.append((f"grammar/p{number}", start, end))
                reached = end
    return sorted(found)


@any_way
@given(some=st.lists(phrases(), min_size=1, max_size=5), text=texts)
@example(some=["abc of"], text="abc\nof ABC\u00a0OF")
@example(some=["kiss"], text="\u212aISſ")
@example(some=["don't"], text="DON’T don't’ve")
@example(some=["{be} abc", "abc"], text="this abc is abc")
@example(some=["(abc|bcd|élan|is)( of|)"], text="abc of-x, abc-of bcd")
@example(some=["{weekday} is"], text="Monday is Monday’s is MONDAY\nIS")
@example(some=["(abc|bcd|élan|is) {be}"], text="élan is")
@example(some=["{be}"], text="_İs")
@example(some=["minister of"] * 2, text="minister of ministers")
def test_phrases_are_found_as_re_finds_them(make_rule, way, some, text):
    assert phrases_by_newslint(text, some, make_rule) == phrases_by_re(text, some)


@any_way
@given(some=st.lists(phrases(), min_size=1, max_size=3), data=st.data())
def test_what_a_phrase_stands_for_is_found(make_rule, way, some, data):
    strings = data.draw(st.lists(st.sampled_from(sorted({string for phrase in some for string in expand(phrase, {})})), max_size=5))
    text = data.draw(st.sampled_from([" ", ", ", "\n", "-", " x"])).join(strings).upper()
    assert phrases_by_newslint(text, some, make_rule) == phrases_by_re(text, some)


def test_every_string_of_every_list_is_found_alone_and_in_company(make_rule):
    some = [f"{{{name}}} of" for name in LISTS]
    for number, phrase in enumerate(some):
        for string in expand(phrase, {}):
            text = f"{string}, abc {string}"
            assert (f"grammar/p{number}", 0, len(string)) in found_among(text, tuple(some), make_rule)
            assert (f"grammar/p{number}", len(text) - len(string), len(text)) in found_among(text, tuple(some), make_rule)


def found_among(text, some, make_rule, ready={}):  # noqa: B006
    if some not in ready:
        ready[some] = pack.of([make_rule("phrase", f"grammar/p{number}", match=[phrase]) for number, phrase in enumerate(some)])
    return [(finding.rule, finding.start, finding.end) for finding in engine.check(whole(text), ready[some])]


def test_no_phrases_and_no_regexes():
    scan = Matcher(plan([], [], {}), []).scan("abc", "abc", [Zone("body", 0, 3)])
    assert not (scan.phrases or scan.leads or scan.regexes)


# Regexes -------------------------------------------------------------------------------------------------------------

I, M = re.I, re.M
SHAPES = [
    (r"\babc\b", I), (r"\bélan\b", I), (r"\b[a-c]+\b", I), (r"\b\w+é\b", I), (r"\Babc", I), (r"abc\B", I), (r"\bK\b", I),
    (r"^abc", M | I), (r"abc$", M | I), (r"^$\n^abc", M), (r"^(?:abc|é)\s*$", M), (r"\Aabc", I), (r"abc\Z", I), (r"^abc$", 0),
    (r"(?<=a)bc", I), (r"(?<!a)bc", I), (r"ab(?=c)", I), (r"ab(?!c)", I), (r"^(?<=\n)abc", M), (r"abc(?=$)", M),
    (r"(?<=a\s)(?<=\s)bc", 0), (r"(?<=é)\babc", 0), (r"abc(?=\s)(?= )", 0), (r"abc(?=[.,])\b", 0), (r"(?=abc)ab", 0),
    (r"(?:(?<=a)b|c)c", 0), (r"a(?:b(?=c)|c)", 0), (r"(?:x(?=a))+", 0), (r"abc(?= (?:of|is)(?=\b))", 0),
    (r"(\w+) \1", I), (r"(\babc) of\1", I), (r"(^|x)a\1b", M), (r"((?<=x)a)bc\1", I), (r"(a(?=b))bc\1", I), (r"(a)?b\1", I),
    (r"(?P<q>['\"“])abc(?P=q)", 0), (r"(a)?(?(1)b|c)", 0), (r"(?i:a(b))c\1", 0),
    (r"[^a]bc", I), (r"[^\W\d_]{2,}", 0), (r"[\s’-]abc", 0), (r"[‘-”]abc", 0), (r"[\u00a0]abc", 0), (r"[^ -~]+", 0), (r"[é-ü]", I),
    (r"[A-Z]{2,}", 0), (r"[ıi]x", I), (r"[ſ]x", I), (r"[K]x", I), (r"[İ]x", I), (r"x[^\S\n]", 0), (r"\D\d", 0), (r"\u00a0abc", 0),
    ("İx", I), ("ſx", I), ("Kx", I), ("ıx", I), ("don['’]t", I), ("“abc”", 0), ("’s", 0), ("–|—", 0), ("😀", 0), ("e\u0301", 0),
    (r"abc?", I), (r"(?:abc )?of", I), (r"(?:ab|)c", I), (r"ab*?c", I), (r"(?>ab?)c", I), (r"a++b", I), (r"(?:ab?){2,3}c", I),
    (r"x{60}", 0), (r"x{0,70}abc", 0), (r".abc", 0), (r"(?s:.)abc", 0), (r"abc|of|é", I), (r"\.\$\^\|\\", 0), (r"#\x20-", 0),
    (r"[À-ž]bcd", I), (r"[â-î]bcd", I), (r"(?:[À-ž]|x)bcd", I), (r"\x20abc", 0), (r"\x20+abc", 0), (r"^\x20*abc", M),
    (r"[\ue000-\uf8ff]", 0), (r"x[\ue000-\uf8ff]", I), (r"[^\x00-\uffff]", 0), (r"(?<=c\n)abc", M),
    (r"(?:(?:a{1,20}b){1,20}c){1,9}", I), (r"(?x) a  b c # abc", 0), (r"A", 0), (r"É", 0), (r"ß", I), (r"ς", I), ("ﬅ", I), (r"\x00a", 0),
]
PIECES = [*"aAbBcCxXéÉikKſıİ’'‘”“\"-–—.,$ \u00a0\n1_\\", "abc", "ABC", "abc", "of", "is", "bc", "x" * 60, "bcd", "Ž", "ê", "\uf000", "c\n", "don’t", "élan", "  ", "\n\n", "e\u0301",
          "\u212a", "ß", "ẞ", "σ", "Σ", "ﬆ", "😀", "#\x20-", ".$^|\\", "\x00", "\t", "’s"]
pieces = st.lists(st.sampled_from(PIECES), max_size=30).map("".join)


def matcher(regexes):
    longest = [(pattern, flags, 0) for pattern, flags in regexes]
    return Matcher(plan([], longest, {}), longest)


def by_matcher(ready, text, zones=None, candidates=None):
    """(regex index, start, end) of every match."""
    zones = zones or find_zones(text, [])
    if candidates is None:
        candidates = sorted(ready.scan(text, fold(text), zones).regexes.items())
    found = Found(strings=[], leads=[], folded=fold(text), data=ascii_bytes(fold(text)), text=text, paragraphs=zones, candidates=candidates, matcher=ready,
                  first_regex=0)
    return [(index, *match.span()) for index, match in found.matches()]


def by_re(regexes, text):
    """The same, each regex run on each paragraph, from the start of its line."""
    return [(index, *match.span()) for index, (pattern, flags) in enumerate(regexes) for zone in find_zones(text, [])
            for match in re.compile(pattern, flags).finditer(text, text.rfind("\n", 0, zone.start) + 1, zone.end)]


@pytest.fixture
def shapes(way):
    return matcher(SHAPES)


@any_way
@given(text=pieces)
@example(text="abc ofabc xaxb ab xabca abca")
@example(text="\nabc\n\nabc")
@example(text="abc  \n  abc \t\n\n x \n")
@example(text="c\nabc\n abc\nxc\nabc \uf000 x\uf8ff")
@example(text="žbcd ÀBCD aabbcc.$^|\\#\x20-‘abc\u00a0abc’s")
def test_regexes_are_found_as_re_finds_them(shapes, text):
    assert by_matcher(shapes, text) == by_re(SHAPES, text)


PARTS = [*"abcABCé\u212akſs’' -\nİi", "abc", "the", "{", "THE"]


@st.composite
def patterns(draw, depth=2):
    """Regexes nobody would write, of all that `relax` has to understand."""
    def atom():
        kind = draw(st.integers(0, 13 if depth else 4))
        if kind <= 2:
            return re.escape(draw(st.sampled_from([*"abcéKſ’- \nİ{", "abc", "the"])))
        if kind == 3:
            return draw(st.sampled_from(["[ab]", "[^a]", "[a-cé]", r"[^\W_]", "[’ ]", r"\w", r"\W", r"\s", r"\S", ".", "[^é]", "[A-K]"]))
        if kind == 4:
            return draw(st.sampled_from([r"\b", r"\B", "^", "$", r"\A", r"\Z"]))
        inner = draw(patterns(depth=depth - 1))
        if kind <= 6:
            return f"({inner})" if draw(st.booleans()) else f"(?:{inner})"
        if kind == 7:
            return f"(?:{inner}|{draw(patterns(depth=depth - 1))})"
        if kind == 8:
            return f"(?:{inner}){draw(st.sampled_from(['?', '*', '+', '{2}', '{0,2}', '??', '*+']))}"
        if kind == 9:
            return f"(?={inner})"
        if kind == 10:
            return f"(?!{inner})"
        if kind in (11, 12):
            sign = "=" if kind == 11 else "!"
            return f"(?<{sign}{re.escape(draw(st.sampled_from(['a', 'é', ' ', 'ab', '’'])))})"
        return rf"\{draw(st.integers(1, 2))}"
    return "".join(atom() for _ in range(draw(st.integers(1, 4))))


def valid(pattern):
    try:
        re.compile(pattern)
    except (re.error, RecursionError):
        return False
    return True


@settings(any_way, max_examples=200)
@given(patterns().filter(valid), st.sampled_from([0, I, M, I | M]),
       st.lists(st.sampled_from(PARTS), max_size=12).map("".join))
def test_any_regex_is_found_as_re_finds_it(way, pattern, flags, text):
    regexes = [(pattern, flags)]
    assert by_matcher(matcher(regexes), text) == by_re(regexes, text)


LENGTHS = {"any": (0, [(0, 3), (10, 13)]), "short": (5, [(0, 3)]), "too short": (2, [])}


@pytest.mark.parametrize("longest, expected", LENGTHS.values(), ids=LENGTHS.keys())
def test_regexes_for_short_paragraphs(way, longest, expected):
    text = "abc\n\nd, e abc"
    regexes = [("abc", 0, longest)]
    zones = [Zone("body", 0, 3), Zone("body", 5, len(text))]
    ready = Matcher(plan([], regexes, {}), regexes)
    assert by_matcher(ready, text, zones) == [(0, *span) for span in expected]


def equal_letters():
    """ASCII, Latin letters, and every letter that Python holds equal to another than its capital."""
    return [chr(code) for code in sorted({*range(32, 127), *range(0xa0, 0x250), *range(0x1e00, 0x1ea0), 0x212a, 0x212b,
                                          *_casefix._EXTRA_CASES})]


FORMS = {
    "a letter": ("{}", WAYS["by the set"]),
    "a class": ("[{}!]", WAYS["by the set"]),
    "a letter in a key": ("xx{}xx", WAYS["by keys"]),
    "a class in a key": ("xx[{}]xx", WAYS["by keys"]),
}


@pytest.mark.parametrize("form, too_often", FORMS.values(), ids=FORMS.keys())
def test_letters_that_re_holds_equal_are_let_through(monkeypatch, form, too_often):
    monkeypatch.setattr(keys, "TOO_OFTEN", too_often)
    letters = equal_letters()
    regexes = [(form.format(re.escape(letter)), I) for letter in letters]
    ready = matcher(regexes)
    context = re.sub(r"[][!]", "", form)
    texts = {context.format(letter): ready.scan(context.format(letter), fold(context.format(letter)), [Zone("body", 0, len(context) - 1)]).regexes
             for letter in letters}
    everything = " ".join(texts)
    missed = [(letters[index], match[0]) for index, (pattern, flags) in enumerate(regexes)
              for match in re.finditer(pattern, everything, flags)
              if match[0] in texts and not (index in texts[match[0]] and ready._may_match(index, fold(match[0]), ascii_bytes(fold(match[0])), 0, len(match[0])))]
    assert missed == []


RELAXED = {
    "plain": ("could of", I, r"could\ of"),
    "capitals": ("Could", 0, "could"),
    "an apostrophe": ("can['’]t", I, r"can[\x27\?]t"),
    "a boundary beside ASCII": (r"\bof\b", I, r"\bof\b"),
    "a boundary beside é": (r"\bé", I, r"\?"),
    "a boundary beside what may be no letter": (r"\b.?of", I, "(?:(?s:.)){0,1}of"),
    "line ends": ("^of$", M, r"(?m:^)of[\t ]*(?m:$)"),
    "a negative look-around": ("(?<!a)b(?!c)", I, "b"),
    "a look-around in the middle": ("a(?=b)(?<=a)b", I, "ab"),
    "a look-around at an edge": ("(?<=a)b(?=c)", I, "(?:a)b(?:c)"),
    "a back-reference": (r"(a|b) \1", I, r"(?:[\x61\x62])\ (?:[\x61\x62])"),
    "a large repeat": ("a{60,70}", I, "(?:a){3,}"),
    "what matches nothing as well": ("a?", I, None),
}


@pytest.mark.parametrize("pattern, flags, expected", RELAXED.values(), ids=RELAXED.keys())
def test_relax(pattern, flags, expected):
    assert relax(pattern, flags) == expected


def test_what_re2_refuses_is_run_on_every_text():
    regexes = [(r"(?:(?:\w{1,20}b){1,20}c){1,9}", 0), ("[ab]c", 0)]
    assert by_matcher(matcher(regexes), "aabc") == [(0, 0, 4), (1, 2, 4)]


# The shipped rules ---------------------------------------------------------------------------------------------------

def test_shipped_regexes_find_what_re_finds_in_all_examples(shipped):
    rules, plain = shipped
    ready = pack._ready(plain).matcher
    compiled = [re.compile(source, flags) for source, flags, _ in plain["regexes"]]
    examples = [example if isinstance(example, str) else example["text"]
                for rule in rules for example in (*rule.bad, *rule.good)]
    missed = []
    # In blocks: one by one they would be a quarter of a million runs of `re`.
    for start in range(0, len(examples), 20):
        text = "\n\n".join(examples[start:start + 20])
        matched = {(index, *match.span()) for index, pattern in enumerate(compiled) for zone in find_zones(text, [])
                   if not plain["regexes"][index][2] or zone.end - zone.start <= plain["regexes"][index][2]
                   for match in pattern.finditer(text, text.rfind("\n", 0, zone.start) + 1, zone.end)}
        missed += [(compiled[index].pattern, text[start:end]) for index, start, end in matched - {*by_matcher(ready, text)}]
    assert missed == []


def test_no_shipped_regex_runs_on_every_text(shipped):
    _, plain = shipped
    assert [plain["regexes"][index][0] for index in pack.Plan(*plain["plan"]).always] == []


# What is used of re._parser -------------------------------------------------------------------------------------------

PARSED = {
    "literals": ("ab", "[(LITERAL, 97), (LITERAL, 98)]"),
    "a negated literal": ("[^a]", "[(NOT_LITERAL, 97)]"),
    "any": (".", "[(ANY, None)]"),
    "a class": (r"[^a-c\d_]", "[(IN, [(NEGATE, None), (RANGE, (97, 99)), (CATEGORY, CATEGORY_DIGIT), (LITERAL, 95)])]"),
    "a category": (r"\w", "[(IN, [(CATEGORY, CATEGORY_WORD)])]"),
    "anchors": (r"^\A\b\B\Z$", "[(AT, AT_BEGINNING), (AT, AT_BEGINNING_STRING), (AT, AT_BOUNDARY), (AT, AT_NON_BOUNDARY), "
                               "(AT, AT_END_STRING), (AT, AT_END)]"),
    "a group": ("(a)", "[(SUBPATTERN, (1, 0, 0, [(LITERAL, 97)]))]"),
    "a group with flags": ("(?i:a)", "[(SUBPATTERN, (None, 2, 0, [(LITERAL, 97)]))]"),
    "an atomic group": ("(?>a)", "[(ATOMIC_GROUP, [(LITERAL, 97)])]"),
    "branches": ("ab|c", "[(BRANCH, (None, [[(LITERAL, 97), (LITERAL, 98)], [(LITERAL, 99)]]))]"),
    "repeats": ("a+b*?c{2,3}d?+", "[(MAX_REPEAT, (1, MAXREPEAT, [(LITERAL, 97)])), (MIN_REPEAT, (0, MAXREPEAT, [(LITERAL, 98)])), "
                                  "(MAX_REPEAT, (2, 3, [(LITERAL, 99)])), (POSSESSIVE_REPEAT, (0, 1, [(LITERAL, 100)]))]"),
    "back-references": (r"(a)\1(?(1)b)", "[(SUBPATTERN, (1, 0, 0, [(LITERAL, 97)])), (GROUPREF, 1), "
                                         "(GROUPREF_EXISTS, (1, [(LITERAL, 98)], None))]"),
    "look-arounds": ("(?=a)(?<!b)", "[(ASSERT, (1, [(LITERAL, 97)])), (ASSERT_NOT, (-1, [(LITERAL, 98)]))]"),
}


@pytest.mark.parametrize("pattern, expected", PARSED.values(), ids=PARSED.keys())
def test_what_the_parser_of_re_gives(pattern, expected):
    tree = re._parser.parse(pattern)  # type: ignore[attr-defined]
    assert repr(list(tree)) == expected


def test_the_width_that_the_parser_of_re_gives():
    assert [re._parser.parse(pattern).getwidth()[0] for pattern in ("a?", "ab*", "(?=a)", r"\b")] == [0, 1, 0, 0]  # type: ignore[attr-defined]
