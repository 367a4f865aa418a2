"""Ideas are found by words, by their stems in three languages, in spite of typing errors, and by facets; on both databases alike."""

import pytest

from dugnad.ideas import stems
from dugnad.ideas.actions import write as actions
from dugnad.ideas.search import Wanted, search
from tests.ideas.making import idea, tried
from tests.world import act, term


def titles(**wanted):
    from dugnad.ideas.models import Idea

    names = dict(Idea.objects.values_list("pk", "title"))
    return [names[pk] for pk in search(Wanted(**wanted)).ideas]


@pytest.mark.parametrize(
    ("language", "title", "asked"),
    [
        ("en", "Cleaning the beaches together", "clean beach"),
        ("en", "Teach each other languages", "language"),
        ("nb", "Språkkaféer for naboer", "språkkafé nabo"),
        ("nb", "Vi rydder strendene", "rydde"),
        ("fr", "Collectes solidaires de vêtements", "collecte solidaire"),
        ("fr", "Un café des langues", "cafe langue"),
    ],
)
def test_a_word_is_found_by_its_stem_in_its_language(world, language, title, asked):
    idea(world, title="Something else entirely", summary="Nothing of it.")
    idea(world, title=title, summary="-", language=language)
    assert titles(q=asked) == [title]


def test_accents_and_case_do_not_matter(world):
    idea(world, title="Søppelplukking på Fløyen", language="nb")
    assert titles(q="SOPPELPLUKKING floyen") == ["Søppelplukking på Fløyen"]


def test_words_that_say_nothing_are_not_asked_for(world):
    idea(world, title="Choir for everybody", summary="Singing.")
    assert titles(q="the choir of the") == ["Choir for everybody"]


def test_all_words_must_be_there(world):
    idea(world, title="Choir in the park")
    assert titles(q="choir helicopter") == []


def test_what_stands_in_the_title_comes_first(world):
    idea(world, title="Tandem evening", summary="Over soup.")
    idea(world, title="Soup for everybody")
    idea(world, title="Reading aloud", steps="Cook soup")
    assert titles(q="soup") == ["Soup for everybody", "Reading aloud", "Tandem evening"]


@pytest.mark.parametrize("typed", ["lanuage cafe", "langauge", "languagee", "rydding"])
def test_a_title_is_found_in_spite_of_a_typing_error(world, typed):
    idea(world, title="Language café" if typed != "rydding" else "Strandrydding")
    idea(world, title="Blood drive")
    found = search(Wanted(q=typed))
    assert found.total == found.like == 1


@pytest.mark.parametrize(
    ("title", "typed"),
    [
        ("Walk and pick", ["wlak pick", "wlak", "walk pikc", "wolk", "wallk", "pcik walk", "awlk", "wakl"]),
        ("Bridge", ["brdige", "birdge", "brigde", "bridgee", "brige", "bxidge", "brixge"]),
        ("Concert", ["cocnert", "conecrt", "ocncert", "concetr", "coxcert", "conxert"]),
        ("Choir", ["chior", "hcoir", "cohir", "choiir", "chxir", "chir", "coir"]),
        ("Møt en nabo", ["nbao", "naob", "mot nabbo"]),
        ("Repas solidaire", ["rpeas", "repsa solidiare", "solidare"]),
    ],
)
def test_one_slip_of_the_fingers_is_forgiven_in_short_words_too(world, title, typed):
    idea(world, title=title)
    for other in ("Blood drive", "Tandem evening", "Soup for everybody"):
        idea(world, title=other)
    assert {one: titles(q=one) for one in typed} == {one: [title] for one in typed}


@pytest.mark.parametrize(("word", "other", "slip"), [("walk", "wlak", True), ("walk", "wakl", True), ("walk", "walks", True), ("walk", "talk", True),
    ("walk", "walk", True), ("walk", "klaw", False), ("cat", "cta", False), ("walk", "wa", False), ("chair", "choirs", False)])  # fmt: skip
