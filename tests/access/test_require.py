"""`require` asks what `allowed` asks: the compiled question and the queryset never disagree."""

import pytest

from dugnad.access import compiled
from dugnad.access.actor import NOBODY, SYSTEM, acting
from dugnad.access.checks import allowed, require
from dugnad.access.rules import RULES, Can
from dugnad.activities.models import Activity, Organiser
from dugnad.core.errors import NotAllowed
from dugnad.network.models import Office, Unit
from tests.world import PEOPLE, act, register

OF_MODEL = {"activity": Activity, "unit": Unit, "organiser": Organiser, "office": Office, "network": Unit}
MODELS = {can: Unit if can in (Can.REGISTER, Can.IMPORT) else OF_MODEL[can.split(".")[0]] for can in RULES if can.split(".")[0] in OF_MODEL}


@pytest.fixture
def rows(world):
    """A few rows of every kind, own and foreign, counting and held back."""
    register(world.bergen, world.kari, organisers=(world.paris,))
    register(world.oslo, world.marianne, volunteers=2_000_000)
    return {model: list(model._default_manager.all()[:60]) for model in set(OF_MODEL.values())}


@pytest.mark.parametrize("permission", MODELS)
def test_the_compiled_question_and_the_queryset_agree(world, rows, permission):
    model = MODELS[permission]
    actors = [NOBODY, SYSTEM, *(act(getattr(world, name)) for name in PEOPLE)]
    actors += [acting(world.kari, read_only=True), acting(world.marianne, read_only=True)]
    for actor in actors:
        found = {row.pk for row in rows[model] if compiled.first(allowed, actor, permission, row) is not None}
        assert found == set(allowed(actor, permission, model._default_manager.filter(pk__in=[row.pk for row in rows[model]])).values_list("pk", flat=True))


def test_the_row_is_read_anew_and_whole(world):
    stale = Unit(pk=world.bergen.pk, name="not read yet")
    read = require(act(world.kari), Can.REGISTER, stale)
    assert read == world.bergen and all(getattr(read, f.attname) == getattr(world.bergen, f.attname) for f in Unit._meta.concrete_fields)


def test_a_row_with_amounts_days_and_lists_is_read_as_ever(world):
    activity = register(world.bergen, world.kari, partners=("Red Cross",), volunteer_hours=None)
    read = require(act(world.kari), Can.AMEND, activity, lock=True)
    asked = Activity.objects.get(pk=activity.pk)
    assert all(getattr(read, f.attname) == getattr(asked, f.attname) for f in Activity._meta.concrete_fields)


def test_nobody_may_register(world):
    with pytest.raises(NotAllowed):
        require(NOBODY, Can.REGISTER, world.bergen)


def test_it_is_one_query(world, django_assert_num_queries):
    actor = act(world.kari)
    require(actor, Can.REGISTER, world.bergen)
    with django_assert_num_queries(1):
        require(actor, Can.REGISTER, world.bergen)
