"""The pages of the market: they begin with a number, cost few questions, lose nothing that was typed, and answer nonsense in words."""

import html

import pytest

from dugnad.activities.models import Activity
from dugnad.core.ids import uuid7
from dugnad.ideas.actions import write as actions
from dugnad.ideas.models import Idea
from tests.ideas.making import FORM, answers, draft, idea, tried
from tests.world import act, register

NONSENSE = ("x", "-1", "9" * 400, "NaN", "1e9", "\x00", "<b>", "'; DROP TABLE ideas_idea;--", "‮", "🌲" * 80)
FIELDS = ("people", "budget", "within", "cause", "effort", "season", "language", "country", "tried", "page")
CHANGE = FORM | {"revision": "1"}


@pytest.mark.parametrize("many", [1, 40])
@pytest.mark.parametrize("asked", ["", "?q=walk", "?q=wlak", "?people=5&budget=0&within=7", "?tried=yes"])
def test_the_list_asks_at_most_twelve_questions(world, sign_in, django_assert_max_num_queries, asked, many):
    for number in range(many):
        idea(world, title=f"Walk {number}")
    tried(world, Idea.objects.first())
    session = sign_in(world.kari)
    session.get(f"/ideas/{asked}")
    with django_assert_max_num_queries(12):
        session.get(f"/ideas/{asked}")


def test_it_begins_with_how_many_there_are_and_how_many_fit(world, client):
    idea(world, title="Small", people=2)
    idea(world, title="Large", people=40)
    assert "<b>2</b> ideas that work" in client.get("/ideas/").content.decode()
    assert "<b>1</b> of 2 ideas fits what you have." in client.get("/ideas/?people=3").content.decode()


def test_an_empty_market_says_what_will_be_here(world, client):
    assert "Here will be the ideas of your network" in client.get("/ideas/").content.decode()
    assert "Here will be which ideas went" in client.get("/ideas/transfers/").content.decode()
    assert "Here will be the market sessions" in client.get("/ideas/markets/").content.decode()


@pytest.mark.thorough
@pytest.mark.parametrize("value", NONSENSE, ids=ascii)
@pytest.mark.parametrize("field", FIELDS)
def test_nonsense_in_a_parameter_is_said_at_its_field(world, client, field, value):
    idea(world)
    answer = client.get("/ideas/", {field: value})
    assert answer.status_code == 422 and (field == "page" or f'id="id_{field}_error"' in answer.content.decode())
    assert "Walk and pick" in answer.content.decode()


@pytest.mark.thorough
@pytest.mark.parametrize("value", NONSENSE, ids=ascii)
def test_any_words_may_be_asked_for(world, client, value):
    idea(world)
    assert client.get("/ideas/", {"q": value}).status_code == (422 if len(value) > 200 or "\x00" in value else 200)


def test_a_page_beyond_the_last_is_empty_and_leads_back(world, client):
    idea(world)
    assert "There are not so many pages." in client.get("/ideas/?page=9").content.decode()


def test_a_reader_gets_a_translation_into_their_language(world, client):
    from dugnad.ideas.actions import talk

    talk.translate(act(world.luc), idea(world), language="fr", title="Marche et ramasse", summary="Au bord du fjord")
    page = client.get("/ideas/", headers={"Accept-Language": "fr"}).content.decode()
    assert "Marche et ramasse" in page and "Walk and pick" not in page


def test_an_idea_is_written_and_published_at_once_or_kept_as_a_draft(world, sign_in):
    session = sign_in(world.kari)
    for sent in ({}, {"publish": "1"}):
        session.post("/units/no-berg-esn/ideas/new/", FORM | sent)
    assert sorted(Idea.objects.values_list("state", flat=True)) == ["draft", "published"]


@pytest.mark.thorough
@pytest.mark.parametrize(
    ("field", "value"),
    [("title", ""), ("title", "x" * 200), ("summary", ""), ("causes", "no-such"), ("causes", ""), ("people", "0"), ("people", "many"), ("hours", "-1"), ("budget", "1e9"),
     ("ready_in", "-3"), ("effort", "9"), ("language", "xx"), ("seasons", "monsoon"), ("steps", "x" * 9000), ("parent", "nowhere"), ("parent", "x\x00y")],
)  # fmt: skip
def test_what_is_wrong_is_said_at_its_field_and_nothing_is_lost(world, sign_in, field, value):
    answer = sign_in(world.kari).post("/units/no-berg-esn/ideas/new/", FORM | {"why": "Because it is fun"} | {field: value})
    page = answer.content.decode()
    assert answer.status_code == 422 and f'id="id_{field}_error"' in page and "Because it is fun" in page and not Idea.objects.exists()


def test_the_idea_that_it_comes_from_is_named_by_its_title_or_its_address(world, sign_in):
    found = idea(world, title="Walk and pick")
    idea(world, title="Walk and talk")
    draft(world, title="Walk alone")
    session = sign_in(world.luc)
    for said in ("walk and PICK", f"https://dugnad.example.org{found.get_absolute_url()}"):
        session.post("/units/fr-pari-esn/ideas/new/", FORM | {"title": "Marche", "parent": said})
        assert Idea.objects.filter(unit=world.paris).latest("pk").parent == found
    page = html.unescape(session.post("/units/fr-pari-esn/ideas/new/", FORM | {"title": "Marche", "parent": "walk"}).content.decode())
    assert "“Walk and pick”" in page and "“Walk and talk”" in page and "Walk alone" not in page and "Write its whole title" in page


