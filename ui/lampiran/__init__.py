"""Photos and papers: the list of files, in the record of an usulan and on a page of the forum's own."""
