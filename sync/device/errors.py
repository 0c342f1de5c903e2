"""Why nothing could be sent or fetched, each with one plain sentence: what happened, that the data is safe, what to do.

::

    NotSent
    +-- NotEnrolled           this laptop has no card yet
    +-- PracticeRoom          what is practised is never sent
    +-- BundleRefused         a file that cannot be exchanged by flash disk
    +-- Unreachable           no network, wrong address, cut connection
    |   +-- TooSlow           the connection stalled
    +-- NotOurServer          something else answered: a log-in page of the wifi, a proxy, a forger
    +-- Busy                  the server asks to come back later
    +-- Refused               the server answered, and the answer is no
    |   +-- DeviceRefused     unknown or expired
    |   +-- Revoked           the kabupaten has taken the card back
    |   +-- NotHandedOver     the forums of the laptop before this one are not this one's yet
    |   +-- TicketRefused     wrong, used or expired ticket
    |   +-- Forked            two computers write with one key
    |   +-- NewerNeeded       one of the two ends is too old for the other
    |   +-- TooBig            over the server's limits
    |   +-- Unreadable        damaged on the way
    +-- Behind                the server holds more of this stream than this laptop does
    +-- WentOn                the laptop before this one sent more than its copy holds
    +-- Different             both hold something else under the same number

``str()`` is the sentence to show.
"""

from __future__ import annotations

_SAFE = "Semua data aman di laptop ini."


class NotSent(Exception):
    """Nothing was sent; the journal keeps everything for the next time."""

    sentence = f"Data belum terkirim. {_SAFE} Coba lagi nanti."
    passing = False
    """Whether trying again by itself may help."""

    def __init__(self, sentence: str = "") -> None:
        super().__init__(sentence or self.sentence)


class NotEnrolled(NotSent):
    """This laptop has no card yet."""

    sentence = f"Laptop ini belum terdaftar di kabupaten. {_SAFE} Ketik alamat dan tiket dari surat kabupaten."


class PracticeRoom(NotSent):
    """What is practised is never sent, and no practice room is ever enrolled."""

    sentence = (
        "Ini ruang latihan: tidak ada yang dikirim dari sini. Data yang sungguhan aman. "
        "Tutup, lalu kirim dari jendela yang biasa."
    )


class BundleRefused(NotSent):
    """A file that is not, or cannot be, exchanged by flash disk."""

    sentence = f"Bungkus ini tidak dapat dipakai. {_SAFE} Pakai berkas lain atau tulis bungkus baru."


class Unreachable(NotSent):
    """No connection, or it was cut."""

    sentence = f"Server kabupaten tidak terjangkau. {_SAFE} Periksa internet dan alamat, lalu tekan Kirim lagi."
    passing = True


class TooSlow(Unreachable):
    """The connection stalled."""

    sentence = (
        f"Sambungan terlalu lambat dan terhenti. {_SAFE} Yang sudah sampai tidak dikirim ulang; tekan Kirim lagi."
    )


class NotOurServer(NotSent):
    """Something else answered: a log-in page of the wifi, a proxy, a forger."""

    sentence = (
        f"Yang menjawab bukan server kabupaten; mungkin wifi ini meminta masuk lebih dulu. {_SAFE}"
        " Buka peramban untuk masuk ke wifi atau pakai internet lain, lalu tekan Kirim lagi."
    )
    passing = True


class Busy(NotSent):
    """The server asks to come back later. ``wait`` is in seconds."""

    sentence = f"Server kabupaten sedang sibuk. {_SAFE} Program akan mencoba lagi sebentar lagi."
    passing = True

    def __init__(self, wait: float = 0.0) -> None:
        super().__init__()
        self.wait = wait


class Refused(NotSent):
    """The server answered, and the answer is no."""

    sentence = f"Server kabupaten menolak kiriman ini. {_SAFE} Hubungi petugas kabupaten."


class DeviceRefused(Refused):
    """Unknown or expired."""

    sentence = f"Kabupaten tidak mengenal laptop ini atau masa kartunya habis. {_SAFE} Minta tiket baru dari kabupaten."


class Revoked(Refused):
    """The kabupaten has taken the card back."""

    sentence = (
        f"Kabupaten sudah mencabut kartu laptop ini, jadi tidak ada yang dikirim. {_SAFE}"
        " Bila laptop ini masih dipakai desa, hubungi petugas kabupaten."
    )


class NotHandedOver(Refused):
    """What the laptop before this one recorded cannot be sent by this one yet."""

    def __init__(self, tag: str = "") -> None:
        super().__init__(
            f"Kabupaten belum menyerahkan forum dari laptop lama {tag} ke laptop ini. {_SAFE} Minta tiket pengganti "
            f"untuk laptop {tag}, lalu tekan Kirim lagi."
        )


class TicketRefused(Refused):
    """Wrong, used or expired ticket."""

    sentence = f"Tiket tidak cocok. {_SAFE} Periksa huruf tiket pada surat, atau minta tiket baru dari kabupaten."


class Forked(Refused):
    """Two computers write with one key."""

    sentence = (
        f"Ada dua laptop yang memakai kunci yang sama dengan catatan berbeda. {_SAFE}"
        " Jangan lanjutkan di dua laptop; hubungi petugas kabupaten."
    )


class NewerNeeded(Refused):
    """One of the two ends is too old for the other."""

    sentence = (
        f"Versi program ini tidak cocok dengan server kabupaten. {_SAFE} Pasang versi terbaru, lalu tekan Kirim lagi."
    )


class TooBig(Refused):
    """Over the server's limits."""

    sentence = f"Kiriman terlalu besar untuk server. {_SAFE} Program akan mengirim bagian yang lebih kecil."
    passing = True


class Unreadable(Refused):
    """The server could not read the request: it was damaged on the way."""

    sentence = f"Kiriman rusak di jalan, jadi tidak terbaca server kabupaten. {_SAFE} Tekan Kirim lagi."
    passing = True


class Behind(NotSent):
    """The server holds more of this stream than this laptop does."""

    sentence = (
        "Kabupaten menyimpan catatan laptop ini yang tidak ada lagi di sini; mungkin data dipulihkan dari cadangan."
        f" {_SAFE} Tidak ada yang ditimpa. Hubungi petugas kabupaten sebelum mencatat lagi."
    )


class WentOn(NotSent):
    """The laptop before this one sent what its copy does not hold; it is told once, then the rest is sent."""

    def __init__(self, tag: str = "") -> None:
        super().__init__(
            f"Laptop lama {tag} sempat mengirim catatan yang tidak ada dalam cadangannya. {_SAFE} Cocokkan usulan "
            "terakhir dengan halaman kabupaten, lalu tekan Kirim lagi."
        )


class Different(NotSent):
    """Both hold something else under the same number."""

    sentence = (
        "Catatan di kabupaten berbeda dengan catatan di laptop ini."
        f" {_SAFE} Tidak ada yang ditimpa. Hubungi petugas kabupaten."
    )
