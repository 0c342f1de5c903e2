"""The table of keys in docs/profil.md, made of their explanations: ``python -m tests.profile_doc`` writes it."""

from __future__ import annotations

from pathlib import Path

from musrenbang_desktop.reference.profile_skema import Kunci, daftar

FILE = Path(__file__).resolve().parent.parent / "docs" / "profil.md"
BEGIN, END = "<!-- kunci -->\n", "<!-- akhir kunci -->\n"


def table() -> str:
    """One line a key, in the order of the explanations."""
    lines = ["| Kunci | Arti | Isi |", "| --- | --- | --- |"]
    lines += [f"| `{one.pola.replace('|', '` `')}` | {_safe(one.arti)} | {_safe(_values(one))} |" for one in daftar()]
    return "\n".join(lines) + "\n"


def _values(one: Kunci) -> str:
    if one.pilihan:
        return ", ".join(word or "kosong" for word in one.pilihan)
    limits = f"{one.dari:g} sampai {one.sampai:g}" if one.dari is not None and one.sampai is not None else ""
    return f"{limits} {one.satuan}".strip()


def _safe(text: str) -> str:
    return text.replace("|", "\\|")


def shown() -> str:
    """The table as the document has it now."""
    return FILE.read_text("utf-8").partition(BEGIN)[2].partition(END)[0]


def main() -> None:
    """Write the table into the document."""
    before, _, rest = FILE.read_text("utf-8").partition(BEGIN)
    FILE.write_text(f"{before}{BEGIN}{table()}{END}{rest.partition(END)[2]}", "utf-8")


if __name__ == "__main__":
    main()
