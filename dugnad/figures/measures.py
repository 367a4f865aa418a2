"""What is counted: the columns of the accounts, in one fixed order. Kinds of people are never added into one."""

from operator import add, neg, sub
from typing import Any, NamedTuple


class Measures(NamedTuple):
    """One sum. Units: records, people, minutes, euro cents, and thousandths of the measure's own unit."""

    activities: int = 0
    local_students: int = 0
    international_students: int = 0
    volunteers: int = 0
    people_helped: int = 0
    volunteer_minutes: int = 0
    money_cents: int = 0
    amount: int = 0

    def __add__(self, other: "Measures") -> "Measures":  # type: ignore[override]
        return Measures(*map(add, self, other))

    def __neg__(self) -> "Measures":
        return Measures(*map(neg, self))

    def __sub__(self, other: "Measures") -> "Measures":
        return Measures(*map(sub, self, other))

    def __bool__(self) -> bool:
        return any(self.row())

    def row(self) -> tuple[int, ...]:
        """The values in the order of COLUMNS."""
        return tuple(self)

    @property
    def volunteer_hours(self) -> float:
        return self.volunteer_minutes / 60

    @property
    def money_eur(self) -> float:
        return self.money_cents / 100

    def shown(self) -> dict[str, Any]:
        """As programs get it: hours and euros instead of minutes and cents."""
        values: dict[str, Any] = self._asdict()
        values["volunteer_hours"] = round(values.pop("volunteer_minutes") / 60, 2)
        values["money_eur"] = values.pop("money_cents") / 100
        values["amount"] = values["amount"] / 1000
        return values


COLUMNS: tuple[str, ...] = Measures._fields
NOTHING = Measures()
FACETS = ("cause", "objective", "sdg", "type", "action", "measure", "money", "label", "origin")
