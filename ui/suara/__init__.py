"""W7 Surat suara: ballots and score sheets typed by two people."""
