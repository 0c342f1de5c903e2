"""The tables. Streams, server events and decisions are kept; what ``projection.py`` writes can be made again.

Text columns have no length: what a device may send is limited by the wire, and a projection must never fail on a
long word.
"""

from __future__ import annotations

from django.conf import settings
from django.db import models

# --- kept -------------------------------------------------------------------------------------------------------


class Desa(models.Model):
    """One village; its row is locked by everything that writes for it, so its counters have no gaps."""

    kode = models.CharField(max_length=13, primary_key=True)
    nama = models.TextField(default="")
    kecamatan = models.TextField(default="")
    kabupaten = models.TextField(default="")
    kabar_n = models.BigIntegerField(default=0)
    kabar_hash = models.BinaryField(null=True)
    bukti_n = models.BigIntegerField(default=0)
    terlambat = models.JSONField(default=dict)
    """forum -> days behind the calendar, as the laptop said when it sent; a mark, never a refusal"""


class Tiket(models.Model):
    """A ticket that was printed. ``kunci`` is derived from its secret, which is kept nowhere; ``perangkat`` used it;
    ``dicabut`` says since when nobody may; ``mengganti`` is the tag of the laptop whose forums its user goes on with.
    """

    id = models.CharField(max_length=16, primary_key=True)
    kunci = models.BinaryField()
    desa = models.ForeignKey(Desa, models.PROTECT)
    sampai = models.DateField()
    dibuat = models.DateTimeField(auto_now_add=True)
    perangkat = models.ForeignKey("Perangkat", models.PROTECT, null=True)
    dicabut = models.DateTimeField(null=True)
    mengganti = models.CharField(max_length=8, default="")


class Perangkat(models.Model):
    """One enrolled laptop and the head of its stream."""

    id = models.CharField(max_length=32, primary_key=True)
    kunci = models.BinaryField()
    desa = models.ForeignKey(Desa, models.PROTECT)
    serial = models.BigIntegerField(unique=True)
    sampai = models.DateField()
    dicabut = models.DateTimeField(null=True)
    pengganti = models.ForeignKey("self", models.PROTECT, null=True)
    """the laptop to which the forums of this one were handed over"""
    kartu = models.BinaryField()
    tanda = models.BinaryField()
    seq = models.BigIntegerField(default=0)
    hash = models.BinaryField()


class Kejadian(models.Model):
    """One event as it was signed. ``putusan`` is empty once it is applied."""

    perangkat = models.ForeignKey(Perangkat, models.PROTECT)
    seq = models.BigIntegerField()
    isi = models.BinaryField()
    hash = models.BinaryField()
    diterima = models.DateTimeField()
    putusan = models.CharField(max_length=10, default="")
    kode = models.CharField(max_length=20, default="")
    keterangan = models.TextField(default="")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["perangkat", "seq"], name="kejadian_satu_kali")]
        indexes = [models.Index(fields=["perangkat", "putusan"], name="kejadian_terbuka")]


class Karantina(models.Model):
    """What could not go its way: events of a forked stream, and events on which a projection stumbled."""

    perangkat = models.ForeignKey(Perangkat, models.PROTECT)
    seq = models.BigIntegerField()
    isi = models.BinaryField()
    hash = models.BinaryField()
    sebab = models.TextField()
    diterima = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["perangkat", "seq", "hash"], name="karantina_satu_kali")]


class Kabar(models.Model):
    """One server event of a village."""

    desa = models.ForeignKey(Desa, models.PROTECT)
    n = models.BigIntegerField()
    isi = models.BinaryField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["desa", "n"], name="kabar_satu_kali")]


class Bukti(models.Model):
    """The receipt number of one usulan."""

    usulan = models.CharField(max_length=64, primary_key=True)
    desa = models.ForeignKey(Desa, models.PROTECT)
    nomor = models.BigIntegerField()
    waktu = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["desa", "nomor"], name="bukti_satu_nomor")]


class Petugas(models.Model):
    """What a login may decide: one level, in the name of one office, for codes that begin with ``wilayah``."""

    akun = models.OneToOneField(settings.AUTH_USER_MODEL, models.PROTECT, related_name="petugas")
    tingkat = models.CharField(max_length=10)
    instansi = models.TextField()
    wilayah = models.CharField(max_length=13, default="", blank=True)


