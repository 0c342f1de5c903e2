"""Attendance as a whole: who is represented, opening by rule, putting off, delegates, what still stands in the way."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from datetime import date
from typing import Any, Literal

from musrenbang_desktop.db.queries import dasar, kesepakatan, paket, peserta
from musrenbang_desktop.db.queries import kehadiran as queries
from musrenbang_desktop.domain.angka import parse_desimal
from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.domain.forum import Forum
from musrenbang_desktop.domain.kehadiran import (
    Kehadiran,
    Pembukaan,
    Penundaan,
    Tahap,
    check_tanggal_baru,
    menit,
    paling_lambat,
    tahap,
)
from musrenbang_desktop.domain.keterwakilan import Ambang, Keterwakilan, dengan_penduduk
from musrenbang_desktop.domain.kuorum import (
    BAGIAN,
    AturanDelegasi,
    AturanKuorum,
    Bagian,
    Syarat,
    periksa,
    periksa_delegasi,
    periksa_kuorum,
)
from musrenbang_desktop.domain.peserta import Peserta
from musrenbang_desktop.domain.profile import Profile
from musrenbang_desktop.domain.tanggal import format_jam, parse_tanggal
from musrenbang_desktop.reference import profile as profiles
from musrenbang_desktop.services.desk import Desk

Peran = Literal["delegasi", "cadangan", ""]

_DAY = 24 * 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Keadaan:
    """Where the opening stands. ``menit`` are left until the hour (*belum*) or of the waiting (*menunggu*).

    ``jam_tiba``: the hour of the invitation has come. ``kedua`` is a meeting that was put off before: it may be opened
    with those present. ``paling_lambat`` is the last day to which it may be put off.
    """

    tahap: Tahap
    menit: int
    jam_tiba: bool
    kedua: bool
    syarat: tuple[Syarat, ...]
    pembukaan: Pembukaan | None
    paling_lambat: date

    @property
    def kurang(self) -> tuple[Syarat, ...]:
        """The rules that do not hold."""
        return tuple(one for one in self.syarat if not one.terpenuhi)

    @property
    def perlu_alasan(self) -> tuple[Syarat, ...]:
        """The rules that surely do not hold and let the meeting go on only with a reason; a second meeting needs no
        quorum.
        """
        return tuple(one for one in self.kurang if one.wajib and not (self.kedua and one.jenis == "kuorum"))


class KehadiranService:
    """The attendance of the chosen forum."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._profiles: dict[tuple[str, str], Profile] = {}

    def sekarang(self) -> Kehadiran:
        """What was decided so far."""
        return queries.one(self._desk.connection, self._desk.forum_id)

    def profil(self) -> Profile:
        """The form profile of the forum: the one of its package where that brings one. Raises ProfileInvalid."""
        forum = self._forum()
        # The file of a package may arrive later than the forum that names it, so its text is part of what is known.
        text = paket.text(self._desk.connection, forum.paket, f"profil/{forum.profil}.toml") if forum.paket else None
        known = (text or "", forum.profil)
        if known not in self._profiles:
            self._profiles[known] = profiles.parse(text, forum.profil) if text else profiles.load(forum.profil)
        return self._profiles[known]

    def keterwakilan(self) -> Keterwakilan:
        """Present and invited people by group, as they are now."""
        forum = self._forum()
        hall = queries.keterwakilan(self._desk.connection, forum.id, _hour(forum.jam_mulai))
        return dengan_penduduk(hall, self._figures(forum.id))

    def _figures(self, forum: str) -> Iterator[tuple[str, str, int]]:
        """The whole numbers of the figures of the village."""
        for row in dasar.every(self._desk.connection, forum):
            number = parse_desimal(row.nilai)
            if number is not None and number == number.to_integral_value():
                yield row.indikator, row.dusun, int(number)

    def ambang(self) -> Ambang:
        """From which share a group counts as well represented."""
        return self.profil().keterwakilan.ambang

    def aturan(self) -> AturanKuorum:
        """The quorum of the profile, with the share that this forum chose."""
        rule, chosen = self.profil().kuorum, self.sekarang().bagian
        return replace(rule, bagian=chosen) if chosen else rule

    def pilih_bagian(self, bagian: Bagian | Literal[""]) -> None:
        """Choose another share, as the tata tertib of this meeting says; empty goes back to the profile's."""
        if bagian and bagian not in BAGIAN:
            raise RuleBroken("bagian", "tidak_dikenal")
        if bagian != self.sekarang().bagian:
            self._write({"bagian": bagian}, "memilih kuorum")

    def syarat(self) -> tuple[Syarat, ...]:
        """Every rule against the hall as it is now."""
        return periksa(self.aturan(), self.keterwakilan())

    def keadaan(self, *, hanya_kuorum: bool = False) -> Keadaan:
        """Where the opening stands by the clock of this laptop.

        ``hanya_kuorum`` leaves the other rules out, which count every person: for the door, where every arrival asks.
        The hall waits for the quorum alone.
        """
        forum, rule, state = self._forum(), self.aturan(), self.sekarang()
        rules = self._quorum_only(rule) if hanya_kuorum else periksa(rule, self.keterwakilan())
        second = bool(self.penundaan())
        enough = second or all(one.terpenuhi for one in rules if one.jenis == "kuorum")
        now, days = self._minute(forum)
        over = state.pembukaan is not None or bool(kesepakatan.closed_at(self._desk.connection, forum.id))
        where, left = tahap(rule, cukup=enough, dibuka=over, mulai=_hour(forum.jam_mulai), kini=now)
        if days < 0 and where == "belum":
            left = -1
        return Keadaan(
            tahap=where,
            menit=left,
            jam_tiba=now >= (menit(hour) if (hour := _hour(forum.jam_mulai)) else 0),
            kedua=second,
            syarat=rules,
            pembukaan=state.pembukaan,
            paling_lambat=paling_lambat(forum.tanggal, rule),
        )

    def _quorum_only(self, rule: AturanKuorum) -> tuple[Syarat, ...]:
        count = peserta.count(self._desk.connection, self._desk.forum_id)
        return periksa_kuorum(rule, count.diundang, count.hadir_undangan, count.wakil)

    def buka(self, alasan: str = "", kurang: tuple[str, ...] = ()) -> None:
        """Open the meeting now, with the counts of this moment.

        While a rule does not hold, of the quorum or of who must be represented, a reason is needed, which the berita
        acara prints; the second meeting needs no quorum. ``kurang`` are the words of what does not hold.
        Raises RuleBroken("pembukaan", "sudah"), ("alasan_kuorum", "kosong").
        """
        state = self.keadaan()
        if state.pembukaan:
            raise RuleBroken("pembukaan", "sudah", state.pembukaan.jam)
        if not alasan.strip() and state.perlu_alasan:
            raise RuleBroken("alasan_kuorum", "kosong")
        opened = replace(self._opening(self._desk.jam()), alasan=alasan.strip(), kurang=kurang)
        self._write({"pembukaan": _plain(opened)}, "membuka musyawarah")

    def penundaan(self) -> list[Penundaan]:
        """How often the meeting was put off."""
        return queries.penundaan(self._desk.connection, self._desk.forum_id)

    def tunda(self, tanggal_baru: str, jam_baru: str, alasan: str) -> None:
        """Put the meeting off: one act that notes who had come, moves the day and empties the list of those present.

        Raises RuleBroken for a day that is not after this one or too far off, an hour that is none, no reason,
        ("pembukaan", "sudah") and ("penundaan", "sudah"): it is put off once only.
        """
        forum, rule = self._forum(), self.aturan()
        if self.sekarang().pembukaan:
            raise RuleBroken("pembukaan", "sudah")
        if self.penundaan():
            raise RuleBroken("penundaan", "sudah")
        if not alasan.strip():
            raise RuleBroken("alasan_tunda", "kosong")
        check_tanggal_baru(forum.tanggal, tanggal_baru, rule)
        hour = format_jam(jam_baru or forum.jam_mulai)
        self._desk.require_open()
        present = peserta.every(self._desk.connection, forum.id, hanya="hadir")
        with self._desk.write("penundaan forum peserta kehadiran", "menunda musyawarah") as act:
            act.append("penundaan.catat", act.next_id(), self._postponed(forum, tanggal_baru, hour, alasan.strip()))
            moved = {"tanggal": tanggal_baru} | ({"jam_mulai": hour} if hour != forum.jam_mulai else {})
            act.append("forum.ubah", forum.id, moved)
            for person in present:
                act.append("peserta.ubah", person.id, {"hadir": ""} | ({"pulang": ""} if person.pulang else {}))
            if self.sekarang().lembar:  # the second meeting signs sheets of its own
                act.append("kehadiran.ubah", f"{act.forum}.kehadiran", {"lembar": None})

    def aturan_delegasi(self) -> AturanDelegasi:
        """How many delegates, and how many women among them."""
        return self.profil().delegasi

    def delegasi(self, peran: Peran = "delegasi") -> list[Peserta]:
        """The chosen delegates, or their substitutes, in the order of choosing."""
        state = self.sekarang()
        records = state.delegasi if peran == "delegasi" else state.cadangan
        found = (peserta.one(self._desk.connection, record) for record in records)
        return [person for person in found if person]

    def jadikan_delegasi(self, record: str, peran: Peran) -> None:
        """Make a person a delegate, a substitute, or neither."""
        person = peserta.one(self._desk.connection, record)
        if person is None or person.forum != self._desk.forum_id:
            raise RuleBroken("peserta", "tidak_ditemukan")
        state = self.sekarang()
        lists = {
            name: [one for one in getattr(state, name) if one != record] + ([record] if peran == name else [])
            for name in ("delegasi", "cadangan")
        }
        changed: dict[str, Any] = {name: new for name, new in lists.items() if tuple(new) != getattr(state, name)}
        if changed:
            self._write(changed, "memilih delegasi")

    def syarat_delegasi(self) -> tuple[Syarat, ...]:
        """The rules for the delegation as chosen."""
        return periksa_delegasi(self.aturan_delegasi(), self.delegasi())

    def beri_alasan_delegasi(self, alasan: str) -> None:
        """Why the delegation stays as it is although a rule does not hold; printed. Empty takes it away."""
        if alasan.strip() != self.sekarang().alasan_delegasi:
            self._write({"alasan_delegasi": alasan.strip()}, "menulis alasan delegasi")

    def pembukaan(self) -> Pembukaan | None:
        """The recorded opening; without one the hall as it is, with no hour. None where no quorum is asked for."""
        state = self.sekarang()
        if state.pembukaan or self.aturan().bagian == "tidak":
            return state.pembukaan
        found = self._opening("")
        return found if found.diundang else None

    def kurang(self) -> list[RuleBroken]:
        """What stands in the way of closing: a quorum missed without a reason, a delegation against its rule."""
        found = []
        opened = self.pembukaan()
        if opened and not opened.tercapai and not opened.kedua and not opened.alasan:
            found.append(RuleBroken("kuorum", "tidak_tercapai", f"{opened.hadir}/{opened.perlu}"))
        elif self.sekarang().pembukaan is None and self._unrepresented():
            found.append(RuleBroken("kuorum", "tidak_terwakili"))
        short = [one for one in self.syarat_delegasi() if not one.terpenuhi]
        if short and not self.sekarang().alasan_delegasi:
            found.append(RuleBroken("delegasi", f"kurang_{short[-1].jenis}", f"{short[-1].ada}/{short[-1].perlu}"))
        return found

    def _unrepresented(self) -> bool:
        """Whether a rule about women, dusun or unsur surely does not hold; nobody is missed where nobody came."""
        hall = self.keterwakilan()
        short = (one for one in periksa(self.aturan(), hall) if one.wajib and not one.terpenuhi)
        return bool(hall.hadir) and any(one.jenis != "kuorum" for one in short)

    def _opening(self, jam: str) -> Pembukaan:
        rule = self.aturan()
        count = peserta.count(self._desk.connection, self._desk.forum_id)
        return Pembukaan(
            jam=jam,
            hadir=count.hadir_undangan + rule.wakil(count.wakil),
            wakil=rule.wakil(count.wakil),
            diundang=count.diundang,
            perlu=rule.perlu(count.diundang),
            bagian=rule.bagian,
            kedua=bool(self.penundaan()),
        )

    def _postponed(self, forum: Forum, tanggal_baru: str, jam_baru: str, alasan: str) -> dict[str, Any]:
        opening = self._opening("")
        count = peserta.count(self._desk.connection, forum.id)
        present = peserta.every(self._desk.connection, forum.id, hanya="hadir")
        return {
            "nomor": len(self.penundaan()) + 1,
            "jam": self._desk.jam(),
            "tanggal": forum.tanggal,
            "jam_mulai": forum.jam_mulai,
            "tanggal_baru": tanggal_baru,
            "jam_baru": jam_baru,
            "alasan": alasan,
            "hitungan": {
                "bagian": opening.bagian,
                "diundang": opening.diundang,
                "perlu": opening.perlu,
                "hadir": opening.hadir,
                "wakil": opening.wakil,
                "laki": count.laki,
                "perempuan": count.perempuan,
                "tanpa_jk": count.tanpa_jk,
            },
            "orang": [[person.id, person.hadir] for person in present],
        }

    def _minute(self, forum: Forum) -> tuple[int, int]:
        """Minutes since the midnight that began the day of the forum, and how many days that is away from today."""
        now = self._desk.store.clock()
        days = (now.date() - parse_tanggal(forum.tanggal)).days
        return days * _DAY + menit(now.strftime("%H.%M")), days

    def _write(self, isi: dict[str, Any], label: str) -> None:
        self._desk.require_open()
        with self._desk.write("kehadiran", label) as act:
            act.append("kehadiran.ubah", f"{act.forum}.kehadiran", isi)

    def _forum(self) -> Forum:
        forum = self._desk.forum()
        if forum is None:
            raise RuleBroken("forum", "belum_ada")
        return forum


def _plain(opened: Pembukaan) -> dict[str, Any]:
    return {name: list(value) if isinstance(value, tuple) else value for name, value in asdict(opened).items()}


def _hour(jam: str) -> str:
    """The hour with two digits, or nothing where it cannot be read."""
    try:
        return format_jam(jam)
    except RuleBroken:
        return ""
