"""Public pages: every figure opens, the list shows what it says, and a page costs the same with many rows."""

import csv
import re
from datetime import date, timedelta
from io import BytesIO, StringIO

import pytest
from django.core.cache import caches
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from openpyxl import load_workbook

from dugnad.activities import actions
from dugnad.network.actions import add
from dugnad.network.models import Level, Network, Unit
from tests.world import act, details, register, term

PAGES = ("/", "/units/int/", "/units/no/", "/units/nep/", "/units/no-berg-esn/", "/activities/", "/activities/?unit=NO", "/directory/", "/about/", "/words/")


def several(world, many):
    for number in range(many):
        register(world.bergen, world.kari, title=f"Clean-up {number}", starts_on=date(2026, 1, 1) + timedelta(days=number % 300))


@pytest.mark.parametrize("many", [1, 3, 300])
def test_a_page_asks_at_most_twelve_questions_however_many_rows(world, client, many):
    several(world, many)
    assert {address: asked for address in PAGES if (asked := questions(client, address)) > 12} == {}


@pytest.mark.parametrize("many", [3, 300])
def test_made_anew_it_asks_no_more_than_that(world, client, many):
    several(world, many)
    assert {address: asked for address in PAGES if (asked := questions(client, address, anew=True)) > 12} == {}


def questions(client, address, anew=False):
    """How many a page asks that was asked for before."""
    client.get(address)
    if anew:
        caches["pictures"].clear()
    with CaptureQueriesContext(connection) as asked:
        assert client.get(address).status_code == 200
    return len(asked)


@pytest.mark.parametrize("many", [1, 3, pytest.param(300, marks=pytest.mark.slow)])
def test_the_activity_and_the_desk_do_not_ask_for_each_row(world, sign_in, django_assert_max_num_queries, many):
    several(world, many)
    session = sign_in(world.kari)
    activity = world.bergen.activities.first()
    for address in ("/desk/", activity.get_absolute_url()):
        session.get(address)
        with django_assert_max_num_queries(20):
            assert session.get(address).status_code == 200


def shown(page):
    """The sums at the foot of the list."""
    return dict(re.findall(r"<dt>([^<]+)</dt><dd>([^<]+)</dd>", page))


@pytest.mark.parametrize("address", ["/", "/units/int/", "/units/no/", "/units/nep/", "/units/no-berg-esn/"])
def test_every_figure_opens_the_list_whose_sum_is_the_same(world, client, address):
    year = timezone.localdate().year
    register(world.bergen, world.kari, starts_on=date(year, 1, 2), organisers=(world.oslo,), tags=(term("sdg", "13"),))
    register(world.oslo, world.ola, starts_on=date(year, 1, 3), cause=term("cause", "health"), volunteers=7)
    page = client.get(address).content.decode()
    figures = re.findall(r'<a href="(/activities/\?[^"]+)"><strong>([^<]+)</strong><span>([^<]+)</span>', page)
    assert len(figures) == 7
    for href, value, label in figures:
        assert shown(client.get(href.replace("&amp;", "&")).content.decode())[label].replace("€ ", "") == value.replace("€ ", "")


def test_a_row_of_a_breakdown_opens_its_activities(world, client):
    register(world.bergen, world.kari, starts_on=date(timezone.localdate().year, 1, 2))
    page = client.get("/units/no/").content.decode()
    href = re.search(r'href="(/activities/\?[^"]*cause=environment[^"]*)"', page)[1].replace("&amp;", "&")
    assert "Clean-up at the fjord" in client.get(href).content.decode()


