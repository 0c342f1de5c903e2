import django.db.models.deletion
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps


def copy(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Remember at each ticket which laptop used it."""
    for device in apps.get_model("kabupaten", "Perangkat").objects.all():
        apps.get_model("kabupaten", "Tiket").objects.filter(id=device.tiket_id).update(perangkat=device)
    # PostgreSQL changes no table while rows of it wait to be checked at the end of the transaction.
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("SET CONSTRAINTS ALL IMMEDIATE")


class Migration(migrations.Migration):
    dependencies = [
        ("kabupaten", "0001_awal"),
    ]

    operations = [
        migrations.AddField(
            model_name="tiket",
            name="perangkat",
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, to="kabupaten.perangkat"),
        ),
        migrations.RunPython(copy, migrations.RunPython.noop),
        migrations.RemoveField(
            model_name="perangkat",
            name="tiket",
        ),
    ]
