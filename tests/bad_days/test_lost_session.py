"""Signed out while typing: a sentence says so, and what was typed is there again after signing in."""

import pytest

from dugnad.activities.models import Activity
from tests.bad_days.test_bad_input import ANSWERS, FORM
from tests.world import PASSWORD, register

AGAIN = {"login": "kari@example.org", "password": PASSWORD}


def signed_in_again(client, answer):
    return client.post(answer["Location"], AGAIN | {"next": answer["Location"].partition("next=")[2]}, follow=True)


def test_the_form_is_filled_again_and_registers_once(world, client):
    answer = client.post(FORM, ANSWERS | {"title": "Reading aloud", "id": "018f4e9c-0000-7000-8000-000000000001"})
    assert "Sign in, and what you typed is there again" in client.get(answer["Location"]).content.decode()
    page = signed_in_again(client, answer).content.decode()
    assert "Reading aloud" in page and "018f4e9c-0000-7000-8000-000000000001" in page and not Activity.objects.exists()


def test_an_amendment_is_filled_again(world, client):
    address = f"/activities/{register(world.bergen, world.kari).pk}/amend/"
    answer = client.post(address, ANSWERS | {"title": "Another title", "revision": "1"})
    assert "Another title" in signed_in_again(client, answer).content.decode()


def test_it_comes_back_once_and_on_its_own_page(world, client):
    answer = client.post(FORM, ANSWERS | {"title": "Reading aloud"})
    client.post("/accounts/login/", AGAIN)
    assert "Reading aloud" not in client.get("/units/no-berg-esn/edit/").content.decode()
    assert ["Reading aloud" in client.get(FORM).content.decode() for _time in range(2)] == [True, False]
    assert answer.status_code == 302


@pytest.mark.parametrize("summary", ["x" * 20_001])
def test_a_book_is_not_kept_for_somebody_unknown(world, client, summary):
    answer = client.post(FORM, ANSWERS | {"summary": summary})
    assert "Go back" in client.get(answer["Location"]).content.decode() and "interrupted" not in client.session
