"""archive: uploaded files, kept with their size and checksum."""
