"""The network's home: its quilt of the year, its totals, its map, its newest activities."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from dugnad.activities.addresses import opens
from dugnad.activities.models import Activity
from dugnad.core.periods import ALWAYS, Period
from dugnad.documents import maps
from dugnad.figures import reading
from dugnad.figures.kept import kept
from dugnad.figures.measures import Measures
from dugnad.label.spotlight import lit
from dugnad.network.models import Unit
from dugnad.showcase import series
from dugnad.showcase.listed import listed
from dugnad.showcase.patchwork import patchwork, rows_of
from dugnad.web.templatetags.web import number
from dugnad.web.verbs import reads

NEWEST, SEWN = 8, 170
Sums = dict[int, Measures]


@reads
def home(request: HttpRequest) -> HttpResponse:
    """Figures speak first."""
    top = Unit.objects.select_related("level").filter(parent=None).first()
    if top is None:
        return render(request, "showcase/founding.html")
    shown = lit()
    body = kept("home", lambda: render_to_string("showcase/home_body.html", _page(top) | {"lit": shown}), on=shown and shown.key)
    return render(request, "showcase/home.html", {"body": body})


def _page(top: Unit) -> dict[str, Any]:
    today = top.today
    this_year, months = series.this_year(today), series.months_of(top)
    sewn = rows_of(Activity.objects.counted_for(top).order_by("-counts_for__starts_on", "-counts_for__activity_id")[:SEWN])
    units = list(Unit.objects.select_related("level").order_by("code"))
    by_section, countries = _by_section_and_country(top, units, this_year)
    points = _points(units, by_section)
    now, (causes, labels) = series.added(months, this_year), series.breakdowns(top, this_year, "cause", "label")
    newest = Activity.objects.counted_for(top).select_related("unit").order_by("-counts_for__starts_on", "-counts_for__activity_id")[:NEWEST]
    return {
        "unit": top,
        "newest": listed(newest),
        "year": today.year,
        "now": now,
        "now_href": opens(top, this_year),
        "always": series.added(months, ALWAYS),
        "always_href": opens(top),
        "sections": len(by_section),
        "countries": len(countries),
        "apart": series.apart(labels),
        "span": series.span(months, today),
        "quilt": patchwork(sewn, columns=22, title=_("The newest activities, each a square")),
        "series": series.series(top, months, today),
        "maps": [(name, maps.points(points, area=name, title=said)) for name, said in _areas()],
        "causes": series.ranked(causes, _("Activities by cause")),
        "platforms": [unit for unit in units if unit.level.groups],
    }


def _by_section_and_country(top: Unit, units: list[Unit], period: Period) -> tuple[Sums, Sums]:
    """The sums of all sections, and those of the countries (1 query)."""
    parents = {unit.pk: unit.parent_id for unit in units if not unit.level.groups}
    whole = set(parents.values())
    sums = reading.by(reading.Question(tuple(parents), period), "unit")
    return {pk: s for pk, s in sums.items() if pk not in whole}, {pk: s for pk, s in sums.items() if parents[pk] == top.pk}


def _areas() -> Any:
    return [("europe", _("Map of Europe: activities of each section this year")), ("world", _("Map of the world: activities of each section this year"))]


def _points(units: list[Unit], sums: dict[int, Any]) -> list[maps.Point]:
    places = [unit for unit in units if unit.pk in sums and unit.lat is not None]
    return [maps.Point(u.lat or 0, u.lon or 0, sums[u.pk].activities, f"{u}: {number(sums[u.pk].activities)}", u.get_absolute_url()) for u in places]
