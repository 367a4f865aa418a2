"""Which needs an idea answers, and the stems by which ideas and needs are compared."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from dugnad.needs.words import significant


def say(apps, _schema):
    """What is there is compared from the first day."""
    ideas = apps.get_model("ideas", "Idea").objects.only("title", "summary", "why", "answers")
    for idea in ideas.iterator(500):
        idea.said = list(significant(f"{idea.title}. {idea.summary}. {idea.why}. {idea.answers}").items())
        idea.save(update_fields=["said"])


class Migration(migrations.Migration):
    dependencies = [
        ("ideas", "0002_found"),
        ("needs", "0001_first"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField("idea", "said", models.JSONField(default=list, editable=False)),
        migrations.CreateModel(
            name="Named",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField(auto_now_add=True)),
                ("taken_back_at", models.DateTimeField(null=True)),
                ("by", models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+", to=settings.AUTH_USER_MODEL)),
                ("idea", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="named", to="ideas.idea")),
                ("need", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="named", to="needs.need")),
                ("taken_back_by", models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+", to=settings.AUTH_USER_MODEL)),
            ],
            options={
                "ordering": ["at", "pk"],
                "constraints": [
                    models.UniqueConstraint(condition=models.Q(("taken_back_at", None)), fields=("idea", "need"), name="named_once"),
                ],
            },
        ),
        migrations.RunPython(say, migrations.RunPython.noop),
    ]
