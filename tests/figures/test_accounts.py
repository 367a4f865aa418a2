"""For any history of the record: the accounts say what the records say, at every level, on every day."""

import os
from collections import defaultdict
from datetime import timedelta

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dugnad.activities.models import CountsFor
from dugnad.activities.posting import all_postings, recomputed
from dugnad.figures import arrivals, fold, reading
from dugnad.figures.audit import audit
from dugnad.figures.measures import COLUMNS, NOTHING
from dugnad.figures.models import Arrival, Balance, Entry
from tests.figures.histories import Activity, Unit, begin, histories, moves, recount

pytestmark = pytest.mark.django_db
any_history = given(story=histories, changes=moves)
often = settings(
    max_examples=int(os.environ.get("DUGNAD_EXAMPLES", "25")), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)


class Undo(Exception):
    """Ends one example; the database is as before."""


def played(story, changes, check):
    try:
        with transaction.atomic():
            history = begin(changes)
            history.play(story)
            check(history)
            raise Undo
    except Undo:
        pass


def read(as_of=None):
    """Everything that the accounts say, in the shape of a recount; the amounts of measures have their own test."""
    found = {}
    units = tuple(Unit.objects.values_list("pk", flat=True))
    for facet in ("", "cause", "objective", "sdg", "action", "measure", "money"):
        for (unit, value, month), sums in reading.ask(reading.Question(units, facet=facet, as_of=as_of), ("unit", "value", "month")).items():
            found[unit, facet, value, month] = {c: v for c, v in zip(COLUMNS, sums.row(), strict=True) if v and c != "amount"}
    return found


def arrived():
    rows = Arrival.objects.values_list("unit", "month", "day", "totals", "facets")
    return {row[:3]: dict(sorted((key, sums) for key, sums in arrivals.unpacked(*row[3:]) if any(sums))) for row in rows}


@often
@any_history
def test_balances_are_the_recount_of_the_records(world, story, changes):
    def check(history):
        assert read() == recount()
        assert audit(all_postings).differences == []

    played(story, changes, check)


@often
@any_history
def test_as_of_a_day_is_the_history_replayed_up_to_that_day(world, story, changes):
    def check(history):
        for day, said in history.said.items():
            assert read(as_of=day) == said
        assert read(as_of=min(history.said) - timedelta(days=1)) == {}

    played(story, changes, check)


@often
@any_history
def test_a_parent_is_the_union_of_its_childrens_records(world, story, changes):
    """The children's sum is larger by what joint activities count twice, and by nothing else."""

    def check(history):
        top = Unit.objects.get(parent=None)
        children = list(Unit.objects.filter(parent=top, level__groups=False))
        shared = defaultdict(int)
        for record in CountsFor.objects.filter(unit__in=children).values_list("activity_id", flat=True):
            shared[record] += 1
        measures = {a.pk: recomputed(a).measures for a in Activity.objects.filter(pk__in=shared)}
        union = sum(measures.values(), NOTHING)
        twice = sum((measures[pk] for pk, times in shared.items() for _more in range(times - 1)), NOTHING)
        parts = reading.by(reading.Question(tuple(c.pk for c in children)), "unit")
        assert reading.total(reading.Question((top.pk,))) == union == sum(parts.values(), NOTHING) - twice

    played(story, changes, check)


@often
@any_history
def test_every_figure_opens_to_as_many_records(world, story, changes):
    def check(history):
        units = list(Unit.objects.all())
        sums = reading.by(reading.Question(tuple(u.pk for u in units)), "unit")
        for unit in units:
            assert sums.get(unit.pk, NOTHING).activities == Activity.objects.registered().counted_for(unit).count()

    played(story, changes, check)


@often
@given(story=histories, changes=moves, order=st.randoms(), batch=st.integers(1, 4))
def test_folding_in_any_order_and_batches_changes_nothing(world, story, changes, order, batch):
    def check(history):
        before, then = read(), {day: read(day) for day in history.said}
        Balance.objects.all().delete()
        Arrival.objects.all().delete()
        entries = list(Entry.objects.all())
        order.shuffle(entries)
        for first in range(0, len(entries), batch):
            sums = arrivals.Collected()
            fold.fold_entries(entries[first : first + batch], sums)
            arrivals.write(sums)
        Entry.objects.update(folded=True)
        arrivals.all_are_collected()
        assert read() == before
        arrivals.sum_up()
        assert {day: read(day) for day in history.said} == then

    played(story, changes, check)


@often
@any_history
def test_arrivals_made_anew_from_the_entries_are_those_that_were_there(world, story, changes):
    def check(history):
        arrivals.sum_up()
        before = arrived()
        assert sum(arrivals.rebuild()) == Entry.objects.filter(arrivals.collected()).count()
        assert arrived() == before

    played(story, changes, check)


@often
@any_history
def test_folding_all_that_waits_changes_no_figure(world, story, changes):
    def check(history):
        before = read()
        while fold.fold_waiting(2):
            pass
        assert read() == before and not Entry.objects.filter(folded=False).exists()

    played(story, changes, check)