class Putusan(models.Model):
    """One decision. Never changed: a correction is a new row."""

    usulan = models.CharField(max_length=64, db_index=True)
    kabar = models.OneToOneField(Kabar, models.PROTECT)
    tingkat = models.CharField(max_length=10)
    putusan = models.CharField(max_length=20)
    alasan_kode = models.CharField(max_length=20, default="")
    alasan = models.TextField(default="")
    petugas = models.ForeignKey(Petugas, models.PROTECT)
    waktu = models.DateTimeField()


class PercobaanMasuk(models.Model):
    """A failed login, kept for a quarter of an hour to slow down guessing."""

    kunci = models.CharField(max_length=64, db_index=True)
    waktu = models.DateTimeField(db_index=True)


# --- projections ------------------------------------------------------------------------------------------------


#: The forums whose usulan count: not for practice, and not held before another one that brings them again.
SHOWN = {"ada": True, "latihan": False, "awal": False}
#: The same, asked of an usulan.
OF_SHOWN = {f"forum__{name}": value for name, value in SHOWN.items()}


class Forum(models.Model):
    """One forum as its village sees it, without persons."""

    id = models.CharField(max_length=64, primary_key=True)
    desa = models.ForeignKey(Desa, models.PROTECT)
    ada = models.BooleanField(default=True)
    jenis = models.TextField(default="desa")
    nama = models.TextField(default="")
    kecamatan = models.TextField(default="")
    kabupaten = models.TextField(default="")
    tahun_pelaksanaan = models.BigIntegerField(null=True)
    tahun_rencana = models.BigIntegerField(null=True)
    tanggal = models.TextField(default="")
    jam_mulai = models.TextField(default="")
    jam_selesai = models.TextField(default="")
    zona = models.TextField(default="WIB")
    tempat = models.TextField(default="")
    nomor_ba = models.TextField(default="")
    pagu = models.BigIntegerField(null=True)
    latihan = models.BooleanField(default=False)
    awal = models.BooleanField(default=False)
    """held before another forum of the village, through which what it agreed comes again"""
    pagu_sumber = models.JSONField(default=list)
    """[source, ceiling or null], as the village listed them"""
    delegasi = models.JSONField(default=list)
    """ids of people, of whom only counts are shown"""
    pindah = models.JSONField(default=dict)
    """number of the move -> [usulan, from, to, votes, reason]; on whose wish is not kept"""
    ditutup = models.TextField(default="")
    segel = models.TextField(default="")
    kode_segel = models.TextField(default="")
    diterima = models.DateTimeField()


class Hadir(models.Model):
    """One person of a forum, without a name: only what the counts need."""

    id = models.CharField(max_length=64, primary_key=True)
    forum = models.ForeignKey(Forum, models.CASCADE)
    ada = models.BooleanField(default=True)
    diundang = models.BooleanField(default=True)
    hadir = models.BooleanField(default=False)
    jenis_kelamin = models.CharField(max_length=1, default="")
    unsur = models.TextField(default="")


class Usulan(models.Model):
    """One usulan with its place in the agreed order."""

    id = models.CharField(max_length=64, primary_key=True)
    forum = models.ForeignKey(Forum, models.CASCADE)
    ada = models.BooleanField(default=True)
    nomor = models.BigIntegerField(default=0)
    judul = models.TextField(default="")
    masalah = models.TextField(default="")
    dusun = models.TextField(default="")
    rt = models.TextField(default="")
    rw = models.TextField(default="")
    lokasi = models.TextField(default="")
    volume = models.TextField(default="")
    satuan = models.TextField(default="")
    perkiraan_biaya = models.BigIntegerField(null=True)
    pengusul = models.TextField(default="")
    bidang = models.TextField(default="")
    penerima_manfaat = models.BigIntegerField(null=True)
    perangkat_daerah = models.TextField(default="")
    keterangan = models.TextField(default="")
    status = models.TextField(default="aktif")
    alasan_batal = models.TextField(default="")
    urutan = models.BigIntegerField(null=True)
    keluaran = models.TextField(default="")
    alasan = models.TextField(default="")
    alasan_pindah = models.TextField(default="")
    gabung_ke = models.TextField(default="")
    pisah_dari = models.TextField(default="")
    asal_usulan = models.TextField(default="")
    kamus = models.TextField(default="")
    alasan_luar_kamus = models.TextField(default="")
    cantolan = models.TextField(default="")
    tahun_menunggu = models.BigIntegerField(null=True)
    antardesa = models.JSONField(default=list)
    """[key, village, title] of usulan of other villages that its village notes as the same thing"""
    publik = models.JSONField(default=list)
    """[title, place, fingerprint] that its village made for others to see (umum.py)"""
