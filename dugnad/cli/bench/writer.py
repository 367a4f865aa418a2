"""One writer: registers for some seconds through the action, or inserts the same row bare, and says how many."""

import random
import sys
from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal

from django.db import connection
from django.utils import timezone

from dugnad.cli.bench.child import again_and_again
from dugnad.cli.main import set_up

BARE = "a bare row of the benchmark"


def main(kind: str, seconds: float, seed: int) -> None:
    set_up()
    write = make(kind, random.Random(seed))
    for _warm in range(5):
        write()
    connection.close()
    write()
    again_and_again(write, seconds)


def make(kind: str, rng: random.Random) -> Callable[[], object]:
    """A function that writes one activity of some section."""
    from dugnad.access.actor import acting
    from dugnad.activities.actions import register
    from dugnad.core.ids import uuid7
    from dugnad.network.models import Office

    held = list(Office.objects.held_on().filter(role="local").select_related("unit", "person"))
    actors = {office: acting(office.person) for office in rng.sample(held, min(len(held), 60))}
    answers = [_details(rng, full=kind == "full") for _count in range(200)]

    def through_the_action() -> object:
        office = rng.choice(list(actors))
        return register(actors[office], uuid7(), office.unit, rng.choice(answers))

    return _bare(rng, list(actors)) if kind == "bare" else through_the_action


def _details(rng: random.Random, *, full: bool):  # type: ignore[no-untyped-def]
    """The six answers that are enough; and, when full, some of what folds open."""
    from dugnad.activities.details import Details
    from dugnad.activities.vocabulary import words

    now = words().current
    day = timezone.localdate() - timedelta(days=rng.randrange(1, 700))
    six = Details(
        title="Clean-up by the river",
        summary="We picked up litter along the river together with the neighbours.",
        starts_on=day,
        ends_on=day,
        place="The harbour",
        cause=rng.choice(now["cause"]),
        volunteers=12,
        people_helped=30,
        international_students=9,
        hours_per_meeting=Decimal(3),
    )
    tags, goods = (rng.choice(now["sdg"]), rng.choice(now["action"])), ((rng.choice(now["measure"]), Decimal(1)),)
    return six.with_(tags=tags, goods=goods) if full else six


def _bare(rng: random.Random, offices: list) -> Callable[[], object]:  # type: ignore[type-arg]
    """The same row of the activity and nothing else, through the same connection of Django's."""
    from dugnad.activities.actions.write import fill
    from dugnad.activities.models import Activity
    from dugnad.core.ids import uuid7

    filled = Activity(state="registered")
    fill(filled, _details(rng, full=False))
    values = {f.attname: getattr(filled, f.attname) for f in Activity._meta.concrete_fields if f.attname not in ("id", "unit_id")} | {"money_receiver": BARE}

    def insert() -> object:
        office = rng.choice(offices)
        row = Activity(**values | {"id": uuid7(), "unit_id": office.unit_id, "registered_by_id": office.person_id, "registered_at": timezone.now()})
        row.save(force_insert=True)
        return row

    return insert


if __name__ == "__main__":
    main(sys.argv[1], float(sys.argv[2]), int(sys.argv[3]))
