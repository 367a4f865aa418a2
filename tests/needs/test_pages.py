"""The pages: a list with its map of white spots, a need with what came of it, forms that lose nothing."""

import html
import re
from datetime import date, timedelta

import pytest
from django.test import Client
from django.utils import timezone

from dugnad.core import marks
from dugnad.core.ids import uuid7
from dugnad.needs import actions
from dugnad.needs.models import Answer, Evidence, Need
from dugnad.needs.words import significant
from tests.needs.making import FIGURE, LINK, answers, recorded, said
from tests.world import act, on, register, term

FORM = "/units/no-berg-esn/needs/record/"


def text(answer):
    """What is read on a page."""
    return html.unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode())))


def crowd(world, many):
    """So many needs, each second one answered."""
    activity = register(world.bergen, world.kari)
    said_of = list(significant("Elderly people eat alone in winter").items())
    due = timezone.localdate() + timedelta(days=9)
    where = [world.bergen, world.oslo, world.paris]
    needs = [
        Need(unit=where[n % 3], title=f"Elderly people eat alone {n}", who="In winter.", theme=term("cause", "inclusion"), review_due=due, said=said_of)
        for n in range(many)
    ]
    Need.objects.bulk_create(needs)
    elderly = term("group", "elderly")
    Need.groups.through.objects.bulk_create(Need.groups.through(need=need, term=elderly) for need in needs)
    Answer.objects.bulk_create(Answer(need=need, activity=activity) for need in needs[::2])
    marks.touch("needs")
    return needs


@pytest.mark.parametrize("many", [1, 3, 300])
def test_the_list_and_a_need_ask_at_most_twelve_questions_however_many_there_are(world, client, django_assert_max_num_queries, many):
    need = crowd(world, many)[0]
    for address in ("/needs/", "/needs/?unit=NEP&theme=inclusion&group=elderly&q=alone", need.get_absolute_url()):
        with django_assert_max_num_queries(16):
            client.get(address)
        with django_assert_max_num_queries(12):
            assert client.get(address).status_code == 200


@pytest.mark.parametrize("many", [1, 300])
def test_for_those_who_keep_it_a_need_asks_a_few_more(world, sign_in, django_assert_max_num_queries, many):
    need, session = crowd(world, many)[0], sign_in(world.kari)
    session.get(need.get_absolute_url())
    with django_assert_max_num_queries(18):
        session.get(need.get_absolute_url())


def test_the_sentence_counts_needs_countries_and_white_spots(world, client):
    actions.answer(act(world.kari), recorded(world), register(world.bergen, world.kari))
    recorded(world, world.paris, world.luc)
    assert "2 local needs in 2 countries. 1 is a white spot: no activity has answered it." in text(client.get("/needs/"))


def test_a_white_spot_is_drawn_as_an_empty_ring(world, client):
    actions.answer(act(world.kari), recorded(world), register(world.bergen, world.kari))
    recorded(world, world.paris, world.luc)
    page = client.get("/needs/").content.decode()
    drawn = dict(re.findall(r'<a href="/needs/\?unit=([A-Z-]+)" class="(point[^"]*)"', page))
    assert drawn == {"NO-BERG-ESN": "point", "FR-PARI-ESN": "point empty"}
    assert "ESN Paris: 1 need, 1 without any activity" in page


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("", {"dinner", "plastic"}), ("unit=NO", {"dinner"}), ("unit=fr-pari-esn", {"plastic"}), ("unit=NEP", {"dinner"}), ("theme=environment", {"plastic"}),
        ("group=alone", {"dinner"}), ("state=white", {"plastic"}), ("state=closed", {"cycling"}), ("state=all", {"dinner", "plastic", "cycling"}), ("q=DÍNNER", {"dinner"}),
        ("q=nothing", set()), ("page=2", {"dinner", "plastic"}), ("page=x", {"dinner", "plastic"}),
    ],
)  # fmt: skip
def test_the_address_is_the_question(world, client, asked, found):
    actions.answer(act(world.kari), recorded(world, title="dinner"), register(world.bergen, world.kari))
    recorded(world, world.paris, world.luc, title="plastic", theme="environment", groups=("animals-nature",), who="It lies on the beach.", would_help="")
    actions.close(act(world.kari), recorded(world, title="cycling"), result="Done.")
    page = client.get(f"/needs/?{asked}")
    assert page.status_code == 200 and {word for word in ("dinner", "plastic", "cycling") if f">{word}</a>" in page.content.decode()} == found


