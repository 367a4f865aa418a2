"""A page of the list of activities: which are asked for, newest first, from where the page before ended."""

from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Q
from django.http import Http404
from django.utils import timezone
from django.utils.translation import gettext as _

from dugnad.access.actor import Actor
from dugnad.access.checks import allowed
from dugnad.access.rules import Can
from dugnad.activities.models import Activity
from dugnad.activities.vocabulary import words
from dugnad.core.errors import Refused
from dugnad.core.periods import ALWAYS, Period, parse_month
from dugnad.network.models import Unit

Cursor = tuple[date, UUID] | None


def asked(actor: Actor, state: str, within: Period, facets: dict[str, str]) -> Any:
    """Those that the actor may see, in this state and period, under these words."""
    rows = allowed(actor, Can.SEE_ACTIVITY, Activity.objects.filter(state=state))
    if within != ALWAYS:
        rows = rows.during(within)
    for facet, key in facets.items():
        if key:
            rows = rows.tagged(facet, words().behind(facet, key))
    return rows


def page(rows: Any, state: str, unit: Unit | None, cursor: str, limit: int) -> tuple[list[Activity], str | None]:
    """So many rows and the cursor of the next page. Registered ones are found by the index behind the figures."""
    before, whole = _parsed(cursor), unit or Unit.objects.filter(parent=None).first()
    if state == Activity.State.REGISTERED and whole:
        rows = rows.counted_for(whole, before).order_by("-counts_for__starts_on", "-counts_for__activity_id")
    else:
        rows = _older(_of(rows, unit), before).newest()
    found = list(rows[: limit + 1])
    return found[:limit], _written(found[limit - 1]) if len(found) > limit else None


def unit_of(code: str) -> Unit:
    """The unit with this code, else 404."""
    found: Unit | None = Unit.objects.coded(code[:120].replace("\x00", "")).first()
    if found is None:
        raise Http404(_("No unit has this code."))
    return found


def period(first: str, last: str) -> Period:
    """From–to; ends that are left out are open."""
    ends = [_month(first, "from", ALWAYS.first), _month(last, "to", ALWAYS.last)]
    if ends[1] < ends[0]:
        raise Refused("ends-before", _("It lies before the first month."), field="to")
    return Period(*ends)


def _month(text: str, field: str, otherwise: int) -> int:
    try:
        return parse_month(text) if text else otherwise
    except ValueError:
        raise Refused("wrong-month", _("Write the month like 2026-03."), field=field) from None


def _of(rows: Any, unit: Unit | None) -> Any:
    """What does not count is found where it is planned: in the unit, below it, or below a platform's members."""
    if unit is None:
        return rows
    below = Q(unit__path__startswith=unit.path)
    for path in Unit.objects.members_of(unit, timezone.localdate()).values_list("path", flat=True):
        below |= Q(unit__path__startswith=path)
    return rows.filter(below)


def _older(rows: Any, before: Cursor) -> Any:
    return rows.filter(Q(starts_on__lt=before[0]) | Q(starts_on=before[0], pk__lt=before[1])) if before else rows


def _written(last: Activity) -> str:
    return f"{last.starts_on}_{last.pk}"


def _parsed(cursor: str) -> Cursor:
    if not cursor:
        return None
    day, _sep, pk = cursor.partition("_")
    try:
        return date.fromisoformat(day), UUID(pk)
    except ValueError:
        raise Refused("wrong-cursor", _("No page gave this cursor."), field="cursor") from None
