"""How details become rows: the steps that registering, planning and amending share."""

from collections.abc import Iterable
from decimal import Decimal

from django.utils import timezone

from dugnad.access.actor import Actor
from dugnad.access.checks import allowed
from dugnad.access.rules import Can
from dugnad.activities import finding
from dugnad.activities.details import REGULAR, SAME, Details
from dugnad.activities.limits import beyond
from dugnad.activities.models import Activity, CountsFor, Good, Organiser, Tag
from dugnad.activities.money import in_euro
from dugnad.activities.posting import posting, scopes
from dugnad.activities.vocabulary import words
from dugnad.core import rows
from dugnad.core.periods import month_of
from dugnad.figures.postings import Posting
from dugnad.network.models import Unit


def fill(activity: Activity, details: Details) -> None:
    """Set every column of the activity from the details; what is computed is computed here."""
    for name in SAME:
        setattr(activity, name, getattr(details, name))
    activity.partners, activity.links = list(details.partners), list(details.links)
    activity.month = month_of(details.starts_on)
    activity.found_by = finding.text_of(details.title, details.summary, details.place)
    activity.checks = details.checks or None
    if activity.judged_at is None:  # what a review said stays until another one says otherwise
        activity.label = words().named("label", REGULAR) if details.regular else None
    activity.hours_corrected = details.volunteer_hours is not None
    activity.volunteer_minutes = details.minutes
    activity.money_eur = None
    if details.money_amount is not None:
        activity.money_eur = in_euro(details.money_amount, details.money_currency, details.starts_on)
    activity.held = beyond(activity, _goods(details))


def add_rows(actor: Actor, activity: Activity, details: Details) -> None:
    """Insert what hangs on a new activity: co-organisers, tags, goods."""
    add_organisers(actor, activity, details.organisers)
    rows.insert([Tag(activity_id=activity.pk, term_id=term) for term in sorted({term.pk for term in details.tags})])
    rows.insert([Good(activity_id=activity.pk, measure_id=m, amount=a) for m, a in _goods(details)])


def add_organisers(actor: Actor, activity: Activity, units: Iterable[Unit]) -> None:
    """Name co-organisers; the part of a unit that the actor answers for is confirmed at once."""
    others = {unit.pk for unit in units} - {activity.unit_id}
    if not others:
        return
    own = set(allowed(actor, Can.REGISTER, Unit.objects.filter(pk__in=others)).values_list("pk", flat=True))
    rows.insert([_organiser(actor, activity, pk, confirmed=pk in own) for pk in sorted(others)])


def without_declined(activity: Activity, details: Details) -> Details:
    """A unit that declined stays out until it says otherwise itself, whoever names it again."""
    declined = set(Organiser.objects.filter(activity=activity, state=Organiser.State.DECLINED).values_list("unit_id", flat=True))
    return details.with_(organisers=tuple(unit for unit in details.organisers if unit.pk not in declined)) if declined else details


def counted(activity: Activity, details: Details) -> Posting:
    """Keep the index behind the figures and say what the accounts get."""
    units = scopes(activity, [unit.pk for unit in details.organisers])
    rows.insert([CountsFor(unit_id=unit, activity_id=activity.pk, starts_on=activity.starts_on) for unit in units])
    return posting(activity, units, [term.pk for term in details.tags], _goods(details))


def _goods(details: Details) -> list[tuple[int, Decimal]]:
    return [(measure.pk, amount) for measure, amount in details.goods]


def _organiser(actor: Actor, activity: Activity, unit: int, *, confirmed: bool) -> Organiser:
    if not confirmed:
        return Organiser(activity=activity, unit_id=unit)
    return Organiser(
        activity=activity,
        unit_id=unit,
        state=Organiser.State.CONFIRMED,
        answered_by=actor.person,
        answered_at=timezone.now(),
    )
