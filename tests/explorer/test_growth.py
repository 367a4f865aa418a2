"""The page of growth: twelve months that roll, the same span a year before, what can be expected, and records."""

import re
from datetime import date

import pytest
from django.utils import timezone

from dugnad.core.periods import first_day, month_of
from dugnad.figures import reading
from tests.world import on, register

TODAY = timezone.localdate()


def page(client, question="unit=NO"):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", client.get(f"/figures/growth/?{question}").content.decode()))


def back(months):
    return first_day(month_of(TODAY) - months)


@pytest.fixture
def years(world, monkeypatch):
    """Sixty whole months: one activity in each, two in the last twelve."""
    real = reading.by

    def made(question, part):
        if part != "month":
            return real(question, part)
        now = month_of(TODAY)
        return {month: reading.Measures(activities=2 if month >= now - 12 else 1) for month in range(now - 60, now)}

    monkeypatch.setattr("dugnad.explorer.growth.reading.by", made)
    return world


def test_it_begins_with_the_number_of_the_last_twelve_months(world, client):
    for months in (1, 5, 14):
        register(world.bergen, world.kari, title=f"Then {months}", starts_on=back(months))
    said = page(client)
    assert "2 activities in the last twelve months" in said and "+100% on the twelve months before them, which had 1." in said


def test_the_running_month_is_not_over_and_does_not_count(world, client):
    register(world.bergen, world.kari, starts_on=TODAY)
    assert "Not enough months yet: this needs twelve whole ones." in page(client)


def test_too_few_months_are_said_instead_of_a_forecast(world, client):
    register(world.bergen, world.kari, starts_on=back(20))
    assert "a forecast needs three and a half years of them" in page(client)


def test_a_forecast_stands_as_picture_and_table_with_its_proof(years, client):
    said = page(client)
    assert "Between" in said and "Made half a year before, it would have held for" in said


def test_another_measure_is_asked_alike(world, client):
    register(world.bergen, world.kari, starts_on=back(3))
    register(world.bergen, world.kari, title="Long ago", starts_on=back(30))
    assert "10 volunteers in the last twelve months" in page(client, "unit=NO&measure=volunteers")


def test_a_record_is_said(world, client):
    with on(date(2026, 11, 20)):
        for number, day in enumerate((date(2024, 11, 2), date(2025, 11, 2), date(2026, 11, 2), date(2026, 11, 3))):
            register(world.bergen, world.kari, title=f"Number {number}", starts_on=day)
        assert "November 2026 is a record: 2 activities." in page(client)


def test_in_january_there_is_no_span_of_the_year_yet(world, client):
    with on(date(2026, 1, 20)):
        for day in (date(2024, 3, 2), date(2024, 12, 2), date(2025, 3, 2)):
            register(world.bergen, world.kari, title=f"On {day}", starts_on=day)
        assert "a year before" not in page(client).split("What ")[0] and "1 activities in the last twelve months" in page(client)


@pytest.mark.parametrize("question", ["unit=NOWHERE", "measure=love"])
def test_a_wrong_question_is_not_found(world, client, question):
    assert client.get(f"/figures/growth/?{question}").status_code == 404


def test_the_queries_are_few(world, client, django_assert_max_num_queries):
    for months in range(1, 30):
        register(world.bergen, world.kari, title=f"Then {months}", starts_on=back(months))
    with django_assert_max_num_queries(12):
        client.get("/figures/growth/?unit=NO")
