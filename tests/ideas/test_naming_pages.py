"""Naming on the pages: offered by likeness with the reason in words, or by the address of a page; and what a need shows of the ideas that answer it."""

import html
import re

import pytest

from dugnad.core import marks
from dugnad.ideas.actions import name as actions
from dugnad.ideas.actions import write
from dugnad.ideas.models import Idea, Named
from dugnad.ideas.shelf import MARK
from dugnad.needs import actions as needs
from dugnad.needs.words import significant
from tests.ideas.making import answers, draft, idea, tried
from tests.needs.making import recorded
from tests.world import act, term

LIKE = {"title": "Dinner for the lonely", "summary": "Students cook dinner for pensioners.", "causes": ["inclusion"]}


def soup(world, by="luc", unit="paris", **changes):
    """An idea that fits the need of the elderly who eat alone: its theme, and two of its words."""
    return idea(world, by, unit, **(LIKE | {"causes": [term("cause", "inclusion")]} | changes))


@pytest.fixture
def need(world):
    return recorded(world)


def text(answer):
    """What is read on a page."""
    return html.unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode())))


def part(answer, name):
    """From the heading with this id to the next one."""
    return re.search(rf'id="{name}".*?(?=<h2|</main)', answer.content.decode(), re.DOTALL)[0]


def test_from_the_idea_open_needs_that_fit_are_offered_with_the_reason(world, sign_in, need):
    found, session = soup(world), sign_in(world.luc)
    recorded(world, title="Plastic", theme="environment", groups=("animals-nature",), who="It lies on the beach.", would_help="")
    page = text(session.get(f"/ideas/{found.pk}/needs/"))
    assert "Elderly people eat alone all week · ESN Bergen" in page and "Same theme (Social Inclusion); both say “dinner”" in page and "Plastic" not in page
    assert session.post(f"/ideas/{found.pk}/needs/", {"near": str(need.pk)})["Location"] == found.get_absolute_url()
    assert "Elderly people eat alone all week" in text(session.get(found.get_absolute_url()))
    assert "Elderly people eat alone all week ·" not in text(session.get(f"/ideas/{found.pk}/needs/"))


def test_another_need_is_named_by_the_address_of_its_page(world, sign_in, need):
    found = idea(world, "luc", "paris", title="Zzz", summary="Zzz")
    session = sign_in(world.luc)
    assert "No open need that you could name here has its theme or its words" in text(session.get(f"/ideas/{found.pk}/needs/"))
    session.post(f"/ideas/{found.pk}/needs/", {"address": f"https://dugnad.example.org{need.get_absolute_url()}"})
    assert Named.objects.get().need == need


def test_another_need_and_another_idea_are_found_by_words(world, sign_in, need):
    found = idea(world, "luc", "paris", title="Zebra crossings", summary="Zzz")
    hidden = draft(world, "luc", "paris", title="Zebra stripes")
    session, other = sign_in(world.luc), f"{need.get_absolute_url()}ideas/"
    asked = session.post(f"/ideas/{found.pk}/needs/", {"address": "elderly eat"})
    assert "Elderly people eat alone all week · ESN Bergen" in text(asked) and "Found with “elderly eat”" in text(asked)
    assert session.post(f"/ideas/{found.pk}/needs/", {"address": "elderly eat", "near": str(need.pk)}).status_code == 302
    asked = sign_in(world.kari).post(other, {"address": "zebra"})
    assert "Nothing that you could choose has these words" in text(asked) and str(hidden) not in text(asked)


def test_from_the_need_ideas_that_fit_are_offered_with_the_reason(world, sign_in, need):
    found, session = soup(world), sign_in(world.kari)
    idea(world, title="Zzz", summary="Zzz")
    page = text(session.get(f"{need.get_absolute_url()}ideas/"))
    assert "Dinner for the lonely · ESN Paris" in page and "both say “elderly” (there “pensioners”)" in page and "Zzz" not in page
    assert session.post(f"{need.get_absolute_url()}ideas/", {"near": str(found.pk)})["Location"] == need.get_absolute_url()
    assert Named.objects.get().idea == found


