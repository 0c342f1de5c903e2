"""What a village lets others see of an usulan.

The rows of every village are made again from the kept streams behind this (cli.py).
"""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("kabupaten", "0009_mengganti")]

    operations = [migrations.AddField(model_name="usulan", name="publik", field=models.JSONField(default=list))]
