"""Which heading means which answer: as the person says, else by synonyms, the surest first."""

import re
from collections.abc import Iterable

from django.utils.translation import gettext as _

from dugnad.activities.forms.activity import good
from dugnad.activities.importing.synonyms import ENOUGH, GOODS, SYNONYMS, WARNED
from dugnad.activities.vocabulary import words
from dugnad.core.errors import Refused

Mapping = dict[str, tuple[str, ...]]
NUMBERS = ("volunteers", "international_students", "local_students", "people_helped", "volunteer_hours", "money_amount")
TEXTS = ("place", "summary", "outcome", "learnt", "objectives", "actions", "sdgs", "organisers", "partners", "links")
AMOUNT_WORDS = re.compile(r"^(?:(?:#|no\.?|number|antall|nombre|total|kg|kilos?|kilograms?|pounds|lbs)\s+)+(?:of\s+|de\s+|d'|av\s+)?|\s+(?:collected|in all)$")


def answers() -> dict[str, tuple[str, ...]]:
    """Every answer that a column can give, with the headings that mean it."""
    goods = {good(term): (*map(str, term.names.values()), *GOODS.get(term.key, ())) for term in words().current.get("measure", [])}
    return SYNONYMS | {name: tuple(_plain(said) for said in names) for name, names in goods.items()}


def found_mapping(headings: Iterable[str], wished: dict[str, str] | None = None) -> Mapping:
    """{answer: its headings}; what the person wished comes first, and a heading serves once."""
    headings, known = list(headings), answers()
    mapping = _wished(headings, wished or {}, known)
    taken = set(wished or {})
    for find in (_exactly, _by_last_word):
        for field, names in known.items():
            heading = None if field in mapping else find(field, names, [h for h in headings if h not in taken])
            if heading:
                mapping[field] = (heading,)
                taken.add(heading)
    return mapping


def together(name: str) -> bool:
    """May several columns give this answer? Numbers are added up, texts are joined."""
    return name in NUMBERS or name in TEXTS or name.startswith("good_")


def left_out(headings: Iterable[str]) -> list[str]:
    """Columns that look like counts of people but are not: those who signed up, those who were asked for."""
    return [heading for heading in headings if _plain(heading) in WARNED]


def unused(headings: Iterable[str], mapping: Mapping) -> list[str]:
    """Columns that give no answer."""
    used = {heading for found in mapping.values() for heading in found}
    return [heading for heading in headings if heading not in used]


def _wished(headings: list[str], wished: dict[str, str], known: dict[str, tuple[str, ...]]) -> Mapping:
    mapping: Mapping = {}
    for heading, field in wished.items():
        if heading not in headings:
            raise Refused("no-heading", _("There is no column “%(name)s”. The file has: %(names)s.") % {"name": heading, "names": ", ".join(headings[:40])})
        if field and field not in known:
            raise Refused("no-field", _("There is no answer “%(name)s”. There are: %(names)s.") % {"name": field, "names": ", ".join(known)})
        if field and field in mapping and not together(field):
            raise Refused("two-headings", _("“%(one)s” and “%(two)s” cannot both be it; choose one.") % {"one": mapping[field][0], "two": heading})
        if field:
            mapping[field] = (*mapping.get(field, ()), heading)
    return mapping


def _exactly(_field: str, names: tuple[str, ...], headings: list[str]) -> str | None:
    said = {part: heading for heading in reversed(headings) for part in _parts(heading)}
    return next((said[name] for name in names if name in said), None)


def _by_last_word(field: str, names: tuple[str, ...], headings: list[str]) -> str | None:
    if field not in ENOUGH:
        return None
    return next((heading for heading in headings for part in _parts(heading) if part.rpartition(" ")[2] in names), None)


def _parts(heading: str) -> list[str]:
    """A heading as it is compared: as a whole, and each of its languages where a stroke parts them."""
    return [_plain(part) for part in (heading, *(heading.split("/") if "/" in heading else ()))]


def _plain(heading: str) -> str:
    text = re.sub(r"\([^)]*\)", " ", heading.replace("_", " ").replace("-", " ").casefold())
    text = " ".join(text.split()).rstrip(":?")
    return AMOUNT_WORDS.sub("", text) or text
