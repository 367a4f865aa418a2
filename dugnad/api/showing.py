"""Activities and units as programs get them."""

from collections.abc import Sequence
from typing import Any

from django.db.models import prefetch_related_objects

from dugnad.activities.details import is_regular
from dugnad.activities.models import Activity
from dugnad.activities.vocabulary import Words, words
from dugnad.network.models import Unit

PLAIN = ("id", "state", "revision", "title", "summary", "outcome", "learnt", "starts_on", "ends_on", "place", "online", "meetings", "hours_per_meeting",
         "volunteers", "international_students", "local_students", "people_helped", "volunteer_hours", "money_amount", "money_currency", "money_receiver",
         "money_eur", "held", "failed", "partners", "links", "registered_at")  # fmt: skip


def many(activities: Sequence[Activity]) -> list[dict[str, Any]]:
    """Several activities with all that hangs on them (6 queries)."""
    prefetch_related_objects(list(activities), "unit", "tags", "goods", "organisers__unit")
    known = words()
    return [_shown(activity, known) for activity in activities]


def one(activity: Activity) -> dict[str, Any]:
    return many([activity])[0]


def unit(found: Unit) -> dict[str, Any]:
    plain = {name: getattr(found, name) for name in ("code", "country", "city", "lat", "lon")}
    above = found.parent.code if found.parent else None
    return plain | {"name": str(found), "level": found.level.key, "parent": above, "url": found.get_absolute_url()}


def _shown(activity: Activity, known: Words) -> dict[str, Any]:
    tags = [known.terms[tag.term_id] for tag in activity.tags.all()]
    by_kind = {
        field: sorted(t.key for t in tags if t.vocabulary.kind == kind) for field, kind in (("actions", "action"), ("objectives", "objective"), ("sdgs", "sdg"))
    }
    return {name: getattr(activity, name) for name in PLAIN} | by_kind | {
        "url": activity.get_absolute_url(),
        "unit": activity.unit.code,
        "cause": known.key(activity.cause_id),
        "type": known.key(activity.type_id) if activity.type_id else None,
        "label": known.key(activity.label_id) if activity.label_id else None,
        "origin": activity.origin or None,
        "regular": is_regular(activity),
        "checks": activity.checks or {},
        "goods": {known.key(good.measure_id): float(good.amount) for good in activity.goods.all()},
        "organisers": sorted(o.unit.code for o in activity.organisers.all() if o.state != "declined"),
    }  # fmt: skip
