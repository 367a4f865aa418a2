"""From what there is to thank for to a letter: its language, its text, its address, and what stands beside its text."""

from collections.abc import Mapping
from dataclasses import dataclass

from dugnad.core.periods import Period
from dugnad.network.models import University
from dugnad.recognition.filling import filled
from dugnad.recognition.gathering import SHOWN, Thanked
from dugnad.recognition.languages import KNOWN, of_country
from dugnad.recognition.models import Letter, Profile, Round, Template
from dugnad.recognition.wording import counted, joined, when, wording

LONGEST_SUBJECT = 200


@dataclass(frozen=True, slots=True)
class Words:
    """Subject and text of a template in one language."""

    subject: str
    body: str


def texts_of(template: Template | None) -> dict[str, Words]:
    """The texts of a template by language; a language that it does not have is the packaged one's."""
    own = {text.language: Words(text.subject, text.body) for text in template.texts.all()} if template else {}
    return {language: own.get(language) or packaged(language) for language in KNOWN}


def packaged(language: str) -> Words:
    return Words(wording(language)["subject"], wording(language)["body"])


def language_for(found: Thanked, asked: str) -> str:
    """What was asked for; else the contact's, the university's, the country's."""
    wanted = [asked, found.contact.language if found.contact else "", *languages_of(found.university), of_country(found.university.country)]
    return next(language for language in wanted if language in KNOWN)


def languages_of(university: University) -> list[str]:
    profile = profile_of(university)
    return list(profile.languages) if profile else []


def profile_of(university: University) -> Profile | None:
    try:
        return university.profile
    except Profile.DoesNotExist:
        return None


def write(letter: Letter, found: Thanked, texts: Mapping[str, Words], of: Round, network: str, entry: int) -> Letter:
    """Put everything into a letter: language, address, subject, text and figures."""
    period, contact = Period(of.first_month, of.last_month), found.contact
    letter.language = language_for(found, of.language)
    letter.unit = found.units[0]
    letter.email = contact.email if contact else ""
    letter.address = "\n".join(address(found))
    values = values_of(found, period, letter.language, network)
    letter.subject = " ".join(filled(texts[letter.language].subject, values).split())[:LONGEST_SUBJECT]
    letter.body = filled(texts[letter.language].body, values)
    letter.entry = entry
    letter.told = {
        "figures": figures(found),
        "units": [[unit.pk, str(unit)] for unit in found.units],
        "people": found.people,
        "examples": found.examples,
        "signed": of.made_by.name if of.made_by else "",
        "office": of.office if of.unit_id != letter.unit_id else None,
    }
    return letter


def figures(found: Thanked) -> dict[str, int]:
    """What is not nothing, in the order in which it is shown."""
    return {name: value for name in SHOWN if (value := round(getattr(found.figures, name)))}


def address(found: Thanked) -> list[str]:
    """As it stands in the window: who, the university, the street, the place."""
    profile, one = profile_of(found.university), found.university
    who = [part for part in (found.contact.name, found.contact.position) if part] if found.contact else []
    street = [profile.street] if profile and profile.street else []
    place = " ".join(part for part in (profile.postal_code if profile else "", one.city) if part)
    return [*who, one.name, *street, *([place] if place else [])]


def values_of(found: Thanked, period: Period, language: str, network: str) -> dict[str, str]:
    """What each field of a template is filled with."""
    own, contact = wording(language), found.contact
    dear = own["dear_named"].format(contact=contact.name) if contact else own["dear"]
    counts = {name: counted(name, value, language) for name, value in figures(found).items()}
    return counts | {
        "salutation": contact.salutation if contact and contact.salutation else dear,
        "university": found.university.name,
        "city": found.university.city,
        "contact": contact.name if contact else "",
        "section": str(found.units[0]),
        "sections": joined([str(unit) for unit in found.units], language),
        "network": network,
        "when": when(period, language),
        "coordinators": joined(list(dict.fromkeys(one["name"] for one in found.people)), language) if found.people else "",
    }
