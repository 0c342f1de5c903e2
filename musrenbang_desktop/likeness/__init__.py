"""Which usulan look like the same one: place first, then the words of the title. It suggests; people decide."""