def test_one_slip_is_one_letter_or_two_neighbours(word, other, slip):
    assert stems.slipped(word, other) == slip


def test_a_short_word_is_like_no_other(world):
    idea(world, title="Art in the park")
    assert (titles(q="atr"), titles(q="art")) == ([], ["Art in the park"])


def test_a_translation_is_found_as_well(world):
    from dugnad.ideas import finding
    from dugnad.ideas.models import Translation

    found = idea(world, title="Clothes swap")
    Translation.objects.create(idea=found, language="fr", title="Troc de vêtements", summary="-", of_revision=1)
    finding.keep(found)
    assert titles(q="vetement") == ["Clothes swap"]


def test_what_is_changed_is_found_by_its_new_words_only(world):
    found = idea(world, title="Clothes swap")
    actions.change(act(world.kari), found, revision=1, title="Bicycle workshop")
    assert (titles(q="clothes"), titles(q="bicycle")) == ([], ["Bicycle workshop"])


@pytest.mark.parametrize(
    "text", ["", " ", "'", '"', "a AND", "* OR *", "NEAR(", "{heads} : x", "x:*", "\x00", "& | !", "%", "😀", "x" * 5000, "ab " * 3000, "--", "the"]
)
def test_no_text_breaks_the_search(world, text):
    idea(world)
    search(Wanted(q=text))


def test_drafts_and_withdrawn_ideas_are_not_on_the_market(world):
    from tests.ideas.making import draft

    draft(world, title="Only a draft")
    actions.withdraw(act(world.kari), idea(world, title="Withdrawn"))
    idea(world, title="Published")
    assert titles() == ["Published"]


def test_doable_with_five_people_and_no_money_next_week(world):
    idea(world, title="Small", people=5, budget=0, ready_in=7)
    idea(world, title="Many people", people=6)
    idea(world, title="Some money", budget=1)
    idea(world, title="Slow", ready_in=8)
    assert titles(people=5, budget=0, within=7) == ["Small"]


@pytest.mark.parametrize(
    ("wanted", "other"),
    [
        ({"cause": "environment"}, {"causes": "health"}),
        ({"effort": 1}, {"effort": 3}),
        ({"season": "spring"}, {"seasons": ["autumn"]}),
        ({"language": "en"}, {"language": "nb"}),
        ({"country": "NO"}, {"by": "luc", "unit": "paris"}),
    ],
)
def test_each_facet_parts_those_that_have_it_from_those_that_have_not(world, wanted, other):
    if "causes" in other:
        other = {"causes": [term("cause", "health")]}
    idea(world, title="Other", **other)
    idea(world, title="Wanted")
    assert titles(**wanted) == ["Wanted"]


def test_tried_is_what_the_record_says_now(world):
    idea(world, title="New")
    tried(world, idea(world, title="Old"))
    assert (titles(tried="yes"), titles(tried="no")) == (["Old"], ["New"])


def test_an_idea_of_several_causes_counts_under_each(world):
    idea(world, causes=[term("cause", "environment"), term("cause", "health")])
    assert search(Wanted()).counts["cause"] == {"environment": 1, "health": 1}


def test_facets_count_what_is_found(world):
    idea(world, title="Choir", effort=1)
    idea(world, title="Choir again", effort=3, by="luc", unit="paris")
    idea(world, title="Soup", effort=3)
    counts = search(Wanted(q="choir")).counts
    assert (counts["effort"], counts["country"], counts["tried"]) == ({1: 1, 3: 1}, {"NO": 1, "FR": 1}, {"yes": 0, "no": 2})


def test_pages_have_so_many_each_and_none_twice(world):
    for number in range(7):
        idea(world, title=f"Choir {number}")
    pages = [search(Wanted(q="choir", page=page), size=3) for page in (1, 2, 3, 4)]
    assert [len(page.ideas) for page in pages] == [3, 3, 1, 0] and len({pk for page in pages for pk in page.ideas}) == 7
