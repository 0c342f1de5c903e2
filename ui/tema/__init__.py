"""What became of the usulan of each tema."""
