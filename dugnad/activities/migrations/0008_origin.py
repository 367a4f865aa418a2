"""The country whose idea an activity is made from. Empty at first: no table is made anew."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("activities", "0007_groups")]

    operations = [
        migrations.AddField("activity", "origin", models.CharField(blank=True, db_default="", default="", editable=False, max_length=2)),
        migrations.AddIndex("activity", models.Index(fields=["origin"], name="activity_from_abroad", condition=~models.Q(origin=""))),
    ]
