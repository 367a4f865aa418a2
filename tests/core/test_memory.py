"""Ids, refusals, the journal and the marks."""

from decimal import Decimal

from dugnad.access.actor import SYSTEM
from dugnad.core import journal, marks
from dugnad.core.errors import Refused
from dugnad.core.ids import uuid7


def test_ids_are_uuids_of_version_7_in_the_order_of_time():
    ids = [uuid7() for _ in range(50)]
    assert {id.version for id in ids} == {7} and [i.int >> 80 for i in ids] == sorted(i.int >> 80 for i in ids)


def test_a_refusal_says_its_sentence():
    no = Refused("too-many", "That is too many.", field="count", most=5)
    assert (str(no), no.code, no.field, no.data) == ("That is too many.", "too-many", "count", {"most": 5})


def test_the_journal_keeps_who_did_what(world):
    journal.record(SYSTEM, "unit.edited", world.bergen, amount=Decimal("1.5"))
    line = journal.of(world.bergen).get()
    assert (line.verb, line.actor, line.via, line.data) == ("unit.edited", None, "cli", {"amount": "1.5"})


def test_a_touched_mark_changes(world):
    before = marks.current("vocabulary")
    marks.touch("vocabulary")
    assert marks.current("vocabulary") != before


def test_steady_marks_are_read_once(world, django_assert_num_queries):
    with django_assert_num_queries(1), marks.steady(), marks.steady():
        marks.current("vocabulary"), marks.current("belongings")
