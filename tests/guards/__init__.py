"""Fixtures that watch every test: what a test leaves behind or does not expect makes it fail."""
