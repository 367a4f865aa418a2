"""Ideas of the named world."""

from datetime import date, timedelta
from typing import Any

from dugnad.activities import actions as activities
from dugnad.activities import details as known
from dugnad.core.ids import uuid7
from dugnad.ideas.actions import market as sessions
from dugnad.ideas.actions import talk
from dugnad.ideas.actions import write as actions
from dugnad.ideas.actions.adapt import adapt
from dugnad.ideas.actions.digest import stop_of
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


def things(world: Any) -> dict[str, Any]:
    """One of everything at the market: Bergen's, by Kari; a session of Norway, at which one votes."""
    kari, marianne, found = act(world.kari), act(world.marianne), idea(world, title="Public")
    market = sessions.plan(marianne, world.norway, name="Market", day=TODAY, place="", votes=2)
    stall = sessions.put_up(kari, market, found)
    sessions.turn(marianne, market, "voting")
    keys = {"idea": found.pk, "draft_idea": draft(world, title="Draft").pk, "remark": talk.ask(kari, found, text="Why?").pk}
    return keys | {"market": market.pk, "stall": stall.pk, "digest_stop": stop_of(world.kari).rstrip("/").rpartition("/")[2]}
