"""What everybody reads of a label: which step, why, since when; and, once it is taken back, that and the reason."""

import re

import pytest

from dugnad.activities import actions
from dugnad.activities.models import Activity
from dugnad.activities.posting import all_postings
from dugnad.documents.cuttings import COLOURS, GOLD
from dugnad.figures.audit import audit
from dugnad.showcase.pieces.formats import SQUARE
from dugnad.showcase.pieces.of_activity import job_of, wording_of
from tests.label.making import awarded, revoked
from tests.world import act, register


def page(client, award):
    answer = client.get(award.get_absolute_url())
    assert answer.status_code == 200
    return answer.content.decode()


def test_it_says_which_step_how_many_points_and_since_when(world, client):
    said = page(client, awarded(world, step=2, points=(3, 2)))
    assert "<b>25</b> of 30 points: Social-impact label, second step, step 2 of 3, since" in said
    assert "Clean-up at the fjord" in said and "ESN Bergen" in said


def test_it_says_the_points_of_each_criterion_and_the_reviewers_words_for_everybody(world, client):
    said = page(client, awarded(world, words={"need": "The town asked for it."}))
    assert said.count("2.5 of 3") == 10 and "The town asked for it." in said and "By 2 reviewers" in said


def test_it_does_not_say_what_was_written_for_the_author_nor_who_reviewed(world, client):
    said = page(client, awarded(world))
    assert "Only for the author." not in said and "Marianne" not in said and "Ines" not in said


def test_only_the_round_in_which_it_was_decided_is_told(world, client):
    award = awarded(world, words={"need": "Said in the first round."})
    award.case.round = 2
    award.case.save()
    assert "Said in the first round." not in page(client, award)


def test_a_review_that_was_given_up_is_not_told(world, client):
    award = awarded(world, words={"need": "Given up."})
    award.case.reviews.filter(kind="first").update(dropped_at=award.given_at)
    said = page(client, award)
    assert "Given up." not in said and said.count("2 of 3") >= 10


def test_a_criterion_that_nobody_could_judge_says_so(world, client):
    award = awarded(world)
    for review in award.case.reviews.all():
        review.scores.filter(criterion__key="safe").update(points=None)
    assert page(client, award).count("could not be told") == 1


def test_words_are_words_whatever_they_hold(world, client):
    award = awarded(world, words={"need": "<script>alert(1)</script> & more"}, title="<b>Bold</b> clean-up")
    said = page(client, award)
    assert "<script>alert" not in said and "&lt;script&gt;alert(1)&lt;/script&gt; &amp; more" in said and "<b>Bold" not in said


def test_a_revoked_one_says_so_with_the_reason_and_strikes_its_figures(world, client):
    said = page(client, revoked(world, awarded(world), "The photos were <i>not</i> ours."))
    assert "Revoked" in said and "The photos were &lt;i&gt;not&lt;/i&gt; ours." in said
    assert '<del class="struck">' in said and said.count("<del>") == 10 and "Badge as PNG" not in said


@pytest.mark.parametrize(("who", "led"), [("marianne", True), ("ines", True), ("kari", False), ("ola", False), ("bo", False), ("aud", False), ("luc", False)])
def test_whoever_may_revoke_it_is_led_there_and_nobody_else(world, sign_in, who, led):
    award = awarded(world)
    assert (f"/reviews/{award.case_id}/revoke/" in page(sign_in(getattr(world, who)), award)) == led


def test_revoked_from_its_page_everybody_reads_why_and_the_audit_is_clean(world, sign_in):
    award = awarded(world)
    client = sign_in(world.marianne)
    leads_to = f"/reviews/{award.case_id}/revoke/"
    assert "Leave it as it is" in client.get(leads_to).content.decode()
    empty = client.post(leads_to, {"reason": " "}).content.decode()
    assert 'id="id_reason_error"' in empty and "Say why: everybody may read it." in empty
    client.post(leads_to, {"reason": "The <b>photos</b> were of another day."})
    assert leads_to not in page(client, award)
    client.logout()
    said = page(client, award)
    assert "The &lt;b&gt;photos&lt;/b&gt; were of another day." in said and leads_to not in said
    assert audit(all_postings).differences == []


def test_of_a_withdrawn_activity_it_says_only_that(world, client):
    award = awarded(world)
    actions.withdraw(act(world.kari), award.activity, reason="It never took place.")
    said = page(client, award)
    assert "withdrawn from the register" in said and "Clean-up" not in said and "points" not in said


def test_one_that_there_never_was_is_not_found(world, client):
    assert client.get("/label/01890000-0000-7000-8000-000000000000/").status_code == 404


def test_the_activity_leads_to_why_it_carries_the_label(world, client):
    award = awarded(world)
    assert award.get_absolute_url() in client.get(award.activity.get_absolute_url()).content.decode()
    revoked(world, award)
    assert award.get_absolute_url() not in client.get(award.activity.get_absolute_url()).content.decode()


def test_the_square_of_the_activity_has_the_gold_stitch_as_long_as_the_label_stands(world, client):
    award = awarded(world)
    assert 'class="gold"' in client.get(award.activity.get_absolute_url()).content.decode()
    revoked(world, award)
    assert 'class="gold"' not in client.get(award.activity.get_absolute_url()).content.decode()


@pytest.mark.parametrize("many", [0, 3])
def test_it_asks_as_much_with_many_organisers_as_with_one(world, client, django_assert_max_num_queries, many):
    award = awarded(world, register(world.bergen, world.kari, organisers=[world.oslo, world.paris, world.norway][:many]) if many else None)
    client.get(award.get_absolute_url())
    with django_assert_max_num_queries(12):
        client.get(award.get_absolute_url())


def test_its_share_card_has_the_gold_stitch_on_the_square_of_the_activity(world, client):
    award = awarded(world)
    assert f"{award.activity.get_absolute_url()}pieces/quilt-card.png" in page(client, award)
    assert gold_on(award.activity) > 5
    revoked(world, award)
    assert gold_on(Activity.objects.get(pk=award.activity_id)) == 0


def gold_on(activity):
    """How large the largest gold stitch on its piece is; 0 without one."""
    job = job_of(activity, "quilt", SQUARE, wording_of(activity), site="https://dugnad.example.org")
    [quilt] = [picture.decode() for picture in job.pictures.values() if b"<svg" in picture and COLOURS["environment"].encode() in picture]
    stitches = re.findall(rf'fill="{GOLD}" d="M[\d.]+ [\d.]+h([\d.]+)v', quilt)
    return max(map(float, stitches), default=0)
