"""One writer of the accounts: inserts an activity's row bare, or with the entry that counts it, and says how many."""

import random
import sys
from collections.abc import Callable
from typing import Any

from dugnad.cli.bench.child import again_and_again
from dugnad.cli.bench.writer import BARE, _details
from dugnad.cli.main import set_up


def main(kind: str, seconds: float, seed: int) -> None:
    set_up()
    from dugnad.core import marks

    write = make(kind, random.Random(seed))
    with marks.steady():  # what a unit belongs to is asked by the registering, not by the accounts
        for _warm in range(5):
            write()
        again_and_again(write, seconds)


def make(kind: str, rng: random.Random) -> Callable[[], object]:
    from django.utils import timezone

    from dugnad.activities.actions.write import fill
    from dugnad.activities.models import Activity
    from dugnad.activities.posting import posting, scopes
    from dugnad.core import rows
    from dugnad.core.ids import uuid7
    from dugnad.figures.actions import post
    from dugnad.network.models import Unit

    sections = list(Unit.objects.filter(parent__parent__isnull=False))
    filled = Activity(state="registered")
    fill(filled, _details(rng, full=False))
    values: dict[str, Any] = {f.attname: getattr(filled, f.attname) for f in Activity._meta.concrete_fields if f.attname not in ("id", "unit_id")}

    def row(**more: str) -> Activity:
        return Activity(**values | more | {"id": uuid7(), "unit_id": rng.choice(sections).pk, "registered_at": timezone.now()})

    def bare() -> object:
        made = row(money_receiver=BARE)
        made.save(force_insert=True)
        return made

    def posted() -> object:
        made = row()
        said = posting(made, scopes(made, []), [], [])
        with rows.together():
            rows.insert([made])
            return post(said)

    return bare if kind == "bare" else posted


if __name__ == "__main__":
    main(sys.argv[1], float(sys.argv[2]), int(sys.argv[3]))
