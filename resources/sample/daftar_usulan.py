"""The 48 usulan of the invented village, as a careful operator would type them.

Shaped like real lists, copied from none. ``mutu`` is the hall's leaning for Mendesak, Penerima manfaat, Dampak and
Sesuai RPJM; the generator scatters the four groups around it. Cost is in thousands of rupiah.
"""

from __future__ import annotations

from typing import NamedTuple

SARPRAS, EKONOMI, SOSBUD = "Sarana Prasarana", "Ekonomi", "Sosial Budaya"
PU, TANI, SEHAT, DIDIK = "Dinas PUPR", "Dinas Pertanian", "Dinas Kesehatan", "Dinas Pendidikan"
HUB, KIM, DAGANG, SOSIAL = "Dinas Perhubungan", "Dinas Perkim", "Dinas Koperasi dan UMKM", "Dinas Sosial"


class U(NamedTuple):
    """One usulan in short form. ``mirip`` is the number of the usulan that this one repeats in other words."""

    judul: str
    masalah: str
    dusun: str
    rt: str
    lokasi: str
    volume: str
    satuan: str
    ribu: int | None
    pengusul: str
    bidang: str
    jiwa: int | None
    pd: str
    mutu: str
    mirip: int = 0
    alasan: str = ""


LAHAN = "Status lahan belum jelas; menunggu surat hibah dari pemilik"
RPJM = "Belum tercantum dalam RPJM Desa"
SURVEI = "Perlu survei teknis bersama kecamatan lebih dahulu"

