"""Local needs in the sample federation: the Nordic case of the meeting's report, needs like it elsewhere, and white spots. All of it made up, and said so."""

import random
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from django.db import transaction

from dugnad.access.actor import SYSTEM
from dugnad.activities.models import Activity, Term
from dugnad.activities.vocabulary import words
from dugnad.cli.sample.competition import SOURCE
from dugnad.cli.sample.facts import facts
from dugnad.core import marks
from dugnad.needs.actions import answer, close, record
from dugnad.needs.details import Proof, Said
from dugnad.needs.models import Need
from dugnad.network.models import Unit

TEXTS = ("title", "who", "would_help", "tried", "place")


@transaction.atomic
def needs(rng: random.Random, today: date) -> None:
    """By the ordinary verbs; then each is made as old as it says."""
    units = {unit.code: unit for unit in Unit.objects.filter(code__in={row["where"] for row in facts("needs")})}
    with marks.steady():
        for row in facts("needs"):
            if row["where"] in units:
                _need(row, units[row["where"]], rng, today)


def _need(row: dict[str, Any], unit: Unit, rng: random.Random, today: date) -> None:
    opened = today - timedelta(days=row["days"])
    said = Said(theme=_term("cause", row["theme"]), groups=tuple(_term("group", key) for key in row["groups"]), **{name: row.get(name, "") for name in TEXTS})
    proof = Proof(figure=row["figure"], year=opened.year - 1, source=SOURCE, text=row["text"], address="https://example.org/made-up/")
    need = record(SYSTEM, UUID(int=rng.getrandbits(128), version=4), unit, said, proof, today=opened)
    for activity in _fitting(row, unit, opened):
        answer(SYSTEM, need, activity)
    if row.get("closed"):
        close(SYSTEM, need, result=row["closed"])
    at = datetime.combine(opened, time(12), UTC)
    Need.objects.filter(pk=need.pk).update(opened_at=at)
    if row.get("closed"):
        Need.objects.filter(pk=need.pk).update(closed_at=at + timedelta(days=row["days"] - 30))


def _fitting(row: dict[str, Any], unit: Unit, opened: date) -> list[Activity]:
    """The newest activities of the unit, since the need was recorded, of a type that answers it."""
    types = [_term("type", key).pk for key in row.get("types", [])]
    since = Activity.objects.counted_for(unit).filter(type__in=types, starts_on__gte=opened)
    return list(since.order_by("-counts_for__starts_on", "-counts_for__activity_id")[: row.get("answers", 0)]) if types else []


def _term(kind: str, key: str) -> Term:
    return next(term for term in words().current[kind] if term.key == key)
