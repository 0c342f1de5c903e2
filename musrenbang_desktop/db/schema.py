"""The tables: those that are kept, and those that a replay of the journal makes again."""

from __future__ import annotations

from musrenbang_desktop.db.connection import Connection

SCHEMA_VERSION = 7

#: Tables that a replay of the journal makes again, and the statements that make them.
PROJECTIONS: dict[str, str] = {
    "forum": """CREATE TABLE forum (
        id TEXT PRIMARY KEY, ada INTEGER NOT NULL DEFAULT 1, jenis TEXT NOT NULL DEFAULT 'desa',
        desa TEXT NOT NULL DEFAULT '',
        kecamatan TEXT NOT NULL DEFAULT '', kabupaten TEXT NOT NULL DEFAULT '', provinsi TEXT NOT NULL DEFAULT '',
        kode_wilayah TEXT NOT NULL DEFAULT '', tahun_pelaksanaan INTEGER, tahun_rencana INTEGER,
        tanggal TEXT NOT NULL DEFAULT '',
        jam_mulai TEXT NOT NULL DEFAULT '', jam_selesai TEXT NOT NULL DEFAULT '', zona TEXT NOT NULL DEFAULT 'WIB',
        tempat TEXT NOT NULL DEFAULT '', alamat TEXT NOT NULL DEFAULT '', nomor_ba TEXT NOT NULL DEFAULT '',
        nomor_undangan TEXT NOT NULL DEFAULT '', tanggal_undangan TEXT NOT NULL DEFAULT '',
        profil TEXT NOT NULL DEFAULT 'rkpd-86', latihan INTEGER NOT NULL DEFAULT 0, pagu INTEGER,
        pimpinan TEXT NOT NULL DEFAULT '', notulis TEXT NOT NULL DEFAULT '',
        notulis_kedua TEXT NOT NULL DEFAULT '', ketua_tim TEXT NOT NULL DEFAULT '', kepala TEXT NOT NULL DEFAULT '',
        sambutan TEXT NOT NULL DEFAULT '', pemateri TEXT NOT NULL DEFAULT '',
        wakil_peserta TEXT NOT NULL DEFAULT '',
        nomor_sk TEXT NOT NULL DEFAULT '', tanggal_sk TEXT NOT NULL DEFAULT '', fasilitator TEXT NOT NULL DEFAULT '',
        penjaga_waktu TEXT NOT NULL DEFAULT '', saksi TEXT NOT NULL DEFAULT '', agenda TEXT NOT NULL DEFAULT '',
        target_unsur TEXT NOT NULL DEFAULT '', tingkat TEXT NOT NULL DEFAULT 'utama', induk TEXT NOT NULL DEFAULT '',
        cakupan TEXT NOT NULL DEFAULT '', tanpa_pra TEXT NOT NULL DEFAULT '', anak TEXT NOT NULL DEFAULT '',
        pra TEXT NOT NULL DEFAULT '', pra_luar TEXT NOT NULL DEFAULT '',
        batas_data INTEGER NOT NULL DEFAULT 24, ragam TEXT NOT NULL DEFAULT '',
        sebutan_dusun TEXT NOT NULL DEFAULT '', paket TEXT NOT NULL DEFAULT '',
        materi TEXT NOT NULL DEFAULT '', pagu_sumber TEXT NOT NULL DEFAULT '')""",
    "dasar": """CREATE TABLE dasar (
        id TEXT PRIMARY KEY, forum TEXT NOT NULL, ada INTEGER NOT NULL DEFAULT 1, dusun TEXT NOT NULL DEFAULT '',
        indikator TEXT NOT NULL DEFAULT '', nilai TEXT NOT NULL DEFAULT '', satuan TEXT NOT NULL DEFAULT '',
        sumber TEXT NOT NULL DEFAULT '', tanggal_data TEXT NOT NULL DEFAULT '')""",
    "dasar_forum": "CREATE INDEX dasar_forum ON dasar (forum, dusun)",
    "peserta": """CREATE TABLE peserta (
        id TEXT PRIMARY KEY, forum TEXT NOT NULL, ada INTEGER NOT NULL DEFAULT 1, nomor INTEGER NOT NULL DEFAULT 0,
        nama TEXT NOT NULL DEFAULT '', jenis_kelamin TEXT NOT NULL DEFAULT '', unsur TEXT NOT NULL DEFAULT '',
        jabatan TEXT NOT NULL DEFAULT '', usia INTEGER, dusun TEXT NOT NULL DEFAULT '', rt TEXT NOT NULL DEFAULT '',
        rw TEXT NOT NULL DEFAULT '', diundang INTEGER NOT NULL DEFAULT 1, hadir TEXT NOT NULL DEFAULT '',
        wakil_dari TEXT NOT NULL DEFAULT '', undangan TEXT NOT NULL DEFAULT '',
        tanggal_serah TEXT NOT NULL DEFAULT '', cara_serah TEXT NOT NULL DEFAULT '', penerima TEXT NOT NULL DEFAULT '',
        pulang TEXT NOT NULL DEFAULT '', kelompok_usia TEXT NOT NULL DEFAULT '',
        disabilitas TEXT NOT NULL DEFAULT '', kebutuhan TEXT NOT NULL DEFAULT '',
        gabung_ke TEXT NOT NULL DEFAULT '', beda_dengan TEXT NOT NULL DEFAULT '',
        cari TEXT NOT NULL DEFAULT '')""",
    "peserta_forum": "CREATE INDEX peserta_forum ON peserta (forum, nomor)",
    "usulan": """CREATE TABLE usulan (
        id TEXT PRIMARY KEY, forum TEXT NOT NULL, ada INTEGER NOT NULL DEFAULT 1, nomor INTEGER NOT NULL DEFAULT 0,
        judul TEXT NOT NULL DEFAULT '', masalah TEXT NOT NULL DEFAULT '', dusun TEXT NOT NULL DEFAULT '',
        rt TEXT NOT NULL DEFAULT '',
        rw TEXT NOT NULL DEFAULT '', lokasi TEXT NOT NULL DEFAULT '', volume TEXT NOT NULL DEFAULT '',
        satuan TEXT NOT NULL DEFAULT '', perkiraan_biaya INTEGER, pengusul TEXT NOT NULL DEFAULT '',
        bidang TEXT NOT NULL DEFAULT '', penerima_manfaat INTEGER, perangkat_daerah TEXT NOT NULL DEFAULT '',
        keterangan TEXT NOT NULL DEFAULT '', status TEXT NOT NULL DEFAULT 'aktif',
        alasan_batal TEXT NOT NULL DEFAULT '', gabung_ke TEXT NOT NULL DEFAULT '',
        beda_dengan TEXT NOT NULL DEFAULT '', antardesa TEXT NOT NULL DEFAULT '', kamus TEXT NOT NULL DEFAULT '',
        alasan_luar_kamus TEXT NOT NULL DEFAULT '', cantolan TEXT NOT NULL DEFAULT '',
        tujuan TEXT NOT NULL DEFAULT '', latar_belakang TEXT NOT NULL DEFAULT '',
        jenis_pengusul TEXT NOT NULL DEFAULT '', sumber_usulan TEXT NOT NULL DEFAULT '',
        asal TEXT NOT NULL DEFAULT '', peringkat_asal INTEGER,
        penerima_l INTEGER, penerima_p INTEGER, penerima_rtm INTEGER, penerima_difabel INTEGER,
        lintang TEXT NOT NULL DEFAULT '', bujur TEXT NOT NULL DEFAULT '', kewenangan TEXT NOT NULL DEFAULT '',
        kode_kegiatan TEXT NOT NULL DEFAULT '', titipan TEXT NOT NULL DEFAULT '',
        sumber_dana TEXT NOT NULL DEFAULT '', kesiapan TEXT NOT NULL DEFAULT '',
        peringatan TEXT NOT NULL DEFAULT '', catatan TEXT NOT NULL DEFAULT '', tema_asal TEXT NOT NULL DEFAULT '',
        tema_penerima TEXT NOT NULL DEFAULT '', asal_usulan TEXT NOT NULL DEFAULT '', tahun_menunggu INTEGER,
        asal_forum TEXT NOT NULL DEFAULT '', asal_urutan INTEGER,
        pisah_dari TEXT NOT NULL DEFAULT '',
        sdgs TEXT NOT NULL DEFAULT '', data_eksisting TEXT NOT NULL DEFAULT '',
        target_capaian TEXT NOT NULL DEFAULT '', waktu_pelaksanaan TEXT NOT NULL DEFAULT '',
        pola_pelaksanaan TEXT NOT NULL DEFAULT '', pelaksana TEXT NOT NULL DEFAULT '',
        penyebab TEXT NOT NULL DEFAULT '', akibat TEXT NOT NULL DEFAULT '', potensi TEXT NOT NULL DEFAULT '',
        maksud TEXT NOT NULL DEFAULT '', dasar_hukum TEXT NOT NULL DEFAULT '',
        jenis_belanja TEXT NOT NULL DEFAULT '', dimensi TEXT NOT NULL DEFAULT '',
        swadaya_tenaga TEXT NOT NULL DEFAULT '', swadaya_bahan TEXT NOT NULL DEFAULT '',
        unsur_pengusul TEXT NOT NULL DEFAULT '', harga_satuan INTEGER, sumber_harga TEXT NOT NULL DEFAULT '',
        status_lahan TEXT NOT NULL DEFAULT '', penerima_kk INTEGER, penerima_anak INTEGER, penerima_lansia INTEGER,
        cari TEXT NOT NULL DEFAULT '')""",
    "usulan_forum": "CREATE INDEX usulan_forum ON usulan (forum, nomor)",
    "aturan": """CREATE TABLE aturan (
        forum TEXT PRIMARY KEY, kriteria TEXT NOT NULL DEFAULT '', kelompok TEXT NOT NULL DEFAULT '',
        seri TEXT NOT NULL DEFAULT '', metode TEXT NOT NULL DEFAULT '', templat TEXT NOT NULL DEFAULT '',
        cara TEXT NOT NULL DEFAULT '', terkunci TEXT NOT NULL DEFAULT '', saksi TEXT NOT NULL DEFAULT '',
        nomor_versi INTEGER NOT NULL DEFAULT 0)""",
    "skor_ulang": """CREATE TABLE skor_ulang (
        forum TEXT NOT NULL, kelompok TEXT NOT NULL, usulan TEXT NOT NULL, nilai TEXT NOT NULL,
        PRIMARY KEY (forum, kelompok, usulan)) WITHOUT ROWID""",
    "suara": """CREATE TABLE suara (
        forum TEXT NOT NULL, kelompok TEXT NOT NULL, terbit INTEGER, tidak_dipakai INTEGER,
        pencacah1 TEXT NOT NULL DEFAULT '', pencacah2 TEXT NOT NULL DEFAULT '', ditutup TEXT NOT NULL DEFAULT '',
        PRIMARY KEY (forum, kelompok)) WITHOUT ROWID""",
    "surat_suara": """CREATE TABLE surat_suara (
        forum TEXT NOT NULL, kelompok TEXT NOT NULL, pencacah INTEGER NOT NULL, nomor INTEGER NOT NULL,
        pilihan TEXT NOT NULL, PRIMARY KEY (forum, kelompok, pencacah, nomor)) WITHOUT ROWID""",
    "undian": """CREATE TABLE undian (
        id TEXT PRIMARY KEY, forum TEXT NOT NULL, ada INTEGER NOT NULL DEFAULT 1, usulan TEXT NOT NULL DEFAULT '',
        saksi TEXT NOT NULL DEFAULT '', jam TEXT NOT NULL DEFAULT '')""",
    "skor": """CREATE TABLE skor (
        forum TEXT NOT NULL, kelompok TEXT NOT NULL, usulan TEXT NOT NULL, nilai TEXT NOT NULL,
        PRIMARY KEY (forum, kelompok, usulan)) WITHOUT ROWID""",
    "kesepakatan": """CREATE TABLE kesepakatan (
        forum TEXT PRIMARY KEY, urutan TEXT NOT NULL DEFAULT '', ditutup TEXT NOT NULL DEFAULT '',
        urutan_skor TEXT NOT NULL DEFAULT '', cara_putus TEXT NOT NULL DEFAULT '',
        suara_setuju INTEGER, suara_tidak INTEGER, suara_abstain INTEGER,
        saat_tutup TEXT NOT NULL DEFAULT '')""",
    "perpindahan": """CREATE TABLE perpindahan (
        forum TEXT NOT NULL, nomor INTEGER NOT NULL, isi TEXT NOT NULL, PRIMARY KEY (forum, nomor)) WITHOUT ROWID""",
    "butir": """CREATE TABLE butir (
        forum TEXT NOT NULL, usulan TEXT NOT NULL, keluaran TEXT NOT NULL DEFAULT '', alasan TEXT NOT NULL DEFAULT '',
        alasan_pindah TEXT NOT NULL DEFAULT '', alasan_lompat TEXT NOT NULL DEFAULT '',
        PRIMARY KEY (forum, usulan)) WITHOUT ROWID""",
    "dokumen": """CREATE TABLE dokumen (
        id TEXT PRIMARY KEY, forum TEXT NOT NULL, ada INTEGER NOT NULL DEFAULT 1, jenis TEXT NOT NULL DEFAULT '',
        berkas TEXT NOT NULL DEFAULT '', sha256 TEXT NOT NULL DEFAULT '', halaman INTEGER,
        cetakan INTEGER NOT NULL DEFAULT 0,
        urutan TEXT NOT NULL DEFAULT '', jam TEXT NOT NULL DEFAULT '', dicetak TEXT NOT NULL DEFAULT '',
        lembar TEXT NOT NULL DEFAULT '', ulang INTEGER NOT NULL DEFAULT 0, jam_cetak TEXT NOT NULL DEFAULT '')""",
    "segel": """CREATE TABLE segel (
        id TEXT PRIMARY KEY, forum TEXT NOT NULL, nomor INTEGER NOT NULL, isi TEXT NOT NULL, tanda TEXT NOT NULL,
        tanda_qr TEXT NOT NULL, kode TEXT NOT NULL, jam TEXT NOT NULL)""",
    "lampiran": """CREATE TABLE lampiran (
        id TEXT PRIMARY KEY, forum TEXT NOT NULL, ada INTEGER NOT NULL DEFAULT 1, usulan TEXT NOT NULL DEFAULT '',
        nama TEXT NOT NULL DEFAULT '', jenis TEXT NOT NULL DEFAULT '', ukuran INTEGER,
        sha256 TEXT NOT NULL DEFAULT '', lintang TEXT NOT NULL DEFAULT '', bujur TEXT NOT NULL DEFAULT '',
        status TEXT NOT NULL DEFAULT 'aktif', kertas TEXT NOT NULL DEFAULT '', halaman INTEGER, dari INTEGER,
        jejak TEXT NOT NULL DEFAULT '')""",
    "lampiran_forum": "CREATE INDEX lampiran_forum ON lampiran (forum, usulan)",
    "sidang": """CREATE TABLE sidang (
        forum TEXT PRIMARY KEY, kini TEXT NOT NULL DEFAULT '', ditutup TEXT NOT NULL DEFAULT '',
        batas_giliran INTEGER NOT NULL DEFAULT 180, batas_selisih INTEGER NOT NULL DEFAULT 20,
        unsur TEXT NOT NULL DEFAULT '')""",
    "sidang_waktu": """CREATE TABLE sidang_waktu (
        forum TEXT NOT NULL, butir TEXT NOT NULL, selang TEXT NOT NULL, PRIMARY KEY (forum, butir)) WITHOUT ROWID""",
    "bicara": """CREATE TABLE bicara (
        id TEXT PRIMARY KEY, forum TEXT NOT NULL, ada INTEGER NOT NULL DEFAULT 1, nomor INTEGER NOT NULL DEFAULT 0,
        unsur TEXT NOT NULL DEFAULT '', jenis_kelamin TEXT NOT NULL DEFAULT '', acara TEXT NOT NULL DEFAULT '',
        mulai TEXT NOT NULL DEFAULT '', selesai TEXT NOT NULL DEFAULT '')""",
    "bicara_forum": "CREATE INDEX bicara_forum ON bicara (forum, nomor)",
    "notulen": """CREATE TABLE notulen (
        id TEXT PRIMARY KEY, forum TEXT NOT NULL, ada INTEGER NOT NULL DEFAULT 1, nomor INTEGER NOT NULL DEFAULT 0,
        jenis TEXT NOT NULL DEFAULT 'pokok', acara TEXT NOT NULL DEFAULT '', giliran TEXT NOT NULL DEFAULT '',
        oleh TEXT NOT NULL DEFAULT '', pokok TEXT NOT NULL DEFAULT '', tanggapan TEXT NOT NULL DEFAULT '',
        jam TEXT NOT NULL DEFAULT '')""",
    "notulen_forum": "CREATE INDEX notulen_forum ON notulen (forum, nomor)",
    "kehadiran": """CREATE TABLE kehadiran (
        id TEXT PRIMARY KEY, forum TEXT NOT NULL, bagian TEXT NOT NULL DEFAULT '', pembukaan TEXT NOT NULL DEFAULT '',
        delegasi TEXT NOT NULL DEFAULT '', cadangan TEXT NOT NULL DEFAULT '',
        alasan_delegasi TEXT NOT NULL DEFAULT '', lembar TEXT NOT NULL DEFAULT '')""",
    "kehadiran_forum": "CREATE INDEX kehadiran_forum ON kehadiran (forum)",
    "penundaan": """CREATE TABLE penundaan (
        id TEXT PRIMARY KEY, forum TEXT NOT NULL, ada INTEGER NOT NULL DEFAULT 1, nomor INTEGER NOT NULL DEFAULT 0,
        jam TEXT NOT NULL DEFAULT '', tanggal TEXT NOT NULL DEFAULT '', jam_mulai TEXT NOT NULL DEFAULT '',
        tanggal_baru TEXT NOT NULL DEFAULT '', jam_baru TEXT NOT NULL DEFAULT '', alasan TEXT NOT NULL DEFAULT '',
        hitungan TEXT NOT NULL DEFAULT '', orang TEXT NOT NULL DEFAULT '')""",
    "penundaan_forum": "CREATE INDEX penundaan_forum ON penundaan (forum, nomor)",
    "titipan": """CREATE TABLE titipan (
        id TEXT PRIMARY KEY, forum TEXT NOT NULL, ada INTEGER NOT NULL DEFAULT 1, nomor INTEGER NOT NULL DEFAULT 0,
        tanggal TEXT NOT NULL DEFAULT '', judul TEXT NOT NULL DEFAULT '', masalah TEXT NOT NULL DEFAULT '',
        dusun TEXT NOT NULL DEFAULT '', rt TEXT NOT NULL DEFAULT '', rw TEXT NOT NULL DEFAULT '',
        lokasi TEXT NOT NULL DEFAULT '', volume TEXT NOT NULL DEFAULT '', satuan TEXT NOT NULL DEFAULT '',
        perkiraan_biaya INTEGER, pengusul TEXT NOT NULL DEFAULT '', jenis_pengusul TEXT NOT NULL DEFAULT '',
        sumber_usulan TEXT NOT NULL DEFAULT '', keterangan TEXT NOT NULL DEFAULT '',
        status TEXT NOT NULL DEFAULT 'aktif', alasan_batal TEXT NOT NULL DEFAULT '')""",
    "sipd": """CREATE TABLE sipd (
        id TEXT PRIMARY KEY, forum TEXT NOT NULL, ada INTEGER NOT NULL DEFAULT 1, keadaan TEXT NOT NULL DEFAULT '',
        sipd_id TEXT NOT NULL DEFAULT '', oleh TEXT NOT NULL DEFAULT '', waktu TEXT NOT NULL DEFAULT '',
        alasan TEXT NOT NULL DEFAULT '')""",
    "surat": """CREATE TABLE surat (
        id TEXT PRIMARY KEY, forum TEXT NOT NULL, ada INTEGER NOT NULL DEFAULT 1, jenis TEXT NOT NULL DEFAULT '',
        nomor_surat TEXT NOT NULL DEFAULT '', tanggal_surat TEXT NOT NULL DEFAULT '')""",
    "publik": """CREATE TABLE publik (
        id TEXT PRIMARY KEY, forum TEXT NOT NULL, ada INTEGER NOT NULL DEFAULT 1, judul TEXT NOT NULL DEFAULT '',
        lokasi TEXT NOT NULL DEFAULT '', untuk TEXT NOT NULL DEFAULT '', ditulis TEXT NOT NULL DEFAULT '')""",
    "segel_saksi": """CREATE TABLE segel_saksi (
        id TEXT PRIMARY KEY, forum TEXT NOT NULL, nama TEXT NOT NULL, jabatan TEXT NOT NULL, kunci TEXT NOT NULL,
        tanda TEXT NOT NULL, jam TEXT NOT NULL)""",
    "bukti": """CREATE TABLE bukti (
        usulan TEXT PRIMARY KEY, nomor TEXT NOT NULL, waktu TEXT NOT NULL) WITHOUT ROWID""",
    "jawaban": """CREATE TABLE jawaban (
        n INTEGER PRIMARY KEY, usulan TEXT NOT NULL, tingkat TEXT NOT NULL, putusan TEXT NOT NULL,
        alasan_kode TEXT NOT NULL,
        alasan TEXT NOT NULL, oleh TEXT NOT NULL, waktu TEXT NOT NULL)""",
    "jawaban_usulan": "CREATE INDEX jawaban_usulan ON jawaban (usulan, n)",
}

