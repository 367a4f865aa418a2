"""Run as a process of its own: the cover and the poster of activities, the infographic of units with its map, each from the database, warm."""

import time
from collections.abc import Callable
from datetime import date
from statistics import median

from dugnad.cli.bench import child
from dugnad.cli.main import set_up

TIMES = 9


def main() -> None:
    set_up()
    from django.conf import settings

    from dugnad.activities.models import Activity
    from dugnad.core.periods import year
    from dugnad.documents.press import printed
    from dugnad.network.models import Unit
    from dugnad.showcase.pieces import of_activity, of_unit
    from dugnad.showcase.pieces.formats import A3, COVER

    keys = list(Activity.objects.registered().order_by("-pk").values_list("pk", flat=True)[: TIMES + 1])
    units = list(Unit.objects.filter(parent__parent=None, parent__isnull=False, level__groups=False).order_by("code").values_list("pk", flat=True)[: TIMES + 1])
    months = year(date.today().year)

    def cover(turn: int) -> bytes:
        activity = Activity.objects.select_related("unit", "cause", "type").get(pk=keys[turn])
        job = of_activity.job_of(activity, "quilt", COVER, of_activity.wording_of(activity), site=settings.SITE)
        return printed(job, "png")[0]

    def poster(turn: int) -> bytes:
        activity = Activity.objects.select_related("unit", "cause", "type").get(pk=keys[turn])
        job = of_activity.job_of(activity, "number", A3, of_activity.wording_of(activity), site=settings.SITE)
        return printed(job, "pdf")[0]

    def infographic(turn: int) -> bytes:
        told, piece = of_unit.Told(Unit.objects.select_related("level").get(pk=units[turn]), months), of_unit.PIECES["infographic-portrait"]
        return printed(of_unit.job_of(told, piece, of_unit.wording_of(told, piece), site=settings.SITE), "png")[0]

    kinds = {"cover": cover, "poster": poster, "infographic": infographic}
    for made in kinds.values():
        made(-1)
    child.ready()
    child.say({f"{kind}_ms": round(_median_of(made), 1) for kind, made in kinds.items()})


def _median_of(made: Callable[[int], bytes]) -> float:
    """In milliseconds."""
    spent = []
    for turn in range(TIMES):
        began = time.perf_counter()
        made(turn)
        spent.append((time.perf_counter() - began) * 1000)
    return median(spent)


if __name__ == "__main__":
    main()
