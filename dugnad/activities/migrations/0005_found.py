"""The index of triples of letters: pg_trgm on PostgreSQL, where it may be made; a table of FTS5 on SQLite."""

from django.db import migrations
from django.db.utils import Error
from django.db.transaction import atomic


def make(_apps, schema):
    if schema.connection.vendor == "sqlite":
        schema.execute("CREATE VIRTUAL TABLE activities_found USING fts5(text, id UNINDEXED, tokenize = 'trigram', detail = none)")
        schema.execute("INSERT INTO activities_found (text, id) SELECT found_by, id FROM activities_activity")
        return
    try:
        with atomic(schema.connection.alias):
            schema.execute("CREATE EXTENSION IF NOT EXISTS pg_trgm")
    except Error:  # without it a search reads every activity: right, but slower; docs/operating.md says how to add it
        return
    schema.execute("CREATE INDEX IF NOT EXISTS activities_found ON activities_activity USING gin (found_by gin_trgm_ops)")


def drop(_apps, schema):
    schema.execute("DROP TABLE IF EXISTS activities_found" if schema.connection.vendor == "sqlite" else "DROP INDEX IF EXISTS activities_found")


class Migration(migrations.Migration):
    dependencies = [("activities", "0004_texts")]

    operations = [migrations.RunPython(make, drop)]
