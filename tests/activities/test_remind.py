"""Coordinators are asked for the results of what was planned, gently and once each time."""

from datetime import date, timedelta

import pytest
from django.core import mail

from dugnad.activities import actions
from dugnad.activities.actions.remind import remind
from dugnad.core.ids import uuid7
from dugnad.network.models import Network, Office, Person
from tests.world import act, details

TODAY = date.today()


def planned(world, days_ago=1, title="Reading hour"):
    day = TODAY - timedelta(days=days_ago)
    return actions.plan(act(world.kari), uuid7(), world.bergen, details(title=title, starts_on=day))


def test_the_day_after_its_coordinator_is_asked_with_a_link(world):
    activity = planned(world)
    assert remind(TODAY) == 1
    assert (mail.outbox[0].to, mail.outbox[0].subject) == (["kari@example.org"], "How did “Reading hour” go?")
    assert f"/activities/{activity.pk}/results/" in mail.outbox[0].body


def test_on_the_day_itself_nobody_is_asked(world):
    planned(world, days_ago=0)
    assert remind(TODAY) == 0


def test_nobody_is_asked_twice_at_a_time_once_more_after_a_week_and_never_again(world):
    planned(world)
    assert [remind(TODAY + timedelta(days=days)) for days in (0, 0, 1, 6, 7, 8, 30)] == [1, 0, 0, 0, 1, 0, 0]


def test_several_make_one_mail(world):
    for title in ("Reading hour", "Blood drive"):
        planned(world, title=title)
    assert (remind(TODAY), mail.outbox[0].subject) == (1, "How did 2 activities go?")
    assert mail.outbox[0].body.count("/results/") == 2


def test_whose_results_are_there_is_not_asked(world):
    activity = planned(world)
    actions.report_results(act(world.kari), activity, details(starts_on=activity.starts_on), revision=activity.revision)
    assert remind(TODAY) == 0


def test_without_a_coordinator_of_its_own_the_country_is_asked(world):
    planned(world)
    Office.objects.filter(unit=world.bergen).update(until=TODAY)
    remind(TODAY)
    assert mail.outbox[0].to == ["marianne@example.org"]


def test_where_nobody_holds_an_office_nobody_is_asked(world):
    planned(world)
    Office.objects.update(until=TODAY)
    assert remind(TODAY) == 0


def test_it_is_written_in_the_persons_language(world):
    planned(world)
    Person.objects.filter(pk=world.kari.pk).update(language="nb")
    remind(TODAY)
    assert mail.outbox[0].subject == "Hvordan gikk «Reading hour»?"


def test_a_mail_that_could_not_be_sent_is_tried_again(world, monkeypatch, settings):
    planned(world)
    settings.EMAIL_BACKEND, settings.EMAIL_PORT = "django.core.mail.backends.smtp.EmailBackend", 9
    assert remind(TODAY) == 0
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    assert remind(TODAY) == 1


@pytest.mark.parametrize("old", [61, 200])
def test_what_is_long_gone_is_left_in_peace(world, old):
    planned(world, days_ago=old)
    assert remind(TODAY) == 0


def test_sample_data_write_to_nobody(world):
    planned(world)
    Network.objects.update(sample_data=True)
    assert remind(TODAY) == 0