@pytest.mark.thorough
@pytest.mark.parametrize("field", ["unit", "theme", "group", "state"])
@pytest.mark.parametrize("nonsense", ["nowhere", "<b>x</b>", "a\x00b", "x" * 5000, "💥"])
def test_nonsense_in_a_filter_is_said_at_its_field(world, client, field, nonsense):
    recorded(world)
    answer = client.get("/needs/", {field: nonsense})
    assert answer.status_code == 422 and f'id="id_{field}_error"' in answer.content.decode() and "<b>x</b>" not in answer.content.decode()


def test_twenty_stand_on_a_page(world, client):
    crowd(world, 25)
    first, second = (client.get(f"/needs/?page={n}").content.decode().count("<h3>") for n in (1, 2))
    assert (first, second) == (20, 5)


def test_a_need_shows_evidence_and_what_came_of_it(world, client):
    need = recorded(world, proof=FIGURE)
    for title in ("Soup", "Cake"):
        actions.answer(act(world.kari), need, register(world.bergen, world.kari, title=title, volunteers=3, people_helped=8), note=f"{title} for twelve")
    page = text(client.get(need.get_absolute_url()))
    assert "23 % of those above 75 live alone Statistics Norway, 2024" in page and "Soup for twelve" in page
    assert "2 activities · 6 volunteers · 12 volunteer hours · 16 people helped" in page


def test_a_count_that_is_held_back_is_not_counted_here_either(world, client):
    need = recorded(world)
    actions.answer(act(world.kari), need, register(world.bergen, world.kari, volunteers=5000, people_helped=8))
    page = text(client.get(need.get_absolute_url()))
    assert "1 activity · 8 people helped" in page


def test_a_need_shows_those_like_it_with_the_reason_and_what_answered_them(world, client):
    here, there = recorded(world), recorded(world, world.paris, world.luc, title="On mange seul")
    actions.answer(act(world.luc), there, register(world.paris, world.luc, title="Soupe", outcome="Forty came."))
    page = text(client.get(here.get_absolute_url()))
    assert "Same theme (Social Inclusion); both about: People who are alone, Elderly people" in page
    assert "On mange seul" in page and "Soupe" in page and "Forty came." in page and "white spot" in page


@pytest.mark.parametrize("field", ["title", "who", "would_help", "tried", "place"])
def test_markup_in_a_text_is_text(world, client, field):
    need = recorded(world, **{field: "<script>alert(1)</script>{{ 7*7 }}"})
    other = recorded(world)
    for page in (client.get(address).content.decode() for address in (need.get_absolute_url(), other.get_absolute_url(), "/needs/", "/units/no-berg-esn/")):
        assert "<script>alert" not in page and "49" not in re.findall(r"alert\(1\)[^<]*", page)


def test_a_coordinator_records_a_need_with_evidence(world, sign_in):
    session = sign_in(world.kari)
    typed = answers(id=str(uuid7()), figure="23 %", year="2024", source="Statistics Norway", address="https://example.org/x")
    for _twice in range(2):
        answer = session.post(FORM, typed)
        assert answer.status_code == 302
    assert Need.objects.count() == 1 and Evidence.objects.get().year == 2024 and "23 %" in text(session.get(answer["Location"]))


@pytest.mark.thorough
@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("title", ""), ("title", "x" * 161), ("title", "\u202e\u200b"), ("theme", ""), ("theme", "no-such-theme"), ("groups", []), ("groups", ["nobody"]), ("who", ""),
        ("who", "x" * 5000), ("place", "x" * 161), ("address", "javascript:alert(1)"), ("address", "data:text/html,x"), ("address", "//x"), ("year", str(date.today().year + 1)),
        ("year", "-5"), ("year", "NaN"), ("year", "9" * 400), ("figure", "x" * 61), ("source", "x" * 201),
    ],
)  # fmt: skip
def test_what_cannot_be_is_said_at_the_field_and_nothing_is_lost(world, sign_in, field, value):
    typed = answers(figure="23 %", year="2024", source="Statistics Norway", would_help="Somebody who comes for dinner.") | {field: value}
    answer = sign_in(world.kari).post(FORM, typed)
    page = answer.content.decode()
    assert answer.status_code == 422 and f'id="id_{field}_error"' in page and not Need.objects.exists()
    assert "Somebody who comes for dinner." in page and (field == "figure" or 'value="23 %"' in page)


@pytest.mark.parametrize(
    ("typed", "field"), [({"figure": "23 %"}, "year"), ({"figure": "23 %", "year": "2024"}, "source"), ({"source": "Statistics Norway"}, "figure")]
)
def test_half_a_piece_of_evidence_is_asked_about(world, sign_in, typed, field):
    answer = sign_in(world.kari).post(FORM, answers(**typed))
    assert answer.status_code == 422 and f"id_{field}_error".encode() in answer.content


