"""Small changes of files that people write, which leave all else in them as it is."""
