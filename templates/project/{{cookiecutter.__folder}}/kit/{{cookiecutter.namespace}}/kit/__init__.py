"""What every service needs and no service is about: settings, errors, callers, health, logs."""
