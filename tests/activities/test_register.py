"""Registering: the record and, that moment, the figures of every level."""

from datetime import date, timedelta

import pytest

from dugnad.activities import actions
from dugnad.activities.models import Activity, Draft
from dugnad.activities.posting import all_postings
from dugnad.core.errors import NotAllowed, Refused
from dugnad.core.ids import uuid7
from dugnad.figures import reading
from dugnad.figures.audit import audit
from tests.world import act, details, register


def figure(unit, **question):
    return reading.total(reading.Question((unit.pk,), **question))


def test_a_registration_counts_for_the_section_the_country_the_platform_and_the_network(world):
    register(world.bergen, world.kari)
    assert [figure(unit).activities for unit in (world.bergen, world.norway, world.nep, world.top)] == [1, 1, 1, 1]


def test_a_registration_counts_for_nobody_else(world):
    register(world.bergen, world.kari)
    assert [figure(unit).activities for unit in (world.oslo, world.france)] == [0, 0]


def test_the_four_counts_stay_apart(world):
    register(world.bergen, world.kari)
    sums = figure(world.bergen)
    assert (sums.volunteers, sums.international_students, sums.local_students, sums.people_helped) == (10, 20, 5, 0)


def test_volunteer_hours_are_volunteers_times_meetings_times_hours(world):
    register(world.bergen, world.kari, meetings=12)
    assert figure(world.bergen).volunteer_hours == 10 * 12 * 2


def test_a_joint_activity_counts_once_for_each_organiser_and_once_above(world):
    register(world.bergen, world.kari, organisers=(world.oslo,))
    assert [figure(unit).activities for unit in (world.bergen, world.oslo, world.norway, world.top)] == [1, 1, 1, 1]


def test_the_same_id_twice_is_one_activity(world):
    id = uuid7()
    first = actions.register(act(world.kari), id, world.bergen, details())
    assert actions.register(act(world.kari), id, world.bergen, details()) == first and figure(world.bergen).activities == 1


def test_somebody_elses_id_is_not_allowed(world):
    first = register(world.bergen, world.kari)
    with pytest.raises(NotAllowed):
        actions.register(act(world.ola), first.pk, world.oslo, details())


def test_a_coordinator_registers_only_for_the_own_unit(world):
    with pytest.raises(NotAllowed):
        register(world.oslo, world.kari)


def test_a_former_coordinator_registers_no_more(world):
    with pytest.raises(NotAllowed):
        register(world.bergen, world.nora)


def test_a_national_coordinator_registers_for_sections_below(world):
    assert register(world.bergen, world.marianne).state == Activity.State.REGISTERED


def test_what_lies_ahead_is_refused_and_planned_instead(world):
    ahead = date.today() + timedelta(days=9)
    with pytest.raises(Refused):
        register(world.bergen, world.kari, starts_on=ahead)
    planned = actions.plan(act(world.kari), uuid7(), world.bergen, details(starts_on=ahead))
    assert planned.state == Activity.State.PLANNED and figure(world.bergen).activities == 0


def test_reported_results_count(world):
    planned = actions.plan(act(world.kari), uuid7(), world.bergen, details())
    actions.report_results(act(world.kari), planned, details(volunteers=7), revision=1)
    assert figure(world.norway).volunteers == 7


def test_amending_moves_every_figure(world):
    activity = register(world.bergen, world.kari)
    actions.amend(act(world.kari), activity, details(volunteers=3, starts_on=date(2025, 3, 14)), reason="typing error", revision=1)
    assert figure(world.norway).volunteers == 3 and not audit(all_postings).differences


def test_amending_without_a_reason_is_refused(world):
    activity = register(world.bergen, world.kari)
    with pytest.raises(Refused, match="why"):
        actions.amend(act(world.kari), activity, details(volunteers=3), reason=" ", revision=1)


def test_the_second_of_two_amending_at_once_is_told(world):
    activity = register(world.bergen, world.kari)
    actions.amend(act(world.kari), activity, details(volunteers=3), reason="counted again", revision=1)
    with pytest.raises(Refused) as no:
        actions.amend(act(world.marianne), activity, details(volunteers=4), reason="counted too", revision=1)
    assert no.value.code == "changed-meanwhile"


def test_a_withdrawn_activity_counts_nowhere_and_is_kept(world):
    activity = register(world.bergen, world.kari)
    actions.withdraw(act(world.kari), activity, reason="registered twice")
    assert figure(world.top).activities == 0 and Activity.objects.get(pk=activity.pk).state == Activity.State.WITHDRAWN


def test_a_declined_part_no_longer_counts(world):
    activity = register(world.bergen, world.kari, organisers=(world.oslo,))
    actions.decline_part(act(world.ola), activity.organisers.get())
    assert (figure(world.oslo).activities, figure(world.norway).activities) == (0, 1)


def test_a_count_beyond_the_limit_waits_for_the_national_coordinator(world):
    activity = register(world.bergen, world.kari, volunteers=5000)
    before = figure(world.bergen).volunteers
    actions.confirm_counts(act(world.marianne), activity)
    assert (activity.volunteers, before, figure(world.bergen).volunteers) == (5000, 0, 5000)


def test_nobody_confirms_their_own_count(world):
    activity = register(world.bergen, world.marianne, volunteers=5000)
    with pytest.raises(NotAllowed):
        actions.confirm_counts(act(world.marianne), activity)


def test_a_draft_is_kept_as_typed_and_gone_once_registered(world):
    id = uuid7()
    actions.save_draft(act(world.kari), id, world.bergen, {"title": ["Half a tit"], "volunteers": ["many"]})
    assert Draft.objects.get(pk=id).typed["volunteers"] == ["many"]
    actions.register(act(world.kari), id, world.bergen, details())
    assert not Draft.objects.filter(pk=id).exists()


def test_figures_as_they_stood_yesterday_know_nothing_of_today(world):
    register(world.bergen, world.kari)
    assert figure(world.bergen, as_of=date.today() - timedelta(days=1)).activities == 0


def test_the_audit_names_a_figure_that_differs(world):
    from dugnad.figures.models import Balance

    register(world.bergen, world.kari)
    from dugnad.figures.fold import fold_waiting

    fold_waiting()
    Balance.objects.filter(unit=world.bergen.pk, facet="").update(volunteers=999)
    assert [(d.unit, d.measure, d.recorded, d.recomputed) for d in audit(all_postings).differences] == [(world.bergen.pk, "volunteers", 999, 10)]
