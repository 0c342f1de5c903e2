"""The names that people give to the columns of a list of people, best first; OpenSID's own among them."""

from __future__ import annotations

from musrenbang_desktop.exchange.vocabulary import Vocabulary

SPELLINGS: dict[str, tuple[str, ...]] = {
    "nama": (
        "nama", "nama lengkap", "nama peserta", "nama undangan", "nama lengkap dan gelar", "nama dan gelar",
        "nama/gelar", "nama warga", "nama penduduk", "nama anggota", "nama yang diundang", "nama tokoh", "nama orang",
        "peserta", "undangan", "yang diundang", "nama terang", "nm lengkap",
    ),
    "jenis_kelamin": (
        "jenis kelamin", "jeniskelamin", "l/p", "p/l", "lp", "jk", "sex", "kelamin", "gender", "jns kelamin",
        "jenis kel", "laki/perempuan", "laki laki/perempuan", "lk/pr",
    ),
    "laki": ("l", "lk", "laki", "laki laki", "pria"),
    "perempuan": ("p", "pr", "perempuan", "wanita"),
    "unsur": (
        "unsur", "lembaga/unsur", "unsur/lembaga", "lembaga", "instansi", "lembaga/instansi", "instansi/lembaga",
        "perwakilan", "mewakili", "wakil dari", "organisasi", "utusan", "asal lembaga", "asal", "dari unsur",
        "unsur masyarakat", "kelompok", "unsur/jabatan", "asal/lembaga", "asal unsur",
    ),
    "jabatan": (
        "jabatan", "jabatan/unsur", "kedudukan", "jabatan/pekerjaan", "pekerjaan/jabatan", "jabatan dalam lembaga",
        "tugas", "pekerjaan", "profesi", "pekerjaan id",
    ),
    "usia": ("usia", "umur", "usia tahun", "umur tahun", "usia/umur"),
    "tanggal_lahir": (
        "tanggal lahir", "tanggallahir", "tgl lahir", "tgllahir", "tempat/tanggal lahir", "tempat tanggal lahir",
        "tempat tgl lahir", "tempat dan tanggal lahir", "ttl", "lahir",
    ),
    "lokasi": (
        "alamat", "alamat lengkap", "alamat rumah", "alamat tinggal", "alamat sekarang", "alamat rt/rw",
        "alamat dusun/rt/rw", "tempat tinggal", "domisili", "alamat dan no telepon", "alamat/no telepon",
    ),
    "dusun": (
        "dusun", "nama dusun", "dusun/lingkungan", "lingkungan", "dukuh", "pedukuhan", "padukuhan", "banjar", "kampung",
    ),
    "rt": ("rt/rw", "rt rw", "rt dan rw", "rt", "no rt", "nomor rt"),
    "rw": ("rw", "no rw", "nomor rw", "rukun warga"),
    "status": ("status dasar", "status penduduk", "status kependudukan", "statusdasar"),
}  # fmt: skip

#: Columns of population sheets and attendance lists that nobody here asks for.
KNOWN_OTHERS = frozenset(
    (
        "nik,no nik,nomor nik,no kk,nokk,nomor kk,kk,no ktp,nomor ktp,no kartu keluarga,"
        "tempat lahir,tempatlahir,agama,agama id,pendidikan,pendidikan kk,pendidikan kk id,"
        "pendidikan sedang,pendidikan sedang id,status kawin,status perkawinan,kk level,"
        "hubungan keluarga,shdk,warganegara,warganegara id,nama ayah,ayah nik,nama ibu,ibu nik,"
        "golongan darah,golongan darah id,akta lahir,dokumen pasport,dokumen paspor,"
        "tanggal akhir paspor,dokumen kitas,akta perkawinan,tanggalperkawinan,tanggal perkawinan,"
        "akta perceraian,tanggalperceraian,tanggal perceraian,cacat,cacat id,cara kb,cara kb id,hamil,"
        "ktp el,status rekam,status dasar id,suku,tag id card,asuransi,id asuransi,no asuransi,lat,"
        "lng,ket,keterangan,tanda tangan,ttd,paraf,no hp,hp,nomor hp,telepon,no telepon,no telp,"
        "telp,wa,no wa,whatsapp,email,surel,kecamatan,kabupaten,desa,kelurahan,provinsi,tanggal,"
        "waktu,jam,foto,catatan,no rekening"
    ).split(",")
)

_WHOLE_ONLY = frozenset(
    {"undangan", "peserta", "lahir", "asal", "tugas", "kelompok", "lembaga", "kampung", "laki", "perempuan", "wanita"}
)

#: How the columns of a list of people are named. The rest of a place is ``lokasi``; it is read, not kept.
PESERTA = Vocabulary("nama", SPELLINGS, KNOWN_OTHERS, _WHOLE_ONLY)
