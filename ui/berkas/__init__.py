"""Page Berkas yang belum ada."""
