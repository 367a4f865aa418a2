"""An author who has not answered is asked, too."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("review", "0002_by_whom")]

    operations = [
        migrations.AlterField(
            model_name="notice",
            name="about",
            field=models.CharField(
                choices=[("soon", "due soon"), ("late", "overdue"), ("answer", "answered"), ("revoked", "revoked"), ("still", "not answered yet")], max_length=8
            ),
        ),
    ]