@pytest.mark.parametrize(
    ("asked", "many"),
    [("q=fjord", 1), ("q=FJORD+litter", 1), ("q=nothing", 0), ("cause=environment", 1), ("cause=health", 1), ("type=talk", 1), ("sdg=13", 1), ("action=collect", 1),
     ("objective=environment-waste", 1), ("measure=food", 1), ("from=2026-01&to=2026-12", 1), ("to=2025-12", 1), ("unit=FR", 0), ("unit=ESN+Bergen", 1), ("unit=no&cause=health&type=talk", 1)],
)  # fmt: skip
def test_the_list_answers_what_it_is_asked(world, client, asked, many):
    tags = (term("sdg", "13"), term("action", "collect"), term("objective", "environment-waste"))
    register(world.bergen, world.kari, tags=tags, goods=((term("measure", "food"), 3),))
    register(world.oslo, world.ola, title="A talk", starts_on=date(2025, 3, 1), cause=term("cause", "health"), type=term("type", "talk"), summary="On sleep")
    page = client.get(f"/activities/?{asked}").content.decode()
    assert shown(page)["activities"] == str(many)


@pytest.mark.parametrize("asked", ["unit=NOWHERE", "from=soon", "from=2026-02&to=2026-01", "cause=nothing", "q=" + "x" * 300])
def test_what_cannot_be_asked_is_said_at_the_field(world, client, asked):
    answer = client.get(f"/activities/?{asked}")
    assert answer.status_code == 422 and b'class="error"' in answer.content
    assert client.get(f"/activities.csv?{asked}").status_code == 404


def test_old_words_are_found_under_the_new(world, client):
    from dugnad.activities.models import Term

    register(world.bergen, world.kari, cause=Term.objects.get(vocabulary__key="esn-2015-causes", key="animals"))
    assert shown(client.get("/activities/?cause=environment").content.decode())["activities"] == "1"


def test_pages_lose_and_repeat_no_row(world, client):
    several(world, 65)
    found, address = [], "/activities/"
    while address:
        page = client.get(address).content.decode()
        found += re.findall(r'<h3><a href="/activities/([0-9a-f-]{36})/"', page)
        more = re.search(r'href="(\?before=[^"]+)">Older', page)
        address = more and "/activities/" + more[1].replace("&amp;", "&")
    assert len(found) == len(set(found)) == 65


def test_held_counts_are_not_in_the_sum(world, client):
    register(world.bergen, world.kari, volunteers=5000, people_helped=90_000)
    sums = shown(client.get("/activities/").content.decode())
    assert (sums["volunteers"], sums["people helped"], sums["volunteer hours"]) == ("0", "0", "0")


def test_many_activities_are_summed_by_the_accounts(world, client, monkeypatch):
    monkeypatch.setattr("dugnad.showcase.footer.QUICK", 1)
    several(world, 3)
    page = client.get("/activities/").content.decode()
    assert "From the accounts" in page and shown(page)["activities"] == "3"


def test_words_that_stand_in_too_many_are_listed_without_their_sum(world, client, monkeypatch):
    several(world, 3)
    monkeypatch.setattr("dugnad.showcase.footer.LARGE", 2)
    monkeypatch.setattr("dugnad.activities.finding.FEW", 2)
    page = client.get("/activities/?q=clean").content.decode()
    assert "More than 5,000 activities" in page and "Clean-up 2" in page and shown(page) == {}


def test_words_that_stand_in_few_of_many_have_their_sum(world, client, monkeypatch):
    several(world, 3)
    monkeypatch.setattr("dugnad.showcase.footer.LARGE", 2)
    assert shown(client.get("/activities/?q=clean").content.decode())["activities"] == "3"


def test_a_search_that_finds_nothing_says_what_to_do(world, client):
    assert b"Take a word or a filter away" in client.get("/activities/?q=zebra").content and b"Nothing here yet" in client.get("/activities/").content


def test_the_files_hold_exactly_what_is_shown(world, client):
    register(world.bergen, world.kari, title="=SUM(A1)")
    register(world.oslo, world.ola, cause=term("cause", "health"))
    text = b"".join(client.get("/activities.csv?cause=environment").streaming_content).decode("utf-8-sig")
    rows = list(csv.DictReader(StringIO(text)))
    book = load_workbook(BytesIO(client.get("/activities.xlsx?cause=environment").content)).active
    assert [row["title"] for row in rows] == ["'=SUM(A1)"] and book.max_row == 2 and book["B2"].value == "'=SUM(A1)"
    assert client.get("/activities.pdf").status_code == 404


