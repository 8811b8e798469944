"""Unexpected errors, told to Sentry, or to whatever understands its events.

A project installs this app and the extra `clever-kit[sentry]`, and says where in SENTRY_DSN. Without the variable
nothing happens, and the library is not loaded. SENTRY_ENVIRONMENT and SENTRY_RELEASE say where of and what of.

What a caller is told as a problem is expected, and so is a database or a callee that is away: those are in the log.
"""
