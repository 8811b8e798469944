"""Those who are known to a stage already when a part of it goes away."""

from dataclasses import dataclass, field
from uuid import uuid4

from {{ cookiecutter.namespace }}.acceptance.addresses import Addresses
from {{ cookiecutter.namespace }}.acceptance.callers import Device, Service, Staff
from {{ cookiecutter.namespace }}.acceptance.codes import make_codes
from {{ cookiecutter.namespace }}.runner import Credentials


@dataclass(frozen=True)
class Regular:
    """A phone with a player and a code that is not redeemed yet, a game server, and staff who are logged in."""

    phone: Device
    player_id: str
    code: str
    service: Service
    staff: Staff
    key: str = field(default_factory=lambda: str(uuid4()))  # of the redemption of that code, whoever asks for it

    @classmethod
    def welcome(cls, addresses: Addresses, service: Service, credentials: Credentials) -> "Regular":
        """All of them, made afresh."""
        phone, staff = Device(addresses), Staff(addresses)
        assert staff.log_in(credentials.staff_name, credentials.staff_password).status_code == 302
        [code] = make_codes(service, 1)
        return cls(phone, phone.new_player(), code, service, staff)
