"""W12 Tahun lalu: what was proposed before, what became of it, and taking it up again."""
