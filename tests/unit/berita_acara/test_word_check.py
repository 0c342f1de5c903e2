"""*Periksa templat* finds what is wrong before anybody prints, and quotes the paragraph."""

from __future__ import annotations

import io
import zipfile
from functools import cache

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from musrenbang_desktop.berita_acara.word import render_word, template_of
from musrenbang_desktop.berita_acara.word.check import periksa
from musrenbang_desktop.berita_acara.word.finding import Temuan
from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.reference.profile import load
from tests.unit.berita_acara.sample import isi
from tests.unit.berita_acara.test_word import texts


@cache
def template() -> bytes:
    return template_of(load("rkpd-86"), isi().forum)


def changed(old: str, new: str, part: str = "word/document.xml", more: dict[str, bytes] | None = None) -> bytes:
    """The built template with one text exchanged, as a village would type it."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(template())) as source, zipfile.ZipFile(file, "w") as target:
        for name in source.namelist():
            data = source.read(name)
            if name == part:
                assert old.encode() in data
                data = data.replace(old.encode(), new.encode(), 1)
            target.writestr(name, data)
        for name, data in (more or {}).items():
            target.writestr(name, data)
    return file.getvalue()


def sentences(data: bytes) -> list[str]:
    return [one.kalimat for one in periksa(data)]


@pytest.mark.parametrize(
    ("old", "new", "finding"),
    [
        (
            "{{ nomor }}",
            "{{ nmor }}",
            Temuan("Isian nmor tidak dikenal. Mungkin maksudnya nomor.", "Nomor: {{ nmor }}"),
        ),
        (
            "{{ kop.wilayah }}",
            "{{ kop.wilyah }}",
            Temuan("Isian wilyah tidak dikenal. Mungkin maksudnya wilayah.", "{{ kop.wilyah }}"),
        ),
        ("{{ u.nomor }}", "{{ u.nik }}", Temuan("Isian nik tidak dikenal.", "{{ u.nik }}")),
        (
            "{{ nomor }}",
            "{{ nomor }",
            Temuan("Isian di alinea ini belum ditutup dengan }}.", "Nomor: {{ nomor }"),
        ),
        ("{{ nomor }}", "nomor }}", Temuan("Kurung }} di alinea ini tidak berpasangan.", "Nomor: nomor }}")),
        (
            "{{ nomor }}",
            "{ nomor }",
            Temuan("Isian {nomor} harus berkurung dua: {{ nomor }}.", "Nomor: { nomor }"),
        ),
        (
            "{%p for k in klausul %}",
            "",
            Temuan("{% endfor %} di alinea ini menutup yang tidak dibuka.", "{%p endfor %}"),
        ),
        (
            "{{ nomor }}",
            "{{ nomor.__class__ }}",
            Temuan("Isian __class__ tidak dikenal.", "Nomor: {{ nomor.__class__ }}"),
        ),
        (
            "{{ nomor }}",
            "{{ nomor|safe }}",
            Temuan("Perintah di alinea ini tidak boleh dipakai di templat.", "Nomor: {{ nomor|safe }}"),
        ),
        (
            "{{ nomor }}",
            "{{ range(9) }}",
            Temuan("Perintah di alinea ini tidak boleh dipakai di templat.", "Nomor: {{ range(9) }}"),
        ),
        (
            "{%p for k in klausul %}",
            "{%p for k in nomor %}",
            Temuan("Yang diulang di alinea ini bukan daftar.", "{%p for k in nomor %}"),
        ),
    ],
)
def test_a_mistake_is_named_with_its_paragraph(old: str, new: str, finding: Temuan) -> None:
    assert finding in periksa(changed(old, new))


def test_the_head_of_the_page_is_looked_at_too() -> None:
    found = periksa(changed("{{ cap }}", "{{ cup }}", "word/header1.xml"))
    assert found[0].kalimat == "Isian cup tidak dikenal. Mungkin maksudnya cap (kepala halaman)."


def test_what_must_stand_in_it_is_missed() -> None:
    assert sentences(changed("{{ cap }}", "Desa Kami", "word/header1.xml")) == [
        "Templat belum memuat cap DRAF atau LATIHAN, supaya kertas latihan tidak disangka sah. Tambahkan {{ cap }}."
    ]


def test_a_field_that_word_has_divided_is_one_field() -> None:
    data = changed("{{ nomor }}", "{{ no</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>mor }</w:t></w:r><w:r><w:t>}")
    assert periksa(data) == []
    assert "Nomor: 050/12/2026" in texts(render_word(isi(1, 1, 1), load("rkpd-86"), data))


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (b"%PDF-1.7", "PDF"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "Word lama"),
        (b"Kepada Yth.", "bukan berkas Word"),
        (b"PK\x03\x04rusak", "bukan berkas Word"),
    ],
)
def test_a_file_of_another_kind_is_refused(data: bytes, word: str) -> None:
    (found,) = sentences(data)
    assert word in found


def _zip(**parts: str) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, text in parts.items():
            archive.writestr(name.replace("__", "/"), text)
    return file.getvalue()


def test_excel_and_opendocument_are_named() -> None:
    assert "Excel" in sentences(_zip(xl__workbook="<x/>"))[0]
    assert "OpenDocument" in sentences(_zip(**{"content.xml": "<x/>"}))[0]


def test_macros_are_refused() -> None:
    assert "makro" in sentences(changed("{{ nomor }}", "{{ nomor }}", more={"word/vbaProject.bin": b"x"}))[0]
    assert (
        "makro" in sentences(changed("document.main+xml", "document.macroEnabled.main+xml", "[Content_Types].xml"))[0]
    )


def test_nothing_is_fetched_from_elsewhere() -> None:
    link = (
        '<Relationships><Relationship Id="r9" Type="http://x/attachedTemplate" Target="http://contoh.example/t.dotm"'
        ' TargetMode="External"/></Relationships>'
    )
    found = sentences(changed("{{ nomor }}", "{{ nomor }}", more={"word/_rels/settings.xml.rels": link.encode()}))
    assert "dari tempat lain" in found[0]


def test_entities_are_not_unfolded() -> None:
    bomb = '<!DOCTYPE a [<!ENTITY b "bb">]><w:document'
    assert "rusak" in sentences(changed("<w:document", bomb))[0]


def test_a_village_writes_its_own_with_word() -> None:
    """A letter as an office would type it, with its own order and words; the facts are ours."""
    own = docx.Document()
    own.sections[0].header.paragraphs[0].text = "{{ cap }}"
    own.add_paragraph("BERITA ACARA {{ wilayah|upper }} Nomor {{ nomor }}")
    own.add_paragraph("Pada {{ tanggal_huruf }} di {{ tempat }} hadir {{ jumlah_peserta }}.")
    own.add_paragraph("{%p for k in klausul %}")
    own.add_paragraph("{{ loop.index }}) {{ k.teks }}")
    own.add_paragraph("{%p endfor %}")
    table = own.add_table(3, 2)
    for row, cells in enumerate(
        (("{%tr for u in prioritas %}", ""), ("{{ u.label }}", "{{ u.usulan }}"), ("{%tr endfor %}", ""))
    ):
        for column, text in enumerate(cells):
            table.cell(row, column).text = text
    own.add_paragraph("Belum: {% for b in belum_disepakati %}{{ b.kegiatan }}; {% endfor %}")
    own.add_paragraph("{{ ttd.kepala.nama }}")
    file = io.BytesIO()
    own.save(file)
    assert periksa(file.getvalue()) == []
    about = isi(4, 3, 2)
    made = render_word(about, load("rkpd-86"), file.getvalue())
    assert made == render_word(about, load("rkpd-86"), file.getvalue())
    found = texts(made)
    assert "BERITA ACARA DESA SUKAMAJU Nomor 050/12/2026" in found
    assert {row.label for row in about.prioritas} <= set(found)
    assert found[-1] == "Sumarni"


def test_a_template_that_was_not_checked_does_not_bring_the_program_down() -> None:
    with pytest.raises(RuleBroken) as refused:
        render_word(isi(1, 1, 1), load("rkpd-86"), changed("{{ nomor }}", "{{ nomor"))
    assert (refused.value.field, refused.value.code) == ("templat", "tidak_bisa_diisi")


DAMAGE = ("{{", "}}", "{%", "%}", "{", "}", "<w:t>", "</w:p>", "&", " for x in ", " endif ", "|upper", "\u2028")


@settings(max_examples=15, deadline=None)
@given(
    part=st.sampled_from(
        ["word/document.xml", "word/header1.xml", "[Content_Types].xml", "word/_rels/document.xml.rels"]
    ),
    places=st.lists(st.tuples(st.floats(0, 1), st.sampled_from(DAMAGE), st.integers(0, 6)), min_size=1, max_size=4),
)
def test_whatever_is_damaged_is_said_and_never_brings_the_program_down(
    part: str, places: list[tuple[float, str, int]]
) -> None:
    """Found so or not, what passes the check can be filled; what does not is refused in a sentence."""
    with zipfile.ZipFile(io.BytesIO(template())) as source:
        parts = {name: source.read(name) for name in source.namelist()}
    text = parts[part].decode()
    for share, damage, lost in places:
        at = int(share * len(text))
        text = text[:at] + damage + text[at + lost :]
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as target:
        for name, data in parts.items():
            target.writestr(name, text.encode() if name == part else data)
    found = periksa(file.getvalue())
    assert all(one.kalimat.endswith(".") for one in found)
    try:
        render_word(isi(1, 1, 1), load("rkpd-86"), file.getvalue())
    except RuleBroken:
        assert found


_BOMBS = {
    "rows times rows": "{% for a in hadir %}{% for b in hadir %}{{ b.nama }}{% endfor %}{% endfor %}",
    "rows times other rows": "{% for a in hadir %}{% for b in wakil %}{{ b.nama }}{% endfor %}{% endfor %}",
    "letters times letters": "{{ 'aaaaaaaaaa'" + "|replace('a','aaaaaaaaaa')" * 9 + " }}",
    "brackets": "{{ " + "(" * 3000 + "nomor" + ")" * 3000 + " }}",
    "filters": "{{ nomor" + "|upper" * 3000 + " }}",
    "digits": "{{ " + "9" * 5000 + " }}",
    "a command without a line": "{% autoescape false %}x{% endautoescape %}",
}


@pytest.mark.parametrize("bomb", _BOMBS.values(), ids=_BOMBS)
def test_a_template_that_would_keep_the_laptop_busy_for_ever_is_refused(bomb: str) -> None:
    assert any(one.berat for one in periksa(changed("{{ nomor }}", bomb)))


def test_rows_of_rows_may_be_gone_through() -> None:
    nested = "{% for g in kelompok %}{% for u in g.usulan %}{{ g.nama }}{% endfor %}{% endfor %} {{ nomor }}"
    assert sentences(changed("{{ nomor }}", nested)) == []


def test_a_filter_cannot_swell_a_template_that_was_not_checked() -> None:
    bomb = changed("{{ nomor }}", _BOMBS["letters times letters"])
    with pytest.raises(RuleBroken):
        render_word(isi(), load("rkpd-86"), bomb)
