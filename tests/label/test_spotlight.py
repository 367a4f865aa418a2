"""The activity of the month: proposed with reasons, chosen by the committee, shown to everybody while its label stands."""

from datetime import date

import pytest
from django.core.cache import caches

from dugnad.activities.models import Photo
from dugnad.cli.sample.spotlight import spotlight
from dugnad.core import journal
from dugnad.core.errors import NotAllowed, Refused
from dugnad.label.actions.spotlight import choose, clear
from dugnad.label.candidates import candidates
from dugnad.label.models import Spotlight
from tests.label.making import awarded, revoked
from tests.world import act, on, register, term

MAY, JUNE = 2026 * 12 + 4, 2026 * 12 + 5
DAY = date(2026, 5, 10)
CHOOSE = "/good-examples/spotlight/"
TEXT = "Everything that came of it is told here, with figures, and so is what we would do in another way."


def chosen(world, award=None, month=MAY, words="Ask the town first.", by="ines"):
    award = award or awarded(world)
    return choose(act(getattr(world, by)), world.top, award.activity, month, words=words)


@pytest.fixture(autouse=True)
def in_may():
    with on(DAY):
        yield


def test_it_stands_on_the_home_page_and_beside_the_good_examples(world, client):
    chosen(world)
    for place in ("/", "/good-examples/"):
        said = client.get(place).content.decode()
        assert "Activity of the month" in said and "Ask the town first." in said and "Clean-up at the fjord" in said


def test_the_home_page_asks_at_most_twelve_questions_with_it_also_when_made_anew(world, client, django_assert_max_num_queries):
    award = awarded(world)
    Photo.objects.create(activity=award.activity, file="photos/a.jpg", alt="Litter", width=1, height=1)
    chosen(world, award)
    client.get("/")
    caches["pictures"].clear()
    with django_assert_max_num_queries(12):
        assert "Litter" in client.get("/").content.decode()


def test_without_one_nothing_is_said(world, client):
    awarded(world)
    assert "Activity of the month" not in client.get("/").content.decode() + client.get("/good-examples/").content.decode()


def test_the_words_are_no_markup(world, client):
    chosen(world, words="<script>alert(1)</script>")
    assert "<script>alert" not in client.get("/").content.decode() + client.get("/good-examples/").content.decode()


def test_the_next_month_has_its_own(world, client):
    chosen(world)
    with on(date(2026, 6, 1)):
        assert "Activity of the month" not in client.get("/").content.decode()


def test_what_is_prepared_for_next_month_is_not_shown_yet(world, client):
    chosen(world, month=JUNE)
    assert "Activity of the month" not in client.get("/").content.decode()
    with on(date(2026, 6, 1)):
        assert "Ask the town first." in client.get("/").content.decode()


def test_it_goes_out_with_its_label(world, client):
    award = awarded(world)
    chosen(world, award)
    revoked(world, award)
    assert "Activity of the month" not in client.get("/").content.decode() + client.get("/good-examples/").content.decode()


def test_a_later_choice_for_the_month_holds_and_both_are_in_the_journal(world, client):
    chosen(world)
    spotlight = chosen(world, words="Better words.")
    assert Spotlight.objects.count() == 1 and "Better words." in client.get("/").content.decode()
    assert [line.verb for line in journal.of(spotlight)] == ["spotlight.chosen"] * 2


def test_it_can_be_taken_out_again(world, sign_in):
    chosen(world)
    page = sign_in(world.ines).post(f"{CHOOSE}clear/", {"month": str(MAY)}, follow=True)
    assert not Spotlight.objects.exists() and "Nothing is in the spotlight" in page.content.decode()
    clear(act(world.ines), world.top, MAY)  # once more is nothing


@pytest.mark.parametrize("month", ["", "x", "-1", "9" * 40, "²"])
def test_a_wrong_month_takes_nothing_out(world, sign_in, month):
    chosen(world)
    assert sign_in(world.ines).post(f"{CHOOSE}clear/", {"month": month}).status_code == 302 and Spotlight.objects.exists()


@pytest.mark.parametrize("who", ["kari", "marianne", "bo", "aud"])
def test_only_the_committee_chooses(world, sign_in, who):
    award = awarded(world)
    with pytest.raises(NotAllowed):
        chosen(world, award, by=who)
    client = sign_in(getattr(world, who))
    assert [client.get(CHOOSE).status_code, client.post(f"{CHOOSE}?award={award.pk}", {"month": MAY, "words": "x"}).status_code] == [404, 404]
    assert "Choose the activity of the month" not in client.get("/good-examples/").content.decode()


