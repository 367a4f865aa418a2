"""Growth and silence: how each local unit stands, from the months in which it reported."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from django.utils.translation import gettext_lazy as __

from dugnad.activities.addresses import opens
from dugnad.core.periods import term_of
from dugnad.explorer.reporting import Months
from dugnad.figures import reading
from dugnad.network.local import local
from dugnad.network.models import Unit

RECENT, LONG = 6, 12  # months


class State(StrEnum):
    """What the months of a unit say, the first that fits."""

    NEVER = "never"
    NEW = "new"
    RETURNING = "returning"
    ACTIVE = "active"
    QUIET = "quiet"
    SILENT = "silent"


SAID = {
    State.NEW: (__("new"), __("the first activity was within the last twelve months")),
    State.RETURNING: (__("returning"), __("active in the last six months, after twelve or more without an activity")),
    State.ACTIVE: (__("active"), __("an activity within the last six months")),
    State.QUIET: (__("quiet"), __("the last activity was seven to twelve months ago")),
    State.SILENT: (__("silent"), __("the last activity was more than twelve months ago")),
    State.NEVER: (__("never"), __("nothing has been registered yet")),
}

ALIVE = (State.NEW, State.RETURNING, State.ACTIVE)


@dataclass(frozen=True)
class Standing:
    """One local unit: its state, its last month, and in how many terms in a row it reported."""

    unit: Unit
    state: State
    last: int | None
    terms: int
    activities: int
    href: str


def reports(whole: Unit, today: Any, now: int) -> tuple[dict[int, Unit], Months]:
    """The open local units of a unit or platform, and in which months each had how many activities (3 queries)."""
    units = {unit.pk: unit for unit in local([whole], today)}
    months: Months = {pk: {} for pk in units}
    if units:
        for (pk, month), sums in reading.ask(reading.Question(tuple(units), only=("activities",)), ("unit", "month")).items():
            if month <= now and sums.activities > 0:
                months[pk][month] = sums.activities
    return units, months


def standings(units: dict[int, Unit], months: Months, now: int) -> list[Standing]:
    """Of each, the longest silent first."""
    found = [standing(units[pk], sorted(own), sum(own.values()), now) for pk, own in months.items()]
    return sorted(found, key=lambda one: (one.last or 0, str(one.unit)))


@dataclass(frozen=True)
class Share:
    """Of the local units of one parent: how many there are, and how many are alive (new, returning or active)."""

    parent: Unit
    alive: int
    many: int

    @property
    def rate(self) -> float:
        return self.alive / self.many


def shares(rows: list[Standing]) -> list[Share]:
    """By parent, the lowest rate first: where a word of encouragement helps most."""
    found: dict[Unit, list[bool]] = {}
    for row in rows:
        if row.unit.parent is not None:
            found.setdefault(row.unit.parent, []).append(row.state in ALIVE)
    made = [Share(parent, sum(alive), len(alive)) for parent, alive in found.items()]
    return sorted(made, key=lambda share: (share.rate, -share.many, str(share.parent)))


def standing(unit: Unit, months: list[int], activities: int, now: int) -> Standing:
    """From the months in which it reported, oldest first."""
    return Standing(unit, state_of(months, now), months[-1] if months else None, terms_in_a_row(months, now), activities, opens(unit))


def state_of(months: list[int], now: int) -> State:
    """The first state that fits; `now` is the running month."""
    if not months:
        return State.NEVER
    if now - months[0] < LONG:
        return State.NEW
    if now - months[-1] > LONG:
        return State.SILENT
    if now - months[-1] > RECENT:
        return State.QUIET
    recent = [month for month in months if now - month <= RECENT]
    before = [month for month in months if month < recent[0]]
    return State.RETURNING if before and recent[0] - before[-1] > LONG else State.ACTIVE


def terms_in_a_row(months: list[int], now: int) -> int:
    """Back from now: the running term counts if it has something, and does not break the row while it has not."""
    reported, term = {term_of(month) for month in months}, term_of(now)
    if term not in reported:
        term -= 1
    row = 0
    while term - row in reported:
        row += 1
    return row
