"""The audit finds every way in which accounts can be wrong, and names it."""

from datetime import date, timedelta

import pytest
from django.db import connection, transaction

from dugnad.activities.models import Activity
from dugnad.activities.posting import all_postings, recomputed
from dugnad.core.periods import written
from dugnad.figures import arrivals, fold, reading
from dugnad.figures.actions import post, repost
from dugnad.figures.audit import audit
from dugnad.figures.models import Arrival, Balance, Entry
from tests.world import on, register


@pytest.fixture
def activity(world):
    made = register(world.bergen, world.kari)
    fold.fold_waiting()
    return made


def found():
    return audit(all_postings).differences


def test_nothing_differs_after_registering(activity):
    checked = audit(all_postings)
    assert (checked.differences, checked.shown()["differences"]) == ([], []) and checked.checked > 0


def test_a_balance_that_was_changed_is_named(world, activity):
    Balance.objects.filter(unit=world.norway.pk, facet="").update(volunteers=11)
    (one,) = found()
    assert (one.unit, one.facet, one.measure, one.recorded, one.recomputed, one.month, one.record) == (
        world.norway.pk,
        "",
        "volunteers",
        11,
        10,
        "2026-03",
        None,
    )


def test_a_balance_that_is_missing_is_named(world, activity):
    Balance.objects.filter(unit=world.norway.pk, facet="").delete()
    assert {one.measure for one in found()} == {"activities", "volunteers", "international_students", "local_students", "volunteer_minutes"}


def test_an_entry_that_was_changed_is_named_though_the_balances_are_right(activity):
    """So a figure as it stood on a day is audited too: it is made of entries."""
    Entry.objects.update(people_helped=99)
    assert {(one.record, one.measure, one.recorded) for one in found() if not one.arrived} == {(str(activity.pk), "people_helped", 99)}


def test_an_entry_whose_units_were_changed_is_named(world, activity):
    Entry.objects.update(scopes=[world.oslo.pk])
    assert {one.unit for one in found()} >= {world.oslo.pk, world.bergen.pk}


def test_a_record_without_entry_is_named(activity):
    Entry.objects.all().delete()
    assert {one.record for one in found() if not one.arrived} == {str(activity.pk)}


def test_what_arrived_on_a_day_is_audited_and_so_is_the_sum_of_its_month(world, activity):
    with on(date.today() - timedelta(days=40)):
        register(world.oslo, world.ola)
        fold.fold_waiting()
    arrivals.sum_up()
    assert found() == []
    whole = Arrival.objects.get(unit=world.oslo.pk, day=arrivals.WHOLE)
    Arrival.objects.filter(unit=world.oslo.pk, day=arrivals.WHOLE).update(totals=whole.totals.replace("[1,", "[2,"))
    assert {(one.unit, one.facet, one.measure, one.recorded, one.recomputed, one.arrived) for one in found()} == {
        (world.oslo.pk, facet, "activities", 2, 1, f"{written(whole.month)}-00") for facet in ("", "cause")
    }
    Arrival.objects.filter(unit=world.oslo.pk).delete()
    assert {(one.unit, one.arrived and one.arrived[-2:] != "00") for one in found()} == {(world.oslo.pk, True), (world.oslo.pk, False)}


def test_made_anew_a_month_that_is_over_is_summed_up_again(world):
    with on(date(2026, 5, 30)):
        register(world.bergen, world.kari)
    fold.fold_waiting()
    arrivals.sum_up()
    Arrival.objects.filter(day=arrivals.WHOLE).delete()
    assert found() != []
    assert sum(arrivals.rebuild()) == 1 and found() == []


def test_an_entry_that_came_for_a_month_that_is_summed_up_is_in_its_sum(world):
    with on(date(2026, 5, 30)):
        register(world.bergen, world.kari)
        fold.fold_waiting()
    arrivals.sum_up()
    with on(date(2026, 5, 31)):
        register(world.bergen, world.kari)
    fold.fold_waiting()
    assert found() == []
    assert str(Arrival.objects.filter(day=arrivals.WHOLE).first()).endswith(" 0")


def test_what_arrives_adds_to_its_own_days_only(world):
    for day, units in ((29, [world.bergen]), (30, [world.bergen, world.oslo]), (31, [world.bergen])):
        for unit in units:
            with on(date(2026, 5, day)):
                register(unit, world.ola if unit == world.oslo else world.kari)
        if day == 30:
            fold.fold_waiting()
            arrivals.collect()
    with on(date(2026, 5, 29)):
        register(world.oslo, world.ola)
    fold.fold_waiting()
    arrivals.collect()
    assert Arrival.objects.filter(unit=world.bergen.pk).count() == 3 and found() == []


def test_an_entry_without_record_is_named(world, activity):
    other = register(world.oslo, world.ola)
    fold.fold_waiting()
    for one in (other, activity):
        Activity.objects.filter(pk=one.pk).update(state="withdrawn")
    assert {one.record for one in found() if one.record} == {str(activity.pk), str(other.pk)}


def test_posting_twice_is_named(activity):
    with transaction.atomic():
        post(recomputed(activity))
    fold.fold_waiting()
    assert {(one.recorded, one.recomputed) for one in found() if one.measure == "activities"} == {(2, 1)}


def test_reposting_reverses_what_stands(world, activity):
    with transaction.atomic():
        repost(activity.pk, recomputed(activity))
        repost(activity.pk, None)
        repost(activity.pk, None)
        repost(activity.pk, recomputed(activity))
    assert [entry.sign for entry in Entry.objects.filter(record=activity.pk).order_by("id")] == [1, -1, 1, -1, 1]
    assert found() == [] and str(Entry.objects.first()) == f"+1 {activity.pk}"


def test_records_that_do_not_count_are_passed_over(world):
    first, _second, third = (register(world.bergen, world.kari) for _one in range(3))
    Activity.objects.filter(pk__in=[first.pk, third.pk]).update(state="withdrawn")
    with transaction.atomic():
        repost(first.pk, None)
        repost(third.pk, None)
    assert found() == []


def test_entries_are_collected_when_many_have_come_and_a_figure_as_it_stood_is_the_same_before_and_after(world, monkeypatch):
    register(world.bergen, world.kari)
    arrivals.collect()
    monkeypatch.setattr(arrivals, "SEVERAL", 3)
    waiting, stood = [], []
    for _one in range(4):
        register(world.bergen, world.kari)
        waiting.append(Entry.objects.filter(arrivals.uncollected()).count())
        stood.append(reading.total(reading.Question((world.bergen.pk,), as_of=date.today() - timedelta(days=2))).activities)
    assert waiting == ([1, 2, 3, 1] if connection.vendor == "sqlite" else [2, 3, 4, 5])  # three wait when the fourth comes
    assert (stood, found()) == ([0, 0, 0, 0], [])
