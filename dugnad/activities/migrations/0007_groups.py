"""Groups of people are words of their own."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('activities', '0006_label'),
    ]

    operations = [
        migrations.AlterField(
            model_name='vocabulary',
            name='kind',
            field=models.CharField(choices=[('cause', 'cause'), ('objective', 'objective'), ('action', 'kind of action'), ('type', 'type'), ('sdg', 'Sustainable Development Goal'), ('measure', 'goods and deeds'), ('count', 'count'), ('label', 'label'), ('group', 'group of people')], max_length=12),
        ),
    ]
