"""The authorities that this machine trusts and Debian does not know: a company's proxy is one of them, as a rule."""

import hashlib
import os
import re
import ssl
from collections.abc import Iterator, Mapping
from pathlib import Path

PEM = re.compile(r"-----BEGIN CERTIFICATE-----.+?-----END CERTIFICATE-----", re.DOTALL)

# Where a person says which authorities to trust. The first that is set counts, as it does for Python's own clients.
VARIABLES = ("SSL_CERT_FILE", "REQUESTS_CA_BUNDLE")
BUNDLES = ("/etc/ssl/certs/ca-certificates.crt", "/etc/pki/tls/certs/ca-bundle.crt", "/etc/ssl/cert.pem")


def of_this_machine(given: Mapping[str, str] = os.environ) -> Path | None:
    """The file of all authorities that are trusted here, None where there is no such file."""
    named = [given[name] for name in VARIABLES if given.get(name)]
    return next((Path(file) for file in [*named, *BUNDLES] if Path(file).is_file()), None)


def added(bundle: Path | None, known: Path) -> dict[str, str]:
    """The certificates of `bundle` that `known` has not, each under a name that is made of its content alone."""
    if bundle is None:
        return {}
    have = {name for name, _ in _certificates(known)}
    return {f"host-{name[:16]}.crt": pem for name, pem in _certificates(bundle) if name not in have}


def _certificates(file: Path) -> Iterator[tuple[str, str]]:
    for pem in PEM.findall(file.read_text(encoding="utf-8", errors="replace")):
        yield hashlib.sha256(ssl.PEM_cert_to_DER_cert(pem)).hexdigest(), f"{pem}\n"
