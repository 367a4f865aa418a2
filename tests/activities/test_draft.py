"""Drafts: kept as typed, one's own."""

import pytest

from dugnad.activities import actions
from dugnad.activities.models import Draft
from dugnad.core.errors import NotAllowed, Refused
from dugnad.core.ids import uuid7
from tests.world import act, register


def test_a_draft_belongs_to_who_types_it(world):
    draft = actions.save_draft(act(world.kari), uuid7(), world.bergen, {"title": ["A"]})
    with pytest.raises(NotAllowed):
        actions.save_draft(act(world.marianne), draft.pk, world.bergen, {"title": ["B"]})
    assert str(Draft.objects.get()) == "A"


def test_what_is_registered_is_a_draft_no_more(world):
    activity = register(world.bergen, world.kari)
    with pytest.raises(Refused, match="registered"):
        actions.save_draft(act(world.kari), activity.pk, world.bergen, {})


def test_a_draft_has_an_end(world):
    with pytest.raises(Refused, match="too much"):
        actions.save_draft(act(world.kari), uuid7(), world.bergen, {"summary": ["x" * 300_000]})


def test_a_draft_can_be_thrown_away_by_its_own_person_only(world):
    draft = actions.save_draft(act(world.kari), uuid7(), world.bergen, {})
    with pytest.raises(NotAllowed):
        actions.discard_draft(act(world.marianne), draft)
    actions.discard_draft(act(world.kari), draft)
    assert not Draft.objects.exists()
