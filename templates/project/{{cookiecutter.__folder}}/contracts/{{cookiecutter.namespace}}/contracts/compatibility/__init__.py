"""Whether an older client can bear today's services: their descriptions, compared with those of the last release."""
