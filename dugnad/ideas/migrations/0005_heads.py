"""Words in the title have an index of their own on PostgreSQL: by weight, every row with the words anywhere had to be read for it once more."""

from django.db import migrations

MADE = [
    "ALTER TABLE ideas_words ADD COLUMN title_vector tsvector GENERATED ALWAYS AS (to_tsvector('simple', heads)) STORED",
    "CREATE INDEX ideas_found_in_title ON ideas_words USING gin (title_vector)",
]
DROPPED = ["ALTER TABLE ideas_words DROP COLUMN title_vector"]


def make(_apps, schema):
    _run(schema, MADE)


def drop(_apps, schema):
    _run(schema, DROPPED)


def _run(schema, statements):
    for statement in statements if schema.connection.vendor == "postgresql" else []:
        schema.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("ideas", "0004_edges")]

    operations = [migrations.RunPython(make, drop)]
