"""The page of a unit or platform: totals, growth, causes, newest, sections below it, whom to ask."""

from collections import defaultdict
from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from dugnad.access.checks import may
from dugnad.access.doors import actor_of
from dugnad.access.rules import Can
from dugnad.activities.addresses import opens
from dugnad.activities.models import Activity
from dugnad.core import marks
from dugnad.core.periods import ALWAYS, Period, month_of
from dugnad.figures import reading, records
from dugnad.figures.kept import kept
from dugnad.figures.measures import NOTHING, Measures
from dugnad.needs.index import open_within
from dugnad.network.models import Office, Role, Unit
from dugnad.seasons import milestones
from dugnad.seasons.best import best_of
from dugnad.showcase import series
from dugnad.showcase.listed import listed
from dugnad.showcase.patchwork import patchwork, rows_of, year_of_weeks
from dugnad.web.verbs import reads

NEWEST, LOOKED_AT, BEST, NEEDS = 8, 60, 4, 4
PAGE_MARKS = ("best-places", "seasons", "needs")
HEAD = ("year", "now", "now_href", "always", "platforms")


@reads
def unit(request: HttpRequest, code: str) -> HttpResponse:
    """One page for every level: what it shows follows from what lies below it."""
    found = Unit.objects.select_related("level", "parent").filter(code__iexact=code).first()
    if found is None:
        raise Http404
    officers = _officers(found)
    page = kept("unit", lambda: _page(found, officers), on=(found.pk, officers, *(marks.current(name) for name in PAGE_MARKS)))
    may_register = actor_of(request).known and may(actor_of(request), Can.REGISTER, found)
    return render(request, "showcase/unit.html", page | {"unit": found, "may_register": may_register})


class Officer(NamedTuple):
    """One line of who holds what."""

    unit_id: int
    role: str
    since: date
    person_id: UUID
    name: str

    @property
    def title(self) -> str:
        return str(Role(self.role).label)


def _officers(found: Unit) -> list[Officer]:
    """Who holds which office in it and below it today: asked for every page, since an office can end at any time."""
    units = Q(unit=found) | Q(unit__in=_units_below(found))
    held = Office.objects.held_on().filter(units).order_by("role", "since", "pk")
    return [Officer(*row) for row in held.values_list("unit_id", "role", "since", "person_id", "person__name")]


def best_documented(recent: list[Activity]) -> list[Activity]:
    """Of the recent ones, those that tell most: outcome, what was learnt, partners, links."""

    def told(activity: Activity) -> int:
        return bool(activity.outcome) + 2 * bool(activity.learnt) + bool(activity.partners) + bool(activity.links)

    return [a for a in sorted(recent, key=told, reverse=True) if told(a)][:BEST]


def _counted(found: Unit) -> Any:
    return Activity.objects.counted_for(found).order_by("-counts_for__starts_on", "-counts_for__activity_id")


def _page(found: Unit, officers: list[Officer]) -> dict[str, Any]:
    """What the head of the page needs, and the rest of it rendered."""
    held: dict[int, list[Officer]] = defaultdict(list)
    for officer in officers:
        held[officer.unit_id].append(officer)
    page = _found(found, held)
    return {name: page[name] for name in HEAD} | {"body": render_to_string("showcase/unit_body.html", page)}


def _found(found: Unit, held: dict[int, list[Officer]]) -> dict[str, Any]:
    today = found.today
    this_year, months = series.this_year(today), series.months_of(found)
    around = _around(found)
    below = _below([one for one in around if not one.level.groups], this_year, today)
    recent = list(_counted(found).select_related("unit")[:LOOKED_AT])
    causes, goals, labels = series.breakdowns(found, this_year, "cause", "sdg", "label")
    return {
        "unit": found,
        "officers": held[found.pk],
        "newest": listed(recent[:NEWEST]),
        "needs": open_within(found)[: NEEDS + 1],
        "best": listed(best) if (best := best_documented(recent)) else "",
        "year": today.year,
        "now": series.added(months, this_year),
        "apart": series.apart(labels),
        "now_href": opens(found, this_year),
        "always": series.added(months, ALWAYS),
        "always_href": opens(found),
        "span": series.span(months, today),
        "series": series.series(found, months, today),
        "encouraged": best_of(found),
        "milestones": "" if below else milestones.said(found, series.added(months, ALWAYS).activities, {month: s.activities for month, s in months.items()}),
        "record": records.best({month: sums.activities for month, sums in months.items()}, month_of(today)),
        "quilt": _quilt(found, today, leaf=not below),
        "causes": series.ranked(causes, _("Activities by cause")),
        "sdgs": series.ranked(goals, _("Activities by goal")),
        "below": [row | {"officers": held[row["unit"].pk]} for row in below],
        "joint": sum(row["now"].activities for row in below) - series.added(months, this_year).activities,
        "platforms": [one for one in around if one.level.groups],
    }


def _quilt(found: Unit, today: Any, *, leaf: bool) -> Any:
    if leaf:
        rows = rows_of(_counted(found).during(series.year(today.year))[:400])
        return year_of_weeks(rows, today.year, title=_("The year in weeks, each square an activity"))
    return patchwork(rows_of(_counted(found)[:110]), columns=22, title=_("The newest activities, each a square"))


def _units_below(found: Unit) -> Any:
    return Unit.objects.members_of(found, found.today).open().filter(level__groups=False).distinct()


def _around(found: Unit) -> list[Unit]:
    """The units below it, or a platform's members today; and the platforms it belongs to."""
    platforms = Unit.objects.filter(members__member=found, level__groups=True, members__until=None)
    near = Q(pk__in=_units_below(found).values("pk")) | Q(pk__in=platforms.values("pk"))
    return list(Unit.objects.filter(near).select_related("level").order_by("name"))


def _below(listed: list[Unit], this_year: Period, today: Any) -> list[dict[str, Any]]:
    """Each with its sums and last sign of life."""
    if not listed:
        return []
    last = month_of(today)
    sums = reading.ask(reading.Question(tuple(u.pk for u in listed), Period(last - 35, last)), ("unit", "month"))
    months: dict[int, dict[int, Measures]] = defaultdict(dict)
    for (pk, month), measures in sums.items():
        months[pk][month] = measures
    rows = []
    for one in listed:
        own = months[one.pk]
        now = sum((m for month, m in own.items() if month in this_year), NOTHING)
        rows.append({"unit": one, "now": now, "last": max(own, default=None), "href": opens(one, this_year)})
    return sorted(rows, key=lambda row: -row["now"].activities)