def test_who_keeps_a_need_names_their_own_at_an_idea_of_others(world, sign_in, need):
    found, other, session = soup(world), recorded(world, world.paris, world.luc), sign_in(world.kari)
    refused = session.post(f"/ideas/{found.pk}/needs/", {"address": str(other.pk)})
    assert refused.status_code == 422 and b"id_address_error" in refused.content and not Named.objects.exists()
    assert session.post(f"/ideas/{found.pk}/needs/", {"address": str(need.pk)}).status_code == 302


def test_who_wrote_an_idea_names_their_own_at_a_need_of_others(world, sign_in, need):
    own, other, session = soup(world), idea(world), sign_in(world.luc)
    refused = session.post(f"{need.get_absolute_url()}ideas/", {"address": str(other.pk)})
    assert refused.status_code == 422 and b"id_address_error" in refused.content and not Named.objects.exists()
    assert session.post(f"{need.get_absolute_url()}ideas/", {"address": str(own.pk)}).status_code == 302


def test_who_has_neither_is_not_let_in(world, sign_in, need):
    found, session = soup(world), sign_in(world.ola)
    assert session.get(f"/ideas/{found.pk}/needs/").status_code == session.get(f"{need.get_absolute_url()}ideas/").status_code == 404
    assert "Name a need" not in text(session.get(found.get_absolute_url())) and "Name an idea" not in text(session.get(need.get_absolute_url()))


@pytest.mark.parametrize("typed", ["", "soup", "javascript:alert(1)", "a\x00b", "<b>", "/needs/", "01a22dbd-0136-7d6d-96fb-13b4ff4cd0d3", "x" * 600])
def test_what_is_no_page_is_said_at_the_field_and_kept(world, sign_in, need, typed):
    found, session = soup(world), sign_in(world.ines)
    for address in (f"/ideas/{found.pk}/needs/", f"{need.get_absolute_url()}ideas/"):
        answer = session.post(address, {"address": typed})
        page = answer.content.decode()
        assert answer.status_code == 422 and 'id="id_address_error"' in page and html.escape(typed.replace("\x00", "")) in page.replace("\x00", "")


@pytest.mark.parametrize("typed", ["nonsense", "01a22dbd-0136-7d6d-96fb-13b4ff4cd0d3"])
def test_what_was_not_offered_is_not_chosen(world, sign_in, need, typed):
    found, session = soup(world), sign_in(world.ines)
    for address in (f"/ideas/{found.pk}/needs/", f"{need.get_absolute_url()}ideas/"):
        answer = session.post(address, {"near": typed})
        assert answer.status_code == 422 and b'id="id_near_error"' in answer.content


def test_the_same_twice_and_a_closed_need_are_said_at_the_field(world, sign_in, need):
    found, closed = soup(world), needs.close(act(world.kari), recorded(world), result="Done.")
    actions.name(act(world.kari), found, need)
    for one in (need, closed):
        answer = sign_in(world.luc).post(f"/ideas/{found.pk}/needs/", {"address": str(one.pk)})
        assert answer.status_code == 422 and b'id="id_address_error"' in answer.content
    assert Named.objects.count() == 1


def test_a_foreign_draft_is_not_there(world, sign_in, need):
    hidden = draft(world, "luc", "paris")
    answer = sign_in(world.kari).post(f"{need.get_absolute_url()}ideas/", {"address": str(hidden.pk)})
    assert answer.status_code == 422 and "or you may not see it" in text(answer)
    assert sign_in(world.kari).get(f"/ideas/{hidden.pk}/needs/").status_code == 404


def test_a_withdrawn_idea_and_a_closed_need_lead_back(world, sign_in, need):
    found = write.withdraw(act(world.luc), soup(world))
    needs.close(act(world.kari), need, result="Done.")
    assert "Publish it again first" in text(sign_in(world.luc).get(f"/ideas/{found.pk}/needs/", follow=True))
    assert "Open it again first" in text(sign_in(world.kari).get(f"{need.get_absolute_url()}ideas/", follow=True))


def test_it_is_taken_back_by_a_button_on_either_page(world, sign_in, need):
    found = soup(world)
    for who, page, button in ((world.luc, found, "Take it back"), (world.kari, need, "It does not answer it")):
        named = actions.name(act(world.kari), found, need)
        session = sign_in(who)
        assert button in text(session.get(page.get_absolute_url()))
        sent = session.post(f"/named/{named.pk}/take-back/", {"need": "1"} if page is need else {})
        assert sent["Location"] == page.get_absolute_url() and not Named.objects.standing().exists()
    assert session.post("/named/999999/take-back/").status_code == 404


