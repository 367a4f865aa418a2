"""Counting anew what is registered already, because a word or a belonging changed under it."""

from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Q

from dugnad.activities import details as known
from dugnad.activities.actions.write import counted
from dugnad.activities.models import Activity, CountsFor
from dugnad.core import marks
from dugnad.figures.actions import repost


def count_anew(activity: Activity) -> None:
    """What it posted is reversed and posted as it counts now, in the caller's transaction."""
    CountsFor.objects.filter(activity=activity).delete()
    with marks.steady():
        repost(activity.pk, counted(activity, known.of(activity)))


@transaction.atomic
def came_from(activity: Activity, country: str) -> None:
    """It is made from an idea of that country: only the facet of the origin changes."""
    activity = Activity.objects.select_for_update().get(pk=activity.pk)
    activity.origin = country
    activity.save(update_fields=["origin"])
    if activity.state == Activity.State.REGISTERED:
        count_anew(activity)


def recount_terms(terms: set[int]) -> int:
    """Every registered activity with one of these terms; the number counted anew."""
    with_them = Q(cause__in=terms) | Q(type__in=terms) | Q(label__in=terms) | Q(tags__term__in=terms) | Q(goods__measure__in=terms)
    return _each(Activity.objects.registered().filter(with_them).distinct())


def recount_unit(unit: int, since: date) -> int:
    """Every registered activity of a unit, and of those below it, since a day; the number counted anew."""
    return _each(Activity.objects.registered().filter(counts_for__unit=unit, counts_for__starts_on__gte=since))


def _each(found: Any) -> int:
    """Each in a transaction of its own, so that registering goes on meanwhile; doing it twice does no harm."""
    done = 0
    for pk in list(found.values_list("pk", flat=True)):
        with transaction.atomic():
            for activity in Activity.objects.registered().select_for_update().filter(pk=pk):  # unless withdrawn meanwhile
                count_anew(activity)
                done += 1
    return done
