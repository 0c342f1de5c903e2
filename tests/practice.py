"""A practice forum in the ordinary room, as laptops had it before there was a practice room."""

from __future__ import annotations

from musrenbang_desktop.services.layanan import Layanan


def mark_as_practice(layanan: Layanan) -> None:
    """Make the chosen forum one for practice; the services no longer do this."""
    with layanan.desk.write("forum", "mengubah data forum") as act:
        act.append("forum.ubah", act.forum, {"latihan": True})
