{%- import "fields.py" as fields with context -%}
# What Django makes of the models that a service begins with.

import django.utils.timezone
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Record",
            fields=[
                ("id", models.UUIDField(editable=False, primary_key=True, serialize=False)),
{%- for field in fields.all %}
                ("{{ field.name }}", {{ fields.migrated(field) }}),
{%- endfor %}
                (
                    "made_at",
                    models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name="made at"),
                ),
                ("request_digest", models.CharField(editable=False, max_length=64)),
            ],
            options={
                "verbose_name": "record",
                "verbose_name_plural": "records",
                "ordering": ["-made_at", "id"],
            },
        ),
    ]