def test_of_a_closed_need_nothing_is_taken_back(world, sign_in, need):
    named = actions.name(act(world.kari), soup(world), need)
    needs.close(act(world.kari), need, result="Done.")
    assert "Open it again first" in text(sign_in(world.kari).post(f"/named/{named.pk}/take-back/", {"need": "1"}, follow=True))
    assert Named.objects.standing().exists()


def test_a_need_shows_ideas_that_are_named_with_what_came_of_them(world, client, need):
    first, second = soup(world, title="Never tried"), soup(world, title="Often tried")
    for one in (first, second):
        actions.name(act(world.kari), one, need)
    tried(world, second)
    tried(world, second, "kari", "bergen")
    shown = part(client.get(need.get_absolute_url()), "ideas")
    assert "Tried 2 times in 2 countries" in shown and shown.index("Often tried") < shown.index("Never tried")


def test_a_need_shows_ideas_that_are_named_for_needs_like_it_with_the_reason(world, client, need):
    there = recorded(world, world.paris, world.luc, title="On mange seul")
    actions.name(act(world.luc), idea(world, "luc", "paris", title="Soupe", summary="Zzz"), there)
    shown = html.unescape(part(client.get(need.get_absolute_url()), "ideas-elsewhere"))
    assert "Soupe" in shown and "On mange seul" in shown and "both about: People who are alone, Elderly people" in shown
    assert "Soupe" in part(client.get(there.get_absolute_url()), "ideas")


def test_a_need_shows_ideas_that_fit_though_nobody_named_them(world, client, need):
    soup(world)
    idea(world, title="Of another theme", summary="Dinner for pensioners in winter.")
    soup(world, title="One word only", summary="Dinner")
    shown = html.unescape(part(client.get(need.get_absolute_url()), "ideas-fitting"))
    assert (
        "Dinner for the lonely" in shown
        and "Same theme (Social Inclusion); both say “elderly” (there “pensioners”), “alone” (there “lonely”), “dinner”." in shown
    )
    assert "Of another theme" not in shown and "One word only" not in shown


def test_each_idea_stands_once_where_it_is_nearest(world, client, need):
    found, there = soup(world), recorded(world, world.paris, world.luc, title="On mange seul")
    for one in (need, there):
        actions.name(act(world.ines), found, one)
    page = client.get(need.get_absolute_url()).content.decode()
    assert page.count("Dinner for the lonely") == 1 and "ideas-elsewhere" not in page and "ideas-fitting" not in page


def test_an_idea_that_is_not_public_does_not_stand_there(world, client, need):
    found = soup(world)
    actions.name(act(world.kari), found, need)
    actions.name(act(world.luc), draft(world, "luc", "paris", title="A draft"), need)
    write.withdraw(act(world.luc), found)
    page = text(client.get(need.get_absolute_url()))
    assert "Dinner for the lonely" not in page and "A draft" not in page and "None is named for it yet" in page


def test_where_there_is_none_the_page_leads_to_all_ideas(world, client, need):
    assert "none has its theme and its words. Look at all ideas" in text(client.get(need.get_absolute_url()))


def test_the_idea_says_which_needs_it_answers_and_where(world, client, need):
    found = soup(world, answers="Loneliness")
    actions.name(act(world.kari), found, need)
    page = client.get(found.get_absolute_url())
    assert "Recorded needs Elderly people eat alone all week ESN Bergen" in text(page) and f'href="{need.get_absolute_url()}"' in page.content.decode()
    assert "Take it back" not in text(page) and "Name a need" not in text(page)


def test_markup_in_a_title_is_text(world, client, sign_in):
    need = recorded(world, title="<script>alert(1)</script> elderly")
    other = recorded(world, world.paris, world.luc, title="<script>alert(2)</script>")
    named, fitting = soup(world, title="<script>alert(3)</script>"), soup(world, title="<script>alert(4)</script>")
    actions.name(act(world.luc), named, other)
    session = sign_in(world.ines)
    for address in (need.get_absolute_url(), f"{need.get_absolute_url()}ideas/", f"/ideas/{fitting.pk}/needs/", named.get_absolute_url()):
        assert "<script>alert" not in session.get(address).content.decode()


