"""Taking usulan from a file: looked at first, written only when the operator says so."""
