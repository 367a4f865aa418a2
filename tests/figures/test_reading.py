"""Questions to the accounts: periods, parts, days, and the mark of what they contain."""

from dataclasses import replace
from datetime import date, time, timedelta

import pytest
from django.db import connection

from dugnad.core.periods import Period, month_of, year
from dugnad.figures import fold, reading
from dugnad.figures.measures import NOTHING, Measures
from dugnad.figures.models import Balance, Entry
from tests.world import act, on, register

MARCH = month_of(date(2026, 3, 1))


@pytest.fixture(params=["waiting", "folded"])
def three(request, world):
    """Three activities in two months and two units; on PostgreSQL also while they wait to be folded."""
    register(world.bergen, world.kari)
    register(world.bergen, world.kari, starts_on=date(2026, 4, 2))
    register(world.oslo, world.ola, starts_on=date(2025, 4, 2))
    if request.param == "folded":
        fold.fold_waiting()
    return world


def ask(unit, part, **question):
    return {key: sums.activities for key, sums in reading.by(reading.Question((unit.pk,), **question), part).items()}


def test_by_month_within_a_period(three):
    assert ask(three.norway, "month", period=year(2026)) == {MARCH: 1, MARCH + 1: 1}
    assert ask(three.norway, "month", period=Period(MARCH + 1, MARCH + 1)) == {MARCH + 1: 1}


def test_by_unit_of_several_at_once(three):
    sums = reading.by(reading.Question((three.bergen.pk, three.oslo.pk, three.paris.pk)), "unit")
    assert {unit: one.activities for unit, one in sums.items()} == {three.bergen.pk: 2, three.oslo.pk: 1}


def test_by_value_of_a_facet_and_one_value(three):
    assert ask(three.top, "value", facet="cause") == {"environment": 3}
    assert reading.total(reading.Question((three.top.pk,), facet="cause", value="health")) == NOTHING


def test_no_units_have_nothing(three):
    assert reading.total(reading.Question(())) == NOTHING


def test_as_of_a_day(three):
    today, before = date.today(), date.today() - timedelta(days=1)
    assert ask(three.top, "month", as_of=before) == {}
    assert sum(ask(three.top, "month", as_of=today).values()) == 3


def test_midnight_belongs_to_the_day_that_begins(world):
    with on(date(2026, 5, 2), time(0)):
        register(world.bergen, world.kari)
    assert (ask(world.top, "month", as_of=date(2026, 5, 1)), ask(world.top, "month", as_of=date(2026, 5, 2))) == ({}, {MARCH: 1})


def test_the_last_entry_names_the_state_of_the_accounts(three):
    last = Entry.objects.order_by("-id").first().pk
    assert reading.last_entry() == last and reading.last_entry(date.today()) == last
    assert reading.last_entry(date.today() - timedelta(days=2)) == 0


def test_the_mark_of_the_accounts_changes_with_every_entry_and_fold(world):
    seen = {reading.state()}
    for _one in range(3):
        register(world.bergen, world.kari)
        seen.add(reading.state())
    fold.fold_waiting()
    assert len(seen | {reading.state()}) == (5 if connection.vendor == "postgresql" else 4)


def test_measures_add_and_show_in_units_that_people_know():
    one = Measures(activities=1, volunteer_minutes=90, money_cents=1250, amount=1500)
    assert (one + one - one) == one and not (one - one) and bool(one)
    assert (one.volunteer_hours, one.money_eur) == (1.5, 12.5)
    shown = one._replace(volunteers=3).shown()
    assert (shown["volunteer_hours"], shown["money_eur"], shown["amount"], shown["volunteers"]) == (1.5, 12.5, 1.5, 3)


def test_a_balance_names_itself(three):
    fold.fold_waiting()
    assert str(Balance.objects.filter(facet="cause").first()).split()[1] == "cause"


def test_several_facets_at_once_are_told_apart(three):
    question = reading.Question((three.top.pk,), facets=("cause", ""))
    assert {key: sums.activities for key, sums in reading.ask(question, ("facet", "value")).items()} == {("cause", "environment"): 3, ("", ""): 3}


