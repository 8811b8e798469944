"""What a running stage takes of this machine."""

from lab.footprint.footprint import Footprint, footprint

__all__ = ["Footprint", "footprint"]
