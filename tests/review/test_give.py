"""Points, words and an outcome; the label, a return or a regular activity follows."""

import pytest

from dugnad.activities import actions
from dugnad.activities import details as known
from dugnad.activities.models import Activity
from dugnad.activities.posting import all_postings
from dugnad.core.errors import NotAllowed, Refused
from dugnad.criteria import actions as rubrics
from dugnad.figures.audit import audit
from dugnad.network.models import Role
from dugnad.review.actions.ask import resubmit, take_back
from dugnad.review.actions.give import give
from dugnad.review.actions.look import drop, take
from dugnad.review.actions.revoke import revoke
from dugnad.review.models import Award, Review, Score
from tests.review.making import asked, committee, figures, fresh, gave, label_of, points, somebody
from tests.world import act, details


@pytest.mark.parametrize(("each", "step"), [(2, "impact-1"), (3, "impact-3")])
def test_the_step_follows_from_the_points(world, each, step):
    case = gave(world.marianne, asked(world), each=each)
    assert (case.state, case.outcome, label_of(case), case.award.step.key) == ("decided", "label", step, step)


def test_seventy_per_cent_are_the_second_step(world):
    case = gave(world.marianne, asked(world), cause=3)
    assert (case.award.points, case.award.most, label_of(case)) == (21, 30, "impact-2")


@pytest.mark.parametrize("given", [0, None])
def test_what_is_needed_and_has_no_point_cannot_be_labelled(world, given):
    with pytest.raises(Refused, match="needed"):
        gave(world.marianne, asked(world), each=3, safe=given)


def test_below_the_first_step_there_is_no_label(world):
    with pytest.raises(Refused, match="first step"):
        gave(world.marianne, asked(world), each=1)


@pytest.mark.parametrize("outcome", ["returned", "regular"])
def test_a_no_has_words(world, outcome):
    with pytest.raises(Refused, match="the author reads it"):
        gave(world.marianne, asked(world), outcome, words=" ")


def test_returned_it_waits_for_its_author_and_carries_nothing(world):
    case = gave(world.marianne, asked(world), "returned", each=1)
    assert (case.state, label_of(case), Award.objects.count()) == ("returned", "", 0)


def test_answered_it_comes_again_to_who_looked_before(world):
    case = gave(world.marianne, asked(world), "returned", each=1)
    resubmit(act(world.kari), case, text="Thirty people, it stands there now.")
    assert (fresh(case).round, Review.objects.in_hand().get().reviewer) == (2, world.marianne)
    assert gave(world.marianne, fresh(case)).outcome == "label"


def test_whoever_looked_before_and_may_no_longer_is_not_asked_again(world):
    case = gave(world.marianne, asked(world), "returned", each=1)
    somebody("Marianne", Role.LOCAL, world.bergen)
    resubmit(act(world.kari), case, text="Thirty people.")
    assert not Review.objects.in_hand().exists()


def test_an_answer_has_words_and_is_for_what_came_back(world):
    case = asked(world)
    with pytest.raises(Refused, match="not come back"):
        resubmit(act(world.kari), case, text="Hello")
    with pytest.raises(Refused, match="what you changed"):
        resubmit(act(world.kari), gave(world.marianne, case, "returned"), text=" ")


def test_not_a_social_impact_activity_stays_registered_and_counts_apart(world):
    case = gave(world.marianne, asked(world), "regular", each=0)
    assert (label_of(case), figures(world.top).activities, figures(world.top, "regular").activities) == ("regular", 1, 1)


def test_only_the_facet_of_the_label_moves(world):
    case = asked(world)
    before = figures(world.top)
    gave(world.marianne, case)
    assert figures(world.top) == before == figures(world.top, "impact-1")


def test_amending_what_carries_the_label_keeps_it(world):
    case = gave(world.marianne, asked(world))
    activity = Activity.objects.get(pk=case.activity_id)
    actions.amend(act(world.kari), activity, known.of(activity).with_(title="Another title"), reason="typo", revision=activity.revision)
    assert label_of(case) == "impact-1"


def test_revoking_posts_its_entry_and_says_why(world):
    case = gave(world.marianne, asked(world))
    revoke(act(world.ines), case.award, reason="It took place a year earlier.")
    assert (label_of(case), figures(world.top, "impact-1").activities, figures(world.top).activities) == ("", 0, 1)
    assert audit(all_postings).differences == []


def test_revoking_needs_a_reason_and_an_office_that_had_no_part(world):
    case = gave(world.marianne, asked(world))
    with pytest.raises(Refused, match="Say why"):
        revoke(act(world.ines), case.award, reason=" ")
    with pytest.raises(NotAllowed):
        revoke(act(world.kari), case.award, reason="No.")


