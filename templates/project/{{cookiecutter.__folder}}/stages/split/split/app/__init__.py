"""The project of app and archive."""
