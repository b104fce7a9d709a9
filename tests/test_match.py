"""The fast path against the slow one: what automaton and gate find is what `re` finds, phrase by phrase and rule by rule."""
from __future__ import annotations

import re
from itertools import product
from re import _casefix  # type: ignore[attr-defined]

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from newslint import pack, rulefile
from newslint.keys import plan
from newslint.match import Found, Matcher, fold
from newslint.model import Zone
from newslint.phrases import LISTS, expand
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


# Phrases -------------------------------------------------------------------------------------------------------------

WORDS = ["a", "i", "of", "abc", "abcd", "bcd", "don't", "can't", "so-so", "kiss", "its", "is", "é", "éab", "abé", "élan",
         "1st", "e.g.", "$5", "'em", "a_b", "the", "minister", "ministers"]
TEXT = [*WORDS, "ABC", "DON’T", "KI\u017fS", "\u212aiss", "İs", "ı", "Élan", "x", " ", " ", " ", "\n", "\u00a0", "  ", "-", "'", "’", ", ",
        ".", "_", "“", "—", "😀", "e\u0301"]
texts = st.lists(st.sampled_from(TEXT), max_size=40).map("".join)
words = st.sampled_from(WORDS)
joints = st.sampled_from([" ", " ", " ", "-", "'"])


@st.composite
def few_strings(draw):
    """A phrase without alternatives."""
    string = draw(words)
    for _ in range(draw(st.integers(0, 2))):
        string += draw(joints) + draw(words)
    return [fold(string)]


@st.composite
def many_strings(draw):
    """A phrase with alternatives, all of which share a word."""
    slots = [draw(st.lists(words, min_size=1, max_size=5, unique=True)) for _ in range(draw(st.integers(1, 3)))]
    return sorted({fold(" ".join(choice)) for choice in product(*slots)})


@st.composite
def phrase_sets(draw):
    return draw(st.lists(few_strings() | many_strings(), min_size=1, max_size=6))


def strings_by_re(folded, phrases):
    """(start, end, phrase index) of every string, looked for one by one."""
    spaced = folded.replace("\n", " ")
    found = []
    for number, strings in enumerate(phrases):
        for string in strings:
            before = (r"(?<![^\W_])" if string[0].isalnum() else "") + r"(?<![^\W_][-'])"
            after = (r"(?![^\W_])" if string[-1].isalnum() else "") + r"(?![-'][^\W_])"
            pattern = f"{before}(?=({re.escape(string)}){after})"
            found += [(match.start(1), match.end(1), number) for match in re.finditer(pattern, spaced)]
    return sorted(found)


def matcher(phrases, regexes, cost=0.0):
    return Matcher(plan(phrases, regexes, lambda words: dict.fromkeys(words, cost)), regexes)


def strings_by_matcher(folded, phrases, cost=0.0):
    return sorted(matcher(phrases, [], cost).scan(folded, []).phrases)


@given(phrase_sets(), texts, st.sampled_from([0.0, 3.0, 100.0]))
@example([["abc of"]], "abc\nof", 0.0)
@example([["abc abc", "abc of"]], "abc abc abc of", 0.0)
@example([["kiss"]], "\u212aISſ", 0.0)
@example([["don't"]], "DON’T don't’ve", 0.0)
@example([["minister of"], ["minister of"], ["of", "minister"]], "minister of ministers", 0.0)
def test_phrases_are_found_as_re_finds_them(phrases, text, cost):
    folded = fold(text)
    assert strings_by_matcher(folded, phrases, cost) == strings_by_re(folded, phrases)


@given(st.lists(st.sampled_from(["{modal} (of|a)", "(abc|bcd|élan) {be}", "{subject} {modal}", "(don't|can't) {be}", "{number} minister(|s)",
                                 "(so-so|'em) (its|is)", "{be} {determiner} (1st|abc)"]), min_size=1, max_size=4, unique=True), st.data())
def test_phrases_of_many_strings(phrases, data):
    written = [expand(phrase, {}) for phrase in phrases]
    pool = sorted({word for strings in written for word in " ".join(strings).split(" ")})
    text = "".join(data.draw(st.lists(st.sampled_from(pool).flatmap(
        lambda word: st.sampled_from([word, word.upper(), word.replace("'", "’")])) | st.sampled_from(
            [" ", " ", "\n", "-", "'", "’", ".", "\u00a0"]), max_size=30)))
    text += " " + " ".join(data.draw(st.lists(st.sampled_from(sorted({*sum(written, [])})), max_size=5)))
    folded = fold(text)
    assert strings_by_matcher(folded, written) == strings_by_re(folded, written)


