"""What is registered already gets the text by which it is found."""

from django.db import migrations

from dugnad.activities.finding import text_of


def write(apps, _schema):
    activities = apps.get_model("activities", "Activity").objects
    batch = []
    for activity in activities.only("title", "summary", "place").iterator(chunk_size=2000):
        activity.found_by = text_of(activity.title, activity.summary, activity.place)
        batch.append(activity)
        if len(batch) == 2000:
            activities.bulk_update(batch, ["found_by"], batch_size=500)
            batch = []
    activities.bulk_update(batch, ["found_by"], batch_size=500)


class Migration(migrations.Migration):
    dependencies = [("activities", "0003_found_by")]

    operations = [migrations.RunPython(write, migrations.RunPython.noop)]
