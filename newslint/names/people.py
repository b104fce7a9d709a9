"""Whether two names that are alike are two people: what stands beside them says so."""
from __future__ import annotations

from newslint.model import Document, paragraph_at
from newslint.names.lists import FEMALE, HONORIFICS, MALE
from newslint.names.mentions import Mention
from newslint.regexes import compiled
from newslint.sentences import sentence_at

NEAR = 40                                   # characters beside a name in which something says that it is another's
_KIN = (r"(?:(?:half-|step|god|grand)?(?:brother|sister|father|mother|son|daughter|child|parent)s?|twins?|wife|"
        r"husband|cousins?|uncle|aunt|nephew|niece|siblings?|widow(?:er)?|partner|spouse|namesakes?|brother-in-law|sister-in-law)")
_KIN_BEFORE = rf"\b{_KIN},?(?: and [a-z]+,?)? (?:[A-Z][\w.'’-]* ){{0,2}}$|\b{_KIN} of (?:[a-z]+ ){{0,3}}$"
_KIN_AFTER = (r"(?:'s|’s)?,? (?:and )?(?:(?:the|his|her|their|an?|whose|is|was|older|younger|elder|eldest|youngest|"
              rf"twin|late) )*{_KIN}\b")
_TOLD_APART = (r"\b(?:no relation|unrelated|not related|same name|confused with|mistaken for|mix-up|the elder|"
               r"the younger|real name|born [A-Z]|changed (?:his|her|its|their) name|also known|formerly|spelled|spelt|"
               r"spelling|misspelled|misspelt)\b")
_INTRODUCED = r",? (?:\((\d\d?)\)|(\d\d?),|aged (\d+))|, (?:an?|the|of|from|whose|one of)\b"
_CAPITALISED = r"\b[A-Z]"
_WORDS = r"\b[^\W\d_]+"


def two_people(document: Document, ones: list[Mention], others: list[Mention], common: bool,
               slip: bool = False) -> bool:
    """Whether something says that these are names of two people. Of `common` names each sign is enough; what is
    plainly a `slip` may stand in one sentence with the right form."""
    fewer = ones if len(ones) <= len(others) else others
    if _two_sexes(ones, others) or any(_family(document, mention) for mention in fewer):
        return True
    if not slip and any(_share_a_sentence(document, mention, others if fewer is ones else ones) for mention in fewer):
        return True
    ages, other_ages = _ages(document, ones), _ages(document, others)
    if ages and other_ages and not ages & other_ages:
        return True
    if not common:
        return False
    offices, other_offices = _offices(ones), _offices(others)
    if offices and other_offices and not offices & other_offices:
        return True
    return _introduced(document, ones) and _introduced(document, others)


def _two_sexes(ones: list[Mention], others: list[Mention]) -> bool:
    titles, other_titles = _titles(ones), _titles(others)
    return bool(titles & MALE and other_titles & FEMALE or titles & FEMALE and other_titles & MALE)


def _titles(its: list[Mention]) -> set[str]:
    return {title for mention in its for title in mention.titles}


def _offices(its: list[Mention]) -> set[str]:
    return _titles(its) - HONORIFICS


def _family(document: Document, mention: Mention) -> bool:
    text, start = document.text, max(0, mention.start - NEAR)
    return compiled(_TOLD_APART).search(text, start, mention.end + NEAR) is not None \
        or compiled(_KIN_BEFORE).search(text[start:mention.start]) is not None \
        or compiled(_KIN_AFTER).match(text, mention.end) is not None


def _ages(document: Document, its: list[Mention]) -> set[str]:
    found = [compiled(_INTRODUCED).match(document.text, mention.end) for mention in its]
    return {age for match in found if match for age in match.groups() if age}


def _introduced(document: Document, its: list[Mention]) -> bool:
    """Whether it is said of one of these who that is, as at a first mention."""
    return any(compiled(_INTRODUCED).match(document.text, mention.end) for mention in its)


def _share_a_sentence(document: Document, mention: Mention, others: list[Mention]) -> bool:
    """Whether both stand in one sentence, or this one in a list of names."""
    paragraph = paragraph_at(document, mention.start)
    if paragraph is None:
        return False
    start, end = sentence_at(document.text, paragraph.start, paragraph.end, mention.start)
    return any(start <= other.start < end for other in others) or is_lineup(document.text[start:end])


def is_lineup(sentence: str) -> bool:
    """Whether a sentence is little more than names and commas: a team, a list of winners."""
    words = len(compiled(_WORDS).findall(sentence))
    return words > 3 and len(compiled(_CAPITALISED).findall(sentence)) > 0.75 * words \
        and 3 * (sentence.count(",") + sentence.count(";") + sentence.count("(")) >= words - 2
