"""Where the needs are that are asked for, and which of them are white spots: as points on a map, and country by country."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from dugnad.activities.vocabulary import words
from dugnad.documents import maps
from dugnad.needs.forms import FilterForm
from dugnad.needs.models import Answer, Need
from dugnad.needs.queries import NeedQuery
from dugnad.network.models import Unit
from dugnad.web.templatetags.web import number


@dataclass(frozen=True, slots=True)
class Place:
    """A unit or a country with its needs, and how many of them are white spots."""

    unit: Unit
    needs: int
    white: int

    @property
    def said(self) -> str:
        needs = ngettext("%(n)s need", "%(n)s needs", self.needs) % {"n": number(self.needs)}
        white = ngettext("%(n)s without any activity", "%(n)s without any activity", self.white) % {"n": number(self.white)} if self.white else ""
        return f"{self.unit}: {needs}, {white}" if white else f"{self.unit}: {needs}"


@dataclass(frozen=True, slots=True)
class Overview:
    """All that are asked for, at a glance."""

    needs: int
    white: int
    countries: list[Place]
    units: list[Place]

    def map(self) -> SafeString:
        """A point for each unit, by its number of needs: an empty one where a need has no activity."""
        points = [
            maps.Point(place.unit.lat, place.unit.lon, place.needs, place.said, f"/needs/?unit={place.unit.code}", empty=bool(place.white))
            for place in self.units
            if place.unit.lat is not None and place.unit.lon is not None
        ]
        return maps.points(points, area="europe", title=_("Map of needs; an empty circle is a place with a need that no activity has answered"))


def asked(form: FilterForm, today: date) -> NeedQuery:
    """Those that the form asks for, the newest first."""
    said, found = form.cleaned_data, Need.objects.all()
    if said["state"] != "all":
        found = found.filter(state=Need.State.CLOSED) if said["state"] == "closed" else found.open()
    if said["state"] == "white":
        found = found.white()
    if form.asked_unit:
        found = found.within(form.asked_unit, today)
    if said["theme"]:
        found = found.filter(theme__in=words().behind("cause", words().key(said["theme"].pk)))
    if said["group"]:
        found = found.affecting(words().behind("group", words().key(said["group"].pk)))
    return found.with_words(said["q"])


def overview(found: NeedQuery) -> Overview:
    """Counted from the needs themselves (4 queries)."""
    rows = list(found.order_by().values_list("pk", "unit_id", "unit__country"))
    answered = set(Answer.objects.standing().values_list("need_id", flat=True))
    units = Unit.objects.in_bulk({unit for _pk, unit, _country in rows})
    wholes = {unit.country: unit for unit in Unit.objects.filter(parent__parent=None, parent__isnull=False, level__groups=False)}
    white = [row for row in rows if row[0] not in answered]
    by_unit = _places(units, Counter(unit for _pk, unit, _c in rows), Counter(unit for _pk, unit, _c in white))
    by_country = _places(wholes, Counter(country for _pk, _u, country in rows), Counter(country for _pk, _u, country in white))
    return Overview(len(rows), len(white), by_country, by_unit)


def _places(units: Mapping[Any, Unit], needs: Counter[Any], white: Counter[Any]) -> list[Place]:
    """Those with most white spots first."""
    found = [Place(units[key], many, white[key]) for key, many in needs.items() if key in units]
    return sorted(found, key=lambda place: (-place.white, -place.needs, str(place.unit)))
