"""Nothing waits silently, and nobody is asked twice."""

from datetime import date, timedelta

import pytest
from django.core import mail
from django.utils.translation import gettext, override

from dugnad.activities.models import Activity
from dugnad.cli.working import hourly
from dugnad.network.models import Network, Office, Person
from dugnad.review.actions.ask import take_back
from dugnad.review.actions.keep import keep
from dugnad.review.actions.look import take
from dugnad.review.actions.remind import remind
from dugnad.review.actions.revoke import revoke
from dugnad.review.models import Notice, Review
from dugnad.review.tasks import tell
from tests.review.making import asked, committee, fresh, gave
from tests.world import act

TODAY = date.today()
SOON, LATE = TODAY + timedelta(days=11), TODAY + timedelta(days=15)


def to():
    return sorted(address for message in mail.outbox for address in message.to)


def test_three_days_before_whoever_may_take_it_is_asked(world):
    case = asked(world)
    assert remind(SOON) == 2
    assert to() == ["ines@example.org", "marianne@example.org"]
    assert (mail.outbox[0].subject, f"/reviews/{case.pk}/" in mail.outbox[0].body) == ("Somebody waits for your look at “Clean-up at the fjord”", True)


def test_in_hand_only_that_person_is_asked(world):
    take(act(world.marianne), asked(world))
    remind(SOON)
    assert to() == ["marianne@example.org"]


def test_once_before_and_once_when_overdue_and_never_again(world):
    take(act(world.marianne), asked(world))
    assert [remind(TODAY + timedelta(days=days)) for days in (0, 10, 11, 11, 12, 14, 15, 15, 40)] == [0, 0, 1, 0, 0, 0, 1, 0, 0]


def test_several_make_one_mail(world):
    for title in ("Reading hour", "Blood drive"):
        take(act(world.marianne), asked(world, title=title))
    assert (remind(LATE), mail.outbox[0].body.count("was due on")) == (1, 2)


def test_whose_account_is_closed_is_not_asked_and_it_is_free_again(world):
    case = asked(world)
    take(act(world.marianne), case)
    Person.objects.filter(pk=world.marianne.pk).update(is_active=False)
    assert remind(SOON) == 0
    keep(TODAY)
    assert (remind(SOON), to()) == (1, ["ines@example.org"])


def test_what_was_given_reminds_nobody(world):
    gave(world.marianne, asked(world))
    mail.outbox.clear()
    assert remind(LATE) == 0


def test_whoever_settles_what_two_saw_differently_is_asked_too(world):
    cleo = committee(world)
    gave(cleo, gave(world.marianne, asked(world, twice=True)), "returned")
    remind(SOON)
    assert "ines@example.org" in to() and "marianne@example.org" not in to()


def test_it_is_written_in_the_readers_language(world):
    """The catalogue may lag behind; the day is written as the reader has it."""
    Person.objects.filter(pk=world.marianne.pk).update(language="fr")
    take(act(world.marianne), asked(world))
    remind(SOON)
    assert "Clean-up at the fjord" in mail.outbox[0].body


@pytest.mark.parametrize(("outcome", "words"), [("returned", "something is missing"), ("regular", "without the label")])
def test_the_author_is_told_what_came_of_it(world, outcome, words):
    case = gave(world.marianne, asked(world), outcome)
    assert (to(), words in mail.outbox[0].subject, case.get_absolute_url() in mail.outbox[0].body) == (["kari@example.org"], True, True)


def test_of_the_label_its_congratulation_tells(world):
    gave(world.marianne, asked(world))
    assert to() == []


def test_and_told_once(world):
    case = gave(world.marianne, asked(world), "returned")
    tell.call(case=str(case.pk), round=1, about="answer")
    assert len(mail.outbox) == 1


def test_and_when_the_label_is_revoked_why(world):
    case = gave(world.marianne, asked(world))
    revoke(act(world.ines), case.award, reason="Another section’s <b>event</b>.")
    assert "Another section’s <b>event</b>." in mail.outbox[0].body


def test_a_mail_that_could_not_be_sent_is_tried_again(world, settings):
    take(act(world.marianne), asked(world))
    settings.EMAIL_BACKEND, settings.EMAIL_PORT = "django.core.mail.backends.smtp.EmailBackend", 9
    assert (remind(SOON), Notice.objects.count()) == (0, 0)
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    assert remind(SOON) == 1


def test_an_answer_that_could_not_be_sent_waits_in_the_queue(world, settings):
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    case = gave(world.marianne, asked(world), "returned")
    settings.EMAIL_BACKEND, settings.EMAIL_PORT = "django.core.mail.backends.smtp.EmailBackend", 9
    tell.call(case=str(case.pk), round=1, about="answer")
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    tell.call(case=str(case.pk), round=1, about="answer")
    assert to() == ["kari@example.org"]


def test_an_author_who_has_not_answered_is_asked_once(world):
    case = gave(world.marianne, asked(world), "returned")
    mail.outbox.clear()
    assert [remind(TODAY + timedelta(days=days)) for days in (13, 15, 15, 40)] == [0, 1, 0, 0]
    assert (to(), mail.outbox[0].subject) == (["kari@example.org"], "“Clean-up at the fjord” waits for your answer")
    assert f"/reviews/{case.pk}/" in mail.outbox[0].body


def test_an_author_who_may_no_longer_answer_or_has_taken_it_back_is_not_asked(world):
    gave(world.marianne, asked(world), "returned")
    taken_back = gave(world.marianne, asked(world, title="Another"), "returned")
    take_back(act(world.kari), taken_back)
    Office.objects.filter(person=world.kari).update(until=TODAY - timedelta(days=1))
    mail.outbox.clear()
    assert (remind(TODAY + timedelta(days=15)), to()) == (0, [])


def test_an_author_is_asked_another_time_if_the_mail_could_not_be_sent(world, settings):
    gave(world.marianne, asked(world), "returned")
    settings.EMAIL_BACKEND, settings.EMAIL_PORT = "django.core.mail.backends.smtp.EmailBackend", 9
    assert remind(LATE) == 0
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    assert remind(LATE) == 1


def test_the_worker_asks_whoever_has_it_in_hand_once(world):
    Person.objects.filter(pk=world.marianne.pk).update(language="nb")
    case = asked(world, title="Sweeping")
    take(act(world.marianne), case)
    Review.objects.update(due_on=TODAY + timedelta(days=2))
    for _hour in range(2):
        hourly()
    told = [message for message in mail.outbox if "Sweeping" in message.subject]
    with override("nb"):
        dear = gettext("Dear %(person)s,") % {"person": world.marianne}
    assert [message.to for message in told] == [["marianne@example.org"]] and dear in told[0].body


def test_sample_data_write_to_nobody(world):
    Network.objects.update(sample_data=True)
    case = gave(world.marianne, asked(world))
    asked(world, title="Another")
    assert (remind(LATE), case.state, mail.outbox) == (0, "decided", [])


def test_what_was_withdrawn_meanwhile_is_closed(world):
    case = asked(world)
    take(act(world.marianne), case)
    Activity.objects.filter(pk=case.activity_id).update(state="withdrawn")
    keep(TODAY)
    keep(TODAY)
    assert (fresh(case).state, case.reviews.standing().count(), remind(LATE)) == ("withdrawn", 0, 0)
