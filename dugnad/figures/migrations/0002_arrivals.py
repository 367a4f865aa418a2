"""What arrived on each day; and balances that lie in the order of their key.

On SQLite the table of balances is made anew without row numbers; on PostgreSQL its primary key carries the sums, so that both
read a range of it in one go. A later migration that changes this table must keep that: write it as SQL.
"""

from django.db import migrations, models

SUMS = "activities, local_students, international_students, volunteers, people_helped, volunteer_minutes, money_cents, amount"
SQLITE = (
    "CREATE TABLE figures_balance_ordered (unit bigint NOT NULL, facet varchar(12) NOT NULL, value varchar(80) NOT NULL, month integer NOT NULL, "
    + ", ".join(f"{name} bigint NOT NULL" for name in SUMS.split(", "))
    + ", PRIMARY KEY (unit, facet, value, month)) WITHOUT ROWID",
    f"INSERT INTO figures_balance_ordered SELECT unit, facet, value, month, {SUMS} FROM figures_balance ORDER BY unit, facet, value, month",
    "DROP TABLE figures_balance",
    "ALTER TABLE figures_balance_ordered RENAME TO figures_balance",
)
POSTGRES = (
    "ALTER TABLE figures_balance DROP CONSTRAINT figures_balance_pkey",
    f"ALTER TABLE figures_balance ADD CONSTRAINT figures_balance_pkey PRIMARY KEY (unit, facet, value, month) INCLUDE ({SUMS})",
)


def order(apps, editor):
    for statement in SQLITE if editor.connection.vendor == "sqlite" else POSTGRES:
        editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("figures", "0001_first"), ("core", "0001_first")]

    operations = [
        migrations.RemoveIndex(model_name="balance", name="balance_across"),
        migrations.RunPython(order, migrations.RunPython.noop),
        migrations.CreateModel(
            name="Arrival",
            fields=[
                ("pk", models.CompositePrimaryKey("unit", "month", "day", blank=True, editable=False, primary_key=True, serialize=False)),
                ("unit", models.BigIntegerField()),
                ("month", models.IntegerField()),
                ("day", models.SmallIntegerField()),
                ("totals", models.TextField()),
                ("facets", models.TextField()),
            ],
            options={"indexes": [models.Index(fields=["month", "day"], name="arrival_of_day")]},
        ),
    ]
