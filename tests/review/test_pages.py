"""The pages: the queue, a case for its reviewer and for its author, agreement, replies; and nonsense in every parameter."""

import re
from datetime import date

import pytest

from dugnad.core import journal
from dugnad.criteria.actions import adopt, begin, write
from dugnad.network.models import Role
from dugnad.review.actions.ask import ask, resubmit
from dugnad.review.actions.look import take
from dugnad.review.models import Case, Reply, Review
from tests.review.making import GOOD, asked, committee, fresh, gave, label_of, somebody
from tests.seasons.making import text
from tests.world import act, register

MARKUP = "<script>alert(1)</script> & {{ 7*7 }} **bold**"


def answers(case, *, outcome="label", each="2", **others):
    told = {f"points_{one.key}": each for one in case.rubric.criteria.all()} | {"outcome": outcome, "words": "Who was helped?", "revision": "1"}
    return told | others


def page(client, address):
    answer = client.get(address)
    assert answer.status_code == 200
    return text(answer.content.decode())


def test_the_queue_says_what_waits_and_a_click_takes_it(world, sign_in):
    case = asked(world)
    client = sign_in(world.marianne)
    assert "1 activity waits for a look" in page(client, "/reviews/")
    client.post(f"/reviews/{case.pk}/take/")
    assert "0 activities wait" in page(client, "/reviews/") and "Clean-up at the fjord" in page(client, "/reviews/?show=mine")


def test_a_case_by_its_page(world, sign_in):
    case = asked(world)
    client = sign_in(world.marianne)
    client.post(f"/reviews/{case.pk}/take/")
    assert client.post(f"/reviews/{case.pk}/", answers(case)).status_code == 302
    assert (label_of(case), "You said on" in page(client, "/reviews/?show=given")) == ("impact-1", True)


def test_who_asked_reads_what_became_of_it(world, sign_in):
    assert "Here will be what you and your units ask the label for" in page(sign_in(world.kari), "/reviews/")
    asked(world, title="Sweeping")
    gave(world.marianne, asked(world, title="Reading"), "returned")
    mine = page(sign_in(world.kari), "/reviews/")
    assert "2 times you or your units asked for the label" in mine and "with reviewers of the country" in mine and "goes back with what is missing" in mine
    assert "Sweeping" not in page(sign_in(world.ola), "/reviews/") and "Sweeping" not in page(sign_in(world.marianne), "/reviews/?show=asked")


def test_the_queries_of_the_queue_do_not_grow(world, sign_in, django_assert_max_num_queries):
    for number in range(6):
        asked(world, title=f"Number {number}")
    client = sign_in(world.marianne)
    for address in ("/reviews/", "/reviews/?show=mine", "/reviews/?show=asked", "/reviews/?late=1&country=NO"):
        with django_assert_max_num_queries(12):
            client.get(address)


@pytest.mark.parametrize(
    "nonsense", ["page=0", "page=x", "page=99999999999999999999", "show=%00", "show=<b>", "country=NOWHERE&late=%F0", "country=%00", "late=no"]
)
def test_nonsense_in_parameters_harms_nothing(world, sign_in, nonsense):
    asked(world)
    assert sign_in(world.ines).get(f"/reviews/?{nonsense}").status_code == 200
    assert sign_in(world.ines).get(f"/reviews/agreement/?{nonsense}").status_code == 200


def test_only_the_committee_filters_by_country(world, sign_in):
    asked(world)
    assert ("<select" in sign_in(world.ines).get("/reviews/").content.decode()) and "<select" not in sign_in(world.marianne).get("/reviews/").content.decode()


@pytest.mark.parametrize(
    "wrong",
    [
        {"points_cause": "4"},
        {"points_cause": "-1"},
        {"points_cause": ""},
        {"outcome": "gold"},
        {"outcome": ""},
        {"revision": "x"},
        {"words": "", "outcome": "returned"},
        {"words": "x" * 3001},
    ],
)
def test_what_is_wrong_is_said_and_what_was_written_stays(world, sign_in, wrong):
    case = asked(world)
    take(act(world.marianne), case)
    answer = sign_in(world.marianne).post(f"/reviews/{case.pk}/", answers(case, says_cause="Nine children") | wrong)
    assert (answer.status_code, "Nine children" in answer.content.decode(), Review.objects.given().count()) == (422, True, 0)


