"""W9 Dokumen: true preview, saving and printing of the forum's documents."""
