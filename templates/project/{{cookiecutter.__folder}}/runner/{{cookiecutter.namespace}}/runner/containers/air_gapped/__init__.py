"""Images that usually come from a public registry, made from Debian's packages where that is out of reach."""
