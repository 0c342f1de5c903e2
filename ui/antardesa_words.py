"""What a village nearby proposes, in words, as the hint, the usulan and the page of pairs say it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from musrenbang_desktop.domain.antardesa import UsulanTetangga, sebutan_desa
from musrenbang_desktop.likeness.compare import Kemiripan


def tr(text: str) -> str:
    """Translate a text about villages nearby."""
    return QCoreApplication.translate("AntardesaWords", text)


def also_proposes(one: UsulanTetangga) -> str:
    """``Desa Sukamakmur juga mengusulkan Irigasi Sungapan (2027).``"""
    return tr("{desa} juga mengusulkan {judul} ({tahun}).").format(
        desa=sebutan_desa(one.desa), judul=one.judul, tahun=one.tahun_rencana
    )


def facts(one: UsulanTetangga) -> str:
    """``U-004, Gondang, 450 m, Disepakati desa``; what is unknown is left out."""
    volume = f"{one.volume} {one.satuan}".strip()
    return ", ".join(part for part in (one.nomor, one.tempat, volume, one.keadaan) if part)


def certainty(found: Kemiripan) -> str:
    """``Mirip: saling menyebut desanya, judul 71 %``."""
    word = tr("Mirip") if found.tingkat == "mirip" else tr("Mungkin mirip")
    return f"{word}: {found.alasan}"
