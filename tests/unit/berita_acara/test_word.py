"""The berita acara as a Word file says what the PDF says, on the same paper, whatever was recorded."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace

import docx
import pypdf
import pytest
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from musrenbang_desktop.berita_acara import render
from musrenbang_desktop.berita_acara.isi import BarisHadir, IsiBeritaAcara, SegelCetak
from musrenbang_desktop.berita_acara.isi_risalah import HasilKelompok
from musrenbang_desktop.berita_acara.terms import Terms
from musrenbang_desktop.berita_acara.word import render_word, template_of
from musrenbang_desktop.berita_acara.word.facts import Nilai, facts
from musrenbang_desktop.berita_acara.word.fields import ISI_TEMPLAT, Daftar, Isian, Kelompok
from musrenbang_desktop.domain.forum import Pejabat
from musrenbang_desktop.reference.profile import load
from tests.unit.berita_acara.sample import isi

FAMILIES = ("rkpd-86", "desa-114", "desa-21")


def opened(data: bytes) -> Document:
    return docx.Document(io.BytesIO(data))


def texts(data: bytes) -> list[str]:
    """Every paragraph, those of the tables too."""
    document = opened(data)
    return [Paragraph(one, document).text for one in document.element.body.iter(qn("w:p"))]


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


def pdf_text(about: IsiBeritaAcara, family: str) -> str:
    return "\n".join(
        page.extract_text() for page in pypdf.PdfReader(io.BytesIO(render("lengkap", about, load(family)))).pages
    )


def full(jenis: str) -> IsiBeritaAcara:
    """A forum of which everything was recorded, sealed."""
    about = isi(9, 5, 3)
    changed = replace(
        about.forum,
        jenis=jenis,
        saksi=(Pejabat("Ibu Ani", "PKK"), Pejabat("Pak Budi", "BPD")),
        fasilitator=(Pejabat("Dewi", "Fasilitator"),),
        nomor_sk="188/1",
        tanggal_sk="2025-12-15",
        materi=("Evaluasi", "Rencana"),
    )
    return replace(
        about,
        forum=changed,
        delegasi=tuple(BarisHadir(nomor=n, nama=f"Delegasi {n}", peran="delegasi") for n in (1, 2, 3)),
        alasan_delegasi="kurang perempuan",
        segel=SegelCetak(kode="123 456 789 012", id="ab12" * 8, laptop="k7q2m3ab", usulan=8, qr="MDS1:ABC"),
        aturan=("Versi 1 aturan, sidik abc",),
        kelompok=(HasilKelompok(nama="Sarpras", keterangan="12 orang", rangkuman=("perlu talud",)),),
    )


@pytest.mark.parametrize("family", FAMILIES)
@pytest.mark.parametrize("jenis", ["desa", "kelurahan"])
def test_pdf_and_word_say_the_same(family: str, jenis: str) -> None:
    """Only the seal, which a file that can be changed does not prove, and the witnesses are put otherwise."""
    about = full(jenis)
    word, pdf = texts(render_word(about, load(family))), pdf_text(about, family)
    flat = squeezed(pdf)
    otherwise = [text for text in word if squeezed(text) not in flat]
    assert [text.split("\t")[0].split("\n")[0] for text in otherwise] == [
        "Saksi 1",
        "Saksi 2",
        "SEGEL HASIL MUSYAWARAH 123 456 789 012",
    ]
    assert {"Ibu Ani", "Pak Budi"} <= {found for text in otherwise for found in re.findall(r"(?:Ibu|Pak) \w+", text)}
    seal = pdf[pdf.index("SEGEL HASIL") :]
    only_pdf = set(re.findall(r"[A-Za-z]{3,}", pdf)) - set(re.findall(r"[A-Za-z]{3,}", "\n".join(word)))
    page_codes = {"BEAC", "DAHA", "PRIO", "BEDI", "KELO", "DELE", "Halaman", "halaman", "Kode", "Forum", "Jejak"}
    told_elsewhere = page_codes | set(re.findall(r"\w+", _foot(about))) | set(re.findall(r"[a-z]{3,}", seal[:700]))
    assert only_pdf <= told_elsewhere


def _foot(about: IsiBeritaAcara) -> str:
    return f"{about.kode_forum} {about.jejak} Musrenbang Sukamaju"


def test_delegates_are_the_last_annex_or_nothing() -> None:
    word = texts(render_word(full("desa"), load("rkpd-86")))
    assert [text.split("\t")[0] for text in word if text.startswith("LAMPIRAN")][-1] == "LAMPIRAN V"
    assert "LAMPIRAN V" not in "\n".join(texts(render_word(isi(2, 1, 1), load("rkpd-86")))).replace(
        "LAMPIRAN V\u00a0", ""
    )


@pytest.mark.parametrize("family", FAMILIES)
def test_same_facts_give_the_same_bytes(family: str) -> None:
    assert render_word(isi(5, 3, 2), load(family)) == render_word(isi(5, 3, 2), load(family))


def test_paper_and_margins_are_those_of_the_profile() -> None:
    profile = load("rkpd-86")
    document = opened(render_word(isi(3, 2, 1), profile))
    wide = [section.orientation == WD_ORIENT.LANDSCAPE for section in document.sections]
    assert wide == [False, *(annex.rebah for annex in profile.lampiran.values())]
    for section in document.sections:
        size = sorted((section.page_width or 0, section.page_height or 0))
        assert [round(side / 36000, 1) for side in size] == [215.0, 330.0]
        assert round((section.left_margin or 0) / 36000, 1) == profile.kertas.kiri_mm
        assert round((section.bottom_margin or 0) / 36000, 1) == profile.kertas.bawah_mm


def test_heads_of_tables_stand_on_every_page_and_no_row_is_divided() -> None:
    document = opened(render_word(isi(40, 20, 3), load("rkpd-86")))
    listed = [table for table in document.tables if table.rows[0].cells[0].text == "No"]
    assert len(listed) >= 5
    for table in listed:
        assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
        assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in table.rows)


def test_every_usulan_stands_in_it_once() -> None:
    about = isi(3, 28, 20)
    found = re.findall(r"U-\d{3}", "\n".join(texts(render_word(about, load("rkpd-86")))))
    assert sorted(found) == sorted(row.label for row in (*about.prioritas, *about.belum_disepakati))


def test_pages_are_counted_by_word_itself() -> None:
    document = opened(render_word(isi(3, 2, 1), load("rkpd-86")))
    foot = document.sections[0].footer._element
    assert [one.get(qn("w:instr")).strip() for one in foot.iter(qn("w:fldSimple"))] == ["PAGE", "NUMPAGES"]


@pytest.mark.parametrize("mark", ["DRAF", "LATIHAN"])
def test_what_is_not_final_says_so_on_every_page(mark: str) -> None:
    data = render_word(isi(3, 2, 1, tanda_air=mark), load("rkpd-86"))
    assert opened(data).sections[0].header.paragraphs[0].text == mark


def test_empty_lists_say_nihil() -> None:
    found = texts(render_word(isi(0, 0, 0), load("rkpd-86")))
    assert found.count("NIHIL") >= 3


HOSTILE = (
    "{{ ttd.kepala.nama }}",
    "{% for x in prioritas %}",
    "{%p endfor %}",
    "{_{ nomor }_}",
    "<w:t>x</w:t> & </w:p>",
    "&#123;&#123; nomor &#125;&#125;",
    "{#p tutup #}",
)


def test_recorded_text_stays_text() -> None:
    """Whatever a title holds, it names no field, opens no tag and ends no paragraph."""
    about = isi(2, 1, 1)
    plain = [replace(about.prioritas[0], label=f"U-{number:03d}") for number, _ in enumerate(HOSTILE, 1)]
    rows = [replace(row, usulan=text, permasalahan=text) for row, text in zip(plain, HOSTILE, strict=True)]
    found = texts(render_word(replace(about, prioritas=tuple(rows)), load("rkpd-86")))
    for row in rows:
        assert row.permasalahan in found
        assert f"{row.usulan} ({row.label})" in found
    assert len(found) == len(texts(render_word(replace(about, prioritas=tuple(plain)), load("rkpd-86"))))


@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.text(alphabet=st.characters(codec=None), max_size=60), min_size=6, max_size=6))
def test_no_letter_breaks_the_file(recorded: list[str]) -> None:
    """Control letters, halves of a pair, letters that XML does not know: the file opens, the rest is there."""
    about = isi(1, 1, 0)
    rows = [replace(about.prioritas[0], permasalahan=f"awal{text}akhir") for text in recorded]
    marked = replace(about, prioritas=tuple(rows))
    found = [one for one in texts(render_word(marked, load("rkpd-86"))) if one.startswith("awal")]
    assert [squeezed(one) for one in found] == [squeezed(f"awal{readable(text)}akhir") for text in recorded]


def readable(text: str) -> str:
    """Without what XML cannot hold."""
    return re.sub("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", "", text)


@pytest.mark.parametrize("family", FAMILIES)
@pytest.mark.parametrize("jenis", ["desa", "kelurahan"])
def test_the_built_template_is_one_that_a_village_may_change(family: str, jenis: str) -> None:
    from musrenbang_desktop.berita_acara.word.check import periksa

    template = template_of(load(family), replace(isi().forum, jenis=jenis))
    assert periksa(template) == []
    with zipfile.ZipFile(io.BytesIO(template)) as archive:
        assert archive.testzip() is None
        body = archive.read("word/document.xml").decode()
    loose = re.sub(r"<w:t[ >].*?</w:t>", "", body)
    assert "{" not in loose, "a field outside a text would be unreadable for Word"


def _shape(value: Nilai | Isian) -> object:
    """The names only: which fields are there, and what they hold."""
    if isinstance(value, str):
        return "teks"
    if isinstance(value, Daftar):
        return [_shape(Kelompok("", value.isi))]
    if isinstance(value, Kelompok):
        return {name: _shape(one) for name, one in value.isi.items()}
    if isinstance(value, dict):
        return {name: _shape(one) for name, one in value.items()}
    assert isinstance(value, list)
    return [_shape(value[0])] if value else []


def _differences(known: object, given: object, path: str = "") -> Iterator[str]:
    if isinstance(known, dict) and isinstance(given, dict):
        for name in known.keys() | given.keys():
            if name in known and name in given:
                yield from _differences(known[name], given[name], f"{path}.{name}")
            else:
                yield f"{path}.{name}"
    elif isinstance(known, list) and isinstance(given, list):
        for one in given:
            yield from _differences(known[0], one, f"{path}[]")
    elif known != given:
        yield path


def test_every_field_has_its_sentence_and_every_sentence_its_field() -> None:
    given = facts(Terms(isi(), load("rkpd-86")))
    known = {name: _shape(one) for name, one in ISI_TEMPLAT.items()}
    assert sorted(_differences(known, _shape(given))) == []


#: ECMA-376 part 1, 17.3.1.26: Word refuses a file whose parts of a paragraph stand in another order.
ORDER = ("keepNext", "pageBreakBefore", "pBdr", "tabs", "spacing", "ind", "jc", "rPr", "sectPr")


@pytest.mark.parametrize("family", FAMILIES)
def test_the_parts_of_a_paragraph_stand_in_the_order_that_word_asks_for(family: str) -> None:
    document = opened(render_word(full("desa"), load(family)))
    for properties in document.element.body.iter(qn("w:pPr")):
        places = [ORDER.index(part.tag.rpartition("}")[2]) for part in properties]
        assert places == sorted(places)
    for cell in document.element.body.iter(qn("w:tc")):
        assert cell[-1].tag == qn("w:p"), "a cell ends with a paragraph"
    for table in document.element.body.iter(qn("w:tbl")):
        assert table.getnext().tag != qn("w:tbl"), "two tables without a paragraph between them become one"
