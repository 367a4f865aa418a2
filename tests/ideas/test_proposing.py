"""Ideas for a section on the desk of whoever coordinates it, with the reasons, at hand until something changes."""

from django.utils import timezone

from dugnad.ideas.actions.write import withdraw
from dugnad.ideas.proposing import proposed
from tests.ideas.making import idea
from tests.world import act


def test_the_desk_proposes_to_a_section_with_the_reasons(world, sign_in):
    found = idea(world, title="Walk and pick")
    page = sign_in(world.luc).get("/desk/").content.decode()
    assert "Ideas for ESN Paris" in page and found.get_absolute_url() in page
    assert "5 people are enough, and you are usually 5; nobody in your country has tried it yet" in page


def test_not_ones_own_and_nothing_to_whoever_has_no_unit(world, sign_in):
    idea(world)
    for person in (world.kari, world.aud):
        assert "Ideas for" not in sign_in(person).get("/desk/").content.decode()


def test_asked_again_they_are_at_hand(world, django_assert_max_num_queries):
    idea(world)
    first = proposed(world.paris, timezone.localdate())
    with django_assert_max_num_queries(5):  # whether something has changed
        assert proposed(world.paris, timezone.localdate()) == first != []


def test_what_is_withdrawn_is_proposed_no_more(world):
    found = idea(world)
    assert [row.address for row in proposed(world.paris, timezone.localdate())] == [found.get_absolute_url()]
    withdraw(act(world.kari), found)
    assert proposed(world.paris, timezone.localdate()) == []


def test_of_a_family_of_ideas_one_is_proposed(world):
    first = idea(world, title="Walk and pick")
    for title in ("Walk and pick in the dark", "Walk and pick by boat"):
        idea(world, title=title, parent=first)
    other = idea(world, title="Soup for all")
    found = [row.address for row in proposed(world.paris, timezone.localdate())]
    assert len(found) == 2 and other.get_absolute_url() in found