def test_an_activity_adapted_from_an_idea_is_asked_first_for_the_need_that_the_idea_names(world, sign_in, need):
    for n in range(9):
        recorded(world, title=f"A clean-up is missing {n}", theme="environment", who="Clean up the shore with us in March.", would_help="")
    found = idea(world, title="Walk and pick")
    actions.name(act(world.kari), found, need)
    activity, session = tried(world, found, "kari", "bergen").activity, sign_in(world.kari)
    link = re.search(rf'href="(/activities/{activity.pk}/needs/[^"]*)"', session.get(activity.get_absolute_url()).content.decode())[1]
    offered = re.findall(r'name="near" value="([^"]+)"', session.get(link).content.decode())
    assert offered[0] == str(need.pk) and len(offered) > 1


def crowd(world, many):
    """A need with so many ideas of each of the three kinds, and as many needs like it."""
    one, said = recorded(world), list(significant("Dinner for pensioners in winter").items())
    told = {"unit": world.paris, "by": world.luc, "summary": "x", "state": "published", "published_at": one.opened_at, "said": said}
    for number in range(many):
        like = recorded(world, world.paris, world.luc, title=f"On mange seul {number}", who="Tous les jours.", would_help="")
        for need in (one, like, None):
            made = Idea.objects.create(title=f"Idea {number}", **told)
            made.causes.add(term("cause", "inclusion"))
            if need:
                Named.objects.create(idea=made, need=need)
    marks.touch(MARK)
    return one


@pytest.mark.parametrize("many", [1, 3, 60])
def test_a_need_asks_as_many_questions_however_many_ideas_there_are(world, client, sign_in, django_assert_max_num_queries, many):
    need = crowd(world, many)
    for session, most in ((client, 20), (sign_in(world.kari), 27)):
        session.get(need.get_absolute_url())
        with django_assert_max_num_queries(most):
            page = session.get(need.get_absolute_url())
        assert page.status_code == 200 and ("ideas-elsewhere" in page.content.decode()) and ("ideas-fitting" in page.content.decode())


@pytest.mark.parametrize("many", [1, 3, 60])
def test_naming_asks_as_many_questions_however_much_is_offered(world, sign_in, django_assert_max_num_queries, many):
    need = crowd(world, many)
    session, found = sign_in(world.ines), Idea.objects.filter(named=None).first()
    for address in (f"/ideas/{found.pk}/needs/", f"{need.get_absolute_url()}ideas/"):
        session.get(address)
        with django_assert_max_num_queries(12):
            assert session.get(address).status_code == 200


def test_the_list_is_asked_for_ideas_that_answer_open_needs_of_a_country(world, client, need):
    actions.name(act(world.kari), soup(world), need)
    actions.name(act(world.luc), soup(world, title="For France"), there := recorded(world, world.paris, world.luc))
    page = client.get("/ideas/?answers=NO").content.decode()
    assert "Dinner for the lonely" in page and "For France" not in page and "Norway (1)" in page
    needs.close(act(world.luc), there, result="Done.")
    assert client.get("/ideas/?answers=FR").status_code == 422 and client.get("/ideas/?answers=<b>").status_code == 422


def test_an_idea_and_a_need_in_the_api_name_each_other(world, client, need):
    found = soup(world)
    named = actions.name(act(world.kari), found, need)
    assert client.get(f"/api/v1/ideas/{found.pk}").json()["needs"] == [str(need.pk)]
    assert client.get("/api/v1/ideas", {"answers": "NO"}).json()["items"][0]["needs"] == [str(need.pk)]
    assert client.get(f"/api/v1/needs/{need.pk}").json()["ideas"] == [str(found.pk)]
    actions.take_back(act(world.kari), named)
    assert client.get(f"/api/v1/ideas/{found.pk}").json()["needs"] == client.get(f"/api/v1/needs/{need.pk}").json()["ideas"] == []


def test_the_words_of_an_idea_follow_its_text(world):
    found = idea(world, summary="Dinner for pensioners")
    assert ["dinner", "dinner"] in Idea.objects.get().said
    write.change(act(world.kari), found, revision=1, **answers(summary="Blood is short"))
    assert ["dinner", "dinner"] not in Idea.objects.get().said
