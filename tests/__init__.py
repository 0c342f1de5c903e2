"""Tests: unit (no Qt), ui, sync, kabupaten, e2e."""
