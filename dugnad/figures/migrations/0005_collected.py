"""Until now every entry was collected at once; from now on a mark says up to which one they are."""

from django.db import migrations
from django.db.models import Max


def mark(apps, editor):
    last = apps.get_model("figures", "Entry").objects.aggregate(last=Max("pk"))["last"]
    if last:
        apps.get_model("core", "Mark").objects.get_or_create(name="collected", defaults={"value": last})


class Migration(migrations.Migration):
    dependencies = [("figures", "0004_year"), ("core", "0001_first")]

    operations = [migrations.RunPython(mark, migrations.RunPython.noop)]
