"""A report of the spring of 2026 in the named world."""

from datetime import date
from typing import Any

from dugnad.core.periods import Period, parse_month
from dugnad.figures.measures import Measures
from dugnad.network.models import Level, Unit
from dugnad.reports import actions
from dugnad.reports.content.made import content
from dugnad.reports.facts import Below, Facts, Reporting, Value
from dugnad.reports.models import Report
from tests.world import act, on, register

SPRING = Period(parse_month("2026-01"), parse_month("2026-06"))
LATER = date(2026, 7, 20)
DAY = date(2026, 3, 14)


def begun(world: Any, unit: Any = None, by: str = "ines", **changes: Any) -> Report:
    known = {"period": SPRING, "theme": "", "title": "", "language": "en"} | changes
    with on(LATER):
        return actions.begin(act(getattr(world, by)), unit or world.norway, **known)


def published(world: Any, unit: Any = None, **changes: Any) -> Report:
    report = begun(world, unit, **changes)
    with on(LATER):
        return actions.publish(act(world.ines), report)


def did(world: Any, many: int = 1, day: date = DAY, **changes: Any) -> list[Any]:
    """So many activities of Bergen, each of its own title."""
    with on(day):
        return [register(world.bergen, world.kari, **{"title": f"Activity {n}", "starts_on": day} | changes) for n in range(many)]


def made(report: Report, today: date = LATER) -> dict[str, Any]:
    """The content, its sections by kind."""
    found = content(Report.objects.get(pk=report.pk), today)
    return found | {"by": {section["kind"]: section for section in found["sections"]}}


def blocks(section: dict[str, Any], kind: str) -> list[Any]:
    return [block for block in section["blocks"] if block["kind"] == kind]


def facts(now: int = 0, before: int = 0, **changes: Any) -> Facts:
    """Plain facts about a country that nobody has to register: so many activities in June, and in the June before."""
    unit = Unit(name="Norway", code="NO", level=Level(key="country", rank=2))
    months = {SPRING.last: Measures(activities=now), SPRING.last - 12: Measures(activities=before)}
    known: dict[str, Any] = {"unit": unit, "period": SPRING, "today": LATER, "months": months, "whole": Measures(activities=now)}
    return Facts(**known | changes)


def value(label: str, now: int, before: int = 0) -> Value:
    return Value(label.lower(), label, "", Measures(activities=now), Measures(activities=before))


def below(level: str, *counts: int) -> list[Below]:
    return [Below(Unit(name=f"U{n}", level=Level(key=level, rank=3)), Measures(activities=n), Measures()) for n in counts]


def reporting(could: int, now: int, before: int = 0) -> Reporting:
    return Reporting(could, frozenset(range(now)), frozenset(range(before)))
