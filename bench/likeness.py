"""Hints about likeness over 10,000 usulan: how fast, and how often they are right."""

from __future__ import annotations

import random

from rapidfuzz import fuzz

from bench.row import Figure, Plan, Ratio, Row, Section
from bench.timing import alternate, seconds
from musrenbang_desktop.likeness.antardesa import IsiDesa
from musrenbang_desktop.likeness.antardesa_index import IndeksAntardesa
from musrenbang_desktop.likeness.compare import compare
from musrenbang_desktop.likeness.index import Indeks, Isi
from musrenbang_desktop.likeness.signature import tanda
from resources.sample import contoh
from tests import labelled_villages
from tests.labelled_pairs import Quality, is_sure, pairs, quality

NEW = ("Pembangunan drainase jalan utama dusun", "Ngadirejo", "13", "04")
DUSUN = ("Krajan", "Kaliwungu", "Tegalsari", "Sumberejo", "Ngadirejo", "")


def measure(plan: Plan) -> Section:
    """A plain scan compares the new title with all others as they stand; it knows neither places nor abbreviations."""
    rows = _many(plan.size(10_000, 200))
    index = Indeks()
    build = seconds(lambda: index.take(rows)) * 1e3
    nowhere = (NEW[0], "", "", "")
    times = alternate(
        {
            "here": lambda: seconds(lambda: index.search(tanda(*NEW))),
            "nowhere": lambda: seconds(lambda: index.search(tanda(*nowhere))),
            "plain": lambda: seconds(lambda: _plain(rows)),
        },
        plan.runs(15),
    )
    samples = {name: [one * 1e3 for one in found] for name, found in times.items()}
    forum = Indeks()
    forum.take(rows[: plan.size(2_000, 100)])
    whole = seconds(lambda: [forum.like(row.id) for row in rows if row.id in forum]) * 1e3
    around = _around(plan.size(10_000, 200))
    read = seconds(around.siap) * 1e3
    asked = [seconds(lambda title=title: around.search(title)) * 1e3 for title in _asked()]
    table: list[Row] = [
        Ratio(
            what=f"one new usulan against {len(rows):,}",
            ours=samples["here"],
            peer_name="plain scan of all titles",
            peer=samples["plain"],
            unit="ms",
            budget=1.0,
        ),
        Ratio(
            what="the same while its place is not typed yet",
            ours=samples["nowhere"],
            peer_name="plain scan of all titles",
            peer=samples["plain"],
            unit="ms",
        ),
        Figure(what="slowest of these", value=max(samples["here"] + samples["nowhere"]), unit="ms", budget=300),
        Figure(what=f"index of {len(rows):,}, once", value=build, unit="ms"),
        Figure(what="every usulan of ten years (2,000) against all others", value=whole, unit="ms"),
    ]
    table += [
        Figure(what="one new usulan against 10,000 of other villages", value=sorted(asked)[len(asked) // 2], unit="ms"),
        Figure(what="slowest of these between villages", value=max(asked), unit="ms", budget=300),
        Figure(what="index of 10,000 of other villages, once, in steps", value=read, unit="ms"),
    ]
    between = labelled_villages.pairs()
    note = _told(f"{len(pairs())} labelled pairs", quality(pairs()))
    far = _told(f"Between villages, {len(between)} labelled pairs", labelled_villages.quality(between))
    held = _told("Of these the held out half", labelled_villages.quality(between[1::2]))
    print(note, far, held, _everyday(), sep="\n")
    notes = [
        note,
        f"{far} {held} {_everyday()}",
        f"By kind, called *mirip* and hinted at, of all: {by_kind()}.",
        "A tenth of the usulan have no dusun, a fifth no RT. What waits since earlier years is searched the same way.",
    ]
    return Section("Likeness", table, notes)


def _told(what: str, found: Quality) -> str:
    return (
        f"{what}: *mirip* precision {found.precision:.3f}, recall {found.recall:.3f}; "
        f"every hint precision {found.hint_precision:.3f}, recall {found.hint_recall:.3f}."
    )


def _everyday() -> str:
    titles, (own, other, *_) = labelled_villages.everyday(), labelled_villages.KODE.values()
    rows = [IsiDesa(title, other, title) for title in titles]
    index = IndeksAntardesa(own, labelled_villages.PETA, rows)
    hints = sum(len(index.search(title)) for title in titles)
    return f"{len(titles)} everyday titles, as if another village proposed them all: {hints} hints."


def _around(count: int) -> IndeksAntardesa:
    """Usulan of invented villages; half of the titles hold a name that hardly any other has."""
    chance = random.Random(11)
    kode = list(labelled_villages.KODE.values())
    titles = _asked()
    names = ["".join(chance.choices("abdegijklmnoprstuw", k=7)).capitalize() for _ in range(count)]
    rows = (
        IsiDesa(f"{number}", chance.choice(kode[1:]), chance.choice(titles) + chance.choice(("", f" {name}")))
        for number, name in enumerate(names)
    )
    return IndeksAntardesa(kode[0], labelled_villages.PETA, rows)


def _asked() -> list[str]:
    return [title for pair in labelled_villages.titles() for title in pair]


def by_kind() -> str:
    """Each kind of labelled pair: how many of them are called alike, surely or perhaps; (+) where they are the same."""
    found: dict[tuple[str, bool], list[int]] = {}
    for pair in pairs():
        judged = compare(pair.a, pair.b)
        count = found.setdefault((pair.jenis, pair.sama), [0, 0, 0])
        for place, counts in enumerate((is_sure(judged), judged is not None, True)):
            count[place] += counts
    return "; ".join(
        f"{jenis}{' (+)' if sama else ''} {sure}, {hinted} of {every}"
        for (jenis, sama), (sure, hinted, every) in sorted(found.items())
    )


def _many(count: int) -> list[Isi]:
    chance = random.Random(7)
    titles = [one.isi.judul for one in contoh().usulan]
    words = sorted({word for title in titles for word in title.split()})
    return [
        Isi(
            f"abcdefgh-{number}",
            f"{chance.choice(titles)} {chance.choice(words)} {chance.choice(words)}",
            chance.choice(DUSUN) if chance.random() < 0.6 else chance.choice(DUSUN[:-1]),
            f"{chance.randint(1, 15):02d}" if chance.random() < 0.8 else "",
            "",
        )
        for number in range(count)
    ]


def _plain(rows: list[Isi]) -> list[str]:
    return [row.id for row in rows if fuzz.token_sort_ratio(NEW[0].casefold(), row.judul.casefold()) >= 80]
