"""Kind damage: each case is a check, a text and what is found, as match -> suggestion."""
import gc
import time
from typing import get_args

import pytest

from newslint import pack
from newslint.formats import text as text_format
from newslint.kinds.damage import FIELDS, find
from newslint.match import Found, ascii_bytes, fold

CASES = {
    "Windows' code page": ("mojibake", "It wasnâ€™t â€œtheirsâ€\u009d.", ["â€™ -> ’", "â€œ -> “", "â€\u009d -> ”"]),
    "Latin-1": ("mojibake", "It was\u00e2\u0080\u0099t the caf\u00c3\u00a9.", ["\u00e2\u0080\u0099 -> ’", "\u00c3\u00a9 -> é"]),
    "Mac Roman": ("mojibake", "It wasn‚Äôt the caf√©, 5¬†m and ¬£5.", ["‚Äô -> ’", "√© -> é", "¬† -> \u00a0", "¬£ -> £"]),
    "an emoji": ("mojibake", "Fine ðŸ˜€ then", ["ðŸ˜€ -> 😀"]),
    "wrong twice": ("mojibake", "The cafÃƒÂ© and itÃ¢â‚¬â„¢s", ["ÃƒÂ© -> é", "Ã¢â‚¬â„¢ -> ’"]),
    "beside what is right": ("mojibake", "‘Itâ€™s’ – “caf√©” and Beyonc√©’s", ["â€™ -> ’", "√© -> é", "√© -> é"]),
    "in a line of its own": ("mojibake", "Right – here.\nThe cafÃ©.\nRight – here.", ["Ã© -> é"]),
    "at the end of a long line": ("mojibake", "word – " * 2_000 + "cafÃ©", ["Ã© -> é"]),
    "a no-break space": ("mojibake", "Five\u00c2\u00a0pounds", ["\u00c2\u00a0 -> \u00a0"]),
    "a letter after a capital": ("mojibake", "CÂMARA, PORÉM É’, NÃO", []),
    "quotation marks in a row": ("mojibake", "“‘No,’ he said.”—‘Yes…’”", []),
    "half of it lost": ("half-mojibake", "â€œNo,â€\ufffd he said. â€œNo,â€ she said.", ["â€\ufffd -> ”", "â€ -> ”"]),
    "lost, and no telling": ("half-mojibake", "The Ã\ufffdrea", ["Ã\ufffd -> "]),
    "a plain space in a pair": ("half-mojibake", "Ordered Ã  la carte", ["Ã -> à"]),
    "what is whole is not half": ("half-mojibake", "The cafÃ© â€œhereâ€\u009d", []),
    "codes of Windows": ("windows-code", "\u0093It\u0092s\u0094 \u0081", ["\u0093 -> “", "\u0092 -> ’", "\u0094 -> ”", "\u0081 -> "]),
    "codes that are a part of mojibake": ("windows-code", "It\u00e2\u0080\u0099s", []),
    "entities": ("entity", "&#163;5 &amp;amp; caf&eacute; &#x2014; AT&T; &foo;",
                 ["&#163; -> £", "&amp;amp; -> &", "&eacute; -> é", "&#x2014; -> —"]),
    "what is no entity": ("entity", "R&D; AT&T; M&S; Q&A; B&Bs; rock&roll; &; &amp, & amp;", []),
    "entities of letters": ("entity", "&Eacute;t&eacute; &ntilde; &frac12; &AMP; &ccedil;", ["&Eacute; -> É", "&eacute; -> é", "&ntilde; -> ñ", "&frac12; -> ½",
                                                                                          "&AMP; -> &", "&ccedil; -> ç"]),
    "an entity of an unseen character": ("entity", "5&nbsp;m &#8203; &#133;", ["&nbsp; -> \u00a0", "&#8203; -> \u200b", "&#133; -> …"]),
    "a paragraph about HTML": ("entity", "Escape it as &amp;.\n\nFish &amp; chips", ["&amp; -> &"]),
    "paragraphs of blanks": ("blank-paragraph", "One.\n\u00a0 \n\u200b\n \nTwo.\u00a0\n\u00a0x", ["\u00a0 -> ", "\u200b -> "]),
    "invisible characters": ("invisible-character", "The vo\u200bte\ufeff, the\u2060 area of\u200b\u200bthe town. \u200b\n\u200b\n\U0001F468\u200d\U0001F469 a\u200cb",
                             ["\u200b -> ", "\ufeff -> ", "\u2060 -> ", "\u200b\u200b ->  ", "\u200c -> "]),
    "no-break spaces": ("no-break-space", "one\u00a0two, 5\u00a0m, three\u00a0four", ["\u00a0 -> "]),
    "cut words": ("hyphenation", "the govern- ment and the Par-\nliament", ["govern- ment -> government", "Par-\nliament -> Parliament"]),
    "cut words of which half is none": ("hyphenation", "a com- mittee and its par- liamentary sub- committee", ["com- mittee -> committee", "par- liamentary -> parliamentary"]),
    "no cut words": ("hyphenation", "two- and three-, mid- to late, some- thing-like, x- ray, on- line and on-line", []),
}


