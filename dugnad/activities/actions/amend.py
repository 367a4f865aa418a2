"""Amend an activity: what it posted is reversed and posted anew; who, when and why are kept."""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from dugnad.access.actor import Actor
from dugnad.access.checks import require
from dugnad.access.rules import Can
from dugnad.activities import details as known
from dugnad.activities import finding
from dugnad.activities.actions.register import check_revision
from dugnad.activities.actions.write import add_organisers, counted, fill, without_declined
from dugnad.activities.details import Details
from dugnad.activities.models import Activity, CountsFor, Good, Organiser, Tag
from dugnad.core import journal, marks
from dugnad.core.errors import Refused
from dugnad.figures.actions import repost


@transaction.atomic
def amend(actor: Actor, activity: Activity, details: Details, *, reason: str, revision: int) -> Activity:
    """Change a planned or registered activity. `revision` is the one that the person saw."""
    activity = require(actor, Can.AMEND, activity, lock=True)
    check_revision(activity, revision)
    _check(activity, details, reason)
    details = without_declined(activity, details)
    before = known.plain(known.of(activity))
    changes = _changes(before, known.plain(details))
    if not changes:
        return activity
    with marks.steady():
        _rewrite(actor, activity, details)
    if actor.person:
        activity.contributors.add(actor.person)
    journal.record(actor, "activity.amended", activity, changes=changes, reason=reason)
    return activity


def _check(activity: Activity, details: Details, reason: str) -> None:
    if activity.state == Activity.State.REGISTERED and not reason.strip():
        raise Refused("reason-missing", _("Say in a few words why you change it; it is kept in the history."), field="reason")
    if activity.state == Activity.State.REGISTERED and details.ends_on > activity.unit.today:
        raise Refused("in-future", _("A registered activity cannot end in the future."), field="starts_on")


def _rewrite(actor: Actor, activity: Activity, details: Details) -> None:
    activity.confirmed = [name for name in activity.confirmed if _unchanged(activity, details, name)]
    fill(activity, details)
    activity.revision += 1
    activity.save()
    finding.keep(activity)
    _rewrite_rows(actor, activity, details)
    if activity.state == Activity.State.REGISTERED:
        CountsFor.objects.filter(activity=activity).delete()
        repost(activity.pk, counted(activity, details))


def _rewrite_rows(actor: Actor, activity: Activity, details: Details) -> None:
    """Tags and goods are written anew; the answers of co-organisers that stay are kept."""
    Tag.objects.filter(activity=activity).delete()
    Good.objects.filter(activity=activity).delete()
    Tag.objects.bulk_create(Tag(activity=activity, term=term) for term in set(details.tags))
    Good.objects.bulk_create(Good(activity=activity, measure=m, amount=a) for m, a in details.goods)
    wanted = {unit.pk for unit in details.organisers}
    gone = Organiser.objects.filter(activity=activity).exclude(unit__in=wanted)
    gone.exclude(state=Organiser.State.DECLINED).delete()
    kept = set(Organiser.objects.filter(activity=activity).values_list("unit_id", flat=True))
    add_organisers(actor, activity, [unit for unit in details.organisers if unit.pk not in kept])


def _unchanged(activity: Activity, details: Details, name: str) -> bool:
    """Was this confirmed count left as it was confirmed?"""
    if hasattr(details, name):
        before = activity.volunteer_minutes if name == "volunteer_hours" else getattr(activity, name)
        after = details.minutes if name == "volunteer_hours" else getattr(details, name)
        return before is not None and after is not None and float(before) == float(after)
    if name == "money_eur":
        return (activity.money_amount, activity.money_currency) == (details.money_amount, details.money_currency)
    before_goods = {good.measure.key: good.amount for good in activity.goods.select_related("measure")}
    return before_goods.get(name) == {term.key: amount for term, amount in details.goods}.get(name)


def _changes(before: dict[str, Any], after: dict[str, Any]) -> dict[str, list[Any]]:
    names = sorted(before.keys() | after.keys())
    return {name: [before.get(name), after.get(name)] for name in names if before.get(name) != after.get(name)}
