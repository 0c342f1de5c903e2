"""Words beside which a name of a person may stand in the title of an usulan, and words that are none."""

from __future__ import annotations


def _set(text: str) -> frozenset[str]:
    return frozenset(text.split())


#: How people are addressed; a name follows.
SAPAAN = _set(
    "bapak pak bpk ibu bu sdr sdri saudara saudari mbah mbok mbak mas almarhum almarhumah alm almh haji hajah h"
    " hj ny nyonya tn tuan kang lek pakde bude paklik bulik mang bang cak gus yu ustadz ustaz ust ustadzah kyai"
    " kiai nyai kh ki nyi om tante eyang dr drs dra prof ir"
    " mak emak wak uwak nek bapa amang inang tgk pdt"
)
#: Of these, such as are also parts of names or usual words where they are small.
GELAR = _set("h hj kh ki nyi dr drs dra prof ir mas gus yu om bang mang lek kang")

#: Titles of the famous, after whom streets and schools are called, and of people.
RESMI = _set(
    "h hj kh ki nyi dr drs dra prof ir haji hajah kyai kiai jenderal jendral letjen mayjen kapten sunan raden ra"
)

#: Offices between a title and a name. Those of ``PAMONG`` address somebody also without a title: *RT Karso*.
PAMONG = _set("rt rw kadus lurah kades carik modin bayan sekdes")
JABATAN = _set("rt rw kadus lurah kades carik modin kaur kasi bayan sekdes ketua kepala dukuh jagabaya guru bidan")

#: What belongs to a family: what follows is a name, also of somebody who is on no list.
RUMAH = _set("rumah rmh kediaman rumahnya milik keluarga")

#: What belongs to a family or to none: only a known name follows.
TEMPAT = _set(
    "sawah tanah pekarangan kebun ladang tegal tegalan lahan warung toko kios kandang sumur kolam kontrakan"
    " bengkel eks bekas makam tambak gubuk halaman gudang penggilingan selepan empang pagar talang kost tempat"
    " kel honai"
)

#: Where something lies: only a known name that begins with a capital follows.
PENUNJUK = _set(
    "depan samping belakang dekat sebelah utara selatan timur barat sampai dari ke hingga antara s/d menuju atas"
    " bawah nama seberang muka n an untuk bagi anak oleh dpn blkg sblh dkt"
)

#: What stands between two people of a list.
PENYAMBUNG = _set("dan serta dengan n")

#: What a group on the list of people begins with.
KELOMPOK = _set("kelompok poktan gapoktan kwt paguyuban koperasi sanggar yayasan")

#: What is called after people: their names stay.
TEMPAT_BERNAMA = _set(
    "jl jln jalan gang gg lorong lr sd sdn smp smpn sma sman smk smkn mi min mts mtsn ma man ra tk paud kb tpa"
    " tpq madin madrasah sekolah masjid mesjid musala mushola musholla langgar surau gereja kapel pura wihara"
    " vihara klenteng ponpes pesantren pondok yayasan posyandu puskesmas pustu polindes rs rsud rumkit universitas"
    " kampus lapangan stadion gor gedung balai taman tugu monumen bandara pelabuhan terminal stasiun pasar"
    " kelompok poktan gapoktan kwt koperasi bumdes sanggar paguyuban perpustakaan perumahan perum dusun desa"
    " kelurahan kecamatan kampung blok sakit waduk situ telaga curug bukit gunung pantai pahlawan tpu tpi simpang"
)

#: Usual words that stand where a name may stand, and words that are names as well as usual words.
BUKAN_NAMA = _set(
    "rt rw desa dusun kelurahan warga umum bersama adat ibadah dinas kas bengkok wakaf hibah negara milik kosong"
    " tinggal tidak layak huni sehat sakit makan baca pintar tangga susun singgah duka potong kompos produksi"
    " kemas jahit tenun bor gali resapan dalam dangkal air ikan lele ayam kambing sapi bebek itik ternak kelontong"
    " kopi jajan hidup apung sekolah masjid balai kantor pos kamling makam kuburan lapangan pasar jembatan irigasi"
    " saluran sungai kali embung bendung jalan gang jalur lingkar utama tengah atas bawah kidul lor wetan kulon"
    " utara selatan timur barat raya lama baru besar kecil kiri kanan kota ujung batas ruas titik tepi pinggir"
    " sisi pojok belakang depan samping pertanian tani nelayan petani pembudidaya perajin ibu anak balita lansia"
    " hamil menyusui nifas bersalin melahirkan pkk bpd lpm posyandu paud tk sd smp sma karang taruna pemuda pemudi"
    " perempuan laki-laki remaja keluarga miskin kader guru bidan penyandang disabilitas difabel muda tua dan atau"
    " serta yang di ke dari untuk sampai dengan pada oleh menuju hingga antara para bapak-bapak ibu-ibu sri mulya"
    " mulyo jaya makmur maju indah rejo sari utomo utami subur sejahtera lestari rahayu bahagia sentosa abadi"
    " bakti budi mekar melati mawar kenanga anggrek dahlia teratai flamboyan cempaka kamboja nusa bumi surya bulan"
    " bintang fajar cahaya permata mutiara intan purnama wahyu hidayah nur islam iman taqwa ikhlas aman damai"
    " tentram tenteram sumber tirta wana giri arga karya usaha mandiri rukun tunggal setia kencana kartika pertiwi"
    " dewi putra putri agung lingkungan pembangunan rehab rehabilitasi peningkatan perbaikan pengadaan pelatihan"
    " drainase talud rabat beton paving aspal pipa lampu penerangan bak tandon gedung tahap tahun lanjutan tempat"
    " blok petak hektar meter unit panjang lebar gotong royong swadaya potensi hutan rawa kontrak dagang"
    " bersubsidi subsidi rawan longsor banjir rusak terdampak bencana penduduk masyarakat jompo yatim piatu"
    " panggung kayu batu bata genteng bambu joglo limasan garam sampah pilah burung walet jamur lebah bibit madu"
    " kopra arang tempe tahu roti rumput perangkat pemerintah pengurus umkm bumdes koperasi wisata seni budaya"
    " setempat ngaji mengaji honorer swasta wiyata agama penerima manfaat berencana harapan prasejahtera sejahtera"
    " induk"
)
