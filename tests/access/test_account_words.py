"""The pages and mails of signing in speak with Dugnad's own words, in every language."""

from pathlib import Path

import allauth
import pytest
from allauth.account.models import EmailAddress
from django.core import mail
from django.test.signals import template_rendered

from tests.access.test_sign_in import OWN, PAGES
from tests.world import PASSWORD

THEIRS = str(Path(allauth.__file__).parent)
NEW = "another-long-password"
CHANGE = {"oldpassword": PASSWORD, "password1": NEW, "password2": NEW}


@pytest.fixture
def foreign():
    """The templates of allauth's own that were rendered."""
    found = set()

    def rendered(sender, template, **_more):
        if (
            template.origin
            and str(template.origin.name).startswith(THEIRS)
            and "/elements/" not in template.origin.name
            and "/layouts/" not in template.origin.name
        ):
            found.add(template.origin.name.removeprefix(THEIRS))

    template_rendered.connect(rendered)
    yield found
    template_rendered.disconnect(rendered)


@pytest.mark.thorough
@pytest.mark.parametrize("language", ["en", "nb", "fr"])
def test_every_page_is_ours(world, client, foreign, language):
    for page in PAGES:
        assert client.get(f"/accounts/{page}", headers={"accept-language": language}).status_code in (200, 302)
    client.force_login(world.kari, backend="dugnad.access.backend.SignIn")
    for page in OWN:
        assert client.get(f"/accounts/{page}", headers={"accept-language": language}).status_code in (200, 302)
    assert foreign == set()


@pytest.mark.parametrize(("language", "says"), [("en", "Your password has changed"), ("nb", "Passordet ditt er endret"), ("fr", "Votre mot de passe a changé")])
def test_a_changed_password_is_said_by_mail(world, client, foreign, language, says):
    client.post("/accounts/login/", {"login": "kari@example.org", "password": PASSWORD})
    answer = client.post("/accounts/password/change/", CHANGE, headers={"accept-language": language}, follow=True)
    assert answer.status_code == 200
    assert (mail.outbox[-1].subject, foreign) == (f"Dugnad: {says}", set())
    assert says + "." in mail.outbox[-1].body


def test_a_changed_address_counts_once_its_link_was_opened(world, client, foreign):
    client.post("/accounts/login/", {"login": "kari@example.org", "password": PASSWORD})
    page = client.post("/accounts/email/", {"email": "kari.new@example.org", "action_add": ""}, follow=True).content.decode()
    assert "kari.new@example.org waits" in page
    link = next(word for word in mail.outbox[-1].body.split() if "/confirm-email/" in word)
    address = link[link.index("/accounts/") :]
    assert "Is this address yours?" in client.get(address).content.decode()
    client.post(address)
    assert EmailAddress.objects.get(user=world.kari, primary=True).email == "kari.new@example.org"
    assert foreign == set()


def test_too_many_tries_are_told_to_wait(world, client, settings, foreign):
    settings.ACCOUNT_RATE_LIMITS = {"reset_password": "1/m/ip"}
    for _time in range(3):
        answer = client.post("/accounts/password/reset/", {"email": "kari@example.org"})
    assert (answer.status_code, "this door stays closed for a few minutes" in answer.content.decode(), foreign) == (429, True, set())


@pytest.mark.parametrize(("language", "english"), [("nb", "Password"), ("fr", "Password")])
def test_no_label_stays_english(world, client, language, english):
    client.force_login(world.kari, backend="dugnad.access.backend.SignIn")
    for page in ("login/", "password/change/", "reauthenticate/", "password/reset/"):
        assert english not in client.get(f"/accounts/{page}", headers={"accept-language": language}).content.decode()
