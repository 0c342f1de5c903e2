"""Which entry of the kamus an usulan follows, why it follows none, and on which plan it hangs."""

from django.db import migrations, models

_TEXTS = ("kamus", "alasan_luar_kamus", "cantolan")


class Migration(migrations.Migration):
    dependencies = [("kabupaten", "0005_awal")]

    operations = [
        migrations.AddField(model_name="usulan", name=name, field=models.TextField(default="")) for name in _TEXTS
    ]
