"""The sample federation, when there are more activities than are thought out one by one."""

import json
from datetime import date

import pytest
from django.core.management import call_command
from django.db import connection

from dugnad.activities.models import Activity
from dugnad.activities.posting import all_postings
from dugnad.cli.sample.copies import TABLES
from dugnad.cli.sample.fill import fill
from dugnad.core.models import JournalEntry
from dugnad.figures import arrivals, reading
from dugnad.figures.audit import audit
from dugnad.network.models import Unit


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_copies_count_like_any_other_activity_and_indexes_and_foreign_keys_are_back():
    call_command("flush", interactive=False, verbosity=0)
    before = constraints()
    fill(activities=350, thought_out=100, progress=False, today=date(2026, 11, 20))
    arrivals.sum_up(date(2026, 11, 20))
    top = Unit.objects.get(parent=None)
    counted = Activity.objects.registered().count()
    assert 300 < counted <= 350 == Activity.objects.exclude(state="planned").count()
    assert reading.total(reading.Question((top.pk,))).activities == counted
    assert JournalEntry.objects.filter(verb="activity.registered").count() >= 350
    assert audit(all_postings).differences == []
    assert constraints() == before and len(before) > 30


def constraints():
    """Everything that the copied tables keep true or have at hand, by name."""
    names = [model._meta.db_table for model, _id in TABLES]
    asked = {
        "sqlite": "SELECT tbl_name, sql FROM sqlite_master WHERE tbl_name IN (SELECT value FROM json_each(%s)) ORDER BY name",
        "postgresql": "SELECT tablename, indexdef FROM pg_indexes WHERE tablename = ANY(%s) UNION ALL "
        "SELECT conrelid::regclass::text, pg_get_constraintdef(oid) FROM pg_constraint WHERE conrelid::regclass::text = ANY(%s) ORDER BY 1, 2",
    }[connection.vendor]
    with connection.cursor() as cursor:
        cursor.execute(asked, [json.dumps(names)] if connection.vendor == "sqlite" else [names, names])
        return cursor.fetchall()
