"""A unit's year in one row, filled from the balances; on PostgreSQL its key carries the months."""

from django.db import migrations, models

MONTHS = tuple(f"m{number:02d}" for number in range(1, 13))


def order(apps, editor):
    if editor.connection.vendor == "postgresql":
        editor.execute("ALTER TABLE figures_year DROP CONSTRAINT figures_year_pkey")
        editor.execute(f"ALTER TABLE figures_year ADD CONSTRAINT figures_year_pkey PRIMARY KEY (unit, year) INCLUDE ({', '.join(MONTHS)})")


def fill(apps, editor):
    sums = ", ".join(f"SUM(CASE WHEN month % 12 = {number} THEN activities ELSE 0 END)" for number in range(12))
    editor.execute(f"INSERT INTO figures_year (unit, year, {', '.join(MONTHS)}) SELECT unit, month / 12, {sums} FROM figures_balance WHERE facet = '' GROUP BY 1, 2", None)


class Migration(migrations.Migration):
    dependencies = [("figures", "0003_collect_arrivals")]

    operations = [
        migrations.CreateModel(
            name="Year",
            fields=[
                ("pk", models.CompositePrimaryKey("unit", "year", blank=True, editable=False, primary_key=True, serialize=False)),
                ("unit", models.BigIntegerField()),
                ("year", models.SmallIntegerField()),
                *((name, models.BigIntegerField(default=0)) for name in MONTHS),
            ],
        ),
        migrations.RunPython(order, migrations.RunPython.noop),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
