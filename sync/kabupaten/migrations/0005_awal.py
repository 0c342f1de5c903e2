"""Forums held before another one of the village; until now there were none."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("kabupaten", "0004_silsilah")]

    operations = [migrations.AddField(model_name="forum", name="awal", field=models.BooleanField(default=False))]
