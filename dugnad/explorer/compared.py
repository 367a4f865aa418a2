"""The units of a question: one, or several side by side; each by its code or its name, whatever was typed is kept."""

from typing import Any

from django import forms
from django.db import connection
from django.db.models import Q
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from dugnad.activities.forms.fields import LONGEST_NAME
from dugnad.core import marks
from dugnad.network.models import Unit
from dugnad.web.fields import cleaned

MOST = 12
OFFERED = 1000
_kept: dict[str, tuple[object, list[tuple[str, str]]]] = {}


class SeveralInputs(forms.TextInput):
    """Inputs of one name: what was typed in each, and an empty one for the next."""

    def value_from_datadict(self, data: Any, files: Any, name: str) -> list[str]:
        return list(data.getlist(name)) if hasattr(data, "getlist") else [str(data[name])] if data.get(name) else []


class SeveralUnits(forms.Field):
    """Units in the order in which they were typed, each once."""

    widget = SeveralInputs

    def clean(self, value: Any) -> list[Unit]:
        names = [name for text in value for name in _names(text)]
        if len(names) > MOST:
            raise forms.ValidationError(_("These are %(n)s units; compare at most %(most)s at a time."), params={"n": len(names), "most": MOST})
        known = _known([name for name in names if len(name) <= LONGEST_NAME])
        unknown = [name for name in names if name.casefold() not in known]
        if unknown:
            said = ", ".join(f"“{name[:60]}”" for name in unknown[:5])
            raise forms.ValidationError(_("There is no such unit: %(names)s. Write its code, like NO-BERG-ESN, or its full name."), params={"names": said})
        return list({unit.pk: unit for unit in (known[name.casefold()] for name in names)}.values())


def typed(values: list[str]) -> list[str]:
    """What stands in the inputs: of very many, all in one."""
    written = [text for text in values if text.strip()]
    if len(written) > MOST:
        return [", ".join(written)]
    return [*written, ""] if len(written) < MOST else written


def offered() -> list[tuple[str, str]]:
    """Codes and names to choose from while typing, the largest units first; kept at hand until a unit changes."""
    key = f"{connection.settings_dict['NAME']}:{get_language()}"
    mark = marks.current("units")
    if key not in _kept or _kept[key][0] != mark:
        found = Unit.objects.open().order_by("level__rank", "name")[:OFFERED]
        _kept[key] = (mark, [(unit.code, str(unit)) for unit in found])
    return _kept[key][1]


def _names(text: str) -> list[str]:
    """One name, or several with commas between them."""
    return [name for name in (cleaned(name) for name in str(text).split(",")) if name]


def _known(names: list[str]) -> dict[str, Unit]:
    """The units by every name that they were asked by (1 query)."""
    if not names:
        return {}
    wanted = Q()
    for name in names:
        wanted |= Q(code__iexact=name) | Q(name__iexact=name)
    found: dict[str, Unit] = {}
    for unit in Unit.objects.select_related("level").filter(wanted):
        found.setdefault(unit.name.casefold(), unit)
        found[unit.code.casefold()] = unit
    return found
