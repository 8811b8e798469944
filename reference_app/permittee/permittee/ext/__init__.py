"""For particular frameworks."""