def test_what_was_amended_meanwhile_is_looked_at_once_more(world):
    case = asked(world)
    review = take(act(world.marianne), case)
    activity = Activity.objects.get(pk=case.activity_id)
    actions.amend(act(world.kari), activity, details(title="Another title"), reason="typo", revision=activity.revision)
    with pytest.raises(Refused, match="amended while you looked"):
        give(act(world.marianne), review, outcome="label", words="", scores=points(case), revision=activity.revision)


def test_given_twice_it_is_given_once(world):
    case = asked(world)
    review = take(act(world.marianne), case)
    gave(world.marianne, case)
    with pytest.raises(NotAllowed):
        give(act(world.marianne), review, outcome="label", words="", scores=points(case), revision=1)
    assert Award.objects.count() == 1


def test_a_review_goes_on_by_the_version_of_its_case(world):
    case = asked(world)
    draft = rubrics.begin(act(world.ines))
    rubrics.drop(act(world.ines), draft.criteria.get(key="told"))
    rubrics.adopt(act(world.ines), draft)
    case = gave(world.marianne, case)
    assert (case.rubric.version, Score.objects.count(), case.award.most) == (1, 10, 30)


@pytest.mark.parametrize("wrong", [{"nonsense": (2, "")}, {"cause": (4, "")}, {"cause": (-1, "")}])
def test_points_that_are_not_of_the_rubric_are_refused(world, wrong):
    case = asked(world)
    review = take(act(world.marianne), case)
    with pytest.raises(Refused, match="not of the version"):
        give(act(world.marianne), review, outcome="label", words="", scores=points(case) | wrong, revision=1)


def test_handed_back_somebody_else_takes_it(world):
    case = asked(world)
    review = take(act(world.marianne), case)
    with pytest.raises(Refused, match="Somebody else"):
        take(act(world.ines), case)
    drop(act(world.marianne), review)
    assert take(act(world.ines), case).kind == "first"


def test_taken_twice_it_is_one_review(world):
    case = asked(world)
    assert take(act(world.marianne), case).pk == take(act(world.marianne), case).pk


def test_nobody_hands_back_what_another_has_in_time(world):
    review = take(act(world.marianne), asked(world))
    with pytest.raises(NotAllowed):
        drop(act(world.ines), review)


def test_what_is_overdue_another_reviewer_frees(world):
    case = asked(world)
    review = take(act(world.marianne), case)
    Review.objects.update(due_on="2020-01-01")
    drop(act(world.ines), review)
    assert take(act(world.ines), case).reviewer == world.ines


def test_taken_back_nobody_gives_it_any_more(world):
    case = asked(world)
    take(act(world.marianne), case)
    take_back(act(world.kari), case)
    with pytest.raises(NotAllowed):
        gave(world.marianne, fresh(case))


def test_what_is_decided_is_not_taken_back(world):
    with pytest.raises(Refused, match="decided already"):
        take_back(act(world.kari), gave(world.marianne, asked(world)))


class TestTwoWhoDoNotSeeEachOther:
    def test_nothing_is_decided_before_both_have_given(self, world):
        committee(world)
        assert gave(world.marianne, asked(world, twice=True)).state == "waiting"

    def test_if_they_agree_that_is_it(self, world):
        cleo = committee(world)
        case = gave(world.marianne, asked(world, twice=True), learnt=1, told=1)
        case = gave(cleo, case)
        assert (case.outcome, case.award.points, label_of(case)) == ("label", 19, "impact-1")

    @pytest.mark.parametrize("second", [{"outcome": "returned"}, {"outcome": "label", "each": 3}])
    def test_if_not_in_outcome_or_step_a_third_of_the_committee_decides(self, world, second):
        cleo = committee(world)
        case = gave(cleo, gave(world.marianne, asked(world, twice=True)), **second)
        assert (case.state, case.stage) == ("waiting", "third")
        assert gave(world.ines, case, each=3).award.step.key == "impact-3"

    def test_neither_of_the_two_settles_it(self, world):
        cleo = committee(world)
        case = gave(cleo, gave(world.marianne, asked(world, twice=True)), "returned")
        for person in (world.marianne, cleo):
            with pytest.raises((NotAllowed, Refused)):
                take(act(person), case)

    def test_the_last_free_person_of_the_committee_stays_free_for_that(self, world):
        cleo = committee(world)
        case = asked(world, twice=True)
        take(act(cleo), case)
        with pytest.raises(Refused, match="last free person"):
            take(act(world.ines), case)

    def test_answered_after_a_third_opinion_one_is_enough(self, world):
        cleo = committee(world)
        case = gave(cleo, gave(world.marianne, asked(world, twice=True)), "returned")
        case = gave(world.ines, case, "returned")
        resubmit(act(world.kari), case, text="Done.")
        assert (fresh(case).stage, fresh(case).places, Review.objects.in_hand().get().reviewer) == ("first", 1, world.ines)
