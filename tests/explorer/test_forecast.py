"""A gentle forecast: last year's month times growth, an interval from its own errors, and silence where it would only pretend."""

from random import Random

import pytest

from dugnad.core.periods import parse_month
from dugnad.explorer.forecast import AHEAD, COVERAGE, NEEDED, expected, forecast, proof

pytestmark = pytest.mark.thorough

NOW = parse_month("2026-11")
SEASON = (4, 7, 12, 11, 8, 4, 2, 2, 7, 10, 12, 8)


def series(months, growth=1.0, season=SEASON):
    """So many whole months until last month, each year by so much more than the one before."""
    return {month: season[month % 12] * 10 * growth ** ((month - NOW) // 12) for month in range(NOW - months, NOW)}


def test_the_same_every_year_is_expected_again_and_nothing_else():
    wanted = [SEASON[(NOW + ahead) % 12] * 10 for ahead in range(AHEAD)]
    for found in ([one.value for one in forecast(series(60), NOW)], [one.low for one in forecast(series(60), NOW)]):
        assert found == pytest.approx(wanted)


def test_growth_goes_on():
    grown = forecast(series(72, growth=1.2), NOW)[0]
    assert grown.value == pytest.approx(series(12, growth=1.2)[NOW - 12] * 1.2, rel=0.01) and grown.low <= grown.value <= grown.high


@pytest.mark.parametrize(("many", "says"), [(NEEDED, AHEAD), (NEEDED - 1, 0), (12, 0), (0, 0)])
def test_without_enough_months_it_says_nothing(many, says):
    assert len(forecast(series(many), NOW)) == says


def test_growth_beyond_reason_is_no_trend():
    values = series(60) | {month: value * 50 for month, value in series(12).items()}
    assert forecast(values, NOW)[0].value <= values[NOW - 12] * 2


def test_after_a_year_of_nothing_it_expects_no_growth_and_no_less_than_nothing():
    values = series(60) | dict.fromkeys(range(NOW - 24, NOW - 12), 0)
    found = forecast(values, NOW)
    assert found[0].value == values[NOW - 12] and all(one.low >= 0 for one in found)


def test_its_proof_knows_only_what_was_known():
    values = series(84)
    assert expected(values, NOW - 1, NOW - 1 - AHEAD) == expected(
        {month: v for month, v in values.items() if month <= NOW - 1 - AHEAD}, NOW - 1, NOW - 1 - AHEAD
    )


def test_the_proof_needs_months_of_its_own():
    assert proof(series(NEEDED + 5), NOW) is None and proof(series(84), NOW).of == 12


@pytest.mark.parametrize("size", [1, 10, 100])
def test_the_interval_covers_what_it_says(size):
    """Backtest on two hundred made-up units, small and large, whose months scatter as counts do: eight of ten, give or take."""
    dice, within, tried = Random(7), 0, 0
    for unit in range(200):
        growth = dice.uniform(0.9, 1.3)
        values = {month: _counted(dice, size * value / 10) for month, value in series(96, growth).items()}
        found = proof(values, NOW)
        within, tried = within + found.within, tried + found.of
    assert COVERAGE - 0.06 <= within / tried <= COVERAGE + 0.15


def _counted(dice, mean):
    """About as many as the mean, scattered as a count."""
    return max(round(dice.gauss(mean, mean**0.5)), 0)
