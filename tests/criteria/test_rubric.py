"""The rubric: one version holds, the committee writes the next, and nothing that is adopted changes."""

import pytest
from django.urls import reverse

from dugnad.core.errors import NotAllowed, Refused
from dugnad.criteria import actions
from dugnad.criteria.changes import changes
from dugnad.criteria.models import Criterion, Rubric
from dugnad.criteria.rubric import held
from tests.world import act

pytestmark = pytest.mark.django_db
TEXTS = {"names": {"en": "Joy"}, "helps": {}, "asks": {}, "dos": {}, "needed": False, "asked": True}


@pytest.fixture
def draft(world):
    return actions.begin(act(world.ines))


def test_the_shipped_one_holds_and_loading_it_again_changes_nothing(world):
    before = Rubric.objects.values_list("pk", "version").get()
    actions.load()
    assert Rubric.objects.values_list("pk", "version").get() == before and held().points == 30


def test_a_draft_is_a_copy_that_knows_where_its_criteria_come_from(world, draft):
    assert [one.was for one in draft.criteria.all()] == [[one.key] for one in held().criteria]
    assert draft.uncounted.count() == len(held().uncounted) and held().rubric.version == 1


def test_beginning_twice_goes_on_with_the_same_draft(world, draft):
    assert actions.begin(act(world.ines)) == draft


def test_an_adopted_version_holds_and_does_not_change(world, draft):
    actions.write(act(world.ines), draft, None, key="joy", was=[], **TEXTS)
    actions.adopt(act(world.ines), draft)
    assert (held().rubric.version, held().points) == (2, 33)
    with pytest.raises(Refused, match="does not change"):
        actions.write(act(world.ines), draft, None, key="more", was=[], **TEXTS)


def test_a_key_stands_once(world, draft):
    with pytest.raises(Refused, match="this key already"):
        actions.write(act(world.ines), draft, None, key="cause", was=[], **TEXTS)


def test_it_needs_an_english_name(world, draft):
    with pytest.raises(Refused, match="English name"):
        actions.write(act(world.ines), draft, None, key="joy", was=[], **{**TEXTS, "names": {}})


def test_a_rubric_has_neither_too_few_nor_too_many_criteria(world, draft):
    for number in range(10):
        actions.write(act(world.ines), draft, None, key=f"more-{number}", was=[], **TEXTS)
    with pytest.raises(Refused, match="More than 20"):
        actions.write(act(world.ines), draft, None, key="one-too-many", was=[], **TEXTS)
    for one in draft.criteria.all()[3:]:
        actions.drop(act(world.ines), one)
    with pytest.raises(Refused, match="at least 3"):
        actions.drop(act(world.ines), draft.criteria.all()[0])


def test_something_must_be_needed(world, draft):
    Criterion.objects.filter(rubric=draft).update(needed=False)
    with pytest.raises(Refused, match="must be needed"):
        actions.adopt(act(world.ines), draft)


@pytest.mark.parametrize("shares", [{"a": 50, "b": 50}, {"a": 60, "b": 50}, {"a": 0, "b": 50}, {"a": 50, "b": 101}])
def test_each_step_needs_more_than_the_one_before(world, draft, shares):
    with pytest.raises(Refused, match="more than the one before"):
        actions.set_steps(act(world.ines), draft, shares)


KIND = {"names": {"en": "Quiz nights"}, "whys": {"en": "Nobody outside is helped."}, "becomes": {"en": "Ask a care home to join."}, "words": {"en": ["quiz"]}}


def test_what_is_not_counted_is_written_too(world, draft):
    actions.write_uncounted(act(world.ines), draft, None, key="quiz", **KIND)
    actions.drop_uncounted(act(world.ines), draft.uncounted.get(key="board-meeting"))
    actions.write_uncounted(act(world.ines), draft, draft.uncounted.get(key="quiz"), key="quiz-night", **KIND)
    kinds = [one.key for one in draft.uncounted.all()]
    assert kinds[-1] == "quiz-night" and "board-meeting" not in kinds and "board-meeting" in [one.key for one in held().uncounted]


def test_a_kind_that_is_not_counted_stands_once_and_there_are_not_too_many(world, draft):
    with pytest.raises(Refused, match="this key already"):
        actions.write_uncounted(act(world.ines), draft, None, key="board-meeting", **KIND)
    for number in range(20 - draft.uncounted.count()):
        actions.write_uncounted(act(world.ines), draft, None, key=f"more-{number}", **KIND)
    with pytest.raises(Refused, match="More than 20"):
        actions.write_uncounted(act(world.ines), draft, None, key="one-too-many", **KIND)


def test_what_is_taken_out_leaves_its_place_to_nobody(world, draft):
    actions.drop(act(world.ines), draft.criteria.get(key="cause"))
    actions.write(act(world.ines), draft, None, key="joy", was=[], **TEXTS)
    assert [one.key for one in draft.criteria.all()][-2:] == ["told", "joy"]


def test_before_it_is_adopted_one_reads_what_it_changes(world, draft):
    before = held().rubric
    assert not changes(draft, before).any
    actions.write(act(world.ines), draft, None, key="joy", was=[], **TEXTS)
    actions.write(act(world.ines), draft, draft.criteria.get(key="cause"), key="cause", was=["cause"], **TEXTS)
    actions.drop(act(world.ines), draft.criteria.get(key="told"))
    actions.drop_uncounted(act(world.ines), draft.uncounted.get(key="board-meeting"))
    told = changes(draft, before)
    assert [[one.key for one in rows] for rows in (told.added, told.ended, told.changed)] == [["joy"], ["told"], ["cause"]]
    assert told.uncounted and not told.steps