def test_every_string_is_found_alone_and_in_company():
    phrases = [expand(f"{{{name}}} of", {}) for name in LISTS]
    ready = matcher(phrases, [])
    for number, strings in enumerate(phrases):
        for string in strings:
            assert (0, len(string), number) in ready.scan(string, []).phrases
            assert (4, 4 + len(string), number) in ready.scan(f"abc {string}, abc", []).phrases


KEYS = {
    "a word that several strings share": ([["rain of", "rain to", "rain"]], 0.0, ["rain"]),
    "a common word is no key": ([["rain of", "rain to"]], 1e6, ["rain of", "rain to"]),
    "phrases share none": ([["rain of"], ["rain to"]], 0.0, ["rain of", "rain to"]),
    "two phrases with one string": ([["rain of"], ["rain of"]], 0.0, ["rain of"]),
}


@pytest.mark.parametrize("phrases, cost, expected", KEYS.values(), ids=KEYS.keys())
def test_keys(phrases, cost, expected):
    assert plan(phrases, [], lambda words: dict.fromkeys(words, cost)).keys.split("\n") == expected


def test_no_phrases_and_no_regexes():
    scan = matcher([], []).scan("abc", [Zone("body", 0, 3)])
    assert scan.phrases == [] and scan.regexes == {}


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
    (r"(?:(?:a{1,20}b){1,20}c){1,9}", I), (r"(?x) a  b c # abc", 0), (r"A", 0), (r"É", 0), (r"ß", I), (r"ς", I), ("ﬅ", I), (r"\x00a", 0),
]
PIECES = [*"aAbBcCxXéÉikKſıİ’'‘”“\"-–—.,$ \u00a0\n1_\\", "abc", "ABC", "abc", "of", "is", "bc", "x" * 60, "don’t", "élan", "  ", "\n\n", "e\u0301",
          "\u212a", "ß", "ẞ", "σ", "Σ", "ﬆ", "😀", "#\x20-", ".$^|\\", "\x00", "\t", "’s"]
pieces = st.lists(st.sampled_from(PIECES), max_size=30).map("".join)


def by_matcher(ready, text):
    """(regex index, start, end) of every match."""
    zones = find_zones(text, [])
    folded = fold(text)
    candidates = sorted(ready.scan(folded, zones).regexes.items())
    found = Found(folded, [], text, zones, candidates, ready, 0)
    return [(index, *match.span()) for index, match in found.matches()]


def by_re(regexes, text):
    """The same, each regex run on each paragraph, from the start of its line."""
    return [(index, *match.span()) for index, (pattern, flags) in enumerate(regexes) for zone in find_zones(text, [])
            for match in re.compile(pattern, flags).finditer(text, text.rfind("\n", 0, zone.start) + 1, zone.end)]


# Where words are common, regexes are gated; where they are rare, looked for by needles.
COSTS = {"needles": 0.0, "gates": 1e6}


@pytest.fixture(scope="module", params=COSTS.values(), ids=COSTS.keys())
def shapes(request):
    return matcher([], SHAPES, request.param)


@given(text=pieces)
@example(text="abc ofabc xaxb ab xabca abca")
@example(text="\nabc\n\nabc")
@example(text="abc  \n  abc \t\n\n x \n")
@example(text="aabbcc.$^|\\#\x20-‘abc\u00a0abc’s")
def test_regexes_are_found_as_re_finds_them(shapes, text):
    assert by_matcher(shapes, text) == by_re(SHAPES, text)


@st.composite
def patterns(draw, depth=2):
    """Regexes nobody would write, of all that `relax` has to understand."""
    def atom():
        kind = draw(st.integers(0, 13 if depth else 4))
        if kind <= 2:
            return re.escape(draw(st.sampled_from("abcéKſ’- \nİ")))
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


@given(patterns().filter(valid), st.sampled_from([0, I, M, I | M]), st.sampled_from(list(COSTS.values())),
       st.lists(st.sampled_from("abcABCé\u212akſs’' -\nİi"), max_size=12).map("".join))
