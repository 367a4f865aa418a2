"""Rates of small units, drawn towards the mean of their league; pure functions.

Gamma–Poisson empirical Bayes. With y_i events of exposure e_i the rates r_i = y_i / e_i have the mean m = Σy / Σe and the weighted variance
s² = Σ e_i (r_i − m)² / Σe; what chance alone explains is m / ē. The rest, A = s² − m / ē, is the variance between the units, and gives the
prior gamma distribution with shape α = m² / A and rate β = m / A (by moments). A unit's drawn rate is (α + y) / (β + e) = (β m + y) / (β + e):
as if β of the exposure with the league's mean had been added. α + y and β + e are the shape and the rate of its posterior distribution.

Three things are ours. People come in groups, not one by one, so y is counted in groups as large as the league's average activity (`size`).
Where chance explains everything (A ≤ 0) the units would all be equal; they are taken to differ by a tenth of the mean at least (α ≤ 100), so that
an order remains, with intervals that overlap. And where the exposure is itself a count (last year's), its chance is added: m (1 + m) / ē.

Sources: D. Clayton and J. Kaldor, Biometrics 43 (1987) 671–681; R. J. Marshall, Applied Statistics 40 (1991) 283–294 (the moments).
E. B. Wilson and M. M. Hilferty, PNAS 17 (1931) 684–688 (quantiles of the gamma distribution).
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

NINETY = 1.6448536269514722  # the normal quantile that leaves 5 % on either side
MOST_ALIKE = 100.0  # the largest α


@dataclass(frozen=True)
class Prior:
    """What is known of a league before one looks at a unit: the mean of its rates, and how much it weighs (in exposure).

    `counted`: the exposure is a count itself. `size`: how many events come at once.
    """

    mean: float
    weight: float
    size: float = 1.0
    counted: bool = False


@dataclass(frozen=True)
class Rate:
    """A drawn rate with the interval that contains the true one with a probability of 90 %."""

    value: float
    low: float
    high: float


def prior(events: Sequence[float], exposures: Sequence[float], size: float = 1.0, *, counted: bool = False) -> Prior | None:
    """The prior of a league; None when nothing happened in it."""
    total, exposed = sum(events) / size, sum(exposures)
    if total <= 0 or exposed <= 0:
        return None
    mean, average = total / exposed, exposed / len(exposures)
    spread = sum(e * (y / size / e - mean) ** 2 for y, e in zip(events, exposures, strict=True)) / exposed
    chance = mean * (1 + mean * size) / average if counted else mean / average
    between = max(spread - chance, mean * mean / MOST_ALIKE)
    return Prior(mean * size, mean / between, size, counted)


def drawn(events: float, exposure: float, known: Prior) -> Rate:
    """The rate of one unit, drawn towards the mean of its league."""
    shape, rate = (known.mean * known.weight + events) / known.size, known.weight + exposure
    value = shape / rate * known.size
    sure = 1 / (1 / shape + known.size / rate) if known.counted else shape
    return Rate(value, *(quantile(sure, sure / value, z) for z in (-NINETY, NINETY)))


def counted(events: float, size: float = 1.0) -> Rate:
    """A plain count with its interval: the gamma distribution of shape y + ½ (Jeffreys' prior), and no drawing."""
    return Rate(events, *(quantile(events / size + 0.5, 1, z) * size for z in (-NINETY, NINETY)))


def quantile(shape: float, rate: float, z: float) -> float:
    """A quantile of the gamma distribution by its normal quantile z: within 3 % of the mean for shapes above one half."""
    return float(shape / rate * max(0.0, 1 - 1 / (9 * shape) + z / (3 * sqrt(shape))) ** 3)


def ranks(rates: Sequence[Rate]) -> list[tuple[int, int, int]]:
    """For each: its place (equal values share one), and the best and worst place that its interval allows.

    Better is whoever's whole interval lies above one's own: stricter than a test of each pair, so the span of places is rather too wide.
    """
    many = len(rates)
    values, lows, highs = (sorted(getattr(rate, name) for rate in rates) for name in ("value", "low", "high"))
    return [(1 + many - bisect_right(values, one.value), 1 + many - bisect_right(lows, one.high), many - bisect_left(highs, one.low)) for one in rates]
