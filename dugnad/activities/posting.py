"""What an activity says to the accounts."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import islice
from typing import Any

from dugnad.activities.models import Activity, Good, Organiser, Tag
from dugnad.activities.vocabulary import Words, words
from dugnad.core import marks
from dugnad.figures.measures import Measures
from dugnad.figures.postings import Posting
from dugnad.network.belongings import wholes


def posting(activity: Activity, units: Iterable[int], tags: Iterable[int], goods: Iterable[tuple[int, Decimal]]) -> Posting:
    """One posting for all units for which the activity counts, each once. What is held back counts as nothing."""
    known, held = words(), set(activity.held)
    return Posting(
        record=activity.pk,
        unit=activity.unit_id,
        month=activity.month,
        scopes=tuple(units),
        measures=_measures(activity, held),
        facets=_facets(activity, tags, known),
        amounts=_amounts(activity, goods, known, held),
    )


def scopes(activity: Activity, organisers: Iterable[int]) -> list[int]:
    """Every unit for which it counts: its organisers and all that they belonged to on its first day."""
    return wholes({activity.unit_id, *organisers}, activity.starts_on)


def _measures(activity: Activity, held: set[str]) -> Measures:
    def counted(name: str, value: Any) -> int:
        return 0 if name in held or value is None else int(value)

    return Measures(
        activities=1,
        local_students=counted("local_students", activity.local_students),
        international_students=counted("international_students", activity.international_students),
        volunteers=counted("volunteers", activity.volunteers),
        people_helped=counted("people_helped", activity.people_helped),
        volunteer_minutes=counted("volunteer_hours", activity.volunteer_minutes),
        money_cents=counted("money_eur", activity.money_eur and activity.money_eur * 100),
    )


def _facets(activity: Activity, tags: Iterable[int], known: Words) -> dict[str, list[str]]:
    facets: dict[str, set[str]] = {"cause": {known.key(activity.cause_id)}}
    if activity.type_id:
        facets["type"] = {known.key(activity.type_id)}
    if activity.label_id:
        facets["label"] = {known.key(activity.label_id)}
    if activity.origin:
        facets["origin"] = {activity.origin}
    for tag in tags:
        facets.setdefault(known.kind(tag), set()).add(known.key(tag))
    return {facet: sorted(values) for facet, values in sorted(facets.items())}


def _amounts(activity: Activity, goods: Iterable[tuple[int, Decimal]], known: Words, held: set[str]) -> dict[str, dict[str, int]]:
    found: dict[str, dict[str, int]] = {}
    for measure, amount in goods:
        key = known.key(measure)
        kept = found.setdefault("measure", {})
        kept[key] = kept.get(key, 0) + (0 if key in held else int(amount * 1000))
    if activity.money_amount:
        found["money"] = {activity.money_currency: 0 if "money_eur" in held else int(activity.money_amount * 100)}
    return found


def all_postings(*, batch: int = 2000) -> Iterator[Posting]:
    """The postings of all registered activities, recomputed from the records: what the audit compares with."""
    rows = Activity.objects.registered().order_by("pk").iterator(chunk_size=batch)
    while some := list(islice(rows, batch)):
        with marks.steady():
            found = list(_recomputed(some))
        yield from found


def _recomputed(some: list[Activity]) -> Iterator[Posting]:
    """Read in bulk what hangs on many activities (3 queries)."""
    within = {"activity__gte": some[0].pk, "activity__lte": some[-1].pk}
    joint = Organiser.objects.exclude(state=Organiser.State.DECLINED).filter(**within)
    organisers = _by_activity(joint.values_list("activity_id", "unit_id"))
    tags = _by_activity(Tag.objects.filter(**within).values_list("activity_id", "term_id"))
    goods = _by_activity(Good.objects.filter(**within).values_list("activity_id", "measure_id", "amount"))
    for activity in some:
        units = scopes(activity, organisers.get(activity.pk, []))
        yield posting(activity, units, tags.get(activity.pk, []), goods.get(activity.pk, []))


def _by_activity(rows: Iterable[tuple[Any, ...]]) -> dict[Any, list[Any]]:
    found: dict[Any, list[Any]] = {}
    for activity, *rest in rows:
        found.setdefault(activity, []).append(rest[0] if len(rest) == 1 else tuple(rest))
    return found


def recomputed(activity: Activity) -> Posting:
    """The posting of one activity from its own rows."""
    joint = [o.unit_id for o in activity.organisers.all() if o.state != "declined"]
    goods = [(good.measure_id, good.amount) for good in activity.goods.all()]
    return posting(activity, scopes(activity, joint), [tag.term_id for tag in activity.tags.all()], goods)
