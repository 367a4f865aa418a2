"""Who reported when: the rate of each country by month, and how many stay, term after term."""

from dataclasses import dataclass

from dugnad.core.periods import month_of, term_of
from dugnad.network.models import Unit

SHOWN = 12  # whole months
TERMS = 6
STEPS = 5

Months = dict[int, dict[int, int]]  # unit → month → activities


@dataclass(frozen=True)
class Rate:
    """In one month: of the units that there were, how many reported."""

    month: int
    reporting: int
    could: int

    @property
    def share(self) -> float | None:
        return self.reporting / self.could if self.could else None

    @property
    def shade(self) -> int:
        """From 0 to 5, for the eye; the number stands beside it."""
        return round((self.share or 0) * STEPS) or (1 if self.reporting else 0)


@dataclass(frozen=True)
class Kept:
    """Of the units that had begun by then, how many reported in each of the last so many whole terms."""

    terms: int
    kept: int
    of: int

    @property
    def share(self) -> float:
        return self.kept / self.of


def rates(units: dict[int, Unit], months: Months, now: int) -> list[tuple[Unit, list[Rate]]]:
    """By the unit above them, in the order of its name."""
    below: dict[Unit, list[int]] = {}
    for pk, unit in units.items():
        below.setdefault(unit.parent or unit, []).append(pk)
    return [(parent, [rate(units, months, below[parent], one) for one in range(now - SHOWN, now)]) for parent in sorted(below, key=str)]


def rate(units: dict[int, Unit], months: Months, pks: list[int], month: int) -> Rate:
    could = [pk for pk in pks if there(units[pk], months[pk], month)]
    return Rate(month, sum(month in months[pk] for pk in could), len(could))


def there(unit: Unit, reported: dict[int, int], month: int) -> bool:
    """Founded by then, or with an activity by then; without a day of founding it always was."""
    return unit.founded_on is None or month_of(unit.founded_on) <= month or min(reported, default=month + 1) <= month


def retention(months: Months, now: int) -> list[Kept]:
    """The running term is not over and does not count."""
    terms = [{term_of(month) for month in reported} for reported in months.values()]
    last = term_of(now) - 1
    found = []
    for many in range(1, TERMS + 1):
        begun = [one for one in terms if one and min(one) <= last - many + 1]
        found.append(Kept(many, sum(all(term in one for term in range(last - many + 1, last + 1)) for one in begun), len(begun)))
    return [one for one in found if one.of]
