"""The best place knows the rule it was found by; the worker writes all of them anew within the hour."""

from django.db import migrations, models


def forget(apps, editor):
    apps.get_model("seasons", "Best").objects.all().delete()


class Migration(migrations.Migration):
    dependencies = [("seasons", "0002_leagues_best_cheer")]

    operations = [
        migrations.RunPython(forget, migrations.RunPython.noop),
        migrations.RemoveField("best", "board"),
        migrations.AddField("best", "rule", models.ForeignKey("seasons.boardrule", on_delete=models.deletion.CASCADE, related_name="+", default=0), preserve_default=False),
    ]
