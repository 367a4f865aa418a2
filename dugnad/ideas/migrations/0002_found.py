"""The indexes by which ideas are found: FTS5 over the words on SQLite, kept by triggers; a generated tsvector and pg_trgm on PostgreSQL.

Django makes a table of SQLite anew when it alters one, and then loses the triggers: whoever alters ideas_words calls `make` again.
"""

from django.db import migrations
from django.db.transaction import atomic
from django.db.utils import Error

SQLITE = [
    "CREATE VIRTUAL TABLE ideas_found USING fts5(heads, body, content = 'ideas_words', content_rowid = 'id', tokenize = 'unicode61', detail = column)",
    "CREATE VIRTUAL TABLE ideas_titles USING fts5(title, content = 'ideas_words', content_rowid = 'id', tokenize = 'trigram', detail = none)",
    "CREATE TRIGGER ideas_words_in AFTER INSERT ON ideas_words BEGIN"
    " INSERT INTO ideas_found (rowid, heads, body) VALUES (new.id, new.heads, new.body);"
    " INSERT INTO ideas_titles (rowid, title) VALUES (new.id, new.title); END",
    "CREATE TRIGGER ideas_words_out AFTER DELETE ON ideas_words BEGIN"
    " INSERT INTO ideas_found (ideas_found, rowid, heads, body) VALUES ('delete', old.id, old.heads, old.body);"
    " INSERT INTO ideas_titles (ideas_titles, rowid, title) VALUES ('delete', old.id, old.title); END",
    "CREATE TRIGGER ideas_words_changed AFTER UPDATE ON ideas_words BEGIN"
    " INSERT INTO ideas_found (ideas_found, rowid, heads, body) VALUES ('delete', old.id, old.heads, old.body);"
    " INSERT INTO ideas_titles (ideas_titles, rowid, title) VALUES ('delete', old.id, old.title);"
    " INSERT INTO ideas_found (rowid, heads, body) VALUES (new.id, new.heads, new.body);"
    " INSERT INTO ideas_titles (rowid, title) VALUES (new.id, new.title); END",
]
POSTGRES = [
    "ALTER TABLE ideas_words ADD COLUMN vector tsvector GENERATED ALWAYS AS"
    " (setweight(to_tsvector('simple', heads), 'A') || setweight(to_tsvector('simple', body), 'D')) STORED",
    "CREATE INDEX ideas_found ON ideas_words USING gin (vector)",
]


def make(_apps, schema):
    for statement in SQLITE if schema.connection.vendor == "sqlite" else POSTGRES:
        schema.execute(statement)
    if schema.connection.vendor == "postgresql":
        try:
            with atomic(schema.connection.alias):
                schema.execute("CREATE EXTENSION IF NOT EXISTS pg_trgm")
        except Error:  # without it a title with a typing error is found all the same, but slower; docs/operating.md says how to add it
            return
        schema.execute("CREATE INDEX ideas_titles ON ideas_words USING gin (title gin_trgm_ops)")


def drop(_apps, schema):
    if schema.connection.vendor == "sqlite":
        for name in ("in", "out", "changed"):
            schema.execute(f"DROP TRIGGER ideas_words_{name}")
        for name in ("found", "titles"):
            schema.execute(f"DROP TABLE ideas_{name}")
    else:
        schema.execute("DROP INDEX IF EXISTS ideas_titles")
        schema.execute("ALTER TABLE ideas_words DROP COLUMN vector")


class Migration(migrations.Migration):
    dependencies = [("ideas", "0001_first")]

    operations = [migrations.RunPython(make, drop)]
