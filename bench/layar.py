"""From a key in the score sheet to the new order on the projector: 200 usulan, 8 criteria, 10 groups.

The key ends a row of the sheet, so it is recorded (one fsync), ranked, shown to the operator and painted for the hall.
The floor is a bare repaint of the same picture in the same window.
"""

from __future__ import annotations

from bench.child import probe
from bench.row import Figure, Plan, Ratio, Section
from bench.timing import percentile

CRITERIA = 8


def measure(plan: Plan) -> Section:
    """Ask the probe."""
    usulan, groups = plan.size(200, 12), plan.size(10, 2)
    times = probe("bench.layar_probe", usulan, groups, plan.runs(40))
    keys = [one * 1e3 for one in times["key"]]
    what = f"{usulan} usulan x {CRITERIA} criteria x {groups} groups"
    rows = [
        Figure(what=f"key to painted layar, p95, {what}", value=percentile(keys, 0.95), unit="ms", budget=300),
        Ratio(
            what=f"key to painted layar, {what}",
            ours=keys,
            peer_name="bare repaint of the same layar",
            peer=[one * 1e3 for one in times["floor"]],
            unit="ms",
        ),
    ]
    return Section(
        "Layar", rows, ["The key ends a row: recorded with one fsync, ranked exactly, painted in both windows."]
    )