def test_markup_in_texts_is_shown_as_it_was_typed(world, sign_in):
    case = asked(world, title=MARKUP, summary=MARKUP)
    take(act(world.marianne), case)
    sign_in(world.marianne).post(f"/reviews/{case.pk}/", answers(case, outcome="returned", words=MARKUP, says_cause=MARKUP))
    resubmit(act(world.kari), fresh(case), text=MARKUP)
    for person in (world.kari, world.marianne):
        body = sign_in(person).get(f"/reviews/{case.pk}/").content.decode()
        assert "<script>alert" not in body and body.count("&lt;script&gt;alert(1)&lt;/script&gt; &amp; {{ 7*7 }} **bold**") >= 4


def test_who_does_not_hold_it_gives_nothing(world, sign_in):
    case = asked(world)
    take(act(world.marianne), case)
    assert sign_in(world.ines).post(f"/reviews/{case.pk}/", answers(case)).status_code == 404


@pytest.mark.parametrize("who", ["ola", "luc"])
def test_a_case_is_not_there_for_others(world, sign_in, who):
    assert sign_in(getattr(world, who)).get(f"/reviews/{asked(world).pk}/").status_code == 404


def test_the_author_sees_why_answers_and_it_comes_again(world, sign_in):
    case = gave(world.marianne, asked(world), "returned", words="For whom was it?", each=1)
    client = sign_in(world.kari)
    assert "For whom was it?" in page(client, f"/reviews/{case.pk}/") and "Came back" in page(client, "/desk/")
    assert client.post(f"/reviews/{case.pk}/answer/", {"text": ""}).status_code == 422
    client.post(f"/reviews/{case.pk}/answer/", {"text": "For the residents."})
    assert (fresh(case).state, "For the residents." in page(sign_in(world.marianne), f"/reviews/{case.pk}/")) == ("waiting", True)


def test_while_two_look_neither_sees_the_other(world, sign_in):
    cleo = committee(world)
    case = gave(world.marianne, asked(world, twice=True), words="A secret opinion")
    for person in (cleo, world.kari, world.ines):
        assert "A secret opinion" not in page(sign_in(person), f"/reviews/{case.pk}/")
    assert "A secret opinion" in page(sign_in(world.marianne), f"/reviews/{case.pk}/")
    gave(cleo, case)
    assert "A secret opinion" in page(sign_in(world.kari), f"/reviews/{case.pk}/")


def test_the_second_of_a_blind_pair_finds_what_the_first_said_nowhere(world, sign_in):
    cleo = committee(world)
    case = gave(world.marianne, asked(world, twice=True, title="Sweeping"), "regular", words="A secret opinion", each=1)
    client = sign_in(cleo)
    places = [f"/activities/{case.activity_id}/", f"/api/v1/activities/{case.activity_id}", f"/reviews/{case.pk}/", "/units/no-berg-esn/", "/good-examples/"]
    lists = ["/desk/", "/reviews/", "/reviews/?show=mine", "/reviews/?show=given", "/reviews/agreement/"]
    for turn in ("free", "in hand"):
        for address in (*places, *lists):
            said = client.get(address).content.decode()
            assert "A secret opinion" not in said and "10 of 30 points, criterion" not in said and "Marianne" not in said, (turn, address)
        told = client.get(places[1]).json()
        assert (told["label"], told["regular"]) == (None, False)
        if turn == "free":
            take(act(cleo), case)
    assert not journal.of(case.activity).filter(data__has_key="outcome").exists()


