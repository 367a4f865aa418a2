"""Finding what to look at, and having looked at it."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from dugnad.access.actor import Actor
from dugnad.access.checks import require
from dugnad.access.rules import Can
from dugnad.activities.models import Activity
from dugnad.core import journal
from dugnad.core.errors import Refused
from dugnad.seasons.finders import Row, by_unit, find
from dugnad.seasons.models import Flag, Season

BEFORE = 36  # months of history


@transaction.atomic
def flag(season: Season) -> int:
    """Flag what the published rules find in a season; what was flagged once for a reason is not flagged for it again. How many are new."""
    rows = by_unit(_rows(season, season.first_month, season.last_month))
    earlier = by_unit(_rows(season, season.first_month - BEFORE, season.first_month - 1))
    found = [one for unit, own in rows.items() for one in find(own, earlier.get(unit, []), season.counts_until)]
    known = set(Flag.objects.filter(activity__in={one.activity for one in found}).values_list("activity_id", "kind"))
    new = [Flag(activity_id=one.activity, kind=one.kind, reason=one.reason) for one in found if (one.activity, one.kind) not in known]
    Flag.objects.bulk_create(new, batch_size=500)
    return len(new)


@transaction.atomic
def answer(actor: Actor, flag: Flag, *, counts: bool, note: str) -> Flag:
    """Somebody has looked: it counts on boards, or stays out of them. Other reasons to look at the same activity are answered with it."""
    flag = require(actor, Can.LOOK_AT_FLAG, flag, lock=True)
    if not counts and not note.strip():
        raise Refused("no-reason", _("Say why it stays out, so that its coordinators understand it."), field="note")
    state = Flag.State.FINE if counts else Flag.State.OUT
    Flag.objects.filter(activity=flag.activity_id).update(state=state, looked_at=timezone.now(), looked_by=actor.person_id, note=note.strip())
    journal.record(actor, "flag.answered", flag.activity, state=state.value, reason=note.strip())
    flag.refresh_from_db()
    return flag


def _rows(season: Season, first: int, last: int) -> list[tuple[int, Row]]:
    activities = Activity.objects.registered().counted_for(season.unit).filter(month__gte=first, month__lte=last, registered_at__isnull=False)
    columns = ("unit_id", "pk", "title", "starts_on", "cause_id", "volunteers", "people_helped", "international_students", "local_students", "registered_at")
    return [
        (unit, Row(pk, title, day, cause, tuple(counts), at)) for unit, pk, title, day, cause, *counts, at in activities.values_list(*columns).iterator(2000)
    ]
