"""Whose forums a laptop may speak for, revoked tickets, the late mark, and what staff see of a forum.

The rows of every village are made again from the kept streams behind this (cli.py).
"""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("kabupaten", "0006_kamus")]

    operations = [
        migrations.AddField(model_name="desa", name="terlambat", field=models.JSONField(default=dict)),
        migrations.AddField(model_name="tiket", name="dicabut", field=models.DateTimeField(null=True)),
        migrations.AddField(
            model_name="perangkat",
            name="pengganti",
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, to="kabupaten.perangkat"),
        ),
        migrations.AddField(model_name="forum", name="pagu_sumber", field=models.JSONField(default=list)),
        migrations.AddField(model_name="forum", name="delegasi", field=models.JSONField(default=list)),
        migrations.AddField(model_name="forum", name="pindah", field=models.JSONField(default=dict)),
        migrations.AddField(model_name="hadir", name="unsur", field=models.TextField(default="")),
    ]
