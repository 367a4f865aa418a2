"""Good examples: what carries the label, with the reason in a sentence, to be found by cause, country, step and words."""

import pytest

from dugnad.activities import actions
from dugnad.label.examples import PAGE
from dugnad.label.reasons import Mark, marks_of, sentence
from tests.label.making import awarded, revoked
from tests.world import act, register, term

HERE = "/good-examples/"


def read(client, query="", status=200):
    answer = client.get(f"{HERE}{query}")
    assert answer.status_code == status
    return answer.content.decode()


def three(world):
    """One in Bergen for the environment, one in Oslo for health, one in Paris for culture, each on a step of its own."""
    where = (
        (world.bergen, world.kari, "environment", "Clean-up"),
        (world.oslo, world.ola, "health", "Blood drive"),
        (world.paris, world.luc, "culture", "Choir"),
    )
    made = [awarded(world, register(unit, by, cause=term("cause", cause), title=title), step=step) for step, (unit, by, cause, title) in enumerate(where, 1)]
    return dict(zip(("Clean-up", "Blood drive", "Choir"), made, strict=True))


def titles(said):
    return {title for title in ("Clean-up", "Blood drive", "Choir") if f">{title}</a>" in said}


def test_a_sentence_with_a_number_speaks_first(world, client):
    three(world)
    assert "<b>3</b> activities carry the label." in read(client)


def test_before_the_first_label_it_says_what_will_be_here(world, client):
    said = read(client)
    assert "<b>0</b>" in said and "Here will be the activities" in said


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("?cause=health", {"Blood drive"}),
        ("?country=no", {"Clean-up", "Blood drive"}),
        ("?step=impact-3", {"Choir"}),
        ("?q=chOIr", {"Choir"}),
        ("?country=no&cause=health&step=impact-2&q=drive", {"Blood drive"}),
        ("?country=fr&cause=health", set()),
        ("?q=" + "x" * 200, set()),
        ("?q=%00", {"Clean-up", "Blood drive", "Choir"}),
    ],
)
def test_it_is_narrowed_by_cause_country_step_and_words(world, client, query, found):
    three(world)
    assert titles(read(client, query)) == found


def test_an_activity_of_two_countries_is_an_example_of_both(world, client):
    awarded(world, register(world.bergen, world.kari, organisers=(world.paris,), title="Choir"))
    assert titles(read(client, "?country=fr")) == titles(read(client, "?country=no")) == {"Choir"}


@pytest.mark.parametrize("query", ["?cause=nothing", "?country=xx", "?step=regular", "?page=0", "?page=x", "?page=99999999999999999999", "?q=" + "x" * 201])
def test_what_is_asked_for_wrongly_is_said_at_its_place(world, client, query):
    three(world)
    assert "<b>0</b>" in read(client, query, 422)


def test_what_lost_its_label_or_was_withdrawn_is_no_example(world, client):
    made = three(world)
    revoked(world, made["Clean-up"])
    actions.withdraw(act(world.luc), made["Choir"].activity, reason="Twice.")
    assert titles(read(client)) == {"Blood drive"}


def test_each_says_what_it_is_best_at_with_the_words_of_a_reviewer(world):
    award = awarded(world, words={"need": "The town <b>asked</b> for it."})
    award.case.reviews.get(kind="blind").scores.filter(criterion__key="partner").update(points=3)
    assert sentence(marks_of([award])[award.pk]) == "Best at: A partner. “The town <b>asked</b> for it.”"


def test_long_words_are_cut_and_none_are_needed(world):
    criterion = awarded(world).case.rubric.criteria.first()
    assert len(sentence([Mark(criterion, [3], ["word " * 200])])) < 260
    assert sentence([Mark(criterion, [3])]) == f"Best at: {criterion}." and sentence([Mark(criterion, [], ["Cannot tell."])]) == "" and sentence([]) == ""


def test_the_reason_on_the_page_is_no_markup(world, client):
    awarded(world, words={"need": "<img src=x onerror=alert(1)>"})
    assert "<img src=x" not in read(client)


def test_there_are_pages_and_one_that_is_not_there_is_the_last(world, client):
    for number in range(PAGE + 2):
        awarded(world, register(world.bergen, world.kari, title=f"Number {number}"))
    first, last = read(client), read(client, "?page=9")
    assert first.count("<h3>") == PAGE and last.count("<h3>") == 2 and "Page 2 of 2" in last
    assert "?page=2" in first and "?page=1" in last


@pytest.mark.parametrize("many", [1, 12])
def test_it_asks_as_much_for_many_as_for_one(world, client, django_assert_max_num_queries, many):
    for number in range(many):
        awarded(world, register(world.bergen, world.kari, title=f"Number {number}"))
    read(client)
    with django_assert_max_num_queries(12):
        read(client, "?country=no&cause=environment&step=impact-2&q=number")
    with django_assert_max_num_queries(12):
        read(client)
