"""The disk is full: each door says so in words, and nothing is half written."""

import pytest
from django.db import connection

from dugnad.activities.models import Activity
from dugnad.activities.posting import all_postings
from dugnad.core.ids import uuid7
from dugnad.figures.audit import audit
from tests.api.asking import Program, new
from tests.bad_days.test_bad_input import ANSWERS, FORM, rows

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)
TRIGGER = """
CREATE FUNCTION no_room() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'could not extend file' USING ERRCODE = '53100'; END $$;
CREATE TRIGGER no_room BEFORE INSERT ON figures_entry FOR EACH ROW EXECUTE FUNCTION no_room();
"""


@pytest.fixture
def full(world):
    """SQLite may not grow any more; PostgreSQL cannot extend the table of entries, which are written last."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(TRIGGER)
        else:
            cursor.execute("PRAGMA page_count")
            cursor.execute(f"PRAGMA max_page_count = {cursor.fetchone()[0]}")
    yield
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA max_page_count = 1073741823" if connection.vendor == "sqlite" else "DROP FUNCTION no_room CASCADE")


def until_it_is_full(send, status):
    """A few may still fit into pages that are begun."""
    for number in range(300):
        before, answer = rows(), send(number)
        if answer.status_code == status:
            return before, answer
    raise AssertionError("the disk never filled")


def test_registering_says_so_and_writes_nothing(full, world, sign_in):
    session = sign_in(world.kari)
    before, answer = until_it_is_full(
        lambda n: session.post(FORM, ANSWERS | {"id": str(uuid7()), "title": f"Number {n}", "summary": "x" * 1900, "another": "1"}), 507
    )
    assert "There is no room on the server just now" in answer.content.decode()
    assert (rows(), audit(all_postings).differences) == (before, [])


def test_the_api_says_so_and_writes_nothing(full, world):
    kari = Program(world.kari)
    before, answer = until_it_is_full(lambda _n: kari.post("/activities", new(summary="x" * 1900)), 507)
    assert (answer["Content-Type"], answer.json()["title"]) == ("application/problem+json", "There is no room on the server just now")
    assert rows() == before


def test_an_import_says_so_and_keeps_nothing(full, world, sign_in):
    from tests.activities.test_import import kept_in, uploaded

    session, lines = sign_in(world.kari), "".join(f"Action {n};15.03.2026;culture;5;{'x' * 1500}\n" for n in range(300))
    kept = kept_in(uploaded(session, "Tittel;Dato;Formål;Frivillige;Summary\n" + lines))
    answer = session.post("/units/no-berg-esn/import/", {"kept": kept, "import": "1"})
    assert (answer.status_code, Activity.objects.count()) == (507, 0)
