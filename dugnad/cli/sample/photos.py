"""Sample pictures: at what one sees first, the activities of one country, the largest of others, and what carries the label."""

from collections.abc import Iterable
from datetime import date
from functools import cache
from io import BytesIO

from django.db.models import F, Window
from django.db.models.functions import Coalesce, RowNumber

from dugnad.access.actor import SYSTEM
from dugnad.activities.actions.photo import add_photo, make_small
from dugnad.activities.models import Activity
from dugnad.activities.queries import ActivityQuery
from dugnad.cli.sample.drawn import SCENES, drawing
from dugnad.core.periods import month_of, of_term, term_of
from dugnad.review.models import Award

COUNTRY, AT_HOME, ABROAD, TURNS = "NO", 3, 30, 4  # of each section at home, as often; abroad one of each of so many countries


def photos(today: date, *, everywhere: bool) -> None:
    """At the newest activities of the sections of one country; `everywhere`: also at the largest of the term for which letters thank, and at the largest abroad."""
    recent = _pictured(Activity.objects.registered()).filter(starts_on__gt=today.replace(year=today.year - 2, day=1))
    largest = Coalesce(F("people_helped"), 0) + Coalesce(F("volunteers"), 0)
    home = recent.filter(unit__country=COUNTRY)
    if not everywhere:
        _at(home.order_by("-starts_on", "pk")[:AT_HOME])
        return
    for some, order in ((home, "-starts_on"), (home.during(of_term(term_of(month_of(today)) - 1)), largest.desc())):
        _at(some.annotate(rank=Window(RowNumber(), partition_by=F("unit"), order_by=[order, "pk"])).filter(rank__lte=AT_HOME))
    rank = Window(RowNumber(), partition_by=F("unit__country"), order_by=[largest.desc(), "pk"])
    _at(recent.exclude(unit__country=COUNTRY).annotate(rank=rank).filter(rank=1).order_by("unit__country")[:ABROAD])


def photos_of_label() -> None:
    """At what carries the label and has none yet."""
    _at(_pictured(Activity.objects.registered().filter(pk__in=Award.objects.values("activity"), photos=None)))


def _pictured(activities: ActivityQuery) -> ActivityQuery:
    """Of a cause that is drawn; nobody photographs a board meeting."""
    return activities.filter(cause__key__in=SCENES, failed=False).exclude(label__key="regular").select_related("cause")


def _at(activities: Iterable[Activity]) -> None:
    """One picture each, now and then as many as there are scenes."""
    for at, activity in enumerate(activities):
        if activity.photos.exists():
            continue
        for turn in range(at, at + (len(SCENES[activity.cause.key]) if at % 3 == 0 else 1)):
            alt, jpeg = _drawn(activity.cause.key, turn % TURNS)
            make_small(add_photo(SYSTEM, activity, BytesIO(jpeg), size=len(jpeg), alt=alt))


@cache
def _drawn(cause: str, turn: int) -> tuple[str, bytes]:
    return drawing(cause, turn)