# fmt: off
USULAN = (
    U("Drainase depan SDN 2", "Air masuk halaman sekolah setiap hujan lebat", "Krajan", "02", "depan SDN 2 Sukamaju",
      "120", "m", 78000, "RT 02", SARPRAS, 310, PU, "5544"),
    U("Rabat beton jalan lingkungan", "Jalan tanah licin dan berlubang", "Krajan", "01", "gang musala sampai gardu",
      "185", "m", 46250, "RT 01", SARPRAS, 140, "", "4334"),
    U("Talud penahan jalan", "Bahu jalan longsor dua kali tahun lalu", "Kaliwungu", "06", "tikungan dekat embung",
      "42,5", "m", 63750, "RT 06", SARPRAS, 420, PU, "5445"),
    U("Penerangan jalan tenaga surya", "Jalan gelap, rawan kecelakaan", "Krajan", "", "balai desa sampai lapangan",
      "12", "titik", 102000, "Karang Taruna", SARPRAS, 650, HUB, "3433"),
    U("Pipanisasi air bersih", "Sumur kering pada bulan Agustus sampai Oktober", "Ngadirejo", "11",
      "mata air atas sampai bak bagi", "850", "m", 148000, "RW 04", SARPRAS, 265, KIM, "5355"),
    U("Pelatihan olahan singkong", "Singkong dijual mentah dengan harga rendah", "Tegalsari", "", "balai dusun",
      "20", "orang", 9500, "Kelompok Wanita Tani", EKONOMI, 20, "", "2233"),
    U("Jembatan bambu diganti jembatan beton", "Jembatan lapuk, dilewati anak sekolah setiap hari", "Kaliwungu", "07",
      "kali kecil jalur ke SDN 3", "8", "m", 180000, "RT 07", SARPRAS, 190, PU, "5344"),
    U("Pemberian makanan tambahan balita", "Sebelas balita berat badannya kurang", "", "", "lima posyandu",
      "12", "bulan", 39000, "Posyandu", SOSBUD, 58, "", "5354"),
    U("Rehabilitasi saluran irigasi tersier", "Saluran bocor, sawah bagian ujung kekurangan air", "Sumberejo", "09",
      "blok sawah kidul", "300", "m", 135000, "Kelompok Tani", SARPRAS, 240, TANI, "4454"),
    U("Alat bantu dengar dan kursi roda", "Warga penyandang disabilitas belum punya alat bantu", "", "", "tersebar",
      "7", "unit", 17500, "Kelompok Disabilitas", SOSBUD, 7, SOSIAL, "4134"),
    U("Gorong-gorong pertigaan", "Saluran tersumbat, air meluap ke jalan", "Sumberejo", "08", "pertigaan warung timur",
      "6", "m", 14400, "RT 08", SARPRAS, 175, "", "4323"),
    U("Pengadaan mesin perontok padi", "Panen menunggu giliran sewa mesin", "Sumberejo", "", "gudang kelompok tani",
      "1", "unit", 32000, "Kelompok Tani", EKONOMI, 64, TANI, "3343"),
    U("Paving halaman balai dusun", "Halaman becek saat musim hujan", "Tegalsari", "14", "balai dusun",
      "210", "m2", 31500, "RT 14", SARPRAS, 160, "", "2322"),
    U("Rehabilitasi ruang kelas PAUD", "Atap bocor dan plafon lapuk", "Ngadirejo", "12", "PAUD Tunas Ceria",
      "2", "ruang", 98000, "PKK", SOSBUD, 34, "", "4344"),
    U("Jamban sehat keluarga", "Masih ada keluarga tanpa jamban", "Tegalsari", "15", "tersebar di RT 15",
      "9", "unit", 40500, "RT 15", SARPRAS, 38, KIM, "5245"),
    U("Pelatihan servis sepeda motor", "Pemuda putus sekolah belum bekerja", "", "", "balai desa",
      "15", "orang", 22500, "Karang Taruna", EKONOMI, 15, DAGANG, "3233"),
    U("Posyandu lansia: alat periksa", "Tensimeter rusak, timbangan tidak akurat", "Krajan", "03", "posyandu Mawar",
      "2", "paket", 14500, "Kelompok Lansia", SOSBUD, 72, "", "4344"),
    U("Pelebaran jalan usaha tani", "Kendaraan panen tidak dapat masuk", "Kaliwungu", "05", "blok tegal lor",
      "400", "m", 120000, "Kelompok Tani", SARPRAS, 210, TANI, "3443", 0, LAHAN),
    U("Tempat pembuangan sampah sementara", "Sampah dibuang ke tepi kali", "Kaliwungu", "", "tanah kas desa",
      "1", "unit", 40000, "PKK", SARPRAS, 380, "", "4433"),
    U("Bibit kambing bergulir", "Keluarga kurang mampu belum punya ternak", "Ngadirejo", "", "RT 11 sampai RT 13",
      "20", "ekor", 36000, "RW 04", EKONOMI, 40, TANI, "3333"),
    U("Seragam dan alat hadrah", "Alat lama rusak", "Krajan", "04", "musala Al-Ikhlas",
      "1", "set", 8500, "Remaja Masjid", SOSBUD, 30, "", "1222", 0, RPJM),
    U("Sumur bor dan tandon", "Air bersih dibeli dengan jeriken saat kemarau", "Tegalsari", "14", "tanah kas desa",
      "1", "unit", 95000, "RW 05", SARPRAS, 205, KIM, "5344"),
    U("Drainase jalan utama dusun", "Air menggenang sampai teras rumah", "Ngadirejo", "13", "sisi timur jalan utama",
      "160", "m", 104000, "RT 13", SARPRAS, 150, PU, "4344"),
    U("Kelas ibu hamil", "Kehadiran pemeriksaan kehamilan masih rendah", "", "", "polindes",
      "10", "kali", 12500, "Posyandu", SOSBUD, 26, "", "4244"),
    U("Perbaikan jalan poros antardusun", "Aspal mengelupas sepanjang tanjakan", "Sumberejo", "", "Sumberejo-Ngadirejo",
      "569,5", "m", 175000, "RW 03", SARPRAS, 900, PU, "4544"),
    U("Sekolah lapang pengendalian hama", "Panen turun karena hama wereng", "Sumberejo", "10", "saung tani",
      "8", "kali", 12000, "Kelompok Tani", EKONOMI, 45, TANI, "3343"),
    U("Perpustakaan desa: rak dan buku", "Anak tidak punya tempat membaca", "Krajan", "", "balai desa lantai bawah",
      "1", "paket", 15000, "Karang Taruna", SOSBUD, None, "", "2333"),
    U("Pagar pengaman embung", "Anak bermain di tepi embung tanpa pagar", "Kaliwungu", "06", "embung desa",
      "90", "m", 74500, "RW 02", SARPRAS, 260, "", "5333"),
    U("Bantuan modal warung dan pedagang kecil", "Modal berasal dari pinjaman berbunga tinggi", "", "", "tersebar",
      "25", "orang", None, "PKK", EKONOMI, 25, DAGANG, "3232"),
    U("Rehabilitasi rumah tidak layak huni", "Dinding bambu dan lantai tanah", "Ngadirejo", "11", "tersebar",
      "5", "unit", 100000, "RW 04", SARPRAS, 19, KIM, "5145"),
    U("Pembuatan selokan dekat sekolah dasar", "Banjir di sekitar SDN 2 bila hujan", "Krajan", "02", "sekitar SDN 2",
      "100", "m", 70000, "Komite sekolah", SARPRAS, 300, PU, "5443", 1),
    U("Mesin jahit untuk kelompok perajin", "Pesanan seragam tidak terkejar", "Krajan", "03", "rumah produksi",
      "4", "unit", 16000, "Kelompok Perajin", EKONOMI, 12, DAGANG, "2233"),
    U("Lapangan voli dan jaring", "Pemuda tidak punya tempat olahraga", "Tegalsari", "15", "tanah kosong timur balai",
      "1", "unit", 27000, "Karang Taruna", SOSBUD, 120, "", "2322", 0, LAHAN),
    U("Bronjong tepi kali", "Tebing kali tergerus mendekati rumah warga", "Kaliwungu", "07", "belakang RT 07",
      "35", "m", 87500, "RT 07", SARPRAS, 85, PU, "5344", 0, SURVEI),
    U("Ambulans desa: perbaikan dan operasional", "Mobil siaga sering mogok", "", "", "balai desa",
      "1", "unit", 38500, "Kader kesehatan", SOSBUD, 2100, "", "4543"),
    U("Tanggul di tikungan embung", "Jalan longsor dekat embung", "Kaliwungu", "06", "jalan dekat embung",
      "40", "m", 60000, "RW 02", SARPRAS, 400, PU, "4444", 3),
    U("Pelatihan pembukuan BUM Desa", "Laporan BUM Desa terlambat", "", "", "balai desa",
      "10", "orang", 5000, "BPD", EKONOMI, 10, "", "2234"),
    U("Jaringan internet balai dusun", "Sinyal lemah, pelajar kesulitan belajar", "Ngadirejo", "", "balai dusun",
      "1", "paket", None, "Karang Taruna", SOSBUD, None, "Dinas Kominfo", "3322"),
    U("Beasiswa anak keluarga kurang mampu", "Lima anak terancam putus sekolah", "", "", "tersebar",
      "5", "orang", 10000, "Pemerhati anak", SOSBUD, 5, DIDIK, "4144"),
    U("Kolam bioflok lele", "Pekarangan belum dimanfaatkan", "Tegalsari", "", "pekarangan kelompok",
      "6", "unit", 27000, "Kelompok Wanita Tani", EKONOMI, 24, TANI, "2232"),
    U("Rambu dan cermin tikungan", "Sering terjadi kecelakaan sepeda motor", "Sumberejo", "10", "tikungan makam",
      "3", "unit", 4500, "RT 10", SARPRAS, None, HUB, "4333"),
    U("Sambungan pipa dari mata air", "Air bersih tidak sampai ke rumah RT 11", "Ngadirejo", "11", "mata air atas",
      "800", "m", None, "RT 11", SARPRAS, 250, KIM, "5354", 5),
    U("Pentas seni dan bersih desa", "Kegiatan budaya berhenti tiga tahun", "", "", "lapangan desa",
      "1", "kali", 30000, "Tokoh masyarakat", SOSBUD, None, "", "1322"),
    U("Jalan landai dan pegangan di balai desa", "Kursi roda tidak dapat masuk balai desa", "Krajan", "", "balai desa",
      "1", "paket", 14850, "Kelompok Disabilitas", SARPRAS, 31, "", "4244"),
    U("Gapura batas dusun", "Batas dusun belum bertanda", "Sumberejo", "08", "jalan masuk dusun",
      "1", "unit", 18000, "RT 08", SARPRAS, None, "", "1221", 0, RPJM),
    U("Kandang komunal sapi", "Kandang menyatu dengan rumah", "Kaliwungu", "05", "lahan warga",
      "1", "unit", None, "Kelompok Ternak", EKONOMI, None, TANI, "2332"),
    U("Pencegahan demam berdarah", "Tujuh kasus pada musim hujan lalu", "", "", "tersebar",
      "4", "kali", 3000, "PKK", SOSBUD, 2100, SEHAT, "4443"),
    U("Pagar makam umum", "Ternak masuk area makam", "Sumberejo", "10", "makam umum",
      "75", "m", None, "Tokoh agama", SARPRAS, 480, "", "1312"),
)
# fmt: on