def test_its_author_and_its_reviewer_read_by_which_version_it_is_reviewed(world, sign_in):
    case = asked(world)
    take(act(world.marianne), case)
    draft = begin(act(world.ines))
    write(act(world.ines), draft, None, key="joy", was=[], names={"en": "Joy"}, helps={}, asks={}, dos={}, needed=False, asked=False)
    adopt(act(world.ines), draft)
    mine = page(sign_in(world.marianne), f"/reviews/{case.pk}/")
    assert "By version 1 of what a good activity is" in mine and "Joy" not in mine
    assert sign_in(world.marianne).post(f"/reviews/{case.pk}/", answers(case)).status_code == 302
    assert "Reviewed by version 1 of what a good activity is" in page(sign_in(world.kari), f"/reviews/{case.pk}/")
    award = fresh(case).award
    assert (award.most, "good-activities/?version=1" in sign_in(world.kari).get(award.get_absolute_url()).content.decode()) == (30, True)


def test_a_no_without_words_is_said_at_the_words(world, sign_in):
    case = asked(world)
    take(act(world.marianne), case)
    said = sign_in(world.marianne).post(f"/reviews/{case.pk}/", answers(case, outcome="regular", words=" ")).content.decode()
    assert 'id="id_words_error"' in said and "Say what is missing, or why it is not one" in said


def test_who_settles_it_sees_both(world, sign_in):
    cleo = committee(world)
    case = gave(cleo, gave(world.marianne, asked(world, twice=True), words="A clear yes"), "returned", words="A clear no")
    client = sign_in(world.ines)
    assert "A clear no" not in page(client, f"/reviews/{case.pk}/")
    take(act(world.ines), case)
    seen = page(client, f"/reviews/{case.pk}/")
    assert "A clear yes" in seen and "A clear no" in seen


def test_a_second_opinion_by_the_page(world, sign_in):
    somebody("Fleur", Role.NATIONAL, world.france)
    case = gave(world.marianne, asked(world), "regular", each=0)
    client = sign_in(world.kari)
    assert "reviewers of another country look at it afresh" in page(client, f"/reviews/{case.pk}/")
    client.post(f"/reviews/{case.pk}/opinion/", {"text": "It was for the home."})
    assert "The reviewers of France look at it" in page(client, f"/reviews/{case.pk}/")


@pytest.mark.parametrize("turn", ["take", "drop"])
def test_what_cannot_be_done_is_said_or_not_there(world, sign_in, turn):
    case = asked(world)
    take(act(world.marianne), case)
    answer = sign_in(world.ines).post(f"/reviews/{case.pk}/{turn}/", {"review": "9" * 40})
    assert answer.status_code == (302 if turn == "take" else 404)


def test_a_colleague_is_asked_by_the_page_and_an_overdue_one_freed(world, sign_in):
    case = asked(world)
    client = sign_in(world.marianne)
    client.post(f"/reviews/{case.pk}/assign/", {"person": "nobody"})
    assert not Review.objects.exists()
    client.post(f"/reviews/{case.pk}/assign/", {"person": str(world.ines.pk)})
    Review.objects.update(due_on=date(2026, 1, 1))
    client.post(f"/reviews/{case.pk}/drop/", {"review": str(Review.objects.get().pk)})
    assert Review.objects.in_hand().count() == 0


def test_the_request_is_taken_back_and_a_decided_one_is_not(world, sign_in):
    client = sign_in(world.kari)
    case = asked(world)
    client.post(f"/reviews/{case.pk}/back/")
    done = gave(world.marianne, asked(world, title="Another"))
    assert (fresh(case).state, "decided already" in client.post(f"/reviews/{done.pk}/back/", follow=True).content.decode()) == ("withdrawn", True)


def test_the_label_is_asked_for_on_the_activitys_page_and_its_state_stands_there(world, sign_in):
    activity = register(world.bergen, world.kari)
    client = sign_in(world.kari)
    assert "Ask for the label" in page(client, f"/activities/{activity.pk}/")
    assert "This reads as" in page(client, f"/activities/{activity.pk}/ask-label/") or "does not say enough" in page(
        client, f"/activities/{activity.pk}/ask-label/"
    )
    client.post(f"/activities/{activity.pk}/ask-label/")
    assert "The label is asked for" in page(client, f"/activities/{activity.pk}/")
    assert "asked for already" in client.post(f"/activities/{activity.pk}/ask-label/", follow=True).content.decode()
    gave(world.marianne, Case.objects.get())
    assert "What the reviewers said" in page(client, f"/activities/{activity.pk}/")


