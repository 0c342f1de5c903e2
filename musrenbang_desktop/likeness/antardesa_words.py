"""What two villages may propose at once, and the words of a title that name no place between them."""

from __future__ import annotations

#: Things that can lie in two villages, each with the words that mean it. Where a title names several, the first counts:
#: a bridge over a river is a bridge, the drain of a road is a drain.
LINTAS: tuple[tuple[str, frozenset[str]], ...] = (
    ("jembatan", frozenset({"jembatan", "titian", "brug", "kreteg", "sesek"})),
    ("gorong", frozenset({"gorong"})),
    ("embung", frozenset({"embung", "waduk", "situ", "telaga"})),
    ("bendung", frozenset({"bendung", "bendungan", "dam", "cekdam"})),
    ("irigasi", frozenset({"irigasi", "wangan", "susukan"})),
    ("air bersih", frozenset({"pipa", "spam", "pamsimas"})),
    ("lampu", frozenset({"lampu"})),
    ("gapura", frozenset({"gapura", "tugu", "patok", "tapal"})),
    ("drainase", frozenset({"drainase", "kalen"})),
    ("talud", frozenset({"talud", "bronjong", "tanggul"})),
    ("jalan", frozenset({"jalan", "jut", "aspal", "rabat", "paving"})),
    ("sungai", frozenset({"sungai"})),
    ("air bersih", frozenset({"air"})),
)

#: The word behind one of these is a name, however it is written.
PENYEBUT = frozenset(
    {"sungai", "blok", "embung", "waduk", "situ", "telaga", "bendung", "bendungan", "irigasi", "muara"}
)

#: Each stands at one spot: the same river has more than one bridge.
TITIK = frozenset({"jembatan", "gorong"})

#: Not the thing itself: a course about it, an animal in it, the office beside it.
BUKAN_BANGUNAN = frozenset(
    "pelatihan sosialisasi bibit benih bantuan wisata kantor mesin modal lomba pupuk ikan ternak seragam kader studi"
    " festival kegiatan sekretariat".split()
)

#: Every village has one, so a name beside it is the name of that one.
TEMPAT_UMUM = frozenset(
    "masjid musala gereja pura vihara pondok pesantren madrasah sdn smp smpn sma tk paud tpq sekolah posyandu"
    " puskesmas poskesdes polindes makam pasar balaidesa balaidusun balai kantor lapangan poskamling gang toko warung"
    " kios rumah bengkel pabrik koperasi perumahan komplek terminal".split()
)

#: Names that streets have everywhere.
NAMA_LUMRAH = frozenset(
    "mawar melati anggrek kenanga dahlia kamboja flamboyan cempaka teratai tulip seruni bougenville nusa indah"
    " diponegoro sudirman kartini pahlawan merdeka pemuda pattimura hasanuddin gatot subroto ahmad yani veteran"
    " jenderal raden raya utama besar kecil lama pancasila garuda rajawali merpati cendrawasih".split()
)

#: Sides of the same thing; who means one side does not mean the other.
SISI: dict[str, str] = {
    "kiri": "kanan", "kanan": "kiri", "hulu": "hilir", "hilir": "hulu", "utara": "selatan", "selatan": "utara",
    "timur": "barat", "barat": "timur", "lor": "kidul", "kidul": "lor", "wetan": "kulon", "kulon": "wetan",
    "atas": "bawah", "bawah": "atas",
}  # fmt: skip

#: Words of works and places that are no names.
UMUM = frozenset(
    "lingkungan poros penghubung tembus usaha tani pertanian sawah ladang kebun blok ruas jaringan saluran sekunder"
    " primer tersier inspeksi tebing longsor gantung plat beton bertulang batu bata mata sumber bersih air limbah"
    " pelebaran pengerukan penanganan akses peningkatan arah menuju jurusan lewat sampai sisi tepi tengah dekat depan"
    " belakang samping sebelah batas perbatasan antardesa antar warga umum masyarakat petani kelompok perempuan"
    " pemukiman permukiman perumahan kampung dusun desa kelurahan kecamatan kabupaten rukun lahan tanah kas bersama"
    " dalam luar sepanjang titik unit paket tahap volume lebar panjang tinggi total normalisasi lanjutan penerangan"
    " tenaga surya solar listrik tiang cahaya selokan gorong pembuangan resapan pasangan dinding penahan jalan anak"
    " simpang pertigaan perempatan tikungan tanjakan turunan jembatan sungai irigasi drainase talud bronjong tanggul"
    " aspal rabat paving jut lampu gapura tugu patok tapal pipa spam pamsimas embung waduk bendung bendungan dam"
    " berlubang rusak parah licin banjir genangan rawan kecelakaan pendidikan produksi ekonomi strategis alternatif"
    " lingkar raya hutan gunung bukit pantai laut muara pompa pintu sheet cor hotmix lapen makadam telford halaman"
    " tempat lokasi wilayah daerah bagian ujung pangkal sekitar kopi teh karet sawit kelapa tebu padi jagung tembakau"
    " udang tambak kolam pasir kayu bambu besi kawat kerikil sirtu tanah galian truk sampah limbah hujan kemarau musim"
    " bencana evakuasi jalur setapak wisata industri tangki tandon pagar plengsengan box culvert udit tali"
    " gapoktan nama pak ibu bapak tegal tegalan lahan kering basah dangkal dalam deras jebol mampet bocor amblas"
    " putus miring keropos lapuk ambrol ambruk sempit kumuh gelap kotor dua tiga empat buntu"
    " plts pln pju pdam tpa tps tpst rtlh bpbd kua kud umkm bumdes hippam dbd demam berdarah wifi internet".split()
)
