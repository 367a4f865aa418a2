"""The text by which an activity is found."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("activities", "0002_reminder")]

    operations = [
        migrations.AddField("activity", "found_by", models.TextField(db_default="", default="", editable=False)),
    ]
