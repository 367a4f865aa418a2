"""An idea that is adapted becomes a planned activity; registered, its results stand at the idea."""

from datetime import date

import pytest

from dugnad.activities.models import Activity
from dugnad.core.errors import NotAllowed, Refused
from dugnad.core.ids import uuid7
from dugnad.ideas import results, showing
from dugnad.ideas.actions import write as actions
from dugnad.ideas.models import Adaptation, Idea
from tests.ideas.making import TODAY, adapted, draft, idea, tried
from tests.world import act, on, register


def test_everything_is_filled_in_but_how_many_came(world):
    source = register(world.bergen, world.kari, summary="We picked litter.")
    made = actions.publish(act(world.kari), actions.of_activity(act(world.kari), source))
    planned = adapted(world, made).activity
    assert (planned.state, planned.unit, planned.summary, planned.cause, planned.volunteers) == (
        "planned",
        world.paris,
        "We picked litter.",
        source.cause,
        None,
    )
    assert planned.hours_per_meeting == 2 and str(made.pk) in planned.links[0]


def test_the_same_form_sent_twice_plans_one_activity(world):
    found, id = idea(world), uuid7()
    assert adapted(world, found, id=id) == adapted(world, found, id=id) and Activity.objects.count() == 1


def test_it_is_planned_for_a_day_to_come(world):
    with on(TODAY), pytest.raises(Refused) as no:
        adapted(world, idea(world), day=date(2026, 3, 1), starts_on=date(2026, 2, 1))
    assert (no.value.code, no.value.field) == ("in-the-past", "starts_on")


def test_nobody_plans_for_a_unit_that_is_not_theirs(world):
    with pytest.raises(NotAllowed):
        adapted(world, idea(world), by="kari", unit="paris")


def test_a_draft_is_adapted_by_nobody(world):
    with pytest.raises(NotAllowed):
        adapted(world, draft(world), by="kari", unit="bergen")


def test_planned_it_was_not_tried_yet(world):
    found = idea(world)
    adapted(world, found)
    assert showing.tried(results.of([found.pk])[found.pk]) == "Planned by 1 section; not tried yet."


def test_registered_its_results_stand_at_the_idea(world):
    found = idea(world)
    tried(world, found, volunteers=8, people_helped=40)
    tried(world, found, "ola", "oslo", volunteers=12, people_helped=60)
    tried(world, found, "kari", "bergen", volunteers=9, people_helped=None)
    assert showing.tried(results.of([found.pk])[found.pk]) == "Tried 3 times in 2 countries, typically 9 volunteers for 50 people."


def test_withdrawn_it_was_never_tried(world):
    from dugnad.activities.actions import withdraw

    found = idea(world)
    made = tried(world, found)
    withdraw(act(world.luc), made.activity, reason="twice")
    assert results.of([found.pk]) == {}


def test_what_others_learnt_is_read_at_the_idea(world, client):
    found = idea(world)
    tried(world, found, learnt="Bring gloves", outcome="Thirty bags")
    page = client.get(found.get_absolute_url()).content.decode()
    assert "Bring gloves" in page and "Thirty bags" in page and "Tried once in 1 country, typically 8 volunteers for 40 people." in page


def test_one_click_makes_a_draft_of_an_activity_and_a_second_click_finds_it(world):
    source = register(world.bergen, world.kari)
    first = actions.of_activity(act(world.kari), source)
    assert actions.of_activity(act(world.kari), source) == first and Idea.objects.get().state == "draft"
    assert (first.title, first.people, first.seasons, first.effort) == ("Clean-up at the fjord", 10, ["spring"], 2)


def test_an_idea_of_an_adapted_activity_knows_its_parent(world):
    found = idea(world)
    made = tried(world, found)
    assert actions.of_activity(act(world.luc), made.activity).parent == found


def test_a_planned_activity_is_no_idea_yet(world):
    made = adapted(world, idea(world))
    with pytest.raises(Refused):
        actions.of_activity(act(world.luc), made.activity)


def test_an_activity_of_others_is_not_made_an_idea_for_them(world):
    with pytest.raises(NotAllowed):
        actions.of_activity(act(world.luc), register(world.bergen, world.kari))


@pytest.mark.parametrize("generations", [0, 1, 3])
def test_an_idea_does_not_come_from_itself(world, generations):
    first = last = idea(world)
    for _time in range(generations):
        last = actions.publish(act(world.luc), actions.version_of(act(world.luc), last, world.paris))
    with pytest.raises(Refused) as no:
        actions.change(act(world.kari), first, revision=1, parent=last)
    assert (no.value.code, no.value.field) == ("circular", "parent")


def test_the_database_knows_that_too(world):
    from django.db import IntegrityError, transaction

    found = idea(world)
    with pytest.raises(IntegrityError), transaction.atomic():
        Idea.objects.filter(pk=found.pk).update(parent=found)


def test_the_record_knows_nothing_of_ideas(world):
    made = tried(world, idea(world))
    assert not any("idea" in field.name for field in Activity._meta.concrete_fields) and Adaptation.objects.get() == made
