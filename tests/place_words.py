"""Words of a desa that must not be read in another place, and what stands in a text beside what was typed."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from musrenbang_desktop.services.layanan import Layanan

#: Words of a desa, with the words beside them, so that an exception names what it means.
DESA = re.compile(r"(?i)\b(?:\w+ )?(?:\w*desa|bpd|apbdes|rkpdes|musdes|dusun|kadus)\b(?: \w+)?")

#: What also names the kelurahan, or is no word for the place of the forum: each with the reason.
ALLOWED = {
    "desa atau kelurahan": "both are meant",
    "desa atau lurah": "both are meant",
    "antardesa": "between villages, whatever each is",
    "menteri desa": "the name of a ministry, in the name of a rule",
    "permendesa": "the name of a rule",
    "tentang musyawarah desa": "the name of a rule",
    "desa (perbekel)": "one of the kinds of place that can be chosen",
    "kel/desa": "the name of a column of SIPD",
}


#: Names of money, plans and data that are the same in every kind of desa, as the reference says.
FIXED = re.compile(
    r"(?i)(?:alokasi )?dana desa|pendapatan asli desa|(?:du-)?rkp desa|rpjm desa|apb desa|profil desa|sdgs desa"
    r"|pendamping (?:lokal )?desa|sosial budaya desa"
)


def typed(desa: Layanan) -> list[str]:
    """Every text of the journal that holds such a word: somebody typed it, and it stays as it is. Longest first."""
    found: set[str] = set()
    for (data,) in desa.desk.connection.execute("SELECT isi FROM jurnal"):
        found |= {text for text in _texts(json.loads(data)["f"]) if DESA.search(text)}
    return sorted(found, key=len, reverse=True)


def strange(text: str, own: list[str]) -> set[str]:
    """The words of a desa in ``text`` that are neither typed nor allowed."""
    for one in own:
        text = text.replace(one, " ")
    for allowed in ALLOWED:
        text = re.sub(re.escape(allowed), " ", text, flags=re.IGNORECASE)
    return {found[0] for found in DESA.finditer(text)}


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from _texts(part)
    elif isinstance(value, list):
        for part in value:
            yield from _texts(part)
