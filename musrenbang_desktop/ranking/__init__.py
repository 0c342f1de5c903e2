"""Ordering of usulan: exact, redone by hand with a calculator, and independent of the order of input."""
