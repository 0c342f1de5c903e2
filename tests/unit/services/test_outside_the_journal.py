"""What is written into a table that no replay makes goes through the rows that Ctrl+Z reads, or says here why not."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]

#: Who writes what no event holds, each with the reason why Ctrl+Z need not know.
WRITES = {
    "musrenbang_desktop/db/queries/lokal.py": "these are the acts that Ctrl+Z takes back",
    "musrenbang_desktop/db/perangkat.py": "who this laptop is",
    "musrenbang_desktop/db/sync.py": "how far the kabupaten has confirmed",
    "musrenbang_desktop/services/desk.py": "which forum is on the desk: where somebody looks is no act",
    "musrenbang_desktop/services/draf.py": "half-typed words are no record",
    "musrenbang_desktop/services/paket.py": "a file that was put in; what the forum does with it is an act",
    "sync/device/bungkus.py": "what was sent by flash disk has left the laptop",
    "sync/device/enrolment.py": "the kabupaten knows this laptop now",
    "sync/device/exchange.py": "what was sent and received",
    "sync/device/identity.py": "what the kabupaten calls this laptop",
}

_WRITING = re.compile(
    r"\bsettings\.(?:put|drop|save_draft|drop_draft)\(|\b(?:kontak|kelahiran|queries)\.put\(|\blokal\.(?:add|apply)\("
)
#: The rehearsal notes by itself that a layar stood and a copy was carried away: seen, not done.
_SEEN = {"musrenbang_desktop/services/gladi.py": "lokal.apply("}


def test_whoever_writes_outside_the_journal_is_known() -> None:
    found = {}
    for folder in ("musrenbang_desktop", "sync/device", "sync/wire", "ui"):
        for path in (ROOT / folder).rglob("*.py"):
            if calls := set(_WRITING.findall(path.read_text(encoding="utf-8"))):
                found[path.relative_to(ROOT).as_posix()] = calls
    seen = {name: found.pop(name, set()) for name in _SEEN}
    assert seen == {name: {call} for name, call in _SEEN.items()}
    assert found.keys() == WRITES.keys(), (
        "write it with services/ubahan_lokal.py, so that Ctrl+Z finds it, or say here why it need not"
    )
