"""Middlewares that every project has."""
