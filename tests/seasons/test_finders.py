"""What the published rules find, and what they leave in peace."""

from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest

from dugnad.seasons.finders import Row, alike, find

DEADLINE = date(2026, 7, 15)
WORDS = ["Litter along the fjord", "Reading hour", "Blood drive", "Tandem evening", "Choir", "Soup kitchen", "Trees for tomorrow", "Games with children"]


def row(number, title="", day=0, counts=(10, 30, 20, 8), registered=None, cause=1):
    starts = date(2026, 1, 10) + timedelta(days=day)
    at = datetime.combine(registered or starts + timedelta(days=1), datetime.min.time(), UTC) + timedelta(seconds=number)
    return Row(UUID(int=number), title or WORDS[number % 8], starts, cause, counts, at)


def found(rows, earlier=()):
    return [(flag.kind.value, flag.activity.int) for flag in find(rows, list(earlier), DEADLINE)]


def history(many=12, counts=(10, 30, 20, 8)):
    return [row(900 + n, day=-20 * n - 40, counts=tuple(value + (n * 7 + place) % 5 for place, value in enumerate(counts))) for n in range(many)]


def test_a_copy_within_three_days_waits_the_one_registered_later():
    assert found([row(1, "Beach clean-up", 0), row(2, "Beach clean-up!", 2, (10, 31, 20, 8))]) == [("twin", 2)]


def test_a_copy_of_an_earlier_day_waits_too_if_it_was_registered_later():
    late = date(2026, 2, 20)
    assert found([row(1, "Beach clean-up", 2), row(2, "Beach clean-up 2", 0, registered=late)]) == [("twin", 2)]


@pytest.mark.parametrize(
    "other",
    [
        row(2, "Beach clean-up", 2, (10, 45, 20, 8)),
        row(2, "Beach clean-up", 4),
        row(2, "Beach clean-up", 2, cause=2),
        row(2, "Reading to children", 2),
        row(2, "12 34", 2),
        row(2, "Beach clean-up", 2, (10, None, None, None)),
    ],
    ids=["it recurs, with other counts", "days later", "for another cause", "another title", "a title without words", "too little is known"],
)
def test_what_is_no_copy(other):
    assert found([row(1, "Beach clean-up", 0), other]) == []


def test_three_copies_are_flagged_once_each():
    assert found([row(1, "Beach", 0), row(2, "Beach", 1), row(3, "Beach", 2)]) == [("twin", 2), ("twin", 3)]


def test_one_cut_into_four_is_looked_at_all_but_the_first():
    parts = [row(n, f"Fjord clean-up, team {n}", n % 2, (3, 8 * n, 5, 2)) for n in range(1, 5)]
    assert sorted(found(parts)) == [("slice", 1), ("slice", 3), ("slice", 4)]


def test_three_visits_on_one_day_are_left_in_peace():
    assert found([row(n, f"School visit, class {n}", 0, (2, 20 + 9 * n, 3 * n, 0)) for n in range(1, 4)]) == []


def test_parts_that_are_also_copies_are_flagged_for_one_reason():
    assert {kind for kind, _pk in found([row(n, f"Fjord team {n}", 0) for n in range(1, 6)])} == {"slice"}


def test_one_count_ten_times_the_usual_is_looked_at():
    assert found([row(1, counts=(10, 420, 20, 8))], history()) == [("peak", 1)]


def test_all_counts_five_times_the_usual_are_looked_at():
    assert found([row(1, counts=(10, 170, 110, 50))], history()) == [("peak", 1)]


@pytest.mark.parametrize("counts", [(10, 90, 60, 20), (10, None, None, None), (10, 0, 0, 0)], ids=["a campaign's big day", "unknown", "nobody"])
def test_a_big_day_is_left_in_peace(counts):
    assert found([row(1, counts=counts)], history()) == []


def test_without_enough_history_nothing_is_far_above_it():
    assert found([row(1, counts=(10, 9000, 20, 8))], history(3)) == []


def test_small_numbers_are_left_in_peace():
    assert found([row(1, counts=(1, 25, 1, 1))], history(counts=(1, 1, 1, 1))) == []


def test_a_new_section_is_measured_by_its_own_season():
    rows = [row(n, day=10 * n, counts=(10, 30 + n, 20 + n % 3, 8)) for n in range(8)]
    assert found([*rows, row(20, "Gala", 95, (10, 3000, 20, 8))]) == [("peak", 20)]


def tens(many, start=0):
    return [row(start + n, day=9 * n, counts=(10, 30 + 10 * (n % 4), 20, 5)) for n in range(many)]


def test_always_round_numbers_are_looked_at():
    assert {kind for kind, _pk in found(tens(8))} == {"round"} and len(found(tens(8))) == 8


def test_whoever_has_always_rounded_is_left_in_peace():
    assert found(tens(8), [row(900 + n, day=-20 * n - 40, counts=(10, 30, 20, 5)) for n in range(12)]) == []


def test_five_round_ones_are_left_in_peace():
    assert found(tens(5)) == []


def test_many_at_the_deadline_are_looked_at_those_that_took_place_long_before():
    rushed = [row(n, day=11 * n, registered=DEADLINE - timedelta(days=n % 3), counts=(10, 30 + n * 3, 17 + n, 8)) for n in range(9)]
    fresh = row(50, "Summer fair", 180, registered=DEADLINE, counts=(11, 33, 21, 9))
    assert found([*rushed, fresh]) == [("rush", n) for n in range(9)]


def test_some_at_the_deadline_beside_many_in_time_are_left_in_peace():
    rushed = [row(n, day=3 * n, registered=DEADLINE, counts=(10, 30 + n * 3, 17 + n, 8)) for n in range(8)]
    calm = [row(100 + n, day=7 * n, counts=(11, 21 + n * 2, 13 + n, 9), cause=2) for n in range(20)]
    assert found([*rushed, *calm]) == []


def test_likeness_ignores_numbers_case_and_punctuation():
    assert (alike("Part 1: Soup!", "part 2 soup"), alike("Soup", "Quilt"), alike("123", "Soup")) == (1.0, 0.0, 0.0)
