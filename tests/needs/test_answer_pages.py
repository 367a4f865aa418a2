"""Naming what answered a need: from its own page, and from the activity's."""

import pytest

from dugnad.activities import actions as record
from dugnad.needs import actions
from dugnad.needs.models import Answer
from tests.needs.making import recorded
from tests.needs.test_pages import text
from tests.world import act, register


@pytest.fixture
def need(world):
    return recorded(world)


def test_activities_of_the_unit_that_fit_are_offered(world, sign_in, need):
    soup = register(world.bergen, world.kari, title="Dinner for the lonely")
    register(world.bergen, world.kari, title="Clean-up", summary="")
    session = sign_in(world.kari)
    page = session.get(f"{need.get_absolute_url()}answer/").content.decode()
    assert "Dinner for the lonely" in page and "Clean-up" not in page
    assert session.post(f"{need.get_absolute_url()}answer/", {"near": str(soup.pk), "note": "Every Sunday"}).status_code == 302
    assert "Every Sunday" in text(session.get(need.get_absolute_url()))


def test_another_one_is_named_by_the_address_of_its_page(world, sign_in, need):
    soup = register(world.paris, world.luc, title="Soupe")
    typed = {"address": f"https://dugnad.example.org{soup.get_absolute_url()}"}
    assert sign_in(world.kari).post(f"{need.get_absolute_url()}answer/", typed).status_code == 302
    assert Answer.objects.get().activity == soup


def test_another_one_is_found_by_words_of_its_title(world, sign_in, need):
    soup = register(world.paris, world.luc, title="Soupe populaire")
    register(world.bergen, world.kari, title="Reading hour")
    session, address = sign_in(world.kari), f"{need.get_absolute_url()}answer/"
    asked = session.post(address, {"address": "soupe", "note": "Every Sunday"})
    assert asked.status_code == 422 and "Found with “soupe”. Which of these is it?" in text(asked) and "Soupe populaire · ESN Paris" in text(asked)
    assert "Reading hour" not in text(asked) and b"Every Sunday" in asked.content
    assert session.post(address, {"address": "soupe", "near": str(soup.pk), "note": "Every Sunday"}).status_code == 302
    assert Answer.objects.get().activity == soup


def test_others_find_only_what_they_may_name(world, sign_in, need):
    register(world.bergen, world.kari, title="Soup in Bergen")
    asked = sign_in(world.luc).post(f"{need.get_absolute_url()}answer/", {"address": "soup"})
    assert "Nothing that you could choose has these words." in text(asked) and "Soup in Bergen" not in text(asked)


def test_from_the_activity_another_need_is_found_by_words(world, sign_in, need):
    other = recorded(world, title="Nobody speaks Norwegian with them")
    clean_up = register(world.bergen, world.kari, title="Zzz", summary="")
    session, address = sign_in(world.kari), f"/activities/{clean_up.pk}/needs/"
    asked = session.post(address, {"address": "speaks norwegian"})
    assert "Nobody speaks Norwegian with them · ESN Bergen" in text(asked) and "Elderly people" not in text(asked)
    assert session.post(address, {"address": "speaks norwegian", "near": str(other.pk)}).status_code == 302


def test_another_coordinator_names_one_of_the_own_section_only(world, sign_in, need):
    own, others = register(world.paris, world.luc, title="Soupe"), register(world.bergen, world.kari)
    session = sign_in(world.luc)
    refused = session.post(f"{need.get_absolute_url()}answer/", {"address": str(others.pk)})
    assert refused.status_code == 422 and b"id_address_error" in refused.content
    assert session.post(f"{need.get_absolute_url()}answer/", {"address": str(own.pk)}).status_code == 302


@pytest.mark.parametrize("typed", ["", "soup", "javascript:alert(1)", "a\x00b", "<b>", "/activities/", "01a22dbd-0136-7d6d-96fb-13b4ff4cd0d3", "x" * 600])
def test_what_is_no_activity_is_said_at_the_field(world, sign_in, need, typed):
    answer = sign_in(world.kari).post(f"{need.get_absolute_url()}answer/", {"address": typed, "note": "Every Sunday"})
    assert answer.status_code == 422 and b"id_address_error" in answer.content and b"Every Sunday" in answer.content


def test_the_same_twice_and_a_withdrawn_one_are_said_at_the_field(world, sign_in, need):
    soup = register(world.bergen, world.kari)
    actions.answer(act(world.kari), need, soup)
    gone = record.withdraw(act(world.kari), register(world.bergen, world.kari, title="Gone"), reason="twice")
    for one in (soup, gone):
        answer = sign_in(world.kari).post(f"{need.get_absolute_url()}answer/", {"address": str(one.pk)})
        assert answer.status_code == 422 and b"id_address_error" in answer.content
    assert Answer.objects.count() == 1


def test_from_the_activity_the_open_needs_that_fit_are_offered_with_the_reason(world, sign_in, need):
    soup = register(world.bergen, world.kari, title="Dinner for the lonely")
    session = sign_in(world.kari)
    page = session.get(f"/activities/{soup.pk}/needs/")
    assert "Elderly people eat alone all week" in text(page) and "“dinner”" in text(page)
    assert session.post(f"/activities/{soup.pk}/needs/", {"near": str(need.pk)}).status_code == 302
    assert "No open need has its theme or its words" in text(session.get(f"/activities/{soup.pk}/needs/"))


def test_a_need_that_is_named_in_the_address_is_offered_too(world, sign_in, need):
    clean_up = register(world.bergen, world.kari, title="Zzz", summary="")
    session = sign_in(world.kari)
    address = f"/activities/{clean_up.pk}/needs/?need={need.pk}"
    assert "Elderly people eat alone" in text(session.get(address)) and session.post(address, {"near": str(need.pk)}).status_code == 302
    assert session.get(f"/activities/{clean_up.pk}/needs/?need=nonsense").status_code == 200


@pytest.mark.parametrize("typed", ["", "nonsense", "01a22dbd-0136-7336-a776-0cb4745bf8c1"])
def test_a_need_that_is_not_offered_is_refused_at_the_field(world, sign_in, need, typed):
    soup = register(world.bergen, world.kari, title="Dinner for the lonely")
    answer = sign_in(world.kari).post(f"/activities/{soup.pk}/needs/", {"near": typed})
    assert answer.status_code == 422 and (b"id_near_error" if typed else b"id_address_error") in answer.content


def test_it_is_taken_back_by_a_button(world, sign_in, need):
    answer = actions.answer(act(world.kari), need, register(world.bergen, world.kari))
    session = sign_in(world.kari)
    session.post(f"/answers/{answer.pk}/withdraw/")
    assert not need.answers.standing().exists() and session.post("/answers/999999/withdraw/").status_code == 404


def test_of_a_closed_need_nothing_is_taken_back(world, sign_in, need):
    answer = actions.answer(act(world.kari), need, register(world.bergen, world.kari))
    actions.close(act(world.kari), need, result="Done.")
    told = sign_in(world.kari).post(f"/answers/{answer.pk}/withdraw/", follow=True)
    assert "Open it again first" in text(told) and need.answers.standing().exists()
    closed = sign_in(world.kari).get(f"{need.get_absolute_url()}answer/", follow=True)
    assert "Open it again first" in text(closed)
