from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("kabupaten", "0002_tiket_dipakai"),
    ]

    operations = [
        migrations.AddField(
            model_name="forum",
            name="segel",
            field=models.TextField(default=""),
        ),
        migrations.AddField(
            model_name="forum",
            name="kode_segel",
            field=models.TextField(default=""),
        ),
    ]
