"""Where an usulan comes from and goes on; what arrived before is read again from the kept streams."""

import json

from django.apps.registry import Apps as StateApps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

_TEXTS = ("gabung_ke", "pisah_dari", "asal_usulan")
_KEPT = 4000


def read_again(apps: StateApps, _schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Fill the new columns from the events, in the order of their arrival."""
    usulan = apps.get_model("kabupaten", "Usulan")
    events = apps.get_model("kabupaten", "Kejadian")
    applied = events.objects.filter(putusan="").order_by("id").values_list("isi", flat=True)
    for data in applied.iterator(chunk_size=1000):
        raw = bytes(data)
        if b'"gabung_ke"' not in raw:
            continue
        event = json.loads(raw)
        target = event["f"]["gabung_ke"]
        if event["t"].startswith("usulan."):
            text = target.replace("\0", "")[:_KEPT] if isinstance(target, str) else ""
            usulan.objects.filter(id=event["r"], forum=event["fo"]).update(gabung_ke=text)


class Migration(migrations.Migration):
    dependencies = [("kabupaten", "0003_segel")]

    operations = [
        *(migrations.AddField(model_name="usulan", name=name, field=models.TextField(default="")) for name in _TEXTS),
        migrations.AddField(model_name="usulan", name="tahun_menunggu", field=models.BigIntegerField(null=True)),
        migrations.RunPython(read_again, migrations.RunPython.noop, elidable=True),
    ]
