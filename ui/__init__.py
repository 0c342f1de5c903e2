"""Everything with Qt: one folder a page, and what the pages share."""
