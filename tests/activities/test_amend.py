"""Amending keeps the answers of others, the confirmed counts, and the history."""

from datetime import date, timedelta
from decimal import Decimal
from importlib import import_module

import pytest
from django.apps import apps

from dugnad.activities import actions
from dugnad.activities import details as known
from dugnad.activities.posting import all_postings
from dugnad.core import journal
from dugnad.core.errors import NotAllowed, Refused
from dugnad.core.ids import uuid7
from dugnad.figures import reading
from dugnad.figures.audit import audit
from tests.world import act, details, register, term


def amended(activity, by, reason="counted again", revision=1, **changes):
    return actions.amend(act(by), activity, details(**changes), reason=reason, revision=revision)


def figure(unit):
    return reading.total(reading.Question((unit.pk,)))


def test_the_history_says_what_changed_from_what_to_what_and_why(world):
    amended(activity := register(world.bergen, world.kari), world.kari, volunteers=12)
    line = journal.of(activity).last()
    assert (line.data["changes"], line.data["reason"]) == ({"volunteers": [10, 12]}, "counted again")


def test_changing_nothing_changes_nothing(world):
    activity = amended(register(world.bergen, world.kari), world.kari)
    assert activity.revision == 1 and journal.of(activity).count() == 1


def test_a_registered_activity_cannot_move_into_the_future(world):
    with pytest.raises(Refused, match="future"):
        amended(register(world.bergen, world.kari), world.kari, starts_on=date.today() + timedelta(days=3))


def test_a_planned_one_is_amended_without_a_reason_and_counts_nothing(world):
    planned = actions.plan(act(world.kari), uuid7(), world.bergen, details(starts_on=date.today() + timedelta(days=3)))
    assert amended(planned, world.kari, reason="", title="Clean-up at the lake").title == "Clean-up at the lake" and not figure(world.bergen)


def test_results_are_reported_once_and_after_the_last_day(world):
    planned = actions.plan(act(world.kari), uuid7(), world.bergen, details())
    with pytest.raises(Refused, match="ended"):
        actions.report_results(act(world.kari), planned, details(starts_on=date.today() + timedelta(days=2)), revision=1)
    actions.report_results(act(world.kari), planned, details(), revision=1)
    with pytest.raises(Refused, match="already"):
        actions.report_results(act(world.kari), planned, details(), revision=2)


def test_the_answers_of_co_organisers_that_stay_are_kept(world):
    activity = register(world.bergen, world.kari, organisers=(world.oslo,))
    actions.confirm_part(act(world.ola), activity.organisers.get())
    amended(activity, world.kari, organisers=(world.oslo, world.paris), revision=1)
    assert dict(activity.organisers.values_list("unit__code", "state")) == {"NO-OSLO-ESN": "confirmed", "FR-PARI-ESN": "named"}


def test_a_co_organiser_that_is_taken_out_no_longer_counts(world):
    amended(register(world.bergen, world.kari, organisers=(world.oslo,)), world.kari)
    assert figure(world.oslo).activities == 0 and not audit(all_postings).differences


def test_a_national_coordinator_confirms_the_parts_of_the_own_sections_by_naming_them(world):
    activity = register(world.bergen, world.marianne, organisers=(world.oslo,))
    assert activity.organisers.get().state == "confirmed"


def test_a_planned_part_is_confirmed_before_it_counts(world):
    planned = actions.plan(act(world.kari), uuid7(), world.bergen, details(starts_on=date.today() + timedelta(days=3), organisers=(world.oslo,)))
    actions.confirm_part(act(world.ola), planned.organisers.get())
    assert planned.organisers.get().state == "confirmed" and not figure(world.oslo)


@pytest.mark.parametrize(
    ("name", "value"), [("volunteers", 5000), ("volunteer_hours", Decimal(90000)), ("people_helped", 90000), ("money_amount", Decimal(9_000_000))]
)
def test_a_confirmed_count_stays_confirmed_while_it_is_left_alone(world, name, value):
    more = {"money_currency": "EUR"} if name == "money_amount" else {}
    activity = register(world.bergen, world.kari, **{name: value}, **more)
    actions.confirm_counts(act(world.marianne), activity)
    amended(activity, world.kari, title="Clean-up by the fjord", revision=2, **{name: value}, **more)
    activity.refresh_from_db()
    assert activity.held == []


def test_a_confirmed_count_that_is_changed_waits_again(world):
    activity = register(world.bergen, world.kari, volunteers=5000)
    actions.confirm_counts(act(world.marianne), activity)
    amended(activity, world.kari, volunteers=6000, revision=2)
    activity.refresh_from_db()
    assert "volunteers" in activity.held and figure(world.bergen).volunteers == 0


def test_who_amended_a_count_does_not_confirm_it(world):
    activity = amended(register(world.bergen, world.kari), world.marianne, volunteers=5000)
    with pytest.raises(NotAllowed):
        actions.confirm_counts(act(world.marianne), activity)
    assert actions.confirm_counts(act(world.ines), activity).held == []


def test_goods_beyond_the_limit_wait_and_stay_confirmed(world):
    food = term("measure", "food")
    activity = register(world.bergen, world.kari, goods=((food, Decimal(999_999)),))
    actions.confirm_counts(act(world.marianne), activity)
    amended(activity, world.kari, summary="More", goods=((food, Decimal(999_999)),), revision=2)
    sums = reading.by(reading.Question((world.bergen.pk,), facet="measure"), "value")
    assert sums["food"].amount == 999_999_000


def test_withdrawing_needs_a_reason(world):
    with pytest.raises(Refused, match="why"):
        actions.withdraw(act(world.kari), register(world.bergen, world.kari), reason="")


def test_a_withdrawn_one_is_amended_no_more(world):
    activity = actions.withdraw(act(world.kari), register(world.bergen, world.kari), reason="registered twice")
    with pytest.raises(NotAllowed):
        amended(activity, world.kari, volunteers=1, revision=2)


def test_the_details_of_an_activity_are_those_that_were_given(world):
    given = details(
        tags=(term("sdg", "13"),), goods=((term("measure", "litter"), Decimal("12.500")),), links=("https://example.org",), partners=("Bergen kommune",)
    )
    activity = actions.register(act(world.kari), uuid7(), world.bergen, given)
    activity.refresh_from_db()
    assert known.plain(known.of(activity)) == known.plain(given) and known.plain(given.with_(title="Other"))["title"] == "Other"


def test_money_counts_in_euro_at_the_rate_of_the_day(world):
    activity = register(world.bergen, world.kari, starts_on=date(2024, 3, 14), money_amount=Decimal(1150), money_currency="NOK")
    assert activity.money_eur is not None and 90 < activity.money_eur < 110 and figure(world.top).money_cents == activity.money_eur * 100


def test_money_without_a_rate_is_kept_in_its_own_currency(world):
    activity = register(world.bergen, world.kari, money_amount=Decimal(500), money_currency="ALL")
    assert activity.money_eur is None and reading.by(reading.Question((world.top.pk,), facet="money"), "value")["ALL"].amount == 50000


def test_who_amended_before_it_was_written_down_is_found_in_the_journal(world):
    activity = amended(register(world.bergen, world.kari), world.marianne, volunteers=12)
    activity.contributors.clear()
    import_module("dugnad.activities.migrations.0009_contributors").remember(apps, None)
    assert list(activity.contributors.all()) == [world.marianne]
