"""Finding what to look at, and having looked at it."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from dugnad.access.actor import Actor
from dugnad.access.checks import allowed, require
from dugnad.access.rules import Can
from dugnad.activities.models import Activity
from dugnad.core import journal, marks
from dugnad.core.errors import Refused
from dugnad.figures.reading import end_of
from dugnad.seasons.finders import Found, Row, by_unit, find
from dugnad.seasons.models import Flag, Season
from dugnad.seasons.queries import FlagQuery

BEFORE = 36  # months of history


def look_for_flags(actor: Actor, season: Season) -> int:
    """On demand, what the worker does every hour."""
    return find_flags(require(actor, Can.CHANGE_SEASON, season))


def find_flags(season: Season) -> int:
    """Flag what the published rules find in a season; how many are new, or open anew.

    What was looked at is not flagged for the same reason again, unless its count has grown since.
    """
    rows = by_unit(_rows(season, season.first_month, season.last_month))
    earlier = by_unit(_rows(season, season.first_month - BEFORE, season.first_month - 1))
    found = [one for unit, own in rows.items() for one in find(own, earlier.get(unit, []), season.counts_until)]
    known = {(flag.activity_id, flag.kind): flag for flag in Flag.objects.of(season)}
    new = [Flag(activity_id=one.activity, kind=one.kind, reason=one.reason) for one in found if (one.activity, one.kind) not in known]
    again = [known[one.activity, one.kind] for one in found if _grown(known.get((one.activity, one.kind)), one)]
    reasons = {(one.activity, one.kind): one.reason for one in found}
    for flag in again:
        flag.state, flag.reason, flag.found_at = Flag.State.OPEN, reasons[flag.activity_id, Flag.Kind(flag.kind)], timezone.now()
    if new or again:
        with transaction.atomic():
            Flag.objects.bulk_create(new, batch_size=500, ignore_conflicts=True)
            Flag.objects.bulk_update(again, ["state", "reason", "found_at"], batch_size=200)
            marks.touch("seasons")
    return len(new) + len(again)


@transaction.atomic
def answer(actor: Actor, flag: Flag, *, counts: bool, note: str, alike: bool = False) -> int:
    """Somebody has looked: it counts on boards, or stays out of them. The other open reasons of the activity are answered with it.

    `alike`: so are the others of its unit that wait for the same reason, as far as the actor may. How many activities were answered.
    """
    flag = require(actor, Can.LOOK_AT_FLAG, flag, lock=True)
    if not counts and not note.strip():
        raise Refused("no-reason", _("Say why it stays out, so that its coordinators understand it."), field="note")
    state = Flag.State.FINE if counts else Flag.State.OUT
    activities = {flag.activity_id} | (set(like(actor, flag).values_list("activity_id", flat=True)) if alike else set())
    said = {"state": state, "looked_at": timezone.now(), "looked_by": actor.person_id, "note": note.strip()}
    Flag.objects.filter(pk=flag.pk).update(**said)
    Flag.objects.filter(activity__in=activities, state=Flag.State.OPEN).update(**said)
    for activity in Activity.objects.filter(pk__in=activities):
        journal.record(actor, "flag.answered", activity, state=state.value, reason=note.strip())
    marks.touch("seasons")
    return len(activities)


def like(actor: Actor, flag: Flag) -> FlagQuery:
    """The others of the same unit that wait for the same reason, as far as the actor may answer them."""
    mine = allowed(actor, Can.LOOK_AT_FLAG, Flag.objects.waiting().filter(kind=flag.kind, activity__unit=flag.activity.unit_id))
    return mine.exclude(activity=flag.activity_id).order_by("activity__starts_on", "pk")


def _grown(known: Flag | None, one: Found) -> bool:
    """Was it answered when its count was smaller?"""
    return known is not None and known.state == Flag.State.FINE and one.reason.get("value", 0) > known.reason.get("value", 0)


def _rows(season: Season, first: int, last: int) -> list[tuple[int, Row]]:
    """What was registered in time, of the units below the one whose season it is."""
    below = Activity.objects.registered().filter(unit__path__startswith=season.unit.path).exclude(unit=season.unit_id)
    found = below.filter(month__gte=first, month__lte=last, registered_at__lt=end_of(season.counts_until))
    columns = ("unit_id", "pk", "title", "starts_on", "cause_id", "volunteers", "people_helped", "international_students", "local_students", "registered_at")
    return [(unit, Row(pk, title, day, cause, tuple(counts), at)) for unit, pk, title, day, cause, *counts, at in found.values_list(*columns).iterator(2000)]
