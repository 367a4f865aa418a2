"""The self-check on the form, and what is counted apart."""

from datetime import date

import pytest
from django.urls import reverse

from dugnad.activities import actions
from dugnad.activities.models import Activity
from dugnad.activities.posting import all_postings
from dugnad.core.ids import uuid7
from dugnad.figures import reading
from dugnad.figures.audit import audit
from tests.world import act, details, register, term

pytestmark = pytest.mark.django_db


def labels(unit):
    return {value: sums.activities for value, sums in reading.by(reading.Question((unit.pk,), facet="label"), "value").items()}


def typed(**more):
    return {"id": str(uuid7()), "title": "Karaoke night", "starts_on": "2026-03-14", "cause": "culture", "volunteers": "3", **more}


def test_a_regular_activity_counts_like_any_and_is_told_apart(world):
    register(world.bergen, world.kari, regular=True)
    assert labels(world.norway) == {"regular": 1}
    assert reading.total(reading.Question((world.norway.pk,))).activities == 1 and audit(all_postings).differences == []


def test_amending_turns_it_into_another(world):
    activity = register(world.bergen, world.kari, regular=True)
    actions.amend(act(world.kari), activity, details(regular=False), reason="It helped the neighbours", revision=activity.revision)
    assert labels(world.bergen) == {} and audit(all_postings).differences == []


def test_what_a_review_said_is_not_changed_by_amending(world):
    activity = register(world.bergen, world.kari)
    activity = actions.judge(act(world.ines), activity, term("label", "impact-1"))
    actions.amend(act(world.kari), activity, details(title="Clean-up again", regular=True), reason="A better title", revision=activity.revision)
    assert labels(world.bergen) == {"impact-1": 1} and audit(all_postings).differences == []


def test_a_label_that_is_taken_back_leaves_nothing(world):
    activity = register(world.bergen, world.kari)
    for label in (term("label", "impact-2"), None):
        activity = actions.judge(act(world.ines), activity, label)
    assert labels(world.bergen) == {} and activity.judged_at is None and audit(all_postings).differences == []


def test_of_what_does_not_count_the_label_moves_no_figure(world):
    activity = actions.judge(act(world.ines), register(world.bergen, world.kari), term("label", "impact-2"))
    activity = actions.withdraw(act(world.kari), activity, reason="It was another day.")
    activity = actions.judge(act(world.ines), activity, None)
    assert activity.label is None and labels(world.bergen) == {} and audit(all_postings).differences == []


def test_the_accounts_before_and_after_a_review_differ_in_the_label_alone(world):
    activity = register(world.bergen, world.kari)
    before = reading.total(reading.Question((world.top.pk,)))
    actions.judge(act(world.ines), activity, term("label", "impact-3"))
    assert reading.total(reading.Question((world.top.pk,))) == before


class TestForm:
    @pytest.fixture(autouse=True)
    def kari(self, world, sign_in):
        sign_in(world.kari)

    def asked(self, client, world, part=True, **more):
        headers = {"X-Part": "reads"} if part else {}
        return client.post(reverse("register-for", args=["no-berg-esn"]), typed(check="1", **more), headers=headers)

    def test_it_answers_in_words_and_keeps_nothing(self, client, world):
        page = self.asked(client, world)
        assert b"This reads as a regular activity." in page.content and b"karaoke" in page.content and b"<html" not in page.content
        assert not Activity.objects.exists()

    def test_without_scripts_the_page_comes_back_with_all_that_was_typed(self, client, world):
        page = self.asked(client, world, part=False, cause="", starts_on="no day")
        assert b"This reads as a regular activity." in page.content and b'value="Karaoke night"' in page.content
        assert page.status_code == 200 and b'class="error"' not in page.content

    def test_answers_are_kept_with_the_activity(self, client, world):
        client.post(reverse("register-for", args=["no-berg-esn"]), typed(check_cause="yes", check_need="partly", regular="on"))
        activity = Activity.objects.get()
        assert activity.checks == {"cause": "yes", "need": "partly"} and activity.label.key == "regular"
        assert b'name="check_cause" value="yes" id="id_check_cause_0" checked' in client.get(reverse("amend", args=[activity.pk])).content.replace(
            b"required ", b""
        )

    def test_nonsense_in_an_answer_is_said_at_its_question(self, client, world):
        page = client.post(reverse("register-for", args=["no-berg-esn"]), typed(check_cause="<b>"))
        assert page.status_code == 422 and b"Answer yes, partly or no" in page.content and b"<b>" not in page.content

    def test_while_amending_too(self, client, world):
        activity = register(world.bergen, world.kari)
        page = client.post(reverse("amend", args=[activity.pk]), typed(check="1", revision=1), headers={"X-Part": "reads"})
        assert b"This reads as" in page.content

    def test_a_reviewed_one_no_longer_asks_whether_it_is_regular(self, client, world):
        activity = actions.judge(act(world.ines), register(world.bergen, world.kari), term("label", "impact-1"))
        assert b'name="regular"' not in client.get(reverse("amend", args=[activity.pk])).content


def test_pages_tell_apart_what_is_regular_and_what_carries_the_label(client, world):
    today = date.today()
    register(world.bergen, world.kari, starts_on=today, regular=True)
    actions.judge(act(world.ines), register(world.bergen, world.kari, starts_on=today), term("label", "impact-1"))
    for address in ("/", "/units/no/"):
        page = client.get(address).content.decode()
        assert "is a regular activity" in page and "carries the label" in page
    listed = client.get("/activities/?label=regular").content.decode()
    assert listed.count("Clean-up at the fjord") >= 1
    assert "with the label" in client.get("/figures/?unit=NO&span=year").content.decode()
