"""*Periksa templat*: everything that is wrong with a template, in plain sentences, before it is used."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Sequence

from musrenbang_desktop.berita_acara.word.fields import ISI_TEMPLAT, WAJIB
from musrenbang_desktop.berita_acara.word.finding import Temuan
from musrenbang_desktop.berita_acara.word.forms import Bentuk

#: Bytes of a template, packed and unpacked. A letter with a logo has less than a tenth of it.
MOST_PACKED, MOST_UNPACKED = 10_000_000, 60_000_000
_QUOTED = 90
_PARTS = re.compile(r"word/(document|header\d*|footer\d*|footnotes)\.xml")
_PLACES = {"header": "kepala halaman", "footer": "kaki halaman", "footnotes": "catatan kaki"}


def periksa(data: bytes, bentuk: Bentuk = "lengkap") -> list[Temuan]:
    """All that is wrong with a template of this form, in the order of the file; an empty list: it can be used."""
    refused = kind_of(data)
    if refused:
        return [Temuan(refused)]
    from musrenbang_desktop.berita_acara.word.paragraphs import paragraphs_of, whole_xml

    found: list[Temuan] = []
    used: set[str] = set()
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        found += _outside(archive)
        for name in _text_parts(archive):
            try:
                xml = whole_xml(archive.read(name))
            except ValueError:
                return [Temuan("Isi berkas ini rusak. Buka dengan Word, simpan lagi sebagai .docx, lalu coba lagi.")]
            place = next((words for key, words in _PLACES.items() if key in name), "")
            texts = paragraphs_of(xml)
            broken = [one for text in texts for one in _braces(text)] or list(_pairs(texts))
            found += [_at(one, place) for one in broken]
            if not broken:
                from musrenbang_desktop.berita_acara.word.names import names_in

                names, wrong = names_in(xml, texts)
                used |= names
                found += [_at(one, place) for one in wrong]
    if not any(one.berat for one in found):
        found += _missing(used, bentuk) or _tried(data)
    return found


def kind_of(data: bytes) -> str:
    """Why this is no template at all; an empty text where it is a Word file."""
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        return (
            "Berkas ini Word lama (.doc) atau berkata sandi. Buka dengan Word, simpan sebagai .docx tanpa kata sandi, "
            "lalu coba lagi."
        )
    if data.startswith(b"%PDF"):
        return "Berkas ini PDF. Templat harus berkas Word (.docx)."
    if len(data) > MOST_PACKED:
        return "Berkas ini terlalu besar untuk templat. Perkecil gambarnya, lalu coba lagi."
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _kind_inside(archive)
    except (zipfile.BadZipFile, OSError, RuntimeError, KeyError, NotImplementedError):
        return "Berkas ini bukan berkas Word (.docx), atau rusak. Pilih berkas lain."


def _kind_inside(archive: zipfile.ZipFile) -> str:
    names = archive.namelist()
    if sum(entry.file_size for entry in archive.infolist()) > MOST_UNPACKED:
        return "Berkas ini terlalu besar untuk templat. Perkecil gambarnya, lalu coba lagi."
    if any(name.startswith("xl/") for name in names):
        return "Berkas ini Excel. Templat harus berkas Word (.docx)."
    if "content.xml" in names and "word/document.xml" not in names:
        return "Berkas ini OpenDocument (.odt). Buka dengan Word atau LibreOffice, simpan sebagai .docx."
    if "word/document.xml" not in names or "[Content_Types].xml" not in names:
        return "Berkas ini bukan berkas Word (.docx). Pilih berkas lain."
    if any("vbaproject" in name.casefold() for name in names) or b"macroEnabled" in archive.read("[Content_Types].xml"):
        return "Berkas ini memuat makro, jadi tidak dipakai. Simpan sebagai dokumen Word biasa (.docx) tanpa makro."
    return ""


def _text_parts(archive: zipfile.ZipFile) -> list[str]:
    """The parts with text, the body first."""
    return sorted(
        (name for name in archive.namelist() if _PARTS.fullmatch(name)), key=lambda n: ("document" not in n, n)
    )


_OUTSIDE = re.compile(
    rb'Type="[^"]*/(attachedTemplate|oleObject|image|frame|subDocument|package)"[^>]*TargetMode="External"'
)


def _outside(archive: zipfile.ZipFile) -> Iterator[Temuan]:
    """What Word would fetch from another place when the file is opened."""
    for name in archive.namelist():
        if name.endswith(".rels") and name.startswith("word/") and _OUTSIDE.search(archive.read(name)):
            yield Temuan(
                "Templat ini mengambil gambar atau templat dari tempat lain. Sisipkan gambarnya ke dalam berkas, "
                "lalu simpan lagi."
            )
            return


_TOKEN = re.compile(r"\{\{|\}\}|\{%|%\}|\{#|#\}")
_OPENS = {"{{": "}}", "{%": "%}", "{#": "#}"}


def _braces(text: str) -> Iterator[Temuan]:
    """Braces that are not closed in their own paragraph, and fields with one brace too few."""
    waiting = ""
    for token in _TOKEN.findall(text):
        if not waiting and token in _OPENS:
            waiting = _OPENS[token]
        elif waiting == token:
            waiting = ""
        else:
            yield Temuan(f"Kurung {token} di alinea ini tidak berpasangan.", text)
            return
    if waiting:
        yield Temuan(f"Isian di alinea ini belum ditutup dengan {waiting}.", text)
        return
    bare = re.sub(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", " ", text)
    for name in re.findall(r"\{\s*([a-z_.]+)\s*\}", bare):
        if name.partition(".")[0] in ISI_TEMPLAT:
            yield Temuan(f"Isian {{{name}}} harus berkurung dua: {{{{ {name} }}}}.", text)


_ENDS = {"for": "endfor", "if": "endif"}


def _pairs(texts: Sequence[str]) -> Iterator[Temuan]:
    """A repetition or a choice that is not ended, or ended without having begun: only the first, the rest follows."""
    opened: list[tuple[str, str]] = []
    for text in texts:
        for word in re.findall(r"\{%\s*(?:(?:tr|tc|p|r)\s)?-?\s*(for|if|endfor|endif)\b", text):
            if word in _ENDS:
                opened.append((word, text))
            elif opened and _ENDS[opened[-1][0]] == word:
                opened.pop()
            else:
                yield Temuan(f"{{% {word} %}} di alinea ini menutup yang tidak dibuka.", text)
                return
    for word, text in opened[:1]:
        yield Temuan(f"{{% {word} … %}} di alinea ini tidak ditutup dengan {{% {_ENDS[word]} %}}.", text)


def _missing(used: set[str], bentuk: Bentuk) -> list[Temuan]:
    return [
        Temuan(f"Templat belum memuat {words}. Tambahkan {_choices(names)}.")
        for words, names in WAJIB[bentuk]
        if not used.intersection(names)
    ]


def _choices(names: Sequence[str]) -> str:
    written = [f"{{{{ {name} }}}}" if isinstance(ISI_TEMPLAT[name], str) else f"isian {name}" for name in names]
    return " atau ".join(written)


def _tried(data: bytes) -> list[Temuan]:
    """The last doubt: fill it once with facts of nobody."""
    from datetime import date

    from musrenbang_desktop.berita_acara.word.fill import fill
    from musrenbang_desktop.berita_acara.word.names import sample
    from musrenbang_desktop.domain.errors import RuleBroken

    try:
        fill(data, sample(), title="", day=date(2000, 1, 1))
    except RuleBroken:
        return [Temuan("Templat ini tidak bisa diisi. Mulai lagi dari contoh templat, lalu ubah sedikit demi sedikit.")]
    return []


def _at(found: Temuan, place: str) -> Temuan:
    """The finding with its paragraph, shortened, and the part of the page in which it stands."""
    text = " ".join(found.alinea.split())
    text = text if len(text) <= _QUOTED else f"{text[: _QUOTED - 1]}…"
    return Temuan(f"{found.kalimat[:-1]} ({place})." if place else found.kalimat, text, found.berat)
