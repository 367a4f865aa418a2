"""Writing, publishing and withdrawing an idea: doing it twice changes nothing, and what is based on another has been seen."""

import pytest

from dugnad.core.errors import Refused
from dugnad.core.models import JournalEntry
from dugnad.ideas.actions import write as actions
from dugnad.ideas.models import Idea
from tests.ideas.making import draft, idea
from tests.world import act


@pytest.mark.parametrize("verb", [actions.publish, actions.withdraw])
def test_a_second_time_it_is_as_it_was(world, verb):
    found = idea(world)
    first = verb(act(world.kari), found)
    told = JournalEntry.objects.count()
    second = verb(act(world.kari), found)
    assert (second.state, second.published_at) == (first.state, first.published_at) and JournalEntry.objects.count() == told


def test_what_one_may_not_see_is_no_source(world):
    hidden, own = draft(world), draft(world, "luc", "paris", title="Mine")
    with pytest.raises(Refused) as no:
        actions.change(act(world.luc), own, revision=own.revision, parent=hidden)
    assert (no.value.code, no.value.field) == ("no-such-idea", "parent") and Idea.objects.get(pk=own.pk).parent is None
