"""Register an activity: it counts from this moment. Or plan it, and report its results later."""

from collections.abc import Callable
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from dugnad.access.actor import Actor
from dugnad.access.checks import require
from dugnad.access.rules import Can
from dugnad.activities import finding
from dugnad.activities.actions.write import add_rows, counted, fill, without_declined
from dugnad.activities.details import Details, plain
from dugnad.activities.models import Activity, Draft, Good, Organiser, Tag
from dugnad.core import journal, marks, rows
from dugnad.core.errors import NotAllowed, Refused
from dugnad.figures.actions import post
from dugnad.network.models import Unit


def register(actor: Actor, id: UUID, unit: Unit, details: Details, *, import_key: str | None = None) -> Activity:
    """Register what has happened. The same id twice is one activity."""
    unit = require(actor, Can.REGISTER, unit)
    if details.ends_on > unit.today:
        raise Refused("in-future", _("It ends in the future: plan it now and report its results afterwards."), field="starts_on")
    return _once(actor, id, lambda: _insert(actor, id, unit, details, Activity.State.REGISTERED, import_key))


def plan(actor: Actor, id: UUID, unit: Unit, details: Details, *, import_key: str | None = None, origin: str = "") -> Activity:
    """Put a future activity on the calendar; it counts once its results are reported. `origin`: the country whose idea it is made from."""
    unit = require(actor, Can.REGISTER, unit)
    return _once(actor, id, lambda: _insert(actor, id, unit, details, Activity.State.PLANNED, import_key, origin))


@transaction.atomic
def report_results(actor: Actor, activity: Activity, details: Details, *, revision: int) -> Activity:
    """Turn a planned activity into a registered one: it counts from this moment."""
    activity = require(actor, Can.AMEND, activity, lock=True)
    if activity.state != Activity.State.PLANNED:
        raise Refused("not-planned", _("Its results have been reported already."))
    if details.ends_on > activity.unit.today:
        raise Refused("in-future", _("It has not ended yet; report its results afterwards."), field="starts_on")
    check_revision(activity, revision)
    details = without_declined(activity, details)
    with marks.steady():
        activity.organisers.exclude(state=Organiser.State.DECLINED).delete()
        for model in (Tag, Good):
            model._default_manager.filter(activity=activity).delete()
        fill(activity, details)
        activity.state, activity.registered_at = Activity.State.REGISTERED, timezone.now()
        if activity.registered_by:  # who planned it
            activity.contributors.add(activity.registered_by)
        activity.registered_by, activity.revision = actor.person, activity.revision + 1
        activity.save()
        finding.keep(activity)
        add_rows(actor, activity, details)
        post(counted(activity, details))
    journal.record(actor, "activity.registered", activity, details=plain(details))
    return activity


def check_revision(activity: Activity, revision: int) -> None:
    """Refuse when somebody else changed the activity since the person began."""
    if activity.revision != revision:
        raise Refused(
            "changed-meanwhile",
            _("Somebody else changed this activity while you were writing. Compare both versions below, then save yours or keep theirs."),
            revision=activity.revision,
        )


def _once(actor: Actor, id: UUID, insert: Callable[[], Activity]) -> Activity:
    """Insert, or find the activity that the same request made before."""
    try:
        with rows.together(), marks.steady():
            return insert()
    except IntegrityError:
        existing = Activity.objects.filter(pk=id).select_related("unit").first()
        if existing is None:
            raise
        if existing.registered_by_id != actor.person_id:
            raise NotAllowed(Can.REGISTER) from None
        return existing


def _insert(actor: Actor, id: UUID, unit: Unit, details: Details, state: Activity.State, import_key: str | None, origin: str = "") -> Activity:
    activity = Activity(id=id, unit=unit, state=state, registered_by=actor.person, import_key=import_key, origin=origin)
    fill(activity, details)
    activity.registered_at = timezone.now() if state == Activity.State.REGISTERED else None
    rows.insert([activity])
    finding.keep(activity)
    add_rows(actor, activity, details)
    if state == Activity.State.REGISTERED:
        post(counted(activity, details))
    journal.record(actor, f"activity.{state}", activity, details=plain(details))
    rows.delete(Draft, id=id, person=actor.person_id)
    return activity
