"""Which language a paragraph is in, by the small words no text of it can do without. Imported where one lacks those of
English."""
from __future__ import annotations

import os
import re
import unicodedata
from functools import lru_cache

from newslint.foreign import FEWEST
from newslint.regexes import compiled

# Words that are common in English and in no other language.
PLAINLY_ENGLISH = frozenset(
    "the and that with this from have has been were they which their there about when who what would said by are not "
    "but his her she you your its it into than then out could after before where while because through these those "
    "them how some other only should will can more our if".split())
# Those that others have too: they speak against a language that has not.
ENGLISH = PLAINLY_ENGLISH | frozenset(
    "a in of to for on is was an be no or do so had me i up at as we he my all over".split())

# Code, name, and the commonest small words; what a language shares with English is listed as far as it is common.
LISTS = """
af Afrikaans: die het nie van en wat vir sy hulle ook deur hierdie ons kan moet jou maar gesê waar sal is in was of so
   had my
ca Catalan: el la els les de del que i per amb una un és no ha han però més als seva seu aquest aquesta a me on
cs Czech: je se na že to do ve pro jsou jako které který ale byl bylo jeho jsem podle také aby nebo už a i on
cy Welsh: y yr yn mae ar ei wedi gan bod fod oedd hefyd ond i o ym nad hyn roedd bydd gyda a am
da Danish: og det er en af på til som med ikke har den der et de vil var kan fra også efter jeg i for at to
de German: der die das und ist von den nicht mit dem ein eine sich auf für auch im des zu wird bei wie sie er sind
   wurde nach aus einen haben werden zum zur oder als in an was so all
es Spanish: el la los las de del que y en una un por con para se es lo su al como más pero sus fue ha este esta son
   entre también desde cuando muy a no me he
et Estonian: ja on ei et see oli kui aga mis oma ka ta ning seda ole kes saab veel pole nende no
eu Basque: eta da ez bat du izan dute dira dela ere baina egin ditu duen zuen beste baino
fi Finnish: ja on ei että se oli mutta kun ovat hän myös joka mukaan jos ole kuin sen ollut vain nyt no
fr French: le la les de des du et en un une est que qui dans pour pas sur au aux par avec ce cette ses son il elle ne
   plus mais sont leur été ont nous vous se ou qu a on me or
ga Irish: an na agus tá ar le go sé sí atá ag bhí seo sin nach raibh chun faoi níl mar is a i do as
hr Croatian: je se na da su koji koja za nije što ili od ali kao bi će iz kako nakon sve te a i on to do
hu Hungarian: az és hogy nem egy van volt ez is csak meg már még azt mint vagy pedig szerint majd után a be
id Indonesian: yang dan di dengan untuk dari ini itu tidak pada akan dalam oleh juga telah kepada adalah tersebut ada
   ke sebagai mereka kami bahwa kita karena saat sudah bisa jadi orang seperti saya harus jangan agar lebih
it Italian: il la lo gli le di del della dei delle che e è un una per con non sono si da dal nel nella alla anche come
   più ha al ma suo sua questo stato a in i no
lt Lithuanian: ir yra kad bet iš su tai kaip nuo dėl buvo jo savo per tik jau apie arba to
lv Latvian: un ir ka no uz ar par bet lai kas tas arī bija pēc gan vai kā to
nl Dutch: de het een van en niet zijn dat met voor aan er maar om ook bij door naar uit wordt heeft hij zij werd nog
   deze wel haar als in of is was we had over
no Norwegian: og det er en av på til som med ikke har den et de vil kan fra også etter jeg seg ble blir i for at over
pl Polish: nie się na jest że do to jak po przez ale dla od oraz tym które który był było jego być są za a i on no
pt Portuguese: de que o os e da dos das em um uma para com não na nos nas por mais se foi ao ele ela seu sua são está
   também pelo pela ser já a as no do me
ro Romanian: și în de la că nu cu este pe pentru din un o care au fost mai prin ca dar sunt după ale sau a
sk Slovak: je sa na že to do vo pre sú ako ktoré ktorý ale bol bolo jeho som podľa aj aby alebo už a i on
sl Slovenian: je in se na da so ki za ne ni tudi pa kot bi po od še ali pri bil kar a i do
sq Albanian: të në një dhe për që nga është me nuk ka më ishte kanë si po janë duke por a i do
sv Swedish: och det är en av på till som med inte har den att ett de för var jag om från också efter ska i
sw Swahili: ya na wa kwa ni katika za la hiyo huo hayo alisema kuwa hii wake pia ambao huku kama cha vya
tl Filipino: ang ng sa na mga ay ni si kay nang hindi ito para rin din kung pa niya siya isang at
tr Turkish: ve bir bu için ile da de olarak daha çok olan gibi ne ise ama sonra kadar göre oldu değil o on
vi Vietnamese: và của là có cho không được trong một các những với này người đã khi từ ra do
"""
LOOKED_AT = 3000                            # characters
KINDS = 3                                   # different small words: a name may hold “de la”
SHARE, MOST = 0.14, 0.7                     # of all words: “la la la” is no Italian
ENGLISH_SHARE = 0.12
UNKNOWN_WORDS = 12                          # of a text in a language without a list,
KNOWN_SHARE = 0.15                          # of which so many are words of our news
LETTERS = 12
KANA = 0.1
WRITTEN_IN = {"ru": "Cyrillic"}             # languages that are told by their script alone
SCRIPTS = {"Cjk": "Chinese", "Hangul": "Korean"}
WORD = compiled(r"(?<!\w)[^\W\d_]+(?!\w)")
# “de la Cruz”, “van der Berg”: part of a name, in English text too.
PARTICLES = compiled(r"\b(?:(?:de|del|della|di|da|do|dos|das|du|des|van|von|zu|le|la|el|al|y|e|bin|ter|ten)"
                       r"(?: (?:la|las|los|der|den|de|het|le|lo))? )+(?=[^\W\d_a-zß-öø-ÿ])")
