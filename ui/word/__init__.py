"""The berita acara as a Word file, and the template of the village."""
