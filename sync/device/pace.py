"""How large the next batch is, and how long to wait after a failure."""

from __future__ import annotations

import random
from dataclasses import dataclass, field

from sync.device.errors import Busy, NotSent, TooBig, TooSlow
from sync.wire import limits

_FIRST_WAIT_S = 2.0
_LONGEST_WAIT_S = 15 * 60.0


@dataclass(slots=True)
class Pace:
    """Halves the batch when the line stalls, doubles it after two successes; waits longer after each failure."""

    size: int = limits.FIRST_BATCH
    failures: int = 0
    _successes: int = 0
    _random: random.Random = field(default_factory=random.SystemRandom, repr=False)

    def succeeded(self) -> None:
        """One exchange went through."""
        self.failures = 0
        self._successes += 1
        if self._successes == 2:
            self._successes = 0
            self.size = min(self.size * 2, limits.LARGEST_BATCH)

    def failed(self, error: NotSent) -> float:
        """One exchange failed; says how many seconds to wait, at random so that villages do not come together."""
        self._successes = 0
        self.failures += 1
        if isinstance(error, TooSlow | TooBig):
            self.size = max(self.size // 2, limits.SMALLEST_BATCH)
        if isinstance(error, Busy) and error.wait:
            return error.wait * self._random.uniform(1.0, 1.25)
        longest = min(_FIRST_WAIT_S * 2 ** (self.failures - 1), _LONGEST_WAIT_S)
        return self._random.uniform(longest / 4, longest)
