"""A service that another project runs joins a stage that runs here: its permitter takes it in, and goes on running."""

from clever.runner.registering.registering import Registered, register

__all__ = ["Registered", "register"]
