"""The sheet of the seal, read from the journal's tables."""

from __future__ import annotations

from musrenbang_desktop.berita_acara.isi_segel import LembarSegel, SaksiSegel, TambahanSegel
from musrenbang_desktop.db.queries import segel as queries
from musrenbang_desktop.domain.tanggal import format_tanggal
from musrenbang_desktop.journal import tambahan_qr
from musrenbang_desktop.services.desk import Desk


def lembar_segel(desk: Desk, zona: str) -> LembarSegel:
    """Co-signers and addenda of the chosen forum."""
    from sync.wire.ticket import spoken_fingerprint

    connection, forum = desk.connection, desk.forum_id
    return LembarSegel(
        tuple(
            SaksiSegel(one.nama, one.jabatan, _when(one.jam, zona), spoken_fingerprint(one.kunci))
            for one in queries.cosigners(connection, forum)
        ),
        tuple(
            TambahanSegel(
                nomor=row.nomor,
                teks=row.isi["teks"],
                oleh=row.isi["oleh"],
                alasan=row.isi["alasan"],
                waktu=_when(row.jam, zona),
                kode=row.kode,
                qr=tambahan_qr.teks(row.isi, row.tanda),
                induk="-".join(row.isi["induk"][at : at + 4] for at in range(0, 16, 4)),
            )
            for row in queries.every(connection, forum)
            if row.nomor
        ),
    )


def _when(jam: str, zona: str) -> str:
    """``21 Januari 2026 pukul 11.52 WIB``, as the laptop's clock claimed it then."""
    return f"{format_tanggal(jam[:10])} pukul {jam[11:16].replace(':', '.')} {zona}"
