"""The changed sentences of a form as lines of the list of differences: filled as they are printed, and bounded."""

from __future__ import annotations

from musrenbang_desktop.berita_acara.isi import IsiBeritaAcara
from musrenbang_desktop.berita_acara.isi_sehari import Perbedaan
from musrenbang_desktop.berita_acara.terms import Terms
from musrenbang_desktop.reference.profile import parse
from musrenbang_desktop.reference.profile_beda import beda_bentuk

#: Lines of a list at most; a form of other words from end to end is read in the form itself.
PALING_BANYAK = 40
#: Letters of a sentence at most.
PALING_PANJANG = 500
#: Letters shown before the first one that differs, where a sentence is longer than that.
_DIMUKA = 60
JUDUL = "Formulir"


def kalimat_bentuk(dulu: str, kini: str, isi: IsiBeritaAcara) -> tuple[Perbedaan, ...]:
    """Each printed sentence, column or size that differs between two texts of one form. Raises ProfileInvalid."""
    found = []
    terms = [Terms(isi, parse(text)) for text in (dulu, kini)]
    for one in beda_bentuk(dulu, kini):
        before, now = (words.baca(text) for words, text in zip(terms, (one.dulu, one.kini), strict=True))
        if before == now:
            before, now = one.dulu, one.kini
        found.append(Perbedaan("", _where(one.jalur), one.arti, *_bounded(before or "-", now or "-")))
    if len(found) > PALING_BANYAK:
        rest = len(found) - PALING_BANYAK + 1
        found[PALING_BANYAK - 1 :] = [Perbedaan("", JUDUL, "Lainnya", "-", f"{rest} bagian formulir lain juga berubah")]
    return tuple(found)


def _where(path: str) -> str:
    """``Formulir lampiran prioritas``; the sentences of the berita acara itself stand in the form."""
    parts = path.split(".")
    return " ".join((JUDUL, "lampiran", parts[1].replace("_", " "))) if parts[0] == "lampiran" else JUDUL


def _bounded(before: str, now: str) -> tuple[str, str]:
    """Both texts, cut around the first letter that differs where they are long."""
    if max(len(before), len(now)) <= PALING_PANJANG:
        return before, now
    pairs = enumerate(zip(before, now, strict=False))
    same = next((place for place, (old, new) in pairs if old != new), min(len(before), len(now)))
    start = max(0, same - _DIMUKA)
    return _cut(before, start), _cut(now, start)


def _cut(text: str, start: int) -> str:
    end = start + PALING_PANJANG
    return f"{'... ' if start else ''}{text[start:end]}{'...' if len(text) > end else ''}"
