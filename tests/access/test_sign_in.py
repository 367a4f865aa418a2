"""Signing in, forgetting a password, and being kept out."""

import re

import pytest
from django.core import mail
from django.test import Client

from tests.world import PASSWORD

PAGES = [
    "login/",
    "signup/",
    "password/reset/",
    "password/reset/done/",
    "password/reset/key/done/",
    "password/reset/key/x-y/",
    "confirm-email/",
    "confirm-email/x/",
    "inactive/",
]
OWN = ["logout/", "email/", "password/change/", "reauthenticate/"]


def sign_in(client, email="kari@example.org", password=PASSWORD, **more):
    return client.post("/accounts/login/", {"login": email, "password": password} | more)


def test_with_address_and_password_one_comes_to_the_desk(world, client):
    answer = sign_in(client)
    assert answer.status_code == 302 and answer["Location"] == "/desk/" and client.get("/desk/").status_code == 200


def test_capitals_in_the_address_do_not_matter(world, client):
    assert sign_in(client, email="KARI@Example.org").status_code == 302


def test_a_wrong_password_and_an_unknown_address_get_the_same_sentence(world, client):
    said = [re.findall(r'role="alert".*?</div>', sign_in(client, **who).content.decode(), re.S) for who in ({"password": "no"}, {"email": "x@example.org"})]
    assert said[0] and said[0] == said[1]
    assert client.get("/desk/").status_code == 302


def test_a_deactivated_person_stays_outside(world, client):
    sign_in(client, email="anna@example.org")
    assert client.get("/desk/").status_code == 302


def test_after_five_wrong_passwords_the_door_closes_even_for_the_right_one(world, client):
    for _time in range(5):
        sign_in(client, password="wrong")
    assert sign_in(client).status_code != 302
    assert client.get("/desk/").status_code == 302


def test_before_that_it_opens(world, client):
    for _time in range(4):
        sign_in(client, password="wrong")
    assert sign_in(client).status_code == 302


def test_one_goes_where_one_wanted_to_but_never_to_another_site(world, client):
    assert sign_in(client, next="/account/")["Location"] == "/account/"
    assert sign_in(Client(), next="https://evil.example/")["Location"] == "/desk/"


def test_signing_out_takes_a_button_not_a_link(world, client):
    sign_in(client)
    client.get("/accounts/logout/")
    assert client.get("/desk/").status_code == 200
    client.post("/accounts/logout/")
    assert client.get("/desk/").status_code == 302


def test_sign_up_is_closed_and_says_how_to_come_in(world, client):
    assert "ask" in client.get("/accounts/signup/").content.decode().lower()
    answer = client.post("/accounts/signup/", {"email": "me@example.org", "password1": "a-very-long-one", "password2": "a-very-long-one"})
    from dugnad.network.models import Person

    assert answer.status_code == 200 and not Person.objects.filter(email="me@example.org").exists()


def test_a_forgotten_password_is_set_anew_by_a_mail_whose_link_works_once(world, client):
    client.post("/accounts/password/reset/", {"email": "kari@example.org"})
    letter = mail.outbox[0]
    assert letter.to == ["kari@example.org"] and not getattr(letter, "alternatives", None)
    link = re.search(r"/accounts/password/reset/key/\S+", letter.body)[0]
    form = client.get(link)["Location"]
    client.post(form, {"password1": "quite-another-one", "password2": "quite-another-one"})
    assert sign_in(Client(), password="quite-another-one").status_code == 302
    assert sign_in(Client()).status_code == 200
    assert Client().get(link).status_code == 200  # the page that says that the link is used


def test_for_an_unknown_address_the_page_says_the_same_and_the_mail_says_what_is_so(world, client):
    pages = [client.post("/accounts/password/reset/", {"email": who}, follow=True).content for who in ("kari@example.org", "x@example.org")]
    known, unknown = mail.outbox
    assert "/key/" in known.body and "/key/" not in unknown.body and "invitation" in unknown.body
    told = [re.sub(rb'name="csrfmiddlewaretoken" value="\w+"', b"", page) for page in pages]
    assert told[0] == told[1]


@pytest.mark.parametrize(
    ("language", "subject"), [("en", "Choose a new password"), ("nb", "Velg et nytt passord"), ("fr", "Choisissez un nouveau mot de passe")]
)
def test_the_mail_is_plain_text_in_the_readers_language(world, client, language, subject):
    client.post("/accounts/password/reset/", {"email": "kari@example.org"}, headers={"Accept-Language": language})
    assert mail.outbox[0].subject == f"Dugnad: {subject}" and "!" not in mail.outbox[0].body and "&#" not in mail.outbox[0].body


def test_changing_the_password_ends_the_other_sessions_and_keeps_this_one(world, client):
    other = Client()
    sign_in(other)
    sign_in(client)
    client.post("/accounts/password/change/", {"oldpassword": PASSWORD, "password1": "quite-another-one", "password2": "quite-another-one"})
    assert client.get("/desk/").status_code == 200 and other.get("/desk/").status_code == 302


@pytest.mark.thorough
@pytest.mark.parametrize("page", PAGES + OWN)
@pytest.mark.parametrize("language", ["en", "nb", "fr"])
def test_every_page_of_the_door_is_in_our_look_and_has_nothing_inline(world, client, page, language):
    if page in OWN:
        sign_in(client)
    answer = client.get(f"/accounts/{page}", headers={"Accept-Language": language})
    html = answer.content.decode()
    assert answer.status_code == 200 and 'class="wordmark"' in html and f'lang="{language}"' in html
    assert "unsafe-inline" not in answer["Content-Security-Policy"]
    assert not re.search(r"<style|\sstyle=|\son\w+=|<script(?![^>]*\ssrc=)", html)
