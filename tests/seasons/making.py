"""A season of spring 2026 in the named world: of the whole network, published before it began."""

import re
from datetime import date
from typing import Any

from dugnad.access.actor import SYSTEM
from dugnad.core.periods import parse_month
from dugnad.core.tables import opened
from dugnad.figures.measures import Measures
from dugnad.figures.models import Balance
from dugnad.network.models import Level, Unit
from dugnad.seasons import boards
from dugnad.seasons.actions.seasons import plan, publish
from dugnad.seasons.actions.students import load_students
from dugnad.seasons.models import BoardRule, Season, StudentNumber
from dugnad.seasons.views.public import stages_of, widest
from tests.world import act, on, register

KINDS = {kind.value: position for position, kind in enumerate(BoardRule.Kind, 1)}
EVE, DURING, DEADLINE, AFTER = date(2025, 12, 20), date(2026, 3, 20), date(2026, 7, 15), date(2026, 7, 16)
BOARD = "/seasons/spring-2026/{}/?stage=2"
DATES = {"first_month": parse_month("2026-01"), "last_month": parse_month("2026-06"), "counts_until": DEADLINE}


def planned(world: Any, by: str = "ines", unit: Any = None, **changes: Any) -> Season:
    known = {"key": "spring-2026", "name": "Spring 2026", "rules": "Be kind."} | DATES | changes
    return plan(act(getattr(world, by)), unit or world.top, **known)


def season(world: Any, **changes: Any) -> Season:
    """Seen by everybody since its eve."""
    with on(EVE):
        return publish(act(world.ines), planned(world, **changes))


def students(world: Any, text: str = "unit,number\nNO-BERG-ESN,1000\nNO-OSLO-ESN,2000\nFR-PARI-ESN,500\n", year: int = 2025) -> Any:
    return load_students(SYSTEM, world.top, opened(text.encode(), "numbers.csv"), year=year, source="Ministry")


def did(world: Any, name: str, many: int = 1, day: date = DURING, **changes: Any) -> list[Any]:
    """So many activities of a section, registered on that day by its coordinator, each of its own kind."""
    unit, by = {"bergen": (world.bergen, world.kari), "oslo": (world.oslo, world.ola), "paris": (world.paris, world.luc)}[name]
    words = ["Litter", "Reading", "Blood", "Tandem", "Choir", "Soup", "Trees", "Games"]
    with on(day):
        return [register(unit, by, **{"title": f"{words[n % 8]} {'x' * (n // 8)}", "starts_on": day, "people_helped": 7 * n} | changes) for n in range(many)]


def lines(of: Season, kind: str, stage: str = "", day: date = DURING) -> dict[str, Any]:
    """The lines of a board by the code of the unit, on a day; in the widest stage, or in one by name."""
    fresh = Season.objects.select_related("unit__level").get(pk=of.pk)
    stages = stages_of(fresh)
    asked = next(one for one in stages if one.name == stage) if stage else widest(stages)
    board = fresh.boards.prefetch_related("versions").get(position=KINDS[kind])
    with on(day):
        found = boards.lines(asked, [board])[board.pk]
    codes = {unit.pk: unit.code for unit in type(fresh.unit).objects.all()}
    return {codes[line.unit]: line for line in found}


def places(of: Season, kind: str, stage: str = "", day: date = DURING) -> dict[str, Any]:
    """The place of each unit, or why it has none."""
    return {code: line.why or line.place for code, line in lines(of, kind, stage, day).items()}


def crowd(world: Any, many: int) -> list[Unit]:
    """So many sections more in Norway, each with a number of students and some activities in the first month."""
    level = Level.objects.get(key="section")
    units = [Unit(level=level, code=f"NO-C{n}-ESN", name=f"ESN C{n}", parent=world.norway, country="NO", path="") for n in range(many)]
    Unit.objects.bulk_create(units)
    rows = []
    for n, unit in enumerate(units):
        unit.path = f"{world.norway.path}{unit.pk}/"
        sums = Measures(activities=1 + n % 5, volunteer_minutes=60, people_helped=n)._asdict()
        rows += [Balance(unit=unit.pk, facet=facet, value=value, month=DATES["first_month"], **sums) for facet, value in (("", ""), ("cause", "health"))]
    Unit.objects.bulk_update(units, ["path"])
    Balance.objects.bulk_create(rows)
    StudentNumber.objects.bulk_create(StudentNumber(unit=unit, year=2025, number=100 + n, source="Ministry") for n, unit in enumerate(units))
    return units


def text(page: str) -> str:
    """What is read on a page."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page))


def read(client: Any, address: str, day: date = DURING) -> str:
    with on(day):
        return str(client.get(address).content.decode())