def test_revoked_by_the_page(world, sign_in):
    case = gave(world.marianne, asked(world))
    client = sign_in(world.ines)
    assert client.post(f"/reviews/{case.pk}/revoke/", {"reason": ""}).status_code == 422
    client.post(f"/reviews/{case.pk}/revoke/", {"reason": "Another year."})
    assert (label_of(case), "Another year." in page(sign_in(world.kari), f"/reviews/{case.pk}/")) == ("", True)
    assert sign_in(world.ines).get(f"/reviews/{asked(world, title='None').pk}/revoke/").status_code == 404


def test_the_committee_sees_how_far_reviewers_agree_and_nobody_else(world, sign_in):
    cleo = committee(world)
    assert "Here will be" in page(sign_in(world.ines), "/reviews/agreement/")
    gave(cleo, gave(world.marianne, asked(world, twice=True)), "returned", each=1)
    assert re.search(r"What divides people most .* Norway", page(sign_in(world.ines), "/reviews/agreement/?country=NO"))
    assert sign_in(world.marianne).get("/reviews/agreement/").status_code == 404


def test_replies_are_kept_changed_and_ended_and_used_below(world, sign_in):
    client = sign_in(world.ines)
    assert client.post("/reviews/replies/", {"unit": world.top.pk, "name": "Who?", "text": ""}).status_code == 422
    client.post("/reviews/replies/", {"unit": world.top.pk, "name": "Who?", "text": MARKUP})
    case = asked(world)
    take(act(world.marianne), case)
    assert "&lt;script&gt;alert(1)" in sign_in(world.marianne).get(f"/reviews/{case.pk}/").content.decode()
    assert sign_in(world.marianne).get(f"/reviews/replies/{Reply.objects.get().pk}/").status_code == 404
    client = sign_in(world.ines)
    client.post(f"/reviews/replies/{Reply.objects.get().pk}/", {"unit": world.top.pk, "name": "Whom?", "text": "For whom?"})
    kept = Reply.objects.get(ended_at=None)
    assert (kept.name, Reply.objects.count()) == ("Whom?", 2)
    client.post(f"/reviews/replies/{kept.pk}/", {"end": "1"})
    assert not Reply.objects.filter(ended_at=None).exists()


def test_too_many_replies_are_too_many_to_choose_from(world, sign_in):
    Reply.objects.bulk_create(Reply(unit=world.norway, name=str(n), text="x", by=world.marianne) for n in range(50))
    answer = sign_in(world.marianne).post("/reviews/replies/", {"unit": world.norway.pk, "name": "One more", "text": "x"})
    assert answer.status_code == 422 and "too many to choose from" in answer.content.decode()


@pytest.mark.parametrize("who", ["kari", "bo"])
def test_who_reviews_nothing_keeps_no_replies(world, sign_in, who):
    assert sign_in(getattr(world, who)).get("/reviews/replies/").status_code == 404


def test_who_had_a_part_in_it_reads_why_others_review_it(world, sign_in):
    wrote = ask(act(world.kari), register(world.bergen, world.marianne, **GOOD))
    asks = ask(act(world.marianne), register(world.bergen, world.kari, **GOOD))
    assert "You planned, registered or amended this activity" in page(sign_in(world.marianne), wrote.get_absolute_url())
    assert "You asked for its label" in page(sign_in(world.marianne), asks.get_absolute_url())
    assert "so others review it" not in page(sign_in(world.kari), wrote.get_absolute_url())
    assert "so others review it" not in page(sign_in(world.ines), wrote.get_absolute_url())
    somebody("Marianne", Role.LOCAL, world.bergen)
    assert "You hold an office in a unit that organised it" in page(sign_in(world.marianne), asked(world).get_absolute_url())
