"""What messages of villages usually say, told to the compressor beforehand (RFC 1950: a preset dictionary).

Names of fields and types, forms as :mod:`sync.wire.columns` writes them, words of our own lists and of usulan anywhere.
What is most common stands last. Both ends need the same bytes, so these texts never change: a better one gets another
name, and a media type of its own (:mod:`sync.wire.compact`, :mod:`sync.wire.brief`).
"""

from __future__ import annotations

PHRASES_1 = (
    b"Tempat pembuangan sampah\nTembok penahan tanah\nPos kamling\nPoskesdes\nPolindes\nPAUD\nTPQ\nSDN \nMCK umum"
    b"\nWC\nplafon\ngenteng\nlantai\ndinding\npagar\ngapura\nmakam\nmasjid\nmusala\ngereja\nlapangan olahraga\npe"
    b"rpustakaan desa\ntaman bacaan\nkursi roda\nalat bantu\nbeasiswa\nseragam\nmodal usaha\npupuk\nbenih\nbibit"
    b"\nternak\nkambing\nsapi\nlele\nmesin jahit\nmesin perontok\nhand traktor\nhama\npanen\nsawah\nkebun\nirigas"
    b"i tersier\nsaluran irigasi\nembung\nwaduk\ntanggul\nbronjong\nlongsor\nbanjir\ngenangan air\nair bersih\npi"
    b"panisasi\nsambungan pipa\nsumur bor\ntandon\nmata air\njamban sehat keluarga\nrumah tidak layak huni\nsampa"
    b"h\npenerangan jalan umum\nlampu jalan\njaringan internet\nrambu\njembatan\ngorong-gorong\nselokan\ndrainase"
    b"\ntalud\nrabat beton\npaving\naspal\njalan lingkungan\njalan usaha tani\njalan poros desa\njalan dusun\nber"
    b"lubang\nrusak\nbocor\ntersumbat\nlicin\nbecek\nsempit\ngelap\nrawan kecelakaan\nkekurangan\nbelum punya\nti"
    b"dak dapat\ntidak ada\nanak sekolah\nbalita\nibu hamil\nlansia\npenyandang disabilitas\npemuda\nkeluarga mis"
    b"kin\nkeluarga kurang mampu\npetani\npedagang\nwarga\nsetiap hari\nsetiap hujan\nmusim hujan\nmusim kemarau"
    b"\npada bulan \npada malam hari\nsampai rumah \ndepan rumah \nbelakang \nsamping \ndekat \ntersebar di \nsis"
    b"i timur\nsisi barat\ntanah kas desa\nbalai dusun\nbalai desa\nPosyandu\nPenyuluhan \nPencegahan \nPengelola"
    b"an \nPemasangan \nPemeliharaan \nPeningkatan \nPelebaran \nPembuatan \nPembangunan \nPengaspalan \nPengadaa"
    b"n \nPelatihan \nRehabilitasi \nNormalisasi \nPerbaikan \nBantuan \nSudah dicatat dua kali\nSudah diusulkan,"
    b" dikerjakan, atau dibiayai anggaran lain\nAlamat salah atau tidak jelas\nPerangkat daerah yang dituju tidak"
    b" tepat\nBukan kewenangan tingkat ini (misalnya jalan provinsi atau sungai)\nTidak ada dalam RPJMD atau RPJM"
    b" Desa\nLahan belum jelas: sengketa, bukan aset desa, atau belum ada surat hibah\nPenerima hibah belum berba"
    b"dan hukum\nDokumen belum lengkap\nMelebihi pagu; prioritas lain didahulukan\nSecara teknis belum layak, ata"
    b"u volume dan harganya perlu dihitung ulang\nManfaatnya hanya untuk satu rumah tangga\nTidak ada dalam kamus"
    b' usulan\nAlasan lain\n"Sekretaris Daerah","Dinas Lingkungan Hidup","Dinas Pariwisata","Dinas Kominfo","Dina'
    b's Perhubungan","Dinas Koperasi dan UMKM","Dinas Sosial","Dinas Pendidikan","Dinas Kesehatan","Dinas Pertani'
    b'an","Dinas Perkim","Dinas Pekerjaan Umum","Dinas PUPR"\n"Camat ","Kasi Pemerintahan","Kasi Pelayanan","Kasi'
    b' Kesejahteraan","Kaur Keuangan","Kaur Tata Usaha dan Umum","Kaur Perencanaan","Sekretaris Desa","Lurah","Ke'
    b'pala Desa","Bidan Desa","Babinsa","Bhabinkamtibmas","Pendamping Lokal Desa","Pendamping Desa","Kepala SDN "'
    b',"Guru ","Pengelola PAUD","Takmir ","Ketua Gapoktan","Ketua Kelompok ","Kader Posyandu","Ketua TP PKK","Ket'
    b'ua Pokja 1","Sekretaris LPM","Ketua LPM","Wakil Ketua BPD","Anggota BPD","Ketua BPD","Kepala Dusun ","Sekre'
    b'taris RT ","Bendahara RW ","Ketua RW 01","Ketua RT 01","Anggota","Warga","Semua dusun"\n, S.Pd.", S.Sos.", '
    b'S.IP.", S.E.", S.H.", M.Si.", A.Md.Keb.", A.Md."Drs. "H. "Hj. \n"Penutup","Pemeriksaan kelengkapan usulan",'
    b'"Penggabungan hasil musyawarah sebelumnya","Potensi dan tema pembangunan","Tata tertib","Penentuan urutan",'
    b'"Pencatatan usulan per RT","Masalah dan potensi dusun","Penjelasan maksud musyawarah","Kepala dusun","Pemil'
    b'ihan utusan","Pengisian formulir","Penentuan prioritas","Pencatatan usulan","Potensi dan masalah lingkungan'
    b'","Arahan","Ketua RW","Pembukaan","Tanda tangan berita acara","Penilaian usulan","Diskusi kelompok per bida'
    b'ng","Pembacaan hasil rembug warga per RW","Paparan kebijakan dan pagu","Lurah, LPM, camat","Pembukaan dan d'
    b'oa","Pembacaan dan tanda tangan berita acara","Pemilihan delegasi ke kecamatan","Pembahasan urutan priorita'
    b's","Penilaian dalam kelompok","Penambahan dan penggabungan usulan","Fasilitator","Pembacaan usulan per dusu'
    b'n","Pemateri","Paparan arah pembangunan dan pagu","Notulis","Hasil usulan tahun lalu","Kepala desa, BPD, ca'
    b'mat","Sambutan","Pimpinan sidang","Pembukaan, doa, dan pembacaan tata tertib"\n"Pembangunan","Sarana Prasar'
    b'ana","Ekonomi","Sosial Budaya","Pembangunan Sarana dan Prasarana Kelurahan","Pemberdayaan Masyarakat di Kel'
    b'urahan","Penyelenggaraan Pemerintahan Desa","Pelaksanaan Pembangunan Desa","Pembinaan Kemasyarakatan Desa",'
    b'"Pemberdayaan Masyarakat Desa","Penanggulangan Bencana, Keadaan Darurat, dan Mendesak Desa"\n"kg","ha","keg'
    b'iatan","kelompok","KK","orang","titik","paket","buah","unit","km","m3","m2","m","bulan","kali","set","ekor"'
    b',"ruang"\n"Organisasi Masyarakat","Pelaku Usaha","Sekolah","Puskesmas","Pemerintah Kelurahan","Lansia","Pen'
    b'yandang Disabilitas","Kelompok Masyarakat Miskin","Pemerhati Anak","Kelompok Perempuan","Kelompok Perajin",'
    b'"Kelompok Nelayan","Kelompok Tani","Tokoh Pendidikan","Tokoh Masyarakat","Tokoh Adat","Tokoh Agama","Posyan'
    b'du","Karang Taruna","PKK","RW","RT","LPM","BPD","Pemerintah Desa"\n"dusun","indikator","nilai","satuan","su'
    b'mber","tanggal_data"\n"jenis","nomor_surat","tanggal_surat"\n"alasan","keadaan","oleh","sipd_id","waktu"\n"'
    b'bujur","dari","halaman","jejak","jenis","kertas","lintang","nama","sha256","status","ukuran","usulan"\n"ala'
    b'san","hitungan","jam","jam_baru","jam_mulai","nomor","orang","tanggal","tanggal_baru"\n"alasan_batal","dusu'
    b'n","jenis_pengusul","judul","keterangan","lokasi","masalah","nomor","pengusul","perkiraan_biaya","rt","rw",'
    b'"satuan","status","sumber_usulan","tanggal","volume"\n"acara","giliran","jam","jenis","nomor","oleh","pokok'
    b'","tanggapan"\n"acara","jenis_kelamin","mulai","nomor","selesai","unsur"\n"jam","saksi","usulan"\n"alasan_d'
    b'elegasi","bagian","cadangan","delegasi","lembar","pembukaan"\n"berkas","cetakan","dicetak","halaman","jam",'
    b'"jam_cetak","jenis","lembar","sha256","ulang","urutan"\n"aktif","batal","alasan_batal","rkpd-86","desa-114"'
    b',"desa-21","latihan":false,"jenis":"kelurahan","desa","utama","dusun","WIB","WITA","WIT"\n"agenda","alamat"'
    b',"batas_data","cakupan","desa","fasilitator","induk","jam_mulai","jam_selesai","jenis","kabupaten","kecamat'
    b'an","kepala","ketua_tim","kode_wilayah","latihan","materi","nomor_ba","nomor_sk","nomor_undangan","notulis"'
    b',"notulis_kedua","pagu","pagu_sumber","paket","pemateri","penjaga_waktu","pimpinan","profil","provinsi","ra'
    b'gam","saksi","sambutan","sebutan_dusun","tahun_pelaksanaan","tahun_rencana","tanggal","tanggal_sk","tanggal'
    b'_undangan","tanpa_pra","target_unsur","tempat","tingkat","wakil_peserta","zona"\n"alasan_batal","alasan_lua'
    b'r_kamus","asal","asal_forum","asal_urutan","asal_usulan","beda_dengan","bidang","bujur","cantolan","catatan'
    b'","data_eksisting","dusun","gabung_ke","jenis_pengusul","judul","kamus","kesiapan","keterangan","kewenangan'
    b'","kode_kegiatan","latar_belakang","lintang","lokasi","masalah","nomor","pelaksana","penerima_difabel","pen'
    b'erima_l","penerima_manfaat","penerima_p","penerima_rtm","pengusul","perangkat_daerah","peringatan","peringk'
    b'at_asal","perkiraan_biaya","pisah_dari","pola_pelaksanaan","rt","rw","satuan","sdgs","status","sumber_dana"'
    b',"sumber_usulan","tahun_menunggu","target_capaian","tema_asal","tema_penerima","titipan","tujuan","volume",'
    b'"waktu_pelaksanaan"\n"cara_serah","disabilitas","diundang","dusun","gabung_ke","hadir","jabatan","jenis_kel'
    b'amin","kebutuhan","kelompok_usia","nama","nomor","penerima","pulang","rt","rw","tanggal_serah","undangan","'
    b'unsur","usia","wakil_dari"\n"alasan_buka","ditutup","alasan_pindah","cadangan","cara","delegasi","kelompok"'
    b',"kriteria","lembar","metode","pemilih","rata_rata","saksi","seri","templat","terkunci","mendesak","Mendesa'
    b'k","penerima","Penerima manfaat","dampak","Dampak","Sesuai RPJM Desa","biaya","Biaya","untung",".aturan",".'
    b'sepakat","urutan","urutan_skor","keluaran:","alasan:","ke_kecamatan","dana_desa","belum_disepakati"\n[3,nul'
    b'l],[1,null],[3,false],[1,true],[3,"L"],[1,"P","L","P","L"],[1,"01","02","03","04","05","06","07","08","09",'
    b'"10","11","12","13","14","15"],1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1\n"aturan.ubah","bicara.catat","bicara.ubah",'
    b'"dasar.catat","dasar.ubah","dokumen.cetak","forum.ubah","kehadiran.ubah","lampiran.catat","lampiran.ubah","'
    b'notulen.catat","notulen.ubah","penundaan.catat","penundaan.ubah","segel.buat","segel.saksi","segel.tambahan'
    b'","sidang.ubah","sipd.ubah","skor.ulang","suara.isi","suara.ubah","surat.ubah","titipan.catat","titipan.uba'
    b'h","undian.catat","undian.ubah","forum.buka","kesepakatan.ubah","peserta.catat","peserta.ubah","skor.isi","'
    b'usulan.catat","usulan.ubah"\n{"n":"","a":,"h":"","p":"","k":[],"v":[],"r":true,"m":true}{"type":"urn:musren'
    b'bang:celah","title":"","status":409,"n":\n{"k":["t","v","usulan","tingkat","putusan","alasan_kode","alasan"'
    b',"oleh","waktu"],"diterima","ditolak","ditunda","dikembalikan","kecamatan","opd","bappeda","jawaban.putus"'
    b'\n"k":[1,{"k":["ack","awalan","forum","hash","nomor","perangkat","t","tanda","usulan","v","waktu"],"s":[[0,'
    b'1,2,3,4,5,6,7,8,9,10]],"n":[0,1],"c":[[1,],[1,"BT-"],[1,"bukti.terima"],[5,[1,\n{"d":-16,"s":1,"p":-8,"c":0'
    b',"n":-12,"t":-64,"q":-8,"e":[2,{"n":[0,1,1,1],"c":[{"k":["f","fo","j","l","r","t","v"],"s":[[0,1,2,3,4,5,6]'
    b'],"n":[0,1],"c":[{"k":["alasan"],"s":[[0]],"n":[0,1],"c":[[1,""]]},[1,"-1"],[1,"2026-0"],[1,"usulan.ubah"],'
    b'[1,1]]},{"k":["d","f","fo","j","r","t","v"],"s":[[0,1,2,3,4,5,6]],"n":[0,1],"c":[[1,1],{"k":["perkiraan_bia'
    b'ya"],"s":[[0]],"n":[0,1],"c":[[1,500000]]},[1,"-1"],[1,"2026-01-21T09:00:00+07:00"],[1,"-1"],[1,"usulan.uba'
    b'h"],[1,1]]}]}]}'
)

