"""One difference between two descriptions of a service."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Change:
    """What is otherwise now. `why` is empty where an older client can bear it, and says what to do where it cannot."""

    service: str
    operation: str  # such as `POST /api/coupon/redemptions`
    what: str
    why: str = ""

    @property
    def breaks(self) -> bool:
        return bool(self.why)

    @property
    def told(self) -> str:
        """What is otherwise, without why that matters."""
        return f"{self.service}: {self.operation} {self.what}"

    def __str__(self) -> str:
        return f"{self.told}: {self.why}" if self.breaks else self.told
