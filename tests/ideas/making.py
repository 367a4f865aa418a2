"""Ideas of the named world."""

from datetime import date, timedelta
from typing import Any

from dugnad.activities import actions as activities
from dugnad.activities import details as known
from dugnad.core.ids import uuid7
from dugnad.ideas.actions import write as actions
from dugnad.ideas.actions.adapt import adapt
from dugnad.ideas.models import Adaptation, Idea
from tests.world import act, on, term

TODAY = date(2026, 4, 1)
FORM = {"title": "Walk and pick", "summary": "A walk along the fjord, with bags.", "causes": ["environment"], "effort": "1", "language": "en"}


def answers(**changes: Any) -> dict[str, Any]:
    told = {
        "title": "Walk and pick",
        "summary": "A walk along the fjord, with bags.",
        "steps": "Print the map\nBring bags\nWalk",
        "causes": [term("cause", "environment")],
    }
    return told | {"people": 5, "ready_in": 7, "budget": 0, "effort": 1, "language": "en", "seasons": []} | changes


def draft(world: Any, by: str = "kari", unit: str = "bergen", **changes: Any) -> Idea:
    return actions.write(act(getattr(world, by)), getattr(world, unit), **answers(**changes))


def idea(world: Any, by: str = "kari", unit: str = "bergen", **changes: Any) -> Idea:
    """Published."""
    return actions.publish(act(getattr(world, by)), draft(world, by, unit, **changes))


def adapted(world: Any, found: Idea, by: str = "luc", unit: str = "paris", day: date = TODAY, **more: Any) -> Adaptation:
    """Planned by a section."""
    told = {"id": uuid7(), "title": found.title, "starts_on": day, "place": "Paris"} | more
    with on(day):
        return adapt(act(getattr(world, by)), found, getattr(world, unit), **told)


def tried(world: Any, found: Idea, by: str = "luc", unit: str = "paris", day: date = date(2026, 3, 20), **counts: Any) -> Adaptation:
    """And registered, with what came of it."""
    made = adapted(world, found, by, unit, day)
    told = known.of(made.activity).with_(**({"volunteers": 8, "people_helped": 40} | counts))
    with on(day + timedelta(days=1)):
        made.activity = activities.report_results(act(getattr(world, by)), made.activity, told, revision=made.activity.revision)
    return made
