"""Who reported when, and who stays: of those that there were."""

from datetime import date
from types import SimpleNamespace

import pytest
from django.utils import timezone

from dugnad.core.periods import first_day, month_of, parse_month, written
from dugnad.explorer.reporting import rates, retention
from tests.world import register

NOW = parse_month("2026-11")


def months(*written):
    return {parse_month(text): 1 for text in written}


def unit(founded_on=None, parent="Norway"):
    return SimpleNamespace(founded_on=founded_on, parent=parent)


def rate_of(units, reported, month):
    found = rates(dict(enumerate(units)), dict(enumerate(reported)), NOW)
    return {str(parent): (one.reporting, one.could, one.shade) for parent, row in found for one in row if one.month == parse_month(month)}


def test_the_rate_is_of_those_that_there_were():
    founded, older = unit(date(2026, 3, 5)), unit()
    assert rate_of([founded, older], [months("2026-05"), {}], "2026-02") == {"Norway": (0, 1, 0)}
    assert rate_of([founded, older], [months("2026-05"), {}], "2026-05") == {"Norway": (1, 2, 2)}


def test_who_reported_before_it_was_founded_was_there():
    assert rate_of([unit(date(2026, 9, 1))], [months("2026-02")], "2026-02") == {"Norway": (1, 1, 5)}


def test_nobody_there_is_no_rate():
    (_parent, row), *_rest = rates({0: unit(date(2026, 10, 1))}, {0: {}}, NOW)
    assert row[0].share is None and row[0].shade == 0


def test_one_of_very_many_still_shows():
    assert rate_of([unit()] * 40, [months("2026-05"), *[{}] * 39], "2026-05") == {"Norway": (1, 40, 1)}


def test_countries_stand_in_the_order_of_their_names():
    assert list(rate_of([unit(parent="Sweden"), unit()], [{}, {}], "2026-05")) == ["Norway", "Sweden"]


@pytest.mark.parametrize(
    ("reported", "kept"),
    [
        (("2026-02", "2025-09", "2025-03"), [(1, 1, 1), (2, 1, 1), (3, 1, 1)]),
        (("2026-02", "2025-03"), [(1, 1, 1), (2, 0, 1), (3, 0, 1)]),  # nothing from August to January
        (("2026-09",), []),  # the running term is not over
        (("2025-10",), [(1, 0, 1), (2, 0, 1)]),
        ((), []),
    ],
)
def test_retention_goes_back_from_the_last_whole_term(reported, kept):
    assert [(one.terms, one.kept, one.of) for one in retention({0: months(*reported)}, NOW)] == kept


def test_the_page_has_both_and_each_rate_opens(world, client):
    month = month_of(timezone.localdate()) - 3
    register(world.bergen, world.kari, starts_on=first_day(month))
    page = client.get("/figures/standing/?unit=NO").content.decode()
    address = f"/figures/?unit=NO&amp;by=unit&amp;from={written(month)}&amp;to={written(month)}"
    assert f'<td class="n tone-2"><a href="{address}"' in page and "Who reported when" in page


def test_one_state_alone_has_neither(world, client):
    page = client.get("/figures/standing/?unit=NO&state=never").content.decode()
    assert "Who reported when" not in page and "Who stays" not in page