NOT_PROSE = compiled(r"[{}=<>\\|]")


def language(text: str) -> str | None:
    """"en", the code of another language, "?" for one without a list, the name of a script that is not Latin; None
    where there is too little to tell."""
    text = text[:LOOKED_AT]
    if not text.isascii() and (script := _script(text)):
        return script
    words = WORD.findall(text)
    if sum(map(PLAINLY_ENGLISH.__contains__, words)) >= ENGLISH_SHARE * len(words) and len(words) >= FEWEST:
        return "en"
    words = WORD.findall(PARTICLES.sub("", text))
    small = [word for word in words if word.islower()]
    if len(words) < FEWEST or len(small) * 5 < len(words) * 2:
        return None                         # a heading; names and figures
    best, most = "", 0
    for code, (_, its_words) in languages().items():
        its_own = [word for word in small if word in its_words and word not in ENGLISH]
        if len(its_own) > most and len(set(its_own)) >= KINDS:
            best, most = code, len(its_own)
    if best:
        english = sum(word in ENGLISH and word not in languages()[best][1] for word in small)
        return best if SHARE * len(words) <= most <= MOST * len(words) and most > 2 * english else None
    listed = 4 * text.count(",") > len(words)
    if len(small) < UNKNOWN_WORDS or listed or NOT_PROSE.search(text) or len(ENGLISH.intersection(small)) >= KINDS:
        return None
    return "?" if sum(map(news_words().__contains__, small)) < KNOWN_SHARE * len(small) else None


def name(code: str) -> str:
    """What `language` found, for people."""
    if code == "ru":
        return "Russian"
    if code in languages():
        return languages()[code][0]
    return "another language" if code == "?" else code if code in ("Japanese", *SCRIPTS.values()) else f"{code} script"


def written_in(code: str) -> str:
    """What `language` says of a text in this language."""
    return WRITTEN_IN.get(code, code)


@lru_cache
def languages() -> dict[str, tuple[str, frozenset[str]]]:
    """By code: the name of each language that is known, and its small words."""
    heads = re.finditer(r"(?m)^(\w\w) (\w+): (.+(?:\n .+)*)", LISTS)
    return {head[1]: (head[2], frozenset(head[3].split())) for head in heads}


@lru_cache
def news_words() -> frozenset[str]:
    with open(os.path.join(os.path.dirname(__file__), "newswords.txt"), encoding="utf-8") as file:
        words = (line.partition("\t")[0] for line in file)
        return frozenset(word for word in words if len(word) > 1)


def _script(text: str) -> str:
    """The script of a text that is mostly in one that is not Latin, as Unicode calls it."""
    letters = [char for char in text if char.isalpha()]
    others = [char for char in letters if char > "ɏ" and not unicodedata.name(char, "").startswith("LATIN")]
    if len(others) < LETTERS or len(others) * 2 < len(letters):
        return ""
    names = [unicodedata.name(char, "another").split()[0].capitalize() for char in others]
    if names.count("Hiragana") + names.count("Katakana") > KANA * len(others):
        return "Japanese"
    found = max(sorted(set(names)), key=names.count)
    return SCRIPTS.get(found, found)