@pytest.mark.parametrize("check, text, expected", CASES.values(), ids=CASES.keys())
def test_damage(suggested_by, check, text, expected):
    assert suggested_by("damage", text, check=check, id="encoding/tried") == expected


MENDED = {
    "mojibake": ("mojibake", "Itâ€™s the cafÃ©.\r\nItâ€™s.", "It’s the café.\r\nIt’s."),
    "blank paragraphs": ("blank-paragraph", "One.\n\n\u00a0\n\nTwo.\n\u200b", "One.\n\nTwo.\n"),
    "no-break spaces, all of them": ("no-break-space", "one\u00a0two 5\u00a0m\nthree\u00a0four", "one two 5\u00a0m\nthree four"),
}


@pytest.mark.parametrize("check, text, expected", MENDED.values(), ids=MENDED.keys())
def test_fix(mended_by, check, text, expected):
    assert mended_by("damage", text, check=check, id="encoding/tried") == expected


def test_a_long_line_is_told_once(suggested_by):
    text = "caf\u00c3\u00a9 – " * 3_000
    assert suggested_by("damage", text, check="mojibake", id="encoding/tried") == ["\u00c3\u00a9 -> é"] * 3_000


HOSTILE = ["Ã©", "Ã© ", "â€ ", "â€™", "Â\u00a0", "\u0092", "√©", "‚Äô’", "Ã", "Ã ", "x" * 50 + "Ã©–", "x", "&", "&amp;", "&amp;amp;", "\u00a0", "\u00a0\n",
           "a- b", "govern- ment ", "a-\n", "a\u00a0ab", "É’", "“‘", "\u200b", "a\u200b", "a\u200b\u200c "]


@pytest.mark.parametrize("unit", HOSTILE)
def test_it_takes_linear_time(make_rule, unit):
    rules = [make_rule("damage", f"encoding/{check}", check=check) for check in get_args(FIELDS["check"])]
    ready = pack.of(rules)

    def seconds(size):
        [document] = text_format.read("x.txt", "Ã© " + unit * (size // len(unit)) + " Ã©")
        found = Found("", ascii_bytes(fold(document.text)), [], [], [], document.text, document.zones, ready.matcher, 0)
        best = 9.0
        for _ in range(3):
            start = time.process_time()
            list(find(document, found, ready.parts[0].data))
            best = min(best, time.process_time() - start)
        return best

    gc.disable()                            # it looks at ever more hits
    try:
        long = seconds(48_000)
        assert long < 0.06 or long < 30 * seconds(6_000)
    finally:
        gc.enable()


ENCODINGS = ["cp1252", "latin-1", "mac-roman"]


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("text", ["“We’ve won,” she said — “at last”.", "The café in São Paulo cost £5 or €6…", "Zoë’s naïve façade",
                                  "Temperatures of 30°C", "A ½ and a ™", "Right – then"])
def test_whatever_is_read_wrongly_leads_back(mended_by, encoding, text):
    data = text.encode()
    read = "".join(bytes([byte]).decode(encoding, "ignore") or chr(byte) for byte in data)
    assert read != text
    assert mended_by("damage", read, check="mojibake", id="encoding/tried") == text


SAFE = {
    "a letter": ("entity", "caf&eacute;", True),
    "a lost apostrophe": ("entity", "America&#191;s league", False),
    "a question in Spanish": ("entity", "&#191;Qu\u00e9?", True),
    "a bracket of a tag": ("entity", "and so on br /&gt;", False),
    "inside a word": ("invisible-character", "the vo\u200bte", True),
    "at an end": ("invisible-character", "the vote\u200b, the", True),
    "where two words would be one": ("invisible-character", "area of\u200bthe town", False),
    "where two sentences would be one": ("invisible-character", "It fell.\u200bThen", False),
    "in a name": ("invisible-character", "Qazpo\u200brizhny", False),
}


@pytest.mark.parametrize("check, text, safe", SAFE.values(), ids=SAFE.keys())
def test_what_is_mended_unasked(findings, make_rule, check, text, safe):
    [finding] = findings(text, make_rule("damage", "encoding/tried", check=check, safe=True))
    assert finding.fix and finding.fix.safe is safe