def test_a_section_has_its_own_quilt_and_its_best_told_activities(world, client):
    register(world.bergen, world.kari, starts_on=timezone.localdate(), learnt="Bring gloves", outcome="Thirty bags")
    page = client.get("/units/no-berg-esn/").content.decode()
    assert "Well told" in page and "weeks" in page


def test_a_closed_unit_says_so(world, client):
    Unit.objects.filter(pk=world.oslo.pk).update(closed_on=date(2026, 1, 1))
    assert b"Closed since" in client.get("/units/no-oslo-esn/").content


def test_joint_activities_are_why_rows_add_up_to_more(world, client):
    register(world.bergen, world.kari, starts_on=timezone.localdate(), organisers=(world.oslo,))
    assert b"joint activity counts once for each organiser" in client.get("/units/no/").content


def test_a_unit_without_coordinator_says_whom_to_ask(world, client):
    section = add(Level.objects.get(key="section"), "NO-ALTA", "ESN Alta", parent=world.norway)
    assert b"Ask Norway" in client.get(section.get_absolute_url()).content


def test_sample_data_say_so_on_every_page(world, client):
    Network.objects.update(sample_data=True)
    assert all(b"sample data" in client.get(address).content for address in PAGES)


def test_an_activity_of_an_old_cause_says_what_it_counts_as(world, client):
    from dugnad.activities.models import Term

    activity = register(world.bergen, world.kari, cause=Term.objects.get(vocabulary__key="esn-2015-causes", key="animals"))
    assert b"counts as Environmental Sustainability" in client.get(activity.get_absolute_url()).content


def test_a_held_count_is_named_on_the_page(world, client):
    activity = register(world.bergen, world.kari, volunteers=5000, goods=((term("measure", "food"), 999_999),))
    page = client.get(activity.get_absolute_url()).content.decode()
    assert "Beyond what one activity plausibly counts: Volunteers" in page and "Food collected" in page


def test_the_history_is_for_those_who_may_see_it(world, client, sign_in):
    activity = register(world.bergen, world.kari)
    actions.amend(act(world.kari), activity, details(volunteers=11), reason="counted again", revision=1)
    assert b"counted again" not in client.get(activity.get_absolute_url()).content
    assert b"counted again" in sign_in(world.aud).get(activity.get_absolute_url()).content


def test_nothing_is_founded_and_the_page_says_how(client, db):
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("UPDATE network_unit SET parent_id = id WHERE parent_id IS NULL")
    assert b"Nothing is founded yet" in client.get("/").content


def test_a_photo_whose_file_is_gone_is_not_found(world, client, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    activity = register(world.bergen, world.kari)
    activity.photos.create(file="photos/gone.jpg", alt="Gone", width=1, height=1)
    assert client.get("/media/photos/gone.jpg").status_code == 404


def test_an_activity_leads_to_every_figure_that_it_moved(world, client):
    activity = register(world.bergen, world.kari, organisers=(world.oslo,))
    page = client.get(activity.get_absolute_url()).content.decode()
    found = re.findall(r'href="(/figures/\?unit=([\w-]+)[^"]*)"', page)
    assert [code for _href, code in found] == ["NO-BERG-ESN", "NO-OSLO-ESN", "NO", "NEP", "INT"]
    for href, _code in found:
        assert "March 2026. Activities: 1." in client.get(href.replace("&amp;", "&")).content.decode()


def test_a_planned_one_has_moved_none(world, sign_in):
    from dugnad.core.ids import uuid7

    planned = actions.plan(act(world.kari), uuid7(), world.bergen, details(starts_on=date.today() - timedelta(days=1)))
    assert "/figures/?" not in sign_in(world.kari).get(planned.get_absolute_url()).content.decode()


def test_a_record_is_said_on_the_page_of_the_unit(world, client):
    today = timezone.localdate()
    for years_ago, many in ((2, 1), (1, 1), (0, 2)):
        for number in range(many):
            register(world.bergen, world.kari, title=f"{years_ago} {number}", starts_on=today.replace(year=today.year - years_ago, day=1))
    assert "is a record: 2 activities." in client.get("/units/no/").content.decode()
    assert "is a record" not in client.get("/units/fr/").content.decode()
