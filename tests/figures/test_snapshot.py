"""Reading for a long time from one moment, and posting only where it can be undone."""

from uuid import uuid4

import pytest
from django.db import connection, transaction

from dugnad.figures.actions import post
from dugnad.figures.measures import Measures
from dugnad.figures.models import Entry
from dugnad.figures.postings import Posting
from dugnad.figures.snapshot import snapshot

pytestmark = pytest.mark.django_db(transaction=True)
ONE = Posting(record=uuid4(), unit=1, month=24300, scopes=(1,), measures=Measures(activities=1))


def test_a_snapshot_only_reads_and_does_not_take_the_writers_place():
    connection.ensure_connection()
    before = getattr(connection, "transaction_mode", None)
    with snapshot(), connection.cursor() as cursor:
        cursor.execute("SELECT COUNT(*) FROM figures_entry")
        if connection.vendor == "postgresql":
            cursor.execute("SHOW transaction_isolation")
            assert cursor.fetchone() == ("repeatable read",)
        else:
            assert connection.transaction_mode == "DEFERRED"
    assert getattr(connection, "transaction_mode", None) == before


def test_inside_a_transaction_a_snapshot_is_its_view():
    with transaction.atomic(), snapshot():
        assert Entry.objects.count() == 0


def test_nothing_is_posted_outside_a_transaction():
    with pytest.raises(RuntimeError, match="inside the transaction"):
        post(ONE)


def test_what_is_posted_is_undone_with_its_transaction():
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        post(ONE)
        _never = 1 / 0
    assert Entry.objects.count() == 0