def test_two_people_at_once_see_both_versions(world, sign_in):
    need = recorded(world)
    session = sign_in(world.kari)
    mine = answers(revision="1", place="Hill", would_help="Soup")
    actions.amend(act(world.marianne), need, said(place="Harbour"), revision=1)
    answer = session.post(f"{need.get_absolute_url()}amend/", mine)
    assert answer.status_code == 409 and "Harbour" in text(answer) and 'value="Hill"' in answer.content.decode() and 'value="2"' in answer.content.decode()
    assert session.post(f"{need.get_absolute_url()}amend/", mine | {"revision": "2"}).status_code == 302
    need.refresh_from_db()
    assert (need.place, need.would_help) == ("Hill", "Soup")


def test_evidence_is_added_taken_off_the_page_and_put_back(world, sign_in):
    need, session = recorded(world), sign_in(world.kari)
    assert session.post(f"{need.get_absolute_url()}evidence/", {"address": "https://example.org/study"}).status_code == 302
    assert "https://example.org/study" in text(session.get(need.get_absolute_url()))
    evidence = f"/evidence/{need.evidence.get().pk}/"
    assert session.post(f"{evidence}withdraw/").status_code == 302
    assert "Taken off the page https://example.org/study Put it back" in text(session.get(need.get_absolute_url()))
    assert "https://example.org/study" not in text(Client().get(need.get_absolute_url()))
    assert session.post(f"{evidence}restore/").status_code == 302
    assert "https://example.org/study" in text(Client().get(need.get_absolute_url()))


@pytest.mark.parametrize("typed", [{"figure": " "}, {"text": "everybody knows"}, {"address": "javascript:alert(1)"}])
def test_evidence_that_proves_nothing_is_asked_for(world, sign_in, typed):
    answer = sign_in(world.kari).post(f"{recorded(world).get_absolute_url()}evidence/", typed)
    assert answer.status_code == 422 and b"id_address_error" in answer.content and not Evidence.objects.exists()


def test_it_is_looked_at_from_the_desk(world, sign_in):
    with on(date(2025, 3, 1)):
        need = recorded(world)
    session = sign_in(world.kari)
    assert "Are these needs still so?" in text(session.get("/desk/")) and "waits since" in text(session.get(need.get_absolute_url()))
    assert session.post(f"{need.get_absolute_url()}review/", {"reason": "Still so"}).status_code == 302
    assert "Are these needs still so?" not in text(session.get("/desk/")) and "Still so" in text(session.get(need.get_absolute_url()))


def test_closing_needs_a_result_which_everybody_reads(world, sign_in, client):
    need, session = recorded(world), sign_in(world.kari)
    address = need.get_absolute_url()
    empty = session.post(f"{address}close/", {"result": " "})
    assert empty.status_code == 422 and b"id_result_error" in empty.content
    assert session.post(f"{address}close/", {"result": "There is a café now."}).status_code == 302
    client.logout()
    assert "There is a café now." in text(client.get(address))


@pytest.mark.parametrize("verb", ["amend", "evidence", "review", "close"])
def test_a_page_about_a_closed_need_leads_back_to_it(world, sign_in, verb):
    need = actions.close(act(world.kari), recorded(world), result="Done.")
    answer = sign_in(world.kari).get(f"{need.get_absolute_url()}{verb}/", follow=True)
    assert answer.redirect_chain[0][0] == need.get_absolute_url() and "Open it again first" in text(answer)


def test_a_closed_need_is_opened_again(world, sign_in):
    need = actions.close(act(world.kari), recorded(world, proof=LINK), result="Done.")
    session = sign_in(world.kari)
    refused = session.post(f"/evidence/{need.evidence.get().pk}/withdraw/", follow=True)
    assert "Open it again first" in text(refused) and need.evidence.standing().exists()
    session.post(f"{need.get_absolute_url()}reopen/")
    need.refresh_from_db()
    assert need.is_open


def test_a_unit_and_an_activity_show_their_needs(world, client):
    need, activity = recorded(world), register(world.bergen, world.kari)
    actions.answer(act(world.kari), need, activity)
    for address in ("/units/no-berg-esn/", "/units/no/", "/units/nep/"):
        assert "Elderly people eat alone all week" in text(client.get(address))
    actions.close(act(world.kari), recorded(world, title="Nobody taught us to cycle"), result="Done.")
    assert "Nobody taught us to cycle" not in text(client.get("/units/no/"))
    assert "Answers a need Elderly people eat alone all week" in text(client.get(activity.get_absolute_url()))
