"""A record is a month better than the same month of every year before."""

import pytest

from dugnad.core.periods import parse_month
from dugnad.figures.records import best

NOW = parse_month("2026-11")


def values(**by_month):
    return {parse_month(text[1:].replace("_", "-")): value for text, value in by_month.items()}


def told(found):
    return found and (found.month - NOW, found.value, found.was)


@pytest.mark.parametrize(
    ("months", "says"),
    [
        ({"m2026_11": 9, "m2025_11": 8, "m2024_11": 5}, (0, 9, 8)),
        ({"m2026_11": 8, "m2025_11": 8, "m2024_11": 5}, None),
        ({"m2026_11": 9, "m2025_11": 8}, None),
        ({"m2026_11": 1, "m2026_10": 9, "m2025_10": 3, "m2024_10": 5}, (-1, 9, 5)),
        ({"m2026_09": 9, "m2025_09": 3, "m2024_09": 5}, None),
        ({"m2026_11": 9, "m2025_11": 0, "m2024_11": 5}, None),
        ({}, None),
    ],
    ids=["running", "a tie is none", "too few years", "last month", "long ago", "an empty year does not count", "nothing"],
)
def test_what_is_a_record(months, says):
    assert told(best(values(**months), NOW)) == says
