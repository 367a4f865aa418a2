"""A gentle forecast: the same month a year before times the growth of the last twelve months, with the interval that its own past errors give.

docs/growth.md has the formula and its sources.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from math import ceil, sqrt

AHEAD = 6  # months
COVERAGE = 0.8
HINDCASTS = 12  # so many past forecasts at least must be there to say how wrong one is
NEEDED = 24 + AHEAD + HINDCASTS - 1  # whole months
LEAST, MOST = 0.5, 2.0  # growth beyond this is no trend that one could count on


@dataclass(frozen=True)
class Expected:
    """One month to come: what is expected, and between what it lies in eight of ten cases."""

    month: int
    value: float
    low: float
    high: float


@dataclass(frozen=True)
class Proof:
    """Of so many past months, how many fell into the interval that would have been given half a year before."""

    within: int
    of: int


def forecast(values: Mapping[int, float], now: int) -> list[Expected]:
    """The running month and those after it; empty when there are not enough months. `now` is the running month."""
    return [one for month in range(now, now + AHEAD) if (one := expected(values, month, now - 1))]


def expected(values: Mapping[int, float], month: int, known: int) -> Expected | None:
    """What is expected of a month by one who knows the months until `known`."""
    first = min(values, default=known)
    errors = [abs(sqrt(max(values.get(past, 0), 0)) - sqrt(point(values, past, past - AHEAD))) for past in range(known, first + 24 + AHEAD - 2, -1)][:36]
    if len(errors) < HINDCASTS:
        return None
    value = point(values, month, known)
    width = sorted(errors)[min(ceil((len(errors) + 1) * COVERAGE), len(errors)) - 1]
    return Expected(month, value, max(sqrt(value) - width, 0) ** 2, (sqrt(value) + width) ** 2)


def point(values: Mapping[int, float], month: int, known: int) -> float:
    """Last year's month times the growth of the twelve months until `known`."""
    last, before = (sum(values.get(one, 0) for one in range(end - 11, end + 1)) for end in (known, known - 12))
    growth = min(max(last / before, LEAST), MOST) if before > 0 else 1.0
    return max(values.get(month - 12, 0), 0) * growth


def proof(values: Mapping[int, float], now: int, months: int = 12) -> Proof | None:
    """The forecast tried on the last twelve whole months, each as half a year before; None without enough of them."""
    tried = [(values.get(month, 0), expected(values, month, month - AHEAD)) for month in range(now - months, now)]
    known = [(value, one) for value, one in tried if one]
    if len(known) < months:
        return None
    return Proof(sum(one.low <= value <= one.high for value, one in known), len(known))
