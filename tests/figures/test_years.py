"""A unit's year in one row: always what the balances say."""

import pytest

from dugnad.activities import actions
from dugnad.activities.posting import all_postings
from dugnad.core.periods import month_of
from dugnad.figures import fold, reading, rebuild
from dugnad.figures.audit import audit
from dugnad.figures.models import Year
from tests.world import act, register


@pytest.fixture
def two(world):
    """Two of Bergen in March 2026, of which one was withdrawn."""
    first, _second = register(world.bergen, world.kari), register(world.bergen, world.kari)
    actions.withdraw(act(world.kari), first, reason="twice")
    fold.fold_waiting()
    return world


def test_what_is_withdrawn_is_taken_away(two):
    row = Year.objects.get(unit=two.bergen.pk, year=2026)
    assert (row.m02, row.m03, row.m04, str(row)) == (0, 1, 0, f"{two.bergen.pk} 2026")


def test_a_month_in_which_everything_was_withdrawn_has_no_reporting_unit(two):
    actions.withdraw(act(two.kari), two.bergen.activities.get(state="registered"), reason="never happened")
    assert reading.reporting((two.bergen.pk,)) == {}


def test_a_year_that_is_wrong_is_named_by_the_audit_and_put_right(two):
    Year.objects.filter(unit=two.bergen.pk).update(m03=7)
    Year.objects.filter(unit=two.norway.pk).delete()
    found = {(one.unit, one.month, one.recorded, one.recomputed) for one in audit(all_postings).differences}
    assert found == {(two.bergen.pk, "2026-03", 7, 1), (two.norway.pk, "2026-03", 0, 1)}
    assert rebuild.rebuild().corrected == 2
    assert audit(all_postings).differences == []


def test_what_waits_to_be_folded_reports_too(two):
    register(two.oslo, two.ola)
    assert reading.reporting((two.bergen.pk, two.oslo.pk, two.paris.pk)) == {month_of(two.bergen.activities.first().starts_on): 2}
