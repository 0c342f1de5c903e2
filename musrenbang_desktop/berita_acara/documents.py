"""Which pages make up each document, and the properties of the PDF."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from musrenbang_desktop.berita_acara import JENIS, isi_untuk
from musrenbang_desktop.berita_acara.agenda import agenda
from musrenbang_desktop.berita_acara.answers import answers
from musrenbang_desktop.berita_acara.attendance import attendance
from musrenbang_desktop.berita_acara.ballot_script import ballot_script
from musrenbang_desktop.berita_acara.ballots import ballots
from musrenbang_desktop.berita_acara.blocks import foot
from musrenbang_desktop.berita_acara.books import aspiration_book, decision_book, plan_book
from musrenbang_desktop.berita_acara.ceilings import ceilings
from musrenbang_desktop.berita_acara.changes import changes, changes_if_any
from musrenbang_desktop.berita_acara.decrees import delegates_decree, team_decree
from musrenbang_desktop.berita_acara.door_sheets import blank_sheets, named_sheets
from musrenbang_desktop.berita_acara.flow import Flow
from musrenbang_desktop.berita_acara.groups import groups
from musrenbang_desktop.berita_acara.isi import IsiBeritaAcara
from musrenbang_desktop.berita_acara.letters import letters
from musrenbang_desktop.berita_acara.lower_forum import minutes_of_any_forum
from musrenbang_desktop.berita_acara.not_agreed import not_agreed
from musrenbang_desktop.berita_acara.notice_board import answers_poster_a3, result_poster, result_poster_a3
from musrenbang_desktop.berita_acara.notulen import notulen, notulen_blank
from musrenbang_desktop.berita_acara.origin_lists import origin_lists, recapitulation
from musrenbang_desktop.berita_acara.overview import overview
from musrenbang_desktop.berita_acara.page_code import number_pages
from musrenbang_desktop.berita_acara.poster import poster, poster_a3
from musrenbang_desktop.berita_acara.priorities import priorities
from musrenbang_desktop.berita_acara.proceedings import proceedings
from musrenbang_desktop.berita_acara.projector import projector
from musrenbang_desktop.berita_acara.quorum import chosen_delegates, delegates, mandate, postponements
from musrenbang_desktop.berita_acara.receipt import receipt
from musrenbang_desktop.berita_acara.representation import representation
from musrenbang_desktop.berita_acara.rulers import rulers
from musrenbang_desktop.berita_acara.seal_sheet import seal_sheet
from musrenbang_desktop.berita_acara.sheet import Document, Metadata, Sheet
from musrenbang_desktop.berita_acara.slips import slips
from musrenbang_desktop.berita_acara.terms import Terms
from musrenbang_desktop.berita_acara.verification import verification
from musrenbang_desktop.berita_acara.village_plan import own_plan, wish_list
from musrenbang_desktop.berita_acara.without_quorum import without_quorum
from musrenbang_desktop.berita_acara.worksheet import worksheet
from musrenbang_desktop.domain.profile import Profile
from musrenbang_desktop.domain.tanggal import parse_tanggal

Part = Callable[[Flow, Terms], None]

PARTS: Mapping[str, tuple[Part, ...]] = {
    "berita_acara": (minutes_of_any_forum,),
    "daftar_hadir": (attendance,),
    "prioritas": (priorities,),
    "belum_disepakati": (not_agreed,),
    "kelompok": (groups,),
    "delegasi": (delegates,),
    "lengkap": (minutes_of_any_forum, attendance, priorities, not_agreed, groups, chosen_delegates),
    "undangan": (letters,),
    "tanda_terima": (receipt,),
    "susunan_acara": (agenda,),
    "daftar_hadir_nama": (named_sheets,),
    "daftar_hadir_kosong": (blank_sheets,),
    "keterwakilan": (representation,),
    "kertas_suara": (ballots,),
    "naskah_suara": (ballot_script,),
    "penundaan": (postponements,),
    "mandat": (mandate,),
    "ringkasan": (overview,),
    "lembar_hitung": (worksheet,),
    "giliran_bicara": (proceedings,),
    "notulen": (notulen,),
    "notulen_kosong": (notulen_blank,),
    "tanpa_kuorum": (without_quorum,),
    "daftar_rw": (origin_lists,),
    "rekapitulasi": (recapitulation,),
    "pagu_indikatif": (ceilings,),
    "sk_tim": (team_decree,),
    "sk_delegasi": (delegates_decree,),
    "poster": (poster,),
    "poster_a3": (poster_a3,),
    "poster_hasil": (result_poster,),
    "poster_hasil_a3": (result_poster_a3,),
    "poster_jawaban_a3": (answers_poster_a3,),
    "tanda_terima_usulan": (slips,),
    "ringkasan_layar": (projector,),
    "verifikasi": (verification,),
    "rkp_desa": (own_plan,),
    "du_rkp": (wish_list,),
    "buku_rencana": (plan_book,),
    "buku_aspirasi": (aspiration_book,),
    "buku_keputusan": (decision_book,),
    "perubahan": (changes,),
    "lembar_jawaban": (answers,),
    "lembar_uji": (rulers,),
    "segel": (seal_sheet,),
}


#: The paper that is made of one part alone: a page of an annex has the same code in the whole and by itself.
_PAPER_OF: Mapping[Part, str] = {
    **{parts[0]: jenis for jenis, parts in PARTS.items() if len(parts) == 1},
    changes_if_any: "perubahan",
    chosen_delegates: "delegasi",
}

#: What stands behind a paper where there is something to say.
BEHIND: Mapping[str, tuple[Part, ...]] = {"berita_acara": (changes_if_any,), "lengkap": (changes_if_any,)}


#: Papers of the result: their properties carry the text of the QR, so that also an annex alone can be checked.
SEALED = frozenset(
    {"berita_acara", "daftar_hadir", "prioritas", "belum_disepakati", "kelompok", "delegasi", "lengkap", "segel"}
)


def draw(jenis: str, isi: IsiBeritaAcara, profile: Profile) -> bytes:
    """Lay out one document and write it."""
    document = Document()
    isi = isi_untuk(jenis, isi)
    terms = Terms(isi, profile)
    flow = Flow(document, profile)
    papers: dict[str, list[Sheet]] = {}
    for part in (*PARTS[jenis], *BEHIND.get(jenis, ())):
        first = len(document.sheets)
        part(flow, terms)
        papers.setdefault(_PAPER_OF.get(part, jenis), []).extend(document.sheets[first:])
    for paper, sheets in papers.items():
        number_pages(sheets, isi, paper)
    foot(document, terms)
    return document.save(about(jenis, terms))


def about(jenis: str, terms: Terms) -> Metadata:
    """The properties of the PDF of one document."""
    day = parse_tanggal(terms.isi.forum.tanggal)
    place = f"{terms.musyawarah} {terms.wilayah} {terms.isi.forum.tahun_pelaksanaan}"
    return Metadata(
        title=f"{JENIS[jenis]} - {place}",
        author=f"Pemerintah {terms.wilayah}",
        subject=terms.rujukan,
        stamp=f"D:{day.year:04d}{day:%m%d}000000",
        keywords=terms.isi.segel.qr if terms.isi.segel and jenis in SEALED else "",
    )
