"""Needs are alike for a reason that can be read: a theme, people, words. Never for a score."""

import time
from dataclasses import replace

import pytest

from dugnad.needs import actions, index
from dugnad.needs.alike import Facts, alike, between, common
from dugnad.needs.reasons import why
from dugnad.needs.words import language_of, significant
from tests.needs.making import recorded, said
from tests.world import act, register

ONE = Facts("one", "inclusion", frozenset({"elderly"}), {"lone": "lonely", "winter": "winter", "dinner": "dinner"}, country="NO", platforms=frozenset({1}))
OTHER = Facts("other", "health", frozenset({"refugees"}), {"school": "schools"}, country="FR")


def likes(**changes):
    """Is a need that differs in everything but this like the first?"""
    return [likeness.key for likeness in alike(ONE, [ONE, replace(OTHER, **changes)])] == ["other"]


@pytest.mark.parametrize(
    "shared",
    [
        {"theme": "inclusion", "groups": frozenset({"elderly", "women"})},
        {"groups": frozenset({"elderly"}), "words": {"winter": "winters"}},
        {"theme": "inclusion", "words": {"winter": "winter", "dinner": "dinners"}},
        {"words": {"winter": "winter", "dinner": "dinner", "lone": "loneliness"}},
    ],
)
def test_two_reasons_make_two_needs_alike(shared):
    assert likes(**shared)


@pytest.mark.parametrize(
    "shared",
    [{}, {"theme": "inclusion"}, {"groups": frozenset({"elderly"})}, {"words": {"winter": "winter", "dinner": "dinner"}}, {"theme": "inclusion", "words": {"winter": "x"}},
     {"country": "NO", "platforms": frozenset({1}), "theme": "inclusion"}],
)  # fmt: skip
def test_one_reason_does_not(shared):
    assert not likes(**shared)


def test_the_same_theme_about_the_same_people_comes_first_then_more_words():
    by_words = replace(OTHER, key="words", words=dict(ONE.words))
    close = replace(OTHER, key="close", theme="inclusion", groups=ONE.groups)
    closer = replace(close, key="closer", words={"winter": "winter"})
    assert [one.key for one in alike(ONE, [by_words, close, closer])] == ["closer", "close", "words"]


def test_of_two_that_share_as_much_the_nearer_comes_first():
    far, near = (replace(OTHER, key=key, theme="inclusion", groups=ONE.groups, platforms=where) for key, where in (("a", frozenset()), ("b", frozenset({1}))))
    assert [one.key for one in alike(ONE, [far, near])] == ["b", "a"]


def test_a_word_that_stands_nearly_everywhere_says_nothing():
    many = [Facts(n, "health", words={"winter": "winter"}) for n in range(30)]
    assert common(many) == {"winter"} and between(ONE, many[0], common(many)).words == ()
    assert common(many[:5]) == frozenset()


def test_the_reasons_are_a_sentence(world):
    likeness = between(ONE, replace(OTHER, theme="inclusion", groups=ONE.groups, words={"winter": "winter", "lone": "loneliness"}, platforms=frozenset({1})))
    assert why(likeness, {1: "Northern European Platform"}) == (
        "Same theme (Social Inclusion); both about: Elderly people; both say “lonely” (there “loneliness”), “winter”; both in the Northern European Platform."
    )


@pytest.mark.parametrize(
    ("here", "there"),
    [
        ("Beaches and rivers full of plastic", "A beach, a river"),
        ("We are lonely in winter", "loneliness of winters"),
        ("Mange eldre er ensomme", "The elderly are lonely here"),
        ("Beaucoup de réfugiés sont à l’école", "Refugees who go to school with us"),
    ],
)
def test_the_same_word_is_known_in_another_form_and_language(here, there):
    assert len(significant(here).keys() & significant(there).keys()) >= 2


def test_small_words_and_short_ones_say_nothing():
    assert significant("We are all in it, and so is he") == {} == significant("")


@pytest.mark.parametrize("text", ["\x00", "<script>alert(1)</script>", "🌲" * 99, "१२ 2026", "x" * 100_000, "\u202e\u200b"])
def test_nonsense_has_few_words(text):
    assert len(significant(text)) <= 2


def test_so_many_words_are_enough():
    letters = "abcdefghijklmnopqrstuvwxyz"
    assert len(significant(" ".join(f"q{a}{b}z" for a in letters for b in letters))) == 60


@pytest.mark.parametrize(
    ("text", "language"), [("De er alene og har ingen å snakke med", "nb"), ("Ils sont seuls dans la ville", "fr"), ("They are alone", "en"), ("", "en")]
)
def test_the_language_is_that_of_the_small_words(text, language):
    assert language_of(text.split()) == language


def test_needs_of_other_countries_are_found(world):
    here = recorded(world)
    there = recorded(world, world.paris, world.luc, title="Des personnes âgées mangent seules", who="La solitude est grande en hiver, disent les retraités.")
    recorded(world, world.oslo, world.ola, title="Beaches full of plastic", who="Waves bring it.", theme="environment", groups=("animals-nature",))
    assert [one.key for one in index.like_need(here)] == [there.pk] and [one.key for one in index.like_need(there)] == [here.pk]


def test_what_changes_is_compared_anew(world):
    here, there = recorded(world), recorded(world, world.paris, world.luc)
    assert index.like_need(here)
    plastic = said(title="Beaches full of plastic", who="Waves bring it.", would_help="", theme="environment", groups=("animals-nature",))
    actions.amend(act(world.luc), there, plastic, revision=1)
    assert not index.like_need(here)


def test_an_activity_is_compared_with_open_needs_and_those_of_its_country_come_first(world):
    near = recorded(world)
    far = recorded(
        world, world.paris, world.luc, title="Nobody picks the litter at the river", theme="environment", groups=("everybody",), who="Litter lies there."
    )
    closed = actions.close(act(world.kari), recorded(world), result="There is a café now.")
    found = [
        one.key for one in index.like_activity(register(world.bergen, world.kari, title="Dinner for lonely neighbours", summary="We cooked and picked litter."))
    ]
    assert found == [near.pk, far.pk] and closed.pk not in found


@pytest.mark.thorough
def test_among_two_thousand_it_is_quick():
    words = [f"word{n}" for n in range(400)]
    many = [
        Facts(n, f"theme{n % 6}", frozenset({f"group{n % 14}", f"group{n % 5}"}), {words[(n * k) % 400]: words[(n * k) % 400] for k in range(1, 40)})
        for n in range(2000)
    ]
    often = common(many)
    began = time.process_time()
    assert alike(many[7], many, often)
    assert time.process_time() - began < 0.5
