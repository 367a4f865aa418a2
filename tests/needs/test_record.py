"""A need is recorded in four answers, once, by those who may; what it says is amended by one person at a time."""

import pytest

from dugnad.core import journal
from dugnad.core.errors import NotAllowed, Refused
from dugnad.core.ids import uuid7
from dugnad.needs import actions
from dugnad.needs.models import Need
from tests.needs.making import FIGURE, answers, recorded, said
from tests.world import act


def test_a_coordinator_records_a_need_of_the_own_section(world):
    need = recorded(world, proof=FIGURE)
    assert need.is_open and need.opened_by == world.kari and [str(one) for one in need.evidence.all()] == ["23 %"]


def test_the_same_id_twice_is_one_need(world):
    id = uuid7()
    first, second = (actions.record(act(world.kari), id, world.bergen, said()) for _ in range(2))
    assert first == second and Need.objects.count() == 1


def test_after_sixty_in_an_hour_the_next_waits_and_nothing_is_lost(world, sign_in):
    for _time in range(60):
        recorded(world)
    answer = sign_in(world.kari).post("/units/no-berg-esn/needs/record/", answers(title="One too many"))
    page = answer.content.decode()
    assert answer.status_code == 422 and "in an hour" in page and "One too many" in page and Need.objects.count() == 60


def test_somebody_elses_id_is_not_found(world):
    need = recorded(world)
    with pytest.raises(NotAllowed):
        actions.record(act(world.ola), need.pk, world.oslo, said())


@pytest.mark.parametrize("who", ["ola", "luc", "nora", "bo", "aud"])
def test_nobody_else_records_it(world, who):
    with pytest.raises(NotAllowed):
        recorded(world, by=getattr(world, who))


def test_a_country_and_the_committee_record_it_for_those_below(world):
    assert recorded(world, by=world.marianne).opened_by == world.marianne and recorded(world, world.norway, by=world.ines).unit == world.norway


@pytest.mark.parametrize("where", ["top", "nep"])
def test_the_network_and_a_platform_have_no_needs_of_their_own(world, where):
    with pytest.raises(NotAllowed):
        recorded(world, getattr(world, where), by=world.ines)


def test_amending_keeps_what_it_said_before(world):
    need = actions.amend(act(world.kari), recorded(world), said(title="Old people eat alone", groups=("elderly",)), revision=1)
    line = journal.of(need).get(verb="need.amended")
    assert (need.title, need.revision) == ("Old people eat alone", 2) and line.data["changes"]["groups"] == [["alone", "elderly"], ["elderly"]]


def test_amending_nothing_changes_nothing(world):
    need = actions.amend(act(world.kari), recorded(world), said(), revision=1)
    assert need.revision == 1 and not journal.of(need).filter(verb="need.amended").exists()


def test_the_second_of_two_people_at_once_is_told(world):
    need = recorded(world)
    actions.amend(act(world.kari), need, said(place="Harbour"), revision=1)
    with pytest.raises(Refused) as no:
        actions.amend(act(world.marianne), need, said(place="Hill"), revision=1)
    assert no.value.code == "changed-meanwhile" and Need.objects.get().place == "Harbour"


def test_a_closed_need_is_not_amended(world):
    need = actions.close(act(world.kari), recorded(world), result="The municipality opened a café.")
    with pytest.raises(Refused):
        actions.amend(act(world.kari), need, said(title="x"), revision=1)


def test_nobody_amends_anothers_need(world):
    with pytest.raises(NotAllowed):
        actions.amend(act(world.ola), recorded(world), said(title="x"), revision=1)