def test_after_sixty_in_an_hour_the_next_waits_and_nothing_is_lost(world, sign_in):
    first = draft(world)
    Idea.objects.bulk_create(Idea(unit=world.bergen, by=world.kari, title=f"Idea {number}", summary="-") for number in range(59))
    answer = sign_in(world.kari).post("/units/no-berg-esn/ideas/new/", FORM | {"why": "Because it is fun"})
    page = answer.content.decode()
    assert answer.status_code == 422 and "in an hour" in page and "Because it is fun" in page and Idea.objects.count() == 60
    assert actions.change(act(world.kari), first, revision=1, title="Still mine").title == "Still mine"
    assert actions.write(act(world.ola), world.oslo, **answers(title="Of somebody else"))


def test_who_was_slower_keeps_what_they_typed(world, sign_in):
    found = idea(world)
    actions.change(act(world.marianne), found, revision=1, title="Faster")
    answer = sign_in(world.kari).post(f"/ideas/{found.pk}/change/", CHANGE | {"title": "Slower"})
    assert answer.status_code == 422 and "Slower" in answer.content.decode() and Idea.objects.get().title == "Faster"


def test_it_is_changed_by_its_form(world, sign_in):
    found = idea(world)
    sign_in(world.kari).post(f"/ideas/{found.pk}/change/", CHANGE | {"title": "Better", "seasons": ["spring", "autumn"]})
    found.refresh_from_db()
    assert (found.title, found.seasons, found.revision) == ("Better", ["spring", "autumn"], 2)


def test_a_draft_is_published_from_its_form(world, sign_in):
    found = draft(world)
    sign_in(world.kari).post(f"/ideas/{found.pk}/change/", CHANGE | {"publish": "1"})
    assert Idea.objects.get().state == "published"


def test_withdrawing_is_asked_once_and_undone_by_one_button(world, sign_in):
    found, session = idea(world), sign_in(world.kari)
    assert Idea.objects.get().state == "published" == (session.get(f"/ideas/{found.pk}/withdraw/") and Idea.objects.get().state)
    session.post(f"/ideas/{found.pk}/withdraw/")
    assert Idea.objects.get().state == "withdrawn" and "Publish it again" in session.get(found.get_absolute_url()).content.decode()
    since = Idea.objects.get().published_at
    session.post(f"/ideas/{found.pk}/publish/")
    assert (Idea.objects.get().state, Idea.objects.get().published_at) == ("published", since)


def test_from_an_activity_it_is_one_click(world, sign_in):
    activity = register(world.bergen, world.kari)
    session = sign_in(world.kari)
    assert "Make an idea of it" in session.get(activity.get_absolute_url()).content.decode()
    answer = session.post(f"/activities/{activity.pk}/idea/")
    assert answer["Location"] == f"/ideas/{Idea.objects.get().pk}/change/" and session.get(answer["Location"]).status_code == 200


def test_a_version_begins_with_everything_filled_in(world, sign_in):
    found, session = idea(world), sign_in(world.luc)
    answer = session.post(f"/ideas/{found.pk}/version/", {"unit": "FR-PARI-ESN"})
    own = Idea.objects.get(parent=found)
    assert (own.state, own.unit, own.steps) == ("draft", world.paris, found.steps) and str(own.pk) in answer["Location"]


def test_adapting_asks_where_and_when(world, sign_in):
    found, session = idea(world), sign_in(world.luc)
    assert 'value="Walk and pick"' in session.get(f"/ideas/{found.pk}/adapt/").content.decode()
    for wrong in ({"starts_on": "2001-01-01"}, {"starts_on": "tomorrow"}, {"unit": "NO-BERG-ESN"}, {"title": ""}, {"starts_on": "9999-12-31"}):
        told = {"id": str(uuid7()), "unit": "FR-PARI-ESN", "title": "Marche", "starts_on": "2027-03-01", "place": "Paris"} | wrong
        answer = session.post(f"/ideas/{found.pk}/adapt/", told)
        assert answer.status_code == 422 and f"id_{next(iter(wrong))}_error" in answer.content.decode()
    assert not Activity.objects.exists()


def test_who_may_plan_nothing_is_told_whom_to_ask(world, sign_in):
    assert "Activities are planned by coordinators." in sign_in(world.aud).get(f"/ideas/{idea(world).pk}/adapt/").content.decode()


def test_the_poster_is_asked_for_once(world, client):
    address = f"/ideas/{idea(world).pk}/poster.png?small"
    first = client.get(address)
    again = client.get(address, headers={"If-None-Match": first["ETag"]})
    assert (first["Content-Type"], again.status_code) == ("image/png", 304)


def test_there_is_no_other_kind_of_poster(world, client):
    assert client.get(f"/ideas/{idea(world).pk}/poster.exe").status_code == 404


def test_the_activity_says_from_which_idea_it_comes(world, client):
    found = idea(world)
    assert "Adapted from the idea" in client.get(tried(world, found).activity.get_absolute_url()).content.decode()
