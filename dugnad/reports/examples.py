"""Good examples and what was learnt: the best documented activities of a report, or those that its editor chose."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from django.db.models import Exists, OuterRef

from dugnad.activities.models import Activity, Photo
from dugnad.activities.templatetags.pictures import counts
from dugnad.activities.vocabulary import words
from dugnad.core.periods import Period, first_day, month_of
from dugnad.reports.models import Report
from dugnad.web.templatetags.web import days, number

LOOKED_AT, SPANS = 60, 12  # so many of the newest of each of so many spans are looked at, whatever the size of the network
EXAMPLES, LESSONS, FAILURES, OFFERED = 6, 6, 3, 30
TOLD = 80  # letters of a summary that tells something


def candidates(report: Report, today: Any) -> list[Activity]:
    """Registered activities of the whole period, each with whether it has a photo."""
    shown = Photo.objects.filter(activity=OuterRef("pk"), hidden_at=None)
    rows = Activity.objects.select_related("unit").annotate(pictured=Exists(shown)).order_by("-counts_for__starts_on", "-counts_for__activity_id")
    if report.facet:
        rows = rows.tagged(report.facet, words().behind(report.facet, report.value))
    found: list[Activity] = []
    for span in spans(report.period, month_of(today)):
        days = {"counts_for__starts_on__gte": first_day(span.first), "counts_for__starts_on__lt": first_day(span.last + 1)}
        found += rows.filter(counts_for__unit=report.unit, **days)[:LOOKED_AT]  # in one filter, so that the index gives just these
    return found


def spans(period: Period, now: int) -> list[Period]:
    """The months that have begun, as at most twelve spans."""
    months = list(range(period.first, min(period.last, now) + 1))
    long = max(1, -(-len(months) // SPANS))
    return [Period(months[at], months[min(at + long, len(months)) - 1]) for at in range(0, len(months), long)]


def told(activity: Any) -> int:
    """How much an activity tells."""
    return (
        2 * bool(activity.outcome)
        + 2 * bool(activity.pictured)
        + (len(activity.summary) >= TOLD)
        + bool(activity.learnt)
        + bool(activity.partners)
        + bool(activity.links)
        + (activity.people_helped is not None)
    )


def best(found: Iterable[Activity], many: int = EXAMPLES) -> list[Activity]:
    """One after another the best that tells: of a unit and of a cause that have not been shown yet, if there is one. What failed is told elsewhere."""
    left = sorted((one for one in found if not one.failed and (one.outcome or one.summary)), key=lambda one: (-told(one), one.starts_on, str(one.pk)))
    seen: Counter[Any] = Counter()
    chosen: list[Activity] = []
    while left and len(chosen) < many:
        place = min(range(len(left)), key=lambda at: (*_seen(left[at], seen), at))
        chosen.append(left.pop(place))
        seen.update([chosen[-1].unit_id, chosen[-1].title, ("cause", chosen[-1].cause_id)])
    return chosen


def _seen(one: Activity, seen: Counter[Any]) -> tuple[int, float]:
    return seen[one.unit_id] + seen[one.title], seen["cause", one.cause_id] - told(one) / 4


def lessons(found: Iterable[Activity], many: int = LESSONS) -> list[Activity]:
    """What was learnt, each once: first from what failed, then from what went well; of units that have not spoken yet before others."""
    left = sorted((one for one in found if one.learnt), key=lambda one: (-len(one.learnt), str(one.pk)))
    said: dict[str, Activity] = {}
    for one in left:
        said.setdefault(one.learnt, one)
    failed = _of_each_unit([one for one in said.values() if one.failed])[:FAILURES]
    went_well = _of_each_unit([one for one in said.values() if not one.failed])
    return [*failed, *went_well][:many]


def _of_each_unit(found: list[Activity]) -> list[Activity]:
    first: dict[int, Activity] = {}
    for one in found:
        first.setdefault(one.unit_id, one)
    return [*first.values(), *(one for one in found if first[one.unit_id] is not one)]


def chosen(report: Report, found: Sequence[Activity]) -> list[Activity]:
    """Those that the editor chose, as far as they are registered; else the best."""
    shown = Photo.objects.filter(activity=OuterRef("pk"), hidden_at=None)
    own = Activity.objects.registered().filter(pk__in=report.examples.values("activity")).select_related("unit").annotate(pictured=Exists(shown))
    by_id = {one.pk: one for one in own}
    order = [row.activity_id for row in report.examples.all()]
    return [by_id[pk] for pk in order if pk in by_id] or best(found)


def shown(activity: Activity) -> dict[str, Any]:
    """An activity as a block has it."""
    cause = words().terms[activity.cause_id]
    photo = Photo.objects.filter(activity=activity, hidden_at=None).first() if getattr(activity, "pictured", False) else None
    return {
        "id": str(activity.pk),
        "title": activity.title,
        "unit": str(activity.unit),
        "days": days(activity.starts_on, activity.ends_on),
        "place": activity.place,
        "cause": str(words().terms[words().counts_as.get(activity.cause_id, activity.cause_id)]),
        "motif": cause.motif or "none",
        "summary": activity.summary,
        "outcome": activity.outcome,
        "learnt": activity.learnt,
        "failed": activity.failed,
        "counts": _counts(activity),
        "photo": str(photo.pk) if photo else "",
        "alt": photo.alt if photo else "",
    }


def _counts(activity: Activity) -> list[dict[str, str]]:
    return [{"label": str(label), "number": number(value)} for label, value in counts(activity) if value]


def squares(found: Sequence[Activity], many: int = 120) -> list[list[Any]]:
    """The motifs of so many of them, spread over the whole period, for the cloth of the cover; filled where many were helped."""
    step, known = max(1, len(found) // many), words()
    return [[known.terms[one.cause_id].motif or "none", bool((one.people_helped or 0) + (one.volunteers or 0) >= 20)] for one in found[::step][:many]]