#: Tables whose rows exist nowhere else.
KEPT = (
    """CREATE TABLE jurnal (
        n INTEGER PRIMARY KEY, perangkat TEXT NOT NULL, seq INTEGER NOT NULL, jenis TEXT NOT NULL, forum TEXT NOT NULL,
        record TEXT NOT NULL, langkah INTEGER NOT NULL, urung INTEGER, ulang INTEGER, jam TEXT NOT NULL,
        isi BLOB NOT NULL, hash BLOB NOT NULL)""",
    "CREATE UNIQUE INDEX jurnal_seq ON jurnal (perangkat, seq)",
    "CREATE INDEX jurnal_record ON jurnal (record, n)",
    "CREATE TABLE kabar (n INTEGER PRIMARY KEY, isi BLOB NOT NULL)",
    """CREATE TABLE draf (
        halaman TEXT NOT NULL, kunci TEXT NOT NULL, isi TEXT NOT NULL, PRIMARY KEY (halaman, kunci)) WITHOUT ROWID""",
    "CREATE TABLE setelan (kunci TEXT PRIMARY KEY, nilai TEXT NOT NULL) WITHOUT ROWID",
    """CREATE TABLE IF NOT EXISTS kontak (
        record TEXT PRIMARY KEY, nama TEXT NOT NULL, telepon TEXT NOT NULL) WITHOUT ROWID""",
    """CREATE TABLE IF NOT EXISTS kelahiran (
        forum TEXT NOT NULL, nama TEXT NOT NULL, lahir TEXT NOT NULL, PRIMARY KEY (forum, nama)) WITHOUT ROWID""",
    """CREATE TABLE IF NOT EXISTS ubahan_lokal (
        n INTEGER PRIMARY KEY, perangkat TEXT NOT NULL, tempat INTEGER NOT NULL, forum TEXT NOT NULL,
        jenis TEXT NOT NULL, record TEXT NOT NULL, langkah INTEGER, urung INTEGER, ulang INTEGER, jam TEXT NOT NULL,
        isian TEXT NOT NULL, sebelum TEXT, kini TEXT)""",
    "CREATE INDEX IF NOT EXISTS ubahan_lokal_record ON ubahan_lokal (record, n)",
    """CREATE TABLE IF NOT EXISTS paket (
        hash TEXT PRIMARY KEY, kunci TEXT NOT NULL, nomor TEXT NOT NULL, tanggal TEXT NOT NULL,
        kode TEXT NOT NULL, kabupaten TEXT NOT NULL, tahun_rencana INTEGER NOT NULL, batas_persen INTEGER NOT NULL,
        jam TEXT NOT NULL, isi BLOB NOT NULL)""",
    """CREATE TABLE IF NOT EXISTS bagian_paket (
        paket TEXT NOT NULL, nama TEXT NOT NULL, baris INTEGER NOT NULL, isi TEXT NOT NULL,
        PRIMARY KEY (paket, nama))""",
    """CREATE TABLE IF NOT EXISTS kamus (
        paket TEXT NOT NULL, n INTEGER NOT NULL, kode TEXT NOT NULL, judul TEXT NOT NULL, kelompok TEXT NOT NULL,
        satuan TEXT NOT NULL, harga_satuan INTEGER, volume_min TEXT NOT NULL, volume_max TEXT NOT NULL,
        bidang TEXT NOT NULL, perangkat_daerah TEXT NOT NULL, keterangan TEXT NOT NULL, cari TEXT NOT NULL,
        PRIMARY KEY (paket, n)) WITHOUT ROWID""",
    "CREATE UNIQUE INDEX IF NOT EXISTS kamus_kode ON kamus (paket, kode)",
)


def create_projections(connection: Connection) -> None:
    """Make the empty projection tables."""
    for statement in PROJECTIONS.values():
        connection.execute(statement)


def drop_projections(connection: Connection) -> None:
    """Drop the projection tables; the journal stays."""
    for name, statement in PROJECTIONS.items():
        if statement.startswith("CREATE TABLE"):
            connection.execute(f"DROP TABLE IF EXISTS {name}")
