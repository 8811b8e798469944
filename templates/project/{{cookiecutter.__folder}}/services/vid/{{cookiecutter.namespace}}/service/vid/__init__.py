"""vid: gives a device an opaque id and a signed token."""
