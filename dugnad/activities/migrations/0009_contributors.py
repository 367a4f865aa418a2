"""Who else wrote in an activity, for those amended before: out of the journal."""

from uuid import UUID

from django.db import migrations, models


def remember(apps, schema_editor):
    wrote = apps.get_model("activities", "Activity").contributors.through.objects
    people = set(apps.get_model("network", "Person").objects.values_list("pk", flat=True))
    there = apps.get_model("activities", "Activity").objects
    lines = apps.get_model("core", "JournalEntry").objects.filter(subject_kind="activities.activity", verb__in=["activity.amended", "activity.planned"])
    pairs = {(UUID(subject), actor) for subject, actor in lines.exclude(actor=None).values_list("subject", "actor").iterator()}
    pairs = {(activity, person) for activity, person in pairs if person in people and there.filter(pk=activity).exists()}
    wrote.bulk_create((wrote.model(activity_id=activity, person_id=person) for activity, person in pairs), batch_size=500)


class Migration(migrations.Migration):
    dependencies = [("activities", "0008_origin"), ("core", "0001_first"), ("network", "0001_first")]

    operations = [
        migrations.AddField("activity", "contributors", models.ManyToManyField(related_name="+", to="network.person")),
        migrations.RunPython(remember, migrations.RunPython.noop),
    ]
