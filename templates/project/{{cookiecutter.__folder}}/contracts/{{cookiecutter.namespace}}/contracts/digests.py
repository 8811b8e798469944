"""Whether a request is the very one that came before under the same id."""

import json
from hashlib import sha256

from pydantic import BaseModel


def digest_of(sent: BaseModel) -> str:
    """A SHA-256 over what was sent, in hexadecimal.

    Without what is left at its default: a field that a later release adds must not change old requests.
    """
    content = sent.model_dump(mode="json", exclude_defaults=True)
    return sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()
