"""What villages note as shared with another village.

The rows of every village are made again from the kept streams behind this (cli.py).
"""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("kabupaten", "0007_pemilik")]

    operations = [migrations.AddField(model_name="usulan", name="antardesa", field=models.JSONField(default=list))]
