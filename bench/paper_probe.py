"""``python -m bench.paper_probe ENGINE USULAN PEOPLE AGAIN``: draw in this process and say what it took, as JSON.

*first* is the first document of the process, with its fonts read from disk; *again* the median of so many next ones.

The records are made and the engine is imported before the clock starts; the peak of memory counts all of it.
"""

from __future__ import annotations

import json
import statistics
import sys
import time
from collections.abc import Callable, Sequence

from bench import paper_contents
from bench.memory import peak_mib
from musrenbang_desktop.reference import profile as profiles

#: What each engine needs in memory before it can draw.
MODULES = {
    "ours": ("musrenbang_desktop.berita_acara.documents",),
    "canvas": ("bench.paper_canvas",),
    "platypus": ("bench.paper_platypus",),
    "fpdf2": ("bench.paper_engines", "fpdf"),
    "typst": ("bench.paper_engines", "typst"),
    "weasyprint": ("bench.paper_engines", "weasyprint"),
}


def main(arguments: Sequence[str]) -> int:
    """Exit 0 with one line on the standard output; 3 when the engine is not installed here."""
    engine, usulan, people, again = arguments[0], *map(int, arguments[1:4])
    try:
        draw = _engine(engine, usulan, people)
    except (ImportError, OSError) as error:  # WeasyPrint looks for the system's Pango with an OSError
        print(f"{engine}: {error}", file=sys.stderr)
        return 3
    made = b""
    taken = []
    for _ in range(1 + again):
        begun = time.perf_counter()
        made = draw()
        taken.append(time.perf_counter() - begun)
    found = {
        "first": taken[0],
        "again": statistics.median(taken[1:] or taken),
        "peak_mib": peak_mib(),
        "bytes": len(made),
    }
    print(json.dumps(found))
    return 0


def _engine(engine: str, usulan: int, people: int) -> Callable[[], bytes]:
    from importlib import import_module

    modules = [import_module(name) for name in MODULES[engine]]
    profile = profiles.load("rkpd-86")
    isi = paper_contents.isi(usulan, people)
    if engine == "ours":
        from musrenbang_desktop.berita_acara import render

        return lambda: render("lengkap", isi, profile)
    grids = paper_contents.grids(profile, isi)
    peer: Callable[[Sequence[paper_contents.Grid], float], bytes] = getattr(modules[0], engine)
    return lambda: peer(grids, profile.huruf.tabel)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