def test_any_regex_is_found_as_re_finds_it(pattern, flags, cost, text):
    regexes = [(pattern, flags)]
    assert by_matcher(matcher([], regexes, cost), text) == by_re(regexes, text)


def equal_letters():
    """Every letter that has a case, to Python's eyes, with ASCII."""
    return [chr(code) for code in range(32, 0x1f000) if not 0xd800 <= code < 0xe000 and (
        code < 127 or code in _casefix._EXTRA_CASES or chr(code).lower() != chr(code) or chr(code).upper() != chr(code))]


@pytest.mark.parametrize("form", ["{}", "[{}!]", "x{}x"], ids=["a letter", "a class", "a needle"])
def test_letters_that_re_holds_equal_are_let_through(form):
    letters = equal_letters()
    regexes = [(form.format(re.escape(letter)), I) for letter in letters]
    ready = matcher([], regexes)
    context = form.replace("[{}!]", "{}")
    let_through = {letter: set(ready.scan(fold(context.format(letter)), [Zone("body", 0, len(context) - 1)]).regexes)
                   for letter in letters}
    everything = " ".join(context.format(letter) for letter in letters)
    missed = [(letters[index], match[0]) for index, (pattern, flags) in enumerate(regexes)
              for match in re.finditer(pattern, everything, flags) if index not in let_through[match[0].strip("x") or "x"]]
    assert missed == []


RELAXED = {
    "plain": ("could of", I, r"could\ of"),
    "capitals": ("Could", 0, "could"),
    "an apostrophe": ("can['’]t", I, r"can[\x27\x{2019}]t"),
    "a boundary beside ASCII": (r"\bof\b", I, r"\bof\b"),
    "a boundary beside é": (r"\bé", I, r"\x{e9}"),
    "a boundary beside what may be no letter": (r"\b.?of", I, "(?:(?s:.)){0,1}of"),
    "line ends": ("^of$", M, "(?m:^)of(?m:$)"),
    "a negative look-around": ("(?<!a)b(?!c)", I, "b"),
    "a look-around in the middle": ("a(?=b)(?<=a)b", I, "ab"),
    "a look-around at an edge": ("(?<=a)b(?=c)", I, "(?:a)b(?:c)"),
    "a back-reference": (r"(a|b) \1", I, r"(?:[\x61\x62])\ (?:[\x61\x62])"),
    "a large repeat": ("a{60,70}", I, "(?:a){50,}"),
    "what matches nothing as well": ("a?", I, None),
}


@pytest.mark.parametrize("pattern, flags, expected", RELAXED.values(), ids=RELAXED.keys())
def test_relax(pattern, flags, expected):
    assert relax(pattern, flags) == expected


def test_what_re2_refuses_is_run_on_every_text():
    regexes = [(r"(?:(?:\w{1,20}b){1,20}c){1,9}", 0), ("[ab]c", 0)]
    assert by_matcher(matcher([], regexes), "aabc") == [(0, 0, 4), (1, 2, 4)]


# The shipped rules ---------------------------------------------------------------------------------------------------

@pytest.fixture(scope="module")
def shipped():
    rules = rulefile.read(rulefile.find(pack.shipped()))
    return rules, pack.compiled(rules, {rule.id: rule.level for rule in rules}, [])


def test_shipped_regexes_find_what_re_finds_in_all_examples(shipped):
    rules, plain = shipped
    regexes, ready = plain["regexes"], pack._ready(plain).matcher
    compiled = [re.compile(*regex) for regex in regexes]
    examples = [example if isinstance(example, str) else example["text"]
                for rule in rules for example in (*rule.bad, *rule.good)]
    missed = []
    # In blocks: one by one they would be a quarter of a million runs of `re`.
    for start in range(0, len(examples), 20):
        text = "\n\n".join(examples[start:start + 20])
        zones = find_zones(text, [])
        let_through = ready.scan(fold(text), zones).regexes
        for index, pattern in enumerate(compiled):
            places = let_through.get(index, set())
            if places is None or not pattern.search(text):
                continue
            missed += [(pattern.pattern, text[zone.start:zone.end]) for place, zone in enumerate(zones)
                       if place not in places and pattern.search(text, text.rfind("\n", 0, zone.start) + 1, zone.end)]
    assert missed == []


def test_no_shipped_regex_runs_on_every_text(shipped):
    _, plain = shipped
    assert [plain["regexes"][index] for index in pack.Plan(*plain["plan"]).always] == []


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
