"""A short code proves figures as they stood: whoever opens it sees what was printed."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dugnad.activities import actions
from dugnad.core.periods import ALWAYS, year
from dugnad.figures import fold, proofs, reading
from dugnad.figures.measures import NOTHING
from dugnad.figures.models import Entry
from tests.world import act, on, register


def total(unit, period=ALWAYS):
    return reading.total(reading.Question((unit.pk,), period))


@pytest.mark.parametrize("folded", [False, True])
@pytest.mark.parametrize("period", [ALWAYS, year(2026)])
def test_what_a_unit_counted_is_proved_after_more_has_come(world, period, folded):
    for day in (date(2026, 9, 1), date(2026, 10, 1), date(2026, 10, 1)):
        with on(day):
            register(world.bergen, world.kari)
    was, code = total(world.norway, period), proofs.of_unit(world.norway.pk, period)
    with on(date(2026, 10, 1)):
        register(world.oslo, world.ola, volunteers=40)
        actions.withdraw(act(world.kari), world.bergen.activities.first(), reason="twice")
        if folded:
            fold.fold_waiting()
    found = proofs.read(code)
    assert (found.unit, found.period, found.record) == (world.norway.pk, period, None)
    assert proofs.stood(found) == was != total(world.norway, period) and was.activities == 3


def test_a_period_in_which_nothing_lies_proves_nothing(world):
    register(world.bergen, world.kari)
    assert proofs.stood(proofs.read(proofs.of_unit(world.norway.pk, year(2020)))) == NOTHING


def test_before_the_first_entry_nothing_is_proved(world):
    code = proofs.of_unit(world.norway.pk)
    register(world.bergen, world.kari)
    assert proofs.stood(proofs.read(code)) == NOTHING


def test_what_an_activity_counted_is_proved_after_it_was_amended(world):
    activity = register(world.bergen, world.kari, volunteers=7)
    code = proofs.of_record(activity.pk)
    actions.withdraw(act(world.kari), activity, reason="twice")
    found = proofs.read(code)
    assert (found.record, proofs.stood(found).volunteers, proofs.of_record(activity.pk)) == (activity.pk, 7, "")


@given(st.integers(0, 10**12), st.integers(1, 10**6), st.integers(0, 1_400))
def test_a_code_is_read_as_it_was_written_whatever_its_case_and_dashes(entry, unit, months):
    code = proofs._written([entry, unit, 500, months])
    assert proofs._numbers(proofs.shown(code).lower()) == [entry, unit, 500, months]
    assert proofs._numbers(code.replace("0", "O").replace("1", "l")) == [entry, unit, 500, months]


@pytest.mark.parametrize("code", ["", "7", "AAAA", "UUUU", "7" * 61, "ÆØÅ1", "0000"])
def test_what_is_no_code_is_read_as_none(world, code):
    assert proofs.read(code) is None


def test_a_code_with_other_numbers_than_a_question_has_is_none(world):
    activity = register(world.bergen, world.kari)
    entry = Entry.objects.get(record=activity.pk).pk
    assert [proofs.read(proofs._written(numbers)) for numbers in ([entry, 1], [entry, 1, 0, 1], [entry, 1, 5, 2, 1], [entry + 1])] == [None] * 4


def test_one_mistyped_letter_is_noticed(world):
    register(world.bergen, world.kari)
    code = proofs.of_unit(world.norway.pk, year(2026))
    wrong = [code[:at] + letter + code[at + 1 :] for at in range(len(code)) for letter in proofs.LETTERS if letter != code[at]]
    assert [other for other in wrong if proofs.read(other)] == []
