"""A search as an address has it, and its facets as they are offered: the list and the API read it here."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from dugnad.activities.vocabulary import words
from dugnad.core.countries import country
from dugnad.ideas import shelf
from dugnad.ideas.languages import NAMES
from dugnad.ideas.models import Effort, Season
from dugnad.ideas.questions import SearchForm
from dugnad.ideas.search import Found, Wanted
from dugnad.web.templatetags.web import number

FACETS = ("cause", "effort", "season", "language", "country", "answers", "tried")
Offered = dict[str, list[tuple[Any, str]]]


def offered() -> Offered:
    """Every value that some idea has, in words."""
    held, known = shelf.shelf(), words()
    return {
        "people": [("", _("any number of people")), *((most, ngettext("%(n)s person", "%(n)s people", most) % {"n": most}) for most in shelf.PEOPLE)],
        "budget": [("", _("any money")), *((most, _("at most € %(n)s") % {"n": number(most)} if most else _("no money")) for most in shelf.BUDGETS)],
        "within": [("", _("at any time")), *zip(shelf.WITHIN, (_("next week"), _("within a month"), _("within three months")), strict=True)],
        "cause": [("", _("any")), *((term.key, str(term)) for term in known.current.get("cause", []))],
        "effort": [("", _("any")), *((value, str(label)) for value, label in Effort.choices)],
        "season": [("", _("any")), *((value, str(label)) for value, label in Season.choices)],
        "language": [("", _("any")), *sorted(((code, NAMES.get(code, code)) for code in held.values("language")), key=lambda pair: pair[1])],
        "country": [("", _("any")), *_countries(held.values("country"))],
        "answers": [("", _("any")), *_countries(held.values("answers"))],
        "tried": [("", _("any")), ("yes", pgettext("idea", "tried")), ("no", pgettext("idea", "not yet tried"))],
    }


def _countries(codes: list[str]) -> list[tuple[Any, str]]:
    return sorted(((code, country(code)) for code in codes if code), key=lambda pair: pair[1])


def read(params: Any) -> tuple[SearchForm, Wanted]:
    """The form with its errors, and what is right of it."""
    form = SearchForm(params, choices=offered())
    form.is_valid()
    given = {name: value for name, value in form.cleaned_data.items() if value not in ("", None)}
    return form, Wanted(**given)


def facets(form: SearchForm, found: Found) -> list[tuple[Any, list[tuple[Any, str, bool]]]]:
    """Each with its values, how many ideas have it, and whether it is chosen; a value that none has is left out."""
    listed = []
    for name in FACETS:
        field, counts, chosen = form[name], found.counts.get(name, {}), str(form[name].value() or "")
        choices: list[tuple[Any, str]] = form.fields[name].choices  # type: ignore[attr-defined]
        shown = [(value, f"{label} ({number(counts[value])})", str(value) == chosen) for value, label in choices if counts.get(value)]
        shown += [(value, f"{label} (0)", True) for value, label in choices if value != "" and str(value) == chosen and not counts.get(value)]
        listed.append((field, shown))
    return listed
