"""One's own account: name and language, offices, and the way out of every device at once."""

import pytest
from django.test import Client

from dugnad.access.actor import NOBODY
from dugnad.access.tokens import make
from dugnad.core.errors import NotAllowed
from dugnad.core.models import JournalEntry
from dugnad.directory import actions
from dugnad.network.models import Person
from tests.directory.test_offices import _in_days
from tests.world import act


def test_name_and_language_are_changed_and_remembered(world, sign_in):
    sign_in(world.kari).post("/account/", {"name": "Kari Nes", "language": "nb"})
    assert Person.objects.values_list("name", "language").get(pk=world.kari.pk) == ("Kari Nes", "nb")
    assert JournalEntry.objects.filter(verb="person.edited", subject=str(world.kari.pk)).exists()


def test_an_unknown_language_is_refused_at_the_field(world, sign_in):
    answer = sign_in(world.kari).post("/account/", {"name": "Kari Nes", "language": "tlh"})
    assert answer.status_code == 422 and b"Kari Nes" in answer.content


def test_the_account_lists_the_own_offices(world, sign_in):
    page = sign_in(world.kari).get("/account/").content.decode()
    assert "ESN Bergen" in page and "ESN Oslo" not in page


def test_signing_out_everywhere_ends_every_session_and_token(world, sign_in):
    _token, secret = make(act(world.kari), world.kari, "mine", "read", _in_days(3))
    telephone = Client()
    telephone.force_login(world.kari, backend="dugnad.access.backend.SignIn")
    assert telephone.get("/desk/").status_code == 200
    assert sign_in(world.kari).post("/account/sign-out-everywhere/", follow=True).status_code == 200
    assert telephone.get("/desk/").status_code == 302
    assert Client().get("/api/v1/units", headers={"Authorization": f"Bearer {secret}"}).status_code == 401


@pytest.mark.parametrize("actor", [NOBODY, "ola"])
def test_nobody_edits_or_signs_out_another(world, actor):
    actor = act(world.ola) if actor == "ola" else actor
    with pytest.raises(NotAllowed):
        actions.edit_person(actor, world.kari, name="X", language="en")
    with pytest.raises(NotAllowed):
        actions.sign_out_everywhere(actor, world.kari)


def test_others_stay_signed_in(world, sign_in):
    session = sign_in(world.ola)
    actions.sign_out_everywhere(act(world.kari), world.kari)
    assert session.get("/desk/").status_code == 200
