"""Evidence is a link, or a figure with its year and source; nothing is taken away, only taken off the page."""

from datetime import date

import pytest
from django.utils import timezone

from dugnad.core import journal
from dugnad.core.errors import NotAllowed, Refused
from dugnad.needs import actions
from dugnad.needs.details import Proof
from dugnad.needs.models import Evidence
from tests.needs.making import FIGURE, LINK, recorded
from tests.world import act

NEXT = date.today().year + 1


def test_evidence_is_added_and_kept_in_the_history(world):
    need = recorded(world)
    actions.add_evidence(act(world.kari), need, FIGURE)
    assert journal.of(need).get(verb="need.evidence-added").data["figure"] == "23 %" and need.evidence.standing().count() == 1


@pytest.mark.parametrize(
    ("proof", "field"),
    [
        (Proof(), "address"),
        (Proof(text="everybody knows"), "address"),
        (Proof(figure="23 %", year=2024), "source"),
        (Proof(figure="23 %", source="Statistics Norway"), "year"),
        (Proof(figure="23 %", source="Statistics Norway", year=NEXT), "year"),
        (Proof(figure="23 %", source="Statistics Norway", year=17), "year"),
    ],
)
def test_what_proves_nothing_is_refused_at_its_field(world, proof, field):
    need = recorded(world)
    with pytest.raises(Refused) as no:
        actions.add_evidence(act(world.kari), need, proof)
    assert no.value.field == field and not Evidence.objects.exists()


def test_taken_off_the_page_it_is_still_there(world):
    evidence = actions.add_evidence(act(world.kari), recorded(world), LINK)
    for _twice in range(2):
        actions.withdraw_evidence(act(world.marianne), evidence)
    assert Evidence.objects.get().withdrawn_by == world.marianne and not Evidence.objects.standing().exists()
    assert journal.of(evidence.need).filter(verb="need.evidence-withdrawn").count() == 1


def test_and_can_be_put_back(world):
    evidence = actions.add_evidence(act(world.kari), recorded(world), LINK)
    actions.withdraw_evidence(act(world.marianne), evidence)
    for _twice in range(2):
        actions.restore_evidence(act(world.kari), evidence)
    assert Evidence.objects.standing().get().withdrawn_by is None
    assert journal.of(evidence.need).filter(verb="need.evidence-restored").count() == 1


def test_nobody_adds_to_anothers_need(world):
    with pytest.raises(NotAllowed):
        actions.add_evidence(act(world.ola), recorded(world), LINK)


def test_so_much_is_enough(world):
    need = recorded(world)
    Evidence.objects.bulk_create(Evidence(need=need, address=f"https://example.org/{n}") for n in range(30))
    off = Evidence.objects.create(need=need, address="https://example.org/", withdrawn_at=timezone.now())
    for once_more in (lambda: actions.add_evidence(act(world.kari), need, LINK), lambda: actions.restore_evidence(act(world.kari), off)):
        with pytest.raises(Refused) as no:
            once_more()
        assert no.value.code == "too-many"
