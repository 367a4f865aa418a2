"""For whom a record counts, under which words, and when: the rules of counting, one named example each."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from dugnad.access.actor import SYSTEM
from dugnad.activities import actions
from dugnad.activities.actions.recount import recount_terms
from dugnad.activities.models import Activity, Mapping, Organiser, Term
from dugnad.activities.posting import all_postings
from dugnad.core import marks
from dugnad.core.errors import NotAllowed
from dugnad.core.ids import uuid7
from dugnad.figures import reading
from dugnad.figures.audit import audit
from dugnad.figures.measures import Measures
from dugnad.network.actions import join, leave, move
from dugnad.network.models import Unit
from tests.world import act, details, register, term


def figure(unit, **question):
    return reading.total(reading.Question((unit.pk,), **question))


def amended(activity, by, **changes):
    activity.refresh_from_db()
    return actions.amend(act(by), activity, details(**changes), reason="counted again", revision=activity.revision)


@pytest.fixture(autouse=True)
def clean(world):
    """Whatever an example did, the audit finds nothing."""
    yield
    assert audit(all_postings).differences == []


# For whom


def test_a_joint_activity_counts_once_for_each_organiser_and_once_in_each_common_ancestor(world):
    register(world.bergen, world.kari, organisers=(world.oslo, world.paris), volunteers=7)
    units = (world.bergen, world.oslo, world.paris, world.norway, world.france, world.nep, world.top)
    assert [(figure(u).activities, figure(u).volunteers) for u in units] == [(1, 7)] * 7


def test_the_sections_sum_is_larger_than_the_countrys_by_what_was_joint(world):
    register(world.bergen, world.kari, organisers=(world.oslo,))
    register(world.bergen, world.kari)
    assert (figure(world.bergen).activities + figure(world.oslo).activities, figure(world.norway).activities) == (3, 2)


def test_naming_the_own_unit_as_co_organiser_changes_nothing(world):
    activity = register(world.bergen, world.kari, organisers=(world.bergen,))
    assert (figure(world.bergen).activities, activity.organisers.count()) == (1, 0)


def test_a_co_organiser_that_declines_no_longer_counts(world):
    activity = register(world.bergen, world.kari, organisers=(world.paris,))
    actions.decline_part(act(world.luc), activity.organisers.get())
    assert (figure(world.paris).activities, figure(world.france).activities, figure(world.top).activities) == (0, 0, 1)


def test_naming_a_unit_again_that_declined_does_not_make_it_count(world):
    activity = register(world.bergen, world.kari, organisers=(world.paris,))
    actions.decline_part(act(world.luc), activity.organisers.get())
    amended(activity, world.kari, organisers=(world.paris,), volunteers=3)
    assert (figure(world.paris).activities, activity.organisers.get().state) == (0, "declined")


def test_a_unit_that_declined_may_change_its_mind(world):
    activity = register(world.bergen, world.kari, organisers=(world.paris,))
    actions.decline_part(act(world.luc), activity.organisers.get())
    actions.confirm_part(act(world.luc), activity.organisers.get())
    assert figure(world.paris).activities == 1


def test_what_was_before_a_country_changed_platform_counts_for_the_old_one(world):
    changed, other = date(2026, 2, 1), Unit.objects.get(code="SEEP")
    leave(world.norway, world.nep, changed)
    join(world.norway, other, changed)
    register(world.bergen, world.kari, starts_on=changed - timedelta(days=1))
    register(world.bergen, world.kari, starts_on=changed)
    register(world.bergen, world.kari, starts_on=changed + timedelta(days=40))
    assert (figure(world.nep).activities, figure(other).activities, figure(world.norway).activities) == (1, 2, 3)


def test_what_a_section_did_before_it_moved_stays_with_its_old_country(world):
    changed = date(2026, 2, 1)
    move(world.oslo, world.france, changed)
    register(world.oslo, world.ola, starts_on=changed - timedelta(days=1))
    register(world.oslo, world.ola, starts_on=changed)
    assert [figure(unit).activities for unit in (world.norway, world.france, world.oslo)] == [1, 1, 2]


# Under which words


def test_old_words_count_under_their_new_ones(world):
    for mapping in Mapping.objects.filter(old__vocabulary__kind="cause").select_related("old"):
        register(world.bergen, world.kari, cause=mapping.old)
    current = set(Term.objects.filter(vocabulary__kind="cause", vocabulary__until=None).values_list("key", flat=True))
    assert set(reading.by(reading.Question((world.top.pk,), facet="cause"), "value")) <= current


def test_changing_a_mapping_and_recounting_moves_what_was_counted(world):
    mapping = Mapping.objects.filter(old__vocabulary__kind="cause").exclude(new__key="health").select_related("old").first()
    before = register(world.bergen, world.kari, cause=mapping.old)
    new = term("cause", "health")
    Mapping.objects.filter(pk=mapping.pk).update(new=new)
    marks.touch("vocabulary")
    assert recount_terms({mapping.old_id}) == 1
    assert set(reading.by(reading.Question((world.top.pk,), facet="cause"), "value")) == {"health"}
    assert figure(world.bergen).activities == 1 and before.state == "registered"


def test_recounting_leaves_what_does_not_count_alone(world):
    activity = register(world.bergen, world.kari)
    actions.withdraw(act(world.kari), activity, reason="twice")
    assert recount_terms({activity.cause_id}) == 0


# What, and when


def test_a_held_count_counts_as_nothing_until_it_is_confirmed(world):
    activity = register(world.bergen, world.kari, volunteers=2_000_000, people_helped=4)
    assert (activity.volunteers, figure(world.bergen).volunteers, figure(world.bergen).people_helped) == (2_000_000, 0, 4)
    actions.confirm_counts(act(world.marianne), activity)
    assert [figure(unit).volunteers for unit in (world.bergen, world.norway, world.top)] == [2_000_000] * 3


def test_who_registered_it_does_not_confirm_its_count(world):
    activity = register(world.bergen, world.marianne, volunteers=2_000_000)
    with pytest.raises(NotAllowed):
        actions.confirm_counts(act(world.marianne), activity)


def test_goods_are_counted_in_their_own_unit(world):
    trees = Term.objects.filter(vocabulary__kind="measure").first()
    register(world.bergen, world.kari, goods=((trees, Decimal("12.5")),))
    register(world.oslo, world.ola, goods=((trees, Decimal("2.25")),))
    assert figure(world.norway, facet="measure", value=trees.key).shown()["amount"] == 14.75


def test_amending_replaces_and_withdrawing_takes_back_but_a_past_day_stands_as_it_stood(world):
    activity = register(world.bergen, world.kari, volunteers=10)
    amended(activity, world.kari, volunteers=11)
    assert (figure(world.top).activities, figure(world.top).volunteers) == (1, 11)
    actions.withdraw(act(world.kari), Activity.objects.get(pk=activity.pk), reason="it was another section's")
    assert figure(world.top) == Measures()
    assert figure(world.top, as_of=date.today() - timedelta(days=1)) == Measures()


def test_planned_ones_count_once_their_results_are_reported(world):
    day = date.today() + timedelta(days=3)
    planned = actions.plan(SYSTEM, uuid7(), world.bergen, details(starts_on=day))
    assert figure(world.bergen).activities == 0
    actions.report_results(act(world.kari), planned, details(), revision=planned.revision)
    assert figure(world.bergen).activities == 1


def test_kinds_of_people_are_never_added_into_one(world):
    """There is no measure that could hold such a sum, and none of the four is moved by another."""
    register(world.bergen, world.kari, local_students=1, international_students=20, volunteers=300, people_helped=4000)
    sums = figure(world.top)
    assert (sums.local_students, sums.international_students, sums.volunteers, sums.people_helped) == (1, 20, 300, 4000)
    shown = sums.shown().values()
    assert not {1 + 20, 1 + 20 + 300, 4321, 20 + 300, 300 + 4000} & set(shown)
    assert list(Measures._fields) == [
        "activities", "local_students", "international_students", "volunteers", "people_helped", "volunteer_minutes", "money_cents", "amount",
    ]  # fmt: skip


def test_zero_participants_are_an_honest_record(world):
    none = {"volunteers": 0, "local_students": 0, "international_students": 0, "people_helped": 0}
    register(world.bergen, world.kari, failed=True, **none)
    assert (figure(world.bergen).activities, figure(world.bergen).volunteers) == (1, 0)


def test_confirming_a_part_counts_nothing_twice(world):
    activity = register(world.bergen, world.kari, organisers=(world.oslo,))
    actions.confirm_part(act(world.ola), Organiser.objects.get(activity=activity))
    assert [figure(unit).activities for unit in (world.bergen, world.oslo, world.norway)] == [1, 1, 1]


def test_a_planned_part_that_was_declined_stays_out_when_results_are_reported(world):
    planned = actions.plan(act(world.kari), uuid7(), world.bergen, details(starts_on=date.today() + timedelta(days=3), organisers=(world.paris,)))
    actions.decline_part(act(world.luc), planned.organisers.get())
    actions.report_results(act(world.kari), planned, details(organisers=(world.paris,)), revision=planned.revision)
    assert (figure(world.paris).activities, figure(world.bergen).activities, planned.organisers.get().state) == (0, 1, "declined")
