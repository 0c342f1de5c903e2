"""Tickets for a laptop that goes on with the data of another one."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("kabupaten", "0008_antardesa")]

    operations = [
        migrations.AddField(
            model_name="tiket",
            name="mengganti",
            field=models.CharField(max_length=8, default=""),
        ),
    ]