PHRASES_2 = PHRASES_1 + (
    b'{"d":1,"f":{"alasan_buka":"","ditutup":null},"fo":"-1","j":"2026-01-21T09:00:00+07:00","r":"-1.sepakat","t":'
    b'"kesepakatan.ubah","v":1},{"f":{"berkas":".pdf","cetakan":1,"halaman":1,"jenis":"berita-acara","sha256":""},'
    b'"fo":"-1","j":"2026-01-21T09:00:00+07:00","r":"-1.berita-acara","t":"dokumen.cetak","v":1},{"f":{"-1":[5,4,3'
    b',2,1]},"fo":"-1","j":"2026-01-21T09:00:00+07:00","r":"-1.g1","t":"skor.isi","v":1},{"d":1,"f":{"jam_selesai"'
    b':"12.00"},"fo":"-1","j":"2026-01-21T09:00:00+07:00","r":"-1","t":"forum.ubah","v":1},{"d":1,"f":{"hadir":"08'
    b'.30"},"fo":"-1","j":"2026-01-21T09:00:00+07:00","r":"-1","t":"peserta.ubah","v":1},{"d":1,"f":{"alasan:-1":"'
    b'","keluaran:-1":"belum_disepakati"},"fo":"-1","j":"2026-01-21T09:00:00+07:00","r":"-1.sepakat","t":"kesepaka'
    b'tan.ubah","v":1},{"d":1,"f":{"judul":"","volume":"120"},"fo":"-1","j":"2026-01-21T09:00:00+07:00","r":"-1","'
    b't":"usulan.ubah","v":1},{"d":1,"f":{"perkiraan_biaya":50000000},"fo":"-1","j":"2026-01-21T09:00:00+07:00","r'
    b'":"-1","t":"usulan.ubah","v":1}'
)
"""The same, and rows as most acts write them: for :mod:`sync.wire.brief`."""
