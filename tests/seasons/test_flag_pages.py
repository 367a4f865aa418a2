"""The queue of flags, an answer, and what the coordinators of the activity read."""

import pytest

from dugnad.activities.models import Activity
from dugnad.seasons.actions.flags import answer
from dugnad.seasons.models import Flag
from tests.seasons.making import crowd, did, text
from tests.world import act


def flagged(world, name="bergen", many=1, kind="round"):
    return [Flag.objects.create(activity=one, kind=kind, reason={"round": 9, "of": 12}) for one in did(world, name, many)]


def test_the_queue_has_a_row_for_each_unit_and_reason(world, sign_in):
    flagged(world, many=3)
    flagged(world, "oslo")
    page = text(sign_in(world.marianne).get("/flags/").content.decode())
    assert "4 activities of 2 units wait to be looked at" in page and "and 2 more with the same reason" in page


@pytest.mark.parametrize("many", [1, 3, 300])
def test_the_queue_does_not_ask_for_each_row(world, sign_in, django_assert_max_num_queries, many):
    flagged(world, many=many)
    session = sign_in(world.marianne)
    with django_assert_max_num_queries(12):
        session.get("/flags/")


def test_a_queue_of_forty_sections_has_pages(world, sign_in):
    for flag, unit in zip(flagged(world, many=40), crowd(world, 40), strict=True):
        Activity.objects.filter(pk=flag.activity_id).update(unit=unit)
    session = sign_in(world.marianne)
    assert "?page=2" in session.get("/flags/").content.decode() and "?page=1" in session.get("/flags/?page=2").content.decode()


def test_it_is_answered_with_a_note_on_its_page(world, sign_in):
    flag = flagged(world)[0]
    answered = sign_in(world.marianne).post(f"/flags/{flag.pk}/", {"counts": "no", "note": "Which beach?"})
    assert (answered["Location"], Flag.objects.get().state) == ("/flags/", "out")


def test_all_of_one_reason_are_answered_together(world, sign_in):
    flag = flagged(world, many=3)[0]
    session = sign_in(world.marianne)
    assert "2 more of ESN Bergen wait for the same reason" in text(session.get(f"/flags/{flag.pk}/").content.decode())
    page = session.post(f"/flags/{flag.pk}/", {"counts": "yes", "alike": "on"}, follow=True).content.decode()
    assert "Thank you for all 3." in page and "Nothing waits to be looked at." in page


def test_leaving_out_without_a_reason_is_refused_at_its_field(world, sign_in):
    flag = flagged(world)[0]
    answered = sign_in(world.marianne).post(f"/flags/{flag.pk}/", {"counts": "no"})
    assert answered.status_code == 422 and "Say why it stays out" in answered.content.decode()


def test_what_was_answered_shows_by_whom_and_why(world, sign_in):
    flag = flagged(world)[0]
    answer(act(world.marianne), flag, counts=False, note="Which beach?")
    page = text(sign_in(world.ines).get(f"/flags/{flag.pk}/").content.decode())
    assert "Marianne" in page and "Which beach?" in page


def test_the_desk_says_what_waits(world, sign_in):
    flagged(world, many=2)
    assert "2 flagged activities wait for your look" in text(sign_in(world.marianne).get("/desk/").content.decode())
    assert "flagged" not in sign_in(world.kari).get("/desk/").content.decode()


def test_its_coordinators_read_on_its_page_that_it_waits_and_why(world, client, sign_in):
    flag = flagged(world)[0]
    anybody = client.get(flag.activity.get_absolute_url()).content.decode()
    page = text(sign_in(world.kari).get(flag.activity.get_absolute_url()).content.decode())
    assert "All its counts end in a nought" in page and "looks at it" in page and "nought" not in anybody


def test_after_the_answer_they_read_the_note(world, sign_in):
    flag = flagged(world)[0]
    answer(act(world.marianne), flag, counts=False, note="Which beach?")
    page = sign_in(world.kari).get(flag.activity.get_absolute_url()).content.decode()
    assert "“Which beach?”" in page
