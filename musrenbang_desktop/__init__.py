"""Musrenbang Desktop: the product without windows and without network."""

__version__ = "0.1.0"
