"""Rates are drawn towards the mean of their league, and ranks carry an interval."""

import math
import random

import pytest

from dugnad.seasons import shrink
from dugnad.seasons.shrink import Rate, counted, drawn, prior, quantile, ranks

# Five units, worked out by hand: m = 30 ÷ 60, s² = 5.5 ÷ 60, m ÷ ē = 2.5 ÷ 60, so A = 0.05 and β = m ÷ A = 10.
EVENTS, EXPOSURES = [2, 12, 8, 6, 2], [10, 12, 20, 8, 10]


def test_the_moments_are_those_worked_out_by_hand():
    known = prior(EVENTS, EXPOSURES)
    assert (known.mean, round(known.weight, 9)) == (0.5, 10)


def test_a_drawn_rate_is_as_if_the_weight_had_been_added_with_the_leagues_mean():
    known = prior(EVENTS, EXPOSURES)
    assert drawn(2, 10, known).value == pytest.approx((2 + 10 * 0.5) / (10 + 10))


def test_the_smaller_is_drawn_more():
    known = prior(EVENTS, EXPOSURES)
    assert drawn(1, 1, known).value < drawn(10, 10, known).value < 1


def test_who_has_nothing_is_drawn_above_nought():
    assert 0 < drawn(0, 10, prior(EVENTS, EXPOSURES)).value < 0.5


def test_a_league_in_which_nothing_happened_has_no_prior():
    assert (prior([0, 0], [5, 5]), prior([], []), prior([1], [0])) == (None, None, None)


def test_where_chance_explains_everything_an_order_remains_with_intervals_that_overlap():
    known = prior([5, 5, 6], [10, 10, 10])
    rates = [drawn(y, 10, known) for y in (5, 5, 6)]
    assert known.mean**2 / (known.mean / known.weight) == pytest.approx(shrink.MOST_ALIKE)
    assert ranks(rates) == [(2, 1, 3), (2, 1, 3), (1, 1, 3)]


def test_events_that_come_in_groups_give_a_wider_interval_around_the_same_kind_of_value():
    alone, grouped = prior([20, 120, 80], [10, 12, 20]), prior([20, 120, 80], [10, 12, 20], 20)
    one, other = drawn(120, 12, alone), drawn(120, 12, grouped)
    assert other.high - other.low > one.high - one.low


def test_a_past_that_is_a_count_itself_makes_growth_less_sure():
    sure, unsure = prior(EVENTS, EXPOSURES), prior(EVENTS, EXPOSURES, counted=True)
    one, other = drawn(12, 12, sure), drawn(12, 12, unsure)
    assert unsure.weight > sure.weight and (other.high - other.low) / other.value > (one.high - one.low) / one.value * 0.9


def test_the_interval_covers_the_true_rate_nine_times_in_ten():
    rng, inside = random.Random(4), 0
    for _ in range(300):
        true = [rng.gammavariate(4, 1 / 4) for _unit in range(30)]
        exposures = [rng.uniform(2, 30) for _unit in range(30)]
        events = [poisson(rng, rate * e) for rate, e in zip(true, exposures, strict=True)]
        known = prior(events, exposures)
        found = [drawn(y, e, known) for y, e in zip(events, exposures, strict=True)]
        inside += sum(one.low <= rate <= one.high for one, rate in zip(found, true, strict=True))
    assert 0.86 < inside / 9000 < 0.94


def test_drawn_rates_are_closer_to_the_truth_than_plain_ones():
    rng = random.Random(5)
    true = [rng.gammavariate(9, 1 / 9) for _unit in range(400)]
    events = [poisson(rng, rate * 3) for rate in true]
    known = prior(events, [3] * 400)
    plain = sum((y / 3 - rate) ** 2 for y, rate in zip(events, true, strict=True))
    assert sum((drawn(y, 3, known).value - rate) ** 2 for y, rate in zip(events, true, strict=True)) < plain / 2


# The 5 % and 95 % quantiles of the gamma distribution of rate 1, from tables of χ² (twice the shape in degrees of freedom, halved).
@pytest.mark.parametrize(("shape", "low", "high"), [(0.5, 0.001966, 1.920729), (1, 0.051293, 2.995732), (5, 1.970150, 9.153519), (50, 38.965, 62.171)])
def test_the_quantiles_are_within_three_hundredths_of_the_table(shape, low, high):
    found = quantile(shape, 1, -shrink.NINETY), quantile(shape, 1, shrink.NINETY)
    assert found == pytest.approx((low, high), abs=0.03 * max(shape, 2))


def test_a_plain_count_is_not_drawn_but_has_its_interval():
    found = counted(10)
    assert found.value == 10 and 5 < found.low < 10 < found.high < 17


def test_equal_values_share_a_place():
    assert [place for place, _best, _worst in ranks([Rate(v, v, v) for v in (3, 5, 5, 1)])] == [3, 1, 1, 4]


def test_the_span_of_places_counts_who_is_surely_better_and_surely_worse():
    assert ranks([Rate(10, 9, 11), Rate(9.5, 8, 10), Rate(2, 1, 3)]) == [(1, 1, 2), (2, 1, 2), (3, 3, 3)]


def poisson(rng, mean):
    """Knuth's way; good enough for small means."""
    limit, many, product = math.exp(-mean), 0, rng.random()
    while product > limit:
        many, product = many + 1, product * rng.random()
    return many
