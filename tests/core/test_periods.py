"""Months as numbers, and periods of them."""

from datetime import date

import pytest

from dugnad.core.periods import Period, first_day, month_of, parse_month, written, year


def test_a_month_is_a_number_that_counts_on():
    assert month_of(date(2026, 1, 31)) == month_of(date(2025, 12, 1)) + 1


def test_a_month_is_written_as_it_is_read():
    assert written(parse_month("2025-03")) == "2025-03" == written(parse_month("2025-03-14"))


def test_the_first_day_of_a_month():
    assert first_day(parse_month("2024-02")) == date(2024, 2, 1)


@pytest.mark.parametrize("text", ["", "2025", "2025-13", "2025-00", "1812-01", "March 2025", "2025-3"])
def test_what_is_no_month_is_refused(text):
    with pytest.raises(ValueError, match="month"):
        parse_month(text)


def test_a_period_has_both_its_ends():
    assert [written(m) for m in Period(parse_month("2025-12"), parse_month("2026-02"))] == ["2025-12", "2026-01", "2026-02"]


def test_a_period_does_not_end_before_it_begins():
    with pytest.raises(ValueError, match="ends"):
        Period(10, 9)


def test_the_same_months_of_the_year_before():
    assert year(2026).years_back() == year(2025) and str(year(2025)) == "2025-01–2025-12"


def test_a_period_knows_its_months():
    assert parse_month("2025-07") in year(2025) and parse_month("2026-01") not in year(2025)