def test_a_draft_can_be_thrown_away(world, draft):
    actions.discard(act(world.ines), draft)
    assert Rubric.objects.count() == 1 and Criterion.objects.count() == 10


def test_only_the_committee_writes_it(world, draft):
    for verb in (
        lambda: actions.begin(act(world.marianne)),
        lambda: actions.adopt(act(world.marianne), draft),
        lambda: actions.discard(act(world.kari), draft),
    ):
        with pytest.raises(NotAllowed):
            verb()


class TestPages:
    def test_everybody_reads_what_holds(self, client, world):
        page = client.get(reverse("criteria"))
        assert page.status_code == 200 and b"It is looked at from 10 sides" in page.content and b"Begin the next version" not in page.content

    def test_an_unknown_version_is_not_there(self, client, world):
        assert [client.get("/good-activities/", {"version": text}).status_code for text in ("1", "7", "x", "9" * 40)] == [200, 404, 404, 404]

    def test_the_committee_writes_and_adopts_the_next(self, client, world, sign_in):
        sign_in(world.ines)
        assert client.post(reverse("rubric-begin"), follow=True).status_code == 200
        first = client.get(reverse("criterion", args=["cause"]))
        given = first.context["form"].initial | {"name_en": "For whom?", "was": ["cause"]}
        assert client.post(reverse("criterion", args=["cause"]), given, follow=True).status_code == 200
        assert b"For whom?" in client.get(reverse("rubric-draft")).content
        wrong = client.post(reverse("rubric-draft"), {"impact-1": 80, "impact-2": 70, "impact-3": 85})
        assert wrong.status_code == 422 and b"more than the one before" in wrong.content
        client.post(reverse("rubric-draft"), {"impact-1": 40, "impact-2": 70, "impact-3": 85})
        client.post(reverse("criterion-drop"), {"key": "told"})
        page = client.post(reverse("rubric-adopt"), follow=True)
        assert b"For whom?" in page.content and b"from 9 sides" in page.content and b"All versions:" in page.content
        assert b"no longer holds" in client.get("/good-activities/?version=1").content

    def test_a_criterion_is_added_and_a_refusal_is_said_at_its_field(self, client, world, sign_in):
        sign_in(world.ines)
        client.post(reverse("rubric-begin"))
        assert client.post(reverse("criterion-add"), {"key": "cause", "name_en": "Again"}).status_code == 422
        assert client.post(reverse("criterion-add"), {"key": "joy", "name_en": "Joy"}).status_code == 302
        assert held().rubric.version == 1
        page = client.post(reverse("rubric-discard"), follow=True)
        assert b"thrown away" in page.content

    def test_what_is_refused_is_said(self, client, world, sign_in):
        sign_in(world.ines)
        client.post(reverse("rubric-begin"))
        Criterion.objects.filter(rubric__adopted_at=None).update(needed=False)
        assert b"must be needed" in client.post(reverse("rubric-adopt"), follow=True).content

    def test_adopting_and_throwing_away_are_asked_once(self, client, world, sign_in, draft):
        sign_in(world.ines)
        actions.write(act(world.ines), draft, None, key="joy", was=[], **{**TEXTS, "names": {"en": "<b>Joy</b>"}})
        page = client.get(reverse("rubric-adopt")).content.decode()
        assert "New: &lt;b&gt;Joy&lt;/b&gt;" in page and "Adopt version 2?" in page and held().rubric.version == 1
        assert "Everything that was written in the draft is gone" in client.get(reverse("rubric-discard")).content.decode()
        assert Rubric.objects.filter(adopted_at=None).exists()

    def test_the_committee_writes_what_is_not_counted(self, client, world, sign_in, draft):
        sign_in(world.ines)
        shown = client.get(reverse("uncounted", args=["board-meeting"]))
        assert b"general assembly" in shown.content
        typed = {"key": "quiz", "name_en": "<i>Quiz</i> nights", "why_en": "Fun.", "instead_en": "Invite a care home.", "words_en": "quiz\n\n pub quiz "}
        assert client.post(reverse("uncounted-add"), {"key": "board-meeting", "name_en": "Again"}).status_code == 422
        assert client.post(reverse("uncounted-add"), typed).status_code == 302
        assert draft.uncounted.get(key="quiz").words == {"en": ["quiz", "pub quiz"]}
        client.post(reverse("uncounted", args=["quiz"]), typed | {"why_en": "Only fun."})
        client.post(reverse("uncounted-drop"), {"key": "board-meeting"})
        assert client.post(reverse("uncounted-drop"), {"key": "board-meeting"}).status_code == 404
        page = client.post(reverse("rubric-adopt"), follow=True).content.decode()
        assert "Only fun." in page and "&lt;i&gt;Quiz&lt;/i&gt; nights" in page and "general assemblies" not in page

    def test_the_steps_are_asked_for_in_words(self, client, world, sign_in, draft):
        sign_in(world.ines)
        page = client.get(reverse("rubric-draft")).content.decode()
        assert "Step 1 of the label" in page and ">impact-1" not in page

    def test_a_coordinator_does_not_find_the_draft(self, client, world, sign_in, draft):
        sign_in(world.marianne)
        assert [client.get(reverse(name)).status_code for name in ("rubric-draft", "criterion-add")] == [404, 404]
