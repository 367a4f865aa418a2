"""Milestones and streaks are read from the record; those who asked are told of each by mail, once."""

from datetime import date, timedelta

import pytest
from django.core import mail

from dugnad.core.periods import month_of, of_term, parse_month, term_of
from dugnad.directory import actions as people
from dugnad.network.models import Network, Office, Person
from dugnad.seasons import milestones
from dugnad.seasons.actions.cheer import cheer
from dugnad.seasons.models import Cheer
from tests.seasons.making import DURING, did
from tests.world import act, on

NOW = parse_month("2026-05")


def wants(*persons, **changes):
    Person.objects.filter(pk__in=[person.pk for person in persons]).update(wants_milestones=True, **changes)


def cheered(day=DURING):
    with on(day):
        return cheer(day)


@pytest.mark.parametrize(("activities", "number"), [(0, 0), (1, 1), (9, 1), (10, 10), (99, 50), (100, 100), (1_000_000, 100_000)])
def test_the_largest_number_reached(activities, number):
    assert milestones.reached(activities) == number


def test_the_numbers_reached_since():
    assert milestones.between(9, 25) == [10, 25] and milestones.between(25, 25) == []


@pytest.mark.parametrize(
    ("back", "row"), [((0, 1, 2), 3), ((1, 2), 2), ((2, 3), 0), ((0, 2), 1), ((), 0)], ids=["running", "running month empty", "broken", "a gap", "nothing"]
)
def test_months_in_a_row(back, row):
    assert milestones.streak([NOW - one for one in back], NOW) == row


def test_terms_are_february_to_july_and_august_to_january():
    assert [term_of(parse_month(text)) - term_of(parse_month("2026-02")) for text in ("2026-01", "2026-02", "2026-07", "2026-08")] == [-1, 0, 0, 1]
    assert list(of_term(term_of(parse_month("2027-01")))) == list(range(parse_month("2026-08"), parse_month("2027-02")))


def test_a_whole_term_is_one_with_something_in_every_month():
    term = of_term(term_of(NOW))
    assert milestones.whole_terms(term, NOW) == [term_of(NOW)] and milestones.whole_terms(list(term)[1:], NOW) == []


def test_the_day_of_a_milestone_is_that_of_its_activity(world):
    for number in range(11):
        did(world, "bergen", 1, date(2026, 1, 1) + timedelta(days=number), title=f"Number {number}")
    assert milestones.newest(world.bergen, 11) == milestones.Milestone(10, date(2026, 1, 10))


def test_a_unit_without_activities_has_none(world):
    assert (milestones.newest(world.bergen, 0), milestones.said(world.bergen, 0, {})) == (None, "")


def test_it_is_one_quiet_line_on_the_page_of_a_section(world, client):
    for month in (1, 2, 3):
        did(world, "bergen", 1, date(2026, month, 12))
    with on(DURING):
        page = client.get("/units/no-berg-esn/").content.decode()
    assert "First activity on Jan 12, 2026; 3 months in a row." in page


def test_ten_activities_are_said_in_words(world):
    did(world, "bergen", 10)
    with on(DURING):
        assert milestones.said(world.bergen, 10, {month_of(DURING): 10}) == "Activity number 10 on Mar 20, 2026"


def test_who_asked_is_told_of_the_first_with_a_link_and_the_way_out(world):
    wants(world.kari)
    did(world, "bergen")
    assert cheered() == 1
    assert (mail.outbox[0].to, mail.outbox[0].subject) == (["kari@example.org"], "ESN Bergen: the first activity")
    assert "/units/no-berg-esn/" in mail.outbox[0].body and "/account/" in mail.outbox[0].body


def test_nobody_is_told_who_did_not_ask(world):
    did(world, "bergen")
    assert cheered() == 0


def test_once_for_each_milestone(world):
    wants(world.kari)
    did(world, "bergen")
    first = cheered(), cheered()
    did(world, "bergen", 9)
    assert (first, cheered(), cheered(), mail.outbox[-1].subject) == ((1, 0), 1, 0, "ESN Bergen: 10 activities")


def test_of_several_at_once_the_largest_is_told(world):
    wants(world.kari)
    did(world, "bergen", 26)
    assert cheered() == 1 and mail.outbox[0].subject == "ESN Bergen: 25 activities"


def test_what_was_reached_before_is_no_news(world):
    did(world, "bergen", 10)
    wants(world.kari)
    assert cheered(DURING + timedelta(days=8)) == 0


def test_a_whole_term_is_told_when_its_last_month_has_something(world):
    wants(world.kari)
    for month in (2, 3, 4, 5, 6):
        did(world, "bergen", 1, date(2026, month, 3))
    before = cheered(date(2026, 6, 20))
    did(world, "bergen", 1, date(2026, 7, 3))
    assert (before, cheered(date(2026, 7, 4)), mail.outbox[-1].subject) == (0, 1, "ESN Bergen: an activity in every month of the term")


@pytest.mark.parametrize(("day", "told"), [(date(2026, 8, 20), 1), (date(2026, 9, 2), 0)])
def test_a_term_that_is_over_is_news_for_a_month(world, day, told):
    for month in (2, 3, 4, 5, 6, 7):
        did(world, "bergen", 1, date(2026, month, 3))
    wants(world.kari)
    assert cheered(day) == told


def test_only_for_the_units_in_which_one_holds_an_office(world):
    wants(world.kari, world.nora, world.marianne)
    did(world, "oslo")
    cheered()
    assert [message.to for message in mail.outbox] == [["marianne@example.org"]]


def test_in_the_persons_language(world):
    wants(world.kari, language="fr")
    did(world, "bergen")
    cheered()
    assert mail.outbox[0].subject.startswith("ESN Bergen")


def test_sample_data_write_to_nobody(world):
    wants(world.kari)
    did(world, "bergen")
    Network.objects.update(sample_data=True)
    assert cheered() == 0


def test_a_mail_that_could_not_be_sent_is_tried_again(world, settings):
    wants(world.kari)
    did(world, "bergen")
    settings.EMAIL_BACKEND, settings.EMAIL_PORT = "django.core.mail.backends.smtp.EmailBackend", 9
    failed = cheered(), Cheer.objects.count()
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    assert (failed, cheered()) == ((0, 0), 1)


def test_it_is_a_setting_of_ones_account_on_and_off(world, sign_in):
    session = sign_in(world.kari)
    session.post("/account/", {"name": "Kari", "language": "en", "wants_milestones": "on"})
    on_ = Person.objects.get(pk=world.kari.pk).wants_milestones
    session.post("/account/", {"name": "Kari", "language": "en"})
    assert (on_, Person.objects.get(pk=world.kari.pk).wants_milestones) == (True, False)


def test_whose_office_has_ended_is_told_no_more(world):
    people.edit_person(act(world.kari), world.kari, name="Kari", language="en", wants_milestones=True)
    Office.objects.filter(person=world.kari).update(until=date(2026, 3, 1))
    did(world, "oslo")
    assert cheered() == 0
