"""An idea answers recorded needs: named by those who may change the idea or keep the need, once, while the need is open; taken back by them too."""

import pytest
from django.db import IntegrityError

from dugnad.core import journal
from dugnad.core.errors import NotAllowed, Refused
from dugnad.ideas.actions import name as actions
from dugnad.ideas.actions import write
from dugnad.ideas.models import Idea, Named
from dugnad.needs import actions as needs
from tests.ideas.making import draft, idea
from tests.needs.making import recorded
from tests.world import act, register


@pytest.fixture
def need(world):
    """Of Bergen, kept by Kari."""
    return recorded(world)


@pytest.fixture
def soup(world):
    """An idea of Paris, written by Luc."""
    return idea(world, "luc", "paris", title="Soup for everyone")


@pytest.mark.parametrize("who", ["luc", "ines", "bo", "kari", "marianne"])
def test_who_may_change_the_idea_or_keeps_the_need_names_it(world, need, soup, who):
    actions.name(act(getattr(world, who)), soup, need)
    row = soup.named.standing().get()
    assert (row.need, row.by) == (need, getattr(world, who)) and journal.of(need).filter(verb="need.idea-named").count() == 1


@pytest.mark.parametrize("who", ["ola", "nora", "aud"])
def test_nobody_else_does(world, need, soup, who):
    with pytest.raises(NotAllowed):
        actions.name(act(getattr(world, who)), soup, need)


def test_twice_is_refused_at_the_field(world, need, soup):
    actions.name(act(world.kari), soup, need)
    with pytest.raises(Refused) as no:
        actions.name(act(world.luc), soup, need)
    assert (no.value.code, no.value.field) == ("named", "address")


def test_the_database_keeps_it_to_once(world, need, soup):
    actions.name(act(world.kari), soup, need)
    with pytest.raises(IntegrityError):
        Named.objects.create(idea=soup, need=need)


def test_a_closed_need_is_neither_named_nor_taken_back(world, need, soup):
    named = actions.name(act(world.kari), soup, need)
    needs.close(act(world.kari), need, result="There is a café now.")
    for refused in (lambda: actions.name(act(world.kari), idea(world), need), lambda: actions.take_back(act(world.kari), named)):
        with pytest.raises(Refused) as no:
            refused()
        assert (no.value.code, no.value.field) == ("closed", "address")


def test_a_withdrawn_idea_is_published_again_first(world, need, soup):
    write.withdraw(act(world.luc), soup)
    with pytest.raises(Refused) as no:
        actions.name(act(world.luc), soup, need)
    assert (no.value.code, no.value.field) == ("withdrawn", "address")


def test_a_draft_or_a_withdrawn_idea_that_one_may_not_see_is_not_found(world, need, soup):
    write.withdraw(act(world.luc), soup)
    for hidden in (soup, draft(world, "luc", "paris")):
        with pytest.raises(NotAllowed):
            actions.name(act(world.kari), hidden, need)


def test_a_draft_names_needs_before_it_is_published(world, need):
    actions.name(act(world.luc), draft(world, "luc", "paris"), need)
    assert Named.objects.standing().count() == 1 and not Named.objects.in_sight().exists()


@pytest.mark.parametrize("who", ["luc", "kari"])
def test_taken_back_it_may_be_named_again(world, need, soup, who):
    named = actions.name(act(world.kari), soup, need)
    for _twice in range(2):
        actions.take_back(act(getattr(world, who)), named)
    assert not soup.named.standing().exists() and journal.of(need).filter(verb="need.idea-taken-back").count() == 1
    actions.name(act(world.luc), soup, need)
    assert soup.named.count() == 2


def test_a_stranger_takes_nothing_back(world, need, soup):
    named = actions.name(act(world.kari), soup, need)
    with pytest.raises(NotAllowed):
        actions.take_back(act(world.ola), named)


def test_an_idea_made_of_an_activity_names_the_needs_that_it_answered(world, need):
    activity, other = register(world.bergen, world.kari), recorded(world, title="Nobody taught us to cycle")
    needs.answer(act(world.kari), need, activity)
    needs.take_back(act(world.kari), needs.answer(act(world.kari), other, activity))
    made = write.of_activity(act(world.kari), activity)
    assert [row.need for row in made.named.standing()] == [need]
    assert write.of_activity(act(world.kari), activity) == made and made.named.count() == 1


def test_what_an_activity_answered_stays_answered_when_the_need_is_closed(world, need):
    activity = register(world.bergen, world.kari)
    needs.answer(act(world.kari), need, activity)
    needs.close(act(world.kari), need, result="There is a café now.")
    assert write.of_activity(act(world.kari), activity).named.get().need == need


def test_a_version_keeps_the_needs_that_are_named(world, need, soup):
    actions.name(act(world.kari), soup, need)
    other = recorded(world, title="Nobody taught us to cycle")
    actions.take_back(act(world.luc), actions.name(act(world.luc), soup, other))
    version = write.version_of(act(world.kari), soup, world.bergen)
    assert [row.need for row in version.named.all()] == [need] and version.named.get().by == world.kari


def test_adapting_for_a_need_says_nothing_of_it_by_itself(world, need, soup):
    from tests.ideas.making import tried

    actions.name(act(world.kari), soup, need)
    tried(world, soup, "kari", "bergen")
    assert not need.answers.exists() and Idea.objects.count() == 1
