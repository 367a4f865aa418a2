"""What an activity reads like: by fields, words and answers, each of which is named."""

import pytest

from dugnad.criteria.facts import Facts
from dugnad.criteria.rubric import held
from dugnad.criteria.signs import first, signs
from dugnad.criteria.suggestion import suggest
from dugnad.criteria.telling import because, head, seen, would

GOOD = {
    "title": "Reading aloud at the home for the elderly",
    "summary": "We asked the residents what they missed, and read to each other every second Thursday, in two languages.",
    "people_helped": 20,
    "volunteers": 6,
    "international_students": 4,
    "local_students": 2,
    "partners": 1,
    "meetings": 6,
    "actions": 1,
}


def found(**facts):
    return suggest(Facts(**facts), held())


@pytest.mark.django_db
class TestReading:
    def test_a_cause_and_an_action_make_a_social_impact(self, world):
        assert found(**GOOD).kind == "impact"

    def test_a_party_for_ourselves_is_a_regular_activity(self, world):
        assert found(title="Karaoke night", volunteers=3).kind == "regular"

    def test_a_party_that_helps_somebody_is_not(self, world):
        assert found(title="Karaoke night with the residents of the home", people_helped=30, actions=1).kind == "impact"

    def test_the_answers_decide_before_the_words(self, world):
        assert found(**GOOD, answers={"cause": "no"}).kind == "regular"

    def test_an_answer_of_a_criterion_that_does_not_decide_changes_points_only(self, world):
        kept = found(**GOOD, answers={"together": "no"})
        assert kept.kind == "impact" and {one.criterion.key: one.points for one in kept.seen}["together"] == 0

    def test_with_little_said_it_does_not_tell(self, world):
        assert found(title="Thursday").kind == "unclear"

    def test_it_never_gives_the_points_of_a_model_for_others(self, world):
        assert max(one.points for one in found(**GOOD, answers=dict.fromkeys(("cause", "need", "action"), "yes")).seen) == 2

    @pytest.mark.parametrize("title", ["Karaoke", "Pubrunde for nye", "Tournée des bars"])
    def test_it_reads_every_language_that_ships(self, world, title):
        assert found(title=title).kind == "regular"

    def test_every_point_has_its_reason(self, world):
        assert all(len(one.reasons) >= one.points or one.reasons[0].answer for one in found(**GOOD).seen)


@pytest.mark.django_db
class TestTelling:
    def test_the_word_and_the_field_are_named(self, world):
        told = {one.criterion.key: seen(one) for one in found(**GOOD).seen}
        assert told["need"] == "“asked” in the sentence on what happened"
        assert told["cause"] == "people helped; “elderly” in the title"

    def test_a_regular_one_says_why_and_what_would_make_it_one(self, world):
        kept = found(title="Karaoke night")
        assert head(kept) == "This reads as a regular activity."
        assert because(kept)[0] == "Its title says “karaoke”, a word for: Parties."
        assert would(kept)[0] == "it served somebody outside your own group, and said who"

    def test_an_answer_is_named_as_one(self, world):
        assert because(found(**GOOD, answers={"action": "no"}))[0].startswith("You answered no: “Was something better")

    def test_an_unclear_one_says_what_is_not_seen(self, world):
        assert because(found(title="Thursday")) == [
            "Nothing shows this yet: A cause, and whom it serves.",
            "Nothing shows this yet: Real action with a good effect on the place.",
        ]

    def test_a_good_one_hears_what_would_make_it_stronger(self, world):
        assert would(found(**GOOD)) and len(would(found(**GOOD))) <= 3

    def test_in_norwegian_too(self, world):
        from django.utils import translation

        with translation.override("nb"):
            assert would(found(title="Karaoke"))[0] == "den var for noen utenfor egen gruppe, og sa hvem"


class TestWords:
    def test_a_long_word_is_found_at_the_beginning_of_one(self):
        assert first(["collect"], {"title": "We collected food"}) == ("title", "collected")

    def test_a_short_word_only_as_a_whole(self):
        assert first(["fest"], {"title": "Filmfestival og festlokale"}) is None
        assert first(["fest"], {"title": "En fest!"}) == ("title", "fest")

    def test_markup_is_text(self):
        assert first(["collect"], {"title": "<b>(collect)"}) == ("title", "collect")

    def test_every_sign_belongs_to_a_criterion_that_ships(self):
        assert set(signs()) <= {"cause", "need", "action", "together", "partner", "duration", "result", "learnt", "safe", "told"}


def test_without_words_nothing_is_found():
    assert first([], {"title": "Anything at all"}) is None
