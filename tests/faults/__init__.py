"""Faults made on purpose, with counts of what survived them: ``python -m tests.faults`` (``just faults``)."""