def test_only_what_carries_the_label_this_month_or_next_with_words(world):
    award = awarded(world)
    with pytest.raises(Refused, match="this month or the next"):
        chosen(world, award, month=MAY - 1)
    with pytest.raises(Refused, match="sentence"):
        chosen(world, award, words=" ")
    with pytest.raises(Refused, match="does not carry"):
        chosen(world, revoked(world, award))


def test_the_committee_chooses_on_a_page(world, sign_in):
    award = awarded(world)
    client = sign_in(world.ines)
    assert f"?award={award.pk}" in client.get(CHOOSE).content.decode()
    page = client.post(f"{CHOOSE}?award={award.pk}", {"month": str(MAY), "words": " Ask first. "}, follow=True)
    assert "is in the spotlight" in page.content.decode() and Spotlight.objects.get().words == "Ask first."


@pytest.mark.parametrize("answers", [{"month": "1", "words": "x"}, {"month": str(MAY), "words": "\u202e"}, {"month": str(MAY), "words": "x" * 401}, {}])
def test_wrong_answers_are_said_at_their_field(world, sign_in, answers):
    award = awarded(world)
    assert sign_in(world.ines).post(f"{CHOOSE}?award={award.pk}", answers).status_code == 422 and not Spotlight.objects.exists()


@pytest.mark.parametrize("pk", ["", "x", "01890000-0000-7000-8000-000000000000"])
def test_what_is_no_award_leads_to_the_candidates(world, sign_in, pk):
    awarded(world)
    assert "Candidates" in sign_in(world.ines).get(f"{CHOOSE}?award={pk}").content.decode()


def test_the_best_comes_first_with_its_reasons(world):
    told = awarded(world, register(world.bergen, world.kari, outcome=TEXT, learnt=TEXT))
    plain, better = awarded(world, points=(2, 2)), awarded(world, points=(3, 3))
    Photo.objects.create(activity=told.activity, file="photos/a.jpg", alt="Litter", width=1, height=1)
    Photo.objects.create(activity=plain.activity, file="photos/b.jpg", alt="Hidden", width=1, height=1, hidden_at=told.given_at)
    found = candidates(MAY)
    assert [one.award for one in found] == [told, better, plain]
    assert found[0].reasons == [
        "25 of 30 points.",
        "It is told so that others can repeat it: what came of it, and what was learnt.",
        "The cause “Environmental Sustainability” was not in the spotlight lately.",
        "Norway was not in the spotlight lately.",
        "It has 1 photo.",
    ]
    assert len(found[2].reasons) == 3


def test_causes_and_countries_take_turns(world):
    chosen(world)
    same, other = awarded(world), awarded(world, register(world.paris, world.luc, cause=term("cause", "health")))
    found = candidates(JUNE)
    assert [one.award for one in found] == [other, same] and found[1].reasons == ["25 of 30 points."]


def test_after_half_a_year_a_cause_may_come_again(world):
    chosen(world)
    awarded(world)
    assert len(candidates(MAY + 6)[0].reasons) == 1 and len(candidates(MAY + 7)[0].reasons) == 3


def test_what_was_shown_or_lost_its_label_is_not_proposed(world):
    chosen(world)
    revoked(world, awarded(world))
    assert candidates(JUNE) == []


def test_candidates_are_found_in_a_handful_of_questions(world, django_assert_max_num_queries):
    for _turn in range(5):
        awarded(world)
    candidates(MAY)
    with django_assert_max_num_queries(5):
        candidates(MAY)


def test_the_page_of_a_label_leads_the_committee_to_the_choice_and_nobody_else(world, client, sign_in):
    award = awarded(world)
    link = f"{CHOOSE}?award={award.pk}"
    assert link not in client.get(award.get_absolute_url()).content.decode()
    assert link in sign_in(world.ines).get(award.get_absolute_url()).content.decode()


def test_the_form_offers_the_month_that_is_free_and_says_what_is_chosen(world, sign_in):
    chosen(world)
    said = sign_in(world.ines).get(f"{CHOOSE}?award={awarded(world).pk}").content.decode()
    assert f'<option value="{JUNE}" selected>' in said and "In May 2026 it is “Clean-up at the fjord”" in said


def test_the_sample_has_one_if_anything_carries_the_label(world):
    spotlight(world.top)
    assert not Spotlight.objects.exists()
    award = awarded(world)
    spotlight(world.top)
    assert Spotlight.objects.get().activity == award.activity
