"""What a review said of an activity, since when, and what its organisers answered of themselves. Empty at first: no table is made anew."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("activities", "0005_found")]

    operations = [
        migrations.AddField(
            "activity",
            "label",
            models.ForeignKey(to="activities.term", null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", db_index=False),
        ),
        migrations.AddField("activity", "judged_at", models.DateTimeField(null=True)),
        migrations.AddField("activity", "checks", models.JSONField(null=True)),
        migrations.AlterField(
            "vocabulary",
            "kind",
            models.CharField(
                max_length=12,
                choices=[
                    ("cause", "cause"),
                    ("objective", "objective"),
                    ("action", "kind of action"),
                    ("type", "type"),
                    ("sdg", "Sustainable Development Goal"),
                    ("measure", "goods and deeds"),
                    ("count", "count"),
                    ("label", "label"),
                ],
            ),
        ),
    ]
