"""Records: a month that is better than the same month of every year before."""

from collections.abc import Mapping
from dataclasses import dataclass

YEARS = 2  # so many earlier years must have something, else every month would be a record


@dataclass(frozen=True)
class Best:
    """The month and its value, and the best of the same months before."""

    month: int
    value: float
    before: int
    was: float


def best(values: Mapping[int, float], now: int) -> Best | None:
    """The running month if it is a record already, else the last whole month if it is one; None without a record."""
    return _record(values, now) or _record(values, now - 1)


def _record(values: Mapping[int, float], month: int) -> Best | None:
    value = values.get(month, 0)
    earlier = {one: was for one, was in values.items() if one < month and (month - one) % 12 == 0 and was > 0}
    if len(earlier) < YEARS or value <= max(earlier.values()):
        return None
    before = max(earlier, key=lambda one: (earlier[one], one))
    return Best(month, value, before, earlier[before])