def test_how_many_units_reported_in_each_month(three):
    units = (three.bergen.pk, three.oslo.pk, three.paris.pk)
    assert reading.reporting(units) == {MARCH: 1, MARCH + 1: 1, MARCH + 1 - 12: 1}
    assert reading.reporting(units, year(2025)) == {MARCH + 1 - 12: 1}
    assert reading.reporting(units, as_of=date.today()) == reading.reporting(units)
    assert reading.reporting(units, as_of=date.today() - timedelta(days=1)) == {} == reading.reporting(())


def test_only_the_wanted_measures_are_read(three):
    asked = reading.total(reading.Question((three.top.pk,), only=("activities",)))
    assert asked == Measures(activities=3)
    assert reading.total(reading.Question((three.top.pk,), as_of=date.today() - timedelta(days=1), only=("activities",))) == NOTHING


def test_a_span_beside_the_same_months_a_year_before(three):
    units = (three.bergen.pk, three.oslo.pk)
    now, before = reading.beside(reading.Question(units, Period(MARCH, MARCH + 1)), "unit")
    assert ({key: sums.activities for key, sums in now.items()}, {key: sums.activities for key, sums in before.items()}) == ({units[0]: 2}, {units[1]: 1})
    longer, earlier = reading.beside(reading.Question(units, Period(MARCH - 12, MARCH + 1)), "unit")
    assert (sum(one.activities for one in longer.values()), sum(one.activities for one in earlier.values())) == (3, 1)
    nothing = reading.beside(reading.Question(units, Period(MARCH, MARCH + 1), as_of=date.today() - timedelta(days=1)), "unit")
    assert nothing == ({}, {})


def test_several_parts_beside_the_same_months_a_year_before(three):
    question = reading.Question((three.bergen.pk, three.oslo.pk), Period(MARCH, MARCH + 1))
    now, before = reading.both(question, ("unit", "month"))
    assert set(now) == {(three.bergen.pk, MARCH), (three.bergen.pk, MARCH + 1)} and set(before) == {(three.oslo.pk, MARCH + 1 - 12)}


def test_what_each_record_adds_to_an_answer(three):
    records = [entry.record for entry in Entry.objects.order_by("id")]
    question = reading.Question((three.bergen.pk,), Period(MARCH, MARCH), facet="cause", value="environment")
    assert {record: sums.activities for record, sums in reading.each(records, question).items()} == {records[0]: 1}
    assert reading.each(records, reading.Question((three.bergen.pk,), as_of=date.today() - timedelta(days=1))) == {}


def test_a_record_that_was_taken_back_adds_nothing(three):
    from dugnad.activities import actions

    record = three.oslo.activities.get()
    actions.withdraw(act(three.ola), record, reason="twice")
    assert reading.each([record.pk], reading.Question((three.oslo.pk,))) == {}


def test_the_number_of_activities_beside_a_year_before_is_the_same_from_the_years(three):
    units = (three.bergen.pk, three.oslo.pk, three.paris.pk)
    for first, last in ((MARCH, MARCH + 1), (MARCH - 3, MARCH), (MARCH - 14, MARCH - 11)):
        asked = reading.Question(units, Period(first, last))
        few = reading.both(replace(asked, only=("activities",)), ("unit",))
        assert few == tuple({key: Measures(sums.activities) for key, sums in span.items()} for span in reading.both(asked, ("unit",)))


def test_what_many_records_add_is_read_some_at_a_time(three, monkeypatch):
    records, asked = [activity.pk for activity in three.bergen.activities.all()], reading.Question((three.bergen.pk,))
    at_once = reading.of_records(records, asked, ("month",))
    monkeypatch.setattr(reading, "SEVERAL", 1)
    assert reading.of_records(records, asked, ("month",)) == at_once and len(at_once) == 2


def test_what_some_records_add_in_another_month_is_nothing(three):
    records = [activity.pk for activity in three.bergen.activities.all()]
    in_march, long_ago = (reading.of_records(records, reading.Question((three.bergen.pk,), Period(month, month)), ()) for month in (MARCH, MARCH - 60))
    assert (in_march[()].activities, long_ago) == (1, {})
    assert reading.each(records, reading.Question((three.bergen.pk,), Period(MARCH - 60, MARCH - 60))) == {}
