"""The pages on which the record is written."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from dugnad.activities.models import Activity, Draft, Term, Vocabulary
from dugnad.core import marks
from dugnad.core.ids import uuid7
from tests.world import act, details, register, term

FORM = "/units/no-berg-esn/register/"
ANSWERS = {"title": "Clean-up at the fjord", "starts_on": "2026-03-14", "cause": "environment", "volunteers": "12", "summary": "We picked litter."}


def sent(session, **changes):
    return session.post(FORM, {"id": str(uuid7())} | ANSWERS | changes)


def test_six_answers_are_enough(world, sign_in):
    answer = sent(sign_in(world.kari))
    assert answer.status_code == 302 and Activity.objects.get().state == "registered"


def test_the_page_after_says_what_it_added_to_each_total(world, sign_in):
    session = sign_in(world.kari)
    page = session.get(sent(session)["Location"]).content.decode()
    assert all(name in page for name in ("ESN Bergen", "Norway", "Northern European Platform", "Test network", "+1"))


def test_the_same_form_sent_twice_registers_once(world, sign_in):
    session, id = sign_in(world.kari), str(uuid7())
    assert sent(session, id=id)["Location"] == sent(session, id=id)["Location"] and Activity.objects.count() == 1


def test_a_broken_id_is_replaced(world, sign_in):
    assert sent(sign_in(world.kari), id="broken").status_code == 302


def test_what_is_wrong_is_said_at_the_field_and_nothing_is_lost(world, sign_in):
    answer = sent(sign_in(world.kari), starts_on="2026-02-30", title="Stays here")
    page = answer.content.decode()
    assert answer.status_code == 422 and "That day does not exist" in page and "Stays here" in page and not Activity.objects.exists()


def test_what_lies_ahead_is_planned(world, sign_in):
    sent(sign_in(world.kari), starts_on=str(date.today() + timedelta(days=5)), volunteers="")
    assert Activity.objects.get().state == "planned"


def test_a_likely_duplicate_is_asked_about_once(world, sign_in):
    session = sign_in(world.kari)
    sent(session)
    asked = sent(session, title="Cleanup at the fjord", starts_on="2026-03-15")
    assert asked.status_code == 409 and b"Is it one of these" in asked.content and Activity.objects.count() == 1
    assert sent(session, title="Cleanup at the fjord", another="1").status_code == 302


def test_another_title_is_no_duplicate(world, sign_in):
    session = sign_in(world.kari)
    sent(session)
    assert sent(session, title="Christmas market for the shelter").status_code == 302


def test_a_copy_keeps_what_it_was_and_not_how_many(world, sign_in):
    activity = register(world.bergen, world.kari, learnt="Bring gloves")
    page = sign_in(world.kari).get(f"{FORM}?copy={activity.pk}").content.decode()
    assert "Clean-up at the fjord" in page and "Bring gloves" not in page


def test_a_draft_is_saved_while_one_types_and_comes_back(world, sign_in):
    session, id = sign_in(world.kari), uuid7()
    saved = session.post(f"/drafts/{id}/", {"unit": "NO-BERG-ESN", "title": "Half a tit", "volunteers": "many"}).json()
    page = session.get(f"{FORM}?draft={id}").content.decode()
    assert saved["saved"] and "Half a tit" in page and "many" in page


def test_what_is_registered_is_a_draft_no_more(world, sign_in):
    activity = register(world.bergen, world.kari)
    answer = sign_in(world.kari).post(f"/drafts/{activity.pk}/", {"unit": "NO-BERG-ESN", "title": "Late"})
    assert answer.status_code == 409 and "registered" in answer.json()["says"]


def test_a_draft_is_thrown_away_on_the_desk(world, sign_in):
    session, id = sign_in(world.kari), uuid7()
    session.post(f"/drafts/{id}/", {"unit": "NO-BERG-ESN", "title": "Half a tit"})
    assert b"Half a tit" in session.get("/desk/").content
    session.post(f"/drafts/{id}/", {"discard": "1"})
    assert not Draft.objects.exists()


def test_with_one_unit_there_is_nothing_to_choose(world, sign_in):
    assert sign_in(world.kari).get("/activities/new/")["Location"] == FORM


def test_with_many_units_one_chooses(world, sign_in):
    assert b"ESN Oslo" in sign_in(world.marianne).get("/activities/new/").content


def amended(session, activity, **changes):
    return session.post(f"/activities/{activity.pk}/amend/", ANSWERS | {"revision": "1", "reason": "counted again"} | changes)


def test_an_amendment_is_saved_with_its_reason(world, sign_in):
    activity = register(world.bergen, world.kari)
    assert amended(sign_in(world.kari), activity).status_code == 302
    activity.refresh_from_db()
    assert activity.volunteers == 12


def test_an_amendment_without_a_reason_is_asked_for_it(world, sign_in):
    answer = amended(sign_in(world.kari), register(world.bergen, world.kari), reason="")
    assert answer.status_code == 422 and b"id_reason_error" in answer.content


def test_a_wrong_amendment_is_said_at_the_field(world, sign_in):
    assert b"id_volunteers_error" in amended(sign_in(world.kari), register(world.bergen, world.kari), volunteers="-1").content


def test_the_second_of_two_sees_both_versions(world, sign_in):
    activity, session = register(world.bergen, world.kari), sign_in(world.kari)
    amended(session, activity, volunteers="11")
    answer = amended(session, activity, volunteers="13")
    page = answer.content.decode()
    assert answer.status_code == 409 and "Compare both versions" in page and ">11<" in page and ">13<" in page
    assert amended(session, activity, volunteers="13", revision="2").status_code == 302


def test_results_are_reported_on_their_page(world, sign_in):
    from dugnad.activities import actions

    planned = actions.plan(act(world.kari), uuid7(), world.bergen, details(starts_on=date.today() - timedelta(days=1)))
    session = sign_in(world.kari)
    assert b"Report the results" in session.get("/desk/").content
    day = str(date.today() - timedelta(days=1))
    assert session.post(f"/activities/{planned.pk}/results/", ANSWERS | {"starts_on": day, "revision": "1"}).status_code == 302
    assert Activity.objects.get().state == "registered"


def test_a_withdrawal_asks_why(world, sign_in):
    activity = register(world.bergen, world.kari)
    assert sign_in(world.kari).post(f"/activities/{activity.pk}/withdraw/", {"reason": ""}).status_code == 422


def test_held_counts_wait_on_the_national_desk(world, sign_in):
    register(world.bergen, world.kari, volunteers=5000)
    assert b"Counts that wait" in sign_in(world.marianne).get("/desk/").content


def test_a_named_co_organiser_is_asked_on_the_desk_and_may_decline(world, sign_in):
    activity = register(world.bergen, world.kari, organisers=(world.oslo,))
    session = sign_in(world.ola)
    assert b"organise these too" in session.get("/desk/").content
    session.post(f"/organisers/{activity.organisers.get().pk}/answer/", {"answer": "decline"})
    assert activity.organisers.get().state == "declined"


@pytest.mark.parametrize("language", ["nb", "fr"])
def test_the_form_speaks_the_persons_language(world, sign_in, language):
    session = sign_in(world.kari)
    session.cookies["django_language"] = language
    assert {"nb": "Hva gjorde dere?", "fr": "Qu’avez-vous fait"}[language] in session.get(FORM).content.decode()


def upload(session, activity, content, name="birch.jpg"):
    from io import BytesIO

    file = BytesIO(content)
    file.name = name
    return session.post(f"/activities/{activity.pk}/photos/", {"file": file, "alt": "A birch"})


def test_a_photo_is_added_on_its_page_and_its_thumbnail_made(world, sign_in, settings, tmp_path):
    from io import BytesIO

    from PIL import Image

    settings.MEDIA_ROOT = tmp_path
    out = BytesIO()
    Image.new("RGB", (900, 600)).save(out, "JPEG")
    activity = register(world.bergen, world.kari)
    assert upload(sign_in(world.kari), activity, out.getvalue()).status_code == 302
    assert activity.photos.get().small


def test_a_zip_that_is_called_a_photo_is_refused_at_the_field(world, sign_in):
    answer = upload(sign_in(world.kari), register(world.bergen, world.kari), b"PK\x03\x04 zip")
    assert answer.status_code == 422 and b"id_file_error" in answer.content


def old_cause():
    return Term.objects.filter(vocabulary__key="esn-2015-causes", mapping__isnull=False).first()


def as_it_stands(page):
    """What a browser would send back."""
    return {field.html_name: value for field in page.context["form"] if (value := field.value()) not in (None, [], False)}


def test_an_old_word_stays_when_something_else_is_amended(world, sign_in):
    activity = register(world.bergen, world.kari, cause=old_cause())
    address = f"/activities/{activity.pk}/amend/"
    page = sign_in(world.kari).get(address)
    assert f'value="esn-2015-causes.{activity.cause.key}" checked' in page.content.decode()
    sign_in(world.kari).post(address, as_it_stands(page) | {"volunteers": "12", "reason": "counted again"})
    activity.refresh_from_db()
    assert (activity.volunteers, activity.cause) == (12, old_cause())


def test_an_old_word_is_offered_only_where_it_stands(world, sign_in):
    activity = register(world.bergen, world.kari)
    page = sign_in(world.kari).get(f"/activities/{activity.pk}/amend/")
    assert "esn-2015-causes" not in page.content.decode()
    answer = sign_in(world.kari).post(f"/activities/{activity.pk}/amend/", as_it_stands(page) | {"cause": f"esn-2015-causes.{old_cause().key}"})
    assert (answer.status_code, "Choose one from the list" in answer.content.decode()) == (422, True)


def test_a_copy_of_an_old_one_says_it_in_todays_words(world, sign_in):
    activity = register(world.bergen, world.kari, cause=old_cause())
    page = sign_in(world.kari).get(f"/units/no-berg-esn/register/?copy={activity.pk}")
    assert page.context["form"]["cause"].value() == old_cause().mapping.new.key


def test_an_amount_of_an_old_measure_stays(world, sign_in):
    measure = term("measure", "litter")
    activity = register(world.bergen, world.kari, goods=((measure, Decimal(40)),))
    Vocabulary.objects.filter(pk=measure.vocabulary_id).update(until=date(2026, 11, 1))
    marks.touch("vocabulary")
    address = f"/activities/{activity.pk}/amend/"
    sign_in(world.kari).post(address, as_it_stands(sign_in(world.kari).get(address)) | {"volunteers": "12", "reason": "counted again"})
    assert [(good.measure, good.amount) for good in activity.goods.all()] == [(measure, 40)]
