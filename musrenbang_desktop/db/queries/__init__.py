"""Reads of the projections, one module a kind of record. Rows become domain values here and nowhere else."""
