"""The title by which an idea is found has a space at both ends, so that the triples at the edges of its first and last word are like those of the others."""

from django.db import migrations
from django.db.models import F, TextField, Value
from django.db.models.functions import Concat, Trim


def with_spaces(apps, _schema):
    apps.get_model("ideas", "Words").objects.update(title=Concat(Value(" "), Trim(F("title")), Value(" "), output_field=TextField()))


def without(apps, _schema):
    apps.get_model("ideas", "Words").objects.update(title=Trim(F("title")))


class Migration(migrations.Migration):
    dependencies = [("ideas", "0003_named")]

    operations = [migrations.RunPython(with_spaces, without)]
